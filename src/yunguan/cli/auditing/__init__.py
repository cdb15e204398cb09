"""The parts of the `yunguan audit` command: what may be asked for, how the files are run, where the reports go."""
