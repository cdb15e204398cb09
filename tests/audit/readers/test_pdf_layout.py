"""Whatever stands wherever on a page: laying it out ends, loses no character and never fails."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from yunguan.audit.readers.pdf.flow import Flow, body_of
from yunguan.audit.readers.pdf.glyphs import Glyph, runs_of
from yunguan.audit.readers.pdf.heads import without_heads
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
