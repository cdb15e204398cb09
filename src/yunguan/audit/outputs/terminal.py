"""What is said on the terminal of each file."""

from __future__ import annotations

from typing import TextIO

from yunguan.audit.output import Sink
from yunguan.audit.report import AuditReport
from yunguan.audit.waivers.waiver import short
from yunguan.audit.wording import OUTCOMES, SEVERITIES


class Terminal(Sink):
    """Writes for a person; `full` lists what holds as well."""

    def __init__(self, stream: TextIO, *, full: bool = False) -> None:
        self.stream = stream
        self.full = full

    def take(self, report: AuditReport) -> None:
        self._line(report.file)
        for finding in report.findings:
            self._line(f"  ［{SEVERITIES[finding.severity]}］{finding.message}")
            for place in finding.places:
                self._line(f"      {place.where}：“{place.quote}”")
            self._line(f"      编号 {short(finding)}")
        for each in report.waived:
            self._line(f"  ［已豁免］{each.finding.message}")
            self._line(f"      {each.waiver.said}")
        for notice in report.notices:
            self._line(f"  ［说明］{notice}")
        self._line(f"  已核对且成立的关系 {len(report.checked)} 处。")
        for duty in report.duties:
            self._line(f"  {duty.rule}：{OUTCOMES[duty.outcome]}")

    def _line(self, text: str) -> None:
        self.stream.write(f"{text}\n")
