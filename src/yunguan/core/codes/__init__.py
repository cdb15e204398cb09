"""Codes that identify people, companies, vehicles and phones: one file each, never converted."""
