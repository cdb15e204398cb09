"""The `yunguan` command."""
