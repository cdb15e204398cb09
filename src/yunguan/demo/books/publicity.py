"""宣传台账: briefings and press of the spring rush, what was hung for the city, posts, posters and notices."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from yunguan.demo.books.document import register_no
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import working_days
from yunguan.demo.office_year import somebody
from yunguan.demo.targets import YEAR, aim

SPRING = (date(2023, 1, 9), date(2023, 2, 15))
HEADLINES = (
    "春运首日运输平稳有序",
    "客运站加开返乡专线",
    "应急运力待命保畅通",
    "节后返岗客流组织有力",
    "春运收官服务数据盘点",
)
OUTLETS = ("本地新闻客户端", "衡阳晚报", "市广播电台", "本地新闻客户端", "省交通报")
# day, medium, topic, headline, outlet, copies, section, paper cited
SINGLE = (
    (date(2023, 4, 20), "group", "party", "建立主题教育党员微信群", "党员微信群", None, "general", ""),
    (date(2023, 5, 8), "group", "service", "建立驾校工作联系群并公布政策", "驾校工作群", None, "driver_training", ""),
    (date(2023, 6, 16), "manual", "safety", "安全生产知识手册", "市民广场", 800, "safety", "安全生产月"),
    (date(2023, 6, 26), "poster", "drugs", "远离毒品海报", "出租汽车服务区", 400, "urban_transit", "吸毒排查"),
    (date(2023, 6, 26), "manual", "drugs", "禁毒戒毒知识手册", "公交和客运场站", 900, "urban_transit", "吸毒排查"),
    (
        date(2023, 6, 1),
        "notice",
        "credit",
        "2022年度质量信誉考核结果公示",
        "市局网站",
        None,
        "passenger",
        "质量信誉考核",
    ),
    (date(2023, 8, 2), "led", "civic", "客运站和出租汽车滚动播放创文标语", "站场和车载屏", None, "general", ""),
    (date(2023, 8, 3), "banner", "civic", "创建文明城市 你我共同参与", "机关大院", None, "general", ""),
    (date(2023, 8, 3), "banner", "civic", "文明交通 从我做起", "一楼大厅", None, "general", ""),
    (date(2023, 8, 10), "board", "civic", "文明城市创建知识专栏", "一楼大厅", None, "general", ""),
    (
        date(2023, 10, 16),
        "notice",
        "subsidy",
        "费改税补贴和新能源公交补助分配方案公示",
        "市局网站",
        None,
        "urban_transit",
        "费改税",
    ),
)
POSTS = ("从业资格电子证照领取指南", "诚信考核电子证照常见问题", "换发电子证照不见面办理", "驾培机构协助推广电子证照")


def rows(centre: Centre) -> list[Row]:
    """One row a piece, in the order of publication."""
    made = [*_spring(centre), *(_row(centre, each) for each in SINGLE), *_certificates(centre)]
    return sorted(made, key=lambda row: (row["published_on"], row["medium"], row["headline"]))


def _spring(centre: Centre) -> Iterator[Row]:
    chance = centre.random("publicity")
    days = working_days(*SPRING)
    for issue in range(1, aim("spring.briefings") + 1):
        day = days[(issue - 1) * (len(days) - 1) // (aim("spring.briefings") - 1)]
        row = _row(
            centre, (day, "briefing", "spring", f"春运简报第{issue}期", "内部简报", None, "passenger", "春运工作方案")
        )
        yield row | {"issue_no": issue, "author": somebody(centre, chance, "passenger")}
    for number in range(aim("spring.press")):
        day = days[1 + number * (len(days) - 3) // (aim("spring.press") - 1)]
        row = _row(
            centre, (day, "press", "spring", HEADLINES[number], OUTLETS[number], None, "passenger", "春运工作方案")
        )
        yield row | {"author": somebody(centre, chance, "passenger")}


def _certificates(centre: Centre) -> Iterator[Row]:
    for number, headline in enumerate(POSTS):
        day = working_days(date(YEAR, 2 + number * 2, 10), date(YEAR, 12, 31))[0]
        yield _row(centre, (day, "account", "certificates", headline, "中心公众号", None, "practitioners", ""))
    for number, day in enumerate(
        (date(2023, 4, 20), date(2023, 7, 13), date(2023, 9, 21), date(2023, 11, 16)), start=1
    ):
        headline = f"第{number}场从业资格考核前讲解电子证照"
        yield _row(centre, (day, "on_site", "certificates", headline, "市中心机考室", None, "practitioners", ""))
    for number, place in enumerate(("城区驾驶员培训机构", "县域驾驶员培训机构")):
        day = date(2023, 5, 10 + number)
        headline = f"督促培训机构宣传电子证照（{place}）"
        yield _row(centre, (day, "on_site", "certificates", headline, place, None, "practitioners", ""))


def _row(centre: Centre, piece: tuple[Any, ...]) -> Row:
    day, medium, topic, headline, outlet, copies, section, paper = piece
    return {
        "published_on": day,
        "medium": medium,
        "topic": topic,
        "headline": headline,
        "outlet": outlet,
        "copies": copies,
        "basis": register_no(centre, paper) if paper else None,
        "kept_by": section,
    }
