"""Codes in addresses."""

import pytest
from hypothesis import given
from hypothesis.strategies import text

from yunguan.web.converters import CodeConverter


@given(text(min_size=1))
def test_every_code_comes_back_from_its_address(code: str) -> None:
    assert CodeConverter().to_python(CodeConverter().to_url(code)) == code


@pytest.mark.parametrize("code", ["A/B", "2023/1%", "a?b"])
def test_no_code_ends_its_part_of_the_address(code: str) -> None:
    assert not set("/?#") & set(CodeConverter().to_url(code))
