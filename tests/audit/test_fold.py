from yunguan.audit.fold import folded
from yunguan.core.finding import Conflict, Contradiction, Finding, Hint, Operand, Place


def hint(at: int, advice: str = "请核对尾数。", rule: str = "table_totals") -> Finding:
    return Hint(message=f"第{at}行相差 0.01；{advice}", places=(Place(f"第{at}行", "引文"),), rule=rule, expected="1")


def test_many_hints_of_one_kind_become_one_with_all_their_places() -> None:
    (one,) = folded([hint(at) for at in range(23)])

    assert one.message.startswith("同样的情况有23处，第一处是：第0行相差 0.01")
    assert len(one.places) == 23
    assert one.expected is None


def test_two_hints_stay_as_they_are() -> None:
    both = (hint(1), hint(2))

    assert folded(both) == both


def test_hints_of_other_rules_or_with_other_advice_are_not_alike() -> None:
    every = (hint(1), hint(2), hint(3, "请统一写法。"), hint(4, rule="balance"))

    assert folded(every) == every


def test_what_is_no_hint_is_never_folded() -> None:
    every = tuple(Conflict(message="相差；请核对尾数。", places=(Place(f"第{at}行", ""),), rule="a") for at in range(9))

    assert folded(every) == every


def test_a_conflict_that_proves_a_sum_wrong_is_a_contradiction_as_a_whole() -> None:
    place, odd = Place("第1行", "支出 9 万元"), Operand("支出", "9", "万元")
    cause = Conflict(
        rule="same_fact", message="两处不同。", places=(place,), operands=(odd, Operand("支出", "8", "万元"))
    )
    effect = Contradiction(rule="table_totals", message="合计不符。", places=(place,), operands=(odd,))

    (one,) = folded((cause, effect))

    assert isinstance(one, Contradiction)
    assert (one.severity, one.rule) == ("error", "same_fact")
    assert one.message == "两处不同。同一个数还使下列关系不成立：合计不符。"


def test_a_number_unlike_in_text_and_table_folds_only_a_sum_that_is_wrong_by_as_much() -> None:
    place, odd = Place("第1行", "支出 9 万元"), Operand("支出", "9", "万元")
    others = (odd, Operand("支出", "8", "万元"))
    cause = Conflict(rule="text_and_tables", message="两处不同。", places=(place,), operands=others, difference="1万元")
    effect, another = (
        Contradiction(rule="table_totals", message="合计不符。", places=(place,), operands=(odd,), difference=gap)
        for gap in ("-1万元", "5万元")
    )

    assert len(folded((cause, effect))) == 1
    assert folded((cause, another)) == (cause, another)
