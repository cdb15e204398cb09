"""毛发毒检台账: each driver who should be tested, whether the test was made, and that its result was followed up.

The state says how far a case has come, never what was found: the result is personal and masked.
Source: 涉毒人员毛发样本检测规范; 城市公共交通条例第三十一条; 个人信息保护法.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import IdentityNumberField, ReferenceField
from yunguan.registers.moves import value_of
from yunguan.registers.practitioners.practitioner import Practitioner
from yunguan.registers.record import Record, filled, label_of
from yunguan.registers.selectors import having
from yunguan.registers.statistics.operator import Operator
from yunguan.registers.urban_transit.hair_test_campaign import HairTestCampaign, Trade

HANDLERS = frozenset({"clerk", "head"})
TAKEN = ("sampled", "tested", "filed")
RULES = (Rule("hair_test.follow_up", "毒检结果归档和移送期限", 3, "工作日", "禁毒排查工作要求", confirmed=False),)


class Result(models.TextChoices):
    """检测结果."""

    NEGATIVE = "negative", "阴性"
    POSITIVE = "positive", "阳性"
    INVALID = "invalid", "样本不合格"


def _one_sample(test: Any, context: Context) -> Iterator[Problem]:
    number = context.given.get("bag_no")
    if number and type(test)._base_manager.filter(bag_no=number).exclude(pk=test.pk).exists():
        yield Problem("bag_no", f"样本袋号“{number}”已被使用，请核对。")


def _invalid_only(test: Any, context: Context) -> Iterator[Problem]:
    del context
    if test.result != Result.INVALID:
        yield Problem("result", "只有样本不合格的才重新采样。")


def _followed_up(test: Any, context: Context) -> Iterator[Problem]:
    """A positive result is referred before the case is filed; a sample that was no good is taken again."""
    if test.result == Result.INVALID:
        yield Problem("result", "样本不合格，须重新采样，不能归档。")
    if test.result != Result.POSITIVE:
        return
    for column in ("referred_to", "referred_on", "disposal"):
        if not filled(value_of(test, context, column)):
            yield Problem(column, f"须移送的结果归档前须填写“{label_of(test, column)}”。")


def _reported(test: Any, context: Context) -> dict[str, Any]:
    del test
    return {"conclusive": context.given.get("result") != Result.INVALID}


def _complete(test: Any, context: Context) -> Iterator[Problem]:
    del test
    for column, words in (("laboratory", "检测机构"), ("report_no", "检测报告编号"), ("result", "检测结果")):
        if not context.given.get(column):
            yield Problem(column, f"登记结果须填写“{words}”。")


def _taken_again(test: Any, context: Context) -> dict[str, Any]:
    del test, context
    return {"result": None, "conclusive": None, "report_no": None, "reported_on": None}


def _new_sample(test: Any, context: Context) -> Iterator[Problem]:
    if not context.given.get("bag_no") or not context.given.get("collector"):
        yield Problem("bag_no", "重新采样须填写新的样本袋号和采样人员。")
    yield from _invalid_only(test, context)
    yield from _one_sample(test, context)


WORKFLOW = Workflow(
    states=(
        State("listed", "应检", date_field="listed_on", awaits=True),
        State("absent", "未到检", date_field="absent_on", awaits=True),
        State("excused", "离岗免检", date_field="excused_on", final=True),
        State("sampled", "已采样", date_field="sampled_on", awaits=True),
        State(
            "tested",
            "已出结果",
            date_field="reported_on",
            deadline=Deadline("hair_test.follow_up"),
            awaits=True,
        ),
        State("filed", "已归档", date_field="filed_on", final=True),
    ),
    transitions=(
        Transition("miss", "登记未到检", ("listed",), "absent", HANDLERS, asks=("absent_reason",)),
        Transition("excuse", "登记离岗免检", ("listed", "absent"), "excused", HANDLERS, asks=("absent_reason",)),
        Transition(
            "sample",
            "登记采样",
            ("listed", "absent"),
            "sampled",
            HANDLERS,
            asks=("bag_no", "collector"),
            guard=_one_sample,
        ),
        Transition(
            "report",
            "登记结果",
            ("sampled",),
            "tested",
            HANDLERS,
            asks=("laboratory", "report_no", "result"),
            fills=_reported,
            guard=_complete,
        ),
        Transition(
            "resample",
            "重新采样",
            ("tested",),
            "sampled",
            HANDLERS,
            asks=("bag_no", "collector"),
            fills=_taken_again,
            guard=_new_sample,
        ),
        Transition(
            "file",
            "归档",
            ("tested",),
            "filed",
            HANDLERS,
            asks=("referred_to", "referred_on", "disposal"),
            owed=False,
            guard=_followed_up,
        ),
    ),
    takeover=HANDLERS,
)


class HairTest(Record):
    """毛发毒检：一次批次一人一行。"""

    campaign = ReferenceField(HairTestCampaign, verbose_name="批次编号")
    listed_on = models.DateField("列入名单日期", editable=False)
    name = models.CharField("姓名", max_length=50)
    identity_number = IdentityNumberField("身份证号")
    trade = models.CharField("受检行业", max_length=16, choices=Trade)
    operator = ReferenceField(Operator, verbose_name="统一社会信用代码")
    absent_reason = models.CharField("未检原因", max_length=100, blank=True, null=True)
    absent_on = models.DateField("未到检登记日期", blank=True, null=True)
    excused_on = models.DateField("免检登记日期", blank=True, null=True)
    sampled_on = models.DateField("采样日期", blank=True, null=True)
    bag_no = models.CharField("样本袋号", max_length=30, blank=True, null=True)
    collector = models.CharField("采样人员", max_length=50, blank=True, null=True)
    laboratory = models.CharField("检测机构", max_length=60, blank=True, null=True)
    report_no = models.CharField("检测报告编号", max_length=40, blank=True, null=True)
    reported_on = models.DateField("出具结果日期", blank=True, null=True)
    result = models.CharField("检测结果", max_length=10, choices=Result, blank=True, null=True)
    conclusive = models.BooleanField("结果有效", null=True, editable=False)
    referred_to = models.CharField("移送单位", max_length=60, blank=True, null=True)
    referred_on = models.DateField("移送日期", blank=True, null=True)
    disposal = models.CharField("处置情况", max_length=200, blank=True, null=True)
    filed_on = models.DateField("归档日期", blank=True, null=True)

    title = "毛发毒检台账"
    section = "urban_transit"
    key_fields = ("campaign", "identity_number")
    period_field = "listed_on"
    workflow = WORKFLOW
    rules = RULES
    rests_on = ("practitioner",)
    operator_path = "operator__uscc"
    personal = ("result", "report_no", "referred_to", "referred_on", "disposal")
    kept_years = {"report_no": 3, "referred_to": 3, "referred_on": 3, "disposal": 3}
    search_fields = ("name", "operator__name", "bag_no")
    list_fields = ("campaign", "name", "identity_number", "trade", "operator", "sampled_on", "area", "state")
    filter_fields = ("trade",)
    companions = {"operator": ("企业名称", "name")}
    known_as = {
        "identity_number": ("身份证号码",),
        "trade": ("行业",),
        "operator__name": ("单位名称", "所属企业"),
        "bag_no": ("袋号", "样本编号"),
        "reported_on": ("报告日期",),
    }

    class Meta:
        verbose_name = "毛发毒检"
        constraints = (
            models.UniqueConstraint(fields=("campaign", "identity_number"), name="hair_test_once"),
            models.UniqueConstraint(fields=("bag_no",), name="hair_test_bag_once"),
        )
        indexes = (models.Index(fields=("trade", "area"), name="hair_test_trade_area"),)

    def derive(self) -> None:
        if self.result:  # it stays when the result itself has been erased
            self.conclusive = self.result != Result.INVALID
        if self.operator_id:
            self.area = self.operator.area
        if self.campaign_id:
            self.listed_on = self.campaign.cutoff_on

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "sampled_on", "reported_on", "filed_on")
        yield from in_order(self, "reported_on", "referred_on")
        yield from owed(self, TAKEN, "sampled_on", "bag_no", "collector")
        yield from owed(self, ("tested", "filed"), "reported_on", "report_no", "result")
        yield from owed(self, ("absent",), "absent_on", "absent_reason")
        yield from owed(self, ("excused",), "excused_on", "absent_reason")
        yield from owed(self, ("filed",), "filed_on")
        if self.state == "filed" and self.result == Result.POSITIVE and not self.referred_to:
            yield Problem("referred_to", "须移送的结果归档前须填写移送单位、移送日期和处置情况。")
        if self.state == "filed" and self.result == Result.INVALID:
            yield Problem("result", "样本不合格的须重新采样，不能归档。")
        if self.result and self.state not in {"tested", "filed"}:
            yield Problem("state", "已有检测结果的记录应为已出结果或已归档，请核对状态。")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """Somebody who is not in the register of practitioners is listed, and said to be unknown there."""
        wanted = {record.identity_number for record in records}
        known = {each.identity_number for each in having(Practitioner._base_manager.all(), "identity_number", wanted)}
        for index, record in enumerate(records):
            if record.identity_number not in known:
                text = "从业人员名录中没有此人，请核对身份证号或补登从业资格。"
                yield index, Problem("identity_number", text, Severity.WARNING)
