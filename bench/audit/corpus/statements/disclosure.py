"""Statements that disclosures add: staff by kind, two years side by side, purchases from small firms, visits."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from bench.audit.corpus.accounts import Accounts
from bench.audit.corpus.dice import Wordings
from bench.audit.corpus.draft import Draft
from bench.audit.corpus.model import Ref
from bench.audit.corpus.statements.money import growth

_STAFF = Wordings(
    tune=(
        "截至{year}年末，实有在职人员{people}，其中：行政编制人员{a}，事业编制人员{b}。",
        "年末在职人员{people}（参公管理{a}、事业管理和专业技术{b}）。",
    ),
    held=(
        "单位现有在职职工{people}，包括机关{a}和所属单位{b}。",
        "在职{people}：公务员{a}，事业人员{b}。",
    ),
)
_GRAND = Wordings(
    tune=(
        "{year}年度收、支总计均为{now}。与{last}年度的{before}相比，收、支总计各{dir}{change}，{dir2}{rate}。",
        "{year}年收入总计与支出总计均为{now}，上年为{before}，{dir}{change}，{dir2}{rate}，主要是项目安排变化。",
    ),
    held=(
        "收支总计{now}，较上年决算数{before}{dir}{change}，{dir2}{rate}。",
        "{year}年度总计{now}（收入与支出相等），上一年度{before}，{dir}{change}，变动幅度{rate}。",
    ),
)
_KIND = Wordings(
    tune=(
        "{what}支出决算{now}，比上年的{before}{dir}{change}，{dir2}{rate}，占“三公”经费支出决算的{share}。",
        "{what}支出{now}，占{share}；与上年{before}相比{dir}{change}，{dir2}{rate}。",
    ),
    held=(
        "{what}全年支出{now}（占“三公”经费的{share}），上年{before}，{dir}{change}，{dir2}{rate}。",
        "{what}决算数为{now}，较上年{dir}{change}、{dir2}{rate}（上年{before}），在“三公”经费中占{share}。",
    ),
)
_SMALL = Wordings(
    tune=(
        "全年政府采购支出总额{whole}。授予中小企业合同金额{small}，占政府采购支出总额的{ps}，其中授予小微企业合同金额{micro}，占政府采购支出总额的{pm}。",
    ),
    held=("政府采购支出总额共{whole}，其中授予中小企业{small}，占{ps}；在此之中授予小微企业{micro}。",),
)
_VISITS = Wordings(
    tune=(
        "国内公务接待{batches}、{guests}，接待费{cost}；公务用车保有量{cars}。",
        "全年接待来访{batches}，共{guests}，开支接待费{cost}，年末公务用车保有量为{cars}。",
    ),
    held=("公务接待{cost}用于接待上级检查和同行交流，计{batches}{guests}；年末车辆保有{cars}。",),
)
_QUARTERS = Wordings(
    tune=(
        "全年开展日常检查{total}，其中一季度{a}、二季度{b}、三季度{c}、四季度{d}。",
        "一至四季度分别开展日常检查{a}、{b}、{c}、{d}，全年合计{total}。",
    ),
    held=(
        "日常检查全年{total}（一季度{a}，二季度{b}，三季度{c}，四季度{d}）。",
        "分季度看，日常检查第一季度{a}、第二季度{b}、第三季度{c}、第四季度{d}，累计{total}。",
    ),
)
_COVERED = Wordings(
    tune=(
        "组织对{count}个项目开展绩效自评，涉及资金{part}，占项目支出总额{whole}的{share}。",
        "纳入自评的项目共{count}个，资金{part}，占项目支出{whole}的{share}。",
    ),
    held=(
        "绩效自评覆盖项目{count}个、资金{part}，覆盖率（占项目支出总额{whole}）{share}。",
        "项目支出{whole}中，{part}（{count}个项目）开展了绩效自评，占{share}。",
    ),
)
_BUDGET = Wordings(
    tune=(
        "支出年初预算为{initial}，支出决算为{spent}，完成年初预算的{rate}，决算数大于预算数的主要原因是年中追加项目资金。",
        "{year}年支出决算{spent}，为年初预算{initial}的{rate}，差异主要来自年中追加。",
    ),
    held=("年初预算安排支出{initial}，年末决算{spent}，预算完成率{rate}，超出部分为年中追加。",),
)

_ABOVE = Wordings(
    tune=("积极向上争取资金{total}，其中中央资金{a}、省级资金{b}。",),
    held=("争取上级资金{total}：中央{a}，省级{b}。",),
)


def staff(draft: Draft, books: Accounts) -> None:
    """People in post by kind."""
    first = draft.dice.between(3, max(4, books.in_post - 6))
    people, a, b = (
        draft.num(books.in_post, "人", "in_post"),
        draft.num(first, "人", ""),
        draft.num(books.in_post - first, "人", ""),
    )
    draft.relate("sum", people, a, b)
    draft.say(_STAFF, year=str(books.year), people=people, a=a, b=b)


def grand(draft: Draft, books: Accounts) -> None:
    """Both totals beside those of last year."""
    now, before = books.income + books.begin, books.prior_income + books.begin
    refs = (draft.money(now, "grand"), draft.money(before, "grand.before"), draft.money(abs(now - before), "grand.ch"))
    growth(draft, _GRAND, books.year, "", "grand", refs)


def kinds_of_three(draft: Draft, books: Accounts) -> None:
    """三公经费 kind by kind: this year, last year, the change, the share."""
    actual, before = books.three.actual, books.three.before
    whole = sum(actual)
    for what, index, key in (("公务用车运行维护费", 2, "run"), ("公务接待费", 3, "host")):
        now, old = draft.money(actual[index], f"three.{key}"), draft.money(before[index], f"three.{key}.before")
        change = draft.money(abs(actual[index] - before[index]), f"three.{key}.change")
        share = draft.percent(actual[index], whole, f"three.{key}.share")
        total = next((n for n, item in draft.items.items() if getattr(item, "key", "") == "three"), None)
        if total is not None and before[index] and actual[index] != before[index]:
            draft.relate("rate", share, now, Ref(total))
            growth(draft, _KIND, books.year, what, f"three.{key}", (now, old, change), share=share)


def small_firms(draft: Draft, books: Accounts) -> None:
    """What small firms were given of the purchases."""
    total = sum(books.purchases)
    small = draft.dice.scaled(total, 0.6, 0.97)
    micro = draft.dice.scaled(small, 0.3, 0.8)
    whole, part, least = draft.money(total, "buy"), draft.money(small, "buy.small"), draft.money(micro, "buy.micro")
    ps, pm = draft.percent(small, total, "buy.small.share"), draft.percent(micro, total, "buy.micro.share")
    draft.relate("rate", ps, part, whole)
    draft.relate("rate", pm, least, whole)
    draft.relate("bound", whole, part)
    draft.say(_SMALL, whole=whole, small=part, micro=least, ps=ps, pm=pm)


def visits(draft: Draft, books: Accounts) -> None:
    """Visits and guests beside what they cost."""
    batches = draft.dice.between(8, 60)
    draft.say(
        _VISITS,
        batches=draft.num(batches, "批次", "visits"),
        guests=draft.num(batches * draft.dice.between(5, 9), "人次", "guests"),
        cost=draft.money(books.three.actual[3], "three.host"),
        cars=draft.num(draft.dice.between(1, 9), "辆", "cars"),
    )


def quarters(draft: Draft, books: Accounts) -> None:
    """A count by quarters."""
    del books
    whole = draft.dice.between(120, 900)
    parts = [draft.num(part, "次", "") for part in draft.dice.split(whole, 4)]
    total = draft.num(whole, "次", "daily.checks")
    draft.relate("sum", total, *parts)
    draft.say(_QUARTERS, total=total, **dict(zip("abcd", parts, strict=True)))


def covered(draft: Draft, books: Accounts) -> None:
    """The projects that were evaluated, of all."""
    amount = draft.dice.scaled(books.project_spending, 0.55, 0.98)
    part, whole = draft.money(amount, "covered"), draft.money(books.project_spending, "project")
    share = draft.percent(amount, books.project_spending, "covered.share")
    draft.relate("rate", share, part, whole)
    draft.say(_COVERED, count=str(len(books.projects) - 1), part=part, whole=whole, share=share)


def of_first_budget(draft: Draft, books: Accounts) -> None:
    """Spending over the budget of the beginning: more than all of it, for a stated reason."""
    first = draft.dice.scaled(books.spending, 0.8, 0.97)
    initial, spent = draft.money(first, "spending.initial"), draft.money(books.spending, "spending")
    rate = draft.percent(books.spending, first, "spending.rate")
    draft.relate("rate", rate, spent, initial)
    draft.say(_BUDGET, year=str(books.year), initial=initial, spent=spent, rate=rate)


def upstairs(draft: Draft, books: Accounts) -> None:
    """Money from above in 亿元 and 万元 side by side."""
    del books
    big, small = draft.dice.between(110, 480), draft.dice.between(100, 990)
    total = draft.num(Decimal(big * 100 + small * 1).scaleb(-4), "亿元", "from.above", 4)
    a, b = draft.num(Decimal(big * 100), "万元", "", 0), draft.num(Decimal(small), "万元", "", 0)
    draft.relate("sum", total, a, b)
    draft.say(_ABOVE, total=total, a=a, b=b)


ALL: tuple[Callable[[Draft, Accounts], None], ...] = (
    staff, grand, kinds_of_three, small_firms, visits, quarters, covered, of_first_budget, upstairs,
)  # fmt: skip


def some(
    draft: Draft, books: Accounts, count: int, *, apart: tuple[Callable[[Draft, Accounts], None], ...] = ()
) -> None:
    """So many of them, those that the document says elsewhere left out."""
    for say in draft.dice.sample([one for one in ALL if one not in apart], count):
        say(draft, books)
