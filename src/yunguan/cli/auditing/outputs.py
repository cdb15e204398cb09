"""The options of the outputs, and the sinks that they open."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from yunguan.audit.output import Sink, outputs
from yunguan.audit.outputs.plain_json import PlainJson
from yunguan.audit.outputs.terminal import Terminal

F = TypeVar("F", bound=Callable[..., Any])


def output_options(command: F) -> F:
    """Give the command `--json`, `--all` and an option for each written output."""
    for output in reversed(tuple(outputs())):
        kind = click.Path(path_type=Path, file_okay=not output.folder, dir_okay=output.folder)
        option = click.option(
            f"--{output.name}", type=kind, metavar="目录" if output.folder else "文件", help=output.help
        )
        command = option(command)
    command = click.option("--all", "all_", is_flag=True, help="连同成立的关系、没有核对的数一并列出。")(command)
    return click.option("--json", "json_", is_flag=True, help="只输出一份 JSON。")(command)


def sinks(given: dict[str, Any], files: Sequence[Path]) -> Iterator[Sink]:
    """The sinks that these options ask for: one that speaks, then those that write."""
    yield PlainJson(sys.stdout) if given["json_"] else Terminal(sys.stdout, full=given["all_"])
    for output in outputs():
        path = given[output.name]
        if path is not None:
            _spare(path, files)
            yield output.open(path)


def _spare(path: Path, files: Sequence[Path]) -> None:
    """Refuse to write over a file that is to be audited."""
    if any(path.resolve() == file.resolve() for file in files):
        raise click.UsageError(f"“{path}”是要检查的文件，不能把结果写到它上面，请换一个文件名")
