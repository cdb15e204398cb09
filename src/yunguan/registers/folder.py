"""Reads a stage's or section's folder: every file in it that declares a book is one of its tables."""

from __future__ import annotations

import pkgutil
from importlib import import_module

NOT_BOOKS = {"apps", "models", "migrations"}


def load_books(package: str) -> None:
    """Import every file of a package, its books among them; called by that package's ``models`` for Django.

    A file without a book is harmless: what Django finds is what subclasses its models. Folders hold no books.
    """
    path = import_module(package).__path__
    for module in sorted(pkgutil.iter_modules(path), key=lambda each: each.name):
        if module.name not in NOT_BOOKS and not module.ispkg:
            import_module(f"{package}.{module.name}")
