"""Hostile and mistaken definitions: each is refused with a sentence, or harmless."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection

from tests.registers.own.making import FIELDS, defined, definition, field, head, row, the_book
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book
from yunguan.registers.own.definition import FieldKind, Unique
from yunguan.registers.own.judging import problems_of

pytestmark = pytest.mark.django_db
KEY = field("编号", unique=Unique.TOGETHER)

WRONG: tuple[tuple[str, dict[str, Any]], ...] = (
    ("请填写台账名称", {"title": ""}),
    ("不能含有", {"title": "甲/乙"}),
    ("已有名为", {"title": "经营业户名录"}),
    ("编码须以小写英文字母开头", {"code": "x'; DROP TABLE office_user; --"}),
    ("编码须以小写英文字母开头", {"code": "Own"}),
    ("还没有任何列", {"fields": ()}),
    ("超过 60 列", {"fields": (KEY, *(field(f"列{n}") for n in range(60)))}),
    ("重复，导入时分不清", {"fields": (KEY, field("数量"), field(" 数 量*"))}),
    ("重复，导入时分不清", {"fields": (KEY, field("金额"), field("金额（万元）"))}),
    ("系统自带的列", {"fields": (KEY, field("状态"))}),
    ("系统自带的列", {"fields": (KEY, field("序号"))}),
    ("列名须填写", {"fields": (KEY, field("　"))}),
    ("列名须填写", {"fields": (KEY, field("长" * 51))}),
    ("看不见的字符", {"fields": (KEY, field("数\u200b量"))}),
    ("不能用来认定同一行", {"fields": (field("说明", FieldKind.LONG_TEXT, unique=Unique.ALONE),)}),
    ("请至少把一列设为", {"fields": (field("编号"),)}),
    ("行政区划只能有一列", {"fields": (KEY, field("甲", FieldKind.AREA), field("乙", FieldKind.AREA))}),
    ("选项须有 1 到 100 个", {"fields": (KEY, field("等级", FieldKind.CHOICE))}),
    ("写了两次", {"fields": (KEY, field("等级", FieldKind.CHOICE, choices=(("", "甲"), ("", "甲 "))))}),
    ("小数位数", {"fields": (KEY, field("里程", FieldKind.DECIMAL, places=9))}),
    ("按一个日期列划分", {"fields": (KEY,), "period": "c1"}),
)


@pytest.mark.parametrize(("words", "given"), WRONG)
def test_a_wrong_definition_is_refused_with_a_sentence(words: str, given: dict[str, Any]) -> None:
    plain: dict[str, Any] = {"fields": (KEY,), "period": ""}
    assert any(words in each.message for each in problems_of(definition(**(plain | given))))


def test_a_right_definition_has_nothing_wrong_with_it() -> None:
    assert list(problems_of(definition(period=""))) == []


def test_a_problem_names_the_line_of_its_column() -> None:
    wrong = definition(fields=(KEY, field("状态")), period="")
    assert [each.field for each in problems_of(wrong)] == ["fields.1"]


@pytest.mark.parametrize(
    "label", ["id", "pk", "history", "objects", "select", '"; DROP TABLE x; --', "100%", "%s", "{{x}}"]
)
def test_a_label_is_only_a_label(label: str) -> None:
    """Names of columns are the house's own, so what is typed never reaches SQL or Python as a name."""
    defined(fields=(*FIELDS, field(label)))
    made = row(1, c8="值")
    assert the_book().by_name["c8"].label == label
    assert the_book().model._default_manager.get(pk=made.pk).c8 == "值"  # type: ignore[attr-defined]
    assert "office_user" in connection.introspection.table_names()


@pytest.mark.parametrize("code", ["id", "own", "services", "tables", "select", "user", "register"])
def test_a_code_that_is_a_word_elsewhere_is_harmless(code: str) -> None:
    defined(code=code)
    assert book(f"own_{code}").title == "隐患排查情况表"


def test_sixty_columns_are_taken() -> None:
    defined(fields=(KEY, *(field(f"列{n}") for n in range(59))), period="")
    assert len(the_book().columns) == 61  # and the state


def test_two_heads_may_not_take_one_title() -> None:
    defined()
    with pytest.raises(Refused, match="已有名为"):
        defined(code="other")
    assert head().section == "safety"
