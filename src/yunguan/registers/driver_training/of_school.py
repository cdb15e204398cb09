"""What the books of a school's things have in common: the school, its area, who keeps them."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.core.finding import Problem
from yunguan.registers.fields import ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.sectors import Sector
from yunguan.registers.statistics.operator import Operator

KEEPERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
SCHOOLS = KEEPERS | {"operator", "county"}
"""Whoever may hand something in for a school: the school, its county's office, the section on paper."""

REGULATION = "机动车驾驶员培训管理规定（交通运输部令2022年第32号）"


class SchoolRecord(Record):
    """A row of one school, which is known by its company's credit code."""

    operator = ReferenceField(Operator, verbose_name="驾校统一社会信用代码")

    section = "driver_training"
    operator_path = "operator__uscc"
    companions = {"operator": ("驾校名称", "name")}
    known_as = {
        "operator": ("统一社会信用代码", "信用代码", "培训机构统一社会信用代码"),
        "operator__name": ("培训机构名称", "驾校", "企业名称", "所属驾校"),
    }

    class Meta:
        abstract = True

    def derive(self) -> None:
        if self.operator_id:
            self.area = self.operator.area

    def problems(self) -> Iterator[Problem]:
        if self.operator_id and self.operator.sector != Sector.DRIVER_TRAINING:
            yield Problem("operator", f"“{self.operator.name}”不是驾驶员培训业户，请核对信用代码或业户名录。")
