"""Read a form from its file: TOML, or JSON of the same shape; what does not fit is named with place and remedy."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from yunguan.report.forms.filled import Align
from yunguan.report.forms.formula import parse
from yunguan.report.forms.model import ABOVE, CellSpec, EmptyNote, Form, FormError, Layout, Occasion, Per, RowSpec
from yunguan.report.forms.numbers import CELL_FORMATS

REPEATS = frozenset(
    {
        *("projects", "buildings", "government_fund", "state_capital", "social_insurance"),
        *("score", "caps", "targets", "tasks", "watch"),
    }
)
_YEARS = re.compile(r"(?P<first>[0-9]{4})?-(?P<last>[0-9]{4})?")
_FORMULA = re.compile(r"=(?P<formula>[^|]+)(?:\|(?P<format>[a-z0-9_]+))?")
_KEYS = frozenset(
    {
        *("code", "title", "source", "occasion", "per", "annex", "sheet", "subtitle", "left", "right", "landscape"),
        *("widths", "layouts", "rows", "notes", "signature", "empty"),
    }
)
_ROW_KEYS = frozenset(
    {"cells", "layout", "name", "head", "every_page", "repeat", "merge", "otherwise", "years"},
)
_CELL_KEYS = frozenset({"text", "formula", "figure", "format", "align", "head"})
_LONGEST_SHEET_NAME = 20  # a workbook allows 31; the name of a project may follow


def read_form(path: Path) -> Form:
    """The form of a file; raises FormError where it cannot be one."""
    text = path.read_text(encoding="utf-8")
    try:
        data = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
    except ValueError as problem:
        raise FormError(path.name, "", f"文件不合 {path.suffix[1:].upper()} 的写法（{problem}），请改正") from None
    return form_of(data, path.name)


def form_of(data: Any, name: str) -> Form:
    """The form that such data declare; ``name`` is for complaints."""
    return _Reader(name).form(data)


class _Reader:
    """Reads one file."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._place = ""

    def form(self, data: Any) -> Form:
        data = self._table(data, _KEYS)
        widths = tuple(self._list(data, "widths", int))
        layouts = {name: self._layout(name, each) for name, each in data.get("layouts", {}).items()}
        rows = tuple(self._rows(data, layouts))
        form = Form(
            code=self._text(data, "code"),
            title=self._text(data, "title"),
            source=self._text(data, "source"),
            occasion=self._one_of(data, "occasion", Occasion),
            per=self._one_of({"per": "department"} | data, "per", Per),
            annex=int(data.get("annex", 0)),
            sheet=str(data.get("sheet", data.get("title", "")))[:_LONGEST_SHEET_NAME],
            subtitle=str(data.get("subtitle", "")),
            left=str(data.get("left", "")),
            right=str(data.get("right", "")),
            landscape=bool(data.get("landscape", False)),
            widths=widths,
            layouts=layouts,
            rows=rows,
            notes=tuple(self._list(data, "notes", str)),
            signature=tuple(self._list(data, "signature", str)),
            empty=self._empty(data.get("empty")),
        )
        self._check_grid(form)
        self._check_names(form)
        return form

    def _layout(self, name: str, data: Any) -> Layout:
        self._place = f"版式“{name}”"
        data = self._table(data, frozenset({"names", "spans", "aligns", "formats"}))
        names = tuple(self._list(data, "names", str))
        count = len(names)
        made = Layout(
            names,
            tuple(self._list({"spans": [1] * count} | data, "spans", int)),
            tuple(Align(each) for each in self._aligns({"aligns": ["center"] * count} | data)),
            tuple(self._list({"formats": ["decimal2"] * count} | data, "formats", str)),
        )
        if not count == len(made.spans) == len(made.aligns) == len(made.formats) or len(set(names)) != count:
            raise self._error("names、spans、aligns、formats 须一栏一个，且栏名不重复，请补齐")
        self._refuse_formats(made.formats)
        return made

    def _aligns(self, data: Mapping[str, Any]) -> Iterator[str]:
        for each in self._list(data, "aligns", str):
            if each not in set(Align):
                raise self._error(f"对齐方式“{each}”不存在，请用 left、center 或 right")
            yield each

    def _rows(self, data: Mapping[str, Any], layouts: Mapping[str, Layout]) -> Iterator[RowSpec]:
        for number, row in enumerate(self._list(data, "rows", dict), start=1):
            self._place = f"第 {number} 行"
            yield self._row(self._table(row, _ROW_KEYS), layouts)

    def _row(self, data: Mapping[str, Any], layouts: Mapping[str, Layout]) -> RowSpec:
        name = self._text(data, "layout")
        if name not in layouts:
            raise self._error(f"没有名为“{name}”的版式，已有：{'、'.join(layouts)}")
        layout, repeat = layouts[name], str(data.get("repeat", ""))
        cells, otherwise = (tuple(self._cells(data, key, layout)) for key in ("cells", "otherwise"))
        merge = tuple(self._list(data, "merge", str))
        if repeat and repeat not in REPEATS:
            raise self._error(f"不能按“{repeat}”重复，请改用以下之一：{'、'.join(sorted(REPEATS))}")
        if unknown := [each for each in merge if each not in layout.names]:
            raise self._error(f"要合并的栏“{unknown[0]}”不在版式“{name}”里，请核对")
        flags = {key: bool(data.get(key, False)) for key in ("head", "every_page")}
        years = self._years(str(data.get("years", "-")))
        named = str(data.get("name", ""))
        return RowSpec(cells, name, named, repeat=repeat, merge=merge, otherwise=otherwise, years=years, **flags)

    def _years(self, text: str) -> tuple[int | None, int | None]:
        found = _YEARS.fullmatch(text)
        if found is None:
            raise self._error(f"年度范围“{text}”看不懂，请写成“2019-”“-2018”或“2019-2022”的样子")
        first, last = (int(year) if year else None for year in found.group("first", "last"))
        return first, last

    def _cells(self, data: Mapping[str, Any], key: str, layout: Layout) -> Iterator[CellSpec]:
        cells = self._list(data, key, object)
        if (cells or key == "cells") and len(cells) != len(layout.names):
            raise self._error(f"有 {len(cells)} 格，版式要 {len(layout.names)} 格，请补齐")
        yield from (self._cell(each) for each in cells)

    def _cell(self, data: object) -> CellSpec:
        if isinstance(data, str):
            found = _FORMULA.fullmatch(data)
            made = CellSpec(formula=found["formula"], format=found["format"] or "") if found else CellSpec(data)
        else:
            given = self._table(data, _CELL_KEYS)
            align = Align(next(self._aligns({"aligns": [given["align"]]}))) if "align" in given else None
            words = {key: str(given.get(key, "")) for key in ("text", "formula", "figure", "format")}
            made = CellSpec(**words, align=align, head=bool(given.get("head", False)))
        self._refuse_formats((made.format,))
        if made.formula:
            self._parsed(made.formula)
        return made

    def _parsed(self, formula: str) -> tuple[str, ...]:
        try:
            return parse(formula).names
        except ValueError as problem:
            raise self._error(str(problem)) from None

    def _refuse_formats(self, names: tuple[str, ...]) -> None:
        if unknown := [each for each in names if each and each not in CELL_FORMATS]:
            raise self._error(f"单元格的数字格式“{unknown[0]}”不存在，请改用以下之一：{'、'.join(CELL_FORMATS)}")

    def _empty(self, data: Any) -> EmptyNote | None:
        self._place = "空表说明"
        if data is None:
            return None
        data = self._table(data, frozenset({"figures", "note"}))
        return EmptyNote(tuple(self._list(data, "figures", str)), self._text(data, "note"))

    def _check_grid(self, form: Form) -> None:
        for name, layout in form.layouts.items():
            if sum(layout.spans) != len(form.widths):
                self._place = f"版式“{name}”"
                raise self._error(
                    f"各栏合占 {sum(layout.spans)} 列，表有 {len(form.widths)} 列，请改正 spans 或 widths"
                )

    def _check_names(self, form: Form) -> None:
        """Every name of a formula is a row or a column; a row is not named like a column."""
        rows = {row.name for row in form.rows if row.name}
        columns = {name for layout in form.layouts.values() for name in layout.names}
        if both := sorted(rows & columns):
            raise self._error(f"“{both[0]}”既是行名又是栏名，请改其一")
        for number, row in enumerate(form.rows, start=1):
            self._place = f"第 {number} 行"
            for name in (name for cell in row.cells if cell.formula for name in self._parsed(cell.formula)):
                first, _, second = name.partition(".")
                if first not in rows | columns or (second and second not in columns):
                    raise self._error(f"公式里的“{name}”既不是行名也不是栏名，请核对")
            if row.cells[0].text == ABOVE and number == 1:
                raise self._error("首行没有上一行可以合并，请去掉“^”")

    def _table(self, data: object, keys: frozenset[str]) -> dict[str, Any]:
        if not isinstance(data, dict):
            raise self._error("这里须是一组“名称 = 值”，请改正")
        if unknown := sorted(set(data) - keys):
            raise self._error(f"不认得“{unknown[0]}”，可用：{'、'.join(sorted(keys))}")
        return data

    def _text(self, data: Mapping[str, Any], key: str) -> str:
        if not isinstance(data.get(key), str) or not data[key]:
            raise self._error(f"缺少“{key}”，请补上")
        return str(data[key])

    def _list(self, data: Mapping[str, Any], key: str, kind: type) -> list[Any]:
        found = data.get(key, [])
        if not isinstance(found, list) or not all(isinstance(each, kind) for each in found):
            raise self._error(f"“{key}”须是一列{'整数' if kind is int else '值'}，请改正")
        return found

    def _one_of(self, data: Mapping[str, Any], key: str, kind: type[Any]) -> Any:
        try:
            return kind(data.get(key))
        except ValueError:
            raise self._error(f"“{key}”须是以下之一：{'、'.join(str(each) for each in kind)}") from None

    def _error(self, message: str) -> FormError:
        return FormError(self._name, self._place, message)
