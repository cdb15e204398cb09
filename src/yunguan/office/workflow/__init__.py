"""The one runtime that moves records from state to state."""
