import pytest

from tests.audit.said_by import said_by

RULE = "percent_sign"


@pytest.mark.parametrize(
    "text", ["考试合格率 58.14。", "项目支出占比为 37.50，", "支出同比下降 4.94。", "收入 490 万元（98.00）。"]
)
def test_a_rate_without_its_sign_is_found(text: str) -> None:
    assert said_by(RULE, text) == ["warning"]


@pytest.mark.parametrize("text", ["合格率 58.14%。", "执行率 1。", "美元汇率为 7.10。", "控制率得分 8，完成率得分 5。"])
def test_other_numbers_pass(text: str) -> None:
    assert said_by(RULE, text) == []


def test_a_share_of_a_named_whole_and_a_rate_before_a_bracket_need_the_sign() -> None:
    assert said_by("percent_sign", "授予小微企业合同金额39.72万元，占政府采购支出总额的34.09。") == ["warning"]
    assert said_by("percent_sign", "资金到位率91.57（应到位360.05万元）。") == ["warning"]
