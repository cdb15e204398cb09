"""Bundle: the report in Word and PDF with its evidence list and the forms of its year, written to a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from yunguan.report.assemble import Figures, Key, lookup
from yunguan.report.document import Document, FigureMark
from yunguan.report.fonts import Faces, faces_used, find_faces
from yunguan.report.forms.filled import FilledForm
from yunguan.report.writers.docx import docx_bytes
from yunguan.report.writers.form_xlsx import forms_bytes
from yunguan.report.writers.pdf import pdf_bytes
from yunguan.report.writers.xlsx import SHEET, Entry, evidence_bytes

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


@dataclass(frozen=True)
class Bundle:
    """What was written, which figures still wait for a value, and which faces the PDF was set in.

    ``gaps`` are the places of the forms that wait to be filled in, ``complaints`` what in them does not fit together.
    """

    files: tuple[Path, ...]
    missing: tuple[FigureMark, ...]
    faces: tuple[str, ...]
    gaps: tuple[str, ...] = ()
    complaints: tuple[str, ...] = ()


def write_bundle(
    document: Document,
    figures: Figures,
    out: Path,
    *,
    created: datetime,
    own_fonts: Path | None = None,
    faces: Faces | None = None,
    workbooks: Mapping[str, Sequence[FilledForm]] = MappingProxyType({}),
) -> Bundle:
    """Write the files; a file is either the old one or the whole new one.

    ``workbooks`` are forms by the name of the workbook that holds them; ``figures`` is what the document was assembled
    from; ``own_fonts`` is the unit's folder of licensed fonts.
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
    for book, forms in workbooks.items():
        if forms:
            made[f"{book}.xlsx"] = forms_bytes(forms, title=book, author=document.unit, created=created)
    out.mkdir(parents=True, exist_ok=True)
    files = tuple(_replace(out / name, content) for name, content in made.items())
    every = [form for forms in workbooks.values() for form in forms]
    gaps = tuple(gap for form in every for gap in form.gaps)
    return Bundle(
        files, document.missing, faces_used(faces), gaps, tuple(each for form in every for each in form.complaints)
    )


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
