"""Who looked at personal data in full, exported it, or tried to."""

from __future__ import annotations

from django.db import models


class AccessLog(models.Model):
    """One look, with its reason; rows are only ever added."""

    at = models.DateTimeField("时间")
    by = models.ForeignKey("office.User", verbose_name="人员", null=True, on_delete=models.PROTECT)
    action = models.CharField("操作", max_length=32)
    register = models.CharField("台账", max_length=64, blank=True, default="")
    record_id = models.BigIntegerField("记录", null=True)
    field = models.CharField("字段", max_length=64, blank=True, default="")
    reason = models.CharField("事由", max_length=200, blank=True, default="")

    class Meta:
        verbose_name = "个人信息查看日志"
        ordering = ("-at",)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.register}"
