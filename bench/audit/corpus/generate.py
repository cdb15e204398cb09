"""Generating the reports of a split: kind, trade, year and layout by turns, everything else by the seed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from bench.audit.corpus.accounts import Accounts, accounts
from bench.audit.corpus.dice import Dice
from bench.audit.corpus.draft import Draft
from bench.audit.corpus.holding import broken
from bench.audit.corpus.kinds import account, department, project, third_party
from bench.audit.corpus.model import Report
from bench.audit.corpus.trade import Trade
from bench.audit.corpus.trades import all as trades

Split = Literal["tune", "test"]
Writer = Callable[[Draft, Trade, Accounts], None]
KINDS: dict[str, Writer] = {
    "department": department.write,
    "project": project.write,
    "final_account": account.write_final,
    "plan": account.write_plan,
    "third_party": third_party.write,
}
CLEAN_EVERY = 3
_GRAINS = {"万元": 1, "元": 10_000}
_IN_YUAN = 0.2


def reports(split: Split, count: int, seed: int) -> Iterator[Report]:
    """So many consistent reports; every third is meant to stay clean and carries more traps."""
    return (report_at(split, index, seed) for index in range(count))


def report_at(split: Split, index: int, seed: int) -> Report:
    """The report with this index: kinds and trades take turns."""
    chosen = trades.TUNE if split == "tune" else trades.TEST
    kinds = tuple(KINDS)
    kind, trade = kinds[index % len(kinds)], chosen[(index // len(kinds) + index) % len(chosen)]
    return one(f"{split}-{index:03d}-{kind}", kind, trade, seed, held=split == "test", clean=is_clean(index))


def is_clean(index: int) -> bool:
    """Every third report, and over five kinds each kind in its turn."""
    return index % CLEAN_EVERY == CLEAN_EVERY - 1


def one(stem: str, kind: str, trade: Trade, seed: int, *, held: bool, clean: bool) -> Report:
    """One consistent report; fails loudly where the generator contradicts itself."""
    dice = Dice(f"{seed}:{stem}")
    unit = "元" if dice.chance(_IN_YUAN) else "万元"
    draft = Draft(stem, kind, dice, held, unit)
    year = dice.between(2020, 2024)
    draft.traits.update(
        year=str(year), place=trade.place, short=dice.choice((trade.name, "本单位", "我单位")), unit=trade.name
    )
    draft.traits.update(clean="yes" if clean else "", split="test" if held else "tune")
    books = accounts(dice, trade, year, _GRAINS[unit])
    draft.traits["project_spending"] = str(books.project_spending)
    KINDS[kind](draft, trade, books)
    report = draft.done()
    wrong = [(relation.kind, [report.num(number) for number in relation.ids]) for relation in broken(report)]
    assert not wrong, f"{stem}: {wrong[:3]}"
    return report
