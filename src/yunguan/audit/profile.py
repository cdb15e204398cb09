"""A profile: how much each rule matters to the office that reads, and the settings it gives them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from yunguan.audit.setting import Setting, Value
from yunguan.core.finding import Contradiction, Finding, Hint, Severity

_SUFFIX = ".toml"
DEFAULT = "default"


class ProfileError(ValueError):
    """The profile cannot be used; the message says in Chinese why, and what to do."""


class Impact(StrEnum):
    """How much the findings of a rule matter at most; OFF leaves the rule out."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"
    OFF = "off"


@dataclass(frozen=True)
class Choice:
    """What a profile says of one rule and why; `impact` is None where it leaves the rule's own grade."""

    impact: Impact | None
    reason: str


@dataclass(frozen=True)
class Profile:
    """Choices by rule and values by setting; a rule that it does not name keeps its own grade."""

    name: str
    title: str
    purpose: str
    choices: Mapping[str, Choice] = field(default_factory=dict)
    settings: Mapping[str, Value] = field(default_factory=dict)

    def off(self, rule: str) -> str | None:
        """Why the rule is left out; None where it is not."""
        choice = self.choices.get(rule)
        if choice is None or choice.impact is not Impact.OFF:
            return None
        return f"审核方案“{self.title}”停用了这条规则：{choice.reason}"

    def weighed(self, finding: Finding) -> Finding:
        """The finding as grave as the profile wants it, and never graver than what is proved (decision 0015)."""
        choice = self.choices.get(finding.rule)
        if choice is None or choice.impact is None or choice.impact is Impact.OFF:
            return finding
        wanted = Severity(choice.impact.value)
        return replace(finding, severity=min(wanted, _ceiling(finding), key=lambda severity: severity.gravity))


def _ceiling(finding: Finding) -> Severity:
    """A contradiction is proved; a hint about numbers is rounding, one about wording may matter to an office."""
    if isinstance(finding, Contradiction):
        return Severity.ERROR
    numbers = finding.expected or finding.stated or finding.difference
    return Severity.HINT if isinstance(finding, Hint) and numbers else Severity.WARNING


def shipped() -> Iterator[Profile]:
    """The profiles of the folder `profiles`."""
    for path in sorted(_folder().glob(f"*{_SUFFIX}")):
        yield _read(path)


def profile(name: str) -> Profile:
    """The profile of this name or title, or in this file; raises ProfileError."""
    known = list(shipped())
    found = next((each for each in known if name in {each.name, each.title}), None)
    if found is not None:
        return found
    path = Path(name)
    if path.is_file():
        return _read(path)
    names = "、".join(f"{each.name}（{each.title}）" for each in known)
    raise ProfileError(f"没有名为“{name}”的审核方案，也没有这个文件；已有的方案是 {names}")


@cache
def default_profile() -> Profile:
    """Every rule as it grades itself."""
    return profile(DEFAULT)


def _folder() -> Path:
    return Path(str(files("yunguan.audit.profiles")))


def _read(path: Path) -> Profile:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ProfileError(f"审核方案“{path.name}”读不出来：{error}，请按 TOML 格式改正") from error
    tables = data.get("rules", {})
    if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
        raise ProfileError(f"审核方案“{path.name}”的规则要写成 [rules.规则代码] 的一节一节，请改正")
    return Profile(
        name=path.stem,
        title=str(data.get("title", path.stem)),
        purpose=str(data.get("purpose", "")),
        choices={rule: _choice(path, rule, table) for rule, table in tables.items()},
        settings={
            f"{rule}.{key}": _value(path, f"{rule}.{key}", value)
            for rule, table in tables.items()
            for key, value in table.get("settings", {}).items()
        },
    )


def _choice(path: Path, rule: str, table: dict[str, Any]) -> Choice:
    said = table.get("impact")
    reason = str(table.get("reason", ""))
    if said is not None and said not in set(Impact):
        words = "、".join(Impact)
        raise ProfileError(f"审核方案“{path.name}”中 {rule} 的 impact 写的是“{said}”，只能是 {words} 之一，请改正")
    if said is not None and not reason:
        raise ProfileError(f"审核方案“{path.name}”改了 {rule} 的分量却没有写 reason，请写明理由")
    return Choice(None if said is None else Impact(said), reason)


def _value(path: Path, key: str, value: Any) -> Value:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value)
    raise ProfileError(f"审核方案“{path.name}”的设置 {key} 只能是整数或一列文字，请改正")


def check(chosen: Profile, rules: Mapping[str, object], settings: Mapping[str, Setting]) -> None:
    """Raise ProfileError where the profile names a rule or a setting that does not exist."""
    for rule in chosen.choices:
        if rule not in rules:
            raise ProfileError(f"审核方案“{chosen.title}”提到的规则 {rule} 不存在，请核对规则代码")
    for key, value in chosen.settings.items():
        if key not in settings:
            raise ProfileError(f"审核方案“{chosen.title}”提到的设置 {key} 不存在，请核对名称")
        if type(value) is not type(settings[key].default):
            raise ProfileError(f"审核方案“{chosen.title}”的设置 {key} 类型不对：{settings[key].meaning}，请改正")
