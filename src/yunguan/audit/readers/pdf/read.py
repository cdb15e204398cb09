"""A PDF file as a Reading: its pages put together, without running heads, cut paragraphs and tables joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from yunguan.audit.outline import Line, blocks, cells_of
from yunguan.audit.reader import Reader, Unreadable
from yunguan.audit.readers.pdf.flow import Flow, body_of
from yunguan.audit.readers.pdf.heads import without_heads
from yunguan.audit.readers.pdf.opening import opened, recognises
from yunguan.audit.readers.pdf.overleaf import overleaf
from yunguan.audit.readers.pdf.page import Page, page_of
from yunguan.audit.readers.txt import segmented
from yunguan.core.reading import Reading, Table


def _read(name: str, data: bytes) -> Reading:
    with opened(name, data) as document:
        pages = [page_of(document, number) for number in range(1, len(document) + 1)]
    unread = tuple(f"第{page.number}页{page.unread}" for page in pages if page.unread)
    if not any(page.items for page in pages):
        raise _nothing(name, unread)
    kept = overleaf(without_heads(pages))
    flow = _flow(kept)
    tables = [*flow.tables]
    lines = [line for group in _groups(flow.lines) for line in _with_typed(group, tables)]
    return Reading(name, "pdf", tuple(blocks(lines)), tuple(tables), (*unread, *flow.unread))


def _flow(pages: Sequence[Page]) -> Flow:
    flow = Flow(*body_of(pages))
    for page in pages:
        flow.page(page)
    flow.end()
    return flow


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Running text, and between it headings by their type and the cells of tables."""
    return (list(group) for _, group in groupby(lines, key=lambda line: line.cell or line.level > 0))


def _with_typed(lines: Sequence[Line], tables: list[Table]) -> Iterator[Line]:
    """The lines, those of a table that was typed or laid flat as its cells; adds these tables."""
    if lines[0].cell or lines[0].level:
        yield from lines
        return
    for segment in segmented([(number, line.text) for number, line in enumerate(lines)]):
        own = [lines[number] for number, _ in segment.lines]
        if segment.rows is None:
            yield from own
            continue
        table = Table(f"{own[0].where}起的表", segment.rows)
        tables.append(table)
        yield from cells_of(table)


def _nothing(name: str, unread: tuple[str, ...]) -> Unreadable:
    why = f"（{unread[0]}{'等' if len(unread) > 1 else ''}）" if unread else ""
    return Unreadable(
        f"“{name}”里没有可读的文字{why}，请提供文字版（由 Word、WPS 直接导出的 PDF），或先做文字识别并人工校对后再提供"
    )


PDF = Reader("pdf", recognises, _read)
