"""The organisation tree: bureau, centre, sections, county offices."""

from __future__ import annotations

from django.db import models


class OrgUnit(models.Model):
    """One body of the tree; ``code`` is what books and indicators name as their section."""

    class Kind(models.TextChoices):
        BUREAU = "bureau", "主管部门"
        CENTRE = "centre", "中心"
        SECTION = "section", "科室"
        COUNTY = "county", "县市区机构"

    code = models.CharField("代码", max_length=32, unique=True)
    name = models.CharField("名称", max_length=100)
    kind = models.CharField("类别", max_length=16, choices=Kind)
    parent = models.ForeignKey(
        "self", verbose_name="上级", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    area = models.CharField("行政区划代码", max_length=6)
    order = models.PositiveSmallIntegerField("排序", default=0)

    class Meta:
        verbose_name = "机构"
        ordering = ("order", "code")

    def __str__(self) -> str:
        return self.name
