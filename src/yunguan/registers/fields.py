"""The kinds of cell as Django fields: each knows its kind, so that forms, lists and workbooks follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

from yunguan.core.columns import Kind
from yunguan.office.sections import section_choices

if TYPE_CHECKING:
    Text = models.CharField[Any, Any]
    Whole = models.BigIntegerField[Any, Any]
    Foreign = models.ForeignKey[Any, Any]
else:
    Text, Whole, Foreign = models.CharField, models.BigIntegerField, models.ForeignKey


class IdentityNumberField(Text):
    """身份证号 (GB 11643): personal, masked by default."""

    kind: ClassVar[Kind] = Kind.IDENTITY_NUMBER

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 18
        super().__init__(*args, **kwargs)


class UsccField(Text):
    """统一社会信用代码 (GB 32100)."""

    kind: ClassVar[Kind] = Kind.USCC

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 18
        super().__init__(*args, **kwargs)


class PlateField(Text):
    """机动车号牌 (GA 36)."""

    kind: ClassVar[Kind] = Kind.PLATE

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 10
        super().__init__(*args, **kwargs)


class VinField(Text):
    """车辆识别代号 (GB 16735): checked with a warning only."""

    kind: ClassVar[Kind] = Kind.VIN

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 17
        super().__init__(*args, **kwargs)


class MobileField(Text):
    """手机号: personal, masked by default."""

    kind: ClassVar[Kind] = Kind.MOBILE

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 11
        super().__init__(*args, **kwargs)


class AreaField(Text):
    """行政区划: six digits of GB/T 2260, shown by name."""

    kind: ClassVar[Kind] = Kind.AREA

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 6
        super().__init__(*args, **kwargs)


class MoneyField(Whole):
    """Money as integer fen; people see it in 元."""

    kind: ClassVar[Kind] = Kind.MONEY


class NumberField(Whole):
    """A number with decimals, such as a mark of 87.5: an integer of the last place kept, so that sums are exact."""

    kind: ClassVar[Kind] = Kind.DECIMAL

    def __init__(self, *args: Any, places: int = 1, unit: str = "", **kwargs: Any) -> None:
        self.places = places
        self.unit = unit
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "places": self.places, "unit": self.unit}


class TimeField(Text):
    """An hour and a minute (24 hours), as 16:05."""

    kind: ClassVar[Kind] = Kind.TIME

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 5
        super().__init__(*args, **kwargs)


class SectionField(Text):
    """A section of the centre, by its code; shown by name."""

    kind: ClassVar[Kind] = Kind.CHOICE

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 20
        kwargs["choices"] = section_choices
        super().__init__(*args, **kwargs)


class ReferenceField(Foreign):
    """A record of another book, found in workbooks by that book's key; never deleted away from under this one."""

    kind: ClassVar[Kind] = Kind.REFERENCE

    def __init__(self, to: Any, *, verbose_name: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("on_delete", models.PROTECT)
        kwargs.setdefault("related_name", "+")
        super().__init__(to, verbose_name=verbose_name, **kwargs)
