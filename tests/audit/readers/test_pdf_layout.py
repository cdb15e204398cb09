"""Whatever stands wherever on a page: laying it out ends, loses no character and never fails."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from yunguan.audit.readers.pdf.flow import Flow, body_of
from yunguan.audit.readers.pdf.glyphs import Glyph, runs_of
from yunguan.audit.readers.pdf.heads import without_heads
from yunguan.audit.readers.pdf.overleaf import overleaf
from yunguan.audit.readers.pdf.page import Grid, Item, Page, items_of
from yunguan.audit.readers.pdf.ruled import lattices
from yunguan.audit.readers.pdf.rulings import Drawn, Stroke

PLACES = st.one_of(st.integers(0, 40).map(lambda step: step * 15.0), st.floats(-50, 900, width=32))
GLYPHS = st.builds(
    lambda text, left, wide, base, high: Glyph(text, left, left + wide, base, high),
    st.sampled_from(["一", "、", "，", "。", "1", "2.", " 元", "a", "（", "合", "计", "单", "位", "：", "-"]),
    PLACES,
    st.floats(0, 20, width=32),
    PLACES,
    st.floats(0, 20, width=32),
)
STROKES = st.builds(
    lambda at, start, long: Stroke(at, start, start + long), PLACES, PLACES, st.floats(0, 600, width=32)
)
PAGES = st.tuples(st.lists(GLYPHS, max_size=60), st.lists(STROKES, max_size=8), st.lists(STROKES, max_size=8))


WORDS = st.sampled_from(
    ["工资", "12.5", "合计", "，283.5", "1,", "—", "费", "社会保障", "8", "208", "一、收入", "单位：元", "-"]
)
CELLS = st.tuples(st.integers(0, 5), WORDS, st.sampled_from([0.0, 6.5, 13.0]))
ROWS = st.lists(st.tuples(st.sampled_from([13.0, 20.0, 26.0, 80.0]), st.lists(CELLS, max_size=6)), max_size=20)


def rows_laid(number: int, rows: list[tuple[float, list[tuple[int, str, float]]]]) -> Page:
    """A page with words in columns."""
    glyphs, base = [], 60.0
    for step, cells in rows:
        base += step
        for column, word, lower in cells:
            glyphs += [
                Glyph(char, 90 + 60 * column + 9 * at, 99 + 60 * column + 9 * at, base + lower, 10.0)
                for at, char in enumerate(word)
            ]
    return Page(number, 842.0, tuple(items_of(runs_of(glyphs), [])))


@given(st.lists(ROWS, max_size=3))
@settings(max_examples=60, deadline=None)
def test_any_words_in_columns_become_a_document(pages: list[list[tuple[float, list[tuple[int, str, float]]]]]) -> None:
    laid_out = overleaf(without_heads([rows_laid(number, rows) for number, rows in enumerate(pages, start=1)]))
    flow = Flow(*body_of(laid_out))
    for page in laid_out:
        flow.page(page)
    flow.end()


def laid(glyphs: list[Glyph], level: list[Stroke], upright: list[Stroke]) -> tuple[Item, ...]:
    drawn = Drawn(tuple(level), tuple(upright), 0.0, 0)
    return tuple(items_of(runs_of(glyphs), list(lattices(drawn))))


def letters(items: tuple[Item, ...]) -> Counter[str]:
    said = "".join("".join(map("".join, item.rows)) if isinstance(item, Grid) else item.line.text for item in items)
    return Counter(char for char in said if not char.isspace())


@given(PAGES)
@settings(max_examples=60, deadline=None)
def test_no_character_is_made_up_and_none_is_lost_but_one_printed_twice(
    page: tuple[list[Glyph], list[Stroke], list[Stroke]],
) -> None:
    found = letters(laid(*page))
    given_letters = Counter(char for glyph in page[0] for char in glyph.text if not char.isspace())

    assert not found - given_letters
    assert set(found) == set(given_letters)


@given(st.lists(PAGES, max_size=4))
@settings(max_examples=40, deadline=None)
def test_any_pages_become_a_document(pages: list[tuple[list[Glyph], list[Stroke], list[Stroke]]]) -> None:
    laid_out = [Page(number, 842.0, laid(*page)) for number, page in enumerate(pages, start=1)]
    flow = Flow(*body_of(laid_out))
    for page in without_heads(laid_out):
        flow.page(page)
    flow.end()

    assert all(line.where or not line.text for line in flow.lines)
    assert all(len({len(row) for row in table.rows}) == 1 for table in flow.tables)
