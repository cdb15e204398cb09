"""要素评分: a check-list, each clause with its part of the points (财预〔2013〕53号 for management items)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from yunguan.evaluation.rule import ALL, Judgement, Rule, Sample, Target, Verdict, within
from yunguan.evaluation.settings import Settings


@dataclass(frozen=True)
class Clause:
    """One thing to be met; ``weight`` is its part among the others."""

    code: str
    words: str
    weight: Decimal = Decimal(1)


@dataclass(frozen=True)
class Checklist(Rule):
    """The share of the clauses that are met, by weight."""

    clauses: tuple[Clause, ...] = field(default=(), metadata={"label": "评价要点"})

    code = "checklist"
    title = "要素评分（按符合的评价要点得分）"
    sign = "要点"
    takes = frozenset
    needs_target = False

    def wording(self) -> str:
        return "评价要点：" + "；".join(f"{n}. {clause.words}" for n, clause in enumerate(self.clauses, start=1))

    def _judge(self, target: Target, reached: Any, settings: Settings, sample: Sample | None) -> Judgement:
        del target, settings, sample
        whole = sum((clause.weight for clause in self.clauses), Decimal(0))
        lacking = [clause for clause in self.clauses if clause.code not in reached]
        if not lacking:
            return Judgement(ALL, f"{len(self.clauses)} 项要点全部符合，得满分。", Verdict.MET)
        share = within(1 - sum((clause.weight for clause in lacking), Decimal(0)) / whole)
        says = f"有 {len(lacking)} 项要点不符合：{'、'.join(clause.words for clause in lacking)}。"
        return Judgement(share, says, Verdict.MISSED, reason_owed=True)

    def problems(self, target: Target) -> Iterator[str]:
        yield from super().problems(target)
        if not self.clauses or any(clause.weight <= 0 for clause in self.clauses):
            yield "要素评分须至少有一个评价要点，各要点的权重须大于 0。"
        if len({clause.code for clause in self.clauses}) != len(self.clauses):
            yield "评价要点的代码不能重复。"
