"""The pages of working papers: one for a file, and the index of many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import quote

from yunguan.audit.outputs.saying import verdict
from yunguan.audit.paper import parts
from yunguan.audit.paper.look import STYLE
from yunguan.audit.paper.markup import Markup, element, page, style
from yunguan.audit.report import AuditReport

GENERATOR: Final = "yunguan audit"
_TITLE: Final = "报告核对工作底稿"
_NOTHING_RUNS: Final = "default-src 'none'; style-src 'unsafe-inline'"
_NOTE: Final = "本底稿由运管自动核对生成，供审核人使用；“冲突”和“提示”需要人工判断，没有核对到的内容不等于没有问题。"


@dataclass(frozen=True)
class Listed:
    """A line of the index: the file, the page on it, the result in a sentence, how many of what."""

    file: str
    page: str
    verdict: str
    checked: int
    unchecked: int


def listed(report: AuditReport, name: str) -> Listed:
    """The line of a report whose page has this name."""
    return Listed(report.file, name, verdict(report), len(report.checked), len(report.unchecked))


def paper(report: AuditReport, now: datetime) -> str:
    """The page on one file."""
    body = [
        element("h1", _TITLE),
        element("p", f"{Path(report.file).name}　{_day(now)}", class_="under"),
        *parts.conclusion(report),
        *parts.findings(report),
        *parts.duties(report),
        *parts.held(report),
        *parts.loose(report),
        element(
            "p", [element("span", f"{head}：") for head in ("审核意见", "审核人", "复核人", "日期")], class_="signed"
        ),
        element("p", _NOTE, class_="foot"),
    ]
    return page(_head(f"{Path(report.file).name} {_TITLE}"), body)


def index(lines: Sequence[Listed], now: datetime) -> str:
    """The page that leads to those on many files."""
    heads = ("序号", "文件", "核对结果", "成立", "没有核对到的数")
    rows = [
        element(
            "tr",
            element("td", str(number), class_="number"),
            element("td", element("a", line.file, href=quote(line.page, errors="surrogateescape"))),
            element("td", line.verdict),
            element("td", str(line.checked), class_="number"),
            element("td", str(line.unchecked), class_="number"),
        )
        for number, line in enumerate(lines, start=1)
    ]
    head = element("thead", element("tr", [element("th", name) for name in heads]))
    body = [
        element("h1", f"{_TITLE}目录"),
        element("p", f"共 {len(lines)} 份文件　{_day(now)}", class_="under"),
        element("table", head, rows),
        element("p", _NOTE, class_="foot"),
    ]
    return page(_head(f"{_TITLE}目录"), body)


def _head(title: str) -> list[Markup]:
    return [
        element("meta", charset="utf-8"),
        element("meta", name="generator", content=GENERATOR),
        element("meta", http_equiv="Content-Security-Policy", content=_NOTHING_RUNS),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        style(STYLE),
    ]


def _day(now: datetime) -> str:
    return f"核对于 {now.year}年{now.month}月{now.day}日 {now:%H:%M}"
