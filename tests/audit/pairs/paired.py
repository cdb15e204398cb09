"""Two documents for the tests, made from texts, and what a rule says of them together."""

from yunguan.audit.pairs.pair import Kin
from yunguan.audit.pairs.run import Beside, against
from yunguan.audit.profile import default_profile
from yunguan.audit.read import read_bytes
from yunguan.audit.report import AuditReport
from yunguan.audit.run import audit_reading
from yunguan.core.reading import Reading

DEPARTMENT = "{year}年度部门整体支出绩效自评报告\n单位名称：清河市测绘中心\n"
ACCOUNT = "清河市测绘中心{year}年度部门决算\n"


def read(name: str, text: str) -> Reading:
    return read_bytes(name, text.encode())


def paired(ours: str, theirs: str, kin: Kin) -> AuditReport:
    """The report on the first text beside the second."""
    report = audit_reading(read("本年.txt", ours))
    return against(report, [(kin, Beside("对照.txt", read("对照.txt", theirs)))], default_profile())


def said(rule: str, report: AuditReport) -> list[str]:
    """The severities of this rule's findings."""
    return [finding.severity.value for finding in report.findings if finding.rule == rule]


def held(rule: str, report: AuditReport) -> bool:
    """True where the rule checked a relation that holds."""
    return rule in {relation.rule for relation in report.checked}
