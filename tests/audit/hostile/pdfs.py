"""PDF files written by hand, object by object, so that any of them can be wrong."""

from __future__ import annotations

import zlib

CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>"
PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
TEXT = "BT /F1 12 Tf 72 700 Td (Total 30, of which 10 and 20.) Tj ET"
Object = str | bytes


def stream(data: str | bytes, extra: str = "") -> bytes:
    raw = data.encode("latin-1") if isinstance(data, str) else data
    return f"<< /Length {len(raw)} {extra} >>\nstream\n".encode() + raw + b"\nendstream"


def flated(data: bytes, times: int = 1, extra: str = "") -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, f"{extra} /Filter [{'/FlateDecode ' * times}]")


def plain(**changed: Object) -> dict[int, Object]:
    """The five objects of a small file; `o3=...` gives another third one."""
    objects: dict[int, Object] = {1: CATALOGUE, 2: PAGES, 3: PAGE, 4: stream(TEXT), 5: FONT}
    return objects | {int(name[1:]): value for name, value in changed.items()}


def pdf(objects: dict[int, Object], trailer: str = "", *, start: int | None = None) -> bytes:
    """A file of these objects; `start` is a lie about where its table begins."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places: dict[int, int] = {}
    for number, value in objects.items():
        places[number] = len(out)
        raw = value.encode("latin-1") if isinstance(value, str) else value
        out += f"{number} 0 obj\n".encode() + raw + b"\nendobj\n"
    table, most = len(out), max(objects) + 1
    out += f"xref\n0 {most}\n0000000000 65535 f \n".encode()
    for number in range(1, most):
        out += f"{places.get(number, 0):010d} 00000 {'n' if number in places else 'f'} \n".encode()
    out += f"trailer\n<< /Size {most} /Root 1 0 R {trailer} >>\nstartxref\n{table if start is None else start}\n%%EOF\n".encode()
    return bytes(out)
