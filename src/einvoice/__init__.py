"""Read, write, convert and validate Nordic e-invoices."""
