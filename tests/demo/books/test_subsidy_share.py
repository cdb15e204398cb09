"""补贴分配明细 of the demonstration."""

from collections import defaultdict
from decimal import Decimal

from yunguan.demo.centre import Centre


def test_the_shares_of_a_run_come_to_its_pool(centre: Centre) -> None:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row in centre.rows("subsidy_share"):
        sums[row["calculation"]] += row["amount"]
    assert sums == {f"{run['plan']}/{run['run_no']}": run["pool"] for run in centre.rows("subsidy_calculation")}
