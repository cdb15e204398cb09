"""A final account of an invented unit with its nine tables and its text, whole, or with one cell or word changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from tests.audit.accounts.tables import TABLES, Rows
from yunguan.audit.outline import blocks, cells_of
from yunguan.core.reading import Reading, Table

_NOTES: Mapping[str, str] = {"08": "注：本单位没有国有资本经营预算财政拨款支出，故本表为空表。"}

_TEXT = """第三部分 2023年度部门决算情况说明
一、收入支出决算总体情况说明
2023年度收、支总计均为610.00万元。与上年相比，收、支总计各增加45.00万元，增长7.96%，主要原因是新增测量项目，收入增加。
二、收入决算情况说明
2023年度收入合计600.00万元，其中：财政拨款收入580.00万元，占96.67%；事业收入15.00万元，占2.50%；其他收入5.00万元，占0.83%。
三、支出决算情况说明
2023年度支出合计595.00万元，其中：基本支出420.00万元，占70.59%；项目支出175.00万元，占29.41%。
四、财政拨款收入支出决算总体情况说明
2023年度财政拨款收、支总计均为588.00万元。与上年相比，增加38.00万元，增长6.91%，主要原因是人员经费增加。
五、一般公共预算财政拨款支出决算情况说明
（一）支出决算总体情况
2023年度一般公共预算财政拨款支出556.00万元，占本年支出合计的93.45%。与上年相比，减少4.00万元，下降0.71%，主要原因是压减一般性开支。
（二）支出决算结构情况
2023年度一般公共预算财政拨款支出556.00万元，主要用于以下方面：社会保障和就业支出（类）45.00万元，占8.09%；自然资源海洋气象等支出（类）511.00万元，占91.91%。
（三）支出决算具体情况
2023年度一般公共预算财政拨款支出年初预算为500.00万元，支出决算为556.00万元，完成年初预算的111.20%。
六、一般公共预算财政拨款基本支出决算情况说明
2023年度一般公共预算财政拨款基本支出405.00万元，其中：人员经费330.00万元，公用经费75.00万元。
七、财政拨款“三公”经费支出决算情况说明
2023年度“三公”经费支出预算为9.00万元，支出决算为6.20万元，完成预算的68.89%。其中：因公出国（境）费支出0.00万元；公务用车购置及运行维护费支出4.40万元；公务接待费支出1.80万元，比上年减少0.20万元，下降10.00%，主要原因是厉行节约，接待批次减少。
八、政府性基金预算财政拨款收入支出决算情况说明
2023年度政府性基金预算财政拨款本年收入20.00万元，本年支出20.00万元，年末结转和结余0.00万元。
九、关于国有资本经营预算财政拨款支出情况说明
2023年度本单位没有国有资本经营预算财政拨款支出。
十、政府采购支出说明
2023年度政府采购支出总额32.50万元，其中：货物支出12.00万元、工程支出8.50万元、服务支出12.00万元。
第四部分 名词解释
基本支出：为保障机构正常运转而发生的支出。
"""


@dataclass(frozen=True)
class Account:
    """The nine tables and the text; `units` is the unit of money over each table."""

    tables: Mapping[str, tuple[str, Rows]] = field(default_factory=lambda: dict(TABLES))
    notes: Mapping[str, str] = field(default_factory=lambda: dict(_NOTES))
    text: str = _TEXT
    units: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    name: str = "清河市测绘中心"

    def cell(self, table: str, label: str, column: int, value: str) -> Account:
        """The account with another value in a column of the first row that holds this label."""
        title, rows = self.tables[table]
        at = next(i for i, row in enumerate(rows) if label in row)
        row = (*rows[at][:column], value, *rows[at][column + 1 :])
        return replace(self, tables={**self.tables, table: (title, (*rows[:at], row, *rows[at + 1 :]))})

    def said(self, old: str, new: str) -> Account:
        """The account with other words in its text."""
        assert old in self.text, old
        return replace(self, text=self.text.replace(old, new))

    def noted(self, table: str, note: str) -> Account:
        """The account with this note under a table, "" for none."""
        return replace(self, notes={**self.notes, table: note})

    def unit(self, table: str, unit: str) -> Account:
        """The account with this unit of money over a table."""
        return replace(self, units={**self.units, table: unit})

    def named(self, table: str, name: str) -> Account:
        """The account with this unit's name over a table."""
        return replace(self, names={**self.names, table: name})

    def __str__(self) -> str:
        return "\n".join(
            (
                f"{self.name}2023年度部门决算",
                "第一部分 部门概况",
                "一、主要职责",
                "承担全市基础测绘、地理信息更新和测量标志保护。",
                "第二部分 2023年度部门决算表",
                *(self._table(number) for number in self.tables),
                self.text,
            )
        )

    def workbook(self) -> Reading:
        """The tables alone as a workbook has them: name, number, unit and unit of money in rows of each sheet."""
        tables = tuple(self._sheet(number) for number in self.tables)
        return Reading("决算.xlsx", "xlsx", tuple(blocks(line for table in tables for line in cells_of(table))), tables)

    def _sheet(self, number: str) -> Table:
        title, rows = self.tables[number]
        width = max(map(len, rows))
        above = ((title,), (f"公开{number}表",), (f"部门：{self.name}", f"金额单位：{self.units.get(number, '万元')}"))
        below = ((self.notes[number],),) if self.notes.get(number) else ()
        filled = (row + ("",) * (width - len(row)) for row in (*above, *rows, *below))
        return Table(f"“{title}”工作表", tuple(filled))

    def _table(self, number: str) -> str:
        title, rows = self.tables[number]
        body = "\n".join("\t".join(row) for row in rows)
        unit = self.units.get(number, "万元")
        note = self.notes.get(number, "")
        lines = (
            title,
            f"公开{number}表\n部门：{self.names.get(number, self.name)}\n单位：{unit}",
            body,
            *([note] if note else ()),
        )
        return "\n".join(lines) + "\n"
