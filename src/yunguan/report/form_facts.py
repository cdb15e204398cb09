"""What a form asks: the figures by id, and of each subject its goal, scores, tasks, watches and signatures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from yunguan.core.figure import Figure

Known = str | Decimal | date | Figure | None
"""Something that a cell shows; None is unknown and prints as a gap. "" is known to be nothing."""


@dataclass(frozen=True)
class ScoreRow:
    """An item of a score tree with its two groups; texts as they are printed, ``score`` None where not evidenced."""

    level1: str
    level2: str
    title: str
    target: Known
    actual: Known
    points: Decimal
    score: Decimal | None
    reason: Known = ""


@dataclass(frozen=True)
class TargetRow:
    """An item of a goal: its two groups, what is promised, in which unit, with how many points."""

    level1: str
    level2: str
    title: str
    target: Known
    unit: Known = ""
    points: Known = ""
    basis: Known = ""


@dataclass(frozen=True)
class MoneyRow:
    """Money in 万元 by the time that it is told of."""

    initial: Known = None
    adjusted: Known = None
    executed: Known = None
    rate: Known = None  # per cent


@dataclass(frozen=True)
class Money:
    """The money of a subject by where it comes from and what it is for."""

    total: MoneyRow = MoneyRow()
    fiscal: MoneyRow = MoneyRow()
    carried: MoneyRow = MoneyRow()
    special: MoneyRow = MoneyRow()  # 纳入专户管理的非税收入拨款
    other: MoneyRow = MoneyRow()
    last_year: Known = None  # what was spent the year before


@dataclass(frozen=True)
class GoalMoney:
    """The money that a goal asks for, in 万元."""

    total: Known = None
    fiscal: Known = None
    other: Known = None


@dataclass(frozen=True)
class Goal:
    """The words of a goal, the money it asks for and what came of it."""

    attribute: Known = None
    starts_on: Known = None
    ends_on: Known = None
    mid_money: GoalMoney = GoalMoney()
    money: GoalMoney = GoalMoney()
    mid: Known = None
    annual: Known = None
    result: Known = None
    declared_on: Known = ""


@dataclass(frozen=True)
class Task:
    """A task of the year and the money planned for it, in 万元."""

    title: Known
    content: Known
    total: Known
    fiscal: Known
    other: Known


@dataclass(frozen=True)
class WatchRow:
    """An item as watched in the middle of the year; ``forecast`` in words: 确定能、有可能、完全不可能."""

    level1: str
    level2: str
    title: str
    target: Known
    reached: Known
    forecast: Known
    deviation: Known = ""
    reason: Known = ""
    measure: Known = ""


@dataclass(frozen=True)
class Watch:
    """What the watch in the middle of the year found."""

    as_of: Known = None
    money: MoneyRow = MoneyRow()  # executed and rate as of that day
    remark: Known = ""
    rows: tuple[WatchRow, ...] | None = None
    conclusion: Known = None
    submitted_on: Known = ""


@dataclass(frozen=True)
class Cap:
    """The most that a low execution of the budget lets the whole score be, and why."""

    score: Known
    why: Known


@dataclass(frozen=True)
class FundLine:
    """A line of one of the other three budgets, in 万元; ``title`` is the code and name of its class."""

    title: Known
    initial: Known
    adjusted: Known
    executed: Known
    goal: Known = ""
    result: Known = ""


@dataclass(frozen=True)
class Funds:
    """The lines of the other three budgets; empty where the unit has none."""

    government: tuple[FundLine, ...] | None = None
    state_capital: tuple[FundLine, ...] | None = None
    social_insurance: tuple[FundLine, ...] | None = None


@dataclass(frozen=True)
class Building:
    """A building finished in the year: 批复 and 实际, area in square metres, investment in 万元."""

    title: str
    approved_area: Known
    area: Known
    budget: Known
    invested: Known


@dataclass(frozen=True)
class Signature:
    """Who filled in a form and when; what is "" is signed by hand."""

    filled_by: Known = ""
    filled_on: Known = ""
    phone: Known = ""
    signed_by: Known = ""


@dataclass(frozen=True)
class Subject:
    """The department or one project, with all that its forms tell.

    ``execution`` is the item of the budget's execution, which stands apart from the other ``score`` rows. A sequence
    that is None is unknown; an empty one is known to be empty.
    """

    code: str
    name: str
    goal: Goal = Goal()
    money: Money = Money()
    execution: ScoreRow | None = None
    score: tuple[ScoreRow, ...] | None = None
    caps: tuple[Cap, ...] = ()
    targets: tuple[TargetRow, ...] | None = None
    tasks: tuple[Task, ...] | None = None
    watch: Watch = Watch()
    signature: Signature = Signature()


def _no_figure(code: str) -> Figure | None:
    del code
    return None


@dataclass(frozen=True)
class FormFacts:
    """All that the forms of one year may ask."""

    unit: str
    superior: str
    year: int
    department: Subject
    projects: tuple[Subject, ...] = ()
    funds: Funds = Funds()
    buildings: tuple[Building, ...] | None = None
    figure: Callable[[str], Figure | None] = field(default=_no_figure)
