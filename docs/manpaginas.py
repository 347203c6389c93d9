"""Write a man page of every command. Usage: python docs/manpaginas.py FOLDER."""

import sys
from pathlib import Path

from click_man.core import write_man_pages

from gezinshuis_tarief.cli import main

doel = Path(sys.argv[1])
doel.mkdir(parents=True, exist_ok=True)
write_man_pages("gezinshuis-tarief", main, target_dir=str(doel))
