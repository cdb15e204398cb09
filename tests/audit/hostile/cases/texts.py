"""Texts whose bytes are no text, and texts that make a pattern or a rule take its time."""

import random

from tests.audit.hostile.case import READ, Case, holding
from yunguan.audit.bounds import LONGEST_SENTENCE

GOOD = "标志牌 30 块，其中甲 10 块，乙 20 块。"
_MANY = 100_000


def text(name: str, said: str, reason: str = READ, *, either: bool = False) -> Case:
    return holding(name, said.encode(), reason, suffix=".txt", either=either)


def repeated(name: str, unit: str) -> Case:
    """One piece over and over, as long as one sentence may be; what comes of it does not matter, only that it ends."""
    length = 20_000 if "\n" in unit else LONGEST_SENTENCE - 100
    return holding(f"text_run_{name}", (unit * (length // len(unit) + 1)).encode(), READ, suffix=".txt", either=True)


def _numbers(count: int) -> str:
    dice = random.Random(7)
    return "、".join(f"{dice.randrange(1, 999)} 块" for _ in range(count))


_RUNS = {
    "digits": "7",
    "blanks": " ",
    "wide_blanks": "　",
    "brackets": "（",
    "brackets_closed": "（）",
    "half_brackets": "((",
    "han": "路",
    "total": "合计",
    "of_which": "其中",
    "total_of_which": "合计 1 万元，其中",
    "commas": "，",
    "dots": ".",
    "groups": "1,234",
    "enumeration": "、",
    "hundreds": "一百",
    "tens": "十",
    "ones": "一",
    "percent": "%",
    "years": "2023年",
    "dashes": "-",
    "range": "1-",
    "tabs": "\t",
    "pipes": "|",
    "slashes": "1 / ",
    "boxes": "│ ",
    "stars": "**",
    "hashes": "# ",
    "quotes": "“",
    "colons": "：",
    "letters": "a",
    "words": "a1",
    "about": "约",
    "near": "近 5 万元",
    "budget": "预算 1 万元，执行 1 万元，",
    "rate": "占 5%，",
    "grew": "比上年增加 1 万元，增长 5%，",
    "ordinal": "第",
    "attachments": "附件 1",
    "urls": "http://",
    "document_numbers": "〔2023〕1号",
    "areas": "某某市某某县",
    "of": "的",
    "and": "和",
    "sentences": "共 3 个。",
    "semicolons": "3 个；",
    "newlines": "3 个\n",
    "headings": "一、\n",
    "short_heads": "（一）检查\n",
    "months": "3 月份",
    "from_to": "由 3 个增加到 5 个，",
    "carried": "年初结转 1 万元，",
    "plus": "1+2=3 ",
    "equals": "=",
    "people": "1 人次",
    "total_parts": "共 9 个，其中：甲 4 个、乙 5 个。",
    "double": "检查检查",
    "blanks_in": "占 %，",
    "xx": "XX",
    "fill_in": "增加（减少）",
    "unclosed": "共 9 个（其中",
    "table_of_blanks": "项目  金额  比例\n",
    "pairs_of_columns": "甲\t1\n",
    "percent_points": "百分点",
    "less": "≤",
    "han_digits": "1路",
    "mixed_marks": "，。；：、",
    "yuan": "元",
    "ten_thousand": "万",
}
CASES: list[Case] = [
    *(repeated(name, unit) for name, unit in _RUNS.items()),
    text("text_empty", "", "空文件"),
    text("text_of_blanks", " \n\t　\n" * 1_000, "空文件|文字"),
    holding("text_of_only_a_mark", b"\xef\xbb\xbf", "空文件|文字"),
    holding("text_of_nul", b"\0" * 100_000, "控制字符|编码|乱码|文字"),
    holding("text_with_nul", GOOD.encode() + b"\0" + GOOD.encode(), "控制字符|编码|乱码"),
    holding("text_of_noise", random.Random(3).randbytes(100_000), "编码|控制字符|乱码|格式"),
    holding("text_in_two_encodings", (GOOD * 20).encode() + (GOOD * 20).encode("gb18030"), "编码|乱码"),
    holding(
        "text_in_three_encodings", GOOD.encode("utf-16") + GOOD.encode() + GOOD.encode("gb18030"), "编码|控制字符|乱码"
    ),
    holding("text_cut_inside_a_character", (GOOD * 20).encode()[:-1], "编码|乱码"),
    holding("text_of_half_a_pair", b"\xff\xfe\x00\xd8\x00\xd8", "编码|控制字符|文字"),
    holding("text_with_a_forged_mark", b"\xff\xfe" + GOOD.encode(), "编码|控制字符|乱码", either=True),
    text("text_with_controls", GOOD + "\x1b[2J\x07\x08", "控制字符"),
    text("text_with_bidi", "\u202e" + GOOD + "\u202c\u2066块 03\u2069", READ),
    text("text_with_zero_widths", GOOD.replace("3", "3\u200b\u200d\ufeff"), READ),
    text("text_of_zero_widths", "\u200b\u200d\u2060\ufeff" * 10_000 + GOOD, READ, either=True),
    text("text_with_stacked_marks", "标志牌 3" + "\u0301" * 3_000 + "0 块", READ),
    text("text_with_other_digits", "标志牌 ٣٠ 块，其中甲 १० 块，乙 ²⁰ 块，丙 ⅷ 块，丁 𝟛 块。", READ),
    text("text_with_private_characters", "标志牌 30 块\ue000\uffff\U0010ffff", READ, either=True),
    text(
        "text_with_terminal_marks",
        "标志牌 30 块[bold]，其中[/bold]甲 10 块，[link=file:///etc/passwd]乙[/link] 20 块。",
        READ,
    ),
    text("text_with_web_marks", "<script>alert(1)</script>标志牌 30 块，其中甲 10 块，乙 20 块。", READ),
    text("text_with_a_formula", "=cmd|' /c calc'!A0\t30\n=1+1\t20\n", READ),
    text("text_with_a_number_of_100000_digits", f"标志牌 {'9' * _MANY} 块，其中甲 10 块。", READ, either=True),
    text("text_with_a_number_of_100000_decimals", f"支出 0.{'9' * _MANY} 万元，其中甲 10 万元。", READ, either=True),
    text(
        "text_with_a_grouped_number_without_end", f"支出 1{',234' * 30_000} 万元，其中甲 10 万元。", READ, either=True
    ),
    text("text_with_a_numeral_without_end", f"标志牌{'九千' * 30_000}块，其中甲 10 块。", READ, either=True),
    text("text_with_30000_numbers_in_one_sentence", f"标志牌 30 块，其中{_numbers(30_000)}。", READ, either=True),
    text("text_with_100000_numbers_in_one_sentence", f"标志牌 30 块，其中{_numbers(_MANY)}。", READ, either=True),
    text("text_with_100000_amounts_in_one_sentence", "支出" + "，其中 3.5 万元" * _MANY + "。", READ, either=True),
    text(
        "text_with_20000_rates_in_one_sentence",
        "应检 90 人、实检 80 人，" + "参检率 88.9%，" * 20_000,
        READ,
        either=True,
    ),
    text(
        "text_with_3000_sentences", (GOOD + "参检率 88.9%。比上年增加 3 块，增长 11.1%。\n") * 1_000, READ, either=True
    ),
    text(
        "text_with_1500_like_paragraphs",
        "\n".join(f"第{n}段标志牌 {n} 块，其中甲 10 块，乙 20 块。" for n in range(1_500)),
        READ,
        either=True,
    ),
    text("text_with_1500_equal_paragraphs", (GOOD + "\n") * 1_500, READ, either=True),
    text("text_with_5000_headings", "\n".join(f"{n}. 检查情况" for n in range(5_000)), READ, either=True),
    text("text_with_8000_nested_headings", "一、甲\n（一）乙\n1. 丙\n（1）丁\n" * 2_000 + GOOD, READ, either=True),
    text(
        "text_with_a_table_of_20000_cells",
        "\n".join("\t".join(str(n * m) for m in range(20)) for n in range(1_000)),
        READ,
        either=True,
    ),
    text(
        "text_with_a_table_of_20000_columns",
        "\n".join("\t".join(str(n) for n in range(20_000)) for _ in range(3)),
        READ,
        either=True,
    ),
    text("text_with_a_piped_table", "| 项目 | 金额 |\n|---|---|\n" + "| 合计 | 3 |\n" * 5_000, READ, either=True),
    text(
        "text_with_a_table_of_blanks", "\n".join(f"项目{n}      {n}      {n}" for n in range(4_000)), READ, either=True
    ),
    text("text_with_a_slashed_table", "费用（预算/决算）\n" + "三公经费 9 / 10\n" * 1_000, READ, either=True),
    text("text_with_1000_small_tables", "项目\t金额\n合计\t3\n甲\t3\n\n说明如下。\n" * 1_000, READ, either=True),
    text("text_with_page_edges", "正文说明 3\n— 1 —\n某某单位报告\n" * 5_000, READ, either=True),
    text("text_with_500000_empty_lines", GOOD + "\n" * 500_000, READ, either=True),
    text("text_with_500000_form_feeds", GOOD + "\f" * 500_000, READ, either=True),
    text("text_broken_in_20000_lines", "标志牌 30 块，其中甲\n" + "、乙\n" * 20_000, READ, either=True),
]
