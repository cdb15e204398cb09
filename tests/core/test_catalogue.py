"""Catalogues read folders: what is declared there, once, in order."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from yunguan.core.catalogue import Catalogue, CatalogueError, load
from yunguan.core.period import Period

Write = Callable[..., Catalogue[Period]]
HEAD = "from yunguan.core.period import Period\n"


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Write]:
    """Write a package of modules (path=source), then load the periods it declares."""
    monkeypatch.syspath_prepend(tmp_path)

    def write(**modules: str) -> Catalogue[Period]:
        for name, source in {"__init__": "", **modules}.items():
            path = tmp_path / "declared" / (name.replace("__in__", "/") + ".py")
            path.parent.mkdir(parents=True, exist_ok=True)
            (path.parent / "__init__.py").touch()
            path.write_text(HEAD + source, encoding="utf-8")
        return load("declared", Period, lambda period: period.code)

    yield write
    for name in [name for name in sys.modules if name.split(".")[0] == "declared"]:
        del sys.modules[name]


def test_things_at_any_depth_are_found_and_come_in_the_order_of_their_keys(catalogue: Write) -> None:
    found = catalogue(b="X = Period.year(2024)", a="Y = Period.year(2025)", deep__in__c="Z = Period.year(2023)")
    assert found.keys() == ("2023", "2024", "2025")
    assert [period.label for period in found] == ["2023年", "2024年", "2025年"]
    assert len(found) == 3
    assert found.get("2024") == Period.year(2024)


def test_a_list_of_things_counts_and_other_values_do_not(catalogue: Write) -> None:
    found = catalogue(a="ALL = [Period.month(2023, n) for n in (1, 2)]\nOTHER = '2023'")
    assert found.keys() == ("2023-01", "2023-02")
    assert "2023" not in found


def test_a_thing_imported_by_another_module_is_still_one_thing(catalogue: Write) -> None:
    found = catalogue(a="X = Period.year(2023)", b="from declared.a import X")
    assert found.keys() == ("2023",)


def test_a_key_declared_twice_is_refused_with_both_places(catalogue: Write) -> None:
    with pytest.raises(CatalogueError, match=r"declared\.a 和 declared\.b"):
        catalogue(a="X = Period.year(2023)", b="Y = Period.year(2023)")


def test_a_module_that_cannot_be_imported_is_not_passed_over(catalogue: Write) -> None:
    with pytest.raises(ImportError):
        catalogue(deep__in__a="import no_such_module_anywhere")


def test_a_package_that_cannot_be_imported_is_not_passed_over(catalogue: Write) -> None:
    with pytest.raises(ImportError):
        catalogue(a="", deep__in____init__="import no_such_module_anywhere")


def test_an_unknown_key_is_refused(catalogue: Write) -> None:
    with pytest.raises(CatalogueError, match="没有名为“2023”"):
        catalogue().get("2023")
