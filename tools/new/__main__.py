"""Command line: ``python -m tools.new register ID SECTION TITLE``."""

from __future__ import annotations

import sys

from tools.new.register import ROOT, Wish, Wrong, begin

WORDS = 5


def main() -> int:
    """Write the files, tell which, and what to do next."""
    if len(sys.argv) != WORDS or sys.argv[1] != "register":
        print("usage: make new register NAME=drill SECTION=safety TITLE=应急演练台账", file=sys.stderr)
        return 2
    try:
        written = begin(Wish(*sys.argv[2:]), ROOT)
    except Wrong as answer:
        print(answer, file=sys.stderr)
        return 2
    for path in written:
        print(path.relative_to(ROOT))
    print(f"then: yunguan manage makemigrations {sys.argv[3]} && make docs && make check")
    return 0


if __name__ == "__main__":
    sys.exit(main())
