"""Each kind of expression gives the same figure on the house's database and on DuckDB, and the one counted by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from tests.indicators import world as invented
from yunguan.core.expressions import Count, CountDistinct, Expression, Ratio, Sum, declared, figure, mean_over, rows
from yunguan.core.figure import Figure, Question
from yunguan.core.numbers import round_half_up
from yunguan.core.period import Period
from yunguan.indicators.compute import compute
from yunguan.indicators.duck import DuckEngine, export_parquet
from yunguan.indicators.house import CentreHouse
from yunguan.indicators.indicator import Indicator, catalogue
from yunguan.indicators.leaves import Ask

pytestmark = pytest.mark.django_db
YEAR = Period.year(2023)
DECLARED_ID = "finance.assets.fixed"
OPERATORS, PLANS, VEHICLES = rows("operator"), rows("emergency_plan"), rows("vehicle")
SESSIONS, ENTRIES, PAYMENTS = rows("managers_exam_session"), rows("managers_exam_entry"), rows("payment")
FILED = PLANS.in_state("filed")
REGISTERED = ENTRIES.in_state("absent", "failed", "passed").in_period()
PASSED = ENTRIES.in_state("passed").in_period()
TWO_ITEMS = PAYMENTS.where(economic_class__startswith=("30201", "30212"))
NO_ROW = PAYMENTS.where(economic_class="30213").sum("amount", nothing_is_zero=True)
URBAN, LEIYANG = "430400U", "430481"
NIGHT = datetime(2024, 1, 10, 0, 0, tzinfo=UTC)


def hengyang(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of 2024 by the clocks of Hengyang."""
    return datetime(2024, month, day, hour, minute, tzinfo=timezone(timedelta(hours=8)))


@dataclass(frozen=True)
class Case:
    """What is asked, of which area of the indicator, and what comes out when counted by hand."""

    says: str
    expression: Expression
    expected: str | None
    as_of: date = date(2023, 12, 31)
    period: Period = YEAR
    area: str = ""
    asked: str = ""
    known_at: datetime | None = None


CASES = (
    Case("count of a stock", OPERATORS.count(), "4"),
    Case("count in the period", SESSIONS.count(), "3"),
    Case("count in a quarter", SESSIONS.count(), "1", period=Period.quarter(2023, 2)),
    Case("count up to the as-of date, that day included", SESSIONS.count(), "2", as_of=date(2023, 8, 10)),
    Case("count up to the day before", SESSIONS.count(), "1", as_of=date(2023, 8, 9)),
    Case("count at any time", SESSIONS.at_any_time().count(), "3", as_of=date(2023, 1, 1)),
    Case("count by another date", PLANS.in_period("submitted_on").count(), "3", period=Period.month(2023, 3)),
    Case("count by a date that is unknown", PLANS.in_period("filed_on").count(), "1", period=Period.month(2023, 9)),
    Case("zero in an opened register", OPERATORS.where(sector="taxi").count(), "0"),
    Case("no data in a register never opened", VEHICLES.count(), None),
    Case("no data in a year that was not opened", SESSIONS.count(), None, period=Period.year(2022)),
    Case("in a state", FILED.count(), "2"),
    Case("in one of two states", PLANS.in_state("filed", "revision_due").count(), "3"),
    Case("in a state before any move", FILED.count(), "0", as_of=date(2023, 3, 9)),
    Case("in a state on the day of the move", FILED.count(), "1", as_of=date(2023, 3, 10)),
    Case("in a state the day before it is left", FILED.count(), "3", as_of=date(2023, 11, 14)),
    Case("in a state on the day it is left", FILED.count(), "2", as_of=date(2023, 11, 15)),
    Case("in a state in the next year", FILED.count(), "2", as_of=date(2024, 6, 1), period=Period.year(2024)),
    Case("in a state and in the period", PASSED.count(), "2", period=Period.month(2023, 5)),
    Case("where eq", OPERATORS.where(sector="freight").count(), "1"),
    Case("where eq a boolean", OPERATORS.where(filing_required=False).count(), "1"),
    Case("where eq another boolean", OPERATORS.where(key_carrier=True, filing_required=True).count(), "1"),
    Case("where ne leaves the unknown out", OPERATORS.where(licence_no__ne="A_1").count(), "2"),
    Case("where in", OPERATORS.where(area__in=["430406", "430481"]).count(), "2"),
    Case("where in booleans", OPERATORS.where(key_carrier__in=[True, False]).count(), "4"),
    Case("where gt", SESSIONS.where(capacity__gt=80).count(), "1"),
    Case("where ge", SESSIONS.where(capacity__ge=80).count(), "2"),
    Case("where lt", OPERATORS.where(opened_on__lt=date(2016, 1, 1)).count(), "1"),
    Case("where le", OPERATORS.where(opened_on__le=date(2016, 1, 1)).count(), "2"),
    Case("where startswith takes no wildcards", OPERATORS.where(licence_no__startswith="A_").count(), "1"),
    Case("where startswith one of two", TWO_ITEMS.sum("amount"), "10001"),
    Case("where startswith in Chinese", OPERATORS.where(name__startswith="第1运").count(), "1"),
    Case("where isnull", OPERATORS.where(licence_no__isnull=True).count(), "1"),
    Case("where not isnull", OPERATORS.where(licence_no__isnull=False).count(), "3"),
    Case("within a named group", OPERATORS.within(URBAN).count(), "3"),
    Case("within a county", OPERATORS.within(LEIYANG).count(), "1"),
    Case("within the indicator's own area", OPERATORS.count(), "3", area=URBAN),
    Case("within the area asked for", OPERATORS.count(), "2", asked="430405"),
    Case("no data outside the indicator's own area", OPERATORS.count(), None, area=URBAN, asked=LEIYANG),
    Case("no data outside the rows' own area", OPERATORS.within(LEIYANG).count(), None, asked="430405"),
    Case("distinct", PLANS.in_state("filed", "revision_due").distinct("operator"), "2"),
    Case("distinct leaves the unknown out", OPERATORS.distinct("licence_no"), "3"),
    Case("sum of money in its unit", PAYMENTS.sum("amount", 1_000_000), "0.030003"),
    Case("sum in fen", PAYMENTS.sum("amount"), "30003"),
    Case("sum of whole numbers", SESSIONS.sum("capacity"), "240"),
    Case("sum of an explicit zero", PAYMENTS.where(economic_class="30212").sum("amount", 100), "0"),
    Case("no sum without a row", PAYMENTS.where(economic_class="30213").sum("amount"), None),
    Case("no row is zero in an opened register", NO_ROW, "0"),
    Case("no row is no data in a year that was not opened", NO_ROW, None, period=Period.year(2022)),
    Case("no row is no data in a register never opened", VEHICLES.sum("seats", nothing_is_zero=True), None),
    Case("rows are summed where no row is zero", PAYMENTS.sum("amount", 100, nothing_is_zero=True), "300.03"),
    Case("a term that is zero without a row", PAYMENTS.sum("amount", 100) + NO_ROW, "300.03"),
    Case("no row outside the area asked for", NO_ROW, None, area=URBAN, asked=LEIYANG),
    Case("sum of what was paid by then", PAYMENTS.sum("amount", 100), "100.01", as_of=date(2023, 8, 31)),
    Case("ratio in per cent", FILED.count() / OPERATORS.where(filing_required=True).count(), "66.66666667"),
    Case("ratio as it is", Ratio(SESSIONS.sum("capacity"), SESSIONS.count(), times=1), "80"),
    Case("no ratio by zero", FILED.count() / OPERATORS.where(sector="taxi").count(), None),
    Case("no ratio by no data", FILED.count() / VEHICLES.count(), None),
    Case("total", OPERATORS.count() + SESSIONS.count() - FILED.count(), "5"),
    Case("no total with a term without data", OPERATORS.count() + VEHICLES.count(), None),
    Case("mean over groups", mean_over("session", PASSED.count(), REGISTERED.count()), "66.66666667"),
    Case("no mean without groups", mean_over("session", PASSED.count(), REGISTERED.where(post="x").count()), None),
    Case("mean over groups of texts", mean_over("area", PASSED.count(), REGISTERED.count()), "55.55555556"),
    Case("reference", figure("safety.emergency_plan.filed") / figure("safety.emergency_plan.required"), "100"),
    Case("declared", declared(), "2000"),
    Case("nothing declared by then", declared(), None, as_of=date(2023, 11, 29)),
    Case("imported when it was known", declared(), "2000", known_at=hengyang(2, 1, 17)),
    Case("nothing imported by then", declared(), None, known_at=hengyang(2, 1, 16)),
    Case("declared in a ratio", declared() / OPERATORS.count(), "50000"),
    Case("known before anything was recorded", FILED.count(), "0", known_at=datetime(2024, 2, 1, 8, 59, tzinfo=UTC)),
    Case("known when it was filed", FILED.count(), "3", known_at=datetime(2024, 2, 1, 9, 0, tzinfo=UTC)),
    Case("known just before a move", FILED.count(), "3", known_at=hengyang(3, 1, 8, 59)),
    Case("known just when it was moved", FILED.count(), "2", known_at=hengyang(3, 1, 9, 0)),
    Case("known to a split second", FILED.count(), "3", known_at=datetime(2024, 3, 1, 0, 59, 59, 999, tzinfo=UTC)),
    Case("known and as of before the move", FILED.count(), "3", date(2023, 11, 14), known_at=invented.REVISED_AT),
    Case("rows that were not yet recorded", SESSIONS.count(), "0", known_at=hengyang(2, 1, 16)),
    Case("rows that were just recorded", SESSIONS.count(), "3", known_at=hengyang(2, 1, 17)),
    Case("a sum that was not yet recorded", PAYMENTS.sum("amount"), None, known_at=NIGHT),
)  # fmt: skip
ONE_EACH = pytest.mark.parametrize("case", CASES, ids=lambda case: case.says)


@dataclass(frozen=True)
class Engines:
    """The same rows twice: in the database under test and in Parquet."""

    database: CentreHouse
    duck: CentreHouse

    def houses(self) -> tuple[CentreHouse, CentreHouse]:
        return self.database, self.duck


@pytest.fixture(scope="module")
def engines(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[Engines]:
    """One world for all cases, built in a transaction that is rolled back."""
    folder: Path = tmp_path_factory.mktemp("parquet")
    with django_db_blocker.unblock(), transaction.atomic():
        invented.build()
        export_parquet(folder)
        duck = CentreHouse()
        duck.reader = replace(duck.reader, engine=DuckEngine(folder))
        yield Engines(CentreHouse(), duck)
        transaction.set_rollback(True)


def told(case: Case, house: CentreHouse) -> Figure:
    areas = house.members(case.asked, case.as_of) if case.asked else None
    question = Question(case.period, case.as_of, areas, case.known_at)
    indicator = Indicator(DECLARED_ID, "试算", "个", case.expression, "safety", area=case.area)
    known = {each.id: each for each in catalogue()}
    return compute([indicator], question, house, known)[DECLARED_ID]


@ONE_EACH
def test_the_database_gives_what_is_counted_by_hand(engines: Engines, case: Case) -> None:
    value = told(case, engines.database).value
    shown = None if value is None else round_half_up(value, 8)
    assert shown == (None if case.expected is None else Decimal(case.expected))


@ONE_EACH
def test_duckdb_gives_the_same_figure_with_the_same_operands(engines: Engines, case: Case) -> None:
    assert told(case, engines.duck) == told(case, engines.database)


@ONE_EACH
def test_the_rows_behind_a_leaf_are_as_many_as_it_says_and_the_same_on_both(engines: Engines, case: Case) -> None:
    question = Question(case.period, case.as_of, None, case.known_at)
    for leaf in case.expression.leaves():
        if not isinstance(leaf, Count | CountDistinct | Sum):
            continue
        ask = Ask(leaf, None)
        found = [
            [row[0] for row in house.reader.engine.run(house.reader.listing(ask, question))]
            for house in engines.houses()
        ]
        tallies = [house.reader.tally([ask], question)[ask] for house in engines.houses()]
        assert found[0] == found[1]
        assert [tally.records for tally in tallies] == [len(found[0])] * 2


def test_every_operator_of_a_condition_has_a_case() -> None:
    from yunguan.core.expressions import OPERATORS as KNOWN  # noqa: PLC0415 - the name is taken above

    leaves = [leaf for case in CASES for leaf in case.expression.leaves() if hasattr(leaf, "rows")]
    assert {test.operator for leaf in leaves for test in leaf.rows.conditions} == KNOWN


def test_every_figure_of_the_catalogue_is_the_same_on_duckdb(engines: Engines) -> None:
    known = {each.id: each for each in catalogue()}
    question = Question(YEAR, date(2023, 12, 31))
    first, second = (compute(list(known.values()), question, house, known) for house in engines.houses())
    assert first == second
    assert sum(each.value is not None for each in first.values()) > 10


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="须写明时区"):
        Question(YEAR, date(2023, 12, 31), None, datetime(2023, 12, 31))  # noqa: DTZ001 - that is the case
