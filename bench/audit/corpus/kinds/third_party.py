"""绩效评价报告 by a third party."""

from __future__ import annotations

from decimal import Decimal

from bench.audit.corpus.accounts import Accounts
from bench.audit.corpus.dice import Wordings
from bench.audit.corpus.draft import Draft
from bench.audit.corpus.kinds import common
from bench.audit.corpus.statements import disclosure, money, scores, work
from bench.audit.corpus.trade import Trade

_SURVEY = Wordings(
    tune=(
        "问卷发放{sent}，有效回收{back}，回收率为{rb}；统计有效答卷{valid}，满意{pleased}，服务对象满意度{rs}。",
        "评价组发放问卷{sent}，收回{back}，回收率{rb}；其中有效问卷{valid}，表示满意的{pleased}，满意度{rs}。",
        "本次评价向{served}发放问卷{sent}，回收{back}（回收率{rb}），剔除无效问卷后有效{valid}，满意{pleased}，满意度为{rs}。",
    ),
    held=("问卷调查共发出{sent}、收回{back}，回收率为{rb}。有效问卷{valid}中选择“满意”的{pleased}，满意度{rs}。",),
)
_RESULT = Wordings(
    tune=(
        "经综合评价，本项目评价得分为{score}，评价结果为“{grade}”。",
        "综合评定，项目得分{score}，评价等级为“{grade}”。决策、过程、产出、效益四部分得分见下表。",
    ),
    held=("经评价组集体讨论，该项目最终得{score}，等级“{grade}”，各部分得分汇总如下。",),
)
_GRADES = ((9000, "优"), (8000, "良"), (6000, "中"))
_ITEMS = Wordings(
    tune=("决策类指标分值{p}，得分{s}，得分率{r}。",),
    held=("决策方面满分{p}，实际得到{s}，得分率为{r}。",),
)


def write(draft: Draft, trade: Trade, books: Accounts) -> None:
    """Background, evaluation, result, analysis, experience, problems and advice."""
    spent = books.projects[0]
    draft.para(f"{trade.place}{books.year}年度{spent.project.name}绩效评价报告", "title")
    draft.para(
        "评价机构：信衡绩效评价咨询有限公司" if draft.held else "评价机构：正和会计师事务所（普通合伙）", "cover"
    )
    draft.para(f"{books.year + 1}年{draft.dice.between(6, 9)}月", "date")
    draft.page()
    draft.chapter("项目概况")
    draft.para(f"{spent.project.name}由{trade.name}组织实施，目的是{spent.project.aim}。")
    draft.part("资金投入和使用情况")
    draft.para(money.project_line(draft, spent))
    draft.part("项目内容")
    work.names(draft, trade.lists[0])
    draft.chapter("绩效评价工作开展情况")
    _survey(draft, spent.project.served)
    common.misleading(draft)
    draft.chapter("综合评价情况及评价结论")
    _result(draft, spent.project.name)
    draft.chapter("绩效评价指标分析")
    common.work_of_year(draft, trade, books.year)
    disclosure.quarters(draft, books)
    disclosure.covered(draft, books)
    draft.chapter("主要经验及做法")
    draft.once(trade.prose[-1:], 1)
    common.problems(draft, trade, "存在的问题及原因分析", "有关建议")
    draft.para("附：被评价单位报送的项目支出绩效自评表（自评得分由单位自行填报，与评价得分口径不同）", "note")
    scores.self_evaluation(draft, spent, trade.name, trade.parent)


def _survey(draft: Draft, served: str) -> None:
    sent = draft.dice.between(18, 80) * 10
    back = draft.dice.scaled(sent, 0.86, 0.99)
    valid = draft.dice.scaled(back, 0.93, 0.99)
    pleased = draft.dice.scaled(valid, 0.86, 0.97)
    refs = {
        name: draft.num(count, "份", f"survey.{name}")
        for name, count in (("sent", sent), ("back", back), ("valid", valid), ("pleased", pleased))
    }
    rates = {"rb": draft.percent(back, sent, "survey.rb"), "rs": draft.percent(pleased, valid, "survey.rs")}
    draft.relate("rate", rates["rb"], refs["back"], refs["sent"])
    draft.relate("rate", rates["rs"], refs["pleased"], refs["valid"])
    for more, less in (("sent", "back"), ("back", "valid"), ("valid", "pleased")):
        draft.relate("bound", refs[more], refs[less])
    draft.say(_SURVEY, served=served, **refs, **rates)


def _result(draft: Draft, name: str) -> None:
    spot = len(draft.blocks)
    whole = scores.framework(draft, "score.final")
    table = draft.blocks.pop()
    grade = next((word for least, word in _GRADES if whole >= least), "差")
    draft.say(_RESULT, name=name, score=draft.num(Decimal(whole).scaleb(-2), "分", "score.final", 2), grade=grade)
    draft.blocks.insert(spot + 1, table)
    points = draft.num(15, "分", "points.决策")
    score = next(item for item in draft.items.values() if getattr(item, "key", "") == "score.决策")
    got = draft.num(score.value, "分", "score.决策", 2)  # type: ignore[union-attr]
    rate = draft.percent(int(score.value * 100), 1500, "scorerate.决策")  # type: ignore[union-attr]
    draft.relate("rate", rate, got, points)
    draft.say(_ITEMS, p=points, s=got, r=rate)
