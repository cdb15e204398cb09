"""The profiles that come with the auditor, one TOML file each."""
