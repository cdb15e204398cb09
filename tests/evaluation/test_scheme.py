"""What must hold of a scheme before it is used."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.evaluation.small import SMALL, item, with_item
from yunguan.evaluation.rule import Target
from yunguan.evaluation.rules.on_date import OnDate
from yunguan.evaluation.scheme import Group, Scheme, problems, shipped
from yunguan.evaluation.settings import Band, Basis, Settings


def told(scheme: Scheme, known: frozenset[str] | None = None) -> str:
    """All complaints in one text."""
    return "\n".join(problem.message for problem in problems(scheme, known))


@pytest.mark.parametrize("scheme", list(shipped()), ids=lambda each: each.code)
def test_every_shipped_scheme_is_whole(scheme: Scheme) -> None:
    assert told(scheme) == ""
    assert sum(each.points for each in scheme.items()) == 100


def test_hunan_2023_weighs_ten_fifty_thirty_ten() -> None:
    groups = shipped().get("hunan_department_2023").groups
    assert [int(each.points) for each in groups] == [10, 50, 30, 10]


def test_points_that_do_not_add_up_are_named() -> None:
    changed = with_item("output.quantity.held", points=Decimal(15))
    assert "“数量”应为 60 分，下级指标合计 55 分" in told(changed)


def test_a_whole_that_is_not_a_hundred_is_named() -> None:
    groups = (replace(SMALL.groups[0], points=Decimal(50)), *SMALL.groups[1:])
    assert "总分应为 100 分" in told(replace(SMALL, groups=groups))


def test_a_code_used_twice_is_named() -> None:
    assert "用了不止一次" in told(with_item("output.quantity.held", id="output.quantity.filed"))


def test_an_unknown_indicator_is_named() -> None:
    assert "引用的指标“a.b”不存在" in told(with_item("output.quantity.held", figure="a.b"), frozenset())


def test_a_day_is_no_target_of_a_number() -> None:
    changed = with_item("output.quantity.held", target=Target(date(2023, 1, 1)))
    assert "目标值应是数字" in told(changed)


def test_a_fourth_level_is_refused() -> None:
    deep = Group(
        "a", "一", Decimal(40), (Group("a.b", "二", Decimal(40), (Group("c", "三", Decimal(40), (item(),)),)),)
    )
    assert "最多三级" in told(replace(SMALL, groups=(deep,)))


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (Settings(cuts=(Decimal(50), Decimal(60))), "两个分界"),
        (Settings(bands=(Band("优", Decimal(90)),)), "最后一级从 0 分起"),
        (Settings(late_share=Decimal(2)), "0 至 1 之间"),
        (Settings(basis=(Basis("nothing", "文件"),)), "没有名为“nothing”的设置项"),
    ],
)
def test_settings_that_cannot_be_are_named(settings: Settings, words: str) -> None:
    assert words in told(replace(SMALL, settings=settings))


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        (Target(Decimal(24)), "≥24场"),
        (Target(words="保持平稳"), "保持平稳"),
        (Target(), ""),
    ],
)
def test_the_aim_is_printed_with_its_sign(target: Target, shown: str) -> None:
    assert item(target=target).aim == shown


def test_a_day_is_printed_as_people_write_it() -> None:
    assert item(target=Target(date(2023, 2, 28)), rule=OnDate()).aim == "2023年2月28日前"
