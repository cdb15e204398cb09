"""同一事实各处一致: the same item in the same role, stated in several places of text and tables."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from yunguan.audit.compare import finding, operands, relation
from yunguan.audit.intervals import agrees, off_by_unit
from yunguan.audit.printing import printed
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.statements import Held, statements
from yunguan.core.finding import Conflict, Contradiction, Doubt, Hint

_MOST_VALUES = 5
_FEWEST_MISREAD = 4


@rule(
    "同一事实各处一致",
    why="同一件事在正文各处、正文与表、表与表之间只能有一个数（《预算法》第七十五条：数额准确）。",
    compares="同一项目在同一口径（预算数、调整数、执行数；全部资金或财政拨款）下，全文各处写出的数。",
    silent=(
        "叫法认不出、口径不同的不比较；说法太多、多半不是一件事时记为无法判定；"
        "整张表单位写错的由“表的金额单位与正文一致”说一次。"
    ),
    caught="全年公务接待费 1.20 万元。\n\n公务接待费 2.20 万元，用于调研。",
    passed="全年公务接待费 1.20 万元。\n\n公务接待费 1.20 万元，用于调研。",
    remedy="对照决算报表或账簿核实，把各处改成同一个数；口径不同的，在文中写明口径。",
)
def same_fact(document: Document) -> Iterator[Verdict]:
    """What is stated twice has one value: in the text, between text and tables, and between tables.

    A table that is off by exactly ten thousand has the wrong unit, which `unit_of_table` says once.
    """
    groups: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for key, held in document.once(statements):
        if not held.other_year:
            groups[key].append(held)
    said: list[tuple[str, Verdict]] = []
    for (name, _), group in groups.items():
        once = _distinct(group)
        if len(once) > 1:
            said.extend(_judged(name, once))
    yield from _understood(said)


def _understood(said: list[tuple[str, Verdict]]) -> Iterator[Verdict]:
    """The verdicts; a table that most of its statements speak against was misread, which is told once."""
    against: Counter[str] = Counter()
    along: Counter[str] = Counter()
    for tables, verdict in said:
        loud = isinstance(verdict, Contradiction | Conflict)
        (against if loud else along).update(filter(None, tables.split("\n")))
    misread = {table for table, count in against.items() if count >= _FEWEST_MISREAD and count > along[table]}
    yield from (verdict for tables, verdict in said if not misread & set(tables.split("\n")))
    for table in sorted(misread):
        concerned = [verdict for tables, verdict in said if table in tables.split("\n")]
        numbers = tuple(operand for verdict in concerned for operand in verdict.operands)
        message = f"{table}有{against[table]}处与别处对不上，多半是表没有认对，没有判定。"
        yield Doubt(message=message, places=concerned[0].places, operands=numbers)


def _distinct(group: list[Held]) -> list[Held]:
    """Each place once; amounts of other families (a count beside money) are left out."""
    family = group[0].fact.family
    seen: dict[tuple[str, int], Held] = {}
    for held in group:
        if held.fact.family == family:
            seen.setdefault((held.fact.block.where, held.fact.quantity.start), held)
    return list(seen.values())


def _tables(*held: Held) -> str:
    """The tables that statements stand in."""
    return "\n".join({each.sheet.table for each in held if each.sheet is not None})


def _judged(name: str, group: list[Held]) -> Iterator[tuple[str, Verdict]]:
    usual = _usual(group)
    if usual is None:
        places = tuple(held.fact.place for held in group[:_MOST_VALUES])
        message = f"“{name}”有{len(group)}处说法，各不相同，多半不是同一件事，没有判定。"
        yield "", Doubt(message=message, places=places, operands=operands(held.fact for held in group))
        return
    same = [held for held in group if agrees(held.fact, usual.fact)]
    differ = [held for held in group if held not in same]
    if len(same) > 1:
        yield _tables(*same), relation(held.fact for held in same)
    for held in differ:
        if off_by_unit(held.fact, usual.fact) and (held.sheet is not None or usual.sheet is not None):
            if held.sheet is not None and usual.sheet is not None:
                continue
            if (held.sheet is not None or len(same) == 1) and _whole_sheet(held.sheet or usual.sheet, group):
                continue
        yield _tables(held), _finding(name, held, same)


def _usual(group: list[Held]) -> Held | None:
    """A statement of the value that most agree with; None where there are too many values for one fact."""
    values: dict[tuple[Decimal, Decimal], list[Held]] = defaultdict(list)
    for held in group:
        values[held.fact.value, held.fact.step].append(held)
    if len(values) > _MOST_VALUES:
        return None
    first = [each[0] for each in values.values()]
    counts = [sum(len(each) for each in values.values() if agrees(one.fact, each[0].fact)) for one in first]
    return first[counts.index(max(counts))]


def _whole_sheet(sheet: object, group: list[Held]) -> bool:
    """True where every statement of that table is off by ten thousand: its unit is wrong, not one amount."""
    inside = [held for held in group if held.sheet is sheet]
    outside = [held for held in group if held.sheet is None]
    return all(off_by_unit(one.fact, other.fact) for one in inside for other in outside)


def _finding(name: str, odd: Held, same: list[Held]) -> Verdict:
    usual = same[0].fact
    fact = odd.fact
    facts = (fact, *(held.fact for held in same))
    title = name.partition(":")[2] or name
    unit, factor = fact.quantity.unit, fact.quantity.factor
    shown = {
        "expected": usual.quantity.text,
        "stated": fact.quantity.text,
        "difference": f"{printed((fact.value - usual.value) / factor)}{unit}",
    }
    one, other = (f"{each.quantity.text}（{each.place.where}）" for each in (fact, usual))
    message = f"“{title}”一处写的是{one}，另一处写的是{other}"
    if abs(fact.value - usual.value) <= max(fact.step, usual.step) and usual.quantity.unit == unit:
        return finding(Hint, facts, f"{message}；相差在末位，请核对。", **shown)
    if off_by_unit(fact, usual):
        return finding(Contradiction, facts, f"{message}；数字相同而单位不同，像是“元”与“万元”写错，请核对。", **shown)
    if odd.fiscal is not same[0].fiscal:
        text = f"{message}；只有两处口径不同（一处只算财政拨款）时才能同时成立，文中没有写明，请核对或写明。"
        return finding(Conflict, facts, text, **shown)
    return finding(Contradiction, facts, f"{message}；这两处不能同时成立，请核对。", **shown)
