"""The cells of one column as values of the register, each distinct cell read once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from yunguan.core.columns import Column, Kind
from yunguan.registers.importing.kinds import READERS
from yunguan.registers.importing.texts import EDGES
from yunguan.registers.importing.values import CellError, CellValue, Covered, NoValue
from yunguan.registers.importing.verdict import UNKNOWN, Context, Verdict, right, wrong

__all__ = ["CellNote", "CellProblem", "Context", "Converted", "convert"]

_DASHES: Final = frozenset({"-", "--", "—", "——", "–", "－", "/", "／", "\\", "∕"})
_NO_DATA: Final = _DASHES | {"无", "暂无", "不详", "未知", "空", "N/A", "n/a", "NA", "/ /"}
_WORDS: Final = frozenset({Kind.TEXT, Kind.LONG_TEXT})
_COUNTED: Final = frozenset({Kind.INTEGER, Kind.DECIMAL, Kind.MONEY})


@dataclass(frozen=True)
class CellProblem:
    """Why a cell is refused, and what to do; `row` is the row of Excel, `value` what stands there."""

    row: int
    value: CellValue
    message: str
    remedy: str


@dataclass(frozen=True)
class CellNote:
    """What was mapped in an accepted cell, or looks doubtful about it."""

    row: int
    value: CellValue
    message: str


@dataclass(frozen=True)
class Converted:
    """A column as read: one value a row, None where there is no data or the cell is among the problems."""

    values: list[Any]
    problems: list[CellProblem] = field(default_factory=list)
    notes: list[CellNote] = field(default_factory=list)


def convert(column: Column, values: Sequence[CellValue], context: Context | None = None) -> Converted:
    """Read a column; `context.rows` are the Excel rows of the values (counted from 1 where it gives none).

    The values are str, int, Decimal, date, bool; money is whole fen, choices and states are codes, an area is its
    six digits, a reference is the text that names its target.
    """
    context = context or Context()
    rows = context.rows or range(1, len(values) + 1)
    verdicts: dict[Any, Verdict] = {}
    texts: dict[str, Verdict] = {}
    converted = Converted([])
    for row, cell in zip(rows, values, strict=True):
        if cell.__class__ is str:
            verdict = texts.get(cell)
            if verdict is None:
                verdict = texts[cell] = verdict_on(column, cell, context)
        else:
            key = (getattr(cell, "reason", cell.__class__), cell)
            verdict = verdicts.get(key)
            if verdict is None:
                verdict = verdicts[key] = verdict_on(column, cell, context)
        converted.values.append(verdict.value)
        if verdict.message:
            converted.problems.append(CellProblem(row, cell, verdict.message, verdict.remedy))
        elif verdict.note:
            converted.notes.append(CellNote(row, cell, verdict.note))
    return converted


def verdict_on(column: Column, cell: CellValue, context: Context) -> Verdict:
    """What one cell amounts to in a column."""
    if isinstance(cell, Covered):
        return _under_merge(column, cell, context)
    if isinstance(cell, CellError):
        return wrong(f"单元格显示为错误 {cell.code}", "请改正公式，或直接填写正确的内容")
    if isinstance(cell, NoValue):
        return wrong("公式没有保存计算结果", "请在 Excel 中打开、重新计算并保存，或把公式粘贴为数值")
    trimmed = cell.strip(EDGES) if isinstance(cell, str) else cell
    if trimmed is None or trimmed == "":
        return _nothing(column, "没有填写")
    if _says_unknown(column, trimmed):
        return _nothing(column, f"“{trimmed}”表示没有数据，而本列必填")
    return _noted(READERS[column.kind](column, trimmed, context), cell, trimmed)


def _says_unknown(column: Column, cell: CellValue) -> bool:
    if not isinstance(cell, str) or cell not in (_DASHES if column.kind in _WORDS else _NO_DATA):
        return False
    return not _means_something(column, cell)


def _means_something(column: Column, cell: str) -> bool:
    """无 answers a yes-or-no question, and a choice may itself be called 无."""
    if column.kind is Kind.BOOLEAN:
        return cell == "无"
    return any(cell in choice for choice in column.choices)


def _nothing(column: Column, message: str) -> Verdict:
    if column.required:
        return wrong(message, f"请补填“{column.label}”")
    return UNKNOWN if message == "没有填写" else right(None, "表示没有数据的字样，已按空白读取")


def _noted(verdict: Verdict, cell: CellValue, trimmed: CellValue) -> Verdict:
    if verdict.message or verdict.note or cell is trimmed or cell == trimmed:
        return verdict
    return right(verdict.value, "去掉了前后的空格或看不见的字符")


def _under_merge(column: Column, cell: Covered, context: Context) -> Verdict:
    if context.fill_merged and cell.below and not column.key and column.kind not in _COUNTED:
        filled = verdict_on(column, cell.anchor, context)
        return filled if filled.message else right(filled.value, "合并单元格，按其首格的内容读取")
    return wrong("单元格在合并区域内，自身没有内容", "请取消合并，逐行填写")
