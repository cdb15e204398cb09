"""学习积分指标: points of party members by month, who fell behind and was talked with."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

_scores = rows("study_score")
_below = _scores.where(below=True)

MEMBERS = Indicator("study.members", "参加学习积分统计的党员", "名", _scores.distinct("member"), "general", area="unit")
POINTS = Indicator("study.points", "学习积分合计", "分", _scores.sum("points"), "general", area="unit")
BELOW = Indicator("study.below", "学习积分未达标", "人次", _below.count(), "general", area="unit")
TOLD = Indicator(
    "study.told", "学习积分通报", "人次", _below.where(told_on__isnull=False).count(), "general", area="unit"
)
TALKED = Indicator(
    "study.talked", "学习情况谈心谈话", "人次", _below.where(talked_on__isnull=False).count(), "general", area="unit"
)
