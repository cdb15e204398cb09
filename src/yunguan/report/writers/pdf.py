"""PDF writer: the same document tree set by typst, on the same grid as the Word file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import typst

from yunguan.report import document as tree
from yunguan.report.fonts import Face, Faces
from yunguan.report.writers import geometry as g
from yunguan.report.writers.cover import CoverRow, cover_rows
from yunguan.report.writers.form_pdf import form_call
from yunguan.report.writers.printable import printable

_LOOK = Path(__file__).with_name("gongwen.typ")


def pdf_bytes(document: tree.Document, *, author: str, created: datetime, faces: Faces) -> bytes:
    """The PDF file; the same arguments and fonts give the same bytes. ``created`` has a time zone."""
    source = typst_source(document, author=author, faces=faces)
    fonts = typst.Fonts(include_system_fonts=faces.system, font_paths=list(faces.folders))
    compiler = typst.Compiler(source.encode("utf-8"), font_paths=fonts)
    made = compiler.compile(format="pdf", timestamp=created.astimezone(UTC))
    if not isinstance(made, bytes):
        raise TypeError("排版程序没有返回一个完整的 PDF 文件，请重试")
    return made


def typst_source(document: tree.Document, *, author: str, faces: Faces) -> str:
    """The text given to typst: every word is a quoted string, so nothing in it can act as markup or code."""
    return "\n".join((_values(faces), _LOOK.read_text(encoding="utf-8"), *_Body(document, faces).lines(author)))


def _values(faces: Faces) -> str:
    """The geometry and the faces, as the dictionary ``v``."""
    lengths = {
        "width": f"{g.PAGE_WIDTH}mm",
        "height": f"{g.PAGE_HEIGHT}mm",
        "top": f"{g.TOP}mm",
        "bottom": f"{g.BOTTOM}mm",
        "left": f"{g.LEFT}mm",
        "right": f"{g.RIGHT}mm",
        "line": f"{g.LINE}pt",
        "size": f"{g.BODY_SIZE}pt",
        "tracking": f"{g.TRACKING}pt",
        "indent": f"{g.INDENT * g.BODY_SIZE}pt",
        "title-size": f"{g.TITLE_SIZE}pt",
        "table-line": f"{g.TABLE_LINE}pt",
        "table-size": f"{g.TABLE_SIZE}pt",
        "form-side": f"{g.FORM_MARGIN}mm",
        "form-top": f"{g.FORM_TOP}mm",
        "form-bottom": f"{g.FORM_BOTTOM}mm",
        "form-title-size": f"{g.FORM_TITLE_SIZE}pt",
        "form-size": f"{g.FORM_SIZE}pt",
        "form-cell-size": f"{g.FORM_CELL_SIZE}pt",
        "folio-size": f"{g.FOLIO_SIZE}pt",
        "folio-below": f"{g.FOLIO_BELOW}mm",
    }
    names = {"latin": g.LATIN, "body": g.BODY_FACE, "title": g.TITLE_FACE, "head": g.LEVEL1_FACE, "folio": g.FOLIO_FACE}
    quoted = {key: _quoted(faces.of(name).family) for key, name in names.items()}
    both = lengths | quoted | _title_weight(faces.of(g.TITLE_FACE))
    return f"#let v = ({', '.join(f'{key}: {value}' for key, value in both.items())})"


def _title_weight(title: Face) -> dict[str, str]:
    """小标宋 is heavy by itself; a stand-in is set bold, by its own bold cut or by a thicker outline."""
    weight = "bold" if title.bold and not title.official else "regular"
    thick = not title.bold and not title.official
    return {"title-weight": _quoted(weight), "title-stroke": "0.5pt" if thick else "0pt"}


class _Body:
    """Writes the calls of one document; the look file says what each does."""

    def __init__(self, document: tree.Document, faces: Faces) -> None:
        self._document = document
        self._faces = faces

    def lines(self, author: str) -> Iterator[str]:
        title = _quoted(self._document.title)
        yield f"#set document(title: {title}, author: {_quoted(author)})"
        yield from (self._cover(row) for row in cover_rows(self._document.cover))
        yield "#start-body()\n#set page(footer: folio())"
        yield f"#title({title})\n#empty-row()"
        yield from (self._block(block) for block in self._document.blocks)
        yield from (form_call(form, self._inside) for form in self._document.attachments)

    def _cover(self, row: CoverRow) -> str:
        if not row.text:
            return "#empty-row()"
        if row.face == g.TITLE_FACE:
            return f"#title({_quoted(row.text)})"
        centre = str(row.centred).lower()
        return f"#cover-row({self._stack(row.face)}, {centre}, {row.indent}, {_quoted(row.text)})"

    def _block(self, block: tree.Block) -> str:
        match block:
            case tree.Heading(level=level, inlines=inlines):
                strong = self._cut(g.LEVEL_FACES[level]) if level == g.BOLD_LEVEL else "none"
                return f"#head({level}, {self._stack(g.LEVEL_FACES[level])}, {strong}, {self._joined(inlines)})"
            case tree.Paragraph(inlines=inlines, style=style):
                return f"#{_CALLS[style]}({self._joined(inlines)})"
            case tree.Table(rows=rows):
                return self._table(rows)
            case tree.PageBreak():
                return "#pagebreak(weak: true)"

    def _table(self, rows: tuple[tuple[tree.Inlines, ...], ...]) -> str:
        head, *rest = [", ".join(self._joined(cell) for cell in row) for row in rows]
        return f"#grid-table({len(rows[0])}, {', '.join((f'table.header({head})', *rest))})"

    def _joined(self, inlines: tree.Inlines) -> str:
        return f"[#{{{self._inside(inlines)}}}]"

    def _inside(self, inlines: tree.Inlines) -> str:
        return "; ".join(self._inline(inline) for inline in inlines) or "[]"

    def _inline(self, inline: tree.Inline) -> str:
        call = _quoted(inline.text)
        if inline.bold:
            call = f"bold({self._cut(g.BODY_FACE)}, {call})"
        if inline.missing:
            call = f"gap-mark({call})"
        return call

    def _stack(self, official: str) -> str:
        face = self._faces.of(official)
        return f"{'face' if face.official else 'stand-in'}({_quoted(face.family)})"

    def _cut(self, official: str) -> str:
        """Whether the face has a bold cut of its own; where not, its outline is thickened."""
        return str(self._faces.of(official).bold).lower()


_CALLS = {
    tree.ParagraphStyle.BODY: "body",
    tree.ParagraphStyle.PLAIN: "plain",
    tree.ParagraphStyle.CENTRED: "centred",
    tree.ParagraphStyle.RIGHT: "right-hand",
}


def _quoted(text: str) -> str:
    """A typst string literal: only the quotation mark and the backslash are special in it."""
    return '"' + printable(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
