"""Numbers that the law may change: editable, with their document number and the date from which they hold."""

from __future__ import annotations

from datetime import date

from django.db import models

from yunguan.core.workflow import Rule


class RuleValue(models.Model):
    """One value of one rule from a date on; ``confirmed`` False is shown as 待核实."""

    code = models.CharField("代码", max_length=64)
    title = models.CharField("名称", max_length=100)
    value = models.IntegerField("取值")
    unit = models.CharField("单位", max_length=16)
    doc_no = models.CharField("依据文件", max_length=200)
    article = models.CharField("条款", max_length=50, blank=True, default="")
    effective_from = models.DateField("生效日期")
    confirmed = models.BooleanField("已核实", default=False)

    class Meta:
        verbose_name = "规则参数"
        ordering = ("code", "effective_from")
        constraints = (models.UniqueConstraint(fields=("code", "effective_from"), name="rule_value_once"),)

    def __str__(self) -> str:
        return f"{self.title}：{self.value} {self.unit}"


class RuleMissing(LookupError):  # noqa: N818 - an answer, not a fault
    """A rule has no value on the day asked for."""


def rule_on(code: str, day: date) -> RuleValue:
    """The value in force on a day; RuleMissing with what to do where there is none."""
    found = RuleValue.objects.filter(code=code, effective_from__lte=day).order_by("effective_from").last()
    if found is None:
        msg = f"规则“{code}”在 {day:%Y年%m月%d日} 没有取值，请在规则参数中补充后再办理。"
        raise RuleMissing(msg)
    return found


def seed_rules(rules: tuple[Rule, ...]) -> None:
    """Write the declared values of rules that the table does not know yet; what a user changed stays."""
    for rule in rules:
        RuleValue.objects.get_or_create(
            code=rule.code,
            effective_from=rule.effective_from,
            defaults={
                "title": rule.title,
                "value": rule.value,
                "unit": rule.unit,
                "doc_no": rule.doc_no,
                "article": rule.article,
                "confirmed": rule.confirmed,
            },
        )
