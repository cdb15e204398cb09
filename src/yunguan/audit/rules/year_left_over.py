"""没有留下别的年度: a sentence on this year that still bears last year's number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.identity import DocumentKind
from yunguan.audit.prose import around, paragraphs
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.statements import year_of
from yunguan.core.finding import Conflict
from yunguan.core.reading import Block, BlockKind

_CHANGE = r"(?:增|减|多|少|升|降|提高|持平)"
_AGAINST_ITSELF = re.compile(
    r"(?<![比较与同和及于自从到至])(?P<year>(?:19|20)\d{2})年(?:度|全年)?(?![^，,。；;]{0,6}预算)(?P<said>[^。；;]*?)(?:比|较|与|同)\s*(?P=year)年(?:度)?(?:的|同期)?"
    rf"(?![^，,。；;]{{0,10}}(?:预算|计划|目标|年初|[1-9]\d?月|季度|上半年|底|末|相比[，,]?无))[^，,。；;]{{0,16}}?{_CHANGE}"
)
_AGAINST_OWN = (
    r"(?:比|较|与|同)\s*{year}年(?:度)?(?:的|同期)?(?:相比)?[，,]?"
    r"(?:多|少|增加|减少|增长|下降|提高|降低|上升|净增)(?!预算|计划)"
)
_NAMES_BUDGET = re.compile(r"预算数|计划|目标")
_REASON = re.compile(
    r"^\s*(?P<year>(?:19|20)\d{2})\s*年(?:度)?[^，,。；;]{2,40}?(?:下降|减少|增长|增加|上升)(?:的(?:主要)?原因|[，,]\s*(?:主要)?(?:原因)?是)"
)
_RESULTS = (
    r"^\s*{year}\s*年(?:度|来)?[，,]?\s*(?:在[^，,。]{{2,30}}下[，,])?\s*"
    r"(?:(?:我|本|全)(?:[局委院校县市区镇乡站所馆社队]|单位|部门|中心|街道|办事处|系统|体)|紧[紧盯扣]|围绕|认真|积极|坚持|各项工作"
    r"|较好|圆满|全面完成|按照[^，,。]{{2,20}}要求)"
)
_OF_LAST_YEAR = re.compile(
    r"上年|去年|以来|累计|立项|批复|印发|启动|成立|开工|首次|当年|比上|同期|起[，,]|跨年|结转|前期|制定|出台"
)
_OF_RESULTS = re.compile(r"绩效|完成情况|成效|成果|主要工作|工作情况|履职|产出|效益|亮点")
_HEADED = re.compile(
    r"^[^，,。；;]{0,6}(?P<year>(?:19|20)\d{2})年(?:度)?[^，,。；;与和至比]{0,14}"
    r"(?:(?:收入|支出|收支|经费|资金|预算执行|任务|目标|指标)[^，,。；;]{0,6}情况|工作(?:情况|总结|成效|开展情况))$"
)
_PLANNED = re.compile(
    r"(?P<year>(?:19|20)\d{2})年(?:度)?(?:的)?(?:重点)?(?:工作|主要)?(?:打算|计划|思路|安排|设想|重点|谋划)$"
)
_SCORED = re.compile(r"(?P<year>(?:19|20)\d{2})年度?[^，,。；;上比较]{2,36}(?:自评|评价)?(?:总?得分|总分)")
_REPORTS = re.compile(
    r"现将[^，,。；;]{0,12}?(?P<year>(?:19|20)\d{2})年(?:度)?(?!以来|至)(?:(?!(?:19|20)\d{2}年)[^，,。；;]){2,30}情况(?:报告|汇报|公开|说明|公布|总结)如下"
)
_OPENED = re.compile(r"\s*(?P<year>(?:19|20)\d{2})年(?:度)?(?!年?[末底初])[^，,。；;]{2,30}?\d[\d,.]*\s*万?元")
_FEWEST_OWN = 2
_COMPARES_YEARS = re.compile(r"对比|比较|回顾|上年|去年|历年|近[两三四五]年|结转")
_YEARS = re.compile(r"(?P<year>(?:19|20)\d{2})\s*年")
_LONGEST_COPIED = 3
_LONGEST_HEAD = 40
_SHOWN = 30


@rule(
    "没有留下别的年度",
    why="套用上年文字时容易把年份留下，说的是本年的事，写的却是上年。",
    compares="拿一年与它自己相比的句子，说明本年增减原因、本年绩效而以上年开头的段落，与报告的年度。",
    silent="同一段里写了本年、写明“上年”“以来”“立项”等、与同年预算相比的，不核对。",
    caught="2023年查办案件 86 件，比2023年多 5 件。",
    passed="2023年查办案件 86 件，比2022年多 5 件。",
    remedy="核对年份，改正写错的一处；整段是上年情况的，换成本年的情况。",
)
def year_left_over(document: Document) -> Iterator[Verdict]:
    """No year is compared with itself, and what a report says of its own year does not bear the year before."""
    year = year_of(document)
    for block in paragraphs(document.reading):
        yield from _against_itself(block)
        if year and document.identity.kind not in {DocumentKind.UNKNOWN, DocumentKind.PLAN}:
            yield from _against_own(block, year)
        if year and block.kind is not BlockKind.HEADING and year not in block.text:
            yield from _left(block, str(int(year) - 1), year, document.identity.kind)
    if year:
        yield from _headed(document, int(year))


def _headed(document: Document, year: int) -> Iterator[Verdict]:
    """A chapter on what was done, a score of the year or a plan that bears the year before the report's own.

    A report that tells several years has a chapter for each, and a plan one for the year before: both are left alone.
    """
    titles = [block for block in paragraphs(document.reading) if len(block.text) <= _LONGEST_HEAD]
    told = [re.sub(r"^[（(]?[一二三四五六七八九十\d]+[)）、.．]", "", block.text.strip()) for block in titles]
    planned_too = any(str(year) in title and re.search("预算|安排", title) for title in told)
    several = (
        document.identity.plans
        or planned_too
        or any(_COMPARES_YEARS.search(title) or _earlier(_YEARS.search(title), year) for title in told[:2])
    )
    for block, title in zip(titles, told, strict=True):
        planned, headed = _PLANNED.search(title), _HEADED.match(title)
        alone = headed is not None and title.replace(headed["year"], str(year)) not in told
        if (_earlier(headed, year) and alone and not several and not _COMPARES_YEARS.search(title)) or (
            planned is not None and _earlier(planned, year)
        ):
            yield _of_before(block, title, year)
    for block in paragraphs(document.reading):
        scored, reported = _SCORED.search(block.text), _REPORTS.search(block.text)
        alone = not several and not _COMPARES_YEARS.search(block.text)
        if scored is not None and alone and _earlier(scored, year) and str(year) not in block.text:
            yield _of_before(block, scored[0], year)
        elif reported is not None and not several and _earlier(reported, year):
            yield _of_before(block, reported[0], year)
    if document.identity.kind is DocumentKind.ACCOUNT:
        yield from _opened(document, year)


def _opened(document: Document, year: int) -> Iterator[Verdict]:
    """2022年度采购支出总额 90 万元, where the other paragraphs of the account open with 2023年度."""
    opened = [(block, match) for block in paragraphs(document.reading) if (match := _OPENED.match(block.text))]
    own = [block for block, match in opened if int(match["year"]) == year]
    for block, match in opened:
        compared = _COMPARES_YEARS.search(block.text) or re.search("[比较与]", match[0]) or str(year) in block.text
        if int(match["year"]) == year - 1 and not compared and len(own) >= _FEWEST_OWN:
            yield _of_before(block, match[0], year)


def _earlier(match: re.Match[str] | None, year: int) -> bool:
    """True for one of the few years before the report's own, whose report may have been copied."""
    return match is not None and 0 < year - int(match["year"]) <= _LONGEST_COPIED


def _of_before(block: Block, words: str, year: int) -> Verdict:
    message = (
        f"“{words}”写的不是{year}年，本文说的是{year}年度；只有这里专说别的年度时才能同时成立，"
        "像是套用了上年的文字，请核对年份。"
    )
    return Conflict(message=message, places=(block.place(block.text),))


def _against_itself(block: Block) -> Iterator[Verdict]:
    for match in _AGAINST_ITSELF.finditer(block.text):
        if re.search(r"(?:19|20)\d{2}年", match["said"]) or _NAMES_BUDGET.search(match[0]):
            continue
        message = (
            f"“{match[0][:_SHOWN]}…”拿{match['year']}年与{match['year']}年自己相比；"
            "只有说的是同一年的两个时点时才能同时成立，像是年份写错，请核对。"
        )
        yield Conflict(message=message, places=(around(block, *match.span()),))


def _against_own(block: Block, year: str) -> Iterator[Verdict]:
    """全年办会 36 场，比2023年增加 5 场, in the report on 2023: what is told without a year is of the report's year."""
    for match in re.finditer(_AGAINST_OWN.format(year=year), block.text):
        sentence = re.split(r"[。；;]", block.text[: match.start()])[-1]
        if re.search(r"(?:19|20)\d{2}\s*年|预算|计划|目标|初", sentence + match[0][len(year) + 2 :]):
            continue
        message = (
            f"“{match[0]}”拿{year}年与本文所说的{year}年度自己相比；"
            "只有这一句说的不是本年时才能同时成立，像是年份写错，请核对。"
        )
        yield Conflict(message=message, places=(block.place((sentence + match[0]).strip()),))


def _left(block: Block, before: str, year: str, kind: DocumentKind) -> Iterator[Verdict]:
    """A paragraph on the reason of a change, or on this year's results, that opens with the year before."""
    reason = _REASON.match(block.text)
    told = re.match(_RESULTS.format(year=before), block.text) if kind is not DocumentKind.UNKNOWN else None
    under = _OF_RESULTS.search("".join(block.path[-2:]))
    results = told is not None and under and not _OF_LAST_YEAR.search(block.text)
    if not results and (reason is None or reason["year"] != before):
        return
    message = (
        f"“{block.text[:_SHOWN].strip()}…”写的是{before}年，本文说的是{year}年度；"
        "只有这一段专说上年时才能同时成立，像是套用了上年的文字，请核对年份。"
    )
    yield Conflict(message=message, places=(block.place(block.text),))
