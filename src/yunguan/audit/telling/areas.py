"""The area that a fact is about: the one its clause names, else the one that its sentence began with."""

from __future__ import annotations

import re

_NAMED = r"(?:(?![我本该各全])[\u4e00-\u9fff]){2,3}?(?:市|县|区)(?![局级直委场人政安统道公内外长镇民])"
_TOKEN = re.compile(
    rf"全[市县省区镇乡]|(?:[我本该]市|{_NAMED})?(?:市?城区)|[我本][市县省区]|各[县市区]{{1,3}}(?![局级])|县市区|{_NAMED}"
)
_NO_AREA = re.compile(
    r"(?:城市|超市|门市|上市|都市|夜市|集市|社区|园区|景区|校区|小区|地区|片区|辖区|灾区|库区|山区|郊区|牧区|林区|专区|务区"
    r"|[各每多等个]县|个市|[省各每]市)$"
)
_LEADING = re.compile(r"^[前而在对与和及的由于赴到向为从被使把其中是有是、全目已并经省]+(?=[\u4e00-\u9fff]{2,})")
_CLAUSE = re.compile(r"[，,；;。：:]")
_PART = re.compile(r"\s*[（(]?\s*(?:其中|另有|另外)")
_BETWEEN = re.compile(r"\s*[、和与及]\s*")


def area_of(said: str, behind: str, city: str) -> str | None:
    """The area of a number by its sentence before it and its noun behind it; `city` is the document's own city.

    What a part names (其中城区 38 所) is that part's alone: what follows without an area has the whole's.
    """
    whole: str | None = None
    clauses = _CLAUSE.split(said)
    in_part = False
    for index, clause in enumerate(clauses):
        in_part = in_part or bool(_PART.match(clause))
        named = _named(clause, city)
        if index == len(clauses) - 1:
            return named or whole or _named(behind, city)
        if named and not in_part:
            whole = named
    return None


def city_of(cover: str) -> str:
    """The city (县, 区) whose unit wrote the document, by the name on its cover; "" where none is named."""
    found = re.search(
        r"([\u4e00-\u9fff]{2,4}?[市县区])[\u4e00-\u9fff]{2,20}(?:局|中心|委员会|办公室|学校|医院|站|所|队|处)", cover
    )
    return found[1] if found else ""


def _named(words: str, city: str) -> str | None:
    """The last areas that the words name, those of one list together."""
    found: list[str] = []
    end = -1
    for match in _TOKEN.finditer(words):
        name = _plain(match[0], city)
        if not name:
            continue
        joined = found and _BETWEEN.fullmatch(words[end : match.start()])
        found = [*found, name] if joined else [name]
        end = match.end()
    return "、".join(dict.fromkeys(found)) or None


def _plain(token: str, city: str) -> str:
    name = _LEADING.sub("", token)
    if name.endswith("城区"):
        return "市城区"
    if _NO_AREA.search(name) or len(name) < len("全市"):
        return ""
    if name in {"各县市区", "各县区", "各市县", "县市区", "各区县"}:
        return "县市区"
    own = name[0] in "我本全" and len(name) == len("全市")
    return f"全{name[-1]}" if own or name == city else name
