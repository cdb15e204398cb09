"""补贴公示异议台账 of the demonstration: two that held, two that did not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.subsidies import AFTER_OBJECTION, DIVIDED, Pool, claim_no
from yunguan.demo.targets import YEAR

BEFORE = 4
"""Working days between an objection and the day on which its plan was taken back."""


def rows(centre: Centre) -> list[Row]:
    """Every objection, in the order of the pools."""
    return [row for pool in DIVIDED for row in _of(centre, pool)]


def _of(centre: Centre, pool: Pool) -> Iterator[Row]:
    claims = [row for row in centre.rows("subsidy_vehicle") if row["plan"] == pool.number]
    reopened, notice = pool.on("reopened_on"), pool.on("notice_from")
    if reopened is not None:
        first = next(row for row in claims if row["state"] == "confirmed")
        gone = next(row for row in claims if row["excluded_reason"] == AFTER_OBJECTION)
        received = working_days(date(YEAR, 1, 1), reopened)[-1 - BEFORE]
        held = {"decided_on": reopened, "recalculated_on": reopened, "state": "recalculated"}
        for number, (claim, words) in enumerate(
            ((first, "营运月数少计，请按车辆名录更正。"), (gone, "该车年内已停运，不应享受补贴。")), start=1
        ):
            decision = "查实，予以更正并重新测算。"
            yield _row(pool, number, claim, words) | held | {"received_on": received, "decision": decision}
    elif notice is not None:
        received = later(notice, 2)
        decision = "经核对申报材料与车辆名录一致，不予调整。"
        yield _row(pool, 1, claims[0], "认为分配金额偏低。") | {
            "received_on": received,
            "decided_on": later(received, 3),
            "decision": decision,
            "state": "rejected",
        }


def _row(pool: Pool, number: int, claim: Row, words: str) -> Row:
    return {
        "objection_no": f"{pool.number}-异议{number}",
        "plan": pool.number,
        "plan__name": pool.name,
        "claim": claim_no(claim),
        "objector": claim["recipient__name"],
        "in_writing": True,
        "content": words,
        "recalculated_on": None,
    }
