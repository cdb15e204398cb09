"""The way into the `yunguan` command: reads the folder of commands and gives each the home option."""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from yunguan.cli import commands
from yunguan.cli.house import know_own_registers, open_house
from yunguan.cli.tables import bring_tables_up_to_date

WITHOUT_HOUSE = frozenset({"audit", "facts"})
"""Commands that read strangers' files and need no tables: they take the option as all do, and leave the home alone."""
WITHOUT_MIGRATION = frozenset({"manage"})


class Commands(click.Group):
    """The commands of the folder, loaded one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return sorted(module.name.removesuffix("_") for module in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"yunguan.cli.commands.{_module(cmd_name)}")
        command: click.Command = module.command
        return _with_home(command, cmd_name)


def _module(name: str) -> str:
    """``import`` is a word of Python: its file is called ``import_``."""
    return "import_" if name == "import" else name


def _with_home(command: click.Command, name: str) -> click.Command:
    inner = command.callback
    if inner is None:
        return command
    if not any(each.name == "home" for each in command.params):
        words = "数据目录，默认为环境变量 YUNGUAN_HOME 或 ./yunguan-data。"
        option = click.Option(["--home"], type=click.Path(path_type=Path, file_okay=False), help=words)
        command.params.append(option)

    def opened(home: Path | None = None, **given: Any) -> Any:
        if name in WITHOUT_HOUSE:
            return inner(**given)
        open_house(home)
        if name not in WITHOUT_MIGRATION:
            bring_tables_up_to_date()
            know_own_registers()
        return inner(**given)

    command.callback = opened
    return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="yunguan", prog_name="yunguan", message="运管 %(version)s")
def main() -> None:
    """运管：从道路运输服务中心的日常台账到年度部门整体支出绩效自评报告。"""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
