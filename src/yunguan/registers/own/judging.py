"""What must be put right in a definition before it becomes a book: names, kinds, choices, the key, figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from yunguan.core.finding import Problem
from yunguan.registers.book import books
from yunguan.registers.importing.headers import FEN, IGNORED, normalised, split_unit
from yunguan.registers.own.definition import (
    KEYS,
    MOST_PLACES,
    Definition,
    FieldDefinition,
    FieldKind,
)

MOST_FIELDS, MOST_CHOICES = 60, 100
LONGEST_TITLE, LONGEST_LABEL, LONGEST_CHOICE, LONGEST_CODE = 31, 50, 50, 24
_CODE = re.compile(rf"[a-z][a-z0-9_]{{1,{LONGEST_CODE - 1}}}")
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\']")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f\u200b-\u200f\u2028-\u202f\u2060\ufeff]")
_TAKEN = ("状态", "所属科室", "登记时间", "登记人", "版本", "办理期限", "导入批次")
"""Headings of what every record has."""


def problems_of(definition: Definition) -> Iterator[Problem]:
    """What is wrong; a problem of a field names it as ``fields.2``."""
    yield from _of_names(definition)
    fields = definition.live
    if not fields:
        yield Problem("", "还没有任何列，请至少设置一列。")
    if len(definition.fields) > MOST_FIELDS:
        yield Problem("", f"共有 {len(definition.fields)} 列，超过 {MOST_FIELDS} 列的上限，请拆成几本台账。")
    for place, each in enumerate(definition.fields):
        if not each.retired:
            yield from (Problem(f"fields.{place}", words) for words in _of_field(each))
    yield from _between(definition)


def _of_names(definition: Definition) -> Iterator[Problem]:
    title = definition.title
    if not title or len(title) > LONGEST_TITLE:
        yield Problem("title", f"请填写台账名称，不超过 {LONGEST_TITLE} 个字。")
    elif _NOT_IN_SHEET_NAMES.search(title) or _UNPRINTABLE.search(title):
        yield Problem("title", "台账名称用作工作表名，不能含有 [ ] : * ? / \\ ' 和换行，请改正。")
    plain = normalised(title).removesuffix("台账")
    others = [each for each in books().values() if each.id != definition.register]
    if any(normalised(each.title).removesuffix("台账") == plain for each in others):
        yield Problem("title", f"已有名为“{title}”的台账，请换一个名称。")
    if not _CODE.fullmatch(definition.code):
        yield Problem("code", f"编码须以小写英文字母开头，只用小写字母、数字和下划线，长 2 到 {LONGEST_CODE} 位。")


def _of_field(each: FieldDefinition) -> Iterator[str]:
    if not normalised(each.label) or len(each.label) > LONGEST_LABEL:
        yield f"列名须填写，不超过 {LONGEST_LABEL} 个字。"
    elif _UNPRINTABLE.search(each.label):
        yield "列名中有换行或看不见的字符，请重新键入。"
    elif normalised(each.label) in {*IGNORED, *_TAKEN}:
        yield f"“{each.label}”是系统自带的列，请换一个列名，或去掉此列。"
    if each.unique and each.kind not in KEYS:
        yield f"“{each.label}”是{each.kind.label}，不能用来认定同一行，请改选其他列。"
    if each.kind is FieldKind.CHOICE:
        yield from _of_choices(each)
    if each.kind is FieldKind.DECIMAL and not 1 <= each.places <= MOST_PLACES:
        yield f"“{each.label}”的小数位数须在 1 到 {MOST_PLACES} 之间。"


def _of_choices(each: FieldDefinition) -> Iterator[str]:
    labels = [label for _, label in each.choices]
    if not 1 <= len(labels) <= MOST_CHOICES:
        yield f"“{each.label}”的选项须有 1 到 {MOST_CHOICES} 个，每行写一个。"
    if any(len(label) > LONGEST_CHOICE or _UNPRINTABLE.search(label) for label in labels):
        yield f"“{each.label}”的选项每个不超过 {LONGEST_CHOICE} 个字，不能含有看不见的字符。"
    if twice := [label for label, count in Counter(map(normalised, labels)).items() if count > 1]:
        yield f"“{each.label}”的选项“{twice[0]}”写了两次，请只留一个。"


def _between(definition: Definition) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for place, each in enumerate(definition.fields):
        if each.retired:
            continue
        if other := next((seen[word] for word in _words(each) if word in seen), ""):
            yield Problem(f"fields.{place}", f"列名“{each.label}”与“{other}”重复，导入时分不清，请改名。")
        seen |= dict.fromkeys(_words(each), each.label)
    kinds = Counter(each.kind for each in definition.live)
    if kinds[FieldKind.AREA] > 1:
        yield Problem("", "行政区划只能有一列，其余的请改为文字。")
    if definition.live and not definition.key:
        yield Problem("", "请至少把一列设为“不得重复”，或把几列设为“合起来不得重复”，以便认定同一行。")
    period = definition.by_name.get(definition.period)
    if definition.period and (period is None or period.retired or period.kind is not FieldKind.DATE):
        yield Problem("period", "统计期间须按一个日期列划分，请重新选择。")


def _words(each: FieldDefinition) -> set[str]:
    """What a heading of the column may be taken for: money also without its unit."""
    base, unit = split_unit(each.label)
    return {normalised(each.label), base} if unit in FEN else {normalised(each.label)}
