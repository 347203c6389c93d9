"""Dated figures of one's own, laid over those of the library: loaded once, used by every look-up.

tabellen: which figures one may bring, and in which unit.
cijferset: a set of own figures, and which sets are in use.
lezen: from rows to a set, with every objection at once.
kolommen: the columns of a file, and which are missing.
waarden: the cells of one row.
csvtekst: the rows of a CSV file.
"""
