"""The child process: reads one file after the other for its parent, and gives itself up when it has grown."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from yunguan.audit.guarded import wire
from yunguan.audit.guarded.answer import Answer, Hello, too_large
from yunguan.audit.guarded.confine import allow_processor, confine, memory_in_use
from yunguan.audit.guarded.limits import Limits, size_of
from yunguan.audit.reader import Unreadable

_MOST_ASKED = 1024 * 1024
_SELDOM = 50_000


def main() -> None:
    """Serve the parent at the other ends of standard input and output until it is gone."""
    given, taken = _pipes()
    limits = wire.unpack(wire.receive(given, _MOST_ASKED) or b"")
    tasks = _tasks()
    wire.send(taken, wire.pack(Hello(confine(limits))))
    while (asked := wire.receive(given, _MOST_ASKED)) is not None:
        task, path, arguments = wire.unpack(asked)
        wire.send(taken, _answer(tasks[task], path, arguments, limits))


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The two ends, out of reach of any library that prints."""
    given, taken = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    os.close(nothing)
    return given, taken


def _tasks() -> dict[str, Callable[..., Any]]:
    """What a child can be asked for; all modules are loaded before the limits hold."""
    from yunguan.audit.read import readers  # noqa: PLC0415
    from yunguan.audit.rule_catalogue import rules  # noqa: PLC0415
    from yunguan.audit.run import audit  # noqa: PLC0415
    from yunguan.audit.telling.tell import told  # noqa: PLC0415

    rules(), readers()
    gc.freeze()  # what is loaded stays; one file leaves little rubbish that refers to itself
    gc.set_threshold(_SELDOM)
    return {"audit": audit, "told": told}


def _answer(task: Callable[..., Any], path: str, arguments: tuple[Any, ...], limits: Limits) -> bytes:
    allow_processor(limits.processor_for(size_of(Path(path))))
    begun = time.process_time()
    value, refusal, memory = _done(task, path, arguments)
    data = wire.pack(Answer(value, refusal, memory, time.process_time() - begun))
    if len(data) <= limits.answer:
        return data
    reason = f"“{Path(path).name}”的内容过多，一次读不完，请拆成几个文件后再提供"
    return wire.pack(Answer(None, reason, memory, time.process_time() - begun))


def _done(task: Callable[..., Any], path: str, arguments: tuple[Any, ...]) -> tuple[Any, str | None, int]:
    """What the task makes of the file, or the reason why it makes nothing; and the memory in use then."""
    name = Path(path).name
    try:
        return task(path, *arguments), None, memory_in_use()
    except Unreadable as refusal:
        return None, str(refusal), memory_in_use()
    except MemoryError:
        return None, too_large(name), sys.maxsize
    except RecursionError:
        return None, f"“{name}”的内容嵌套过深，不像正常的文档，拒绝读取；请另存为新文件后再提供", memory_in_use()
    except Exception as error:  # noqa: BLE001 - whatever a file does to a reader, the next file is read
        reason = f"“{name}”读取时出错（{type(error).__name__}），请另存为新文件后再提供，并把原文件交给维护人员"
        return None, reason, memory_in_use()


if __name__ == "__main__":
    main()
