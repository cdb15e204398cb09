import pytest

from yunguan.audit.telling.areas import area_of, city_of


@pytest.mark.parametrize(
    ("said", "area"),
    [
        ("目前云州市驾校", "全市"),
        ("我市城区公交车", "市城区"),
        ("春运期间我市共发送", "全市"),
        ("参与东平县、西川市、北原县", "东平县、西川市、北原县"),
        ("各县市区", "县市区"),
        ("城市社区志愿者", None),
    ],
)
def test_an_area_is_named_in_the_clause(said: str, area: str | None) -> None:
    assert area_of(said, "", "云州市") == area


def test_the_area_of_a_part_is_not_handed_on() -> None:
    assert area_of("云州市驾校 108 所，其中城区 38 所，其中有大车资质的", "", "云州市") == "全市"


def test_the_area_of_a_whole_is_handed_on() -> None:
    assert area_of("市城区教学车辆 1349 台，教练员", "", "云州市") == "市城区"


def test_the_city_stands_before_the_unit_on_the_cover() -> None:
    assert city_of("单位名称：云州市道路运输服务中心") == "云州市"
