"""Money of subsidies in templates: fen shown in yuan to the fen."""

from __future__ import annotations

from decimal import Decimal

from django import template

register = template.Library()


@register.filter
def yuan(fen: int | None) -> str:
    """Fen as yuan with two places; a dash where there is nothing."""
    return "—" if fen is None else f"{Decimal(fen).scaleb(-2):,.2f}"
