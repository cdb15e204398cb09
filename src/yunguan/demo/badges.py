"""The kinds of plates that the centre hands out: prefix of the serial, how many, by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yunguan.demo.targets import YEAR, aim

COUNTED_TO = date(YEAR, 11, 30)
"""The published figures count plates handed out up to this day."""
CARRIED_OVER = date(YEAR - 1, 12, 26)
"""The day on which what was left from the year before came into the store."""


@dataclass(frozen=True)
class Badge:
    """One kind of plate of one range: the number handed out by ``COUNTED_TO``, and in December."""

    kind: str
    level: str
    prefix: str
    counted: int
    december: int
    reasons: tuple[str, ...]

    @property
    def total(self) -> int:
        """Handed out in the whole year."""
        return self.counted + self.december


CHARTER = ("旅游包车", "企事业单位包车", "学生返校包车", "务工人员返岗包车", "会议活动包车")
EXTRA = ("春运加班", "节假日加班", "客流高峰加班")
ROUTE = ("线路经营许可延续", "车辆更新换牌", "原牌损坏补发")


def badges() -> tuple[Badge, ...]:
    """Every kind of plate; the three ranges inside the province share its published sum."""
    inside = aim("plates.charter.intra_provincial")
    city, county = inside * 58 // 100, inside * 29 // 100
    route = aim("plates.route")
    return (
        Badge("charter", "4", "衡省包", aim("plates.charter.inter_provincial"), 341, CHARTER),
        Badge("charter", "3", "衡市包", city, 968, CHARTER),
        Badge("charter", "2", "衡县包", county, 472, CHARTER),
        Badge("charter", "1", "衡内包", inside - city - county, 219, CHARTER),
        Badge("extra", "4", "衡省加", aim("plates.extra.inter_provincial"), 6, EXTRA),
        Badge("extra", "3", "衡市加", aim("plates.extra.inter_city"), 4, EXTRA),
        Badge("extra", "2", "衡县加", aim("plates.extra.inter_county"), 1, EXTRA),
        Badge("route", "4", "衡省线", 11, 0, ROUTE),
        Badge("route", "3", "衡市线", 38, 2, ROUTE),
        Badge("route", "2", "衡县线", 47, 3, ROUTE),
        Badge("route", "1", "衡内线", route - 11 - 38 - 47, 4, ROUTE),
    )


def serial(badge: Badge, number: int) -> str:
    """The serial on the plate: prefix and seven digits."""
    return f"{badge.prefix}{number:07d}"
