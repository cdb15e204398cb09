from pathlib import Path

import pytest

from yunguan.audit.profile import Profile, ProfileError, shipped
from yunguan.audit.read import read_bytes
from yunguan.audit.report import AuditReport
from yunguan.audit.run import audit_reading, profile_named
from yunguan.core.finding import Contradiction, Hint, Outcome, Severity

WRONG = "全年支出 310.00 万元，其中基本支出 100.00 万元，项目支出 200.00 万元。"


def chosen(folder: Path, text: str) -> Profile:
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return profile_named(str(path))


def audited(text: str, profile: Profile) -> AuditReport:
    return audit_reading(read_bytes("report.txt", text.encode()), profile=profile)


@pytest.mark.parametrize("profile", list(shipped()), ids=lambda each: each.name)
def test_a_shipped_profile_names_only_what_exists_and_says_why(profile: Profile) -> None:
    assert profile_named(profile.title) == profile_named(profile.name) == profile
    assert profile.purpose
    assert all(choice.reason for choice in profile.choices.values())


def test_a_rule_switched_off_ends_not_applicable_with_the_reason(tmp_path: Path) -> None:
    off = chosen(tmp_path, '[rules.total_equals_parts]\nimpact = "off"\nreason = "只看文字"\n')
    duty = next(each for each in audited(WRONG, off).duties if each.rule == "total_equals_parts")

    assert audited(WRONG, off).findings == ()
    assert duty.outcome is Outcome.NOT_APPLICABLE
    assert "只看文字" in duty.reason


def test_a_profile_lowers_a_grade(tmp_path: Path) -> None:
    lower = chosen(tmp_path, '[rules.total_equals_parts]\nimpact = "hint"\nreason = "另行核对"\n')

    assert [finding.severity for finding in audited(WRONG, lower).findings] == [Severity.HINT]
    assert audited(WRONG, lower).clean


def test_nothing_is_raised_above_what_is_proved(tmp_path: Path) -> None:
    raising = chosen(tmp_path, '[rules.numbering]\nimpact = "error"\nreason = "要求连贯"\n')

    wording = Hint(rule="numbering", message="序号不连贯。", places=())
    rounding = Hint(rule="numbering", message="尾数。", places=(), difference="0.01万元")
    proved = Contradiction(rule="numbering", message="矛盾。", places=())

    assert [raising.weighed(each).severity for each in (wording, rounding, proved)] == ["warning", "hint", "error"]


def test_a_setting_reaches_its_rule() -> None:
    chapters = (
        "基本情况",
        "一般公共预算支出情况",
        "整体支出绩效情况",
        "存在的问题",
        "下一步改进措施",
        "结果应用和公开情况",
    )
    text = "某局部门整体支出绩效自评报告\n2023年度\n" + "".join(
        f"{number}、{title}\n有。\n" for number, title in zip("一二三四五六", chapters, strict=True)
    )
    said = {name: audited(text, profile_named(name)) for name in ("default", "湖南财政复核")}

    assert {finding.severity for finding in said["default"].findings} == {Severity.HINT}
    assert {finding.severity for finding in said["湖南财政复核"].findings} == {Severity.WARNING}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[rules.nothing]\nimpact = 'off'\nreason = '无'\n", "nothing 不存在"),
        ("[rules.balance]\nimpact = 'off'\n", "reason"),
        ("[rules.balance]\nimpact = 'loud'\nreason = '无'\n", "只能是"),
        ("[rules.balance.settings]\nleast = 3\n", "balance.least 不存在"),
        ("[rules.outline_complete.settings]\nneeded = 3\n", "类型不对"),
        ("[rules.outline_complete.settings]\nneeded = 3.5\n", "整数或一列文字"),
        ("[rules\n", "TOML"),
    ],
)
def test_a_profile_that_cannot_be_used_is_refused_in_chinese(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ProfileError, match=words):
        chosen(tmp_path, text)


def test_an_unknown_profile_is_answered_with_those_that_there_are() -> None:
    with pytest.raises(ProfileError, match="湖南财政复核"):
        profile_named("没有的方案")
