"""Batches: as many invoices as there are, converted, judged and accounted for, and gone on with after any death.

Map of the room
---------------
``split.py``   a source cut into pieces, read from a stream
``work.py``    what is done with a piece: plain values in, plain values out
``engine.py``  where it is done: the processes of this machine
``store.py``   where outputs go: files whole or not at all
``ledger.py``  one row for each invoice, so that a run can go on
``run.py``     the run itself: names, files and rows in the order of the sources
``account.py`` what a run adds up to; ``overview.py`` is what a page about it is drawn from
``far.py``     engines on other machines, and what runs there: ``dask.py``, ``ray.py``, with ``limit.py``
``remote.py``  targets and sources elsewhere: s3://, gs://, abfs://

    work = Work("peppol-bis", context=einvoice.Context.load("einvoice.toml"))
    result = run([Source("all.xml", "all", lambda: open("all.xml", "rb"))], work, "out")

The parts are usable alone: `do` is a function of a module that takes and gives plain values, which is what Dask, Ray
and the like want (``einvoice.batch.do(work, piece, path)``); `warm_up` makes the first call as fast as the others.
"""

from __future__ import annotations

from einvoice.batch.engine import Engine, InProcess, Local, Task
from einvoice.batch.ledger import Ledger
from einvoice.batch.run import Progress, Result, Source, run, settings_of
from einvoice.batch.split import Piece, split
from einvoice.batch.work import Figures, File, Outcome, Tax, Work, do, warm_up

__all__ = [
    "Engine",
    "Figures",
    "File",
    "InProcess",
    "Ledger",
    "Local",
    "Outcome",
    "Piece",
    "Progress",
    "Result",
    "Source",
    "Task",
    "Tax",
    "Work",
    "do",
    "run",
    "settings_of",
    "split",
    "warm_up",
]
