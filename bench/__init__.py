"""What reading, writing and converting cost, as ratios taken in one run.

Map of the room
---------------
``documents.py``  the documents that are measured, seeded
``baseline.py``   the same work written by hand, to compare with
``timing.py``     actions measured in turns, medians, ratios
``mapping.py``    `python -m bench.mapping`: reading, writing and converting, every format of the registry
``verdict.py``    `python -m bench.verdict`: the official verdict against Saxon
``judges.py``     the processes that judge for it, one engine each
``memory.py``     `python -m bench.memory`: what a long invoice needs at its peak
``startup.py``    `python -m bench.startup`: from the shell to the first answer
``results.py``    RESULTS.md, a section per bench

`README.md` says how to run them and how to read what they print.
"""
