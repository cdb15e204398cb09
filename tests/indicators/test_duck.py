"""DuckDB over the exported Parquet answers as the house's own database does."""

from __future__ import annotations

import builtins
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import polars as pl
import pytest

from tests.budget.ledger import pay
from tests.factories import NOW, account, filed_plan, operator, step
from yunguan.core.figure import Question
from yunguan.core.period import Period
from yunguan.indicators.duck import DuckEngine, DuckMissing, export_parquet
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.people import Role

pytestmark = pytest.mark.django_db
YEAR = Period.year(2023)
SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    clerk, head = account(Role.CLERK, "safety"), account(Role.HEAD, "safety")
    record = filed_plan(operator(0), clerk, head, date(2023, 3, 10))
    operator(1)
    step(record, "require_revision", head, date(2023, 11, 8), "指挥机构调整")
    pay("10000", "30201")
    export_parquet(tmp_path)
    return tmp_path


@pytest.mark.parametrize("as_of", [date(2023, 3, 9), date(2023, 3, 10), date(2023, 12, 31)])
def test_every_figure_is_the_same_on_duckdb(folder: Path, as_of: date) -> None:
    asked = question_of(YEAR, as_of=as_of)
    assert figures(asked, engine=DuckEngine(folder)) == figures(asked)


@pytest.mark.parametrize("known_at", [NOW - timedelta(seconds=1), NOW, datetime(2024, 2, 1, 16, 0, tzinfo=SHANGHAI)])
def test_what_was_known_at_an_instant_is_the_same_in_every_zone(folder: Path, known_at: datetime) -> None:
    asked = Question(YEAR, date(2023, 3, 31), known_at=known_at)
    found = figures(asked)
    assert figures(asked, engine=DuckEngine(folder)) == found
    assert found["safety.emergency_plan.filed"].value == (1 if known_at >= NOW else 0)


def test_an_empty_register_keeps_its_declared_types(folder: Path) -> None:
    types = pl.read_parquet_schema(folder / "passenger_plate.parquet")
    assert (types["issued_on"], types["created_at"]) == (pl.Date(), pl.Datetime("us", "UTC"))


def test_without_duckdb_a_sentence_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "duckdb":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(DuckMissing, match=r"pip install 'yunguan\[duckdb\]'"):
        DuckEngine(tmp_path)
