"""文件指标: received, issued, still in circulation."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

_documents = rows("document")

RECEIVED = Indicator(
    "documents.received", "收文", "件", _documents.where(direction="received").count(), "general", area="unit"
)
ISSUED = Indicator(
    "documents.issued", "发文", "件", _documents.where(direction="issued").count(), "general", area="unit"
)
OPEN = Indicator(
    "documents.open", "在办文件", "件", _documents.in_state("registered", "circulated").count(), "general", area="unit"
)
