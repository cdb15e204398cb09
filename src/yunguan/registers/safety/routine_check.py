"""五全一常态 月排查: each month's check of an operator by the list of its trade.

Source: the bureau's notice on the monthly checks of urban carriers; two inspectors by 道路运输条例第五十九条.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, Rule, State, Transition, Workflow
from yunguan.office.rules import rule_on
from yunguan.office.series import next_number
from yunguan.registers.checks import owed
from yunguan.registers.fields import ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.safety.check_template import CheckTemplate, covers
from yunguan.registers.safety.parts import people_in
from yunguan.registers.sectors import Sector
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})
RULES = (Rule("routine_check.inspectors", "现场排查最少人数", 2, "人", "中华人民共和国道路运输条例", "第五十九条"),)


def _too_few(names: str, least: int) -> Iterator[Problem]:
    if len(people_in(names)) < least:
        yield Problem("inspectors", f"现场排查须有 {least} 人以上，请补填排查人员，姓名之间用“、”隔开。")


def _of_table(name: str) -> Any:
    """The rows of a book that refers to this one, or comes after it."""
    from yunguan.registers.book import book  # noqa: PLC0415 - as above

    return book(name).model._base_manager


def _may_end(check: Any, context: Context) -> Iterator[Problem]:
    """Every item has a result, and every failed item says what was found."""
    if shut := check.locked():
        yield Problem("", shut)
    yield from _too_few(check.inspectors, context.rule("routine_check.inspectors"))
    asked = _of_table("check_template_item").filter(template=check.template).count()
    if check.items != asked:
        yield Problem("items_passed", f"清单共 {asked} 项，各项结果合计 {check.items} 项，请核对项数。")
    written = _of_table("routine_check_item").filter(routine=check, result="failed").count()
    if written != check.items_failed:
        text = f"不合格 {check.items_failed} 项，已逐项登记 {written} 项，请先把不合格项登记完整。"
        yield Problem("items_failed", text)


def _not_reported(check: Any, context: Context) -> Iterator[Problem]:
    del context
    if shut := check.locked():
        yield Problem("", shut)


def _raise_hazards(check: Any, order: Any) -> None:
    """Each failed item becomes a hazard to be followed up, unless it did so before."""
    from yunguan.registers.book import book  # noqa: PLC0415 - the hazards' book refers to this one
    from yunguan.registers.services import create  # noqa: PLC0415 - as above

    hazards = _of_table("hazard")
    known = set(hazards.filter(routine=check).values_list("item", flat=True))
    for found in _of_table("routine_check_item").filter(routine=check, result="failed").select_related("item"):
        if found.item_id in known:
            continue
        number = next_number(
            "hazard.no", order.on.year, "YH{年度}-{序号4}", lambda text: hazards.filter(hazard_no=text).exists()
        )
        values = {
            "hazard_no": number,
            "source": "routine_check",
            "routine": check,
            "item": found.item,
            "operator": check.operator,
            "found_on": check.checked_on,
            "level": found.item.severity,
            "description": found.finding,
        }
        create(book=book("hazard"), values=values, user=order.user, on=order.on, now=order.now)


WORKFLOW = Workflow(
    states=(
        State("draft", "登记中", awaits=True),
        State("done", "已完成", date_field="done_on"),
        State("void", "作废", date_field="voided_on", final=True),
    ),
    transitions=(
        Transition("finish", "完成排查", ("draft",), "done", HANDLERS, guard=_may_end, after=_raise_hazards),
        Transition("reopen", "退回修改", ("done",), "draft", frozenset({"head"}), reason=True, guard=_not_reported),
        Transition("void", "作废", ("draft",), "void", HANDLERS, reason=True, guard=_not_reported),
    ),
    takeover=HANDLERS,
)


class RoutineCheck(Record):
    """月排查：一家企业一月一版清单一行。"""

    check_no = models.CharField("排查编号", max_length=30)
    template = ReferenceField(CheckTemplate, verbose_name="清单编号")
    operator = ReferenceField(Operator, verbose_name="统一社会信用代码")
    sector = models.CharField("行业类别", max_length=20, choices=Sector, editable=False)
    key_carrier = models.BooleanField("两客一危", default=False, editable=False)
    checked_on = models.DateField("排查日期")
    month = models.CharField("排查月份", max_length=7, editable=False)
    inspectors = models.CharField("排查人员", max_length=100)
    items_passed = models.PositiveSmallIntegerField("合格项数")
    items_failed = models.PositiveSmallIntegerField("不合格项数")
    items_na = models.PositiveSmallIntegerField("不适用项数", default=0)
    responsible = models.CharField("企业陪同人员", max_length=50, blank=True, null=True)
    remark = models.TextField("排查情况", blank=True, null=True)
    done_on = models.DateField("完成日期", blank=True, null=True)
    voided_on = models.DateField("作废日期", blank=True, null=True)

    title = "五全一常态月排查台账"
    section = "safety"
    key_fields = ("check_no",)
    period_field = "checked_on"
    workflow = WORKFLOW
    rules = RULES
    rests_on = ("check_template_item",)
    operator_path = "operator__uscc"
    search_fields = ("check_no", "operator__name", "inspectors")
    list_fields = ("check_no", "operator", "sector", "checked_on", "items_failed", "inspectors", "area", "state")
    filter_fields = ("sector", "key_carrier")
    companions = {"operator": ("企业名称", "name")}
    known_as = {
        "checked_on": ("检查日期", "检查时间"),
        "inspectors": ("检查人员", "检查人"),
        "operator": ("信用代码",),
        "operator__name": ("单位名称", "受检企业"),
        "items_failed": ("问题数", "发现问题数"),
        "responsible": ("企业负责人",),
    }

    class Meta:
        verbose_name = "月排查"
        constraints = (
            models.UniqueConstraint(fields=("check_no",), name="routine_check_once"),
            models.UniqueConstraint(fields=("template", "operator", "month"), name="routine_check_once_a_month"),
        )
        indexes = (models.Index(fields=("month", "sector"), name="routine_check_month_sector"),)

    @property
    def items(self) -> int:
        """How many items have a result."""
        return int(self.items_passed + self.items_failed + self.items_na)

    def derive(self) -> None:
        if self.operator_id:
            self.area = self.operator.area
            self.sector = self.operator.sector
            self.key_carrier = self.operator.key_carrier
        self.month = f"{self.checked_on:%Y-%m}" if self.checked_on else ""

    def locked(self) -> str:
        """The month of a trade is closed once its summary has gone to the bureau."""
        reported = _of_table("monthly_safety_summary").filter(month=self.month, sector=self.sector, state="reported")
        if self.month and reported.exists():
            return f"{self.month} 的排查汇总已上报，当月排查记录不能再增改；确需更正的，请先退回汇总。"
        return ""

    def problems(self) -> Iterator[Problem]:
        if self.sector and self.sector != self.template.sector:
            yield Problem("template", "清单的行业与企业的行业不符，请选择本行业的清单。")
        if not covers(self.template, self.checked_on):
            yield Problem("template", "排查当日本版清单没有施行，请选择当日施行的清单。")
        yield from owed(self, ("done",), "done_on")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """Enough inspectors by the rule of the day; results for all items of the list."""
        done = [(index, record) for index, record in enumerate(records) if record.state == "done"]
        if not done:
            return
        items = _of_table("check_template_item").filter(template__in={record.template_id for _, record in done})
        asked = Counter(items.values_list("template", flat=True))
        least: dict[str, int] = {}
        for index, record in done:
            if record.month not in least:
                least[record.month] = rule_on("routine_check.inspectors", record.checked_on).value
            for problem in _too_few(record.inspectors, least[record.month]):
                yield index, problem
            if record.items != asked[record.template_id]:
                text = f"清单共 {asked[record.template_id]} 项，各项结果合计 {record.items} 项，请核对项数。"
                yield index, Problem("items_passed", text, Severity.WARNING)
