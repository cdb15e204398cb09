"""机动车维修经营者备案: repair shops filed by class and trade (道路运输条例 arts 37, 39; 机动车维修管理规定)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.registers.checks import in_order, numbered, owed
from yunguan.registers.fields import MobileField, NumberField, ReferenceField
from yunguan.registers.maintenance.trades import DANGEROUS_GOODS, TRADES, RepairClass, strange, words_of, written_out
from yunguan.registers.record import Record
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
APPLICANTS = HANDLERS | {"operator", "county"}
CHECK = Deadline("repair_shop.check")
REGULATION = "机动车维修管理规定（交通运输部令2023年第14号）"
STANDARD = "汽车维修业经营业务条件（GB/T 16739）"

RULES = (
    Rule("repair_shop.check", "维修备案核对期限", 5, "工作日", REGULATION, confirmed=False),
    Rule("repair_shop.floor.041", "一类汽车维修生产厂房面积下限", 800, "平方米", STANDARD, confirmed=False),
    Rule("repair_shop.floor.042", "二类汽车维修生产厂房面积下限", 200, "平方米", STANDARD, confirmed=False),
)
MATERIALS = {
    "site_right": "经营场所和停车场地的使用权证明",
    "equipment_listed": "维修设备清单及检定证明",
    "rules_kept": "维修管理制度",
    "environment_kept": "环境保护措施",
}


def _lacking(shop: Any, context: Context) -> Iterator[Problem]:
    """What article 37 asks for before a shop may be filed."""
    for column, name in MATERIALS.items():
        if not getattr(shop, column):
            yield Problem(column, f"缺{name}，不能备案，请先一次性要求补正。")
    if not shop.technical_leads or not shop.inspectors:
        yield Problem("technical_leads", "没有技术负责人或质量检验员，不能备案，请先一次性要求补正。")
    if DANGEROUS_GOODS in words_of(shop.trades) and not shop.emergency_plan:
        yield Problem("emergency_plan", "维修危险货物运输车辆须有安全作业和应急处置制度，请先要求补正。")
    yield from _too_small(shop, context)
    yield from _number_taken(shop, context)


def _too_small(shop: Any, context: Context) -> Iterator[Problem]:
    """The standard's edition in force is still to be confirmed, so that a small hall is told, not refused."""
    code = f"repair_shop.floor.{shop.shop_class}"
    if code not in {rule.code for rule in RULES}:
        return
    least = context.rule(code)
    if shop.shop_area < least * 100:
        yield Problem("shop_area", f"生产厂房面积不足 {least} 平方米，请核对业务条件。", Severity.WARNING)


def _number_taken(shop: Any, context: Context) -> Iterator[Problem]:
    number = context.given.get("filing_no", shop.filing_no)
    if number and type(shop)._base_manager.filter(filing_no=number).exclude(pk=shop.pk).exists():
        yield Problem("filing_no", f"备案编号“{number}”已被使用，请换一个编号。")


def _asked_once(shop: Any, context: Context) -> Iterator[Problem]:
    """What is missing is told once; a second list would be a new demand."""
    del context
    if shop.supplement_asked_on is not None:
        text = f"已于 {shop.supplement_asked_on:%Y-%m-%d} 一次性告知补正内容，不得再列新的内容；仍不齐全的请退回补齐。"
        yield Problem("missing_items", text)


def _was_asked(shop: Any, context: Context) -> Iterator[Problem]:
    del context
    if shop.supplement_asked_on is None:
        yield Problem("missing_items", "还没有告知过补正内容，请先要求补正。")


def _same_list(shop: Any, context: Context) -> dict[str, Any]:
    """Whatever was told first stays the day of telling."""
    del context
    return {"supplement_asked_on": shop.supplement_asked_on}


def _changed(shop: Any, context: Context) -> dict[str, Any]:
    """A change leaves the number and the day of the filing as they were."""
    return {"filed_on": shop.filed_on, "changed_on": context.on}


def _unchanged(shop: Any, context: Context) -> dict[str, Any]:
    del context
    return {"filed_on": shop.filed_on}


def _afresh(shop: Any, context: Context) -> dict[str, Any]:
    """A new application begins a new case: its own list, number and days."""
    del shop, context
    ended = ("supplement_asked_on", "missing_items", "filing_no", "filed_on", "changed_on", "cancelled_on")
    return dict.fromkeys(ended)


WORKFLOW = Workflow(
    states=(
        State("draft", "草稿", awaits=True),
        State("submitted", "待核对", date_field="submitted_on", deadline=CHECK, awaits=True),
        State("supplement", "待补正", date_field="supplement_asked_on", awaits=True),
        State("filed", "已备案", date_field="filed_on"),
        State("changing", "变更待核对", date_field="change_submitted_on", deadline=CHECK, awaits=True),
        State("declined", "不予备案", date_field="declined_on"),
        State("cancelled", "已注销", date_field="cancelled_on"),
    ),
    transitions=(
        Transition("submit", "提交备案", ("draft",), "submitted", APPLICANTS),
        Transition(
            "ask_supplement",
            "要求补正",
            ("submitted",),
            "supplement",
            HANDLERS,
            asks=("missing_items",),
            guard=_asked_once,
        ),
        Transition(
            "return_again",
            "补正不全退回",
            ("submitted",),
            "supplement",
            HANDLERS,
            reason=True,
            guard=_was_asked,
            fills=_same_list,
        ),
        Transition("resubmit", "补正后提交", ("supplement",), "submitted", APPLICANTS),
        Transition("decline", "不予备案", ("submitted",), "declined", HEAD, reason=True),
        Transition(
            "file",
            "准予备案",
            ("submitted",),
            "filed",
            HEAD,
            asks=("filing_no",),
            other_person=True,
            fills=numbered("repair_shop.filing_no", "filing_no", "衡维备〔{年度}〕{序号4}号"),
            guard=_lacking,
        ),
        Transition("report_change", "申报变更", ("filed",), "changing", APPLICANTS, asks=("change_items",)),
        Transition(
            "confirm_change",
            "核对变更",
            ("changing",),
            "filed",
            HEAD,
            other_person=True,
            fills=_changed,
            guard=_lacking,
        ),
        Transition("drop_change", "撤回变更", ("changing",), "filed", APPLICANTS, reason=True, fills=_unchanged),
        Transition("cancel", "注销备案", ("filed", "changing"), "cancelled", HEAD, reason=True),
        Transition("reapply", "重新申报", ("cancelled", "declined"), "submitted", APPLICANTS, fills=_afresh),
    ),
    takeover=HANDLERS,
)


class RepairShop(Record):
    """维修备案：一家维修经营者一处经营场所一行。"""

    operator = ReferenceField(Operator, verbose_name="统一社会信用代码")
    site = models.CharField("经营场所", max_length=100)
    shop_class = models.CharField("维修经营类别", max_length=4, choices=RepairClass)
    trades = models.CharField(
        "维修经营项目",
        max_length=200,
        help_text="GB/T 16739 的项目名称或代码，多项用顿号隔开，如“小型车维修”或“04203”。",
    )
    dangerous_goods = models.BooleanField("危货车辆维修", default=False, editable=False)
    shop_area = NumberField("生产厂房面积", places=2, unit="平方米")
    parking_area = NumberField("停车场面积", places=2, unit="平方米")
    technical_leads = models.PositiveIntegerField("技术负责人数")
    inspectors = models.PositiveIntegerField("质量检验员数")
    mechanics = models.PositiveIntegerField("维修技术人员数")
    contact = models.CharField("联系人", max_length=50, blank=True, null=True)
    mobile = MobileField("手机", blank=True, null=True)
    site_right = models.BooleanField("场地使用权证明", default=False)
    equipment_listed = models.BooleanField("设备清单及检定证明", default=False)
    rules_kept = models.BooleanField("维修管理制度", default=False)
    environment_kept = models.BooleanField("环境保护措施", default=False)
    emergency_plan = models.BooleanField("危货维修安全及应急制度", default=False)
    record_code = models.CharField("电子健康档案编码", max_length=40, blank=True, null=True)
    submitted_on = models.DateField("申报日期", blank=True, null=True)
    supplement_asked_on = models.DateField("要求补正日期", blank=True, null=True)
    missing_items = models.TextField("补正内容", blank=True, null=True)
    filing_no = models.CharField("备案编号", max_length=40, blank=True, null=True)
    filed_on = models.DateField("备案日期", blank=True, null=True)
    change_submitted_on = models.DateField("变更申报日期", blank=True, null=True)
    change_items = models.TextField("变更内容", blank=True, null=True)
    changed_on = models.DateField("变更核对日期", blank=True, null=True)
    declined_on = models.DateField("不予备案日期", blank=True, null=True)
    cancelled_on = models.DateField("注销日期", blank=True, null=True)

    title = "维修经营者备案台账"
    section = "maintenance"
    key_fields = ("operator", "site")
    workflow = WORKFLOW
    rules = RULES
    shared = True
    filed_by = frozenset({"operator", "county"})
    operator_path = "operator__uscc"
    personal = ("contact",)
    alike_by = ("operator", "site")
    search_fields = ("operator__name", "filing_no", "site")
    list_fields = ("operator", "site", "shop_class", "trades", "filing_no", "filed_on", "area", "state")
    filter_fields = ("shop_class", "dangerous_goods")
    companions = {"operator": ("企业名称", "name")}
    known_as = {
        "operator": ("信用代码", "社会信用代码"),
        "operator__name": ("维修企业名称", "单位名称", "业户名称"),
        "site": ("经营地址", "维修场所地址"),
        "shop_class": ("类别", "企业类别"),
        "trades": ("经营范围", "经营项目"),
        "filing_no": ("备案号", "备案证明编号"),
        "filed_on": ("备案时间",),
    }

    class Meta:
        verbose_name = "维修经营者备案"
        constraints = (
            models.UniqueConstraint(fields=("operator", "site"), name="repair_shop_once"),
            models.UniqueConstraint(fields=("filing_no",), name="repair_shop_filing_no_once"),
        )
        indexes = (models.Index(fields=("area", "state"), name="repair_shop_area_state"),)

    def __str__(self) -> str:
        return f"{self.operator} {self.site}"

    def derive(self) -> None:
        super().derive()
        self.trades = written_out(self.shop_class, self.trades or "")
        self.dangerous_goods = DANGEROUS_GOODS in words_of(self.trades)

    def problems(self) -> Iterator[Problem]:
        for word in strange(self.shop_class, self.trades):
            label = dict(RepairClass.choices).get(self.shop_class, self.shop_class)
            known = "、".join(f"{code}{name}" for code, name in TRADES.items() if code.startswith(self.shop_class))
            yield Problem("trades", f"“{label}”没有“{word}”这一项目，可填：{known}。")
        yield from in_order(self, "submitted_on", "filed_on", "change_submitted_on", "changed_on")
        yield from in_order(self, "filed_on", "cancelled_on")
        yield from owed(self, ("submitted", "supplement", "filed", "changing", "cancelled"), "submitted_on")
        yield from owed(self, ("supplement",), "supplement_asked_on", "missing_items")
        yield from owed(self, ("filed", "changing", "cancelled"), "filed_on", "filing_no")
        yield from owed(self, ("changing",), "change_submitted_on", "change_items")
