"""Figures in templates: the value as printed, the badge of its origin."""

from __future__ import annotations

from decimal import Decimal

from django import template
from django.utils.html import format_html

from yunguan.core.figure import Figure, Origin
from yunguan.web.numbers import number_words

register = template.Library()


@register.filter
def printed(figure: Figure) -> str:
    """The value of a figure."""
    return number_words(figure.value, figure.unit)


@register.filter
def amount(value: Decimal | None) -> str:
    """Money in 万元."""
    return number_words(None if value is None else value.scaleb(-4), "万元")


@register.filter
def share(value: Decimal | None) -> str:
    """A ratio in per cent; blank where there is none."""
    return "" if value is None else f"{number_words(value * 100, '%')}%"


@register.filter
def entered(value: Decimal | None) -> str:
    """Money in 万元 in a ledger: blank where nothing was entered, zero where a zero was."""
    return "" if value is None else amount(value)


@register.filter
def in_unit(value: Decimal | None, unit: str) -> str:
    """Any number in a unit."""
    return number_words(value, unit)


@register.filter
def origin_badge(origin: Origin | None) -> str:
    """The origin as a coloured word."""
    if origin is None:
        return ""
    return format_html('<span class="tag {}">{}</span>', origin.value, origin.label)
