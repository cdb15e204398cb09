import pytest

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


TWIN = (
    "本站把隐患排查放在首位，对全部站场和重点企业逐一登记，发现的问题当场交办、限期整改，整改情况由专人复查，"
    "复查不合格的停业整顿，整顿后仍不合格的依法处理。"
)
TERM = (
    "{}（项）：反映本级所属单位按照规定参加社会保险，由单位按照规定的比例和基数，按月实际向经办机构足额缴纳的各项费用，"
    "随单位预算一并安排。"
)
GRADED = (
    "{}养护完成率。项目组查阅了台账和验收资料，各项工作都已经按时完成，没有发现不合格的情形，指标分值 3 分，得 3 分，"
    "有关资料已经留存，可供以后查阅。"
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("专人", "值班领导", ["warning"]),
        ("全部站场", "12个站场", []),
        ("限期整改，整改情况由专人复查，复查不合格的停业整顿", "立行立改，效果良好", []),
    ],
)
def test_a_long_paragraph_with_a_few_other_words_and_no_other_number_is_a_copy(
    old: str, new: str, expected: list[str]
) -> None:
    severities = said_by(RULE, f"{TWIN}\n\n其他工作有序推进。\n\n{TWIN.replace(old, new)}\n")

    assert [each for each in severities if each != "hint"] == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (TERM.format("基本养老保险"), TERM.format("职业年金")),
        (GRADED.format("路面"), GRADED.format("桥梁")),
    ],
)
def test_terms_explained_and_indicators_graded_one_by_one_are_alike_of_themselves(one: str, other: str) -> None:
    assert "warning" not in said_by(RULE, f"{one}\n\n其他工作有序推进。\n\n{other}\n")
