"""Signs that Word keeps as places in a symbol font, as the characters that they show."""

from __future__ import annotations

from typing import Final

_GREEK_AND_SIGNS: Final = {
    0x25: "%", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0x2D: "−", 0xB0: "°",
    0xAE: "→", 0xAC: "←", 0xAD: "↑", 0xAF: "↓", 0xE5: "∑", 0xD6: "√", 0xA5: "∞", 0x62: "β", 0x61: "α",
}  # fmt: skip
_BOXES: Final = {
    0xFE: "☑", 0xFD: "☒", 0xA8: "□", 0x6F: "□", 0x71: "□", 0xFC: "√", 0xFB: "×", 0x6E: "■", 0x6C: "●", 0xA1: "○",
    **{0x81 + digit: chr(ord("①") + digit) for digit in range(10)},
    **{0x8C + digit: chr(ord("❶") + digit) for digit in range(10)},
}  # fmt: skip
_MORE_BOXES: Final = {0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□", 0x50: "√", 0x4F: "×", 0x51: "☒"}
_FONTS: Final = {"symbol": _GREEK_AND_SIGNS, "wingdings": _BOXES, "wingdings 2": _MORE_BOXES}
_PRIVATE: Final = range(0xF000, 0xF100)


def symbol(font: str, code: str) -> str:
    """The character that this place of the font shows, "" where it is only a picture."""
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    if font.lower() in _FONTS:
        return _FONTS[font.lower()].get(place - _PRIVATE.start if place in _PRIVATE else place, "")
    surrogate = 0xD800 <= place <= 0xDFFF  # noqa: PLR2004 - half a character
    return "" if place in _PRIVATE or surrogate or not 0x20 < place <= 0x10FFFF else chr(place)  # noqa: PLR2004
