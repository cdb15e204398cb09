"""Statements about money: totals and parts, budget and execution, growth, balance, 三公经费."""

from __future__ import annotations

from bench.audit.corpus.accounts import Accounts, Spent, total
from bench.audit.corpus.dice import Wordings
from bench.audit.corpus.draft import Draft, joined
from bench.audit.corpus.model import Ref, Span, Spans

_SPLIT = Wordings(
    tune=(
        "决算支出{total}，其中基本支出{basic}，占{pb}，项目支出{project}，占{pp}。",
        "{year}年支出{total}：基本支出{basic}（占{pb}），项目支出{project}（占{pp}）。",
        "{year}年决算总支出{total}。其中，基本支出{basic}，占总支出{pb}，项目支出{project}，占总支出{pp}。",
        "{year}年{unit}全年支出{total}，其中：基本支出{basic}，占{pb}；项目支出{project}，占{pp}。",
        "全年支出合计{total}。按支出性质划分，基本支出{basic}（占比{pb}），项目支出{project}（占比{pp}）。",
        "从支出结构看，总支出{total}由两部分构成：基本支出{basic}，占总支出的{pb}；项目支出{project}，占总支出的{pp}。",
    ),
    held=(
        "{unit}{year}年度发生基本支出{basic}、项目支出{project}，两项合计{total}，分别占{pb}和{pp}。",
        "本年度各项支出共计{total}，用于保障机构运转的基本支出为{basic}，比重{pb}；用于完成特定任务的项目支出为{project}，比重{pp}。",
        "经决算，{year}年支出总额为{total}：（1）基本支出{basic}，占支出总额{pb}；（2）项目支出{project}，占支出总额{pp}。",
    ),
)
_BASIC = Wordings(
    tune=(
        "基本支出年初预算数{initial}，年中追加预算{added}，决算数{basic}，其中人员经费支出{staff}，公用经费支出{office}。",
        "基本支出决算{basic}，较年初预算{initial}增加{added}，系年中追加；分人员经费{staff}和公用经费{office}两部分。",
        "基本支出年初预算{initial}，年中追加{added}，全年执行{basic}。其中：人员经费{staff}，公用经费{office}。",
        "{year}年基本支出年初安排{initial}，执行中追加预算{added}，实际执行{basic}，包括人员经费{staff}、公用经费{office}。",
        "年初核定基本支出预算{initial}，因人员增资及社保缴费基数调整追加{added}，决算数为{basic}；人员经费为{staff}，日常公用经费为{office}。",
    ),
    held=(
        "基本支出方面，年初部门预算下达{initial}，后续调增{added}，年末决算{basic}，其中用于人员的{staff}，用于日常运转的公用经费{office}。",
        "人员经费{staff}与公用经费{office}共同构成全年基本支出{basic}；与年初预算{initial}相比，当年追加{added}。",
    ),
)
_CLASSES = Wordings(
    tune=(
        "基本支出{basic}：工资福利支出{wages}、商品和服务支出{goods}、对个人和家庭的补助{family}、资本性支出{capital}。",
        "{basic}基本支出中，工资福利支出{wages}，商品和服务支出{goods}，对个人和家庭的补助{family}，资本性支出{capital}。",
        "按经济分类，工资福利支出{wages}，商品和服务支出{goods}，对个人和家庭的补助{family}，资本性支出{capital}，合计{basic}。",
        "基本支出{basic}的构成为：工资福利支出{wages}、商品和服务支出{goods}、对个人和家庭的补助{family}、资本性支出{capital}。",
    ),
    held=(
        "基本支出{basic}，具体来看：一是工资福利支出{wages}；二是商品和服务支出{goods}；三是对个人和家庭的补助{family}；四是资本性支出{capital}。",
        "从经济科目看，工资福利、商品和服务、对个人和家庭的补助、资本性支出依次为{wages}、{goods}、{family}、{capital}，共计{basic}。",
    ),
)
_PROJECT = Wordings(
    tune=(
        "{name}年初预算{initial}、全年预算{adjusted}、执行{executed}，预算执行率{rate}。",
        "{name}：全年预算数{adjusted}（年初{initial}），全年执行数{executed}，完成{rate}。",
        "{name}：年初预算{initial}，调整后预算{adjusted}，实际支出{executed}，执行率{rate}。",
        "{name}全年预算{adjusted}（年初预算{initial}），执行数为{executed}，完成预算的{rate}。",
    ),
    held=(
        "{name}，年初安排{initial}，全年预算数{adjusted}，截至年末已支出{executed}，预算执行率为{rate}。",
        "{name}年初批复{initial}，经调整为{adjusted}，当年支付{executed}，支付进度达到{rate}。",
    ),
)
_GROWTH = Wordings(
    tune=(
        "{what}{now}（上年决算{before}），{dir}{change}，{dir2}{rate}。",
        "{year}年{what}{now}，较{last}年{before}{dir}{change}，{dir2}{rate}，主要是政策性调整。",
        "{year}年{what}{now}，上年为{before}，同比{dir}{change}，{dir2}{rate}。",
        "{what}{now}，比上年的{before}{dir}{change}，{dir2}幅度为{rate}。",
        "本年{what}为{now}，与上年{before}相比，{dir}{change}，变动率{rate}。",
    ),
    held=(
        "{what}由上年的{before}变为{now}，{dir}了{change}，{dir2}{rate}。",
        "与{last}年度决算数{before}相比，{year}年度{what}{now}，{dir}{change}（{dir2}{rate}）。",
    ),
)
_BALANCE = Wordings(
    tune=(
        "收入方面，本年收入{income}、年初结转和结余{begin}，收入总计{sum}；支出方面，本年支出{spending}、年末结转和结余{end}，支出总计{sum2}。",
        "全年收入{income}，年初结转和结余{begin}，收入总计{sum}；全年支出{spending}，年末结转和结余{end}，支出总计{sum2}。",
        "本年收入合计{income}，加上年初结转和结余{begin}，总计{sum}。本年支出合计{spending}，年末结转和结余{end}，总计{sum2}。",
    ),
    held=(
        "上年结转{begin}，当年取得收入{income}，可用资金共{sum}；当年支出{spending}后，结转下年{end}，支出与结转合计{sum2}。",
        "收支总体平衡：收入总计{sum}（本年收入{income}、年初结转和结余{begin}），支出总计{sum2}（本年支出{spending}、年末结转和结余{end}）。",
    ),
)
_THREE = Wordings(
    tune=(
        "“三公”经费全年预算{bt}，支出决算{at}，完成{rate}，其中因公出国（境）费{a0}、公务用车购置及运行维护费{car}、公务接待费{a3}。公务用车购置及运行维护费中，公务用车购置费{a1}，公务用车运行维护费{a2}。",
        "“三公”经费决算{at}（预算{bt}，完成预算的{rate}）：出国费{a0}，公务用车购置及运行费{car}（其中：购置费{a1}，运行费{a2}），接待费{a3}。",
        "“三公”经费预算{bt}，实际支出{at}，完成预算的{rate}。其中：因公出国（境）费{a0}；公务用车购置及运行维护费{car}（购置费{a1}、运行维护费{a2}）；公务接待费{a3}。",
        "{year}年“三公”经费支出决算为{at}，为预算{bt}的{rate}，其中公务接待费支出{a3}，公务用车购置及运行维护费支出{car}（其中购置{a1}，运行维护{a2}），因公出国（境）费支出{a0}。",
    ),
    held=(
        "严控“三公”经费，全年预算安排{bt}，决算{at}，控制率{rate}。分项看，因公出国（境）{a0}，车辆购置及运维{car}，公务接待{a3}；车辆购置及运维中，购置{a1}，运维{a2}。",
        "全年发生“三公”经费{at}，占预算数{bt}的{rate}：出国（境）{a0}，公务接待{a3}，公务用车{car}。公务用车费用包括购置费{a1}和运行维护费{a2}。",
    ),
)
_INCOME = Wordings(
    tune=(
        "收入合计{income}。其中：财政拨款收入{fiscal}，占{pf}；事业收入{business}，占{pb}；其他收入{other}，占{po}。",
        "{income}收入中，财政拨款{fiscal}、占{pf}，事业收入{business}、占{pb}，其他收入{other}、占{po}。",
        "本年收入合计{income}，其中：财政拨款收入{fiscal}，占{pf}；事业收入{business}，占{pb}；其他收入{other}，占{po}。",
        "全年收入{income}，包括财政拨款收入{fiscal}（{pf}）、事业收入{business}（{pb}）和其他收入{other}（{po}）。",
    ),
    held=(
        "从来源看，财政拨款收入{fiscal}、事业收入{business}、其他收入{other}，共计{income}，占比依次为{pf}、{pb}、{po}。",
        "收入方面：财政拨款收入为{fiscal}，占本年收入的{pf}；事业收入为{business}，占本年收入的{pb}；其他收入为{other}，占本年收入的{po}。本年收入共{income}。",
    ),
)
_BUY = Wordings(
    tune=(
        "政府采购{total}，货物{a}，工程{b}，服务{c}。",
        "政府采购支出{total}，其中货物{a}、工程{b}、服务{c}。",
        "政府采购支出总额{total}，其中：货物支出{a}、工程支出{b}、服务支出{c}。",
        "全年政府采购支出{total}，包括货物类{a}，工程类{b}，服务类{c}。",
    ),
    held=("实施政府采购货物{a}、工程{b}、服务{c}，采购支出总额为{total}。",),
)


def splitting(draft: Draft, books: Accounts) -> None:
    """Total spending in basic and project spending, with the shares."""
    spent, basic = draft.money(books.spending, "spending"), draft.money(books.basic, "basic")
    project = draft.money(books.project_spending, "project")
    share_b = draft.percent(books.basic, books.spending, "share.basic")
    share_p = draft.percent(books.project_spending, books.spending, "share.project")
    draft.relate("sum", spent, basic, project)
    draft.relate("rate", share_b, basic, spent)
    draft.relate("rate", share_p, project, spent)
    draft.say(
        _SPLIT,
        year=str(books.year),
        unit=draft.traits["short"],
        total=spent,
        basic=basic,
        project=project,
        pb=share_b,
        pp=share_p,
    )


def basic_spending(draft: Draft, books: Accounts) -> None:
    """Basic spending: first budget, addition, execution; staff and office cost; the classes."""
    basic, added = draft.money(books.basic, "basic"), draft.money(books.basic_added, "basic.added")
    initial = draft.money(books.basic - books.basic_added, "basic.initial")
    staff, office = draft.money(books.staff_cost, "staff"), draft.money(books.office_cost, "office")
    draft.relate("sum", basic, initial, added)
    draft.relate("sum", basic, staff, office)
    draft.say(_BASIC, year=str(books.year), initial=initial, added=added, basic=basic, staff=staff, office=office)
    parts = {
        name: draft.money(total(lines), name)
        for name, lines in (
            ("wages", books.wages),
            ("goods", books.goods),
            ("family", books.family),
            ("capital", books.capital),
        )
    }
    again = draft.money(books.basic, "basic")
    draft.relate("sum", again, *parts.values())
    draft.say(_CLASSES, basic=again, **parts)


def project_line(draft: Draft, spent: Spent) -> Spans:
    """One project with budget, adjusted budget, execution and rate."""
    key = f"project.{spent.project.name}"
    initial, adjusted = draft.money(spent.initial, f"{key}.initial"), draft.money(spent.adjusted, f"{key}.adjusted")
    executed = draft.money(spent.executed, f"{key}.executed")
    rate = draft.percent(spent.executed, spent.adjusted, f"{key}.rate")
    draft.relate("rate", rate, executed, adjusted)
    draft.relate("bound", adjusted, executed)
    return draft.fill(
        _PROJECT, name=spent.project.name, initial=initial, adjusted=adjusted, executed=executed, rate=rate
    )


def growing(draft: Draft, year: int, what: str, key: str, now: int, before: int) -> None:  # noqa: PLR0917 - a statement has as many parts
    """An amount of money this year and last year."""
    refs = (
        draft.money(now, key),
        draft.money(before, f"{key}.before"),
        draft.money(abs(now - before), f"{key}.change"),
    )
    growth(draft, _GROWTH, year, what, key, refs)


def growth(  # noqa: PLR0917 - a statement has as many parts
    draft: Draft, wordings: Wordings, year: int, what: str, key: str, refs: tuple[Ref, Ref, Ref], **more: Ref
) -> None:
    """Now, before, the change between them, its direction and its rate."""
    now, before, change = refs
    a, b = draft.items[now.id], draft.items[before.id]
    up = a.value > b.value  # type: ignore[union-attr]
    rate = draft.percent(abs(int(a.base * 100) - int(b.base * 100)), int(b.base * 100), f"{key}.growth")  # type: ignore[union-attr]
    draft.relate("growth", rate, now, before)
    draft.relate("sum", change, *((now,) if up else (before,)), minus=((before,) if up else (now,)))
    words: dict[str, Span | Spans] = {
        "dir": draft.term("增加" if up else "减少", f"direction:{key}"),
        "dir2": "增长" if up else "下降",
    }
    draft.say(
        wordings,
        year=str(year),
        last=str(year - 1),
        what=what,
        now=now,
        before=before,
        change=change,
        rate=rate,
        **words,
        **more,
    )


def balance(draft: Draft, books: Accounts) -> None:
    """Income and what was carried in against spending and what is carried out."""
    income, begin = draft.money(books.income, "income"), draft.money(books.begin, "begin")
    spending, end = draft.money(books.spending, "spending"), draft.money(books.end, "end")
    left, right = (draft.money(books.income + books.begin, "grand") for _ in range(2))
    draft.relate("sum", left, income, begin)
    draft.relate("sum", right, spending, end)
    draft.say(_BALANCE, income=income, begin=begin, spending=spending, end=end, sum=left, sum2=right)


def income_sources(draft: Draft, books: Accounts) -> None:
    """Income by source with shares."""
    whole = draft.money(books.income, "income")
    amounts = {"fiscal": books.fiscal, "business": books.business, "other": books.other}
    parts = {name: draft.money(amount, name) for name, amount in amounts.items()}
    shares = {f"p{name[0]}": draft.percent(amount, books.income, f"share.{name}") for name, amount in amounts.items()}
    draft.relate("sum", whole, *parts.values())
    for part, share in zip(parts.values(), shares.values(), strict=True):
        draft.relate("rate", share, part, whole)
    draft.say(_INCOME, income=whole, **parts, **shares)


def three_costs(draft: Draft, books: Accounts) -> None:
    """三公经费: budget, actual, the rate between them, each kind."""
    actual, budget = books.three.actual, books.three.budget
    names = ("abroad", "buy", "run", "host")
    kinds = [draft.money(amount, f"three.{name}") for name, amount in zip(names, actual, strict=True)]
    at, bt = draft.money(sum(actual), "three"), draft.money(sum(budget), "three.budget")
    car, rate = draft.money(actual[1] + actual[2], "three.car"), draft.percent(sum(actual), sum(budget), "three.rate")
    draft.relate("sum", at, kinds[0], car, kinds[3])
    draft.relate("sum", car, kinds[1], kinds[2])
    draft.relate("rate", rate, at, bt)
    draft.relate("bound", bt, at)
    a = {f"a{index}": kind for index, kind in enumerate(kinds)}
    draft.say(_THREE, year=str(books.year), at=at, bt=bt, car=car, rate=rate, **a)


def procurement(draft: Draft, books: Accounts) -> None:
    """Government purchases: goods, works, services."""
    parts = [draft.money(amount, f"buy.{index}") for index, amount in enumerate(books.purchases)]
    whole = draft.money(sum(books.purchases), "buy")
    draft.relate("sum", whole, *parts)
    draft.say(_BUY, total=whole, a=parts[0], b=parts[1], c=parts[2])


def listed(parts: list[Spans], mark: str) -> Spans:
    """Statements joined into one run of text."""
    return joined(parts, mark)
