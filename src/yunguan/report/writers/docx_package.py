"""The .docx package: parts in a fixed order with fixed times, so that equal content gives equal bytes."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_STAMP = (1980, 1, 1, 0, 0, 0)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_TYPES = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "word/footer2.xml": f"{_WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_TOP = {
    "word/document.xml": f"{_OFFICE}/relationships/officeDocument",
    "docProps/core.xml": f"{_PACKAGE}/relationships/metadata/core-properties",
    "docProps/app.xml": f"{_OFFICE}/relationships/extended-properties",
}
_INSIDE = {
    "styles.xml": f"{_OFFICE}/relationships/styles",
    "settings.xml": f"{_OFFICE}/relationships/settings",
    "footer1.xml": f"{_OFFICE}/relationships/footer",
    "footer2.xml": f"{_OFFICE}/relationships/footer",
}


def package(parts: Mapping[str, str]) -> bytes:
    """Zip the parts, names as in a Word file; raises KeyError on a part that no relationship names."""
    whole = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relationships(_TOP),
        "word/_rels/document.xml.rels": _relationships(_INSIDE),
        **parts,
    }
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as file:
        for name, text in whole.items():
            file.writestr(_entry(name), text.encode("utf-8"))
    return buffer.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _STAMP)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 0  # the same on every system
    entry.external_attr = 0
    return entry


def _content_types(parts: Mapping[str, str]) -> str:
    inside = "".join(f'<Override PartName="/{name}" ContentType="{_TYPES[name]}"/>' for name in parts)
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    default = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'{_XML}<Types xmlns="{_PACKAGE}/content-types">{rels}{default}{inside}</Types>'


def _relationships(targets: Mapping[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items(), start=1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'
