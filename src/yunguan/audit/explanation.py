"""The explanation that each rule declares: its principle, its reach, its examples and its remedy, in Chinese."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """What a reviewer is told of a rule, in Chinese.

    `why` is the principle with its source, `silent` when nothing is said; `caught` and `passed` are texts of
    paragraphs and pipe tables that the rule is tested with, `beside` the other document of a rule over two;
    `remedy` is what to do about a finding.
    """

    why: str
    compares: str
    silent: str
    caught: str
    passed: str
    remedy: str
    beside: str = ""
