"""The auditor: reads anybody's report and says what in it cannot both be true; usable alone, without Django.

What stands in `__all__` is meant to be used by other programs (docs/audit.md); it is imported when it is asked for.
"""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from yunguan.audit.explain import explained
    from yunguan.audit.guarded.pool import audit_files
    from yunguan.audit.output import Sink
    from yunguan.audit.outputs.html_papers import HtmlPapers
    from yunguan.audit.outputs.terminal import Terminal
    from yunguan.audit.outputs.xlsx_list import XlsxList
    from yunguan.audit.pairs.run import against
    from yunguan.audit.profile import Profile, ProfileError
    from yunguan.audit.read import read_bytes
    from yunguan.audit.reader import Unreadable
    from yunguan.audit.report import AuditReport
    from yunguan.audit.rule_catalogue import every_rule
    from yunguan.audit.run import audit, audit_reading, profile_named
    from yunguan.audit.run import facts as list_facts

__all__ = [
    "AuditReport",
    "HtmlPapers",
    "Profile",
    "ProfileError",
    "Sink",
    "Terminal",
    "Unreadable",
    "XlsxList",
    "against",
    "audit",
    "audit_files",
    "audit_reading",
    "every_rule",
    "explained",
    "list_facts",
    "profile_named",
    "read_bytes",
]

_HOMES = MappingProxyType(
    {
        "AuditReport": "report",
        "HtmlPapers": "outputs.html_papers",
        "Profile": "profile",
        "ProfileError": "profile",
        "Sink": "output",
        "Terminal": "outputs.terminal",
        "Unreadable": "reader",
        "XlsxList": "outputs.xlsx_list",
        "against": "pairs.run",
        "audit": "run",
        "audit_files": "guarded.pool",
        "audit_reading": "run",
        "every_rule": "rule_catalogue",
        "explained": "explain",
        "list_facts": "run",
        "profile_named": "run",
        "read_bytes": "read",
    }
)
_OTHER_NAMES = MappingProxyType({"list_facts": "facts"})
"""Names that a module of the package has already are given another one here."""


def __getattr__(name: str) -> Any:
    """Import what is asked for, and keep it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), _OTHER_NAMES.get(name, name))
    globals()[name] = found
    return found
