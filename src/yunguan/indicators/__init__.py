"""What it amounts to: expressions over the registers, their values, and what sections declare."""
