"""湖南省运政管理信息系统：业户导出."""

from yunguan.registers.takeover.source import Source

SOURCE = Source(
    "provincial_operators",
    "省运政系统业户导出",
    "operator",
    key=("uscc",),
    headers={
        "业户名称": "name",
        "社会信用代码": "uscc",
        "业户类型": "entity_kind",
        "经营状态": "state",
        "许可证有效期止": "licence_valid_to",
        "所属辖区": "area",
        "开业日期": "opened_on",
    },
)
