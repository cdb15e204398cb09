import io
import json

import pytest

from tests.audit.reading_of import audited
from yunguan.audit.outputs.plain_json import PlainJson


@pytest.mark.parametrize("count", [0, 1, 3])
def test_one_array_is_written_as_the_reports_come(count: int) -> None:
    stream, report = io.StringIO(), audited("标志牌 30 块，其中甲 10 块，乙 20 块。")
    sink = PlainJson(stream)

    for _ in range(count):
        sink.take(report)
    sink.finish()

    assert json.loads(stream.getvalue()) == [report.as_json()] * count
