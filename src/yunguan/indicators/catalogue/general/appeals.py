"""投诉与来访指标: orders by channel and topic, how they were handled, who came in person."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

IN_HAND = (
    "return_asked",
    "assigned",
    "handling",
    "paused",
    "resumed",
    "extension_asked",
    "extended",
    "reviewing",
    "redoing",
)
ENDED = ("replied", "closed", "returned", "merged")

_orders = rows("hotline_order")
_hotline = _orders.where(source="hotline")
_answered = _orders.where(on_time__in=(True, False))
_rated = _orders.where(satisfaction__in=("satisfied", "fairly", "dissatisfied"))
_visits = rows("petition_visit")


def _topic(code: str, title: str, *topics: str) -> Indicator:
    found = _orders.where(topic__in=topics).count()
    return Indicator(f"appeals.topic.{code}", f"{title}诉求", "件", found, "general", area="unit")


HOTLINE_RECEIVED = Indicator(
    "appeals.hotline.received", "12345热线投诉", "件", _hotline.count(), "general", area="unit"
)
ORDERS_RECEIVED = Indicator(
    "appeals.orders.received", "交通运输部门工单", "件", _orders.where(source="bureau").count(), "general", area="unit"
)
ONLINE_RECEIVED = Indicator(
    "appeals.online.received",
    "国家信访网上投诉",
    "件",
    _orders.where(source="petition").count(),
    "general",
    area="unit",
)
HANDLED_RATE = Indicator(
    "appeals.handled_rate",
    "处理率",
    "%",
    _orders.in_state(*IN_HAND, *ENDED).in_period().count() / _orders.count(),
    "general",
    area="unit",
)
IN_HAND_NOW = Indicator(
    "appeals.in_hand",
    "在办工单",
    "件",
    _orders.in_state("received", "signed", *IN_HAND).count(),
    "general",
    area="unit",
)
RETURNED = Indicator(
    "appeals.returned", "退单", "件", _orders.in_state("returned").in_period().count(), "general", area="unit"
)
ON_TIME_RATE = Indicator(
    "appeals.on_time_rate",
    "工单按期答复率",
    "%",
    _answered.where(on_time=True).count() / _answered.count(),
    "general",
    area="unit",
)
LATE = Indicator("appeals.late", "逾期答复工单", "件", _orders.where(on_time=False).count(), "general", area="unit")
SATISFACTION_RATE = Indicator(
    "appeals.satisfaction_rate",
    "回访满意率（满意和基本满意÷已评价）",
    "%",
    _rated.where(satisfaction__in=("satisfied", "fairly")).count() / _rated.count(),
    "general",
    area="unit",
)
REPEAT_RATE = Indicator(
    "appeals.repeat_rate",
    "重复诉求率",
    "%",
    _orders.where(earlier_no__ne="").count() / _orders.count(),
    "general",
    area="unit",
)
REDONE = Indicator("appeals.redone", "重办工单", "件", _orders.where(redone__gt=0).count(), "general", area="unit")
ABOUT_DRIVER_TRAINING = _topic("driver_training", "驾驶员培训", "refund", "training")
ABOUT_TAXIS = _topic("taxi", "出租汽车（含网约车）", "taxi", "ride_hailing")
ABOUT_BUSES = _topic("bus", "城市公交", "bus")
ABOUT_COACHES = _topic("coach", "道路客运和客运站", "coach", "station")
ABOUT_WAGES = _topic("wages", "企业欠薪欠保", "wages")
VISITS_BATCHES = Indicator("appeals.visits.batches", "接待来访", "次", _visits.count(), "general", area="unit")
VISITS_PEOPLE = Indicator("appeals.visits.people", "来访人数", "人次", _visits.sum("people"), "general", area="unit")
GROUP_VISITS = Indicator(
    "appeals.visits.groups", "集体访", "批次", _visits.where(group_visit=True).count(), "general", area="unit"
)
VISITS_ANSWERED_RATE = Indicator(
    "appeals.visits.answered_rate",
    "来访答复率",
    "%",
    _visits.in_state("answered", "closed", "continued").in_period().count() / _visits.count(),
    "general",
    area="unit",
)
