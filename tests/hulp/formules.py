"""Hypothesis strategies: formulas of one's own, as text."""

from __future__ import annotations

from typing import Any, Final

from hypothesis import strategies as st


def _invoer(eenheid: str) -> dict[str, Any]:
    return {
        "bedrag": {"eenheid": eenheid, "minstens": "0"},
        "ander": {"eenheid": eenheid, "minstens": "0"},
        "deel": {"eenheid": "fractie", "meer_dan": "0", "hoogstens": "1"},
        "keuze": {"keuzes": ["hoog", "laag"]},
    }


EIGEN_INVOER: Final[dict[str, dict[str, Any]]] = {
    "eigen_posten": _invoer("€ per jaar"),
    "huisvesting": _invoer("€ per jaar"),
    "overhead": _invoer("€ per etmaal"),
    "leegstand": _invoer("€ per etmaal"),
}
"""What the drawn formulas read, per place."""
_GRONDSLAGEN: Final = {
    "overhead": ["beroepskrachten", "directe_kosten"],
    "leegstand": ["kostprijs", "vaste_kosten"],
}
_HUISFACTOREN: Final = ["huis.plaatsen", "huis.dagen / huis.dagen"]
_HUISDELERS: Final = ["huis.plaatsen", "(huis.plaatsdagen / huis.dagen)"]


def eigen_formules(plek: str = "eigen_posten") -> st.SearchStrategy[str]:
    """Amounts over the inputs of a place, a year or an etmaal."""
    met_huis = plek != "leegstand"
    factor = st.sampled_from(["deel", "(1 - deel)", "(1 + deel)", "3", *(_HUISFACTOREN if met_huis else ())])
    deler = st.sampled_from(["deel", "4", "MAX(deel; 1)", "(1 + deel)", *(_HUISDELERS if met_huis else ())])
    bedragen = st.sampled_from(["bedrag", "ander", *_GRONDSLAGEN.get(plek, ())])

    def groter(bedrag: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.one_of(
            st.tuples(bedrag, st.sampled_from("+-"), bedrag).map(lambda d: f"({d[0]} {d[1]} {d[2]})"),
            st.tuples(bedrag, factor).map(lambda d: f"{d[0]} * {d[1]}"),
            st.tuples(bedrag, deler).map(lambda d: f"{d[0]} / {d[1]}"),
            st.tuples(st.sampled_from(["MIN", "MAX"]), bedrag, bedrag).map(
                lambda d: f"{d[0]}({d[1]}; {d[2]})"
            ),
            st.tuples(bedrag, st.sampled_from(["0", "12000"])).map(lambda d: f"MAX({d[0]}; {d[1]})"),
            bedrag.map(lambda d: f"AFRONDEN({d}; 2)"),
            st.tuples(bedrag, bedrag).map(lambda d: f'ALS(keuze = "hoog"; {d[0]}; {d[1]})'),
        )

    return st.recursive(bedragen, groter, max_leaves=6)
