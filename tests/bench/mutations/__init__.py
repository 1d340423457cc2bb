"""Faults planted in clean texts: which are found, and what is said besides.

`texts` are the clean texts, `plant` puts faults into them, `faults` says which by family, `left`
says what is not planted and why, `innocent` holds what looks like a fault and is none, `measure`
counts, `table` writes the figures.
"""
