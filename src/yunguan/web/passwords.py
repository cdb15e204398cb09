"""One-time passwords: long enough, and read out without mistakes."""

from __future__ import annotations

import secrets

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, LETTERS = 4, 4


def one_time_password() -> str:
    """Four groups of four letters and digits, without those that look alike."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(LETTERS)) for _ in range(GROUPS))
