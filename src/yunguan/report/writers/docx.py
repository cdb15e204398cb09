"""Word writer: the document tree as a .docx after GB/T 9704, each figure a content control that bears its id."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from yunguan.report import document as tree
from yunguan.report.forms.filled import FilledForm
from yunguan.report.writers import docx_parts as parts
from yunguan.report.writers import geometry as g
from yunguan.report.writers.cover import CoverRow, cover_rows
from yunguan.report.writers.docx_package import package
from yunguan.report.writers.form_docx import form_parts, twips
from yunguan.report.writers.printable import printable

_TEXT_WIDTH = g.PAGE_WIDTH - g.LEFT - g.RIGHT
_FIRST_CONTROL = 1000


def docx_bytes(document: tree.Document, *, author: str, created: datetime) -> bytes:
    """The Word file; the same arguments give the same bytes. ``created`` has a time zone."""
    title, name = printable(document.title), printable(author)
    return package(
        {
            "docProps/core.xml": parts.core_properties(title, name, created),
            "docProps/app.xml": parts.app_properties(printable(document.unit)),
            "word/document.xml": _Body(document).xml(),
            "word/styles.xml": parts.styles(),
            "word/settings.xml": parts.settings(),
            "word/footer1.xml": parts.footer("right"),
            "word/footer2.xml": parts.footer("left"),
        }
    )


def anchor(tag: str, number: int) -> str:
    """The bookmark of the ``number``-th figure; its name may have 40 letters and no dots, so it holds the id's hash."""
    return f"yg_{sha256(tag.encode()).hexdigest()[:16]}_{number}"


class _Body:
    """Writes one document; counts the figures so that every control and bookmark is unique."""

    def __init__(self, document: tree.Document) -> None:
        self._document = document
        self._numbers = count(1)

    def xml(self) -> str:
        inside = "".join(self._parts())
        return f'{parts.XML}<w:document xmlns:w="{parts.W}" xmlns:r="{parts.R}"><w:body>{inside}</w:body></w:document>'

    def _parts(self) -> Iterator[str]:
        *rows, last = cover_rows(self._document.cover)
        yield from (_cover_row(row) for row in rows)
        yield _cover_row(last, section=_section(with_folio=False))
        yield _paragraph(_run(self._document.title, g.TITLE_FACE, size=g.TITLE_SIZE), "Title")
        yield _paragraph("", "Title")
        for block in self._document.blocks:
            yield self._block(block)
        yield from self._attached()

    def _attached(self) -> Iterator[str]:
        """The forms; a section stands in the last paragraph of its pages, the last one at the end of the file."""
        forms = self._document.attachments
        if not forms:
            yield _section(with_folio=True)
            return
        yield _paragraph("", "FormEnd", section=_section(with_folio=True))
        for form in forms:
            last = form is forms[-1]
            yield from form_parts(form, self._runs, "" if last else _form_section(form))
        yield _form_section(forms[-1])

    def _block(self, block: tree.Block) -> str:
        match block:
            case tree.Heading(level=level, inlines=inlines):
                face, bold = g.LEVEL_FACES[level], level == g.BOLD_LEVEL
                return _paragraph(self._runs(inlines, face, bold=bold), f"Heading{level}")
            case tree.Paragraph(inlines=inlines, style=style):
                return _paragraph(self._runs(inlines, g.BODY_FACE), "", _ALIGNED[style])
            case tree.Table(rows=rows):
                return self._table(rows)
            case tree.PageBreak():
                return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

    def _runs(self, inlines: tree.Inlines, face: str, *, bold: bool = False, size: float = g.BODY_SIZE) -> str:
        return "".join(self._inline(inline, face, bold=bold or inline.bold, size=size) for inline in inlines)

    def _inline(self, inline: tree.Inline, face: str, *, bold: bool, size: float) -> str:
        if isinstance(inline, tree.Text):
            return _run(inline.text, face, bold=bold, size=size, gap=inline.missing)
        number = next(self._numbers)
        look = parts.run_properties(face, bold=bold, size=size, gap=inline.missing)
        run = _run(inline.shown, face, bold=bold, size=size, gap=inline.missing)
        return _control(inline, number, look, run)

    def _table(self, rows: tuple[tuple[tree.Inlines, ...], ...]) -> str:
        width = round(twips(_TEXT_WIDTH) / len(rows[0]))
        grid = f'<w:gridCol w:w="{width}"/>' * len(rows[0])
        lines = "".join(self._row(row, width, head=index == 0) for index, row in enumerate(rows))
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/><w:jc w:val="center"/>'
            f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>'
        )

    def _row(self, cells: tuple[tree.Inlines, ...], width: int, *, head: bool) -> str:
        face, style = (g.LEVEL1_FACE, "TableHead") if head else (g.BODY_FACE, "TableText")
        inside = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
            f"{_paragraph(self._runs(cell, face, size=g.TABLE_SIZE), style)}</w:tc>"
            for cell in cells
        )
        repeat = "<w:tblHeader/>" if head else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{inside}</w:tr>"


_FLUSH = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
_ALIGNED = {
    tree.ParagraphStyle.BODY: "",
    tree.ParagraphStyle.PLAIN: _FLUSH,
    tree.ParagraphStyle.CENTRED: f'{_FLUSH}<w:jc w:val="center"/>',
    tree.ParagraphStyle.RIGHT: f'{_FLUSH}<w:jc w:val="right"/>',
}


def _paragraph(runs: str, style: str, place: str = "", section: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = f"{named}{place}{section}"
    return f"<w:p>{f'<w:pPr>{inside}</w:pPr>' if inside else ''}{runs}</w:p>"


def _run(text: str, face: str, *, bold: bool = False, size: float = g.BODY_SIZE, gap: bool = False) -> str:
    if not text:
        return ""
    look = parts.run_properties(face, bold=bold, size=size, gap=gap)
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(printable(text))}</w:t></w:r>'


def _control(mark: tree.FigureMark, number: int, look: str, run: str) -> str:
    """Tag and alias bear the id: an office suite may drop one of them; the bookmark is the second anchor.

    LibreOffice 7.4 keeps the alias of a plain-text control only, and prints it in the look of its paragraph: so every
    look that matters is a paragraph style too.
    """
    name = anchor(mark.tag, number)
    known = (
        f"{look}<w:alias w:val={quoteattr(mark.id)}/><w:tag w:val={quoteattr(mark.tag)}/>"
        f'<w:id w:val="{_FIRST_CONTROL + number}"/><w:text/>'
    )
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        f"<w:sdt><w:sdtPr>{known}</w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>"
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def _cover_row(row: CoverRow, section: str = "") -> str:
    left = f'w:leftChars="{row.indent * 100}" w:left="{row.indent * g.BODY_SIZE * 20}"'
    place = f'<w:snapToGrid w:val="0"/><w:ind {left} w:firstLineChars="0" w:firstLine="0"/>'
    side = "center" if row.centred else "left"
    return _paragraph(_run(row.text, row.face, size=row.size), "", f'{place}<w:jc w:val="{side}"/>', section)


def _section(*, with_folio: bool) -> str:
    """A4 with the margins of the standard; the body counts its pages from 1, the cover shows no number."""
    numbers = '<w:pgNumType w:start="1"/>' if with_folio else ""
    margins = (g.TOP, g.RIGHT, g.BOTTOM, g.LEFT)
    return _pages(margins, numbers, with_folio=with_folio, grid=f'<w:docGrid w:linePitch="{round(g.LINE * 20)}"/>')


def _form_section(form: FilledForm) -> str:
    """The pages of a form, upright or across; they are counted on from the text."""
    margins = (g.FORM_TOP, g.FORM_MARGIN, g.FORM_BOTTOM, g.FORM_MARGIN)
    return _pages(margins, "", across=form.landscape)


def _pages(
    margins: tuple[float, float, float, float],
    numbers: str,
    *,
    with_folio: bool = True,
    across: bool = False,
    grid: str = "",
) -> str:
    """A section; ``margins`` in millimetres from the top clockwise."""
    feet = '<w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/>'
    below = twips(margins[2] - g.FOLIO_BELOW) - g.FOLIO_SIZE * 20
    edges = "".join(
        f' w:{side}="{twips(size)}"' for side, size in zip(("top", "right", "bottom", "left"), margins, strict=True)
    )
    short, long = twips(g.PAGE_WIDTH), twips(g.PAGE_HEIGHT)
    size = f'w:w="{long}" w:h="{short}" w:orient="landscape"' if across else f'w:w="{short}" w:h="{long}"'
    return (
        f'<w:sectPr>{feet if with_folio else ""}<w:type w:val="nextPage"/><w:pgSz {size}/>'
        f'<w:pgMar{edges} w:header="851" w:footer="{below}" w:gutter="0"/>{numbers}{grid}</w:sectPr>'
    )
