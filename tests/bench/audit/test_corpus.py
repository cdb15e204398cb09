"""The synthetic reports: consistent when clean, the same every time, and new in wording where held out."""

from pathlib import Path

import docx
import pytest

from bench.audit.build import FORMATS, SPLITS, build, labelled, save
from bench.audit.corpus.generate import CLEAN_EVERY, KINDS, Split, reports
from bench.audit.corpus.holding import broken
from bench.audit.corpus.layout import layout, printed
from bench.audit.corpus.model import Heading
from bench.audit.corpus.render_txt import text
from bench.audit.corpus.trades import all as trades
from bench.audit.matching import flat

ONE_ROUND = len(KINDS) * CLEAN_EVERY


@pytest.mark.parametrize("split", SPLITS)
def test_every_report_holds_together_before_anything_is_planted(split: Split) -> None:
    for report in reports(split, ONE_ROUND, seed=7):
        assert report.relations
        assert not list(broken(report))


@pytest.mark.parametrize("split", SPLITS)
def test_a_third_stays_clean_and_every_kind_has_a_clean_one(split: Split) -> None:
    clean = [report for report, _, labels in labelled(split, ONE_ROUND, 7) if not labels]
    assert len(clean) == ONE_ROUND // CLEAN_EVERY
    assert {report.kind for report in clean} == set(KINDS)


def test_the_units_of_the_test_split_never_stand_in_the_tune_split() -> None:
    words = " ".join(text(printed(r, layout(r, 7)), layout(r, 7)) for r in reports("tune", ONE_ROUND, 7))
    assert not [trade.unit for trade in trades.TEST if trade.name in words]


def test_the_same_seed_gives_the_same_files_and_another_seed_others(tmp_path: Path) -> None:
    for name, seed in (("one", 7), ("two", 7), ("three", 8)):
        build(tmp_path / name, 3, seed, ("txt",))
    listed = {name: (tmp_path / name / "labels.json").read_text("utf-8") for name in ("one", "two", "three")}
    assert listed["one"] == listed["two"] != listed["three"]


@pytest.mark.parametrize("split", SPLITS)
def test_no_report_says_a_paragraph_twice_before_anything_is_planted(split: Split) -> None:
    for report in reports(split, ONE_ROUND, 7):
        said = [block.text for block in printed(report, layout(report, 7)) if block.kind == "para" and block.text]
        assert len(said) == len(set(said))


def test_chapters_are_numbered_without_gaps_before_anything_is_planted() -> None:
    assert not [
        block
        for report in reports("tune", 5, 7)
        for block in report.blocks
        if isinstance(block, Heading) and block.number
    ]


def test_the_three_formats_say_the_same(tmp_path: Path) -> None:
    report = next(reports("tune", 1, 7))
    save(report, layout(report, 7), tmp_path, FORMATS)
    typed = flat((tmp_path / f"{report.stem}.txt").read_text("utf-8"))
    word = docx.Document(str(tmp_path / f"{report.stem}.docx"))
    assert (tmp_path / f"{report.stem}.pdf").read_bytes().startswith(b"%PDF")
    assert all(flat(para.text) in typed for para in word.paragraphs if para.text.startswith("“三公”"))
    assert len(word.tables) == sum(block.kind == "table" for block in printed(report, layout(report, 7)))
