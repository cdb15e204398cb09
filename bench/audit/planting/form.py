"""Defects of form and period: doubled words, ordinals, blanks, dates too early, last year's data, a table's unit."""

from __future__ import annotations

import re
from dataclasses import replace

from bench.audit.corpus.dice import Dice
from bench.audit.corpus.holding import broken
from bench.audit.corpus.layout import Layout, text_of
from bench.audit.corpus.model import Block, Num, Para, Ref, Report, Span, Table, refs_in
from bench.audit.planting.label import Label, Planted
from bench.audit.planting.places import digits, quote

_DOUBLED = ("管理", "项目", "资金", "服务", "培训", "监测", "安全", "制度")
_LEAST = 10
_DATED = re.compile(r"年|月|截[至止]")
_CONTEXT = 8
_LEFT = 20
_TURNED = {"万元": "元", "元": "万元"}


def doubled_word(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """A word typed twice."""
    del how
    spots = [
        (index, word)
        for index, block in enumerate(report.blocks)
        if isinstance(block, Para) and not block.role and len(block.spans) == 1 and isinstance(block.spans[0], str)
        for word in _DOUBLED
        if word in block.spans[0]
    ]
    if not spots:
        return None
    index, word = dice.choice(spots)
    text = report.blocks[index].spans[0]  # type: ignore[union-attr]
    assert isinstance(text, str)
    at = text.index(word)
    spoiled = text[:at] + word + text[at:]
    context = spoiled[max(0, at - _CONTEXT) : at + 2 * len(word) + _CONTEXT]
    changed = report.with_block(index, replace(report.blocks[index], spans=(spoiled,)))  # type: ignore[arg-type]
    return Planted(changed, Label("doubled_word", "hint", (context,), words=(word * 2,)))


def ordinal_missing(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """二是 without 一是: the first problem or measure lost its ordinal."""
    del how
    firsts = [
        index
        for index, block in enumerate(report.blocks)
        if isinstance(block, Para)
        and block.role.partition(":")[0] in {"problem", "measure"}
        and str(block.spans[:1]).startswith("('一")
    ]
    if not firsts:
        return None
    index = dice.choice(firsts)
    block = report.blocks[index]
    assert isinstance(block, Para)
    assert block.spans[1:]
    second = str(block.spans[1])
    changed = report.with_block(index, replace(block, spans=(second.removeprefix("是"), *block.spans[2:])))
    following = report.blocks[index + 1]
    assert isinstance(following, Para)
    return Planted(
        changed, Label("ordinal_missing", "hint", ("".join(map(str, following.spans))[:40],), words=("二是",))
    )


def blank_percent(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """占 %: the number never filled in."""
    spots: list[tuple[int, int]] = [
        (index, place)
        for index, block in enumerate(report.blocks)
        if isinstance(block, Para)
        for place, span in enumerate(block.spans)
        if isinstance(span, Ref) and getattr(report.items[span.id], "unit", "") == "%"
    ]
    if not spots:
        return None
    index, place = dice.choice(spots)
    block = report.blocks[index]
    assert isinstance(block, Para)
    number = block.spans[place].id  # type: ignore[union-attr]
    spans: tuple[Span, ...] = (*block.spans[:place], dice.choice((" %", "  %", "____%")), *block.spans[place + 1 :])
    before = text_of(report, how, block.spans[:place])
    changed = report.with_block(index, replace(block, spans=spans))
    return Planted(changed, Label("blank_percent", "conflict", (before[-_LEFT:],), words=("%",)), frozenset({number}))


def date_too_early(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """The cover is dated before the year that it reports on has ended."""
    del how
    found = [index for index, block in enumerate(report.blocks) if isinstance(block, Para) and block.role == "date"]
    if not found:
        return None
    year = report.traits["year"]
    text = f"{year}年{dice.between(9, 12)}月{dice.between(2, 28)}日"
    changed = report.with_block(found[0], Para((text,), "date"))
    return Planted(changed, Label("date_too_early", "conflict", (text,), words=(text,)))


def last_years_data(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """A paragraph that gives last year's number as this year's work."""
    del how
    spots = [
        i
        for i, block in enumerate(report.blocks)
        if isinstance(block, Para) and not block.role and _opens_plainly(report, block)
    ]
    if not spots:
        return None
    index, year = dice.choice(spots), int(report.traits["year"]) - 1
    block = report.blocks[index]
    assert isinstance(block, Para)
    lead = dice.choice((f"{year}年，", f"{year}年度", f"截至{year}年底，"))
    first = str(block.spans[0]).removeprefix("全年")
    changed = report.with_block(index, replace(block, spans=(lead, first, *block.spans[1:])))
    return Planted(changed, Label("last_years_data", "hint", (lead + first[:_LEAST],), words=(str(year),)))


def table_unit_slipped(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """The unit over a table says 元 where its amounts are 万元, or the reverse."""
    known = {number for relation in report.relations if relation.kind == "same" for number in relation.ids}
    spots = [
        i
        for i, block in enumerate(report.blocks)
        if isinstance(block, Table) and block.unit and _amounts(report, block, known)
    ]
    if not spots:
        return None
    index = dice.choice(spots)
    block = report.blocks[index]
    assert isinstance(block, Table)
    unit = _TURNED[block.unit]
    changed = report.with_block(index, replace(block, unit=unit))
    slipped = [ref.id for ref in refs_in(block) if getattr(report.items[ref.id], "unit", "") == block.unit]
    for number in slipped:
        changed = changed.with_item(number, replace(report.num(number), unit=unit))
    failing = [relation for relation in broken(changed) if relation.kind == "same"]
    if not failing:
        return None
    ids = {number for relation in failing for number in relation.ids}
    inside = sorted(ids & set(slipped))
    label = Label(
        "table_unit_slipped",
        "certain",
        (block.title, *sorted({quote(changed, how, number) for number in ids})),
        tuple(sorted({digits(changed, number) for number in inside})),
    )
    return Planted(changed, label, frozenset(slipped))


def _amounts(report: Report, block: Block, known: set[int]) -> bool:
    return any(ref.id in known and getattr(report.items[ref.id], "value", 0) > _LEAST for ref in refs_in(block))


def _opens_plainly(report: Report, block: Para) -> bool:
    numbers = [report.items[span.id] for span in block.spans if isinstance(span, Ref)]
    lead = block.spans[0]
    money = any(isinstance(item, Num) and item.unit in _TURNED for item in numbers)
    plain = isinstance(lead, str) and not _DATED.search(lead.removeprefix("全年")) and len(block.spans) > 1
    return plain and len(numbers) > 1 and not money
