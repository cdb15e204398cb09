"""满意度指标: how many were asked, how many answers are valid, how many of these are satisfied; whole and by public."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

PUBLICS = {
    "operators": "道路运输经营业户",
    "passengers": "旅客",
    "trainees": "驾驶培训学员",
    "examinees": "参加安全考核人员",
}

_surveys = rows("survey")
_answers = rows("survey_answer")
_valid = _answers.where(valid=True)
_satisfied = _answers.where(satisfied=True)


def _of(public: str, whom: str) -> list[Indicator]:
    """Of one public: valid answers, satisfied ones, the share."""
    valid, satisfied = _valid.where(public=public).count(), _satisfied.where(public=public).count()
    return [
        Indicator(f"satisfaction.{public}.valid", f"{whom}满意度有效答卷", "份", valid, "general", area="unit"),
        Indicator(f"satisfaction.{public}.satisfied", f"{whom}满意答卷", "份", satisfied, "general", area="unit"),
        Indicator(f"satisfaction.{public}.rate", f"{whom}满意度", "%", satisfied / valid, "general", area="unit"),
    ]


ASKED = Indicator("satisfaction.asked", "满意度发放问卷", "份", _surveys.sum("sent_out"), "general", area="unit")
ANSWERED = Indicator("satisfaction.answered", "满意度收回答卷", "份", _answers.count(), "general", area="unit")
RETURN_RATE = Indicator(
    "satisfaction.return_rate",
    "满意度问卷回收率",
    "%",
    _answers.count() / _surveys.sum("sent_out"),
    "general",
    area="unit",
)
VALID = Indicator("satisfaction.valid", "满意度有效答卷", "份", _valid.count(), "general", area="unit")
SATISFIED = Indicator("satisfaction.satisfied", "满意答卷", "份", _satisfied.count(), "general", area="unit")
RATE = Indicator(
    "satisfaction.rate", "社会公众和服务对象满意度", "%", _satisfied.count() / _valid.count(), "general", area="unit"
)
BY_PUBLIC = [each for public, whom in PUBLICS.items() for each in _of(public, whom)]
