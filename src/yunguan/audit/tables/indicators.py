"""The indicators of a self-evaluation form laid flat: name, target, actual value, points and score in a fixed order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from yunguan.audit.tables.cell import quantity
from yunguan.audit.tables.typed import Rows

# 项目支出绩效自评表、部门整体支出绩效自评表（财预〔2020〕10号附件）; places print the columns in orders of their own
_KINDS: Final = (
    ("name", re.compile(r"三级指标")),
    ("points", re.compile(r"分值|权重")),
    ("score", re.compile(r"得分")),
    ("target", re.compile(r"指标值|目标值")),
    ("actual", re.compile(r"完成值|实际值|完成情况")),
    ("reason", re.compile(r"偏差|原因|改进措施|备注")),
)
_HALF_HEAD = re.compile(r"年度|实际|全年|自评|年初")
_WANTED: Final = {"name", "points", "score", "target", "actual"}
_GROUP = re.compile(
    r"(?:[一二]级指标|(?:产出|效益|效果|满意度|数量|质量|时效|成本|经济|社会(?:公众满意度?)?"
    r"|生态(?:环境成本)?|可持续(?:影响)?|服务对象满意度?)*(?:类)?指标)(?:[（(]\d{1,3}分[)）])?"
)
_BLOCK = re.compile(r"(?:产出|效益|效果|满意度|成本)(?:类)?指标(?:[（(]\d{1,3}分[)）])?")
_TOTAL = re.compile(r"总\s*分|合\s*计|总\s*计")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_POINTS = re.compile(r"\d{1,3}(?:\.\d{1,2})?")
_WHOLES: Final = {Decimal(80), Decimal(90), Decimal(100)}
_HUNDRED: Final = Decimal(100)
_MOST_HEADS: Final = 14
_MOST_CELLS: Final = 600
_FEWEST: Final = 3
_LONGEST_NAME: Final = 60
HEADS: Final = ("一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析")


@dataclass(frozen=True)
class _Form:
    """The order in which a form prints the columns behind the name, and the cell that its first row begins at."""

    order: tuple[str, ...]
    first: int


def indicator_rows(cells: Sequence[str], at: int) -> tuple[int, Rows] | None:
    """The indicators under the heads that begin at this cell: where they end, and their rows; None where none do.

    Only rows whose points make up the whole (90 beside the budget's 10, or 100) are known to be read rightly.
    """
    form = _heads(cells, at)
    if form is None:
        return None
    rows: list[tuple[str, ...]] = []
    group, end, place = "", form.first, form.first
    stop = min(len(cells), form.first + _MOST_CELLS)
    while place < stop:
        total = _total(cells, place)
        if total and rows:
            rows.append(("", "总分", "", "", *total, ""))
            end = place + 1 + len(total)
            break
        block = re.sub(r"\s", "", cells[place])
        group = block if _BLOCK.fullmatch(block) else group
        row = _row(cells, place, form.order)
        if row is None:
            rows = _with_reason(rows, cells[place]) if end == place else rows
            place += 1
            continue
        rows.append((group, cells[place], *row, ""))
        place += 1 + len(form.order)
        end = place
    return (end, (HEADS, *rows)) if _whole(rows) else None


def _heads(cells: Sequence[str], at: int) -> _Form | None:
    if not re.sub(r"\s", "", cells[at]).endswith("三级指标"):
        return None
    order: list[str] = []
    for place in range(at, min(len(cells), at + _MOST_HEADS)):
        text = re.sub(r"\s", "", cells[place])
        kind = next((kind for kind, words in _KINDS if words.search(text)), None)
        if kind is None and not _HALF_HEAD.fullmatch(text):
            return _form(order, place)
        if kind is not None and kind in order:
            return _form(order, place)
        if kind is not None:
            order.append(kind)
    return None


def _form(order: list[str], first: int) -> _Form | None:
    behind = [kind for kind in order if kind not in {"name", "reason"}]
    return _Form(tuple(behind), first) if set(order) >= _WANTED and order[0] == "name" else None


def _row(cells: Sequence[str], at: int, order: tuple[str, ...]) -> tuple[str, ...] | None:
    """Target, actual value, points and score of the indicator named here; None where the cells are of another kind."""
    name = cells[at]
    if not _HAN.search(name) or len(name) > _LONGEST_NAME or _is_group(name) or at + len(order) >= len(cells):
        return None
    found = dict(zip(order, cells[at + 1 : at + 1 + len(order)], strict=True))
    if not (_POINTS.fullmatch(found["points"]) and _POINTS.fullmatch(found["score"])):
        return None
    if any(not found[kind] or _is_group(found[kind]) for kind in ("target", "actual")):
        return None
    points = Decimal(found["points"])
    if not 0 < points <= _HUNDRED or Decimal(found["score"]) > points:
        return None
    return found["target"], found["actual"], found["points"], found["score"]


def _is_group(text: str) -> bool:
    return bool(_GROUP.fullmatch(re.sub(r"\s", "", text)))


def _total(cells: Sequence[str], at: int) -> tuple[str, str] | None:
    """Points and score behind 总分; the points alone have no score."""
    numbers = [cell for cell in cells[at + 1 : at + 3] if quantity(cell, "") is not None]
    found = _TOTAL.fullmatch(cells[at]) and len(numbers) > 1 and all(map(_POINTS.fullmatch, numbers))
    return (numbers[0], numbers[1]) if found else None


def _with_reason(rows: list[tuple[str, ...]], text: str) -> list[tuple[str, ...]]:
    """The rows with these words behind the last score as its reason."""
    if not rows or not _HAN.search(text) or _is_group(text):
        return rows
    return [*rows[:-1], (*rows[-1][:-1], text)]


def _whole(rows: list[tuple[str, ...]]) -> bool:
    indicators = [row for row in rows if row[1] != "总分"]
    total = next((Decimal(row[4]) for row in rows if row[1] == "总分"), None)
    added = sum((Decimal(row[4]) for row in indicators), Decimal(0))
    return len(indicators) >= _FEWEST and (added in _WHOLES or added == total)
