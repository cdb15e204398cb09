"""What every module keeps to: a sentence at its head, a size that can be read, no look at the clock."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, called_names, is_migration, modules, stage_of

MOST_LINES = 300
# A file over the limit, with the reason why it may be.
LONG_FILES: dict[str, str] = {}

# What the clock says comes in as an argument; only where people or the shell come in may it be asked.
EDGES = {"cli", "web"}
CLOCKS = (
    "date.today",
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "timezone.now",
    "timezone.localdate",
    "timezone.localtime",
    "time.time",
)


def looks_at_the_clock(source: str) -> Iterator[str]:
    """Each call that asks what time it is."""
    for line, name in called_names(source):
        if any(name == clock or name.endswith(f".{clock}") for clock in CLOCKS):
            yield f"line {line}: {name}()"


def rolls_unseeded_dice(source: str) -> Iterator[str]:
    """Each call of the random module's shared, unseeded generator, and each generator made without a seed."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            unseeded = name in {"random.Random", "Random"} and not node.args
            shared = name.startswith("random.") and name not in {"random.Random", "random.SystemRandom"}
            if unseeded or shared:
                yield f"line {node.lineno}: {name}()"


def name_of(path: Path) -> str:
    """The file's place inside the package."""
    return path.relative_to(PACKAGE).as_posix()


def test_every_module_opens_with_a_sentence() -> None:
    silent = [
        name_of(path)
        for path in modules()
        if not is_migration(path) and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_no_module_is_too_long_to_be_read() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    written = {name_of(path) for path in modules() if not is_migration(path)}
    long = {name: lengths[name] for name in written if lengths[name] > MOST_LINES}
    assert long.keys() == LONG_FILES.keys(), long


def test_nothing_but_the_edges_looks_at_the_clock() -> None:
    found = {
        name_of(path): list(looks_at_the_clock(path.read_text(encoding="utf-8")))
        for path in modules()
        if stage_of(path) not in EDGES
    }
    assert {name: calls for name, calls in found.items() if calls} == {}


def test_nothing_rolls_dice_without_a_seed() -> None:
    found = {name_of(path): list(rolls_unseeded_dice(path.read_text(encoding="utf-8"))) for path in modules()}
    assert {name: calls for name, calls in found.items() if calls} == {}


@pytest.mark.parametrize("call", ["date.today()", "datetime.datetime.now(tz)", "timezone.now()", "time.time()"])
def test_a_look_at_the_clock_is_seen(call: str) -> None:
    assert list(looks_at_the_clock(f"def due(): return {call}")) == [f"line 1: {call.split('(', maxsplit=1)[0]}()"]


def test_handing_the_clock_over_is_not_a_look_at_it() -> None:
    assert list(looks_at_the_clock("field(default=timezone.now)")) == []


@pytest.mark.parametrize("call", ["random.choice(names)", "random.Random()", "Random()"])
def test_unseeded_dice_are_seen(call: str) -> None:
    assert list(rolls_unseeded_dice(call)) != []


def test_seeded_dice_are_allowed() -> None:
    assert list(rolls_unseeded_dice("dice = random.Random(2023)\ndice.choice(names)")) == []
