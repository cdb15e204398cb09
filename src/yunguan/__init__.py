"""Yunguan (运管): registers, figures and the yearly self-evaluation report of a road transport centre."""
