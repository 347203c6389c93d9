"""The eleven bouwstenen of the gezinshuis tariff as typed, composable cost components.

The public names stand in the stub beside this file; each is loaded when it is first used. Each folder says in its
own docstring what its files are for; `weergave` is the toolkit for how things look, `grafieken` draws, `__main__` is the
way in for the command line.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
