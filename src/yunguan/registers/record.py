"""A record: what every row of every register has, and what a book declares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar, Self

from django.db import models
from simple_history.models import HistoricalRecords

from yunguan.core.finding import Problem
from yunguan.core.workflow import Rule, State, Workflow
from yunguan.registers.fields import AreaField, SectionField

IN_FORCE = Workflow(states=(State("valid", "有效"),), transitions=())
"""The workflow of a book that has none: its rows are simply there."""


class Record(models.Model):
    """One row. A book is a subclass in a file of its own; everything else is derived from what it declares."""

    title: ClassVar[str]
    """Chinese name of the book; also the name of its workbook and sheet."""
    section: ClassVar[str]
    """Code of the section that owns the book."""
    key_fields: ClassVar[tuple[str, ...]]
    """Columns that together say which row this is; a reference from another book is looked up by the only one."""
    period_field: ClassVar[str] = ""
    """Column whose date decides the period, "" where the book is a stock asked for as of a date."""
    workflow: ClassVar[Workflow] = IN_FORCE
    rules: ClassVar[tuple[Rule, ...]] = ()
    shared: ClassVar[bool] = False
    """Whether every section of the centre may read it."""
    internal: ClassVar[bool] = False
    """Whether its rows are the centre's own: the area is the centre's and is not asked for."""
    common: ClassVar[bool] = False
    """Whether every section keeps rows of its own in it (see ``CommonRecord``)."""
    filed_by: ClassVar[frozenset[str]] = frozenset()
    """Roles outside the section that add rows of their own: ``county``, ``operator``."""
    asked: ClassVar[frozenset[str] | None] = None
    """Sections and areas (codes) that are asked for rows; None: all that ``common`` and ``filed_by`` admit."""
    expires: ClassVar[tuple[str, ...]] = ()
    """Columns that hold the last day on which something is valid: they stand in the calendar of expiries."""
    kept_years: ClassVar[dict[str, int]] = {}
    """Personal column → years after which its content is erased, counted from the end of the record's year."""
    alike_by: ClassVar[tuple[str, ...]] = ()
    """A name by whose likeness two rows are suggested as one and the same; further columns must agree."""
    operator_path: ClassVar[str] = ""
    """How to reach the operator's code from a row, "" where operators do not see the book."""
    personal: ClassVar[tuple[str, ...]] = ()
    """Columns that tell who a person is although their kind does not say so: masked by default."""
    rests_on: ClassVar[tuple[str, ...]] = ()
    """Ids of books that it checks itself against without referring to them: they are imported first."""
    search_fields: ClassVar[tuple[str, ...]] = ()
    list_fields: ClassVar[tuple[str, ...]] = ()
    filter_fields: ClassVar[tuple[str, ...]] = ()
    known_as: ClassVar[dict[str, tuple[str, ...]]] = {}
    """Other headings under which offices keep a column."""
    companions: ClassVar[dict[str, tuple[str, str]]] = {}
    """Reference column → (label, field of the target): shown beside it and, where given, checked against it."""

    area = AreaField("行政区划")
    state = models.CharField("状态", max_length=32)
    due_on = models.DateField("办理期限", null=True, blank=True, editable=False)
    version = models.PositiveIntegerField("版本", default=1, editable=False)
    batch = models.ForeignKey(
        "registers.ImportBatch",
        verbose_name="导入批次",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    created_at = models.DateTimeField("登记时间", editable=False)
    created_by = models.ForeignKey(
        "office.User",
        verbose_name="登记人",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    history: Any = HistoricalRecords(inherit=True)  # type: ignore[no-untyped-call]

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return " ".join(str(getattr(self, name)) for name in self.key_fields)

    @property
    def register(self) -> str:
        """Id of the book: the name of the file that declares it."""
        return register_id(type(self))

    def derive(self) -> None:
        """Fill columns that follow from others; called before ``problems``.

        A row that names an operator and no area lies where the operator does.
        """
        if not self.area and getattr(self, "operator_id", None):
            self.area = self.operator.area  # type: ignore[attr-defined]

    def problems(self) -> Iterator[Problem]:
        """What must be put right in this row; a Problem names the column and says what to do."""
        return iter(())

    @classmethod
    def carried_over(cls, year: int) -> Iterator[dict[str, Any]]:
        """Values of the rows with which the year after ``year`` begins, without those that are there already."""
        del year
        return iter(())

    def locked(self) -> str:
        """Why the row may be neither entered nor changed any more ("" where it may): its month has been reported."""
        return ""

    @classmethod
    def problems_among(cls, records: Sequence[Self]) -> Iterable[tuple[int, Problem]]:
        """What is wrong between these rows, or between one of them and the table: (index, Problem)."""
        del records
        return ()


class CommonRecord(Record):
    """A row of a book that every section keeps: whose it is stands in the row, everybody in the centre may read it."""

    kept_by = SectionField("所属科室", blank=True, default="")

    common: ClassVar[bool] = True
    shared: ClassVar[bool] = True

    class Meta:
        abstract = True


def register_id(model: type[models.Model]) -> str:
    """The id under which a book is known everywhere."""
    return model.__module__.rpartition(".")[2]


def label_of(record: Record, column: str) -> str:
    """The Chinese name of a column."""
    field: Any = record._meta.get_field(column)
    return str(field.verbose_name)


def filled(value: Any) -> bool:
    """Whether something was entered: unknown is None or an empty text; zero and False are values."""
    return value is not None and value != ""
