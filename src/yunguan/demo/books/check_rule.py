"""统计审核规则 of the demonstration: in the form, against the month before, the year before, the vehicles held."""

from __future__ import annotations

from datetime import date

from yunguan.demo.centre import Centre, Row
from yunguan.demo.survey import DOC
from yunguan.demo.targets import YEAR

_LAST_MONTH = {"comparison": "near", "against": "last_month", "tolerance": 50}
_LAST_YEAR = _LAST_MONTH | {"against": "last_year"}
_VEHICLES = {"comparison": "near", "against": "vehicles", "tolerance": 10}
_PARTS = {"comparison": "eq", "against": "items", "right_code": "K3", "right_plus": "K4"}
_DISTANCE = {"left_over": "K1", "comparison": "le", "against": "number", "number": 500}
_RULES = (
    ("客-01", "交企客1", "客运量等于班车与包车之和", "must", "K1", _PARTS),
    ("客-02", "交企客1", "平均运距不超过 500 公里", "must", "K2", _DISTANCE),
    ("客-03", "交企客1", "客运量环比偏差", "ask", "K1", _LAST_MONTH),
    ("客-04", "交企客1", "客运量同比偏差", "ask", "K1", _LAST_YEAR),
    ("客-05", "交企客1", "期末车辆与名录车辆数偏差", "ask", "K5", _VEHICLES),
    ("城-01", "交企城1", "客运量环比偏差", "ask", "B2", _LAST_MONTH),
    ("城-02", "交企城1", "期末车辆与名录车辆数偏差", "ask", "B1", _VEHICLES),
)


def rows(centre: Centre) -> list[Row]:
    """The rules of both forms."""
    del centre
    known: Row = {"tolerance": 0, "doc_no": DOC, "effective_from": date(YEAR, 1, 1), "effective_to": None}
    return [
        known | {"rule_no": number, "form": form, "name": name, "severity": severity, "left_code": left} | right
        for number, form, name, severity, left, right in _RULES
    ]
