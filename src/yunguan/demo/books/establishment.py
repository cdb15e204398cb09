"""内设机构与编制: the thirteen sections and their posts."""

from __future__ import annotations

import csv
from datetime import date
from importlib.resources import files

from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import aim

POSTS = {
    "general": 8,
    "personnel": 5,
    "finance": 5,
    "statistics": 5,
    "safety": 6,
    "passenger": 7,
    "urban_transit": 6,
    "freight": 6,
    "stations": 5,
    "maintenance": 5,
    "driver_training": 5,
    "practitioners": 4,
}
"""Authorised posts by section; the last section has what is left of the whole."""
APPROVAL = "市编办〔2019〕58号"
SET_UP_ON = date(2019, 7, 1)


def rows(centre: Centre) -> list[Row]:
    """One row a section, in the order of the organisation."""
    del centre
    left = aim("unit.posts_authorized") - sum(POSTS.values())
    return [
        {
            "name": name,
            "posts": POSTS.get(code, left),
            "approval": APPROVAL,
            "established_on": SET_UP_ON,
            "abolished_on": None,
            "state": "standing",
        }
        for code, name in sections().items()
    ]


def sections() -> dict[str, str]:
    """Codes and names of the sections of the centre."""
    text = (files("yunguan.office") / "data" / "organisation.csv").read_text(encoding="utf-8")
    return {row["code"]: row["name"] for row in csv.DictReader(text.splitlines()) if row["kind"] == "section"}
