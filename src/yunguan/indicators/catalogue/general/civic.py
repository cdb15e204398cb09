"""创文宣传指标: banners and boards for the civilised city, and the standing street duty."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

_pieces = rows("publicity").where(topic="civic")
_duty = rows("activity").in_state("held").in_period().where(kind="volunteer")

BANNERS = Indicator("civic.banners", "宣传横幅", "条", _pieces.where(medium="banner").count(), "general", area="unit")
BOARDS = Indicator("civic.boards", "宣传专栏", "块", _pieces.where(medium="board").count(), "general", area="unit")
STREET_DUTIES = Indicator("civic.street_duties", "包路段志愿服务", "次", _duty.count(), "general", area="unit")
STREET_PEOPLE = Indicator(
    "civic.street_people", "包路段志愿服务参加人次", "人次", _duty.sum("people"), "general", area="unit"
)
