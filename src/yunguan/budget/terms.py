"""The words by which money is told apart: fund, kind of expenditure, direction of an adjustment."""

from __future__ import annotations

from django.db import models


class Fund(models.TextChoices):
    """资金性质: the four budgets of the Budget Law, article 5."""

    GENERAL = "general", "一般公共预算"
    GOVERNMENT_FUND = "government_fund", "政府性基金"
    STATE_CAPITAL = "state_capital", "国有资本经营"
    SOCIAL_INSURANCE = "social_insurance", "社会保险基金"


class ExpenditureKind(models.TextChoices):
    """支出类型: what keeps the unit running, and what is spent on a project."""

    BASIC = "basic", "基本支出"
    PROJECT = "project", "项目支出"


class Direction(models.TextChoices):
    """调整方向: more than at the beginning of the year, or less."""

    INCREASE = "increase", "追加"
    DECREASE = "decrease", "追减"


STAFF_CLASSES = ("301", "303")
"""Economic classes of 人员经费 (basic expenditure)."""
OFFICE_CLASSES = ("302", "310")
"""Economic classes of 公用经费 (basic expenditure)."""
ABROAD = ("30212",)
VEHICLE_PURCHASE = ("30913", "31013")
VEHICLE_RUNNING = ("30231",)
RECEPTION = ("30217",)
"""Economic classes of the three public expenses (三公经费)."""
