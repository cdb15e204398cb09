"""Totals whose parts are fixed by the budget classification: 三公 has three, and no fourth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from yunguan.audit.facts import Fact


@dataclass(frozen=True)
class Family:
    """A total by the words of its name, and the words by which each of its parts is known."""

    total: re.Pattern[str]
    members: tuple[re.Pattern[str], ...]

    def names(self, fact: Fact) -> bool:
        return bool(self.total.search(_plain(fact.subject)))

    def has(self, part: Fact) -> bool:
        """True for a part that goes by the name of one of these members."""
        return any(member.search(_plain(part.subject)) for member in self.members)

    def complete(self, parts: list[Fact]) -> bool:
        """True where the parts are these members, each once and none besides."""
        return len(parts) == len(self.members) and all(
            sum(1 for part in parts if member.search(_plain(part.subject))) == 1 for member in self.members
        )


def _family(total: str, *members: str) -> Family:
    return Family(re.compile(total), tuple(re.compile(member) for member in members))


@lru_cache(maxsize=2048)
def _plain(words: str) -> str:
    return re.sub(r"[“”\"'\s]", "", words)


# 政府收支分类科目（部门预算支出经济分类）与“三公”经费口径
FAMILIES = (
    _family(r"三公", r"出国", r"公务用车|公车", r"接待"),
    _family(r"公务用车|公车", r"购置(?!.*运行)", r"运行"),
    _family(r"基本支出|执行|决算", r"工资福利", r"商品和服务", r"个人和家庭", r"资本性支出"),
    _family(r"基本支出|执行|决算", r"工资福利", r"商品和服务", r"个人和家庭"),
    _family(r"基本支出", r"人员经费", r"公用经费"),
    _family(r"支出", r"基本支出", r"项目支出"),
    _family(r"编制", r"行政编制", r"事业编制"),
    _family(r"采购", r"货物", r"工程", r"服务"),
)


@lru_cache(maxsize=2048)
def families_named(words: str) -> tuple[Family, ...]:
    """The families whose total these words name."""
    return tuple(family for family in FAMILIES if family.total.search(_plain(words)))


def family_of(parts: list[Fact]) -> Family | None:
    """The family that these parts make up completely, None where there is none."""
    return next((family for family in FAMILIES if family.complete(parts)), None)


_RUNNING = re.compile(r"累计|末|底|余额")
QUARTERS = ("一季度", "二季度", "三季度", "四季度")
HALVES = ("上半年", "下半年")


def of_a_year(parts: list[Fact]) -> bool:
    """True where the parts are the four quarters or the two halves of a year, in their order, and no running totals."""
    spans = next((spans for spans in (QUARTERS, HALVES) if len(spans) == len(parts)), ())
    named = all(span in _plain(part.lead) for span, part in zip(spans, parts, strict=True)) if spans else False
    return named and not any(_RUNNING.search(part.lead) for part in parts)
