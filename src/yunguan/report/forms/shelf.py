"""The forms of the house, a file each, and a centre's own, which stand in for those of the same code."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType

from yunguan.core.catalogue import Catalogue
from yunguan.report.forms.model import Form, FormError
from yunguan.report.forms.reading import read_form

_FOLDER = Path(__file__).parent / "declared"
_SUFFIXES = frozenset({".toml", ".json"})


def forms(own: Path | None = None) -> Catalogue[Form]:
    """Every form by its code; ``own`` is the centre's folder, which need not exist. Raises FormError."""
    shelf = dict(_shipped())
    if own is not None and own.is_dir():
        shelf |= _read(own)
    return Catalogue(MappingProxyType(dict(sorted(shelf.items()))))


@cache
def _shipped() -> MappingProxyType[str, Form]:
    return MappingProxyType(_read(_FOLDER))


def _read(folder: Path) -> dict[str, Form]:
    found: dict[str, Form] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix in _SUFFIXES:
            form = read_form(path)
            if form.code in found:
                raise FormError(path.name, "", f"本文件夹中已有编号为“{form.code}”的表，请只留一份")
            found[form.code] = form
    return found
