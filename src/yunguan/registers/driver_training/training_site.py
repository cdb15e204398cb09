"""教学场地台账: the grounds on which schools teach, the right to use them and their state."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Deadline, Rule, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.driver_training.of_school import KEEPERS, SchoolRecord

STANDARD = "机动车驾驶员培训教练场技术要求（GB/T 30341）"

WORKFLOW = Workflow(
    states=(
        State("in_use", "在用", date_field="opened_on"),
        State(
            "rectifying",
            "整改中",
            date_field="rectify_asked_on",
            deadline=Deadline("training_site.rectify"),
            awaits=True,
        ),
        State("closed", "停用", date_field="closed_on"),
    ),
    transitions=(
        Transition("ask_to_rectify", "责令整改", ("in_use",), "rectifying", KEEPERS, asks=("defects",)),
        Transition("rectified", "整改合格", ("rectifying",), "in_use", KEEPERS, asks=("checked_on",)),
        Transition("close", "登记停用", ("in_use", "rectifying"), "closed", KEEPERS, reason=True),
        Transition("reopen", "重新启用", ("closed",), "in_use", KEEPERS, asks=("checked_on",)),
    ),
    takeover=KEEPERS,
)


class Right(models.TextChoices):
    """On what right the ground is used."""

    OWNED = "owned", "自有"
    LEASED = "leased", "租赁"


class TrainingSite(SchoolRecord):
    """教学场地：一处场地一行。"""

    site_no = models.CharField("场地编号", max_length=20)
    address = models.CharField("场地地址", max_length=200)
    square_metres = models.PositiveIntegerField("面积（平方米）")
    capacity = models.PositiveIntegerField("核定教学车辆数")
    right = models.CharField("使用权", max_length=8, choices=Right)
    right_to = models.DateField("使用权止期", blank=True, null=True)
    checked_on = models.DateField("技术条件核查日期", blank=True, null=True)
    opened_on = models.DateField("启用日期")
    rectify_asked_on = models.DateField("责令整改日期", blank=True, null=True)
    defects = models.TextField("存在问题", blank=True, null=True)
    closed_on = models.DateField("停用日期", blank=True, null=True)

    title = "教学场地台账"
    key_fields = ("site_no",)
    workflow = WORKFLOW
    rules = (Rule("training_site.rectify", "教学场地整改期限", 30, "日", STANDARD, confirmed=False),)
    filed_by = frozenset({"operator", "county"})
    expires = ("right_to",)
    search_fields = ("site_no", "address", "operator__name")
    list_fields = ("site_no", "operator", "address", "square_metres", "right", "right_to", "area", "state")
    filter_fields = ("right",)

    class Meta:
        verbose_name = "教学场地"
        constraints = (models.UniqueConstraint(fields=("site_no",), name="training_site_once"),)

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        if self.right == Right.LEASED and self.right_to is None:
            yield Problem("right_to", "租赁的场地须填写使用权止期。")
        if self.square_metres == 0:
            yield Problem("square_metres", "场地面积须大于 0。")
        yield from in_order(self, "opened_on", "rectify_asked_on")
        yield from in_order(self, "opened_on", "closed_on")
        yield from owed(self, ("rectifying",), "rectify_asked_on", "defects")
        yield from owed(self, ("closed",), "closed_on")
