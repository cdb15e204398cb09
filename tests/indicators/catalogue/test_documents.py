"""Figures of documents."""

from __future__ import annotations

import pytest

from tests.demo.books.taken import values
from tests.registers.general.cases import document


@pytest.mark.django_db
def test_documents_are_received_or_issued_and_open_until_archived() -> None:
    document(1)
    document(2, direction="issued")
    assert values("documents.received", "documents.issued", "documents.open") == ["1", "1", "2"]
