"""从业资格证指标: issued and replaced, how many electronically; applications, and how often one was examined."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

SECTION = "practitioners"

_issued = rows("certificate").in_state("valid", "replaced", "expired", "cancelled").in_period()
_replacements = _issued.where(matter__ne="1")
_applications = rows("qualification")
_given = _applications.in_state("issued").in_period("issued_on")
_first = _given.where(matter="1")
_people = rows("practitioner").in_state("valid")

ISSUED = Indicator("certificates.issued", "新办从业资格证（含换发）", "本", _issued.count(), SECTION)
REPLACEMENTS = Indicator("certificates.replacements", "换发补发从业资格证", "本", _replacements.count(), SECTION)
ELECTRONIC_RATE = Indicator(
    "certificates.electronic_rate",
    "新办从业资格证电子证照使用率",
    "%",
    _issued.where(electronic=True).count() / _issued.count(),
    SECTION,
)
SIGNATURE_FAILED = Indicator(
    "certificates.signature_failed",
    "签章失败待处理",
    "本",
    rows("certificate").in_state("failed").in_period().count(),
    SECTION,
)
HOLDERS = Indicator("certificates.holders", "有效从业资格", "人次", _people.count(), SECTION)
RUN_OUT = Indicator(
    "certificates.run_out", "到期未换证从业资格", "人次", _people.in_period("valid_to").count(), SECTION
)
APPLICATIONS = Indicator("certificates.applications", "从业资格申请", "件", _applications.count(), SECTION)
APPLICATIONS_ISSUED = Indicator(
    "certificates.applications.issued", "从业资格申请办结发证", "件", _given.count(), SECTION
)
ATTEMPTS = Indicator("certificates.attempts", "初次取证人员参加考试次数合计", "次", _first.sum("attempts"), SECTION)
REPEAT_RATE = Indicator(
    "certificates.repeat_rate",
    "初次取证人员中多次考试的比例",
    "%",
    _first.where(attempts__gt=1).count() / _first.count(),
    SECTION,
)
