"""Invented companies and shops: names, credit codes and addresses that belong to nobody."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from stdnum.cn import uscc

from yunguan.core.area import load_areas
from yunguan.demo.people import NOWHERE

_FIRST = "岫溯霁澄砚漾榆桐楠鹭雁岑屿汀沅沚芷蘅苇荻菱莲稔穗"
_SECOND = "禾渡衍朗煦曜晟旻昕旸翊翎翥骐骁骊驰骅轲辕轩轼辚辉"
_THIRD = "泰和丰裕祥瑞安达通顺兴隆昌盛嘉誉恒远广程途行捷畅"
_ROADS = ("望岑路", "榆荫路", "澄江路", "雁栖路", "苇岸路", "砚池路", "鹭洲路", "桐阴街", "荻花街", "穗丰路", "莲塘路")
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_SUFFIXES = {
    "passenger": ("客运有限公司", "旅游客运有限公司", "长途客运有限公司"),
    "dangerous": ("危险货物运输有限公司", "化工物流有限公司"),
    "freight": ("物流有限公司", "货物运输有限公司", "供应链有限公司"),
    "station": ("汽车客运站有限公司", "客运枢纽有限公司"),
    "bus": ("公共交通有限公司", "城乡公交有限公司"),
    "taxi": ("出租汽车有限公司",),
    "ride_hailing": ("出行服务有限公司",),
    "maintenance": ("汽车维修有限公司", "汽车服务有限公司"),
    "driver_training": ("机动车驾驶员培训有限公司",),
    "rental": ("汽车租赁有限公司",),
}
_SHOPS = {"freight": "货运部", "maintenance": "汽车修理厂"}


@dataclass(frozen=True)
class Company:
    """A company, or a shop of one person."""

    name: str
    uscc: str
    address: str


class Companies:
    """Makes companies, no two with the same name or code."""

    def __init__(self, chance: Random) -> None:
        self._random = chance
        self._words: set[str] = set()
        self._codes: set[str] = set()

    def company(self, sector: str, area: str) -> Company:
        """A new company of a trade, seated in an area."""
        return self._make("91", self._random.choice(_SUFFIXES[sector]), area)

    def shop(self, sector: str, area: str) -> Company:
        """A new shop of one person (个体工商户)."""
        return self._make("92", _SHOPS[sector], area)

    def _make(self, head: str, suffix: str, area: str) -> Company:
        name = load_areas().name(area)
        place = "衡阳" if area[:5] in {"43040", "43041", "43047"} else name[:-1]
        address = f"衡阳市{name}{self._random.choice(_ROADS)}{self._random.randrange(1, 400)}号"
        return Company(place + self._word() + suffix, self._code(head), address)

    def _word(self) -> str:
        while len(self._words) < len(_FIRST) * len(_SECOND) * len(_THIRD) // 2:
            word = "".join(self._random.choice(part) for part in (_FIRST, _SECOND, _THIRD))
            if word not in self._words:
                self._words.add(word)
                return word
        msg = f"已造出 {len(self._words)} 个字号，再造难免重复，请增加用字。"
        raise ValueError(msg)

    def _code(self, head: str) -> str:
        while True:
            code = credit_code(self._random, head)
            if code not in self._codes:
                self._codes.add(code)
                return code


def credit_code(chance: Random, head: str) -> str:
    """A right credit code that begins with ``head`` (registrar and kind) and was issued nowhere."""
    organisation = "MA" + "".join(chance.choice(_ALPHABET) for _ in range(6))
    body = head + NOWHERE + organisation + _organisation_check(organisation)
    return body + str(uscc.calc_check_digit(body))


def _organisation_check(code: str) -> str:
    """Ninth character of GB 11714."""
    rest = 11 - sum(int(char, 36) * weight for char, weight in zip(code, _WEIGHTS, strict=True)) % 11
    return {10: "X", 11: "0"}.get(rest, str(rest))
