"""What an agreement leaves behind: a sealed receipt, and documents made from it.

bewijs: the receipt of a tariff, with its seal.
naspelen: a receipt computed again, and two receipts compared.
handtekening: a signature beside a file.
bijlage: the annex to the contract, put together.
artikelen: its articles 1 to 4: parties, subject, tariff, what is in it.
rekenwerk: its articles 5 and 6 and its list of values.
afspraken: its articles 7 to 10: indexation to another zorgzwaarte.
slot: its articles 11 to 14: duration to signatures.
tekenbaar: the eleven reasons why it is still a concept.
motivering: the motivation for the file.
delen: what a document is made of: headings, clauses, tables, open fields, signatures.
document: those parts together; saved as PDF, Word, web page or text.
opmaak: how each of those is written.
"""
