"""What if: all combinations, random draws, the effect of one step, and the value at which a tariff breaks even.

sleutels: the keys that vary, and the numbers given for them.
verdelingen: how uncertain a value is.
trekken: all combinations, or random draws, as a frame.
gevoeligheid: the effect of one natural step of every input.
keerpunt: the value of one input at which a tariff breaks even.
"""
