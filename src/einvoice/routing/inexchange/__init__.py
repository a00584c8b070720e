"""InExchange, as SoftOne GO uses it: requests as data, answers read.  Nothing here opens a connection.

``lookup.py``    the question who can receive (``buyerparties/lookup``), and its answer
``outbound.py``  the order to send (``documents/outbound``): e-invoice, e-mail, letter or consumer
``setup.py``     what the card of a customer has to hold, by the handbook

The API that public clients speak is v1: ``https://api.inexchange.com/v1/api/``, and ``https://testapi.inexchange.se/v1/api/``
for tests.  A partner key (header ``APIKey``) creates a token of a company, which then goes with every request (header
``ClientToken``).  States of delivery are in `einvoice.routing.status`.

Sources: SoftOne GO handbook for the InExchange API; public clients of the API; help pages of InExchange.
"""
