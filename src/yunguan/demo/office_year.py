"""Who did what in the year of the demonstration: names by section, and the papers that other books cite."""

from __future__ import annotations

from random import Random

from yunguan.demo.books.establishment import sections
from yunguan.demo.books.staff import LEADERS
from yunguan.demo.centre import Centre, Row


def members(centre: Centre) -> list[Row]:
    """Everybody in post, leaders first."""
    return [row for row in centre.rows("staff") if row["state"] == "in_post"]


def leaders(centre: Centre) -> list[str]:
    """Names of the centre's leaders."""
    return [row["name"] for row in members(centre) if row["post"] in LEADERS]


def head_of(centre: Centre, section: str) -> str:
    """The name of a section's head."""
    name = sections()[section]
    return next(str(row["name"]) for row in members(centre) if row["unit"] == name and row["post"] == "科长")


def somebody(centre: Centre, chance: Random, section: str) -> str:
    """The name of one of a section's people who is no leader."""
    name = sections()[section]
    return str(chance.choice([r["name"] for r in members(centre) if r["unit"] == name and r["post"] not in LEADERS]))


def numbered(prefix: str, made: list[Row], column: str) -> list[Row]:
    """The rows with numbers in their order."""
    for number, row in enumerate(made, start=1):
        row[column] = f"{prefix}{number:03d}"
    return made
