"""公用经费指标: what running the office costs within basic expenditure (302 and 310), in 万元.

The budget is the year's: the one granted at the beginning with what was added and taken.
"""

from yunguan.core.expressions import WAN, Rows, Sum, Total, figure, rows
from yunguan.indicators.indicator import Indicator

OFFICE_CLASSES = ("302", "310")
OFFICE = ("30201", "30202")
UTILITIES = ("30205", "30206", "30211")
MEETINGS = ("30215", "30216")

_basic = {"fund": "general", "kind": "basic"}
_granted = rows("appropriation").where(**_basic)
_changed = rows("budget_adjustment").where(**_basic)
_spent = rows("payment").where(**_basic)


def _office(money: Rows) -> Rows:
    return money.where(economic_class__startswith=OFFICE_CLASSES)


def _items(money: Rows, codes: tuple[str, ...]) -> Rows:
    return money.where(economic_class__in=codes)


def _budget(granted: Rows, changed: Rows) -> Total:
    """No adjustment is written down nowhere, so that no row is 0."""
    return granted.sum("amount", WAN) + changed.sum("signed_amount", WAN, nothing_is_zero=True)


def _paid(money: Rows) -> Sum:
    return money.sum("amount", WAN)


BUDGET = Indicator(
    "finance.office.budget",
    "公用经费预算数",
    "万元",
    _budget(_office(_granted), _office(_changed)),
    "finance",
    area="unit",
)
ACTUAL = Indicator("finance.office.actual", "公用经费决算数", "万元", _paid(_office(_spent)), "finance", area="unit")
CONTROL_RATE = Indicator(
    "finance.office.control_rate",
    "公用经费控制率",
    "%",
    figure("finance.office.actual") / figure("finance.office.budget"),
    "finance",
    area="unit",
)
LAST_YEAR = Indicator(
    "finance.office.last_year",
    "公用经费上年决算数",
    "万元",
    _paid(_office(_spent).earlier(years=1)),
    "finance",
    area="unit",
    every="",
)
OFFICE_BUDGET = Indicator(
    "finance.office.office.budget",
    "办公经费预算数",
    "万元",
    _budget(_items(_granted, OFFICE), _items(_changed, OFFICE)),
    "finance",
    area="unit",
)
OFFICE_ACTUAL = Indicator(
    "finance.office.office.actual",
    "办公经费决算数",
    "万元",
    _paid(_items(_spent, OFFICE)),
    "finance",
    area="unit",
)
OFFICE_LAST_YEAR = Indicator(
    "finance.office.office.last_year",
    "办公经费上年决算数",
    "万元",
    _paid(_items(_spent, OFFICE).earlier(years=1)),
    "finance",
    area="unit",
    every="",
)
UTILITIES_BUDGET = Indicator(
    "finance.office.utilities.budget",
    "水费、电费、差旅费预算数",
    "万元",
    _budget(_items(_granted, UTILITIES), _items(_changed, UTILITIES)),
    "finance",
    area="unit",
)
UTILITIES_ACTUAL = Indicator(
    "finance.office.utilities.actual",
    "水费、电费、差旅费决算数",
    "万元",
    _paid(_items(_spent, UTILITIES)),
    "finance",
    area="unit",
)
UTILITIES_LAST_YEAR = Indicator(
    "finance.office.utilities.last_year",
    "水费、电费、差旅费上年决算数",
    "万元",
    _paid(_items(_spent, UTILITIES).earlier(years=1)),
    "finance",
    area="unit",
    every="",
)
MEETINGS_BUDGET = Indicator(
    "finance.office.meetings.budget",
    "会议费、培训费预算数",
    "万元",
    _budget(_items(_granted, MEETINGS), _items(_changed, MEETINGS)),
    "finance",
    area="unit",
)
MEETINGS_ACTUAL = Indicator(
    "finance.office.meetings.actual",
    "会议费、培训费决算数",
    "万元",
    _paid(_items(_spent, MEETINGS)),
    "finance",
    area="unit",
)
MEETINGS_LAST_YEAR = Indicator(
    "finance.office.meetings.last_year",
    "会议费、培训费上年决算数",
    "万元",
    _paid(_items(_spent, MEETINGS).earlier(years=1)),
    "finance",
    area="unit",
    every="",
)
