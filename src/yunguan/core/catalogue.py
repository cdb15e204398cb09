"""Catalogue: the declared things of one type, found by reading a package's folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pkgutil import walk_packages
from types import MappingProxyType, ModuleType
from typing import Generic, TypeVar

T = TypeVar("T")


class CatalogueError(ValueError):
    """The folder declares something twice, cannot be read, or lacks what was asked for."""


@dataclass(frozen=True)
class Catalogue(Generic[T]):
    """Declared things by key, in the order of their keys."""

    entries: MappingProxyType[str, T]

    def get(self, key: str) -> T:
        """The thing declared under `key`; raises CatalogueError when there is none."""
        if key not in self.entries:
            raise CatalogueError(f"没有名为“{key}”的条目，请核对名称；已有的见目录清单")
        return self.entries[key]

    def keys(self) -> tuple[str, ...]:
        return tuple(self.entries)

    def __contains__(self, key: object) -> bool:
        return key in self.entries

    def __iter__(self) -> Iterator[T]:
        return iter(self.entries.values())

    def __len__(self) -> int:
        return len(self.entries)


def load(package: str, kind: type[T], key: Callable[[T], str]) -> Catalogue[T]:
    """Import every module of `package`, at any depth, and gather what they declare of `kind`.

    A thing counts when a module-level name, or a list or tuple under such a name, holds it; one object seen
    from two modules is one thing. Callers keep the result. Raises CatalogueError on a key declared twice.
    """
    return gather(walk(package), kind, key)


def gather(modules: Iterable[ModuleType], kind: type[T], key: Callable[[T], str]) -> Catalogue[T]:
    """The things of `kind` that these modules declare."""
    found: dict[str, tuple[T, str]] = {}
    for module in modules:
        for thing in _declared(module, kind):
            name = key(thing)
            first, place = found.setdefault(name, (thing, module.__name__))
            if first is not thing:
                raise CatalogueError(f"“{name}”在 {place} 和 {module.__name__} 中各声明了一次，请只留一处")
    return Catalogue(MappingProxyType({name: found[name][0] for name in sorted(found)}))


def walk(package: str) -> Iterator[ModuleType]:
    """Every module of a package, at any depth."""
    root = import_module(package)
    yield root
    for info in walk_packages(root.__path__, f"{package}."):
        yield import_module(info.name)


def _declared(module: ModuleType, kind: type[T]) -> Iterator[T]:
    for value in vars(module).values():
        for thing in value if isinstance(value, list | tuple) else (value,):
            if isinstance(thing, kind):
                yield thing
