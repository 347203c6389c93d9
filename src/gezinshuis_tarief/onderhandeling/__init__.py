"""Two or more parties and one tariff: where they differ, who moves what, and what they agree.

Sees results and keys only; which bouwstenen exist is no business of this package.

zetten: what a party can do: a Bod, an Aanvaarding, a Vraag, or Houden; a Ronde holds them in order.
redenen: the reasons that travel with an opbouw.
stand: where the parties stand: every Punt between them, and what it does to the tariff.
contract: what a contract needs beside the tariff: parties, absence, notice, precedence.
verloop: from where a round begins to where it ends.
keuren: what must hold of a move.
onderhandeling: the whole history; each step makes a copy that holds all earlier ones.
contractvoorstellen: proposals for that contract.
bestand: the same as a JSON file that only grows, and two copies of it merged.
vergrendeling: one writer of such a file at a time.
weergave: how a stand looks in a terminal.
vertonen: the same as a page.
"""
