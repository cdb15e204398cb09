"""补贴收款人名册 of the demonstration."""

from yunguan.demo.centre import Centre


def test_accounts_belong_to_whom_they_are_paid(centre: Centre) -> None:
    rows = centre.rows("subsidy_recipient")
    assert all(row["account_name"] == row["name"] for row in rows)
    assert len({row["account_no"] for row in rows}) == len(rows)


def test_companies_and_people_are_paid(centre: Centre) -> None:
    people = [row for row in centre.rows("subsidy_recipient") if row["kind"] == "person"]
    assert people
    assert all(row["identity_number"].startswith("430499") for row in people)
