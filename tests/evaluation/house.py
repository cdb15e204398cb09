"""A house with a small scheme in use, for tests that write scores."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from tests.evaluation.cases import goal, task
from tests.evaluation.small import SMALL, with_item
from tests.factories import account, step
from yunguan.evaluation.editions import change_scheme, copy_scheme, put_in_use
from yunguan.evaluation.rule import Target
from yunguan.evaluation.rules.at_least import AtLeast
from yunguan.evaluation.scheme import DEPARTMENT, Mode, Scheme, SubjectKind
from yunguan.evaluation.scored import ScoredItem
from yunguan.evaluation.selectors import score
from yunguan.evaluation.services import tell_reached
from yunguan.evaluation.tables import SchemeEdition
from yunguan.office.people import Role, User

NOW = datetime(2024, 3, 1, 1, 0, tzinfo=UTC)
FILED, HELD, SOCIAL = "output.quantity.filed", "output.quantity.held", "benefit.social.rate"
SCHEME = with_item(FILED, section="safety")


def draft(user: User | None = None, subject: str = DEPARTMENT, source: str = "hunan_department_2023") -> SchemeEdition:
    """A copy of a shipped scheme."""
    return copy_scheme(source=source, year=2023, subject=subject, user=user, now=NOW)


def use(scheme: Scheme = SCHEME, subject: str = DEPARTMENT, user: User | None = None) -> SchemeEdition:
    """Let a subject be scored by this scheme."""
    source = "hunan_department_2023" if subject == DEPARTMENT else "hunan_project_2023"
    edition = draft(user, subject, source)
    change_scheme(edition=edition, scheme=scheme, why="", user=user, now=NOW)
    return put_in_use(edition=edition, user=user, now=NOW)


def ready(subject: str) -> None:
    """Let a subject have a scheme of which every item is told, so that it can be handed in."""
    items = [each.id for each in SMALL.items()]
    told = replace(SMALL, kind=SubjectKind.PROJECT if subject != DEPARTMENT else SubjectKind.DEPARTMENT)
    aim = Target(Decimal(24), baseline=Decimal(20))
    for name in items:
        told = with_item(name, told, rule=AtLeast(), mode=Mode.EDITABLE, target=aim)
    use(told, subject)
    for name in items:
        tell_reached(year=2023, subject=subject, item=name, reached="25", evidence="登记簿", user=None, now=NOW)


def tell(item: str, reached: str, user: User | None = None, evidence: str = "备案登记簿") -> None:
    """Say what an item came to."""
    tell_reached(year=2023, subject=DEPARTMENT, item=item, reached=reached, evidence=evidence, user=user, now=NOW)


def leaf(item: str, subject: str = DEPARTMENT) -> ScoredItem:
    """One item as it stands scored."""
    return next(each for each in score(2023, subject).items() if each.item.id == item)


def renamed(title: str) -> Scheme:
    """The small scheme under another title."""
    return replace(SMALL, title=title)


def approved_goal() -> Any:
    """The department's goal of the year, declared and approved."""
    record = goal()
    task(record)
    submitted = step(record, "submit", account(Role.CLERK, "finance"), date(2022, 12, 2))
    return step(submitted, "approve", account(Role.HEAD, "finance"), date(2022, 12, 30), doc_no="衡财预〔2023〕1号")


def sound() -> None:
    """A self-evaluation with which nothing is wrong: a small scheme, all told, an approved goal."""
    use()
    approved_goal()
    for item in (FILED, HELD, SOCIAL):
        tell(item, "24")
    tell("execution.budget.rate", "100")
