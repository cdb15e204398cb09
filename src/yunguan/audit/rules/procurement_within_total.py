"""政府采购各类之和不超过总额: purchases from small firms and the other ones exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from yunguan.audit.compare import finding, relation
from yunguan.audit.facts import Fact
from yunguan.audit.printing import printed
from yunguan.audit.prose import since
from yunguan.audit.quantities import flat, unspaced
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.core.finding import Contradiction

_TOTAL = re.compile(r"政府采购(?:支出|金额)?(?:总额|合计)?(?:\(.*?\))?(?:为|共|是)*$")
_RESERVED = re.compile(r"(?:在)?面向中小企业预留.*(?:采购金额|合同金额|支出)(?:为|共)?$")
_BOTH = 2
_OTHER = re.compile(r"(?:在)?其他政府采购.*(?:采购金额|合同金额|支出)(?:为|共)?$")


@rule(
    "政府采购各类之和不超过总额",
    why=(
        "面向中小企业预留的采购与其他政府采购互不包含，"
        "两者之和不能超过政府采购总额（《政府采购促进中小企业发展管理办法》财库〔2020〕46号）。"
    ),
    compares="正文里的政府采购总额、面向中小企业预留的采购金额和其他政府采购中由中小企业中标的金额。",
    silent="三个数没有写全时，不核对。",
    caught=(
        "政府采购金额为 12.00 万元。在面向中小企业预留的政府采购项目中，采购金额 8.00 万元；在其他政府采购项目中，"
        "由中小企业供应商中标的，采购金额 6.00 万元。"
    ),
    passed=(
        "政府采购金额为 30.00 万元。在面向中小企业预留的政府采购项目中，采购金额 8.00 万元；在其他政府采购项目中，"
        "由中小企业供应商中标的，采购金额 6.00 万元。"
    ),
    remedy="对照采购台账核实三个数，改正写错或重复计算的一处。",
)
def procurement_within_total(document: Document) -> Iterator[Verdict]:
    """Purchases inside and outside the reserved part exclude each other; both are in the total (财库〔2020〕46号)."""
    money = [fact for fact in document.facts if fact.quantity.is_money]
    total = next((fact for fact in money if _TOTAL.search(_segment(fact))), None)
    reserved = next((fact for fact in money if _RESERVED.search(_segment(fact))), None)
    other = next((fact for fact in money if _OTHER.search(_segment(fact))), None)
    parts = [fact for fact in (reserved, other) if fact is not None]
    if total is None or len(parts) < _BOTH:
        return
    added = sum((part.value for part in parts), Decimal(0))
    if added <= total.value + total.step:
        yield relation((total, *parts))
        return
    factor, unit = total.quantity.factor, total.quantity.unit
    said = "＋".join(part.quantity.text for part in parts)
    message = (
        f"面向中小企业预留的和其他的政府采购互不包含，{said}＝{printed(added / factor)}{unit}，"
        f"超过政府采购总额{total.quantity.text}；这几处不能同时成立，请核对。"
    )
    over = f"{printed((added - total.value) / factor)}{unit}"
    yield finding(
        Contradiction, (total, *parts), message, expected=f"不超过{total.quantity.text}", stated=said, difference=over
    )


def _segment(fact: Fact) -> str:
    """The words from the last semicolon or full stop to the number, without blanks."""
    return unspaced(since(flat(fact.block.text), ";。", fact.sentence[0], fact.quantity.start))
