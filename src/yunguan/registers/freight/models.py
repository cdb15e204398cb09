"""Every book in this folder, for Django."""

from yunguan.registers.folder import load_books

load_books("yunguan.registers.freight")
