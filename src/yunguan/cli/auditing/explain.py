"""`--explain CODE` and `--rules`: what the rules check, told without a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.text import Text

from yunguan.audit.outputs.wrapping import wrapped
from yunguan.cli import say

F = TypeVar("F", bound=Callable[..., Any])


def explain_options(command: F) -> F:
    """Give the command `--explain CODE` and `--rules`, which print and end it."""
    command = click.option(
        "--rules", is_flag=True, is_eager=True, expose_value=False, callback=_list, help="列出全部检查规则。"
    )(command)
    return click.option(
        "--explain", metavar="代码", is_eager=True, expose_value=False, callback=_explain, help="说明一条规则。"
    )(command)


def _explain(ctx: click.Context, _: click.Parameter, code: str | None) -> None:
    if code is None:
        return
    from yunguan.audit.explain import explained  # noqa: PLC0415 - loads the rules
    from yunguan.audit.rule_catalogue import every_rule  # noqa: PLC0415

    if code not in every_rule():
        raise click.UsageError(f"没有代码为“{code}”的规则。已有的规则代码：\n{'、'.join(every_rule())}", ctx)
    rule = every_rule()[code]
    console = Console(highlight=False, soft_wrap=True)
    width = console.width if console.is_terminal else None
    console.print(Text(f"{rule.name}（{rule.code}）", style="bold"))
    for heading, text in explained(rule):
        console.print(Text(f"\n{heading}", style="bold"))
        for line in wrapped(text, width, "  "):
            console.print(Text(line))
    ctx.exit()


def _list(ctx: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001 - as click calls it
    if asked:
        from yunguan.audit.rule_catalogue import every_rule  # noqa: PLC0415 - loads the rules

        say.table("检查规则", ("代码", "名称"), [(rule.code, rule.name) for rule in every_rule().values()])
        click.echo("说明一条规则：yunguan audit --explain 代码")
        ctx.exit()
