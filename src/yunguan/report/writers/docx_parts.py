"""The fixed parts of the Word file: styles, settings and properties, all ours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from yunguan.report.writers import geometry as g

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Full pages of 22 lines, no gap between Han and digits. Hanging punctuation is Word's own default, said explicitly:
# LibreOffice 7.4 reads the setting the wrong way round and loses hung marks at the end of full lines when it is off.
_FLOW = '<w:widowControl w:val="0"/><w:overflowPunct/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
_LINE = round(g.LINE * 20)


def fonts(face: str, latin: str = g.LATIN) -> str:
    """The faces of a run; the hint makes quotation marks and dots full-width ones."""
    east, west = quoteattr(face), quoteattr(latin)
    return f'<w:rFonts w:ascii={west} w:hAnsi={west} w:eastAsia={east} w:cs={west} w:hint="eastAsia"/>'


def styles() -> str:
    """Body text, four heading levels, title, table and page number; Word shows their built-in names in Chinese.

    Han text is Chinese; digits and letters keep a Latin language, or some suites break a line inside a number.
    """
    return (
        f'{XML}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts(g.BODY_FACE)}'
        f'<w:spacing w:val="{-round(g.TRACKING * 20)}"/>{_size(g.BODY_SIZE)}'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{_FLOW}</w:pPr></w:pPrDefault>"
        "</w:docDefaults>"
        f"{_normal()}{''.join(_heading(level) for level in g.LEVEL_FACES)}{_title()}{_folio()}"
        f"{_cell('TableText', '表格文字', g.BODY_FACE)}{_cell('TableHead', '表格表头', g.LEVEL1_FACE)}"
        f"{''.join(_form_styles())}"
        f"{_table()}</w:styles>"
    )


def run_properties(face: str, *, bold: bool, size: float, gap: bool = False) -> str:
    """The look of one run; a gap to fill in is highlighted."""
    weight = "<w:b/><w:bCs/>" if bold else ""
    tracking = -round(g.TRACKING * 20) if size == g.BODY_SIZE else 0
    light = '<w:highlight w:val="yellow"/>' if gap else ""
    return f'<w:rPr>{fonts(face)}{weight}<w:spacing w:val="{tracking}"/>{_size(size)}{light}</w:rPr>'


def footer(side: str) -> str:
    """The page number between two dashes, one character in from the outer edge."""
    look = f'<w:rPr>{fonts(g.FOLIO_FACE, g.FOLIO_FACE)}<w:spacing w:val="0"/>{_size(g.FOLIO_SIZE)}</w:rPr>'
    pieces = (
        '<w:t xml:space="preserve">— </w:t>',
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
        '<w:t xml:space="preserve"> —</w:t>',
    )
    runs = "".join(f"<w:r>{look}{piece}</w:r>" for piece in pieces)
    indent = f'<w:ind w:{side}Chars="100" w:{side}="{g.FOLIO_SIZE * 20}" w:firstLineChars="0" w:firstLine="0"/>'
    place = f'<w:pPr><w:pStyle w:val="Footer"/>{indent}<w:jc w:val="{side}"/></w:pPr>'
    return f'{XML}<w:ftr xmlns:w="{W}"><w:p>{place}{runs}</w:p></w:ftr>'


def settings() -> str:
    """Odd and even footers, no compatibility mode, Chinese as the language of Han text."""
    return (
        f'{XML}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/>'
        '<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        '<w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def core_properties(title: str, author: str, created: datetime) -> str:
    """Who wrote what and when; every value comes from the caller."""
    stamp = created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>' for name in ("created", "modified")
    )
    return (
        f'{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(author)}</cp:lastModifiedBy><dc:language>zh-CN</dc:language>{dates}</cp:coreProperties>"
    )


def app_properties(company: str) -> str:
    """The unit as the company; no template and no counted pages."""
    return (
        f'{XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Company>{escape(company)}</Company></Properties>"
    )


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _style(
    kind: str, ident: str, name: str, inside: str, *, default: bool = False, based: bool = True, shown: bool = True
) -> str:
    mark = ' w:default="1"' if default else ""
    base = '<w:basedOn w:val="Normal"/>' if based else ""
    quick = "<w:qFormat/>" if shown else ""
    return f'<w:style w:type="{kind}"{mark} w:styleId="{ident}"><w:name w:val="{name}"/>{base}{quick}{inside}</w:style>'


def _normal() -> str:
    inside = (
        f"<w:pPr>{_FLOW}"
        f'<w:spacing w:before="0" w:after="0" w:line="{_LINE}" w:lineRule="exact"/>'
        f'<w:ind w:firstLineChars="{g.INDENT * 100}" w:firstLine="{g.INDENT * g.BODY_SIZE * 20}"/><w:jc w:val="both"/>'
        f"</w:pPr>"
    )
    return _style("paragraph", "Normal", "Normal", inside, default=True, based=False)


def _heading(level: int) -> str:
    face = g.LEVEL_FACES[level]
    weight = f'<w:b w:val="{int(level == g.BOLD_LEVEL)}"/><w:bCs w:val="{int(level == g.BOLD_LEVEL)}"/>'
    inside = (
        f'<w:next w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f"<w:rPr>{fonts(face)}{weight}</w:rPr>"
    )
    # the order of a style's children is fixed: basedOn, next, qFormat, pPr, rPr
    style = _style("paragraph", f"Heading{level}", f"heading {level}", inside)
    return style.replace('<w:qFormat/><w:next w:val="Normal"/>', '<w:next w:val="Normal"/><w:qFormat/>')


def _title() -> str:
    inside = (
        '<w:pPr><w:snapToGrid w:val="0"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>'
        f'<w:rPr>{fonts(g.TITLE_FACE)}<w:spacing w:val="0"/>{_size(g.TITLE_SIZE)}</w:rPr>'
    )
    return _style("paragraph", "Title", "Title", inside)


def _folio() -> str:
    inside = (
        '<w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/></w:pPr>'
        f'<w:rPr>{fonts(g.FOLIO_FACE, g.FOLIO_FACE)}<w:spacing w:val="0"/>{_size(g.FOLIO_SIZE)}</w:rPr>'
    )
    return _style("paragraph", "Footer", "footer", inside, shown=False)


def _cell(ident: str, name: str, face: str) -> str:
    inside = (
        f'<w:pPr><w:spacing w:line="{g.TABLE_LINE * 20}" w:lineRule="exact"/>'
        '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>'
        f'<w:rPr>{fonts(face)}<w:spacing w:val="0"/>{_size(g.TABLE_SIZE)}</w:rPr>'
    )
    return _style("paragraph", ident, name, inside)


def _form_styles() -> Iterator[str]:
    """The styles of the forms behind the text: number, title, words and heads of cells, the end of the text."""
    yield _form("FormAnnex", "附表序号", g.LEVEL1_FACE, g.BODY_SIZE, after=120)
    yield _form("FormTitle", "附表标题", g.TITLE_FACE, g.FORM_TITLE_SIZE, side="center", after=80, level=True)
    yield _form("FormText", "附表文字", g.FORM_FACE, g.FORM_SIZE)
    yield _form("FormCell", "附表单元格", g.FORM_FACE, g.FORM_CELL_SIZE)
    yield _form("FormHead", "附表表头", g.LEVEL1_FACE, g.FORM_CELL_SIZE, side="center")
    yield _form("FormEnd", "正文结束", g.FORM_FACE, 1)


def _form(
    ident: str, name: str, face: str, size: float, *, side: str = "left", after: int = 0, level: bool = False
) -> str:
    outline = '<w:outlineLvl w:val="0"/>' if level else ""
    inside = (
        f'<w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="{after}" w:line="240" w:lineRule="auto"/>'
        f'<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="{side}"/>{outline}</w:pPr>'
        f'<w:rPr>{fonts(face)}<w:spacing w:val="0"/>{_size(size)}</w:rPr>'
    )
    return _style("paragraph", ident, name, inside)


def _table() -> str:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
    inside = f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
    return _style("table", "TableGrid", "Table Grid", inside, based=False, shown=False)
