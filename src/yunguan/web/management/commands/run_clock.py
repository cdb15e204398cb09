"""`yunguan manage run_clock`: makes the moves that are due by silence; run it once a day."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from yunguan.registers.clock import run_clock


class Command(BaseCommand):
    """Run the clock as of today."""

    help = "办理因逾期未答复而自动生效的事项，每日运行一次。"

    def handle(self, *args: Any, **options: Any) -> None:
        del args, options
        now = timezone.now()
        for record, words in run_clock(on=timezone.localdate(now), now=now):
            self.stdout.write(f"{record}：{words}")
