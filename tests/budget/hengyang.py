"""The money of Hengyang's centre in 2023, a few rows that add up to what its report states."""

from __future__ import annotations

from tests.budget.ledger import YEAR_END, adjust, grant, pay, project

BASIC_BUDGET = {"301": "8081400", "302": "1398000", "303": "2794200", "310": "16800"}
ADDITIONS = {"301": "2500000", "302": "11500", "303": "695500"}
THREE_PUBLIC_BUDGET = {"30212": "0", "30217": "15000", "30231": "75000", "31013": "0"}
PAID = {
    "30101": "10581400",
    "30201": "1411800",
    "30212": "0",
    "30217": "12700",
    "30231": "75000",
    "30302": "3489700",
    "31002": "16800",
}
PROJECTS = (
    ("DLYSFW", "道路运输服务成本经费", "200000"),
    ("YBSJ", "油补资金发放第三方审计", "38000"),
    ("LLRYPX", "两类人员安全培训", "120000"),
)
NO_SUCH_FUND = ("government_fund", "state_capital", "social_insurance")


def hengyang() -> None:
    """Write the rows; every budget line is spent to the fen."""
    for code, yuan in (BASIC_BUDGET | THREE_PUBLIC_BUDGET).items():
        grant(yuan, code)
    for code, yuan in ADDITIONS.items():
        adjust(yuan, code)
    for code, yuan in PAID.items():
        pay(yuan, code)
    for code, name, yuan in PROJECTS:
        row = project(code, name)
        grant(yuan, "302", kind="project", project=row)
        pay(yuan, "30227", kind="project", project=row)
    for fund in NO_SUCH_FUND:
        grant("0", None, fund=fund, kind="project")
        pay("0", None, fund=fund, kind="project", payee=None, paid_on=YEAR_END)
