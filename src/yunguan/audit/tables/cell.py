"""The number in a cell: its value, its own unit or the one that the heads give it."""

from __future__ import annotations

import re
from decimal import Decimal

from yunguan.audit.quantities import MONEY, Quantity, flat

_NUMBER = re.compile(
    r"\s*(?P<bound>≥|≤|>=|<=|>|<|＞|＜|不低于|不超过|约)?\s*(?P<sign>[-−－]\s*)?"
    r"(?P<number>\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*"
    r"(?P<unit>%|‰|万元|亿元|千元|元(?:[/／][\u4e00-\u9fff·*]{1,6})?|[\u4e00-\u9fff㎡]{1,3})?\s*"
)
_DASH = re.compile(r"\s*[-—－–─/／*]*\s*")
UNIT = re.compile(r"(?:单\s*位\s*[:：]?\s*(?:人民币)?\s*[（(]?|[（(])\s*(亿元|万元|千元|元)")
_OWN_UNIT = re.compile(
    r"[（(]\s*(?:单位[:：])?\s*(亿元|万元|千元|元|%|％|分|万?亩|万?人次|万?平方米|万?平方公里|万?立方米|万?吨|万?公里|万?千米|万?户|万?人"
    r"|[名个家辆台块件项次场期所座条份处套部间只株米])\s*[)）]"
)
_NO_MONEY = re.compile(
    r"分值|得分|权重|比率|比例|率|占比|人数|编制|在职|数量|序号|行次|页|个数|面积|台|(?<!车)辆|车辆(?:数|保有)|排名|里程|户数|家数|次数|天数|产量"
)
_PEOPLE = re.compile(r"[（(]人[)）]|人员$|人数|编制数|在职|供养人员")
_WORDY = re.compile(r"月|年|日|季|前|后|底|完成|级|类")


def is_blank(text: str) -> bool:
    """True for an empty cell and for one with only a dash."""
    return bool(_DASH.fullmatch(text))


def is_number(text: str) -> bool:
    """True where a quantity fills this cell."""
    return _number(text) is not None


def _number(text: str) -> re.Match[str] | None:
    match = _NUMBER.fullmatch(flat(text))
    return None if match is None or (match["unit"] and _WORDY.search(match["unit"].partition("/")[0])) else match


def quantity(text: str, unit: str) -> Quantity | None:
    """The quantity that fills this cell; None where the cell holds anything else. `unit` is the heads' unit."""
    match = _number(text)
    if match is None:
        return None
    own = match["unit"] or unit
    digits = match["number"].replace(",", "").replace("，", "")
    decimals = len(digits.partition(".")[2])
    value = Decimal(digits) * (-1 if match["sign"] else 1)
    step = Decimal(1).scaleb(-decimals)
    exact = not decimals and own not in MONEY and own not in {"%", "‰"}
    half = Decimal(0) if exact else step / 2
    return Quantity(
        start=0,
        end=len(text),
        text=text.strip() + ("" if match["unit"] else unit),
        value=value,
        unit=own,
        low=value - half,
        high=value + half,
        step=step,
        bound=(match["bound"] or "").strip(),
    )


def unit_of(head: str, label: str, table: str) -> str:
    """The unit of a column: written in its own head, else the table's where the column can hold money."""
    own = _OWN_UNIT.search(head) or _OWN_UNIT.search(label)
    if own:
        return own[1].replace("％", "%")
    return "" if _NO_MONEY.search(head) or _PEOPLE.search(label) else table
