"""What a handful of documents become, to the byte: read line by line in review, rewritten only by --snapshot-update.

    pytest tests/golden --snapshot-update

Canonical JSON of three Netvisor documents, and three of them as Peppol BIS.  The documents live in corpora/.
"""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension

import einvoice
from einvoice import Context

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
CONTEXT = Context.load(CORPORA / "einvoice.toml")


class Json(SingleFileSnapshotExtension):
    """Canonical JSON as it is written."""

    file_extension = "json"


class Xml(SingleFileSnapshotExtension):
    """UBL as it is written."""

    file_extension = "xml"


def read(name: str) -> einvoice.Invoice:
    return einvoice.read(CORPORA / "netvisor" / name, context=CONTEXT).invoice


# Amounts at two rates with a discount; a credit note with its signs turned; all that an answer of Netvisor holds.
CANONICAL = ["invoice-two-vat-rates.xml", "credit-note.xml", "response-one-invoice.xml"]

# The README's sample; a credit note; VAT rounded per line, which leaves two cents in BT-114.
WRITTEN = ["invoice-two-vat-rates.xml", "credit-note.xml", "vat-rounding-per-line.xml"]


@pytest.mark.parametrize("name", CANONICAL, ids=lambda name: name.removesuffix(".xml"))
def test_canonical_json_of_a_netvisor_document(name: str, snapshot: SnapshotAssertion) -> None:
    data = einvoice.write(read(name), "model").data
    assert data == snapshot(extension_class=Json)


@pytest.mark.parametrize("name", WRITTEN, ids=lambda name: name.removesuffix(".xml"))
def test_bytes_of_a_bis_document(name: str, snapshot: SnapshotAssertion) -> None:
    data = einvoice.write(read(name), "peppol-bis", context=CONTEXT).data
    assert data == snapshot(extension_class=Xml)
