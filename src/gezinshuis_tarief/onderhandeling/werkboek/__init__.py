"""A round as a workbook: one sheet to talk over, every calculation beside it, and back."""
