"""Classes of licence as they are written in cells."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from yunguan.registers.driver_training.licence_classes import class_problems, classes_of, teaches_heavy


@pytest.mark.parametrize(
    ("text", "expected"),
    [("C1、C2", ["C1", "C2"]), ("a2b2", ["A2", "B2"]), ("C1 D,E", ["C1", "D", "E"]), ("小车", ["小车"]), ("", [])],
)
def test_a_cell_is_read_as_classes(text: str, expected: list[str]) -> None:
    assert classes_of(text) == expected


@pytest.mark.parametrize(("text", "heavy"), [("C1、C2", False), ("C1、B2", True), ("A3", True), ("D、E", False)])
def test_buses_and_lorries_are_heavy(text: str, heavy: bool) -> None:  # noqa: FBT001 - a case
    assert teaches_heavy(text) is heavy


def test_a_strange_class_is_told() -> None:
    (problem,) = class_problems(SimpleNamespace(classes="C1、C9、小车"), "classes")
    assert (problem.field, "C9、小车" in problem.message) == ("classes", True)
