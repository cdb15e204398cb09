"""荣誉台账: what the centre, its sections and its people were awarded."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.registers.fields import ReferenceField
from yunguan.registers.general.document import Document
from yunguan.registers.record import CommonRecord


class Recipient(models.TextChoices):
    """获奖对象."""

    CENTRE = "centre", "单位"
    SECTION = "section", "科室"
    TEAM = "team", "团队"
    PERSON = "person", "个人"
    CITY = "city", "全市"


class Grade(models.TextChoices):
    """级别."""

    NATIONAL = "national", "国家级"
    PROVINCIAL = "provincial", "省级"
    MUNICIPAL = "municipal", "市级"
    BUREAU = "bureau", "局级"
    CENTRE = "centre", "中心级"


class Honour(CommonRecord):
    """荣誉：一项荣誉一行。"""

    awarded_on = models.DateField("获得日期")
    honour_title = models.CharField("荣誉名称", max_length=120)
    recipient_kind = models.CharField("获奖对象", max_length=16, choices=Recipient)
    recipient = models.CharField("获奖者", max_length=100)
    grade = models.CharField("级别", max_length=16, choices=Grade)
    place = models.CharField("等次", max_length=30, blank=True, default="")
    issuer = models.CharField("授予单位", max_length=100)
    basis = ReferenceField(Document, verbose_name="表彰文件登记号", blank=True, null=True)
    valid_to = models.DateField("有效期至", blank=True, null=True)

    title = "荣誉台账"
    section = "general"
    key_fields = ("awarded_on", "honour_title", "recipient")
    period_field = "awarded_on"
    internal = True
    expires = ("valid_to",)
    search_fields = ("honour_title", "recipient", "issuer")
    list_fields = ("awarded_on", "honour_title", "recipient_kind", "recipient", "grade", "place", "issuer", "kept_by")
    filter_fields = ("recipient_kind", "grade", "kept_by")
    companions = {"basis": ("表彰文件", "document_title")}
    known_as = {"honour_title": ("奖项", "荣誉称号"), "issuer": ("颁奖单位",)}

    class Meta:
        verbose_name = "荣誉"
        constraints = (models.UniqueConstraint(fields=("awarded_on", "honour_title", "recipient"), name="honour_once"),)

    def problems(self) -> Iterator[Problem]:
        if self.valid_to and self.valid_to < self.awarded_on:
            yield Problem("valid_to", "有效期早于获得日期，请核对两个日期。")
