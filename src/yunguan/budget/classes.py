"""The economic and functional classes of expenditure: editable, with the days between which a code holds."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import TypeVar

from django.db import models

Class = TypeVar("Class", bound="BudgetClass")


class BudgetClass(models.Model):
    """One code with its name from a date on; ``confirmed`` False is shown as 待核实."""

    code = models.CharField("编码", max_length=8, db_index=True)
    name = models.CharField("名称", max_length=100)
    effective_from = models.DateField("启用日期")
    effective_to = models.DateField("停用日期", null=True, blank=True, help_text="自该日起不再使用")
    source = models.CharField("依据", max_length=200, blank=True, default="")
    confirmed = models.BooleanField("已核实", default=False)

    class Meta:
        abstract = True
        ordering = ("code", "effective_from")

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class EconomicClass(BudgetClass):
    """部门预算支出经济分类: three digits a class (类), five an item (款)."""

    class Meta(BudgetClass.Meta):
        verbose_name = "支出经济分类"
        constraints = (models.UniqueConstraint(fields=("code", "effective_from"), name="economic_class_once"),)


class FunctionalClass(BudgetClass):
    """支出功能分类: three digits a class (类), five a group (款), seven an item (项)."""

    class Meta(BudgetClass.Meta):
        verbose_name = "支出功能分类"
        constraints = (models.UniqueConstraint(fields=("code", "effective_from"), name="functional_class_once"),)


@dataclass(frozen=True)
class CodeTable:
    """The codes of one classification, read once."""

    title: str
    entries: dict[str, tuple[tuple[date, date | None, str], ...]]

    def name(self, code: str, day: date) -> str | None:
        """What a code is called on a day, None where it does not hold then."""
        for start, end, name in self.entries.get(code, ()):
            if start <= day and (end is None or day < end):
                return name
        return None


def code_table(model: type[BudgetClass]) -> CodeTable:
    """The whole classification in one query."""
    entries: dict[str, list[tuple[date, date | None, str]]] = {}
    for entry in model._default_manager.all():
        entries.setdefault(entry.code, []).append((entry.effective_from, entry.effective_to, entry.name))
    return CodeTable(str(model._meta.verbose_name), {code: tuple(found) for code, found in entries.items()})


def seed_classes() -> None:
    """Fill the classifications that are empty with what the house brings along; never touch what a user changed."""
    if not EconomicClass.objects.exists():
        EconomicClass.objects.bulk_create(_seeds(EconomicClass, "economic_classes"))
    if not FunctionalClass.objects.exists():
        FunctionalClass.objects.bulk_create(_seeds(FunctionalClass, "functional_classes"))


def _seeds(model: type[Class], name: str) -> list[Class]:
    text = files("yunguan.budget").joinpath(f"data/{name}.csv").read_text(encoding="utf-8")
    return [
        model(
            code=row["code"],
            name=row["name"],
            effective_from=date.fromisoformat(row["effective_from"]),
            effective_to=date.fromisoformat(row["effective_to"]) if row["effective_to"] else None,
            source=row["source"],
            confirmed=row["confirmed"] == "1",
        )
        for row in csv.DictReader(text.splitlines())
    ]
