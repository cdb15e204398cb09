"""客运站年度指标: what graded stations carried and took in the year before, against 2019 and 2015.

The stations report a year when it is over, so that what is asked for a year is told of the one before it.
"""

from yunguan.core.expressions import Expression, Rows, rows
from yunguan.indicators.indicator import Indicator

WAN_PERSONS = 10_000
FEN_IN_WAN = 1_000_000

_graded = rows("station_year").where(graded=True, accepted=True)
_before = _graded.earlier(years=1)
_in_2019 = _graded.at_any_time().where(year=2019)
_in_2015 = _graded.at_any_time().where(year=2015)


def _change(column: str, base: Rows) -> Expression:
    """The year before against a fixed year, in per cent of that year."""
    now, then = _before.sum(column), base.sum(column)
    return (now - then) / then


PASSENGERS_VS_2019 = Indicator(
    "stations.passengers_vs_2019", "客运站旅客发送量比2019年", "%", _change("passengers", _in_2019), "stations"
)
REVENUE_VS_2019 = Indicator(
    "stations.revenue_vs_2019", "客运站招揽收入比2019年", "%", _change("revenue", _in_2019), "stations"
)
PASSENGERS_VS_2015 = Indicator(
    "stations.passengers_vs_2015", "客运站旅客发送量比2015年", "%", _change("passengers", _in_2015), "stations"
)
REVENUE_VS_2015 = Indicator(
    "stations.revenue_vs_2015", "客运站招揽收入比2015年", "%", _change("revenue", _in_2015), "stations"
)
PASSENGERS_BEFORE = Indicator(
    "stations.passengers_before",
    "等级客运站上年旅客发送量",
    "万人次",
    _before.sum("passengers", WAN_PERSONS),
    "stations",
)
REVENUE_BEFORE = Indicator(
    "stations.revenue_before", "等级客运站上年招揽收入", "万元", _before.sum("revenue", FEN_IN_WAN), "stations"
)
REPORTED_BEFORE = Indicator(
    "stations.reported_before", "已核对上年数据的等级客运站", "个", _before.distinct("station"), "stations"
)
