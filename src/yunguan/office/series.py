"""Numbers that the house gives out: prefix, year and serial, gap-free, never twice (备案编号, 证明编号 …)."""

from __future__ import annotations

from collections.abc import Callable

from django.db import models, transaction


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
        return self.pattern.format(year=self.year, serial=serial)


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
    try:
        one, other = pattern.format(year=2023, serial=1), pattern.format(year=2024, serial=2)
    except (KeyError, IndexError, ValueError):
        return "编号格式中只能用 {year} 和 {serial}，如“备〔{year}〕{serial:04d}号”。"
    if one == other or pattern.format(year=2023, serial=1) == pattern.format(year=2023, serial=2):
        return "编号格式中须有序号 {serial}，否则编号会重复。"
    return None
