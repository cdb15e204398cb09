"""The file of waivers: for each state of a document, known by its SHA-256, the findings let stand in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from yunguan.audit.report import AuditReport
from yunguan.audit.waivers.waiver import SHORT, Waived, Waiver
from yunguan.core.finding import Finding

_SUFFIX = ".豁免.json"
_FEWEST = 6


class WaiverError(ValueError):
    """A waiver cannot be read or given; the message says in Chinese why, and what to do."""


@dataclass(frozen=True)
class State:
    """A document as it was when findings in it were waived."""

    file: str
    sha256: str
    waivers: tuple[Waiver, ...]

    def as_json(self) -> dict[str, Any]:
        return {"file": self.file, "sha256": self.sha256, "waivers": [each.as_json() for each in self.waivers]}


@dataclass(frozen=True)
class Book:
    """The states of one document or of several."""

    states: tuple[State, ...] = ()

    def of(self, digest: str) -> tuple[Waiver, ...]:
        """The waivers of the document with this digest."""
        return tuple(each for state in self.states if state.sha256 == digest for each in state.waivers)

    def void(self, file: str, digest: str) -> int:
        """How many waivers were given to an earlier state of this file."""
        return sum(len(state.waivers) for state in self.states if state.file == file and state.sha256 != digest)

    def adding(self, file: str, digest: str, waivers: Iterable[Waiver]) -> Book:
        """The book with these waivers too; one finding has one waiver."""
        given = {each.fingerprint: each for each in (*self.of(digest), *waivers)}
        others = tuple(state for state in self.states if state.sha256 != digest)
        return Book((*others, State(file, digest, tuple(given.values()))))


def digest_of(path: Path) -> str:
    """SHA-256 of the file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def beside(path: Path) -> Path:
    """Where the waivers of a document lie unless another file is named."""
    return path.with_name(path.name + _SUFFIX)


def load_book(path: Path) -> Book:
    """The book in this file, an empty one where there is none; raises WaiverError."""
    if not path.exists():
        return Book()
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
        return Book(tuple(_state(each) for each in data["documents"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WaiverError(f"豁免文件“{path}”读不出来：{error}，请改正，或移开后重新登记豁免") from error


def save_book(book: Book, path: Path) -> None:
    """Write the book."""
    text = json.dumps({"documents": [state.as_json() for state in book.states]}, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


def _state(data: dict[str, Any]) -> State:
    waivers = tuple(Waiver(**{**each, "on": date.fromisoformat(each["on"])}) for each in data["waivers"])
    return State(str(data["file"]), str(data["sha256"]), waivers)


def with_waivers(report: AuditReport, book: Book, path: Path) -> AuditReport:
    """The report with the waived findings apart; what no longer applies is said."""
    if not book.states:
        return report
    digest = digest_of(path)
    given = {each.fingerprint: each for each in book.of(digest)}
    waived = tuple(Waived(each, given[each.fingerprint]) for each in report.findings if each.fingerprint in given)
    left = tuple(each for each in report.findings if each.fingerprint not in given)
    met = {each.waiver.fingerprint for each in waived}
    notices = [f"豁免 {key[:SHORT]} 没有对应的问题，请核对是否还需要保留。" for key in given if key not in met]
    if void := book.void(path.name, digest):
        notices.append(f"文件已改动，豁免失效：改动前登记的 {void} 条豁免不再适用，请重新核对。")
    return replace(report, findings=left, waived=(*report.waived, *waived), notices=(*report.notices, *notices))


def finding_named(report: AuditReport, name: str) -> Finding:
    """The finding whose fingerprint begins so; raises WaiverError where there is none or more than one."""
    findings = (*report.findings, *(each.finding for each in report.waived))
    found = [each for each in findings if each.fingerprint.startswith(name.lower())]
    if len(name) < _FEWEST:
        raise WaiverError(f"编号“{name}”太短，请写出报告中所列编号的至少前 {_FEWEST} 位")
    if not found:
        raise WaiverError(f"“{report.file}”没有编号为“{name}”的问题，请先运行一次审核，照抄问题后面的编号")
    if len({each.fingerprint for each in found}) > 1:
        raise WaiverError(f"编号“{name}”对应不止一个问题，请把编号写全")
    return found[0]
