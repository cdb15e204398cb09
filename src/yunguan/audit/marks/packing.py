"""An office file packed again: some parts written anew, every other part as it was, byte for byte."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from yunguan.audit.readers.zipped import Package


def packed(package: Package, changed: Mapping[str, etree._Element]) -> bytes:
    """The package with these parts by path; new ones stand at the end."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for info in package.archive.infolist():
            data = _xml(changed[info.filename]) if info.filename in changed else package.bytes(info.filename)
            archive.writestr(info, data, compress_type=info.compress_type)
        for path in sorted(set(changed) - set(package.archive.namelist())):
            archive.writestr(zipfile.ZipInfo(path), _xml(changed[path]), compress_type=zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
