"""The shared folder beside the checkout, and the official rules that live in it.

`official.py` judges a document with the official XSLT, through `worker.py`, the one process that runs
Saxon.  The folder is oracle material: tests compare with it, nothing of it is copied.
"""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VARIABLE = "EINVOICE_SHARED"
ABSENT = f"no shared folder: {ROOT.parent / 'shared'} does not exist and {VARIABLE} is not set"


def shared_folder() -> Path | None:
    """Return the shared folder: where EINVOICE_SHARED points, else `shared` beside the checkout, else None.

    Raises NotADirectoryError when the variable points nowhere: a misspelt path must not skip tests.
    """
    if named := os.environ.get(VARIABLE):
        folder = Path(named).resolve()
        if not folder.is_dir():
            raise NotADirectoryError(f"{VARIABLE}={named}: no such folder; correct the path or unset the variable")
        return folder
    beside = ROOT.parent / "shared"
    return beside if beside.is_dir() else None
