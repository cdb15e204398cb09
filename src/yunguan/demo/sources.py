"""The tables of figures and texts that the demonstration is made from, in ``demo/data``."""

from __future__ import annotations

import csv
from importlib.resources import files


def table(name: str) -> list[dict[str, str]]:
    """The rows of a file, by their headings."""
    text = (files("yunguan.demo") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
