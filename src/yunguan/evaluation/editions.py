"""Schemes that users make: copied from one that is there, changed while a draft, frozen once in use."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from yunguan.core.finding import Problem
from yunguan.evaluation.scheme import DEPARTMENT, Scheme, SubjectKind, problems, shipped
from yunguan.evaluation.scheme_text import digest, from_data, to_data
from yunguan.evaluation.tables import DRAFT, IN_USE, RETIRED, SchemeEdition
from yunguan.evaluation.year_records import closed_to_unit
from yunguan.indicators.indicator import catalogue
from yunguan.office.people import User
from yunguan.office.workflow.runtime import Refused

LONGEST_NUMBER = 6


@transaction.atomic
def copy_scheme(
    *, source: str, year: int, subject: str, user: User | None, now: datetime, title: str = ""
) -> SchemeEdition:
    """A draft for a year and subject, from a shipped scheme's code or an edition's key (``code@number``)."""
    origin = scheme_named(source)
    if (origin.kind is SubjectKind.DEPARTMENT) != (subject == DEPARTMENT):
        raise Refused(Problem("source", f"“{origin.title}”用于{origin.kind.label}，不能用于所选的评价对象。"))
    code = f"{subject.lower()}_{year}"
    made = replace(origin, code=code, year=year, title=title or origin.title, confirmed=False)
    return _new_edition(made, subject, based_on=source, why="复制", user=user, now=now)


@transaction.atomic
def change_scheme(
    *, edition: SchemeEdition, scheme: Scheme, why: str, user: User | None, now: datetime
) -> SchemeEdition:
    """Write a changed scheme: into the draft itself, or as a further edition where the old one is frozen.

    Faults of the points are allowed in a draft, they are put right before it is used. Refused without a reason where
    a frozen edition is taken further.
    """
    fixed = replace(scheme, code=edition.code, year=edition.year)
    if edition.state == DRAFT:
        edition.title, edition.content, edition.digest = fixed.title, to_data(fixed), digest(fixed)
        edition.change = why or edition.change
        edition.save()
        return edition
    if not why.strip():
        raise Refused(Problem("why", "使用中的指标体系不能直接修改；修改会生成新的版次，请写明修改原因和依据文件。"))
    before = f"{edition.code}@{edition.number}"
    return _new_edition(fixed, edition.subject, based_on=before, why=why, user=user, now=now)


@transaction.atomic
def put_in_use(*, edition: SchemeEdition, user: User | None, now: datetime) -> SchemeEdition:
    """Freeze a draft and score by it from now on; the one in use before is kept as retired. Refused with its faults."""
    del user
    faults = faults_of(from_data(edition.content))
    if faults:
        raise Refused(*faults)
    if edition.state != DRAFT:
        raise Refused(Problem("", "只有草稿可以启用；要恢复旧版，请先复制一份。"))
    if shut := closed_to_unit(edition.year, edition.subject):
        raise Refused(Problem("", shut))
    SchemeEdition.objects.filter(year=edition.year, subject=edition.subject, state=IN_USE).update(state=RETIRED)
    edition.state, edition.used_from = IN_USE, now
    edition.save()
    return edition


def scheme_named(source: str) -> Scheme:
    """A shipped scheme by its code, or an edition's by ``code@number``. Refused where there is none."""
    if source in shipped():
        return shipped().get(source)
    edition = edition_named(source)
    if edition is None:
        raise Refused(Problem("source", f"没有名为“{source}”的指标体系，请从列表中选择。"))
    return from_data(edition.content)


def edition_named(source: str) -> SchemeEdition | None:
    """The edition of a key (``code@number``); None where there is none."""
    code, _, number = source.partition("@")
    if not (number.isascii() and number.isdecimal() and len(number) <= LONGEST_NUMBER):
        return None
    return SchemeEdition.objects.select_related("made_by").filter(code=code, number=int(number)).first()


def faults_of(scheme: Scheme) -> list[Problem]:
    """What must be put right before a scheme can be used, the ids of its figures held against the catalogue."""
    return list(problems(scheme, frozenset(each.id for each in catalogue())))


def editions(year: int | None = None) -> list[SchemeEdition]:
    """All editions, or those of a year."""
    found = SchemeEdition.objects.select_related("made_by")
    return list(found.filter(year=year) if year is not None else found)


def _new_edition(
    scheme: Scheme, subject: str, *, based_on: str, why: str, user: User | None, now: datetime
) -> SchemeEdition:
    last = SchemeEdition.objects.filter(code=scheme.code).order_by("-number").first()
    return SchemeEdition.objects.create(
        code=scheme.code,
        number=last.number + 1 if last else 1,
        title=scheme.title,
        year=scheme.year,
        subject=subject,
        content=to_data(scheme),
        digest=digest(scheme),
        based_on=based_on,
        change=why,
        made_by=user,
        made_at=now,
    )
