"""What the administrator keeps: rule values, the working-day calendar, groups of areas."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from yunguan.core.area import load_areas
from yunguan.office.areas import AreaGroupMember
from yunguan.office.calendar import CalendarDay
from yunguan.office.rules import RuleValue
from yunguan.office.series import NumberSeries, pattern_problem

_SATURDAY = 5


@transaction.atomic
def add_rule_value(*, code: str, value: int, doc_no: str, article: str, effective_from: date) -> RuleValue:
    """A further value of a known rule; ValueError where the rule is unknown, the document missing or the day taken."""
    known = RuleValue.objects.filter(code=code).order_by("effective_from").last()
    if known is None:
        raise ValueError("没有这项规则，请从列表中选择。")
    if not doc_no:
        raise ValueError("请填写依据文件的文号。")
    if RuleValue.objects.filter(code=code, effective_from=effective_from).exists():
        raise ValueError(f"“{known.title}”已有 {effective_from:%Y-%m-%d} 生效的取值，请改用其他生效日期。")
    return RuleValue.objects.create(
        code=code,
        title=known.title,
        value=value,
        unit=known.unit,
        doc_no=doc_no,
        article=article,
        effective_from=effective_from,
        confirmed=True,
    )


def change_pattern(*, series_id: int, pattern: str) -> None:
    """Let a series look otherwise from its next number on; ValueError where numbers would repeat."""
    wrong = pattern_problem(pattern)
    if wrong:
        raise ValueError(wrong)
    NumberSeries.objects.filter(pk=series_id).update(pattern=pattern)


def confirm_rule_value(*, value_id: int) -> None:
    """Note that the value was compared with its document."""
    RuleValue.objects.filter(pk=value_id).update(confirmed=True)


def set_calendar_day(*, day: date, is_working: bool, note: str) -> None:
    """Say of one day whether it is worked; ValueError in a year that is not open yet."""
    if CalendarDay.objects.filter(pk=day).update(is_working=is_working, note=note) != 1:
        raise ValueError(f"工作日历中还没有 {day.year} 年，请先生成该年再逐日登记。")


@transaction.atomic
def open_calendar_year(*, year: int) -> None:
    """Write every day of a year, Monday to Friday worked; ValueError where the year is there already."""
    if CalendarDay.objects.filter(day__year=year).exists():
        raise ValueError(f"{year} 年的工作日历已经有了，请逐日修改。")
    first, last = date(year, 1, 1), date(year, 12, 31)
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    CalendarDay.objects.bulk_create(CalendarDay(day=day, is_working=day.weekday() < _SATURDAY) for day in days)


def add_group_member(*, group: str, area: str, effective_from: date) -> AreaGroupMember:
    """An area joins a known group from a day on; ValueError where it is in it then."""
    known = AreaGroupMember.objects.filter(group=group).first()
    if known is None or area not in {each.code for each in load_areas().divisions}:
        raise ValueError("请选择分组和区划。")
    present = AreaGroupMember.objects.filter(group=group, area=area).exclude(effective_to__lte=effective_from)
    if present.exists():
        raise ValueError("该区划在这一天已属于此分组，请核对起始日期。")
    return AreaGroupMember.objects.create(
        group=group, group_name=known.group_name, area=area, effective_from=effective_from
    )


def end_group_member(*, member_id: int, effective_to: date) -> None:
    """An area leaves a group from a day on; ValueError where the day does not lie after its joining."""
    member = AreaGroupMember.objects.get(pk=member_id)
    if effective_to <= member.effective_from:
        raise ValueError("退出日期须晚于起始日期，请核对。")
    member.effective_to = effective_to
    member.save()
