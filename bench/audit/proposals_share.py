"""How often the proposed figures are right: `python -m bench.audit.proposals_share REPORT FIGURES.csv`.

A figure of the list is laid beside the fact that states it (`figures_share.py`); right is the proposal of its id. Every
proposal for a fact that states no figure of the list is counted as false.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from bench.audit.figures_share import lay
from yunguan.audit.telling.tell import told
from yunguan.report.proposals.propose import proposals


def main() -> None:
    """Print the shares and what is not right at the first place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("report", type=Path)
    parser.add_argument("figures", type=Path, nargs="?")
    given = parser.parse_args()
    facts = told(given.report)
    made = {id(fact): each for fact, each in zip(facts, proposals(facts), strict=True)}
    truth: dict[int, str] = {}
    if given.figures:
        with given.figures.open(encoding="utf-8", newline="") as lines:
            truth = {id(each.fact): each.figure["id"] for each in lay(csv.DictReader(lines), facts) if each.fact}
    first = [fact for fact in facts if (each := made[id(fact)]) and truth.get(id(fact)) == each[0].indicator.id]
    among = [f for f in facts if truth.get(id(f)) in {each.indicator.id for each in made[id(f)]}]
    none = [fact for fact in facts if id(fact) in truth and not made[id(fact)]]
    false = [fact for fact in facts if id(fact) not in truth and made[id(fact)]]
    for fact in facts:
        if fact not in first and (made[id(fact)] or id(fact) in truth):
            print(
                truth.get(id(fact)), "|", fact.subject, fact.quantity.text, "|", *map(str, made[id(fact)]), sep="\n   "
            )
    print(f"figures {len(truth)}, first {len(first)}, among three {len(among)}, none proposed {len(none)}")
    print(f"facts without a figure {len(facts) - len(truth)}, with a proposal {len(false)}")


if __name__ == "__main__":
    main()
