"""What is remembered of registers of one's own: their definitions, and who was asked to fill them by when."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from simple_history.models import HistoricalRecords

from yunguan.core.workflow import State, Transition, Workflow

WORKFLOW = Workflow(
    states=(
        State("open", "待填报", awaits=True),
        State("reported", "已报送"),
        State("withdrawn", "已撤销", final=True),
    ),
    transitions=(
        Transition("report", "报送", ("open",), "reported", frozenset({"clerk", "head", "finance", "county"})),
        Transition("send_back", "退回", ("reported",), "open", frozenset({"clerk", "head", "finance"}), reason=True),
        Transition("withdraw", "撤销", ("open",), "withdrawn", frozenset({"head"}), reason=True),
    ),
)


class OwnRegister(models.Model):
    """One definition; ``stamp`` tells every process whether it has to read it anew."""

    code = models.CharField("编码", max_length=30, unique=True)
    title = models.CharField("名称", max_length=31)
    section = models.CharField("科室", max_length=32)
    definition = models.JSONField("定义")
    stamp = models.CharField("指纹", max_length=64)
    version = models.PositiveIntegerField("版本", default=1)
    created_at = models.DateTimeField("建立时间")
    created_by = models.ForeignKey("office.User", verbose_name="建立人", on_delete=models.PROTECT, related_name="+")
    history: Any = HistoricalRecords()  # type: ignore[no-untyped-call]

    class Meta:
        verbose_name = "自建台账"
        ordering = ("-created_at", "-id")

    def __str__(self) -> str:
        return self.title


class OwnRequest(models.Model):
    """One section or county office, asked to fill a register of one's own by a day."""

    register = "own_request"
    workflow = WORKFLOW

    own = models.ForeignKey(OwnRegister, verbose_name="台账", on_delete=models.PROTECT, related_name="requests")
    unit = models.ForeignKey("office.OrgUnit", verbose_name="填报单位", on_delete=models.PROTECT, related_name="+")
    note = models.CharField("填报要求", max_length=200, blank=True, default="")
    state = models.CharField("状态", max_length=32, default="open")
    version = models.PositiveIntegerField("版本", default=1, editable=False)
    due_on = models.DateField("报送期限", null=True)
    sent_at = models.DateTimeField("下达时间")
    sent_by = models.ForeignKey("office.User", verbose_name="下达人", on_delete=models.PROTECT, related_name="+")
    history: Any = HistoricalRecords()  # type: ignore[no-untyped-call]

    class Meta:
        verbose_name = "自建台账填报"
        constraints = (
            models.UniqueConstraint(
                fields=("own", "unit"), condition=models.Q(state="open"), name="own_request_one_open"
            ),
        )

    def __str__(self) -> str:
        return f"{self.own}：{self.unit}"

    def late(self, today: date) -> bool:
        """Whether it is still owed after its day."""
        return self.state == "open" and self.due_on is not None and self.due_on < today
