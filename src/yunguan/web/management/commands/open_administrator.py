"""`yunguan manage open_administrator NAME`: the first account of a new house, or a new password for a lost one."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from yunguan.office.people import Role, User
from yunguan.office.services import open_account, renew_password
from yunguan.web.passwords import one_time_password


class Command(BaseCommand):
    """Whoever may run commands on the machine is its administrator."""

    help = "开立系统管理员账号；账号已存在时换发一次性口令。其他账号由系统管理员在网页上开立。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", help="账号")

    def handle(self, *args: Any, **options: Any) -> None:
        del args
        name, password = options["username"], one_time_password()
        known = User.objects.filter(username=name).first()
        if known is None:
            open_account(username=name, password=password, role=Role.ADMINISTRATOR, display_name="系统管理员")
        elif known.role == Role.ADMINISTRATOR:
            renew_password(account=known, password=password)
        else:
            raise CommandError(f"账号“{name}”不是系统管理员，请换一个账号名，或由系统管理员在网页上换发口令。")
        self.stdout.write(f"账号 {name} 的一次性口令：{password} （首次登录须修改）")
