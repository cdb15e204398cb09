"""客运牌证库存 of the demonstration."""

from __future__ import annotations

from itertools import pairwise

from yunguan.demo.centre import Centre, Row
from yunguan.registers.passenger.plate_stock import split_serial


def ranges(centre: Centre) -> list[tuple[str, int, int, Row]]:
    """Prefix, first and last number of every batch, in order."""
    found = []
    for row in centre.rows("plate_stock"):
        low, high = split_serial(row["serial_from"]), split_serial(row["serial_to"])
        assert low
        assert high
        found.append((low[0], low[1], high[1], row))
    return sorted(found, key=lambda each: each[:2])


def test_no_two_batches_overlap(centre: Centre) -> None:
    for before, after in pairwise(ranges(centre)):
        assert before[0] != after[0] or before[2] < after[1]


def test_every_plate_lies_in_a_batch_that_had_come(centre: Centre) -> None:
    batches = ranges(centre)
    for plate in centre.rows("plate"):
        parts = split_serial(plate["serial"])
        assert parts
        (row,) = [each[3] for each in batches if each[0] == parts[0] and each[1] <= parts[1] <= each[2]]
        assert (row["plate_kind"], row["level"]) == (plate["plate_kind"], plate["level"])
        assert row["received_on"] <= plate["issued_on"]
