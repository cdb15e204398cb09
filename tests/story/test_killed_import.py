"""`kill -9` during an import: never a partial workbook, nothing acknowledged lost."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.houses import house, start


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="需要 fork")
def test_fifty_killed_imports_leave_all_or_nothing(tmp_path: Path) -> None:
    with house(tmp_path) as environment:
        process = start(environment, "tests.story.killed_import", "50")
        output, _ = process.communicate(timeout=400)
    found = json.loads(output)["found"]
    assert not [each for each in found if each["partial"]]
    assert not [each for each in found if each["acknowledged"] and not each["whole"]]
    assert {each["whole"] for each in found} == {True, False}
