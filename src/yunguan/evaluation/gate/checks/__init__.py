"""The checks of the gate, one file each; the folder is read, no list is edited."""
