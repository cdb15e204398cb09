"""购置费与购车数相符: no vehicle is bought for nothing, and money for vehicles buys at least one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.compare import finding, relation
from yunguan.audit.facts import Fact, Role
from yunguan.audit.items import canonical
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.statements import of_another_year, statements, year_of
from yunguan.audit.sums.find import texts_of
from yunguan.core.finding import Conflict

_COST = "公务用车购置费"
_BOUGHT = re.compile(
    r"(?:购置|新购|更新购置|购买|购入)(?:了)?(?:公务用车|公车|车辆|小汽车|轿车|执法车)?(?:数|数量)?(?:为)?$|购置[^，,。；;]{0,6}(?:公务用车|公车)(?:数量?)?(?:为)?$"
)
_NAMED = re.compile(r"(?:公务用车|公车)购置(?:费|费用)(?:支出)?(?:为|是)?$")
_CARS = {"辆", "台"}
_OTHER = {Role.LAST_YEAR, Role.CHANGE, Role.TARGET, Role.BUDGET}
_GIVEN = re.compile(
    r"调拨|划转|捐赠|接受|报废|上年|去年|租|专项|项目(?:支出|资金)|自有|自筹|非财政|其他资金|贷款|计划|拟|预计|下一?年|明年"
)
_OF_OTHER_CARS = re.compile(r"[尾余首]款|[预首]付|以前年度|购置税|上年度?购置")
_CAR = re.compile(r"公务用车|公车")


@rule(
    "购置费与购车数相符",
    why="“三公”经费里公务用车购置费为0的，当年就没有用财政拨款购车；购置费不为0的，至少购置1辆（部门决算公开：购置费与购置数一并说明）。",
    compares="全文写明的公务用车购置费（执行数）与本年购置公务用车的辆数。",
    silent=(
        "写明调拨、捐赠、用专项或自有资金购置的，购置费写明是尾款、预付款的，没有写明是公务用车的，别的年度或计划购置的，"
        "购置费或辆数有几个不同说法的，不核对。"
    ),
    caught="公务用车购置费支出0万元。本年度用财政拨款购置公务用车7辆。",
    passed="公务用车购置费支出0万元。本年度用财政拨款购置公务用车0辆。",
    remedy="核对购车数和购置费；车辆由别处调拨或用其他资金购置的，写明来源。",
)
def vehicles_bought(document: Document) -> Iterator[Verdict]:
    """Vehicles that were bought have their cost, and a cost its vehicles."""
    if document.identity.plans:
        return
    told = [fact for text in document.once(texts_of) for fact in text.facts]
    costs, year = _costs(document, told), year_of(document)
    numbers = [fact for fact in told if _is_number_bought(fact) and not of_another_year(fact, year)]
    if not costs or not numbers or len({fact.value for fact in costs}) > 1 or len({fact.value for fact in numbers}) > 1:
        return
    cost, number = costs[0], numbers[0]
    if bool(cost.value) is bool(number.value):
        yield relation((cost, number))
        return
    said = "却购置了" if number.value else "却没有购置车辆，写的是"
    message = (
        f"公务用车购置费是{cost.quantity.text}，{said}{number.quantity.text}；"
        "只有车辆另有来源（或购置费另有用途）时才能同时成立，文中没有写明，请核对或写明。"
    )
    yield finding(Conflict, (number, cost), message, stated=number.quantity.text)


def _costs(document: Document, told: list[Fact]) -> list[Fact]:
    """What was spent on vehicles; [] where it is said to be for vehicles of another year, or their tax alone."""
    costs = [
        held.fact
        for (name, role), held in document.once(statements)
        if name == _COST and role == Role.EXECUTED.value and not held.other_year
    ]
    costs += [fact for fact in told if _NAMED.search(fact.lead) and fact.quantity.is_money and fact.role not in _OTHER]
    return [] if any(_OF_OTHER_CARS.search(fact.block.text) for fact in costs) else costs


def _is_number_bought(fact: Fact) -> bool:
    """True for the number of vehicles bought in the year with its appropriations."""
    said = fact.block.text[fact.sentence[0] : fact.quantity.end]
    bought = (
        fact.quantity.unit in _CARS and _BOUGHT.search(fact.lead) and canonical(fact.lead) != "公务用车购置及运行维护费"
    )
    named = _CAR.search("".join(fact.block.path)) or _CAR.search(fact.block.text)
    return bool(bought and named) and fact.role not in _OTHER and not _GIVEN.search(said)
