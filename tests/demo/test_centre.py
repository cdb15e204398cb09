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

TOLD_BY = LAST_DAY.replace(year=LAST_DAY.year + 1, month=1)
"""The last day of which the demonstration knows: the returns of the year are signed in January."""
LIES_AHEAD = ("_to", "_by", "planned_on", "planned_end", "promised_on", "until", "effective_from")
PLANNED = {
    ("spring_season", "last_on"),
    ("spring_season", "new_year_on"),
    ("hair_test_campaign", "cutoff_on"),
    ("performance_goal", "ends_on"),
}
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
                    if row.get(column.name) not in {None, ""}:
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
    written = [name for name in book(register).model.key_fields if name in book(register).by_name]
    if written != list(book(register).model.key_fields):
        pytest.skip("the key is made by the house from other columns")
    keys = Counter(tuple(row[name] for name in written) for row in centre.rows(register))
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


def test_nothing_that_has_happened_is_dated_after_the_january_in_which_the_year_is_told(centre: Centre) -> None:
    late = {
        (register, column)
        for register, column, value in cells(centre, Kind.DATE)
        if isinstance(value, date) and value > TOLD_BY and not ahead(register, column)
    }
    assert late == set()


def ahead(register: str, column: str) -> bool:
    """Whether a column speaks of what is to come: an end of validity, a plan, a rule that begins."""
    return column in book(register).model.expires or column.endswith(LIES_AHEAD) or (register, column) in PLANNED


def test_every_reference_is_in_its_book(centre: Centre) -> None:
    for register in registers():
        for name, target in book(register).references.items():
            (key,) = book(target).model.key_fields
            known = {row.get(key) for row in centre.rows(target)}
            if key in book(target).by_name:
                assert {row.get(name) for row in centre.rows(register)} - {None, ""} <= known, (register, name)


def test_a_name_beside_a_code_is_the_name_of_that_code(centre: Centre) -> None:
    names = {row["uscc"]: row["name"] for row in centre.rows("operator")}
    for register in registers():
        if "operator__name" in book(register).by_name:
            rows = [row for row in centre.rows(register) if row.get("operator") and row.get("operator__name")]
            assert all(row["operator__name"] == names[row["operator"]] for row in rows)


def test_the_same_seed_gives_the_same_rows_in_any_order(centre: Centre) -> None:
    again = Centre(SEED)
    for register in reversed(registers()):
        assert again.rows(register) == centre.rows(register)


def test_another_seed_gives_other_people(centre: Centre) -> None:
    assert Centre(SEED + 1).rows("staff") != centre.rows("staff")
