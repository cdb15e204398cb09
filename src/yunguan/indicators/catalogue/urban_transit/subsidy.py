"""补贴发放指标: pools, vehicles and recipients, what one vehicle gets, what is paid, what was objected to."""

from yunguan.core.expressions import WAN, Ratio, rows
from yunguan.indicators.indicator import Indicator

SECTION = "urban_transit"
FEN = 100

_plans = rows("subsidy_plan")
_claims = rows("subsidy_vehicle")
_current = rows("subsidy_calculation").in_state("current").in_period()
_payments = rows("subsidy_payment")
_due = rows("subsidy_payment").in_state("prepared", "paid", "bounced").in_period()
_paid = rows("subsidy_payment").in_state("paid").in_period()
_objections = rows("subsidy_objection")
_audited = _plans.in_period("audited_on")

POOLS = Indicator("subsidy.pools", "补贴资金分配项数", "项", _plans.count(), SECTION)
AMOUNT = Indicator("subsidy.amount", "补贴资金总额", "万元", _plans.sum("amount", WAN), SECTION)
PUBLISHED = Indicator("subsidy.published", "公示的补贴分配方案", "个", _plans.in_period("notice_from").count(), SECTION)
REPORTED = Indicator("subsidy.reported", "报批的补贴分配方案", "个", _plans.in_period("reported_on").count(), SECTION)
CLAIMED = Indicator("subsidy.claimed", "申报补贴车辆", "辆次", _claims.count(), SECTION)
EXCLUDED = Indicator(
    "subsidy.excluded", "剔除的申报车辆", "辆次", _claims.in_state("excluded").in_period().count(), SECTION
)
VEHICLES = Indicator("subsidy.vehicles", "享受补贴车辆", "辆次", _current.sum("vehicles"), SECTION)
MEAN = Indicator(
    "subsidy.mean",
    "平均每辆补贴金额",
    "元",
    Ratio(_current.sum("allocated", FEN), _current.sum("vehicles"), times=1),
    SECTION,
)
RECIPIENTS = Indicator("subsidy.recipients", "补贴收款人", "个", _payments.distinct("recipient"), SECTION)
PAID = Indicator("subsidy.paid", "已拨付补贴资金", "万元", _paid.sum("amount", WAN), SECTION)
PAID_RATE = Indicator("subsidy.paid_rate", "补贴拨付率", "%", _paid.sum("amount") / _due.sum("amount"), SECTION)
OBJECTIONS = Indicator("subsidy.objections", "公示期收到的异议", "件", _objections.count(), SECTION)
OBJECTIONS_UPHELD = Indicator(
    "subsidy.objections_upheld",
    "成立的异议",
    "件",
    _objections.in_state("accepted", "recalculated").in_period().count(),
    SECTION,
)
OBJECTIONS_SETTLED_RATE = Indicator(
    "subsidy.objections_settled_rate",
    "公示期异议办结率",
    "%",
    _objections.in_state("recalculated", "rejected").in_period().count() / _objections.count(),
    SECTION,
)
AUDITED = Indicator("subsidy.audited", "完成第三方审计的补贴资金", "项", _audited.count(), SECTION)
AUDITED_RATE = Indicator(
    "subsidy.audited_rate",
    "拨付完毕的补贴资金审计率",
    "%",
    _audited.count() / _plans.in_period("paid_on").count(),
    SECTION,
)
