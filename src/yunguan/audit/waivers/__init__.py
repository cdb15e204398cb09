"""Waivers: findings that a reviewer lets stand, kept beside the document for as long as it does not change."""
