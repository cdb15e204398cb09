"""内设机构与编制: the sections of the centre and the posts authorised for each."""

from __future__ import annotations

from django.db import models

from yunguan.core.workflow import State, Transition, Workflow
from yunguan.registers.record import Record

WORKFLOW = Workflow(
    states=(
        State("standing", "在设", date_field="established_on"),
        State("abolished", "撤销", date_field="abolished_on", final=True),
    ),
    transitions=(
        Transition("abolish", "登记撤销", ("standing",), "abolished", frozenset({"clerk", "head"}), reason=True),
    ),
    takeover=frozenset({"clerk", "head"}),
)


class Establishment(Record):
    """内设机构：名称与核定的全额拨款事业编制。"""

    name = models.CharField("机构名称", max_length=50)
    posts = models.PositiveIntegerField("核定编制数")
    approval = models.CharField("批准文号", max_length=100, blank=True, null=True)
    established_on = models.DateField("设立日期")
    abolished_on = models.DateField("撤销日期", blank=True, null=True)

    title = "内设机构与编制"
    section = "personnel"
    key_fields = ("name",)
    workflow = WORKFLOW
    internal = True
    search_fields = ("name",)
    list_fields = ("name", "posts", "established_on", "state")
    known_as = {"name": ("科室名称", "内设机构", "科室"), "posts": ("编制数", "编制")}

    class Meta:
        verbose_name = "内设机构"
        constraints = (models.UniqueConstraint(fields=("name",), name="establishment_once"),)
