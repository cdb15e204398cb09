"""提纲各部分齐全: the chapters that a document of this kind must have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from yunguan.audit.identity import DocumentKind
from yunguan.audit.prose import bare, breaks_off, paragraphs
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.setting import Setting
from yunguan.core.finding import Conflict, Hint, Place, Relation
from yunguan.core.reading import Block, BlockKind


@dataclass(frozen=True)
class Chapter:
    """A chapter by the words that its heading has; `needed` is false where local outlines leave it out.

    One `beside` another is needed only where the document has that other one, which shows whose outline it follows.
    """

    title: str
    words: re.Pattern[str]
    needed: bool = True
    beside: re.Pattern[str] | None = None


def _chapter(title: str, words: str, *, needed: bool = True, beside: str | None = None) -> Chapter:
    return Chapter(title, re.compile(words), needed, None if beside is None else re.compile(beside))


# 湖南省财政厅部门整体支出绩效自评报告提纲、财预〔2020〕10号附件、部门预决算公开通用目录
OUTLINES: Final = {
    DocumentKind.DEPARTMENT: (
        _chapter("部门、单位基本情况", r"基本情况|概况|概述|简介"),
        _chapter("一般公共预算支出情况", r"一般公共预算|支出管理|资金使用|支出情况|预算执行"),
        _chapter("政府性基金预算支出情况", r"政府性基金", needed=False),
        _chapter("国有资本经营预算支出情况", r"国有资本", needed=False),
        _chapter("社会保险基金预算支出情况", r"社会保险", needed=False),
        _chapter("部门整体支出绩效情况", r"绩效"),
        _chapter("存在的问题及原因分析", r"问题|不足"),
        _chapter("下一步改进措施", r"措施|建议|打算|下一步"),
        _chapter(
            "部门整体支出绩效自评结果应用和公开情况",
            r"结果.{0,6}(?:应用|公开)|应用.{0,4}公开",
            beside=r"政府性基金|国有资本|社会保险",
        ),
        _chapter("其他需要说明的情况", r"其他.{0,4}说明", needed=False),
    ),
    DocumentKind.PROJECT: (
        _chapter("项目基本情况", r"基本情况|概况|概述|简介"),
        _chapter("项目资金情况", r"资金|预算执行", needed=False),
        _chapter("项目绩效情况", r"绩效|完成情况|产出"),
        _chapter("存在的问题及原因", r"问题|不足"),
        _chapter("下一步改进措施", r"措施|建议|打算|下一步"),
    ),
    DocumentKind.EVALUATION: (
        _chapter("项目概况", r"基本情况|概况|概述|简介"),
        _chapter("绩效评价工作开展情况", r"工作开展|评价工作|评价组织|评价(?:实施|过程|方法)|组织实施", needed=False),
        _chapter("综合评价情况及评价结论", r"结论|综合评价|评价结果", needed=False),
        _chapter("绩效评价指标分析", r"指标|绩效(?:目标|完成)?(?:情况)?分析|绩效情况|绩效表现|主要绩效|产出"),
        _chapter("存在的问题及原因分析", r"问题|不足"),
        _chapter("有关建议", r"建议|措施", needed=False),
    ),
    DocumentKind.ACCOUNT: (
        _chapter("部门概况", r"概况|基本情况|主要职|部门职责|职能", needed=False),
        _chapter("部门决算表", r"决算表", needed=False),
        _chapter("部门决算情况说明", r"说明|[收支].{0,8}情况"),
        _chapter("名词解释", r"名词解释", needed=False),
    ),
    DocumentKind.PLAN: (
        _chapter("部门概况", r"概况|基本情况|主要职|部门职责|职能", needed=False),
        _chapter("部门预算情况说明", r"情况说明|说明|安排情况"),
        _chapter("名词解释", r"名词解释", needed=False),
    ),
}
NEEDED = Setting("outline_complete", "needed", (), "本地提纲还要求的各节，按节名一一列出")
_PART = re.compile(r"第[一二三四五六七八九十]+部分")
_TITLE = re.compile(r"^(?![一二三四五六七八九十（(第]).*(?:报告|决算|预算)(?:公开)?(?:[（(].{1,12}[)）])?$")
_STOPPED = re.compile(r"[。！？；：!?;:）)”》]\s*$")
_SIGNED = re.compile(
    r"\d\s*年\s*\d{1,2}\s*月|[〇○零一二三四五六七八九]年[一二三四五六七八九十]{1,2}月|附件|电话|联系人"
    r"|^[\u4e00-\u9fff]{2,30}(?:局|站|中心|科|室|委|会|院|所|府|办|队|公司|学校|社|馆)\s*$"
)
_END = 3
_FEWEST_PARTS = 3
_LONGEST = 40


@rule(
    "提纲各部分齐全",
    why=(
        "自评报告、决算公开等文件应当有提纲规定的各部分，"
        "没有发生的也要写明“无”（湖南省财政厅部门整体支出绩效自评报告提纲；财预〔2020〕10号所附报告提纲；"
        "部门预决算公开通用目录）。"
    ),
    compares="按封面认出的文件种类，逐一核对提纲的各部分在标题里有没有。",
    silent="认不出种类的文件、标题很少的摘录、在句子中间断开的或者半数以上标题对不上提纲的文件，不核对。",
    caught=(
        "某某县公路站项目支出绩效自评报告\n\n一、项目基本情况\n\n已完成。\n\n二、项目资金使用情况\n\n已使用。\n\n"
        "三、项目绩效情况\n\n已实现。\n\n四、下一步改进措施\n\n按月通报。"
    ),
    passed=(
        "某某县公路站项目支出绩效自评报告\n\n一、项目基本情况\n\n已完成。\n\n二、项目资金使用情况\n\n已使用。\n\n"
        "三、项目绩效情况\n\n已实现。\n\n四、存在的问题及原因\n\n付款偏晚。\n\n五、下一步改进措施\n\n按月通报。"
    ),
    remedy="补写缺少的部分；确实没有此项内容的，保留标题并写明“无”。",
    of_known_kinds=True,
)
def outline_complete(document: Document) -> Iterator[Verdict]:
    """A document of a known kind has the chapters of its outline; an extract with few headings is not judged."""
    outline = OUTLINES.get(document.identity.kind)
    headings = _headings(document)
    if outline is None:
        return
    texts = [bare(block.text) for block in headings]
    present = [chapter for chapter in outline if any(chapter.words.search(text) for text in texts)]
    if _is_cut(document) or len(headings) < _FEWEST_PARTS or len(present) * 2 < len(outline):
        return
    title = document.identity.cover[0] if document.identity.cover else None
    for chapter in outline:
        block = next((block for block in headings if chapter.words.search(bare(block.text))), None)
        if block is not None:
            yield Relation(places=(block.place(block.text),), operands=())
        else:
            followed = chapter.beside is None or any(chapter.beside.search(text) for text in texts)
            yield _missing(chapter, document, title, needed=chapter.needed and followed)


def _is_cut(document: Document) -> bool:
    """True for an extract: a text that ends with no sentence, table, day, office or attachments."""
    told = [block for block in document.reading.blocks if block.text.strip()][-_END:]
    if breaks_off(document.reading) or not told or told[-1].kind is BlockKind.CELL:
        return breaks_off(document.reading)
    return not (_STOPPED.search(told[-1].text) or any(_SIGNED.search(block.text) for block in told))


def _headings(document: Document) -> list[Block]:
    blocks = list(paragraphs(document.reading))
    told = [block for block in blocks if block.kind is BlockKind.HEADING or _PART.match(block.text)]
    return [block for block in told if not (_TITLE.search(bare(block.text)) and block in document.identity.cover)]


def _missing(chapter: Chapter, document: Document, title: Block | None, *, needed: bool) -> Verdict:
    kind = Conflict if needed or chapter.title in NEEDED.words(document) else Hint
    message = f"按{document.identity.kind.value}的提纲，缺少“{chapter.title}”一节，请补写；确实没有的，写明“无”。"
    place = title.place(title.text) if title is not None else Place(document.reading.file, "")
    return kind(message=message, places=(place,))
