from yunguan.audit.marks.note import notes_of
from yunguan.core.finding import Contradiction, Hint, Place


def test_each_place_is_noted_with_its_number_the_numbers_and_the_other_place() -> None:
    finding = Contradiction(
        message="两处不符。",
        places=(Place("一、收入 › 第3段", "收入 3 万元"), Place("第9段", "收入 4 万元")),
        expected="3万元",
        stated="4万元",
        difference="1万元",
        rule="same_fact",
    )
    first, second = notes_of([finding], {"same_fact": "同一事实"})

    assert (first.where, second.quote) == ("第3段", "收入 4 万元")
    assert first.text == (
        "【矛盾】（1/2）两处不符。\n应为：3万元；所写：4万元；相差：1万元\n另一处：第9段：“收入 4 万元”\n规则：同一事实"
    )


def test_a_hint_of_many_places_is_noted_at_the_first() -> None:
    places = tuple(Place(f"第{number}段", "（一）") for number in range(1, 9))
    notes = list(notes_of([Hint(message="混用。", places=places, rule="numbering")], {}))

    assert [each.where for each in notes] == ["第1段", "第2段", "第3段"]
    assert "另有 5 处" in notes[0].text
