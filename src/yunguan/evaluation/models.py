"""Every book of the year cycle and every table of the scores, for Django."""

from yunguan.evaluation.tables import ItemEntry, ItemReview, SchemeEdition, Submission
from yunguan.registers.folder import load_books

__all__ = ["ItemEntry", "ItemReview", "SchemeEdition", "Submission"]

load_books("yunguan.evaluation")
