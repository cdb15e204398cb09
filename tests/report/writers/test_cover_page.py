from tests.report.writers.pages import COVER
from yunguan.report.writers.cover import cover_rows
from yunguan.report.writers.geometry import LINES


def test_the_cover_fits_on_one_page() -> None:
    assert len(list(cover_rows(COVER))) <= LINES


def test_the_cover_says_everything_in_order() -> None:
    said = [row.text for row in cover_rows(COVER) if row.text]
    assert said == ["附件2", "部门整体支出绩效自评报告", "（2023年度）", "单位名称：中心（盖章）", "2024年4月3日"]
