"""Commands for `yunguan manage`."""
