"""Defects in words and form: directions, counts, sentences, chapters, numbering, document numbers, placeholders."""

from __future__ import annotations

import re
from dataclasses import replace

from bench.audit.corpus.dice import Dice
from bench.audit.corpus.layout import Layout, chinese, heading_text, text_of
from bench.audit.corpus.model import CHAPTER, Heading, Num, Para, Ref, Report, Term
from bench.audit.planting.label import Label, Planted
from bench.audit.planting.places import digits, quote

_TURNED = {"增加": "减少", "减少": "增加"}
_LONG = 40
_DATED = re.compile(r"年|月|截[至止]")
_NEEDED: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "department": (
        ("自评结果应用和公开情况", ("应用", "公开")),
        ("存在的问题及原因分析", ("问题",)),
        ("下一步改进措施", ("措施",)),
        ("国有资本经营预算支出情况", ("国有资本",)),
        ("其他需要说明的情况", ("其他需要说明",)),
    ),
    "project": (("下一步改进措施", ("措施",)), ("存在的问题及原因", ("问题",)), ("项目绩效情况", ("绩效",))),
    "third_party": (
        ("有关建议", ("建议",)),
        ("存在的问题及原因分析", ("问题",)),
        ("综合评价情况及评价结论", ("结论",)),
    ),
    "final_account": (("名词解释", ("名词解释",)),),
    "plan": (("名词解释", ("名词解释",)),),
}
_OPTIONAL = {"名词解释", "其他需要说明", "国有资本"}
_LEFT_OVER = (
    "（填报说明：请简要概述项目立项依据、资金来源及使用情况，不超过300字）",
    "注：此处填写本单位实际情况，没有的请填“无”。",
    "（本段由各单位根据实际情况据实填写，示例文字请删除）",
)
_PLACEHOLDERS = ("XX", "××", "**", "XXX")


def direction_flipped(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """增加 for 减少 or the reverse, both amounts being stated."""
    terms = [
        number
        for number, item in report.items.items()
        if isinstance(item, Term) and item.kind.startswith("direction") and _stands(report, number)
    ]
    if not terms:
        return None
    number = dice.choice(terms)
    item = report.items[number]
    assert isinstance(item, Term)
    changed = report.with_item(number, Term(_TURNED[item.text], item.kind))
    block = changed.blocks[changed.block_of(number)]
    assert isinstance(block, Para)
    operands = tuple(
        digits(changed, span.id)
        for span in block.spans
        if isinstance(span, Ref) and isinstance(changed.items[span.id], Num)
    )
    label = Label(
        "direction_flipped", "certain", (quote(changed, how, number),), (), operands[:2], (_TURNED[item.text],)
    )
    return Planted(changed, label, frozenset({number}))


def count_against_list(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """A counting word that differs from the number of names that follow."""
    lists = [
        number
        for number, item in report.items.items()
        if isinstance(item, Num) and item.key.startswith("count.") and _stands(report, number)
    ]
    if not lists:
        return None
    number = dice.choice(lists)
    num = report.num(number)
    changed = report.with_item(number, replace(num, value=num.value + dice.choice((-1, 1, 2))))
    label = Label(
        "count_list",
        "certain",
        (quote(changed, how, number),),
        (digits(changed, number),),
        (),
        (),
        f"实列{num.value}项",
    )
    return Planted(changed, label, frozenset({number}))


def sentence_copied(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """A long paragraph printed a second time further down."""
    paras = [
        (index, block)
        for index, block in enumerate(report.blocks)
        if isinstance(block, Para) and not block.role and len(text_of(report, how, block.spans)) > _LONG
    ]
    if len(paras) < 2:  # noqa: PLR2004 - one to copy, one to stand behind
        return None
    (_, block), (target, behind) = sorted(dice.sample(paras, 2), key=lambda pair: pair[0])
    changed = report.with_block(target, behind, block)
    text = text_of(report, how, block.spans)
    return Planted(changed, Label("sentence_copied", "conflict", (text,), note="整段重复"))


def left_over(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """Guidance of the form left standing, or 增加（减少） not chosen."""
    del how
    text = dice.choice(_LEFT_OVER)
    index = dice.choice([i for i, block in enumerate(report.blocks) if isinstance(block, Para) and not block.role])
    changed = report.with_block(index, report.blocks[index], Para((text,), "planted"))
    return Planted(changed, Label("left_over", "conflict", (text,)))


def both_directions(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """增加（减少） left as in the form."""
    terms = [
        number
        for number, item in report.items.items()
        if isinstance(item, Term) and item.kind.startswith("direction") and _stands(report, number)
    ]
    if not terms:
        return None
    number = dice.choice(terms)
    item = report.items[number]
    assert isinstance(item, Term)
    changed = report.with_item(number, Term("增加（减少）", item.kind))
    return Planted(
        changed,
        Label("both_directions", "conflict", (quote(changed, how, number),), words=("增加",)),
        frozenset({number}),
    )


def placeholder(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """XX in the place of a number."""
    spots = [number for number, num in report.numbers() if num.unit and not _in_table(report, number)]
    number = dice.choice(spots)
    mark = dice.choice(_PLACEHOLDERS)
    changed = report.with_item(number, Term(mark + report.num(number).unit, "planted"))
    return Planted(
        changed, Label("placeholder", "conflict", (quote(changed, how, number),), words=(mark,)), frozenset({number})
    )


def stale_period(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """A month within the year as cut-off of a yearly figure; a plan is made before its year, so it may say so."""
    del how
    if report.kind == "plan":
        return None
    paras = [
        i
        for i, block in enumerate(report.blocks)
        if isinstance(block, Para) and not block.role and _counts(report, block)
    ]
    if not paras:
        return None
    index = dice.choice(paras)
    block = report.blocks[index]
    assert isinstance(block, Para)
    month = dice.choice((9, 10, 11))
    lead = dice.choice((f"截至{month}月底，", f"截止{month}月，", f"1—{month}月，"))
    changed = report.with_block(index, replace(block, spans=(lead, *block.spans)))
    return Planted(changed, Label("stale_period", "hint", (lead + str(block.spans[0])[:12],), words=(f"{month}月",)))


def chapter_missing(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """A chapter of the outline left out with all that stands in it; the numbers close up."""
    del how
    title, core = dice.choice(_NEEDED[report.kind])
    found = [i for i, block in enumerate(report.blocks) if isinstance(block, Heading) and block.title.endswith(title)]
    if not found:
        return None
    start = found[0]
    later = (
        i
        for i, block in enumerate(report.blocks)
        if i > start
        and (
            (isinstance(block, Heading) and block.level == CHAPTER)
            or not isinstance(block, (Heading, Para))
            or getattr(block, "role", "") == "note"
        )
    )
    end = next(later, len(report.blocks))
    changed = replace(report, blocks=(*report.blocks[:start], *report.blocks[end:]))
    shown = {number for number, _ in changed.numbers()}
    changed = replace(changed, relations=tuple(r for r in changed.relations if set(r.ids) <= shown))
    return Planted(
        changed, Label("chapter_missing", "hint" if core[0] in _OPTIONAL else "conflict", (), words=core, note=title)
    )


def numbering_gap(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """A chapter or a part whose number skips one."""
    heads = [i for i, block in enumerate(report.blocks) if isinstance(block, Heading)]
    counters, numbers = [0, 0, 0], {}
    for i in heads:
        block = report.blocks[i]
        assert isinstance(block, Heading)
        heading_text(how, block, counters)
        numbers[i] = counters[block.level - CHAPTER]
    later = [i for i in heads if numbers[i] > 1]
    if not later:
        return None
    index = dice.choice(later)
    block = report.blocks[index]
    assert isinstance(block, Heading)
    changed = report.with_block(index, replace(block, number=numbers[index] + 1))
    return Planted(changed, Label("numbering_gap", "hint", (block.title,), words=(chinese(numbers[index] + 1),)))


def document_number(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """A document number in 【】."""
    del how
    year, number = int(report.traits["year"]), dice.between(3, 60)
    place = report.traits["place"][:1]
    code = dice.choice(
        (
            f"{place}财绩【{year}】{number}号",
            f"{place}政办发【{year}】{number}号",
            f"{place}财预【{year - 1}】{number}号",
        )
    )
    text = dice.choice(
        (
            f"根据{code}文件精神，及时调整了支出结构。",
            f"按照《关于加强预算绩效管理的通知》（{code}）规定，资金实行专账核算。",
        )
    )
    index = dice.choice([i for i, block in enumerate(report.blocks) if isinstance(block, Para) and not block.role])
    changed = report.with_block(index, report.blocks[index], Para((text,), "planted"))
    return Planted(
        changed,
        Label("document_number", "hint", (code,), words=(f"【{code[code.index('【') + 1 : code.index('】')]}】",)),
    )


def problem_without_measure(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """The last problem's measure left out."""
    del how
    measures = [
        i for i, block in enumerate(report.blocks) if isinstance(block, Para) and block.role.startswith("measure")
    ]
    if not measures:
        return None
    del dice
    block = report.blocks[measures[-1]]
    assert isinstance(block, Para)
    head = block.role.partition(":")[2]
    return Planted(
        report.with_block(measures[-1]), Label("problem_without_measure", "hint", (head,), words=(head[:6],))
    )


def _stands(report: Report, number: int) -> bool:
    return any(
        number == ref.id
        for block in report.blocks
        if isinstance(block, Para)
        for ref in block.spans
        if isinstance(ref, Ref)
    )


def _in_table(report: Report, number: int) -> bool:
    return not _stands(report, number)


def _counts(report: Report, block: Para) -> bool:
    items = [report.items[span.id] for span in block.spans if isinstance(span, Ref)]
    lead = block.spans[0]
    counted = sum(isinstance(item, Num) and item.unit not in {"万元", "元", "%"} for item in items) > 1
    return counted and isinstance(lead, str) and not _DATED.search(lead.removeprefix("全年"))
