"""数量不超过上限: people who came and signed up, people in post and posts, points won and points to win."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from yunguan.audit.compare import CANNOT, finding, relation
from yunguan.audit.facts import Fact, Role
from yunguan.audit.misread import unless_misread
from yunguan.audit.printing import printed
from yunguan.audit.prose import paragraphs
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.scoring.told import told_scores
from yunguan.audit.sums.find import texts_of
from yunguan.audit.sums.lists import TextFacts
from yunguan.audit.tables.sheet import Sheet, SheetRow
from yunguan.core.finding import Conflict, Contradiction

_PAIRS: Final = (
    (re.compile(r"(?:参考|参加|参训|到场|实考|实到)"), re.compile(r"报名|应参加|应考|应到|应训"), ""),
    (re.compile(r"(?<!不)(?:合格|通过)"), re.compile(r"参考|参加|到场|实考|抽检|受检|送检"), ""),
    (re.compile(r"在职|在编"), re.compile(r"编制"), "超编"),
    (re.compile(r"回收"), re.compile(r"发放|发出"), ""),
    (re.compile(r"(?<!不)满意"), re.compile(r"有效"), ""),
)
_STAFF: Final = ("参公|参照公务员", "行政", "工勤", "事业")
_IN_POST = re.compile(r"在职|实有|在编|在岗|现有")
_TWO_KINDS = re.compile(r"(?:参公|行政|工勤|事业)[\u4e00-\u9fff]{0,4}[及和与、](?:参公|行政|工勤|事业)")
_WHICH = re.compile(r"下属|所属|二级|系统|本级")
_EXCUSED: Final = {"超编": re.compile(r"超编|超(?:过|出)(?:核定)?编制|超员")}
_MEMBERS = re.compile(r"[^，,。；;]{0,20}[中里][，,]")
_SOME = re.compile(r"(?:已|仅|只|共)?有(?!效)")
_AMONG = re.compile(r"其中")
_OTHER = {Role.CHANGE, Role.LAST_YEAR, Role.MEAN, Role.TARGET, Role.RATE, Role.SHARE}


@rule(
    "数量不超过上限",
    why=(
        "部分不能多于全体：参加的不多于报名的，合格的不多于参加的，得分不高于分值；在职多于编制、执行多于预算的，"
        "要说明原因。"
    ),
    compares="同一句话或同一行里的参加与报名、合格与参加、在职与编制、回收与发放、得分与分值、执行数与全年预算数。",
    silent="同一句里有几个可能的全体时不核对；概数、目标值、上年数不比较；写了加分或折算的得分不核对。",
    caught="报名 50 人次，参加考试 60 人次。",
    passed="报名 60 人次，参加考试 50 人次。",
    remedy="核对两个数，改正写错的一处；确属超编、超预算的，写明原因。",
)
def within_bounds(document: Document) -> Iterator[Verdict]:
    """A part of a group is no greater than the group; a score is no higher than its points."""
    pairs = [(part, whole, excuse) for part, whole, excuse in _PAIRS if not excuse or not _told(document, excuse)]
    for text in document.once(texts_of):
        facts = [fact for fact in text.facts if fact.role not in _OTHER and not fact.quantity.is_money]
        for part, whole, excuse in pairs:
            yield from _in_sentence(facts, part, whole, excuse)
        yield from _among(text)
        yield from _of_those(text)
    for each in document.once(told_scores):
        if not each.excused:
            yield _judged(each.score, each.points, "", each.name)
    if any(excuse for _, _, excuse in pairs):
        yield from _posts(document)
    for sheet in document.sheets:
        yield from _in_sheet(sheet)


def _told(document: Document, excuse: str) -> bool:
    """True where the report itself says that more people are in post than there are posts."""
    words = _EXCUSED.get(excuse)
    return words is not None and any(words.search(block.text) for block in paragraphs(document.reading))


def _in_sentence(facts: list[Fact], part: re.Pattern[str], whole: re.Pattern[str], excuse: str) -> Iterator[Verdict]:
    """The nearest whole before each part, where the sentence names each once."""
    parts = [fact for fact in facts if part.search(fact.lead + fact.behind)]
    wholes = [fact for fact in facts if whole.search(fact.lead + fact.behind) and fact not in parts]
    if len(parts) == len(wholes) == 1 and _alike(parts[0], wholes[0]):
        yield _judged(parts[0], wholes[0], excuse)


def _posts(document: Document) -> Iterator[Verdict]:
    """行政编制 18 名，事业编制 40 名。实有 …，其中行政 21 人: the people of each kind against its posts."""
    texts = document.once(texts_of)
    for posts, people in pairwise(texts):
        same = posts.facts[0].block is people.facts[0].block
        same = same and {*_WHICH.findall(posts.sentence)} == {*_WHICH.findall(people.sentence)}
        if same and _IN_POST.search(people.sentence):
            told = _by_kind([fact for fact in posts.facts if "编制" in fact.lead])
            there = _by_kind([fact for fact in people.facts if "编制" not in fact.lead and "退" not in fact.lead])
            for kind in told.keys() & there.keys():
                if told[kind].value < there[kind].value:
                    yield _judged(there[kind], told[kind], "超编")


def _by_kind(facts: list[Fact]) -> dict[str, Fact]:
    """The people or posts of each kind that is told once."""
    kinds: dict[str, list[Fact]] = {}
    for fact in facts:
        kind = next((words for words in _STAFF if re.search(words, fact.lead)), "")
        one = "单位" not in fact.lead and not _TWO_KINDS.search(fact.lead)
        if kind and one and fact.family in {"人", "个"} and fact.role not in _OTHER:
            kinds.setdefault(kind, []).append(fact)
    return {kind: found[0] for kind, found in kinds.items() if len(found) == 1}


def _among(text: TextFacts) -> Iterator[Verdict]:
    """What 其中 opens is no greater than all that the sentence states before it."""
    stated = [fact for fact in text.facts if fact.role not in _OTHER and fact.quantity.unit]
    stated = [fact for fact in stated if not fact.quantity.is_rate]
    for index, part in enumerate(stated):
        wholes = [fact for fact in stated[:index] if fact.family == part.family and fact.value]
        cut = any(fact.role is Role.CUT for fact in stated[index + 1 :])
        if not _AMONG.match(part.lead) or not wholes or cut or part.quantity.approximate or part.quantity.bound:
            continue
        whole = max(wholes, key=lambda fact: fact.value)
        if part.value > whole.value and not any(fact.quantity.approximate for fact in wholes):
            message = (
                f"“其中”的{part.quantity.text}多于前面的{whole.quantity.text}；"
                "只有“其中”说的是别处的总数时才能同时成立，文中没有写明，请核对。"
            )
            shown = {"expected": f"不超过{whole.quantity.text}", "stated": part.quantity.text}
            yield finding(Conflict, (part, whole), message, **shown)


def _of_those(text: TextFacts) -> Iterator[Verdict]:
    """在 91 处病害中，修复 98 处: what comes next is some of those."""
    for whole, part in zip(text.facts, text.facts[1:], strict=False):
        members = _MEMBERS.match(text.text[whole.quantity.end :])
        told = members and (whole.lead.endswith("在") or _SOME.match(part.lead))
        if told and whole.family == part.family and part.role not in _OTHER and part.value > whole.value:
            yield _judged(part, whole, "")


def _alike(one: Fact, other: Fact) -> bool:
    return one.family == other.family or {one.family, other.family} <= {"人", "人次"}


def _judged(part: Fact, whole: Fact, excuse: str, name: str = "") -> Verdict:
    if part.value <= whole.value or part.quantity.approximate or whole.quantity.approximate:
        return relation((part, whole))
    unit = part.quantity.unit
    said = f"“{part.subject}”{part.quantity.text}多于“{whole.subject}”{whole.quantity.text}"
    if name:
        said = f"“{name}”得分{part.quantity.text}高于分值{whole.quantity.text}"
    shown = {
        "expected": f"不超过{whole.quantity.text}",
        "stated": part.quantity.text,
        "difference": f"{printed((part.value - whole.value) / part.quantity.factor)}{unit}",
    }
    if excuse:
        text = f"{said}；只有{excuse}时才能同时成立，文中没有写明，请核对或说明原因。"
        return finding(Conflict, (part, whole), text, **shown)
    return finding(Contradiction, (part, whole), f"{said}；{CANNOT}。", **shown)


def _in_sheet(sheet: Sheet) -> Iterator[Verdict]:
    score, points = sheet.column(r"得分|自评分", r"率"), sheet.column(r"分值|权重|满分", r"得")
    in_post, posts = sheet.column(r"在职|实有|在编", "编制"), sheet.column(r"编制")
    spent, budget = sheet.column(r"执行数|支出数", r"率"), sheet.column(r"全年预算|调整后?预算|预算调整数")
    for part, whole, excuse in ((score, points, ""), (in_post, posts, "超编"), (spent, budget, "超预算执行")):
        found = (_cells(row, part, whole) for row in sheet.rows)
        yield from unless_misread((_judged(*cells, excuse) for cells in found if cells is not None), "处上限")


def _cells(row: SheetRow, part: object, whole: object) -> tuple[Fact, Fact] | None:
    found = [row.cells.get(getattr(column, "index", -1)) for column in (part, whole)]
    if found[0] is None or found[1] is None or found[0].family != found[1].family:
        return None
    return found[0], found[1]
