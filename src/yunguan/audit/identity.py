"""What a document says about itself: of which kind it is, which year it is about, and when it was signed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yunguan.audit.days import day_of
from yunguan.audit.quantities import flat, unspaced
from yunguan.audit.tables.naming import name_of, spans_of
from yunguan.core.reading import Block, BlockKind, Reading

_COVER = 12
_LONGEST_TITLE = 60
_ACCOUNTS = re.compile(r"(?:收入|支出)决算(?:总|明细)?表$")
_SEVERAL = 3
_YEAR = re.compile(r"((?:19|20)\d{2})\s*年(?:度|\s*部门|.{0,20}?年度)?")
_DATE = re.compile(
    r"^\s*(?:日期[:：]\s*|填报日期[:：]?\s*)?((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?\s*$"
)


class DocumentKind(StrEnum):
    """The kinds of document whose outline is known."""

    DEPARTMENT = "部门整体支出绩效自评报告"
    PROJECT = "项目支出绩效自评报告"
    EVALUATION = "绩效评价报告"
    ACCOUNT = "部门决算公开"
    PLAN = "部门预算公开"
    UNKNOWN = "未识别"


_KINDS = (
    (DocumentKind.DEPARTMENT, re.compile(r"整体支出.{0,6}(?:绩效)?(?:自评|评价).{0,4}报告")),
    (DocumentKind.PROJECT, re.compile(r"项目.{0,12}绩效自评.{0,4}报告|项目.{0,6}自评报告")),
    (DocumentKind.EVALUATION, re.compile(r"绩效评价报告|重点评价报告|再评价报告")),
    (DocumentKind.ACCOUNT, re.compile(r"(?:部门|单位)决算(?!审计|编制|批复|管理)")),
    (DocumentKind.PLAN, re.compile(r"(?:部门|单位)预算(?:公开|说明|编制说明|情况|$)")),
)


_PUBLISHED = re.compile(r"(?:发布|发文|成文|编稿|生成|公开|上传|更新|报告)?(?:时间|日期)[:：]|来源[:：]|浏览|字号")


@dataclass(frozen=True)
class Identity:
    """The kind, the year that is reported on (None where the title gives none), and the cover's date as printed."""

    kind: DocumentKind
    year: int | None
    signed: date | None
    signed_block: Block | None
    cover: tuple[Block, ...]

    @property
    def plans(self) -> bool:
        """True where amounts without another word are budgets, not what was executed."""
        if self.kind is not DocumentKind.UNKNOWN:
            return self.kind is DocumentKind.PLAN
        titles = "".join(block.text for block in self.cover if len(block.text) <= _LONGEST_TITLE)
        return "预算" in titles and not re.search(r"决算|自评|评价|执行", titles)


def identity_of(reading: Reading) -> Identity:
    """The identity by the document's first lines."""
    prose = [block for block in reading.blocks if block.kind is not BlockKind.CELL]
    cover = tuple(prose[:_COVER]) or _tables(reading)
    titles = [flat(unspaced(block.text)) for block in cover if len(block.text) <= _LONGEST_TITLE]
    joined = [*titles, *("".join(titles[i : i + 3]) for i in range(len(titles)))]
    kind = next((kind for kind, words in _KINDS if any(words.search(title) for title in joined)), DocumentKind.UNKNOWN)
    if kind is DocumentKind.UNKNOWN and (not prose or reading.kind == "xlsx") and _are_accounts(reading):
        kind = DocumentKind.ACCOUNT
    dated = next(((block, match) for block in cover if (match := _DATE.match(block.text))), None)
    return Identity(kind, _year(titles), *_signed(dated), cover)


def _tables(reading: Reading) -> tuple[Block, ...]:
    """The names of the tables: what a workbook has in place of a cover."""
    spans = spans_of(reading)
    named = (name_of(reading, table, spans) for table in reading.tables[:_COVER])
    return tuple(block for block in named if block is not None)


def _are_accounts(reading: Reading) -> bool:
    """True for a workbook of which several tables are those of final accounts."""
    names = (unspaced(block.text) for block in _tables(reading))
    return sum(bool(_ACCOUNTS.search(flat(name))) for name in names) >= _SEVERAL


def _signed(dated: tuple[Block, re.Match[str]] | None) -> tuple[date | None, Block | None]:
    if dated is None:
        return None, None
    block, match = dated
    return day_of(match[1], match[2], match[3] or "28"), block


def _year(titles: list[str]) -> int | None:
    for title in titles:
        found = _YEAR.search(title)
        if found and not _DATE.match(title) and not _PUBLISHED.search(title):
            return int(found[1])
    return None
