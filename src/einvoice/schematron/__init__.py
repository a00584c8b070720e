"""The room that judges XML by Schematron: official rules of our own writing, and rule files of users.

Map of the room
---------------
``library.py``    rule sets ready to run, built-in and from files; `judge`
``catalogue.py``  the official rules by id, as they explain themselves
``schema.py``     what a Schematron file says, as frozen values
``read.py``       ISO Schematron to a `Schema`: includes, abstract patterns, tables, code lists, functions
``xpath.py``      XPath 2 expressions as trees; ``tokens.py`` makes them of elementpath's tokens
``exact.py``      the meaning: a faithful evaluator, on the nodes of ``tree.py`` with the values of ``values.py``
``compiler/``     the speed: a rule set to Python source; ``runtime.py`` is what that source calls
``native.py``     the engine: compiled rules over the light trees of ``light.py``; ``explain.py`` words what failed, and
                  asks `exact.py` for whatever is unusual
``engines/``      Saxon in a process of its own, over ``transpile.py``
``result.py``     what an engine finds; ``svrl.py`` writes and reads it as SVRL
``store.py``      a rule set as JSON; ``build.py`` compiles the built-in ones into ``compiled/``

A verdict is what the official XSLT would say, rule by rule.  Where that ends in a dynamic error and gives no report,
ours names the assertion and the place (`RuleError`) and goes on with the others.
"""

from __future__ import annotations
