"""The page that lays an export beside the register: differences shown, gaps filled, totals taken over."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from tests.factories import credit_code
from tests.registers.test_takeover import export
from tests.web.world import World, client_of
from yunguan.core.figure import Origin
from yunguan.core.period import Period
from yunguan.indicators.return_form import HEADS, SHEET
from yunguan.indicators.selectors import figures, question_of
from yunguan.registers.book import book

pytestmark = pytest.mark.django_db


def upload(path: Path) -> SimpleUploadedFile:
    return SimpleUploadedFile(path.name, path.read_bytes())


@pytest.fixture
def client(world: World) -> Any:
    return client_of("statistics_clerk")


def test_what_is_missing_here_is_shown_and_filled_in_one_step(client: Any, tmp_path: Path) -> None:
    path = export(tmp_path / "导出.xlsx", (7, "第七运输有限公司", "道路客运"))
    page = client.post("/takeover/", {"source": "provincial_operators", "workbook": upload(path)})
    token = page.context["token"]
    assert len(page.context["found"].missing_here) == 1
    result = client.get(f"/takeover/provincial_operators/{token}/workbook/")
    assert load_workbook(BytesIO(b"".join(result.streaming_content)))["我方缺少"].max_row == 2
    client.post(f"/takeover/provincial_operators/{token}/fill/")
    assert [row for row in book("operator").model._default_manager.all() if row.uscc == credit_code(7)]  # type: ignore[attr-defined]


def test_a_source_of_another_section_is_not_open(client: Any, tmp_path: Path) -> None:
    path = export(tmp_path / "导出.xlsx", (7, "第七运输有限公司", "道路客运"))
    sent = {"source": "provincial_practitioners", "workbook": upload(path)}
    assert client.post("/takeover/", sent).status_code == 403
    assert client.post("/takeover/", {"source": "unknown", "workbook": upload(path)}).status_code == 404


def totals(path: Path, code: str, value: float) -> Path:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = SHEET
    sheet.append(["汇总"])
    sheet.append(["科室：财务科　期间：2023"])
    sheet.append(list(HEADS))
    sheet.append([code, "", "", value, date(2023, 12, 31)])
    workbook.save(path)
    return path


def test_totals_are_taken_over_as_imported_figures(world: World, tmp_path: Path) -> None:
    client = client_of("finance")
    path = totals(tmp_path / "汇总.xlsx", "finance.assets.fixed", 862.4)
    answer = client.post("/takeover/aggregates/", {"from": "资产系统", "workbook": upload(path)})
    assert answer.status_code == 302
    found = figures(question_of(Period.year(2023)), ["finance.assets.fixed"])["finance.assets.fixed"]
    assert (str(found.value), found.origin) == ("862.4", Origin.IMPORTED)


def test_totals_of_another_section_are_refused(world: World, tmp_path: Path) -> None:
    path = totals(tmp_path / "汇总.xlsx", "finance.assets.fixed", 1)
    answer = client_of("clerk").post("/takeover/aggregates/", {"from": "资产系统", "workbook": upload(path)})
    assert answer.status_code == 422
    assert "不归您的科室" in answer.content.decode()
