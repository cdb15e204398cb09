import json
from pathlib import Path
from typing import Any

import pytest

from tests.report.forms.given import LAYOUTS, data, form
from yunguan.report.forms.filled import Align
from yunguan.report.forms.model import FormError
from yunguan.report.forms.reading import form_of, read_form


def test_a_form_is_read_from_toml_and_from_json_alike(tmp_path: Path) -> None:
    declared = data(["甲", "{{a|decimal2}}"])
    (tmp_path / "a.json").write_text(json.dumps(declared), encoding="utf-8")
    toml = (
        'code = "trial"\ntitle = "试填表"\nsource = "试"\noccasion = "self_evaluation"\nwidths = [3, 1]\n'
        '[layouts.two]\nnames = ["what", "money"]\naligns = ["left", "right"]\n'
        '[[rows]]\nlayout = "two"\ncells = ["甲", "{{a|decimal2}}"]\n'
    )
    (tmp_path / "a.toml").write_text(toml, encoding="utf-8")
    assert read_form(tmp_path / "a.json") == read_form(tmp_path / "a.toml") == form(["甲", "{{a|decimal2}}"])


def test_a_formula_is_a_text_that_begins_with_the_sign_of_equality() -> None:
    (first, second), *_ = (row.cells for row in form(["甲", "=b|percent1"], {"name": "b", "cells": ["乙", "1"]}).rows)
    assert (first.text, second.formula, second.format) == ("甲", "b", "percent1")


def test_a_cell_may_be_aligned_by_itself() -> None:
    assert form([{"text": "甲", "align": "center"}, ""]).rows[0].cells[0].align is Align.CENTRE


@pytest.mark.parametrize(
    ("years", "printed"), [("-2018", [2017, 2018]), ("2019-", [2019, 2020]), ("2018-2019", [2018, 2019])]
)
def test_a_row_may_belong_to_some_years(years: str, printed: list[int]) -> None:
    row = form({"years": years, "cells": ["甲", ""]}).rows[0]
    assert [year for year in (2017, 2018, 2019, 2020) if row.printed_in(year)] == printed


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"colour": "red"}, "不认得“colour”"),
        ({"title": ""}, "缺少“title”"),
        ({"occasion": "never"}, "“occasion”须是以下之一"),
        ({"widths": [1, 2, 3]}, "各栏合占 2 列，表有 3 列"),
        ({"widths": ["1"]}, "“widths”须是一列整数"),
        ({"layouts": {"two": {"names": ["a", "a"]}}}, "栏名不重复"),
        ({"layouts": {"two": {"names": ["a", "b"], "aligns": ["middle", "left"]}}}, "对齐方式“middle”不存在"),
        ({"layouts": {"two": {"names": ["a", "b"], "formats": ["chinese", ""]}}}, "数字格式“chinese”不存在"),
        ({"empty": {"figures": []}}, "空表说明：缺少“note”"),
    ],
)
def test_a_form_that_cannot_be_used_is_refused_with_the_reason(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(FormError, match=said):
        form(["甲", "乙"], **changes)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"cells": ["甲"]}, "第 1 行：有 1 格，版式要 2 格"),
        ({"cells": ["甲", "乙"], "layout": "three"}, "没有名为“three”的版式，已有：two"),
        ({"cells": ["甲", "乙"], "repeat": "days"}, "不能按“days”重复"),
        ({"cells": ["甲", "乙"], "merge": ["third"]}, "要合并的栏“third”不在版式“two”里"),
        ({"cells": ["甲", "乙"], "years": "since 2019"}, "年度范围“since 2019”看不懂"),
        ({"cells": ["甲", "=a*b"]}, "公式“a\\*b”看不懂"),
        ({"cells": ["甲", "=nothing"]}, "公式里的“nothing”既不是行名也不是栏名"),
        ({"cells": ["甲", {"formula": "money", "format": "roman"}]}, "数字格式“roman”不存在"),
        ({"cells": ["^", "乙"]}, "首行没有上一行可以合并"),
        ({"cells": ["甲", "乙"], "name": "money"}, "“money”既是行名又是栏名"),
    ],
)
def test_a_row_that_cannot_be_used_is_refused_with_its_place(row: dict[str, Any], said: str) -> None:
    with pytest.raises(FormError, match=said):
        form(row)


@pytest.mark.parametrize("content", ['{"code": ', "[1]", '"form"', "null"])
def test_a_file_that_is_no_form_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "bad.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FormError, match=r"bad\.json"):
        read_form(path)


def test_layouts_that_are_no_table_are_refused() -> None:
    with pytest.raises(FormError):
        form_of(data(["甲", "乙"]) | {"layouts": {**LAYOUTS, "more": 3}}, "trial.toml")
