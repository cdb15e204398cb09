"""春运指标：尚无台账，由科室申报。"""

from yunguan.core.expressions import declared
from yunguan.indicators.indicator import Indicator

BRIEFINGS = Indicator("spring.briefings", "春运简报", "期", declared(), "passenger")
PRESS = Indicator("spring.press", "春运报道", "篇", declared(), "passenger")
