"""Whole columns: a row per house or scenario in, the outcomes per row out."""
