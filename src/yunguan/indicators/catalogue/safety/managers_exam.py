"""两类人员考核指标: sessions, people, and rates both pooled and per session."""

from yunguan.core.expressions import mean_over, rows
from yunguan.indicators.indicator import Indicator

_sessions = rows("managers_exam_session").in_state("held", "published").in_period()
_entries = rows("managers_exam_entry")
_registered = _entries.in_state("registered", "absent", "failed", "passed", "certified", "lapsed").in_period().count()
_attended = _entries.in_state("failed", "passed", "certified", "lapsed").in_period().count()
_passed = _entries.in_state("passed", "certified", "lapsed").in_period().count()
_absent = _entries.in_state("absent").in_period().count()

SESSIONS = Indicator("safety.managers_exam.sessions", "两类人员考核场次", "场", _sessions.count(), "safety")
SESSIONS_HELD_RATE = Indicator(
    "safety.managers_exam.sessions_held_rate",
    "两类人员考核场次完成率（已举行÷已排定）",
    "%",
    _sessions.count() / rows("managers_exam_session").count(),
    "safety",
)
REGISTERED = Indicator("safety.managers_exam.registered", "报名人次", "人次", _registered, "safety")
ATTENDED = Indicator("safety.managers_exam.attended", "参考人次", "人次", _attended, "safety")
PASSED = Indicator("safety.managers_exam.passed", "通过人次", "人次", _passed, "safety")
ABSENCE_RATE = Indicator(
    "safety.managers_exam.absence_rate", "两类人员考核弃考率（按人次合计）", "%", _absent / _registered, "safety"
)
PASS_RATE = Indicator(
    "safety.managers_exam.pass_rate", "两类人员考核合格率（通过÷参考）", "%", _passed / _attended, "safety"
)
PASS_RATE_OF_REGISTERED = Indicator(
    "safety.managers_exam.pass_rate_of_registered",
    "两类人员考核通过率（通过÷报名）",
    "%",
    _passed / _registered,
    "safety",
)
ABSENCE_RATE_STATED = Indicator(
    "safety.managers_exam.absence_rate_stated",
    "两类人员考核各场弃考率的简单平均",
    "%",
    mean_over("session", _absent, _registered),
    "safety",
)
PASS_RATE_STATED = Indicator(
    "safety.managers_exam.pass_rate_stated",
    "两类人员考核各场合格率的简单平均",
    "%",
    mean_over("session", _passed, _attended),
    "safety",
)
