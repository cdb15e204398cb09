import pytest

from yunguan.audit.profile import default_profile
from yunguan.audit.read import read_bytes
from yunguan.audit.run import document_of
from yunguan.audit.scoring.told import told_scores


def _told(text: str) -> list[tuple[str, str, str]]:
    document = document_of(read_bytes("report.txt", text.encode()), default_profile())
    return [(each.name, str(each.points.value), str(each.score.value)) for each in told_scores(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.完工及时率。分值5分，按期完工，得4分。", [("完工及时率", "5", "4")]),
        ("（四）效益情况（分值25分，得分21.6分）", [("效益情况", "25", "21.6")]),
        ("一、投入（20分，自评得分18分）", [("投入", "20", "18")]),
        ("项目决策得18.5分（满分20分），过程得17分（满分20分）。", [("项目决策", "20", "18.5"), ("过程", "20", "17")]),
        ("项目立项5分，得5分；绩效目标5分，得4.5分。", [("项目立项", "5", "5"), ("绩效目标", "5", "4.5")]),
        ("产出指标（35分）得33.6分。", [("产出指标", "35", "33.6")]),
        ("资金管理指标分值：10分，得分：9.5分。", [("资金管理指标", "10", "9.5")]),
        ("满意度指标分值10分，满意度95%，得9分，综合得分92分。", [("满意度指标", "10", "9")]),
        ("执行率，分值10分，达到100%得10分，每低1%扣0.5分，得6分。", [("执行率", "10", "6")]),
    ],
)
def test_points_and_scores_are_read_as_texts_tell_them(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert _told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "甲单位90分，得95分。",
        "分值10分，群众测评得分96.5分。",
        "分值10分，甲县得8分，乙县得9分。",
        "基础分60分，得75分。",
        "上年88分，得90分。",
    ],
)
def test_what_is_no_indicator_with_its_score_is_left_alone(text: str) -> None:
    assert _told(text) == []
