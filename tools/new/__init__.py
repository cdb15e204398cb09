"""Begins a register: a small book that works, with its test, its figures and its rows in the demonstration."""
