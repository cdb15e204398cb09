"""文件登记台账 of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre


@pytest.mark.django_db
def test_papers_are_received_and_issued_and_two_are_open(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "document")
    assert values("documents.received", "documents.issued", "documents.open") == ["12", "10", "2"]
