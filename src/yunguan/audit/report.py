"""What an audit of one file found: findings, what holds, what stayed open, and how each duty ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yunguan.audit.waivers.waiver import Waived
from yunguan.core.finding import Doubt, Duty, Finding, Relation, Severity
from yunguan.core.reading import Reading


@dataclass(frozen=True)
class AuditReport:
    """What an audit of one file found; `reading` is None where the file could not be read.

    `waived` are the findings that a reviewer let stand; `notices` what is to be said of the run itself.
    """

    file: str
    reading: Reading | None
    findings: tuple[Finding, ...]
    checked: tuple[Relation, ...]
    doubts: tuple[Doubt, ...]
    duties: tuple[Duty, ...]
    waived: tuple[Waived, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def clean(self) -> bool:
        """True where the file was read and nothing is held against it but hints."""
        return self.reading is not None and all(finding.severity is Severity.HINT for finding in self.findings)

    def as_json(self) -> dict[str, Any]:
        said: dict[str, Any] = {
            "file": self.file,
            "reading": _reading_json(self.reading),
            "findings": [finding.as_json() for finding in self.findings],
            "checked": [relation.as_json() for relation in self.checked],
            "duties": [duty.as_json() for duty in self.duties],
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
