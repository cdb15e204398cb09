"""Reports for the tests, made from a text."""

from yunguan.audit.read import read_bytes
from yunguan.audit.report import AuditReport
from yunguan.audit.run import audit_reading


def audited(text: str) -> AuditReport:
    """The audit of this text, as if it stood in a file."""
    return audit_reading(read_bytes("report.txt", text.encode()))


def severities(report: AuditReport) -> list[str]:
    return [finding.severity.value for finding in report.findings]
