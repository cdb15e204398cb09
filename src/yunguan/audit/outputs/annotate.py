"""Marked copies of the files, written into a folder; nothing that lies there is overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

from yunguan.audit.marks.marker import Original, Unmarkable, markers
from yunguan.audit.marks.note import notes_of
from yunguan.audit.output import Output, Sink
from yunguan.audit.reader import Unreadable
from yunguan.audit.report import AuditReport
from yunguan.audit.rule_catalogue import every_rule


class MarkedCopies(Sink):
    """Writes `<stem>.核对<suffix>` for each file that was read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now: datetime | None = None
        self.written: list[Path] = []
        self.said: list[str] = []

    def begin(self, now: datetime) -> None:
        self.now = now

    def take(self, report: AuditReport) -> None:
        try:
            self._copy(report)
        except (Unmarkable, Unreadable, OSError) as refusal:
            self.said.append(f"没有写出“{report.file}”的标注稿：{refusal}")
        except Exception as error:  # noqa: BLE001 - whatever a file does to a marker, the next file is marked
            kind = type(error).__name__
            self.said.append(
                f"没有写出“{report.file}”的标注稿：写入标注时出错（{kind}），请看核对清单，并把原文件交给维护人员。"
            )

    def finish(self) -> Iterable[Path]:
        return self.written

    def remarks(self) -> Iterable[str]:
        return self.said

    def _copy(self, report: AuditReport) -> None:
        if report.reading is None:
            raise Unmarkable("文件没有读出来，原因见核对结果。")
        if report.reading.kind not in markers():
            raise Unmarkable(f"{report.reading.kind} 格式还不能标注，请看核对清单。")
        if self.now is None:
            raise RuntimeError("begin() tells the time first")
        source = Path(report.file)
        names = {code: rule.name for code, rule in every_rule().items()}
        original = Original(source.name, source.read_bytes(), report.reading)
        marked = markers().get(report.reading.kind).mark(original, tuple(notes_of(report.findings, names)), self.now)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.written.append(_written(self.folder, source, marked.data))
        if marked.misplaced:
            self.said.append(
                f"“{report.file}”有 {marked.misplaced} 条意见没有找到原文位置，标在文首，请按条内的位置查对。"
            )


def _written(folder: Path, source: Path, data: bytes) -> Path:
    for path in _names(folder, source):
        try:
            with path.open("xb") as file:
                file.write(data)
        except FileExistsError:
            continue
        return path
    raise AssertionError  # the names never end


def _names(folder: Path, source: Path) -> Iterator[Path]:
    yield folder / f"{source.stem}.核对{source.suffix}"
    for number in count(2):
        yield folder / f"{source.stem}.核对({number}){source.suffix}"


ANNOTATE = Output("annotate", "把核对意见写进各文件的副本，存到这个目录。", MarkedCopies)
