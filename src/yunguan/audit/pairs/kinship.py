"""Which documents belong together: the unit they name, their kinds and their years."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yunguan.audit.identity import DocumentKind, identity_of
from yunguan.audit.pairs.pair import Kin
from yunguan.audit.quantities import unspaced
from yunguan.core.reading import Reading

_FIRST = 40
_LABELLED = re.compile(
    r"(?:单位|部门)名称(?:[（(](?:盖章|公章)[)）])?|(?:填报|预算|编制|报送)(?:单位|部门)(?:[（(](?:盖章|公章)[)）])?|预算部门名称"
)
_UNIT = r"(?P<unit>[\u4e00-\u9fff（）()]{3,40}?)"
_YEAR = r"(?:(?:19|20)\d{2}\s*年度?)"
_TITLE = re.compile(
    rf"^(?:附件\d*[:：]?)?{_YEAR}?{_UNIT}{_YEAR}?(?:部门|单位)?(?:整体支出|部门决算|决算公开|预算公开|决算|项目支出绩效)"
)
_NOT_A_UNIT = re.compile(r"^(?:部门|单位|本部门|本单位|年度|关于|项目|湖南省|报告)*$")
_BASE = re.compile(r"基础数据表")


@dataclass(frozen=True)
class Self:
    """What a document says it is: "" and None where it does not say."""

    unit: str
    kind: DocumentKind
    year: int | None
    base_table: bool


def self_of(reading: Reading) -> Self:
    """What this document says it is."""
    identity = identity_of(reading)
    texts = [unspaced(block.text) for block in reading.blocks[:_FIRST]]
    base = identity.kind is DocumentKind.UNKNOWN and any(_BASE.search(text) for text in texts[:6])
    years = [found[0] for text in texts if (found := re.search(r"(?:19|20)\d{2}(?=年)", text))]
    year = identity.year if identity.year is not None or not base or not years else int(years[0])
    return Self(_unit(texts), identity.kind, year, base)


def kin_of(ours: Self, theirs: Self) -> Kin | None:
    """What the other document is to ours by kind and year; None where they do not fit."""
    if ours.year is None or theirs.year is None:
        return None
    reports = ours.kind is DocumentKind.DEPARTMENT
    accounts = theirs.kind is DocumentKind.ACCOUNT or theirs.base_table
    if reports and accounts and ours.year == theirs.year:
        return Kin.COMPANION
    alike = (ours.kind is theirs.kind and ours.kind is not DocumentKind.UNKNOWN) or (
        ours.base_table and theirs.base_table
    )
    return Kin.LAST_YEAR if alike and theirs.year == ours.year - 1 else None


def misfit(ours: Self, theirs: Self, kin: Kin) -> str:
    """Why a pair that somebody asked for cannot be compared, "" where nothing speaks against it."""
    if ours.year is None or theirs.year is None:
        return ""
    due = ours.year - 1 if kin is Kin.LAST_YEAR else ours.year
    if theirs.year != due:
        return f"它写的是{theirs.year}年度，作为{kin.value}应当是{due}年度"
    return ""


def _unit(texts: list[str]) -> str:
    for index, text in enumerate(texts):
        label = _LABELLED.match(text)
        if label:
            value = text[label.end() :].lstrip(":：") or (texts[index + 1] if index + 1 < len(texts) else "")
            if _plain(value):
                return _plain(value)
    for text in ("".join(texts[start:end]) for start in range(3) for end in range(start + 1, 5)):
        title = _TITLE.match(text)
        if title and _plain(title["unit"]):
            return _plain(title["unit"])
    return ""


def _plain(unit: str) -> str:
    """The unit's name without seal and brackets, "" where the words name none."""
    name = re.sub(r"[（(](?:盖章|公章|本级)[)）]|[“”\"\s]", "", unit)
    name = re.sub(r"(?:19|20)\d{2}年度?|部门$|单位$", "", name)
    return "" if _NOT_A_UNIT.match(name) or re.search(r"[:：\d]", name) else name
