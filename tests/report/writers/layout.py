"""What GB/T 9704 asks of a page, asserted alike for Word and PDF."""

import re
from pathlib import Path

import pytest

from tests.report.writers.pages import HAN, Line, page_sizes, pages
from yunguan.report.document import Document, plain


def assert_official_layout(path: Path) -> None:
    """A4, margins within 1 mm, 22 lines a page, 28 Han characters in a full line, page numbers at the outer edges.

    The report has a cover and a single long paragraph of Han characters.
    """
    assert page_sizes(path) == {(210, 297)}
    _, first, second, third, *_ = pages(path)
    *lines, folio = second
    assert len(lines) == 22
    assert {len(HAN.findall(line.text)) for line in lines} == {28}
    assert [line.left for line in lines] == pytest.approx([28] * 22, abs=1)
    assert [line.right for line in lines] == pytest.approx([210 - 26] * 22, abs=1)
    _assert_heights([line.baseline for line in lines])
    assert len(HAN.findall(first[1].text)) == 26  # the first line is indented by two characters
    assert first[1].left == pytest.approx(28 + 2 * 5.6, abs=1)
    assert (first[-1].text, folio.text, third[-1].text) == ("—1—", "—2—", "—3—")
    assert first[-1].right == pytest.approx(210 - 26 - 4.9, abs=1)
    assert folio.left == pytest.approx(28 + 4.9, abs=1)
    assert folio.baseline > 297 - 35 + 7


def assert_prints_every_word(whole: list[list[Line]], document: Document) -> None:
    """Nothing of the report is lost on paper: a suite may drop a mark that hangs over the edge."""
    cover, *rest = whole
    assert all(re.fullmatch(r"—\d+—", page[-1].text) for page in rest)
    shown = "".join(line.text for page in (cover, *(page[:-1] for page in rest)) for line in page)
    assert shown == re.sub(r"\s|#", "", plain(document))


def _assert_heights(baselines: list[float]) -> None:
    """The first line begins at the type area's top, the last one ends at its foot, and all are evenly spread."""
    half_gap, rise, fall = (28.95 - 16) / 2 * 25.4 / 72, 0.88 * 16 * 25.4 / 72, 0.12 * 16 * 25.4 / 72
    assert baselines[0] - rise - half_gap == pytest.approx(37, abs=1)
    assert baselines[-1] + fall + half_gap == pytest.approx(297 - 35, abs=1)
    assert (baselines[-1] - baselines[0]) / 21 == pytest.approx(225 / 22, abs=0.05)
