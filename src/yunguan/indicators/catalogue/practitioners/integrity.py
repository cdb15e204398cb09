"""诚信考核指标: cycles assessed, grades, who is still to be educated, electronic certificates used."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

SECTION = "practitioners"

_ended = rows("integrity")
_assessed = _ended.in_state("assessed", "education", "restored").in_period("assessed_on")

ENDED = Indicator("integrity.ended", "届满考核周期", "个", _ended.count(), SECTION)
ASSESSED = Indicator("integrity.assessed", "诚信考核人次", "人次", _assessed.count(), SECTION)
AAA = Indicator("integrity.aaa", "诚信考核AAA级", "人次", _assessed.where(grade="AAA").count(), SECTION)
AA = Indicator("integrity.aa", "诚信考核AA级", "人次", _assessed.where(grade="AA").count(), SECTION)
A = Indicator("integrity.a", "诚信考核A级", "人次", _assessed.where(grade="A").count(), SECTION)
B = Indicator("integrity.b", "诚信考核B级", "人次", _assessed.where(grade="B").count(), SECTION)
EDUCATION_OPEN = Indicator(
    "integrity.education_open", "待继续教育B级人员", "人次", _ended.in_state("education").count(), SECTION
)
ELECTRONIC_RATE = Indicator(
    "integrity.electronic_rate",
    "诚信考核电子证照使用率",
    "%",
    _assessed.where(electronic=True).count() / _assessed.count(),
    SECTION,
)
DEDUCTIONS = Indicator(
    "integrity.deductions",
    "诚信考核记分决定",
    "份",
    rows("integrity_deduction").in_state("recorded").in_period().count(),
    SECTION,
)
