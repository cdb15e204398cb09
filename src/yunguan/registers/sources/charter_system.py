"""包车客运管理信息系统：备案导出."""

from yunguan.registers.takeover.source import Source

SOURCE = Source(
    "charter_system",
    "包车客运管理系统备案导出",
    "charter_filing",
    key=("contract_no", "vehicle_plate", "depart_on"),
    headers={
        "包车合同号": "contract_no",
        "车牌号码": "vehicle_plate",
        "企业信用代码": "operator",
        "包车牌编号": "plate",
        "驾驶员姓名": "driver_name",
        "驾驶员证件号": "driver_id",
        "用车单位": "customer",
        "始发地": "origin",
        "目的地": "destination",
        "出发日期": "depart_on",
        "返回日期": "return_on",
    },
)
