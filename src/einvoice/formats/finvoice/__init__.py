"""Finvoice, the Finnish invoice format of Finance Finland, versions 1.2 to 3.0."""
