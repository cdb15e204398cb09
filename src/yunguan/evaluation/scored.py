"""The scored tree: each item with what was reached, what the rule gives, what a person put in its place, and totals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from yunguan.core.figure import Operand, Origin
from yunguan.core.numbers import exact_text, round_half_up
from yunguan.evaluation.rule import Judgement, Reached, Sample, Target, Verdict, plain, told
from yunguan.evaluation.scheme import Group, Item, Scheme


@dataclass(frozen=True)
class Actual:
    """What an item came to, and on whose word: a figure of the catalogue or the responsible section with evidence."""

    reached: Reached | None
    origin: Origin | None = None
    operands: tuple[Operand, ...] = ()
    evidence: str = ""
    by: str = ""
    why_none: str = ""
    sample: Sample | None = None
    figure: str = ""
    applies: bool = True


@dataclass(frozen=True)
class Edit:
    """Another score in the place of the computed one: by whom, when and why."""

    score: Decimal
    by: str
    at: datetime
    why: str


@dataclass(frozen=True)
class Review:
    """What the reviewer gives the item, and why where it differs."""

    score: Decimal
    by: str
    at: datetime
    why: str = ""


@dataclass(frozen=True)
class Remark:
    """What the unit says of an item: the reason of a deviation, and the measure."""

    reason: str = ""
    measure: str = ""


@dataclass(frozen=True)
class ScoredItem:
    """One item scored. ``points`` is what it counts after the points of items that do not apply were spread."""

    item: Item
    points: Decimal
    actual: Actual
    judgement: Judgement
    computed: Decimal | None
    edit: Edit | None = None
    review: Review | None = None
    remark: Remark = Remark()

    @property
    def score(self) -> Decimal | None:
        """The self-score: the edited one where there is one, None where nothing can be said."""
        return self.edit.score if self.edit else self.computed

    @property
    def applies(self) -> bool:
        """Whether the item counts at all."""
        return self.judgement.verdict is not Verdict.NOT_APPLICABLE

    @property
    def reason_owed(self) -> bool:
        """Whether words are owed: the rule asks for them, or a person gave less than full points."""
        edited_down = self.edit is not None and self.edit.score < self.points
        return self.judgement.reason_owed or edited_down

    @property
    def review_difference(self) -> Decimal | None:
        """The reviewer's score less the self-score."""
        if self.review is None or self.score is None:
            return None
        return self.review.score - self.score

    def items(self) -> Iterator[ScoredItem]:
        """Itself."""
        yield self

    def as_json(self) -> dict[str, Any]:
        """A leaf of ``yunguan score --json``; numbers as strings."""
        return {
            "id": self.item.id,
            "title": self.item.title,
            "points": plain(self.points),
            "target": _target(self.item.target) or self.item.aim or None,
            "target_words": self.item.aim,
            "unit": self.item.unit,
            "actual": None if self.actual.reached is None else _reached(self.actual.reached),
            "origin": self.actual.origin.value if self.actual.origin else None,
            "figure": self.actual.figure or None,
            "operands": [
                {"label": each.label, "value": None if each.value is None else exact_text(each.value)}
                for each in self.actual.operands
            ],
            "evidence": self.actual.evidence or None,
            "rule": self.item.rule.code,
            "rule_words": self.item.rule.wording(),
            "says": self.judgement.says,
            "verdict": self.judgement.verdict.value,
            "computed": _points(self.computed),
            "score": _points(self.score),
            "edited": self.edit is not None,
            "reason_owed": self.reason_owed,
            "reason": self.remark.reason or None,
            "measure": self.remark.measure or None,
            "review": _points(self.review.score if self.review else None),
        }


class Branch:
    """What has items below it, and their sums."""

    children: tuple[ScoredGroup | ScoredItem, ...]

    def items(self) -> Iterator[ScoredItem]:
        """The leaves, in order."""
        for child in self.children:
            yield from child.items()

    @cached_property
    def points(self) -> Decimal:
        """What the items that apply count together."""
        return sum((each.points for each in self.items()), Decimal(0))

    @cached_property
    def summed(self) -> Decimal | None:
        """The sum of the scores that there are; None where there is none."""
        return added(each.score for each in self.items())


@dataclass(frozen=True)
class ScoredGroup(Branch):
    """A first- or second-level indicator with the sums of what lies below it."""

    group: Group
    children: tuple[ScoredGroup | ScoredItem, ...]

    @property
    def score(self) -> Decimal | None:
        """The sum of the scores that there are; None where there is none."""
        return self.summed

    def as_json(self) -> dict[str, Any]:
        """A branch of ``yunguan score --json``."""
        return {
            "id": self.group.id,
            "title": self.group.title,
            "points": plain(self.points),
            "score": _points(self.score),
            "children": [child.as_json() for child in self.children],
        }


@dataclass(frozen=True)
class ScoredScheme(Branch):
    """The whole evaluation of one subject."""

    scheme: Scheme
    subject: str
    children: tuple[ScoredGroup, ...]
    cap: Decimal | None = None
    capped_by: str = ""

    def item(self, name: str) -> ScoredItem:
        """The leaf of that id; KeyError where there is none."""
        return {each.item.id: each for each in self.items()}[name]

    @property
    def uncapped(self) -> Decimal | None:
        """The sum of the scores before any cap."""
        return self.summed

    @cached_property
    def score(self) -> Decimal | None:
        """The whole score: the sum, not above the cap that the budget's execution sets."""
        if self.uncapped is None or self.cap is None:
            return self.uncapped
        return min(self.uncapped, self.cap)

    @cached_property
    def review_score(self) -> Decimal | None:
        """The sum with the reviewer's scores where there are some; None without any."""
        if not any(each.review for each in self.items()):
            return None
        return added(each.review.score if each.review else each.score for each in self.items())

    @cached_property
    def open_items(self) -> tuple[ScoredItem, ...]:
        """The items that apply and have no score yet."""
        return tuple(each for each in self.items() if each.applies and each.score is None)

    @property
    def band(self) -> str | None:
        """The word for the score; None as long as an item has none."""
        return None if self.open_items or self.score is None else self.scheme.settings.band(self.score)

    def as_json(self) -> dict[str, Any]:
        """The form of ``yunguan score --json``; numbers as strings."""
        return {
            "title": self.scheme.title,
            "subject": self.subject,
            "scheme": self.scheme.code,
            "points": plain(self.points),
            "score": _points(self.score),
            "uncapped": _points(self.uncapped),
            "capped_by": self.capped_by or None,
            "band": self.band,
            "not_evidenced": [each.item.id for each in self.open_items],
            "children": [child.as_json() for child in self.children],
        }


def added(scores: Iterator[Decimal | None]) -> Decimal | None:
    """The sum of those that are known; None where none is."""
    known = [score for score in scores if score is not None]
    return sum(known, Decimal(0)) if known else None


def rounded(share: Decimal | None, points: Decimal, places: int) -> Decimal | None:
    """The points that a share comes to."""
    return None if share is None else round_half_up(share * points, places)


def _points(score: Decimal | None) -> str | None:
    return None if score is None else plain(score)


def _target(target: Target) -> str | None:
    value = target.value
    if value is None:
        return None
    return exact_text(value) if isinstance(value, Decimal) else value.isoformat()


def _reached(reached: Reached) -> str:
    match reached:
        case bool():
            return told(reached)
        case Decimal():
            return exact_text(reached)
        case frozenset():
            return "、".join(sorted(reached))
        case _:
            return reached.isoformat()
