"""Short words in which a scheme is declared: an item is one row, its rule and target one word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from yunguan.evaluation.rule import Rule, Target, TargetSource
from yunguan.evaluation.rules.at_least import AtLeast
from yunguan.evaluation.rules.at_most import AtMost
from yunguan.evaluation.rules.checklist import Checklist, Clause
from yunguan.evaluation.rules.equal import Equal
from yunguan.evaluation.rules.on_date import OnDate
from yunguan.evaluation.rules.qualitative import Qualitative
from yunguan.evaluation.rules.satisfaction import Satisfaction
from yunguan.evaluation.rules.yes_no import YesNo
from yunguan.evaluation.scheme import Group, Item

PLAN, HISTORY, STANDARD = TargetSource.PLAN, TargetSource.HISTORY, TargetSource.STANDARD


@dataclass(frozen=True)
class Aim:
    """A rule with the target that it is held to."""

    rule: Rule
    target: Target


@dataclass(frozen=True)
class Yardstick:
    """Where the targets of some items come from: the kind of source and its name."""

    source: TargetSource
    name: str

    def at_least(self, value: str, before: str = "") -> Aim:
        """So much or more; ``before`` is the baseline."""
        return Aim(AtLeast(), self._number(value, before))

    def at_most(self, value: str, before: str = "") -> Aim:
        """So much or less."""
        return Aim(AtMost(), self._number(value, before))

    def equal(self, value: str, before: str = "") -> Aim:
        """Exactly so much."""
        return Aim(Equal(), self._number(value, before))

    def satisfied(self, value: str, before: str = "") -> Aim:
        """So many per cent of the answers."""
        return Aim(Satisfaction(), self._number(value, before))

    def by(self, rule: Rule, value: str = "", words: str = "") -> Aim:
        """Any other rule."""
        return Aim(rule, Target(Decimal(value) if value else None, words, self.source, self.name))

    def on(self, day: date) -> Aim:
        """Not after the day."""
        return Aim(OnDate(), Target(day, source=self.source, basis=self.name))

    def judged(self, words: str) -> Aim:
        """What cannot be counted."""
        return Aim(Qualitative(), Target(words=words, source=self.source, basis=self.name))

    def done(self, words: str) -> Aim:
        """Done or not."""
        return Aim(YesNo(), Target(words=words, source=self.source, basis=self.name))

    def listed(self, **clauses: str) -> Aim:
        """A check-list: code and words of each clause."""
        found = tuple(Clause(code, words) for code, words in clauses.items())
        return Aim(Checklist(found), Target(words="各评价要点全部符合", source=self.source, basis=self.name))

    def _number(self, value: str, before: str) -> Target:
        baseline = Decimal(before) if before else None
        return Target(Decimal(value), source=self.source, basis=self.name, baseline=baseline)


def item(  # noqa: PLR0917 - a row of a table
    name: str, title: str, points: int, aim: Aim, unit: str = "", figure: str = "", section: str = "", formula: str = ""
) -> Item:
    """One row of a scheme; where the rule is one of satisfaction, the answers stand beside the rate's figure."""
    public = figure.removesuffix(".rate")
    sample = (f"{public}.valid", f"{public}.satisfied") if isinstance(aim.rule, Satisfaction) and figure else None
    return Item(
        name,
        title,
        Decimal(points),
        aim.rule,
        aim.target,
        "%" if isinstance(aim.rule, Qualitative) else unit,  # a degree of achievement
        figure,
        sample=sample,
        section=section,
        formula=formula,
    )


def group(name: str, title: str, points: int, *children: Group | Item) -> Group:
    """A first- or second-level indicator and what it must add up to."""
    return Group(name, title, Decimal(points), children)
