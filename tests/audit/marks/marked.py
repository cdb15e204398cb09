"""Marked copies for the tests."""

from collections.abc import Sequence
from datetime import UTC, datetime

from yunguan.audit.marks.marker import Marked, Original, markers
from yunguan.audit.marks.note import Note
from yunguan.audit.read import read_bytes
from yunguan.core.finding import Severity

NOW = datetime(2026, 11, 28, 9, 30, tzinfo=UTC)


def note(where: str, quote: str, *lines: str, severity: Severity = Severity.ERROR) -> Note:
    return Note(1, where, where, quote, severity, lines or ("【矛盾】不能同时成立。",))


def marked(name: str, data: bytes, notes: Sequence[Note]) -> Marked:
    reading = read_bytes(name, data)
    return markers().get(reading.kind).mark(Original(name, data, reading), notes, NOW)
