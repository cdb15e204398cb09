"""建议提案指标: how many, by kind and class, answered in time, accepted."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

_papers = rows("proposal")
_completed = _papers.in_state("tracked", "completed").in_period()
_answered = _papers.where(on_time__in=(True, False))
_rated = _papers.where(feedback__in=("satisfied", "fairly", "dissatisfied"))


def _class(letter: str) -> Indicator:
    found = _papers.where(reply_class=letter).count()
    return Indicator(f"proposals.class_{letter.lower()}", f"{letter}类建议提案", "件", found, "general", area="unit")


RECEIVED = Indicator("proposals.received", "人大建议和政协提案", "件", _papers.count(), "general", area="unit")
COMPLETED = Indicator("proposals.completed", "已办结建议提案", "件", _completed.count(), "general", area="unit")
COMPLETED_RATE = Indicator(
    "proposals.completed_rate", "建议提案办结率", "%", _completed.count() / _papers.count(), "general", area="unit"
)
SUGGESTIONS = Indicator(
    "proposals.suggestions", "人大代表建议", "件", _papers.where(kind="suggestion").count(), "general", area="unit"
)
MEMBERS_PROPOSALS = Indicator(
    "proposals.proposals", "政协委员提案", "件", _papers.where(kind="proposal").count(), "general", area="unit"
)
LEAD = Indicator(
    "proposals.lead",
    "主办和分办件",
    "件",
    _papers.where(part__in=("lead", "separate")).count(),
    "general",
    area="unit",
)
ON_TIME_RATE = Indicator(
    "proposals.on_time_rate",
    "建议提案按期答复率",
    "%",
    _answered.where(on_time=True).count() / _answered.count(),
    "general",
    area="unit",
)
SATISFACTION_RATE = Indicator(
    "proposals.satisfaction_rate",
    "代表委员满意率（满意和基本满意÷已反馈）",
    "%",
    _rated.where(feedback__in=("satisfied", "fairly")).count() / _rated.count(),
    "general",
    area="unit",
)
TALKED_RATE = Indicator(
    "proposals.talked_rate",
    "建议提案沟通率（办前有沟通的件÷全部）",
    "%",
    _papers.where(contact_before_on__isnull=False).count() / _papers.count(),
    "general",
    area="unit",
)
CLASS_A, CLASS_B, CLASS_C = _class("A"), _class("B"), _class("C")
