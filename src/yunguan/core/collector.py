"""Python's cyclic collector held back while very many values are made: nothing that it would visit is garbage yet."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_held_back() -> Iterator[None]:
    """Without it a quarter of a large import goes into visiting cells again, and most of unpacking a report."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
