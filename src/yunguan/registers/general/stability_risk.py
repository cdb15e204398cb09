"""维稳风险台账: what may unsettle the trade: found, assessed, met with measures, watched, removed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import ReferenceField, SectionField
from yunguan.registers.moves import wanted
from yunguan.registers.record import CommonRecord
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
BASIS = "重大事项社会稳定风险评估和矛盾纠纷排查工作安排（按本单位规定核对）"

RULES = (
    Rule("stability_risk.assess", "风险发现后研判期限", 3, "工作日", BASIS, confirmed=False),
    Rule("stability_risk.measures", "研判后制定措施期限", 5, "工作日", BASIS, confirmed=False),
    Rule("stability_risk.watch", "跟踪回访周期", 30, "日", BASIS, confirmed=False),
)


class Level(models.TextChoices):
    """风险等级."""

    HIGH = "high", "高风险"
    MEDIUM = "medium", "中风险"
    LOW = "low", "低风险"


class Kind(models.TextChoices):
    """风险类别."""

    BANKRUPTCY = "bankruptcy", "企业破产重组"
    RIGHTS = "rights", "经营权到期重新授予"
    RECRUITING = "recruiting", "网上违规招生"
    WAGES = "wages", "欠薪欠保"
    STOPPAGE = "stoppage", "停运罢运"
    SUBSIDY = "subsidy", "补贴发放争议"
    OTHER = "other", "其他"


def _reported(risk: Any, context: Context) -> Iterator[Problem]:
    """A high risk is told to the bureau before measures are fixed."""
    if risk.level == Level.HIGH and not context.given.get("reported_on", risk.reported_on):
        yield Problem("reported_on", "高风险事项须先向市交通运输局报告，请填写上报日期。")
    yield from wanted(risk, context, "measures", "responsible")


WORKFLOW = Workflow(
    states=(
        State("found", "已发现待研判", "found_on", Deadline("stability_risk.assess"), awaits=True),
        State("assessed", "已研判待定措施", "assessed_on", Deadline("stability_risk.measures"), awaits=True),
        State("met", "落实措施中", "met_on", Deadline("stability_risk.watch"), awaits=True),
        State("watched", "跟踪中", "watched_on", Deadline("stability_risk.watch"), awaits=True),
        State("dismissed", "不构成风险", "dismissed_on", final=True),
        State("removed", "已化解", "removed_on", final=True),
    ),
    transitions=(
        Transition("assess", "研判定级", ("found",), "assessed", HANDLERS, ("level", "assessment")),
        Transition("dismiss", "研判为不构成风险", ("found",), "dismissed", HEAD, reason=True),
        Transition(
            "meet",
            "落实措施",
            ("assessed",),
            "met",
            HEAD,
            ("measures", "responsible", "reported_on"),
            owed=False,
            guard=_reported,
        ),
        Transition("watch", "登记跟踪", ("met",), "watched", HANDLERS, ("situation",)),
        Transition("follow_up", "继续落实措施", ("watched",), "met", HANDLERS, ("situation",)),
        Transition(
            "worsen", "风险升级重新研判", ("met", "watched"), "assessed", HANDLERS, ("level", "assessment"), True
        ),
        Transition("remove", "确认化解", ("watched",), "removed", HEAD, ("outcome",), other_person=True),
    ),
    takeover=HANDLERS,
)


class StabilityRisk(CommonRecord):
    """维稳风险：一项风险一行，从发现到化解。"""

    risk_no = models.CharField("风险编号", max_length=30)
    found_on = models.DateField("发现日期")
    kind = models.CharField("风险类别", max_length=16, choices=Kind)
    subject = models.CharField("风险事项", max_length=100)
    description = models.TextField("情况描述")
    found_by = models.CharField("发现途径", max_length=50, blank=True, default="")
    people_concerned = models.PositiveIntegerField("涉及人数", blank=True, null=True)
    operator = ReferenceField(Operator, verbose_name="涉及企业信用代码", blank=True, null=True)
    key_matter = models.BooleanField("重点维稳事项", default=False)
    kept_by = SectionField("责任科室", blank=True, default="")
    assessed_on = models.DateField("研判日期", blank=True, null=True)
    level = models.CharField("风险等级", max_length=8, choices=Level, blank=True, default="")
    assessment = models.TextField("研判意见", blank=True, default="")
    reported_on = models.DateField("上报日期", blank=True, null=True)
    measures = models.TextField("化解措施", blank=True, default="")
    responsible = models.CharField("责任人", max_length=50, blank=True, default="")
    met_on = models.DateField("落实措施日期", blank=True, null=True)
    watched_on = models.DateField("最近跟踪日期", blank=True, null=True)
    situation = models.TextField("跟踪情况", blank=True, default="")
    dismissed_on = models.DateField("排除日期", blank=True, null=True)
    removed_on = models.DateField("化解日期", blank=True, null=True)
    outcome = models.TextField("化解结果", blank=True, default="")

    title = "维稳风险台账"
    section = "general"
    key_fields = ("risk_no",)
    period_field = "found_on"
    workflow = WORKFLOW
    rules = RULES
    internal = True
    search_fields = ("risk_no", "subject", "operator__name")
    list_fields = ("risk_no", "found_on", "kind", "subject", "level", "kept_by", "watched_on", "state")
    filter_fields = ("kind", "level", "key_matter", "kept_by")
    companions = {"operator": ("涉及企业", "name")}
    known_as = {"subject": ("隐患事项", "矛盾纠纷"), "found_on": ("排查日期",)}

    class Meta:
        verbose_name = "维稳风险"
        constraints = (models.UniqueConstraint(fields=("risk_no",), name="stability_risk_once"),)

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "found_on", "assessed_on", "met_on", "watched_on", "removed_on")
        yield from owed(self, ("assessed", "met", "watched", "removed"), "level", "assessment", "assessed_on")
        yield from owed(self, ("met", "watched", "removed"), "measures", "responsible")
        yield from owed(self, ("removed",), "outcome", "removed_on")
