import pytest

from tests.audit.telling.told_by import told_by
from yunguan.report.proposals.propose import MOST, proposals


def first(text: str) -> list[str]:
    """The id of the first proposal for each quantity, "" where there is none."""
    return [likely[0].indicator.id if likely else "" for likely in proposals(told_by(text))]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("基本支出年初预算 1200 万元。", ["finance.basic.initial_budget"]),
        ("年初安排公务接待费 1.5 万元。", ["finance.three_public.budget.reception"]),
        ("公务接待费实际支出 1.2 万元。", ["finance.three_public.actual.reception"]),
        ("巡游出租汽车从业资格考试合格率仅为 41%。", ["exams.taxi.pass_rate"]),
        ("发放省际包车牌 300 块，加班牌 20 块。", ["plates.charter.inter_provincial", "plates.extra"]),
    ],
)
def test_words_unit_and_role_tell_the_figure(text: str, ids: list[str]) -> None:
    assert first(text) == ids


def test_a_quantity_of_another_trade_is_proposed_nothing() -> None:
    assert first("本院门诊手术 300 例，绿化苗木 20 株。") == ["", ""]


def test_a_proposal_gives_its_reasons_and_says_that_it_is_one() -> None:
    (likely,) = proposals(told_by("截至年底，市城区驾校 38 所。"))
    said = likely[0].as_json()

    assert 1 <= len(likely) <= MOST
    assert (said["id"], said["status"]) == ("training.schools.urban", "建议")
    assert "区域同为市城区" in said["reasons"]
    assert any("用词“城区驾校”相同" in reason for reason in said["reasons"])
