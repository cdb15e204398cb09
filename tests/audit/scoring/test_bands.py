from decimal import Decimal

import pytest

from yunguan.audit.profile import default_profile
from yunguan.audit.read import read_bytes
from yunguan.audit.run import document_of
from yunguan.audit.scoring.bands import USUAL, band_of, bands_told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("90分及以上为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差。", {"优": 90, "良": 80, "中": 60}),
        ("优（85-100分）、良（75-85分）。", {"优": 85, "良": 75}),
        ("优（100-85分）、良（85-75分）。", {"优": 85, "良": 75}),
        ("优秀（95分以上）、良好（85-95分）。", {"优": 95, "良": 85}),
        ("全年工作总体良好。", {}),
        ("优级须达到总分的前90位，另有80位为良。", None),
    ],
)
def test_the_bands_of_a_report_are_read_or_left_open(text: str, expected: dict[str, int] | None) -> None:
    assert bands_told(document_of(read_bytes("report.txt", text.encode()), default_profile())) == expected


def test_a_score_has_the_highest_grade_that_it_reaches() -> None:
    assert band_of(Decimal("88.5"), USUAL) == "良"
    assert band_of(Decimal(59), {"优": Decimal(90), "良": Decimal(80)}) is None
