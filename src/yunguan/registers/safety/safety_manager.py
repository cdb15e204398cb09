"""两类人员名册: who heads a carrier and who looks after its safety, and until when they are certified.

Source: 安全生产法第二十七条; 交运规〔2019〕6号 (heads and safety managers are examined, certificates run out).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import IdentityNumberField, MobileField, ReferenceField
from yunguan.registers.moves import value_of
from yunguan.registers.record import Record
from yunguan.registers.safety.managers_exam_entry import ManagersExamEntry, Post, Trade
from yunguan.registers.safety.managers_exam_session import BASIS
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})
KEEPERS = HANDLERS | {"operator"}
IN_POST = ("appointed", "certified", "expired")
RULES = (Rule("safety_manager.exam", "任职后通过安全考核期限", 180, "日", BASIS, confirmed=False),)


def _of_examination(manager: Any, context: Context) -> dict[str, Any]:
    """The certificate of the person's last examination passed for this post, where none was typed."""
    entry = (
        ManagersExamEntry._base_manager.filter(
            identity_number=manager.identity_number, post=manager.post, state="certified", certified_on__lte=context.on
        )
        .order_by("certified_on")
        .last()
    )
    if entry is None or context.given.get("certificate_no"):
        return {}
    return {"certificate_no": entry.certificate_no, "valid_to": entry.valid_to}


def _certificate_valid(manager: Any, context: Context) -> Iterator[Problem]:
    given = {name: context.given.get(name) for name in ("certificate_no", "valid_to")}
    found = _of_examination(manager, context) | {name: value for name, value in given.items() if value}
    if not found.get("certificate_no") or not found.get("valid_to"):
        yield Problem("certificate_no", "没有查到考核合格证明，请填写证明编号和有效期，或先登记考核结果。")
    elif found["valid_to"] < context.on:
        yield Problem("valid_to", "该证明已过有效期，请登记新的证明。")


def _run_out(manager: Any, context: Context) -> Iterator[Problem]:
    last = value_of(manager, context, "valid_to")
    if last is not None and last >= context.on:
        yield Problem("valid_to", f"证明有效期至 {last:%Y-%m-%d}，还没有过期。")


WORKFLOW = Workflow(
    states=(
        State(
            "appointed",
            "在岗未持证",
            date_field="appointed_on",
            deadline=Deadline("safety_manager.exam"),
            awaits=True,
        ),
        State("certified", "在岗持证", date_field="certified_on"),
        State("expired", "证明过期", date_field="expired_on", awaits=True),
        State("left", "已离岗", date_field="left_on", final=True),
    ),
    transitions=(
        Transition(
            "certify",
            "登记证明",
            ("appointed", "expired"),
            "certified",
            HANDLERS,
            asks=("certificate_no", "valid_to"),
            fills=_of_examination,
            guard=_certificate_valid,
        ),
        Transition("expire", "登记过期", ("certified",), "expired", HANDLERS, guard=_run_out),
        Transition("leave", "登记离岗", IN_POST, "left", KEEPERS, reason=True),
    ),
    takeover=HANDLERS,
)


class SafetyManager(Record):
    """两类人员：一人在一家企业任一职一行。"""

    name = models.CharField("姓名", max_length=50)
    identity_number = IdentityNumberField("身份证号")
    mobile = MobileField("手机", blank=True, null=True)
    operator = ReferenceField(Operator, verbose_name="统一社会信用代码")
    post = models.CharField("人员类别", max_length=16, choices=Post)
    trade = models.CharField("考核类别", max_length=16, choices=Trade)
    full_time = models.BooleanField("专职", default=True)
    appointed_on = models.DateField("任职日期")
    certificate_no = models.CharField("合格证明编号", max_length=40, blank=True, null=True)
    certified_on = models.DateField("持证日期", blank=True, null=True)
    valid_to = models.DateField("证明有效期至", blank=True, null=True)
    expired_on = models.DateField("过期登记日期", blank=True, null=True)
    left_on = models.DateField("离岗日期", blank=True, null=True)

    title = "两类人员名册"
    section = "safety"
    key_fields = ("identity_number", "operator", "post")
    workflow = WORKFLOW
    rules = RULES
    filed_by = frozenset({"operator"})
    rests_on = ("managers_exam_entry",)
    operator_path = "operator__uscc"
    expires = ("valid_to",)
    alike_by = ("name", "operator")
    search_fields = ("name", "operator__name", "certificate_no")
    list_fields = ("name", "identity_number", "operator", "post", "trade", "valid_to", "area", "state")
    filter_fields = ("post", "trade", "full_time")
    companions = {"operator": ("企业名称", "name")}
    known_as = {
        "identity_number": ("身份证号码", "证件号码"),
        "mobile": ("联系电话",),
        "operator": ("信用代码",),
        "operator__name": ("单位名称", "工作单位"),
        "post": ("职务", "人员类型"),
        "valid_to": ("有效期至",),
    }

    class Meta:
        verbose_name = "两类人员"
        constraints = (
            models.UniqueConstraint(fields=("identity_number", "operator", "post"), name="safety_manager_once"),
        )
        indexes = (models.Index(fields=("area", "trade"), name="safety_manager_area_trade"),)

    def derive(self) -> None:
        if self.operator_id:
            self.area = self.operator.area

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "appointed_on", "left_on")
        yield from in_order(self, "certified_on", "valid_to")
        yield from owed(self, ("certified", "expired"), "certificate_no", "certified_on", "valid_to")
        yield from owed(self, ("expired",), "expired_on")
        yield from owed(self, ("left",), "left_on")
