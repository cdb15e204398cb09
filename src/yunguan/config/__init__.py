"""Django's settings and entry points: no logic."""
