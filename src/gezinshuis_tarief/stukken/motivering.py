"""The motivation for the file: how the tariff came about, who gave which reason, what rests on an aanname."""

from __future__ import annotations

from collections.abc import Iterator

from gezinshuis_tarief.kern.argumenten import eis_soort
from gezinshuis_tarief.kern.eenheden import voluit
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.onderhandeling.onderhandeling import Onderhandeling
from gezinshuis_tarief.onderhandeling.zetten import Aanvaarding, Bod, Houden
from gezinshuis_tarief.stukken.bewijs import afgesproken, redenen_van
from gezinshuis_tarief.stukken.delen import Alinea, Deel, Documenttabel, Kop
from gezinshuis_tarief.stukken.document import Document
from gezinshuis_tarief.uitkomst.tonen import toon_bij
from gezinshuis_tarief.verschil.verschil import verschil
from gezinshuis_tarief.verschil.weergave import VERDEELD, verschil_zin
from gezinshuis_tarief.weergave import geteld


def maak_motivering(zaak: Onderhandeling) -> Document:
    """Write the motivation of an agreed tariff from its negotiation.

    Raises:
        InvoerFout: when a point is still open or betwist.
    """
    eis_soort("zaak", zaak, Onderhandeling)
    opbouw = afgesproken(zaak)
    hele = verschil(zaak.basis, opbouw)
    delen: list[Deel] = [
        Alinea(
            f"De partijen {' en '.join(zaak.partijen)} hebben in {geteld(zaak.ronde, 'ronde', 'ronden') if zaak.ronde > 1 else 'één ronde'} overeenstemming bereikt over het tarief van "
            f"{zaak.naam}, prijspeil {voluit(zaak.peildatum)}. Dit stuk legt vast hoe dat tarief tot stand kwam."
        ),
        Alinea(
            " ".join(
                [
                    f"Cijfers waarmee is gerekend: {opbouw.prijspeil}.",
                    *opbouw.prijspeil.waarschuwingen(zaak.peildatum),
                ]
            )
        ),
        Kop("1. Van uitgangspunt naar tarief"),
        *(Alinea(verschil_zin(deel)) for deel in hele.values()),
        Alinea(VERDEELD),
        Kop("2. Wat is gewijzigd, en waarom"),
        *_redenen(zaak, opbouw),
        Kop("3. Het verloop"),
        _verloop(zaak),
        Kop("4. Waarden die op een aanname berusten"),
        *_aannames(opbouw),
    ]
    laatste = (
        max(zet.datum for ronde in zaak.ronden for zet in ronde.zetten)
        if zaak.ronden[0].zetten
        else zaak.peildatum
    )
    return Document(
        f"Motivering tarief – {zaak.naam}", tuple(delen), auteur=" en ".join(zaak.partijen), datum=laatste
    )


def _redenen(zaak: Onderhandeling, opbouw: Opbouw) -> Iterator[Deel]:
    """Show each change with the reasons that were given for the value it got."""
    redenen = redenen_van(zaak, opbouw)
    rijen = [
        (
            wat.sleutel,
            toon_bij(zaak.basis, wat.sleutel),
            toon_bij(opbouw, wat.sleutel),
            redenen.get(wat.sleutel, ""),
        )
        for wat in verschil(zaak.basis, opbouw).anders
    ]
    if not rijen:
        yield Alinea("Er is niets gewijzigd: het uitgangspunt is het tarief.")
        return
    yield Documenttabel(
        ("sleutel", "uitgangspunt", "afgesproken", "reden"), tuple(rijen), (0.33, 0.17, 0.17, 0.33)
    )


def _verloop(zaak: Onderhandeling) -> Documenttabel:
    rijen = []
    for nummer, ronde in enumerate(zaak.ronden, start=1):
        for zet in ronde.zetten:
            if isinstance(zet, Bod):
                tarieven = " / ".join(
                    str(tarief.per_etmaal).replace(".", ",") for tarief in zet.opbouw.bereken().values()
                )
                wat = f"bod van € {tarieven} (laag, midden, hoog)"
            elif isinstance(zet, Aanvaarding):
                wat = f"aanvaardt {zet.sleutel} van {zet.van}"
            elif isinstance(zet, Houden):
                wat = f"houdt de eigen waarde van {zet.sleutel}: {zet.reden}"
            else:
                wat = f"vraagt{f' bij {zet.sleutel}' if zet.sleutel else ''}: {zet.tekst}"
            rijen.append((str(nummer), voluit(zet.datum), f"{zet.partij} ({zet.indiener})", wat))
    return Documenttabel(("ronde", "datum", "wie", "wat"), tuple(rijen), (0.09, 0.14, 0.29, 0.48))


def _aannames(opbouw: Opbouw) -> Iterator[Deel]:
    aannames = opbouw.uitleg().aannames
    if not aannames:
        yield Alinea("Geen: elke waarde heeft een bron.")
        return
    yield Alinea(
        "Van deze waarden staat geen bron in het dossier. Leg vast waarop partijen ze baseren; zwakke onderbouwing is "
        "een bekende reden waarom tarieven bij de rechter sneuvelen."
    )
    rijen = tuple(
        (deel.sleutel, toon_bij(opbouw, deel.sleutel), deel.onderbouwing.toelichting or "")
        for deel in aannames
    )
    yield Documenttabel(("sleutel", "waarde", "toelichting"), rijen, (0.48, 0.22, 0.3))
