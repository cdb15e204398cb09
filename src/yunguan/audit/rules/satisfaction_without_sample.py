"""满意度有调查依据: a rate of satisfaction somewhere, and nowhere a word on who was asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.identity import DocumentKind
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.core.finding import Hint, Relation

_RATE = re.compile(r"满意(?:度|率)[^。；\d%％]{0,16}?\d{2,3}(?:\.\d+)?\s*[%％]")
_ASKED = re.compile(
    r"问卷|调查表|样本|抽样|受访|发放[^。；]{0,10}份|收回[^。；]{0,10}份|走访|回访|座谈|电话调查|测评表|测评|民调|扫码|评价器|访谈|调查了|调查[^。；]{0,8}[人户名]"
)
_KINDS = {DocumentKind.DEPARTMENT, DocumentKind.PROJECT, DocumentKind.EVALUATION}


@rule(
    "满意度有调查依据",
    why="满意度要有调查对象、样本数和问卷等依据，只有一个百分比的，复核时无法采信。",
    compares="绩效自评、评价报告里写出的满意度，与全文有没有问卷、样本、走访一类的话。",
    silent="不是绩效自评或评价报告的、没有写出满意度百分比的，不提示。",
    caught="某局部门整体支出绩效自评报告\n一、绩效情况\n服务对象满意度为96%。",
    passed="某局部门整体支出绩效自评报告\n一、绩效情况\n发放问卷200份，收回190份，服务对象满意度为96%。",
    remedy="写明调查了谁、发放和收回多少份，或怎样得出这个满意度。",
    of_known_kinds=True,
)
def satisfaction_without_sample(document: Document) -> Iterator[Verdict]:
    """A rate of satisfaction rests on a survey, which the report names."""
    if document.identity.kind not in _KINDS:
        return
    blocks = document.reading.blocks
    stated = next(((block, found) for block in blocks if (found := _RATE.search(block.text))), None)
    if stated is None:
        return
    block, found = stated
    place = block.place(found[0])
    if any(_ASKED.search(each.text) for each in blocks):
        yield Relation(places=(place,), operands=())
    else:
        message = f"“{found[0]}”没有写明调查对象和样本数，请补写问卷、走访等依据。"
        yield Hint(message=message, places=(place,))
