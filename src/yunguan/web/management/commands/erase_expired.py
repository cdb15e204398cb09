"""`yunguan manage erase_expired`: erases personal data whose time is over; run it once a year."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from yunguan.registers.erasure import erase_expired


class Command(BaseCommand):
    """Erase as of today."""

    help = "删除已过保存年限的个人信息，每年运行一次；删除的内容不能恢复，记入查看日志。"

    def handle(self, *args: Any, **options: Any) -> None:
        del args, options
        now = timezone.now()
        done = erase_expired(on=timezone.localdate(now), now=now)
        for each in done:
            self.stdout.write(f"《{each.book.title}》{each.column}：{each.rows} 行")
        if not done:
            self.stdout.write("没有已过保存年限的个人信息。")
