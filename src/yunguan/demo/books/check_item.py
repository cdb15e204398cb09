"""车辆核查项目表: what the checkers of the demonstration look at, with one item that was replaced in the year."""

from __future__ import annotations

from datetime import date

from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import YEAR

SINCE = date(2019, 7, 1)
CHANGED = date(YEAR, 7, 1)
ITEMS = (
    ("HC-01", "外廓尺寸与公告一致", "all", True, "车长、车宽、车高与公告参数之差在允许范围内。", "GB 1589"),
    ("HC-02", "轮胎规格与花纹深度", "all", True, "轮胎规格与公告一致，同轴花纹相同，深度符合要求。", "GB 7258"),
    ("HC-03", "制动防抱死装置", "all", True, "装有制动防抱死装置且自检正常。", "GB 7258"),
    ("HC-04", "灯光与反光标识", "all", False, "灯光齐全有效，反光标识粘贴完整。", "GB 7258"),
    ("HC-05", "灭火器", "all", False, "灭火器数量、规格符合要求且在有效期内。", "GB 7258"),
    ("HC-06", "卫星定位装置", "all", True, "装有卫星定位装置并已接入监控平台。", "JT/T 794"),
    ("HC-07", "安全带", "passenger", True, "每个座位装有安全带且功能正常。", "JT/T 1094"),
    ("HC-08", "应急出口与安全锤", "passenger", True, "应急出口开启正常，安全锤配齐。", "JT/T 1094"),
    ("HC-09", "缓速装置", "passenger", True, "装有缓速器且工作正常。", "JT/T 1094"),
    ("HC-10", "罐体检验", "dangerous", True, "罐体检验报告在有效期内。", "JT/T 1285"),
    ("HC-11", "危险货物标志灯牌", "dangerous", True, "标志灯、标志牌与核定类项一致。", "GB 13392"),
    ("HC-12", "导静电拖地带", "dangerous", False, "导静电拖地带完好并接地。", "JT/T 1285"),
    ("HC-13", "货厢栏板", "freight", False, "栏板高度与公告一致，无加高痕迹。", "JT/T 1178.1"),
    ("HC-14", "侧后部防护", "freight", True, "侧面和后下部防护装置齐全牢固。", "JT/T 1178.1"),
)
REPLACED = ("HC-05", "HC-05B", "灭火器及自动灭火装置", "灭火器在有效期内，发动机舱自动灭火装置工作正常。")


def rows(centre: Centre) -> list[Row]:
    """One row a version of an item."""
    del centre
    made = []
    for number, name, applies, veto, requirement, doc_no in ITEMS:
        row: Row = {
            "item_no": number,
            "name": name,
            "applies_to": applies,
            "veto": veto,
            "requirement": requirement,
            "doc_no": doc_no,
            "effective_from": SINCE,
            "effective_to": None,
        }
        made.append(row)
        if number == REPLACED[0]:
            row["effective_to"] = date(YEAR, 6, 30)
            _, newer, title, words = REPLACED
            made.append(
                row
                | {
                    "item_no": newer,
                    "name": title,
                    "requirement": words,
                    "effective_from": CHANGED,
                    "effective_to": None,
                }
            )
    return made
