"""The cyclic collector rests during an import and works again after it, however it ends."""

from __future__ import annotations

import gc

import pytest

from yunguan.core.collector import collector_held_back


def test_the_collector_rests_inside_and_works_again_after_a_fault() -> None:
    seen: list[bool] = []

    def broken() -> None:
        with collector_held_back():
            seen.append(gc.isenabled())
            raise ValueError("row")

    with pytest.raises(ValueError, match="row"):
        broken()
    assert (seen, gc.isenabled()) == ([False], True)


def test_a_collector_that_somebody_else_stopped_stays_stopped() -> None:
    gc.disable()
    try:
        with collector_held_back():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
