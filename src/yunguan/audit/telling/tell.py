"""Telling the facts of a document: every quantity of its text and tables in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from yunguan.audit.facts import Fact, Role, facts_of
from yunguan.audit.identity import Identity, identity_of
from yunguan.audit.outline import numbering_level
from yunguan.audit.quantities import unspaced
from yunguan.audit.read import read
from yunguan.audit.tables.parse import sheets_of
from yunguan.audit.tables.sheet import Sheet
from yunguan.audit.telling.areas import area_of, city_of
from yunguan.audit.telling.periods import period_of, without_period
from yunguan.audit.telling.subjects import subject_of, tidy
from yunguan.audit.telling.told import Told
from yunguan.core.reading import Reading

_HANDED_ON = {Role.BUDGET, Role.ADJUSTED, Role.EXECUTED}
_LONGEST_OPENING = 24
_FAR = 400
"""How many characters before and behind a number may speak of it."""
_SHORTEST_OPENING = 4
_CODE_MARKS = "一二三四五六七八九十0123456789、.．（）() "


def told(path: Path | str) -> tuple[Told, ...]:
    """Every quantity that a file states; raises Unreadable."""
    return told_of(read(Path(path)))


def told_of(reading: Reading) -> tuple[Told, ...]:
    """Every quantity that a document states, in the order of its blocks."""
    identity = identity_of(reading)
    city = city_of("".join(block.text for block in identity.cover))
    order = {id(block): index for index, block in enumerate(reading.blocks)}
    found = [*_of_text(reading, identity, city), *_of_tables(reading, identity, city)]
    return tuple(sorted(found, key=lambda each: (order[id(each.fact.block)], each.quantity.start)))


def _of_text(reading: Reading, identity: Identity, city: str) -> Iterator[Told]:
    earlier: list[Fact] = []
    role = Role.STATED
    for fact in facts_of(reading):
        if earlier and (earlier[-1].block is not fact.block or earlier[-1].sentence != fact.sentence):
            earlier, role = [], Role.STATED
        text, (start, end) = fact.block.text, fact.sentence
        said = text[max(start, fact.quantity.start - _FAR) : fact.quantity.start]
        following = text[fact.quantity.end : min(end, fact.quantity.end + _FAR)]
        role = fact.role if fact.role in _HANDED_ON and not following.lstrip().startswith("的") else role
        yield Told(
            fact=fact,
            subject=subject_of(fact, earlier, said, following),
            topic=_topic(fact, earlier, said),
            role=role if fact.role is Role.STATED and fact.quantity.is_money else fact.role,
            period=period_of(said, fact.block.path, identity.year),
            area=area_of(said, fact.behind, city),
        )
        earlier.append(fact)


def _of_tables(reading: Reading, identity: Identity, city: str) -> Iterator[Told]:
    for sheet in sheets_of(reading):
        for row in sheet.rows:
            for column in sheet.columns:
                fact = row.cells.get(column.index)
                if fact is not None:
                    yield _cell(sheet, fact, (row.label, column.head), identity, city)


def _cell(sheet: Sheet, fact: Fact, heads: tuple[str, str], identity: Identity, city: str) -> Told:
    row, column = heads
    said = f"{row}，{column}"
    return Told(
        fact=fact,
        subject=tidy(fact.subject) or row,
        topic=sheet.title or _heading(fact),
        role=fact.role,
        period=period_of(said, (*fact.block.path, sheet.title), identity.year),
        area=area_of(said, "", city),
        row=row,
        column=column,
    )


def _topic(fact: Fact, earlier: Sequence[Fact], said: str) -> str:
    """The nearest heading, the clause that opens the fact's part of the sentence, and the whole it is a part of."""
    part = re.split(r"[；;]", said)[-1]
    opening, _, rest = unspaced(part).partition("，")
    telling = re.split(r"\d", without_period(opening))[0][:_LONGEST_OPENING]
    parts = [_heading(fact), telling if rest and len(telling) >= _SHORTEST_OPENING else "", _whole(fact, earlier)]
    return " › ".join(dict.fromkeys(part for part in parts if part))


def _whole(fact: Fact, earlier: Sequence[Fact]) -> str:
    """The subject of the number before the bracket that this one stands in."""
    bracket = max(fact.block.text.rfind(mark, 0, fact.quantity.start) for mark in "（(")
    if bracket < fact.sentence[0] or re.search("[）)]", fact.block.text[bracket : fact.quantity.start]):
        return ""
    whole = (each.before for each in reversed(earlier) if each.quantity.end <= bracket and not each.quantity.is_rate)
    return next(whole, "")


def _heading(fact: Fact) -> str:
    """The nearest heading without its numbering."""
    nearest = fact.block.path[-1] if fact.block.path else ""
    return nearest.lstrip(_CODE_MARKS) if numbering_level(nearest) else nearest
