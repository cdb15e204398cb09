"""投诉与来访指标：尚无台账，由科室申报。"""

from yunguan.core.expressions import declared
from yunguan.indicators.indicator import Indicator

HOTLINE_RECEIVED = Indicator("appeals.hotline.received", "12345热线投诉", "件", declared(), "general", area="unit")
ORDERS_RECEIVED = Indicator("appeals.orders.received", "交通运输部门工单", "件", declared(), "general", area="unit")
HANDLED_RATE = Indicator("appeals.handled_rate", "处理率", "%", declared(), "general", area="unit")
VISITS_BATCHES = Indicator("appeals.visits.batches", "接待来访", "次", declared(), "general", area="unit")
VISITS_PEOPLE = Indicator("appeals.visits.people", "来访人数", "人次", declared(), "general", area="unit")
