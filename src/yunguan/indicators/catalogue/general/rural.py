"""乡村振兴指标：尚无台账，由科室申报。"""

from yunguan.core.expressions import declared
from yunguan.indicators.indicator import Indicator

TEAM_MEMBERS = Indicator("rural.team_members", "驻村工作队队员", "名", declared(), "general", area="unit")
TALENTS_SENT = Indicator("rural.talents_sent", "百雁入乡村干部人才", "人", declared(), "general", area="unit")
