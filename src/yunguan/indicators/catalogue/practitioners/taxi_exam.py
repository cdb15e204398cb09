"""巡游出租考试指标: how many came and passed, how often one person sits, how many seats were used."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

SECTION = "practitioners"

_sittings = rows("practitioner_exam_session").where(category="09002").in_state("held", "published").in_period()
_entries = rows("practitioner_exam_entry").where(category="09002")
_registered = _entries.in_state("registered", "absent", "failed", "passed").in_period()
_attended = _entries.in_state("failed", "passed").in_period()
_passed = _entries.in_state("passed").in_period().count()
_absent = _entries.in_state("absent").in_period().count()

SESSIONS = Indicator("exams.taxi.sessions", "巡游出租车从业资格考试场次", "场", _sittings.count(), SECTION)
REGISTERED = Indicator("exams.taxi.registered", "巡游出租车考试报名人次", "人次", _registered.count(), SECTION)
ATTENDED = Indicator("exams.taxi.attended", "巡游出租车考试参考人次", "人次", _attended.count(), SECTION)
PASSED = Indicator("exams.taxi.passed", "巡游出租车考试合格人次", "人次", _passed, SECTION)
PASS_RATE = Indicator("exams.taxi.pass_rate", "巡游出租车从业资格考试合格率", "%", _passed / _attended.count(), SECTION)
ABSENCE_RATE = Indicator("exams.taxi.absence_rate", "巡游出租车考试缺考率", "%", _absent / _registered.count(), SECTION)
PEOPLE = Indicator(
    "exams.taxi.people", "巡游出租车考试报考人数", "人", _registered.distinct("identity_number"), SECTION
)
REPEATED = Indicator(
    "exams.taxi.repeated",
    "巡游出租车考试重复报考人次",
    "人次",
    _registered.count() - _registered.distinct("identity_number"),
    SECTION,
)
SEATS_USED = Indicator(
    "exams.taxi.seats_used", "巡游出租车考试考位使用率", "%", _attended.count() / _sittings.sum("capacity"), SECTION
)
