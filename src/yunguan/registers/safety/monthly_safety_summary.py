"""五全一常态 月度汇总: what a month's checks of a trade came to, as reported to the bureau.

Reporting closes the month: its checks may not be changed until the summary is taken back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.office.areas import areas_on
from yunguan.registers.checks import owed
from yunguan.registers.record import Record
from yunguan.registers.safety.hazard import Hazard
from yunguan.registers.safety.parts import URBAN
from yunguan.registers.safety.routine_check import RoutineCheck
from yunguan.registers.sectors import Sector
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
REPORT = Deadline("safety_summary.report", since=("drafting",))
RULES = (
    Rule(
        "safety_summary.report",
        "月排查汇总上报期限（月末起算）",
        5,
        "工作日",
        "关于调整市城区道路运输行业安全生产“五全一常态”排查内容的通知",
        confirmed=False,
    ),
)


def counted(month: str, sector: str, last: date) -> dict[str, Any]:
    """What the books say of a month and a trade in the urban area: operators due and checked, problems, hazards."""
    urban = areas_on(last).members(URBAN)
    checks = RoutineCheck._base_manager.filter(month=month, sector=sector, state="done", area__in=urban)
    hazards = Hazard._base_manager.filter(
        sector=sector, area__in=urban, found_on__year=last.year, found_on__month=last.month
    ).exclude(state__in=("draft", "rejected"))
    due = Operator._base_manager.filter(sector=sector, area__in=urban, opened_on__lte=last)
    due = due.exclude(state="cancelled", cancelled_on__lte=last).exclude(state="suspended", suspended_on__lte=last)
    return {
        "operators_due": due.count(),
        "operators_checked": checks.values("operator").distinct().count(),
        "problems_found": checks.aggregate(total=models.Sum("items_failed"))["total"] or 0,
        "hazards_found": hazards.count(),
        "hazards_closed": hazards.filter(closed_on__lte=last).count(),
        "major_hazards": hazards.filter(level="major").count(),
    }


def _compiled(summary: Any, context: Context) -> dict[str, Any]:
    del context
    return counted(summary.month, summary.sector, summary.month_on)


def _all_ended(summary: Any, context: Context) -> Iterator[Problem]:
    """The month is over and none of its checks is still being written."""
    if context.on < summary.month_on:
        yield Problem("month_on", "本月还没有结束，不能汇总。")
    drafts = RoutineCheck._base_manager.filter(month=summary.month, sector=summary.sector, state="draft")
    if drafts.exists():
        yield Problem("", f"当月还有 {drafts.count()} 次排查没有完成登记，请先完成再汇总。")


def _still_true(summary: Any, context: Context) -> Iterator[Problem]:
    """What is reported is what the checks say on the day of reporting."""
    yield from _all_ended(summary, context)
    now = counted(summary.month, summary.sector, summary.month_on)
    for column in ("operators_checked", "problems_found"):
        if now[column] != getattr(summary, column):
            yield Problem(column, f"台账现为 {now[column]}，汇总表为 {getattr(summary, column)}，请退回重新汇总。")


WORKFLOW = Workflow(
    states=(
        State("drafting", "编制中", deadline=REPORT, awaits=True),
        State("compiled", "已汇总", date_field="compiled_on", deadline=REPORT, awaits=True),
        State("reported", "已上报", date_field="reported_on"),
    ),
    transitions=(
        Transition("compile", "汇总", ("drafting",), "compiled", HANDLERS, fills=_compiled, guard=_all_ended),
        Transition("redo", "退回重编", ("compiled",), "drafting", HANDLERS),
        Transition(
            "report",
            "上报市局",
            ("compiled",),
            "reported",
            HEAD,
            asks=("doc_no",),
            other_person=True,
            guard=_still_true,
        ),
        Transition("take_back", "退回更正", ("reported",), "drafting", HEAD, reason=True),
    ),
    takeover=HANDLERS,
)


class MonthlySafetySummary(Record):
    """月度汇总：一个行业一月一行。"""

    month_on = models.DateField("汇总截止日期")
    month = models.CharField("汇总月份", max_length=7, editable=False)
    sector = models.CharField("行业类别", max_length=20, choices=Sector)
    operators_due = models.PositiveIntegerField("应排查企业数", blank=True, null=True)
    operators_checked = models.PositiveIntegerField("已排查企业数", blank=True, null=True)
    problems_found = models.PositiveIntegerField("发现问题数", blank=True, null=True)
    hazards_found = models.PositiveIntegerField("下发隐患数", blank=True, null=True)
    hazards_closed = models.PositiveIntegerField("当月销号数", blank=True, null=True)
    major_hazards = models.PositiveIntegerField("重大隐患数", blank=True, null=True)
    common_problems = models.TextField("主要问题", blank=True, null=True)
    next_steps = models.TextField("下步措施", blank=True, null=True)
    compiled_on = models.DateField("汇总日期", blank=True, null=True)
    doc_no = models.CharField("上报文号", max_length=60, blank=True, null=True)
    reported_on = models.DateField("上报日期", blank=True, null=True)

    title = "五全一常态月度汇总"
    section = "safety"
    key_fields = ("month_on", "sector")
    period_field = "month_on"
    workflow = WORKFLOW
    rules = RULES
    internal = True
    rests_on = ("routine_check", "routine_check_item", "hazard", "operator")
    search_fields = ("month", "doc_no")
    list_fields = ("month", "sector", "operators_due", "operators_checked", "problems_found", "reported_on", "state")
    filter_fields = ("sector",)
    known_as = {
        "month_on": ("月末日期",),
        "operators_checked": ("排查企业数", "检查企业数"),
        "problems_found": ("问题数",),
        "hazards_found": ("隐患数",),
        "hazards_closed": ("销号数", "整改完成数"),
    }

    class Meta:
        verbose_name = "月度汇总"
        constraints = (models.UniqueConstraint(fields=("month", "sector"), name="monthly_safety_summary_once"),)

    def derive(self) -> None:
        self.month = f"{self.month_on:%Y-%m}" if self.month_on else ""

    def locked(self) -> str:
        """What has been reported is changed only after it was taken back."""
        if self.pk and self.state == "reported":
            return "汇总表已上报，不能直接修改；确需更正的，请先“退回更正”。"
        return ""

    def problems(self) -> Iterator[Problem]:
        if (self.month_on + timedelta(days=1)).day != 1:
            yield Problem("month_on", "汇总截止日期须为当月最后一天，请改正。")
        yield from owed(self, ("compiled", "reported"), "compiled_on", "operators_due", "operators_checked")
        yield from owed(self, ("reported",), "reported_on", "doc_no")
        if (self.operators_checked or 0) > (self.operators_due or 0) and self.operators_due is not None:
            yield Problem("operators_checked", "已排查企业数多于应排查企业数，请核对两个数。")
        if (self.hazards_closed or 0) > (self.hazards_found or 0):
            yield Problem("hazards_closed", "当月销号数多于下发隐患数，请核对两个数。")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """A summary that is brought along should say what the checks of its month say."""
        told = [(index, record) for index, record in enumerate(records) if record.state != "drafting"]
        done = RoutineCheck._base_manager.filter(month__in={record.month for _, record in told}, state="done")
        found = Counter(done.values_list("month", "sector", "operator").distinct().values_list("month", "sector"))
        for index, record in told:
            there = found[record.month, record.sector]
            if record.operators_checked is not None and there != record.operators_checked:
                text = f"台账中当月完成排查 {there} 家，汇总表为 {record.operators_checked} 家，请核对。"
                yield index, Problem("operators_checked", text, Severity.WARNING)
