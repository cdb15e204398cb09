"""活动与荣誉指标: how many of each kind, how many people, what was won."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

_held = rows("activity").in_state("held").in_period()


def _kind(code: str, title: str, *kinds: str) -> Indicator:
    found = _held.where(kind__in=kinds).count()
    return Indicator(f"activities.{code}", title, "次", found, "general", area="unit")


HELD = Indicator("activities.held", "开展活动", "次", _held.count(), "general", area="unit")
PEOPLE = Indicator("activities.people", "活动参加人次", "人次", _held.sum("people"), "general", area="unit")
STUDY = _kind("study", "理论学习", "study")
PARTY = _kind("party", "党委会议和党内选举", "committee", "election")
SURVEYS = _kind("surveys", "调查研究和走访", "survey", "visit")
CAMPAIGNS = _kind("campaigns", "宣传活动", "campaign")
TRAININGS = _kind("trainings", "业务培训", "training")
COMFORT = _kind("comfort", "看望慰问", "comfort")
UNION = _kind("union", "工会活动", "union")
HONOURS = Indicator("activities.honours", "获得荣誉", "项", rows("honour").count(), "general", area="unit")
