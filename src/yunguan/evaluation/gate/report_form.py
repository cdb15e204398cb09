"""The form of a report scored in advance, by the sheet that reviewers hold to evaluation reports."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from yunguan.audit.report import AuditReport
from yunguan.core.finding import Finding, Outcome
from yunguan.evaluation.rule import plain

SOURCE = "第三方机构绩效评价报告质量评分表（网上所见前半部分，待核实）"
NOTE = "评分表其余 60 分没有见到原文，不在此列；没有核对到的项目不给分也不扣分，由人工判断。"


@dataclass(frozen=True)
class Line:
    """A line of the sheet: ``each`` is what a fault costs, ``rules`` the audit rules that see faults of this kind.

    ``by_hand`` is what no rule sees and a person has to look at.
    """

    part: str
    title: str
    points: Decimal
    each: Decimal
    rules: frozenset[str]
    by_hand: str


def _line(part: str, title: str, points: str, each: str, by_hand: str, *rules: str) -> Line:
    return Line(part, title, Decimal(points), Decimal(each), frozenset(rules), by_hand)


LINES = (
    _line("报告格式", "封面填写", "2", "0.4", "封面各栏有无遗漏", "dates_of_signature", "one_unit_and_year"),
    _line(
        "报告格式",
        "表格填写",
        "2",
        "0.2",
        "表格有无漏填",
        "unit_of_table",
        "empty_table_note",
        "table_totals",
        "table_rates",
        "table_changes",
    ),
    _line(
        "报告格式",
        "计分正确、散总一致、评分与评级相符",
        "2",
        "0.3",
        "评级",
        "score_total",
        "points_of_blocks",
        "score_follows_target",
        "full_points_beside_shortage",
        "money_without_points",
    ),
    _line("报告内容", "要素完备", "2", "0.5", "附件内容", "attachments_present"),
    _line(
        "报告内容",
        "内容齐全、按提纲编写",
        "8",
        "1",
        "各部分内容是否切题",
        "outline_complete",
        "copied_paragraphs",
        "left_over_text",
    ),
    _line(
        "报告内容",
        "文字语言",
        "4",
        "0.5",
        "语句是否通顺",
        "doubled_words",
        "numbering",
        "document_numbers",
        "percent_sign",
        "units_of_sentence",
    ),
    _line(
        "绩效反映",
        "陈述分点、有数据例证",
        "10",
        "1",
        "成效是否用结果说明",
        "problem_without_measure",
        "reason_of_change",
        "count_of_list",
        "all_projects_full",
        "problems_of_last_year",
    ),
    _line("绩效反映", "依据充分、数据准确", "10", "1", "佐证材料原件"),
)
REST = LINES[-1]
"""The line of the rules that no other line names: they all look at whether the data are right."""


@dataclass(frozen=True)
class Scored:
    """A line with the faults that were found; ``seen`` is False where nothing in the report was looked at for it."""

    line: Line
    faults: tuple[Finding, ...]
    seen: bool

    @property
    def deducted(self) -> Decimal:
        """What the faults cost, at most all points of the line."""
        return min(self.line.points, self.line.each * len(self.faults))

    @property
    def score(self) -> Decimal | None:
        """The points that are left; None where nothing was looked at."""
        return self.line.points - self.deducted if self.seen else None

    def as_json(self) -> dict[str, Any]:
        """A line of ``report_form``; numbers as strings."""
        return {
            "part": self.line.part,
            "title": self.line.title,
            "points": plain(self.line.points),
            "deducted": plain(self.deducted) if self.seen else None,
            "score": None if self.score is None else plain(self.score),
            "faults": [{"rule": each.rule, "message": each.message} for each in self.faults],
            "by_hand": self.line.by_hand,
        }


def score_form(report: AuditReport) -> tuple[Scored, ...]:
    """The lines of the sheet for an audited report."""
    return tuple(_scored(line, report) for line in LINES)


def line_of(rule: str) -> Line:
    """The line on which a finding of this rule costs points."""
    return next((line for line in LINES if rule in line.rules), REST)


def _scored(line: Line, report: AuditReport) -> Scored:
    faults = tuple(each for each in report.findings if line_of(each.rule) == line)
    reached = {Outcome.PASS, Outcome.FAIL}
    looked = any(each.outcome in reached for each in report.duties if line_of(each.rule) == line)
    return Scored(line, faults, report.reading is not None and (looked or bool(faults)))
