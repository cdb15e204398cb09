"""Invented companies."""

from __future__ import annotations

from random import Random

from yunguan.core.codes import uscc
from yunguan.demo.companies import Companies


def test_a_company_has_a_right_code_and_says_where_it_is() -> None:
    company = Companies(Random(2)).company("passenger", "430481")
    assert company.name.startswith("耒阳")
    assert "耒阳市" in company.address
    assert uscc.problem(company.uscc) is None
    assert uscc.warning(company.uscc) is None


def test_no_two_companies_share_name_or_code() -> None:
    companies = Companies(Random(2))
    made = [companies.shop("freight", "430405") for _ in range(500)]
    assert len({each.name for each in made}) == len({each.uscc for each in made}) == 500
