"""Invented people."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from yunguan.core.codes import identity_number
from yunguan.core.codes.identity_number import Sex
from yunguan.demo.people import People

FIRST, LAST = date(1970, 1, 1), date(1970, 12, 31)


def test_the_number_tells_birth_and_sex() -> None:
    person = People(Random(3), range(100)).born_between(FIRST, LAST, women=1)
    assert identity_number.birth_date(person.identity_number) == person.born
    assert identity_number.sex(person.identity_number) is Sex.FEMALE
    assert FIRST <= person.born <= LAST


def test_people_of_two_bands_never_share_a_number() -> None:
    some, others = People(Random(1), range(2)), People(Random(1), range(2, 4))
    drawn = [{people.born_between(FIRST, LAST).identity_number for _ in range(200)} for people in (some, others)]
    assert len(drawn[0]) == len(drawn[1]) == 200
    assert drawn[0].isdisjoint(drawn[1])


def test_a_band_that_is_used_up_is_said_to_be() -> None:
    people = People(Random(1), range(2))
    people.born_between(FIRST, FIRST, women=1)
    with pytest.raises(ValueError, match="已用尽"):
        people.born_between(FIRST, FIRST, women=1)
