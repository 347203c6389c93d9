"""Nog te beschrijven."""
