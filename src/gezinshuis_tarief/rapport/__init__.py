"""The report: one HTML file that shows a tariff and calculates it again, exactly, in any browser.

gegevens: what the script in the page reads: inputs, steps as trees, requirements.
inhoud: what the page shows, in the order in which it is read.
schrijven: the page itself, as a file and in a notebook.
naast: two offers side by side, with the waterfall between them.
gesprek: the state of a negotiation.
gedrukt: the printed form.
"""
