"""Fills the templates beside it with the names of a new register."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Template

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = Path(__file__).parent / "templates"
NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
PLACES = {
    "book": "src/yunguan/registers/{section}/{name}.py",
    "test_book": "tests/registers/{section}/test_{name}.py",
    "figures": "src/yunguan/indicators/catalogue/{section}/{name}.py",
    "test_figures": "tests/indicators/catalogue/test_{name}.py",
    "demo": "src/yunguan/demo/books/{name}.py",
    "test_demo": "tests/demo/books/test_{name}.py",
}
"""Where the file of each template goes."""
OF_A_SECTION = {
    "section_init": "src/yunguan/registers/{section}/__init__.py",
    "section_apps": "src/yunguan/registers/{section}/apps.py",
    "section_models": "src/yunguan/registers/{section}/models.py",
    "nothing": "src/yunguan/registers/{section}/migrations/__init__.py",
    "catalogue_init": "src/yunguan/indicators/catalogue/{section}/__init__.py",
}
"""The same for what a section has once, written where it is not there yet."""


class Wrong(ValueError):  # noqa: N818 - an answer to a wrong wish
    """The wish cannot be met; the message says why."""


@dataclass(frozen=True)
class Wish:
    """What a register is to be called: its id, the code of its section, its Chinese title."""

    name: str
    section: str
    title: str

    @property
    def names(self) -> dict[str, str]:
        """What the templates call by name."""
        return {
            "name": self.name,
            "section": self.section,
            "title": self.title,
            "short": self.title.removesuffix("台账"),
            "cls": "".join(part.capitalize() for part in self.name.split("_")),
            "folder": "".join(part.capitalize() for part in self.section.split("_")),
        }


def begin(wish: Wish, root: Path) -> list[Path]:
    """Write the files of a new register under a tree and return their paths; Wrong where one is there already."""
    for word in (wish.name, wish.section):
        if not NAME.fullmatch(word):
            raise Wrong(f"“{word}” is no name: small letters, digits and single underscores, a letter first.")
    if not wish.title:
        raise Wrong("The register needs its Chinese title.")
    wanted = dict(_wanted(wish, root))
    if taken := [path for path in wanted if path.exists()]:
        raise Wrong(f"{taken[0].relative_to(root)} is there already.")
    for path, text in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return list(wanted)


def _wanted(wish: Wish, root: Path) -> Iterator[tuple[Path, str]]:
    """Every file with its text; those of the section only where it has none yet."""
    for template, place in (OF_A_SECTION | PLACES).items():
        path = root / place.format(**wish.names)
        if template in OF_A_SECTION and path.exists():
            continue
        text = (TEMPLATES / f"{template}.txt").read_text(encoding="utf-8")
        yield path, Template(text).substitute(wish.names)
