"""The checks, one small function each; `controle.tabel` lists them all."""
