import pytest

from tests.audit.said_by import said_by

RULE = "doubled_words"


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("加强资金管理管理，确保专款专用。", "warning"),
        ("以考核为抓手，手，督促各站整改。", "warning"),
        ("送医下乡项目项目支出 30 万元。", "hint"),
        ("局机关机关运行经费预算 52.30 万元。", "hint"),
    ],
)
def test_a_doubled_word_is_found(text: str, severity: str) -> None:
    assert said_by(RULE, text) == [severity]


@pytest.mark.parametrize(
    "text", ["一项一项抓落实，人人有责。", "认真研究研究对策。", "检查站站长到岗。", "寄宿生每生每年另加 300 元。"]
)
def test_words_that_are_meant_twice_pass(text: str) -> None:
    assert said_by(RULE, text) == []
