import pytest

from tests.audit.telling.told_by import told_by


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("内设机构有综合科、财务科、客运科等 13 个科室。", ["内设机构科室"]),
        ("2023 年年末实有职工 61 人。", ["实有职工"]),
        ("接待群众来访 52 次 173 人次。", ["接待群众来访", "接待群众来访"]),
        ("“三类人员”安全培训资金 12 万元。", ["“三类人员”安全培训资金"]),
        ("代表建议、委员提案共 43 件。", ["代表建议、委员提案"]),
        ("基本支出 40 万元，占 40%。", ["基本支出", "基本支出占"]),
        ("横幅 2 条、专栏 1 块。", ["横幅", "专栏"]),
        ("抽调三名责任心强、标准高的同志。", ["抽调同志"]),
        ("发送量、收入比2019年分别减少22%、28%。", ["发送量比2019年减少", "收入比2019年减少"]),
        (
            "发送量、收入比2019年分别减少22%、28%，比2015年分别减少72%、76%。",
            ["发送量比2015年减少", "收入比2015年减少"],
        ),
    ],
)
def test_a_subject_is_what_a_person_would_call_it(text: str, subjects: list[str]) -> None:
    assert [each.subject for each in told_by(text)][-len(subjects) :] == subjects
