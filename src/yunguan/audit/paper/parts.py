"""The parts of a working paper: conclusion, findings, ledger, what holds, what nothing checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import Final

from yunguan.audit.ledger import name_of, said_of_document
from yunguan.audit.outputs.saying import counted, graded, measured, ordered, read_as, verdict
from yunguan.audit.paper.markup import Child, Markup, element
from yunguan.audit.report import AuditReport
from yunguan.audit.waivers.waiver import short
from yunguan.audit.wording import OUTCOMES, SEVERITIES
from yunguan.core.finding import Finding, Operand, Place

_MOST: Final = 12


def conclusion(report: AuditReport) -> Iterator[Markup]:
    """What was read, as what, and what came of it."""
    yield element("h2", "一、核对结论")
    rows: list[tuple[str, Child | Iterable[Child]]] = [
        ("核对结果", verdict(report)),
        ("文件读取", read_as(report) or "没有读出来。"),
        ("文件种类", said_of_document(report)),
        ("规则", f"{counted(report.ledger)}。"),
        ("核对成立", f"{len(report.checked)} 处关系"),
        ("没有核对到", f"{len(report.unchecked)} 个数"),
    ]
    if report.reading is not None and report.reading.unread:
        rows.append(("没有读到", [element("p", part) for part in report.reading.unread]))
    if report.notices:
        rows.append(("说明", [element("p", notice) for notice in report.notices]))
    yield element("table", [element("tr", element("th", head), element("td", said)) for head, said in rows])


def findings(report: AuditReport) -> Iterator[Markup]:
    """Each finding in a frame of its own, the gravest first; then those that were waived."""
    yield element("h2", "二、查出的问题")
    if not report.findings:
        yield element("p", "没有查出问题。" if report.reading is not None else "文件没有读出来，没有核对。")
    for number, finding in enumerate(graded(report.findings), start=1):
        yield _finding(number, finding)
    if report.waived:
        heads = ("规则", "说明", "豁免")
        rows = [(name_of(each.finding.rule), each.finding.message, each.waiver.said) for each in report.waived]
        yield element("p", "下列问题已由审核人豁免：")
        yield _table(heads, rows, class_="waived")


def duties(report: AuditReport) -> Iterator[Markup]:
    """The ledger, with the doubts that were left open."""
    yield element("h2", "三、履职台账")
    rows = [
        (
            entry.name,
            OUTCOMES[entry.outcome],
            [element("p", entry.sentence), *(_doubt(doubt.message, doubt.places) for doubt in entry.doubts)],
        )
        for entry in ordered(report.ledger)
    ]
    yield _table(("规则", "结果", "说明"), rows, class_="ledger")


def held(report: AuditReport) -> Iterator[Markup]:
    """The relations that were checked and hold, rule by rule."""
    yield element("h2", "四、核对成立的关系")
    if not report.checked:
        yield element("p", "没有。")
    for rule, group in groupby(sorted(report.checked, key=lambda each: each.rule), key=lambda each: each.rule):
        relations = list(group)
        rows = [(_numbers(each.operands) or _quotes(each.places), _own(each.places)) for each in relations]
        yield element("h3", f"{name_of(rule)}（{len(relations)}处）")
        yield _table(("参与核对的数", "位置"), rows, class_="held")


def loose(report: AuditReport) -> Iterator[Markup]:
    """The numbers that nothing checked."""
    yield element("h2", "五、没有规则核对到的数")
    rows = [(each.text, each.subject, _own((each.place,)), each.place.quote) for each in report.unchecked]
    if rows:
        yield element("p", "下列各数没有参与任何一项核对，需要时请人工核对。")
    yield _table(("数", "主语", "位置", "原文"), rows, class_="loose") if rows else element("p", "没有。")


def _finding(number: int, finding: Finding) -> Markup:
    grade = element("span", SEVERITIES[finding.severity], class_=f"grade {finding.severity.value}")
    rows: list[tuple[str, Child | Iterable[Child]]] = [("说明", finding.message)]
    rows.append(("引文", list(_quoted(finding.places))))
    if finding.operands:
        rows.append(("参与核对", _numbers(finding.operands)))
    if measured(finding):
        rows.append(("比较", measured(finding)))
    rows.append(("编号", short(finding)))
    caption = element("caption", f"{number}. ", grade, f"{name_of(finding.rule)}（{finding.rule}）")
    body = [element("tr", element("th", head), element("td", said)) for head, said in rows]
    return element("table", caption, body, class_="finding")


def _quoted(places: Iterable[Place]) -> Iterator[Markup]:
    """The quotes, those that stand at one place together."""
    at: dict[str, list[str]] = {}
    for place in places:
        at.setdefault(place.where, []).append(f"“{place.quote}”" if place.quote else "")
    for where, quotes in islice(at.items(), _MOST):
        yield element("p", "　".join(quotes), element("span", where, class_="where"))
    if len(at) > _MOST:
        yield element("p", f"另有 {len(at) - _MOST} 处，见清单（--xlsx）。")


def _numbers(operands: Sequence[Operand]) -> str:
    return _few([str(operand) for operand in operands], "个")


def _few(texts: Sequence[str], counter: str) -> str:
    """The first of them, and how many there are."""
    return "；".join(texts) if len(texts) <= _MOST else f"{'；'.join(texts[:_MOST])}……共{len(texts)}{counter}"


def _doubt(message: str, places: Sequence[Place]) -> Markup:
    return element("p", message, element("span", _wheres(places), class_="where"))


def _wheres(places: Iterable[Place]) -> str:
    return "；".join(dict.fromkeys(place.where for place in places))


def _own(places: Iterable[Place]) -> str:
    """The first place without the headings above it, and how many there are."""
    firsts = list({place.where: place for place in reversed(tuple(places))}.values())[::-1]
    more = f" 等{len(firsts)}处" if len(firsts) > 1 else ""
    return firsts[0].own + more if firsts else ""


def _quotes(places: Iterable[Place]) -> str:
    return "；".join(f"“{place.quote}”" for place in places)


def _table(heads: Sequence[str], rows: Iterable[Sequence[Child | Iterable[Child]]], class_: str) -> Markup:
    head = element("thead", element("tr", [element("th", name) for name in heads]))
    body = [element("tr", [element("td", cell) for cell in row]) for row in rows]
    return element("table", head, body, class_=class_)
