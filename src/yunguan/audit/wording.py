"""How severities and outcomes are called before people, wherever the auditor speaks."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from yunguan.core.finding import Outcome, Severity

SEVERITIES: Final = MappingProxyType({Severity.ERROR: "矛盾", Severity.WARNING: "冲突", Severity.HINT: "提示"})
OUTCOMES: Final = MappingProxyType(
    {
        Outcome.PASS: "通过",
        Outcome.FAIL: "有问题",
        Outcome.UNREAD: "未读",
        Outcome.NOT_APPLICABLE: "不适用",
        Outcome.AMBIGUOUS: "无法判定",
    }
)
