"""Planting defects into a report: a few of different kinds, each at its own place."""

from __future__ import annotations

from collections.abc import Iterable

from bench.audit.corpus.dice import Dice
from bench.audit.corpus.layout import Layout
from bench.audit.corpus.model import Report
from bench.audit.planting import form, numbers, style, words
from bench.audit.planting.label import Label, Planter
from bench.audit.planting.places import standing

NUMERIC: tuple[Planter, ...] = (
    numbers.wrong_part, numbers.balance_broken, numbers.wrong_total, numbers.wrong_rate, numbers.wrong_growth,
    numbers.wrong_mean, numbers.wrong_count, numbers.text_text, numbers.text_table, numbers.table_table,
    numbers.parts_swapped, numbers.unit_slipped, numbers.percent_lost, numbers.over_bound, numbers.points_not_hundred,
    form.table_unit_slipped, words.direction_flipped, words.count_against_list,
    style.rate_without_base, style.execution_score,
)  # fmt: skip
FORMAL: tuple[Planter, ...] = (
    words.sentence_copied, words.left_over, words.both_directions, words.placeholder, words.stale_period,
    words.numbering_gap, words.document_number, words.problem_without_measure, words.chapter_missing,
    form.doubled_word, form.ordinal_missing, form.blank_percent, form.date_too_early, form.last_years_data,
    style.mixed_brackets,
)  # fmt: skip
_MOST = 4
_TRIES = 6


def plant(report: Report, how: Layout, seed: int) -> tuple[Report, tuple[Label, ...]]:
    """The report with two to four numeric defects and one or two formal ones, and their labels.

    Defects keep apart: none changes a sentence or a row that the label of another one quotes.
    """
    dice = Dice(f"plant:{seed}:{report.stem}")
    wanted = [*dice.sample(NUMERIC, dice.between(2, _MOST)), *dice.sample(FORMAL, dice.between(1, 2))]
    return planted(report, how, dice, sorted(wanted, key=_last))


def planted(report: Report, how: Layout, dice: Dice, wanted: Iterable[Planter]) -> tuple[Report, tuple[Label, ...]]:
    """Plant these one after the other; each only where all that earlier labels quote stays as it was."""
    labels: list[Label] = []
    for planter in wanted:
        for done in filter(None, (planter(report, how, dice) for _ in range(_TRIES))):
            if _all_stand(done.report, how, [*labels, done.label]):
                report = _without(done.report, done.touched)
                labels.append(done.label)
                break
    return report, tuple(labels)


def _all_stand(report: Report, how: Layout, labels: list[Label]) -> bool:
    stands = standing(report, how)
    return all(stands(quote) for label in labels for quote in label.quotes)


def _without(report: Report, touched: frozenset[int]) -> Report:
    """The report whose later defects keep off all relations that this one disturbed."""
    near = {number for relation in report.relations if set(relation.ids) & touched for number in relation.ids}
    left = tuple(relation for relation in report.relations if not set(relation.ids) & (near | touched))
    return Report(report.stem, report.kind, report.blocks, report.items, left, report.traits)


def _last(planter: Planter) -> int:
    """Formal defects move blocks, so they come last; a missing chapter is the very last."""
    return (planter in FORMAL) + (planter is words.chapter_missing)
