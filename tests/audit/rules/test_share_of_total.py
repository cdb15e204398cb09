import pytest

from tests.audit.reading_of import audited, severities


@pytest.mark.parametrize(
    "text",
    [
        "全年支出 200.00 万元，其中：基本支出 150.00 万元，占 75.00%；项目支出 50.00 万元，占 25.00%。",
        "全年支出 200.00 万元。按性质分，基本支出 150.00 万元（占比 75.00%），项目支出 50.00 万元（占比 25.00%）。",
    ],
)
def test_shares_that_follow_are_listed(text: str) -> None:
    report = audited(text)

    assert report.findings == ()
    assert "share_of_total" in {relation.rule for relation in report.checked}


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("全年支出 200.00 万元，其中：基本支出 150.00 万元，占 75.00%；项目支出 50.00 万元，占 35.00%。", "error"),
        ("全年支出 200.00 万元，基本支出 150.00 万元，占全年支出的 57.00%。", "error"),
    ],
)
def test_a_share_that_does_not_follow_is_found(text: str, severity: str) -> None:
    assert severities(audited(text)) == [severity]


def test_a_share_of_something_that_is_not_stated_is_left_alone() -> None:
    assert audited("公务接待费 5.00 万元，占公用经费的 3.00%。").findings == ()
