"""Goals set, watched and scored: the books of the year cycle, the schemes and the rules that score them."""
