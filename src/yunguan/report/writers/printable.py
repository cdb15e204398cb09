"""Printable: characters that no file format may carry become visible, so that nothing is lost unseen."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BREAKS = re.compile("[\t\n\r\x85\u2028\u2029]+")
_SHOWN = "\ufffd"


def printable(text: str) -> str:
    """The text on one line; a control character or half a surrogate pair shows as �."""
    return _BREAKS.sub(" ", _FORBIDDEN.sub(_SHOWN, text))
