"""A whole year of an invented centre, with everything that the forms ask."""

from datetime import date
from decimal import Decimal

from tests.report.forms.given import figures_of
from yunguan.report.form_facts import (
    FormFacts,
    Funds,
    Goal,
    GoalMoney,
    Money,
    MoneyRow,
    ScoreRow,
    Signature,
    Subject,
    TargetRow,
    Task,
    Watch,
    WatchRow,
)

PROJECTS = (
    ("DLYSFW", "道路运输服务成本经费", "road_transport_service", "20"),
    ("YBSJ", "油补资金发放第三方审计经费", "fuel_subsidy_audit", "3.8"),
    ("LLRYPX", "两类人员安全培训经费", "two_kinds_training", "12"),
)
_MONEY = {
    "total": ("1273.84", "1594.54", "1594.54"),
    "general": ("1273.84", "1594.54", "1594.54"),
    "government_fund": ("0", "0", "0"),
    "state_capital": ("0", "0", "0"),
    "social_insurance": ("0", "0", "0"),
    "basic": ("1238.04", "1558.74", "1558.74"),
    "project": ("35.8", "35.8", "35.8"),
    **{f"project.{figures}": (money, money, money) for _, _, figures, money in PROJECTS},
}
_EXECUTED = {
    "total": "finance.total.executed",
    "general": "finance.general.executed",
    "basic": "finance.basic.executed",
    "project": "finance.project.total",
}
_ITEMS = {
    "vehicle_purchase": ("0", "0", "0"),
    "vehicle_running": ("7.2", "7.5", "7.5"),
    "vehicles": ("7.2", "7.5", "7.5"),
    "abroad": ("0", "0", "0"),
    "reception": ("1.4", "1.5", "1.27"),
}
_OFFICE = {
    "office": ("186.4", "190", "188.27"),
    "office.office": ("12.31", "13", "11.96"),
    "office.utilities": ("21.7", "22", "20.85"),
    "office.meetings": ("3.1", "3", "2.64"),
    "procurement": ("15.2", "18", "17.36"),
}


def _figures() -> dict[str, str]:
    values = {
        "unit.posts_authorized": "70",
        "unit.staff_in_post": "61",
        "unit.staff_control_rate": str(Decimal(61) / 70 * 100),
    }
    for name, (initial, adjusted, executed) in _MONEY.items():
        values |= {f"finance.{name}.initial_budget": initial, f"finance.{name}.adjusted_budget": adjusted}
        values |= {_EXECUTED.get(name, f"finance.{name}"): executed}
        if Decimal(adjusted):
            values[f"finance.{name}.execution_rate"] = str(Decimal(executed) / Decimal(adjusted) * 100)
    public = "finance.three_public"
    values |= {f"{public}.last_year.actual": "8.6", f"{public}.budget": "9", f"{public}.actual": "8.77"}
    for name, (last, budget, actual) in _ITEMS.items():
        values |= {f"{public}.last_year.actual.{name}": last, f"{public}.budget.{name}": budget}
        values[f"{public}.actual.{name}"] = actual
    for name, (last, budget, actual) in _OFFICE.items():
        values |= {f"finance.{name}.last_year": last, f"finance.{name}.budget": budget}
        values[f"finance.{name}.actual"] = actual
    values |= {"finance.project.last_year": "35.8"}
    values |= {f"{public}.control_rate": str(Decimal("8.77") / 9 * 100)}
    values |= {"finance.office.control_rate": str(Decimal("188.27") / 190 * 100)}
    return values


_NOTHING = MoneyRow(Decimal(0), Decimal(0), Decimal(0))
_SIGNED = Signature("罗某", date(2024, 4, 3), "0734-0000000", "")
_SCORE = (
    ("产出指标", "数量指标", "组织安全考核场次", "≥26场", "26场", 5, "5", ""),
    ("产出指标", "数量指标", "维修企业备案家数", "≥140家", "140家", 5, "5", ""),
    (
        "产出指标",
        "数量指标",
        "应急预案备案率",
        "≥70%",
        "68.43%",
        8,
        "7.82",
        "部分企业停业未报，已列入下年度检查计划，逐户督促备案。",
    ),
    ("产出指标", "质量指标", "质量信誉考核覆盖率", "＝100%", "100%", 12, "12", ""),
    ("产出指标", "时效指标", "投诉按期办结率", "＝100%", "100%", 10, "10", ""),
    ("产出指标", "成本指标", "项目支出控制在预算内", "≤35.8万元", "35.8万元", 10, "10", ""),
    ("效益指标", "社会效益指标", "全年未发生较大以上责任事故", "达到", "达到", 15, "15", ""),
    ("效益指标", "可持续影响指标", "电子证照使用率", "≥95%", "100%", 15, "15", ""),
    ("满意度指标", "服务对象满意度", "经营业户满意度", "≥90%", "92.4%", 10, "10", ""),
)
_TARGETS = tuple(
    TargetRow(first, second, title, target, points=Decimal(points), basis="年度工作计划")
    for first, second, title, target, _, points, _, _ in _SCORE
)
_WATCH = tuple(
    WatchRow(first, second, title, target, reached, forecast, deviation, reason, measure)
    for (first, second, title, target, *_), (reached, forecast, deviation, reason, measure) in zip(
        _SCORE[:3],
        (
            ("16场", "确定能", "", "", ""),
            ("131家", "确定能", "", "", ""),
            ("52%", "有可能", "低于序时进度", "部分企业停业，未按期报送", "分片上门督促，十月底前完成"),
        ),
        strict=True,
    )
)


def _score() -> tuple[ScoreRow, ...]:
    return tuple(
        ScoreRow(first, second, title, target, actual, Decimal(points), Decimal(score), reason)
        for first, second, title, target, actual, points, score, reason in _SCORE
    )


def _execution() -> ScoreRow:
    return ScoreRow("预算执行率", "", "预算执行率", "100%", "100%", Decimal(10), Decimal(10))


def _goal(total: str) -> Goal:
    money = GoalMoney(Decimal(total), Decimal(total), Decimal(0))
    return Goal(
        attribute="延续项目",
        starts_on=date(2023, 1, 1),
        ends_on=date(2023, 12, 31),
        mid_money=money,
        money=money,
        mid="保障道路运输市场平稳有序，行业安全和服务质量逐年提高。",
        annual="目标1：完成全年安全考核和应急预案备案。\n目标2：做好包车牌证发放和质量信誉考核。\n目标3：服务对象满意度不低于90%。",
        declared_on=date(2022, 11, 20),
        result="1．组织安全考核26场，应急预案备案297家。\n2．按规定发放包车牌证，完成质量信誉考核。\n3．服务对象满意度92.4%。",
    )


def _own(figures: str) -> MoneyRow:
    """The figures of a project."""
    named = figures_of(_figures())
    initial, adjusted, rate = (
        named(f"finance.project.{figures}.{name}") for name in ("initial_budget", "adjusted_budget", "execution_rate")
    )
    return MoneyRow(initial, adjusted, named(f"finance.project.{figures}"), rate)


def _subject(code: str, name: str, figures: str, total: str) -> Subject:
    own = _own(figures) if figures else _NOTHING
    tasks = tuple(
        Task(title, "按年度计划完成。", Decimal(money), Decimal(money), Decimal(0)) for _, title, _, money in PROJECTS
    )
    half = MoneyRow(Decimal(total), Decimal(total), (Decimal(total) * Decimal("0.6")).quantize(Decimal("0.01")))
    return Subject(
        code,
        name,
        goal=_goal(total),
        money=Money(own, own, _NOTHING, _NOTHING, _NOTHING, Decimal(total)),
        execution=_execution(),
        score=_score(),
        targets=_TARGETS,
        tasks=tasks,
        watch=Watch(
            date(2023, 7, 31), half, "按计划执行", _WATCH, "总体正常，应急预案备案一项须加强督促。", date(2023, 8, 25)
        ),
        signature=_SIGNED,
    )


WHOLE_YEAR = FormFacts(
    unit="某市道路运输服务中心",
    superior="某市交通运输局",
    year=2023,
    department=_subject("department", "某市道路运输服务中心", "", "1273.84"),
    projects=tuple(_subject(*each) for each in PROJECTS),
    funds=Funds((), (), ()),
    buildings=(),
    figure=figures_of(_figures()),
)
