"""The tables of corpora/README.md: what each sample shows and what to expect of it."""

import re
from pathlib import Path

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
FOLDERS = (
    "netvisor",
    "netvisor/negative",
    "peppol-bis",
    "peppol-bis/negative",
    "finvoice",
    "finvoice/negative",
    "billecta",
    "billecta/negative",
)


def expectations(folder: str) -> dict[str, str]:
    """Return file name -> expectation of the table under the heading *folder*; a file named twice is an error."""
    found: dict[str, str] = {}
    heading = ""
    for line in (CORPORA / "README.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ").strip()
        elif heading == folder and (row := re.match(r"\| `([^`]+)` \| (.+) \| (.+) \|$", line)):
            assert row[1] not in found, f"{folder}/{row[1]} has two rows in corpora/README.md"
            found[row[1]] = row[3]
    return found


def samples(folder: str) -> list[Path]:
    """Return the XML and JSON files of *folder*, not of its subfolders."""
    return sorted(path for path in (CORPORA / folder).iterdir() if path.suffix in (".xml", ".json"))
