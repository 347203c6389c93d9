"""What parties propose for the contract beside the tariff; what all propose alike is agreed."""

from __future__ import annotations

from gezinshuis_tarief.kern.argumenten import Peildatum, eis_soort, naar_dag
from gezinshuis_tarief.onderhandeling.contract import Contractgegevens
from gezinshuis_tarief.onderhandeling.keuren import eis_partij
from gezinshuis_tarief.onderhandeling.onderhandeling import Onderhandeling
from gezinshuis_tarief.onderhandeling.zetten import Contractvoorstel


def contracten_van(zaak: Onderhandeling) -> dict[str, Contractgegevens]:
    """Return what each party proposes now for the contract; empty for a party that said nothing."""
    laatste = {zet.partij: zet.contract for zet in zaak.voorstellen}
    return {partij: laatste.get(partij, Contractgegevens()) for partij in zaak.partijen}


def stel_contract_voor(
    zaak: Onderhandeling, partij: str, contract: Contractgegevens, *, indiener: str, datum: Peildatum
) -> Onderhandeling:
    """Return the negotiation in which a party proposes contract data; the same as another's is agreement.

    Args:
        zaak: the negotiation.
        partij: one of the parties.
        contract: all that this party wants in the contract; replaces what it proposed before.
        indiener: who proposes it.
        datum: the day.

    Raises:
        InvoerFout: for another party, or contract data that name one.
    """
    eis_soort("zaak", zaak, Onderhandeling)
    dag = naar_dag(datum, "datum")
    eis_partij(zaak.partijen, partij, "voorstel")
    eis_soort("contract", contract, Contractgegevens)
    for wie in contract.partijen:
        eis_partij(zaak.partijen, wie.partij, "contract.partijen")
    zet = Contractvoorstel(partij=partij, datum=dag, indiener=indiener, contract=contract)
    return zaak.model_copy(update={"voorstellen": (*zaak.voorstellen, zet)})
