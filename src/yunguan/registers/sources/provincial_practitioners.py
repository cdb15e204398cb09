"""湖南省运政管理信息系统：从业人员导出."""

from yunguan.registers.takeover.source import Source

SOURCE = Source(
    "provincial_practitioners",
    "省运政系统从业人员导出",
    "practitioner",
    key=("identity_number", "category"),
    headers={
        "姓名": "name",
        "证件号码": "identity_number",
        "资格类别": "category",
        "资格证号": "certificate_no",
        "证件有效期止": "valid_to",
        "服务单位信用代码": "operator",
        "所属辖区": "area",
    },
)
