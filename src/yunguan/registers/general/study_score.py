"""学习平台积分月报: the points of every party member on the study platform, month by month."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Rule
from yunguan.office.rules import RuleMissing, rule_on
from yunguan.registers.fields import ReferenceField
from yunguan.registers.personnel.staff import Staff
from yunguan.registers.record import Record

BASIS = "机关党支部学习平台管理办法（按本单位规定核对）"
RULES = (
    Rule("study_score.least", "月度学习积分下限", 600, "分", BASIS, confirmed=False),
    Rule("study_score.silent", "静默天数上限", 7, "日", BASIS, confirmed=False),
)
LONGEST_MONTH = 31


class StudyScore(Record):
    """学习积分：一名党员一个月一行。"""

    member = ReferenceField(Staff, verbose_name="身份证号")
    month = models.DateField("月份（当月1日）")
    points = models.PositiveIntegerField("当月积分")
    silent_days = models.PositiveSmallIntegerField("静默天数")
    below = models.BooleanField("应通报", default=False, editable=False)
    published_on = models.DateField("公布日期", blank=True, null=True)
    told_on = models.DateField("通报日期", blank=True, null=True)
    talked_on = models.DateField("谈心谈话日期", blank=True, null=True)
    talked_by = models.CharField("谈话人", max_length=50, blank=True, default="")

    title = "学习平台积分月报"
    section = "general"
    key_fields = ("member", "month")
    period_field = "month"
    rules = RULES
    internal = True
    search_fields = ("member__name",)
    list_fields = ("member", "month", "points", "silent_days", "below", "told_on", "talked_on")
    filter_fields = ("below",)
    companions = {"member": ("姓名", "name")}
    known_as = {"points": ("学习积分", "学分"), "silent_days": ("静默时间",), "member": ("身份证号码",)}

    class Meta:
        verbose_name = "学习积分"
        constraints = (models.UniqueConstraint(fields=("member", "month"), name="study_score_once"),)

    def derive(self) -> None:
        try:
            least = rule_on("study_score.least", self.month).value
            silent = rule_on("study_score.silent", self.month).value
        except RuleMissing:
            return
        self.below = self.points < least or self.silent_days > silent

    def problems(self) -> Iterator[Problem]:
        if self.month.day != 1:
            yield Problem("month", "月份请填写当月 1 日，如 2023-10-01。")
        if self.silent_days > LONGEST_MONTH:
            yield Problem("silent_days", "静默天数不会超过 31 天，请核对。")
        if self.talked_on and not self.talked_by:
            yield Problem("talked_by", "已谈话的须填写谈话人。")
        if self.told_on and not self.below:
            yield Problem("told_on", "积分和静默天数均达到要求，不应通报，请核对。")
