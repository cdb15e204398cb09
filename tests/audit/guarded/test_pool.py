import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from threading import Timer

import pytest

from yunguan.audit.guarded.limits import MIB, Limits
from yunguan.audit.guarded.pool import Guard, audit_files, told_in_child
from yunguan.audit.guarded.worker import Worker
from yunguan.audit.reader import Unreadable
from yunguan.audit.run import audit
from yunguan.audit.telling.tell import told

GOOD = "标志牌 30 块，其中甲 10 块，乙 20 块。"
LONG = Limits(processor=60, least_wall=60)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def heavy(tmp_path: Path) -> Path:
    """A text that takes seconds of processor time and tens of megabytes."""
    path = tmp_path / "heavy.txt"
    path.write_text(
        "".join(f"第{n}类标志牌 30 块，其中甲 10 块，乙 20 块。\n" for n in range(40_000)), encoding="utf-8"
    )
    return path


def reason(path: Path, limits: Limits) -> str:
    (report,) = audit_files([path], limits=limits)
    return report.findings[0].message


def test_the_reports_are_those_of_this_process_in_the_order_of_the_files(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(12)]
    for number, path in enumerate(paths):
        path.write_text(f"标志牌 {number} 块，其中甲 10 块，乙 20 块。", encoding="utf-8")

    assert list(audit_files(paths, workers=3)) == [audit(path) for path in paths]


def test_facts_come_from_a_child_too(good: Path) -> None:
    assert told_in_child(good) == told(good)


def test_a_file_that_takes_too_long_is_refused(heavy: Path) -> None:
    assert "规定时间" in reason(heavy, Limits(processor=0.3, processor_per_mib=0))


def test_a_file_that_waits_too_long_is_refused(heavy: Path) -> None:
    assert "规定时间" in reason(
        heavy, replace(LONG, least_wall=0.3, processor=0.01, most_processor=0.0, processor_per_mib=0)
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the address space")
def test_a_file_that_takes_too_much_memory_is_refused(tmp_path: Path) -> None:
    bulky = tmp_path / "bulky.txt"
    bulky.write_bytes("甲\n".encode() * 1_400_000)

    assert "内存" in reason(bulky, replace(LONG, memory=256 * MIB))


def test_an_answer_that_is_too_long_is_refused(good: Path) -> None:
    assert "拆成几个文件" in reason(good, Limits(answer=800))


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_crash_is_told_and_the_next_file_is_read(heavy: Path, good: Path) -> None:
    worker = Worker(LONG)
    worker.ask("audit", good, None)
    assert worker._child is not None
    Timer(0.5, worker._child.send_signal, (signal.SIGSEGV,)).start()

    with pytest.raises(Unreadable, match="意外中止"):
        worker.ask("audit", heavy, None)
    assert worker.ask("audit", good, None) == audit(good)
    worker.retire()


def test_a_child_that_died_between_two_files_is_replaced(good: Path) -> None:
    worker = Worker(LONG)
    first = worker.ask("audit", good, None)
    assert worker._child is not None
    worker._child.kill()
    worker._child.wait()

    assert worker.ask("audit", good, None) == first
    worker.retire()


@pytest.mark.parametrize("limits", [Limits(files=1), Limits(retire_at=1)])
def test_a_spent_child_is_replaced(good: Path, limits: Limits) -> None:
    worker = Worker(limits)
    worker.ask("audit", good, None)

    assert worker._child is None


def test_no_child_outlives_the_guard(good: Path) -> None:
    with Guard(2) as guard:
        list(guard.each("audit", [good, good], None))
        children = [worker._child for worker in guard._workers]

    assert all(child is None or child.poll() is not None for child in children)


def test_leaving_early_ends_what_is_still_read(heavy: Path, good: Path) -> None:
    begun = time.monotonic()
    reports = audit_files([good, heavy, heavy, heavy], limits=LONG)
    next(reports)
    reports.close()

    assert time.monotonic() - begun < 20


def children_of(process: int) -> list[str]:
    """The children of this process as soon as it has any, however busy the machine is."""
    listed = Path(f"/proc/{process}/task/{process}/children")
    for _ in range(600):
        if found := listed.read_text().split():
            return found
        time.sleep(0.1)
    return []


def are_gone(children: list[str]) -> bool:
    """Whether the children end; one that was being started may need a while on a busy machine."""
    for _ in range(600):
        if not any(Path(f"/proc/{child}").exists() for child in children):
            return True
        time.sleep(0.1)
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_an_interrupted_command_leaves_no_child(heavy: Path) -> None:
    run = "from yunguan.cli.main import main; main()"
    around = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = subprocess.Popen(
        [sys.executable, "-c", run, "audit", *[str(heavy)] * 3], env=around, stdout=subprocess.DEVNULL
    )
    children = children_of(command.pid)
    command.send_signal(signal.SIGINT)

    assert command.wait(timeout=60)
    assert children
    assert are_gone(children)
