"""项目支出绩效自评报告."""

from __future__ import annotations

from decimal import Decimal

from bench.audit.corpus.accounts import Accounts
from bench.audit.corpus.dice import Wordings
from bench.audit.corpus.draft import Draft
from bench.audit.corpus.kinds import common
from bench.audit.corpus.statements import disclosure, money, scores, work
from bench.audit.corpus.trade import Trade

_BACKGROUND = Wordings(
    tune=("{name}由{unit}组织实施，旨在{aim}。项目经{parent}批准立项，列入年度部门预算。",),
    held=("为{aim}，{parent}批复设立{name}，实施单位为{unit}，项目周期一年。",),
)
_SCORE = Wordings(
    tune=(
        "{name}自评得分{score}，评定为优；预算执行率指标得{money}。",
        "对照指标体系逐项打分，项目自评总分{score}，其中预算执行率得分{money}。",
    ),
    held=("经自评，{name}得{score}，预算执行率一项得{money}。",),
)
_SOURCE = Wordings(
    tune=(
        "资金应到位{due}，实到{whole}（财政拨款{a}，自筹{b}），资金到位率为{rate}。",
        "项目到位资金{whole}，其中财政拨款{a}、单位自筹{b}，资金到位率{rate}（应到位{due}）。",
    ),
    held=("应到位{due}，实际到位{whole}，到位率{rate}；到位资金中，财政安排{a}，自筹{b}。",),
)


def write(draft: Draft, trade: Trade, books: Accounts) -> None:
    """Background, money, management, results, problems, table."""
    spent = books.projects[draft.dice.between(0, len(books.projects) - 1)]
    name = spent.project.name
    common.cover(
        draft, f"{name}支出绩效自评报告" if name.endswith("项目") else f"{name}项目支出绩效自评报告", trade, books.year
    )
    draft.page()
    draft.chapter("项目基本情况")
    draft.say(_BACKGROUND, name=name, unit=trade.name, aim=spent.project.aim, parent=trade.parent)
    draft.chapter("项目资金情况")
    draft.part("资金到位情况")
    own = _sources(draft, spent.adjusted)
    draft.part("资金使用情况")
    draft.para(money.project_line(draft, spent))
    draft.once(trade.prose[-1:], 1)
    draft.chapter("项目组织实施情况")
    draft.once(trade.prose[:-1], 1)
    work.names(draft, trade.lists[0])
    draft.chapter("项目绩效情况")
    common.work_of_year(draft, trade, books.year)
    disclosure.quarters(draft, books)
    if draft.dice.chance(0.5):
        disclosure.upstairs(draft, books)
    common.misleading(draft)
    spot = len(draft.blocks)
    common.problems(draft, trade, "存在的问题及原因", "下一步改进措施")
    common.closing(draft, books)
    whole = scores.self_evaluation(draft, spent, trade.name, trade.parent, own)
    tail, draft.blocks[spot:] = draft.blocks[spot:], []
    _score(draft, name, whole, scores.execution_score(spent))
    draft.blocks.extend(tail)


def _sources(draft: Draft, whole: int) -> int:
    own = draft.dice.scaled(whole, 0.05, 0.3)
    due = whole if draft.dice.chance(0.5) else draft.dice.scaled(whole, 1.01, 1.1)
    total, a, b = (
        draft.money(whole, "placed"),
        draft.money(whole - own, "placed.fiscal"),
        draft.money(own, "placed.own"),
    )
    target, rate = draft.money(due, "placed.due"), draft.percent(whole, due, "placed.rate")
    draft.relate("sum", total, a, b)
    draft.relate("rate", rate, total, target)
    draft.say(_SOURCE, whole=total, a=a, b=b, due=target, rate=rate)
    return own


def _score(draft: Draft, name: str, whole: int, money_score: int) -> None:
    score = draft.num(_hundredths(whole), "分", f"score.{name}", 2)
    part = draft.num(_hundredths(money_score), "分", "", 2)
    draft.relate("bound", score, part)
    draft.say(_SCORE, name=name, score=score, money=part)


def _hundredths(value: int) -> Decimal:
    return Decimal(value).scaleb(-2)
