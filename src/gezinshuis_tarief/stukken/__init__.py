"""What an agreement leaves behind: a sealed receipt, and documents made from it.

bewijs: the receipt of a tariff, with its seal.
naspelen: a receipt computed again, and two receipts compared.
handtekening: a signature beside a file.
bijlage: the annex to the contract.
motivering: the motivation for the file.
delen: what a document is made of: headings, paragraphs, tables, signatures.
document: those parts together; prints as text and is saved as text, Word or PDF.
word: the parts as Word.
pdf: the parts as PDF.
"""
