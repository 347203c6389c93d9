"""Where the difference between two tariffs comes from; sees results and keys, and knows no bouwsteen.

groepen: which keys differ, and which of them only move together.
shapley: the shares of a difference, exactly and independent of any order.
aandelen: from mixtures of two opbouwen to those shares, in cents.
bijdrage: a line of a difference, and the lines of one zorgzwaarte.
verschil: the whole difference, the function that explains it, and how it prints.
weergave: its sentence and tables.
waterval: its picture.
"""
