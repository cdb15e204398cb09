"""巡游出租考试指标：尚无台账，由科室申报。"""

from yunguan.core.expressions import declared
from yunguan.indicators.indicator import Indicator

PASS_RATE = Indicator("exams.taxi.pass_rate", "巡游出租车从业资格考试合格率", "%", declared(), "practitioners")
