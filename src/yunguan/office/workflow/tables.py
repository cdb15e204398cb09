"""What the runtime remembers: every move, and for every record which state held from when to when."""

from __future__ import annotations

from django.db import models


class StateInterval(models.Model):
    """A record was in a state from a business date on, before another (half open; equal dates: never counted).

    ``recorded_at`` and ``closed_at`` tell when the house learned of the beginning and of the end, so that
    "as known at" can be answered apart from "as of".
    """

    register = models.CharField("台账", max_length=64)
    record_id = models.BigIntegerField("记录")
    state = models.CharField("状态", max_length=32)
    valid_from = models.DateField("起")
    valid_to = models.DateField("止", null=True, blank=True)
    recorded_at = models.DateTimeField("登记时间")
    closed_at = models.DateTimeField("终止登记时间", null=True, blank=True)

    class Meta:
        verbose_name = "状态区间"
        db_table = "state_interval"
        indexes = (models.Index(fields=("register", "record_id", "valid_from"), name="interval_record"),)
        constraints = (
            models.UniqueConstraint(
                fields=("register", "record_id"),
                condition=models.Q(valid_to__isnull=True),
                name="interval_one_open",
            ),
        )

    def __str__(self) -> str:
        return f"{self.register} {self.record_id} {self.state} {self.valid_from}"


class Move(models.Model):
    """One move of one record: who, when, from where to where, and why. Rows are only ever added."""

    register = models.CharField("台账", max_length=64)
    record_id = models.BigIntegerField("记录")
    transition = models.CharField("操作", max_length=32)
    from_state = models.CharField("原状态", max_length=32, blank=True, default="")
    to_state = models.CharField("新状态", max_length=32)
    on = models.DateField("业务日期")
    by = models.ForeignKey("office.User", verbose_name="办理人", null=True, on_delete=models.PROTECT)
    reason = models.CharField("理由", max_length=500, blank=True, default="")
    recorded_at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = "办理记录"
        db_table = "workflow_move"
        indexes = (models.Index(fields=("register", "record_id"), name="move_record"),)
        ordering = ("recorded_at", "id")

    def __str__(self) -> str:
        return f"{self.register} {self.record_id} {self.from_state}→{self.to_state}"
