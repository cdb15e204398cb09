"""A self-evaluation beside the nine tables of its year's final account."""

import pytest

from tests.audit.accounts.account import Account
from tests.audit.pairs.paired import read
from yunguan.audit.pairs.pair import Kin
from yunguan.audit.pairs.run import Beside, against, kin_among
from yunguan.audit.profile import default_profile
from yunguan.audit.run import audit_reading
from yunguan.core.finding import Finding
from yunguan.core.reading import Reading

REPORT = """2023年度部门整体支出绩效自评报告
单位名称：清河市测绘中心
一、部门基本情况
核定编制42名，年末在职40人。2023年全年支出595.00万元，其中基本支出420.00万元，项目支出175.00万元。
二、一般公共预算支出情况
（一）基本支出情况
基本支出决算数为405.00万元，其中：工资福利支出310.00万元，商品和服务支出70.00万元，对个人和家庭的补助20.00万元，资本性支出5.00万元。
2023年“三公”经费支出决算数为6.20万元，其中：公务用车运行维护费4.40万元，公务接待费1.80万元。
（二）项目支出情况
控制点复测项目全年预算60.00万元，执行58.00万元。
三、政府性基金预算支出情况
政府性基金预算支出20.00万元，用于测量标志迁建。
四、国有资本经营预算支出情况
我单位没有国有资本经营预算支出。
"""
FORMS = [pytest.param(read("决算.txt", str(Account())), id="text"), pytest.param(Account().workbook(), id="workbook")]


def found(text: str, accounts: Reading) -> list[Finding]:
    report = audit_reading(read("自评.txt", text))
    both = against(report, [(Kin.COMPANION, Beside(accounts.file, accounts))], default_profile())
    return [each for each in both.findings if each.rule in {"same_as_accounts", "empty_funds"}]


@pytest.mark.parametrize("accounts", FORMS)
def test_a_report_that_follows_its_account_has_no_finding(accounts: Reading) -> None:
    assert [each.message for each in found(REPORT, accounts)] == []


@pytest.mark.parametrize("accounts", FORMS)
@pytest.mark.parametrize(
    ("old", "new", "grade"),
    [
        ("基本支出决算数为405.00万元", "基本支出决算数为450.00万元", "error"),
        ("工资福利支出310.00万元", "工资福利支出301.00万元", "error"),
        ("公务接待费1.80万元", "公务接待费1.30万元", "error"),
        ("项目支出175.00万元", "项目支出157.00万元", "warning"),
        ("全年支出595.00万元", "全年支出559.00万元", "warning"),
        ("政府性基金预算支出20.00万元，用于测量标志迁建。", "我单位没有政府性基金预算支出。", "error"),
        ("我单位没有国有资本经营预算支出。", "国有资本经营预算支出3.00万元，用于设备更新。", "warning"),
    ],
)
def test_what_differs_from_the_account_is_found(accounts: Reading, old: str, new: str, grade: str) -> None:
    said = found(REPORT.replace(old, new), accounts)

    assert [each.severity.value for each in said] == [grade]
    assert len({place.where.split(" › ")[0] for place in said[0].places}) == (2 if "国有" not in new else 1)


@pytest.mark.parametrize("accounts", FORMS)
def test_the_money_of_one_project_is_no_total(accounts: Reading) -> None:
    text = REPORT.replace("项目支出175.00万元", "项目支出中控制点复测58.00万元")

    assert found(text, accounts) == []


BASE = """部门整体支出绩效评价基础数据表（2023年度）
填报单位：清河市测绘中心
单位：万元
项目\t上年决算数\t本年预算数\t本年决算数
三公经费\t7.00\t9.00\t6.20
公务用车运行维护费\t5.00\t7.00\t4.40
公务接待费\t2.00\t2.00\t{}
公用经费\t71.00\t76.00\t75.00
政府采购金额\t28.00\t33.00\t32.50
"""


@pytest.mark.parametrize(("amount", "grades"), [("1.80", []), ("1.38", ["error"])])
def test_the_base_data_table_of_the_year_is_a_companion_too(amount: str, grades: list[str]) -> None:
    ours = audit_reading(read("自评.txt", REPORT))
    others = kin_among(ours, [audit_reading(read("基础表.txt", BASE.format(amount)))])
    both = against(ours, others, default_profile())

    assert [kin for kin, _ in others] == [Kin.COMPANION]
    assert [each.severity.value for each in both.findings if each.rule == "same_as_accounts"] == grades
    assert any(each.rule == "same_as_accounts" for each in both.checked)
