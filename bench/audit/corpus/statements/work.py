"""Statements about the work: staff, splits, rates, exams, growth, lists, troubles."""

from __future__ import annotations

from decimal import Decimal

from bench.audit.corpus.accounts import Accounts
from bench.audit.corpus.dice import Wordings
from bench.audit.corpus.draft import Draft, joined
from bench.audit.corpus.model import Spans
from bench.audit.corpus.statements.money import growth
from bench.audit.corpus.trade import Ratio, Split, Trade

CHINESE = "零一二三四五六七八九十"
_STAFF = Wordings(
    tune=(
        "编制{posts}，年末在职人数{in_post}，在职人员控制率＝{rate}，退休{retired}。",
        "现有编制{posts}；在职{in_post}，占编制数的{rate}；退休{retired}。",
        "核定编制{posts}，年末实有在职人员{in_post}，退休人员{retired}，在职人员控制率{rate}。",
        "{unit}编制数为{posts}，实有在职职工{in_post}（控制率{rate}），另有退休职工{retired}。",
    ),
    held=(
        "截至{year}年12月31日，在职{in_post}，占核定编制{posts}的{rate}；退休{retired}。",
        "人员方面，机构编制部门核定编制{posts}，实际在编在岗{in_post}，编制使用率为{rate}，退休{retired}。",
    ),
)
_OFFICES = Wordings(
    tune=(
        "单位设{count}个内设机构：{names}。",
        "内设{names}{count}个科室。",
        "内设{names}等{count}个科室。",
        "下设{count}个内设机构，分别是{names}。",
    ),
    held=("根据三定方案，设{names}，共{count}个内设机构。", "内设机构{count}个：{names}。"),
)
_SPLIT = Wordings(
    tune=(
        "{subject}{total}，按{by}：{parts}。",
        "全年共{subject}{total}（其中{parts}）。",
        "全年{subject}{total}，其中{parts}。",
        "{subject}共{total}，包括{parts}。",
        "{subject}{total}（{parts}）。",
    ),
    held=(
        "按{by}分，{parts}，{subject}合计{total}。",
        "{subject}总量达到{total}：{parts}。",
        "{subject}{total}，从{by}看，{parts}。",
    ),
)
_RATE = Wordings(
    tune=(
        "{whole}{total}，其中{done}{part}，占{share}，即{rate}{share}。",
        "应统计的{whole}共{total}，{done}{part}（{rate}{share}）。",
        "{rate}{share}：{whole}{total}，{done}{part}。",
        "{whole}{total}，{done}{part}，{rate}{share}。",
        "在{total}{whole}中，{done}{part}，{rate}达到{share}。",
    ),
    held=(
        "{rate}为{share}（{whole}{total}，{done}{part}）。",
        "全年{done}{part}，按{whole}{total}计算，{rate}{share}。",
    ),
)
_EXAM = Wordings(
    tune=(
        "{what}共{times}，报名{signed}；参加{came}，其中合格{passed}（合格率{rate}）。",
        "{signed}报名{what}，{came}参加，{passed}合格，合格率{rate}，共组织{times}。",
        "组织{what}{times}，报名{signed}，实际参加{came}，合格{passed}，合格率{rate}。",
        "举办{what}{times}，共有{signed}报名，{came}到场参加，其中{passed}通过，通过率为{rate}。",
    ),
    held=(
        "{what}开考{times}，报名人数{signed}，实到{came}，缺考{away}，通过{passed}，通过率{rate}。",
        "全年{what}{times}。报名{signed}，缺席{away}，参考{came}，成绩合格{passed}，合格率达{rate}。",
    ),
)
_GROWTH = Wordings(
    tune=(
        "{what}由{before}变动到{now}，净{dir}{change}，{dir2}率为{rate}。",
        "{what}{now}（上年{before}），{dir}{change}，{dir2}{rate}。",
        "{what}{now}，上年为{before}，同比{dir}{change}，{dir2}{rate}。",
        "{year}年{what}{now}，比上年{before}{dir}{change}，{dir2}{rate}。",
    ),
    held=(
        "{what}从{before}变为{now}，{dir}{change}，{dir2}幅度{rate}。",
        "{what}{now}，较{last}年的{before}{dir}{change}，{dir2}了{rate}。",
    ),
)
_LIST = Wordings(
    tune=(
        "{lead}（{count}）：{names}。",
        "全年共{lead}{count}，包括{names}。",
        "{lead}{count}：{names}。",
        "确定{lead}{count}，分别为{names}。",
    ),
    held=("{names}等{count}被列为{lead}。", "{lead}共有{count}，即{names}。"),
)
_MEAN = Wordings(
    tune=(
        "下乡服务{times}，服务{total}，平均每次服务{mean}。",
        "全年组织下乡服务{total}，分{times}开展，平均每次{mean}。",
    ),
    held=("{times}集中服务共接待{total}，平均每次接待{mean}。",),
)
_TROUBLE = Wordings(
    tune=("{order}是{head}。{why}。", "{order}是{head}，主要原因是{why}。"),
    held=("{order}是{head}。究其原因，{why}。", "{order}是{head}，表现为{why}。"),
)
_REMEDY = Wordings(
    tune=("{order}是针对{head}的问题，{measure}。", "{order}是{measure}，着力解决{head}的问题。"),
    held=("{order}是围绕“{head}”抓整改，{measure}。", "{order}是着眼{head}，{measure}。"),
)


_FEW = frozenset("期场座个支处所项套间起节")
_SOME = frozenset({"次", "台次", "台", "家", "台班", "座次", "场次", "篇", "条"})


def _size(draft: Draft, counter: str) -> int:
    """How many of something there are in a year: few issues and halls, many acres and visits."""
    if counter in _FEW:
        return draft.dice.between(24, 160)
    return draft.dice.between(90, 900) if counter in _SOME else draft.dice.between(600, 9800)


def staffing(draft: Draft, books: Accounts) -> None:
    """Posts, people in post, retired people, the rate between posts and people."""
    posts, people = draft.num(books.posts, "名", "posts"), draft.num(books.in_post, "人", "in_post")
    retired, rate = draft.num(books.retired, "人", "retired"), draft.percent(books.in_post, books.posts, "post.rate")
    draft.relate("rate", rate, people, posts)
    draft.relate("bound", posts, people)
    draft.say(
        _STAFF,
        unit=draft.traits["short"],
        year=str(books.year),
        posts=posts,
        in_post=people,
        retired=retired,
        rate=rate,
    )


def offices(draft: Draft, trade: Trade) -> None:
    """The offices with their count."""
    listing(draft, _OFFICES, "offices", trade.offices, "")


def listing(draft: Draft, wordings: Wordings, key: str, names: tuple[str, ...], counter: str, lead: str = "") -> None:  # noqa: PLR0917 - a statement has as many parts
    """A list with its count, in digits or in words."""
    text = draft.term("、".join(names), f"list:{len(names)}:{counter}")
    count = draft.num(len(names), counter, f"count.{key}")
    draft.say(wordings, names=text, count=count, lead=lead)


def split(draft: Draft, subject: Split) -> None:
    """A count and its parts."""
    whole = _size(draft, subject.counter)
    amounts = draft.dice.split(whole, len(subject.parts))
    total = draft.num(whole, subject.counter, subject.subject)
    refs = [draft.num(amount, subject.counter, "") for amount in amounts]
    draft.relate("sum", total, *refs)
    parts = [(name, ref) for name, ref in zip(subject.parts, refs, strict=True)]
    draft.say(
        _SPLIT, subject=subject.subject, by=subject.by, total=total, parts=joined(parts, draft.dice.choice("、，"))
    )


def ratio(draft: Draft, subject: Ratio, places: int = 2) -> None:
    """A part of a whole and its rate."""
    whole = _size(draft, subject.counter)
    done = draft.dice.scaled(whole, 0.71, 0.995)
    total, part = draft.num(whole, subject.counter, subject.whole), draft.num(done, subject.counter, subject.done)
    share = draft.percent(done, whole, subject.rate, places)
    draft.relate("rate", share, part, total)
    draft.relate("bound", total, part)
    draft.say(_RATE, whole=subject.whole, done=subject.done, rate=subject.rate, total=total, part=part, share=share)


def exam(draft: Draft, what: str) -> None:
    """People who signed up, came and passed."""
    signed = draft.dice.between(180, 1900)
    came = draft.dice.scaled(signed, 0.7, 0.96)
    passed = draft.dice.scaled(came, 0.4, 0.93)
    refs = {
        name: draft.num(count, "人次", f"{what}.{name}")
        for name, count in (("signed", signed), ("came", came), ("passed", passed), ("away", signed - came))
    }
    times = draft.num(draft.dice.between(3, 30), "场", f"{what}.times")
    rate = draft.percent(passed, came, f"{what}.rate")
    draft.relate("bound", refs["signed"], refs["came"])
    draft.relate("bound", refs["came"], refs["passed"])
    draft.relate("sum", refs["signed"], refs["came"], refs["away"])
    draft.relate("rate", rate, refs["passed"], refs["came"])
    draft.say(_EXAM, what=what, times=times, rate=rate, **refs)


def counts_growth(draft: Draft, year: int, what: str, counter: str) -> None:
    """A count this year and last year."""
    before = _size(draft, counter)
    now = draft.dice.scaled(before, 0.72, 1.4)
    now += now == before
    refs = (
        draft.num(now, counter, what),
        draft.num(before, counter, f"{what}.before"),
        draft.num(abs(now - before), counter, f"{what}.change"),
    )
    growth(draft, _GROWTH, year, what, what, refs)


def names(draft: Draft, entry: tuple[str, str, tuple[str, ...]]) -> None:
    """A named list with its count."""
    lead, counter, items = entry
    listing(draft, _LIST, lead, items, counter, lead)


def average(draft: Draft) -> None:
    """A mean over occasions."""
    times = draft.dice.between(4, 40)
    people = draft.dice.between(300, 3000)
    total, count = draft.num(people, "人次", "service"), draft.num(times, "次", "service.times")
    mean = draft.num((Decimal(people) / times).quantize(Decimal("0.1")), "人次", "service.mean", 1)
    draft.relate("mean", mean, total, count)
    draft.say(_MEAN, total=total, times=count, mean=mean)


def troubles(draft: Draft, trade: Trade) -> None:
    """Problems with their causes, one a paragraph."""
    for index, (head, why, _) in enumerate(trade.troubles, start=1):
        draft.say(_TROUBLE, f"problem:{head}", order=CHINESE[index], head=head, why=why)


def remedies(draft: Draft, trade: Trade) -> None:
    """A measure for each problem."""
    for index, (head, _, measure) in enumerate(trade.troubles, start=1):
        draft.say(_REMEDY, f"measure:{head}", order=CHINESE[index], head=head, measure=measure)


def repeat(draft: Draft, wordings: Wordings, **filling: Spans) -> None:
    """A fact said once more in other words."""
    draft.say(wordings, **filling)
