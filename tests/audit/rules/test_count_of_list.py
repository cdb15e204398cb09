import pytest

from tests.audit.said_by import held_by, said_by

RULE = "count_of_list"


@pytest.mark.parametrize(
    "text",
    [
        "内设办公室、财务科、业务科、法规科等 4 个科室。",
        "下设 3 个机构，分别是综合科、财务科、业务科。",
        "重点线路 4 条：东线、西线、南线、北线。",
    ],
)
def test_a_list_of_that_length_is_listed(text: str) -> None:
    assert said_by(RULE, text) == []
    assert held_by(RULE, text)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("内设办公室、财务科、业务科、法规科等 3 个科室。", "error"),
        ("内设办公室、财务科、业务科、法规科等 5 个科室。", "warning"),
        ("下设 4 个机构，分别是综合科、财务科、业务科。", "error"),
        ("重点线路 5 条：东线、西线、南线、北线。", "error"),
    ],
)
def test_a_list_of_another_length_is_found(text: str, severity: str) -> None:
    assert said_by(RULE, text) == [severity]


@pytest.mark.parametrize("text", ["与甲县、乙县等 12 个县区建立协作。", "全年办理建议、提案共 43 件。"])
def test_examples_are_no_list(text: str) -> None:
    assert said_by(RULE, text) == []


def test_a_count_in_brackets_before_its_list_is_compared() -> None:
    assert said_by("count_of_list", "重点示范乡镇（6个）：柳溪镇、石桥镇、大坪乡、南冲镇、河口乡。") == ["error"]
    assert said_by("count_of_list", "确定新引进品种2个，分别为青优8号、塘粳香占、湘糯早。") == ["error"]


def test_what_follows_the_comma_behind_a_list_is_not_of_it() -> None:
    text = "评价组实地踏勘了{}条线路，即1路、3路、8路，访谈驾驶员26人、乘客540人。"

    assert said_by("count_of_list", text.format(3)) == []
    assert said_by("count_of_list", text.format(4)) == ["error"]
