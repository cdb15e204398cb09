"""From a definition to a Django model: a book like the declared ones, except that nobody wrote its file."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any, ClassVar

from django.db import models

from yunguan.core.area import UnknownArea, load_areas
from yunguan.core.columns import Kind
from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, State, Transition, Workflow
from yunguan.office.sections import section_choices
from yunguan.registers.fields import (
    AreaField,
    IdentityNumberField,
    MobileField,
    MoneyField,
    NumberField,
    PlateField,
    ReferenceField,
    SectionField,
    UsccField,
)
from yunguan.registers.own.definition import AREA, KEPT_BY, Definition, FieldDefinition, FieldKind
from yunguan.registers.own.tables import OwnRequest
from yunguan.registers.record import CommonRecord

PACKAGE = "yunguan.registers.own.defined"
"""Where the made modules pretend to lie; no file of this name exists."""
PERCENT_PLACES = 2
LONGEST_TEXT = 200
_SHOWN = 7
_BLANK_AREA = "留空时按填报人所在地填写。"
_KEPT_BY: dict[str, Any] = {"blank": True, "default": "", "help_text": "留空即为填报人所在科室，县市区不用填。"}
_KEEPERS = frozenset({"clerk", "head", "finance", "county"})
_TEXTS = frozenset({FieldKind.TEXT, FieldKind.USCC, FieldKind.PLATE})
_SIFTED = frozenset({FieldKind.CHOICE, FieldKind.BOOLEAN})


def _unlocked(record: Any, context: Context) -> Iterator[Problem]:
    del context
    if shut := record.locked():
        yield Problem("", shut)


WORKFLOW = Workflow(
    states=(State("valid", "有效"), State("void", "已作废", final=True)),
    transitions=(
        Transition("void", "作废", ("valid",), "void", _KEEPERS, reason=True, guard=_unlocked),
        Transition("restore", "恢复", ("void",), "valid", _KEEPERS, reason=True, guard=_unlocked),
    ),
    takeover=_KEEPERS,
)


class OwnRecord(CommonRecord):
    """A row of a register of one's own."""

    workflow = WORKFLOW
    shared: ClassVar[bool] = False
    closed: ClassVar[bool] = False

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return " ".join(words for name in self.key_fields if (words := _words(self, name)))

    def derive(self) -> None:
        """A row without an area belongs to where its filler sits; one that a county files is no section's."""
        filler = self.created_by
        if filler is None:
            return
        if not self.area and filler.unit is not None:
            self.area = filler.unit.area
        if filler.role == "county":
            self.kept_by = ""

    def locked(self) -> str:
        if self.closed:
            return f"《{self.title}》已停用，不能再登记或修改，如需继续使用请由主管科室重新启用。"
        unit = self.kept_by or self.area
        if unit == self.section or unit not in (self.asked or frozenset()):
            return ""
        return _reported(self.register, unit)


def _reported(register: str, unit: str) -> str:
    """Why a filler's rows rest: it has been asked, and nothing it was asked for is still open."""
    owner = models.Q(unit__code=unit) if not unit.isdecimal() else models.Q(unit__kind="county", unit__area=unit)
    asked = OwnRequest.objects.filter(owner, own__code=register.removeprefix("own_"))
    if not asked.exists() or asked.filter(state="open").exists():
        return ""
    return "本单位的数据已经报送，不能再登记或修改，如需更正请联系下达科室退回。"


def model_of(definition: Definition) -> type[OwnRecord]:
    """The model of a definition, registered with Django under the app ``own``."""
    module = ModuleType(f"{PACKAGE}.{definition.register}", definition.purpose)
    sys.modules[module.__name__] = module  # the history's class is looked for there
    meta = type("Meta", (), {"app_label": "own", "db_table": table_of(definition), "verbose_name": definition.title})
    made: type[OwnRecord] = type(
        f"Book_{definition.code}",
        (OwnRecord,),
        {
            "__module__": module.__name__,
            "__doc__": definition.purpose or definition.title,
            "Meta": meta,
            **_declared(definition),
            **{each.name: field_of(each) for each in definition.fields},
            **_kept_by(definition),
        },
    )
    made._meta.constraints = [
        models.UniqueConstraint(fields=columns, name=index_of(definition, columns))
        for columns in definition.unique_sets
    ]
    return made


def table_of(definition: Definition) -> str:
    """The name of its table."""
    return f"own_book_{definition.code}"


def index_of(definition: Definition, columns: tuple[str, ...]) -> str:
    """The name of the index that holds these columns unique."""
    digest = hashlib.sha256("|".join(columns).encode()).hexdigest()[:8]
    return f"own_{definition.code}_{digest}"


def field_of(each: FieldDefinition) -> models.Field[Any, Any]:
    """The Django field of a column: always nullable in the table, since what is owed may change with the years."""
    given: dict[str, Any] = {"verbose_name": each.label, "null": True, "blank": not each.required}
    if each.retired:
        given |= {"editable": False, "blank": True}
    if each.kind is FieldKind.AREA:
        return AreaField(each.label, help_text=_BLANK_AREA)
    if each.kind in _NUMBERS:
        places, unit = (PERCENT_PLACES, "%") if each.kind is FieldKind.PERCENT else (each.places, "")
        return NumberField(places=places, unit=unit, **given)
    if each.kind is FieldKind.OPERATOR:
        return ReferenceField("statistics.Operator", **given)
    if each.kind is FieldKind.CHOICE:
        given |= {"choices": list(each.choices)}
    made: models.Field[Any, Any] = _PLAIN[each.kind](**_LENGTHS.get(each.kind, {}), **given)
    return made


_NUMBERS = frozenset({FieldKind.DECIMAL, FieldKind.PERCENT})
_LENGTHS: dict[FieldKind, dict[str, int]] = {
    FieldKind.TEXT: {"max_length": LONGEST_TEXT},
    FieldKind.CHOICE: {"max_length": 8},
}
_PLAIN: dict[FieldKind, Any] = {
    FieldKind.TEXT: models.CharField,
    FieldKind.CHOICE: models.CharField,
    FieldKind.LONG_TEXT: models.TextField,
    FieldKind.INTEGER: models.IntegerField,
    FieldKind.MONEY: MoneyField,
    FieldKind.DATE: models.DateField,
    FieldKind.BOOLEAN: models.BooleanField,
    FieldKind.IDENTITY_NUMBER: IdentityNumberField,
    FieldKind.MOBILE: MobileField,
    FieldKind.USCC: UsccField,
    FieldKind.PLATE: PlateField,
}


def _declared(definition: Definition) -> dict[str, Any]:
    """What a book's file says in class attributes."""
    live = definition.live
    names = [each.name for each in live]
    shown = names[:_SHOWN] + ([KEPT_BY] if definition.sections_asked else []) + ["state"]
    return {
        "title": definition.title,
        "section": definition.section,
        "key_fields": definition.key,
        "period_field": definition.period,
        "internal": AREA not in names,
        "common": bool(definition.sections_asked),
        "filed_by": frozenset({"county"}) if definition.areas_asked else frozenset(),
        "asked": definition.asked,
        "closed": definition.closed,
        "personal": tuple(each.name for each in live if each.personal),
        "search_fields": tuple(each.name for each in live if each.kind in _TEXTS and not each.personal)[:4],
        "list_fields": tuple(shown),
        "filter_fields": tuple(each.name for each in live if each.kind in _SIFTED),
        "known_as": {AREA: ("县市区", "区县", "所属区县", "地区")} if AREA in names else {},
    }


def _kept_by(definition: Definition) -> dict[str, Any]:
    """Whose row it is stands in every table, but is asked only where several sections fill it."""
    return {KEPT_BY: SectionField("所属科室", **_KEPT_BY, editable=bool(definition.sections_asked))}


def _words(record: OwnRecord, name: str) -> str:
    """One part of a key as people say it."""
    value = getattr(record, name)
    if value is None or value == "":
        return ""
    if name == KEPT_BY:
        return dict(section_choices()).get(value, str(value))
    field: Any = record._meta.get_field(name)
    if getattr(field, "kind", None) is Kind.AREA:
        return _area(str(value))
    return str(dict(field.flatchoices).get(value, value)) if field.choices else str(value)


def _area(code: str) -> str:
    try:
        return load_areas().name(code)
    except UnknownArea:
        return code
