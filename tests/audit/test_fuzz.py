import random

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.audit.fuzz import broken, damaged, spoken
from tests.audit.hostile.packages import cell, sheet, word
from tests.audit.hostile.pdfs import pdf, plain
from yunguan.audit.quantities import scan
from yunguan.audit.read import read_bytes
from yunguan.audit.run import audit_reading

SAMPLES = {"a.docx": word(), "a.xlsx": sheet(cell("A1", "0", "s") + cell("B1", "3")), "a.pdf": pdf(plain())}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(SAMPLES)), st.integers(0, 10**6))
def test_a_damaged_file_is_read_or_refused(name: str, seed: int) -> None:
    data = damaged(SAMPLES[name], random.Random(seed))

    assert not broken(lambda: audit_reading(read_bytes(name, data)))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_a_text_of_any_marks_is_audited(seed: int) -> None:
    text = spoken(random.Random(seed))

    assert not broken(lambda: list(scan(text)))
    assert not broken(lambda: audit_reading(read_bytes("a.txt", text.encode())))
