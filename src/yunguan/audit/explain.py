"""What a reviewer is told of a rule: its explanation under Chinese headings, with what it says of its own example."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.audit.pairs.pair import PairRule
from yunguan.audit.pairs.run import Beside, against
from yunguan.audit.profile import default_profile
from yunguan.audit.read import read_bytes
from yunguan.audit.report import AuditReport
from yunguan.audit.rule_catalogue import AnyRule
from yunguan.audit.run import audit_reading
from yunguan.audit.wording import SEVERITIES


def explained(rule: AnyRule) -> Iterator[tuple[str, str]]:
    """Headings with their texts, in the order in which they are read."""
    said = rule.explanation
    found = [each for each in example_report(rule, said.caught).findings if each.rule == rule.code]
    yield "原理", said.why
    yield "核对什么", said.compares
    yield "什么时候不核对", said.silent
    if isinstance(rule, PairRule):
        yield f"例子中的{rule.kin.value}", said.beside
    yield "查得出的例子", said.caught
    yield "查出后这样说", "\n".join(f"［{SEVERITIES[each.severity]}］{each.message}" for each in found)
    yield "通得过的例子", said.passed
    yield "怎么办", said.remedy


def example_report(rule: AnyRule, text: str) -> AuditReport:
    """The audit of an example text, beside the other document where the rule is over two."""
    report = audit_reading(read_bytes("例子.txt", text.encode()))
    if not isinstance(rule, PairRule):
        return report
    beside = read_bytes(f"{rule.kin.value}.txt", rule.explanation.beside.encode())
    return against(report, [(rule.kin, Beside(beside.file, beside))], default_profile())
