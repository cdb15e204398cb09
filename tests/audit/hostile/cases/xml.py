"""XML that grows, fetches, nests or is no XML, in every part that a reader opens."""

from functools import partial

from tests.audit.hostile.case import READ, Case, holding
from tests.audit.hostile.packages import SAID, W, document, packed, para, run, sheet_parts, word, word_with

_LAUGHS = "".join(f"<!ENTITY l{n} '{(f'&l{n - 1};' if n else 'ha') * 10}'>" for n in range(10))
_FETCH = '<!ENTITY x SYSTEM "file:///etc/passwd">'
_PARTS = {
    "word/document.xml": ("w:document", "<w:body><w:p><w:r><w:t>标志牌 30 块&x;</w:t></w:r></w:p></w:body>"),
    "word/styles.xml": ("w:styles", '<w:style w:styleId="a"><w:name w:val="&x;"/></w:style>'),
    "word/numbering.xml": ("w:numbering", '<w:num w:numId="1">&x;</w:num>'),
    "word/footnotes.xml": ("w:footnotes", '<w:footnote w:id="2"><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:footnote>'),
    "word/endnotes.xml": ("w:endnotes", '<w:endnote w:id="2"><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:endnote>'),
    "word/header1.xml": ("w:hdr", "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"),
    "word/footer1.xml": ("w:ftr", "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"),
    "word/comments.xml": ("w:comments", '<w:comment w:id="1"><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:comment>'),
    "word/_rels/document.xml.rels": ("Relationships", "&x;"),
    "[Content_Types].xml": ("Types", "&x;"),
    "word/settings.xml": ("w:settings", "&x;"),
    "docProps/core.xml": ("coreProperties", "&x;"),
}
_ALWAYS_OPENED = {"word/document.xml"}


def _part(root: str, inner: str, subset: str, encoding: str = "utf-8") -> bytes:
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [{subset}]><{root} {W}>{inner}</{root}>'
    return text.encode(encoding)


def _in_part(path: str, subset: str = _FETCH, encoding: str = "utf-8") -> bytes:
    root, inner = _PARTS[path]
    return word_with({path: _part(root, inner, subset, encoding)})


def _body(inner: str, head: str = "") -> bytes:
    return word_with({"word/document.xml": f"{head}<w:document {W}><w:body>{inner}</w:body></w:document>"})


def _nested(tag: str, depth: int, core: str = SAID) -> str:
    return f"<w:{tag}>" * depth + core + f"</w:{tag}>" * depth


def _tables(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + SAID + "</w:tc></w:tr></w:tbl>" * depth


def _controls(depth: int) -> str:
    return "<w:sdt><w:sdtContent>" * depth + SAID + "</w:sdtContent></w:sdt>" * depth


def _workbook_part(path: str) -> bytes:
    parts = sheet_parts("<row r='1'><c r='A1'><v>1</v></c></row>")
    text = str(parts[path])
    root = text[1 : text.index(" ")]
    return packed(parts | {path: f"<!DOCTYPE {root} [{_FETCH}]>{text}"})


_QUADRATIC = f'<!ENTITY x "{"a" * 50_000}">'
_ATTRIBUTES = " ".join(f"a{n}='1'" for n in range(20_000))
CASES: list[Case] = [
    *(
        holding(
            f"xxe_in_{path.replace('/', '_').strip('[]')}",
            partial(_in_part, path),
            "DOCTYPE" if path in _ALWAYS_OPENED else "DOCTYPE|^$",
            either=path not in _ALWAYS_OPENED,
        )
        for path in _PARTS
    ),
    *(
        holding(f"xxe_in_{path.replace('/', '_')}", partial(_workbook_part, path), "DOCTYPE|格式")
        for path in ("xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml")
    ),
    holding("xxe_in_utf16", lambda: _in_part("word/document.xml", encoding="utf-16"), "DOCTYPE|XML"),
    holding("xxe_in_utf32", lambda: _in_part("word/document.xml", encoding="utf-32"), "DOCTYPE|XML"),
    holding(
        "xxe_by_parameter",
        lambda: _in_part("word/document.xml", '<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd">%p;'),
        "DOCTYPE",
    ),
    holding(
        "xml_doctype_of_another_host", lambda: _body(SAID, '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/a.dtd">'), "DOCTYPE"
    ),
    holding("xml_doctype_late", lambda: _body(SAID, f"<!-- {'x' * 100_000} --><!DOCTYPE w>"), "DOCTYPE"),
    holding("xml_billion_laughs", lambda: _in_part("word/document.xml", _LAUGHS + '<!ENTITY x "&l9;">'), "DOCTYPE"),
    holding(
        "xml_billion_laughs_in_styles", lambda: _in_part("word/styles.xml", _LAUGHS + '<!ENTITY x "&l9;">'), "DOCTYPE"
    ),
    holding(
        "xml_quadratic",
        lambda: word_with({"word/document.xml": _part("w:document", "&x;" * 5_000, _QUADRATIC)}),
        "DOCTYPE",
    ),
    holding(
        "xml_including",
        lambda: _body(
            '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>' + SAID
        ),
        READ,
    ),
    holding(
        "xml_with_instructions",
        lambda: _body('<?xml-stylesheet href="file:///etc/passwd"?><?php echo 1?>' + SAID),
        READ,
    ),
    holding("xml_cut_off", lambda: word_with({"word/document.xml": document(SAID)[:-40]}), "XML"),
    holding("xml_empty", lambda: word_with({"word/document.xml": b""}), "XML"),
    holding("xml_of_nul", lambda: word_with({"word/document.xml": b"\0" * 5_000}), "XML"),
    holding(
        "xml_in_a_false_encoding", lambda: word_with({"word/document.xml": document(SAID).encode("gb18030")}), "XML"
    ),
    holding(
        "xml_in_an_unknown_encoding",
        lambda: word_with({"word/document.xml": document(SAID).replace("UTF-8", "ebcdic-cp-xx")}),
        "XML",
    ),
    holding("xml_with_forbidden_characters", lambda: _body(para("标志牌&#0;&#1; 30 块")), "XML"),
    holding(
        "xml_of_another_namespace",
        lambda: word_with(
            {"word/document.xml": document(SAID).replace("wordprocessingml/2006", "wordprocessingml/1999")}
        ),
        "文字|命名空间|格式",
    ),
    holding(
        "xml_with_one_tag_of_20000_attributes",
        lambda: _body(f"<w:p {_ATTRIBUTES}>{run('标志牌 30 块')}</w:p>"),
        READ,
        either=True,
    ),
    holding(
        "xml_with_10000_namespaces",
        lambda: _body("".join(f'<w:p xmlns:n{n}="urn:{n}">{run("块")}</w:p>' for n in range(10_000))),
        READ,
        either=True,
    ),
    holding(
        "xml_with_an_attribute_of_11_megabytes",
        lambda: _body(f'<w:p w:rsidR="{"ab12" * 2_800_000}">{run("块")}</w:p>'),
        "XML|炸弹",
    ),
    holding("xml_nested_200_deep", lambda: _body(_nested("ins", 200)), READ, either=True),
    holding("xml_nested_250_controls", lambda: _body(_controls(120)), READ, either=True),
    holding("xml_nested_100000_deep", lambda: _body(_nested("ins", 100_000)), "XML|嵌套|炸弹"),
    holding(
        "xml_nested_100000_runs",
        lambda: _body(f"<w:p>{_nested('smartTag', 100_000, run('块'))}</w:p>"),
        "XML|嵌套|炸弹",
    ),
    holding("word_nested_tables", lambda: _body(_tables(80)), READ, either=True),
    holding("word_nested_5000_tables", lambda: _body(_tables(5_000)), "XML|嵌套|炸弹"),
    holding("word_nested_5000_controls", lambda: _body(_controls(5_000)), "XML|嵌套|炸弹"),
    holding(
        "word_of_two_bodies",
        lambda: word_with({"word/document.xml": document(SAID + "</w:body><w:body>" + SAID)}),
        READ,
    ),
    holding("word_plain", word, READ),
]
