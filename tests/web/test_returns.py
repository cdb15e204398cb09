"""Section returns by page: filled by the clerk, signed by the head, locked, sent back with a reason."""

from __future__ import annotations

import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from tests.web.crawler import fetch
from tests.web.world import World, client_of
from yunguan.indicators.return_selectors import lines_of
from yunguan.indicators.returns import SectionReturn

OWN = "safety.campaign.participants"


def text(answer: Any) -> str:
    return bytes(answer.content).decode()


def page(world: World) -> str:
    return reverse("return", args=[world.section_return])


def stored(world: World) -> SectionReturn:
    return SectionReturn.objects.get(pk=world.section_return)


def filled(world: World, client: Client) -> None:
    """Every figure that only the section knows gets a value."""
    owed = [line.indicator.id for line in lines_of(stored(world)) if line.indicator.is_declared]
    client.post(page(world), {f"value:{code}": "5" for code in owed})


def test_a_return_is_filled_submitted_and_signed(world: World) -> None:
    clerk, head = client_of("clerk"), client_of("head")
    filled(world, clerk)
    clerk.post(f"{page(world)}moves/submit/")
    assert stored(world).state == "submitted"
    head.post(f"{page(world)}moves/sign/")
    assert (stored(world).state, stored(world).signed_by) == ("signed", "测试科室负责人")
    figure = client_of("leader").get(reverse("figure", args=[OWN]), {"year": "2026"})
    assert "科室申报" in text(figure)


def test_a_wrong_value_is_refused_beside_its_figure_and_kept_in_the_input(world: World) -> None:
    answer = client_of("clerk").post(page(world), {f"value:{OWN}": "五起左右"})
    assert answer.status_code == 422
    assert 'value="五起左右"' in text(answer)
    assert stored(world).items.get(indicator=OWN).value_text == ""


def test_a_return_with_gaps_is_not_submitted(world: World) -> None:
    answer = client_of("clerk").post(f"{page(world)}moves/submit/")
    assert (answer.status_code, stored(world).state) == (422, "open")
    assert "尚未填报" in text(answer)


def test_a_signed_return_is_locked_until_it_is_sent_back_with_a_reason(world: World) -> None:
    clerk, head, finance = client_of("clerk"), client_of("head"), client_of("finance")
    filled(world, clerk)
    clerk.post(f"{page(world)}moves/submit/")
    head.post(f"{page(world)}moves/sign/")
    assert clerk.post(page(world), {f"value:{OWN}": "9"}).status_code == 422
    assert finance.post(f"{page(world)}moves/return/", {"reason": ""}).status_code == 422
    finance.post(f"{page(world)}moves/return/", {"reason": "少报一起"})
    assert stored(world).state == "open"
    assert "少报一起" in text(clerk.get(page(world)))


def test_the_day_by_which_it_is_owed_outlives_its_moves(world: World) -> None:
    filled(world, client_of("clerk"))
    client_of("clerk").post(f"{page(world)}moves/submit/")
    client_of("head").post(f"{page(world)}moves/send_back/", {"reason": "核对"})
    assert stored(world).due_on is not None


def test_evidence_is_handed_in_and_chosen(world: World) -> None:
    clerk = client_of("clerk")
    clerk.post(f"{page(world)}evidence/", {"file": SimpleUploadedFile("调查报告.pdf", b"%PDF")})
    clerk.post(page(world), {f"value:{OWN}": "5", f"evidence:{OWN}": "调查报告.pdf"})
    assert stored(world).items.get(indicator=OWN).evidence == "调查报告.pdf"
    link = text(clerk.get(page(world))).split(f"{page(world)}evidence/")[1].split('"')[0]
    assert clerk.get(f"{page(world)}evidence/{link}").status_code == 200
    assert client_of("statistics_clerk").get(f"{page(world)}evidence/{link}").status_code == 404


def test_the_workbook_of_a_return_comes_back_filled(world: World) -> None:
    clerk = client_of("clerk")
    content = fetch(clerk, f"{page(world)}workbook/").content
    book = load_workbook(io.BytesIO(content))
    for row in book.worksheets[0].iter_rows(min_row=4):
        if row[0].value == OWN:
            row[3].value = "7"
    changed = io.BytesIO()
    book.save(changed)
    answer = clerk.post(f"{page(world)}upload/", {"workbook": SimpleUploadedFile("报送.xlsx", changed.getvalue())})
    assert (answer.status_code, stored(world).items.get(indicator=OWN).value_text) == (302, "7")


def test_finance_issues_the_returns_of_a_period(world: World) -> None:
    answer = client_of("finance").post("/returns/", {"period": "2025", "due_on": "2026-01-20"})
    assert answer.status_code == 302
    assert SectionReturn.objects.filter(period_code="2025").count() > 1
    assert client_of("finance").post("/returns/", {"period": "去年", "due_on": "2026-01-20"}).status_code == 422


def test_a_return_waits_in_the_inbox_of_whoever_has_to_act(world: World) -> None:
    assert "科室报送" in text(client_of("clerk").get("/inbox/")).split("<main")[1]
    assert page(world) not in text(client_of("head").get("/inbox/")).split("<main")[1]
    filled(world, client_of("clerk"))
    client_of("clerk").post(f"{page(world)}moves/submit/")
    assert page(world) in text(client_of("head").get("/inbox/")).split("<main")[1]
