"""Numbers that the house gives out: prefix, year and serial, gap-free, never twice (备案编号, 证明编号 …)."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.db import models, transaction

SERIAL = re.compile(r"\{序号([1-9]?)\}")


class NumberSeries(models.Model):
    """One series of one year: the pattern that users may change and the last serial given out."""

    code = models.CharField("序列", max_length=64)
    year = models.PositiveSmallIntegerField("年度")
    pattern = models.CharField("编号格式", max_length=100)
    last = models.PositiveIntegerField("已用到", default=0)

    class Meta:
        verbose_name = "编号序列"
        ordering = ("code", "-year")
        constraints = (models.UniqueConstraint(fields=("code", "year"), name="number_series_once"),)

    def __str__(self) -> str:
        return self.shown(self.last)

    def shown(self, serial: int) -> str:
        """A number of the series."""
        return written(self.pattern, self.year, serial)


def written(pattern: str, year: int, serial: int) -> str:
    """A pattern with its year and serial: ``{年度}`` and ``{序号}``, or ``{序号4}`` for four digits at least."""
    dated = pattern.replace("{年度}", str(year))
    return SERIAL.sub(lambda match: str(serial).zfill(int(match[1] or 1)), dated)


@transaction.atomic
def next_number(code: str, year: int, pattern: str, taken: Callable[[str], bool]) -> str:
    """Give out the next number of a series; what a workbook brought along already (``taken``) is passed over.

    The row of the series is locked until the caller's transaction ends: a number that is not used is not lost.
    ``pattern`` is what a new year begins with, unless the year before had another.
    """
    before = NumberSeries.objects.filter(code=code, year__lt=year).order_by("-year").first()
    NumberSeries.objects.get_or_create(
        code=code, year=year, defaults={"pattern": before.pattern if before else pattern}
    )
    series = NumberSeries.objects.select_for_update().get(code=code, year=year)
    serial = series.last + 1
    while taken(series.shown(serial)):
        serial += 1
    series.last = serial
    series.save(update_fields=["last"])
    return series.shown(serial)


def pattern_problem(pattern: str) -> str | None:
    """What is wrong with a pattern that a user typed; None when it is right."""
    if not SERIAL.search(pattern):
        return "编号格式中须有序号，写作 {序号} 或 {序号4}（四位），否则编号会重复。"
    if "{年度}" not in pattern:
        return "编号格式中须有 {年度}，否则各年度的编号会重复。"
    if set(written(pattern, 2023, 1)) & set("{}"):
        return "编号格式中的花括号只能写 {年度} 和 {序号}，如“备〔{年度}〕{序号4}号”。"
    return None
