"""A row of the budget's books as the ledger's item has it: fund, project, classes and an amount."""

from __future__ import annotations

from yunguan.core.money import Money
from yunguan.demo.books.project import PROJECTS
from yunguan.demo.centre import Row
from yunguan.demo.ledger import Item, yuan


def of_item(item: Item, amount: Money) -> Row:
    """What a grant, an adjustment and a payment of an item have in common."""
    return {
        "fund": "general",
        "kind": item.kind,
        "project__name": PROJECTS.get(item.project),
        "project": item.project or None,
        "economic_class": item.economic_class,
        "functional_class": item.functional_class,
        "amount": yuan(amount),
    }
