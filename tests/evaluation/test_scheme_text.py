"""A scheme as data and back."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.evaluation.small import SMALL, with_item
from yunguan.evaluation.scheme import Scheme, shipped
from yunguan.evaluation.scheme_text import SchemeFault, digest, from_data, to_data


def through_json(scheme: Scheme) -> Any:
    """The data after a journey through text."""
    return json.loads(json.dumps(to_data(scheme), ensure_ascii=False))


@pytest.mark.parametrize("scheme", [*shipped(), SMALL], ids=lambda each: each.code)
def test_writing_and_reading_is_identity(scheme: Scheme) -> None:
    assert from_data(through_json(scheme)) == scheme


def test_the_digest_changes_with_any_item() -> None:
    assert digest(SMALL) == digest(from_data(through_json(SMALL)))
    assert digest(SMALL) != digest(with_item("output.quantity.held", unit="次"))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda data: data.pop("title"), "缺少“title”"),
        (lambda data: data.update(kind="nothing"), "方案的类型不能识别"),
        (lambda data: data["groups"][0].update(points="many"), "产出的分值不能识别"),
        (
            lambda data: data["groups"][0]["children"][0]["children"][0]["rule"].update(code="x"),
            "没有名为“x”的计分规则",
        ),
        (lambda data: data["groups"][0]["children"][0]["children"][0]["target"].update(value="a"), "目标值不能识别"),
        (lambda data: data.update(groups="none"), "应是一组指标"),
        (lambda data: data["settings"].update(places="two"), "方案的设置（places）不能识别"),
    ],
)
def test_what_is_no_scheme_is_refused_with_its_place(spoil: Any, words: str) -> None:
    data = through_json(SMALL)
    spoil(data)
    with pytest.raises(SchemeFault, match=words):
        from_data(data)
