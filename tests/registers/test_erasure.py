"""Personal data whose time is over."""

from datetime import date

import pytest

from tests.factories import NOW, operator
from yunguan.office.access import AccessLog
from yunguan.registers.book import book
from yunguan.registers.erasure import erase_expired

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def five_years(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mobile numbers of operators are kept for five years from the end of the year."""
    monkeypatch.setattr(book("operator").model, "kept_years", {"mobile": 5})


def test_what_is_over_is_erased_from_the_row_and_its_history_and_logged() -> None:
    one = operator(1, mobile="13873400001")
    year = one.created_at.year
    erase_expired(on=date(year + 5, 12, 31), now=NOW)
    one.refresh_from_db()
    assert one.mobile == "13873400001"  # type: ignore[attr-defined]
    (done,) = erase_expired(on=date(year + 6, 1, 1), now=NOW)
    one.refresh_from_db()
    assert (done.rows, one.mobile) == (1, None)  # type: ignore[attr-defined]
    assert [row.mobile for row in one.history.all()] == [None]
    assert AccessLog.objects.get().reason == "《经营业户名录》手机 1 行"


def test_nothing_is_erased_twice() -> None:
    one = operator(1, mobile="13873400001")
    day = date(one.created_at.year + 6, 1, 1)
    assert len(erase_expired(on=day, now=NOW)) == 1
    assert erase_expired(on=day, now=NOW) == []
