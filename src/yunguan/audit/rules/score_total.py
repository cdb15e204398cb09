"""总分与评分表一致: the score that the text gives a document's subject against the total of its only score table."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.audit.compare import CANNOT, finding, relation
from yunguan.audit.facts import Fact
from yunguan.audit.identity import DocumentKind
from yunguan.audit.printing import printed
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.scoring.totals import total_scores
from yunguan.audit.sums.sum import one_slip
from yunguan.audit.tables.sheet import Sheet
from yunguan.core.finding import Contradiction, Hint

_MOST_PARTS = 90
_KINDS = {DocumentKind.PROJECT, DocumentKind.EVALUATION, DocumentKind.DEPARTMENT}


@rule(
    "总分与评分表一致",
    why="正文写的自评或评价总分，应当就是评分表的合计得分。",
    compares="正文的总分与评分表合计行的得分。",
    silent=("正文给出几个不同总分的不核对；有几张评分表，或评分表可能是别的项目的，只核对与合计只差一个数字的总分。"),
    caught=(
        "沙河项目支出绩效自评报告\n\n项目自评总分 98.49 分。\n\n绩效指标完成情况\n\n| 指标 | 分值 | 得分 |\n"
        "| 产出指标 | 60 | 58.00 |\n| 效益指标 | 40 | 39.49 |\n| 总分 | 100 | 97.49 |"
    ),
    passed=(
        "沙河项目支出绩效自评报告\n\n项目自评总分 97.49 分。\n\n绩效指标完成情况\n\n| 指标 | 分值 | 得分 |\n"
        "| 产出指标 | 60 | 58.00 |\n| 效益指标 | 40 | 39.49 |\n| 总分 | 100 | 97.49 |"
    ),
    remedy="核对评分表的合计，把正文和表改成同一个分数。",
)
def score_total(document: Document) -> Iterator[Verdict]:
    """A report gives its subject's score in the text as its score table does.

    With several score tables, or one that may be of something else, only a score one digit off is held against it.
    """
    totals = [total for sheet in document.sheets if (total := _total(sheet)) is not None]
    if not totals or document.identity.kind not in _KINDS:
        return
    stated = document.once(total_scores)
    if len({fact.value for fact in stated}) != 1 or stated[0].quantity.approximate:
        return
    met = [total for total in totals if total.value == stated[0].value]
    near = [total for total in totals if one_slip(total, stated[0].value)]
    sure = len(totals) == 1 and document.identity.kind is not DocumentKind.DEPARTMENT
    for total in met[:1] or (totals if sure else near if len(near) == 1 else []):
        yield from (_judged(fact, total) for fact in stated)


def _total(sheet: Sheet) -> Fact | None:
    """The score in the only total row of a table of points and scores."""
    score, points = sheet.column(r"得分|自评分|评分$", r"率"), sheet.column(r"分值|满分|权重|标准分", r"得")
    if score is None or points is None:
        return None
    rows = [row for row in sheet.rows if row.is_total and points.index in row.cells and score.index in row.cells]
    whole = [row for row in rows if row.cells[points.index].value >= _MOST_PARTS]
    return whole[0].cells[score.index] if len(whole) == 1 else None


def _judged(stated: Fact, total: Fact) -> Verdict:
    facts = (stated, total)
    off = abs(stated.value - total.value)
    if off <= max(stated.step, total.step) / 2:
        return relation(facts)
    shown = {"expected": total.quantity.text, "stated": stated.quantity.text, "difference": printed(off)}
    message = f"正文的总分{stated.quantity.text}与评分表的合计{printed(total.value)}分不一致"
    if off <= max(stated.step, total.step):
        return finding(Hint, facts, f"{message}，相差在末位，请核对。", **shown)
    return finding(Contradiction, facts, f"{message}；{CANNOT}。", **shown)
