import pytest

from yunguan.audit.prose import breaks_off
from yunguan.audit.read import read_bytes


@pytest.mark.parametrize(
    ("end", "broken"),
    [
        ("一是通报，二是逐项督促整改到位", True),
        ("一是通报，二是逐项督促整改到位。", False),
        ("一是通报，二是逐项督促：", False),
        ("某站，2023年5月6日", False),
        ("某站综合科", False),
        ("一是通报年度情况，二是逐项", True),
        ("全面推进每月检查，逐项", True),
        ("联系电话：12，张三", False),
    ],
)
def test_a_text_that_ends_inside_a_sentence_breaks_off(end: str, *, broken: bool) -> None:
    assert breaks_off(read_bytes("a.txt", f"一、概况\n\n{end}\n".encode())) is broken
