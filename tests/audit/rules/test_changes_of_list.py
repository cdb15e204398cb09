import pytest

from tests.audit.reading_of import audited
from tests.audit.said_by import held_by, said_by

RULE = "changes_of_list"
FAMILY = (
    "基本支出预算比上年增加{}万元。变动原因主要是：\n\n1.工资福利支出比上年增加18.67万元。\n\n"
    "2.商品和服务支出比上年减少0.04万元。\n\n3.对个人和家庭的补助比上年增加0.11万元。\n\n项目支出没有变化。\n"
)
LIST = "支出预算比上年增加{}万元，{}：\n\n1.修路支出比上年增加80.00万元。\n\n2.绿化支出比上年减少6.50万元。\n\n正文。\n"


def test_a_change_is_the_signed_sum_of_the_changes_listed_below_it() -> None:
    assert held_by(RULE, FAMILY.format("18.74"))
    assert said_by(RULE, FAMILY.format("18.74")) == []
    assert said_by(RULE, FAMILY.format("17.10")) == ["warning"]
    assert said_by(RULE, FAMILY.format("18.75")) == ["hint"]


def test_each_part_is_named_where_its_paragraph_begins() -> None:
    text = (
        "三公经费预算比上年减少{}万元，其中：\n\n（1）出国费预算0.50万元，比上年减少0.10万元。\n\n"
        "（2）公务用车费4.00万元，比去年减少0.40万元。\n\n（3）接待费2.00万元，比2023年增加0.20万元。\n"
    )

    assert held_by(RULE, text.format("0.30"))
    assert said_by(RULE, text.format("0.90")) == ["warning"]


@pytest.mark.parametrize("introduced", ["具体如下", "变动情况如下", "具体是"])
def test_a_list_that_says_so_is_complete(introduced: str) -> None:
    assert held_by(RULE, LIST.format("73.50", introduced))
    assert said_by(RULE, LIST.format("61.20", introduced)) == ["warning"]


@pytest.mark.parametrize("introduced", ["主要原因是", "主要原因如下", "主要是", "其中", "原因具体如下"])
def test_the_main_reasons_may_leave_something_out_but_one_digit_is_a_slip(introduced: str) -> None:
    assert held_by(RULE, LIST.format("73.50", introduced))
    assert said_by(RULE, LIST.format("61.20", introduced)) == []
    assert said_by(RULE, LIST.format("75.30", introduced)) == ["warning"]
    assert said_by(RULE, LIST.format("70.00", introduced).replace("6.50", "9.00")) == []


def test_a_whole_in_a_coarser_unit_holds_what_it_is_rounded_from() -> None:
    text = LIST.format("0.01", "具体如下").replace("0.01万", "{}亿")

    assert held_by(RULE, text.format("0.0074"))
    assert said_by(RULE, text.format("0.0074")) == []
    assert said_by(RULE, text.format("0.0094")) == ["warning"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2.绿化支出比上年减少6.50万元", "2.绿化支出与上年持平"),
        ("2.绿化支出比上年减少6.50万元", "2.绿化支出比上年减少约6.50万元"),
        ("2.绿化支出比上年减少6.50万元", "2.绿化支出比年初预算减少6.50万元"),
        ("2.绿化支出比上年减少6.50万元", "2.绿化支出比上年减少6.50万元，照明支出比上年减少9.00万元"),
        ("2.绿化", "3.绿化"),
        ("比上年增加61.20万元", "比上年增加约61.20万元"),
        ("支出预算比上年增加61.20万元", "收入比上年增加61.20万元，支出比上年增加61.20万元"),
        ("具体如下：", "具体如下表。"),
    ],
)
def test_a_list_that_does_not_tell_each_change_once_is_left_alone(old: str, new: str) -> None:
    text = LIST.format("61.20", "具体如下")

    assert old in text
    assert said_by(RULE, text.replace(old, new)) == []


def test_the_message_says_by_how_much_they_differ() -> None:
    (found,) = (each for each in audited(LIST.format("61.20", "具体如下")).findings if each.rule == RULE)

    assert "相差12.3万元" in found.message
    assert (found.expected, found.stated, found.difference) == ("73.5万元", "61.2万元", "-12.3万元")


def test_what_is_listed_behind_all_parts_opens_them_up_once_more() -> None:
    more = "3.其中绿化养护支出比上年减少2.00万元。\n\n正文。"
    text = LIST.format("73.50", "具体如下").replace("正文。", more)

    assert held_by(RULE, text)
    assert said_by(RULE, text) == []
    assert said_by(RULE, text.replace("73.50", "61.20")) == ["warning"]
