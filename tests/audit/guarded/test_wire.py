import io
import os
import pickle
from decimal import Decimal

import pytest

from yunguan.audit.guarded import wire
from yunguan.core.finding import Duty, Outcome


class Runs:
    """What a child that a file has taken over might send."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("echo taken over",)


@pytest.mark.parametrize("value", [("a", None, Decimal("1.20")), Duty("balance", Outcome.PASS), {"a": [1, 2.5, True]}])
def test_values_pass_unchanged(value: object) -> None:
    assert wire.unpack(wire.pack(value)) == value


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"garbage",
        pickle.dumps(Runs()),
        pickle.dumps(pickle.loads),
        pickle.dumps(wire.unpack),
        b"cyunguan.audit.guarded.wire\npickle.loads\n.",
        b"cyunguan.core.catalogue\nimport_module\n.",
    ],
)
def test_nothing_that_runs_is_unpacked(data: bytes) -> None:
    with pytest.raises(wire.Garbled):
        wire.unpack(data)


def test_a_message_too_long_is_not_read() -> None:
    pipe = io.BytesIO()
    wire.send(pipe, b"x" * 100)
    pipe.seek(0)

    with pytest.raises(wire.Garbled):
        wire.receive(pipe, 99)


@pytest.mark.parametrize("cut", [0, 7, 50])
def test_a_message_cut_off_is_none(cut: int) -> None:
    pipe = io.BytesIO()
    wire.send(pipe, b"x" * 100)

    assert wire.receive(io.BytesIO(pipe.getvalue()[:cut]), 1000) is None
