"""Accounts and roles."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models


class Role(models.TextChoices):
    """What a person does in the house; one role an account, none of them a superuser."""

    CLERK = "clerk", "经办人"
    HEAD = "head", "科室负责人"
    FINANCE = "finance", "财务人员"
    LEADER = "leader", "中心领导"
    COUNTY = "county", "县市区经办"
    OPERATOR = "operator", "经营业户"
    REVIEWER = "reviewer", "财政评审"
    ADMINISTRATOR = "administrator", "系统管理员"


class User(AbstractUser):
    """An account: its role, the body it belongs to, and for an operator the code of its company."""

    role = models.CharField("角色", max_length=16, choices=Role)
    unit = models.ForeignKey("office.OrgUnit", verbose_name="所属机构", null=True, blank=True, on_delete=models.PROTECT)
    display_name = models.CharField("姓名", max_length=50)
    operator_uscc = models.CharField("所代表业户的统一社会信用代码", max_length=18, blank=True, default="")
    must_change_password = models.BooleanField("须修改口令", default=True)

    class Meta:
        verbose_name = "账号"

    def __str__(self) -> str:
        return self.display_name or self.username

    @property
    def section(self) -> str:
        """Code of the person's section, "" for those outside one."""
        return self.unit.code if self.unit and self.unit.kind == "section" else ""
