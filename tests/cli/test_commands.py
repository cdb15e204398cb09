"""The command line: exit codes, JSON and nothing else, Chinese words."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from tests.factories import operator
from yunguan.cli.main import main

pytestmark = pytest.mark.django_db


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def test_figures_are_one_json_document_with_numbers_as_strings() -> None:
    operator(1)
    result = run("figures", "2023", "safety.emergency_plan.required", "--json")
    assert result.exit_code == 0
    (figure,) = json.loads(result.stdout)
    assert (figure["value"], figure["origin"], figure["as_of"]) == ("1", "computed", "2023-12-31")
    assert set(figure) == {
        *("id", "title", "value", "unit", "period", "as_of"),
        *("numerator", "denominator", "records", "origin", "definition"),
    }


def test_an_unknown_indicator_is_wrong_use() -> None:
    result = run("figures", "2023", "no.such")
    assert (result.exit_code, "没有编码为“no.such”的指标" in result.output) == (2, True)


@pytest.mark.parametrize("words", [["figures", "year"], ["figures", "2023", "--as-of", "30.11."], ["nothing"]])
def test_wrong_words_end_with_two(words: list[str]) -> None:
    assert run(*words).exit_code == 2


def test_an_area_narrows_the_figures() -> None:
    operator(1, area="430405")
    operator(2, area="430406")
    result = run("figures", "2023", "safety.emergency_plan.required", "--area", "430406", "--json")
    assert json.loads(result.stdout)[0]["value"] == "1"


def test_a_trace_names_formula_operands_and_records() -> None:
    operator(1)
    result = run("trace", "safety.emergency_plan.required", "2023", "--json")
    document = json.loads(result.stdout)
    assert "《经营业户名录》" in document["formula"]
    assert [record["name"] for record in document["records"]] == ["第1运输有限公司"]


def test_a_template_bears_the_headings_of_its_book(tmp_path: Path) -> None:
    assert run("template", "operator", "--out", str(tmp_path)).exit_code == 0
    sheet = openpyxl.load_workbook(tmp_path / "经营业户名录.xlsx")["经营业户名录"]
    assert "统一社会信用代码" in [cell.value for cell in sheet[1]]


def test_an_unknown_register_is_wrong_use(tmp_path: Path) -> None:
    result = run("template", "unicorns", "--out", str(tmp_path))
    assert (result.exit_code, "没有名为“unicorns”的台账" in result.output) == (2, True)


def test_an_import_with_a_refused_row_ends_with_one_and_marks_a_copy(tmp_path: Path) -> None:
    run("template", "operator", "--out", str(tmp_path))
    path = tmp_path / "经营业户名录.xlsx"
    book = openpyxl.load_workbook(path)
    heads = [cell.value for cell in book["经营业户名录"][1]]
    book["经营业户名录"].cell(2, heads.index("业户名称") + 1, "无码运输有限公司")
    book.save(path)
    result = run("import", str(path), "--json")
    (report,) = json.loads(result.stdout)
    assert (result.exit_code, report["imported"], report["sheets"][0]["refused_rows"]) == (1, False, 1)
    assert Path(report["marked"]).is_file()


def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"not a workbook")
    result = run("import", str(path), "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)[0]["error"]


def test_audit_speaks_the_agreed_json(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("2023年度项目支出 30.00 万元，其中：甲项目 10.00 万元，乙项目 25.00 万元。", encoding="utf-8")
    result = run("audit", str(path), "--json")
    (report,) = json.loads(result.stdout)
    assert result.exit_code == 1
    assert set(report) == {"file", "reading", "findings", "checked", "duties", "ledger", "unchecked"}
    assert report["findings"][0]["severity"] == "warning"


def test_a_rule_is_explained_without_a_file() -> None:
    result = run("audit", "--explain", "balance")
    assert result.exit_code == 0
    assert all(heading in result.output for heading in ("收支平衡", "原理", "查得出的例子", "怎么办"))


def test_a_rule_that_there_is_not_is_answered_with_those_that_there_are() -> None:
    result = run("audit", "--explain", "nothing")
    assert result.exit_code == 2
    assert "没有代码为“nothing”的规则" in result.output
    assert "table_totals" in result.output


def test_the_rules_are_listed_without_a_file() -> None:
    result = run("audit", "--rules")
    assert result.exit_code == 0
    assert "rate_from_counts" in result.output


def test_the_list_is_not_written_over_the_file_that_is_audited(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("全年检查 30 次。", encoding="utf-8")
    result = run("audit", str(path), "--xlsx", str(path))
    assert result.exit_code == 2
    assert "请换一个文件名" in result.output
    assert path.read_text(encoding="utf-8") == "全年检查 30 次。"


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes there")
def test_a_file_whose_name_is_no_text_goes_through_every_output(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode("甲".encode() + b"\xff.txt")
    path.write_text("全年检查 30 次。", encoding="utf-8")
    html, xlsx = tmp_path / "html", tmp_path / "list.xlsx"
    result = run("audit", str(path), str(path), "--json", "--html", str(html), "--xlsx", str(xlsx))
    assert result.exit_code == 0
    assert json.loads(result.stdout)[0]["unchecked"][0]["text"] == "30 次"
    assert len(list(html.iterdir())) == 3
    assert xlsx.exists()
    assert "没有规则核对到的数 1 个" in run("audit", str(path)).output


def test_an_audit_of_nothing_is_a_wrong_use() -> None:
    result = run("audit")
    assert result.exit_code == 2
    assert "请写明要检查的文件" in result.output


def test_facts_lists_every_quantity(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("本单位在职 61 人，编制 70 名。", encoding="utf-8")
    values = [fact["value"] for fact in json.loads(run("facts", str(path), "--json").stdout)]
    assert values == ["61", "70"]


def test_facts_are_written_to_a_workbook_but_never_over_their_file(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("本单位在职 61 人，编制 70 名。", encoding="utf-8")
    assert run("facts", str(path), "--xlsx", str(tmp_path / "清单.xlsx")).exit_code == 0
    assert (tmp_path / "清单.xlsx").exists()
    assert run("facts", str(path), "--xlsx", str(path)).exit_code == 2


def test_facts_propose_the_figures_that_they_may_be(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("基本支出年初预算 1200 万元。", encoding="utf-8")
    (fact,) = json.loads(run("facts", str(path), "--figures", "--json").stdout)
    assert fact["proposals"][0]["id"] == "finance.basic.initial_budget"


def test_facts_say_why_a_file_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "图.png"
    path.write_bytes(b"\x89PNG\r\n")
    result = run("facts", str(path))
    assert (result.exit_code, "图.png" in result.output) == (1, True)


def test_every_command_tells_in_chinese_what_it_does() -> None:
    shown = run("--help").output
    for name in ("demo", "import", "template", "figures", "trace", "report", "audit", "facts", "serve", "manage"):
        line = next(line for line in shown.splitlines() if line.strip().startswith(f"{name} "))
        assert any("\u4e00" <= letter <= "\u9fff" for letter in line), line


@pytest.mark.parametrize("command", ["audit", "facts"])
def test_a_stranger_s_file_needs_no_home_but_the_option_is_taken(command: str, tmp_path: Path) -> None:
    report = tmp_path / "报告.txt"
    report.write_text("标志牌 30 块，其中甲 10 块，乙 20 块。", encoding="utf-8")
    result = run(command, str(report), "--home", str(tmp_path / "home"), "--json")
    assert (result.exit_code, bool(json.loads(result.stdout))) == (0, True)
    assert not (tmp_path / "home").exists()


def test_score_is_one_json_document_whose_points_are_a_hundred() -> None:
    operator(1)
    result = run("score", "2023", "--json")
    tree = json.loads(result.stdout)
    assert (result.exit_code, tree["points"], tree["band"]) == (0, "100", None)
    assert {"title", "points", "score", "band", "children"} <= set(tree)
    leaf = tree["children"][0]["children"][0]["children"][0]
    assert {"id", "title", "points", "target", "actual", "rule", "score", "reason_owed"} <= set(leaf)


def test_score_is_printed_as_a_tree_for_a_person() -> None:
    result = run("score", "2023")
    assert result.exit_code == 0
    assert "预算执行率" in result.stdout
    assert "等级未定" in result.stdout


def test_score_as_json_holds_what_the_gate_objects_to_and_ends_well() -> None:
    result = run("score", "2023", "--json")
    findings = json.loads(result.stdout)["findings"]
    assert result.exit_code == 0
    assert {"code", "severity", "place", "quote", "message", "remedy"} == set(findings[0])
    assert {"not_evidenced", "goal_not_approved"} <= {each["code"] for each in findings}


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_score_ends_with_one_where_a_check_blocks_the_hand_in(form: list[str]) -> None:
    assert run("score", "2023", "--check", *form).exit_code == 1


def test_score_tells_a_person_what_blocks_with_place_and_remedy() -> None:
    told = run("score", "2023", "--check").stdout
    assert "［必须改正］部门整体支出绩效自评表 › 年度总体目标：没有登记 2023 年的绩效目标" in told
    assert "怎么办：在“绩效目标申报”中登记目标" in told


def test_score_gives_points_in_advance_for_the_form_of_a_report(tmp_path: Path) -> None:
    report = tmp_path / "报告.txt"
    report.write_text("应备案的 250 家企业，已有 180 家完成备案，备案率达 78%。", encoding="utf-8")
    lines = json.loads(run("score", "2023", "--report", str(report), "--json").stdout)["report_form"]["lines"]
    assert (lines[-1]["title"], lines[-1]["score"]) == ("依据充分、数据准确", "9")
    assert "评分表其余 60 分" in run("score", "2023", "--report", str(report)).stdout


@pytest.mark.parametrize(("words", "told"), [(["2023-05"], "按年度计分"), (["2023", "--subject", "x"], "没有评价对象")])
def test_score_of_what_is_not_there_is_wrong_use(words: list[str], told: str) -> None:
    result = run("score", *words)
    assert (result.exit_code, told in result.output) == (2, True)
