"""The readings of the formulas: one file each."""
