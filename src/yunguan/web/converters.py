"""Parts of addresses that are codes as people write them: a slash in a code does not end the part."""

from __future__ import annotations

from urllib.parse import quote, unquote


class CodeConverter:
    """A code of any characters, quoted once more than the address itself."""

    regex = "[^/]+"

    def to_python(self, value: str) -> str:
        """The code that the address names."""
        return unquote(value)

    def to_url(self, value: str) -> str:
        """The code as a part of an address."""
        return quote(value, safe="@")
