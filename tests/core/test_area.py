"""Divisions and named groups of Hengyang."""

from datetime import date

import pytest

from yunguan.core.area import Area, AreaGroup, Areas, Kind, UnknownArea, load_areas, read_areas

AREAS = load_areas()


def test_the_city_counts_itself_and_everything_below() -> None:
    assert AREAS.members("430400") == {area.code for area in AREAS.divisions}
    assert "430400" in AREAS.members("430400")


def test_the_urban_area_is_four_districts_and_two_parks_without_nanyue() -> None:
    names = {AREAS.name(code) for code in AREAS.members("430400U")}
    parks = {"高新技术产业园区", "松木经济开发区"}
    assert names == {"珠晖区", "雁峰区", "石鼓区", "蒸湘区"} | parks


def test_urban_area_counties_and_the_city_itself_make_up_the_city_once() -> None:
    urban, counties = AREAS.members("430400U"), AREAS.members("430400C")
    assert not urban & counties
    assert urban | counties | {"430400"} == AREAS.members("430400")


def test_a_county_counts_itself_only() -> None:
    assert AREAS.members("430421") == {"430421"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("衡阳市", "430400"), ("衡阳县", "430421"), ("耒阳", "430481"), ("珠晖", "430405"), ("高新", "430476"),
        ("松木经开区", "430473"), ("市城区", "430400U"), ("县市区", "430400C"), ("全市", "430400"),
    ],
)  # fmt: skip
def test_a_name_finds_its_area(name: str, code: str) -> None:
    assert AREAS.by_name(name).code == code


def test_every_name_finds_its_own_area() -> None:
    assert all(AREAS.by_name(each.name) == each for each in AREAS)


def test_a_short_name_that_fits_two_areas_is_asked_for_in_full() -> None:
    with pytest.raises(UnknownArea, match=r"衡阳县、衡阳市.*全称|衡阳市、衡阳县.*全称"):
        AREAS.by_name("衡阳")


@pytest.mark.parametrize("name", ["", "长沙市", "市", "衡阳市 "])
def test_an_unknown_name_is_refused(name: str) -> None:
    with pytest.raises(UnknownArea, match="请"):
        AREAS.by_name(name)


@pytest.mark.parametrize("code", ["", "430499", "４３０４００", "430400u"])
def test_an_unknown_code_is_refused(code: str) -> None:
    with pytest.raises(UnknownArea, match="请"):
        AREAS.members(code)


def test_a_park_is_statistical_and_a_district_is_legal() -> None:
    assert AREAS.get("430476") == Area("430476", "高新技术产业园区", "430400", Kind.STATISTICAL, ("高新区", "高新"))
    assert AREAS.get("430405") == Area("430405", "珠晖区", "430400", Kind.LEGAL)


def test_a_group_that_changes_keeps_its_old_members_for_old_days() -> None:
    one, two = Area("1", "甲区", None, Kind.LEGAL), Area("2", "乙区", None, Kind.LEGAL)
    old = AreaGroup("G", "城区", frozenset({"1"}), date(2020, 1, 1))
    new = AreaGroup("G", "城区", frozenset({"1", "2"}), date(2024, 1, 1))
    areas = Areas((one, two), (old, new))
    assert areas.members("G") == {"1", "2"}
    assert areas.members("G", on=date(2023, 12, 31)) == {"1"}
    with pytest.raises(UnknownArea):
        areas.members("G", on=date(2019, 12, 31))


@pytest.mark.parametrize(
    ("divisions", "groups", "complaint"),
    [
        (["1,甲区,,legal,", "1,乙区,,legal,"], [], "重复"),
        (["1,甲区,9,legal,"], [], "上级"),
        (["1,甲区,,legal,"], ["G,城区,1 2,,"], "成员"),
    ],
)
def test_tables_that_do_not_fit_together_are_refused(divisions: list[str], groups: list[str], complaint: str) -> None:
    heads = "code,name,parent,kind,also_called", "code,name,members,effective_from,note"
    with pytest.raises(ValueError, match=complaint):
        read_areas([heads[0], *divisions], [heads[1], *groups])
