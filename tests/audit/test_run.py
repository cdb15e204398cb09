from pathlib import Path

import pytest

from tests.audit.reading_of import audited
from yunguan.audit.rule_catalogue import rules
from yunguan.audit.run import audit, facts


def test_a_report_is_audited_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("标志牌 30 块，其中甲 10 块，乙 20 块。", encoding="utf-8")

    said = audit(path).as_json()

    assert list(said) == ["file", "reading", "findings", "checked", "duties", "ledger", "unchecked"]
    assert {"rule": "balance", "outcome": "not_applicable"} in said["duties"]
    assert said["reading"] == {"kind": "txt", "blocks": 1, "tables": 0, "characters": 19}
    assert said["checked"][0]["operands"][0] == {"name": "标志牌", "value": "30", "unit": "块"}
    assert len(facts(path)) == 3


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 ...", b"\x00\x01\x02\x03" * 50])
def test_a_file_that_cannot_be_read_is_never_without_problem(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "report.bin"
    path.write_bytes(data)

    report = audit(path)

    assert not report.clean
    assert {duty.outcome for duty in report.duties} == {"unread"}


def test_a_rule_that_met_nothing_is_not_applicable() -> None:
    met = {duty.rule for duty in audited("我单位没有此项支出。").duties if duty.outcome != "not_applicable"}

    assert met == {rule.code for rule in rules() if rule.reads_all}


def test_every_rule_has_a_chinese_name_and_a_principle() -> None:
    for rule in rules():
        assert rule.name
        assert rule.principle
