"""docs/story.md tells what is there: its links lead somewhere, its quotations stand in the files that it names."""

from __future__ import annotations

import re

import click
import pytest

from tests.story.story import ROOT, STORY, Block, anchors, blocks, links, pieces
from yunguan.cli.main import Commands
from yunguan.core.area import load_areas
from yunguan.demo.build import SEED
from yunguan.demo.centre import Centre
from yunguan.registers.book import book

QUOTED = [block for block in blocks() if not block.new_file and block.language != "sh"]
COMMANDS = [line for block in blocks() if block.language == "sh" for line in block.text.splitlines()]


def test_every_link_leads_to_a_file_and_its_heading() -> None:
    for target, anchor in links(STORY.read_text(encoding="utf-8")):
        assert target.is_file(), target
        assert not anchor or anchor in anchors(target), anchor


@pytest.mark.parametrize("block", [pytest.param(block, id=block.source.name) for block in QUOTED])
def test_what_is_quoted_stands_in_the_file_that_is_named(block: Block) -> None:
    whole = "\n".join(line.strip() for line in block.source.read_text(encoding="utf-8").splitlines())
    for lines in pieces(block.text):
        assert "\n".join(lines) in whole, f"{block.source.relative_to(ROOT)} has changed: quote it anew"


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_is_there(line: str) -> None:
    program, word, *_ = line.split()
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert word in (targets if program == "make" else Commands().list_commands(click.Context(click.Command("yunguan"))))


def test_the_row_is_the_first_of_the_demonstrations_workbook() -> None:
    table = [line for line in STORY.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    heads, cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in table[:2])
    row, columns = Centre(SEED).rows("emergency_plan")[0], {each.label: each for each in book("emergency_plan").columns}
    shown = {each.label: str(row[each.name]) for each in columns.values() if each.name in row}
    shown |= {"行政区划": load_areas().name(row["area"]), "状态": columns["状态"].choice_label(row["state"])}
    assert {head: cell for head, cell in zip(heads, cells, strict=True) if head != "…"}.items() <= shown.items()
