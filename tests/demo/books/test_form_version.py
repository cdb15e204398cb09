"""统计报表版本 of the demonstration."""

from yunguan.demo.centre import Centre


def test_the_old_version_ends_where_the_new_one_begins(centre: Centre) -> None:
    old, new = centre.rows("form_version")[:2]
    assert (new["effective_from"] - old["effective_to"]).days == 1
    assert new["effective_to"] is None
