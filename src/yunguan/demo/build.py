"""Builds the demonstration: workbooks written, imported by the people whose they are, returns filled and signed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path

from yunguan.demo.accounts import Opened, accounts, open_accounts, strangers
from yunguan.demo.centre import Centre, registers
from yunguan.demo.evaluation import evaluate
from yunguan.demo.returns import Signatories, periods, write_returns
from yunguan.demo.workbooks import write_book
from yunguan.indicators.return_form import SHEET
from yunguan.indicators.return_workbook import read_return
from yunguan.indicators.services import fill, issue_returns, sign, submit
from yunguan.office.people import User
from yunguan.registers.book import book, in_order_of_reference
from yunguan.registers.importing.report import FileReport
from yunguan.registers.importing.services import Progress, import_workbooks
from yunguan.registers.importing.workbook import read_workbook

SEED = 20230430
"""Which of all possible demonstrations is the usual one."""
RETURNS_WITHIN = 20
"""Days after the end of a period within which its returns are owed."""


class Occupied(ValueError):  # noqa: N818 - what the home is
    """The home belongs to a real centre; invented rows have no place in it."""


@dataclass(frozen=True)
class SignedReturn:
    """The return of one section, and what became of it."""

    section: str
    state: str


@dataclass(frozen=True)
class Built:
    """What the demonstration came to."""

    input: Path
    workbooks: tuple[Path, ...]
    accounts: tuple[Opened, ...]
    reports: tuple[FileReport, ...]
    returns: tuple[SignedReturn, ...]

    @property
    def clean(self) -> bool:
        """Whether every row of every workbook was taken."""
        return all(report.clean for report in self.reports)


def build(
    folder: Path, *, now: datetime, token: Callable[[], str], progress: Progress | None = None, seed: int = SEED
) -> Built:
    """Write the workbooks to ``folder/input``, open the accounts, import, have the returns filled and signed.

    ``token`` makes the one-time passwords. On a home that has it all already, nothing is added twice; raises Occupied
    on one that has other accounts.
    """
    centre, tell = Centre(seed), progress or _silent
    if names := strangers(centre):
        msg = f"数据目录中已有其他账号（{'、'.join(names)}），演示数据不能混入正式数据，请用 --home 另选一个空目录。"
        raise Occupied(msg)
    place = folder / "input"
    written = write_workbooks(place, centre, progress=tell)
    opened = open_accounts(centre, token=token)
    users = {each.account.username: each.user for each in opened}
    reports = tuple(import_registers(place, users, now=now, progress=tell))
    returns = sign_returns(place, users, now=now)
    evaluate(users["finance"], now=now)
    return Built(place, tuple(written), tuple(opened), reports, tuple(returns))


def write_workbooks(folder: Path, centre: Centre, *, progress: Progress) -> list[Path]:
    """A workbook a register, and a return a section; an older file of the same name is replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    names = registers()
    written = []
    for number, name in enumerate(names):
        progress(f"生成 {book(name).title}", number, len(names))
        written.append(write_book(book(name), centre.rows(name), folder))
    return [*written, *write_returns(folder, signatories(centre))]


def signatories(centre: Centre) -> dict[str, Signatories]:
    """Clerk and head of every section by name."""
    names = {each.username: each.display_name for each in accounts(centre)}
    codes = [name.removesuffix(".head") for name in names if name.endswith(".head")]
    return {code: Signatories(names[f"{code}.clerk"], names[f"{code}.head"]) for code in codes}


def import_registers(
    folder: Path, users: dict[str, User], *, now: datetime, progress: Progress
) -> Iterable[FileReport]:
    """Each workbook by the clerk of the section that keeps it, those first that others refer to."""
    kept = [each for each in in_order_of_reference() if each.id in registers()]
    for number, each in enumerate(kept):
        progress(f"导入 {each.title}", number, len(kept))
        clerk = users[f"{each.section}.clerk"]
        yield from import_workbooks([folder / f"{each.title}.xlsx"], user=clerk, now=now)


def sign_returns(folder: Path, users: dict[str, User], *, now: datetime) -> list[SignedReturn]:
    """Issue the returns of months and year, fill them from their workbooks, have each submitted and signed."""
    sheets = [read_return(read_workbook(path)) for path in sorted(folder.glob(f"{SHEET}-*.xlsx"))]
    found = {(sheet.section, sheet.period): sheet for sheet in sheets}
    signed = []
    due = ((period, period.last + timedelta(days=RETURNS_WITHIN)) for period in periods())
    issued = (issue_returns(period=period, due_on=day, user=None, now=now) for period, day in due)
    for one in chain.from_iterable(issued):
        clerk, head = users[f"{one.section}.clerk"], users[f"{one.section}.head"]
        sheet = found.get((str(clerk.unit), one.period))
        if one.state == "open":
            if sheet is not None:
                fill(section_return=one, entries=sheet.entries, user=clerk, now=now)
            submit(section_return=one, user=clerk, on=now.date(), now=now)
            sign(section_return=one, user=head, on=now.date(), now=now)
        signed.append(SignedReturn(one.section, one.state))
    return signed


def _silent(doing: str, done: int, of: int) -> None:
    del doing, done, of
