"""docs/audit-rules.md: what each audit rule checks, in Chinese for those who review reports."""

from __future__ import annotations

from collections.abc import Iterator

from tools.documents.markdown import NOTE, code, table
from yunguan.audit.explain import explained
from yunguan.audit.rule_catalogue import AnyRule, every_rule

HEAD = f"""# 检查规则

{NOTE}

`yunguan audit 文件…` 按下列规则检查报告。同样的说明可以用 `yunguan audit --explain 规则代码` 查看。

程度分三种：“矛盾”是已经证明不能同时成立的；“冲突”是只有按文中没有写明的口径才能同时成立的，说明里写出这一口径；
“提示”是文字、格式和尾数方面的，不影响结论。看不出是否相关的数记为“无法判定”，不当作问题，也不当作通过。表中最后几条规则要另外给出上年报告或同年决算才核对。
"""
_SAID = "查出后这样说"


def audit_rules_document() -> str:
    """The whole of docs/audit-rules.md."""
    listed = [(f"[{code(rule.code)}](#{rule.code})", rule.name) for rule in every_rule().values()]
    lines = [HEAD, *table(("代码", "名称"), listed)]
    for rule in every_rule().values():
        lines += _chapter(rule)
    return "\n".join(lines).rstrip() + "\n"


def _chapter(rule: AnyRule) -> Iterator[str]:
    yield from (f'<a id="{rule.code}"></a>', "", f"## {rule.name}", "", f"代码：{code(rule.code)}", "")
    for heading, text in explained(rule):
        if "例子" in heading or heading == _SAID:
            yield from (f"**{heading}**", "", "```text", *text.splitlines(), "```", "")
        else:
            yield from (f"**{heading}** {text}", "")
