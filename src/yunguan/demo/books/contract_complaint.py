"""驾培合同投诉台账: what trainees complained of in the year, most of it about refunds."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from yunguan.demo.books.operator import URBAN
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.people import People
from yunguan.demo.schools import urban_schools
from yunguan.demo.targets import LAST_DAY, YEAR

BAND = range(985, 987)
COUNT = 176
BUSY = {7: 3, 8: 3, 9: 4, 10: 3, 11: 3, 12: 2}
CHANNELS = ("hotline",) * 6 + ("petition",) * 3 + ("bureau", "visit", "call", "letter")
CAUSES = (
    ("refund",) * 9 + ("contract",) * 3 + ("price",) * 3 + ("schedule", "schedule", "quality", "coach", "recruiting")
)
CONTENT = {
    "refund": "学员退学后驾校拖延退费。",
    "contract": "报名时未签培训合同，承诺的课时没有兑现。",
    "price": "报名后被要求另交补考费和模拟费。",
    "schedule": "约课约考排期过长，多次被推迟。",
    "quality": "实际培训学时不足。",
    "coach": "教练员索要财物，态度粗暴。",
    "recruiting": "网上招生点冒用驾校名义收费后失联。",
}
STRANGERS = ("网上“轻松学车”招生点", "“包过学车”网络招生账号")
RECENT = date(YEAR, 12, 20)


def rows(centre: Centre) -> list[Row]:
    """One row a complaint, in the order in which they came."""
    maker = _Maker(centre)
    made = sorted((maker.complaint() for _ in range(COUNT)), key=lambda row: (row["received_on"], row["mobile"]))
    for number, row in enumerate(made, start=1):
        row["complaint_no"] = f"衡驾诉{YEAR}{number:04d}"
    return made


class _Maker:
    """Draws one complaint after another."""

    def __init__(self, centre: Centre) -> None:
        self.random = centre.random("contract_complaint")
        self.people = People(self.random, BAND)
        self.schools = urban_schools(centre)
        self.days = working_days(date(YEAR, 1, 3), date(YEAR, 12, 28))
        self.weights = [BUSY.get(day.month, 2) for day in self.days]

    def complaint(self) -> Row:
        person = self.people.born_between(date(YEAR - 45, 1, 1), date(YEAR - 18, 12, 31), women=0.5)
        cause = self.random.choice(CAUSES)
        received = self.random.choices(self.days, self.weights)[0]
        row = {
            "received_on": received,
            "channel": self.random.choice(CHANNELS),
            "complainant": person.name,
            "mobile": person.mobile,
            "cause": cause,
            "content": CONTENT[cause],
        }
        row |= self._against(cause) | self._money(cause)
        return row | self._course(row)

    def _against(self, cause: str) -> Row:
        if cause == "recruiting":
            return {"respondent": self.random.choice(STRANGERS), "area": self.random.choice(URBAN), "operator": None}
        school = self.random.choices(self.schools, [each["fleet"] for each in self.schools])[0]
        return {"operator": school["operator"], "operator__name": school["operator__name"], "area": school["area"]}

    def _money(self, cause: str) -> Row:
        price = Decimal(self.random.randrange(19, 36) * 100)
        paid = price if self.random.random() < 0.7 else price * 6 // 10  # noqa: PLR2004 - most paid in full
        asked = paid * self.random.randint(50, 100) // 100 if cause in {"refund", "contract"} else None
        signed = cause != "contract" and self.random.random() < 0.7  # noqa: PLR2004 - as in the reports of the schools
        return {"contract_signed": signed, "price": price, "paid": paid, "refund_asked": asked}

    def _course(self, row: Row) -> Row:
        """From the receiving on, as far as it came by the year's end."""
        received, draw = row["received_on"], self.random.random()
        if received >= RECENT and draw < 0.4:  # noqa: PLR2004 - just came in
            return {"state": "received"}
        if row["operator"] is None:
            return {"passed_to": "市场监督管理部门", "passed_on_on": later(received, 2), "state": "passed_on"}
        accepted = later(received, self.random.randint(1, 4))
        if accepted > LAST_DAY:
            return {"state": "received"}
        return {"accepted_on": accepted} | self._handled(row, accepted, draw)

    def _handled(self, row: Row, accepted: date, draw: float) -> Row:
        met = later(accepted, self.random.randint(2, 6))
        ended = later(met, self.random.randint(1, 8))
        if met > LAST_DAY:
            return {"state": "accepted"}
        if ended > LAST_DAY:
            return {"mediated_on": met, "state": "mediating"}
        if draw < 0.06:  # noqa: PLR2004 - a few give up
            return {"closed_on": ended, "state": "withdrawn"}
        if draw < 0.2:  # noqa: PLR2004 - one in seven comes to nothing
            return self._refused(met, ended)
        return self._settled(row, met, ended)

    def _refused(self, met: date, ended: date) -> Row:
        row = {"mediated_on": met, "refused_on": ended, "result": "双方对扣费标准各执一词，调解不成。"}
        told = later(ended, 2)
        return row | ({"closed_on": told, "state": "referred"} if told <= LAST_DAY else {"state": "refused"})

    def _settled(self, row: Row, met: date, ended: date) -> Row:
        asked = row["refund_asked"]
        agreed = asked * self.random.randint(55, 100) // 100 if asked is not None else Decimal(0)
        words = "扣除已发生费用后退还余款。" if asked is not None else "驾校致歉并重新安排培训。"
        found = {"mediated_on": met, "settled_on": ended, "result": words, "refund_agreed": agreed}
        paid = later(ended, self.random.randint(3, 15))
        return found | ({"closed_on": paid, "state": "fulfilled"} if paid <= LAST_DAY else {"state": "settled"})
