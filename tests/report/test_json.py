"""The JSON objects of the contract."""

import json
from typing import Any

import pytest

from einvoice import __version__
from einvoice.report import json as report_json


def document(valid: bool, statuses: list[str], *severities: str) -> dict[str, Any]:
    return {
        "valid": valid,
        "layers": [{"status": status} for status in statuses],
        "findings": [{"severity": severity} for severity in severities],
    }


@pytest.mark.parametrize(
    ("valid", "statuses", "severities", "standing"),
    [
        (True, ["valid"], [], "valid"),
        (True, ["valid"], ["warning"], "valid"),
        (False, ["invalid"], ["error"], "invalid"),
        (False, ["invalid", "skipped"], ["error"], "invalid"),
        (False, ["valid", "skipped"], ["warning"], "not checked"),
        (False, ["valid", "skipped"], [], "not checked"),
        (False, ["skipped"], ["error"], "not checked"),
        (False, [], ["error"], "not checked"),
    ],
)
def test_standing(valid: bool, statuses: list[str], severities: list[str], standing: str) -> None:
    assert report_json.standing(valid, statuses, severities) == standing


def test_summary_of_a_validation() -> None:
    report = report_json.validation(
        [
            document(True, ["valid"], "warning"),
            document(False, ["invalid"], "error", "error", "info"),
            document(False, []),
        ]
    )
    assert list(report) == ["tool", "documents", "summary"]
    assert report["tool"] == {"name": "einvoice", "version": __version__}
    assert report["summary"] == {
        "documents": 3, "valid": 1, "invalid": 1, "not_checked": 1, "errors": 2, "warnings": 1,
    }  # fmt: skip


def test_conversion_names_size_and_digest() -> None:
    source = report_json.conversion_source("a.xml", 0, b"abc", "netvisor")
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert source == {"path": "a.xml", "format": "netvisor", "index": 0, "sha256": digest, "bytes": 3}
    assert report_json.conversion_target("-", b"abc", "model") == {
        "path": "-", "format": "model", "bytes": 3, "sha256": digest,
    }  # fmt: skip


def test_source_that_was_not_read_has_no_digest() -> None:
    source = report_json.conversion_source("a.xml", 0, None, None)
    assert (source["sha256"], source["bytes"]) == (None, None)


def test_dumps_spells_a_path_that_is_not_utf_8() -> None:
    data = report_json.dumps({"path": "a\udcff.xml", "name": "Öljy"})
    assert json.loads(data.decode("utf-8")) == {"path": "a\udcff.xml", "name": "Öljy"}
    assert "Öljy".encode() in data
    assert data.endswith(b"}\n")
