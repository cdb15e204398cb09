"""统一社会信用代码: the unified social credit code of GB 32100-2015, 18 characters."""

from __future__ import annotations

from stdnum.cn import uscc

from yunguan.core.codes.characters import DIGITS, misfit

_NAME = "统一社会信用代码"
_LENGTH = 18
_OLD_LENGTH = 15
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # without I O S V Z
_MEANT = {"I": "1", "O": "0", "S": "5", "V": "U”或“Y", "Z": "2"}
_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_REGION = slice(2, 8)


def problem(text: str) -> str | None:
    """Say what is wrong with the code and what to do; None when it is right."""
    return _shape_problem(text) or _content_problem(text)


def warning(text: str) -> str | None:
    """Point out an organisation part that fails its own check; only for a code without a `problem`."""
    organisation = organisation_code(text)
    if organisation[-1] == _organisation_check(organisation):
        return None
    return f"{_NAME}第 9 至 17 位的组织机构代码“{organisation}”校验不符，请与营业执照核对"


def organisation_code(text: str) -> str:
    """The nine characters of GB 11714 inside the code; raises ValueError when the code is wrong."""
    if found := problem(text):
        raise ValueError(found)
    return text[8:17]


def _shape_problem(text: str) -> str | None:
    if not text:
        return f"没有填写{_NAME}，请补填"
    if found := misfit(_NAME, text, _ALPHABET, _MEANT):
        return found
    if len(text) == _OLD_LENGTH:
        return f"{_NAME}应为 18 位，现有 15 位，像是旧的注册号，请按营业执照填写 18 位代码"
    if len(text) != _LENGTH:
        return f"{_NAME}应为 18 位，现有 {len(text)} 位，请核对营业执照后补全或删去多余的"
    return None


def _content_problem(text: str) -> str | None:
    if misfit(_NAME, text[_REGION], DIGITS):
        return f"{_NAME}第 3 至 8 位“{text[_REGION]}”应为六位数字的区划代码，请核对营业执照"
    if text[-1] != uscc.calc_check_digit(text):
        return f"{_NAME}的校验码不对，其中至少有一位填错，请逐位核对营业执照"
    return None


def _organisation_check(code: str) -> str:
    rest = 11 - sum(int(char, 36) * weight for char, weight in zip(code, _WEIGHTS, strict=False)) % 11
    return {10: "X", 11: "0"}.get(rest, str(rest))
