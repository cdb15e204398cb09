"""质量信誉考核项目: the items of a point table, with their points or what their veto does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.registers.fields import NumberField, ReferenceField
from yunguan.registers.passenger.credit_scheme import CreditScheme
from yunguan.registers.passenger.parts.grades import Grade, ItemKind
from yunguan.registers.record import Record


class CreditItem(Record):
    """考核项目：一部细则一个项目一行。"""

    item_no = models.CharField("项目编号", max_length=60)
    scheme = ReferenceField(CreditScheme, verbose_name="细则编号")
    position = models.PositiveSmallIntegerField("序号")
    item_group = models.CharField("指标类别", max_length=40)
    name = models.CharField("考核项目", max_length=100)
    item_kind = models.CharField("项目性质", max_length=8, choices=ItemKind)
    points = NumberField("分值", places=1, unit="分", default=0)
    veto_grade = models.CharField("否决后最高等级", max_length=8, choices=Grade, blank=True, null=True)
    standard = models.TextField("评分标准", blank=True, null=True)
    evidence = models.CharField("佐证材料", max_length=200, blank=True, null=True)

    title = "质量信誉考核项目"
    section = "passenger"
    key_fields = ("item_no",)
    shared = True
    internal = True
    search_fields = ("item_no", "name", "item_group")
    list_fields = ("item_no", "scheme", "position", "item_group", "name", "item_kind", "points", "veto_grade")
    filter_fields = ("item_kind",)
    companions = {"scheme": ("细则名称", "name")}
    known_as = {"name": ("项目名称", "考核内容"), "points": ("满分", "标准分"), "item_group": ("考核指标", "指标")}

    class Meta:
        verbose_name = "考核项目"
        constraints = (
            models.UniqueConstraint(fields=("item_no",), name="credit_item_once"),
            models.UniqueConstraint(fields=("scheme", "position"), name="credit_item_position_once"),
        )

    def __str__(self) -> str:
        return f"{self.position}. {self.name}"

    def locked(self) -> str:
        """A table by which operators were scored is not changed any more: a new version takes its place."""
        from yunguan.registers.book import book  # noqa: PLC0415 - the scores' book refers to this one

        scores: Any = book("credit_score").model._base_manager
        if self.scheme_id and scores.filter(item__scheme_id=self.scheme_id).exclude(state="unscored").exists():
            return "本细则已用于考核评分，项目不能再增删改，请另立新版本的细则。"
        return ""

    def problems(self) -> Iterator[Problem]:
        if self.item_kind == ItemKind.VETO:
            if self.points != 0:
                yield Problem("points", "否决项不计分，分值请填 0。")
            if not self.veto_grade:
                yield Problem("veto_grade", "否决项须写明否决后最高可评的等级，如 B。")
            return
        if self.points <= 0:
            yield Problem("points", "计分项目的分值须大于 0。")
        if self.veto_grade:
            yield Problem("veto_grade", "只有否决项才填“否决后最高等级”，请清空或改为否决项。")
