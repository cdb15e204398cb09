"""改进措施台账: what the reports of this year and the last one promise, each with a section and a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from yunguan.demo.books.key_work import task_no
from yunguan.demo.centre import Centre, Row
from yunguan.demo.office_year import head_of
from yunguan.demo.targets import YEAR

ADOPTED = date(YEAR, 12, 25)
# chapter, section, title, problem, task, last day
MEASURES = (
    ("八（一）", "general", "压实责任并开展督导考核", "", "督查考核", date(2024, 12, 20)),
    ("八（一）", "general", "科室负责人亲自部署、协调重点工作", "", "", date(2024, 12, 20)),
    ("八（一）", "general", "定期督查，对不整改的通报问责", "", "督查考核", date(2024, 11, 30)),
    ("八（一）", "personnel", "抓好干部作风、业务学习和廉政教育", "", "清廉机关", date(2024, 12, 20)),
    ("八（二）", "safety", "督促城区企业落实安全主体责任", "08", "安全体系", date(2024, 12, 31)),
    ("八（二）", "maintenance", "严格车辆核查和等级评定复核", "", "", date(2024, 12, 31)),
    ("八（二）", "urban_transit", "引导巡游出租和网约车平台规范经营", "", "", date(2024, 10, 31)),
    ("八（二）", "passenger", "做好包车牌发放、备案和信息报送", "01", "", date(2024, 12, 31)),
    ("八（二）", "passenger", "做好2024年春运", "01", "", date(2024, 3, 10)),
    ("八（二）", "driver_training", "落实维修、驾培许可改备案和电子备案", "05", "", date(2024, 9, 30)),
    ("八（二）", "driver_training", "规范培训合同和退费", "06", "信访突出问题", date(2024, 8, 31)),
    ("八（二）", "maintenance", "对超标排放汽车闭环管理", "", "排放维修站", date(2024, 12, 31)),
    ("八（二）", "stations", "创建群众满意客运站", "02", "满意客运站", date(2024, 11, 30)),
    ("八（三）", "passenger", "配合城乡客运一体化改造", "01", "", date(2024, 12, 31)),
    ("八（三）", "urban_transit", "推进公交成本规制和适老化改造", "", "成本规制", date(2024, 10, 31)),
    ("八（三）", "passenger", "推进客运班线公交化改造", "04", "", date(2024, 12, 31)),
    ("八（三）", "general", "掌握企业动态，做好保畅维稳", "03", "保畅维稳", date(2024, 12, 31)),
    ("八（四）", "maintenance", "以排放维修闭环助力节能减排", "", "排放维修站", date(2024, 12, 31)),
    ("八（四）", "freight", "推动绿色配送和客货邮融合", "", "客货邮", date(2024, 12, 31)),
    ("八（四）", "freight", "推动多式联运与其他运输方式衔接", "", "", date(2024, 12, 31)),
    ("八（四）", "freight", "建好用好司机之家", "", "", date(2024, 11, 30)),
    ("八（二）", "practitioners", "优化考试计划并加强考前辅导", "07", "", date(2024, 6, 30)),
)
# chapter, section, title, problem, last day, day on which it was done
EARLIER = (
    ("八（一）", "passenger", "优化农村客运线路", "01", date(2023, 9, 30), date(2023, 9, 22)),
    ("八（二）", "safety", "统一预案备案指引", "02", date(2023, 4, 30), date(2023, 3, 6)),
    ("八（二）", "safety", "逐户督促备案", "02", date(2023, 12, 20), date(2023, 12, 15)),
    ("八（三）", "statistics", "开展一套表培训", "03", date(2023, 3, 31), date(2023, 3, 24)),
    ("八（三）", "statistics", "对迟报单位书面查询", "03", date(2023, 10, 31), date(2023, 11, 17)),
)


def rows(centre: Centre) -> list[Row]:
    """Last year's measures, all done, and this year's, of which the spring rush has begun."""
    made = [_earlier(centre, number, each) for number, each in enumerate(EARLIER, start=1)]
    return made + [_row(centre, number, each) for number, each in enumerate(MEASURES, start=1)]


def _row(centre: Centre, number: int, measure: tuple[Any, ...]) -> Row:
    chapter, section, title, problem, task, last = measure
    begun = "春运" in title
    return {
        "measure_no": f"CS{YEAR}-{number:02d}",
        "problem": f"WT{YEAR}-{problem}" if problem else None,
        "work": task_no(centre, task) if task else None,
        "adopted_on": ADOPTED,
        "chapter": chapter,
        "measure_title": title,
        "content": f"由责任科室细化“{title}”的分工和步骤，按季度报告进展。",
        "kept_by": section,
        "owner": head_of(centre, section),
        "planned_end": last,
        "started_on": date(YEAR, 12, 28) if begun else None,
        "progress": 20 if begun else 0,
        "situation": "方案已印发，应急运力已确定。" if begun else None,
        "state": "ongoing" if begun else "planned",
    }


def _earlier(centre: Centre, number: int, measure: tuple[Any, ...]) -> Row:
    chapter, section, title, problem, last, done = measure
    row = _row(centre, number, (chapter, section, title, "", "", last))
    return row | {
        "measure_no": f"CS{YEAR - 1}-{number:02d}",
        "problem": f"WT{YEAR - 1}-{problem}",
        "adopted_on": date(YEAR - 1, 12, 25),
        "started_on": date(YEAR, 1, 9),
        "progress": 100,
        "done_on": done,
        "answer": f"“{title}”已完成。",
        "state": "done",
    }
