"""The vocabulary of every other part: units, values with their source, errors, the reading protocol.

eenheden: units, price groups, and numbers and days as Dutch readers write them.
velden: the typed input fields of components.
onderdeel: the base of every component.
sleutels: the dotted key: taken apart, and every walk by it.
grenzen: what a field allows, taken apart from its type once.
eisen: what must hold between inputs, as formulas.
onderbouwing: the status, origin and source of a value.
rekenwijze: what a formula may ask for besides + − × ÷; the reference reading, in Decimal.
geld: the context of exact arithmetic, and the rounding to cents.
fouten: the errors users meet, and how heavily a finding weighs.
meldingen: pydantic's findings as Dutch objections.
jsontekst: JSON text in and out, with exact numbers.
argumenten: what public verbs are given: a day, a path, a number, an object of ours.
bestanden: files written aside first, and never over another; and the version that wrote them.
"""
