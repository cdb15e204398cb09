"""The tables of a final account or a budget, with the relations inside each and to the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from bench.audit.corpus.accounts import Accounts, Function, Lines, total
from bench.audit.corpus.draft import Draft, text_cells
from bench.audit.corpus.model import Cell, Ref, Row


@dataclass(frozen=True)
class Tone:
    """What the tables of a kind of document are called: 决算 or 预算."""

    word: str
    carried_in: str
    carried_out: str


FINAL, PLAN = Tone("决算", "年初结转和结余", "年末结转和结余"), Tone("预算", "上年结转", "结转下年")


def overall(draft: Draft, books: Accounts, tone: Tone) -> None:
    """收入支出总表: two sides that balance."""
    left = [
        ("一、一般公共预算财政拨款收入", books.fiscal, "fiscal"),
        ("二、政府性基金预算财政拨款收入", None, ""),
        ("三、事业收入", books.business, "business"),
        ("四、其他收入", books.other, "other"),
    ]
    right = [
        (f"{_ORDER[i]}、{head[1]}", sum(f.total for f in lines), f"class.{head[0]}")
        for i, (head, lines) in enumerate(books.functions)
    ]
    income, spending = draft.money(books.income, "income"), draft.money(books.spending, "spending")
    rows, sides = [], ([], [])  # type: ignore[var-annotated]
    for one, other in zip_longest(left, right, fillvalue=("", None, "")):
        cells: list[Cell] = []
        for side, (name, amount, key) in zip(sides, (one, other), strict=True):
            ref = None if amount is None else draft.money(amount, key)
            side.extend([ref] if ref else [])
            cells += [*text_cells(name), draft.cell(ref) if ref else Cell(())]
        rows.append(tuple(cells))
    draft.relate("sum", income, *sides[0])
    draft.relate("sum", spending, *sides[1])
    rows.append((*text_cells("本年收入合计"), draft.cell(income), *text_cells("本年支出合计"), draft.cell(spending)))
    rows += _carried(draft, books, tone, income, spending)
    head = [
        (Cell(("收入",), across=2), Cell(("支出",), across=2)),
        text_cells("项目", f"{tone.word}数", "项目", f"{tone.word}数"),
    ]
    draft.table(f"收入支出{tone.word}总表", head, rows, "注：本表反映部门本年度的总收支情况。")


_ORDER = "一二三四五六七八"


def _carried(draft: Draft, books: Accounts, tone: Tone, income: Ref, spending: Ref) -> list[Row]:
    begin, end = draft.money(books.begin, "begin"), draft.money(books.end, "end")
    grand = [draft.money(books.income + books.begin, "grand") for _ in range(2)]
    draft.relate("sum", grand[0], income, begin)
    draft.relate("sum", grand[1], spending, end)
    return [
        (*text_cells(tone.carried_in), draft.cell(begin), *text_cells(tone.carried_out), draft.cell(end)),
        (*text_cells("总计"), draft.cell(grand[0]), *text_cells("总计"), draft.cell(grand[1])),
    ]


def functional(draft: Draft, books: Accounts, tone: Tone, *, total_first: bool) -> None:
    """支出表 by the functional classification: class, group and line; basic and project."""
    head = [
        (
            Cell(("项目",), across=2),
            Cell(("本年支出合计",), down=2),
            Cell(("基本支出",), down=2),
            Cell(("项目支出",), down=2),
        ),
        text_cells("科目编码", "科目名称"),
    ]
    body: list[Row] = []
    classes: list[tuple[Ref, Ref, Ref]] = []
    for (code, name), lines in books.functions:
        row, refs = _function_row(
            draft, Function(code, name, sum(f.basic for f in lines), sum(f.project for f in lines)), f"class.{code}"
        )
        body.append(row)
        classes.append(refs)
        body += _children(draft, lines, refs)
    whole, refs = _function_row(draft, Function("", "合计", books.basic, books.project_spending), "")
    top = (
        draft.money(books.spending, "spending"),
        draft.money(books.basic, "basic"),
        draft.money(books.project_spending, "project"),
    )
    for index, ref in enumerate(top):
        draft.relate("sum", ref, *_shown(draft, [line[index] for line in classes]))
    draft.relate("sum", top[0], top[1], top[2])
    row = (Cell(("合计",), across=2), *(draft.cell(ref) for ref in top))
    draft.table(f"支出{tone.word}表", head, [row, *body] if total_first else [*body, row])
    del whole, refs


def _shown(draft: Draft, refs: Sequence[Ref]) -> list[Ref]:
    """The numbers that are printed: a nought leaves its cell blank."""
    return [ref for ref in refs if draft.items[ref.id].value]  # type: ignore[union-attr]


def _children(draft: Draft, lines: tuple[Function, ...], parent: tuple[Ref, Ref, Ref]) -> list[Row]:
    groups: dict[str, list[Function]] = {}
    for line in lines:
        groups.setdefault(line.code[:5], []).append(line)
    rows, middle = [], []
    for code, members in groups.items():
        name = _GROUPS.get(code, members[0].name + "相关支出")
        row, refs = _function_row(
            draft, Function(code, name, sum(f.basic for f in members), sum(f.project for f in members)), f"group.{code}"
        )
        rows.append(row)
        middle.append(refs)
        leaves = [_function_row(draft, member, f"line.{member.code}") for member in members]
        rows += [leaf for leaf, _ in leaves]
        for index, ref in enumerate(refs):
            draft.relate("sum", ref, *_shown(draft, [leaf[index] for _, leaf in leaves]))
    for index, ref in enumerate(parent):
        draft.relate("sum", ref, *_shown(draft, [refs[index] for refs in middle]))
    return rows


_GROUPS = {
    "21301": "农业农村", "21303": "水利", "21401": "公路水路运输", "20701": "文化和旅游", "20501": "教育管理事务",
    "20502": "普通教育", "21004": "公共卫生", "21302": "林业和草原", "20138": "市场监督管理事务", "20810": "社会福利",
    "20805": "行政事业单位养老支出", "21011": "行政事业单位医疗", "22102": "住房改革支出",
}  # fmt: skip


def _function_row(draft: Draft, line: Function, key: str) -> tuple[Row, tuple[Ref, Ref, Ref]]:
    keys = [f"{key}{part}" if key else "" for part in ("", ".basic", ".project")]
    refs = tuple(
        draft.money(amount, name) for amount, name in zip((line.total, line.basic, line.project), keys, strict=True)
    )
    draft.relate("sum", refs[0], *_shown(draft, refs[1:]))
    cells = (draft.cell(ref) if draft.items[ref.id].value else Cell(()) for ref in refs)  # type: ignore[union-attr]
    return (*text_cells(line.code, line.name), *cells), (refs[0], refs[1], refs[2])


def economic(draft: Draft, books: Accounts, tone: Tone) -> None:
    """基本支出明细表: economic codes on two sides, staff cost and office cost."""
    sides: tuple[list[Row], list[Row]] = ([], [])
    tops: tuple[list[Ref], list[Ref]] = ([], [])
    groups = (
        (0, "301", "工资福利支出", books.wages, "wages"), (0, "303", "对个人和家庭的补助", books.family, "family"),
        (1, "302", "商品和服务支出", books.goods, "goods"), (1, "310", "资本性支出", books.capital, "capital"),
    )  # fmt: skip
    for side, code, name, lines, key in groups:
        rows, ref = _economic(draft, code, name, lines, key)
        sides[side].extend(rows)
        tops[side].append(ref)
    staff, office = draft.money(books.staff_cost, "staff"), draft.money(books.office_cost, "office")
    draft.relate("sum", staff, *tops[0])
    draft.relate("sum", office, *tops[1])
    blank = text_cells("", "", "")
    body = [(*one, *other) for one, other in zip_longest(*sides, fillvalue=blank)]
    body.append(
        (Cell(("人员经费合计",), across=2), draft.cell(staff), Cell(("公用经费合计",), across=2), draft.cell(office))
    )
    head = [text_cells("科目编码", "科目名称", f"{tone.word}数", "科目编码", "科目名称", f"{tone.word}数")]
    draft.table(f"一般公共预算财政拨款基本支出{tone.word}表", head, body)


def _economic(draft: Draft, code: str, name: str, lines: Lines, key: str) -> tuple[list[Row], Ref]:
    top = draft.money(total(lines), key)
    refs = [draft.money(amount, f"eco.{line}") for line, _, amount in lines]
    draft.relate("sum", top, *refs)
    rows = [(*text_cells(code, name), draft.cell(top))]
    rows += [(*text_cells(line, label), draft.cell(ref)) for (line, label, _), ref in zip(lines, refs, strict=True)]
    return rows, top


def three(draft: Draft, books: Accounts, *, plan: bool) -> None:
    """三公经费表: one row of a budget, or budget and actual in twelve columns."""
    head = [
        (
            Cell(("合计",), down=2), Cell(("因公出国（境）费",), down=2),
            Cell(("公务用车购置及运行维护费",), across=3), Cell(("公务接待费",), down=2),
        ),
        text_cells("小计", "公务用车购置费", "公务用车运行维护费"),
    ]  # fmt: skip
    if plan:
        head = [(Cell(("项目",), down=2), *head[0]), head[1]]
        budget = _three_row(draft, books.three.budget, "three.plan", "three.budget")
        draft.table("一般公共预算“三公”经费支出表", head, [(*text_cells(f"{books.year}年预算"), *budget)])
        return
    head = [(Cell(("年度口径",), down=2), *head[0]), head[1]]
    rows = [
        (*text_cells("预算数"), *_three_row(draft, books.three.budget, "three.plan", "three.budget")),
        (*text_cells("决算数"), *_three_row(draft, books.three.actual, "three", "three")),
    ]
    draft.table("财政拨款“三公”经费支出决算表", head, rows)


def _three_row(draft: Draft, amounts: tuple[int, int, int, int], key: str, whole_key: str) -> Row:
    abroad, buy, run, host = (
        draft.money(amount, f"{key}.{name}")
        for amount, name in zip(amounts, ("abroad", "buy", "run", "host"), strict=True)
    )
    whole, car = draft.money(sum(amounts), whole_key), draft.money(amounts[1] + amounts[2], f"{key}.car")
    draft.relate("sum", whole, abroad, car, host)
    draft.relate("sum", car, buy, run)
    return tuple(draft.cell(ref) for ref in (whole, abroad, car, buy, run, host))


def empty(draft: Draft, title: str, why: str) -> None:
    """A table that stays empty, with the note that says so."""
    head = [text_cells("科目编码", "科目名称", "年初结转和结余", "本年收入", "本年支出", "年末结转和结余")]
    draft.table(title, head, [text_cells("", "", "", "", "", ""), text_cells("", "合计", "", "", "", "")], why)


def projects(draft: Draft, books: Accounts) -> None:
    """项目支出情况表: each project and the total."""
    head = [text_cells("项目名称", "年初预算数", "全年预算数", "全年执行数", "执行率（%）")]
    body: list[Row] = []
    columns: tuple[list[Ref], list[Ref], list[Ref]] = ([], [], [])
    for spent in books.projects:
        key = f"project.{spent.project.name}"
        refs = [
            draft.money(amount, f"{key}.{name}")
            for amount, name in ((spent.initial, "initial"), (spent.adjusted, "adjusted"), (spent.executed, "executed"))
        ]
        rate = draft.percent(spent.executed, spent.adjusted, f"{key}.rate")
        draft.relate("rate", rate, refs[2], refs[1])
        for column, ref in zip(columns, refs, strict=True):
            column.append(ref)
        body.append((*text_cells(spent.project.name), *(draft.cell(ref) for ref in (*refs, rate))))
    body.append(_total_row(draft, books, columns))
    draft.table("项目支出情况表", head, body)


def _total_row(draft: Draft, books: Accounts, columns: tuple[list[Ref], list[Ref], list[Ref]]) -> Row:
    sums = [sum(s.initial for s in books.projects), sum(s.adjusted for s in books.projects), books.project_spending]
    refs = [
        draft.money(amount, key)
        for amount, key in zip(sums, ("project.initial", "project.adjusted", "project"), strict=True)
    ]
    for ref, column in zip(refs, columns, strict=True):
        draft.relate("sum", ref, *column)
    rate = draft.percent(sums[2], sums[1], "project.rate")
    draft.relate("rate", rate, refs[2], refs[1])
    return (*text_cells("合计"), *(draft.cell(ref) for ref in (*refs, rate)))


def staff_table(draft: Draft, books: Accounts) -> None:
    """财政供养人员情况: posts, people, the rate."""
    posts, people = draft.num(books.posts, "", "posts"), draft.num(books.in_post, "", "in_post")
    rate = draft.percent(books.in_post, books.posts, "post.rate")
    draft.relate("rate", rate, people, posts)
    head = [text_cells("项目", "编制数", f"{books.year}年实际在职人数", "控制率")]
    body = [(*text_cells("财政供养人员（人）"), draft.cell(posts), draft.cell(people), Cell((rate,)))]
    draft.table("部门整体支出绩效评价基础数据表", head, body, unit="")
