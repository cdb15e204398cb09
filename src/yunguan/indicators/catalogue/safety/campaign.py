"""安全生产月指标: counted on the square, so the section declares it."""

from yunguan.core.expressions import declared
from yunguan.indicators.indicator import Indicator

PARTICIPANTS = Indicator("safety.campaign.participants", "安全生产月活动参与人次", "人次", declared(), "safety")
