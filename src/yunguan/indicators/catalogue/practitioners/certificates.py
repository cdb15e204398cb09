"""电子证照指标：尚无台账，由科室申报。"""

from yunguan.core.expressions import declared
from yunguan.indicators.indicator import Indicator

ELECTRONIC_RATE = Indicator(
    "certificates.electronic_rate", "新办从业资格证电子证照使用率", "%", declared(), "practitioners"
)
