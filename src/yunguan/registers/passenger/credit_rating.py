"""质量信誉考核: one operator's assessment for one year, from its own marks to the published grade."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import NumberField, ReferenceField
from yunguan.registers.limits import within
from yunguan.registers.passenger.credit_scheme import CreditScheme, scheme_for
from yunguan.registers.passenger.parts import credit_days as days
from yunguan.registers.passenger.parts.credit_marks import less
from yunguan.registers.passenger.parts.credit_workflow import WORKFLOW
from yunguan.registers.passenger.parts.grades import BEST_FIRST, Grade, grade_of, shown
from yunguan.registers.record import Record, filled
from yunguan.registers.sectors import Sector
from yunguan.registers.statistics.operator import Operator

JUDGED = ("reviewed", "noticed", "objected", "published", "acknowledged")
NOTICED = ("noticed", "objected", "published", "acknowledged")
COMPUTED = ("self_total", "county_total", "centre_total", "grade", "deductions")
IN_TIME = {
    "self_in_time": ("self_on", "self_by"),
    "county_in_time": ("county_on", "first_review_by"),
    "centre_in_time": ("centre_on", "review_by"),
    "published_in_time": ("published_on", "publish_by"),
}
"""Column that tells whether a level kept its month: the day it was done, the rule of its month."""


class CreditRating(Record):
    """质量信誉考核：一家企业一个年度一行，自评、初评、复核三个总分并列。"""

    rating_no = models.CharField("考核编号", max_length=40, blank=True)
    year = models.PositiveSmallIntegerField("考核年度")
    operator = ReferenceField(Operator, verbose_name="统一社会信用代码")
    sector = models.CharField("行业类别", max_length=20, choices=Sector, editable=False)
    scheme = ReferenceField(CreditScheme, verbose_name="细则编号", blank=True, null=True)
    opened_on = models.DateField("启动日期")
    begun_on = models.DateField("开始自评日期", blank=True, null=True)
    self_on = models.DateField("自评日期", blank=True, null=True)
    self_total = NumberField("自评总分", places=1, unit="分", blank=True, null=True)
    county_on = models.DateField("初评日期", blank=True, null=True)
    county_total = NumberField("初评总分", places=1, unit="分", blank=True, null=True)
    centre_on = models.DateField("复核日期", blank=True, null=True)
    centre_total = NumberField("复核总分", places=1, unit="分", blank=True, null=True)
    grade = models.CharField("考核等级", max_length=8, choices=Grade, blank=True, null=True)
    deductions = models.TextField("扣分事项", blank=True, null=True)
    noticed_on = models.DateField("公示日期", blank=True, null=True)
    notice_doc_no = models.CharField("公示文号", max_length=60, blank=True, null=True)
    notice_to = models.DateField("公示截止日期", blank=True, null=True)
    objected_on = models.DateField("异议日期", blank=True, null=True)
    published_on = models.DateField("公布日期", blank=True, null=True)
    acknowledged_on = models.DateField("签收日期", blank=True, null=True)
    improvement = models.TextField("整改措施", blank=True, null=True)
    exempt_on = models.DateField("登记不参加日期", blank=True, null=True)
    county_less_self = NumberField("初评与自评之差", places=1, unit="分", null=True, editable=False)
    centre_less_county = NumberField("复核与初评之差", places=1, unit="分", null=True, editable=False)
    centre_less_self = NumberField("复核与自评之差", places=1, unit="分", null=True, editable=False)
    self_in_time = models.BooleanField("按时自评", null=True, editable=False)
    county_in_time = models.BooleanField("按时初评", null=True, editable=False)
    centre_in_time = models.BooleanField("按时复核", null=True, editable=False)
    published_in_time = models.BooleanField("按时公布", null=True, editable=False)

    title = "质量信誉考核台账"
    section = "passenger"
    key_fields = ("rating_no",)
    period_field = "opened_on"
    workflow = WORKFLOW
    rules = days.RULES
    shared = True
    filed_by = frozenset({"operator"})
    operator_path = "operator__uscc"
    search_fields = ("rating_no", "operator__name", "notice_doc_no")
    list_fields = (
        "operator",
        "year",
        "self_total",
        "county_total",
        "centre_total",
        "grade",
        "notice_to",
        "area",
        "state",
    )
    filter_fields = ("sector", "grade")
    companions = {"operator": ("企业名称", "name")}
    known_as = {
        "operator": ("信用代码",),
        "operator__name": ("单位名称", "业户名称"),
        "year": ("年度",),
        "self_total": ("自评得分",),
        "county_total": ("初评得分",),
        "centre_total": ("复核得分", "得分"),
        "grade": ("质量信誉等级", "等级"),
    }

    class Meta:
        verbose_name = "质量信誉考核"
        constraints = (
            models.UniqueConstraint(fields=("rating_no",), name="credit_rating_no_once"),
            models.UniqueConstraint(fields=("operator", "year"), name="credit_rating_once"),
        )
        indexes = (models.Index(fields=("year", "sector", "grade"), name="credit_rating_year_sector"),)

    def __str__(self) -> str:
        return f"{self.operator} {self.year}年度"

    def derive(self) -> None:
        if self.operator_id:
            self.area, self.sector = self.operator.area, self.operator.sector
            self.rating_no = self.rating_no or f"{self.year}-{self.operator.uscc}"
        if self.opened_on and self.sector and not self.scheme_id:
            self.scheme = scheme_for(self.sector, self.opened_on)
        self.county_less_self = less(self.county_total, self.self_total)
        self.centre_less_county = less(self.centre_total, self.county_total)
        self.centre_less_self = less(self.centre_total, self.self_total)
        if self.opened_on and self.year:
            self._keep_time()

    def _keep_time(self) -> None:
        for column, (done, rule) in IN_TIME.items():
            due = days.last_day(rule, self.year, self.opened_on)
            setattr(self, column, within(getattr(self, done), due))
        self.due_on = days.due_in(self.state, self)

    def problems(self) -> Iterator[Problem]:
        steps = ("opened_on", "begun_on", "self_on", "county_on", "centre_on", "noticed_on", "published_on")
        yield from in_order(self, *steps, "acknowledged_on")
        if self.year > self.opened_on.year:
            yield Problem("year", "考核年度晚于启动日期，请核对；考核的是已经过去的年度。")
        yield from owed(self, ("county_reviewed", *JUDGED), "county_on", "county_total")
        yield from owed(self, JUDGED, "centre_on", "centre_total", "grade")
        yield from owed(self, NOTICED, "noticed_on", "notice_to")
        yield from owed(self, ("published", "acknowledged"), "published_on")
        yield from owed(self, ("acknowledged",), "acknowledged_on", "improvement")
        yield from self._fits_its_table()
        yield from self._only_by_moves()

    def _only_by_moves(self) -> Iterator[Problem]:
        """Totals and grades come from the marks: nobody types over them."""
        before = type(self)._base_manager.filter(pk=self.pk).values(*COMPUTED).first() if self.pk else None
        begins = dict.fromkeys(COMPUTED) if self.state in {"opened", "scoring"} and not self.pk else {}
        for name, value in (before or begins).items():
            now = getattr(self, name)
            if (now if filled(now) else None) != value:
                yield Problem(name, "总分、等级和扣分事项由评分得出，不能直接填写或修改。")

    def _fits_its_table(self) -> Iterator[Problem]:
        """The table is the trade's own; no total beyond it; a grade no better than the marks allow."""
        scheme = self.scheme
        if scheme is None:
            yield Problem("scheme", "本行业在启动日期没有施行的考核细则，请先在《质量信誉考核细则》中启用。")
            return
        if scheme.sector != self.sector:
            yield Problem("scheme", "细则的行业与企业的行业不同，请改选本行业的细则。")
        most = scheme.full_marks + scheme.bonus_cap
        for name in ("self_total", "county_total", "centre_total"):
            if (getattr(self, name) or 0) > most:
                yield Problem(name, f"总分超过满分加加分上限 {shown(most)} 分，请核对。")
        if self.grade and self.centre_total is not None:
            best = grade_of(self.centre_total, scheme.thresholds)
            if BEST_FIRST.index(self.grade) < BEST_FIRST.index(best):
                yield Problem("grade", f"复核总分 {shown(self.centre_total)} 分最高可评 {best} 级，请核对等级。")
