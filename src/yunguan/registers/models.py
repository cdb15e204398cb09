"""The tables of the machinery, gathered for Django from the file that declares them."""

from yunguan.registers.tables import ImportBatch, Opening, SavedMapping

__all__ = ["ImportBatch", "Opening", "SavedMapping"]
