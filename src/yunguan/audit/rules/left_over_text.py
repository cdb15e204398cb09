"""模板文字没有删去: guidance of the form, 增加（减少） not chosen, XX and blanks never filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.prose import around, run_together
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.core.finding import Conflict, Place
from yunguan.core.reading import Block, BlockKind

_UP, _DOWN = "增加|增长|上升|提高", "减少|下降|降低"
_GUIDANCE = re.compile(
    r"(?:^|(?<=[。；;|\s：:]))(?:对照|结合|针对|简要|简述|概述|说明|填写|根据|分析|提出)[^。；;]{4,60}(?:[，,。；;][^。；;]{0,40})?[（(]\s*\d{2,4}\s*字(?:以内|左右|以上)\s*[)）]"
)
_LEFT: tuple[tuple[re.Pattern[str], str], ...] = (
    (_GUIDANCE, "是填写模板时的提示，请删去或换成本单位的内容"),
    (
        re.compile(
            r"填报说明|填表说明|填写说明|请(?:简要|据实|在此|详细)[\u4e00-\u9fff]{2}|示例文字|此处填写|请删除|由各单位根据|没有的请填|不超过\d+字|字数控制在?\s*\d+\s*字|请填“?无|(?<!不)可(?:以)?自行增减|(?<=[行栏表标目格页数])可(?:以)?自行(?:添加|增加)|为必填"
        ),
        "是填写模板时的提示，请删去或换成本单位的内容",
    ),
    (
        re.compile(
            rf"(?:{_UP})\s*[（(]\s*(?:或)?(?:{_DOWN})\s*[)）]|(?:{_DOWN})\s*[（(]\s*(?:或)?(?:{_UP})\s*[)）]|(?:{_UP})\s*[/／]\s*(?:{_DOWN})|(?:{_UP})或(?:{_DOWN})(?=[\d\s])"
        ),
        "没有选定方向，请按两年数的大小只留一个",
    ),
    (
        re.compile(
            r"(?<![A-Za-z×xXＸ*＊])(?:[XxＸ×]{2,4}|[○〇]{2,4}|[?？]{2,4})(?=\s*(?:万元|亿元|元|%|％|人|个|项|次|家|年|月|日|块|件|场|台|辆|户|名|座|份|篇|亩|公里|[\u4e00-\u9fff]))"
            r"|[*＊]{2,4}(?=\s*(?:万元|亿元|元|%|％|人|个|项|次|家|年|月|日|块|件|场|台|辆|户|名|座|份|篇|万?亩|公里|平方米|立方米|米|吨|例|起|宗|所|条|套))|20(?:[xX×]{2}|_{2,})(?=\s*年)"
        ),
        "是没有填的空位，请填上实际数或名称",
    ),
    (
        re.compile(
            r"(?:[\u4e00-\u9fff”：:，,、]|(?<=[\u4e00-\u9fff])[(（])[_＿\s—…-]*(?:[（(]\s*[)）])?\s*[%％](?!\s*[)）].{0,2}[:：]?$)(?!\s*[≥≤＝=<>＜＞])"
        ),
        "百分号前没有数字，请填上数字",
    ),
    (re.compile(r"[率比重][_＿\s]+[%％]\s*[)）](?=[，。；、])"), "百分号前没有数字，请填上数字"),
    (re.compile(r"(?:元|人|次|个|件|户|家)\s*[（(][_＿\s—-]*[%％]\s*[)）]"), "括号里的百分比没有填，请填上数字"),
    (re.compile(r"(?:[为达占计]|共计|合计)[\s_＿]*(?:万元|亿元)(?=[，,。；;、）)]|$)"), "没有填金额，请填上"),
    (
        re.compile(rf"(?:{_UP}|{_DOWN})[\s_＿]*(?:万元|亿元)(?=[，,。；;、）)]|$)"),
        "没有填金额，请填上，没有增减的写明持平",
    ),
    (
        re.compile(r"大小于|小大于|大于小于|大于[/／、]小于|大于[（(]小于[)）]|小于[（(]大于[)）]"),
        "没有选定大小，请按两数的大小只留一个",
    ),
)
_HEAD = re.compile(r"[^，,。；;：:]{1,24}[%％]")
_FEWEST_BARS = 3
_NO_BLANK = re.compile(r"^[（(]\s*[%％]|百分号|单位[:：]\s*[%％]|^[、，,]\s*[%％]")


@rule(
    "模板文字和空位已清理",
    why="报出的文件不应留有模板的填报提示、没有选定的“增加（减少）”、没有填的空位。",
    compares="填报说明一类的提示语，并列的增减方向，XX、××等占位符，前面没有数字的“%”和“万元”。",
    silent="表头里的“（%）”、尺寸里的乘号等不算空位。",
    caught="公务接待费 3 万元，比上年增加（减少）1 万元。",
    passed="公务接待费 3 万元，比上年增加 1 万元。",
    remedy="删去提示语，选定一个方向，把空位填上；确实没有的写“无”或“0”。",
    reads_all=True,
)
def left_over_text(document: Document) -> Iterator[Verdict]:
    """A finished report holds no guidance of its form, no choice left open and no blank to be filled in."""
    told: dict[tuple[str, str], list[Place]] = {}
    for block in document.reading.blocks:
        if not run_together(block.text) and block.text.count("|") < _FEWEST_BARS:
            for words, advice, place in _in_block(block, _LEFT if block.kind is not BlockKind.CELL else _LEFT[:1]):
                told.setdefault((words, advice), []).append(place)
    for (words, advice), places in told.items():
        more = f"（同样的还有{len(places) - 1}处）" if len(places) > 1 else ""
        yield Conflict(message=f"“{places[0].quote}”中的“{words}”{advice}{more}。", places=tuple(places))


def _in_block(block: Block, left: tuple[tuple[re.Pattern[str], str], ...]) -> Iterator[tuple[str, str, Place]]:
    """What was left over, what to do about it, and where."""
    told: list[tuple[int, int]] = []
    for pattern, advice in left:
        match = pattern.search(block.text)
        if match is None or any(start < match.end() and match.start() < end for start, end in told):
            continue
        if not _HEAD.fullmatch(block.text.strip()) and not _NO_BLANK.search(match[0]):
            told.append(match.span())
            yield match[0].strip(), advice, around(block, *match.span())
