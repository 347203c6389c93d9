"""What says how commands are used.

voorbeelden: an example for the help of each command within a group.
uitvoervormen: what each command writes with `--json`; vormen are the parts.
"""
