"""Running the auditor: a file becomes a reading, facts, verdicts, and a report of what was found and what holds."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from yunguan.audit.facts import Fact, facts_of
from yunguan.audit.fold import folded
from yunguan.audit.identity import DocumentKind
from yunguan.audit.profile import Profile, check, default_profile
from yunguan.audit.profile import profile as profile_of
from yunguan.audit.read import read
from yunguan.audit.reader import Unreadable
from yunguan.audit.report import AuditReport
from yunguan.audit.rule import Document, Rule, Verdict
from yunguan.audit.rule_catalogue import every_rule, rules, settings
from yunguan.audit.tables.parse import sheets_of
from yunguan.audit.unchecked import unchecked
from yunguan.core.finding import Contradiction, Doubt, Duty, Finding, Outcome, Place, Relation
from yunguan.core.reading import Reading

T = TypeVar("T")

_UNREAD = "readable"


def audit(path: Path | str, profile: Profile | None = None) -> AuditReport:
    """Audit a file. A file that cannot be read ends with every duty unread and one error that says why."""
    try:
        return audit_reading(read(Path(path)), str(path), profile)
    except Unreadable as refusal:
        return refused(str(path), str(refusal))


def audit_reading(reading: Reading, file: str | None = None, profile: Profile | None = None) -> AuditReport:
    """Audit a document that was already read; `file` is the name to print, else the reading's own."""
    chosen = profile or default_profile()
    document = document_of(reading, chosen)
    said = {rule: _verdicts(rule, document, chosen) for rule in rules()}
    verdicts = [verdict for each in said.values() for verdict in each]
    return AuditReport(
        file=file or reading.file,
        reading=reading,
        findings=folded(_of(Finding, verdicts)),
        checked=_of(Relation, verdicts),
        doubts=_of(Doubt, verdicts),
        duties=tuple(_duty(rule, each, document, chosen) for rule, each in said.items()),
        unchecked=unchecked((*document.facts, *(fact for sheet in document.sheets for fact in sheet.facts)), verdicts),
    )


def document_of(reading: Reading, profile: Profile) -> Document:
    """The document that rules see, with the settings of this profile."""
    return Document(reading, tuple(facts_of(reading)), tuple(sheets_of(reading)), profile.settings)


def profile_named(name: str) -> Profile:
    """The profile of this name, title or file, its rules and settings known to exist; raises ProfileError."""
    found = profile_of(name)
    check(found, every_rule(), settings().entries)
    return found


def _verdicts(rule: Rule, document: Document, profile: Profile) -> tuple[Verdict, ...]:
    if profile.off(rule.code):
        return ()
    return weighed(rule.verdicts(document), profile)


def weighed(verdicts: Iterable[Verdict], profile: Profile) -> tuple[Verdict, ...]:
    """The verdicts, findings among them as grave as the profile wants them."""
    return tuple(profile.weighed(each) if isinstance(each, Finding) else each for each in verdicts)


def _duty(rule: Rule, verdicts: tuple[Verdict, ...], document: Document, profile: Profile) -> Duty:
    left_out = profile.off(rule.code)
    if left_out:
        return Duty(rule.code, Outcome.NOT_APPLICABLE, left_out)
    duty = rule.duty(verdicts)
    if document.reading.unread:
        return _in_part(duty)
    if duty.outcome is not Outcome.NOT_APPLICABLE:
        return duty
    if rule.reads_all:
        return Duty(rule.code, Outcome.PASS, "通读全文，没有发现这类问题。")
    if rule.of_known_kinds and document.identity.kind is DocumentKind.UNKNOWN:
        return Duty(rule.code, Outcome.NOT_APPLICABLE, "未识别这类文件，没有可以对照的提纲和年度。")
    return duty


def _in_part(duty: Duty) -> Duty:
    """A duty on a file that was read in part: what may stand in the rest is unread, whatever holds elsewhere."""
    if duty.outcome is Outcome.PASS:
        return Duty(duty.rule, Outcome.UNREAD, "读到的部分里核对过的都成立，没有读到的部分没有核对。")
    if duty.outcome is Outcome.NOT_APPLICABLE:
        return Duty(duty.rule, Outcome.UNREAD, "文件有没有读到的部分，读到的部分里没有遇到要核对的内容。")
    return duty


def facts(path: Path | str) -> tuple[Fact, ...]:
    """Every quantity that a file states; raises Unreadable."""
    reading = read(Path(path))
    order = {id(block): index for index, block in enumerate(reading.blocks)}
    found = [*facts_of(reading), *(fact for sheet in sheets_of(reading) for fact in sheet.facts)]
    return tuple(sorted(found, key=lambda fact: (order[id(fact.block)], fact.quantity.start)))


def _of(kind: type[T], verdicts: list[Verdict]) -> tuple[T, ...]:
    return tuple(verdict for verdict in verdicts if isinstance(verdict, kind))


def refused(file: str, reason: str) -> AuditReport:
    """The report of a file that could not be read: every duty unread, and one error that says why."""
    refusal = Contradiction(rule=_UNREAD, message=reason, places=(Place(file, ""),))
    duties = tuple(Duty(rule.code, Outcome.UNREAD) for rule in rules())
    return AuditReport(file, None, (refusal,), (), (), (Duty(_UNREAD, Outcome.UNREAD), *duties))
