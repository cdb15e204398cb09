"""LibreOffice at work for tests: with its own profile, stand-ins for the official faces, and formulas reckoned anew."""

import os
import shutil
import subprocess
from pathlib import Path

SOFFICE = shutil.which("soffice")
_FONTS = Path(__file__).parents[1] / "fonts.conf"
_ALWAYS = 0
_SETTINGS = f"""<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>{_ALWAYS}</value></prop></item></oor:items>
"""


def converted(source: Path, kind: str, folder: Path) -> Path:
    """The file as LibreOffice writes it again, every formula of a workbook reckoned anew."""
    profile = folder / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
    command = [str(SOFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind]
    out = folder / "out"
    environment = {**os.environ, "FONTCONFIG_FILE": str(_FONTS)}
    subprocess.run([*command, "--outdir", out, source], check=True, capture_output=True, timeout=120, env=environment)
    return out / f"{source.stem}.{kind}"
