"""Complaints as whole sentences, whatever stage they come from."""

from __future__ import annotations


def sentence(words: object) -> str:
    """The words with exactly one full stop at their end."""
    return f"{str(words).rstrip('。')}。"


def joined(reason: str, remedy: str) -> str:
    """A reason and its remedy as one sentence."""
    return sentence(f"{reason.rstrip('。')}，{remedy}")
