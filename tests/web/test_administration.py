"""The administrator's pages: accounts, rules, calendar, groups of areas; no business records."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.web.world import World, account, client_of
from yunguan.office.areas import AreaGroupMember
from yunguan.office.calendar import CalendarDay
from yunguan.office.people import User
from yunguan.office.rules import RuleValue, rule_on
from yunguan.registers.book import books

pytestmark = pytest.mark.django_db
ACCOUNTS, RULES = "/administration/accounts/", "/administration/rules/"
NEW = {"username": "li.ming", "display_name": "李明", "role": "clerk", "unit": "safety", "operator_uscc": ""}


def text(answer: Any) -> str:
    return bytes(answer.content).decode()


def test_a_new_account_gets_a_password_that_is_shown_once_and_must_be_changed() -> None:
    client = client_of("administrator")
    page = text(client.post(ACCOUNTS, NEW))
    password = page.split("<code>")[1].split("</code>")[0]
    assert password not in text(client.get(ACCOUNTS))
    fresh = Client()
    assert fresh.post("/login/", {"username": "li.ming", "password": password}).status_code == 302
    assert fresh.get("/").headers["Location"] == "/password/"


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"username": "李明"}, "账号须为"),
        ({"display_name": ""}, "请填写姓名"),
        ({"role": "root"}, "请选择角色"),
        ({"unit": ""}, "须属于一个科室"),
        ({"role": "county"}, "县市区机构"),
        ({"role": "operator", "unit": ""}, "信用代码"),
        ({"operator_uscc": "91430481MA00000010"}, "只有经营业户"),
    ],
)
def test_an_account_without_its_place_is_refused(changed: dict[str, str], words: str) -> None:
    answer = client_of("administrator").post(ACCOUNTS, NEW | changed)
    assert (answer.status_code, words in text(answer)) == (422, True)
    assert not User.objects.filter(display_name="李明").exists()


def test_closing_an_account_keeps_it_and_ends_its_sessions() -> None:
    clerk = client_of("clerk")
    url = f"{ACCOUNTS}{account('clerk').pk}/"
    client_of("administrator").post(url, {"role": "clerk", "unit": "safety"})
    assert clerk.get("/inbox/").status_code == 302
    assert User.objects.filter(username="clerk", is_active=False).exists()


def test_the_administrator_does_not_lock_itself_out() -> None:
    answer = client_of("administrator").post(f"{ACCOUNTS}{account('administrator').pk}/", {"role": "administrator"})
    assert answer.status_code == 422
    assert account("administrator").is_active


def test_a_renewed_password_ends_the_sessions_of_its_owner() -> None:
    clerk = client_of("clerk")
    page = text(client_of("administrator").post(f"{ACCOUNTS}{account('clerk').pk}/renew/"))
    assert "一次性口令" in page
    assert clerk.get("/inbox/").status_code == 302


def test_the_administrator_reads_no_business_records(world: World) -> None:
    client = client_of("administrator")
    assert {client.get(f"/registers/{register}/").status_code for register in books()} == {404}
    assert client.get("/figures/").status_code == 403


def test_a_new_rule_value_holds_from_its_day_and_keeps_the_old_one() -> None:
    typed = {"code": "emergency_plan.check", "value": "7", "doc_no": "测试令第1号", "from": "2026-07-01"}
    assert client_of("administrator").post(RULES, typed).status_code == 302
    assert rule_on("emergency_plan.check", date(2026, 7, 1)).value == 7
    assert rule_on("emergency_plan.check", date(2026, 6, 30)).value == 5
    assert client_of("administrator").post(RULES, typed).status_code == 422


def test_a_value_is_marked_as_compared_with_its_document() -> None:
    value = RuleValue.objects.filter(confirmed=False).first()
    assert value is not None
    client_of("administrator").post(f"{RULES}{value.pk}/confirm/")
    value.refresh_from_db()
    assert value.confirmed


def test_a_day_of_the_calendar_is_changed_and_a_year_opened() -> None:
    client = client_of("administrator")
    client.post("/administration/calendar/", {"day": "2026-05-06", "working": "0", "note": "防汛放假"})
    assert not CalendarDay.objects.get(day="2026-05-06").is_working
    assert client.post("/administration/calendar/", {"day": "2031-05-06", "working": "0"}).status_code == 422
    client.post("/administration/calendar/years/", {"year": "2031"})
    assert CalendarDay.objects.filter(day__year=2031).count() == 365


def test_a_member_leaves_a_group_of_areas_without_moving_earlier_figures() -> None:
    member = AreaGroupMember.objects.order_by("pk").first()
    assert member is not None
    url = f"/administration/area-groups/{member.pk}/end/"
    assert client_of("administrator").post(url, {"to": "1999-01-01"}).status_code == 422
    assert client_of("administrator").post(url, {"to": "2026-01-01"}).status_code == 302
    member.refresh_from_db()
    assert member.effective_to == date(2026, 1, 1)
