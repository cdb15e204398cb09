"""财政预算管理一体化系统：支付明细导出."""

from yunguan.registers.takeover.source import Source

SOURCE = Source(
    "finance_payments",
    "预算管理一体化系统支付明细导出",
    "payment",
    key=("voucher_no", "line_no"),
    headers={
        "支付凭证编号": "voucher_no",
        "分录序号": "line_no",
        "支付日期": "paid_on",
        "收款人全称": "payee",
        "部门支出经济分类编码": "economic_class",
        "支出功能分类编码": "functional_class",
        "支付金额": "amount",
        "用途": "summary",
    },
)
