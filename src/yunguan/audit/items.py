"""What a quantity is of: the same item under the names that texts and tables give it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from yunguan.audit.facts import Fact, Role
from yunguan.audit.prose import since
from yunguan.audit.quantities import flat
from yunguan.audit.tables.sheet import Column, Sheet, SheetRow

Key = tuple[str, str]

# 政府收支分类科目、部门决算公开表样、绩效自评表的叫法
_ITEMS: Final = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("收入总计", r"收入总计$|^(?:财政拨款)?收支(?:决算|预算)?总计均?$"),
        ("支出总计", r"支出总计$|^支总计(?:均|各)*$"),
        ("年初结转和结余", r"(?:年初|上年|期初|以前年度).{0,6}结转(?:和结余|结余)?(?:资金|收入|数)?$"),
        ("年末结转和结余", r"(?:年末|期末|年终).{0,6}结转(?:和结余|结余)?(?:资金|数)?$|^结(?:余)?结?转下年(?:支出)?$"),
        (
            "本年收入",
            r"^(?:(?:全年|本年|本年度|年度|当年|全年总|各项)收入(?:合计|总额)?|收入合计|收入总额|收入|收入预算|收入决算|预算总?收入|总收入)$",
        ),
        (
            "本年支出",
            r"^(?:(?:全年|本年|本年度|年度|当年|全年总|各项)支出(?:合计|总额)?|支出合计|支出总额|支出|支出预算|支出决算|预算总?支出|总支出)$",
        ),
        ("一般公共预算财政拨款收入", r"^一般公共预算(?:财政)?拨款(?:收入)?$"),
        ("财政拨款收入", r"^财政(?:拨款|补助)收入$"),
        ("事业收入", r"^事业收入$"),
        ("经营收入", r"^经营收入$"),
        ("其他收入", r"^其他收入$"),
        ("基本支出", r"^基本支出(?:总额|合计)?$"),
        ("项目支出", r"^(?:专项)?项目支出(?:总额|合计)?$|^专项项目$"),
        ("人员经费", r"^人员(?:类)?(?:经费|支出)(?:合计)?$"),
        ("公用经费", r"^(?:日常)?公用(?:类)?(?:经费|支出)(?:合计)?$"),
        ("工资福利支出", r"(?<!其他)工资福利支出$"),
        ("商品和服务支出", r"(?<!其他)商品和服务支出$"),
        ("对个人和家庭的补助", r"(?<!其他)对个人和家庭的?补助(?:支出)?$"),
        ("资本性支出", r"^资本性支出$"),
        (
            "三公经费",
            r"^(?:(?!其中|下属|所属|本级|人均|每|上年|减少|增加).){0,40}?三公(?:经费)?(?:财政拨款)?(?:支出)?(?:合计|总额|总计)?$",
        ),
        ("因公出国（境）费", r"^因公出国(?:境)?(?:费|费用|经费|支出)*$|^出国(?:境)?(?:费|经费)$"),
        (
            "公务用车购置及运行维护费",
            r"^(?:公务用车|公车|车辆)购置(?:及|和|、)(?:公务用车|公车|车辆)?运行(?:维护)?(?:费|费用|经费|支出)*$|^(?:公车|车辆)合计$",
        ),
        ("公务用车购置费", r"^(?:公务用车|公车|车辆)购置(?:费|费用|支出)*$"),
        ("公务用车运行维护费", r"^(?:公务用车|公车|车辆)运行(?:维护)?(?:费|费用|支出)*$"),
        ("公务接待费", r"^公务接待(?:费|费用|支出)*$|^接待费?$"),
        ("政府采购支出", r"^(?:全[国省市县区])?政府采购(?:支出|金额)?(?:总额|合计|总?规模)?$"),
        ("货物采购支出", r"^(?:政府采购|采购)?货物(?:采购)?(?:类)?(?:支出|金额)?$"),
        ("工程采购支出", r"^(?:政府采购|采购)?工程(?:采购)?(?:类)?(?:支出|金额)?$"),
        ("服务采购支出", r"^(?:政府采购|采购)?服务(?:采购)?(?:类)?(?:支出|金额)?$"),
        ("行政编制数", r"^(?:核定)?行政(?:人员)?编制(?:数|人数|总数)?$"),
        ("参公编制数", r"^(?:核定)?参公(?:管理|事业)?编制(?:数|人数|总数)?$"),
        ("事业编制数", r"^(?:核定)?(?:全额拨款|财政全额)?事业编制(?:数|人数|总数)?$"),
        ("编制数", r"^(?:核定|总)?(?:全额拨款|财政全额)?(?:人员)?编制(?:数|人数|总数)?$"),
        (
            "在职人数",
            r"^(?:年末|现有|实有|实际|期末)*(?:在职|在编)(?:在职|在编|在岗|人员|职工|干部职工|人数|实有|数)*$",
        ),
    )
)
_VEHICLE: Final = {
    "购置": "公务用车购置费",
    "购置费": "公务用车购置费",
    "运行": "公务用车运行维护费",
    "运行费": "公务用车运行维护费",
    "运行维护": "公务用车运行维护费",
    "运行维护费": "公务用车运行维护费",
}
_ROLE_WORDS = re.compile(
    r"年初预算数?|全年预算数?|调整后预算数?|预算调整数?|(?:支出)?预算数?$|全年执行数?|实际执行数?|执行数?$|实际支出$|(?:支出)?决算数?$"
    r"|决算数?$|预算数?$|年初安排|实际完成支出|^本年(?=[^度收支])|金额$|小计$|合计$(?<!收入合计)(?<!支出合计)"
)
_ROLE_LABEL = re.compile(r"^(?:(?:19|20)\d{2}年度?)?(?:[\u4e00-\u9fff]{0,4})(?:预算|决算)(?:数|金额)?$|财政供养")
_SCOPE = re.compile(
    r"^(?:(?:19|20)\d{2}年度?|本单位|我单位|本?部门|我中心|全年|现有|开支|列支|发生|年度|年末|年初核定|安排|其中|加上|包括|含|按经济分类|.{2,20}(?:中心|局|委员会|委|办公室|单位))+"
)
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.、．](?!\d)|[一二三四五六七八九十]{1,2}、)\s*")
_MARKS = re.compile(r"[“”\"'（）()〈〉\s：:、《》]")
_CLASS_DIGITS: Final = 3
_DEEPEST: Final = 2
_PEOPLE: Final = {"编制数", "行政编制数", "参公编制数", "事业编制数", "在职人数"}
_FUNDS = ("政府性基金", "国有资本", "社会保险", "财政专户")
_LOOSE = re.compile(r"抽查|绩效目标|跟踪|上半年|季度|截[至止]|计划投入|扣除")
_WHOLE_YEAR = re.compile(r"全年|本年|当年|年度|总|合计|各项")
_BARE_TOTALS = {"收入合计", "支出合计", "收入总额", "支出总额", "总收入", "总支出"}
_SAYS = re.compile(r"(?:决算数?|预算数?|执行数?)?(?:为|是|共|共计|达|合计为|总计为)*$")
_AMONG = re.compile(r"^(?:其中|含|包括)")
_COMMA = re.compile(r"，|,(?!\d)")
_EARLIER = re.compile(r"上年|去年")
_EARLIER_HEAD = re.compile(r"上年|上期|去年|增减|比|率|分值|得分|权重")
_SUM_HEAD = re.compile(r"决算|预算|执行|金额|合计|小计")
_YEAR_OR_NUMBER = re.compile(r"^\d{4}年|数$")
_GRAND = re.compile(r"总\s*计")
_OPENED_UP = re.compile(r"[^。；;]{0,30}(?:其中|包括|含)[:：]?[^，。；;\d]{0,8}[本当]年(?:收入|支出)")
_ORDINAL = re.compile(r"[一二三四五六七八九十]是")  # 三是小学教育支出…，当年支出 6 万元: told of one of several things
_BOTH_TOTALS = re.compile(r"总收入[^。；;]{0,30}总支出")  # with what was carried over, 总收入 is what 总支出 is
_LOOSE_CLAUSE = re.compile(r"用于|面向|预留|比上年|目标|调减|涉及")


@dataclass(frozen=True)
class Stated:
    """A fact as a statement of an item in a role; `title` says which table or section it stands in."""

    key: Key
    fact: Fact
    in_table: bool
    lexical: bool


@lru_cache(maxsize=4096)
def canonical(words: str) -> str | None:
    """The name of a known item, None where the words name none."""
    text = _MARKS.sub("", _NUMBERED.sub("", flat(words)))
    for candidate in dict.fromkeys((text, _SCOPE.sub("", text))):
        for name, pattern in _ITEMS:
            if pattern.search(candidate):
                return name
    return None


def role_key(role: Role, *, plan: bool) -> str:
    """The role two statements must share; a plan states budgets, an account what was executed."""
    if role is Role.STATED:
        return Role.BUDGET.value if plan else Role.EXECUTED.value
    return role.value


def in_text(fact: Fact, *, plan: bool) -> Stated | None:
    """A fact of the text as the statement of a known item."""
    if (
        not fact.quantity.unit
        or fact.quantity.is_rate
        or fact.role in {Role.CHANGE, Role.SHARE, Role.RATE, Role.TARGET, Role.MEAN, Role.ADDED, Role.CUT}
    ):
        return None
    words = _SAYS.sub("", fact.lead)
    words = words.removesuffix("支出") if words.endswith(("费支出", "经费支出")) else words
    name = (canonical(words) or _VEHICLE.get(_AMONG.sub("", words))) if words else None
    if name is None or not (fact.quantity.is_money or name in _PEOPLE):
        return None
    text = fact.block.text[fact.sentence[0] : fact.quantity.end]
    clause = since(text, "，,；;。", 0, len(text))
    if _LOOSE.search(text) or _LOOSE_CLAUSE.search(clause) or fact.quantity.bound or fact.quantity.approximate:
        return None
    if name in {"本年收入", "本年支出"} and not _is_of_all(fact, words, text):
        return None
    carried = name == "年初结转和结余"
    role = Role.STATED if fact.role is Role.LAST_YEAR and carried else fact.role
    if role is Role.LAST_YEAR or (not carried and _EARLIER.search(fact.lead)):
        return None
    return Stated((name, role_key(role, plan=plan)), fact, in_table=False, lexical=True)


def _is_of_all(fact: Fact, words: str, text: str) -> bool:
    """True where 收入 or 支出 is the document's own and not that of a subject, or with what was carried in."""
    if _ORDINAL.search(since(fact.block.text, "。；;", 0, fact.quantity.start)):
        return False
    if words.endswith(("总收入", "总支出")) and _BOTH_TOTALS.search(fact.block.text):
        return False
    deep = len(fact.block.path) > _DEEPEST or bool(
        _COMMA.search(since(fact.block.text, "。；;", 0, fact.quantity.start))
    )
    carried = (words in _BARE_TOTALS and "结转" in text) or _OPENED_UP.match(
        fact.block.text[fact.quantity.end : fact.sentence[1]]
    )
    return not (deep and not _WHOLE_YEAR.search(words)) and not carried


def in_sheet(sheet: Sheet, row: SheetRow, column: Column, fact: Fact, *, plan: bool) -> Stated | None:
    """A cell as the statement of an item: by its row, or by its column where the row only says 合计 or 决算数."""
    if fact.quantity.is_rate or fact.quantity.bound or any(fund in sheet.title + column.head for fund in _FUNDS):
        return None
    head = column.head
    if _EARLIER_HEAD.search(head) or "上年" in sheet.title:
        return None
    if _earlier_year(sheet, column):
        return None
    role = fact.role if fact.role in {Role.BUDGET, Role.ADJUSTED, Role.EXECUTED} else _role_of_title(sheet.title)
    name = _of_row(row, column) if not row.code or len(row.code) == _CLASS_DIGITS else None
    return None if name is None else Stated((name, role_key(role, plan=plan)), fact, in_table=True, lexical=True)


def _earlier_year(sheet: Sheet, column: Column) -> bool:
    """True for a column of an earlier year than the latest that the heads of the table name."""
    own = re.findall(r"(?:19|20)\d{2}", column.head) if sheet.years else ()
    return bool(own) and max(own) < max(sheet.years)


def _role_of_title(title: str) -> Role:
    return (
        Role.EXECUTED
        if "决算" in title
        else Role.BUDGET
        if "预算" in re.sub("公共预算|基金预算|经营预算", "", title)
        else Role.STATED
    )


def _of_row(row: SheetRow, column: Column) -> str | None:
    if _GRAND.fullmatch(row.name):
        return next((f"{side}总计" for side in ("收入", "支出") if side in column.head), None)
    own = canonical(row.name) or canonical(_ROLE_WORDS.sub("", row.name))
    last = column.path[-1] if column.path else ""
    heads = [_YEAR_OR_NUMBER.sub("", head) for head in column.path]
    plain = not heads or bool(_SUM_HEAD.search(last))
    if own and plain and not row.is_total:
        return None if row.is_part and own.endswith("拨款收入") else own
    if row.is_total or not row.label or _ROLE_LABEL.search(row.label):
        if row.is_total and own:
            return own
        return _of_heads(heads)
    return None


def _of_heads(heads: list[str]) -> str | None:
    """The item that the lowest head names; the one above it where the lowest only says 小计, 决算数 or 金额."""
    for head in reversed(heads):
        name = canonical(head)
        if name or not (_SUM_HEAD.search(head) or not _ROLE_WORDS.sub("", head)):
            return name
    return None
