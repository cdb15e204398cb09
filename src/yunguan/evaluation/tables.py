"""What an evaluation remembers besides its records: schemes that users made, what was said of items, reviews, rounds.

All of it is kept by year and subject: ``department``, or the code of a project.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import models
from simple_history.models import HistoricalRecords

DRAFT, IN_USE, RETIRED = "draft", "in_use", "retired"


class SchemeEdition(models.Model):
    """A scheme as a user copied and changed it. What is in use is frozen; the next change makes a further edition."""

    STATES = ((DRAFT, "草稿"), (IN_USE, "使用中"), (RETIRED, "已停用"))

    code = models.CharField("代码", max_length=60)
    number = models.PositiveIntegerField("版次")
    title = models.CharField("名称", max_length=120)
    year = models.PositiveSmallIntegerField("年度")
    subject = models.CharField("评价对象", max_length=40)
    content = models.JSONField("内容")
    digest = models.CharField("摘要值", max_length=64)
    state = models.CharField("状态", max_length=12, choices=STATES, default=DRAFT)
    based_on = models.CharField("依据", max_length=80)
    change = models.CharField("修改说明", max_length=200, blank=True, default="")
    made_by = models.ForeignKey("office.User", verbose_name="制定人", null=True, on_delete=models.PROTECT)
    made_at = models.DateTimeField("制定时间")
    used_from = models.DateTimeField("启用时间", null=True, blank=True)

    class Meta:
        verbose_name = "指标体系"
        ordering = ("year", "subject", "code", "number")
        constraints = (
            models.UniqueConstraint(fields=("code", "number"), name="scheme_edition_once"),
            models.UniqueConstraint(
                fields=("year", "subject"), condition=models.Q(state=IN_USE), name="scheme_edition_one_in_use"
            ),
        )

    def __str__(self) -> str:
        return f"{self.title}（第{self.number}版）"


class ItemEntry(models.Model):
    """What the unit says of one item: what was reached where no figure tells it, another score, reason and measure."""

    year = models.PositiveSmallIntegerField("年度")
    subject = models.CharField("评价对象", max_length=40)
    item = models.CharField("指标编码", max_length=80)
    applies = models.BooleanField("适用", default=True)
    reached_text = models.CharField("实际完成值", max_length=200, blank=True, default="")
    evidence = models.CharField("佐证材料", max_length=200, blank=True, default="")
    filled_by = models.ForeignKey(
        "office.User", verbose_name="填报人", null=True, on_delete=models.PROTECT, related_name="+"
    )
    filled_at = models.DateTimeField("填报时间", null=True)
    score_text = models.CharField("修改后得分", max_length=12, blank=True, default="")
    score_why = models.CharField("修改原因", max_length=300, blank=True, default="")
    score_by = models.ForeignKey(
        "office.User", verbose_name="修改人", null=True, on_delete=models.PROTECT, related_name="+"
    )
    score_at = models.DateTimeField("修改时间", null=True)
    reason = models.TextField("偏差原因", blank=True, default="")
    measure = models.TextField("改进措施", blank=True, default="")
    history: Any = HistoricalRecords()  # type: ignore[no-untyped-call]

    class Meta:
        verbose_name = "自评指标"
        constraints = (models.UniqueConstraint(fields=("year", "subject", "item"), name="item_entry_once"),)

    def __str__(self) -> str:
        return f"{self.year} {self.subject} {self.item}"

    @property
    def score(self) -> Decimal | None:
        """The score that a person put in, exact as typed; None where nobody did."""
        return Decimal(self.score_text) if self.score_text else None


class ItemReview(models.Model):
    """What the reviewer gives one item in one round, and why."""

    year = models.PositiveSmallIntegerField("年度")
    subject = models.CharField("评价对象", max_length=40)
    item = models.CharField("指标编码", max_length=80)
    score_text = models.CharField("复核得分", max_length=12)
    why = models.CharField("复核理由", max_length=300, blank=True, default="")
    by = models.ForeignKey("office.User", verbose_name="复核人", on_delete=models.PROTECT)
    at = models.DateTimeField("复核时间")
    history: Any = HistoricalRecords()  # type: ignore[no-untyped-call]

    class Meta:
        verbose_name = "复核得分"
        constraints = (models.UniqueConstraint(fields=("year", "subject", "item"), name="item_review_once"),)

    def __str__(self) -> str:
        return f"{self.year} {self.subject} {self.item}"

    @property
    def score(self) -> Decimal:
        """The reviewer's score, exact as typed."""
        return Decimal(self.score_text)


class Submission(models.Model):
    """The scored tree as it was handed in: what was returned and handed in again can be compared."""

    year = models.PositiveSmallIntegerField("年度")
    subject = models.CharField("评价对象", max_length=40)
    number = models.PositiveIntegerField("次数")
    content = models.JSONField("内容")
    scheme_digest = models.CharField("指标体系摘要值", max_length=64)
    by = models.ForeignKey("office.User", verbose_name="报送人", null=True, on_delete=models.PROTECT)
    at = models.DateTimeField("报送时间")

    class Meta:
        verbose_name = "自评报送"
        ordering = ("year", "subject", "number")
        constraints = (models.UniqueConstraint(fields=("year", "subject", "number"), name="submission_once"),)

    def __str__(self) -> str:
        return f"{self.year} {self.subject} 第{self.number}次"
