"""五全一常态 排查项目: what one checklist asks, item by item."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.registers.fields import ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.safety.check_template import CheckTemplate


class Severity(models.TextChoices):
    """隐患等级 (安全生产法第四十一条)."""

    GENERAL = "general", "一般隐患"
    MAJOR = "major", "重大隐患"


class CheckTemplateItem(Record):
    """排查项目：一版清单一项一行。"""

    item_code = models.CharField("项目编号", max_length=40)
    template = ReferenceField(CheckTemplate, verbose_name="清单编号")
    aspect = models.CharField("所属类别", max_length=30)
    content = models.CharField("排查内容", max_length=300)
    method = models.CharField("排查方法", max_length=100, blank=True, null=True)
    basis = models.CharField("排查依据", max_length=200, blank=True, null=True)
    severity = models.CharField("不合格时隐患等级", max_length=10, choices=Severity)

    title = "五全一常态排查项目"
    section = "safety"
    key_fields = ("item_code",)
    internal = True
    shared = True
    rests_on = ("check_template",)
    search_fields = ("item_code", "content")
    list_fields = ("item_code", "template", "aspect", "content", "severity")
    filter_fields = ("severity",)
    known_as = {"item_code": ("序号", "编号"), "aspect": ("类别", "五全类别"), "content": ("检查内容",)}

    class Meta:
        verbose_name = "排查项目"
        constraints = (
            models.UniqueConstraint(fields=("item_code",), name="check_template_item_once"),
            models.UniqueConstraint(fields=("template", "content"), name="check_template_item_content_once"),
        )

    def locked(self) -> str:
        """A list by which somebody was checked stays as it was: what changes goes into the next version."""
        from yunguan.registers.book import book  # noqa: PLC0415 - the checks' book refers to the list

        checks: Any = book("routine_check").model._base_manager
        if self.template_id and checks.filter(template=self.template_id).exists():
            return "已按本版清单排查过企业，排查项目不能再增改，请另建新版清单。"
        return ""

    def problems(self) -> Iterator[Problem]:
        if self.template_id and self.template.state == "retired" and self.pk:
            yield Problem("template", "清单已停用，不能再改动其项目。")
