"""春运宣传指标: briefings and reports in the press about the spring travel rush."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

_pieces = rows("publicity").where(topic="spring")

BRIEFINGS = Indicator("spring.briefings", "春运简报", "期", _pieces.where(medium="briefing").count(), "passenger")
PRESS = Indicator("spring.press", "春运报道", "篇", _pieces.where(medium="press").count(), "passenger")
