"""The forms of a scheme: what is typed becomes an item or settings, what cannot be read is said beside its field."""

from __future__ import annotations

import pytest

from tests.evaluation.small import SMALL
from yunguan.evaluation.scheme import Item, shipped
from yunguan.web import settings_form
from yunguan.web.scheme_form import ItemForm, form_of, read_form

ITEM = SMALL.item("output.quantity.filed")
ITEMS = [pytest.param(item, id=item.id) for scheme in shipped() for item in scheme.items()]


def typed(**changes: str) -> ItemForm:
    """The form of the item sent with some fields typed anew."""
    return sent(ITEM, **changes)


def sent(item: Item, **changes: str) -> ItemForm:
    """The form of an item sent with some fields typed anew."""
    return read_form(form_of(item).texts | {name.replace("__", "."): text for name, text in changes.items()}, item)


@pytest.mark.parametrize("item", ITEMS)
def test_a_form_that_nobody_touched_is_the_item_itself(item: Item) -> None:
    assert sent(item).item == item


@pytest.mark.parametrize("scheme", [pytest.param(each, id=each.code) for each in shipped()])
def test_settings_that_nobody_touched_are_the_settings_themselves(scheme: object) -> None:
    form = settings_form.form_of(scheme)  # type: ignore[arg-type]
    assert settings_form.read_form(form.texts, scheme).scheme == scheme  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "text", "complaint"),
    [
        ("title", "", "请填写指标名称"),
        ("points", "", "请填写分值"),
        ("points", "四", "不是数字"),
        ("value", "明年", "不是数字"),
        ("baseline", "约20", "不是数字"),
        ("rule", "best", "请选择计分规则"),
        ("mode", "best", "请从列表中选择"),
        ("source", "best", "请从列表中选择"),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(field: str, text: str, complaint: str) -> None:
    form = typed(**{field: text})
    assert form.item is None
    assert complaint in form.errors[field][0]


def test_a_date_rule_takes_a_day() -> None:
    assert "不是日期" in typed(rule="on_date", value="24").errors["value"][0]
    assert typed(rule="on_date", value="2023-04-03").errors == {}


def test_steps_are_a_line_each() -> None:
    found = typed(rule="banded", banded__steps="100 5\n110 3", banded__of="5").item
    assert found is not None
    assert found.rule.wording() == "不超过 100 得 5 分；不超过 110 得 3 分；超过 110 不得分"
    assert "上限 得分" in typed(rule="banded", banded__steps="100").errors["banded.steps"][0]


def test_clauses_keep_their_codes_and_new_ones_get_one() -> None:
    found = typed(rule="checklist", checklist__clauses="有制度｜2｜finance\n有检查").item
    assert found is not None
    assert [(each.code, each.words, each.weight) for each in found.rule.clauses] == [  # type: ignore[attr-defined]
        ("finance", "有制度", 2),
        ("point2", "有检查", 1),
    ]


@pytest.mark.parametrize(
    ("field", "text", "complaint"),
    [
        ("title", "", "请填写名称"),
        ("upper", "高", "不是数字"),
        ("caps", "90", "执行率 最高分"),
        ("bands", "优秀", "等级 最低分"),
        ("places", "3", "0 至 2 之间的整数"),
        ("least_sample", "1.5", "之间的整数"),
        ("spread", "best", "请从列表中选择"),
    ],
)
def test_settings_that_cannot_be_read_are_said_beside_their_field(field: str, text: str, complaint: str) -> None:
    form = settings_form.read_form(settings_form.form_of(SMALL).texts | {field: text}, SMALL)
    assert form.scheme is None
    assert complaint in form.errors[field][0]
