"""宣传指标: pieces by medium, copies handed out."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

_pieces = rows("publicity")


def _medium(code: str, title: str, unit: str) -> Indicator:
    return Indicator(f"publicity.{code}", title, unit, _pieces.where(medium=code).count(), "general", area="unit")


PIECES = Indicator("publicity.pieces", "宣传作品", "件", _pieces.count(), "general", area="unit")
PRESS = _medium("press", "新闻媒体报道", "篇")
BRIEFING = _medium("briefing", "简报", "期")
ACCOUNT = _medium("account", "公众号信息", "条")
COPIES = Indicator("publicity.copies", "发放海报和手册", "份", _pieces.sum("copies"), "general", area="unit")
