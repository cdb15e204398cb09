"""湖南省运政管理信息系统：营运车辆导出."""

from yunguan.registers.takeover.source import Source

SOURCE = Source(
    "provincial_vehicles",
    "省运政系统车辆导出",
    "vehicle",
    key=("plate",),
    headers={
        "车牌号码": "plate",
        "车牌颜色": "plate_colour",
        "业户社会信用代码": "operator",
        "营运状态": "state",
        "道路运输证字号": "certificate_no",
        "车架号": "vin",
        "核定座位": "seats",
        "所属辖区": "area",
    },
)
