"""预算执行率等于执行数除以预算数: 执行率 and 完成预算的 … % against the amounts of the same sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yunguan.audit.compare import CANNOT, finding, rate_verdict
from yunguan.audit.facts import Fact, Role
from yunguan.audit.intervals import HUNDRED, Interval, rate_interval, ratio
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.sums.find import texts_of
from yunguan.audit.sums.lists import TextFacts
from yunguan.core.finding import Conflict, Contradiction, Finding

_RATE = re.compile(
    r"执行率|(?<![测修成])完成率|执行进度|(?:支出|支付|使用)(?:进度|率|比例)|(?<!人员|结余|结转|成本|债务|预算)控制率|完成(?:年初|全年|调整后?|本年)?(?:支出)?预算数?的?$|(?:年初|全年|调整后)?预算数?的$|^(?:预算)?完成$"
)
_INITIAL, _ADJUSTED = re.compile(r"年初"), re.compile(r"全年|调整")
_FEWEST = 2
_BUDGETS = {Role.BUDGET, Role.ADJUSTED}
_SPENT = {Role.EXECUTED, Role.STATED}
_PAID, _GRANTED = (
    re.compile(r"收支(?:总计)?各|支出|支付|使用|列支|完成|开支|实际"),
    re.compile(r"安排|下达|到位|拨付|总额"),
)
_DONE_OF_BUDGET = re.compile(r"完成(?:年初|全年|调整后?|本年)?(?:支出)?预算数?的?$|预算(?:完成率|执行率)(?:为)?$")
_NOT_SPENT = re.compile(r"结[余转]|余额|剩余|超支|未|追加|调[整增减剂]|收回|核减")
_UNPAID = re.compile(r"(?:尚|还|仍)?(?:有)?未(?:支|拨|使用|列支|执行)")
_EXPLICIT = re.compile(r"年初预算|全年预算|调整后预算")


@dataclass(frozen=True)
class _Execution:
    """What was spent, the budget that the words ask for, and the other budgets of the sentence."""

    spent: Fact
    budget: Fact
    others: tuple[Fact, ...]
    explicit: bool


@rule(
    "预算执行率等于执行数除以预算数",
    why=(
        "预算执行率是全年执行数除以全年预算数（调整后），写明“年初”的才除以年初预算数；"
        "预算为零时不能计算（《项目支出绩效评价管理办法》财预〔2020〕10号所附自评表）；“三公”经费、公用经费控制率"
        "也是实际支出除以预算安排（财预〔2013〕53号附件2）。"
    ),
    compares="同一句话里的执行率、经费控制率或“完成预算的百分之几”，与这句话写出的支出数和预算数。",
    silent=(
        "句中没有同时写出支出数和预算数，或者写了追加却没有写调整后是多少时，不核对；"
        "表里的执行率由“表内比率等于同行两数之比”核对。"
    ),
    caught="年初预算 200 万元，全年执行数 150.5 万元，执行率 95.25%。",
    passed="年初预算 200 万元，全年执行数 150.5 万元，执行率 75.25%。",
    remedy="按“执行数÷全年预算数”重新计算；分母用的不是全年预算数的，在文中写明分母。",
)
def budget_execution(document: Document) -> Iterator[Verdict]:
    """The execution rate is spent over budget: the adjusted one, unless the text says 年初 (财预〔2020〕10号).

    A budget of zero has no rate.
    """
    for text in document.once(texts_of):
        for index, stated in enumerate(text.facts):
            if stated.quantity.is_rate and stated.role is not Role.TARGET:
                before = text.facts[:index]
                found = _execution(stated, before) or _behind(stated, text, index)
                if found is not None:
                    yield from _judged(stated, found)
                else:
                    yield from (*_of_nothing(stated, before), *_with_rest(stated, before))


def _execution(stated: Fact, before: Sequence[Fact]) -> _Execution | None:
    money = [fact for fact in before if fact.quantity.is_money and fact.role not in {Role.CHANGE, Role.LAST_YEAR}]
    if len(money) < _FEWEST or _chain_without_result(money):
        return None
    if stated.lead == "的" and _is_budget(money[-1]) and money[-1] is before[-1]:
        spent = next((fact for fact in reversed(money[:-1]) if fact.role in _SPENT), None)
        return None if spent is None else _Execution(spent, money[-1], (), explicit=True)
    if not _RATE.search(stated.lead) or re.search(r"绩效|目标|任务|检测|项目完成", stated.lead):
        return None
    spent = next((fact for fact in reversed(money) if fact.role is Role.EXECUTED), None)
    spent = spent or next((fact for fact in reversed(money) if _PAID.search(fact.lead) and not _is_budget(fact)), None)
    budgets = [fact for fact in money if _is_budget(fact)]
    granted = (fact for fact in money if _GRANTED.search(fact.lead) and not _UNPAID.match(fact.lead))
    budgets = budgets or [fact for fact in granted if fact is not spent]
    chosen = _chosen(stated, budgets)
    if chosen is not None and spent is not None and _told_of_another(chosen, spent, before):
        return None
    if spent is None or chosen is None or money.index(spent) < len(money) - 2:
        return None
    others = tuple(fact for fact in budgets if fact is not chosen)
    return _Execution(spent, chosen, others, explicit=bool(_EXPLICIT.search(stated.lead)))


def _of_nothing(stated: Fact, before: Sequence[Fact]) -> Iterator[Verdict]:
    """决算 0 万元，完成预算的 100 %: of a budget nothing was spent, and of no budget there is no rate."""
    spent = before[-1] if before else None
    if spent is None or not spent.quantity.is_money or spent.value or not stated.quantity.value:
        return
    between = spent.block.text[spent.quantity.end : stated.quantity.start]
    adjoin = re.fullmatch(r"\s*[，,][^，,。；;：:（(]*", between)
    if adjoin and _DONE_OF_BUDGET.search(stated.lead) and not (_is_budget(spent) or _NOT_SPENT.search(spent.lead)):
        message = (
            f"“{stated.quote}”没有依据：支出是{spent.quantity.text}，有预算的完成比例是0，"
            f"没有预算的不能计算完成比例；{CANNOT}。"
        )
        yield finding(Contradiction, (stated, spent), message, stated=stated.quantity.text)


def _with_rest(stated: Fact, before: Sequence[Fact]) -> Iterator[Verdict]:
    """支付 90 万元，未支付 10 万元，支付率 90 %: what was paid and what was not are the whole."""
    money = [fact for fact in before if fact.quantity.is_money and fact.role not in {Role.CHANGE, Role.LAST_YEAR}]
    if len(money) < _FEWEST or not _RATE.search(stated.lead) or stated.quantity.approximate:
        return
    spent, left = money[-2:]
    if not _PAID.search(spent.lead) or not _UNPAID.match(left.lead) or spent.family != left.family:
        return
    low, high = spent.value - spent.step / 2, spent.value + spent.step / 2
    rest = left.step / 2
    given = Interval(low / (low + left.value + rest) * HUNDRED, high / (high + left.value - rest) * HUNDRED)
    formula = f"{spent.quantity.text}÷（{spent.quantity.text}＋{left.quantity.text}）"
    yield rate_verdict(stated, given, (spent, left), formula)


def _told_of_another(budget: Fact, spent: Fact, before: Sequence[Fact]) -> bool:
    """True where a rate of completion already stands between the budget and what was spent: that was another item's."""
    start, end = sorted((budget.quantity.end, spent.quantity.start))
    between = (fact for fact in before if start <= fact.quantity.start < end)
    return any(fact.quantity.is_rate and _RATE.search(fact.lead) for fact in between)


def _behind(stated: Fact, text: TextFacts, index: int) -> _Execution | None:
    """The amounts stand behind a rate that opens the sentence: 执行率 90 %，其中预算 10 万元、支出 9 万元."""
    money = [fact for fact in text.facts[index + 1 :] if fact.quantity.is_money]
    if any(fact.quantity.is_money for fact in text.facts[:index]) or len(money) != _FEWEST:
        return None
    return _execution(stated, money)


def _chain_without_result(money: list[Fact]) -> bool:
    """True where something was added to the budget and the text does not say what the budget became."""
    changed = any(fact.role in {Role.ADDED, Role.CUT} for fact in money)
    return changed and not any(fact.role is Role.ADJUSTED for fact in money)


def _is_budget(fact: Fact) -> bool:
    return fact.role in _BUDGETS or (bool(re.search(r"预算", fact.lead)) and fact.role is Role.STATED)


def _chosen(stated: Fact, budgets: list[Fact]) -> Fact | None:
    initial = [fact for fact in budgets if _INITIAL.search(fact.lead)]
    adjusted = [fact for fact in budgets if fact.role is Role.ADJUSTED]
    plain = [fact for fact in budgets if fact not in initial and fact not in adjusted]
    if _INITIAL.search(stated.lead):
        order = [*initial, *plain]
    elif _ADJUSTED.search(stated.lead):
        order = [*adjusted, *plain]
    else:
        order = [*adjusted, *plain, *initial]
    return order[-1] if len(order) == 1 else (order[0] if order else None)


def _judged(stated: Fact, found: _Execution) -> Iterator[Verdict]:
    if found.budget.value == 0:
        if found.spent.value or stated.quantity.value:
            message = (
                f"“{stated.quote}”没有依据：{found.budget.subject or '预算'}为{found.budget.quantity.text}，"
                f"基数为零不能计算完成比例；{CANNOT}。"
            )
            facts = (stated, found.budget, found.spent, *found.others)
            yield finding(Contradiction, facts, message, stated=stated.quantity.text)
        return
    given = ratio(found.spent, found.budget)
    if given is None:
        return
    formula = f"{found.spent.quantity.text}÷{found.budget.quantity.text}"
    verdict = rate_verdict(stated, given, (found.spent, found.budget), formula)
    if isinstance(verdict, Contradiction):
        verdict = _by_another(stated, found, formula) or verdict
    yield verdict


def _by_another(stated: Fact, found: _Execution, formula: str) -> Finding | None:
    """The rate fits the budget that the words do not ask for: a conflict that names this reading."""
    for other in found.others:
        given = ratio(found.spent, other)
        if given is not None and not found.explicit and rate_interval(stated).overlaps(given):
            message = (
                f"“{stated.quote}”只有按{other.subject or other.quantity.text}计算时才成立，"
                f"按调整后的预算应是{formula}；文中没有写明分母，请核对或写明。"
            )
            return finding(Conflict, (stated, found.spent, other, found.budget), message, stated=stated.quantity.text)
    return None
