"""汽车维修电子健康档案系统：维修记录导出."""

from yunguan.registers.takeover.source import Source

SOURCE = Source(
    "repair_records",
    "维修电子健康档案导出",
    "emission_repair",
    key=("record_no",),
    headers={
        "维修记录编号": "record_no",
        "车架号": "vin",
        "送修日期": "taken_in_on",
        "故障描述": "diagnosis",
        "维修项目名称": "work",
        "配件名称": "parts",
        "结算日期": "finished_on",
    },
)
