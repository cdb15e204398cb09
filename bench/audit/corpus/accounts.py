"""The books of an invented unit for one year: every amount follows from the others, in 0.01 of the money unit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bench.audit.corpus.dice import Dice
from bench.audit.corpus.trade import Project, Trade

_WAGES = (
    ("30101", "基本工资", 30),
    ("30102", "津贴补贴", 12),
    ("30103", "奖金", 8),
    ("30107", "绩效工资", 25),
    ("30108", "机关事业单位基本养老保险缴费", 10),
    ("30110", "职工基本医疗保险缴费", 5),
    ("30113", "住房公积金", 9),
)
_GOODS = (
    ("30201", "办公费", 10),
    ("30202", "印刷费", 4),
    ("30206", "电费", 6),
    ("30207", "邮电费", 3),
    ("30211", "差旅费", 8),
    ("30213", "维修（护）费", 5),
    ("30226", "劳务费", 7),
    ("30228", "工会经费", 6),
    ("30299", "其他商品和服务支出", 9),
)
_FAMILY = (("30302", "退休费", 8), ("30305", "生活补助", 5), ("30399", "其他对个人和家庭的补助", 2))
_CAPITAL = (("31002", "办公设备购置", 3),)
PENSION, CARE, HOUSING = ("208", "社会保障和就业支出"), ("210", "卫生健康支出"), ("221", "住房保障支出")
_PENSION_LINES = (("2080505", "机关事业单位基本养老保险缴费支出"), ("2080502", "事业单位离退休"))

Lines = tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class Spent:
    """A project's money: the first budget, the adjusted one, what was spent."""

    project: Project
    initial: int
    adjusted: int
    executed: int


@dataclass(frozen=True)
class Vehicles:
    """三公经费: budget, actual and last year's actual of each kind (abroad, purchase, running, hosting)."""

    budget: tuple[int, int, int, int]
    actual: tuple[int, int, int, int]
    before: tuple[int, int, int, int]


@dataclass(frozen=True)
class Function:
    """A line of the functional classification, with its basic and its project part."""

    code: str
    name: str
    basic: int
    project: int

    @property
    def total(self) -> int:
        return self.basic + self.project


@dataclass(frozen=True)
class Accounts:
    """All figures of a unit in one year."""

    year: int
    posts: int
    in_post: int
    retired: int
    wages: Lines
    goods: Lines
    family: Lines
    capital: Lines
    projects: tuple[Spent, ...]
    basic_added: int
    three: Vehicles
    business: int
    other: int
    begin: int
    end: int
    prior_income: int
    prior_spending: int
    purchases: tuple[int, int, int]
    functions: tuple[tuple[tuple[str, str], tuple[Function, ...]], ...]

    @property
    def staff_cost(self) -> int:
        return _sum(self.wages) + _sum(self.family)

    @property
    def office_cost(self) -> int:
        return _sum(self.goods) + _sum(self.capital)

    @property
    def basic(self) -> int:
        return self.staff_cost + self.office_cost

    @property
    def project_spending(self) -> int:
        return sum(spent.executed for spent in self.projects)

    @property
    def spending(self) -> int:
        return self.basic + self.project_spending

    @property
    def income(self) -> int:
        return self.spending + self.end - self.begin

    @property
    def fiscal(self) -> int:
        return self.income - self.business - self.other


def _sum(lines: Lines) -> int:
    return sum(amount for _, _, amount in lines)


def total(lines: Lines) -> int:
    """What some lines add up to."""
    return _sum(lines)


def accounts(dice: Dice, trade: Trade, year: int, grain: int) -> Accounts:
    """The invented books; `grain` is 1 for 万元 and 10,000 for 元, so that both describe units of like size."""
    size = dice.between(9, 46)

    def amount(weight: int) -> int:
        return dice.scaled(weight * size * 30 * grain, 0.55, 1.5) + dice.between(1, 99)

    wages, goods = _lines(_WAGES, amount), _lines(_GOODS, lambda weight: amount(weight) // 4)
    family, capital = (
        _lines(_FAMILY, lambda weight: amount(weight) // 2),
        _lines(_CAPITAL, lambda weight: amount(weight) // 4),
    )
    projects = tuple(_spent(dice, project, amount(30)) for project in dice.ordered(trade.projects, dice.between(3, 5)))
    basic = _sum(wages) + _sum(goods) + _sum(family) + _sum(capital)
    spending = basic + sum(spent.executed for spent in projects)
    posts = size * 2 + dice.between(3, 9)
    begin, end = amount(2), amount(2)
    three = _three(dice, grain)
    return Accounts(
        year=year,
        posts=posts,
        in_post=posts - dice.between(1, 6),
        retired=dice.between(8, 60),
        wages=wages,
        goods=goods,
        family=family,
        capital=capital,
        projects=projects,
        basic_added=dice.scaled(basic, 0.03, 0.15),
        three=three,
        business=amount(4),
        other=amount(1),
        begin=begin,
        end=end,
        prior_income=dice.scaled(spending + end - begin, 0.82, 1.2),
        prior_spending=dice.scaled(spending, 0.82, 1.2),
        purchases=(amount(6), amount(9), amount(3)),
        functions=_functions(trade, wages, family, basic, projects),
    )


def _lines(weights: Lines, amount: Callable[[int], int]) -> Lines:
    return tuple((code, name, amount(weight)) for code, name, weight in weights)


def _spent(dice: Dice, project: Project, initial: int) -> Spent:
    adjusted = initial if dice.chance(0.5) else dice.scaled(initial, 0.85, 1.25)
    executed = adjusted if dice.chance(0.25) else dice.scaled(adjusted, 0.86, 0.998)
    return Spent(project, initial, adjusted, executed)


def _three(dice: Dice, grain: int) -> Vehicles:
    run, host = dice.between(300, 1400) * grain, dice.between(80, 400) * grain
    buy = dice.between(1500, 1980) * grain if dice.chance(0.3) else 0
    actual = (0, dice.scaled(buy, 0.9, 1), dice.scaled(run, 0.72, 0.99), dice.scaled(host, 0.4, 0.98))
    before = (0, 0, dice.scaled(run, 0.8, 1.2), dice.scaled(host, 0.5, 1.3))
    return Vehicles((0, buy, run, host), actual, before)


def _functions(
    trade: Trade, wages: Lines, family: Lines, basic: int, projects: tuple[Spent, ...]
) -> tuple[tuple[tuple[str, str], tuple[Function, ...]], ...]:
    by_code = {code: amount for code, _, amount in (*wages, *family)}
    pension = tuple(
        Function(code, name, by_code[line], 0)
        for (code, name), line in zip(_PENSION_LINES, ("30108", "30302"), strict=True)
    )
    care = (Function("2101102", "事业单位医疗", by_code["30110"], 0),)
    housing = (Function("2210201", "住房公积金", by_code["30113"], 0),)
    rest = basic - sum(line.basic for line in (*pension, *care, *housing))
    money = [spent.executed for spent in projects]
    (first, *others) = trade.items
    own = (
        Function(*first, basic=rest, project=0),
        Function(*others[0], basic=0, project=sum(money[:-1])),
        Function(*others[1], basic=0, project=money[-1]),
    )
    groups = [(trade.head, own), (PENSION, pension), (CARE, care), (HOUSING, housing)]
    return _merged(groups)


def _merged(
    groups: list[tuple[tuple[str, str], tuple[Function, ...]]],
) -> tuple[tuple[tuple[str, str], tuple[Function, ...]], ...]:
    merged: dict[tuple[str, str], tuple[Function, ...]] = {}
    for head, lines in groups:
        merged[head] = (*merged.get(head, ()), *lines)
    return tuple(sorted(merged.items()))
