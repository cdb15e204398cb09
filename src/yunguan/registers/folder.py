"""Reads a section's folder: every file in it that declares a book is one of the section's tables."""

from __future__ import annotations

import pkgutil
from importlib import import_module

NOT_BOOKS = {"apps", "models", "migrations"}


def load_books(package: str) -> None:
    """Import every book of a section's package; called by that section's ``models`` for Django."""
    path = import_module(package).__path__
    for module in sorted(pkgutil.iter_modules(path), key=lambda each: each.name):
        if module.name not in NOT_BOOKS:
            import_module(f"{package}.{module.name}")
