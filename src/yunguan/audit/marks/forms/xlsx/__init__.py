"""Workbooks: notes become comments of the cells that they are about."""

from __future__ import annotations

from yunguan.audit.marks.forms.xlsx.mark import mark
from yunguan.audit.marks.marker import Marker

XLSX = Marker("xlsx", mark)
