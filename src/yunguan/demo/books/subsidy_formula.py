"""补贴测算办法 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre, Row
from yunguan.demo.subsidies import FORMULAS, LOWERED_PERCENT


def rows(centre: Centre) -> list[Row]:
    """Every version, the older before the newer."""
    del centre
    return [
        {
            "formula_no": each.number,
            "name": each.name,
            "kind": each.kind,
            "method": each.method,
            "measured_by": each.measured_by,
            "least_months": each.least_months,
            "least_km": each.least_km,
            "most_km": each.most_km,
            "lowered_percent": LOWERED_PERCENT,
            "doc_no": each.doc_no,
            "effective_from": each.begins,
            "effective_to": each.ends,
            "confirmed": False,
        }
        for each in FORMULAS
    ]
