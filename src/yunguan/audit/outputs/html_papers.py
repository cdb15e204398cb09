"""Working papers as HTML: one page a file, and an index when there are many."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import count
from pathlib import Path

from yunguan.audit.output import Output, Sink
from yunguan.audit.paper.pages import GENERATOR, Listed, index, listed, paper
from yunguan.audit.report import AuditReport

_INDEX = "index.html"
_HEAD_BYTES = 400


class HtmlPapers(Sink):
    """Writes `<file>.核对.html` for each file; writes over its own pages only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now: datetime | None = None
        self.lines: list[Listed] = []
        self.written: list[Path] = []
        self.said: list[str] = []

    def begin(self, now: datetime) -> None:
        self.now = now

    def take(self, report: AuditReport) -> None:
        name = self._name(Path(report.file))
        if self._write(name, paper(report, self._moment())):
            self.lines.append(listed(report, name))

    def finish(self) -> Iterable[Path]:
        if len(self.lines) > 1:
            self._write(_INDEX, index(self.lines, self._moment()))
        return self.written

    def remarks(self) -> Iterable[str]:
        return self.said

    def _moment(self) -> datetime:
        if self.now is None:
            raise RuntimeError("begin() tells the time first")
        return self.now

    def _name(self, source: Path) -> str:
        """A name of its own: two files of one name from two folders get two pages."""
        taken = {line.page.casefold() for line in self.lines}
        names = (f"{source.name}.核对{'' if number == 1 else f'({number})'}.html" for number in count(1))
        return next(name for name in names if name.casefold() not in taken)

    def _write(self, name: str, text: str) -> bool:
        path = self.folder / name
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if path.exists() and GENERATOR.encode() not in path.read_bytes()[:_HEAD_BYTES]:
                self.said.append(f"没有写出“{path}”：那里已有一个别的文件，请换一个目录。")
                return False
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            self.said.append(f"没有写出“{path}”：{error.strerror or error}，请核对目录和权限。")
            return False
        self.written.append(path)
        return True


HTML = Output("html", "把工作底稿写成网页，每份文件一页，存到这个目录。", HtmlPapers)
