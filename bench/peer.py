"""Vehicles by django-import-export: a resource as its guide has it, given every column, choice and reference."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from yunguan.core.columns import Kind
from yunguan.registers.book import book

# Untyped, and there only with the group `bench`.
fields: Any = import_module("import_export.fields")
resources: Any = import_module("import_export.resources")
widgets: Any = import_module("import_export.widgets")
tablib: Any = import_module("tablib")

VEHICLE = book("vehicle")
Model: Any = VEHICLE.model


class LabelWidget(widgets.Widget):  # type: ignore[misc]
    """A choice by its Chinese label; ValueError for a label that there is not."""

    def __init__(self, choices: Mapping[str, str]) -> None:
        super().__init__()
        self.codes = {label: code for code, label in choices.items()}

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> str | None:
        del row, kwargs
        if value in {None, ""}:
            return None
        if value not in self.codes:
            msg = f"没有“{value}”这一项"
            raise ValueError(msg)
        return self.codes[value]


class OperatorWidget(widgets.ForeignKeyWidget):  # type: ignore[misc]
    """An operator by its code; a missing one is a fault of the row, not of the whole file."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        try:
            return super().clean(value, row, **kwargs)
        except self.model.DoesNotExist as fault:
            msg = f"没有业户“{value}”"
            raise ValueError(msg) from fault


class WholeWidget(widgets.IntegerWidget):  # type: ignore[misc]
    """A whole number; words in its place are a fault of the row, not of the whole file."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        try:
            return super().clean(value, row, **kwargs)
        except ArithmeticError as fault:
            msg = f"“{value}”不是整数"
            raise ValueError(msg) from fault


class VehicleResource(resources.ModelResource):  # type: ignore[misc]
    """The vehicle register; columns are found by their headings."""

    def __init__(self, now: datetime, *, skip_diff: bool) -> None:
        super().__init__()
        self.now = now
        self._meta.skip_diff = skip_diff

    def after_init_instance(self, instance: Any, new: Any, row: Any, **kwargs: Any) -> None:
        del new, row, kwargs
        instance.created_at, instance.version, instance.area = self.now, 1, "430405"

    class Meta:
        model = Model
        import_id_fields = ("plate", "plate_colour")
        clean_model_instances = True


def import_vehicles(path: Path, now: datetime, *, skip_diff: bool) -> list[int]:
    """Read and import the workbook; returns the rows of Excel that were named as wrong."""
    with path.open("rb") as file:
        rows = tablib.Dataset().load(file, format="xlsx")
    resource = VehicleResource(now, skip_diff=skip_diff)
    resource.fields = {name: _field(name) for name in VEHICLE.by_name if "__" not in name and name != "area"}
    result = resource.import_data(rows, dry_run=False, raise_errors=False)
    if result.has_errors():
        raise RuntimeError(str(result.error_rows[0].errors[0].error))
    return sorted(each.number + 1 for each in result.invalid_rows)


def _field(name: str) -> Any:
    column = VEHICLE.by_name[name]
    widget: Any
    if name == "operator":
        widget = OperatorWidget(Model._meta.get_field(name).related_model, "uscc")
    elif column.kind is Kind.INTEGER:
        widget = WholeWidget()
    elif column.choices:
        widget = LabelWidget(dict(column.choices))
    else:
        kind = VehicleResource.widget_from_django_field(Model._meta.get_field(name))
        widget = kind(**VehicleResource.widget_kwargs_for_field(name, Model._meta.get_field(name)))
    return fields.Field(attribute=name, column_name=column.label, widget=widget)
