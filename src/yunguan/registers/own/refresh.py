"""Keeps the books of this process in step with the definitions in the database: other processes change them too."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models

from yunguan.registers.book import models_changed
from yunguan.registers.own.definition import Definition, from_json
from yunguan.registers.own.factory import model_of
from yunguan.registers.own.tables import OwnRegister

LABEL = "own"
_LOCK = threading.RLock()


@dataclass
class _Known:
    """What this process has made: definitions by code, and every model ever made.

    Models are kept for good: signals know them by their address in memory, which must not be given to another.
    """

    definitions: dict[str, Definition] = field(default_factory=dict)
    stamps: dict[str, str] = field(default_factory=dict)
    generation: int = 0
    made: list[type[models.Model]] = field(default_factory=list)


_known = _Known()


def refresh() -> None:
    """Make the models of definitions that are new or changed, forget those that are gone; one small query."""
    if dict(OwnRegister.objects.values_list("code", "stamp")) != _known.stamps:
        with _LOCK:
            _publish({each.code: from_json(each.definition) for each in OwnRegister.objects.all()})


def forget() -> None:
    """Forget every definition that this process has made a model of."""
    with _LOCK:
        if _known.definitions:
            _publish({})


def known() -> tuple[Definition, ...]:
    """The definitions that this process knows."""
    return tuple(_known.definitions.values())


def generation() -> int:
    """A number that changes whenever what is known does: whoever keeps something made of it asks for this."""
    return _known.generation


def draft_of(definition: Definition) -> type[models.Model]:
    """A model of a definition that is not published: for making its tables."""
    with _LOCK:
        before = apps.all_models[LABEL]
        apps.all_models[LABEL] = _without(before, {definition.code})
        try:
            made = model_of(definition)
        finally:
            apps.all_models[LABEL] = before
            apps.clear_cache()
        _known.made.append(made)
        return made


def _publish(found: dict[str, Definition]) -> None:
    """The registry is copied, changed and put back whole: other threads read either the one or the other."""
    changed = {code for code, each in found.items() if _known.definitions.get(code) != each}
    gone = _known.definitions.keys() - found.keys()
    registry: Any = _without(apps.all_models[LABEL], changed | gone)
    apps.all_models[LABEL] = registry
    for code in sorted(changed):
        _known.made.append(model_of(found[code]))
    apps.get_app_config(LABEL).models = registry
    apps.clear_cache()
    _known.definitions = dict(sorted(found.items()))
    _known.stamps = {code: each.stamp for code, each in _known.definitions.items()}
    _known.generation += 1
    models_changed()


def _without(registry: Any, codes: set[str]) -> dict[str, type[models.Model]]:
    names = {name for code in codes for name in (f"book_{code}", f"historicalbook_{code}")}
    return {name: model for name, model in registry.items() if name not in names}
