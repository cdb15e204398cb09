"""事故指标: accidents, the investigations that the centre took part in, reports in time, measures carried out."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

_accidents = rows("accident")
_joined = _accidents.where(participated=True)
_measures = rows("accident_measure")
_measures_done = _measures.in_state("done", "verified").in_period()

ACCIDENT_INVESTIGATIONS = Indicator(
    "safety.accident_investigations", "参与调查道路交通事故", "起", _joined.count(), "safety"
)
ACCIDENTS = Indicator("safety.accident_investigations.accidents", "道路运输事故", "起", _accidents.count(), "safety")
DEAD = Indicator("safety.accident_investigations.dead", "道路运输事故死亡人数", "人", _accidents.sum("dead"), "safety")
INJURED = Indicator(
    "safety.accident_investigations.injured", "道路运输事故重伤人数", "人", _accidents.sum("injured"), "safety"
)
LARGER = Indicator(
    "safety.accident_investigations.larger",
    "较大以上事故",
    "起",
    _accidents.where(grade__in=("larger", "major", "gravest")).count(),
    "safety",
)
CONCLUDED = Indicator(
    "safety.accident_investigations.concluded",
    "已批复的事故调查",
    "起",
    _accidents.in_state("replied", "closed").in_period().count(),
    "safety",
)
REPORTED_IN_TIME_RATE = Indicator(
    "safety.accident_investigations.reported_in_time_rate",
    "事故按时上报率",
    "%",
    _accidents.where(level_in_time=True).count() / _accidents.where(level_in_time__isnull=False).count(),
    "safety",
)
MEASURES_DONE_RATE = Indicator(
    "safety.accident_investigations.measures_done_rate",
    "事故整改措施落实率",
    "%",
    _measures_done.count() / _measures.count(),
    "safety",
)
