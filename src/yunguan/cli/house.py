"""Opens the house for a command: home folder, secret key, settings, tables."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

SETTINGS = "yunguan.config.settings.base"


def open_house(home: Path | None) -> Path:
    """Make ready what a command works on, and tell where; a new home is made complete before it is used."""
    if home is not None:
        os.environ["YUNGUAN_HOME"] = str(home.absolute())
    from yunguan.config.home import home as home_folder  # noqa: PLC0415 - reads the environment set above

    folder = home_folder()
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("YUNGUAN_SECRET_KEY", _secret_key(folder / "keys" / "secret_key"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django  # noqa: PLC0415 - settings must be named first

    django.setup()
    return folder


def know_own_registers() -> None:
    """Make the books that sections have defined themselves."""
    from yunguan.registers.own.refresh import refresh  # noqa: PLC0415 - after open_house

    refresh()


def _secret_key(path: Path) -> str:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        partial = path.with_name(f"secret_key.{os.getpid()}")
        partial.write_text(secrets.token_urlsafe(50), encoding="utf-8")
        partial.chmod(0o600)
        partial.replace(path)
    return path.read_text(encoding="utf-8")
