"""What is said on the terminal of each file: the findings with both quotes, the ledger, what nothing checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Final, TextIO

from rich.console import Console
from rich.text import Text

from yunguan.audit.ledger import Entry, name_of, said_of_document
from yunguan.audit.output import Sink
from yunguan.audit.outputs.saying import counted, graded, measured, ordered, read_as, settled
from yunguan.audit.outputs.wrapping import wrapped
from yunguan.audit.report import AuditReport
from yunguan.audit.waivers.waiver import short
from yunguan.audit.wording import OUTCOMES, SEVERITIES
from yunguan.core.finding import ABOVE, Finding, Outcome, Place, Severity

_STYLES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.HINT: "cyan"}
_FOUND, _PARTLY, _NOT_READ, _CLEAN = "有问题", "没有读全", "没有读出来", "没有查出问题"
_RESULTS: Final = (_FOUND, _PARTLY, _NOT_READ, _CLEAN)
_MOST_PLACES: Final = 6
_LONGEST_QUOTE: Final = 120
_LONGEST_TITLE: Final = 18


class Terminal(Sink):
    """Writes for a person; `full` lists what holds and what nothing checked as well.

    Lines are cut to the width of a terminal; a pipe gets them whole.
    """

    def __init__(self, stream: TextIO, *, full: bool = False) -> None:
        self.console = Console(file=stream, highlight=False, soft_wrap=True)
        self.width = self.console.width if self.console.is_terminal else None
        self.full = full
        self.results: list[str] = []

    def take(self, report: AuditReport) -> None:
        self._line(report.file, style="bold")
        self._line(f"{read_as(report)}{said_of_document(report)}", "  ")
        for part in report.reading.unread if report.reading is not None else ():
            self._line(part, "    ", "  未读：", "magenta")
        for notice in report.notices:
            self._line(notice, "    ", "  说明：")
        for number, finding in enumerate(graded(report.findings), start=1):
            self._finding(number, finding)
        for each in report.waived:
            self._line(f"{each.finding.message}{each.waiver.said}。", "    ", "\n  已豁免：")
        self._ledger(report)
        self._held(report)
        self._unchecked(report)
        self._line("")
        self.results.append(_result(report))

    def finish(self) -> Iterable[Path]:
        """One sentence on all files, where there were several."""
        if len(self.results) > 1:
            counts = Counter(self.results)
            told = "，".join(f"{counts[result]} 份{result}" for result in _RESULTS if counts[result])
            self._line(f"共检查 {len(self.results)} 份文件：{told}。", style="bold")
        return ()

    def _finding(self, number: int, finding: Finding) -> None:
        head = f"{number}. ［{SEVERITIES[finding.severity]}］{name_of(finding.rule)}（{finding.rule}）"
        self._line(head, "     ", "\n  ", _STYLES[finding.severity])
        self._line(finding.message, "     ")
        self._places(finding.places)
        if finding.operands:
            self._line("；".join(map(str, finding.operands[: _MOST_PLACES * 2])), "       ", "     参与核对：")
        if measured(finding):
            self._line(measured(finding), "     ")
        self._line(f"编号 {short(finding)}", "     ", style="dim")

    def _places(self, places: Iterable[Place]) -> None:
        every = tuple(places)
        shown = every if self.full else every[:_MOST_PLACES]
        for place in shown:
            self._line(_told(place), "       ", "     · ")
        if len(shown) < len(every):
            self._line(f"另有 {len(every) - len(shown)} 处，用 --all 列出。", "     · ")

    def _ledger(self, report: AuditReport) -> None:
        entries = ordered(report.ledger)
        self._line(f"核对情况：{counted(entries)}。", "    ", "\n  ", "bold")
        for outcome, group in groupby(entries, key=lambda entry: entry.outcome):
            self._outcome(outcome, list(group))

    def _outcome(self, outcome: Outcome, entries: list[Entry]) -> None:
        if outcome is Outcome.NOT_APPLICABLE and not self.full:
            self._line(
                f"{len(entries)} 条规则没有遇到要核对的内容，用 --all 列出。", "    ", f"  {OUTCOMES[outcome]}："
            )
            return
        if outcome in {Outcome.PASS, Outcome.UNREAD} and not self.full:
            names = "、".join(entry.name for entry in entries)
            self._line(names, "    ", f"  {OUTCOMES[outcome]}：")
            return
        for entry in entries:
            self._line(f"{entry.name}：{entry.sentence}", "    ", f"  {OUTCOMES[outcome]}：")
            for doubt in entry.doubts if self.full or outcome is Outcome.AMBIGUOUS else ():
                where = f"{doubt.places[0].own}：" if doubt.places else ""
                self._line(f"{where}{doubt.message}", "      ", "    · ")

    def _held(self, report: AuditReport) -> None:
        self._line(settled(report, listed=self.full), "    ", "  ")
        for relation in report.checked if self.full else ():
            numbers = "；".join(map(str, relation.operands))
            where = relation.places[0].own if relation.places else ""
            quote = "" if numbers or not relation.places else f"“{_short(relation.places[0].quote)}”"
            self._line(f"{name_of(relation.rule)}：{numbers}{quote}（{where}）", "      ", "    · ")

    def _unchecked(self, report: AuditReport) -> None:
        if report.reading is None:
            return
        more = "：" if self.full and report.unchecked else "，用 --all 列出。" if report.unchecked else "。"
        self._line(f"没有规则核对到的数 {len(report.unchecked)} 个{more}", "    ", "  ")
        for each in report.unchecked if self.full else ():
            self._line(f"{each.text}　{_told(each.place)}", "      ", "    · ")

    def _line(self, text: str, indent: str = "", first: str | None = None, style: str = "") -> None:
        for line in self._lines(text, indent, first):
            self.console.print(Text(line, style=style))

    def _lines(self, text: str, indent: str, first: str | None) -> Iterator[str]:
        above, _, start = (first or indent).rpartition("\n")
        yield from [""] * (above != "" or (first or "").startswith("\n"))
        yield from wrapped(text, self.width, indent, start)


def _result(report: AuditReport) -> str:
    if report.reading is None:
        return _NOT_READ
    if any(not finding.is_hint for finding in report.findings):
        return _FOUND
    return _PARTLY if report.reading.unread else _CLEAN


def _told(place: Place) -> str:
    """The quote with its own place, the title nearest above it, and the file where it is another one's."""
    *above, own = place.where.split(ABOVE)
    file = f"{above[0]}" if above and above[0].startswith("《") else ""
    title = f"（{_cut(above[-1])}）" if above and above[-1] != file else ""
    quote = f"：“{_short(place.quote)}”" if place.quote else ""
    return f"{file}{own}{quote}{title}"


def _cut(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE]}……"


def _short(quote: str) -> str:
    text = " ".join(quote.split())
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}……"
