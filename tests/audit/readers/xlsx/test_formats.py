import pytest
from hypothesis import given
from hypothesis import strategies as st

from yunguan.audit.readers.xlsx.formats import BUILT_IN, printed

_ACCOUNTING = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("raw", "code", "text"),
    [
        ("0.9512", "0.0%", "95.1%"),
        ("0.125", "0.00%", "12.50%"),
        ("1234.5", "#,##0.00", "1,234.50"),
        ("12345678.9", "#,##0.0#", "12,345,678.9"),
        ("1234567", "#,##0,", "1,235"),
        ("12345", "0\\.0,", "1.2"),
        ("2.5", "0", "3"),
        ("0.5", "#.##", ".5"),
        ("12.3", ".00", "12.30"),
        ("7", "000", "007"),
        ("138001380001", "000\\-0000\\-0000", "1380-0138-0001"),
        ("12", '0"人"', "12人"),
        ("12", 'General"人"', "12人"),
        ("1234.5", _ACCOUNTING, "1,234.50"),
        ("-1234.5", _ACCOUNTING, "-1,234.50"),
        ("0", _ACCOUNTING, "-"),
        ("-1234", "#,##0_);(#,##0)", "-1,234"),
        ("-1234", "#,##0_);\\(#,##0\\)", "-1,234"),
        ("-3", "0.00_ ;[Red]\\-0.00\\ ", "-3.00"),
        ("-0.5", "0.0", "-0.5"),
        ("-0.001", "0.0", "0.0"),
        ("1234.5", "¥#,##0.00", "1,234.50"),
        ("3", "[>=100]0.0;0", "3"),
        ("300", "[>=100]0.0;0", "300.0"),
        ("0", "0;-0;;@", ""),
        ("5", ";;;", "5"),
        ("1e5", "0.00E+00", "100000"),
        ("0.30000000000000004", "", "0.3"),
        ("28.499999999999996", "General", "28.5"),
        ("100", "", "100"),
        ("1E-7", "", "0.0000001"),
    ],
)
def test_a_number_is_printed_as_its_format_says(raw: str, code: str, text: str) -> None:
    assert printed(raw, code) == text


@pytest.mark.parametrize(
    ("raw", "code", "text"),
    [
        ("45291", 'yyyy"年"m"月"', "2023年12月"),
        ("45291", '[$-804]yyyy"年"m"月"d"日";@', "2023年12月31日"),
        ("45291", BUILT_IN[14], "2023/12/31"),
        ("45291.5", "yyyy-mm-dd hh:mm", "2023-12-31 12:00"),
        ("0.5", "h:mm AM/PM", "12:00 PM"),
        ("1.5", "[h]:mm:ss", "36:00:00"),
        ("45291", "aaaa", "星期日"),
        ("59", "yyyy/m/d", "1900/2/28"),
        ("-1", "yyyy/m/d", "-1"),
        ("99999999999", "yyyy/m/d", "99999999999"),
    ],
)
def test_a_day_is_printed_as_its_format_says(raw: str, code: str, text: str) -> None:
    assert printed(raw, code) == text


def test_days_may_be_counted_from_1904() -> None:
    assert printed("43829", "yyyy/m/d", base_1904=True) == "2023/12/31"


@pytest.mark.parametrize("raw", ["九", "NaN", "-inf", "1e999999999", ""])
def test_what_is_no_number_is_not_printed(raw: str) -> None:
    assert printed(raw, "0.00") is None


@given(
    raw=st.floats(allow_nan=False, allow_infinity=False).map(repr),
    code=st.text('0#?.,%;"\\[]()yme/-_*@hsE+ $元', max_size=20),
)
def test_no_format_breaks_the_printing(raw: str, code: str) -> None:
    assert isinstance(printed(raw, code), str)


@given(cents=st.integers(-(10**12), 10**12))
def test_two_decimals_print_the_stored_cents(cents: int) -> None:
    text = printed(repr(cents / 100), "#,##0.00")

    assert text is not None
    assert round(float(text.replace(",", "")) * 100) == cents
