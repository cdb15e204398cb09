"""The rules that there are, found by reading their folders, and the settings that they declare."""

from __future__ import annotations

from functools import cache
from itertools import chain

from yunguan.audit.pairs.pair import PairRule
from yunguan.audit.rule import Rule
from yunguan.audit.setting import Setting
from yunguan.core.catalogue import Catalogue, gather, load, walk

AnyRule = Rule | PairRule


@cache
def rules() -> Catalogue[Rule]:
    """The rules over one document, found in the folder `rules`."""
    return load("yunguan.audit.rules", Rule, lambda rule: rule.code)


@cache
def pair_rules() -> Catalogue[PairRule]:
    """The rules over two documents, found in the folder `pairs/rules`."""
    return load("yunguan.audit.pairs.rules", PairRule, lambda rule: rule.code)


@cache
def every_rule() -> dict[str, AnyRule]:
    """The rules over one document, then those over two, by code."""
    return {**rules().entries, **pair_rules().entries}


@cache
def settings() -> Catalogue[Setting]:
    """The settings of the rules, found where they are used."""
    return gather(chain(walk("yunguan.audit.rules"), walk("yunguan.audit.pairs.rules")), Setting, lambda each: each.key)
