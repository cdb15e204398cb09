import io
import json

import pytest

from tests.audit.reading_of import audited
from yunguan.audit import audit_reading
from yunguan.audit.outputs.plain_json import PlainJson
from yunguan.audit.read import read_bytes


@pytest.mark.parametrize("count", [0, 1, 3])
def test_one_array_is_written_as_the_reports_come(count: int) -> None:
    stream, report = io.StringIO(), audited("标志牌 30 块，其中甲 10 块，乙 20 块。")
    sink = PlainJson(stream)

    for _ in range(count):
        sink.take(report)
    sink.finish()

    assert json.loads(stream.getvalue()) == [report.as_json()] * count


def test_a_line_separator_inside_a_text_stays_as_it_is() -> None:
    reading = read_bytes("甲\u2028乙.txt", "标志牌 30 块，其中甲 10 块，乙 15 块。".encode())
    stream, report = io.StringIO(), audit_reading(reading)
    PlainJson(stream).take(report)

    (told,) = json.loads(stream.getvalue() + "]")

    assert told == report.as_json()
    assert "甲\u2028乙.txt" in stream.getvalue()
