"""Taking over from other systems: an export by its own headings, beside the register before anything is written."""
