"""What one check says of a dossier, in short words for a test."""

from __future__ import annotations

from yunguan.evaluation.gate.check import checks
from yunguan.evaluation.gate.dossier import Dossier


def said(code: str, dossier: Dossier) -> list[str]:
    """The severities of what a check objects to."""
    return [each.severity.value for each in checks().get(code).objections(dossier)]


def told(code: str, dossier: Dossier) -> str:
    """Its messages in one text."""
    return "\n".join(each.message for each in checks().get(code).objections(dossier))
