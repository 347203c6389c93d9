"""What comes out of a calculation: data with its own look.

tarief: the tariff of one zorgzwaarte, with a line per bouwsteen.
uitkomst: the tariffs of all of them.
uitleg: every step in Dutch, with values, status and source.
tonen: what a key is called, and how the value at it reads.
eigen_formules: the formulas of components of one's own in words.
"""
