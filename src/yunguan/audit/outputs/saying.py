"""Sentences that several outputs say of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from yunguan.audit.ledger import Entry
from yunguan.audit.report import AuditReport
from yunguan.audit.wording import OUTCOMES, SEVERITIES
from yunguan.core.finding import Finding, Outcome

_TELLING: Final = (Outcome.FAIL, Outcome.AMBIGUOUS, Outcome.UNREAD, Outcome.PASS, Outcome.NOT_APPLICABLE)


def read_as(report: AuditReport) -> str:
    """What was read: the format and how much there was of it."""
    reading = report.reading
    if reading is None:
        return ""
    tables = f"、{len(reading.tables)}张表" if reading.tables else ""
    return f"读作 {reading.kind}，{len(reading.blocks)}段{tables}、{reading.characters}字。"


def verdict(report: AuditReport) -> str:
    """The result in one sentence."""
    if report.reading is None:
        return "文件没有读出来。"
    counts = Counter(finding.severity for finding in report.findings)
    told = [f"{name}{counts[severity]}处" for severity, name in SEVERITIES.items() if counts[severity]]
    unread = "；有没有读到的部分" if report.reading.unread else ""
    return f"查出{'、'.join(told)}{unread}。" if told else f"没有查出问题{unread}。"


def counted(entries: Sequence[Entry]) -> str:
    """How many duties ended how."""
    counts = Counter(entry.outcome for entry in entries)
    return "，".join(f"{name} {counts[outcome]} 条" for outcome, name in OUTCOMES.items() if counts[outcome])


def ordered(entries: Iterable[Entry]) -> list[Entry]:
    """What failed or stayed open first, what did not apply last."""
    return sorted(entries, key=lambda entry: _TELLING.index(entry.outcome))


def settled(report: AuditReport, *, listed: bool) -> str:
    """How many relations hold."""
    return f"核对成立的关系 {len(report.checked)} 处{'：' if listed and report.checked else '。'}"


def graded(findings: Iterable[Finding]) -> list[Finding]:
    """The gravest first, else in their order."""
    return sorted(findings, key=lambda finding: -finding.severity.gravity)


def measured(finding: Finding) -> str:
    """What is due, what is written and by how much they differ, "" where no numbers were compared."""
    parts = (("应为 ", finding.expected), ("写为 ", finding.stated), ("相差 ", finding.difference))
    return "，".join(f"{name}{value}" for name, value in parts if value)
