"""What if: all combinations, random draws, the effect of one step, and the value at which a tariff breaks even."""
