"""The examinations of the year: uneven enough that both published rates of absence hold."""

from __future__ import annotations

from fractions import Fraction

from yunguan.demo.sittings import sittings
from yunguan.demo.targets import aim


def test_the_sittings_come_to_the_published_counts() -> None:
    assert len(sittings()) == aim("safety.managers_exam.sessions")
    for name in ("registered", "attended", "passed"):
        assert sum(getattr(each, name) for each in sittings()) == aim(f"safety.managers_exam.{name}")


def test_the_mean_absence_of_a_sitting_is_the_published_one() -> None:
    rates = [Fraction(each.registered - each.attended, each.registered) for each in sittings()]
    assert round(100 * sum(rates) / len(rates)) == aim("safety.managers_exam.absence_rate_stated")


def test_the_mean_pass_rate_of_a_sitting_is_the_published_one() -> None:
    rates = [Fraction(each.passed, each.attended) for each in sittings()]
    assert round(100 * sum(rates) / len(rates)) == aim("safety.managers_exam.pass_rate_stated")


def test_nobody_sits_without_a_seat() -> None:
    assert all(each.passed <= each.attended <= each.registered <= each.capacity for each in sittings())


def test_whoever_waits_found_the_sitting_full() -> None:
    assert all(each.registered == each.capacity for each in sittings() if each.waiting)
