"""Names are given once, whatever the files are called that stand behind them."""

import unicodedata

import pytest

from einvoice.batch.store import Names

SUFFIXES = (".xml", "-attachments.xml", ".json", ".findings.json")


@pytest.mark.parametrize(
    ("taken", "stem", "given"),
    [
        ("a", "b", "b"),
        ("a", "a", "a-2"),
        ("a", "A", "A-2"),
        ("Straße", "STRASSE", "STRASSE-2"),
        (
            unicodedata.normalize("NFC", "é"),
            unicodedata.normalize("NFD", "é"),
            unicodedata.normalize("NFD", "é") + "-2",
        ),
        ("a", "a-attachments", "a-attachments-2"),
        ("a-attachments", "a", "a-2"),
        ("a.findings", "A", "A-2"),
        ("a", "a.findings", "a.findings-2"),
        ("a-attachments", "a-attachments-attachments", "a-attachments-attachments-2"),
        ("a", "a-attachments.findings", "a-attachments.findings"),
    ],
)
def test_no_file_of_one_invoice_is_called_as_one_of_another(taken: str, stem: str, given: str) -> None:
    names = Names(SUFFIXES)
    assert names.take(taken, None) == taken
    assert names.take(stem, None) == given


def test_names_of_an_earlier_run_are_kept_and_released() -> None:
    names = Names(SUFFIXES)
    names.occupy(["a-0001", "a-0002"])
    names.release(["a-0002"])
    assert [names.take("a", index) for index in (0, 1, 1)] == ["a-0001-2", "a-0002", "a-0002-2"]
