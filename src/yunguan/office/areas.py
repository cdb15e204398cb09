"""Named groups of areas as editable data (市城区 …), laid over the code table of GB/T 2260."""

from __future__ import annotations

from datetime import date

from django.db import models

from yunguan.core.area import AreaGroup, Areas, load_areas


class AreaGroupMember(models.Model):
    """One area in one group, from a date on, until another date if it left."""

    group = models.CharField("分组代码", max_length=16, db_index=True)
    group_name = models.CharField("分组名称", max_length=50)
    area = models.CharField("行政区划代码", max_length=6)
    effective_from = models.DateField("起始日期")
    effective_to = models.DateField("终止日期", null=True, blank=True)

    class Meta:
        verbose_name = "区划分组"
        constraints = (
            models.UniqueConstraint(fields=("group", "area", "effective_from"), name="area_group_member_once"),
        )

    def __str__(self) -> str:
        return f"{self.group_name}：{self.area}"


def areas_on(day: date) -> Areas:
    """The code table with the groups as they stood on a day."""
    members = AreaGroupMember.objects.filter(effective_from__lte=day).exclude(effective_to__lte=day)
    names: dict[str, str] = {}
    areas: dict[str, set[str]] = {}
    for member in members.order_by("group", "area"):
        names[member.group] = member.group_name
        areas.setdefault(member.group, set()).add(member.area)
    groups = tuple(AreaGroup(code, name, frozenset(areas[code])) for code, name in names.items())
    return Areas(load_areas().divisions, groups)
