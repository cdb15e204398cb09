"""The settings of a scheme in words, each under its Chinese name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from yunguan.evaluation.rule import plain
from yunguan.evaluation.settings import LABELS, Basis, Settings


@dataclass(frozen=True)
class SettingWords:
    """One setting: its name, what it is set to, and the document that says so (None where none is named)."""

    code: str
    label: str
    words: str
    basis: Basis | None


def words_of(settings: Settings) -> list[SettingWords]:
    """Every setting in the order in which they are shown."""
    known = {each.setting: each for each in settings.basis}
    return [SettingWords(code, label, _WORDS[code](settings), known.get(code)) for code, label in LABELS.items()]


def _cuts(settings: Settings) -> str:
    upper, lower = (plain(each) for each in settings.cuts)
    return f"达成 100%—{upper}%，部分达成 {upper}%—{lower}%，未达成 {lower}%—0%"


def _overshoot(settings: Settings) -> str:
    over = settings.overshoot
    cut = f"按超出比例扣减，最低得 {plain(over.floor * 100)}% 的分值" if over.deducts else "不扣分"
    return f"超过目标值的 {plain(over.threshold * 100)}% 须说明原因，{cut}"


def _caps(settings: Settings) -> str:
    told = (f"执行率低于 {plain(cap.below * 100)}% 的总分不超过 {plain(cap.most)} 分" for cap in settings.caps)
    return "；".join(told) or "不封顶"


def _bands(settings: Settings) -> str:
    return "；".join(f"{band.word}：{plain(band.least)} 分及以上" for band in settings.bands)


_WORDS: dict[str, Callable[[Settings], str]] = {
    "cuts": _cuts,
    "overshoot": _overshoot,
    "caps": _caps,
    "spread": lambda settings: settings.spread.label,
    "late_share": lambda settings: f"{plain(settings.late_share * 100)}%",
    "least_sample": lambda settings: f"{settings.least_sample} 份",
    "carry_over": lambda settings: "含上年结转" if settings.carry_over else "不含上年结转",
    "places": lambda settings: f"{settings.places} 位",
    "bands": _bands,
}
