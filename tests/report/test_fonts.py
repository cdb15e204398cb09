import shutil
from pathlib import Path

import pytest
import typst

from yunguan.report.fonts import ROLES as FACES_WANTED
from yunguan.report.fonts import Face, Faces, NoFaceError, faces_used, find_faces
from yunguan.report.writers import geometry


def test_every_official_face_is_served_on_a_machine_with_chinese_fonts() -> None:
    faces = find_faces()
    assert [face.role.official for face in faces.chosen] == [role.official for role in FACES_WANTED]


def test_a_machine_without_chinese_fonts_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yunguan.report.fonts._wheel_folder", lambda: None)
    with pytest.raises(NoFaceError, match=r"没有可以代替方正小标宋简体的字体.*fonts-noto-cjk"):
        find_faces(tmp_path, system=False)


def test_a_stand_in_is_named_and_an_official_face_is_too() -> None:
    body, title = FACES_WANTED[3], FACES_WANTED[0]
    chosen = (
        Face(body, "Noto Serif CJK SC", official=False, bold=True),
        Face(title, "FZXiaoBiaoSong-B05S", official=True, bold=False),
    )
    assert faces_used(Faces(chosen, ())) == (
        "正文应使用仿宋_GB2312，本机没有这种字体，由 Noto Serif CJK SC 代替。",
        "标题使用方正小标宋简体（字体文件中名为 FZXiaoBiaoSong-B05S）。",
    )


def test_the_unit_s_own_folder_alone_can_serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yunguan.report.fonts._wheel_folder", lambda: None)
    body, latin = find_faces().of(geometry.BODY_FACE).family, find_faces().of(geometry.LATIN).family
    for font in typst.Fonts().fonts():
        if font.family in {body, latin} and font.path:
            shutil.copy(font.path, tmp_path)
    faces = find_faces(tmp_path, system=False)
    assert {faces.of(geometry.TITLE_FACE).family, faces.of(geometry.BODY_FACE).family} == {body}
    assert faces.folders == (tmp_path,)
