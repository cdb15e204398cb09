"""A workbook of vehicles as an office might send it, with rows spoilt in known places and known ways."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from stdnum.cn import uscc
from xlsxwriter import Workbook

from yunguan.core.codes import vin
from yunguan.core.columns import Column

EVERY = 250
"""One row in so many is spoilt."""
OPERATORS = 1_000
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_START = date(2012, 1, 1)
_SECTORS = ("道路客运", "危险货物运输", "普通货运", "巡游出租", "汽车租赁")

Row = dict[str, Any]


def credit_code(number: int) -> str:
    """A valid code of a division that does not exist."""
    body = f"91430499MA{number:07d}"
    return body + str(uscc.calc_check_digit(body))


def operator_name(number: int) -> str:
    """The invented name that goes with the code."""
    return f"第{number}运输有限公司"


def _no_plate(row: Row, _before: Row) -> None:
    row["plate"] = None


def _look_alike(row: Row, _before: Row) -> None:
    row["plate"] = row["plate"][:2] + "O" + row["plate"][3:]


def _plate_taken(row: Row, before: Row) -> None:
    row["plate"], row["plate_colour"] = before["plate"], before["plate_colour"]


def _no_such_operator(row: Row, _before: Row) -> None:
    row["operator"] = credit_code(OPERATORS + 7)


def _wrong_digit(row: Row, _before: Row) -> None:
    row["operator"] = row["operator"][:-1] + ("A" if row["operator"][-1] != "A" else "B")


def _other_name(row: Row, _before: Row) -> None:
    row["operator__name"] = "另一家公司"


def _no_such_day(row: Row, _before: Row) -> None:
    row["registered_on"] = "2023-02-30"


def _no_such_choice(row: Row, _before: Row) -> None:
    row["sector"] = "空中客运"


def _words_for_a_number(row: Row, _before: Row) -> None:
    row["seats"] = "四十九座"


def _seats_of_a_coach(row: Row, _before: Row) -> None:
    row["sector"], row["seats"] = "道路客运", 0


SPOILERS: tuple[Callable[[Row, Row], None], ...] = (
    _no_plate,
    _look_alike,
    _plate_taken,
    _no_such_operator,
    _wrong_digit,
    _other_name,
    _no_such_day,
    _no_such_choice,
    _words_for_a_number,
    _seats_of_a_coach,
)


def vehicles(count: int) -> Iterator[tuple[Row, bool]]:
    """Rows by column name as they stand in a workbook, and whether each was spoilt; always the same ones."""
    chance = random.Random(20231130)  # noqa: S311 - invented data, the same every time
    before: Row = {}
    for number in range(count):
        row = _vehicle(number, chance)
        spoilt = number % EVERY == EVERY - 1
        if spoilt:
            SPOILERS[number // EVERY % len(SPOILERS)](row, before)
        yield row, spoilt
        before = row


def write_vehicles(path: Path, title: str, columns: Sequence[Column], count: int) -> list[int]:
    """Write the workbook; returns the rows of Excel that are spoilt."""
    spoilt: list[int] = []
    with Workbook(str(path), {"constant_memory": True, "default_date_format": "yyyy-mm-dd"}) as workbook:
        sheet = workbook.add_worksheet(title)
        sheet.write_row(0, 0, [column.label for column in columns])
        for number, (row, bad) in enumerate(vehicles(count), start=1):
            sheet.write_row(number, 0, [row.get(column.name) for column in columns])
            if bad:
                spoilt.append(number + 1)
    return spoilt


def _vehicle(number: int, chance: random.Random) -> Row:
    owner = chance.randrange(OPERATORS)
    sector = chance.choice(_SECTORS)
    freight = sector in {"危险货物运输", "普通货运"}
    registered = _START + timedelta(days=chance.randrange(4_000))
    stopped = chance.random() < 0.1  # noqa: PLR2004 - a tenth of the vehicles
    return {
        "plate": f"湘D{_LETTERS[number // 10_000]}{number % 10_000:04d}",
        "plate_colour": "黄" if freight or sector == "道路客运" else "蓝",
        "operator": credit_code(owner),
        "operator__name": operator_name(owner),
        "sector": sector,
        "brand": f"牌号{chance.randrange(300)}型",
        "vin": _vin(number),
        "engine_no": f"E{number:08d}",
        "seats": None if freight else chance.choice((5, 7, 19, 37, 49)),
        "tonnage_kg": chance.randrange(1_500, 32_000, 10) if freight else None,
        "fuel": chance.choice(("汽油", "柴油", "天然气", "电动")),
        "certificate_no": f"430400{number:08d}",
        "technical_grade": chance.choice(("一级", "二级")),
        "insured_to": registered + timedelta(days=4_400),
        "registered_on": registered,
        "stopped_on": registered + timedelta(days=90) if stopped else None,
        "area": "430405",
        "state": "停运" if stopped else "营运",
    }


def _vin(number: int) -> str:
    text = f"LGX1234508{number:07d}"
    return text[:8] + vin.check_digit(text) + text[9:]
