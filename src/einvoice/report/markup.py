"""Pieces of HTML that every page of ours is made of: text that commands nothing, elements, and the page around them.

A page is one file without scripts, pictures or addresses of other servers, and its content security policy forbids all
of them.  Every text from outside is escaped, and `text.clean` spells out what would turn the direction of writing.
"""

from __future__ import annotations

import base64
import hashlib
from html import escape
from pathlib import Path

from einvoice.report import text


def said(words: object) -> str:
    """Return *words* for a page: what may not stand in HTML is escaped, what cannot be seen is spelled out."""
    return escape(text.clean(str(words).replace("\r\n", "\n")), quote=True)


def tag(name: str, content: str = "", **attributes: str | None) -> str:
    """Return an element; *content* is HTML, the values of *attributes* are text, one of None is left out."""
    stated = "".join(
        f' {key.strip("_").replace("_", "-")}="{said(value)}"' for key, value in attributes.items() if value
    )
    return f"<{name}{stated}>{content}</{name}>"


def page(title: str, body: str, *styles: str) -> bytes:
    """Return the page with *body*, which is HTML; *title* is text, *styles* name files beside this one."""
    style = "".join(Path(__file__).with_name(name).read_text(encoding="utf-8") for name in styles)
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    whole = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; \
form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{said(title)}</title>
<style>{style}</style>
</head>
<body>
<div class="page">
{body}
</div>
</body>
</html>
"""
    return whole.encode("utf-8")
