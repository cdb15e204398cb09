"""Self-evaluation tables: money, indicators with targets and points, and the total of the points."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bench.audit.corpus.accounts import Spent
from bench.audit.corpus.draft import Draft, text_cells
from bench.audit.corpus.model import Cell, Ref, Row


@dataclass(frozen=True)
class Mark:
    """An indicator: its place in the scheme, name, target, actual, points, score (in hundredths) and reason."""

    level: str
    kind: str
    name: str
    target: str
    actual: str
    points: int
    score: int
    reason: str = ""


def marks_of(draft: Draft, spent: Spent, served: str) -> tuple[Mark, ...]:
    """Indicators of a project: output 50, benefit 30, satisfaction 10."""
    dice, project = draft.dice, spent.project
    target = dice.between(4, 60) * 5
    done = target if dice.chance(0.6) else dice.scaled(target, 0.8, 0.97)
    reason = "" if done == target else "部分任务受雨季影响顺延，已列入下一年度一季度完成"
    quality = dice.between(96, 100)
    pleased = dice.between(905, 985)
    output = Mark(
        "产出指标",
        "数量指标",
        project.output,
        f"≥{target}{project.counter}",
        f"{done}{project.counter}",
        20,
        2000 * done // target,
        reason,
    )
    return (
        output,
        Mark("产出指标", "质量指标", "验收合格率", "≥95%", f"{quality}%", 10, 1000),
        Mark("产出指标", "时效指标", "按期完成", "12月底前", "已完成", 10, 1000),
        Mark("产出指标", "成本指标", "成本控制", "不超预算", "未超预算", 10, 1000),
        Mark(
            "效益指标",
            "社会效益指标",
            f"{project.aim.partition('，')[0]}成效",
            "明显",
            "达到预期",
            15,
            1500 if dice.chance(0.7) else 1400,
            "",
        ),
        Mark(
            "效益指标",
            "可持续影响指标",
            "管护机制",
            "健全",
            "基本健全",
            15,
            1350,
            "管护经费尚未全部落实，下一步纳入预算",
        ),
        Mark(
            "满意度指标", "服务对象满意度指标", f"{served}满意度", "≥90%", f"{pleased // 10}.{pleased % 10}%", 10, 1000
        ),
    )


def execution_score(spent: Spent) -> int:
    """10 points times the execution rate, in hundredths."""
    return int((Decimal(1000) * spent.executed / spent.adjusted).quantize(Decimal(1)))


def self_evaluation(draft: Draft, spent: Spent, unit: str, department: str, own: int | None = None) -> int:
    """项目支出绩效自评表; `own` is the money that the unit adds itself. Returns the total score in hundredths."""
    project = spent.project
    marks = marks_of(draft, spent, project.served)
    money = execution_score(spent)
    whole = money + sum(mark.score for mark in marks)
    _money_table(draft, spent, (unit, department), money, own)
    _indicator_table(draft, project.name, marks, money, whole)
    return whole


def _money_table(draft: Draft, spent: Spent, who: tuple[str, str], score: int, own: int | None) -> None:
    key = f"project.{spent.project.name}"
    refs = [
        draft.money(amount, f"{key}.{name}")
        for amount, name in ((spent.initial, "initial"), (spent.adjusted, "adjusted"), (spent.executed, "executed"))
    ]
    unit, department = who
    carried = own if own is not None else draft.dice.scaled(spent.initial, 0.02, 0.1) if draft.dice.chance(0.4) else 0
    keys = (("", ""), ("placed.fiscal", "placed.own") if own else ("", ""), ("", ""))
    amounts = (spent.initial, spent.adjusted, spent.executed)
    parts = [
        _part(draft, ref, (amount - carried, carried), names)
        for ref, amount, names in zip(refs, amounts, keys, strict=True)
    ]
    rate = draft.percent(spent.executed, spent.adjusted, f"{key}.rate")
    points, got = draft.num(10, "", ""), draft.num(Decimal(score).scaleb(-2), "", "", 2)
    draft.relate("rate", rate, refs[2], refs[1])
    draft.relate("rate", rate, got, points)
    draft.relate("bound", points, got)
    draft.relate("bound", parts[1][0], parts[2][0])
    draft.relate("bound", parts[1][1], parts[2][1])
    head = [
        (Cell(("项目名称",)), Cell((spent.project.name,), across=6)),
        (Cell(("主管部门",)), Cell((department,), across=2), Cell(("实施单位",)), Cell((unit,), across=3)),
        text_cells("项目资金", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"),
    ]
    rows: list[Row] = [
        (
            *text_cells("年度资金总额"),
            *(draft.cell(ref) for ref in refs),
            draft.cell(points),
            Cell((rate,)),
            draft.cell(got),
        ),
        (*text_cells("其中：当年财政拨款"), *(draft.cell(one) for one, _ in parts), *text_cells("—", "—", "—")),
        (
            *text_cells("上年结转资金" if own is None else "其他资金（单位自筹）"),
            *(draft.cell(two) for _, two in parts),
            *text_cells("—", "—", "—"),
        ),
    ]
    draft.table("项目支出绩效自评表", head, rows)


def _part(draft: Draft, whole: Ref, amounts: tuple[int, int], keys: tuple[str, str]) -> tuple[Ref, Ref]:
    one, two = (draft.money(amount, key) for amount, key in zip(amounts, keys, strict=True))
    draft.relate("sum", whole, one, two)
    return one, two


def _indicator_table(draft: Draft, project: str, marks: tuple[Mark, ...], money: int, whole: int) -> None:
    head = [
        text_cells(
            "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"
        )
    ]
    points, scores, rows = [], [], []
    for index, mark in enumerate(
        (Mark("预算执行", "预算执行率", "资金支出进度", "100%", "见资金栏", 10, money), *marks)
    ):
        point, score = draft.num(mark.points, "", ""), draft.num(Decimal(mark.score).scaleb(-2), "", "", 2)
        draft.relate("bound", point, score)
        points.append(point)
        scores.append(score)
        reason = mark.reason or ("资金按合同约定跨年支付" if not index and money < _FULL else "")
        rows.append(
            (
                *text_cells(mark.level, mark.kind, mark.name, mark.target, mark.actual),
                draft.cell(point),
                draft.cell(score),
                *text_cells(reason),
            )
        )
    top, got = draft.num(100, "", ""), draft.num(Decimal(whole).scaleb(-2), "", f"score.{project}", 2)
    draft.relate("sum", top, *points)
    draft.relate("sum", got, *scores)
    rows.append((Cell(("总分",), across=5), draft.cell(top), draft.cell(got), Cell(())))
    draft.table("绩效指标完成情况", head, _grouped(rows), unit="")


_FULL = 1000


def _grouped(rows: list[Row]) -> list[Row]:
    """The first column written once for each run of equal names, over all rows of the run."""
    out: list[Row] = []
    for index, row in enumerate(rows):
        name = row[0].spans
        if index and rows[index - 1][0].spans == name and len(row) == len(rows[0]):
            out.append(row[1:])
            continue
        run = 1
        while index + run < len(rows) and rows[index + run][0].spans == name:
            run += 1
        out.append((Cell(name, row[0].across, run), *row[1:]))
    return out


def framework(draft: Draft, total_key: str) -> int:
    """A third party's score sheet: 决策, 过程, 产出, 效益; returns the total score in hundredths."""
    head = [text_cells("一级指标", "分值", "得分", "得分率")]
    rows: list[Row] = []
    points, scores, whole = [], [], 0
    for name, points_of in (("决策", 15), ("过程", 25), ("产出", 30), ("效益", 30)):
        score = draft.dice.scaled(points_of * 100, 0.75, 0.98) // 10 * 10
        point, got = (
            draft.num(points_of, "", f"points.{name}"),
            draft.num(Decimal(score).scaleb(-2), "", f"score.{name}", 2),
        )
        rate = draft.percent(score, points_of * 100, f"scorerate.{name}")
        draft.relate("rate", rate, got, point)
        draft.relate("bound", point, got)
        points.append(point)
        scores.append(got)
        whole += score
        rows.append((*text_cells(name), draft.cell(point), draft.cell(got), Cell((rate,))))
    top, got = draft.num(100, "", "points.all"), draft.num(Decimal(whole).scaleb(-2), "", total_key, 2)
    rate = draft.percent(whole, 10_000, "scorerate.all")
    draft.relate("sum", top, *points)
    draft.relate("sum", got, *scores)
    draft.relate("rate", rate, got, top)
    rows.append((*text_cells("合计"), draft.cell(top), draft.cell(got), Cell((rate,))))
    draft.table("绩效评价得分汇总表", head, rows, unit="")
    return whole
