"""One file a register: the rows that its workbook holds in the demonstration, named after the register."""
