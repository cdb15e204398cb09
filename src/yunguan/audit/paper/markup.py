"""HTML that is escaped by construction: text goes in as text, only elements made here go in as elements."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_VOID = frozenset({"meta", "br"})


@dataclass(frozen=True)
class Markup:
    """A piece of finished HTML; only `element` and `style` make one."""

    text: str


Child = str | Markup | None


def element(tag: str, /, *children: Child | Iterable[Child], **attributes: str) -> Markup:
    """An element; text in it and in its attributes is escaped. `class_` is the attribute class."""
    written = "".join(f' {key.strip("_").replace("_", "-")}="{_safe(value)}"' for key, value in attributes.items())
    if tag in _VOID:
        return Markup(f"<{tag}{written}>")
    return Markup(f"<{tag}{written}>{''.join(_flat(children))}</{tag}>")


def style(rules: str) -> Markup:
    """A style sheet of our own."""
    return Markup(f"<style>{rules}</style>")


def page(head: Iterable[Markup], body: Iterable[Markup]) -> str:
    """A whole document."""
    inside = element("head", head).text + element("body", body).text
    return f'<!DOCTYPE html>\n<html lang="zh-CN">{inside}</html>\n'


def _flat(children: Iterable[Child | Iterable[Child]]) -> Iterable[str]:
    for child in children:
        if isinstance(child, Markup):
            yield child.text
        elif isinstance(child, str):
            yield _safe(child)
        elif child is not None:
            yield from _flat(child)


def _safe(text: str) -> str:
    """The text escaped, with a sign in the place of each character that is no text at all."""
    kept = (
        char if unicodedata.category(char) not in {"Cc", "Cs", "Cf"} or char in "\n\t" else "\ufffd" for char in text
    )
    return html.escape("".join(kept), quote=True)
