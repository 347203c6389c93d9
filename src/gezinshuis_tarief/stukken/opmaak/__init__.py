"""How a document is written: each file gives the same words another form.

tekst: plain text, and a web page.
word: Word.
pdf: PDF, set by opmaak.typ.
"""
