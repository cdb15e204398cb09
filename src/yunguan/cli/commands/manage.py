"""`yunguan manage`: Django's own commands on the house."""

from __future__ import annotations

import click

from yunguan.cli.tables import bring_tables_up_to_date

ABOUT_TABLES = frozenset({"check", "help", "makemigrations", "migrate", "showmigrations", "sqlmigrate"})
"""Commands that are about the tables themselves: the others find them complete."""


@click.command(
    help="执行 Django 自带的管理命令。",
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []},
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(arguments: tuple[str, ...]) -> None:
    """Hand the words on to Django."""
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - after Django

    if arguments and arguments[0] not in ABOUT_TABLES:
        bring_tables_up_to_date()
    execute_from_command_line(["yunguan manage", *arguments])
