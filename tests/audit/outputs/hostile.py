"""Reports whose every string came from somebody who means harm."""

from tests.audit.reading_of import audited
from yunguan.audit.report import AuditReport
from yunguan.audit.unchecked import Unchecked
from yunguan.core.finding import Contradiction, Doubt, Duty, Operand, Outcome, Place, Relation, Spot

BITE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'=1+1"


def hostile(text: str = BITE) -> AuditReport:
    """A report with this text wherever text of a document can get."""
    place, operand = Place(text, text), Operand(text, text, text)
    finding = Contradiction(
        rule="balance", message=text, places=(place,), operands=(operand,), expected=text, stated=text, difference=text
    )
    return AuditReport(
        file=f"{text[:40].replace('/', '').replace(chr(0), '')}.txt",
        reading=audited("没有数。").reading,
        findings=(finding,),
        checked=(Relation(places=(place,), operands=(operand,), rule="balance"),),
        doubts=(Doubt(message=text, places=(place,), rule="balance"),),
        duties=(Duty("balance", Outcome.FAIL, text),),
        unchecked=(Unchecked(text, text, place, Spot("", "", 0)),),
        notices=(text,),
    )
