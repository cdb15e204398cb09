"""统计报表指标: the items that one version of a form asks for."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.registers.fields import ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.statistics.form_version import FormVersion


class FormItem(Record):
    """统计报表指标：一个版本中的一项指标一行。"""

    item_no = models.CharField("指标编号", max_length=50, editable=False)
    form_version = ReferenceField(FormVersion, verbose_name="版本编号")
    code = models.CharField("指标代码", max_length=12)
    name = models.CharField("指标名称", max_length=60)
    measure = models.CharField("计量单位", max_length=20)
    required = models.BooleanField("必填", default=True)
    place = models.PositiveSmallIntegerField("顺序")

    title = "统计报表指标"
    section = "statistics"
    key_fields = ("item_no",)
    shared = True
    internal = True
    search_fields = ("item_no", "name")
    list_fields = ("form_version", "code", "name", "measure", "required", "place")

    class Meta:
        verbose_name = "统计报表指标"
        constraints = (models.UniqueConstraint(fields=("item_no",), name="form_item_once"),)

    def derive(self) -> None:
        if self.form_version_id:
            self.item_no = f"{self.form_version.version_no}/{self.code}"

    def problems(self) -> Iterator[Problem]:
        if self.place == 0:
            yield Problem("place", "顺序从 1 开始，请核对。")
