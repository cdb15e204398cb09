"""维修经营类别和项目: the classes and trades of repair shops, by the codes of JT/T 415 for GB/T 16739."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.db import models


class RepairClass(models.TextChoices):
    """维修经营类别: the first three digits of a trade's code."""

    FIRST = "041", "一类汽车维修"
    SECOND = "042", "二类汽车维修"
    THIRD = "043", "三类汽车维修"
    MOTORCYCLE_FIRST = "044", "一类摩托车维修"
    MOTORCYCLE_SECOND = "045", "二类摩托车维修"
    OTHER = "046", "其他机动车维修"


DANGEROUS_GOODS = "04104"
WHOLE_VEHICLE = {RepairClass.FIRST, RepairClass.SECOND}
TRADES = {
    "04101": "大中型客车维修",
    "04102": "大中型货车维修",
    "04103": "小型车维修",
    "04104": "危险货物运输车辆维修",
    "04201": "大中型客车维修",
    "04202": "大中型货车维修",
    "04203": "小型车维修",
    "04301": "发动机维修",
    "04302": "车身维修",
    "04303": "电气系统维修",
    "04304": "自动变速器维修",
    "04305": "车身清洁维护",
    "04306": "涂漆",
    "04307": "轮胎动平衡及修补",
    "04308": "四轮定位检测调整",
    "04309": "供油系统维护及油品更换",
    "04310": "喷油泵和喷油器维修",
    "04311": "曲轴修磨",
    "04312": "气缸镗磨",
    "04313": "散热器维修",
    "04314": "空调维修",
    "04315": "汽车装潢",
    "04316": "汽车玻璃安装",
    "04401": "摩托车维修",
    "04501": "摩托车维修",
    "04601": "其他机动车维修",
}
_BETWEEN = re.compile(r"[、，,；;\s]+")


def words_of(text: str) -> list[str]:
    """The trades that a cell lists, as they were written."""
    return [word for word in _BETWEEN.split(text) if word]


def written_out(shop_class: str, text: str) -> str:
    """The same trades as codes, in order and once each; a word that is no trade of the class stays as it is."""
    codes = {label: code for code, label in TRADES.items() if code.startswith(shop_class)}
    return "、".join(sorted({codes.get(word, word) for word in words_of(text)}))


def strange(shop_class: str, text: str) -> Iterator[str]:
    """The words of a list that are no trade of the class."""
    return (word for word in words_of(text) if word not in TRADES or not word.startswith(shop_class))
