"""Two writers on one budget line: the last fen is spent once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection, transaction

from tests.budget.ledger import grant, pay, stop_overspend
from yunguan.budget.payment import Payment
from yunguan.office.workflow.runtime import Refused

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        "connection.vendor != 'postgresql'",
        reason="SQLite admits one writing transaction at a time, and its test database lives in one process' memory",
    ),
]


def budget() -> None:
    """1,000 元 on each of two lines, in books that were opened for the year already."""
    grant("1000", "301")
    grant("1000", "302")
    pay("0", "30301")
    stop_overspend()


def in_thread(pool: ThreadPoolExecutor, work: Callable[[], object]) -> Future[object]:
    def run() -> object:
        try:
            return work()
        finally:
            connection.close()

    return pool.submit(run)


def refused(work: Callable[[], object]) -> bool:
    try:
        work()
    except Refused:
        return True
    return False


def test_the_second_writer_waits_for_the_first_and_is_then_refused() -> None:
    budget()
    written, may_end = Event(), Event()

    def first() -> None:
        with transaction.atomic():
            pay("600")
            written.set()
            may_end.wait(timeout=20)

    with ThreadPoolExecutor(2) as pool:
        one = in_thread(pool, first)
        assert written.wait(timeout=20)
        other = in_thread(pool, lambda: refused(lambda: pay("600")))
        with pytest.raises(TimeoutError):
            other.result(timeout=0.5)
        may_end.set()
        one.result(timeout=20)
        assert other.result(timeout=20) is True


def test_of_many_writers_only_as_many_are_served_as_there_is_money_for() -> None:
    budget()
    with ThreadPoolExecutor(8) as pool:
        outcomes = [in_thread(pool, lambda: refused(lambda: pay("300"))) for _ in range(8)]
        assert sum(outcome.result(timeout=60) is False for outcome in outcomes) == 3
    assert Payment.objects.filter(amount__gt=0).count() == 3


def test_writers_on_other_lines_do_not_wait() -> None:
    budget()
    written, may_end = Event(), Event()

    def first() -> None:
        with transaction.atomic():
            pay("600")
            written.set()
            may_end.wait(timeout=20)

    with ThreadPoolExecutor(2) as pool:
        one = in_thread(pool, first)
        assert written.wait(timeout=20)
        other = in_thread(pool, lambda: refused(lambda: pay("600", "30101")))
        try:
            assert other.result(timeout=20) is False
        finally:
            may_end.set()
        one.result(timeout=20)
