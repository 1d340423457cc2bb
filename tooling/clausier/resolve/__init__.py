"""Numbers, references, terms, provisions and the trace, found in what was read."""
