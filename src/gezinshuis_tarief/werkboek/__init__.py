"""The workbook: Excel out and back, to the cent."""
