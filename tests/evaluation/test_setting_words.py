"""Settings in words."""

from __future__ import annotations

from decimal import Decimal

from yunguan.evaluation.setting_words import words_of
from yunguan.evaluation.settings import LABELS, Basis, Cap, Overshoot, Settings


def told(settings: Settings) -> dict[str, str]:
    return {each.code: each.words for each in words_of(settings)}


def test_every_setting_is_told_once_in_its_order() -> None:
    assert [each.label for each in words_of(Settings())] == list(LABELS.values())


def test_caps_and_overshoot_are_told_in_per_cent() -> None:
    words = told(Settings(caps=(Cap(Decimal("0.8"), Decimal(79)),), overshoot=Overshoot(deducts=True)))
    assert words["caps"] == "执行率低于 80% 的总分不超过 79 分"
    assert words["overshoot"] == "超过目标值的 130% 须说明原因，按超出比例扣减，最低得 60% 的分值"


def test_a_setting_without_a_document_says_so_by_having_none() -> None:
    found = {each.code: each.basis for each in words_of(Settings(basis=(Basis("cuts", "财预〔2020〕10号"),)))}
    assert found["cuts"] == Basis("cuts", "财预〔2020〕10号")
    assert found["bands"] is None
