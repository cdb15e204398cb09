"""docs/story.md tells what is there: its links lead somewhere, its quotations stand in the files that it names."""

from __future__ import annotations

import re

import click
import pytest

from tests.story.story import ROOT, STORY, Block, anchors, blocks, links, pieces
from yunguan.cli.main import Commands

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
