"""Writes of the indicators stage: section returns issued, filled, submitted, signed, chased."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from yunguan.core.figure import Figure, Question
from yunguan.core.finding import Problem
from yunguan.core.numbers import read_decimal, round_half_up
from yunguan.core.period import Kind, Period
from yunguan.indicators.indicator import Indicator, catalogue
from yunguan.indicators.returns import ImportedFigure, ReturnItem, SectionReturn
from yunguan.indicators.selectors import figures
from yunguan.office.people import User
from yunguan.office.workflow.runtime import Order, Refused, enter, move


@dataclass(frozen=True)
class Entry:
    """What a clerk types for one figure."""

    value: str
    as_of: date | None = None
    evidence: str = ""
    note: str = ""
    reason: str = ""


def value_text(entry: Entry) -> str:
    """The value as it is kept: as typed, without what only dresses it; ValueError where it is no number."""
    return str(read_decimal(entry.value)) if entry.value else ""


def owed_by(section: str, period: Period) -> list[Indicator]:
    """The figures of a section for a period: those it must declare first, then those its records give."""
    every = "month" if period.kind is Kind.MONTH else "year"
    own = [each for each in catalogue() if each.section == section and each.every == every]
    return sorted(own, key=lambda each: (not each.is_declared, each.id))


@transaction.atomic
def issue_returns(*, period: Period, due_on: date, user: User | None, now: datetime) -> list[SectionReturn]:
    """Open a return for every section that owes figures of the period; those already issued stay as they are."""
    issued = []
    for section in sorted({each.section for each in catalogue()}):
        if not owed_by(section, period):
            continue
        one, made = SectionReturn.objects.get_or_create(
            section=section, period_code=period.code, defaults={"due_on": due_on}
        )
        if made:
            enter(one, user=user, on=now.date(), now=now)
            SectionReturn.objects.filter(pk=one.pk).update(due_on=due_on)
            one.due_on = due_on
        for indicator in owed_by(section, period):
            ReturnItem.objects.get_or_create(section_return=one, indicator=indicator.id)
        issued.append(one)
    return issued


@transaction.atomic
def fill(
    *, section_return: SectionReturn, entries: Mapping[str, Entry], user: User | None, now: datetime
) -> SectionReturn:
    """Write values into an open return; Refused with every problem where one is wrong, and then nothing is written.

    ``user`` None is the administrator of the machine at the command line.
    """
    locked = SectionReturn.objects.select_for_update().get(pk=section_return.pk)
    if user is not None and (user.role not in {"clerk", "head"} or user.section != locked.section):
        raise Refused(Problem("", "只有本科室人员可以填报，请由本科室填写。"))
    if locked.locked:
        raise Refused(Problem("", "本期报送已提交或已签发，不能再填写；如需修改，请先退回。"))
    problems = [p for code, entry in entries.items() for p in _entry_problems(locked, code, entry)]
    if problems:
        raise Refused(*problems)
    for code, entry in entries.items():
        item = ReturnItem.objects.get(section_return=locked, indicator=code)
        _write(item, entry, locked.period, user, now)
    return locked


@transaction.atomic
def submit(*, section_return: SectionReturn, user: User, on: date, now: datetime) -> SectionReturn:
    """Hand the return to the section's head. Every owed figure must be there, every difference explained."""
    _own(section_return, user)
    _demand_complete(section_return)
    move(section_return, Order("submit", user, on, now))
    return section_return


@transaction.atomic
def sign(*, section_return: SectionReturn, user: User, on: date, now: datetime) -> SectionReturn:
    """Sign and lock the return: its values become declared figures."""
    _own(section_return, user)
    move(section_return, Order("sign", user, on, now))
    return _signed(section_return, str(user))


@transaction.atomic
def send_back(*, section_return: SectionReturn, user: User, on: date, now: datetime, reason: str) -> SectionReturn:
    """Return it to the clerk with a reason: by the head before signing, by finance after."""
    if user.role == "head":
        _own(section_return, user)
    step = "send_back" if section_return.state == "submitted" else "return"
    move(section_return, Order(step, user, on, now, reason=reason))
    return section_return


@transaction.atomic
def take_over_signed(
    *, section: str, period: Period, entries: Mapping[str, Entry], signed_by: str, now: datetime
) -> SectionReturn:
    """Take over a return that was signed on paper: filled, signed and locked, and logged as taken over.

    Only the administrator of the machine does this, from the command line. The rules of ``fill`` and ``submit``
    hold; an empty ``signed_by`` leaves the return open for its section.
    """
    one = next(
        each for each in issue_returns(period=period, due_on=now.date(), user=None, now=now) if each.section == section
    )
    fill(section_return=one, entries=entries, user=None, now=now)
    if not signed_by:
        return one
    _demand_complete(one)
    one.refresh_from_db()
    move(one, Order("take_over", None, now.date(), now, reason=f"纸质报送已由{signed_by}签发，由系统接管"))
    return _signed(one, signed_by)


def chase(*, section_return: SectionReturn, user: User, on: date, now: datetime, reason: str) -> SectionReturn:
    """Remind a late section; the reminder stands in the log."""
    move(section_return, Order("chase", user, on, now, reason=reason))
    return section_return


@transaction.atomic
def take_over(
    *, values: Mapping[str, Decimal], as_of: date, source: str, file_name: str, user: User | None, now: datetime
) -> int:
    """Store aggregates of another system as imported figures; the same source and day again replaces them."""
    unknown = sorted(code for code in values if code not in catalogue())
    if unknown:
        raise Refused(Problem("", f"没有编码为“{'”“'.join(unknown)}”的指标，请核对导出文件。"))
    for code, value in values.items():
        ImportedFigure.objects.update_or_create(
            indicator=code,
            as_of=as_of,
            source=source,
            defaults={"value_text": str(value), "file_name": file_name, "imported_by": user, "imported_at": now},
        )
    return len(values)


def differences(section_return: SectionReturn) -> Iterable[tuple[ReturnItem, Figure]]:
    """The items whose value is not what the records give on the item's day."""
    items = list(section_return.items.exclude(value_text="").order_by("indicator"))
    computed = beside_records(section_return, items)
    for item in items:
        found = computed.get(item.indicator)
        if found is None:
            continue
        if found.value is None or round_half_up(found.value, _places(item.value_text)) != item.value:
            yield item, found


def beside_records(section_return: SectionReturn, items: Iterable[ReturnItem]) -> dict[str, Figure]:
    """What the records give for each figure that they can give, each as of its item's own day, asked once a day."""
    period, by_day = section_return.period, defaultdict[date, list[str]](list)
    for item in items:
        if not catalogue().get(item.indicator).is_declared:
            by_day[item.as_of or period.last].append(item.indicator)
    return {
        code: figure for day, codes in by_day.items() for code, figure in figures(Question(period, day), codes).items()
    }


def _own(section_return: SectionReturn, user: User) -> None:
    if user.section != section_return.section:
        raise Refused(Problem("", "只能办理本科室的报送，请由该科室人员办理。"))


def _demand_complete(section_return: SectionReturn) -> None:
    """Every owed figure is there and every difference explained, else Refused."""
    problems = [*_missing(section_return), *_unexplained(section_return)]
    if problems:
        raise Refused(*problems)


def _signed(section_return: SectionReturn, by: str) -> SectionReturn:
    SectionReturn.objects.filter(pk=section_return.pk).update(signed_by=by)
    section_return.signed_by = by
    return section_return


def _missing(section_return: SectionReturn) -> Iterable[Problem]:
    for item in section_return.items.filter(value_text="").order_by("indicator"):
        indicator = catalogue().get(item.indicator)
        if indicator.is_declared:
            yield Problem(item.indicator, f"“{indicator.title}”尚未填报，请填写数值或退回说明。")


def _unexplained(section_return: SectionReturn) -> Iterable[Problem]:
    for item, found in differences(section_return):
        if not item.reason:
            text = f"“{found.title}”申报 {item.value_text}，台账计算为 {_shown(found)}，请写明不一致的原因。"
            yield Problem(item.indicator, text)


def _shown(found: Figure) -> str:
    return "无数据" if found.value is None else f"{round_half_up(found.value, 2)} {found.unit}"


def _places(text: str) -> int:
    return len(text.partition(".")[2])


def _entry_problems(section_return: SectionReturn, code: str, entry: Entry) -> Iterable[Problem]:
    if not section_return.items.filter(indicator=code).exists():
        yield Problem(code, f"本期报送中没有指标“{code}”，请核对指标编码。")
        return
    title = catalogue().get(code).title
    if entry.value:
        try:
            read_decimal(entry.value)
        except ValueError as fault:
            yield Problem(code, f"“{title}”的数值有误：{fault}")
    if entry.as_of and entry.as_of > section_return.period.last:
        yield Problem(code, f"“{title}”的截止日期晚于报送期间，请核对。")


def _write(item: ReturnItem, entry: Entry, period: Period, user: User | None, now: datetime) -> None:
    item.value_text = value_text(entry)
    item.as_of = entry.as_of or (period.last if entry.value else None)
    item.evidence, item.note, item.reason = entry.evidence, entry.note, entry.reason
    item.filled_by, item.filled_at = user, now
    item._history_user, item._history_date, item._change_reason = user, now, "填报"  # type: ignore[attr-defined]
    item.save()
