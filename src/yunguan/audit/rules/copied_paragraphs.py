"""没有整段重复: a paragraph printed a second time, a long sentence copied into another chapter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from yunguan.audit.prose import bare, paragraphs, sentences_of
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.core.finding import Conflict, Hint, Place
from yunguan.core.reading import Block, BlockKind

_SHORTEST_PARAGRAPH = 30
_SHORTEST_SENTENCE = 28
_SHORTEST_TWIN = 60
_SHORTEST_RUN = 30
_SEED = 12
_ALIKE = 0.85
_DIGITS = re.compile(r"\d[\d.,]*")
_RUNNING = re.compile(r"[，,。；;].*。|[，；;]|[\u4e00-\u9fff],")
_COLUMNS = re.compile(r"\t|\S[ \xa0]{2,}\S")
_SET_PHRASE = re.compile(r"^(?:注|说明|附注|备注)[:：]|原因|无数据|没有.{0,20}预算|主要用于|故本表")


@rule(
    "没有整段重复",
    why=(
        "同一段话只写一遍；整段照抄到另一节，往往说明那一节应写的内容没有写（《党政机关公文处理工作条例》第十九条："
        "内容简洁、文字精练）。"
    ),
    compares="全文三十字以上的段落是否整段相同，六十字以上的段落是否只改了几个字，二十八字以上的句子是否照抄。",
    silent="表下的说明、“无数据”之类的固定用语和短句不比较。",
    caught=(
        "本站组织三轮安全检查，覆盖全部站场和重点企业，发现的问题当场交办、限期整改到位。\n\n其他工作有序推进。\n\n"
        "本站组织三轮安全检查，覆盖全部站场和重点企业，发现的问题当场交办、限期整改到位。"
    ),
    passed="本站组织三轮安全检查，覆盖全部站场和重点企业，发现的问题当场交办、限期整改到位。\n\n其他工作有序推进。",
    remedy="删去重复的一处，或者改写成本节应当写的内容。",
    reads_all=True,
)
def copied_paragraphs(document: Document) -> Iterator[Verdict]:
    """A paragraph is told once; copied sentences point to a chapter that was filled from another one."""
    seen: dict[str, Block] = {}
    said: dict[str, Place] = {}
    for block in paragraphs(document.reading):
        text = bare(block.text)
        told = len(text) >= _SHORTEST_PARAGRAPH and _RUNNING.search(text) and not _SET_PHRASE.search(text)
        if told and block.kind is not BlockKind.HEADING:
            if text in seen:
                yield _whole(seen[text], block)
                continue
            twin = _twin(text, seen)
            if twin is not None:
                yield _nearly(twin, block)
            seen[text] = block
        yield from _sentences(block, said)


def _whole(first: Block, second: Block) -> Verdict:
    message = f"“{second.text[:30]}……”与前文整段相同（{first.where}、{second.where}），请删去一处或改成本节应写的内容。"
    return Conflict(message=message, places=(first.place(first.text), second.place(second.text)))


def _twin(text: str, seen: dict[str, Block]) -> Block | None:
    """A long paragraph before that differs from this one in a few words and in no number."""
    if len(text) < _SHORTEST_TWIN:
        return None
    alike = (other for other in seen if abs(len(other) - len(text)) * 5 <= len(text) and _shares_words(text, other))
    return next((seen[other] for other in alike if _is_twin(text, other)), None)


def _shares_words(text: str, other: str) -> bool:
    """A quick look before the exact one: the same beginning, middle or end."""
    middle = len(text) // 2
    return any(part in other for part in (text[:_SEED], text[middle : middle + _SEED], text[-_SEED:]))


def _is_twin(text: str, other: str) -> bool:
    matcher = SequenceMatcher(None, text, other, autojunk=False)
    longest = matcher.find_longest_match()
    return (
        longest.size >= _SHORTEST_RUN and matcher.ratio() >= _ALIKE and _DIGITS.findall(text) == _DIGITS.findall(other)
    )


def _nearly(first: Block, second: Block) -> Verdict:
    message = (
        f"“{second.text[:30]}……”与前文一段几乎相同（{first.where}、{second.where}），只改了几个字，"
        "请删去一处或改成本节应写的内容。"
    )
    return Conflict(message=message, places=(first.place(first.text), second.place(second.text)))


def _sentences(block: Block, said: dict[str, Place]) -> Iterator[Verdict]:
    for sentence in sentences_of(block):
        text = bare(sentence) if len(sentence) >= _SHORTEST_SENTENCE else ""
        if len(text) < _SHORTEST_SENTENCE or _SET_PHRASE.search(text) or _COLUMNS.search(sentence):
            continue
        place = block.place(sentence)
        if text in said:
            yield Hint(message=f"“{sentence[:30]}……”在前文写过，请核对是否重复。", places=(said[text], place))
        else:
            said[text] = place
