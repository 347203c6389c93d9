"""Parts that rooms share."""
