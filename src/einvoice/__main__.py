"""``einvoice`` and ``python -m einvoice``: the command line as a process of its own.

What is done here belongs to a process that starts, does one thing and ends; `einvoice.cli.main` does none of it, since
others may call that inside a process of theirs.

Starting: most of a short run is imports, which make objects and throw none away, so the garbage collector is called
seldom; and pydantic is told that there are no plugins, which it would look for in the metadata of every installed
package.  Ending: the system takes back the memory of a process at once, where Python would first free hundreds of
thousands of objects one by one, for a third of the time of the run.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
import threading
from typing import Final, NoReturn

COLLECT_AFTER: Final = 50_000
"""Objects made and not freed after which the garbage collector looks for cycles; Python's own number is 700."""


def run() -> NoReturn:
    """Run the command line of the process, and end the process with its exit code."""
    gc.set_threshold(COLLECT_AFTER)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from einvoice.cli import main

    leave(main())


def leave(code: int) -> NoReturn:
    """End the process with exit code *code*, everything written and whatever was registered with `atexit` done.

    At once, unless somebody waits for the ordinary end: another thread, a profiler or a debugger.
    """
    if threading.active_count() > 1 or sys.gettrace() is not None or sys.getprofile() is not None:
        sys.exit(code)
    try:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
    except (AttributeError, OSError, ValueError):  # no stream, or one that takes nothing: Python knows what to do
        sys.exit(code)
    os._exit(code)


if __name__ == "__main__":
    run()
