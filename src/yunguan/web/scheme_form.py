"""The form of one indicator of a scheme: typed texts to an item and back, with what is wrong beside each field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from yunguan.core.numbers import read_date, read_decimal
from yunguan.evaluation.rule import Rule, Target, TargetSource, rule_kinds
from yunguan.evaluation.rules.banded import Step
from yunguan.evaluation.rules.checklist import Clause
from yunguan.evaluation.rules.satisfaction import Satisfaction
from yunguan.evaluation.scheme import Item, Mode
from yunguan.indicators.indicator import catalogue
from yunguan.web.words import sentence

LONGEST = 200
LONGEST_LINES = 4000
_PLAIN = ("unit", "figure", "own_budget_figure", "section", "formula")


@dataclass
class ItemForm:
    """What stands in the form and what is wrong with it, by field; ``item`` None where it cannot be read."""

    texts: dict[str, str]
    errors: dict[str, list[str]] = field(default_factory=dict)
    item: Item | None = None

    def take(self, name: str, read: Callable[[str], Any], default: Any = None) -> Any:
        """A field read; where it cannot be, the complaint stands beside it and the default is taken."""
        text = self.texts.get(name, "")
        if not text:
            return default
        try:
            return read(text)
        except ValueError as fault:
            self.errors.setdefault(name, []).append(sentence(fault))
            return default


def chosen(kind: type[StrEnum]) -> Callable[[str], Any]:
    """Reads one of the words of a list."""

    def read(text: str) -> Any:
        if text not in set(kind):
            raise ValueError("请从列表中选择")
        return kind(text)

    return read


def exact(value: Decimal) -> str:
    """A number as it is typed: every digit, no idle zero."""
    return format(value.normalize() if value else Decimal(0), "f")


def form_of(item: Item) -> ItemForm:
    """The form as it opens."""
    target = item.target
    texts = {
        "title": item.title,
        "points": exact(item.points),
        "rule": item.rule.code,
        "value": _shown(target.value),
        "words": target.words,
        "source": target.source.value,
        "basis": target.basis,
        "baseline": _shown(target.baseline),
        "mode": item.mode.value,
        **{name: getattr(item, name) for name in _PLAIN},
    }
    for each in fields(item.rule):
        texts[f"{item.rule.code}.{each.name}"] = _PARAMETERS[each.name].write(getattr(item.rule, each.name))
    return ItemForm(texts, item=item)


def read_form(given: Mapping[str, str], before: Item) -> ItemForm:
    """The form as it was sent; what it leaves out of the item stays as it was."""
    form = ItemForm({name: text.replace("\r\n", "\n").strip()[: _longest(name)] for name, text in given.items()})
    if not form.texts.get("title"):
        form.errors["title"] = ["请填写指标名称。"]
    if not form.texts.get("points"):
        form.errors["points"] = ["请填写分值。"]
    rule = _rule(form, before.rule)
    plainly: dict[str, Any] = {name: form.texts.get(name, "") for name in _PLAIN}
    item = replace(
        before,
        title=form.texts.get("title", ""),
        points=form.take("points", read_decimal, before.points),
        rule=rule,
        target=_target(form, rule),
        mode=form.take("mode", chosen(Mode), before.mode),
        **plainly,
    )
    form.item = None if form.errors else replace(item, sample=_sample(item, before))
    return form


def _longest(name: str) -> int:
    return LONGEST_LINES if name in {"banded.steps", "checklist.clauses"} else LONGEST


def _rule(form: ItemForm, before: Rule) -> Rule:
    kind = rule_kinds().get(form.texts.get("rule", ""))
    if kind is None:
        form.errors["rule"] = ["请选择计分规则。"]
        return before
    given = {}
    for each in fields(kind):
        name = f"{kind.code}.{each.name}"
        if each.name == "below":
            given[each.name] = form.texts.get(name) == "1"
        elif form.texts.get(name):
            given[each.name] = form.take(name, _PARAMETERS[each.name].read, each.default)
    return kind(**given)


def _target(form: ItemForm, rule: Rule) -> Target:
    return Target(
        form.take("value", read_date if rule.takes is date else read_decimal),
        form.texts.get("words", ""),
        form.take("source", chosen(TargetSource), TargetSource.PLAN),
        form.texts.get("basis", ""),
        form.take("baseline", read_decimal),
    )


def _sample(item: Item, before: Item) -> tuple[str, str] | None:
    """The answers behind a satisfaction rate, where the catalogue has them beside the rate."""
    if not isinstance(item.rule, Satisfaction):
        return None
    if item.figure == before.figure:
        return before.sample
    public = item.figure.removesuffix(".rate")
    found = (f"{public}.valid", f"{public}.satisfied")
    return found if all(name in catalogue() for name in found) else None


def _shown(value: Decimal | date | None) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else format(value, "f")


@dataclass(frozen=True)
class Parameter:
    """How one parameter of a rule is typed and shown."""

    read: Callable[[str], Any]
    write: Callable[[Any], str]


def _read_steps(text: str) -> tuple[Step, ...]:
    return tuple(_step(line) for line in _lines(text))


def _step(line: str) -> Step:
    parts = line.split()
    if len(parts) != 2:  # noqa: PLR2004 - limit and points
        raise ValueError(f"“{line}”应写成“上限 得分”，中间空一格")
    return Step(read_decimal(parts[0]), read_decimal(parts[1]))


def _write_steps(steps: tuple[Step, ...]) -> str:
    return "\n".join(f"{exact(each.upto)} {exact(each.points)}" for each in steps)


def _read_clauses(text: str) -> tuple[Clause, ...]:
    return tuple(_clause(n, line) for n, line in enumerate(_lines(text), start=1))


def _clause(number: int, line: str) -> Clause:
    """One line: 代码 behind the words, so that what was ticked stays ticked; new ones are numbered."""
    words, _, rest = line.partition("｜")
    weight, _, code = rest.partition("｜")
    weighed = read_decimal(weight) if weight.strip() else Decimal(1)
    return Clause(code.strip() or f"point{number}", words.strip(), weighed)


def _write_clauses(clauses: tuple[Clause, ...]) -> str:
    return "\n".join(f"{each.words}｜{exact(each.weight)}｜{each.code}" for each in clauses)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


_NUMBER = Parameter(read_decimal, exact)
_PARAMETERS = {
    "step": _NUMBER,
    "minus": _NUMBER,
    "of": _NUMBER,
    "below": Parameter(lambda text: text == "1", lambda value: "1" if value else ""),
    "steps": Parameter(_read_steps, _write_steps),
    "clauses": Parameter(_read_clauses, _write_clauses),
}
