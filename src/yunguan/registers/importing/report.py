"""What an import answers: for every sheet how many rows were taken, skipped and refused, and why."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yunguan.registers.importing.layout import HEAD, Skipped
from yunguan.registers.importing.refusal import Refusal


@dataclass(frozen=True)
class SheetReport:
    """One sheet. accepted + held back + skipped + refused = rows of the sheet.

    ``held_back`` are right rows that were not written because others of the workbook were refused. ``questions``
    stand where headings are not understood: nothing was read then.
    """

    sheet: str
    register: str
    title: str
    rows: int
    accepted: int = 0
    held_back: int = 0
    skipped: tuple[Skipped, ...] = ()
    refused: tuple[Refusal, ...] = ()
    questions: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def refused_rows(self) -> int:
        """How many rows were refused; one row may have several refusals."""
        return len({refusal.row for refusal in self.refused})

    def as_json(self) -> dict[str, Any]:
        """The form of ``yunguan import --json``."""
        return {
            "sheet": self.sheet,
            "register": self.register,
            "rows": self.rows,
            "accepted": self.accepted,
            "held_back": self.held_back,
            "skipped": [{"row": each.row, "reason": each.reason} for each in self.skipped],
            "refused_rows": self.refused_rows,
            "refused": [
                {
                    "sheet": each.sheet,
                    "row": each.row,
                    "column": each.column_letter,
                    "header": each.header,
                    "value": each.value,
                    "reason": each.reason,
                    "remedy": each.remedy,
                }
                for each in self.refused
            ],
            "questions": list(self.questions),
            "notices": list(self.notices),
        }


@dataclass(frozen=True)
class FileReport:
    """One workbook: ``error`` where it could not be read at all, ``imported`` whether anything was written."""

    path: Path
    sheets: tuple[SheetReport, ...] = ()
    error: str = ""
    imported: bool = False
    marked: Path | None = None

    @property
    def results(self) -> dict[str, dict[int, str]]:
        """Sheet → row of Excel → what became of it, for the rows that were skipped, without the head itself."""
        return {
            sheet.sheet: {each.row: f"跳过：{each.reason}" for each in sheet.skipped if each.reason != HEAD}
            for sheet in self.sheets
        }

    @property
    def clean(self) -> bool:
        """Whether every row of the file was taken or skipped for a good reason."""
        return not self.error and not any(sheet.refused or sheet.questions for sheet in self.sheets)

    def as_json(self) -> dict[str, Any]:
        """The form of ``yunguan import --json``."""
        return {
            "file": str(self.path),
            "imported": self.imported,
            "error": self.error,
            "marked": str(self.marked) if self.marked else None,
            "sheets": [sheet.as_json() for sheet in self.sheets],
        }
