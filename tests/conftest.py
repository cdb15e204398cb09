"""What all tests share: the demonstration built once, hypothesis's profile, the mark of what needs a database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.houses import house, run
from tests.story.homes import Home
from yunguan.registers.own.refresh import forget

settings.register_profile("house", deadline=None)  # a busy machine is no failed property
settings.load_profile("house")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """The home that `yunguan demo` builds; tests that change it work on one of their own."""
    folder = tmp_path_factory.mktemp("demo") / "home"
    with house(folder) as environment:
        yield Home(environment, folder, run(environment, "demo"))


@pytest.fixture(autouse=True)
def own_registers_are_forgotten() -> Iterator[None]:
    """What this process made of a definition does not outlive the test whose transaction held it."""
    yield
    forget()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches a database, so that the run on PostgreSQL leaves out what does not."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if item.get_closest_marker("django_db") or fixtures & {"db", "transactional_db", "demo"}:
            item.add_marker(pytest.mark.database)
        if "/tests/story/" in item.path.as_posix():
            item.add_marker(pytest.mark.database)
