from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tests.report.forms.given import data, facts, filled
from tests.report.writers.form_pages import FORMS, REPORT, assert_forms_are_printed
from tests.report.writers.pages import pages
from yunguan.report.document import Document
from yunguan.report.fonts import find_faces
from yunguan.report.form_facts import Subject, Task
from yunguan.report.writers.pdf import pdf_bytes

FACES = find_faces()
NOON = datetime(2024, 4, 3, 12, tzinfo=UTC)


def printed(folder: Path, document: Document) -> Path:
    path = folder / "forms.pdf"
    path.write_bytes(pdf_bytes(document, author="中心", created=NOON, faces=FACES))
    return path


def test_each_form_is_whole_on_its_own_page(tmp_path: Path) -> None:
    assert_forms_are_printed(printed(tmp_path, REPORT), FORMS)


def test_the_pages_of_the_forms_are_counted_on_from_the_text(tmp_path: Path) -> None:
    folios = [page[-1].text for page in pages(printed(tmp_path, REPORT))[1:]]
    assert folios == [f"—{number}—" for number in range(1, len(FORMS) + 2)]


def test_the_head_stands_on_every_page_of_a_long_table(tmp_path: Path) -> None:
    tasks = tuple(Task(f"第{number}项", "", None, None, None) for number in range(90))
    rows = (
        {"head": True, "every_page": True, "cells": ["任务", "内容"]},
        {"repeat": "tasks", "cells": ["{item.title}", "{item.content}"]},
    )
    long = filled(*rows, known=facts(department=Subject("department", "某中心", tasks=tasks)))
    found = pages(printed(tmp_path, replace(REPORT, attachments=(long,))))[2:]
    assert len(found) > 2
    assert all(any(line.text == "任务内容" for line in page) for page in found)


def test_words_that_look_like_markup_are_printed_as_words(tmp_path: Path) -> None:
    hostile = '#panic("x") $x$ *b* \\ "q"'
    known = facts(unit=hostile)
    form = filled(["{unit}", "甲"], known=known, left="{unit}")
    text = "".join(
        line.text for page in pages(printed(tmp_path, replace(REPORT, attachments=(form,)))) for line in page
    )
    assert text.count(hostile.replace(" ", "")) == 2
    assert data(["甲", "乙"])["title"] in text
