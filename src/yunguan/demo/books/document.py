"""文件登记台账: what was received and issued, from the plan of the spring rush to the report on rerouted buses."""

from __future__ import annotations

from datetime import date
from typing import Any

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later

CENTRE, BUREAU, PROVINCE = "衡阳市道路运输服务中心", "衡阳市交通运输局", "湖南省道路运输管理局"
# direction, kind, number, title, issuer, dated, section
PAPERS = (
    (
        "received",
        "plan",
        "湘交运春〔2022〕21号",
        "关于做好2023年春运组织工作的方案",
        "湖南省交通运输厅",
        date(2022, 12, 19),
        "passenger",
    ),
    ("issued", "plan", "衡道运客〔2022〕36号", "2023年度春运工作方案", CENTRE, date(2022, 12, 28), "passenger"),
    ("internal", "roster", "", "2023年春运值班安排表", CENTRE, date(2022, 12, 30), "passenger"),
    (
        "received",
        "rules",
        "",
        "道路旅客运输及客运站管理规定（客运定制服务修订）",
        "交通运输部",
        date(2022, 12, 30),
        "stations",
    ),
    (
        "received",
        "notice",
        "衡市交办〔2023〕6号",
        "关于开展2022年度道路运输企业质量信誉考核的通知",
        BUREAU,
        date(2023, 1, 30),
        "passenger",
    ),
    (
        "received",
        "standard",
        "湘运管统〔2023〕4号",
        "道路运输统计工作原则标准",
        PROVINCE,
        date(2023, 2, 10),
        "statistics",
    ),
    (
        "received",
        "notice",
        "衡市交统〔2023〕5号",
        "关于加强统计数据质量和审核评估的通知",
        BUREAU,
        date(2023, 2, 24),
        "statistics",
    ),
    (
        "issued",
        "points",
        "衡道运党〔2023〕3号",
        "2023年党风廉政建设和反腐败工作要点",
        CENTRE,
        date(2023, 3, 2),
        "general",
    ),
    (
        "received",
        "notice",
        "衡市交安监字〔2023〕43号",
        "关于加强行业安全生产应急预案管理工作的通知",
        BUREAU,
        date(2023, 3, 1),
        "safety",
    ),
    ("issued", "plan", "衡道运安〔2023〕8号", "道路运输企业应急预案备案工作方案", CENTRE, date(2023, 3, 3), "safety"),
    ("issued", "plan", "衡道运党〔2023〕5号", "清廉机关建设实施方案", CENTRE, date(2023, 3, 16), "general"),
    (
        "received",
        "notice",
        "衡市交安监字〔2023〕51号",
        "关于调整市城区行业“五全一常态”排查内容的通知",
        BUREAU,
        date(2023, 3, 20),
        "safety",
    ),
    ("received", "notice", "衡市交发〔2023〕19号", "安全生产职责分工", BUREAU, date(2023, 3, 22), "safety"),
    (
        "received",
        "notice",
        "湘禁毒办〔2023〕7号",
        "关于开展营运驾驶员吸毒排查的通知",
        "湖南省禁毒委员会办公室",
        date(2023, 3, 28),
        "urban_transit",
    ),
    ("internal", "book", "", "习近平著作选读（第一卷、第二卷）", "人民出版社", date(2023, 4, 3), "general"),
    ("internal", "book", "", "主题教育专题摘编", "党建读物出版社", date(2023, 4, 3), "general"),
    ("issued", "plan", "衡道运党〔2023〕9号", "大兴调查研究工作方案", CENTRE, date(2023, 4, 24), "general"),
    ("received", "plan", "衡市交安监字〔2023〕66号", "第22个“安全生产月”活动方案", BUREAU, date(2023, 5, 22), "safety"),
    ("received", "standard", "", "汽车排放性能维护（维修）站技术要求", "交通运输部", date(2023, 5, 30), "maintenance"),
    (
        "issued",
        "report",
        "衡道运城〔2023〕12号",
        "关于调整九条公交线路走向的专项报告",
        CENTRE,
        date(2023, 6, 28),
        "urban_transit",
    ),
    (
        "issued",
        "report",
        "衡道运综〔2023〕22号",
        "骨干道路客运企业旅客运输现状与发展建议",
        CENTRE,
        date(2023, 7, 14),
        "general",
    ),
    (
        "issued",
        "emergency_plan",
        "衡道运综〔2023〕24号",
        "骨干客运企业停运后保畅维稳应急预案",
        CENTRE,
        date(2023, 7, 28),
        "general",
    ),
    (
        "issued",
        "plan",
        "衡道运客〔2023〕18号",
        "2022年农村道路客运补贴发放方案（拟稿）",
        CENTRE,
        date(2023, 9, 12),
        "passenger",
    ),
    (
        "issued",
        "plan",
        "衡道运城〔2023〕20号",
        "2022年度城市交通发展奖励资金费改税补贴分配方案",
        CENTRE,
        date(2023, 10, 11),
        "urban_transit",
    ),
    (
        "issued",
        "plan",
        "衡道运城〔2023〕21号",
        "2022年度城市公交新能源车运营补助分配方案",
        CENTRE,
        date(2023, 10, 11),
        "urban_transit",
    ),
    (
        "received",
        "notice",
        "衡市交办〔2023〕97号",
        "关于报送2023年度工作总结的通知",
        BUREAU,
        date(2023, 12, 18),
        "general",
    ),
    ("received", "letter", "", "关于协助核实营运车辆信息的函", "衡阳市统计局", date(2023, 12, 22), "statistics"),
    (
        "received",
        "notice",
        "衡市财绩〔2024〕2号",
        "关于开展2023年度部门整体支出绩效自评的通知",
        "衡阳市财政局",
        date(2024, 1, 5),
        "finance",
    ),
)
OPEN = {
    "衡市交办〔2023〕97号": ("circulated", date(2023, 12, 29)),
    "衡市财绩〔2024〕2号": ("registered", date(2024, 4, 3)),
}
LETTER = "关于协助核实营运车辆信息的函"


def rows(centre: Centre) -> list[Row]:
    """One row a paper, in the order of arrival and issue."""
    del centre
    made = sorted((_row(paper) for paper in PAPERS), key=lambda row: row["registered_on"])
    for number, row in enumerate(made, start=1):
        row["register_no"] = f"WJ{number:04d}"
    return made


def register_no(centre: Centre, title: str) -> str:
    """Under which number the paper with these words in its title is registered."""
    return next(str(row["register_no"]) for row in centre.rows("document") if title in row["document_title"])


def _row(paper: tuple[Any, ...]) -> Row:
    direction, kind, number, title, issuer, dated, section = paper
    registered = dated if direction != "received" else later(dated, 2)
    row: Row = {
        "direction": direction,
        "kind": kind,
        "doc_no": number or None,
        "document_title": title,
        "issuer": issuer,
        "dated_on": dated,
        "registered_on": registered,
        "kept_by": section,
    }
    if number in OPEN:
        state, until = OPEN[number]
        told = {"circulated_on": later(registered, 1), "instruction": "请综合科牵头，各科室配合。"}
        return row | {"state": state, "reply_by": until} | (told if state == "circulated" else {})
    if title == LETTER:
        return row | {"state": "registered"}
    done: Row = {"result": "已办结归档", "archived_on": later(registered, 5), "state": "archived"}
    told = {"circulated_on": later(registered, 1), "instruction": "请责任科室按要求落实。"}
    return row | done | (told if direction == "received" else {})
