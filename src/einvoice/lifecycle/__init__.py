"""The life of an invoice after it is written: states, what is allowed, and the requests that make it so."""
