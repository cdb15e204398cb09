"""A child process seen from its parent: started when needed, ended when it is late, replaced when it is spent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import Any, Final

from yunguan.audit.guarded import wire
from yunguan.audit.guarded.answer import Answer, Hello, too_large
from yunguan.audit.guarded.limits import Limits, size_of
from yunguan.audit.reader import Unreadable

_MODULE: Final = "yunguan.audit.guarded.child"
_KEPT: Final = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")
_OUT_OF_TIME: Final = frozenset(-getattr(signal, name, 0) for name in ("SIGPROF", "SIGXCPU"))


class Worker:
    """One child at a time; `ask` may be called from any one thread, `end` from any."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._child: subprocess.Popen[bytes] | None = None
        self._served = 0
        self._late = False
        self._ended = False
        self.missing: tuple[str, ...] = ()

    def start(self) -> None:
        """Start the child without waiting for it."""
        if self._child is None:
            self._child, self._served = _spawn(), 0
            with suppress(OSError):  # one that died at once is known by its missing hello
                _send(self._child, self._limits)

    def ask(self, task: str, path: Path, *arguments: Any) -> Any:
        """What the task makes of the file; raises Unreadable with the reason, also where the file ended the child."""
        answer = self.answer(task, path, *arguments)
        if answer.refusal is not None:
            raise Unreadable(answer.refusal)
        return answer.value

    def answer(self, task: str, path: Path, *arguments: Any) -> Answer:
        """The child's own answer, or the one that is given for a child that the file ended."""
        child = self._ready()
        if child is None:
            return Answer(None, "读取文件的子进程启动不了，请检查系统的内存和进程数限制后重试", 0, 0.0)
        wall = self._limits.wall_for(size_of(path))
        said = self._within(wall, child, lambda: _ask(child, (task, str(path), arguments), self._limits))
        if not isinstance(said, Answer):
            return Answer(None, self._why(path.name), 0, self._limits.processor_for(size_of(path)))
        self._served += 1
        if said.memory > self._limits.retire_at or self._served >= self._limits.files:
            self.retire()
        return said

    def retire(self) -> None:
        """End the child; the next file gets a new one."""
        child, self._child = self._child, None
        if child is not None:
            _end(child)

    def end(self) -> None:
        """End the child for good, whatever it is doing."""
        self._ended = True
        child = self._child
        if child is not None:
            child.kill()

    def _ready(self) -> subprocess.Popen[bytes] | None:
        """A child that has said hello and is alive, None where none can be started."""
        if self._child is not None and self._child.poll() is not None:
            self.retire()  # it died between two files, by no file's fault
        new = self._child is None or not self._served
        self.start()
        child = self._child
        assert child is not None  # noqa: S101 - start has just set it
        if new:
            hello = self._within(self._limits.start, child, lambda: _hear(child, self._limits))
            if not isinstance(hello, Hello):
                self.retire()
                return None
            self.missing = hello.missing
        return child

    def _within(self, seconds: float, child: subprocess.Popen[bytes], listen: Callable[[], Any]) -> Any:
        """What is heard, None where the child is ended because it took longer."""
        self._late = False
        timer = Timer(seconds, self._kill_late, (child,))
        timer.daemon = True
        timer.start()
        try:
            return listen()
        except (wire.Garbled, OSError, ValueError):
            child.kill()
            return None
        finally:
            timer.cancel()

    def _kill_late(self, child: subprocess.Popen[bytes]) -> None:
        self._late = True
        child.kill()

    def _why(self, name: str) -> str:
        """Why the child is gone, in words for the user."""
        child = self._child
        code = child.wait() if child is not None else 0
        self.retire()
        if self._ended:
            return f"“{name}”没有读完就停止了，请重新运行"
        if self._late or (code and code in _OUT_OF_TIME):
            return f"“{name}”在规定时间内读不完，不像正常的文档，拒绝读取；请另存为新文件或拆成几个文件后再提供"
        if code == -getattr(signal, "SIGKILL", 0):
            return too_large(name)
        return f"“{name}”使读取程序意外中止（{code}），可能已损坏或是恶意文件；请另存为新文件后再提供"


def _spawn() -> subprocess.Popen[bytes]:
    """A new Python that knows this one's modules and none of its secrets."""
    around = {key: os.environ[key] for key in _KEPT if key in os.environ}
    around |= {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", _MODULE]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=around)


def _ask(child: subprocess.Popen[bytes], message: Any, limits: Limits) -> Any:
    _send(child, message)
    return _hear(child, limits)


def _send(child: subprocess.Popen[bytes], message: Any) -> None:
    assert child.stdin is not None  # noqa: S101 - it was started with a pipe
    wire.send(child.stdin, wire.pack(message))


def _hear(child: subprocess.Popen[bytes], limits: Limits) -> Any:
    assert child.stdout is not None  # noqa: S101 - it was started with a pipe
    data = wire.receive(child.stdout, limits.answer)
    return None if data is None else wire.unpack(data)


def _end(child: subprocess.Popen[bytes]) -> None:
    child.kill()
    child.wait()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()
