"""What a column of a register is: its name, its Chinese heading, its kind, and what it may hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of cell that a register knows; each has one way to be read, shown and written."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "integer"
    DECIMAL = "decimal"  # stored as an integer of the last place that the column keeps
    MONEY = "money"  # stored as integer fen, shown in the unit of the column (元 or 万元)
    DATE = "date"
    TIME = "time"  # hour and minute, as 16:05
    BOOLEAN = "boolean"
    CHOICE = "choice"
    IDENTITY_NUMBER = "identity_number"
    USCC = "uscc"
    PLATE = "plate"
    VIN = "vin"
    MOBILE = "mobile"
    AREA = "area"
    REFERENCE = "reference"
    STATE = "state"

    @property
    def personal(self) -> bool:
        """True where the cell tells who a person is: masked by default, full view logged."""
        return self in {Kind.IDENTITY_NUMBER, Kind.MOBILE}


@dataclass(frozen=True)
class Column:
    """One column of a book, as a form, a list, a workbook and an export see it."""

    name: str
    label: str
    kind: Kind
    required: bool = False
    max_length: int | None = None
    choices: tuple[tuple[str, str], ...] = ()
    target: str = ""  # register id that a reference points to
    unit: str = ""
    places: int | None = None  # decimals kept of a DECIMAL; None: the number itself
    help: str = ""
    aliases: tuple[str, ...] = ()
    personal: bool = False
    key: bool = False

    def choice_label(self, code: str | None) -> str:
        """The Chinese word for a stored code; the code itself where it is not among the choices."""
        return dict(self.choices).get(code or "", code or "")
