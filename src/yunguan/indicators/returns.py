"""科室报送: the list of figures a section owes for a period, filled by its clerk and signed by its head."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models
from simple_history.models import HistoricalRecords

from yunguan.core.period import Period
from yunguan.core.workflow import State, Transition, Workflow

WORKFLOW = Workflow(
    states=(
        State("open", "填报中"),
        State("submitted", "待签发"),
        State("signed", "已签发"),
    ),
    transitions=(
        Transition("submit", "提交签发", ("open",), "submitted", frozenset({"clerk"})),
        Transition("sign", "签发", ("submitted",), "signed", frozenset({"head"}), other_person=True),
        Transition("send_back", "退回修改", ("submitted",), "open", frozenset({"head"}), reason=True),
        Transition("return", "退回重报", ("signed",), "open", frozenset({"finance"}), reason=True),
        Transition("take_over", "接管已签发的报送", ("open",), "signed", frozenset(), by_machine=True, reason=True),
        Transition("chase", "催报", ("open",), "open", frozenset({"finance", "leader"}), reason=True),
    ),
)


class SectionReturn(models.Model):
    """One section's return for one period."""

    register = "section_return"
    workflow = WORKFLOW

    section = models.CharField("科室", max_length=32)
    period_code = models.CharField("期间", max_length=24)
    state = models.CharField("状态", max_length=32, default="open")
    version = models.PositiveIntegerField("版本", default=1, editable=False)
    due_on = models.DateField("报送期限", null=True)
    signed_by = models.CharField("签发人", max_length=50, blank=True, default="")
    history: Any = HistoricalRecords()  # type: ignore[no-untyped-call]

    class Meta:
        verbose_name = "科室报送"
        constraints = (models.UniqueConstraint(fields=("section", "period_code"), name="section_return_once"),)

    def __str__(self) -> str:
        return f"{self.section} {self.period_code}"

    @property
    def period(self) -> Period:
        """The period that is reported on."""
        return Period.parse(self.period_code)

    @property
    def locked(self) -> bool:
        """Whether values may no longer be typed."""
        return self.state != "open"

    def late(self, today: date) -> bool:
        """Whether it is still owed after its day."""
        return self.state != "signed" and self.due_on is not None and self.due_on < today


class ReturnItem(models.Model):
    """One figure of a return: value, as-of date, evidence; ``reason`` where it differs from the records."""

    section_return = models.ForeignKey(SectionReturn, on_delete=models.PROTECT, related_name="items")
    indicator = models.CharField("指标编码", max_length=80)
    value_text = models.CharField("数值", max_length=40, blank=True, default="")
    as_of = models.DateField("截止日期", null=True, blank=True)
    evidence = models.CharField("佐证材料", max_length=200, blank=True, default="")
    note = models.CharField("备注", max_length=200, blank=True, default="")
    reason = models.CharField("与台账不一致的原因", max_length=300, blank=True, default="")
    filled_by = models.ForeignKey("office.User", verbose_name="填报人", null=True, on_delete=models.PROTECT)
    filled_at = models.DateTimeField("填报时间", null=True)
    history: Any = HistoricalRecords()  # type: ignore[no-untyped-call]

    class Meta:
        verbose_name = "报送指标"
        constraints = (models.UniqueConstraint(fields=("section_return", "indicator"), name="return_item_once"),)

    def __str__(self) -> str:
        return self.indicator

    @property
    def value(self) -> Decimal | None:
        """The declared value, exact as typed; None where nothing was."""
        return Decimal(self.value_text) if self.value_text else None


class ImportedFigure(models.Model):
    """An aggregate taken over from another system's export, with its source and day."""

    indicator = models.CharField("指标编码", max_length=80)
    value_text = models.CharField("数值", max_length=40)
    as_of = models.DateField("截止日期")
    source = models.CharField("来源系统", max_length=100)
    file_name = models.CharField("文件名", max_length=200)
    imported_by = models.ForeignKey("office.User", verbose_name="导入人", null=True, on_delete=models.PROTECT)
    imported_at = models.DateTimeField("导入时间")

    class Meta:
        verbose_name = "外部汇总数"
        constraints = (models.UniqueConstraint(fields=("indicator", "as_of", "source"), name="imported_figure_once"),)

    def __str__(self) -> str:
        return f"{self.indicator} {self.as_of}"
