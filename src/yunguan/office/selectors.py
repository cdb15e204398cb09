"""Reads of the office: bodies of the tree, open accounts."""

from __future__ import annotations

from django.db.models import QuerySet

from yunguan.office.organisation import OrgUnit


def sections() -> QuerySet[OrgUnit]:
    """The sections of the centre in their order."""
    return OrgUnit.objects.filter(kind=OrgUnit.Kind.SECTION)


def section_names() -> dict[str, str]:
    """Codes and names of the sections in their official order."""
    return dict(sections().values_list("code", "name"))


def section_code(name: str) -> str:
    """The code of a section from its code or name; LookupError with the names there are."""
    found = sections().filter(code=name).first() or sections().filter(name=name).first()
    if found is None:
        msg = f"没有名为“{name}”的科室，现有：{'、'.join(sections().values_list('name', flat=True))}。"
        raise LookupError(msg)
    return found.code


def centre() -> OrgUnit:
    """The centre itself."""
    return OrgUnit.objects.get(kind=OrgUnit.Kind.CENTRE)
