"""docs/schemes.md: the scoring rules and the schemes that ship, in Chinese for those who score and review."""

from __future__ import annotations

from collections.abc import Iterator

from tools.documents.markdown import NOTE, code, table
from yunguan.evaluation.rule import Rule, parameters, plain, rule_kinds
from yunguan.evaluation.scheme import Group, Item, Scheme, shipped
from yunguan.evaluation.setting_words import words_of

HEAD = f"""# 指标体系和计分规则

{NOTE}

`yunguan score 年度` 按下列规则计分。没有完成值的指标记为“未佐证”，不按 0 分也不按满分计。
网页“指标体系”中可以复制一份改成本单位的；启用后不能再改，修改会生成新的版次。标“待核实”的取自公开样例或整理值，采用前请与财政部门当年的通知核对。

## 计分规则
"""


def schemes_document() -> str:
    """The whole of docs/schemes.md."""
    rules = [(code(name), kind.sign, kind.title, _parameters(kind)) for name, kind in rule_kinds().items()]
    lines = [HEAD, *table(("代码", "符号", "规则", "参数"), rules)]
    for scheme in shipped():
        lines += _chapter(scheme)
    return "\n".join(lines).rstrip() + "\n"


def _parameters(kind: type[Rule]) -> str:
    return "、".join(parameters(kind).values())


def _chapter(scheme: Scheme) -> Iterator[str]:
    yield from (f'<a id="{scheme.code}"></a>', "", f"## {scheme.title}", "")
    yield f"代码：{code(scheme.code)}；依据：{scheme.doc_no}{'' if scheme.confirmed else '（待核实）'}。{scheme.note}"
    yield ""
    yield from table(("一级指标", "二级指标", "三级指标", "分值", "计分", "目标值", "完成值取自"), _rows(scheme))
    yield from table(("设置", "取值", "依据"), _settings(scheme))


def _rows(scheme: Scheme) -> Iterator[tuple[str, ...]]:
    for group in scheme.groups:
        for part in group.children:
            parent = f"{part.title}（{plain(part.points)}）" if isinstance(part, Group) else ""
            for item in part.items() if isinstance(part, Group) else (part,):
                yield (f"{group.title}（{plain(group.points)}）", parent, *_cells(item))


def _cells(item: Item) -> tuple[str, ...]:
    taken = code(item.figure) if item.figure else "责任科室填报，附佐证"
    return item.title, plain(item.points), item.rule.wording(), item.aim, taken


def _settings(scheme: Scheme) -> Iterator[tuple[str, str, str]]:
    for each in words_of(scheme.settings):
        basis = each.basis
        source = "" if basis is None else f"{basis.doc_no}{basis.article}{'' if basis.confirmed else '（待核实）'}"
        yield each.label, each.words, source
