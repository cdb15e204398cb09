"""质量信誉考核指标: who was rated how, how far the levels differ, whether each kept its month."""

from yunguan.core.expressions import Ratio, rows
from yunguan.indicators.indicator import Indicator

TENTHS = 10

_all = rows("credit_rating").in_period()
_due = _all.in_state(
    "opened",
    "scoring",
    "self_scored",
    "county_reviewed",
    "reviewed",
    "noticed",
    "objected",
    "published",
    "acknowledged",
)
_published = _all.in_state("published", "acknowledged")
_self = rows("credit_rating").where(self_in_time__isnull=False)
_county = rows("credit_rating").where(county_in_time__isnull=False)
_centre = rows("credit_rating").where(centre_in_time__isnull=False)
_told = rows("credit_rating").where(published_in_time__isnull=False)
_compared = _published.where(centre_less_self__isnull=False)
_objections = rows("credit_objection").in_state("lodged", "examined", "upheld", "rejected").in_period()


def _of_sector(code: str, title: str) -> Indicator:
    rated = _published.where(sector=code).count()
    return Indicator(f"credit.rated.{code}", f"{title}质量信誉考核企业", "家", rated, "passenger")


def _of_grade(grade: str) -> Indicator:
    rated = _published.where(grade=grade).count()
    return Indicator(f"credit.grade.{grade.lower()}", f"质量信誉考核{grade}级企业", "家", rated, "passenger")


DUE = Indicator("credit.due", "应参加质量信誉考核企业", "家", _due.count(), "passenger")
RATED = Indicator("credit.rated", "已公布质量信誉等级企业", "家", _published.count(), "passenger")
RATED_RATE = Indicator("credit.rated_rate", "质量信誉考核完成率", "%", _published.count() / _due.count(), "passenger")
PASSENGER = _of_sector("passenger", "道路客运")
DANGEROUS = _of_sector("dangerous", "危险货物运输")
FREIGHT = _of_sector("freight", "普通货运")
STATION = _of_sector("station", "汽车客运站")
TAXI = _of_sector("taxi", "巡游出租")
MAINTENANCE = _of_sector("maintenance", "机动车维修")
DRIVER_TRAINING = _of_sector("driver_training", "驾驶员培训")
GRADE_AAA = _of_grade("AAA")
GRADE_AA = _of_grade("AA")
GRADE_A = _of_grade("A")
GRADE_B = _of_grade("B")
DIFFERENCE = Indicator(
    "credit.difference",
    "复核与自评平均分差",
    "分",
    Ratio(_compared.sum("centre_less_self", divisor=TENTHS), _compared.count(), times=1),
    "passenger",
)
DEDUCTIONS = Indicator(
    "credit.deductions", "质量信誉考核扣分事项", "项", rows("credit_score").where(deducted=True).count(), "passenger"
)
OBJECTIONS = Indicator("credit.objections", "质量信誉考核异议", "件", _objections.count(), "passenger")
OBJECTIONS_UPHELD = Indicator(
    "credit.objections.upheld",
    "成立的质量信誉考核异议",
    "件",
    rows("credit_objection").in_state("upheld").in_period().count(),
    "passenger",
)
SELF_IN_TIME = Indicator(
    "credit.self_in_time", "按时自评率", "%", _self.where(self_in_time=True).count() / _self.count(), "passenger"
)
COUNTY_IN_TIME = Indicator(
    "credit.county_in_time",
    "按时初评率",
    "%",
    _county.where(county_in_time=True).count() / _county.count(),
    "passenger",
)
CENTRE_IN_TIME = Indicator(
    "credit.centre_in_time",
    "按时复核率",
    "%",
    _centre.where(centre_in_time=True).count() / _centre.count(),
    "passenger",
)
PUBLISHED_IN_TIME = Indicator(
    "credit.published_in_time",
    "质量信誉等级按时公布率",
    "%",
    _told.where(published_in_time=True).count() / _told.count(),
    "passenger",
)
