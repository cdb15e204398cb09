"""统计调查指标: units in the directory, who reported, itself and in time, what was asked about and corrected."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

SECTION = "statistics"

_units = rows("reporting_unit")
_returns = rows("monthly_return")
_due = _returns.in_state("owed", "filed", "returned", "passed", "reported").in_period().count()
_filed = _returns.in_state("filed", "returned", "passed", "reported").in_period()
_passed = _returns.in_state("passed", "reported").in_period()
_inquiries = rows("anomaly_inquiry")

UNITS = Indicator(
    "statistics.units", "名录库在库单位", "家", _units.in_state("listed", "changing", "leaving").count(), SECTION
)
UNITS_NEW = Indicator("statistics.units.new", "新增入库单位", "家", _units.in_period("listed_on").count(), SECTION)
UNITS_CHANGED = Indicator(
    "statistics.units.changed", "变更信息单位", "家", _units.in_period("changed_on").count(), SECTION
)
UNITS_GONE = Indicator("statistics.units.gone", "退库单位", "家", _units.in_period("gone_on").count(), SECTION)
DUE = Indicator("statistics.returns.due", "应报月报", "份", _due, SECTION)
FILED = Indicator("statistics.returns.filed", "已报月报", "份", _filed.count(), SECTION)
LATE = Indicator("statistics.returns.late", "逾期报送的月报", "份", _filed.where(on_time=False).count(), SECTION)
REPORTING_RATE = Indicator("statistics.reporting_rate", "统计月报上报率", "%", _filed.count() / _due, SECTION)
ON_TIME_RATE = Indicator(
    "statistics.on_time_rate", "统计月报及时率", "%", _filed.where(on_time=True).count() / _due, SECTION
)
DIRECT_RATE = Indicator(
    "statistics.direct_rate",
    "统计直报率（企业自报÷已报）",
    "%",
    _filed.where(channel="direct").count() / _filed.count(),
    SECTION,
)
FIRST_TIME_RATE = Indicator(
    "statistics.first_time_rate",
    "统计直验率（一次审核通过÷已报）",
    "%",
    _passed.where(returned_times=0).count() / _filed.count(),
    SECTION,
)
INQUIRIES = Indicator("statistics.inquiries", "数据异动查询", "项", _inquiries.count(), SECTION)
VISITS = Indicator(
    "statistics.inquiries.on_site",
    "现场核查的数据异动",
    "项",
    _inquiries.where(visited_on__isnull=False).count(),
    SECTION,
)
ANSWERED = Indicator(
    "statistics.inquiries.answered",
    "已答复的数据异动",
    "项",
    _inquiries.where(answered_on__isnull=False).count(),
    SECTION,
)
CORRECTED = Indicator(
    "statistics.inquiries.corrected",
    "已更正的数据异动",
    "项",
    _inquiries.in_state("corrected").in_period().count(),
    SECTION,
)
CLOSED_RATE = Indicator(
    "statistics.inquiries.closed_rate",
    "数据异动办结率",
    "%",
    _inquiries.in_state("accepted", "corrected").in_period().count() / _inquiries.count(),
    SECTION,
)
