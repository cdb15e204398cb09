"""Every book of the year cycle, for Django."""

from yunguan.registers.folder import load_books

load_books("yunguan.evaluation")
