"""安全技术条件实车核查: vehicles looked at before they are let in, and at the yearly review.

道路运输车辆技术管理规定（交通运输部令2023年第3号）; GB 7258, GB 1589, GB 38900.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.codes import vin
from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.office.rules import rule_on
from yunguan.registers.checks import in_order, numbered, owed
from yunguan.registers.fields import PlateField, ReferenceField, VinField
from yunguan.registers.maintenance.limits import overdue_from
from yunguan.registers.record import Record
from yunguan.registers.sectors import Sector
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
REGULATION = "道路运输车辆技术管理规定（交通运输部令2023年第3号）"

RULES = (
    Rule("vehicle_check.rectify", "实车核查不合格整改期限", 30, "日", REGULATION, confirmed=False),
    Rule("vehicle_check.report_days", "检验检测报告有效天数", 90, "日", REGULATION, confirmed=False),
    Rule(
        "vehicle_check.exempt_mass",
        "无须办理道路运输证的普通货运车辆总质量上限",
        4500,
        "千克",
        "中华人民共和国道路运输条例",
        article="第二十四条",
    ),
)


def faults_of(check: Any) -> Any:
    """The open faults of a vehicle that is being looked at."""
    from yunguan.registers.book import book  # noqa: PLC0415 - the faults' book refers to this one

    faults: Any = book("vehicle_check_fault").model._base_manager
    return faults.filter(inspection=check, state="open")


def _two_signers(check: Any, context: Context) -> Iterator[Problem]:
    first, second = (context.given.get(name) or getattr(check, name) for name in ("checker", "second_checker"))
    if not first or not second:
        yield Problem("second_checker", "实车核查须由两人签字，请填写核查人和复核人。")
    elif first == second:
        yield Problem("second_checker", "核查人与复核人不能是同一人，请更换其中一人。")


def _passes(check: Any, context: Context) -> Iterator[Problem]:
    """Nothing open, two signatures, the vehicle is the one of the papers, and its report still counts."""
    yield from _two_signers(check, context)
    open_ = faults_of(check).count()
    if open_:
        yield Problem("", f"还有 {open_} 个不合格项目没有整改，不能登记合格。")
    seen = context.given.get("vin_seen", check.vin_seen)
    if seen != check.vin:
        yield Problem("vin_seen", f"实车识别代号“{seen or '未填'}”与证件上的“{check.vin}”不一致，不能登记合格。")
    if check.report_on is None or not check.report_no:
        yield Problem("report_no", "没有检验检测报告，不能登记合格，请补填报告编号和日期。")
        return
    days = context.rule("vehicle_check.report_days")
    if (context.on - check.report_on).days > days:
        yield Problem("report_on", f"检验检测报告已超过 {days} 日，请重新检验。")


def _fails(check: Any, context: Context) -> Iterator[Problem]:
    yield from _two_signers(check, context)
    if not faults_of(check).exists():
        yield Problem("", "没有登记不合格项目，请先在《实车核查不合格项目台账》中登记。")


def _seen_first(check: Any, context: Context) -> dict[str, Any]:
    """The day on which the vehicle itself was first looked at."""
    return {"checked_on": check.checked_on or context.on}


def _passed(check: Any, context: Context) -> dict[str, Any]:
    number = numbered("vehicle_check.certificate_no", "certificate_no", "衡车核〔{年度}〕{序号4}号")
    return _seen_first(check, context) | number(check, context)


def _failed(check: Any, context: Context) -> dict[str, Any]:
    """A limit begins with the first failure and does not begin again with the next."""
    limit = check.overdue_from or overdue_from(context.on, "vehicle_check.rectify")
    return _seen_first(check, context) | {"overdue_from": limit, "failures": check.failures + 1}


SIGNED = ("checker", "second_checker")
WORKFLOW = Workflow(
    states=(
        State("accepted", "已受理", date_field="accepted_on", awaits=True),
        State(
            "failed", "不合格待整改", date_field="failed_on", deadline=Deadline("vehicle_check.rectify"), awaits=True
        ),
        State("passed", "合格", date_field="passed_on"),
        State("rejected", "不予准入", date_field="rejected_on", final=True),
        State("withdrawn", "已撤回", date_field="withdrawn_on", final=True),
        State("archived", "已归档", date_field="archived_on", final=True),
    ),
    transitions=(
        Transition(
            "pass",
            "核查合格",
            ("accepted",),
            "passed",
            HANDLERS,
            asks=(*SIGNED, "vin_seen", "certificate_no"),
            fills=_passed,
            guard=_passes,
        ),
        Transition("fail", "核查不合格", ("accepted",), "failed", HANDLERS, asks=SIGNED, fills=_failed, guard=_fails),
        Transition(
            "pass_again",
            "复核合格",
            ("failed",),
            "passed",
            HANDLERS,
            asks=(*SIGNED, "vin_seen", "certificate_no"),
            fills=_passed,
            guard=_passes,
        ),
        Transition(
            "fail_again", "复核仍不合格", ("failed",), "failed", HANDLERS, asks=SIGNED, fills=_failed, guard=_fails
        ),
        Transition("reject", "不予准入", ("failed",), "rejected", HEAD, reason=True),
        Transition("withdraw", "撤回申请", ("accepted", "failed"), "withdrawn", HANDLERS, reason=True),
        Transition("archive", "归档", ("passed",), "archived", HANDLERS),
    ),
    takeover=HANDLERS,
)


class CheckKind(models.TextChoices):
    """核查类别."""

    NEW = "new", "新增车辆"
    ANNUAL = "annual", "年度审验"


class VehicleCheck(Record):
    """实车核查：一台车一次核查一行。"""

    check_no = models.CharField("核查编号", max_length=30)
    check_kind = models.CharField("核查类别", max_length=16, choices=CheckKind)
    operator = ReferenceField(Operator, verbose_name="统一社会信用代码")
    sector = models.CharField("行业类别", max_length=20, choices=Sector)
    plate = PlateField("车牌号", blank=True, null=True)
    vin = VinField("车辆识别代号")
    vin_seen = VinField("实车识别代号", blank=True, null=True)
    brand = models.CharField("厂牌型号", max_length=50, blank=True, null=True)
    gross_mass_kg = models.PositiveIntegerField("总质量（千克）", blank=True, null=True)
    accepted_on = models.DateField("受理日期")
    station = models.CharField("检验检测机构", max_length=100, blank=True, null=True)
    report_no = models.CharField("检验报告编号", max_length=40, blank=True, null=True)
    report_on = models.DateField("检验报告日期", blank=True, null=True)
    checker = models.CharField("核查人", max_length=50, blank=True, null=True)
    second_checker = models.CharField("复核人", max_length=50, blank=True, null=True)
    checked_on = models.DateField("核查日期", blank=True, null=True)
    failed_on = models.DateField("不合格日期", blank=True, null=True)
    failures = models.PositiveIntegerField("不合格次数", default=0)
    overdue_from = models.DateField("整改逾期起算日", blank=True, null=True, editable=False)
    passed_on = models.DateField("合格日期", blank=True, null=True)
    certificate_no = models.CharField("核查表编号", max_length=40, blank=True, null=True)
    valid_to = models.DateField("有效期至", blank=True, null=True)
    rejected_on = models.DateField("不予准入日期", blank=True, null=True)
    withdrawn_on = models.DateField("撤回日期", blank=True, null=True)
    archived_on = models.DateField("归档日期", blank=True, null=True)

    title = "营运车辆实车核查台账"
    section = "maintenance"
    key_fields = ("check_no",)
    period_field = "accepted_on"
    workflow = WORKFLOW
    rules = RULES
    operator_path = "operator__uscc"
    expires = ("valid_to",)
    search_fields = ("check_no", "plate", "vin", "operator__name")
    list_fields = ("check_no", "check_kind", "operator", "sector", "plate", "checked_on", "certificate_no", "state")
    filter_fields = ("check_kind", "sector")
    companions = {"operator": ("企业名称", "name")}
    known_as = {
        "operator": ("信用代码",),
        "operator__name": ("业户名称", "单位名称"),
        "plate": ("车牌号码", "号牌号码"),
        "vin": ("车架号", "VIN"),
        "check_kind": ("类别", "业务类别"),
        "checked_on": ("核查时间",),
    }

    class Meta:
        verbose_name = "实车核查"
        constraints = (
            models.UniqueConstraint(fields=("check_no",), name="vehicle_check_once"),
            models.UniqueConstraint(fields=("certificate_no",), name="vehicle_check_certificate_once"),
        )
        indexes = (models.Index(fields=("checked_on", "check_kind"), name="vehicle_check_day_kind"),)

    def derive(self) -> None:
        super().derive()
        if self.failed_on and self.overdue_from is None:
            self.overdue_from = overdue_from(self.failed_on, "vehicle_check.rectify")

    def problems(self) -> Iterator[Problem]:
        doubt = vin.warning(self.vin)
        if doubt:
            yield Problem("vin", doubt, Severity.WARNING)
        yield from in_order(self, "accepted_on", "checked_on", "failed_on", "passed_on", "archived_on")
        yield from in_order(self, "failed_on", "rejected_on")
        yield from owed(self, ("passed", "archived", "failed", "rejected"), "checked_on", "checker", "second_checker")
        yield from owed(self, ("passed", "archived"), "passed_on", "certificate_no", "report_no", "report_on")
        yield from owed(self, ("failed", "rejected"), "failed_on")
        if self.check_kind == CheckKind.ANNUAL and not self.plate:
            yield Problem("plate", "年度审验的车辆须填写车牌号。")
        if self.checker and self.checker == self.second_checker:
            yield Problem("second_checker", "核查人与复核人不能是同一人，请更换其中一人。")
        if (self.failures > 0) is not (self.failed_on is not None):
            yield Problem("failures", "不合格次数与不合格日期对不上，请核对其中一项。")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """Light trucks of the general trade need no certificate: they are no case of this register."""
        for index, record in enumerate(records):
            if record.sector != Sector.FREIGHT or record.gross_mass_kg is None:
                continue
            limit = rule_on("vehicle_check.exempt_mass", record.accepted_on).value
            if record.gross_mass_kg <= limit:
                text = f"总质量不超过 {limit} 千克的普通货运车辆无须办理道路运输证，不在核查范围，请勿登记。"
                yield index, Problem("gross_mass_kg", text)
