"""Numbers as officials write them: what is a quantity, what is a date, a code or an ordinal, and how exact it is."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from yunguan.audit import numerals

_FLAT = str.maketrans("０１２３４５６７８９．％＋－＝（）：；〇", "0123456789.%+-=():;零")

MONEY: Final = {"亿元": Decimal(100_000_000), "万元": Decimal(10_000), "千元": Decimal(1_000), "元": Decimal(1)}
_COUNTED = (
    "人次 辆次 台次 架次 车次 班次 户次 场次 项次 批次 册次 座次 件次 家次 例次 台班 课时 学时 "
    "平方米 平方公里 立方米 工作日 个工作日 个月 "
    "小时 公里 千米 公斤 千克 "
    "人 名 位 家 户 辆 台 块 件 个 项 次 场 期 起 篇 所 座 条 份 枚 张 本 幅 处 艘 宗 例 批 套 "
    "部 间 支 只 株 亩 吨 升 米 天 岁 分 册 团 队 班 组 门 笔 种 棵 口"
)
_GOES_ON: Final = {
    "分": "值之别部项数类析配管支", "部": "门分位署", "个": "体", "条": "件例款", "名": "称单录", "场": "所地",
    "台": "账", "座": "谈", "家": "庭长", "班": "线组", "组": "织成", "队": "伍", "团": "体队", "次": "序日年",
    "人": "员才民大均社", "起": "来点步草诉",
    "期": "间限末初望", "天": "然气", "例": "如外", "批": "准复评", "升": "级高降", "元": "旦素",
    "本": "级年地单人月市县局着", "处": "理置罚于长室", "支": "出付持", "间": "接", "只": "有是能要", "位": "于置",
    "户": "籍外口", "门": "户类头店诊急路口", "笔": "者记录试迹", "种": "植子类养粮田牛羊猪",
    "口": "径岸头罩粮", "所": "有以属需得在谓长", "幅": "度", "宗": "旨", "份": "额", "项": "目",
}  # fmt: skip


def _unit(unit: str) -> str:
    """A unit, but not where it is the first character of another word (分值, 部门, 人员)."""
    return f"{unit}(?![{_GOES_ON[unit[-1]]}])" if unit[-1] in _GOES_ON else unit


_UNITS = "|".join(_unit(unit) for unit in sorted({*MONEY, *_COUNTED.split()}, key=len, reverse=True))
_PERCENT = r"%|‰|个百分点|百分点"
_BEFORE = r"(?:约为|大约|约|将近|接近|近|超过|逾|(?<!治)超|不足|不到|不低于|不少于|不超过|不高于|≥|≤|>|<)"
# Both patterns begin with a look at the one character that each of their branches may begin with: it halves the time.
_QUANTITY = re.compile(
    r"(?=[约大将接近超逾不≥≤><\d一二两三四五六七八九十百千万零])"
    rf"(?P<before>{_BEFORE}\s*)?"
    r"(?P<number>(?<![\d.])\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?(?!\d|\s*%)|(?<![\d.])\d+(?:\.\d+)?|[一二两三四五六七八九十百千万零]+)"
    r"(?:\s*(?P<odd>余|多|来))?"
    rf"(?:\s*(?P<unit>{_PERCENT}|{_UNITS})|\s*(?P<scale>亿|万|千)(?:\s*(?P<odd2>余|多))?\s*(?P<scaled>{_UNITS})?)?"
    r"(?P<after>\s*(?:左右|上下|以上|以下|以内))?"
)
_NO_QUANTITY = re.compile(
    r"(?=[〔\[【(\d附表图第指“\"「『《A-Za-z_\s])(?:"
    r"https?://[^\s，。；]*"
    r"|[〔\[【(]\s*(?:19|20)\d{2}\s*[〕\]】)]\s*第?\s*\d*\s*号?"
    r"|(?:19|20)\d{2}\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{1,2}"
    r"|(?:19|20)\d{2}\s*[-—–~～至]\s*(?:19|20)\d{2}\s*年?"
    r"|(?<!\d)\d++(?:\s*+[,，、至—–~～-]\s*+\d++){0,200}+\s*+(?:年|月|日(?!均)|号|时|点(?!\d)|路|线|级|等奖|类|届|版|代|后|分钟|度|秒)"
    r"|(?:附件|附表|(?:(?<![\u4e00-\u9fff])|(?<=[如见]))[表图])\s*\d+"
    r"|指标\s*\d{1,2}\s*[:.、．](?!\d)"
    r"|第\s*[\d一二三四五六七八九十百]+\s*\S?"
    r"|[“\"「『《][\d一二三四五六七八九十]+(?:\s*[+＋×/\-]\s*[\d一二三四五六七八九十NnXx]+)*[”\"」』》]"
    r"|(?<![\d.:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])"
    r"|(?<![A-Za-z_])[A-Za-z_]++-?\d[\w-]*+|(?<!\d)\d++[A-Za-z]++"
    r"|\d{3,4}-\d{7,8}|\d{11,}"
    r"|(?:^|(?<=[。;；:：]))\s*\(?\d{1,2}\s*[.、．)](?!\d)"
    r")"
)
_QUOTES = ("“", "‘", "「", "《")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_HALF = Decimal("0.5")
_AROUND: Final = {"约", "约为", "大约", "左右", "上下", "来"}
_BELOW: Final = {"近", "将近", "接近", "不足", "不到"}
_ABOVE: Final = {"余", "多", "超过", "超", "逾"}


@dataclass(frozen=True)
class Quantity:
    """One quantity of a text: `value` in its `unit` ("" where none is written), and the interval it stands for.

    `start` and `end` are its place in the text. A count is exact; a measured amount stands for everything that is
    printed so; 约, 近, 余 widen the interval.
    """

    start: int
    end: int
    text: str
    value: Decimal
    unit: str
    low: Decimal
    high: Decimal
    step: Decimal
    approximate: bool = False
    bound: str = ""

    @property
    def is_rate(self) -> bool:
        return self.unit in {"%", "‰"}

    @property
    def is_money(self) -> bool:
        return self.unit in MONEY

    @property
    def factor(self) -> Decimal:
        """What one of its unit is in 元; 1 for everything but money."""
        return MONEY.get(self.unit, Decimal(1))


@lru_cache(maxsize=512)
def flat(text: str) -> str:
    """The text with full-width digits and marks made plain, every character at its old place."""
    return text.translate(_FLAT)


def unspaced(text: str) -> str:
    """The text without any blanks."""
    return "".join(text.split())


def scan(text: str) -> Iterator[Quantity]:
    """The quantities of a text in order; dates, ordinals, codes, routes and document numbers are none."""
    plain = flat(text)
    numbers = list(_QUANTITY.finditer(plain))
    taken = deque(match.span() for match in _NO_QUANTITY.finditer(plain)) if numbers else ()
    for match in numbers:
        while taken and taken[0][1] <= match.start("number"):
            taken.popleft()
        if not (taken and taken[0][0] < match.end("number")):
            quantity = _quantity(text, plain, match)
            if quantity is not None:
                yield quantity


def _quantity(text: str, plain: str, match: re.Match[str]) -> Quantity | None:
    number, unit = match["number"], match["unit"] or match["scaled"] or ""
    if number[0].isdigit():
        if not _is_number(plain, match, unit):
            return None
        value = Decimal(number.replace(",", "").replace("，", ""))
        decimals = len(number.rpartition(".")[2]) if "." in number else 0
    else:
        said = numerals.value(number) if numerals.counts(plain, match.start("number"), number, unit) else None
        if said is None:
            return None
        value, decimals = Decimal(said), 0
    scale, unit = _scale(match, unit)
    step = scale * Decimal(1).scaleb(-decimals)
    value *= scale
    half = Decimal(0) if _is_exact(unit, scale, decimals) else step * _HALF
    printed = value - half, value + half
    low, high = _said_about(match, value, step) or printed
    start = match.start("before") if match["before"] else match.start("number")
    end = match.end()
    return Quantity(
        start=start,
        end=end,
        text=text[start:end].strip(),
        value=value,
        unit=unit,
        low=low,
        high=high,
        step=step,
        approximate=(low, high) != printed,
        bound=(match["before"] or "").strip() + (match["after"] or "").strip(),
    )


def _is_number(plain: str, match: re.Match[str], unit: str) -> bool:
    number = match["number"]
    bare_year = not unit and not match["scale"] and _YEAR.fullmatch(number)
    quoted = not unit and plain[: match.start("number")].rstrip()[-1:] in _QUOTES
    return not (bare_year or quoted) and plain[match.end("number") : match.end("number") + 1] != "."


def _scale(match: re.Match[str], unit: str) -> tuple[Decimal, str]:
    """万 before a counted thing multiplies; 万元 is a unit of its own."""
    scale = match["scale"]
    if not scale:
        return Decimal(1), unit
    if unit == "元":
        return Decimal(1), scale + unit
    return {"亿": MONEY["亿元"], "万": MONEY["万元"], "千": MONEY["千元"]}[scale], unit


def _is_exact(unit: str, scale: Decimal, decimals: int) -> bool:
    return not decimals and scale == 1 and unit not in MONEY and unit not in {"%", "‰", "个百分点", "百分点"}


def _said_about(match: re.Match[str], value: Decimal, step: Decimal) -> tuple[Decimal, Decimal] | None:
    """The interval that 约, 近, 余 and the like give a number, None where no such word stands beside it."""
    words = {word.strip() for word in match.group("before", "odd", "odd2", "after") if word}
    if not words:
        return None
    round_step = max(step, _last_place(value))
    if words & _AROUND:
        return value - round_step * _HALF, value + round_step * _HALF
    if words & _BELOW:
        return value - round_step, value
    return (value, value + round_step) if words & _ABOVE else None


def _last_place(value: Decimal) -> Decimal:
    """The place of the last digit that is not a trailing zero: 10 for 40, 1000 for 2000, 0.1 for 2.8."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)) if value else Decimal(1)
