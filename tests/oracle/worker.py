"""The process that runs Saxon: one document per line in, one verdict per line out, both JSON.

    python worker.py FOLDER            FOLDER takes the document under judgement

    {"layers": [["en16931", "/path/to.xslt"], ...], "data": "<base64>"}
    {"failed": [[layer, rule, severity, message, location], ...]}   or   {"refused": "why"}

It stands alone because SaxonC can take the whole process with it.  `official.py` starts it, sets the
time limit and reports its death.  A stylesheet is compiled on first use and kept.
"""

import base64
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.parsers import expat

SVRL = "{http://purl.oclc.org/dsdl/svrl}"
UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
ROOTS = (f"{UBL}Invoice-2 Invoice", f"{UBL}CreditNote-2 CreditNote")
DYNAMIC_ERROR = "DYNAMIC-ERROR"


class Refused(ValueError):
    """The document cannot be judged: an empty list of failures would read as a good verdict."""


def check_input(data: bytes) -> None:
    """Raise Refused unless *data* is well-formed, without a DTD, and a UBL invoice or credit note.

    Saxon resolves external entities by default; a document without a DTD has none.
    """
    parser = expat.ParserCreate(namespace_separator=" ")

    def on_doctype(*_: object) -> None:
        raise Refused("it has a document type declaration")

    def on_start(name: str, _: dict[str, str]) -> None:
        if name not in ROOTS:
            raise Refused(f"its root is {name!r}, expected a UBL 2.1 Invoice or CreditNote")
        parser.StartElementHandler = None

    parser.StartDoctypeDeclHandler = on_doctype
    parser.StartElementHandler = on_start
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Refused(f"it is not well-formed: {error}") from error


def read_svrl(layer: str, svrl: str) -> list[list[str]]:
    """Return the failed assertions of one SVRL report."""
    return [
        [
            layer,
            failed.get("id", ""),
            failed.get("flag", ""),
            " ".join("".join(failed.itertext()).split()),
            failed.get("location", ""),
        ]
        for failed in ElementTree.fromstring(svrl).iter(f"{SVRL}failed-assert")
    ]


def make_judge(folder: Path) -> Callable[[list[list[str]], bytes], list[list[str]]]:
    """Return the function that judges; *folder* takes the document, so that Saxon decodes it by itself."""
    import saxonche

    processor = saxonche.PySaxonProcessor(license=False)
    compiled: dict[str, Any] = {}
    document = folder / "document.xml"

    def judge(layers: list[list[str]], data: bytes) -> list[list[str]]:
        check_input(data)
        document.write_bytes(data)
        try:
            node = processor.parse_xml(xml_file_name=str(document))
        except saxonche.PySaxonApiError as error:
            raise Refused(f"Saxon does not parse it: {error}") from error
        found: list[list[str]] = []
        for layer, path in layers:
            if path not in compiled:
                compiled[path] = processor.new_xslt30_processor().compile_stylesheet(stylesheet_file=path)
            try:
                svrl = compiled[path].transform_to_string(xdm_node=node)
            except saxonche.PySaxonApiError as error:
                found.append([layer, DYNAMIC_ERROR, "fatal", " ".join(str(error).split()), ""])
            else:
                found += read_svrl(layer, svrl)
        return found

    return judge


def lift_memory_limit() -> None:
    """Undo a soft limit on the address space, which the parent may have set: SaxonC 13 aborts under one."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def main() -> None:
    """Answer requests until the input ends."""
    lift_memory_limit()
    # Whatever the native library prints must not land between the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    judge = make_judge(Path(sys.argv[1]))
    for line in sys.stdin:
        request = json.loads(line)
        answer: dict[str, object]
        try:
            answer = {"failed": judge(request["layers"], base64.b64decode(request["data"]))}
        except Refused as error:
            answer = {"refused": str(error)}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
