"""调研问题台账: problems found on the spot, given to a section, solved, and confirmed by those who raised them."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Deadline, Rule, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import ReferenceField, SectionField
from yunguan.registers.record import CommonRecord
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
LEADERS = frozenset({"head", "leader"})
BASIS = "调查研究工作方案（按本单位规定核对）"
RULES = (
    Rule("survey_problem.solve", "调研问题解决期限", 30, "工作日", BASIS, confirmed=False),
    Rule("survey_problem.confirm", "调研问题确认期限", 10, "工作日", BASIS, confirmed=False),
)
SOLVE = Deadline("survey_problem.solve", extended_by="extended_days")

WORKFLOW = Workflow(
    states=(
        State("found", "已收集待交办", "found_on", awaits=True),
        State("assigned", "办理中", "assigned_on", SOLVE, awaits=True),
        State("solved", "已解决待确认", "solved_on", Deadline("survey_problem.confirm"), awaits=True),
        State("confirmed", "已确认解决", "confirmed_on", final=True),
        State("explained", "已解释说明", "explained_on", final=True),
    ),
    transitions=(
        Transition("assign", "交办", ("found",), "assigned", LEADERS, ("kept_by", "measure")),
        Transition("explain", "解释说明", ("found", "assigned"), "explained", HEAD, reason=True),
        Transition("solve", "登记解决", ("assigned",), "solved", HANDLERS, ("result",)),
        Transition("confirm", "确认解决", ("solved",), "confirmed", LEADERS, ("confirmed_by",), other_person=True),
        Transition("reject", "未解决退回", ("solved",), "assigned", LEADERS, reason=True),
    ),
    takeover=HANDLERS,
)


class Method(models.TextChoices):
    """收集方式."""

    VISIT = "visit", "上门走访"
    CHECK = "check", "检查工作"
    TALK = "talk", "谈心谈话"
    SYMPOSIUM = "symposium", "座谈交流"
    STAY = "stay", "蹲点调研"


class SurveyProblem(CommonRecord):
    """调研问题：一个问题一行。"""

    problem_no = models.CharField("问题编号", max_length=30)
    found_on = models.DateField("收集日期")
    found_by = models.CharField("收集人", max_length=50)
    method = models.CharField("收集方式", max_length=16, choices=Method)
    raised_by = models.CharField("反映单位或群体", max_length=100)
    operator = ReferenceField(Operator, verbose_name="涉及企业信用代码", blank=True, null=True)
    content = models.TextField("问题内容")
    reported_on = models.DateField("报送日期", blank=True, null=True)
    kept_by = SectionField("责任科室", blank=True, default="")
    assigned_on = models.DateField("交办日期", blank=True, null=True)
    measure = models.TextField("解决措施", blank=True, default="")
    extended_days = models.PositiveSmallIntegerField("延期天数", blank=True, null=True)
    solved_on = models.DateField("解决日期", blank=True, null=True)
    result = models.TextField("解决情况", blank=True, default="")
    confirmed_on = models.DateField("确认日期", blank=True, null=True)
    confirmed_by = models.CharField("确认人", max_length=50, blank=True, default="")
    explained_on = models.DateField("说明日期", blank=True, null=True)

    title = "调研问题台账"
    section = "general"
    key_fields = ("problem_no",)
    period_field = "found_on"
    workflow = WORKFLOW
    rules = RULES
    internal = True
    search_fields = ("problem_no", "content", "raised_by")
    list_fields = ("problem_no", "found_on", "method", "content", "kept_by", "solved_on", "confirmed_on", "state")
    filter_fields = ("method", "kept_by")
    companions = {"operator": ("涉及企业", "name")}
    known_as = {"content": ("问题", "问题描述"), "kept_by": ("承办科室", "所属科室")}

    class Meta:
        verbose_name = "调研问题"
        constraints = (models.UniqueConstraint(fields=("problem_no",), name="survey_problem_once"),)

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "found_on", "assigned_on", "solved_on", "confirmed_on")
        yield from owed(self, ("assigned", "solved", "confirmed"), "assigned_on", "measure")
        yield from owed(self, ("solved", "confirmed"), "solved_on", "result")
        yield from owed(self, ("confirmed",), "confirmed_on", "confirmed_by")
