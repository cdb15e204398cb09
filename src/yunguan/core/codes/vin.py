"""车辆识别代号: the VIN of GB 16735, 17 characters; trailers and some imports break it, so it only warns."""

from __future__ import annotations

from operator import mul

from yunguan.core.codes.characters import DIGITS, LETTERS, misfit

_NAME = "车辆识别代号"
_LENGTH = 17
_ALPHABET = DIGITS + "".join(letter for letter in LETTERS if letter not in "IOQ")
_MEANT = {"I": "1", "O": "0", "Q": "0"}
_VALUES = dict(zip("0123456789ABCDEFGHJKLMNPRSTUVWXYZ", map(int, "012345678912345678123457923456789"), strict=True))
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_CHECK = 8


def warning(text: str) -> str | None:
    """Say what looks wrong and what to do; None when the number is right. Never a reason to refuse a row."""
    if not text:
        return f"没有填写{_NAME}，请按行驶证补填"
    if found := misfit(_NAME, text, _ALPHABET, _MEANT):
        return found
    if len(text) != _LENGTH:
        return f"{_NAME}应为 17 位，现有 {len(text)} 位，请与行驶证核对"
    if text[_CHECK] != check_digit(text):
        return f"{_NAME}第 9 位的校验码不对，请与行驶证逐位核对；挂车和部分进口车除外"
    return None


def check_digit(text: str) -> str:
    """The ninth character that the other sixteen ask for."""
    rest = sum(map(mul, map(_VALUES.__getitem__, text), _WEIGHTS)) % 11
    return "X" if rest == 10 else str(rest)  # noqa: PLR2004 - modulus 11 writes ten as X
