"""PDF files that lie, loop, swell or hide."""

import random
from functools import partial

from tests.audit.hostile.case import READ, Case, holding
from tests.audit.hostile.packages import word
from tests.audit.hostile.pdfs import FONT, PAGE, TEXT, flated, pdf, plain, stream

MIB = 2**20
_LOCKED = "/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -1 /O <{0}> /U <{0}> >> /ID [<{1}> <{1}>]".format(
    "41" * 32, "42" * 16
)


def _many_pages(count: int) -> bytes:
    """One page object named so many times."""
    return pdf(plain(o2=f"<< /Type /Pages /Kids [{'3 0 R ' * count}] /Count {count} >>"))


def _chain(depth: int) -> bytes:
    """Page trees below page trees."""
    objects = plain(o2="<< /Type /Pages /Kids [10 0 R] /Count 1 >>")
    objects |= {10 + n: f"<< /Type /Pages /Parent {9 + n} 0 R /Kids [{11 + n} 0 R] /Count 1 >>" for n in range(depth)}
    return pdf(objects | {10 + depth: PAGE})


def _forms(depth: int) -> dict[int, str | bytes]:
    """Forms that each draw the next one ten times."""
    resources = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {} 0 R >> >>"
    forms: dict[int, str | bytes] = {20 + n: stream("/X Do " * 10, resources.format(21 + n)) for n in range(depth)}
    return forms | {20 + depth: stream(TEXT, "/Type /XObject /Subtype /Form /BBox [0 0 9 9]")}


def _drawing(first: int, content: str = "/X Do") -> dict[int, str | bytes]:
    page = PAGE.replace("/Font << /F1 5 0 R >>", f"/Font << /F1 5 0 R >> /XObject << /X {first} 0 R >>")
    return plain(o3=page, o4=stream(f"{TEXT} {content}"))


def _damaged(seed: int) -> bytes:
    data, dice = bytearray(pdf(plain())), random.Random(seed)
    for _ in range(30):
        data[dice.randrange(len(data))] = dice.randrange(256)
    return bytes(data)


def _object_stream(size: int) -> bytes:
    inner = b"7 0 " + b"<< /A 1 >>" + b" " * size
    return pdf(plain(o6=flated(inner, extra="/Type /ObjStm /N 1 /First 4")))


_LOOP = "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"
_SELF = stream("/X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 20 0 R >> >>")
_IMAGE = stream(
    b"x", "/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceRGB"
)
_LAUNCH = "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /{} >> >>"
CASES: list[Case] = [
    holding("pdf_plain", lambda: pdf(plain()), READ, either=True),
    holding("pdf_of_only_a_head", b"%PDF-1.7\n", "损坏|格式|PDF|pdf"),
    holding("pdf_cut_in_half", lambda: pdf(plain())[:300], "损坏|格式|PDF|pdf", either=True),
    holding("pdf_without_its_end", lambda: pdf(plain())[:-60], READ, either=True),
    *(holding(f"pdf_damaged_{seed}", partial(_damaged, seed), READ, either=True) for seed in range(4)),
    holding("pdf_page_tree_in_a_circle", lambda: pdf(plain(o2=_LOOP)), READ, either=True),
    holding("pdf_page_that_is_its_parent", lambda: pdf(plain(o3=PAGE.replace("2 0 R", "3 0 R"))), READ, either=True),
    holding("pdf_page_tree_5000_deep", lambda: _chain(5_000), READ, either=True),
    holding(
        "pdf_claiming_two_milliard_pages",
        lambda: pdf(plain(o2="<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>")),
        "页|损坏|格式",
        either=True,
    ),
    holding(
        "pdf_claiming_fewer_than_no_pages",
        lambda: pdf(plain(o2="<< /Type /Pages /Kids [3 0 R] /Count -5 >>")),
        READ,
        either=True,
    ),
    holding("pdf_of_100000_pages", lambda: _many_pages(100_000), "页|格式|规定时间", either=True),
    holding("pdf_with_a_huge_page", lambda: pdf(plain(o3=PAGE.replace("595 842", "1e30 1e30"))), READ, either=True),
    holding(
        "pdf_with_a_page_without_size",
        lambda: pdf(plain(o3=PAGE.replace("[0 0 595 842]", "[0 0 0 0]"))),
        READ,
        either=True,
    ),
    holding(
        "pdf_with_a_page_of_words", lambda: pdf(plain(o3=PAGE.replace("[0 0 595 842]", "(abc)"))), READ, either=True
    ),
    holding("pdf_encrypted", lambda: pdf(plain(), _LOCKED), "密码|加密|格式"),
    holding("pdf_encrypted_unknown_way", lambda: pdf(plain(), "/Encrypt << /Filter /Foo >>"), "密码|加密|格式|损坏"),
    holding("pdf_table_lying_about_its_place", lambda: pdf(plain(), start=10**12), READ, either=True),
    holding("pdf_table_pointing_to_itself", lambda: pdf(plain(), "/Prev 15"), READ, either=True),
    holding(
        "pdf_claiming_a_huge_table", lambda: pdf(plain()).replace(b"xref\n0 6", b"xref\n0 999999999"), READ, either=True
    ),
    holding(
        "pdf_flate_bomb",
        lambda: pdf(plain(o4=flated(b"BT (x) Tj ET " * 6_000_000))),
        "规定时间|内存|过多|炸弹|过大|格式",
        either=True,
    ),
    holding(
        "pdf_flate_bomb_twice",
        lambda: pdf(plain(o4=flated(b"q Q " * 25_000_000, 2))),
        "规定时间|内存|过多|炸弹|过大|格式",
        either=True,
    ),
    holding(
        "pdf_flate_bomb_of_blanks",
        lambda: pdf(plain(o4=flated(b" " * (300 * MIB), 2))),
        "规定时间|内存|过多|炸弹|过大|格式|文字",
        either=True,
    ),
    holding("pdf_object_stream_bomb", lambda: _object_stream(200 * MIB), READ, either=True),
    holding(
        "pdf_lying_about_a_length",
        lambda: pdf(plain(o4=stream(TEXT).replace(b"/Length 4", b"/Length 999999999"))),
        READ,
        either=True,
    ),
    holding("pdf_with_nested_arrays", lambda: pdf(plain(o6="[" * 100_000 + "]" * 100_000)), READ, either=True),
    holding(
        "pdf_with_nested_dictionaries_on_the_page",
        lambda: pdf(plain(o3=PAGE[:-2] + "/A " + "<< /A " * 20_000 + "1" + " >>" * 20_000 + " >>")),
        READ,
        either=True,
    ),
    holding(
        "pdf_with_a_nested_content",
        lambda: pdf(plain(o4=stream("[" * 100_000 + "]" * 100_000 + TEXT))),
        READ,
        either=True,
    ),
    holding("pdf_with_200000_saved_states", lambda: pdf(plain(o4=stream("q " * 200_000 + TEXT))), READ, either=True),
    holding("pdf_drawing_itself", lambda: pdf(_drawing(20) | {20: _SELF}), READ, either=True),
    holding(
        "pdf_drawing_ten_to_the_eighth",
        lambda: pdf(_drawing(20) | _forms(8)),
        "规定时间|内存|过多|炸弹|过大|格式",
        either=True,
    ),
    holding("pdf_with_a_huge_picture", lambda: pdf(_drawing(20) | {20: _IMAGE}), READ, either=True),
    holding(
        "pdf_with_a_script", lambda: pdf(plain(o1=_LAUNCH.format("JavaScript /JS (while(1);)"))), READ, either=True
    ),
    holding("pdf_that_launches", lambda: pdf(plain(o1=_LAUNCH.format("Launch /F (cmd.exe)"))), READ, either=True),
    holding(
        "pdf_that_fetches", lambda: pdf(plain(o1=_LAUNCH.format("URI /URI (http://127.0.0.1:9/)"))), READ, either=True
    ),
    holding("pdf_with_a_file_in_it", lambda: pdf(plain(o6=stream(b"MZ", "/Type /EmbeddedFile"))), READ, either=True),
    holding("pdf_without_a_font", lambda: pdf(plain(o5="null")), READ, either=True),
    holding(
        "pdf_with_a_broken_font",
        lambda: pdf(
            plain(
                o5=FONT[:-2] + "/FontDescriptor << /FontFile2 6 0 R >> /ToUnicode 6 0 R >>",
                o6=stream(b"\0\1\0\0" + b"\xff" * 5_000),
            )
        ),
        READ,
        either=True,
    ),
    holding(
        "pdf_with_words_outside_the_page",
        lambda: pdf(plain(o4=stream(TEXT.replace("72 700", "1e9 -1e9")))),
        READ,
        either=True,
    ),
    holding(
        "pdf_with_words_without_size", lambda: pdf(plain(o4=stream(TEXT.replace("12 Tf", "0 Tf")))), READ, either=True
    ),
    holding(
        "pdf_with_10000_words_in_one_place",
        lambda: pdf(plain(o4=stream("BT /F1 9 Tf 72 700 Td " + "(30) Tj -9 0 Td " * 10_000 + "ET"))),
        "规定时间|内存|过多|炸弹|过大|格式|文字",
        either=True,
    ),
    holding(
        "pdf_with_50000_lines_drawn",
        lambda: pdf(
            plain(
                o4=stream(
                    "".join(f"{n % 500} 0 m {n % 500} 800 l S 0 {n % 800} m 500 {n % 800} l S " for n in range(25_000))
                    + TEXT
                )
            )
        ),
        READ,
        either=True,
    ),
    holding("pdf_of_circles_of_references", lambda: pdf(plain(o4="6 0 R", o6="4 0 R")), READ, either=True),
    holding("pdf_and_zip", lambda: pdf(plain()) + word(), READ, either=True),
    holding("pdf_and_zip_in_one_beginning", lambda: b"PK\x03\x04 %PDF-1.7" + pdf(plain()), "损坏|格式"),
    holding("pdf_called_docx", lambda: pdf(plain()), READ, suffix=".docx", either=True),
    holding("pdf_without_words", lambda: pdf(plain(o4=stream("0 0 100 100 re f"))), "扫描|文字|格式"),
]
