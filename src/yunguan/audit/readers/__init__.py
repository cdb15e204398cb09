"""One file a format: each declares a Reader that turns bytes into a Reading."""
