"""Invented people: names, identity numbers and telephone numbers that belong to nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from stdnum.cn import ric

NOWHERE = "430499"
"""No division has this code, so no identity number or credit code that begins so was ever issued."""
NO_NETWORK = "168"
"""No operator of mobile telephones was given this block of numbers."""

MOST_TRIES = 1000

_SURNAMES = (
    "王李张刘陈杨黄周吴徐孙胡朱高林何郭罗梁宋唐许邓冯韩曹曾彭萧蔡潘田董袁"
    "于余叶蒋杜苏魏程吕丁任卢姚钟谭陆廖贺邹熊孟秦白江阳"
)
_MEN = "建志国文明永宏学正家立世海云长春晓振东泽俊光启承景维松柏岳川鸣远博浩宇轩毅恒达安平"
_WOMEN = "秀丽敏静雅慧兰梅芳玉娟婷晴岚蓉萍珍雪莹欣怡佩君若芷悦琳萱妍清云春月巧"


@dataclass(frozen=True)
class Person:
    """Somebody who does not exist; the identity number tells birth and sex."""

    name: str
    identity_number: str
    mobile: str
    born: date
    female: bool


class People:
    """Makes people, no two with the same identity number.

    ``band`` are the sequence numbers (三位顺序码) of one register: people of different registers never share a number.
    """

    def __init__(self, chance: Random, band: range) -> None:
        self._random = chance
        self._band = band
        self._numbers: set[str] = set()
        self._phones: set[str] = set()

    def born_between(self, first: date, last: date, *, women: float = 0.3) -> Person:
        """A new person born on a day between two days; ``women`` is the share of women.

        ValueError where the days and the band leave hardly any number that was not given yet.
        """
        for _ in range(MOST_TRIES):
            female = self._random.random() < women
            born = first + timedelta(days=self._random.randrange((last - first).days + 1))
            number = self._number(born, female=female)
            if number not in self._numbers:
                self._numbers.add(number)
                return Person(self.name(female=female), number, self._phone(), born, female)
        msg = f"{first} 至 {last} 出生的人在顺序码 {self._band} 内已用尽，请放宽其一。"
        raise ValueError(msg)

    def name(self, *, female: bool) -> str:
        """A surname and one or two characters."""
        given = _WOMEN if female else _MEN
        count = 1 if self._random.random() < 0.15 else 2  # noqa: PLR2004 - the share of short names
        return self._random.choice(_SURNAMES) + "".join(self._random.sample(given, count))

    def _number(self, born: date, *, female: bool) -> str:
        """Odd sequence numbers are men's, even ones women's."""
        sequence = self._random.choice(self._band) // 2 * 2 + (0 if female else 1)
        body = f"{NOWHERE}{born:%Y%m%d}{sequence:03d}"
        return body + str(ric.calc_check_digit(f"{body}0"))  # stdnum leaves the last character out

    def _phone(self) -> str:
        while True:
            phone = f"{NO_NETWORK}{self._band.start:03d}{self._random.randrange(100_000):05d}"
            if phone not in self._phones:
                self._phones.add(phone)
                return phone
