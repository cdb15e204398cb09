"""词语重复和残字: a word typed twice, a character left over where a page broke."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.prose import around, paragraphs
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.core.finding import Conflict, Hint
from yunguan.core.reading import Block

_DOUBLED = re.compile(r"([\u4e00-\u9fff]{2,8})\1")
# The heads or cells of a table in one line: points in brackets, or several heads, and no sentence.
_THRICE = re.compile(r"([\u4e00-\u9fff])\1{2}(?<![哈嘿呵多好大小])")
_LONG = 4  # long words that stand twice are more often a title and its paragraph, or two cells, than a slip
_PROSE = re.compile(r"[，。；、的了和与及]")
_HEAD_WORD = re.compile(r"名称|数量|金额|内容|类别|单位|计划")
_LAID_FLAT = re.compile(r"\d\s*分\s*[)）]|(?:(?:执行率|权重|得分|分值|指标值|完成值|执行数).{0,30}){3}")
# Doubled first characters of words where no word before them ends so (公路路面, 客运运输 and 惠农农村 are right).
_STUTTER = re.compile(
    r"其中\s*[:：]\s*其中\s*[:：]|(?<![收超列开透])支支出|预预算|(?<![议票])决决算|(?<![三支惠涉强兴])农农村|(?<![业成战])绩绩效|(?<![集政])采采购|(?<!理)财财政"
    r"|(?<![客货水航海空陆联营托])运运输|(?<!目)的的(?!士|确)|(?<!的)(?<!于)是是(?!否|非)|(?<=\d)年年(?![初末底度均中内])|(?<=[万亿])元元(?!旦)"
    r"|(?<!\d)(?P<amount>\d[\d.]*[万亿]元?)(?P=amount)(?!\d)"
)
_REMAINDER = re.compile(r"([\u4e00-\u9fff])[，,]\1(?=[，,。；;])")
_MEANT = re.compile(r"^[一逐每越很多非常好研讨谢大点滴时刻常哈]")
_EACH = "每"
_NAME_AND_KIND = {"机关", "项目", "工程", "单位", "部门", "中心", "政府", "资金", "系统", "支出"}


@rule(
    "没有重复的词和残字",
    why="同一个词不应连写两遍，换页处不应多出残字（《党政机关公文处理工作条例》第二十条：文字用法是否规范）。",
    compares="相邻的两个相同词语，以及逗号后多出的单字。",
    silent="“一项一项”“人人”“研究研究”等有意重复的说法不算；名称末尾与下一个词相同的只提示。",
    caught="加强资金管理管理，确保专款专用。",
    passed="加强资金管理，一项一项抓落实。",
    remedy="删去多出的词或字。",
    reads_all=True,
)
def doubled_words(document: Document) -> Iterator[Verdict]:
    """A word stands once; a name may end as the next word begins (甲项目项目支出), so that is a hint."""
    for block in paragraphs(document.reading):
        yield from _doubled(block)
        for match in (*_STUTTER.finditer(block.text), *_THRICE.finditer(block.text)):
            place = around(block, *match.span())
            yield Conflict(message=f"“{place.quote}”中“{match[0]}”有重复，请删去多出的。", places=(place,))
        for match in _REMAINDER.finditer(block.text):
            place = around(block, *match.span())
            message = f"“{place.quote}”中“{match[1]}”重复，像是换页时多出的残字，请删去。"
            yield Conflict(message=message, places=(place,))


def _doubled(block: Block) -> Iterator[Verdict]:
    for match in () if _LAID_FLAT.search(block.text) else _DOUBLED.finditer(block.text):
        word = match[1]
        if _MEANT.match(word) or len(set(word)) == 1 or _EACH in word:
            continue
        place = around(block, *match.span())
        after_name = word in _NAME_AND_KIND and re.match(
            r"[\u4e00-\u9fff]", block.text[match.start() - 1 : match.start()]
        )
        cells = len(word) >= _LONG and not _PROSE.search(block.text[match.end() : match.end() + 1])
        kind = Hint if after_name or cells or _HEAD_WORD.match(block.text, match.end()) else Conflict
        yield kind(message=f"“{place.quote}”中“{match[0]}”重复，请删去一个“{word}”或改写。", places=(place,))
