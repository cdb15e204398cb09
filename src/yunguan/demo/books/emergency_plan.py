"""应急预案备案台账: the plans that operators handed in after the notice of the spring."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from yunguan.demo.books.operator import URBAN, operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.targets import YEAR, aim

FIRST_SUBMITTED = date(YEAR, 3, 6)
LAST_SUBMITTED = date(YEAR, 12, 20)
WITHIN = 20
"""Working days from publication within which to submit; a few are late."""
CHECK_WITHIN = 5
STILL_IN_TIME = date(YEAR, 12, 25)
"""Submitted from this day on, a plan may still be under check at the year's end without being overdue."""
DEEMED = 6
SECOND_PLANS = 24
COUNTY_PLANS = 46
UNFINISHED = {"draft": 12, "submitted": 7, "checking": 5, "supplement": 14, "revision_due": 4, "withdrawn": 2}
MISSING = (
    "缺风险评估报告。",
    "缺应急资源调查清单。",
    "预案未明确事故报告程序，请补充。",
    "应急车辆和器材储备与清单不符，请更正后重新提交。",
)


def rows(centre: Centre) -> list[Row]:
    """One row a plan, in the order of publication."""
    maker = _Maker(centre)
    made = [*maker.filed_ones(), *maker.unfinished_ones(), *maker.county_ones()]
    made.sort(key=lambda row: (row["published_on"], row["operator"], row["plan_kind"]))
    _number_filings(made)
    return made


class _Maker:
    """Draws one plan after another."""

    def __init__(self, centre: Centre) -> None:
        self.random = centre.random("emergency_plan")
        required = [row for row in operating(centre) if row["filing_required"]]
        urban = [row for row in required if row["area"] in URBAN]
        self.key = [row for row in urban if row["key_carrier"]]
        others = [row for row in urban if not row["key_carrier"]]
        self.random.shuffle(others)
        self.filing = self.key + others[: aim("safety.emergency_plan.filed") - len(self.key)]
        self.missing = others[len(self.filing) - len(self.key) :]
        self.county = [row for row in required if row["area"] not in URBAN]

    def filed_ones(self) -> Iterator[Row]:
        """One plan in force for each operator that filed; some have a second one."""
        for number, owner in enumerate(self.filing):
            deemed = number >= len(self.filing) - DEEMED
            yield self._filed(owner, "deemed_filed" if deemed else "filed")
        for owner in self.random.sample(self.filing, SECOND_PLANS):
            yield self._filed(owner, "filed", kind="special")

    def unfinished_ones(self) -> Iterator[Row]:
        """Operators that handed something in without having a plan in force at the year's end."""
        owners = iter(self.missing)
        for state, count in UNFINISHED.items():
            for _ in range(count):
                yield self._unfinished(next(owners), state)

    def county_ones(self) -> Iterator[Row]:
        """Carriers of the counties that filed; they are outside the city's figure."""
        for owner in self.random.sample(self.county, COUNTY_PLANS):
            yield self._filed(owner, "filed")

    def _filed(self, owner: Row, state: str, kind: str = "general") -> Row:
        submitted = self.random.choice(working_days(FIRST_SUBMITTED, LAST_SUBMITTED))
        checked = later(submitted, self.random.randint(1, 2))
        plan = self._plan(owner, submitted, kind) | {"state": state}
        if state == "deemed_filed":
            return plan | {"filed_on": later(submitted, CHECK_WITHIN + 1)}
        return plan | {"checked_on": checked, "filed_on": later(checked, self.random.randint(0, 3))}

    def _unfinished(self, owner: Row, state: str) -> Row:
        if state in {"revision_due", "withdrawn"}:
            return self._fallen(owner, state)
        if state == "supplement":
            submitted = self.random.choice(working_days(FIRST_SUBMITTED, LAST_SUBMITTED))
            asked = {"supplement_asked_on": later(submitted, 3), "missing_items": self.random.choice(MISSING)}
            complete = {"risk_assessed": asked["missing_items"] != MISSING[0], "resources_surveyed": False}
            return self._plan(owner, submitted) | asked | complete | {"state": state}
        submitted = self.random.choice(working_days(STILL_IN_TIME, date(YEAR, 12, 27)))
        plan = self._plan(owner, submitted) | {"state": state}
        if state == "draft":
            return plan | {"submitted_on": None}
        return plan | ({"checked_on": later(submitted, 1)} if state == "checking" else {})

    def _fallen(self, owner: Row, state: str) -> Row:
        """Filed in the spring, no longer in force at the year's end."""
        submitted = self.random.choice(working_days(FIRST_SUBMITTED, date(YEAR, 5, 31)))
        ended = self.random.choice(working_days(date(YEAR, 8, 1), date(YEAR, 11, 30)))
        plan = self._plan(owner, submitted) | {"checked_on": later(submitted, 1), "filed_on": later(submitted, 3)}
        return plan | {"state": state, f"{state}_on": ended}

    def _plan(self, owner: Row, submitted: date, kind: str = "general") -> Row:
        published = self._published(submitted)
        words = "道路运输事故综合应急预案" if kind == "general" else "恶劣天气运输专项应急预案"
        reviewed = published - timedelta(days=self.random.randint(5, 20))
        return {
            "operator": owner["uscc"],
            "operator__name": owner["name"],
            "plan_title": owner["name"] + words,
            "plan_kind": kind,
            "edition": f"{YEAR}-1",
            "published_on": published,
            "reviewed_on": reviewed if owner["sector"] == "dangerous" or self.random.random() < 0.4 else None,  # noqa: PLR2004
            "risk_assessed": True,
            "resources_surveyed": True,
            "submitted_on": submitted,
            "checked_on": None,
            "supplement_asked_on": None,
            "missing_items": None,
            "filing_no": None,
            "filed_on": None,
            "revision_due_on": None,
            "review_due_on": None,
            "withdrawn_on": None,
            "area": owner["area"],
        }

    def _published(self, submitted: date) -> date:
        """A working day before; one plan in twenty is handed in late."""
        late = self.random.random() < 0.05  # noqa: PLR2004 - one in twenty
        days = working_days(date(YEAR - 1, 12, 1), submitted)
        back = self.random.randint(WITHIN + 2, WITHIN + 12) if late else self.random.randint(2, WITHIN - 1)
        return days[-back]


def _number_filings(plans: list[Row]) -> None:
    """A series without gaps in the order of filing; what is deemed filed has no number."""
    filed = [row for row in plans if row["filed_on"] and row["state"] != "deemed_filed"]
    for number, row in enumerate(sorted(filed, key=lambda row: (row["filed_on"], row["operator"])), start=1):
        row["filing_no"] = f"衡道运预案备〔{YEAR}〕{number:04d}号"
