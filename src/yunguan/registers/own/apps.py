"""The Django application of the registers that sections define themselves."""

from __future__ import annotations

from django.apps import AppConfig


class OwnConfig(AppConfig):
    """自建台账."""

    name = "yunguan.registers.own"
    label = "own"
    verbose_name = "自建台账"
