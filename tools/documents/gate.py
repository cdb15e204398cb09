"""docs/gate.md: what is checked before a self-evaluation is handed in, in Chinese for those who fill it in."""

from __future__ import annotations

from collections.abc import Iterator

from tools.documents.markdown import NOTE, code, table
from tools.documents.rule_values import document, limit
from yunguan.evaluation.gate.check import SEVERITIES, Check, Example, checks
from yunguan.evaluation.gate.limits import THRESHOLDS

HEAD = f"""# 报送前检查

{NOTE}

绩效自评报送前按下列各项检查。`yunguan score 年度 --check` 列出检查意见；
有“必须改正”的，系统不予报送；“请核对”的只作提醒。
每条意见写明表、指标和栏目，引用原文，并写明怎么办。
"""
LIMITS = """## 界限

下列界限是规则参数，管理员可以按当地要求改写，并写明依据文件。
"""


def gate_document() -> str:
    """The whole of docs/gate.md."""
    listed = [(f"[{code(each.code)}](#{each.code})", each.title, SEVERITIES[each.severity]) for each in checks()]
    lines = [HEAD, *table(("代码", "名称", "程度"), listed)]
    for each in checks():
        lines += _chapter(each)
    limits = [(code(each.code), each.title, limit(each), document(each)) for each in THRESHOLDS]
    lines += [LIMITS, *table(("代码", "名称", "取值", "依据"), limits)]
    return "\n".join(lines).rstrip() + "\n"


def _chapter(each: Check) -> Iterator[str]:
    yield from (f'<a id="{each.code}"></a>', "", f"## {each.title}", "", f"代码：{code(each.code)}", "")
    told = {
        "原理": each.why,
        "什么时候不提示": each.silent,
        "查得出的例子": each.caught.words,
        "查出后这样说": _said(each, each.caught),
        "通得过的例子": each.passed.words,
        "怎么办": each.remedy,
    }
    for heading, text in told.items():
        yield from (f"**{heading}** {text}", "")


def _said(each: Check, example: Example) -> str:
    return "".join(f"［{SEVERITIES[one.severity]}］{one.message}" for one in each.objections(example.dossier))
