"""Measures how fast files are read and audited: `python -m bench.audit.speed [--files 1 100] [--runs 3]`.

Beside bare extraction of the same files in the same run: python-docx, pypdfium2's text, pdfplumber's text and tables.
The reports are those of the corpus, three joined to one of about 15 pages; of a thousand, every 24 are distinct.
Results are printed and written to build/bench/audit-speed.json.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.audit.corpus import render_docx, render_pdf, render_txt
from bench.audit.corpus.generate import reports
from bench.audit.corpus.layout import layout, printed
from bench.measure import OUT, Clock, Timing, child, machine, print_table, save

FOLDER = OUT / "audit-speed"
FORMATS = ("txt", "docx", "pdf")
DISTINCT = 24
JOINED = 3
SEED = 20_240_403
MIB = 2**20


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, nargs="*", default=[1, 100], help="how many files, 1 100 1000")
    parser.add_argument("--formats", nargs="*", default=list(FORMATS), choices=FORMATS)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--ways", nargs="*", help="only these ways")
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        way, form, count = given.child
        print(json.dumps(_measured(way, form, int(count))))
        return
    print("  ".join(f"{name} {value}" for name, value in machine().items()))
    prepare(given.formats)
    found = {form: _of_format(form, given.files, given.runs, given.ways) for form in given.formats}
    print(f"written to {save('audit-speed', found)}")


def prepare(formats: Sequence[str] = FORMATS) -> None:
    """Write the distinct reports, unless an earlier run has."""
    for form in dict.fromkeys((*formats, "pdf")):
        folder = FOLDER / form
        if len(list(folder.glob(f"*.{form}"))) < DISTINCT:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            for number, path in enumerate(paths(form, DISTINCT)):
                _write(number, path, form)
    pages = FOLDER / "pages.json"
    if not pages.exists():
        counted = [_pages(path) for path in paths("pdf", DISTINCT)]
        pages.write_text(json.dumps(counted), encoding="utf-8")


def paths(form: str, count: int) -> list[Path]:
    """So many files; behind the distinct ones they come again."""
    return [FOLDER / form / f"{number % DISTINCT:02d}.{form}" for number in range(count)]


def _write(number: int, path: Path, form: str) -> None:
    wanted = range(number * JOINED, (number + 1) * JOINED)
    chosen = [report for index, report in enumerate(reports("tune", wanted.stop, SEED)) if index in wanted]
    how = layout(chosen[0], SEED)
    blocks = [block for report in chosen for block in printed(report, how)]
    if form == "txt":
        path.write_text(render_txt.text(blocks, how), encoding="utf-8")
    else:
        {"docx": render_docx, "pdf": render_pdf}[form].save(blocks, how, path)


def _pages(path: Path) -> int:
    import pypdfium2  # noqa: PLC0415 - only where pages are counted

    return len(pypdfium2.PdfDocument(path))  # type: ignore[no-untyped-call]


def _pages_of(count: int) -> int:
    known = json.loads((FOLDER / "pages.json").read_text(encoding="utf-8"))
    return sum(known[number % DISTINCT] for number in range(count))


def _of_format(form: str, counts: Sequence[int], runs: int, only: Sequence[str] | None) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for count in counts:
        for way in (way for way in WAYS[form] if not only or way in only):
            answers = [child("audit.speed", "--child", way, form, str(count)) for _ in range(runs)]
            found[f"{way}, {count}"] = _summary(answers, count)
    head = ("", "pages", "wall s", "cpu s", "cpu ms a page", "pages a cpu s", "peak MiB")
    print_table(f"{form}: median of {runs}", head, [[name, *_row(each)] for name, each in found.items()])
    return found


def _summary(answers: Sequence[dict[str, Any]], count: int) -> dict[str, Any]:
    return {
        "files": count,
        "pages": _pages_of(count),
        "wall": Timing(tuple(each["seconds"] for each in answers)).as_json(),
        "cpu": Timing(tuple(each["cpu"] for each in answers)).as_json(),
        "peak_mib": max(each["peak_mib"] for each in answers),
    }


def _row(one: dict[str, Any]) -> list[str]:
    wall, cpu, pages = one["wall"]["median"], one["cpu"]["median"], one["pages"]
    return [
        str(pages),
        f"{wall:.2f}",
        f"{cpu:.2f}",
        f"{cpu / pages * 1000:.2f}",
        f"{pages / cpu:.0f}",
        str(one["peak_mib"]),
    ]


def _measured(way: str, form: str, count: int) -> dict[str, Any]:
    """One way over so many files in this process; what is loaded first is not counted."""
    files = paths(form, count)
    work = WAYS[form][way]
    prepared = work(files[:1]) if way != "audit on all cores" else iter(())
    for _ in prepared:
        continue
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    clock = Clock()
    for _ in work(files):
        continue
    taken, after = clock.taken(), resource.getrusage(resource.RUSAGE_CHILDREN)
    taken["cpu"] += after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    peak = max(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, after.ru_maxrss)
    return taken | {"peak_mib": peak * (1 if sys.platform == "darwin" else 1024) // MIB}


def _read(files: Sequence[Path]) -> Iterator[object]:
    from yunguan.audit.read import read  # noqa: PLC0415 - each way loads only its own

    return (read(path) for path in files)


def _audit(files: Sequence[Path]) -> Iterator[object]:
    from yunguan.audit.run import audit  # noqa: PLC0415

    return (audit(path) for path in files)


def _pool(files: Sequence[Path]) -> Iterator[object]:
    from yunguan.audit.guarded.pool import audit_files  # noqa: PLC0415

    return audit_files(files)


def _text(files: Sequence[Path]) -> Iterator[object]:
    return (path.read_text(encoding="utf-8").split("\n") for path in files)


def _python_docx(files: Sequence[Path]) -> Iterator[object]:
    from docx import Document  # noqa: PLC0415

    def one(path: Path) -> list[str]:
        word = Document(str(path))
        cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
        return [paragraph.text for paragraph in word.paragraphs] + cells

    return (one(path) for path in files)


def _pypdfium2(files: Sequence[Path]) -> Iterator[object]:
    import pypdfium2  # noqa: PLC0415

    def one(path: Path) -> list[str]:
        document = pypdfium2.PdfDocument(path)  # type: ignore[no-untyped-call]
        return [page.get_textpage().get_text_range() for page in document]

    return (one(path) for path in files)


def _pdfplumber(files: Sequence[Path], *, tables: bool) -> Iterator[object]:
    import pdfplumber  # noqa: PLC0415

    def one(path: Path) -> list[object]:
        with pdfplumber.open(path) as document:
            return [page.extract_tables() if tables else page.extract_text() for page in document.pages]

    return (one(path) for path in files)


Way = Callable[[Sequence[Path]], Iterator[object]]
OURS: dict[str, Way] = {"read": _read, "read and audit": _audit, "audit on all cores": _pool}
WAYS: dict[str, dict[str, Way]] = {
    "txt": {"bare: lines of the file": _text, **OURS},
    "docx": {"bare: python-docx": _python_docx, **OURS},
    "pdf": {
        "bare: pypdfium2 text": _pypdfium2,
        "bare: pdfplumber text": lambda files: _pdfplumber(files, tables=False),
        "bare: pdfplumber tables": lambda files: _pdfplumber(files, tables=True),
        **OURS,
    },
}


if __name__ == "__main__":
    main()
