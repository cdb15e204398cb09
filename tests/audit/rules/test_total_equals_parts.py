import pytest

from tests.audit.reading_of import audited, severities
from tests.audit.said_by import held_by, said_by

RULE = "total_equals_parts"


@pytest.mark.parametrize(
    "text",
    [
        "全年发放标志牌 3060 块，其中客运牌 1020 块，货运牌 2040 块。",
        "本中心现有职工 31 人：在岗 28 人，借调 3 人。",
        "2024年三公经费支出6.4万元，公务接待费0.9万元，公务用车购置及运行费5.5万元，因公出国（境）费0万元。",
        "基本支出 812.55 万元（人员经费 700.5 万元、公用经费 112.05 万元）。",
        "总分 100 = 执行 10 + 产出 50 + 效益 30 + 满意度 10。",
        "基本支出年初预算 900.1 万元，年中追加 50.25 万元，全年执行数 950.35 万元。",
        "培训支出 1，020.5 万元，其中：课时费 1，000 万元、场地费 20.5 万元。",
        "接待支出比上年减少12元，其中本级减少5元，下级减少7元。",
        "基本支出 90.5 万元，其中：工资福利支出 60 万元，商品和服务支出 20 万元，个人和家庭补助 10.5 万元。",
    ],
)
def test_a_sum_that_holds_is_listed_and_nothing_is_found(text: str) -> None:
    report = audited(text)

    assert [relation.rule for relation in report.checked] == [RULE]
    assert report.findings == ()


@pytest.mark.parametrize(
    ("text", "severity", "difference"),
    [
        ("全年发放标志牌 3060 块，其中客运牌 1020 块，货运牌 2050 块。", "warning", "-10块"),
        (
            "2024年三公经费支出6.4万元，其中：公务接待费0.9万元，公务用车购置及运行费5.8万元，因公出国（境）费0万元。",
            "error",
            "-0.3万元",
        ),
        ("总分 100 = 执行 10 + 产出 50 + 效益 35 + 满意度 10。", "error", "-5"),
        ("基本支出年初预算 900.1 万元，年中追加 50.25 万元，全年执行数 850.35 万元。", "warning", "-100万元"),
        ("基本支出 812.55 万元（人员经费 700.5 万元、公用经费 112.15 万元）。", "error", "-0.1万元"),
    ],
)
def test_a_sum_that_fails_is_found_with_its_difference(text: str, severity: str, difference: str) -> None:
    (finding,) = audited(text).findings

    assert (finding.severity, finding.difference) == (severity, difference)


def test_a_cent_of_rounding_is_only_a_hint() -> None:
    text = "收入总计 434.72 万元：本年收入 434.16 万元，年初结转 0.55 万元。"

    assert severities(audited(text)) == ["hint"]


@pytest.mark.parametrize(
    "text",
    [
        "全中心现有职工 60 人，其中党员 31 人，女职工 12 人。",
        "现有职工 120 人，其中大专以上 90 人，中级职称以上 31 人。",
        "项目支出 900 万元，其中：培训费 21 万元，会议费 3 万元。",
        "产出指标 40 分：数量指标 15 分，质量指标 12 分。",
    ],
)
def test_parts_that_need_not_be_all_are_left_open(text: str) -> None:
    report = audited(text)

    assert report.findings == ()
    assert [duty.outcome for duty in report.duties if duty.rule == RULE] == ["ambiguous"]


def test_about_widens_the_interval() -> None:
    assert audited("共有会员约 2000 名，其中甲县 1240 名，乙县 900 名。").findings == ()


def test_numbers_of_two_clauses_are_never_added_without_a_word_that_binds_them() -> None:
    report = audited("全年检查 300 家，整改 120 家，约谈 30 家。")

    assert (report.findings, report.checked) == ((), ())


def test_the_unstated_reading_names_what_a_bracket_counts_in() -> None:
    (finding,) = audited("全市培训机构 108 所（含一所民办机构），其中城区 38 所，县里 69 所。").findings

    assert "民办机构" in finding.message


def test_a_list_may_find_its_total_in_the_paragraph_above() -> None:
    text = (
        "（一）基本支出\n\n全年基本支出执行数 100.5 万元。\n\n基本支出用于保障运转。"
        "其中：工资福利支出 60 万元，商品和服务支出 30.5 万元，对个人和家庭的补助 {} 万元。"
    )

    assert len(audited(text.format("10")).checked) == 1
    assert severities(audited(text.format("11"))) == ["error"]


def test_the_budget_of_a_completion_is_no_part() -> None:
    text = (
        "公务用车费为 2.00 万元，其中：购置费 0.00 万元，完成全年预算 3.00 万元的 0%，"
        "运行费 2.00 万元，完成全年预算 4.00 万元的 50%。"
    )

    (relation,) = [each for each in audited(text).checked if each.rule == RULE]

    assert [operand.value for operand in relation.operands] == ["2.00", "0.00", "2.00"]


def test_a_part_in_the_wrong_unit_is_found_and_named() -> None:
    assert said_by("total_equals_parts", "基本支出年初安排1422.62元，追加140.18万元，实际执行1562.80万元。") == [
        "error"
    ]
    assert said_by("total_equals_parts", "争取资金1.6960亿元，其中中央资金16500万元、省级资金460元。") == ["error"]


def test_a_list_with_a_blank_is_not_added_up() -> None:
    assert said_by("total_equals_parts", "工资XXX万元，公用经费12.00万元，项目支出5.00万元，合计80.00万元。") == []


def test_a_total_in_the_sentence_before_binds_all_members_of_its_family() -> None:
    text = "全年支出合计1816.51万元。按支出性质划分，基本支出926.32万元（占比50.99%），项目支出890.19万元。"

    assert held_by("total_equals_parts", text)
    assert said_by("total_equals_parts", text.replace("926.32", "936.32")) == ["warning"]


def test_a_list_that_says_among_which_total_it_is_belongs_to_the_sentence_before() -> None:
    text = (
        "三公经费支出合计 {} 万元。三公经费中，因公出国（境）经费 1.00 万元；"
        "公务用车费 6.00 万元；公务接待费 2.00 万元。"
    )

    assert RULE in {each.rule for each in audited(text.format("9.00")).checked}
    assert severities(audited(text.format("8.00"))) != []


def test_a_list_behind_its_total_that_is_off_by_little_is_found() -> None:
    text = "共完成资金 89.97 万元。其中：30 万元用于预算编制；30 万元用于审计；29.99 万元用于测绘。"

    assert severities(audited(text)) == ["warning"]


def test_changes_in_two_directions_are_added_with_their_signs() -> None:
    text = "三公经费减少 0.28 万元，其中：公务用车费减少 0.29 万元；公务接待费增加 0.01 万元。"

    assert RULE in {each.rule for each in audited(text).checked}
    assert audited(text).findings == ()


def test_two_kinds_of_staff_that_are_more_than_all_staff_are_found() -> None:
    assert severities(audited("实有在职人员 74 人，其中：行政编制人员 58 人，事业编制人员 26 人。")) == ["warning"]
    assert severities(audited("实有在职人员 74 人，其中：行政编制人员 38 人，事业编制人员 26 人。")) == []


def test_a_list_ends_where_another_account_begins() -> None:
    text = (
        "全区总收入 900 万元，其中地方收入 500 万元；加上级补助收入 300 万元，上年结余收入 120 万元，收入合计 {} 万元。"
    )

    assert said_by(RULE, text.format(920)) == []
    assert said_by(RULE, text.format(970)) == ["warning"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("街道编制{}人，其中行政编制20人、事业编制24人。", ("44", "45")),
        ("全年预算收入2,766.30万元，全年支出2,688.94万元，年末结余{}万元。", ("77.36", "87.36")),
        ("基本支出{}万元。其中，用于人员的703.18万元，用于办公的295.26万元。", ("998.44", "988.44")),
    ],
)
def test_two_parts_that_cannot_make_up_their_total_are_found(text: str, wrong: tuple[str, str]) -> None:
    assert said_by(RULE, text.format(wrong[0])) == []
    assert said_by(RULE, text.format(wrong[1])) != []


@pytest.mark.parametrize(
    "text",
    [
        "共编制绩效指标15个，其中一级指标3个，二级指标7个，三级指标15个。",
        "发现隐患2304条，其中重大隐患7条；年内整改2281条，顺延23条。",
    ],
)
def test_levels_of_the_same_things_and_what_follows_a_list_are_no_parts(text: str) -> None:
    assert said_by(RULE, text) == []


def test_a_list_by_subjects_adds_up_to_the_amount_of_the_sentence_before() -> None:
    text = "支出决算{}万元，比上年减少211.95万元。按科目，教育支出380.90万元，卫生支出165.20万元，住房支出152.95万元。"

    assert said_by(RULE, text.format("699.05")) == []
    assert said_by(RULE, text.format("689.05")) == ["warning"]


def test_a_part_of_a_part_is_no_further_part_of_the_total() -> None:
    text = "政府采购支出总额共80.76万元，其中授予中小企业55.38万元，占68.57%；在此之中授予小微企业26.08万元。\n"

    assert said_by(RULE, text) == []


def test_a_list_ends_where_the_next_amount_has_a_list_of_its_own() -> None:
    text = (
        "管理高血压患者 3.26 万人，其中规范管理 2.54 万人，规范管理率 77.91%；"
        "管理糖尿病患者 1.08 万人，其中规范管理 0.82 万人，规范管理率 75.93%。"
    )

    assert said_by(RULE, text) == []
