"""The changes that the sentences of a document state, found once for all rules that ask."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.audit.changes import Change, changes
from yunguan.audit.rule import Document
from yunguan.audit.sums.find import texts_of
from yunguan.audit.sums.lists import TextFacts


def moves(document: Document) -> Iterator[tuple[TextFacts, tuple[Change, ...]]]:
    """Each sentence that states quantities, in order, with its changes."""
    for text in document.once(texts_of):
        yield text, tuple(changes(text.facts, document.identity.year))
