"""Running the rules over two documents: what they find is added to the report on the audited one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from yunguan.audit.pairs.kinship import kin_of, misfit, self_of
from yunguan.audit.pairs.pair import Kin, Pair, PairRule
from yunguan.audit.profile import Profile
from yunguan.audit.report import AuditReport
from yunguan.audit.rule import Verdict, outcome_of
from yunguan.audit.rule_catalogue import pair_rules
from yunguan.audit.run import document_of, weighed
from yunguan.audit.unchecked import without
from yunguan.core.finding import Doubt, Duty, Finding, Outcome, Relation
from yunguan.core.reading import Reading


@dataclass(frozen=True)
class Beside:
    """A document that lies beside the audited one, by the name to print."""

    name: str
    reading: Reading


def against(report: AuditReport, others: Sequence[tuple[Kin, Beside]], profile: Profile) -> AuditReport:
    """The report with what does not hold, and what does, between its document and these."""
    if report.reading is None or not others:
        return report
    document = document_of(report.reading, profile)
    pairs = [
        Pair(document, *_names(report.file, each.name), document_of(each.reading, profile), kin=kin)
        for kin, each in others
        if not misfit(self_of(report.reading), self_of(each.reading), kin)
    ]
    said = {rule: _said(rule, pairs, profile) for rule in pair_rules() if any(rule.kin is kin for kin, _ in others)}
    verdicts = [verdict for each in said.values() for verdict in each]
    return replace(
        report,
        findings=(*report.findings, *(each for each in verdicts if isinstance(each, Finding))),
        checked=(*report.checked, *(each for each in verdicts if isinstance(each, Relation))),
        doubts=(*report.doubts, *(each for each in verdicts if isinstance(each, Doubt))),
        unchecked=without(report.unchecked, verdicts),
        duties=(*report.duties, *(_duty(rule, each, profile) for rule, each in said.items())),
        notices=(*report.notices, *_notices(report.reading, others)),
    )


def kin_among(report: AuditReport, others: Iterable[AuditReport]) -> list[tuple[Kin, Beside]]:
    """The reports among these whose documents belong to this one: of the same unit, and fitting in kind and year."""
    if report.reading is None:
        return []
    ours, found = self_of(report.reading), []
    for other in others:
        if other is report or other.reading is None:
            continue
        theirs = self_of(other.reading)
        kin = kin_of(ours, theirs) if ours.unit and ours.unit == theirs.unit else None
        if kin is not None:
            found.append((kin, Beside(other.file, other.reading)))
    return found


def _names(ours: str, theirs: str) -> tuple[str, str]:
    """The names of the files, with their folders only where the names are the same."""
    short = Path(ours).name, Path(theirs).name
    return (ours, theirs) if short[0] == short[1] else short


def _said(rule: PairRule, pairs: list[Pair], profile: Profile) -> tuple[Verdict, ...]:
    if profile.off(rule.code):
        return ()
    said = (verdict for pair in pairs if pair.kin is rule.kin for verdict in rule.verdicts(pair))
    return weighed(said, profile)


def _duty(rule: PairRule, verdicts: tuple[Verdict, ...], profile: Profile) -> Duty:
    left_out = profile.off(rule.code)
    return Duty(rule.code, Outcome.NOT_APPLICABLE if left_out else outcome_of(verdicts), left_out or "")


def _notices(reading: Reading, others: Sequence[tuple[Kin, Beside]]) -> Iterable[str]:
    ours = self_of(reading)
    for kin, each in others:
        theirs = self_of(each.reading)
        if why := misfit(ours, theirs, kin):
            yield f"没有与“{each.name}”对照：{why}，请核对是否给错了文件。"
        else:
            yield f"已与“{each.name}”对照（{kin.value}）。"
            if ours.unit and theirs.unit and ours.unit != theirs.unit:
                yield f"“{each.name}”写的单位是“{theirs.unit}”，本文件是“{ours.unit}”，请核对是否同一单位。"
