"""Bundle: the report in Word and PDF with its evidence list, written to a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from yunguan.report.assemble import Figures, Key, lookup
from yunguan.report.document import Document, FigureMark
from yunguan.report.fonts import Faces, faces_used, find_faces
from yunguan.report.writers.docx import docx_bytes
from yunguan.report.writers.pdf import pdf_bytes
from yunguan.report.writers.xlsx import SHEET, Entry, evidence_bytes

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


@dataclass(frozen=True)
class Bundle:
    """What was written, which figures still wait for a value, and which faces the PDF was set in."""

    files: tuple[Path, ...]
    missing: tuple[FigureMark, ...]
    faces: tuple[str, ...]


def write_bundle(
    document: Document,
    figures: Figures,
    out: Path,
    *,
    created: datetime,
    own_fonts: Path | None = None,
    faces: Faces | None = None,
) -> Bundle:
    """Write the three files; a file is either the old one or the whole new one.

    ``figures`` is what the document was assembled from; ``own_fonts`` is the unit's folder of licensed fonts.
    Raises NoFaceError where nothing can print Chinese.
    """
    faces = faces or find_faces(own_fonts)
    name = _UNFIT.sub("_", document.title)
    entries = tuple(cited(document, figures))
    made = {
        f"{name}.docx": docx_bytes(document, author=document.unit, created=created),
        f"{name}.pdf": pdf_bytes(document, author=document.unit, created=created, faces=faces),
        f"{SHEET}.xlsx": evidence_bytes(entries, title=f"{name}{SHEET}", author=document.unit, created=created),
    }
    out.mkdir(parents=True, exist_ok=True)
    files = tuple(_replace(out / name, content) for name, content in made.items())
    return Bundle(files, document.missing, faces_used(faces))


def cited(document: Document, figures: Figures) -> Iterator[Entry]:
    """The figures that the report states, each once, in reading order."""
    firsts: dict[Key, FigureMark] = {}
    for mark in document.figures:
        firsts.setdefault(mark.key, mark)
    for key, mark in firsts.items():
        figure = lookup(figures, key)
        if figure is not None:
            yield Entry(figure, mark.shown, mark.pinned)


def _replace(path: Path, content: bytes) -> Path:
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)
    return path
