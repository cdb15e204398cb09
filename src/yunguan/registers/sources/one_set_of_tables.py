"""交通运输企业一套表联网直报系统：月报数据导出."""

from yunguan.registers.takeover.source import Source

SOURCE = Source(
    "one_set_of_tables",
    "一套表直报系统月报数据导出",
    "monthly_value",
    key=("monthly_return", "item"),
    headers={"报表流水号": "monthly_return", "指标编码": "item", "本月数": "value"},
)
