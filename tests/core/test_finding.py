from yunguan.core.finding import (
    Conflict,
    Contradiction,
    Duty,
    Hint,
    Operand,
    Outcome,
    Place,
    Problem,
    Relation,
    Severity,
)

PLACE = Place("一、基本情况 › 第3段", "在职 8 人")


def test_a_problem_is_an_error_unless_said_otherwise() -> None:
    assert Problem("plate", "车牌号不能为空，请填写").severity is Severity.ERROR


def test_the_kind_of_finding_decides_its_severity() -> None:
    kinds = {Contradiction: "error", Conflict: "warning", Hint: "hint"}
    for kind, severity in kinds.items():
        assert kind(message="不符", places=(PLACE,)).as_json()["severity"] == severity


def test_a_finding_says_everything_in_json() -> None:
    finding = Contradiction(
        rule="total_equals_parts",
        message="合计与分项之和不符",
        places=(PLACE,),
        operands=(Operand("在职", "8", "人"),),
        expected="9人",
        stated="8人",
        difference="-1人",
    )

    assert finding.as_json() == {
        "rule": "total_equals_parts",
        "severity": "error",
        "message": "合计与分项之和不符",
        "places": [{"where": "一、基本情况 › 第3段", "quote": "在职 8 人"}],
        "operands": [{"name": "在职", "value": "8", "unit": "人"}],
        "expected": "9人",
        "stated": "8人",
        "difference": "-1人",
    }


def test_a_relation_and_a_duty_say_what_was_checked() -> None:
    relation = Relation(rule="rate", places=(PLACE,), operands=(Operand("在职", "8", "人"),))

    assert set(relation.as_json()) == {"rule", "places", "operands"}
    assert Duty("rate", Outcome.NOT_APPLICABLE).as_json() == {"rule": "rate", "outcome": "not_applicable"}
