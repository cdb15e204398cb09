"""热线工单台账: what the public says through 12345, the bureau and the petition platform, from receipt to call-back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.registers.appeals import Appeal, Finding, Handling, ReturnReason, Satisfaction, Source, Topic
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import AreaField, MobileField, ReferenceField, SectionField, TimeField
from yunguan.registers.general.hotline_workflow import RULES, WORKFLOW
from yunguan.registers.limits import last_day, within
from yunguan.registers.record import CommonRecord
from yunguan.registers.sectors import Sector
from yunguan.registers.statistics.operator import Operator


class HotlineOrder(CommonRecord):
    """热线工单：群众一次诉求一行，从受理、派单、答复到回访办结。"""

    order_no = models.CharField("工单编号", max_length=40)
    source = models.CharField("工单来源", max_length=16, choices=Source)
    received_on = models.DateField("受理日期")
    received_at = TimeField("受理时间", blank=True, default="")
    appeal = models.CharField("诉求类别", max_length=16, choices=Appeal)
    handling = models.CharField("办理类别", max_length=16, choices=Handling, default=Handling.NORMAL)
    topic = models.CharField("诉求主题", max_length=16, choices=Topic)
    summary = models.CharField("诉求标题", max_length=100)
    content = models.TextField("诉求内容")
    caller = models.CharField("诉求人", max_length=50, blank=True, default="")
    phone = MobileField("联系电话", blank=True, default="")
    confidential = models.BooleanField("要求保密", default=False)
    operator = ReferenceField(Operator, verbose_name="被诉企业信用代码", blank=True, null=True)
    sector = models.CharField("行业类别", max_length=20, choices=Sector, blank=True, default="", editable=False)
    place = AreaField("事发地", blank=True, default="")
    earlier_no = models.CharField("关联工单编号", max_length=40, blank=True, default="")
    kept_by = SectionField("承办科室", blank=True, default="")
    handler = models.CharField("承办人", max_length=50, blank=True, default="")
    signed_on = models.DateField("签收日期", blank=True, null=True)
    assigned_on = models.DateField("派单日期", blank=True, null=True)
    handled_on = models.DateField("开始办理日期", blank=True, null=True)
    contacted_on = models.DateField("先行联系日期", blank=True, null=True)
    return_asked_on = models.DateField("申请退单日期", blank=True, null=True)
    return_reason = models.CharField("退单原因", max_length=16, choices=ReturnReason, blank=True, default="")
    returned_on = models.DateField("退单日期", blank=True, null=True)
    merged_on = models.DateField("并单日期", blank=True, null=True)
    paused_on = models.DateField("暂停计时日期", blank=True, null=True)
    pause_reason = models.CharField("暂停原因", max_length=100, blank=True, default="")
    resumed_on = models.DateField("恢复办理日期", blank=True, null=True)
    extension_asked_on = models.DateField("申请延期日期", blank=True, null=True)
    extension_reason = models.CharField("延期原因", max_length=100, blank=True, default="")
    extended_days = models.PositiveSmallIntegerField("延期天数", blank=True, null=True)
    extended_on = models.DateField("批准延期日期", blank=True, null=True)
    urged_on = models.DateField("最近催办日期", blank=True, null=True)
    drafted_on = models.DateField("提交答复日期", blank=True, null=True)
    finding = models.CharField("核查结论", max_length=16, choices=Finding, blank=True, default="")
    reply = models.TextField("答复内容", blank=True, default="")
    replied_on = models.DateField("答复日期", blank=True, null=True)
    on_time = models.BooleanField("按期答复", blank=True, null=True, editable=False)
    called_back_on = models.DateField("回访日期", blank=True, null=True)
    satisfaction = models.CharField("回访满意度", max_length=16, choices=Satisfaction, blank=True, default="")
    redone = models.PositiveSmallIntegerField("重办次数", default=0, blank=True)
    redo_on = models.DateField("重办日期", blank=True, null=True)
    closed_on = models.DateField("办结日期", blank=True, null=True)

    title = "热线工单台账"
    section = "general"
    key_fields = ("order_no",)
    period_field = "received_on"
    workflow = WORKFLOW
    rules = RULES
    internal = True
    personal = ("caller",)
    kept_years = {"caller": 5, "phone": 5}
    alike_by = ("phone", "topic")
    search_fields = ("order_no", "summary", "operator__name", "handler")
    list_fields = (
        "order_no",
        "source",
        "received_on",
        "topic",
        "summary",
        "operator",
        "kept_by",
        "satisfaction",
        "state",
    )
    filter_fields = ("source", "appeal", "topic", "handling", "kept_by", "place", "on_time", "satisfaction")
    companions = {"operator": ("被诉企业", "name")}
    known_as = {
        "order_no": ("工单号", "诉求编号", "投诉编号"),
        "received_on": ("来电日期", "接收日期", "登记日期"),
        "topic": ("问题类别", "主题"),
        "summary": ("标题", "事由"),
        "caller": ("来电人", "投诉人"),
        "phone": ("来电号码", "手机号码"),
        "operator__name": ("被投诉企业", "涉及企业"),
        "kept_by": ("责任科室", "所属科室"),
        "satisfaction": ("满意度", "回访结果"),
    }

    class Meta:
        verbose_name = "热线工单"
        constraints = (models.UniqueConstraint(fields=("order_no",), name="hotline_order_once"),)
        indexes = (
            models.Index(fields=("received_on", "state"), name="hotline_order_date_state"),
            models.Index(fields=("kept_by", "state"), name="hotline_order_section_state"),
        )

    def derive(self) -> None:
        if self.operator_id:
            self.sector = self.operator.sector
            self.place = self.place or self.operator.area
        if self.replied_on and self.on_time is None:
            self.on_time = within(self.replied_on, self.limit())

    def limit(self) -> Any:
        """The last day for the reply as the columns tell it, for rows taken over from a workbook."""
        begun = self.redo_on or self.received_on
        pauses = [(self.paused_on, self.resumed_on)] if self.paused_on and self.paused_on >= begun else []
        return last_day(f"hotline_order.limit.{self.handling}", begun, self.extended_days or 0, pauses)

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "received_on", "signed_on", "assigned_on", "replied_on", "closed_on")
        yield from in_order(self, "paused_on", "resumed_on")
        yield from owed(self, ("returned",), "return_reason", "returned_on")
        yield from owed(self, ("merged",), "earlier_no", "merged_on")
        yield from owed(self, ("replied", "closed"), "reply", "finding", "replied_on")
        yield from owed(self, ("closed",), "satisfaction", "closed_on")
        if self.earlier_no == self.order_no:
            yield Problem("earlier_no", "关联工单编号不能是本工单的编号，请改填此前的工单。")
        if self.source != Source.PETITION and not self.confidential and not (self.caller or self.phone):
            yield Problem("caller", "没有诉求人和联系电话，无法回访；匿名来电请勾选“要求保密”。", Severity.WARNING)
