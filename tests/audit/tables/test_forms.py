from tests.audit.said_by import said_by
from yunguan.audit.tables.forms import form_rows

HEADS = [
    "“三公”经费合计",
    "因公出国（境）费",
    "公务用车购置及运行费",
    "公务接待费",
    "小计",
    "公务用车购置费",
    "公务用车运行费",
]


def test_the_official_row_of_six_is_read_by_its_order() -> None:
    found = form_rows([*HEADS, "20", "1", "15", "9", "6", "4"], 0)

    assert found is not None
    assert ("其中：公务用车运行费", "6") in found[1]


def test_a_row_whose_own_sums_do_not_prove_the_order_is_left_alone() -> None:
    assert form_rows([*HEADS, "20", "1", "4", "15", "9", "6"], 0) is None


def test_the_amounts_of_a_self_evaluation_form_are_read_by_their_order() -> None:
    cells = ["年度资金总额：", "50", "45", "36", "10", "80%", "8", "其中：本年财政拨款", "50", "45", "36", "其他资金"]

    found = form_rows(cells, 0)

    assert found is not None
    assert found[1][1] == ("年度资金总额", "50", "45", "36", "10", "80%", "8")


def test_text_that_swaps_two_amounts_of_the_official_row_is_found() -> None:
    table = "单位：万元\n" + "\n".join([*HEADS, "20", "1", "15", "9", "6", "4"])
    text = f"2022年“三公”经费预算情况\n{table}\n公务用车购置费 6.00 万元。公务用车运行费 9.00 万元。\n"

    assert len(said_by("same_fact", text)) == len("购运")
