"""What this process made of definitions does not outlive a test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from yunguan.registers.own.refresh import forget


@pytest.fixture(autouse=True)
def own_registers_are_forgotten() -> Iterator[None]:
    yield
    forget()
