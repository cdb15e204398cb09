"""True statements that mislead a naive checker: every one of them holds, or says why it need not."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from bench.audit.corpus.dice import Wordings
from bench.audit.corpus.draft import Draft
from bench.audit.corpus.statements import more_traps

_ROUTES = Wordings(
    tune=(
        "为方便群众办事，协调公交公司优化{a}路、{b}路两条线路，并在服务中心门口增设站点；咨询热线12345和中心电话24小时有人接听。",
    ),
    held=("沿{a}路、{b}路公交线路设置宣传站牌，夜间服务由{c}路接续；服务热线统一并入12345，全天24小时受理。",),
)
_PAPERS = Wordings(
    tune=(
        "根据《关于做好{year}年度绩效自评工作的通知》（{mark}财绩〔{next}〕{n}号）要求，单位于{next}年3月15日成立工作小组，3月28日完成资料收集。",
    ),
    held=("按照{mark}财监〔{next}〕{n}号文件部署，自评工作自{next}年2月20日启动，至4月2日结束，历时六周。",),
)
_POINTS = Wordings(
    tune=("窗口服务回访满意率由上年的{a}%提高到{b}%，提高{d}个百分点。",),
    held=("窗口服务回访满意率为{b}%，较上年{a}%上升{d}个百分点。",),
)
_ABOUT = Wordings(
    tune=("全年线上线下服务群众约{about}万人次（系统统计为{exact}人次）。",),
    held=("据平台统计，服务群众{exact}人次，即近{about}万人次。",),
)
_PARTLY = Wordings(
    tune=("全年受理群众咨询{whole}件，其中电话咨询{part}件，其余为现场和网络咨询。",),
    held=("群众咨询{whole}件中，属于政策类的有{part}件，占比最大。",),
)
_PERIODS = Wordings(
    tune=("上半年编发工作简报{a}期，全年共编发{b}期。",),
    held=("截至6月末编发简报{a}期，截至12月末累计编发{b}期。",),
)
_SCOPES = Wordings(
    tune=("{place}登记的同类社会组织{whole}家；由本单位直接联系的{part}家。",),
    held=("本单位口径联系企业{part}家，{place}全域同类企业{whole}家，两者统计范围不同。",),
)
_MEAN = Wordings(
    tune=(
        "三期培训的缺勤率按期简单平均（未按人数加权）为{mean}%，因首期人数少而缺勤集中；按人次合并计算为{pooled}%（应到{signed}人次，缺勤{away}人次）。",
    ),
    held=("应到{signed}人次、缺勤{away}人次，合并缺勤率{pooled}%；如按期次直接平均、不考虑各期人数，则为{mean}%。",),
)
_REASON = Wordings(
    tune=(
        "财政重点抽查的项目资金为{part}{u}，项目支出总额为{whole}{u}，差额{gap}{u}系涉密和上级直管项目，按规定不在抽查范围。",
    ),
    held=(
        "项目支出总额{whole}{u}与财政重点抽查的资金{part}{u}相差{gap}{u}，原因是上年结转项目已单独抽查，未重复纳入。",
    ),
)
_ZERO = Wordings(
    tune=("因公出国（境）团组0个、0人次，上年同样没有此项支出，不计算增减比例。",),
    held=("上年度未安排因公出国（境），本年度亦为零，故无同比数据。",),
)
_RANGE = Wordings(
    tune=("补助标准为每户300—500元，分3至5批发放；设备质保期2年，正常使用寿命8年以上。",),
    held=("按照50～80元/人次核定标准，预计3—5年内收回前期投入；合同约定7个工作日内响应。",),
)
_ROUND = Wordings(
    tune=("按四舍五入列示，三个片区分别投入{a}{u}、{b}{u}、{c}{u}，合计{t}{u}，尾差系取整所致。",),
    held=("三个片区投入合计{t}{u}，其中东部{a}{u}、中部{b}{u}、西部{c}{u}（因单位换算取整，末位略有出入）。",),
)
_CODES = Wordings(
    tune=("相关支出在2130599、2080505等科目核算，凭证号为记账第1208号至第1216号，资产编号ZC-{year}-0317。",),
    held=("上述支出列入功能分类2089999、经济分类30299，合同编号HT{year}-0086，统一社会信用代码尾号为9X。",),
)
_PLAN = Wordings(
    tune=(
        "“十四五”期间计划投入0.{e}亿元，{year}年度为其中第3个年度；远期目标是2030年覆盖率达到95%以上，目前为82%左右。",
    ),
    held=("五年规划总投资0.{e}亿元，分年实施，本年只涉及第2期；到2028年，覆盖率目标为98%，当前接近八成。",),
)


def _plain(draft: Draft, wordings: Wordings, **words: object) -> None:
    draft.say(wordings, **{name: str(word) for name, word in words.items()})


def routes(draft: Draft) -> None:
    """Line numbers and telephone numbers."""
    a, b, c = draft.dice.sample(range(100, 190), 3)
    _plain(draft, _ROUTES, a=a, b=b, c=c)


def papers(draft: Draft) -> None:
    """Document numbers and dates."""
    year = int(draft.traits["year"])
    _plain(draft, _PAPERS, year=year, next=year + 1, mark=draft.traits["place"][:1], n=draft.dice.between(3, 48))


def points(draft: Draft) -> None:
    """A difference of rates in percentage points."""
    a, d = draft.dice.between(880, 930), draft.dice.between(11, 48)
    _plain(draft, _POINTS, a=Decimal(a) / 10, b=Decimal(a + d) / 10, d=Decimal(d) / 10)


def about(draft: Draft) -> None:
    """A rounded number beside the exact one."""
    tenths = draft.dice.between(12, 88)
    _plain(draft, _ABOUT, about=Decimal(tenths) / 10, exact=tenths * 1000 - draft.dice.between(5, 45))


def partly(draft: Draft) -> None:
    """其中 that does not list everything."""
    whole = draft.dice.between(400, 900)
    _plain(draft, _PARTLY, whole=whole, part=whole // 2 - draft.dice.between(3, 60))


def periods(draft: Draft) -> None:
    """The same name in two periods."""
    a = draft.dice.between(4, 15)
    _plain(draft, _PERIODS, a=a, b=a + draft.dice.between(3, 12))


def scopes(draft: Draft) -> None:
    """The same name in two scopes."""
    part = draft.dice.between(20, 80)
    _plain(draft, _SCOPES, place=draft.traits["place"], part=part, whole=part * 3 + 7)


def unweighted(draft: Draft) -> None:
    """An unweighted mean that says so beside the pooled rate."""
    signed = draft.dice.between(300, 900)
    away = signed // draft.dice.between(6, 9)
    pooled = (Decimal(away) / signed * 100).quantize(Decimal("0.01"))
    _plain(draft, _MEAN, signed=signed, away=away, pooled=pooled, mean=pooled + Decimal("11.5"))


def explained(draft: Draft) -> None:
    """Two sums that differ for a stated reason."""
    whole = int(draft.traits["project_spending"])
    gap = draft.dice.scaled(whole, 0.05, 0.2)
    amounts = {"part": whole - gap, "gap": gap, "whole": whole}
    _plain(draft, _REASON, u=draft.money_unit, **{name: Decimal(value).scaleb(-2) for name, value in amounts.items()})


def zero(draft: Draft) -> None:
    """No base, so no rate."""
    _plain(draft, _ZERO)


def spans(draft: Draft) -> None:
    """Ranges and limits."""
    _plain(draft, _RANGE)


def rounding(draft: Draft) -> None:
    """A total that is off by the last digit, with the reason."""
    a, b, c = (draft.dice.between(1000, 9000) for _ in range(3))
    amounts = {"a": a, "b": b, "c": c, "t": a + b + c + draft.dice.choice((-1, 1))}
    _plain(draft, _ROUND, u=draft.money_unit, **{name: Decimal(value).scaleb(-2) for name, value in amounts.items()})


def codes(draft: Draft) -> None:
    """Subject codes, voucher and contract numbers."""
    _plain(draft, _CODES, year=draft.traits["year"])


def plans(draft: Draft) -> None:
    """Plans of several years and goals of another."""
    _plain(draft, _PLAN, year=draft.traits["year"], e=draft.dice.between(12, 98))


ALL: tuple[Callable[[Draft], None], ...] = (
    routes, papers, points, about, partly, periods, scopes, unweighted, explained, zero, spans, rounding, codes, plans,
    *more_traps.ALL,
)  # fmt: skip


def some(draft: Draft, count: int) -> None:
    """So many of them."""
    for trap in draft.dice.sample(ALL, count):
        trap(draft)
