"""How the auditor prints numbers in its own sentences."""

from __future__ import annotations

from decimal import Decimal


def printed(value: Decimal) -> str:
    """Plain digits without trailing zeros: 1558.74, 20, 0."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
