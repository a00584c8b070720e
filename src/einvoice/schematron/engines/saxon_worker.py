"""The process that runs Saxon: frames in, frames out, nothing else open.

    python -I saxon_worker.py FOLDER LOG MEGABYTES        FOLDER holds the package saxonche

A frame is four bytes of length, big-endian, then JSON in UTF-8:

    {"compile": key, "xslt": text}            {} or {"static": message}
    {"run": key, "document": text or null}    {"output": text}, {"refused": message}
                                              or {"dynamic": message, "log": text}

A null document is the one before it.  The file stands alone and is started by its path, since SaxonC can take the
whole process with it.  Stylesheets are hostile here: Saxon is told to open no address, to call no outside function and
to write no result document; and where the system allows it, the process gives up the right to open files and sockets
at all before it meets the first stylesheet, and its memory is limited.
"""

import json
import os
import sys
from collections.abc import Callable
from typing import Any

PROTOCOLS = "http://saxon.sf.net/feature/allowedProtocols"
EXTERNAL_FUNCTIONS = "http://saxon.sf.net/feature/allow-external-functions"
LOG_BYTES = 1_000_000

# All that Saxon loads late is loaded by this stylesheet, while files can still be opened.
WARM = """<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="3.0">
<xsl:template match="/"><x><xsl:value-of select="upper-case('ä'), matches('a', '\\p{L}'), normalize-unicode('é', 'NFD'),
  format-date(xs:date('2026-01-01'), '[D] [MNn]'), format-number(2.5, '0.0'), current-dateTime(), sort(('b', 'a')),
  compare('a', 'b', 'http://www.w3.org/2013/collation/UCA'), xs:decimal('1') div 3, number('1e3')"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"/></x></xsl:template></xsl:stylesheet>"""


def set_limits(megabytes: int) -> None:
    """Limit memory and the log.  The address space stays free: SaxonC 13 reserves 32 GB of it and aborts without."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    for limit, most in ((resource.RLIMIT_DATA, megabytes << 20), (resource.RLIMIT_FSIZE, LOG_BYTES)):
        hard = resource.getrlimit(limit)[1]
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(limit, (least, least))
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def give_up_files() -> None:
    """Make sure that this process opens no file and no socket from here on."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def make_answer(log: int) -> Callable[[dict[str, Any]], dict[str, str]]:
    """Return the function that answers one request; *log* is the file that Saxon's own messages go to."""
    import saxonche

    processor = saxonche.PySaxonProcessor(license=False)
    compiled: dict[str, Any] = {}
    current: Any = None

    def compile_text(text: str) -> Any:
        # A new processor for each: what one stylesheet sets must not reach the next.
        executable = processor.new_xslt30_processor().compile_stylesheet(stylesheet_text=text, encoding="UTF-8")
        executable.set_property("!encoding", "UTF-8")  # whatever it declares: saxonche decodes nothing else
        executable.set_property("!byte-order-mark", "no")
        return executable

    def answer(request: dict[str, Any]) -> dict[str, str]:
        nonlocal current
        os.ftruncate(log, 0)
        if "compile" in request:
            try:
                compiled[request["compile"]] = compile_text(request["xslt"])
            except saxonche.PySaxonApiError as error:
                return {"static": str(error)}
            return {}
        if request["document"] is not None:
            current = None
            try:
                current = processor.parse_xml(xml_text=request["document"], encoding="UTF-8")
            except saxonche.PySaxonApiError as error:
                return {"refused": str(error)}
        try:
            output = compiled[request["run"]].transform_to_string(xdm_node=current)
        except saxonche.PySaxonApiError as error:
            os.lseek(log, 0, os.SEEK_SET)  # what is written goes to the end, wherever this points
            return {"dynamic": str(error), "log": os.read(log, LOG_BYTES).decode("utf-8", "replace")}
        return {"output": output or ""}

    compile_text(WARM).transform_to_string(xdm_node=processor.parse_xml(xml_text="<a/>"))
    processor.set_configuration_property(PROTOCOLS, "")
    processor.set_configuration_property(EXTERNAL_FUNCTIONS, "false")
    return answer


def main() -> None:
    """Answer requests until the input ends."""
    folder, log_name, megabytes = sys.argv[1:]
    sys.path.append(folder)
    set_limits(int(megabytes))
    log = os.open(log_name, os.O_RDWR | os.O_CREAT | os.O_APPEND)
    # Whatever the native library prints must not land between the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(log, 1)
    os.dup2(log, 2)
    requests = sys.stdin.buffer
    answer = make_answer(log)
    give_up_files()
    while len(head := requests.read(4)) == 4:
        request = json.loads(requests.read(int.from_bytes(head, "big")))
        reply = json.dumps(answer(request)).encode("utf-8")
        answers.write(len(reply).to_bytes(4, "big") + reply)
        answers.flush()


if __name__ == "__main__":
    main()
