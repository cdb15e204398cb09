"""事故调查指标：尚无台账，由科室申报。"""

from yunguan.core.expressions import declared
from yunguan.indicators.indicator import Indicator

ACCIDENT_INVESTIGATIONS = Indicator(
    "safety.accident_investigations", "参与调查道路交通事故", "起", declared(), "safety"
)
