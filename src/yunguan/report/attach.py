"""Attach: forms go behind the text, which lists them at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from yunguan.report.document import Document, Paragraph, ParagraphStyle, Text
from yunguan.report.forms.filled import FilledForm


def attach(document: Document, forms: Sequence[FilledForm]) -> Document:
    """The report with its forms; forms of one number and title are listed once."""
    if not forms:
        return document
    listed = (Paragraph((Text(""),), ParagraphStyle.PLAIN), *_list(forms))
    return replace(document, blocks=(*document.blocks, *listed), attachments=tuple(forms))


def _list(forms: Sequence[FilledForm]) -> Iterator[Paragraph]:
    titles = list(dict.fromkeys(form.title for form in forms))
    for number, title in enumerate(titles, start=1):
        opening = "附件：" if number == 1 else "　　　"
        yield Paragraph((Text(f"{opening}{number}. {title}"),))
