"""The organisation tree that comes with the product, as the documents name its sections."""

from __future__ import annotations

import csv
from importlib.resources import files


def units() -> list[dict[str, str]]:
    """Every body of the tree, in its order."""
    text = files("yunguan.office").joinpath("data/organisation.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def sections() -> dict[str, str]:
    """Codes and Chinese names of the sections."""
    return {unit["code"]: unit["name"] for unit in units() if unit["kind"] == "section"}
