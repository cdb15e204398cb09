"""Commands of the registers for `yunguan manage`."""
