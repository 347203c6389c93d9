"""Two or more parties and one tariff: where they differ, who moves what, and what they agree.

Sees results and keys only; which bouwstenen exist is no business of this package.

zetten: what a party can do: a Bod or an Aanvaarding; a Ronde holds them in order.
stand: where the parties stand: every Punt between them, and what it does to the tariff.
verloop: from where a round begins to where it ends.
onderhandeling: the whole history; each step makes a copy that holds all earlier ones.
bestand: the same as a JSON file that only grows, and two copies of it merged.
slot: one writer of such a file at a time.
weergave: how a stand looks in a terminal.
"""
