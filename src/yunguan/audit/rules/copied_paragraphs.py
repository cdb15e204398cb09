"""没有整段重复: a paragraph printed a second time, a long sentence copied into another chapter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from yunguan.audit.prose import bare, paragraphs, sentences_of
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.core.finding import Conflict, Hint, Place
from yunguan.core.reading import Block, BlockKind

_SHORTEST_PARAGRAPH = 30
_SHORTEST_SENTENCE = 28
_SHORTEST_TWIN = 60
_LONGEST_TWIN = 2_000
_SHORTEST_CLAUSE = 8
_FEWEST_SHARED = 2
_MARKS = re.compile(r"[，。；、,;：:]")
_ALIKE = 0.85
_DIGITS = re.compile(r"\d[\d.,]*")
_FORMULAIC = re.compile(
    r"[类款项][)）]|(?<!群众)(?<!来信)反映(?!较|强烈|集中|突出|最)|是指|指标|分值|得分|满分|得\d+分|评分"
)
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
    silent="表下的说明、“无数据”之类的固定用语和短句不比较；名词解释、逐项评分的段落本来相似，只比较是否整段相同。",
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
    clauses = _Clauses()
    for block in paragraphs(document.reading):
        text = bare(block.text)
        told = len(text) >= _SHORTEST_PARAGRAPH and _RUNNING.search(text) and not _SET_PHRASE.search(text)
        if told and block.kind is not BlockKind.HEADING:
            if text in seen:
                yield _whole(seen[text], block)
                continue
            twin = clauses.twin(text)
            if twin is not None:
                yield _nearly(seen[twin], block)
            seen[text] = block
        yield from _sentences(block, said)


def _whole(first: Block, second: Block) -> Verdict:
    message = f"“{second.text[:30]}……”与前文整段相同（{first.where}、{second.where}），请删去一处或改成本节应写的内容。"
    return Conflict(message=message, places=(first.place(first.text), second.place(second.text)))


class _Clauses:
    """The clauses of the paragraphs so far, to find one that shares several with another."""

    def __init__(self) -> None:
        self._said: dict[str, list[str]] = {}

    def twin(self, text: str) -> str | None:
        """A paragraph before that differs from this one in a few words and in no number; this one is kept as well."""
        if not _SHORTEST_TWIN <= len(text) <= _LONGEST_TWIN or _FORMULAIC.search(text):
            return None
        clauses = [clause for clause in _MARKS.split(text) if len(clause) >= _SHORTEST_CLAUSE]
        shared = Counter(other for clause in clauses for other in self._said.get(clause, ()))
        for clause in clauses:
            told = self._said.setdefault(clause, [])
            if len(told) < _FEWEST_SHARED:
                told.append(text)
        likeliest = shared.most_common(1)
        found = likeliest[0][0] if likeliest and likeliest[0][1] >= _FEWEST_SHARED else None
        return found if found is not None and _is_twin(text, found) else None


def _is_twin(text: str, other: str) -> bool:
    if _DIGITS.findall(text) != _DIGITS.findall(other):
        return False
    return SequenceMatcher(None, text, other, autojunk=False).ratio() >= _ALIKE


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
