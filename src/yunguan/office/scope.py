"""Whose rows an account may see and change."""

from __future__ import annotations

from yunguan.core.scope import EVERYTHING, NOTHING, Scope
from yunguan.office.people import Role, User


def scope_of(user: User) -> Scope:
    """The scope of an account; nothing for one that is not active or has no place in the tree."""
    if not user.is_active:
        return NOTHING
    match user.role:
        case Role.FINANCE | Role.LEADER | Role.REVIEWER:
            return EVERYTHING
        case Role.CLERK | Role.HEAD if user.section:
            return Scope(sections=frozenset({user.section}))
        case Role.COUNTY if user.unit is not None:
            return Scope(areas=frozenset({user.unit.area}))
        case Role.OPERATOR if user.operator_uscc:
            return Scope(operator=user.operator_uscc)
        case _:
            return NOTHING
