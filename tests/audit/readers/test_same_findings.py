"""The same text as txt, docx and pdf gives the same findings, rule and operands."""

from pathlib import Path

import pytest

from bench.audit.build import labelled
from bench.audit.corpus import render_docx, render_pdf, render_txt
from bench.audit.corpus.layout import printed
from yunguan.audit.read import read
from yunguan.audit.run import audit_reading

KINDS = ("department", "project")


@pytest.fixture(scope="module", params=range(2), ids=KINDS)
def files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One report with planted defects in three formats."""
    report, how, _ = list(labelled("tune", 2, 20_240_403))[request.param]
    folder = tmp_path_factory.mktemp("formats")
    blocks = list(printed(report, how))
    paths = {kind: folder / f"report.{kind}" for kind in ("txt", "docx", "pdf")}
    paths["txt"].write_text(render_txt.text(blocks, how), encoding="utf-8")
    render_docx.save(blocks, how, paths["docx"])
    render_pdf.save(blocks, how, paths["pdf"])
    return paths


def said(path: Path) -> list[tuple[str, str, tuple[str, ...]]]:
    """Rule, severity and operands of the findings, blanks aside."""
    findings = audit_reading(read(path)).findings
    spoken = (
        (each.rule, each.severity.value, tuple(sorted("".join(str(operand).split()) for operand in each.operands)))
        for each in findings
    )
    return sorted(spoken)


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_every_format_gives_the_findings_of_the_text(files: dict[str, Path], kind: str) -> None:
    assert said(files["txt"])
    assert said(files[kind]) == said(files["txt"])
