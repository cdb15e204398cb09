"""Asks an operator of the city to revise its only filed plan, on a day of the next year."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

from yunguan.cli.house import open_house

ON = date(2024, 1, 8)
NOW = datetime(2024, 2, 1, 9, 0, tzinfo=UTC)


def main() -> None:
    """Move the first plan in force whose operator is obliged and has no other."""
    open_house(None)
    from tests.factories import account, step  # noqa: PLC0415 - after Django
    from yunguan.core.area import load_areas  # noqa: PLC0415
    from yunguan.office.people import Role  # noqa: PLC0415
    from yunguan.registers.book import book  # noqa: PLC0415

    plans: Any = book("emergency_plan").model._default_manager
    urban = load_areas().members("430400U")
    filed = plans.filter(state="filed", area__in=urban, operator__filing_required=True).order_by("pk")
    only = next(each for each in filed if plans.filter(operator=each.operator).count() == 1)
    step(only, "require_revision", account(Role.HEAD, "safety", "安全科长"), ON, "指挥机构调整")
    print(json.dumps({"state": only.state}))


if __name__ == "__main__":
    main()
