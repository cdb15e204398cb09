import pytest

from yunguan.audit.marks.spans import all_of, span_of


@pytest.mark.parametrize(
    ("quote", "text", "found"),
    [
        ("收入3万元", "全年收入 3 万元。", "收入 3 万元"),
        ("资本性支出1.68万元", "资本性支出 1.68\n万元。", "资本性支出 1.68\n万元"),
        ("备案率", "**备案**率达", "备案**率"),
    ],
)
def test_a_quote_is_found_whatever_blanks_stand_in_it(quote: str, text: str, found: str) -> None:
    start, end = span_of(quote, text) or (0, 0)

    assert text[start:end] == found


def test_what_is_not_there_has_no_span() -> None:
    assert (span_of("支出", "收入"), span_of("", "收入"), all_of("  ")) == (None, None, None)
