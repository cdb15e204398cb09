"""`yunguan score`: the score tree of a year, item by item, with what each rule says and what the gate objects to."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from yunguan.cli import say
from yunguan.cli.periods import PERIOD
from yunguan.core.period import Kind, Period

if TYPE_CHECKING:
    from yunguan.audit.report import AuditReport
    from yunguan.evaluation.gate.check import Objection
    from yunguan.evaluation.scored import ScoredGroup, ScoredItem, ScoredScheme

_STYLES = {"met": "green", "missed": "yellow", "overshot": "yellow"}


@click.command(help="按指标体系计分：部门整体支出和各项目支出的自评得分。")
@click.argument("period", type=PERIOD, metavar="年度")
@click.option("--subject", default="", help="只看一个评价对象：department 或项目代码。")
@click.option("--check", "check_", is_flag=True, help="列出报送前检查意见；有必须改正的，以 1 退出。")
@click.option(
    "--report",
    "file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="给写好的报告按评分表预评格式和文字，例如 部门整体支出绩效自评报告.docx。",
)
@click.option("--json", "json_", is_flag=True, help="只输出一份 JSON。")
def command(period: Period, subject: str, file: Path | None, *, check_: bool, json_: bool) -> None:
    """Print the trees; exit 2 for a period that is no year, an unknown subject, or a year without a scheme.

    With ``--check`` exit 1 where something blocks the hand-in.
    """
    from yunguan.evaluation.scheme import DEPARTMENT  # noqa: PLC0415 - after Django
    from yunguan.evaluation.selectors import NoScheme, score, subjects  # noqa: PLC0415

    if period.kind is not Kind.YEAR:
        raise click.UsageError("绩效自评按年度计分，请写成 2023 的形式。")
    year = period.first.year
    known = subjects(year)
    if subject and subject not in known:
        raise click.UsageError(f"没有评价对象“{subject}”，可用的有：{'、'.join(known)}。")
    try:
        trees = {name: score(year, name) for name in ([subject] if subject else known)}
    except NoScheme as fault:
        click.echo(str(fault), err=True)
        sys.exit(2)
    found = {name: _objections(year, name, trees) for name in trees} if check_ or json_ else {}
    if json_:
        told = {name: tree.as_json() | {"findings": [e.as_json() for e in found[name]]} for name, tree in trees.items()}
        first = told.pop(subject or DEPARTMENT)
        say.as_json(first | {"projects": list(told.values())} | (_form_json(_audited(file)) if file else {}))
    else:
        for name, tree in trees.items():
            Console().print(_tree(tree))
            _tell(found.get(name))
        if file:
            _tell_form(_audited(file))
    sys.exit(1 if check_ and any(each.blocks for every in found.values() for each in every) else 0)


def _objections(year: int, subject: str, trees: dict[str, ScoredScheme]) -> tuple[Objection, ...]:
    from yunguan.evaluation.gate.check import inspect  # noqa: PLC0415 - after Django
    from yunguan.evaluation.gate.reading import dossier_of  # noqa: PLC0415

    return inspect(dossier_of(year, subject, trees=trees))


def _tell(found: tuple[Objection, ...] | None) -> None:
    """The objections for a person, in plain lines; nothing where they were not asked for."""
    from yunguan.evaluation.gate.check import SEVERITIES  # noqa: PLC0415 - after Django

    if found is None:
        return
    blocking = sum(each.blocks for each in found)
    click.echo(f"报送前检查：必须改正 {blocking} 处，请核对 {len(found) - blocking} 处。")
    for code, alike in groupby(found, key=lambda each: (each.severity, each.code)):
        several = list(alike)
        for each in several:
            click.echo(f"［{SEVERITIES[each.severity]}］{each.place.where}：{each.message}")
            if each.place.quote:
                click.echo(f"    原文：{each.place.quote}")
        click.echo(f"    怎么办：{several[0].remedy}（{code[1]}）")


def _audited(file: Path) -> AuditReport:
    from yunguan.audit.guarded.pool import audit_files  # noqa: PLC0415 - only a run needs it

    return next(iter(audit_files([file], None)))


def _form_json(report: AuditReport) -> dict[str, Any]:
    from yunguan.evaluation.gate.report_form import NOTE, SOURCE, score_form  # noqa: PLC0415 - after Django

    lines = [each.as_json() for each in score_form(report)]
    return {"report_form": {"file": report.file, "source": SOURCE, "note": NOTE, "lines": lines}}


def _tell_form(report: AuditReport) -> None:
    from yunguan.evaluation.gate.report_form import NOTE, SOURCE, score_form  # noqa: PLC0415 - after Django

    rows = []
    for each in score_form(report):
        told = each.as_json()
        faults = "；".join(fault["message"] for fault in told["faults"])
        cells = (told["part"], told["title"], told["points"], told["deducted"] or "", told["score"] or "未核对")
        rows.append((*cells, faults, told["by_hand"]))
    say.table(f"报告预评：{report.file}", ("部分", "项目", "分值", "扣分", "得分", "问题", "须人工核对"), rows)
    click.echo(f"依据：{SOURCE}。{NOTE}")


def _tree(scored: ScoredScheme) -> Tree:
    root = Tree(Text(f"{scored.subject} · {scored.scheme.title}：{_sum(scored)}，{_band(scored)}", "bold"))
    if scored.capped_by:
        root.add(Text(f"{scored.capped_by}（封顶前 {scored.uncapped} 分）", "yellow"))
    for child in scored.children:
        _grow(root, child)
    return root


def _grow(tree: Tree, node: ScoredGroup | ScoredItem) -> None:
    from yunguan.evaluation.scored import ScoredGroup  # noqa: PLC0415 - after Django

    if not isinstance(node, ScoredGroup):
        tree.add(Text("；".join(_leaf(node)), _STYLES.get(node.judgement.verdict.value, "red")))
        return
    branch = tree.add(Text(f"{node.group.title}：{_sum(node)}"))
    for child in node.children:
        _grow(branch, child)


def _leaf(one: ScoredItem) -> Iterator[str]:
    from yunguan.evaluation.rule import told  # noqa: PLC0415 - after Django

    aim = f"目标 {one.item.aim or '未设'}，" if one.applies else ""
    yield f"{one.item.title} {_sum(one)}：{aim}完成 {told(one.actual.reached, one.item.unit)}"
    yield one.judgement.says.rstrip("。")
    if one.edit:
        yield f"系统计分 {one.computed}，由{one.edit.by}改为 {one.edit.score}，原因：{one.edit.why}"
    if one.reason_owed and not one.remark.reason:
        yield "须说明原因"


def _sum(node: ScoredScheme | ScoredGroup | ScoredItem) -> str:
    shown = "未计分" if node.score is None else f"{node.score}"
    return f"{shown} / {node.points} 分"


def _band(scored: ScoredScheme) -> str:
    return f"等级：{scored.band}" if scored.band else f"等级未定（{len(scored.open_items)} 项未佐证）"
