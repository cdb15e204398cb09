import pytest

from tests.audit.pairs.paired import DEPARTMENT, paired, said
from yunguan.audit.pairs.pair import Kin

RULE = "copied_figures"
SAME = (
    "全年测量 {year} 年度图幅 1238 幅，外业 462 天。",
    "野外检查 318 处，返工 126 处。",
    "培训 573 人次，支出 12.75 万元。",
)
STANDING = ("核定编制 118 名。", "负责 2317 公里水准线路的里程。", "满意度目标不低于 95.5%。", "下设 12 个科室。")


def compared(sentences: tuple[str, ...]) -> list[str]:
    text = "".join(sentences)
    both = [DEPARTMENT.format(year=year) + "一、情况\n" + text.format(year=year) for year in (2023, 2022)]
    return said(RULE, paired(both[0], both[1], Kin.LAST_YEAR))


@pytest.mark.parametrize(("count", "expected"), [(3, ["warning"]), (2, ["hint"]), (1, ["hint"]), (0, [])])
def test_sentences_with_last_years_numbers_are_found(count: int, expected: list[str]) -> None:
    assert compared((*SAME[:count], "今年新开一处站点。")) == expected


def test_what_stands_from_year_to_year_is_not_copied() -> None:
    assert compared(STANDING) == []
