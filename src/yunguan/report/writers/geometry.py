"""Geometry of an official document: GB/T 9704-2012 sections 5 and 7, measured in millimetres and points.

The type area is 156 by 225 mm with 22 lines of 28 characters. A third-size (16 pt) character is 5.64 mm wide, so 28 of
them need 158 mm: each is set 0.25 pt closer.
"""

from __future__ import annotations

PAGE_WIDTH, PAGE_HEIGHT = 210, 297
TOP, BOTTOM, LEFT, RIGHT = 37, 35, 28, 26
LINES = 22
CHARACTERS = 28

LINE = 28.95  # pt; 22 of them are 224.7 mm
TRACKING = 0.25  # pt taken from every character
INDENT = 2  # characters

BODY_SIZE = 16  # 三号
TITLE_SIZE = 22  # 二号
TABLE_SIZE = 12  # 小四
TABLE_LINE = 20  # pt
FOLIO_SIZE = 14  # 四号
FOLIO_BELOW = 7  # mm from the type area to the page number

FORM_MARGIN = 15  # mm at the sides of a form
FORM_TOP, FORM_BOTTOM = 22, 22
FORM_TITLE_SIZE = 18  # 小二
FORM_SIZE = 10.5  # 五号
FORM_CELL_SIZE = 9  # 小五
FORM_FACE = "宋体"

LATIN = "Times New Roman"
TITLE_FACE = "方正小标宋简体"
LEVEL1_FACE = "黑体"
LEVEL2_FACE = "楷体_GB2312"
BODY_FACE = "仿宋_GB2312"
FOLIO_FACE = "宋体"

LEVEL_FACES = {1: LEVEL1_FACE, 2: LEVEL2_FACE, 3: BODY_FACE, 4: BODY_FACE}
BOLD_LEVEL = 3
