"""驾驶培训计时平台：月度培训汇总导出."""

from yunguan.registers.takeover.source import Source

SOURCE = Source(
    "training_hours",
    "驾培计时平台月度汇总导出",
    "training_month",
    key=("operator", "month"),
    headers={
        "培训机构信用代码": "operator",
        "统计月份": "month",
        "新增学员": "enrolled",
        "结业学员": "trained",
        "在训学员": "in_training",
    },
)
