import pytest

from tests.audit.said_by import held_by, said_by

RULE = "outline_complete"

TITLES = (
    "部门、单位基本情况", "一般公共预算支出情况", "政府性基金预算支出情况", "国有资本经营预算支出情况",
    "社会保险基金预算支出情况", "部门整体支出绩效情况", "存在的问题及原因分析", "下一步改进措施",
    "部门整体支出绩效自评结果应用和公开情况", "其他需要说明的情况",
)  # fmt: skip


def report(without: int | None) -> str:
    titles = [title for index, title in enumerate(TITLES) if index != without]
    chapters = "".join(f"{'一二三四五六七八九十'[i]}、{title}\n\n正文。\n\n" for i, title in enumerate(titles))
    return f"部门整体支出绩效自评报告\n\n（2023年度）\n\n{chapters}"


def test_a_complete_report_passes() -> None:
    assert said_by(RULE, report(None)) == []
    assert held_by(RULE, report(None))


@pytest.mark.parametrize(("without", "severity"), [(6, "warning"), (8, "warning"), (9, "hint")])
def test_a_missing_chapter_is_named(without: int, severity: str) -> None:
    assert said_by(RULE, report(without)) == [severity]


def test_the_title_in_large_type_is_no_chapter() -> None:
    text = report(5).replace("部门整体支出绩效自评报告", "# 部门整体支出绩效自评报告")

    assert said_by(RULE, text.replace("部门整体支出绩效自评结果应用和公开情况", "结果应用和公开情况")) == ["warning"]


def test_an_extract_and_an_unknown_kind_are_not_judged() -> None:
    assert said_by(RULE, "部门整体支出绩效自评报告\n\n全年支出 20 万元。\n") == []
    assert said_by(RULE, "工作简报\n\n一、会议\n\n正文。\n\n二、检查\n\n正文。\n\n三、培训\n\n正文。\n") == []


def test_a_chapter_of_one_provinces_outline_is_only_hinted_at_where_another_is_followed() -> None:
    titles = ("基本情况", "预算执行情况", "绩效完成情况", "存在的问题", "改进措施")
    chapters = "".join(f"{'一二三四五'[i]}、{title}\n\n正文。\n\n" for i, title in enumerate(titles))

    assert set(said_by(RULE, f"部门整体支出绩效自评报告\n\n（2023年度）\n\n{chapters}")) == {"hint"}


def test_an_evaluation_names_its_chapters_in_its_own_words() -> None:
    titles = ("项目概况", "评价过程", "评价结论", "绩效分析", "存在问题", "建议")
    chapters = "".join(f"{'一二三四五六'[i]}、{title}\n\n正文。\n\n" for i, title in enumerate(titles))

    assert said_by(RULE, f"公交补贴项目绩效评价报告\n\n（2022年度）\n\n{chapters}") == []


@pytest.mark.parametrize(("end", "found"), [("督促整改到位。", True), ("督促整改到位", False)])
def test_a_text_that_breaks_off_may_go_on_with_what_is_missing(end: str, *, found: bool) -> None:
    text = (
        "某某县公路站项目支出绩效自评报告\n\n一、项目基本情况\n\n已完成。\n\n二、项目资金使用情况\n\n已使用。\n\n"
        f"三、项目绩效情况\n\n已实现。\n\n四、下一步改进措施\n\n一是通报，二是逐项{end}"
    )

    assert bool(said_by("outline_complete", text)) is found


@pytest.mark.parametrize(("chapter", "severity"), [("有关建议", "hint"), ("存在的问题及原因分析", "warning")])
def test_an_evaluation_need_not_give_advice_but_must_name_problems(chapter: str, severity: str) -> None:
    titles = ["项目基本情况", "绩效评价工作开展情况", "综合评价情况及评价结论", "绩效评价指标分析"]
    titles += [title for title in ("存在的问题及原因分析", "有关建议") if title != chapter]
    chapters = "".join(f"{'一二三四五'[i]}、{title}\n\n正文。\n\n" for i, title in enumerate(titles))

    assert said_by(RULE, f"公交补贴项目绩效评价报告\n\n（2022年度）\n\n{chapters}") == [severity]


def test_an_extract_that_ends_without_a_stop_is_not_held_to_chapters_behind_the_cut() -> None:
    report = (
        "某某县公路站项目支出绩效自评报告\n\n一、项目基本情况\n\n已完成。\n\n二、项目资金使用情况\n\n已使用。\n\n"
        "三、项目绩效情况\n\n已实现。\n\n四、项目财务管理情况\n\n财务制度完善{}"
    )

    assert said_by("outline_complete", report.format("")) == []
    assert "warning" in said_by("outline_complete", report.format("。"))
