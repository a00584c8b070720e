"""The services of Collector/Walley: two generations, each with its namespace.

InvoiceServiceV31 is described by its WSDL (address, SOAP actions, header parts).  Of the others the namespace, the
address up to the name and complete bodies are known; their SOAP actions follow the pattern of V31, and nobody has
confirmed them.

>>> SERVICES["PaymentServiceV10"].soap_action("CancelInvoice")
'http://schemas.ecommerce.collector.se/v30/PaymentService/IPaymentServiceV10/CancelInvoice'
>>> SERVICES["InvoiceServiceV31"].url(test=True)
'https://ecommercetest.collector.se/v3.0/InvoiceServiceV31.svc'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from einvoice.errors import UsageError
from einvoice.lifecycle.operations import COLLECTOR_SERVICES

HOST: Final = "ecommerce.collector.se"
TEST_HOST: Final = "ecommercetest.collector.se"
DEFAULT: Final = "InvoiceServiceV31"

ENVELOPE: Final = "http://schemas.xmlsoap.org/soap/envelope/"
NAMESPACES: Final = {
    "InvoiceService": "http://schemas.ecommerce.collector.se/v30/InvoiceService",
    "PaymentService": "http://schemas.ecommerce.collector.se/v30/PaymentService",
}
"""Family of services: namespace of its elements."""

PREFIXES: Final = {"InvoiceService": "inv", "PaymentService": "pay"}
"""Prefixes as the vendor writes them; they mean nothing."""

CLIENT_IP_IN_WSDL: Final = frozenset({"collector.add"})
"""Operations of InvoiceServiceV31 that have a header part ClientIpAddress, of those that we build."""

CLIENT_IP_IN_SAMPLES: Final = frozenset({"collector.cancel"})
"""Operations that carry it in a sample of the newer service although no table names it."""

NEWER_ELEMENTS: Final = frozenset({"PaymentInfo", "SettlementReference"})
"""Elements that only the newer services know."""

NEWER_OPERATIONS: Final = frozenset({"collector.get"})
"""Operations that the WSDL of InvoiceServiceV31 does not have."""


@dataclass(frozen=True, slots=True)
class Service:
    """A service and the family that gives its namespace."""

    name: str
    family: str

    @property
    def namespace(self) -> str:
        """The namespace of headers and bodies."""
        return NAMESPACES[self.family]

    @property
    def prefix(self) -> str:
        """The prefix that we write for it."""
        return PREFIXES[self.family]

    @property
    def newer(self) -> bool:
        """Whether it is of the newer family."""
        return self.family == "PaymentService"

    @property
    def confirmed(self) -> bool:
        """Whether its WSDL was seen."""
        return self.name == DEFAULT

    def soap_action(self, name: str) -> str:
        """Return the SOAP action of the operation *name*."""
        return f"{self.namespace}/I{self.name}/{name}"

    def url(self, *, test: bool) -> str:
        """Return the address."""
        return f"https://{TEST_HOST if test else HOST}/v3.0/{self.name}.svc"


SERVICES: Final[Mapping[str, Service]] = {name: Service(name, name.partition("V")[0]) for name in COLLECTOR_SERVICES}
"""Name → service."""


def service_named(name: str) -> Service:
    """Return the service *name*; raises UsageError for one that is not known."""
    found = SERVICES.get(name)
    if found is None:
        raise UsageError(f"no service {name!r} of Collector/Walley is known", fix=f"take one of {', '.join(SERVICES)}")
    return found
