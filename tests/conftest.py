"""The demonstration, built once for all stories that follow it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.houses import house, run
from tests.story.homes import Home


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """The home that `yunguan demo` builds; tests that change it work on one of their own."""
    folder = tmp_path_factory.mktemp("demo") / "home"
    with house(folder) as environment:
        yield Home(environment, folder, run(environment, "demo"))
