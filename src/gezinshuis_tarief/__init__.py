"""The eleven bouwstenen of the gezinshuis tariff as typed, composable cost components.

The public names stand in the stub beside this file; each is loaded when it is first used. Each folder says in its
own docstring what its files are for; `weergave` is the toolkit for how things look, `grafieken` draws, `__main__` is the
way in for the command line.
"""

import lazy_loader

_haal, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)


def __getattr__(naam: str) -> object:
    """Load a public name; an extra that is missing is named."""
    try:
        return _haal(naam)
    except ModuleNotFoundError as fout:
        from gezinshuis_tarief.kern.fouten import zonder_extra  # noqa: PLC0415 (keeps the import light)

        raise zonder_extra(fout) from None
