"""The rows of the demonstration: nothing missing, nothing wrong in itself, the same every time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from yunguan.core.codes import identity_number, mobile, plate, uscc, vin
from yunguan.core.columns import Kind
from yunguan.demo.build import SEED
from yunguan.demo.centre import Centre, registers
from yunguan.demo.people import NOWHERE
from yunguan.demo.targets import LAST_DAY
from yunguan.registers.book import book, books

MAY_LIE_AHEAD = {"licence_valid_to", "valid_to", "insured_to"}
NEXT_SITTING = {"exam_on", "closes_on"}
CODES: dict[Kind, Callable[[str], str | None]] = {
    Kind.IDENTITY_NUMBER: identity_number.problem,
    Kind.USCC: uscc.problem,
    Kind.PLATE: plate.problem,
    Kind.MOBILE: mobile.problem,
    Kind.VIN: vin.warning,
}


def cells(centre: Centre, kind: Kind) -> Iterator[tuple[str, str, object]]:
    """Every filled cell of a kind, with its register and column."""
    for register in registers():
        for column in book(register).columns:
            if column.kind is kind:
                for row in centre.rows(register):
                    if row[column.name] is not None:
                        yield register, column.name, row[column.name]


def test_every_book_has_rows(centre: Centre) -> None:
    assert set(registers()) == set(books())
    assert all(centre.rows(register) for register in registers())


@pytest.mark.parametrize("register", registers())
def test_every_row_has_the_columns_of_its_book(centre: Centre, register: str) -> None:
    wanted = {column.name for column in book(register).columns if column.required}
    has_state = "state" in book(register).by_name
    for row in centre.rows(register):
        assert row.keys() <= set(book(register).by_name)
        assert {name for name in wanted if row.get(name) in {None, ""}} == set()
        assert not has_state or row["state"] in book(register).workflow.labels


@pytest.mark.parametrize("register", registers())
def test_no_two_rows_share_the_key(centre: Centre, register: str) -> None:
    keys = Counter(tuple(row[name] for name in book(register).model.key_fields) for row in centre.rows(register))
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("kind", CODES, ids=str)
def test_every_code_passes_its_check(centre: Centre, kind: Kind) -> None:
    found = list(cells(centre, kind))
    assert found
    assert [cell for cell in found if CODES[kind](str(cell[2]))] == []


def test_no_code_can_belong_to_anybody(centre: Centre) -> None:
    people = {str(value) for _, _, value in cells(centre, Kind.IDENTITY_NUMBER)}
    companies = {row["uscc"] for row in centre.rows("operator")}
    assert {number[:6] for number in people} == {NOWHERE}
    assert {code[2:8] for code in companies} == {NOWHERE}


def test_one_identity_number_is_one_person(centre: Centre) -> None:
    pairs = {
        (row["identity_number"], row["name"])
        for register in ("staff", "practitioner", "managers_exam_entry")
        for row in centre.rows(register)
    }
    assert len({number for number, _ in pairs}) == len(pairs)


def test_company_names_are_given_once(centre: Centre) -> None:
    names = [row["name"] for row in centre.rows("operator")]
    assert len(set(names)) == len(names)


def test_nothing_is_dated_after_the_year(centre: Centre) -> None:
    late = {
        (register, column)
        for register, column, value in cells(centre, Kind.DATE)
        if isinstance(value, date) and value > LAST_DAY and column not in MAY_LIE_AHEAD
    }
    assert late == {("managers_exam_session", column) for column in NEXT_SITTING}


def test_every_reference_is_in_its_book(centre: Centre) -> None:
    for register in registers():
        for name, target in book(register).references.items():
            (key,) = book(target).model.key_fields
            known = {row[key] for row in centre.rows(target)}
            assert {row[name] for row in centre.rows(register)} - {None} <= known


def test_a_name_beside_a_code_is_the_name_of_that_code(centre: Centre) -> None:
    names = {row["uscc"]: row["name"] for row in centre.rows("operator")}
    for register in registers():
        if "operator__name" in book(register).by_name:
            rows = [row for row in centre.rows(register) if row["operator"]]
            assert all(row["operator__name"] == names[row["operator"]] for row in rows)


def test_the_same_seed_gives_the_same_rows_in_any_order(centre: Centre) -> None:
    again = Centre(SEED)
    for register in reversed(registers()):
        assert again.rows(register) == centre.rows(register)


def test_another_seed_gives_other_people(centre: Centre) -> None:
    assert Centre(SEED + 1).rows("staff") != centre.rows("staff")
