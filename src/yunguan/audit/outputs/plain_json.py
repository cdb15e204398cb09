"""The JSON of the agreed form: one array, an object a file, written as the reports come."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from yunguan.audit.output import Sink
from yunguan.audit.report import AuditReport


class PlainJson(Sink):
    """Writes one array to a stream and nothing else."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.empty = True

    def take(self, report: AuditReport) -> None:
        text = json.dumps(report.as_json(), ensure_ascii=False, indent=1)
        text = text.encode(errors="backslashreplace").decode()  # a name of the system that is no text
        self.stream.write(("[\n " if self.empty else ",\n ") + text.replace("\n", "\n "))  # a text holds no line end
        self.empty = False

    def finish(self) -> Iterable[Path]:
        self.stream.write("[]\n" if self.empty else "\n]\n")
        return ()
