"""PDF files for the tests, set by Typst from short texts."""

import typst

PAGE = """#set page(width: {width}mm, height: {height}mm, margin: {margin}mm, {page})
#set text(font: ("Noto Serif CJK SC", "Noto Sans CJK SC"), size: {size}pt, lang: "zh")
#set par(justify: true, first-line-indent: (amount: 2em, all: true))
#set table(align: center + horizon)
"""


def printed(
    text: str, *, width: int = 210, height: int = 297, margin: int = 25, size: int = 12, page: str = ""
) -> bytes:
    """The text as a PDF."""
    head = PAGE.format(width=width, height=height, margin=margin, size=size, page=page)
    return bytes(typst.compile((head + text).encode()))


def cells(*rows: str) -> str:
    """The cells of a Typst table, from rows whose cells are parted by |."""
    return ", ".join(f"[{cell.strip()}]" for row in rows for cell in row.split("|"))
