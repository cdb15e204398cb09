"""文件登记台账: notices, plans and reports that the centre received or issued; other books cite them as evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.moves import wanting
from yunguan.registers.record import CommonRecord

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
DOC_NO = re.compile(r"^[\u4e00-\u9fff]+〔(\d{4})〕([1-9]\d*)号$")
"""发文字号 (GB/T 9704-2012 7.2.5): 机关代字, the year in 六角括号, a serial without 第 and leading zeros."""


def _settled(paper: Any, context: Context) -> dict[str, Any]:
    """What is put away is due no more."""
    del paper, context
    return {"due_on": None}


WORKFLOW = Workflow(
    states=(
        State("registered", "已登记", "registered_on", awaits=True),
        State("circulated", "传阅办理中", "circulated_on", awaits=True),
        State("archived", "已归档", "archived_on", final=True),
        State("repealed", "已废止", "repealed_on", final=True),
    ),
    transitions=(
        Transition("circulate", "批转传阅", ("registered",), "circulated", HEAD, ("instruction",)),
        Transition(
            "archive",
            "归档",
            ("registered", "circulated"),
            "archived",
            HANDLERS,
            ("result",),
            fills=_settled,
            guard=wanting("result"),
        ),
        Transition("repeal", "登记废止", ("registered", "circulated"), "repealed", HEAD, reason=True),
    ),
    takeover=HANDLERS,
)


class Direction(models.TextChoices):
    """收发."""

    RECEIVED = "received", "收文"
    ISSUED = "issued", "发文"
    INTERNAL = "internal", "内部材料"


class DocumentKind(models.TextChoices):
    """文种."""

    NOTICE = "notice", "通知"
    PLAN = "plan", "方案"
    POINTS = "points", "要点"
    REPORT = "report", "报告"
    EMERGENCY_PLAN = "emergency_plan", "应急预案"
    ROSTER = "roster", "值班安排"
    STANDARD = "standard", "标准规范"
    RULES = "rules", "办法制度"
    LETTER = "letter", "函"
    MINUTES = "minutes", "纪要"
    BOOK = "book", "学习读本"


class Document(CommonRecord):
    """文件：一份文件一行。"""

    register_no = models.CharField("登记号", max_length=30)
    direction = models.CharField("收发", max_length=16, choices=Direction)
    kind = models.CharField("文种", max_length=16, choices=DocumentKind)
    doc_no = models.CharField("发文字号", max_length=60, blank=True, null=True)
    document_title = models.CharField("文件标题", max_length=200)
    issuer = models.CharField("发文机关", max_length=100)
    dated_on = models.DateField("成文日期")
    registered_on = models.DateField("收发日期")
    reply_by = models.DateField("要求办结日期", blank=True, null=True)
    circulated_on = models.DateField("批转日期", blank=True, null=True)
    instruction = models.CharField("拟办意见", max_length=200, blank=True, default="")
    result = models.CharField("办理结果", max_length=200, blank=True, default="")
    archived_on = models.DateField("归档日期", blank=True, null=True)
    repealed_on = models.DateField("废止日期", blank=True, null=True)
    summary = models.TextField("内容摘要", blank=True, default="")

    title = "文件登记台账"
    section = "general"
    key_fields = ("register_no",)
    period_field = "registered_on"
    workflow = WORKFLOW
    internal = True
    search_fields = ("register_no", "doc_no", "document_title", "issuer")
    list_fields = (
        "register_no",
        "direction",
        "kind",
        "doc_no",
        "document_title",
        "issuer",
        "dated_on",
        "kept_by",
        "state",
    )
    filter_fields = ("direction", "kind", "kept_by")
    known_as = {
        "doc_no": ("文号", "文件编号"),
        "document_title": ("标题", "文件名称"),
        "issuer": ("来文单位", "发文单位"),
        "registered_on": ("收文日期", "发文日期"),
    }

    class Meta:
        verbose_name = "文件"
        constraints = (
            models.UniqueConstraint(fields=("register_no",), name="document_once"),
            models.UniqueConstraint(fields=("doc_no",), name="document_no_once"),
        )

    def derive(self) -> None:
        self.due_on = self.reply_by if self.state in {"registered", "circulated"} else None

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "dated_on", "registered_on", "archived_on")
        yield from owed(self, ("circulated",), "instruction", "circulated_on")
        yield from owed(self, ("archived",), "result", "archived_on")
        if self.doc_no:
            yield from self._number()

    def _number(self) -> Iterator[Problem]:
        match = DOC_NO.match(self.doc_no or "")
        if match is None:
            text = "发文字号的年份用六角括号〔〕，顺序号不加“第”和前导零，请写作如“衡市交安监字〔2023〕43号”。"
            yield Problem("doc_no", text)
        elif int(match[1]) != self.dated_on.year:
            yield Problem("doc_no", "发文字号中的年份与成文日期的年份不同，请核对。", Severity.WARNING)
