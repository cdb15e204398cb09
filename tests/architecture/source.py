"""The product's own files, as the architecture tests read them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "yunguan"


def modules() -> list[Path]:
    """Every Python file of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def is_migration(path: Path) -> bool:
    """Whether Django wrote the file."""
    return path.parent.name == "migrations"


def stage_of(path: Path) -> str:
    """The stage that a file belongs to; empty for the package's own `__init__.py`."""
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


def called_names(source: str) -> Iterator[tuple[int, str]]:
    """Each call as line and dotted name: `timezone.now()` gives `timezone.now`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func)
