"""What passes between parent and child: framed pickles, of which the parent unpacks only the auditor's own values."""

from __future__ import annotations

import io
import pickle
import struct
from dataclasses import is_dataclass
from enum import Enum
from typing import IO, Any, Final

from yunguan.core.collector import collector_held_back

_LENGTH: Final = struct.Struct(">Q")
_OURS: Final = ("yunguan.audit.", "yunguan.core.")
_PLAIN: Final = frozenset(
    {("decimal", "Decimal"), ("datetime", "date"), ("builtins", "frozenset"), ("builtins", "set")}
)


class Garbled(ValueError):  # noqa: N818 - it says what the bytes are
    """The bytes are no message, too many, or hold a thing that is no value of the auditor."""


class _Values(pickle.Unpickler):
    """Frozen dataclasses and enumerations of the auditor, and plain values; nothing that runs."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if not module.startswith(_OURS) or "." in name:
            raise Garbled(f"{module}.{name}")
        found = super().find_class(module, name)
        if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
            return found
        raise Garbled(f"{module}.{name}")


def pack(value: Any) -> bytes:
    """The bytes of a message."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def unpack(data: bytes) -> Any:
    """The value of a message; raises Garbled where it holds anything but values."""
    try:
        with collector_held_back():
            return _Values(io.BytesIO(data)).load()
    except Garbled:
        raise
    except Exception as error:  # bytes of a stranger break a pickle in any way
        raise Garbled(str(error)) from error


def send(pipe: IO[bytes], data: bytes) -> None:
    """Write one message."""
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def receive(pipe: IO[bytes], most: int) -> bytes | None:
    """The next message, None where the other end is gone; raises Garbled where it is longer than `most`."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > most:
        raise Garbled(f"{length} bytes")
    data = pipe.read(length)
    return data if len(data) == length else None
