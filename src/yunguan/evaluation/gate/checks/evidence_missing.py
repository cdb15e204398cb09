"""填报的完成值有佐证: what a section declares instead of a register names the paper that shows it."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.core.figure import Origin
from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier
from yunguan.evaluation.gate.example import case, row
from yunguan.evaluation.gate.wording import names_nothing, quoted
from yunguan.evaluation.rule import told


@check(
    "填报的完成值有佐证",
    Severity.ERROR,
    why="台账算不出、由科室填报的完成值，没有佐证材料就不能计分。",
    silent="由台账或预算支付数据算出的完成值不要求；有没有附上原件由复核人员看。",
    caught=Example("科室填报 26 场，佐证材料写“见附件”。", case(row(origin=Origin.DECLARED, evidence="见附件"))),
    passed=Example(
        "科室填报 26 场，佐证材料写“2023年考核场次登记表”。",
        case(row(origin=Origin.DECLARED, evidence="2023年考核场次登记表")),
    ),
    remedy="写明佐证材料的名称（文号、台账、合同、验收单等），能从台账计算的改用台账。",
)
def evidence_missing(dossier: Dossier) -> Iterator[Fault]:
    """A declared actual names its evidence."""
    for each in dossier.items():
        said = each.actual
        if said.origin is Origin.DECLARED and said.reached is not None and names_nothing(said.evidence):
            shown = told(said.reached, each.item.unit)
            message = f"{quoted(each.item.title)}的完成值 {shown} 由科室填报，没有写明佐证材料。"
            yield Fault(dossier.place("佐证材料", said.evidence, each), message)
