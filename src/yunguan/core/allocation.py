"""Divides a sum of money by weights so that the parts add up to it exactly, to the fen."""

from __future__ import annotations

from collections.abc import Sequence


class NothingToShare(ValueError):  # noqa: N818 - an answer, not a fault
    """There is money and nobody who has a weight."""


def allocate(pool: int, weights: Sequence[int]) -> list[int]:
    """Each one's part of ``pool`` fen in proportion to its weight, in the order given.

    Parts are rounded down; the fen that are left go one each to the largest remainders, of equal remainders to the one
    that stands first. So the parts add up to the pool, no part is negative, a larger weight never gets less, and no
    weight gets nothing. ValueError for a negative pool or weight; NothingToShare where all weights are 0 but money is
    there.
    """
    if pool < 0 or any(weight < 0 for weight in weights):
        raise ValueError("资金总额和权重不能是负数，请核对。")
    total = sum(weights)
    if total == 0:
        if pool:
            raise NothingToShare("没有一个对象有权重，资金无法分配，请核对申报数据和测算办法。")
        return [0] * len(weights)
    parts = [pool * weight // total for weight in weights]
    remainders = [pool * weight % total for weight in weights]
    order = sorted(range(len(weights)), key=lambda place: (-remainders[place], place))
    for place in order[: pool - sum(parts)]:
        parts[place] += 1
    return parts
