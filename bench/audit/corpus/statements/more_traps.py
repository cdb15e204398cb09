"""More true statements that mislead: subsets, other denominators, other years, other sources, people and visits."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from bench.audit.corpus.dice import Wordings
from bench.audit.corpus.draft import Draft

_SUBSET = Wordings(
    tune=(
        "现有干部职工{all}人，其中党员{a}人、女职工{b}人、中级以上职称{c}人，本科以上学历{d}人。",
        "{all}名职工中，党员{a}名，女性{b}名，具有专业技术职称的{c}名，35岁以下的{d}名。",
    ),
    held=("在岗{all}人：党员{a}人，女同志{b}人，持执业资格证书{c}人，退役军人{d}人。",),
)
_EXAMPLES = Wordings(
    tune=(
        "日常公用经费主要用于维持运转，其中办公费{a}{u}、差旅费{b}{u}、维修费{c}{u}等，三项开支较大。",
        "当年主要支出包括设备维护{a}{u}、印刷{b}{u}、租赁{c}{u}等方面。",
    ),
    held=("开支较多的科目有劳务{a}{u}、邮电{b}{u}、培训{c}{u}，其余科目金额均较小。",),
)
_OTHER_WHOLE = Wordings(
    tune=(
        "问卷发放{sent}份、回收{back}份，其中老年群体填写{old}份，老年群体满意度为{rate}%，高于总体水平。",
        "抽查档案{sent}份，合格{back}份；其中涉及重点对象{old}份，重点对象档案合格率为{rate}%。",
    ),
    held=("回访{sent}人，接通{back}人，其中企业用户{old}人，企业用户好评率{rate}%。",),
)
_SOURCES = Wordings(
    tune=(
        "从全口径看，当年各类资金来源支出{all}{u}；其中一般公共预算财政拨款支出{part}{u}，其余为单位资金和往来结算。",
        "一般公共预算财政拨款支出{part}{u}（不含单位资金），含单位资金在内共支出{all}{u}。",
    ),
    held=("财政拨款口径支出{part}{u}，全口径支出{all}{u}，口径差为单位资金支出。",),
)
_TARGET = Wordings(
    tune=(
        "年初确定的目标是群众满意率不低于{goal}%，实际达到{real}%，超额完成。",
        "计划完成随访{plan}人，实际完成{done}人，计划全部完成；满意率目标值{goal}%，实际值{real}%。",
    ),
    held=("目标值≥{goal}%，经调查实际为{real}%；随访计划{plan}人，实际{done}人。",),
)
_EARLIER = Wordings(
    tune=(
        "对比来看，{before}年同类项目投入{a}{u}，{earlier}年投入{b}{u}，近年来投入结构逐步优化。",
        "{earlier}年以来累计投入{a}{u}，其中{before}年投入{b}{u}。",
    ),
    held=("{earlier}、{before}两年该项投入分别为{b}{u}、{a}{u}，均不在本年度评价范围。",),
)
_PEOPLE = Wordings(
    tune=(
        "培训覆盖{people}人，累计参训{visits}人次，人均参训次数逐年提高。",
        "志愿服务队有成员{people}人，全年服务{visits}人次。",
    ),
    held=("惠及{people}人、{visits}人次，部分对象多次参加。",),
)
_UPKEEP = Wordings(
    tune=("机关运行经费支出{a}{u}，比年初预算数节约，主要是压减会议和差旅；该口径只含参公单位，与公用经费口径不同。",),
    held=("本部门机关运行经费{a}{u}，仅反映行政和参公单位，不等同于公用经费合计。",),
)
_MONEY_TIME = Wordings(
    tune=("截至{month}月底支出进度为{half}%，到年末全部完成；12月当月支付占全年的{last}%。",),
    held=("序时进度方面，{month}月末为{half}%，年底收官；全年支付中12月占{last}%。",),
)
_WORDS = Wordings(
    tune=("坚持“三会一课”“四个意识”，落实“一岗双责”，做到“两个维护”，党员干部一对一结对帮扶。",),
    held=("紧扣“五大行动”和“三项攻坚”，做到一事一策、一户一档，七分抓、三分改。",),
)
_SHARED = Wordings(
    tune=("项目总投资{all}{u}，本年度安排{part}{u}，其余按进度在以后年度安排。",),
    held=("合同总价{all}{u}，当年按进度支付{part}{u}，余款在质保期满后支付。",),
)


def _amounts(draft: Draft, **amounts: int) -> dict[str, str]:
    return {name: str(Decimal(amount).scaleb(-2)) for name, amount in amounts.items()} | {"u": draft.money_unit}


def subset(draft: Draft) -> None:
    """Traits that one person may have together."""
    whole = draft.dice.between(40, 120)
    parts = {name: draft.dice.scaled(whole, 0.3, 0.7) for name in "abcd"}
    draft.say(_SUBSET, all=str(whole), **{name: str(part) for name, part in parts.items()})


def examples(draft: Draft) -> None:
    """A list that says 等."""
    draft.say(_EXAMPLES, **_amounts(draft, **{name: draft.dice.between(400, 9000) for name in "abc"}))


def other_whole(draft: Draft) -> None:
    """A rate of some among those counted."""
    sent = draft.dice.between(300, 900)
    back = draft.dice.scaled(sent, 0.8, 0.97)
    old = draft.dice.scaled(back, 0.2, 0.5)
    rate = Decimal(draft.dice.between(880, 985)) / 10
    draft.say(_OTHER_WHOLE, sent=str(sent), back=str(back), old=str(old), rate=str(rate))


def sources(draft: Draft) -> None:
    """All money and appropriations alone."""
    whole = draft.dice.between(100_000, 900_000)
    draft.say(_SOURCES, **_amounts(draft, all=whole, part=draft.dice.scaled(whole, 0.7, 0.95)))


def target(draft: Draft) -> None:
    """A goal beside what was reached."""
    plan, goal = draft.dice.between(100, 600), draft.dice.choice((85, 90, 95))
    real = Decimal(goal * 10 + draft.dice.between(5, 45)) / 10
    draft.say(_TARGET, plan=str(plan), done=str(plan + draft.dice.between(0, 30)), goal=str(goal), real=str(real))


def earlier(draft: Draft) -> None:
    """Amounts of two earlier years."""
    year = int(draft.traits["year"])
    a = draft.dice.between(20_000, 60_000)
    b = draft.dice.scaled(a, 0.3, 0.8)
    draft.say(_EARLIER, before=str(year - 1), earlier=str(year - 2), **_amounts(draft, a=a, b=b))


def people(draft: Draft) -> None:
    """People and the times that they came."""
    count = draft.dice.between(80, 900)
    draft.say(_PEOPLE, people=str(count), visits=str(count * draft.dice.between(2, 5) + draft.dice.between(1, 70)))


def upkeep(draft: Draft) -> None:
    """机关运行经费, which is not 公用经费."""
    draft.say(_UPKEEP, **_amounts(draft, a=draft.dice.between(3000, 90_000)))


def progress(draft: Draft) -> None:
    """How far the spending was at a month's end."""
    half = Decimal(draft.dice.between(380, 690)) / 10
    last = Decimal(draft.dice.between(81, 190)) / 10
    draft.say(_MONEY_TIME, month=str(draft.dice.choice((6, 8, 9))), half=str(half), last=str(last))


def slogans(draft: Draft) -> None:
    """Numbers in slogans."""
    draft.say(_WORDS)


def instalments(draft: Draft) -> None:
    """The whole of a project and this year's share of it."""
    whole = draft.dice.between(100_000, 500_000)
    draft.say(_SHARED, **_amounts(draft, all=whole, part=draft.dice.scaled(whole, 0.2, 0.6)))


ALL: tuple[Callable[[Draft], None], ...] = (
    subset, examples, other_whole, sources, target, earlier, people, upkeep, progress, slogans, instalments,
)  # fmt: skip
