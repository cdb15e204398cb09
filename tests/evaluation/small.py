"""A small scheme to score in tests: four items of 40, 20, 30 and 10 points."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from yunguan.evaluation import editing
from yunguan.evaluation.declare import PLAN, Yardstick, group
from yunguan.evaluation.rule import Target
from yunguan.evaluation.rules.at_least import AtLeast
from yunguan.evaluation.rules.execution import Execution
from yunguan.evaluation.scheme import Item, Mode, Scheme, SubjectKind

PLANNED = Yardstick(PLAN, "年度工作计划")


def item(**changes: Any) -> Item:
    """One item, at least 24, with changes."""
    plain = Item("output.quantity.filed", "备案", Decimal(40), AtLeast(), Target(Decimal(24)), "场")
    return replace(plain, **changes)


SMALL = Scheme(
    "small",
    "小方案",
    2023,
    "测试",
    SubjectKind.DEPARTMENT,
    "测试〔2023〕1号",
    (
        group(
            "output",
            "产出",
            60,
            group(
                "output.quantity", "数量", 60, item(), item(id="output.quantity.held", title="场次", points=Decimal(20))
            ),
        ),
        group(
            "benefit",
            "效益",
            30,
            group("benefit.social", "社会", 30, item(id="benefit.social.rate", title="社会", points=Decimal(30))),
        ),
        group(
            "execution",
            "执行",
            10,
            group(
                "execution.budget",
                "执行率",
                10,
                item(
                    id="execution.budget.rate",
                    title="执行率",
                    points=Decimal(10),
                    rule=Execution(),
                    target=Target(),
                    unit="%",
                    mode=Mode.LOCKED,
                ),
            ),
        ),
    ),
)


def with_item(name: str, scheme: Scheme = SMALL, **changes: Any) -> Scheme:
    """The scheme with one item changed."""
    return editing.with_item(scheme, name, replace(scheme.item(name), **changes))
