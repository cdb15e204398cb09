"""A scheme with one thing of it changed: an item, a group, what is added and what falls away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from yunguan.evaluation.rule import Target
from yunguan.evaluation.rules.at_least import AtLeast
from yunguan.evaluation.scheme import Group, Item, Scheme

Node = Group | Item
Change = Callable[[Node], Node | None]
"""What becomes of a node: itself, another one, or None where it falls away."""


def with_item(scheme: Scheme, name: str, item: Item) -> Scheme:
    """The scheme with another item in the place of the one of that id."""
    return _changed(scheme, lambda node: item if isinstance(node, Item) and node.id == name else node)


def with_group(scheme: Scheme, name: str, *, title: str, points: Decimal) -> Scheme:
    """The scheme with a first- or second-level indicator renamed and weighed anew."""

    def change(node: Node) -> Node:
        mine = isinstance(node, Group) and node.id == name
        return replace(node, title=title, points=points) if mine else node

    return _changed(scheme, change)


def with_added(scheme: Scheme, group: str, *, title: str, points: Decimal) -> tuple[Scheme, Item]:
    """The scheme with one more item at the end of a group, and that item: a plain ≥ without a target yet."""
    item = Item(free_id(scheme, group), title, points, AtLeast(), Target())

    def change(node: Node) -> Node:
        if isinstance(node, Group) and node.id == group:
            return replace(node, children=(*node.children, item))
        return node

    return _changed(scheme, change), item


def without(scheme: Scheme, name: str) -> Scheme:
    """The scheme without an item, or without a group and all that lies below it."""
    return _changed(scheme, lambda node: None if node.id == name else node)


def groups_of(scheme: Scheme) -> Iterator[Group]:
    """Every first- and second-level indicator, each before what lies below it."""
    return (node for node in scheme.nodes() if isinstance(node, Group))


def free_id(scheme: Scheme, group: str) -> str:
    """An id below a group that nothing has yet."""
    taken = {each.id for each in scheme.nodes()}
    number = 1
    while f"{group}.added{number}" in taken:
        number += 1
    return f"{group}.added{number}"


def _changed(scheme: Scheme, change: Change) -> Scheme:
    kept = (_walk(group, change) for group in scheme.groups)
    return replace(scheme, groups=tuple(each for each in kept if isinstance(each, Group)))


def _walk(node: Node, change: Change) -> Node | None:
    found = change(node)
    if not isinstance(found, Group):
        return found
    children = (_walk(child, change) for child in found.children)
    return replace(found, children=tuple(each for each in children if each is not None))
