"""诚信考核记分台账: each decision that costs a driver points, once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Self

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import State, Transition, Workflow
from yunguan.office.rules import rule_on
from yunguan.registers.fields import ReferenceField
from yunguan.registers.practitioners.certificate import HEAD
from yunguan.registers.practitioners.integrity import FULL, Integrity
from yunguan.registers.practitioners.integrity_item import IntegrityItem
from yunguan.registers.practitioners.practitioner import KEEPERS
from yunguan.registers.record import Record
from yunguan.registers.selectors import having

WORKFLOW = Workflow(
    states=(
        State("recorded", "已记分", date_field="deducted_on"),
        State("cancelled", "已撤销", date_field="cancelled_on", final=True),
    ),
    transitions=(Transition("cancel", "撤销记分", ("recorded",), "cancelled", HEAD, reason=True),),
    takeover=KEEPERS,
)


class IntegrityDeduction(Record):
    """诚信考核记分：一份决定书一行。"""

    decision_no = models.CharField("决定书文号", max_length=60)
    cycle = ReferenceField(Integrity, verbose_name="考核编号")
    item = ReferenceField(IntegrityItem, verbose_name="记分项编号")
    points = models.PositiveSmallIntegerField("记分", editable=False)
    deducted_on = models.DateField("记分日期")
    authority = models.CharField("作出机关", max_length=50)
    cancelled_on = models.DateField("撤销日期", blank=True, null=True)

    title = "诚信考核记分台账"
    section = "practitioners"
    key_fields = ("decision_no",)
    period_field = "deducted_on"
    workflow = WORKFLOW
    operator_path = "cycle__operator__uscc"
    search_fields = ("decision_no", "cycle__name", "item__conduct")
    list_fields = ("decision_no", "cycle", "item", "points", "deducted_on", "authority", "area", "state")
    companions = {"cycle": ("姓名", "name"), "item": ("行为", "conduct")}

    class Meta:
        verbose_name = "诚信考核记分"
        constraints = (models.UniqueConstraint(fields=("decision_no",), name="integrity_deduction_once"),)

    def derive(self) -> None:
        if self.cycle_id:
            self.area = self.cycle.area
        if self.item_id:
            self.points = self.item.points

    def problems(self) -> Iterator[Problem]:
        if not self.cycle.cycle_from <= self.deducted_on <= self.cycle.cycle_to:
            yield Problem("deducted_on", "记分日期不在考核周期之内，请核对日期或考核编号。")
        begun, ended = self.item.effective_from, self.item.effective_to
        if self.deducted_on < begun or (ended and self.deducted_on > ended):
            yield Problem("item", "记分日期不在记分标准的有效期内，请选用当日有效的版本。")

    @classmethod
    def problems_among(cls, records: Sequence[Self]) -> Iterator[tuple[int, Problem]]:
        """No points for a cycle beyond those it was assessed with; full points are told of."""
        counted = [each for each in records if each.state == "recorded"]
        own = {each.pk for each in counted if each.pk}
        totals: dict[int, int] = defaultdict(int)
        for kept in having(cls._base_manager.filter(state="recorded"), "cycle_id", {each.cycle_id for each in counted}):
            totals[kept.cycle_id] += 0 if kept.pk in own else kept.points
        for index, each in enumerate(records):
            if each.state != "recorded":
                continue
            totals[each.cycle_id] += each.points
            yield from ((index, problem) for problem in _beyond(each, totals[each.cycle_id]))


def _beyond(deduction: IntegrityDeduction, total: int) -> Iterator[Problem]:
    cycle = deduction.cycle
    if cycle.points is not None and total > cycle.points:
        text = f"本周期已按累计 {cycle.points} 分评定，加上此条为 {total} 分，不能再记分，请核对考核编号。"
        yield Problem("cycle", text)
    elif cycle.points is None and total >= rule_on(FULL, deduction.deducted_on).value:
        text = f"本周期累计已记 {total} 分，应即评定为 B 级并安排继续教育。"
        yield Problem("points", text, Severity.WARNING)
