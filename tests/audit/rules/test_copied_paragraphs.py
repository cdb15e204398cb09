from tests.audit.said_by import said_by

RULE = "copied_paragraphs"

LONG = "我单位组织了三轮安全检查，覆盖全部客运站场和重点货运企业，发现的问题当场交办、限期整改。"


def test_a_paragraph_printed_twice_is_a_conflict() -> None:
    assert said_by(RULE, f"{LONG}\n\n其他工作有序推进。\n\n{LONG}\n") == ["warning"]


def test_a_sentence_copied_into_another_paragraph_is_a_hint() -> None:
    assert said_by(RULE, f"{LONG}\n\n其他工作有序推进。{LONG}\n") == ["hint"]


def test_the_same_note_under_two_tables_passes() -> None:
    note = "说明：本单位本年度没有使用这项资金安排的收入和支出，故本表无数据，特此说明。"

    assert said_by(RULE, f"{note}\n\n另一张表。\n\n{note}\n") == []
