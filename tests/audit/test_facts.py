from yunguan.audit.facts import Fact, Role, facts_of
from yunguan.audit.read import read_bytes


def facts(text: str) -> list[Fact]:
    return list(facts_of(read_bytes("report.txt", text.encode())))


def test_a_fact_knows_its_subject_period_area_and_place() -> None:
    (fact,) = facts("# 一、培训\n\n截止10月底，城区驾校培训学员 2.8 万人。")

    assert fact.as_json() == {
        "subject": "城区驾校培训学员",
        "value": "28000.0",
        "unit": "人",
        "text": "2.8 万人",
        "interval": ["27500.00", "28500.00"],
        "approximate": False,
        "role": "stated",
        "period": "截止10月底",
        "area": "城区",
        "where": "一、培训 › 第3行",
        "quote": "城区驾校培训学员 2.8 万人",
    }


def test_a_noun_behind_the_number_belongs_to_the_subject() -> None:
    (fact,) = facts("应备案的 434 个运输企业。")

    assert fact.subject == "应备案的运输企业"


def test_a_bracket_inside_a_name_does_not_cut_it() -> None:
    (fact,) = facts("因公出国（境）费 3 万元。")

    assert fact.subject == "因公出国（境）费"


def test_the_role_is_told_by_the_words() -> None:
    text = "年初预算 9 万元，追加 1 万元，决算 8 万元，比上年减少 2 万元，占 5%，目标 10 人。"
    roles = [Role.BUDGET, Role.ADDED, Role.EXECUTED, Role.CHANGE, Role.SHARE, Role.TARGET]

    assert [fact.role for fact in facts(text)] == roles
