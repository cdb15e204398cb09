import pytest

from tests.audit.pairs.paired import ACCOUNT, DEPARTMENT, held, paired, said
from yunguan.audit.pairs.pair import Kin

RULE = "empty_funds"
NONE = "三、政府性基金预算支出情况\n{}\n"
TABLE = (
    "政府性基金预算财政拨款收入支出决算表\n单位：万元\n项目\t年初结转和结余\t本年收入\t本年支出\t年末结转和结余\n{}\n"
)
EMPTY, FILLED = "合计\t\t\t\t", "合计\t0.00\t12.00\t12.00\t0.00"


@pytest.mark.parametrize(
    ("text", "row", "expected"),
    [
        ("我单位没有政府性基金预算支出。", FILLED, ["error"]),
        ("本年度没有此项支出。", FILLED, ["error"]),
        ("政府性基金支出 12.00 万元，用于测量站。", EMPTY, ["warning"]),
        ("我单位没有政府性基金预算支出。", EMPTY, []),
        ("政府性基金支出 12.00 万元，用于测量站。", FILLED, []),
        ("上年没有政府性基金预算支出，本年政府性基金支出 12.00 万元。", FILLED, []),
    ],
)
def test_what_is_said_to_be_none_has_an_empty_table(text: str, row: str, expected: list[str]) -> None:
    report = paired(
        DEPARTMENT.format(year=2023) + NONE.format(text), ACCOUNT.format(year=2023) + TABLE.format(row), Kin.COMPANION
    )

    assert said(RULE, report) == expected


def test_an_empty_table_beside_none_is_listed() -> None:
    ours = DEPARTMENT.format(year=2023) + NONE.format("我单位没有政府性基金预算支出。")
    assert held(RULE, paired(ours, ACCOUNT.format(year=2023) + TABLE.format(EMPTY), Kin.COMPANION))
