"""The systems from which the centre takes exports over, one file each; a source is found by being here."""
