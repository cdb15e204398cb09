"""A process taking from itself what it does not need; what the platform cannot take is named."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from typing import Any, Final

from yunguan.audit.guarded.limits import Limits

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_NEW_USER: Final = 0x10000000
_NEW_NET: Final = 0x40000000
_NO_NEW_PRIVILEGES: Final = 38


def confine(limits: Limits) -> tuple[str, ...]:
    """Give up memory, files and network for good; returns the names of what this platform left unlimited."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends its children itself
    missing = [] if _cut_network() else ["网络"]
    if resource is None:
        return ("内存", "处理器时间", "写文件", *missing)
    for kind, most in (("CORE", 0), ("FSIZE", 0), ("NOFILE", limits.handles), ("NPROC", 0)):
        _limit(kind, most)
    return (*(() if _limit("AS", limits.memory) else ("内存",)), *missing)


def allow_processor(seconds: float) -> None:
    """Let this process have so much more processor time; then the system ends it."""
    if resource is not None:
        signal.setitimer(signal.ITIMER_PROF, seconds)
        used = resource.getrusage(resource.RUSAGE_SELF)
        until = int(used.ru_utime + used.ru_stime + seconds) + 2  # whole seconds: for a file that stopped the timer
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (until, hard))


def memory_in_use() -> int:
    """Bytes of memory that this process holds now; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", "rb") as stream:  # noqa: PTH123 - read once a file, cheaply
            return int(stream.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, AttributeError, ValueError):
        return 0


def _limit(kind: str, most: int) -> bool:
    number = getattr(resource, f"RLIMIT_{kind}", None)
    if number is None:
        return False
    try:
        _, hard = resource.getrlimit(number)
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(number, (least, least))
    except (ValueError, OSError):
        return False
    return True


def _cut_network() -> bool:
    """A network namespace of its own has no interface that is up; asked of Linux only."""
    if sys.platform != "linux":
        return False
    try:
        system: Any = ctypes.CDLL(None, use_errno=True)
        system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        if os.geteuid() == 0:
            return bool(system.unshare(_NEW_NET) == 0)
        return bool(system.unshare(_NEW_USER | _NEW_NET) == 0)
    except (OSError, AttributeError):
        return False
