"""What is told of a text, as if it stood in a file."""

from yunguan.audit.read import read_bytes
from yunguan.audit.telling.tell import told_of
from yunguan.audit.telling.told import Told


def told_by(text: str) -> tuple[Told, ...]:
    return told_of(read_bytes("report.txt", text.encode()))
