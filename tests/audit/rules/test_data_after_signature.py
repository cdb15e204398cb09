import pytest

from tests.audit.said_by import held_by, said_by

RULE = "data_after_signature"


@pytest.mark.parametrize(
    "told",
    [
        "截至2024年12月31日，累计支付 5983.20 万元。",
        "截止2024年12月31日共完成整改 17 个。",
        "对2024年1月1日至12月31日的经费收支情况进行了审查。",
        "对2023年7月1日至2024年12月31日的执行情况开展了评价。",
    ],
)
def test_what_was_still_to_come_on_the_day_of_signing_cannot_be_told(told: str) -> None:
    text = "{}\n\n某某县公路站\n\n{}"

    assert said_by(RULE, text.format(told, "2024年11月15日")) == ["error"]
    assert said_by(RULE, text.format(told, "2024年12月31日")) == []
    assert held_by(RULE, text.format(told, "2025年1月15日"))


@pytest.mark.parametrize(
    "text",
    [
        "截至2024年12月31日前完成整改 17 个。\n\n某某县公路站\n\n2024年11月15日",
        "申报截止2024年12月31日，共 3 批。\n\n某某县公路站\n\n2024年11月15日",
        "截至2024年12月31日，累计支付 5983.20 万元。",
        "工期为2024年1月1日至12月31日。\n\n某某县公路站\n\n2024年11月15日",
    ],
)
def test_terms_and_papers_without_a_date_are_left_alone(text: str) -> None:
    assert said_by(RULE, text) == []
