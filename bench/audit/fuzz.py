"""Damages files and texts by chance until a reader or the parsers break: `python -m bench.audit.fuzz --seconds 60`.

A reader may refuse a file (Unreadable); anything else that it raises, and more than three seconds of processor time,
is a find: it is printed with its seed and written to build/fuzz. The same seed damages in the same way.
"""

from __future__ import annotations

import argparse
import random
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from bench.audit.speed import FOLDER, prepare
from yunguan.audit import numerals
from yunguan.audit.quantities import scan
from yunguan.audit.read import read_bytes
from yunguan.audit.reader import Unreadable
from yunguan.audit.run import audit_reading

OUT = Path("build/fuzz")
READERS = ("txt", "docx", "pdf")
MOST_SECONDS = 3
_TELLING = (
    "0123456789０９.．,，、；：（）()“”%％万亿元年月日人次第一二十百约近余其中合计占比增长\t|/=+-— \n\0\u202e\u200b"
)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--reader", choices=(*READERS, "numbers"), default="txt")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    tried, finds = fuzz(given.reader, given.seconds, given.seed)
    print(f"{given.reader}: {tried} tried, {finds} found")
    raise SystemExit(1 if finds else 0)


def fuzz(reader: str, seconds: float, seed: int) -> tuple[int, int]:
    """How many damaged inputs were tried and how many of them broke something."""
    samples = [] if reader == "numbers" else _samples(reader)
    until, tried, finds = time.monotonic() + seconds, 0, 0
    while time.monotonic() < until:
        dice = random.Random(seed + tried)  # noqa: S311 - chance that can be repeated
        if samples:
            data = damaged(dice.choice(samples), dice)
            why = broken(lambda data=data: _read(f"a.{reader}", data))  # type: ignore[misc]
        else:
            text = spoken(dice)
            data, why = text.encode("utf-8", "replace"), broken(lambda text=text: _parse(text))  # type: ignore[misc]
        if why:
            finds += 1
            OUT.mkdir(parents=True, exist_ok=True)
            (OUT / f"{reader}-{seed + tried}").write_bytes(data)
            print(f"seed {seed + tried}: {why}")
        tried += 1
    return tried, finds


def damaged(data: bytes, dice: random.Random) -> bytes:
    """The bytes with up to eight of them changed, cut out, repeated or put elsewhere."""
    changed = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(changed) or 1)
        length = dice.choice((1, 1, 2, 16, 300))
        piece = changed[at : at + length]
        way = dice.randrange(4)
        if way == 0:
            changed[at : at + length] = dice.randbytes(len(piece))
        elif way == 1:
            del changed[at : at + length]
        elif way == 2:  # noqa: PLR2004 - the third of four ways
            changed[at:at] = piece * dice.choice((1, 2, 50))
        else:
            there = dice.randrange(len(changed) or 1)
            changed[there:there] = piece
    return bytes(changed)


def spoken(dice: random.Random) -> str:
    """A text of the characters that the number parser looks at."""
    return "".join(dice.choice(_TELLING) * dice.choice((1, 1, 1, 2, 40)) for _ in range(dice.randint(1, 80)))


def broken(work: Callable[[], object]) -> str:
    """Why this breaks the rules of the house, "" where it does not."""
    begun = time.process_time()
    try:
        work()
    except Unreadable:
        pass
    except Exception:  # noqa: BLE001 - any of them is a find
        return traceback.format_exc(limit=-2)
    taken = time.process_time() - begun
    return f"{taken:.1f} s" if taken > MOST_SECONDS else ""


def _samples(reader: str) -> list[bytes]:
    prepare((reader,))
    return [path.read_bytes() for path in sorted((FOLDER / reader).glob(f"*.{reader}"))[:8]]


def _read(name: str, data: bytes) -> object:
    return audit_reading(read_bytes(name, data))


def _parse(text: str) -> object:
    numerals.value(text[:9])
    for quantity in scan(text):
        assert quantity.low <= quantity.value <= quantity.high
    return _read("a.txt", text.encode("utf-8", "replace"))


if __name__ == "__main__":
    main()
