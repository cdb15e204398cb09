"""毛发毒检批次: the campaign of the autumn, and the one planned for the next spring."""

from __future__ import annotations

from datetime import date

from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import YEAR

AUTUMN = f"DJ{YEAR}-01"
CUTOFF = date(YEAR, 10, 31)


def rows(centre: Centre) -> list[Row]:
    """One row a campaign."""
    del centre
    return [
        {
            "campaign_no": AUTUMN,
            "name": f"{YEAR}年营运驾驶员毛发检测",
            "doc_no": "市禁毒办关于开展从业人员涉毒排查的通知",
            "reach": "urban",
            "cutoff_on": CUTOFF,
            "drawn_on": date(YEAR, 11, 1),
            "closed_on": date(YEAR, 12, 29),
            "state": "closed",
        },
        {
            "campaign_no": f"DJ{YEAR + 1}-01",
            "name": f"{YEAR + 1}年营运驾驶员毛发检测",
            "doc_no": "市禁毒办关于开展从业人员涉毒排查的通知",
            "reach": "urban",
            "cutoff_on": date(YEAR + 1, 4, 30),
            "state": "planned",
        },
    ]
