"""客运站指标：尚无台账，由科室申报。"""

from yunguan.core.expressions import declared
from yunguan.indicators.indicator import Indicator

PASSENGERS_VS_2019 = Indicator("stations.passengers_vs_2019", "客运站旅客发送量比2019年", "%", declared(), "stations")
REVENUE_VS_2019 = Indicator("stations.revenue_vs_2019", "客运站招揽收入比2019年", "%", declared(), "stations")
PASSENGERS_VS_2015 = Indicator("stations.passengers_vs_2015", "客运站旅客发送量比2015年", "%", declared(), "stations")
REVENUE_VS_2015 = Indicator("stations.revenue_vs_2015", "客运站招揽收入比2015年", "%", declared(), "stations")
