"""The checks, one small function each; `controle.tabel` lists them all.

volledigheid: is the quote complete?
dubbel: is anything counted twice?
inzet: are hours, fte, places and amounts plausible?
aannemelijk: does each value lie within its band?
loon: are pay, premiums and pension those of the cao and the year?
contract: is there a cost line for what the contract asks?
levensvatbaar: can the house live on the tariff?
"""
