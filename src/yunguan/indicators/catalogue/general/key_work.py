"""重点工作指标: tasks, how far they are, what was urged."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

_works = rows("key_work")
_completed = _works.in_state("completed").in_period()
_milestones = rows("key_work_milestone")
_reached = _milestones.where(on_time__in=(True, False))

TASKS = Indicator("key_work.tasks", "重点工作任务", "项", _works.count(), "general", area="unit")
COMPLETED = Indicator("key_work.completed", "已完成重点工作", "项", _completed.count(), "general", area="unit")
COMPLETED_RATE = Indicator(
    "key_work.completed_rate", "重点工作完成率", "%", _completed.count() / _works.count(), "general", area="unit"
)
CARRIED = Indicator(
    "key_work.carried", "结转下年重点工作", "项", _works.in_state("carried").in_period().count(), "general", area="unit"
)
URGED = Indicator(
    "key_work.urged", "督办重点工作", "项", _works.where(urged_on__isnull=False).count(), "general", area="unit"
)
MILESTONES_ON_TIME = Indicator(
    "key_work.milestones_on_time",
    "重点工作节点按期完成率",
    "%",
    _reached.where(on_time=True).count() / _reached.count(),
    "general",
    area="unit",
)
