"""Looks for patterns of the auditor that take for ever on some text: `python -m bench.audit.patterns --trials 5000`.

Where two ways lead through a repeated group, each repetition doubles the ways to fail: 决算数 is also 决算, 数. Every
pattern is held against its own words, repeated more and more often behind a beginning of its own; one that takes longer
than a fiftieth of a second over a line of some eighty characters is told.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import random
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass

import yunguan.audit

REPEATS = (6, 10, 14, 18, 22)
LONGEST_SECONDS = 0.02
_DEEPEST = 4
_MOST_WORDS = 24
_MARKS = ("1", " ", "，", "（", "“", ".", "的")
_ENDS = ("！", "", "丁", "。")
_ESCAPED = re.compile(r"\\u[0-9a-f]{4}|\\[a-zA-Z]")
_REPEATED = re.compile(r"[*+]|\{\d")
_WORD = re.compile(r"[\u4e00-\u9fff0-9A-Za-z]+")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trials", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    told = list(slow(given.trials, given.seed))
    for name, text in told:
        print(f"{name}: {text[:40]}")
    print(f"{len(told)} of {len(patterns())} patterns are slow")
    raise SystemExit(1 if told else 0)


def slow(trials: int, seed: int) -> Iterator[tuple[str, str]]:
    """The slow patterns, each by module and name, with a text that shows it."""
    for name, pattern in patterns().items():
        if _REPEATED.search(pattern.pattern):
            found = _slow_text(pattern, trials, random.Random(seed))  # noqa: S311 - chance, no secret
            if found:
                yield name, found


def patterns() -> dict[str, re.Pattern[str]]:
    """The compiled patterns of all modules, also those that tuples and declared things hold."""
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(yunguan.audit.__path__, "yunguan.audit."):
        for name, held in vars(importlib.import_module(module.name)).items():
            for index, pattern in enumerate(_held(held, 0)):
                found.setdefault(f"{module.name}.{name}[{index}]", pattern)
    return found


def _held(value: object, depth: int) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif depth < _DEEPEST and not isinstance(value, type):
        inner: Sequence[object] = ()
        if isinstance(value, tuple | list | set | frozenset):
            inner = list(value)
        elif isinstance(value, dict):
            inner = list(value.values())
        elif is_dataclass(value):
            inner = [getattr(value, field.name, None) for field in fields(value)]
        for each in inner:
            yield from _held(each, depth + 1)


def _slow_text(pattern: re.Pattern[str], trials: int, dice: random.Random) -> str:
    words = _words(pattern, dice)
    for _ in range(trials):
        opening, one, other = dice.choice([*words, *[""] * 5]), dice.choice(words), dice.choice([*words, *[""] * 8])
        end = dice.choice(_ENDS)
        for repeats in REPEATS:
            text = opening + (one + other) * repeats + end
            begun = time.process_time()
            pattern.search(text)
            if time.process_time() - begun > LONGEST_SECONDS:
                return text
    return ""


def _words(pattern: re.Pattern[str], dice: random.Random) -> list[str]:
    """The words of a pattern, also without and as their last character, and marks."""
    whole = _WORD.findall(_ESCAPED.sub(" ", pattern.pattern))
    words = sorted({*whole, *(word[:-1] for word in whole), *(word[-1] for word in whole)} - {""})
    return [*(words if len(words) <= _MOST_WORDS else dice.sample(words, _MOST_WORDS)), *_MARKS]


if __name__ == "__main__":
    main()
