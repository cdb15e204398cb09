"""The auditor: reads anybody's report and says what in it cannot both be true; usable alone, without Django."""
