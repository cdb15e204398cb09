"""What it cost: appropriations, adjustments and payments; balances are derived, never stored."""
