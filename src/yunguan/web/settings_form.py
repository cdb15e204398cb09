"""The form of what a scheme leaves to the place: its head and its settings, each with the document that says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from yunguan.core.numbers import read_decimal
from yunguan.evaluation.scheme import Scheme
from yunguan.evaluation.settings import LABELS, Band, Basis, Cap, Overshoot, Settings, Spread
from yunguan.web.scheme_form import chosen, exact
from yunguan.web.words import sentence

HUNDRED = Decimal(100)
HEAD = ("title", "doc_no", "place", "note")
LONGEST = {"title": 120, "doc_no": 120, "place": 40, "note": 1000}
MOST_SAMPLE, MOST_PLACES = 100_000, 2


@dataclass
class SettingsForm:
    """What stands in the form, and what is wrong with it by field; ``scheme`` None where it cannot be read."""

    texts: dict[str, str]
    errors: dict[str, list[str]] = field(default_factory=dict)
    scheme: Scheme | None = None

    def take(self, name: str, read: Callable[[str], Any], default: Any) -> Any:
        """A field read; where it cannot be, the complaint stands beside it and the default is taken."""
        try:
            return read(self.texts.get(name, ""))
        except ValueError as fault:
            self.errors.setdefault(name, []).append(sentence(fault))
            return default


def form_of(scheme: Scheme) -> SettingsForm:
    """The form as it opens."""
    settings = scheme.settings
    over = settings.overshoot
    texts = {name: str(getattr(scheme, name)) for name in HEAD} | {
        "upper": exact(settings.cuts[0]),
        "lower": exact(settings.cuts[1]),
        "threshold": exact(over.threshold * HUNDRED),
        "deducts": "1" if over.deducts else "",
        "floor": exact(over.floor * HUNDRED),
        "caps": "\n".join(f"{exact(cap.below * HUNDRED)} {exact(cap.most)}" for cap in settings.caps),
        "spread": settings.spread.value,
        "late_share": exact(settings.late_share * HUNDRED),
        "least_sample": str(settings.least_sample),
        "carry_over": "1" if settings.carry_over else "",
        "places": str(settings.places),
        "bands": "\n".join(f"{band.word} {exact(band.least)}" for band in settings.bands),
    }
    for each in settings.basis:
        texts |= {f"doc.{each.setting}": each.doc_no, f"article.{each.setting}": each.article}
        texts[f"confirmed.{each.setting}"] = "1" if each.confirmed else ""
    return SettingsForm(texts, scheme=scheme)


def read_form(given: Mapping[str, str], before: Scheme) -> SettingsForm:
    """The form as it was sent."""
    form = SettingsForm({name: text.replace("\r\n", "\n").strip()[:1000] for name, text in given.items()})
    head: dict[str, Any] = {name: form.texts.get(name, "")[: LONGEST[name]] for name in HEAD}
    for name, label in (("title", "名称"), ("doc_no", "依据文件"), ("place", "适用地区")):
        if not head[name]:
            form.errors[name] = [f"请填写{label}。"]
    made = replace(before, settings=_settings(form, before.settings), **head)
    form.scheme = None if form.errors else made
    return form


def _settings(form: SettingsForm, before: Settings) -> Settings:
    over = before.overshoot
    return Settings(
        cuts=(form.take("upper", read_decimal, before.cuts[0]), form.take("lower", read_decimal, before.cuts[1])),
        overshoot=Overshoot(
            form.take("threshold", _share, over.threshold),
            form.texts.get("deducts") == "1",
            form.take("floor", _share, over.floor),
        ),
        caps=form.take("caps", lambda text: tuple(_caps(text)), before.caps),
        spread=form.take("spread", chosen(Spread), before.spread),
        late_share=form.take("late_share", _share, before.late_share),
        least_sample=form.take("least_sample", lambda text: _whole(text, MOST_SAMPLE), before.least_sample),
        carry_over=form.texts.get("carry_over") == "1",
        places=form.take("places", lambda text: _whole(text, MOST_PLACES), before.places),
        bands=form.take("bands", lambda text: tuple(_bands(text)), before.bands),
        basis=tuple(_basis(form, before)),
    )


def _basis(form: SettingsForm, before: Settings) -> Iterator[Basis]:
    """The documents in the order in which they stood; new ones follow."""
    for code in dict.fromkeys([*(each.setting for each in before.basis), *LABELS]):
        doc_no = form.texts.get(f"doc.{code}", "")
        if doc_no:
            yield Basis(code, doc_no, form.texts.get(f"article.{code}", ""), form.texts.get(f"confirmed.{code}") == "1")


def _share(text: str) -> Decimal:
    return read_decimal(text) / HUNDRED


def _whole(text: str, most: int) -> int:
    value = read_decimal(text)
    if value != int(value) or not 0 <= value <= most:
        raise ValueError(f"请填 0 至 {most} 之间的整数")
    return int(value)


def _caps(text: str) -> Iterator[Cap]:
    for below, most in _pairs(text, "执行率 最高分"):
        yield Cap(_share(below), read_decimal(most))


def _bands(text: str) -> Iterator[Band]:
    for word, least in _pairs(text, "等级 最低分"):
        yield Band(word, read_decimal(least))


def _pairs(text: str, form: str) -> Iterator[tuple[str, str]]:
    for line in filter(None, (each.strip() for each in text.split("\n"))):
        first, _, second = line.partition(" ")
        if not second.strip() or " " in second.strip():
            raise ValueError(f"“{line}”应写成“{form}”，中间空一格")
        yield first, second.strip()
