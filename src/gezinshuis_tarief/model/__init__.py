"""A quote as data: the opbouw, and what can be done with one without computing it.

opbouw: the house, the bouwstenen, own lines, and what stands behind each value.
rapporteren: the verbs of an opbouw that make its report.
samenstelling: how the rooms make one tariff: which percentage goes over which base.
tariefdelen: what parts take of the tariff together.
deuren: which kind of component each part is read as.
per_zorgzwaarte: inputs that differ for one zorgzwaarte.
prijspeil: the first day of each group of figures in it, and for which days they are known to hold.
wijzigen: changed copies, by key, with what was offered before.
bronnen: what changes bring along: their own sources and reasons.
besluiten: what parties decided on open norms.
verschillen: where two opbouwen differ, and values taken over.
plat: an opbouw as a flat row of keys and values, and back.
opbouw_json: an opbouw as JSON, and back.
opbouwen: many, in the order of their rows and by label.
"""
