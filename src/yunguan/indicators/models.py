"""The tables of the indicators stage, gathered for Django from the file that declares them."""

from yunguan.indicators.returns import ImportedFigure, ReturnItem, SectionReturn

__all__ = ["ImportedFigure", "ReturnItem", "SectionReturn"]
