"""When a finding meets a label.

A numeric label names the wrong number, the numbers that it disagrees with and the sentences or table rows where
they stand. A finding meets it when it

- names the wrong number (in its operands, what it calls stated, or its message; a change between 元 and 万元 is the
  same number), and
- names one of the numbers that the wrong one disagrees with, where the label has any, and
- quotes one of the label's places: the quotes share a run of six signs (or all of a shorter quote).

A label of form (a heading, a sentence, a placeholder …) is met by a finding that quotes its place and says all of its
words; a missing chapter has no place, so there the message must say that something is missing and name it.
A finding about the same sentence that names other numbers does not count, and neither does one that names the numbers
but quotes another place. Only errors and warnings count for labels that are more than hints. Spaces, full-width forms
and separators do not matter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

Json = Mapping[str, Any]
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SPACE = re.compile(r"\s+")
_COMMA = re.compile(r"(?<=\d)[,，](?=\d{3})")
_ABSENT = re.compile(r"缺|没有|未见|未写|未设|漏|找不到")
_RUN = 6
_SHORTEST = 2
_MYRIAD = Decimal(10_000)


def meets(finding: Json, label: Json) -> bool:
    """Whether the finding is about the label's defect."""
    if finding["severity"] == "hint" and label["expected"] != "hint":
        return False
    if not label["quotes"]:
        return bool(_ABSENT.search(finding["message"])) and _says(finding, label)
    return _at_place(finding, label) and _names(finding, label) and _says(finding, label)


def flat(text: str) -> str:
    """Text without spaces, full-width forms and separators in numbers."""
    return _COMMA.sub("", _SPACE.sub("", unicodedata.normalize("NFKC", text)))


def share_a_run(one: str, other: str, run: int = _RUN) -> bool:
    """Whether two flat texts have a run of signs in common; a shorter text must be contained whole."""
    short, long = sorted((one, other), key=len)
    if len(short) < run:
        return len(short) >= _SHORTEST and short in long
    return any(short[start : start + run] in long for start in range(len(short) - run + 1))


def named(finding: Json) -> set[Decimal]:
    """The numbers that a finding names."""
    texts = [operand["value"] for operand in finding["operands"]]
    texts += [finding.get("stated") or "", finding.get("expected") or "", finding["message"]]
    return {Decimal(match[0]) for text in texts for match in _NUMBER.finditer(flat(str(text)))}


def _names(finding: Json, label: Json) -> bool:
    said = named(finding)
    return all(
        not wanted or any(_said(number, said) for number in wanted) for wanted in (label["wrong"], label["partners"])
    )


def _said(number: str, said: set[Decimal]) -> bool:
    value = abs(Decimal(number))
    return bool({value, value * _MYRIAD, value / _MYRIAD} & said)


def _says(finding: Json, label: Json) -> bool:
    text = flat(" ".join([finding["message"], *_quotes(finding)]))
    return all(flat(word) in text for word in label["words"])


def _at_place(finding: Json, label: Json) -> bool:
    places: Sequence[str] = [flat(quote) for quote in label["quotes"]]
    return any(share_a_run(flat(quote), place) for quote in _quotes(finding) for place in places)


def _quotes(finding: Json) -> Iterator[str]:
    return (place["quote"] for place in finding["places"])
