"""The demonstration's schemes: whole, over figures that there are, and watched under the same names in mid-year."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from yunguan.demo.schemes import project_schemes
from yunguan.evaluation.scheme import Scheme, problems, shipped
from yunguan.indicators.indicator import catalogue

SCHEMES = {"BM": shipped().get("hunan_department_2023"), **project_schemes()}


def rows(name: str) -> list[dict[str, str]]:
    """A table of the demonstration."""
    text = (files("yunguan.demo") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_every_scheme_is_whole_and_rests_on_known_figures(scheme: Scheme) -> None:
    assert [each.message for each in problems(scheme, frozenset(each.id for each in catalogue()))] == []


def test_what_is_watched_in_mid_year_is_what_is_scored_after_it() -> None:
    known = {(goal, item.id): (item.title, item.aim) for goal, scheme in SCHEMES.items() for item in scheme.items()}
    watched = {
        (row["goal"], row["item_id"]): (row["item_title"], row["target"]) for row in rows("monitoring_items.csv")
    }
    assert {key: value for key, value in watched.items() if known.get(key) != value} == {}


def test_what_is_declared_is_an_item_of_its_scheme() -> None:
    subjects = {"department": "BM"} | {code: code for code in project_schemes()}
    for row in rows("evaluation.csv"):
        assert SCHEMES[subjects[row["subject"]]].item(row["item"])
