"""Text as the XML of a workbook writes it: entities, Excel's escapes, the list of shared texts, column letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from yunguan.registers.importing.archive import Unreadable, damaged

EDGES: Final = " \t\r\n\u00a0\u3000\u200b\u200c\u200d\u2060\ufeff"
"""Spaces and invisible marks that are taken off both ends of a text; inside it they are not touched."""
MAX_BUFFER: Final = 16 * 2**20
_MAX_TEXTS: Final = 4_000_000
_SHARED: Final = re.compile(r'<si><t(?: xml:space="preserve")?>([^<]*)</t></si>')
_ENTITY: Final = re.compile(r"&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|(\w*));?")
_NAMED: Final = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def safe_parser() -> etree.XMLParser:
    """A parser that fetches nothing, expands nothing and gives up on huge trees."""
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)


def decoded(raw: bytes) -> str:
    """UTF-8 as text; Unreadable when it is not."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise damaged("文字编码有误") from error


def clean_text(raw: str) -> str:
    """The text that Excel keeps for text in XML: line ends, entities and _xHHHH_ escapes resolved."""
    text = raw.replace("\r\n", "\n").replace("\r", "\n") if "\r" in raw else raw
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        text = _LONE_SURROGATE.sub("\ufffd", text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    return text.replace("\r\n", "\n") if "\r" in text else text


def shared_texts(blocks: Iterator[bytes]) -> list[str]:
    """The texts that cells point to by their number, in order."""
    texts: list[str] = []
    buffer = b""
    for block in blocks:
        buffer += block
        cut = buffer.rfind(b"</si>") + len(b"</si>")
        if cut >= len(b"</si>"):
            _add_texts(texts, decoded(buffer[:cut]))
            buffer = buffer[cut:]
        if len(buffer) > MAX_BUFFER or len(texts) > _MAX_TEXTS:
            raise Unreadable("文件中的文字过多或单段文字过大，请拆成几个较小的工作簿后再上传。")
    rest = decoded(buffer)
    empty = rest.count("<si/>") + rest.count("<si />")
    if not rest.rstrip().endswith(("sst>", "/>")) or rest.count("<si") != empty:
        raise damaged("文字表没有结尾")
    texts.extend("" for _ in range(empty))
    return texts


def visible_text(node: etree._Element) -> str:
    """The text of a rich text without the reading aid (phonetic) that stands beside it."""
    runs = node.iterfind(".//{*}t")
    return "".join(run.text or "" for run in runs if not _is_reading_aid(run))


def column_number(letters: str) -> int:
    """A is 0, Z is 25, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letter(number: int) -> str:
    """0 is A, 25 is Z, 26 is AA."""
    letters = ""
    rest = number + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(65 + digit) + letters
    return letters


def _entity(found: re.Match[str]) -> str:
    decimal, hexadecimal, name = found.groups()
    if name is not None:
        if name not in _NAMED or not found[0].endswith(";"):
            raise damaged("文字中有无法识别的转义")
        return _NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    if not 0 < code <= 0x10FFFF:  # noqa: PLR2004 - the last code point
        raise damaged("文字中有无法识别的转义")
    return chr(code)


def _add_texts(texts: list[str], chunk: str) -> None:
    found = _SHARED.findall(chunk)
    if len(found) == chunk.count("<si") and "<!" not in chunk:
        escaped = "&" in chunk or "_x" in chunk or "\r" in chunk
        texts.extend([clean_text(each) for each in found] if escaped else found)
        return
    start = chunk.find("<si")
    try:
        root = etree.fromstring(f"<sst>{chunk[max(start, 0) :]}</sst>", safe_parser())
    except etree.XMLSyntaxError as error:
        raise damaged("文字表无法读取") from error
    texts.extend(_of_parser(visible_text(item)) for item in root.iterfind("{*}si"))


def _of_parser(text: str) -> str:
    return clean_text(text.replace("&", "&amp;"))


def _is_reading_aid(run: etree._Element) -> bool:
    parent = run.getparent()
    return parent is not None and etree.QName(parent).localname == "rPh"
