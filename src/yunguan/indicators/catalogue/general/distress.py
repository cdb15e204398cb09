"""困难企业监测指标: companies watched, and what they owed when the year ended."""

from yunguan.core.expressions import WAN, rows
from yunguan.indicators.indicator import Indicator

_months = rows("distress_watch")
_year_end = _months.where(year_end=True)

OPERATORS = Indicator("distress.operators", "监测困难企业", "家", _months.distinct("operator"), "general", area="unit")
REPORTS = Indicator("distress.reports", "困难企业月度监测", "家次", _months.count(), "general", area="unit")
URGENT = Indicator(
    "distress.urgent",
    "列入紧急处置的困难企业",
    "家",
    _months.where(level="red").distinct("operator"),
    "general",
    area="unit",
)
WAGES_OWED = Indicator(
    "distress.wages_owed", "年末拖欠职工工资", "万元", _year_end.sum("wages_owed", WAN), "general", area="unit"
)
INSURANCE_UNPAID = Indicator(
    "distress.insurance_unpaid",
    "年末欠缴五险一金",
    "万元",
    _year_end.sum("insurance_unpaid", WAN),
    "general",
    area="unit",
)
PEOPLE_OWED = Indicator(
    "distress.people_owed", "年末被欠薪职工", "人", _year_end.sum("people_owed"), "general", area="unit"
)
STOPPED_RATE = Indicator(
    "distress.stopped_rate",
    "年末困难企业车辆停运率",
    "%",
    _year_end.sum("vehicles_stopped") / _year_end.sum("vehicles"),
    "general",
    area="unit",
)
