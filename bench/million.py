"""A house of a million records for the figures: raw rows with state intervals, neither history nor log.

python -m bench.million HOME RECORDS
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from bench.vehicles import credit_code, operator_name
from yunguan.cli.house import open_house
from yunguan.cli.tables import bring_tables_up_to_date

NOW = datetime(2024, 1, 8, 9, 0, tzinfo=UTC)
YEAR = date(2023, 1, 1)
AREAS = ("430405", "430406", "430407", "430408", "430421", "430422", "430423", "430424", "430426", "430481", "430482")
SHARES = {"plate": 0.5, "managers_exam_entry": 0.2, "operator": 0.1, "emergency_plan": 0.1, "payment": 0.1}
"""Which part of the records each register gets; examination sessions come on top, forty entries each."""
SEATS = 40

Values = dict[str, Any]
Steps = list[tuple[str, date]]
"""The states of a record with the day each began; the last is the present one."""


@dataclass
class Plan:
    """How many rows each register gets, and the chance that decides about them; always the same one."""

    records: int
    chance: random.Random = field(default_factory=lambda: random.Random(936))  # noqa: S311 - invented data

    def count(self, register: str) -> int:
        """The rows of a register."""
        return round(self.records * SHARES[register])

    @property
    def sessions(self) -> int:
        """The examination sessions that the entries fill."""
        return max(1, self.count("managers_exam_entry") // SEATS)

    def day(self, first: date, days: int) -> date:
        """A day within so many from the first."""
        return first + timedelta(days=self.chance.randrange(days))


def operators(plan: Plan) -> Iterator[tuple[Values, Steps]]:
    """Carriers, two in five of which must file a plan."""
    for number in range(plan.count("operator")):
        opened = plan.day(date(2005, 1, 1), 6_500)
        steps: Steps = [("operating", opened)]
        if plan.chance.random() < 0.1:  # noqa: PLR2004 - a tenth gave up
            steps.append(("cancelled", plan.day(date(2022, 9, 1), 600)))
        values = {
            "name": operator_name(number),
            "uscc": credit_code(number),
            "entity_kind": "1",
            "sector": plan.chance.choice(("passenger", "dangerous", "freight", "taxi")),
            "filing_required": plan.chance.random() < 0.4,  # noqa: PLR2004
            "opened_on": opened,
            "area": AREAS[number % len(AREAS)],
        }
        yield values | {"key_carrier": values["sector"] in {"passenger", "dangerous"}}, steps


def plans(plan: Plan) -> Iterator[tuple[Values, Steps]]:
    """Emergency plans, each through submission and filing, some due for revision."""
    owners = plan.count("operator")
    for number in range(plan.count("emergency_plan")):
        submitted = plan.day(date(2022, 3, 1), 700)
        steps: Steps = [("submitted", submitted)]
        if plan.chance.random() < 0.8:  # noqa: PLR2004
            steps.append(("filed", submitted + timedelta(days=5)))
            if plan.chance.random() < 0.2:  # noqa: PLR2004
                steps.append(("revision_due", submitted + timedelta(days=240)))
        values = {
            "operator_id": number % owners + 1,
            "sector": "passenger",
            "key_carrier": number % 2 == 0,
            "filing_required": True,
            "plan_title": f"综合应急预案{number}",
            "plan_kind": "general",
            "edition": "1",
            "published_on": submitted,
            "submitted_on": submitted,
            "area": AREAS[number % owners % len(AREAS)],
        }
        yield values, steps


def sessions(plan: Plan) -> Iterator[tuple[Values, Steps]]:
    """Examination sessions over three years."""
    for number in range(plan.sessions):
        held = date(2021, 6, 1) + timedelta(days=number * 1_000 // plan.sessions)
        values = {"session_no": f"K{number:06d}", "exam_on": held, "room": "一", "capacity": SEATS, "area": "430400"}
        yield values, [("planned", held - timedelta(days=30)), ("held", held), ("published", held + timedelta(days=7))]


def entries(plan: Plan) -> Iterator[tuple[Values, Steps]]:
    """Entries for the sessions: absent, failed, passed and certified ones."""
    owners = plan.count("operator")
    for number in range(plan.count("managers_exam_entry")):
        session = number % plan.sessions
        held = date(2021, 6, 1) + timedelta(days=session * 1_000 // plan.sessions)
        outcome = plan.chance.choices(("absent", "failed", "passed", "certified"), (20, 15, 15, 50))[0]
        steps: Steps = [("applied", held - timedelta(days=20)), ("registered", held - timedelta(days=15))]
        steps += (
            [("passed", held), ("certified", held + timedelta(days=9))] if outcome == "certified" else [(outcome, held)]
        )
        values = {
            "session_id": session + 1,
            "exam_on": held,
            "name": "某人",
            "identity_number": f"{number:018d}",
            "operator_id": number % owners + 1,
            "post": "head",
            "trade": "freight",
            "applied_on": held - timedelta(days=20),
            "score": None if outcome == "absent" else 85,
            "area": AREAS[number % owners % len(AREAS)],
        }
        yield values, steps


def plates(plan: Plan) -> Iterator[tuple[Values, Steps]]:
    """Plates issued over two years, some returned."""
    owners = plan.count("operator")
    for number in range(plan.count("plate")):
        issued = plan.day(date(2022, 7, 1), 730)
        steps: Steps = [("issued", issued)]
        if plan.chance.random() < 0.2:  # noqa: PLR2004
            steps.append(("returned", issued + timedelta(days=60)))
        values = {
            "serial": f"湘包{number:08d}",
            "plate_kind": plan.chance.choice(("charter", "extra", "route")),
            "level": plan.chance.choice("1234"),
            "operator_id": number % owners + 1,
            "issued_on": issued,
            "area": AREAS[number % owners % len(AREAS)],
        }
        yield values, steps


def payments(plan: Plan) -> Iterator[tuple[Values, Steps]]:
    """Payments over two years in every fund and class that the figures ask for."""
    classes = ("30101", "30201", "30211", "30212", "30217", "30231", "30301", "31002")
    for number in range(plan.count("payment")):
        paid = plan.day(date(2022, 7, 1), 730)
        kind = plan.chance.choice(("basic", "project"))
        values = {
            "voucher_no": f"Z{number:08d}",
            "line_no": 1,
            "paid_on": paid,
            "year": paid.year,
            "fund": plan.chance.choice(("general", "general", "general", "government_fund", "state_capital")),
            "kind": kind,
            "project_code": plan.chance.choice(("DLYSFW", "YBSJ", "LLRYPX")) if kind == "project" else None,
            "economic_class": plan.chance.choice(classes),
            "payee": "某单位",
            "amount": plan.chance.randrange(1, 5_000_000),
            "summary": "支付",
            "area": "430400",
        }
        yield values, [("valid", paid)]


REGISTERS = {
    "operator": operators,
    "emergency_plan": plans,
    "managers_exam_session": sessions,
    "managers_exam_entry": entries,
    "plate": plates,
    "payment": payments,
}
"""In the order in which they refer to one another."""


def fill(home: str, records: str) -> dict[str, Any]:
    """Make the house; the keys of each register count from 1."""
    open_house(Path(home))
    bring_tables_up_to_date()
    from django.db import connection, transaction  # noqa: PLC0415 - after the house is open

    from yunguan.registers.book import book  # noqa: PLC0415
    from yunguan.registers.services import open_register  # noqa: PLC0415

    plan, counts, began = Plan(int(records)), {}, time.perf_counter()
    for register, made in REGISTERS.items():
        with transaction.atomic():
            counts[register] = _insert_register(register, made(plan))
            open_register(book(register), range(2020, 2025))
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # what autovacuum does within a minute
    return {"records": counts, "intervals": _intervals(), "seconds": round(time.perf_counter() - began, 1)}


def _intervals() -> int:
    from yunguan.office.workflow.tables import StateInterval  # noqa: PLC0415

    return StateInterval.objects.count()


def _insert_register(register: str, rows: Iterator[tuple[Values, Steps]]) -> int:
    from yunguan.office.workflow.tables import StateInterval  # noqa: PLC0415
    from yunguan.registers.book import book  # noqa: PLC0415

    model = book(register).model
    blank = model(created_at=NOW, version=1)
    names = [each.attname for each in model._meta.concrete_fields]
    intervals: list[tuple[Any, ...]] = []

    def table() -> Iterator[tuple[Any, ...]]:
        for key, (values, steps) in enumerate(rows, start=1):
            row = values | {"id": key, "state": steps[-1][0]}
            yield tuple(row[name] if name in row else getattr(blank, name) for name in names)
            ends = [*(day for _, day in steps[1:]), None]
            intervals.extend(
                (register, key, *step, end, NOW, end and NOW) for step, end in zip(steps, ends, strict=True)
            )

    count = _insert(model, names, table())
    columns = ["register", "record_id", "state", "valid_from", "valid_to", "recorded_at", "closed_at"]
    _insert(StateInterval, columns, iter(intervals))
    return count


def _insert(model: Any, names: list[str], rows: Iterator[tuple[Any, ...]]) -> int:
    from django.db import connection  # noqa: PLC0415

    fields = {each.attname: each for each in model._meta.concrete_fields}
    instants = [at for at, name in enumerate(names) if fields[name].get_internal_type() == "DateTimeField"]
    stamp = fields[names[instants[0]]].get_db_prep_save(NOW, connection)
    columns = ", ".join(connection.ops.quote_name(fields[name].column) for name in names)
    marks = ", ".join(["%s"] * len(names))
    count = 0

    def ready() -> Iterator[tuple[Any, ...]]:
        nonlocal count
        for row in rows:
            count += 1
            yield tuple(stamp if at in instants and cell else cell for at, cell in enumerate(row))

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {model._meta.db_table} ({columns}) FROM STDIN") as copy:
                for row in ready():
                    copy.write_row(row)
        else:
            statement = f"INSERT INTO {model._meta.db_table} ({columns}) VALUES ({marks})"  # noqa: S608
            cursor.executemany(statement, ready())  # type: ignore[arg-type] # sqlite3 takes any iterator
    return count


if __name__ == "__main__":
    print(json.dumps(fill(*sys.argv[1:])))
