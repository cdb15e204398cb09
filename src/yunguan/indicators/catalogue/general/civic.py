"""创文宣传指标：尚无台账，由科室申报。"""

from yunguan.core.expressions import declared
from yunguan.indicators.indicator import Indicator

BANNERS = Indicator("civic.banners", "宣传横幅", "条", declared(), "general", area="unit")
BOARDS = Indicator("civic.boards", "宣传专栏", "块", declared(), "general", area="unit")
