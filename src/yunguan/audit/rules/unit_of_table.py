"""表的金额单位与正文一致: a table whose amounts equal those of the text but for a factor of ten thousand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from yunguan.audit.compare import finding
from yunguan.audit.facts import Fact
from yunguan.audit.intervals import MYRIAD
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.sums.find import texts_of
from yunguan.audit.tables.sheet import Sheet
from yunguan.core.finding import Contradiction, Relation

_FEWEST_DIGITS = 4
_MOST_SHOWN = 6


@rule(
    "表的金额单位与正文一致",
    why="表头写的金额单位必须与表中的数相符；把元写成万元，数就差一万倍。",
    compares="表中位数较多、不会碰巧相同的金额，与正文和其他表的金额：数字相同而恰好差一万倍的，是单位写错。",
    silent="没有写单位的表，以及与别处没有相同金额的表，不核对。",
    caught=(
        "全年支出 1234.56 万元，其中基本支出 1000.06 万元。\n\n支出表\n单位：元\n\n| 项目 | 金额 |\n"
        "| 基本支出 | 1000.06 |\n| 合计 | 1234.56 |"
    ),
    passed=(
        "全年支出 1234.56 万元，其中基本支出 1000.06 万元。\n\n支出表\n单位：万元\n\n| 项目 | 金额 |\n"
        "| 基本支出 | 1000.06 |\n| 合计 | 1234.56 |"
    ),
    remedy="改正表的金额单位，或者按写明的单位换算表中的数。",
)
def unit_of_table(document: Document) -> Iterator[Verdict]:
    """The unit over a table is right when its amounts are those of the text; ten thousand times off, it is wrong."""
    in_text = _by_value(fact for text in document.once(texts_of) for fact in text.facts if _telling(fact))
    in_sheets = [(sheet, [fact for fact in sheet.facts if _telling(fact)]) for sheet in document.sheets]
    for sheet, facts in in_sheets:
        if not sheet.unit:
            continue
        cells = [fact for fact in facts if fact.quantity.unit == sheet.unit]
        beside = (fact for other, told in in_sheets if other.table != sheet.table for fact in told)
        yield from _judged(sheet, cells, in_text) or _judged(sheet, cells, _by_value(beside), least=2)


def _by_value(facts: Iterable[Fact]) -> dict[Decimal, Fact]:
    """The first fact of each value."""
    found: dict[Decimal, Fact] = {}
    for fact in facts:
        found.setdefault(fact.value, fact)
    return found


def _telling(fact: Fact) -> bool:
    """An amount with enough digits that meeting it again is no accident."""
    if not fact.quantity.is_money or fact.quantity.approximate:
        return False
    return len(str(fact.quantity.value).replace(".", "").strip("0")) >= _FEWEST_DIGITS


def _judged(sheet: Sheet, cells: list[Fact], found: Mapping[Decimal, Fact], *, least: int = 1) -> list[Verdict]:
    """One verdict a table: its amounts are met again as they are, or all of them ten thousand times off."""
    same = [cell for cell in cells if cell.value in found]
    slipped = [
        (cell, found[value]) for cell in cells for value in (cell.value * MYRIAD, cell.value / MYRIAD) if value in found
    ]
    distinct = {cell.value for cell, _ in slipped}
    if len(distinct) < least or (same and len({cell.value for cell in same}) >= len(distinct)):
        return [Relation(places=(same[0].place,), operands=())] if same and least == 1 else []
    pairs = list({cell.value: (cell, other) for cell, other in slipped}.values())[:_MOST_SHOWN]
    facts = [fact for pair in pairs for fact in pair]
    cell, other = pairs[0]
    message = (
        f"“{sheet.title}”的单位写作“{sheet.unit}”，表中的{cell.quantity.text}在别处写作{other.quantity.text}，"
        "数字相同而相差一万倍，这两处不能同时成立，请核对表的金额单位。"
    )
    return [finding(Contradiction, facts, message, expected=other.quantity.text, stated=cell.quantity.text)]
