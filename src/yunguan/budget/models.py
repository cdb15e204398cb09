"""Every book of the budget, for Django."""

from yunguan.registers.folder import load_books

load_books("yunguan.budget")
