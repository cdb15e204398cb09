"""How commands speak: JSON on standard output, progress and summaries on standard error or as tables."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

Step = Callable[[str, int, int], None]


def as_json(document: Any) -> None:
    """Print one JSON document and nothing else."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=1))


def table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table for a person."""
    shown = Table(title=title, title_justify="left")
    for head in heads:
        shown.add_column(head, overflow="fold")
    for row in rows:
        shown.add_row(*row)
    Console().print(shown)


@contextmanager
def progress() -> Iterator[Step]:
    """A bar on standard error when it is a terminal; silence otherwise."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}/{task.total}"))
    with Progress(*columns, TimeElapsedColumn(), console=console, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("准备", total=1)

        def step(words: str, done: int, total: int) -> None:
            bar.update(task, description=words, completed=done, total=max(total, 1))

        yield step
