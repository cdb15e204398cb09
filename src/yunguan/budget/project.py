"""预算项目: the projects for which money is granted."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.registers.record import Record


class Project(Record):
    """预算项目：一个项目一行，项目代码各年不变。"""

    code = models.CharField("项目代码", max_length=40)
    name = models.CharField("项目名称", max_length=100)
    first_year = models.PositiveSmallIntegerField("起始年度")
    last_year = models.PositiveSmallIntegerField("结束年度", blank=True, null=True, help_text="仍在实施的不填")
    doc_no = models.CharField("立项文号", max_length=100, blank=True, null=True)

    title = "预算项目"
    section = "finance"
    key_fields = ("code",)
    internal = True
    search_fields = ("code", "name")
    list_fields = ("code", "name", "first_year", "last_year", "doc_no")
    known_as = {
        "code": ("项目编码", "项目编号"),
        "name": ("项目", "预算项目名称", "项目支出名称"),
        "first_year": ("开始年度", "起始年份", "年度"),
        "last_year": ("终止年度", "结束年份"),
        "doc_no": ("批复文号", "立项批复文号"),
    }

    class Meta:
        verbose_name = "预算项目"
        constraints = (models.UniqueConstraint(fields=("code",), name="project_once"),)

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    def problems(self) -> Iterator[Problem]:
        if self.last_year is not None and self.last_year < self.first_year:
            yield Problem("last_year", "结束年度早于起始年度，请核对两个年度。")

    def runs_in(self, year: int) -> bool:
        """Whether the project runs in a year."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)
