import re
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.audit.outputs.hostile import BITE, hostile
from tests.audit.reading_of import audited
from yunguan.audit.output import outputs
from yunguan.audit.outputs.html_papers import HtmlPapers
from yunguan.audit.paper.pages import index, listed, paper
from yunguan.audit.report import AuditReport

NOW = datetime(2024, 4, 3, 9, 30, tzinfo=UTC)
WRONG = "应备案的 250 家企业，已有 180 家完成备案，备案率达 78%。全年检查 7 次。标志牌 30 块，其中甲 10 块，乙 20 块。"
OURS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "h1",
    "h2",
    "h3",
    "p",
    "span",
    "a",
    "table",
    "caption",
    "thead",
}
OURS |= {"tbody", "tr", "th", "td"}


def tree(text: str) -> etree._Element:
    return etree.fromstring(text.encode(), etree.HTMLParser(encoding="utf-8"))


def written(folder: Path, *reports: AuditReport) -> HtmlPapers:
    sink = HtmlPapers(folder)
    sink.begin(NOW)
    for report in reports:
        sink.take(report)
    sink.finish()
    return sink


def test_the_option_is_found_by_reading_the_folder() -> None:
    assert {"html", "xlsx"} <= set(outputs().keys())


def test_a_paper_tells_everything_of_its_file() -> None:
    text = "".join(str(part) for part in tree(paper(audited(WRONG), NOW)).itertext())
    found = ("查出矛盾1处", "这两处不能同时成立", "应为 72%，写为 78%")

    for words in (*found, "7 次", "标志牌 30块；甲 10块", "2024年4月3日"):
        assert words in text


def test_a_paper_asks_nobody_for_anything_and_runs_nothing() -> None:
    text = paper(audited(WRONG), NOW)

    assert not re.search(r"https?:|<script|<link|<img|@import|url\(", text)
    assert "default-src 'none'" in text or "default-src &#x27;none&#x27;" in text


@given(st.text() | st.sampled_from([BITE, "</style><script>", "javascript:alert(1)", "<!--", "]]>", "&lt;b&gt;"]))
def test_no_string_of_a_document_becomes_an_element_or_an_attribute(text: str) -> None:
    report = hostile(text)
    for page in (paper(report, NOW), index([listed(report, f"{text}.html")] * 2, NOW)):
        elements = list(tree(page).iter(etree.Element))

        assert {str(each.tag) for each in elements} <= OURS
        assert {name for each in elements for name in each.attrib} <= {
            "lang", "charset", "name", "content", "http-equiv", "class", "href"
        }  # fmt: skip
        assert not any(each.get("href", "").lower().startswith("javascript:") for each in elements)


def test_many_files_have_an_index_and_each_a_page_of_its_own(tmp_path: Path) -> None:
    sink = written(tmp_path, audited(WRONG), audited(WRONG))

    assert [path.name for path in sink.written] == ["report.txt.核对.html", "report.txt.核对(2).html", "index.html"]
    links = tree((tmp_path / "index.html").read_text(encoding="utf-8")).iter("a")
    assert len({link.get("href") for link in links}) == 2


def test_one_file_needs_no_index_and_a_second_run_renews_the_page(tmp_path: Path) -> None:
    written(tmp_path, audited(WRONG))
    sink = written(tmp_path, audited(WRONG))

    assert [path.name for path in tmp_path.iterdir()] == ["report.txt.核对.html"]
    assert sink.said == []


def test_a_page_of_somebody_else_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "report.txt.核对.html").write_text("我的网页", encoding="utf-8")
    sink = written(tmp_path, audited(WRONG))

    assert "已有一个别的文件" in sink.said[0]
    assert (tmp_path / "report.txt.核对.html").read_text(encoding="utf-8") == "我的网页"


def test_quotes_of_one_place_stand_together_and_of_many_places_the_first() -> None:
    rows = "".join(f"项目{i}\t{i}.50\n" for i in range(1, 31))
    text = "".join(
        str(part) for part in tree(paper(audited(f"项目\t金额（万元）\n{rows}合计\t1.50\n"), NOW)).itertext()
    )

    assert "另有 19 处，见清单" in text
    assert paper(audited(WRONG), NOW).count('<span class="where">第1行</span>') == 1
