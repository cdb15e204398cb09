"""客运站经营与服务指标: stations that work, those in loss or owing wages, those the public likes."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

GRADES = ("1", "2", "3", "4", "5", "6")

_standing = rows("station").in_state("operating", "suspended")
_months = rows("station_month")
_cases = rows("satisfied_station")

GRADED = Indicator("stations.graded", "等级汽车客运站", "个", _standing.where(grade__in=GRADES).count(), "stations")
SUSPENDED = Indicator(
    "stations.suspended", "停业的汽车客运站", "个", rows("station").in_state("suspended").count(), "stations"
)
LOSS_RATE = Indicator(
    "stations.loss_rate",
    "亏损的客运站月报占比",
    "%",
    _months.where(in_loss=True).count() / _months.count(),
    "stations",
)
IN_LOSS = Indicator(
    "stations.in_loss", "年内有亏损月份的客运站", "个", _months.where(in_loss=True).distinct("station"), "stations"
)
OWING_WAGES = Indicator(
    "stations.owing_wages",
    "年内拖欠过职工工资的客运站",
    "个",
    _months.where(owes_wages=True).distinct("station"),
    "stations",
)
OWING_INSURANCE = Indicator(
    "stations.owing_insurance",
    "年内欠缴过社会保险的客运站",
    "个",
    _months.where(owes_insurance=True).distinct("station"),
    "stations",
)
SATISFIED_NAMED = Indicator(
    "stations.satisfied.named", "命名群众满意客运站", "个", _cases.in_period("named_on").count(), "stations"
)
SATISFIED_STANDING = Indicator(
    "stations.satisfied.standing", "在册群众满意客运站", "个", _cases.in_state("named").count(), "stations"
)
