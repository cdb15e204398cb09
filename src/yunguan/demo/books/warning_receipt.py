"""预警签收台账: the operators of the urban area that each warning was sent to."""

from __future__ import annotations

from random import Random

from yunguan.demo.books.check_template import SECTORS
from yunguan.demo.books.operator import URBAN, operating
from yunguan.demo.books.warning_relay import LATEST, clock
from yunguan.demo.centre import Centre, Row

LATE_IN_THE_DAY = "23:00"
UNREACHED = 0.015
SILENT = 0.02
FEEDBACK = ("已通知全部在途车辆", "已安排专人值守，加强车辆例检", "已转发司机群并逐车提醒", "已停发涉险班次")


def rows(centre: Centre) -> list[Row]:
    """One row a warning and operator."""
    chance = centre.random("warning_receipt")
    owners = [row for row in operating(centre, *SECTORS) if row["area"] in URBAN]
    sent = [row for row in centre.rows("warning_relay") if row["state"] in {"forwarded", "lifted"}]
    return [_row(chance, warning, owner) for warning in sent for owner in _told(warning, owners)]


def _told(warning: Row, owners: list[Row]) -> list[Row]:
    return [row for row in owners if row["key_carrier"]] if warning["audience"] == "key_carriers" else owners


def _row(chance: Random, warning: Row, owner: Row) -> Row:
    known = {
        "warning": warning["warning_no"],
        "operator": owner["uscc"],
        "operator__name": owner["name"],
        "sent_on": warning["forwarded_on"],
        "sent_at": warning["forwarded_at"],
        "area": owner["area"],
    }
    draw = chance.random()
    if draw < UNREACHED:
        return known | {"closed_on": warning["forwarded_on"], "state": "unreached"}
    if draw < UNREACHED + SILENT or (warning["forwarded_on"] >= LATEST and draw < 0.3):  # noqa: PLR2004 - a day later
        return known | {"state": "sent"}
    answered = min(clock(warning["forwarded_at"], chance.randint(2, 95)), LATE_IN_THE_DAY)
    return known | {
        "acknowledged_on": warning["forwarded_on"],
        "acknowledged_at": answered,
        "feedback": chance.choice(FEEDBACK),
        "state": "acknowledged",
    }
