"""春运期: from when to when each year's spring rush lasts, by the lunar calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.registers.checks import in_order
from yunguan.registers.record import Record

BEFORE, AFTER = 15, 24
"""Days before and after the first day of the lunar year on which a rush usually begins and ends."""


class SpringSeason(Record):
    """春运期：一年一行，正月初一是与上年比较的基准日。"""

    season_no = models.CharField("春运年度", max_length=4)
    first_on = models.DateField("开始日期")
    last_on = models.DateField("结束日期")
    new_year_on = models.DateField("正月初一")
    doc_no = models.CharField("依据文号", max_length=60, blank=True, null=True)

    title = "春运期"
    section = "passenger"
    key_fields = ("season_no",)
    period_field = "new_year_on"
    shared = True
    internal = True
    list_fields = ("season_no", "first_on", "last_on", "new_year_on", "doc_no")

    class Meta:
        verbose_name = "春运期"
        constraints = (models.UniqueConstraint(fields=("season_no",), name="spring_season_once"),)

    def __str__(self) -> str:
        return f"{self.season_no}年春运"

    def covers(self, day: date) -> bool:
        """Whether a day belongs to the rush."""
        return self.first_on <= day <= self.last_on

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "first_on", "new_year_on", "last_on")
        if self.season_no != str(self.new_year_on.year):
            yield Problem("season_no", "春运年度须是正月初一所在的年份，请核对。")
        usual = (self.new_year_on - timedelta(days=BEFORE), self.new_year_on + timedelta(days=AFTER))
        if (self.first_on, self.last_on) != usual:
            text = f"按节前 {BEFORE} 天、节后 {AFTER} 天应为 {usual[0]:%Y-%m-%d} 至 {usual[1]:%Y-%m-%d}，请核对通知。"
            yield Problem("first_on", text, Severity.WARNING)


def outside_season(season: Any, day: date, column: str) -> Iterator[Problem]:
    """A complaint where a day does not belong to the rush it is entered for."""
    if not season.covers(day):
        yield Problem(column, f"{day:%Y-%m-%d} 不在{season}期间，请核对日期或春运年度。")
