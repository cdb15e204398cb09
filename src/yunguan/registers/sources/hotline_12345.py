"""12345 政务服务便民热线平台：工单导出."""

from yunguan.registers.takeover.source import Source

SOURCE = Source(
    "hotline_12345",
    "12345 热线平台工单导出",
    "hotline_order",
    key=("order_no",),
    headers={
        "工单号": "order_no",
        "来电日期": "received_on",
        "来电人": "caller",
        "来电号码": "phone",
        "标题": "summary",
        "工单内容": "content",
        "回复内容": "reply",
        "回复日期": "replied_on",
    },
)
