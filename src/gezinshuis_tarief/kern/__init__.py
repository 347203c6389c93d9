"""The vocabulary of every other part: units, values with their source, errors, the reading protocol."""
