"""Whole tables in the engine that holds them, through Ibis.

indeling: which columns of a table are inputs, and what the others get.
formule: one formula as an expression over columns.
keuring: the check of the values, inside the engine.
tabel: the tariffs of a table, as SQL.
"""

from gezinshuis_tarief.kern.fouten import uit_extra

with uit_extra():  # every file here needs it
    import ibis  # noqa: F401
