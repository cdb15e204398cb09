"""诚信考核记分标准: what breaches cost; the wording is to be confirmed against the document."""

from __future__ import annotations

from datetime import date

from yunguan.demo.centre import Centre, Row

BASIS = "道路运输驾驶员诚信考核办法（交运规〔2022〕6号）"
ITEMS = (
    (1, "未按规定携带从业资格证件"),
    (1, "不按规定填写行车日志"),
    (3, "未按规定参加继续教育"),
    (3, "不按规定配合检查"),
    (5, "超越从业资格类别从事驾驶活动"),
    (5, "擅自变更运输线路或者站外上客"),
    (10, "驾驶未取得道路运输证的车辆从事营运"),
    (20, "负有主要责任的较大以上道路运输安全责任事故"),
    (20, "从业资格证转借他人使用"),
)


def rows(centre: Centre) -> list[Row]:
    """One row an item, by points."""
    del centre
    return [
        {
            "item_no": f"2022-{points:02d}-{number}",
            "conduct": conduct,
            "points": points,
            "doc_no": BASIS,
            "confirmed": False,
            "effective_from": date(2022, 1, 1),
        }
        for number, (points, conduct) in enumerate(ITEMS, start=1)
    ]
