"""道路运输电子证照系统：从业资格证发放导出."""

from yunguan.registers.takeover.source import Source

SOURCE = Source(
    "electronic_certificates",
    "道路运输电子证照系统导出",
    "certificate",
    key=("certificate_no", "issued_on"),
    headers={
        "持证人姓名": "name",
        "持证人证件号码": "identity_number",
        "资格类别": "category",
        "证书编号": "certificate_no",
        "签发日期": "issued_on",
        "有效期止": "valid_to",
        "签章时间": "signed_on",
    },
)
