"""When a finding meets a label: fair, and not generous."""

from typing import Any

from bench.audit.matching import meets
from bench.audit.wilson import Share

LABEL: dict[str, Any] = {
    "expected": "certain",
    "quotes": ["其中基本支出1，238.04万元，项目支出35.80万元。"],
    "wrong": ["1238.04"],
    "partners": ["1273.80"],
    "words": [],
}


def finding(
    severity: str = "error", quote: str = "基本支出1,238.04 万元", values: tuple[str, ...] = ("1238.04", "1273.80")
) -> dict[str, Any]:
    operands = [{"name": "", "value": value, "unit": "万元"} for value in values]
    return {
        "rule": "r",
        "severity": severity,
        "message": "不符",
        "places": [{"where": "", "quote": quote}],
        "operands": operands,
    }


def test_a_finding_with_both_numbers_at_the_place_meets_the_label() -> None:
    assert meets(finding(), LABEL)


def test_the_same_number_in_yuan_is_the_same_number() -> None:
    assert meets(finding(values=("12380400.00", "12738000.00")), LABEL)


def test_a_finding_that_names_other_numbers_does_not_meet_it() -> None:
    assert not meets(finding(values=("35.80", "1273.80")), LABEL)
    assert not meets(finding(values=("1238.04", "99.00")), LABEL)


def test_a_finding_that_quotes_another_place_does_not_meet_it() -> None:
    assert not meets(finding(quote="全年培训学员一千人次"), LABEL)


def test_a_hint_does_not_meet_a_certain_defect() -> None:
    assert not meets(finding("hint"), LABEL)
    assert meets(finding("hint"), {**LABEL, "expected": "hint"})


def test_a_missing_chapter_must_be_called_missing() -> None:
    label = {"expected": "conflict", "quotes": [], "wrong": [], "partners": [], "words": ["应用", "公开"]}
    said = finding()
    assert meets({**said, "message": "缺少“自评结果应用和公开情况”一节"}, label)
    assert not meets({**said, "message": "“自评结果应用和公开情况”与目录不同"}, label)


def test_the_interval_of_nothing_is_none_and_that_of_all_stays_below_one() -> None:
    assert Share(0, 0).interval is None
    low, high = Share(20, 20).interval or (0.0, 0.0)
    assert 0.83 < low < 0.85
    assert high == 1.0
