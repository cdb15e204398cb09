"""Write a workbook of operators in which the good rows and the bad ones, of forty kinds, are known.

    python tools/bad_rows.py FOLDER [--each 250] [--seed 1]

Makes FOLDER/经营业户名录.xlsx with EACH bad rows of every kind among as many good ones, and FOLDER/truth.json, which
names the Excel row of every good row and, for every bad one, its kind and the heading of the wrong cell.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from xlsxwriter import Workbook

from yunguan.core.codes.uscc import problem
from yunguan.demo.companies import credit_code

SHEET = "经营业户名录"
HEADS = (
    "业户名称", "统一社会信用代码", "业户类型", "行业类别", "两客一危", "应备案应急预案", "法定代表人", "手机", "地址",
    "经营许可证号", "许可证有效期至", "质量信誉等级", "开业日期", "行政区划", "状态",
)  # fmt: skip
NO_NUMBER = object()
"""A formula that was saved without its result."""

Row = dict[str, Any]
Spoil = Callable[[Row, Random], None]


@dataclass(frozen=True)
class Kind:
    """One way to be wrong, and in which column."""

    name: str
    column: str
    spoil: Spoil | None


def put(name: str, column: str, value: Any) -> Kind:
    """The cell holds this instead."""

    def spoil(row: Row, random: Random) -> None:
        del random
        row[column] = value

    return Kind(name, column, spoil)


def change(name: str, column: str, how: Callable[[str], Any]) -> Kind:
    """The cell holds what becomes of its right text."""

    def spoil(row: Row, random: Random) -> None:
        del random
        row[column] = how(row[column])

    return Kind(name, column, spoil)


def _other_last(code: str) -> str:
    return next(code[:-1] + char for char in "0123456789" if char != code[-1] and problem(code[:-1] + char))


def _old_licence(row: Row, random: Random) -> None:
    row["许可证有效期至"] = row["开业日期"] - timedelta(days=random.randrange(1, 900))


def _no_key_trade(row: Row, random: Random) -> None:
    del random
    row["行业类别"], row["两客一危"] = "机动车维修", "是"


CODE, PHONE, OPENED = "统一社会信用代码", "手机", "开业日期"
SECOND = Kind("the code of an operator above, but another name", CODE, None)
"""Made last: below the good row whose code it bears."""
KINDS = (
    put("no name", "业户名称", None),
    put("no code", CODE, None),
    put("no kind of operator", "业户类型", None),
    put("no trade", "行业类别", None),
    put("no opening day", OPENED, None),
    put("no area", "行政区划", None),
    change("code with a wrong check character", CODE, _other_last),
    change("code one short", CODE, lambda code: code[:-1]),
    change("old number of fifteen digits", CODE, lambda code: "4304" + code[4:8] + "1234567"),
    change("code with a full-width digit", CODE, lambda code: "９" + code[1:]),
    change("code with the letter O", CODE, lambda code: code[:3] + "O" + code[4:]),
    change("code in lower case", CODE, lambda code: code.lower()),
    change("code with a space inside", CODE, lambda code: code[:8] + " " + code[8:]),
    put("code kept as a number", CODE, 914304001234567890),
    change("code with letters for the division", CODE, lambda code: code[:2] + "AB" + code[4:]),
    change("code with a Cyrillic letter", CODE, lambda code: code[:8] + "М" + code[9:]),
    change("telephone one short", PHONE, lambda phone: phone[:-1]),
    change("telephone with a letter", PHONE, lambda phone: phone[:5] + "O" + phone[6:]),
    change("telephone with the country", PHONE, lambda phone: "+86" + phone),
    change("telephone that no network has", PHONE, lambda phone: "12" + phone[2:]),
    put("telephone of an office", PHONE, "0734-8123456"),
    put("a day that does not exist", OPENED, "2019-02-30"),
    put("a year of two digits", OPENED, "19-3-4"),
    put("a month without a day", OPENED, "2019年3月"),
    put("a day as a bare number", OPENED, 43567),
    put("a word for a day", OPENED, "建厂时"),
    put("day or month first", OPENED, "03/04/2019"),
    put("a time of day", OPENED, datetime(2019, 3, 4, 13, 30)),  # noqa: DTZ001 - a cell knows no zone
    Kind("a licence that ends before the opening", "许可证有效期至", _old_licence),
    put("an unknown trade", "行业类别", "航空运输"),
    put("neither yes nor no", "应备案应急预案", "也许"),
    put("an unknown state", "状态", "关门"),
    put("an area of another city", "行政区划", "湘潭县"),
    put("a group of areas", "行政区划", "市城区"),
    change("a name that is too long", "业户名称", lambda name: name * 12),
    change("a name with something unseen", "业户名称", lambda name: name[:3] + "\u200b" + name[3:]),
    put("an error of a formula", "经营许可证号", "#N/A"),
    put("a formula without its result", "经营许可证号", NO_NUMBER),
    Kind("a trade that has no key carriers", "两客一危", _no_key_trade),
    SECOND,
)


def good_row(random: Random, number: int) -> Row:
    """An operator with nothing wrong."""
    opened = date(2008, 1, 1) + timedelta(days=random.randrange(5000))
    return {
        "业户名称": f"衡阳试验{number:05d}号运输有限公司",
        CODE: credit_code(random, "91"),
        "业户类型": random.choice(("企业法人", "分支机构")),
        "行业类别": random.choice(("普通货运", "道路客运", "危险货物运输")),
        "两客一危": "否",
        "应备案应急预案": random.choice("是否"),
        "法定代表人": "张试",
        PHONE: f"168{random.randrange(10**8):08d}",
        "地址": f"衡阳市试验路{number}号",
        "经营许可证号": f"430400{number:06d}",
        "许可证有效期至": date(2026, 12, 31),
        "质量信誉等级": random.choice(("AAA", "AA", "A")),
        OPENED: opened,
        "行政区划": random.choice(("珠晖区", "雁峰区", "耒阳市", "祁东县")),
        "状态": "营业",
    }


def make(each: int, seed: int) -> list[tuple[Row, Kind | None]]:
    """Good rows and bad ones in a random order; the kind is None for a good one."""
    random = Random(seed)  # noqa: S311 - reproducible, not secret
    kinds: list[Kind | None] = [kind for kind in KINDS if kind is not SECOND for _ in range(each)]
    kinds += [None] * (each * len(KINDS))
    random.shuffle(kinds)
    made: list[tuple[Row, Kind | None]] = []
    for number, kind in enumerate(kinds, start=1):
        row = good_row(random, number)
        if kind is not None and kind.spoil is not None:
            kind.spoil(row, random)
        made.append((row, kind))
    codes = random.sample([row[CODE] for row, kind in made if kind is None], each)
    seconds = [good_row(random, len(kinds) + number) | {CODE: code} for number, code in enumerate(codes, start=1)]
    return [*made, *((row, SECOND) for row in seconds)]


def write(path: Path, rows: list[Row]) -> None:
    """The workbook, each value as the kind of cell that a clerk would have made of it."""
    with Workbook(str(path), {"constant_memory": True, "strings_to_formulas": False}) as workbook:
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        moment = workbook.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        sheet = workbook.add_worksheet(SHEET)
        sheet.write_row(0, 0, HEADS)
        for number, row in enumerate(rows, start=1):
            for index, head in enumerate(HEADS):
                value = row[head]
                if value is NO_NUMBER:
                    sheet.write_formula(number, index, "=B1&C1", None, "")
                elif value == "#N/A":
                    sheet.write_formula(number, index, "=NA()", None, "#N/A")
                elif isinstance(value, date):
                    sheet.write_datetime(number, index, value, moment if isinstance(value, datetime) else day)
                elif value is not None:
                    sheet.write(number, index, value)


def main() -> None:
    """Write both files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--each", type=int, default=250, help="bad rows of every kind")
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    made = make(wanted.each, wanted.seed)
    write(wanted.folder / f"{SHEET}.xlsx", [row for row, _ in made])
    truth = {
        "sheet": SHEET,
        "good": [row for row, (_, kind) in enumerate(made, start=2) if kind is None],
        "bad": [
            {"row": row, "kind": kind.name, "column": kind.column}
            for row, (_, kind) in enumerate(made, start=2)
            if kind is not None
        ],
    }
    text = json.dumps(truth, ensure_ascii=False, indent=1)
    (wanted.folder / "truth.json").write_text(text, encoding="utf-8")
    print(f"{len(truth['good'])} good rows, {len(truth['bad'])} bad rows of {len(KINDS)} kinds in {wanted.folder}")


if __name__ == "__main__":
    main()
