"""文中所列的附件都在: what a list of attachments names stands in the document under its title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.identity import DocumentKind
from yunguan.audit.prose import bare, breaks_off, paragraphs
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.core.finding import Conflict, Hint, Relation
from yunguan.core.reading import Block

_OPENS = re.compile(r"^附\s*件\s*[:：]\s*(?P<rest>.*)$")
_ITEM = re.compile(r"^\s*(?:附件\s*)?\d{1,2}\s*[.．、:：]\s*(?P<title>[\u4e00-\u9fff“”《》（）()0-9]{6,50})[；;。]?$")
_SPLIT = re.compile(r"\s*(?=(?<!\d)\d{1,2}\s*[.．、]\s*[\u4e00-\u9fff《“])")
_MARKS = re.compile(r"[《》“”\"（）()\s]|(?:19|20)\d{2}年度?")
_MOST = 12


@rule(
    "所列附件都在文中",
    why="报告后面列出的附件要附全，缺了附表的报告会被退回。",
    compares="“附件：1. ……2. ……”所列的名称，与后文有没有同名的标题或表。",
    silent="一个也没有附在文中的，可能另行成文，只提示；没有列附件的、认不出种类的（如通知）、断开的摘录不核对。",
    caught=(
        "某局部门整体支出绩效自评报告\n一、情况\n已自评。\n附件：1. 部门整体支出绩效自评表 2. 项目支出绩效自评表\n"
        "部门整体支出绩效自评表\n得分96分。"
    ),
    passed=(
        "某局部门整体支出绩效自评报告\n一、情况\n已自评。\n附件：1. 部门整体支出绩效自评表 2. 项目支出绩效自评表\n"
        "部门整体支出绩效自评表\n得分96分。\n项目支出绩效自评表\n得分95分。"
    ),
    remedy="补上缺的附件，或从清单里删去不附的。",
)
def attachments_present(document: Document) -> Iterator[Verdict]:
    """Each attachment that the report lists stands behind the list under its own title."""
    blocks = list(paragraphs(document.reading))
    if document.identity.kind is DocumentKind.UNKNOWN or breaks_off(document.reading):
        return
    for index, block in enumerate(blocks):
        opened = _OPENS.match(block.text)
        if opened is None:
            continue
        named, last = _named(blocks, index, opened["rest"])
        behind = {_plain(each.text) for each in document.reading.blocks[_position(document, last) + 1 :]}
        present = [any(_plain(title) in text for text in behind) for title, _ in named]
        if named:
            yield from _judged(named, present)
            return


def _judged(named: list[tuple[str, Block]], present: list[bool]) -> Iterator[Verdict]:
    if not any(present):
        message = f"所列的{len(named)}个附件都不在这份文件里，另行成文的请一并提供，否则请补上。"
        yield Hint(message=message, places=(named[0][1].place(named[0][1].text),))
        return
    for (title, block), found in zip(named, present, strict=True):
        place = block.place(block.text)
        if found:
            yield Relation(places=(place,), operands=())
        else:
            yield Conflict(message=f"列有附件“{title}”，后文却没有它，请补上，或从清单里删去。", places=(place,))


def _named(blocks: list[Block], index: int, rest: str) -> tuple[list[tuple[str, Block]], Block]:
    """The titles in the list, on its own line or on the lines that follow, and the line where the list ends."""
    own = [(match["title"], blocks[index]) for part in _SPLIT.split(rest) if (match := _ITEM.match(part.strip()))]
    last = blocks[index]
    if not own or len(own) == 1:
        for block in blocks[index + 1 : index + _MOST]:
            match = _ITEM.match(block.text)
            if match is None:
                break
            own.append((match["title"], block))
            last = block
    return own, last


def _position(document: Document, block: Block) -> int:
    return next(i for i, each in enumerate(document.reading.blocks) if each is block)


def _plain(text: str) -> str:
    return _MARKS.sub("", bare(text))
