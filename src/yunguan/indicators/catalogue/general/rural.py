"""乡村振兴指标: who was sent to the villages."""

from yunguan.core.expressions import WAN, rows
from yunguan.indicators.indicator import Indicator

_posted = rows("staff_posting").in_state("posted")
_team = _posted.where(kind="village_team")

TEAM_MEMBERS = Indicator("rural.team_members", "驻村工作队队员", "名", _team.count(), "general", area="unit")
TALENTS_SENT = Indicator(
    "rural.talents_sent",
    "百雁入乡村干部人才",
    "人",
    _posted.where(kind="hundred_geese").count(),
    "general",
    area="unit",
)
OFFICE_MONEY = Indicator(
    "rural.office_money", "驻村工作队办公经费", "万元", _team.sum("office_money", WAN), "general", area="unit"
)
PROJECT_MONEY = Indicator(
    "rural.project_money", "驻村工作队项目经费", "万元", _team.sum("project_money", WAN), "general", area="unit"
)
