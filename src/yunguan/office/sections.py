"""The sections of the centre as the packaged organisation names them: a code table, read without the database."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def section_choices() -> list[tuple[str, str]]:
    """Codes and names of the sections in their official order."""
    text = files("yunguan.office").joinpath("data/organisation.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return [(row["code"], row["name"]) for row in rows if row["kind"] == "section"]
