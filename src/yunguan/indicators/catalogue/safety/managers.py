"""两类人员指标：尚无台账，由科室申报。"""

from yunguan.core.expressions import declared
from yunguan.indicators.indicator import Indicator

TOTAL = Indicator("safety.managers.total", "两类人员总数", "名", declared(), "safety")
