"""春运值班: who is on duty on which day of the spring rush, and what was handed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, State, Transition, Workflow
from yunguan.registers.checks import owed
from yunguan.registers.fields import MobileField, ReferenceField
from yunguan.registers.passenger.spring_season import SpringSeason, outside_season
from yunguan.registers.record import Record

HANDLERS = frozenset({"clerk", "head"})


def _has_begun(duty: Any, context: Context) -> Iterator[Problem]:
    if context.on < duty.duty_on:
        yield Problem("duty_on", "还没有到值班日期，不能登记值班情况。")


WORKFLOW = Workflow(
    states=(
        State("planned", "已排班", awaits=True),
        State("served", "已值班", date_field="served_on", final=True),
        State("absent", "缺勤", date_field="served_on", final=True),
        State("replaced", "已换班", date_field="replaced_on", final=True),
    ),
    transitions=(
        Transition("serve", "登记交接", ("planned",), "served", HANDLERS, asks=("handover",), guard=_has_begun),
        Transition("miss", "登记缺勤", ("planned",), "absent", frozenset({"head"}), reason=True, guard=_has_begun),
        Transition("replace", "换班", ("planned",), "replaced", HANDLERS, asks=("replaced_by",), reason=True),
    ),
    takeover=HANDLERS,
)


class Shift(models.TextChoices):
    """班次."""

    DAY = "day", "白班"
    NIGHT = "night", "夜班"


class SpringDuty(Record):
    """春运值班：一人一班一行。"""

    season = ReferenceField(SpringSeason, verbose_name="春运年度")
    duty_on = models.DateField("值班日期")
    shift = models.CharField("班次", max_length=8, choices=Shift)
    leader = models.CharField("带班领导", max_length=50)
    person = models.CharField("值班人员", max_length=50)
    mobile = MobileField("值班手机", blank=True, null=True)
    handover = models.TextField("值班情况和交接事项", blank=True, null=True)
    replaced_by = models.CharField("替班人员", max_length=50, blank=True, null=True)
    served_on = models.DateField("登记日期", blank=True, null=True)
    replaced_on = models.DateField("换班日期", blank=True, null=True)

    title = "春运值班表"
    section = "passenger"
    key_fields = ("duty_on", "shift", "person")
    period_field = "duty_on"
    workflow = WORKFLOW
    shared = True
    internal = True
    search_fields = ("person", "leader", "handover")
    list_fields = ("duty_on", "shift", "leader", "person", "mobile", "state")
    filter_fields = ("shift",)
    known_as = {"leader": ("值班领导",), "person": ("值班员",)}

    class Meta:
        verbose_name = "春运值班"
        constraints = (models.UniqueConstraint(fields=("duty_on", "shift", "person"), name="spring_duty_once"),)

    def problems(self) -> Iterator[Problem]:
        yield from outside_season(self.season, self.duty_on, "duty_on")
        yield from owed(self, ("served",), "served_on", "handover")
        yield from owed(self, ("replaced",), "replaced_by")
        if self.replaced_by and self.replaced_by == self.person:
            yield Problem("replaced_by", "替班人员不能是原值班人员本人。")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """Nobody is on duty for both shifts of a day."""
        own = [record.pk for record in records if record.pk]
        there = cls._base_manager.filter(duty_on__in={record.duty_on for record in records}, state="planned")
        kept = Counter(there.exclude(pk__in=own).values_list("duty_on", "person"))
        for index, record in enumerate(records):
            if record.state != "planned":
                continue
            kept[record.duty_on, record.person] += 1
            if kept[record.duty_on, record.person] > 1:
                yield index, Problem("person", "同一人当日已排另一班，不能连值两班，请改排他人。")
