"""问题与措施指标: problems of the report, their measures, and how far these are."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

_problems = rows("problem")
_measures = rows("measure")
_last_years = _measures.earlier(years=1)

NAMED = Indicator("problems.named", "存在问题", "个", _problems.count(), "general", area="unit")
WITHOUT_MEASURE = Indicator(
    "problems.without_measure",
    "没有改进措施的问题",
    "个",
    _problems.in_state("raised").in_period().count(),
    "general",
    area="unit",
)
MEASURES = Indicator("problems.measures", "改进措施", "项", _measures.count(), "general", area="unit")
DONE = Indicator(
    "problems.measures_done",
    "已完成改进措施",
    "项",
    _measures.in_state("done").in_period().count(),
    "general",
    area="unit",
)
LAST_YEARS_DONE_RATE = Indicator(
    "problems.last_year_done_rate",
    "上年改进措施按期完成率",
    "%",
    _last_years.where(on_time=True).count() / _last_years.count(),
    "general",
    area="unit",
)
