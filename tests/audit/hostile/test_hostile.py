"""Every hostile file ends soon, is refused in Chinese or read, and costs neither the parent nor the next file."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.audit.hostile.case import Case
from yunguan.audit.guarded.answer import Answer
from yunguan.audit.guarded.limits import Limits
from yunguan.audit.guarded.worker import Worker
from yunguan.audit.report import AuditReport
from yunguan.core.catalogue import load

CASES = load("tests.audit.hostile.cases", Case, lambda case: case.name)
MOST_SECONDS = 3
MOST_GROWTH = 50 * 2**20


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker(Limits())
    yield worker
    worker.retire()


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("good") / "good.txt"
    path.write_text("标志牌 30 块，其中甲 10 块，乙 20 块。", encoding="utf-8")
    return path


def memory() -> int:
    if sys.platform != "linux":
        return 0
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


def refusal(answer: Answer) -> str:
    """Why the file was refused, "" where it was read."""
    if answer.refusal is not None:
        return answer.refusal
    report: AuditReport = answer.value
    return report.findings[0].message if report.reading is None else ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_file_ends_soon_and_harms_nothing(case: Case, worker: Worker, tmp_path: Path, good: Path) -> None:
    path = case.make(tmp_path)
    before = memory()

    answer = worker.answer("audit", path, None)

    said = refusal(answer)
    assert answer.seconds <= MOST_SECONDS
    assert memory() - before < MOST_GROWTH
    assert not said or len(re.findall(r"[\u4e00-\u9fff]", said)) > len("文件打不开")
    assert "读取时出错" not in said
    assert case.either or (re.search(case.reason, said) if case.reason else not said), said
    assert worker.ask("audit", good, None).clean
