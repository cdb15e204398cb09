"""没有留下别处的名称: another county, or another bureau of the same level, in a sentence on one's own leaders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.prose import around, paragraphs
from yunguan.audit.quantities import unspaced
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.core.finding import Conflict
from yunguan.core.reading import Block

_LED = re.compile(
    r"在(?P<who>[\u4e00-\u9fff、]{2,24}?)(?:的)?(?:坚强|正确|有力|统一|大力|亲切|高度|关心|直接)*(?:领导|指导|支持|关心|重视)(?:和[\u4e00-\u9fff]{2,6})?下"
)
_PLACE = re.compile(r"(?P<place>[\u4e00-\u9fff]{2,4}?)(?P<level>县|市|区|旗)(?=党?委|人民政府|政府)")
_OWN_PLACE = re.compile(r"(?P<place>[\u4e00-\u9fff]{2,4}?)(?P<level>县|市|区|旗)")
_BUREAU = re.compile(r"(?P<level>[省市县区旗])(?P<name>[\u4e00-\u9fff]{2,10}?局)(?:党组|党委|党工委)?$")
_OWN_BUREAU = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,10}?局)")
_WE = re.compile(
    r"(?:^|[。；;])\s*(?P<who>[\u4e00-\u9fff]{2,4}?[县市区旗])[\u4e00-\u9fff]{1,12}?(?:将(?:一如既往|继续|以|坚持|进一步|始终)|(?P<done>始终坚持|严格按照|高度重视|认真贯彻))"
)
_TOWARDS = re.compile(r"[赴到与同向和及、]")
_VISITED = re.compile(r"学习|考察|交流|借鉴|座谈|协议|联合|合作|移交|来函|兄弟|先进")
_OWN_NAME = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,3}?)(?P<level>县|市|区)(?P<organ>[\u4e00-\u9fff]{4,20}?(?:局|委员会|中心|支队|大队|总队|院|站|所|馆|校|社|办公室))(?=20|关于|部门|单位|年)"
)
_CUT = re.compile(r"[。；;]")
_LONGEST_TITLE = 60
_SHORTEST = 2


@rule(
    "没有留下别处的名称",
    why="套用别处的文字时，容易把别的县、别的局的名称留在文中。",
    compares="“在某县委、县政府领导下”“在县某局党组领导下”里的地名、局名，与标题里本单位的地名、局名。",
    silent="标题里没有同级地名或不是局的，文中别处还多次写到那个地方的，不核对。",
    caught="平川县民政局2023年工作总结\n\n在临水县委、县政府的坚强领导下，各项工作有序推进。",
    passed="平川县民政局2023年工作总结\n\n在平川县委、县政府的坚强领导下，各项工作有序推进。",
    remedy="改成本地、本单位的名称；整段套用的，重写这一段。",
    reads_all=True,
)
def name_left_over(document: Document) -> Iterator[Verdict]:
    """Who leads an office is of its own place, and a bureau is not led by another bureau of its level."""
    blocks = list(paragraphs(document.reading))
    title = next((unspaced(block.text) for block in blocks if _is_title(block.text)), "")
    if not title:
        return
    text = "".join(block.text for block in blocks)
    for block in blocks:
        named = list(_own_name(block, title))
        yield from named
        for match in _WE.finditer(block.text):
            other = _other_place(match["who"] + "委", title, text)
            of_below = match["done"] and other.endswith("市")  # a city holds county-level cities
            if other and not named and not of_below:
                message = (
                    f"“{match[0].strip('。；')}”写的是“{other}”，标题里本单位却是“{title[:24]}”；"
                    "只有这里说的是别的单位时才能同时成立，像是套用了别处的文字，请核对。"
                )
                yield Conflict(message=message, places=(around(block, *match.span()),))
        for match in _LED.finditer(block.text):
            other = _other_place(match["who"], title, text) or _other_bureau(match["who"], title)
            if other:
                message = (
                    f"“{match[0]}”写的是“{other}”，标题里本单位却是“{title[:24]}”；"
                    "只有本单位确由那里领导时才能同时成立，像是套用了别处的文字，请核对。"
                )
                yield Conflict(message=message, places=(around(block, *match.span()),))


def _own_name(block: Block, title: str) -> Iterator[Verdict]:
    """The unit's own name under another place: 长泽市…执法支队 in the report of 临湖市…执法支队."""
    own = _OWN_NAME.match(title)
    if own is None:
        return
    for match in re.finditer(rf"(?P<place>[\u4e00-\u9fff]{{2,3}}){own['level']}{re.escape(own['organ'])}", block.text):
        if not _elsewhere(block.text, match) and not match["place"].endswith(own["place"][-_SHORTEST:]):
            message = (
                f"“{match[0]}”的地名与标题里的“{own[0]}”不同；只有这里说的是别处的单位时才能同时成立，"
                "像是套用了别处的文字，请核对。"
            )
            yield Conflict(message=message, places=(around(block, *match.span()),))


def _elsewhere(text: str, match: re.Match[str]) -> bool:
    """True where the sentence tells of a visit to the other unit or of work done with it."""
    sentence = _CUT.split(text[: match.start()])[-1] + _CUT.split(text[match.start() :])[0]
    before = text[max(0, match.start() - 1) : match.start() + 1]
    return bool(_TOWARDS.search(before) or _VISITED.search(sentence))


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and bool(_OWN_PLACE.search(text)) and not re.search(r"[，。；]", text)


def _other_place(who: str, title: str, text: str) -> str:
    """The place that the words name where the title names another of that level, "" where there is none."""
    for match in _PLACE.finditer(who):
        name = match["place"].lstrip("在市县区、")
        own = [each["place"] for each in _OWN_PLACE.finditer(title) if each["level"] == match["level"]]
        known = any(name in place or place in name for place in own)
        if len(name) >= _SHORTEST and own and not known and text.count(name + match["level"]) == 1:
            return name + match["level"]
    return ""


def _other_bureau(who: str, title: str) -> str:
    """The bureau that leads where the title's own unit is another one, "" where it is none or no bureau."""
    own = [re.sub(r"^.*[省市县区旗]", "", match["name"]) for match in _OWN_BUREAU.finditer(title)]
    match = _BUREAU.search(who.rsplit("、", maxsplit=1)[-1])
    if match is None or not own or not re.match(r"[^，。]{0,16}局(?:20|机关|部门|关于)", title):
        return ""
    names = match["name"].removesuffix("局")
    alike = any(len(set(names) & set(each)) >= _SHORTEST for each in own)
    return "" if alike else match["level"] + match["name"]
