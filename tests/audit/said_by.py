"""What one rule says of a text."""

from tests.audit.reading_of import audited


def said_by(rule: str, text: str) -> list[str]:
    """The severities of this rule's findings."""
    return [finding.severity.value for finding in audited(text).findings if finding.rule == rule]


def held_by(rule: str, text: str) -> bool:
    """True where the rule checked a relation that holds."""
    return rule in {relation.rule for relation in audited(text).checked}
