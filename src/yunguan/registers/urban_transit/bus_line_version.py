"""公交线路走向台账: where a line went from one day to another, version by version."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.registers.checks import in_order
from yunguan.registers.fields import NumberField, ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.selectors import having
from yunguan.registers.urban_transit.bus_line import BusLine

LEAST_STOPS = 2


class BusLineVersion(Record):
    """线路走向：一条线路一个版本一行。"""

    line = ReferenceField(BusLine, verbose_name="线路编号")
    number = models.PositiveSmallIntegerField("版次")
    from_stop = models.CharField("起点站", max_length=50)
    to_stop = models.CharField("终点站", max_length=50)
    path = models.TextField("途经站点")
    stops = models.PositiveSmallIntegerField("站点数")
    length_km = NumberField("线路长度", places=1, unit="公里")
    effective_from = models.DateField("启用日期")
    effective_to = models.DateField("止用日期", blank=True, null=True)
    doc_no = models.CharField("依据文件", max_length=100, blank=True, null=True)

    title = "公交线路走向台账"
    section = "urban_transit"
    key_fields = ("line", "number")
    shared = True
    operator_path = "line__operator__uscc"
    search_fields = ("line__line_no", "path", "from_stop", "to_stop")
    list_fields = ("line", "number", "from_stop", "to_stop", "stops", "length_km", "effective_from", "effective_to")
    known_as = {"path": ("主要站点", "走向"), "length_km": ("里程", "长度"), "doc_no": ("文号",)}

    class Meta:
        verbose_name = "线路走向"
        constraints = (models.UniqueConstraint(fields=("line", "number"), name="bus_line_version_once"),)

    def derive(self) -> None:
        if self.line_id:
            self.area = self.line.area

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "effective_from", "effective_to")
        if self.stops < LEAST_STOPS:
            yield Problem("stops", "线路至少有起点、终点两个站，请核对站点数。")
        if self.length_km <= 0:
            yield Problem("length_km", "线路长度须大于 0。")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """A line has one route on one day."""
        own = {record.pk for record in records if record.pk}
        spans: dict[int, list[tuple[date, date, int]]] = defaultdict(list)
        for index, record in enumerate(records):
            spans[record.line_id].append((record.effective_from, record.effective_to or date.max, index))
        for there in having(cls._base_manager.exclude(pk__in=own), "line", set(spans)):
            spans[there.line_id].append((there.effective_from, there.effective_to or date.max, -1))
        for held in spans.values():
            for (_, until, first), (since, _, second) in pairwise(sorted(held)):
                if since <= until and max(first, second) >= 0:
                    text = "与本线路另一版走向的启用时段重叠，请先填写旧版的止用日期。"
                    yield max(first, second), Problem("effective_from", text)


def version_on(line: Any, day: date) -> BusLineVersion | None:
    """The route of a line on a day."""
    found = BusLineVersion._base_manager.filter(line=line, effective_from__lte=day)
    return found.exclude(effective_to__lt=day).order_by("number").last()
