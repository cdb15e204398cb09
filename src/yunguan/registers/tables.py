"""What the machinery itself remembers: imports, saved mappings, which registers were opened for which year."""

from __future__ import annotations

from django.db import models


class ImportBatch(models.Model):
    """One workbook taken in: counts add up to the rows of the file."""

    register = models.CharField("台账", max_length=64)
    file_name = models.CharField("文件名", max_length=200)
    digest = models.CharField("SHA-256", max_length=64)
    accepted = models.PositiveIntegerField("接收行数", default=0)
    skipped = models.PositiveIntegerField("跳过行数", default=0)
    refused = models.PositiveIntegerField("拒收行数", default=0)
    by = models.ForeignKey("office.User", verbose_name="导入人", null=True, on_delete=models.PROTECT)
    at = models.DateTimeField("导入时间")

    class Meta:
        verbose_name = "导入批次"
        ordering = ("-at",)

    def __str__(self) -> str:
        return f"{self.file_name}（{self.accepted} 行）"


class SavedMapping(models.Model):
    """How the headers of one source name the columns of a book: mapped once, used always."""

    register = models.CharField("台账", max_length=64)
    source = models.CharField("来源", max_length=100)
    headers = models.JSONField("表头对应")  # header → column name, "" to ignore
    saved_at = models.DateTimeField("保存时间")

    class Meta:
        verbose_name = "表头对应"
        constraints = (models.UniqueConstraint(fields=("register", "source"), name="saved_mapping_once"),)

    def __str__(self) -> str:
        return f"{self.register} ← {self.source}"


class LikenessVerdict(models.Model):
    """What a person said of two rows that look like one and the same."""

    class Verdict(models.TextChoices):
        """The answers."""

        DIFFERENT = "different", "不是同一个"
        SAME = "same", "是同一个，已分别更正"

    register = models.CharField("台账", max_length=64)
    first_id = models.BigIntegerField("记录")
    second_id = models.BigIntegerField("另一记录")
    verdict = models.CharField("结论", max_length=16, choices=Verdict)
    reason = models.CharField("说明", max_length=200, blank=True, default="")
    by = models.ForeignKey("office.User", verbose_name="人员", null=True, on_delete=models.PROTECT)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "疑似重复的结论"
        constraints = (
            models.UniqueConstraint(fields=("register", "first_id", "second_id"), name="likeness_verdict_once"),
        )

    def __str__(self) -> str:
        return f"{self.register} {self.first_id} {self.second_id}"


class Opening(models.Model):
    """A register was opened for a year: from then on no row means zero, not no data."""

    register = models.CharField("台账", max_length=64)
    year = models.PositiveSmallIntegerField("年度")

    class Meta:
        verbose_name = "台账启用"
        constraints = (models.UniqueConstraint(fields=("register", "year"), name="opening_once"),)

    def __str__(self) -> str:
        return f"{self.register} {self.year}"
