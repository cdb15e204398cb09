import pytest

from tests.audit.pairs.paired import ACCOUNT, DEPARTMENT, held, paired, said
from yunguan.audit.pairs.pair import Kin
from yunguan.audit.report import AuditReport

RULE = "same_as_accounts"
TABLES = (
    "支出决算表\n单位：万元\n项目\t合计\t基本支出\t项目支出\n合计\t600.00\t{whole}\t90.00\n"
    "一般公共预算财政拨款支出决算表\n单位：万元\n项目\t合计\t基本支出\t项目支出\n合计\t580.00\t{fiscal}\t80.00\n"
    "财政拨款“三公”经费支出决算表\n单位：万元\n项目\t合计\t因公出国（境）费\t公务接待费\n决算数\t3.20\t0.00\t3.20\n"
)


def compared(text: str, *, whole: str = "510.00", fiscal: str = "500.00") -> AuditReport:
    ours = DEPARTMENT.format(year=2023) + text
    theirs = ACCOUNT.format(year=2023) + TABLES.format(whole=whole, fiscal=fiscal)
    return paired(ours, theirs, Kin.COMPANION)


@pytest.mark.parametrize("amount", ["500.00", "510.00"])
def test_basic_expenditure_may_be_of_all_money_or_of_appropriations(amount: str) -> None:
    report = compared(f"一、支出情况\n全年基本支出 {amount} 万元。\n")

    assert (said(RULE, report), held(RULE, report)) == ([], True)


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("一、一般公共预算支出情况\n基本支出决算数为 530.00 万元。\n", "error"),
        ("一、支出情况\n全年基本支出 530.00 万元。\n", "warning"),
        ("一、支出情况\n项目支出 60.00 万元。\n", "warning"),
        ("一、一般公共预算支出情况\n公务接待费决算数为 4.10 万元。\n", "error"),
        ("一、支出情况\n公务接待费决算数为 4.10 万元。\n", "warning"),
        ("一、支出情况\n公务接待费决算数为 3.3 万元。\n", "hint"),
    ],
)
def test_what_differs_is_graded_by_what_the_words_bind(text: str, grade: str) -> None:
    assert said(RULE, compared(text)) == [grade]


def test_where_both_scopes_are_one_there_is_no_excuse() -> None:
    assert said(RULE, compared("一、支出情况\n全年基本支出 530.00 万元。\n", whole="500.00")) == ["error"]


@pytest.mark.parametrize(
    "text",
    [
        "一、支出情况\n机关运行经费 40.00 万元。\n",
        "一、支出情况\n培训项目支出 20.00 万元。\n",
        "一、支出情况\n2022年基本支出 490.00 万元。\n",
        "一、支出情况\n截至9月，基本支出 390.00 万元。\n",
        "一、支出情况\n基本支出约 490 万元。\n",
    ],
)
def test_other_items_and_other_times_are_left_alone(text: str) -> None:
    assert said(RULE, compared(text)) == []
