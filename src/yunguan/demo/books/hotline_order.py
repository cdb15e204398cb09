"""热线工单台账: the orders of the year by channel, most closed, some late, a few still in hand at its end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from yunguan.demo.appeals import MATTERS, SECTORS, WEIGHTS
from yunguan.demo.books.establishment import sections
from yunguan.demo.books.operator import COUNTIES, URBAN, operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.people import People
from yunguan.demo.targets import YEAR, aim
from yunguan.registers.appeals import SECTION_OF, Topic

BAND = range(860, 890)
LIMITS = {"urgent": 1, "consult": 3, "normal": 5, "complex": 15}
PREFIXES = {"hotline": "HY12345-", "bureau": "JTGD-", "petition": "XF-", "transport_line": "HY12328-"}
SMALL = {"petition": 37, "transport_line": 21}
"""Orders of the channels whose number nobody published."""
BEFORE, AFTER = 6, 5
"""Orders of December before and of January after, which are no part of the year's figures."""
LATE, REPEATED, UNSATISFIED = 0.035, 0.06, 0.05
OPEN = ("assigned", "handling", "handling", "paused", "resumed", "extension_asked", "extended", "reviewing", "replied")
ENDED_OTHERWISE = ("returned", "merged", "returned")
LAST_SIGNED = date(YEAR, 12, 29)


def rows(centre: Centre) -> list[Row]:
    """One row an order, in the order of receipt."""
    maker = _Maker(centre)
    made = [*_of_year(maker), *_around(maker)]
    made.sort(key=lambda row: (row["received_on"], row["source"]))
    _number(made)
    _repeat(maker, made)
    return made


def _of_year(maker: _Maker) -> Iterator[Row]:
    counts = {"hotline": aim("appeals.hotline.received"), "bureau": aim("appeals.orders.received")} | SMALL
    first, last = date(YEAR, 1, 1), date(YEAR, 12, 15)
    for source, count in counts.items():
        open_ = max(2, count // 30)
        for number in range(count - open_):
            other = ENDED_OTHERWISE[number % 3] if number % 37 == 5 else "closed"  # noqa: PLR2004 - one in so many
            yield maker.order(source, maker.day(first, last), other)
        for number in range(open_):
            overdue = number % 6 == 1
            day = date(YEAR, 12, 4) if overdue else maker.day(date(YEAR, 12, 26), LAST_SIGNED)
            yield maker.order(source, day, "handling" if overdue else OPEN[number % len(OPEN)])


def _around(maker: _Maker) -> Iterator[Row]:
    for _ in range(BEFORE):
        yield maker.order("hotline", maker.day(date(YEAR - 1, 12, 5), date(YEAR - 1, 12, 20)), "closed")
    for number in range(AFTER):
        yield maker.order("hotline", date(YEAR + 1, 1, 2 + number // 2), ("signed", "received")[number % 2])


class _Maker:
    """Draws one order after another."""

    def __init__(self, centre: Centre) -> None:
        self.random = centre.random("hotline_order")
        self.people = People(self.random, BAND)
        self.operators = {topic: operating(centre, *sectors) for topic, sectors in SECTORS.items()}
        staff = [row for row in centre.rows("staff") if row["state"] == "in_post"]
        self.handlers: dict[str, list[str]] = {}
        for row in staff:
            self.handlers.setdefault(row["unit"], []).append(row["name"])

    def day(self, first: date, last: date) -> date:
        return first + timedelta(days=self.random.randrange((last - first).days + 1))

    def order(self, source: str, received: date, state: str) -> Row:
        """An order as far as its state has come."""
        row = self._received(source, received)
        if state != "received":
            self._take(row, state)
        if state not in {"received", "signed", "returned", "merged"}:
            self._work(row, state)
        return row | {"state": state}

    def _received(self, source: str, received: date) -> Row:
        topic = self.random.choices(list(WEIGHTS), weights=list(WEIGHTS.values()))[0]
        if source == "petition":
            topic = self.random.choice((Topic.REFUND, Topic.TRAINING, Topic.WAGES))
        matter = self.random.choice(MATTERS[topic])
        owner = self.random.choice(self.operators[topic]) if topic in self.operators else None
        caller = self.people.born_between(date(1958, 1, 1), date(2004, 12, 31), women=0.45)
        hidden = self.random.random() < 0.04  # noqa: PLR2004 - the share of those who stay unnamed
        return {
            "source": source,
            "received_on": received,
            "received_at": f"{self.random.randrange(8, 21):02d}:{self.random.randrange(60):02d}",
            "appeal": matter.appeal,
            "handling": self._handling(matter.appeal),
            "topic": topic,
            "summary": matter.summary,
            "content": matter.content,
            "caller": None if hidden else caller.name,
            "phone": None if hidden else caller.mobile,
            "confidential": hidden,
            "operator": owner["uscc"] if owner else None,
            "operator__name": owner["name"] if owner else None,
            "redone": 0,
            "place": owner["area"] if owner else self.random.choice(URBAN + COUNTIES),
            "_matter": matter,
        }

    def _handling(self, appeal: str) -> str:
        if appeal == "consult":
            return "consult"
        return self.random.choices(("normal", "complex", "urgent"), weights=(80, 17, 3))[0]

    def _take(self, row: Row, state: str) -> None:
        signed = later(row["received_on"], 0)
        row["signed_on"] = signed
        if state == "returned":
            reason = self.random.choice(("not_ours", "other_area", "unclear", "in_court"))
            row |= {"return_reason": reason, "return_asked_on": signed, "returned_on": later(signed, 1)}
        if state == "merged":
            row["merged_on"] = later(signed, 1)

    def _work(self, row: Row, state: str) -> None:
        section = SECTION_OF[row["topic"]]
        row |= {"kept_by": section, "assigned_on": row["signed_on"]}
        row["handler"] = self.random.choice(self.handlers[sections()[section]])
        if state == "assigned":
            return
        row["handled_on"] = row["signed_on"]
        if state in {"paused", "resumed"}:
            row |= {"paused_on": row["handled_on"], "pause_reason": "等待诉求人补充合同和缴费凭证"}
        if state == "resumed":
            row["resumed_on"] = row["handled_on"]
        if state in {"extension_asked", "extended"}:
            row |= {"extension_asked_on": row["handled_on"], "extension_reason": "须会同公安部门调取资料"}
        if state == "extended":
            row |= {"extended_on": row["handled_on"], "extended_days": 5}
        if state in {"reviewing", "replied", "closed"}:
            self._answer(row, state)

    def _answer(self, row: Row, state: str) -> None:
        matter = row["_matter"]
        row |= {"finding": matter.finding, "reply": matter.reply}
        if state != "closed":
            row |= {"contacted_on": row["handled_on"], "drafted_on": row["handled_on"]}
            row |= {"replied_on": row["handled_on"]} if state == "replied" else {}
            return
        replied = self._replied(row)
        row |= {"contacted_on": row["handled_on"], "drafted_on": replied, "replied_on": replied}
        closed = later(replied, self.random.randint(1, 3))
        unsatisfied = self.random.random() < UNSATISFIED
        rated = ("dissatisfied",) if unsatisfied else ("satisfied", "satisfied", "satisfied", "fairly", "unrated")
        row |= {"called_back_on": closed, "closed_on": closed, "satisfaction": self.random.choice(rated)}
        if unsatisfied and self.random.random() < 0.6:  # noqa: PLR2004 - most are served again
            again = later(replied, 1)
            row |= {"redo_on": again, "redone": 1, "replied_on": later(again, 2), "drafted_on": later(again, 2)}
            closed = later(again, 4)
            row |= {"called_back_on": closed, "closed_on": closed, "satisfaction": "fairly"}

    def _replied(self, row: Row) -> date:
        """Within the limit; a few late, a few after an extension."""
        limit = LIMITS[row["handling"]]
        if self.random.random() < LATE:
            row["urged_on"] = later(row["received_on"], limit + 1)
            return later(row["received_on"], limit + self.random.randint(3, 5))
        if row["handling"] == "complex" and self.random.random() < 0.2:  # noqa: PLR2004 - one in five
            asked = later(row["received_on"], limit - 3)
            row |= {"extension_asked_on": asked, "extension_reason": "涉及多方调解，需要延期"}
            row |= {"extended_on": later(asked, 1), "extended_days": 5}
            return later(row["received_on"], limit + 4)
        handled: date = row["handled_on"]
        return max(handled, later(row["received_on"], self.random.randint(0, limit - 1)))


def _number(made: list[Row]) -> None:
    """Numbers of each channel in the order of receipt."""
    counts: dict[tuple[str, int], int] = {}
    for row in made:
        key = (row["source"], row["received_on"].year)
        counts[key] = counts.get(key, 0) + 1
        row["order_no"] = f"{PREFIXES[row['source']]}{row['received_on'].year}-{counts[key]:04d}"


def _repeat(maker: _Maker, made: list[Row]) -> None:
    """Some come a second time for the same matter; those that were merged name the order they belong to."""
    seen: dict[str, Row] = {}
    for row in made:
        row.pop("_matter")
        earlier = seen.get(row["topic"])
        again = row["state"] == "merged" or maker.random.random() < REPEATED
        if earlier is not None and again:
            row["earlier_no"] = earlier["order_no"]
            same = ("caller", "phone", "operator", "operator__name", "place", "confidential")
            row |= {name: earlier[name] for name in same}
        seen[row["topic"]] = row
