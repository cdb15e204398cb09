"""What a waiver is: one finding let stand, by whom, when and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from yunguan.core.finding import Finding

SHORT = 12


def short(finding: Finding) -> str:
    """The beginning of its fingerprint, by which a person names the finding."""
    return finding.fingerprint[:SHORT]


@dataclass(frozen=True)
class Waiver:
    """The fingerprint of a finding, with the rule and the message as a reminder, and who let it stand, when and why."""

    fingerprint: str
    rule: str
    message: str
    reason: str
    by: str
    on: date

    @property
    def said(self) -> str:
        return f"{self.by}于{self.on.isoformat()}豁免：{self.reason}"

    def as_json(self) -> dict[str, str]:
        return {
            "fingerprint": self.fingerprint,
            "rule": self.rule,
            "message": self.message,
            "reason": self.reason,
            "by": self.by,
            "on": self.on.isoformat(),
        }


def waiver_of(finding: Finding, *, reason: str, by: str, on: date) -> Waiver:
    """The waiver of this finding."""
    return Waiver(finding.fingerprint, finding.rule, finding.message, reason, by, on)


@dataclass(frozen=True)
class Waived:
    """A finding with the waiver that lets it stand."""

    finding: Finding
    waiver: Waiver

    def as_json(self) -> dict[str, Any]:
        return {"finding": self.finding.as_json(), "waiver": self.waiver.as_json()}
