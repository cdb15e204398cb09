"""The generated documents are what the declarations say, and nothing declared is missing from the glossary."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from tests.architecture.source import PACKAGE, ROOT
from tools.documents.coverage import clauses, nowhere
from tools.documents.glossary import glossary_document
from tools.documents.rule_values import rules_of_the_house
from tools.generate_docs import CLAUSES, TERMS, documents
from yunguan.audit.rule_catalogue import every_rule
from yunguan.cli.main import Commands
from yunguan.evaluation.gate.check import checks
from yunguan.indicators.indicator import catalogue
from yunguan.registers.book import books

GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]

# Folders whose every file declares one thing, and where its test stands.
SECTIONS = sorted(path.parent for path in (PACKAGE / "registers").glob("*/apps.py"))
SUBJECTS = PACKAGE / "indicators" / "catalogue"
TWINS = {
    "audit/rules": "audit/rules",
    "audit/outputs": "audit/outputs",
    "audit/pairs/rules": "audit/pairs/rules",
    "audit/readers": "audit/readers",
    "core/codes": "core/codes",
    "demo/books": "demo/books",
    "evaluation/gate/checks": "evaluation/gate/checks",
    "evaluation/rules": "evaluation/rules",
    **{f"registers/{section.name}": f"registers/{section.name}" for section in SECTIONS},
}
# The test that tells the figures of a whole section together.
TOLD_TOGETHER = {"finance": "test_finance.py"}
NOT_DECLARED = {"apps", "models", "migrations"}


def lonely(folder: str, tests: str) -> list[str]:
    """The declared files of a folder that have no test of their name."""
    names = [path.stem for path in sorted((PACKAGE / folder).glob("*.py")) if not path.name.startswith("__")]
    twins = ROOT / "tests" / tests
    return [name for name in names if name not in NOT_DECLARED and not (twins / f"test_{name}.py").exists()]


def computed_subjects() -> list[tuple[str, str]]:
    """Section and name of every file of indicators that computes from a register."""
    declares_only = "declared()"
    files = [path for path in sorted(SUBJECTS.rglob("*.py")) if path.name != "__init__.py"]
    found = [path for path in files if declares_only not in path.read_text(encoding="utf-8")]
    return [(path.parent.name, path.stem) for path in found]


@pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in documents()])
def test_a_generated_document_is_what_the_declarations_say(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == documents()[path], "run `make docs` and commit what it wrote"


def test_every_clause_of_the_report_has_a_place_that_exists() -> None:
    assert list(nowhere(CLAUSES)) == []
    assert len(clauses(CLAUSES)) == len({each.id for each in clauses(CLAUSES)}) == 206


def test_a_place_that_does_not_exist_is_seen(tmp_path: Path) -> None:
    listed = tmp_path / "coverage.csv"
    listed.write_text(
        "clause,section,gist,done_in\n1,一,x,book:plate page:home\n2,一,y,book:nothing\n3,一,z,\n", encoding="utf-8"
    )
    assert list(nowhere(listed)) == ["2: book:nothing", "3: no place"]


def test_every_register_stands_in_the_glossary() -> None:
    assert [book.id for book in books().values() if f"`{book.id}`](registers.md#{book.id})" not in GLOSSARY] == []


def test_every_figure_stands_in_the_glossary_under_its_title() -> None:
    assert [each.id for each in catalogue() if f"| `{each.id}` | {each.title} |" not in GLOSSARY] == []


def test_every_audit_rule_stands_in_the_glossary_under_its_name() -> None:
    rows = {rule.code: f"[`{rule.code}`](audit-rules.md#{rule.code}) | {rule.name} |" for rule in every_rule().values()}
    assert [code for code, row in rows.items() if row not in GLOSSARY] == []


def test_every_check_of_the_gate_stands_in_the_glossary_under_its_title() -> None:
    rows = {each.code: f"[`{each.code}`](gate.md#{each.code}) | {each.title} |" for each in checks()}
    assert [code for code, row in rows.items() if row not in GLOSSARY] == []


def test_every_rule_value_that_nobody_confirmed_is_marked() -> None:
    for rule in rules_of_the_house():
        line = next(line for line in GLOSSARY.splitlines() if line.startswith(f"| `{rule.code}` | {rule.title} |"))
        assert ("待核实" in line) is not rule.confirmed


def test_a_term_given_twice_is_refused(tmp_path: Path) -> None:
    terms = tmp_path / "terms.md"
    terms.write_text(TERMS.read_text(encoding="utf-8") + "| centre | 中心 | Again. | here |\n", encoding="utf-8")
    with pytest.raises(ValueError, match="centre"):
        glossary_document(terms)


def test_a_term_without_a_source_is_refused(tmp_path: Path) -> None:
    terms = tmp_path / "terms.md"
    terms.write_text("# Terms\n\n| shortage | 缺口 | What is missing. |  |\n", encoding="utf-8")
    with pytest.raises(ValueError, match="shortage"):
        glossary_document(terms)


@pytest.mark.parametrize("stage", ["evaluation"])
def test_every_book_of_a_stage_has_its_test(stage: str) -> None:
    names = [each.id for each in books().values() if each.model.__module__.startswith(f"yunguan.{stage}.")]
    assert names, stage
    assert [name for name in names if not (ROOT / "tests" / stage / f"test_{name}.py").exists()] == []


@pytest.mark.parametrize(("folder", "tests"), TWINS.items())
def test_every_declared_file_has_its_test(folder: str, tests: str) -> None:
    assert lonely(folder, tests) == []


def test_every_subject_that_is_computed_has_its_test() -> None:
    tests = ROOT / "tests" / "indicators"
    own = {(section, name): tests / "catalogue" / f"test_{name}.py" for section, name in computed_subjects()}
    together = {(section, name): tests / TOLD_TOGETHER[section] for section, name in own if section in TOLD_TOGETHER}
    assert [subject for subject, path in (own | together).items() if not path.exists()] == []


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_a_readme_lists_the_commands_that_there_are(name: str) -> None:
    rows = re.findall(r"^\| `yunguan (\w+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(rows) == Commands().list_commands(click.Context(click.Command("yunguan")))


@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in PAGES])
def test_every_link_of_a_page_leads_to_a_file(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    own = [target for target in targets if not target.startswith("https://")]
    assert [target for target in own if not (page.parent / target).exists()] == []
