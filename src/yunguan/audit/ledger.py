"""The ledger of duties: how each rule ended on one document, told in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yunguan.audit.identity import DocumentKind, identity_of
from yunguan.audit.rule_catalogue import every_rule
from yunguan.core.finding import Doubt, Duty, Outcome

if TYPE_CHECKING:
    from yunguan.audit.report import AuditReport

READABLE = "读取文件"


@dataclass(frozen=True)
class Entry:
    """One duty: the rule by code and name, how it ended, a sentence that says so, and the doubts left open."""

    rule: str
    name: str
    outcome: Outcome
    sentence: str
    doubts: tuple[Doubt, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "rule": self.rule,
            "name": self.name,
            "outcome": self.outcome.value,
            "sentence": self.sentence,
            "doubts": [doubt.as_json() for doubt in self.doubts],
        }


def ledger(report: AuditReport) -> tuple[Entry, ...]:
    """The duties of the report in their order."""
    return tuple(_entry(report, duty) for duty in report.duties)


def name_of(rule: str) -> str:
    """The Chinese name of a rule; reading the file is a duty too."""
    known = every_rule()
    return known[rule].name if rule in known else READABLE


def said_of_document(report: AuditReport) -> str:
    """Which kind of document it was taken for, or plainly that it was not known."""
    if report.reading is None:
        return "文件没有读出来，一项也没有核对。"
    identity = identity_of(report.reading)
    if identity.kind is DocumentKind.UNKNOWN:
        return "未识别这类文件，只做了通用核对。"
    year = f"，{identity.year}年度" if identity.year is not None else ""
    return f"按“{identity.kind.value}”核对{year}。"


def _entry(report: AuditReport, duty: Duty) -> Entry:
    doubts = tuple(doubt for doubt in report.doubts if doubt.rule == duty.rule)
    sentence = duty.reason or _sentence(report, duty, len(doubts))
    return Entry(duty.rule, name_of(duty.rule), duty.outcome, sentence, doubts)


def _sentence(report: AuditReport, duty: Duty, doubts: int) -> str:
    if duty.outcome is Outcome.NOT_APPLICABLE:
        return "文中没有遇到这条规则要核对的内容。"
    if duty.outcome is Outcome.UNREAD:
        return "文件没有读出来，没有核对。"
    return "，".join(_counts(report, duty.rule, doubts)) + "。"


def _counts(report: AuditReport, rule: str, doubts: int) -> Iterator[str]:
    held = sum(relation.rule == rule for relation in report.checked)
    found = [finding for finding in report.findings if finding.rule == rule]
    hints = sum(finding.is_hint for finding in found)
    waived = sum(each.finding.rule == rule for each in report.waived)
    counts = (
        (held, f"{held}处核对成立"),
        (len(found) - hints, f"查出{len(found) - hints}处问题"),
        (hints, f"{hints}处提示"),
        (waived, f"{waived}处已豁免"),
        (doubts, f"{doubts}处无法判定"),
    )
    told = [words for count, words in counts if count]
    yield from told or ["查出的问题已并入其他规则"]
