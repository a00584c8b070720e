"""Compile a rule set to Python source: the speed behind `exact.py`, which is the meaning.

`compile_schema` gives the source of one module; `native.py` runs it over the light tree of `light.py`.

Map of the room
---------------
``values.py``       what is known of a value; ``forms.py`` gives its code in the form that is asked for
``trees.py``        what the tree of an expression says by itself
``base.py``         what every subject stands on: scopes, functions under construction, names and constants
``paths.py``        steps, predicates, unions, filters
``operators.py``    ``if``, arithmetic, comparisons, loops
``calls.py``        functions of XPath; ``casts.py`` converts, ``declared.py`` has functions that rules declare
``expressions.py``  any expression: hands it to its subject, or computes it once per document
``contexts.py``     contexts of rules
``rules.py``        rules; ``forbidden.py`` makes data of what must not be there
``messages.py``     what words a failure and finds its place
``module.py``       all of it together: `compile_schema`

The subjects are classes, each below the ones that it stands on, and `module.Module` is all of them.

How
---
- One function per rule, over a whole column of nodes (all nodes of one path), with no call per node.  It appends
  ``(item, node)`` for each assertion that fails; messages and places are worked out later, and only for those.
- One function per conditional alternative of a context (`PaymentMeans[cbc:PaymentMeansCode = '30']/…`), which gives
  one truth value per node of a column.  Steps and names of contexts are data: `native.py` matches them against a path
  once, when the path is first seen.
- What does not depend on the context node is computed once per document, whichever rule asks (`memo`); what depends
  only on an ancestor, once per ancestor.
- ``not(child/path)`` of one rule become a tree of names, walked along the paths that the document has, so that
  hundreds of them cost next to nothing.

What
----
Each expression gets a static type and cardinality (`Value`).  Where the ordinary case is not known statically, the
functions of `runtime.py` raise, and the rule goes to `exact.py`.  What this compiler does not know (`Unsupported`)
goes there as well, assertion by assertion, context by context: it costs time, never the verdict.  Order of nodes is
kept where it is cheap; where a value depends on an order that the light tree does not keep, it is `Unsupported`.

The source comes from rule files, names and texts through `repr` only.
"""

from __future__ import annotations

from typing import Final

from einvoice.schematron.compiler.module import Compiled, compile_schema
from einvoice.schematron.compiler.values import Unsupported

VERSION: Final = 1
"""Of the generated code; part of the key of every cache."""

__all__ = ["VERSION", "Compiled", "Unsupported", "compile_schema"]
