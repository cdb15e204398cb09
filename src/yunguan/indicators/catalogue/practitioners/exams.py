"""从业资格考试指标: all categories together."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

SECTION = "practitioners"

_sittings = rows("practitioner_exam_session").in_state("held", "published").in_period()
_entries = rows("practitioner_exam_entry")
_registered = _entries.in_state("registered", "absent", "failed", "passed").in_period().count()
_attended = _entries.in_state("failed", "passed").in_period().count()
_passed = _entries.in_state("passed").in_period().count()

SESSIONS = Indicator("exams.sessions", "从业资格考试场次", "场", _sittings.count(), SECTION)
REGISTERED = Indicator("exams.registered", "从业资格考试报名人次", "人次", _registered, SECTION)
ATTENDED = Indicator("exams.attended", "从业资格考试参考人次", "人次", _attended, SECTION)
PASS_RATE = Indicator("exams.pass_rate", "从业资格考试合格率", "%", _passed / _attended, SECTION)
SEATS_USED = Indicator(
    "exams.seats_used", "从业资格考试考位使用率", "%", _attended / _sittings.sum("capacity"), SECTION
)
TOLD_RATE = Indicator(
    "exams.told_rate",
    "考前宣讲电子证照场次比例",
    "%",
    _sittings.where(told_of_certificates=True).count() / _sittings.count(),
    SECTION,
)
