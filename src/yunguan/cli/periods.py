"""Reads periods, days and areas from the command line."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from yunguan.core.period import Period


class PeriodType(click.ParamType[Period]):
    """``2023``, ``2023H1``, ``2023Q3``, ``2023-11`` or ``2023-01-01/2023-11-30``."""

    name = "期间"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Period:
        if isinstance(value, Period):
            return value
        try:
            return Period.parse(str(value))
        except ValueError as fault:
            self.fail(str(fault), param, ctx)


class DayType(click.ParamType[date]):
    """A day as 2023-11-30."""

    name = "日期"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"“{value}”不是日期，请写成 2023-11-30 的形式。", param, ctx)


PERIOD = PeriodType()
DAY = DayType()
