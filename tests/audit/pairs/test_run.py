import pytest

from tests.audit.pairs.paired import ACCOUNT, DEPARTMENT, paired, read
from yunguan.audit.pairs.kinship import self_of
from yunguan.audit.pairs.pair import Kin
from yunguan.audit.pairs.run import kin_among
from yunguan.audit.report import AuditReport
from yunguan.audit.rule_catalogue import pair_rules
from yunguan.audit.run import audit_reading

BODY = "一、基本情况\n全年基本支出 {}.00 万元。\n"


def report(name: str, head: str, year: int) -> AuditReport:
    return audit_reading(read(name, head.format(year=year) + BODY.format(500)))


def test_a_document_says_its_unit_kind_and_year() -> None:
    names = [self_of(read("x.txt", head.format(year=2023))).unit for head in (DEPARTMENT, ACCOUNT)]

    assert names == ["清河市测绘中心", "清河市测绘中心"]


def test_files_of_one_unit_are_paired_by_kind_and_year() -> None:
    ours = report("a.txt", DEPARTMENT, 2023)
    others = [report("b.txt", DEPARTMENT, 2022), report("c.txt", ACCOUNT, 2023)]

    assert [(kin, each.name) for kin, each in kin_among(ours, [ours, *others])] == [
        (Kin.LAST_YEAR, "b.txt"),
        (Kin.COMPANION, "c.txt"),
    ]


@pytest.mark.parametrize(
    ("head", "year"),
    [
        (DEPARTMENT, 2021),
        (ACCOUNT, 2022),
        (DEPARTMENT.replace("清河市", "白石市"), 2022),
        ("{year}年度部门整体支出绩效自评报告\n", 2022),
        ("{year}年工作总结\n单位名称：清河市测绘中心\n", 2022),
    ],
)
def test_nothing_else_is_paired(head: str, year: int) -> None:
    assert kin_among(report("a.txt", DEPARTMENT, 2023), [report("b.txt", head, year)]) == []


def test_a_file_of_the_wrong_year_is_not_compared_and_this_is_said() -> None:
    ours, theirs = DEPARTMENT.format(year=2023) + BODY.format(500), DEPARTMENT.format(year=2021) + BODY.format(400)
    said = paired(ours, theirs, Kin.LAST_YEAR)

    assert "应当是2022年度" in said.notices[0]
    assert {duty.outcome for duty in said.duties if duty.rule in pair_rules()} == {"not_applicable"}


def test_a_finding_names_both_files() -> None:
    ours = DEPARTMENT.format(year=2023) + BODY.format(500)
    said = paired(ours, ACCOUNT.format(year=2023) + BODY.format(480), Kin.COMPANION)
    finding = next(each for each in said.findings if each.rule == "same_as_accounts")

    assert [place.where.split(" › ")[0] for place in finding.places] == ["《本年.txt》", "《对照.txt》"]


def test_every_rule_over_two_documents_has_a_name_and_a_principle() -> None:
    assert [rule.code for rule in pair_rules() if not (rule.name and rule.principle)] == []
