"""What an audit of one file found: findings, what holds, what stayed open, and how each duty ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yunguan.audit.ledger import Entry, ledger, said_of_document
from yunguan.audit.unchecked import Unchecked
from yunguan.audit.waivers.waiver import Waived
from yunguan.core.finding import Doubt, Duty, Finding, Relation
from yunguan.core.reading import Reading


@dataclass(frozen=True)
class AuditReport:
    """What an audit of one file found; `reading` is None where the file could not be read.

    `unchecked` are the numbers that no verdict took in, `waived` the findings that a reviewer let stand; `notices`
    is what is to be said of the run itself.
    """

    file: str
    reading: Reading | None
    findings: tuple[Finding, ...]
    checked: tuple[Relation, ...]
    doubts: tuple[Doubt, ...]
    duties: tuple[Duty, ...]
    unchecked: tuple[Unchecked, ...] = ()
    waived: tuple[Waived, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def clean(self) -> bool:
        """True where all of the file was read and nothing is held against it but hints."""
        read = self.reading is not None and not self.reading.unread
        return read and all(finding.is_hint for finding in self.findings)

    @property
    def ledger(self) -> tuple[Entry, ...]:
        """How each duty ended, in sentences."""
        return ledger(self)

    def as_json(self) -> dict[str, Any]:
        said: dict[str, Any] = {
            "file": self.file,
            "reading": _reading_json(self.reading),
            "findings": [finding.as_json() for finding in self.findings],
            "checked": [relation.as_json() for relation in self.checked],
            "duties": [duty.as_json() for duty in self.duties],
            "ledger": {
                "document": said_of_document(self),
                "unread": list(self.reading.unread) if self.reading is not None else [],
                "rules": [entry.as_json() for entry in self.ledger],
            },
            "unchecked": [each.as_json() for each in self.unchecked],
        }
        if self.waived:
            said["waived"] = [each.as_json() for each in self.waived]
        if self.notices:
            said["notices"] = list(self.notices)
        return said


def _reading_json(reading: Reading | None) -> dict[str, Any]:
    if reading is None:
        return {"kind": "unread", "blocks": 0, "tables": 0, "characters": 0}
    return {
        "kind": reading.kind,
        "blocks": len(reading.blocks),
        "tables": len(reading.tables),
        "characters": reading.characters,
    }
