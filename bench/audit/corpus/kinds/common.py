"""What the kinds of report share: the cover, the work of the year, problems and measures."""

from __future__ import annotations

from bench.audit.corpus.accounts import Accounts
from bench.audit.corpus.dice import Wordings
from bench.audit.corpus.draft import Draft
from bench.audit.corpus.statements import traps, work
from bench.audit.corpus.trade import Trade

_CLOSING = Wordings(
    tune=("总体看，{year}年度预算编制较为科学，执行较为规范，年度目标基本实现，自评等级为“优”。",),
    held=("综合各项指标完成情况，本年度绩效目标完成较好，自我评定等次为优。",),
)


def cover(draft: Draft, title: str, trade: Trade, year: int) -> None:
    """The cover: title, year, unit, signature, date after the period's end."""
    draft.para(title, "title")
    draft.para(f"（{year}年度）", "subtitle")
    draft.para(f"单位名称（盖章）：{trade.name}", "cover")
    draft.para("主要负责人签字：", "cover")
    draft.para(f"{year + 1}年{draft.dice.between(4, 7)}月{draft.dice.between(3, 27)}日", "date")


def duties(draft: Draft, trade: Trade) -> None:
    """The duties, as a run of text or one a line."""
    if draft.dice.chance(0.5):
        draft.para("主要职责：" + "；".join(trade.duties) + "。")
        return
    for index, duty in enumerate(trade.duties, start=1):
        draft.para(f"{index}．{duty}。" if draft.held else f"{index}.{duty}。")


def work_of_year(draft: Draft, trade: Trade, year: int) -> None:
    """Counts, rates, exams and growth between paragraphs of prose."""
    dice = draft.dice
    splits, ratios = dice.ordered(trade.splits, 3), dice.ordered(trade.ratios, 3)
    draft.part(dice.choice(("产出完成情况", "履职产出情况", "年度重点任务完成情况")))
    draft.once(trade.prose[:-1], 1)
    for one in splits:
        work.split(draft, one)
    work.names(draft, dice.choice(trade.lists[1:]))
    work.ratio(draft, ratios[0], dice.choice((1, 2)))
    draft.part(dice.choice(("履职效益情况", "效果实现情况", "取得的主要成效")))
    draft.once(trade.prose[:-1], 1)
    for rate in ratios[1:]:
        work.ratio(draft, rate, dice.choice((0, 1, 2)))
    for what in dice.ordered(trade.exams, 2):
        work.exam(draft, what)
    for what, counter in dice.ordered(trade.growths, 2):
        work.counts_growth(draft, year, what, counter)
    if dice.chance(0.5):
        work.average(draft)
    draft.once(trade.prose[:-1], 2)


def misleading(draft: Draft) -> None:
    """Traps: many where the report stays clean, a few elsewhere."""
    traps.some(draft, 14 if draft.traits["clean"] else 4)


def problems(draft: Draft, trade: Trade, first: str, second: str) -> None:
    """The problems, then a measure for each."""
    draft.chapter(first)
    work.troubles(draft, trade)
    draft.chapter(second)
    work.remedies(draft, trade)


def closing(draft: Draft, books: Accounts) -> None:
    """The last judgement."""
    draft.say(_CLOSING, year=str(books.year))


def identity(draft: Draft, trade: Trade) -> None:
    """What the office is, and how many people it has."""
    draft.para(
        f"{trade.name}为{trade.nature}，隶属{trade.parent}。"
        if "行政" not in trade.nature
        else f"{trade.name}为{trade.nature}，是{trade.parent}的工作部门。"
    )
    work.offices(draft, trade)
