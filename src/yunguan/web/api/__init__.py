"""The programming interface under /api/v1: the same scope, the same services as the pages."""
