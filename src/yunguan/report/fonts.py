"""Fonts: which face stands in for an official one on this machine, and saying so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import typst

from yunguan.report.writers import geometry as g

_BOLD = 600


@dataclass(frozen=True)
class Role:
    """What an official face is for, its name, and the families that serve, the best first."""

    name: str
    official: str
    families: tuple[str, ...]


ROLES = (
    Role(
        "标题",
        g.TITLE_FACE,
        ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋简体", "方正小标宋_GBK", "STZhongsong", "华文中宋"),
    ),
    Role("一级标题", g.LEVEL1_FACE, ("SimHei", "黑体", "STHeiti", "Microsoft YaHei", "微软雅黑")),
    Role("二级标题", g.LEVEL2_FACE, ("KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "STKaiti", "华文楷体")),
    Role("正文", g.BODY_FACE, ("FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong", "华文仿宋")),
    Role("页码", g.FOLIO_FACE, ("SimSun", "宋体", "NSimSun", "STSong", "华文宋体")),
    Role("数字和字母", g.LATIN, ("Times New Roman",)),
)
_SERIF = (
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Source Han Serif SC",
    "思源宋体",
    "AR PL SungtiL GB",
    "AR PL UMing",
    "AR PL UMing CN",
)
_SANS = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "思源黑体",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
)
_KAI = ("AR PL UKai", "AR PL UKai CN", "AR PL KaitiM GB", "LXGW WenKai", "霞鹜文楷")
_ANY = (*_SERIF, *_SANS, *_KAI, "Droid Sans Fallback")
_SUBSTITUTES = {
    g.TITLE_FACE: (*_SERIF, *_ANY),
    g.LEVEL1_FACE: (*_SANS, *_ANY),
    g.LEVEL2_FACE: (*_KAI, *_ANY),
    g.BODY_FACE: (*_SERIF, *_ANY),
    g.FOLIO_FACE: (*_SERIF, *_ANY),
    g.LATIN: ("Liberation Serif", "Tinos", "Nimbus Roman", "TeX Gyre Termes", "DejaVu Serif", "Libertinus Serif"),
}


class NoFaceError(RuntimeError):
    """No installed family can print Chinese."""


@dataclass(frozen=True)
class Face:
    """The family that serves a role; ``bold`` where it has a bold cut, ``official`` where it is the face asked for."""

    role: Role
    family: str
    official: bool
    bold: bool


@dataclass(frozen=True)
class Faces:
    """The faces of one machine and the folders that they lie in besides the system's."""

    chosen: tuple[Face, ...]
    folders: tuple[Path, ...]
    system: bool = True

    def of(self, official: str) -> Face:
        """The face that serves for an official name."""
        return next(face for face in self.chosen if face.role.official == official)


def find_faces(own: Path | None = None, *, system: bool = True) -> Faces:
    """Choose a family for every role: the unit's own folder, then the system, then the font wheel if it is installed.

    Raises NoFaceError, with the remedy, when nothing can print Chinese.
    """
    wheel = _wheel_folder()
    folders = tuple(folder for folder in (own, wheel) if folder)
    stores = (
        _families([own]) if own else {},
        _families(system=True) if system else {},
        _families([wheel]) if wheel else {},
        _families(built_in=True),
    )
    return Faces(tuple(_choose(role, stores) for role in ROLES), folders, system)


def faces_used(faces: Faces) -> tuple[str, ...]:
    """A sentence for each official face: that it was used, or which face stood in for it."""
    return tuple(_sentence(face) for face in faces.chosen)


def _sentence(face: Face) -> str:
    role = face.role
    if face.official:
        return f"{role.name}使用{role.official}（字体文件中名为 {face.family}）。"
    return f"{role.name}应使用{role.official}，本机没有这种字体，由 {face.family} 代替。"


Store = dict[str, bool]


def _families(folders: Sequence[Path] = (), *, system: bool = False, built_in: bool = False) -> Store:
    """Family names and whether each has a bold cut; ``built_in`` are typst's own, all of them Latin."""
    found = typst.Fonts(include_system_fonts=system, include_embedded_fonts=built_in, font_paths=list(folders))
    store: Store = {}
    for font in found.fonts():
        store[font.family] = store.get(font.family, False) or font.weight >= _BOLD
    return store


def _wheel_folder() -> Path | None:
    """The fonts of the ``mplfonts`` wheel, an extra of the installation."""
    spec = find_spec("mplfonts")
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(spec.submodule_search_locations[0]) / "fonts"
    return folder if folder.is_dir() else None


def _choose(role: Role, stores: Iterable[Store]) -> Face:
    for family, store, official in _candidates(role, tuple(stores)):
        if family in store:
            return Face(role, family, official, bold=store[family])
    raise NoFaceError(
        f"本机没有可以代替{role.official}的字体。请把单位的字体文件放入字体文件夹，"
        "或安装 fonts-noto-cjk 和 fonts-arphic-ukai，或执行 pip install mplfonts，然后重试。"
    )


def _candidates(role: Role, stores: tuple[Store, ...]) -> Iterator[tuple[str, Store, bool]]:
    for families, official in ((role.families, True), (_SUBSTITUTES[role.official], False)):
        for store in stores:
            yield from ((family, store, official) for family in families)
