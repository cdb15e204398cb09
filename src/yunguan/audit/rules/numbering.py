"""序号连续、写法一致: chapters and parts without a gap, 二是 only behind 一是, one manner of brackets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from yunguan.audit import numerals
from yunguan.audit.prose import around, paragraphs
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.core.finding import Conflict, Hint, Relation
from yunguan.core.reading import Block, BlockKind

_MARKS = (
    re.compile(r"(?P<number>[一二三四五六七八九十]{1,3})、"),
    re.compile(r"(?P<bracket>[（(])\s*(?P<number>[一二三四五六七八九十]{1,3})\s*[)）]"),
    re.compile(r"(?P<number>\d{1,2})\s*[.．、](?!\d)"),
)
_PART = re.compile(r"第[一二三四五六七八九十\d]+(?:部分|章|编)|附件|目\s*录")
_OPENS = re.compile(r"^附\s*件\s*[:：]\s*")
_ORDINAL = re.compile(r"(?:^|[。；;：:，,\s“”、*])(?P<word>(?P<number>[一二三四五六七八九])是)")
# 政府收支分类科目（支出功能分类的类）：表里的行，没有数的类常常不列
_CLASS_ROW = re.compile(
    r"[一二三四五六七八九十]+、(?:一般公共服务|外交|国防|公共安全|教育|科学技术|文化(?:旅游)?体育[与和]传媒|社会保障[和与]就业|社会保险基金|卫生健康|医疗卫生[与\u4e00-\u9fff]{0,6}"
    r"|节能环保|城乡社区|农林水|交通运输|资源勘探[\u4e00-\u9fff]{0,6}|商业服务业?等?|金融|援助其他地区|自然资源[\u4e00-\u9fff]{0,5}|国土[\u4e00-\u9fff]{0,5}|住房保障|粮油物资储备"
    r"|国有资本经营(?:预算)?|灾害防治[\u4e00-\u9fff]{0,5}|预备费|其他(?:支出|收入)|转移性|债务[\u4e00-\u9fff]{0,4}|政府性基金(?:预算)?|财政专户[\u4e00-\u9fff]{0,6}|专户|事业|上级补助|附属单位[\u4e00-\u9fff]{0,4}"
    r"|经营|单位|使用[\u4e00-\u9fff]{0,8})(?:支出|收入|拨款|资金|财政拨款)*[\s|\d.,]*"
)
_POINT = re.compile(r"(?:^|[。；;：:]\s*)(?P<number>\d{1,2})\s*[.．、](?!\d)(?=\s*[\u4e00-\u9fff“])")
_FEWEST_POINTS = 3
_LONG = 40
_POINTS = 2  # the level of 1., 2., which texts take up again as they like
_BROKEN = re.compile(r"[，,。；;][^\n]*[^。；！？：:;，,\s)）”]$")  # a page ended inside a sentence
_ORDINALS = "一二三四五六七八九"


@dataclass(frozen=True)
class _Heading:
    """A numbered heading: the level of its numbering and the number."""

    block: Block
    level: int
    number: int
    text: str


@rule(
    "序号连续",
    why=(
        "同级序号应当连续，有“二是”就应有“一是”，层次序数的写法前后一致（GB/T 9704—2012《党政机关公文格式》7.3.3："
        "依次用“一、”“（一）”“1.”“（1）”）。"
    ),
    compares="各级标题的序号，段落里的“一是、二是……”，以及序号括号是全角还是半角。",
    silent="新的“部分”“章”“附件”之后重新编号的，不算缺号。",
    caught="一、工作情况\n\n全面开展排查。二是加强宣传。三是及时总结。",
    passed="一、工作情况\n\n一是全面开展排查。二是加强宣传。三是及时总结。",
    remedy="补上缺的一项，或者改正序号和括号。",
)
def numbering(document: Document) -> Iterator[Verdict]:
    """Numbers of one level follow one another; a list that has a second has a first."""
    blocks = list(paragraphs(document.reading))
    yield from _gaps(blocks)
    yield from _inside(blocks)
    yield from _ordinals(blocks)
    yield from _brackets(blocks)


def _headings(blocks: list[Block]) -> Iterator[_Heading | None]:
    """The numbered headings; None where everything begins anew (第二部分, 附件)."""
    for block in blocks:
        if _PART.match(block.text):
            yield None
        text = _OPENS.sub("", block.text)
        for level, mark in enumerate(_MARKS):
            match = mark.match(text)
            number = _number(match["number"]) if match else None
            if match and number:
                yield _Heading(block, level, number, match["number"])
                break


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() else numerals.value(text)


def _gaps(blocks: list[Block]) -> Iterator[Verdict]:
    last: dict[int, _Heading] = {}
    for heading in _headings(blocks):
        if heading is None:
            last = {}
            continue
        before = last.get(heading.level)
        if before is not None and not (
            _CLASS_ROW.fullmatch(heading.block.text) or _CLASS_ROW.fullmatch(before.block.text)
        ):
            yield _follows(before, heading)
        elif before is None and heading.number > 1:
            message = f"“{heading.block.text}”之前没有同级的第一个序号，请核对是否缺了前面的内容。"
            yield Hint(message=message, places=(heading.block.place(heading.block.text),))
        last = {level: each for level, each in last.items() if level < heading.level}
        last[heading.level] = heading


def _inside(blocks: list[Block]) -> Iterator[Verdict]:
    """1.…2.…4.…4.… inside one paragraph: a number twice, or one passed over where the list goes on."""
    for block in blocks:
        found = list(_POINT.finditer(block.text))
        numbers = [int(match["number"]) for match in found]
        if len(numbers) < _FEWEST_POINTS or numbers[0] != 1:
            continue
        for at, (one, other) in enumerate(pairwise(numbers)):
            goes_on = at + 2 >= len(numbers) or numbers[at + 2] == other + 1
            nested = other == one == 1  # 1.整章建制：1.修订制度；2.公开流程
            if (other == one and not nested) or (other == one + 2 and goes_on):
                place = around(block, *found[at + 1].span())
                what = f"有两个“{one}.”" if other == one else f"“{one}.”之后是“{other}.”，缺“{one + 1}.”"
                yield Conflict(message=f"“{place.quote}”一段的序号{what}，请改正序号或补上缺的一项。", places=(place,))
            if other != one + 1:
                break


def _follows(before: _Heading, heading: _Heading) -> Verdict:
    """Whether a number is the next one, or begins anew; the same one twice is a slip."""
    places = (before.block.place(before.block.text), heading.block.place(heading.block.text))
    if heading.number == before.number > 1 and before.block.text != heading.block.text:
        message = f"“{heading.block.text}”与上一个同级标题的序号都是“{heading.text}”，请改正序号。"
        return Conflict(message=message, places=places)
    if heading.number not in {before.number + 1, 1, before.number}:
        message = (
            f"“{heading.block.text}”的序号不连续：上一个同级序号是“{before.text}”，这里是“{heading.text}”，"
            "请补上缺的一节或改正序号。"
        )
        return (Conflict if _skipped(before, heading) else Hint)(message=message, places=places)
    return Relation(places=places[1:], operands=())


def _skipped(before: _Heading, heading: _Heading) -> bool:
    """True where just one chapter or part is passed over, 二、 and then 四、: that is no other way of numbering."""
    return heading.level < _POINTS and heading.number == before.number + 2


def _ordinals(blocks: list[Block]) -> Iterator[Verdict]:
    """一是, 二是, 三是 inside one section; a gap is told once a list."""
    path: tuple[str, ...] | None = None
    expected = 1
    before: Block | None = None
    for block in blocks:
        own = tuple(title for title in block.path if not _ORDINAL.match(title))
        listed = _ORDINAL.match(block.text)
        broken = before is not None and len(before.text) >= _LONG and bool(_BROKEN.search(before.text))
        before = block
        if (own != path and not broken) or (block.kind is BlockKind.HEADING and not listed and not broken):
            path, expected = own, 1
        if block.kind is BlockKind.HEADING and not listed and not broken:
            continue
        for match in _ORDINAL.finditer(block.text):
            number = _ORDINALS.index(match["number"]) + 1
            missing, said = _ORDINALS[expected - 1], block.text[: match.start()]
            outer = number < expected - 1 and f"{_ORDINALS[number - 2]}是" in said
            if number not in {1, expected} and f"{missing}是" not in said and not outer:
                place = around(block, *match.span("word"))
                message = f"“{place.quote}”写的是“{match['word']}”，前面却没有“{missing}是”，请补上或改正序号。"
                yield Conflict(message=message, places=(place,))
            expected = min(number + 1, len(_ORDINALS))


def _brackets(blocks: list[Block]) -> Iterator[Verdict]:
    styles: dict[str, list[Block]] = {}
    for block in blocks:
        match = _MARKS[1].match(block.text)
        if match and block.kind is BlockKind.HEADING:
            styles.setdefault(match["bracket"], []).append(block)
    if len(styles) > 1:
        counts = Counter({style: len(found) for style, found in styles.items()})
        rare = styles[counts.most_common()[-1][0]]
        message = f"序号的括号有全角“（一）”也有半角“(一)”，如“{rare[0].text}”，请统一用全角。"
        yield Hint(message=message, places=tuple(block.place(block.text) for block in rare[:3]))
