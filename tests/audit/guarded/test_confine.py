import json
import os
import socket
import subprocess
import sys
from typing import Any

import pytest

TRIES = """
import json, socket, sys
from yunguan.audit.guarded.confine import confine, allow_processor
from yunguan.audit.guarded.limits import Limits
said = {"missing": confine(Limits())}
def tried(what):
    try:
        what()
    except (OSError, MemoryError) as error:
        return type(error).__name__
    return "done"
def write():
    with open(sys.argv[1], "wb") as stream:
        stream.write(b"x" * 100_000)
def opened():
    return [open("/dev/null") for _ in range(100)]
def connected():
    socket.create_connection(("127.0.0.1", int(sys.argv[2])), timeout=2).close()
said |= {"memory": tried(lambda: bytearray(2**30)), "write": tried(write), "open": tried(opened)}
said["net"] = tried(connected)
print(json.dumps(said))
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Any:
    server = socket.create_server(("127.0.0.1", 0))
    target = tmp_path_factory.mktemp("out") / "written"
    around = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", TRIES, str(target), str(server.getsockname()[1])]
    done = subprocess.run(command, env=around, capture_output=True, text=True, check=True)
    server.close()
    return json.loads(done.stdout)


@pytest.mark.parametrize(("deed", "end"), [("memory", "MemoryError"), ("write", "OSError"), ("open", "OSError")])
def test_a_confined_process_cannot(said: Any, deed: str, end: str) -> None:
    assert said[deed] == end


def test_the_network_is_cut_or_named_as_missing(said: Any) -> None:
    assert (said["net"] != "done") is ("网络" not in said["missing"])
