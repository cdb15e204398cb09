from tests.audit.said_by import held_by, said_by

RULE = "procurement_within_total"

TEXT = (
    "政府采购金额为 {} 万元。在面向中小企业预留的政府采购项目中，由中小企业供应商中标的，采购金额 12.00 万元；"
    "在其他政府采购项目中，由中小企业供应商中标的，采购金额 12.00 万元。"
)


def test_two_kinds_that_exceed_the_total_are_a_contradiction() -> None:
    assert said_by(RULE, TEXT.format("12.00")) == ["error"]


def test_two_kinds_within_the_total_are_listed() -> None:
    assert said_by(RULE, TEXT.format("30.00")) == []
    assert held_by(RULE, TEXT.format("30.00"))
