"""What an ERP document does not hold: seller, customers, products, units and VAT decisions.

Netvisor and Billecta name their customer by a code and do not hold the seller at all.  A `Context` is loaded from
``einvoice.toml`` (customers and products may stand in CSV files beside it) and fills what is absent.  It never
overrides what a document states.

    [seller]                      name, business_id, vat_id, street, street2, city, postal_code, country, endpoint,
                                  iban, bic, bankgiro, plusgiro, contact_name, phone, email, trading_name,
                                  tax_registration (BT-32), legal_information (BT-33)
                                  intermediator (Finvoice: BIC or address of the bank or operator that sends)
    [[customers]]                 code and the same keys, netvisor_key, gln, marking, delivery_method, send_attachments;
                                  intermediator is the bank or operator that receives for the customer;
                                  gln_chosen = false (a GLN on the card that is not the default), marking_is = "order",
                                  invoice_reference, invoice_email, invoicing_method, recipient_id, private_person,
                                  public_body (`einvoice.routing`)
    [[products]]                  code, name, unit, gtin
    [vat]                         a Netvisor code, in any spelling, and what it means: MUUL = "E", or
                                  MUUL = { category = "E", reason = "Exempt, 27 § AVL", code = "VATEX-EU-135-1" };
                                  a category and the reason for it: E = { reason = "…" }
    [units]                       "kpl" = "C62"
    [finvoice]                    frame = true (a transmission frame before each invoice), encoding = "iso-8859-15" or
                                  "utf-8", sender_intermediator (the same as that of the seller)
    [billecta]                    creditor_public_id, debtors, credited_invoices and what Billecta leaves open: see
                                  `BillectaSettings`
    [netvisor]                    settings of that format
    [rules]                       which rules are switched off, lowered or raised, each with its reason
                                  (`einvoice.validation.policy`)
    [inexchange]                  how invoices go through InExchange: see `InexchangeSettings`
    [collector]                   the service and the stores at Collector/Walley: see `CollectorSettings`

The file is checked for keys and types when it is loaded.  A number with a wrong check digit is an error finding of the
invoices that use it, so that one bad customer card does not stop the others.
"""

from __future__ import annotations

import csv
import difflib
import io
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from decimal import Decimal
from functools import cached_property, partial
from operator import itemgetter
from pathlib import Path
from typing import Annotated, Any, Final, Literal, NamedTuple, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from einvoice import codelists
from einvoice.errors import ContextError, IdentifierError
from einvoice.findings import Finding
from einvoice.model import Address, Contact, CreditTransfer, Identifier, Invoice, Party, PaymentInstructions
from einvoice.model.number import Number
from einvoice.remembered import remembered

MARKING_TERMS: Final = {
    # kind: business term, field of the invoice
    "order": ("BT-13", "purchase_order_reference"),
    "object": ("BT-18", "invoiced_object_identifier"),
    "contract": ("BT-12", "contract_reference"),
    "project": ("BT-11", "project_reference"),
    "account": ("BT-19", "buyer_accounting_reference"),
    "reference": ("BT-10", "buyer_reference"),
}
"""What the marking (Märkning) of a customer may be, and where it belongs: elsewhere a public receiver stops it."""


def _marking_kind(value: Any) -> Any:
    kinds = {term: kind for kind, (term, _) in MARKING_TERMS.items()}
    return kinds.get(value.strip().upper(), value.strip().lower()) if isinstance(value, str) else value


MarkingKind: TypeAlias = Annotated[
    Literal["order", "object", "contract", "project", "account", "reference"], BeforeValidator(_marking_kind)
]
"""A kind of marking, by its name or by its term (BT-13)."""


def _lower(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def _upper(value: Any) -> Any:
    return value.upper() if isinstance(value, str) else value


class ContextParty(BaseModel):
    """The seller or a customer, as the context file states it."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)

    code: str | None = None
    netvisor_key: str | None = None
    name: str | None = None
    business_id: str | None = None
    vat_id: str | None = None
    street: str | None = None
    street2: str | None = None
    city: str | None = None
    postal_code: str | None = None
    country: str | None = None
    endpoint: str | None = None
    gln: str | None = None
    ovt: str | None = None
    iban: str | None = None
    bic: str | None = None
    bankgiro: str | None = None
    plusgiro: str | None = None
    contact_name: str | None = None
    phone: str | None = None
    email: str | None = None
    trading_name: str | None = None
    tax_registration: str | None = None
    legal_information: str | None = None
    marking: str | None = None
    delivery_method: Literal["e-invoice", "pdf", "paper"] | None = None
    send_attachments: bool | None = None
    intermediator: str | None = Field(default=None, min_length=2, max_length=35)
    gln_chosen: bool | None = None
    """Whether the GLN of the card is the one to use; one that is not chosen as default is not used at all."""
    marking_is: MarkingKind | None = None
    invoice_reference: str | None = None
    invoice_email: str | None = None
    invoicing_method: str | None = None
    recipient_id: str | None = None
    """The receiver at InExchange (companyId), where several answer to one number."""
    private_person: bool | None = None
    public_body: bool | None = None

    @property
    def chosen_gln(self) -> str | None:
        """The GLN by which the party receives invoices; None when there is none, or another one is chosen."""
        return None if self.gln_chosen is False else self.gln

    def electronic_address(self, country: str | None = None, *, of_seller: bool = False) -> tuple[str, str] | None:
        """Return scheme and value of the address for electronic delivery, stated or derived; None without one.

        *country* is that of the party in the document, where the card names none.
        The address *of_seller* is never derived from a GLN, which may be that of a place.  A stated address with a
        wrong check digit is used as it stands (`problems` names it); a number with a wrong one yields no address: a
        message for the wrong department is worse than none.
        """
        gln = None if of_seller else self.chosen_gln
        return _electronic_address(self.country or country, gln, self.ovt, self.business_id, self.vat_id, self.endpoint)

    def problems(self) -> list[tuple[str, IdentifierError]]:
        """Return the keys whose numbers fail their own scheme, each with the error."""
        return list(_problems(self.country, self.business_id, self.vat_id, self.gln, self.iban, self.endpoint))

    def contact(self) -> Contact | None:
        """Return the contact of the card; None without one."""
        if self.contact_name is None and self.phone is None and self.email is None:
            return None
        return Contact(name=self.contact_name, telephone=self.phone, email=self.email)

    def registration(self) -> tuple[str, str | None] | None:
        """Return the registration number in the form that BIS wants, with its scheme."""
        return None if self.business_id is None else _registration(self.country, self.business_id)


@remembered
def _electronic_address(
    country: str | None,
    gln: str | None,
    ovt: str | None,
    business_id: str | None,
    vat_id: str | None,
    endpoint: str | None,
) -> tuple[str, str] | None:
    from einvoice.identifiers import endpoint as endpoints  # python-stdnum takes 50 ms to load

    try:
        found = endpoints.derive_endpoint(
            country=country, gln=gln, ovt=ovt, business_id=business_id, vat_number=vat_id, endpoint=endpoint
        )
    except IdentifierError:
        scheme, _, value = (endpoint or "").partition(":")
        return (scheme, value) if len(scheme) == 4 and value else None
    return (found.scheme, found.value) if found is not None else None


@remembered
def _problems(
    country: str | None,
    business_id: str | None,
    vat_id: str | None,
    gln: str | None,
    iban: str | None,
    endpoint: str | None,
) -> tuple[tuple[str, IdentifierError], ...]:
    from einvoice.identifiers import endpoint as endpoints
    from einvoice.identifiers import gln as glns
    from einvoice.identifiers import iban as ibans
    from einvoice.identifiers import vat_number

    found: list[tuple[str, IdentifierError]] = []

    def check(key: str, parse: Callable[[str], object], number: str | None) -> None:
        try:
            if number is not None:
                parse(number)
        except IdentifierError as error:
            error.__cause__ = error.__context__ = None  # with their tracebacks they would keep all frames
            found.append((key, error.with_traceback(None)))

    if country is not None and endpoints.registration_scheme(country):
        check("business_id", partial(endpoints.normal_business_id, country), business_id)
    check("vat_id", vat_number.parse, vat_id)
    check("gln", glns.parse, gln)
    check("iban", ibans.parse, iban)
    check("endpoint", endpoints.parse_endpoint, endpoint)
    return tuple(found)


@remembered
def _registration(country: str | None, business_id: str) -> tuple[str, str | None]:
    from einvoice.identifiers import endpoint as endpoints

    if country is None:
        return business_id, None
    try:
        return endpoints.normal_business_id(country, business_id), endpoints.registration_scheme(country)
    except IdentifierError:
        return business_id, None


class _Index(NamedTuple):
    """Cards by what documents know them by, those with a number each with its place: of several the first counts."""

    customers: Mapping[str, ContextParty]
    debtors: Mapping[str, str]
    by_key: dict[str, ContextParty]
    by_debtor: dict[str, ContextParty]
    by_gln: dict[str, tuple[int, ContextParty]]
    by_ovt: dict[str, tuple[int, ContextParty]]
    by_business_id: dict[str, tuple[int, ContextParty]]


def _index(customers: Mapping[str, ContextParty], debtors: Mapping[str, str]) -> _Index:
    found = _Index(customers, debtors, {}, {}, {}, {}, {})
    for place, card in enumerate(customers.values()):
        if card.netvisor_key is not None:
            found.by_key.setdefault(card.netvisor_key, card)
        if card.gln:
            found.by_gln.setdefault(_digits(card.gln), (place, card))
        if card.ovt is not None:
            found.by_ovt.setdefault(card.ovt, (place, card))
        if card.business_id:
            found.by_business_id.setdefault(_digits(card.business_id).zfill(8), (place, card))
    for code, guid in debtors.items():
        if code in customers:
            found.by_debtor.setdefault(guid.strip().lower(), customers[code])
    return found


def _first(cards: Iterable[tuple[int, ContextParty] | None]) -> ContextParty | None:
    found = min((each for each in cards if each is not None), key=itemgetter(0), default=None)
    return None if found is None else found[1]


class ContextProduct(BaseModel):
    """A product of the ERP."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)

    code: str
    name: str | None = None
    unit: str | None = None
    gtin: str | None = None


class VatDecision(BaseModel):
    """What a VAT code or a category means, where the documented reading is a matter of judgement."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    category: str | None = None
    reason: str | None = None
    code: str | None = None


class FinvoiceSettings(BaseModel):
    """How Finvoice is written.

    *frame* asks for a transmission frame before the invoice, *encoding* is that of the file, *sender_intermediator* the
    bank or operator that sends.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)

    frame: bool = False
    encoding: Annotated[Literal["iso-8859-15", "utf-8"], BeforeValidator(_lower)] = "iso-8859-15"
    sender_intermediator: str | None = Field(default=None, min_length=2, max_length=35)


class BillectaSettings(BaseModel):
    """What the JSON of Billecta does not say, or says only by number.

    The first three translate the numbers of the service; the next four decide what its payload leaves open, and are
    asked for by name when a document needs them; the others are defaults of the writer.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)

    creditor_public_id: str | None = None
    """GUID of the sender account."""
    debtors: Mapping[str, str] = {}
    """Customer code of the card → GUID of the debtor."""
    credited_invoices: Mapping[str, str] = {}
    """Number of an invoice (BT-1) → its ActionPublicId, for credit invoices."""
    zero_vat: Annotated[Literal["E", "Z", "O"] | None, BeforeValidator(_upper)] = None
    """Category (BT-151) of rows with VAT 0 that nothing else explains."""
    supplies: Literal["goods", "services"] | None = None
    """What is sold without VAT across a border: goods (K in the EU, G outside) or services (AE, or O outside)."""
    fee_vat: Number | None = None
    """VAT rate of InvoiceFee and FreightFee in per cent; absent, the one rate of the rows."""
    amounts: Literal["issued", "now"] = "issued"
    """Whether an invoice that the service returns is read as it was issued, or with what was paid since (BT-113)."""
    fees: Literal["rows", "fields"] = "rows"
    """Whether charges of the document are written as rows, or as InvoiceFee and FreightFee where they fit."""
    delivery_method: str | None = None
    """DeliveryMethod to write where neither the source nor the card of the customer says it."""
    language: Literal["SV", "EN", "FI"] = "SV"
    """CommunicationLanguage to write where the source does not say it."""
    cent_rounding: bool = False
    """Whether the sender account rounds to whole kronor by itself (UseCentRounding): then BT-114 comes back."""
    paths: Mapping[str, str] = {}
    """Operation → method and path, as ``dispute = "PUT /v1/invoice/dispute/{id}"``, of operations whose path is not
    confirmed (`einvoice.lifecycle.billecta`)."""
    test: bool = False
    """Whether requests go to the test service."""


class Consumer(BaseModel):
    """The bank or operator through which a private person receives e-invoices."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)

    fmi: str
    """The issuer identity that was agreed on with the bank (FMI)."""
    provider: str | None = None


class InexchangeSettings(BaseModel):
    """How invoices go through InExchange, as SoftOne GO sets it up."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)

    method: str = "InExchange utskrift (API)"
    """The invoicing method (Faktureringsmetod) of customers who are invoiced this way."""
    operator_chooses: bool = False
    """Whether the operator chooses between e-invoice, e-mail and letter, so that no request names the way."""
    document_format: Literal["bis3", "svefaktura"] = "bis3"
    language: str = "sv-SE"
    sender_name: str | None = None
    sender_email: str | None = None
    markings: Mapping[str, MarkingKind] = {}
    """Pattern of a whole marking → what it is, for customers whose card does not say it (marking_is)."""
    consumers: Mapping[str, Consumer] = {}
    """Customer code → where a private person receives e-invoices."""
    max_file_mb: Number = Decimal(5)
    max_total_mb: Number = Decimal(10)
    erp_id: str | None = None
    """The id under which the company was registered at InExchange (ErpId)."""
    test: bool = False
    """Whether requests go to the test service."""


class CollectorStore(BaseModel):
    """A store of the merchant at Collector/Walley: the country and the kind of customers it sells to."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int = Field(ge=0)
    country: Annotated[str, BeforeValidator(_upper)] = Field(min_length=2, max_length=2)
    customers: Literal["private", "company"] | None = None
    """Absent when the store sells to both."""


class CollectorSettings(BaseModel):
    """The service of Collector/Walley; user name and password never stand in a file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    service: Literal["InvoiceServiceV31", "InvoiceServiceV32", "PaymentServiceV9", "PaymentServiceV10"] = (
        "InvoiceServiceV31"
    )
    test: bool = False
    """Whether requests go to the test service."""
    stores: tuple[CollectorStore, ...] = ()


SECTIONS: Final = (
    "seller",
    "customers",
    "products",
    "vat",
    "units",
    "finvoice",
    "billecta",
    "netvisor",
    "rules",
    "inexchange",
    "collector",
)
"""What the context file may have."""


class Context(BaseModel):
    """Everything that a conversion may need from outside.  Empty by default; immutable."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    seller: ContextParty | None = None
    customers: Mapping[str, ContextParty] = {}
    products: Mapping[str, ContextProduct] = {}
    vat: Mapping[str, VatDecision] = {}
    units: Mapping[str, str] = {}
    billecta: BillectaSettings = BillectaSettings()
    netvisor: Mapping[str, Any] = {}
    finvoice: FinvoiceSettings = FinvoiceSettings()
    inexchange: InexchangeSettings | None = None
    collector: CollectorSettings = CollectorSettings()
    rules: Mapping[str, Any] = {}
    """The policy as it stands in the file: which rules are changed, and why (`einvoice.validation.policy`)."""
    source: str | None = None

    @classmethod
    def load(cls, path: str | Path) -> Context:
        """Return the context in the TOML file *path*.

        Raises `ContextError` (exit 6) when the file is missing, is not TOML, or names a key that does not exist.
        """
        path = Path(path)
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except OSError as error:
            raise ContextError(
                f"cannot read the context file: {error.strerror or error}",
                fix="check the path given with --context",
                source=str(path),
            ) from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ContextError(
                f"not a TOML file: {error}", fix="mend the line named above", source=str(path)
            ) from error
        return cls.parse(data, folder=path.parent, source=str(path))

    @classmethod
    def parse(cls, data: Mapping[str, Any], folder: Path | None = None, source: str | None = None) -> Context:
        """Return the context in *data*, the content of a TOML file; CSV files are looked for in *folder*."""
        for key in data:
            if key not in SECTIONS:
                raise ContextError(
                    f"[{key}] is not a section of the context", fix=_did_you_mean(key, SECTIONS), source=source
                )
            if key not in ("customers", "products") and not isinstance(data[key], Mapping):
                raise ContextError(
                    f"{key} is {data[key]!r} and should be a section of its own",
                    fix=f"write [{key}] on a line, and its keys below",
                    source=source,
                )
        try:
            customers = [ContextParty(**row) for row in _rows(data.get("customers", []), folder, source, "customers")]
            products = [ContextProduct(**row) for row in _rows(data.get("products", []), folder, source, "products")]
            seller = ContextParty(**data["seller"]) if "seller" in data else None
            decisions = {
                key: VatDecision(**(value if isinstance(value, dict) else {"category": value}))
                for key, value in data.get("vat", {}).items()
            }
            finvoice = FinvoiceSettings(**data.get("finvoice", {}))
            billecta = BillectaSettings(**data.get("billecta", {}))
            inexchange = InexchangeSettings(**data["inexchange"]) if "inexchange" in data else None
            collector = CollectorSettings(**data.get("collector", {}))
        except ValidationError as error:
            raise _explain(error, source) from error
        by_code: dict[str, ContextParty] = {}
        for customer in customers:
            if customer.code is None:
                raise ContextError(
                    f"customer {customer.name!r} has no code",
                    fix='add code = "…", the customer code of the ERP',
                    source=source,
                )
            if customer.code in by_code:
                raise ContextError(
                    f"customer {customer.code!r} stands here twice, as {by_code[customer.code].name!r} and as "
                    f"{customer.name!r}",
                    fix="keep one of the two, or correct the code of the other",
                    source=source,
                )
            by_code[customer.code] = customer
        _refuse_shared_keys(customers, source)
        if inexchange is not None:
            _refuse_broken_patterns(inexchange.markings, source)
        units = {str(name).strip().lower().rstrip("."): str(code) for name, code in data.get("units", {}).items()}
        return cls(
            seller=seller,
            customers=by_code,
            products={p.code: p for p in products},
            vat=_vat_decisions(decisions, source),
            units=units,
            billecta=billecta,
            netvisor=data.get("netvisor", {}),
            finvoice=finvoice,
            inexchange=inexchange,
            collector=collector,
            rules=data.get("rules", {}),
            source=source,
        )

    def customer_of(self, invoice: Invoice) -> ContextParty | None:
        """Return the customer card for the buyer; None when there is no buyer, no such card, or a card of another.

        A card is found by its netvisor_key; by its code among the identifiers and the address of the buyer; by its GLN;
        or by the business id in an OVT code.  Keys of Netvisor and customer codes are two series of numbers, so a key
        is looked up as a code only for a buyer who has no code, and never against a key of the card.  A name
        decides only for a buyer who has nothing else, and only where the name itself is the code of the card: names
        alone are not unique.

        A card whose numbers contradict those of the document (`contradictions`) is no card of this buyer.
        """
        card = self._card_of(invoice.buyer)
        if card is None or invoice.buyer is None or _contradictions(invoice.buyer, card):
            return None
        return card

    @property
    def sender_intermediator(self) -> str | None:
        """The bank or operator that sends for the seller: of ``[finvoice]``, else of ``[seller]``."""
        return self.finvoice.sender_intermediator or (self.seller.intermediator if self.seller is not None else None)

    def receiver_intermediator(self, invoice: Invoice) -> str | None:
        """Return the bank or operator that receives for the buyer of *invoice*, as the card of the customer has it."""
        card = self.customer_of(invoice)
        return None if card is None else card.intermediator

    def contradictions(self, invoice: Invoice) -> list[Finding]:
        """Return an error for each number of a party that is another one in the card which the context has for it.

        Nothing of such a card is filled in: the document, or its code, speaks of somebody else.
        """
        found = []
        if self.seller is not None and invoice.seller is not None and not invoice.seller.name:
            found += _contradicted(invoice.seller, self.seller, "seller", self)
        card = self._card_of(invoice.buyer)
        if card is not None and invoice.buyer is not None:
            found += _contradicted(invoice.buyer, card, "buyer", self)
        return found

    def _card_of(self, buyer: Party | None) -> ContextParty | None:
        if buyer is None or not self.customers:
            return None
        if (card := self._by_debtor(buyer)) is not None:
            return card
        key, codes = buyer.native.get(NETVISOR_KEY), _codes(buyer)
        if key is None and not codes:
            return self.customers.get(buyer.name or "")
        by_key = None if key is None else self._index.by_key.get(key)
        by_code = (self.customers[code] for code in codes if code in self.customers)
        found = by_key or next(by_code, None) or self._by_location_number(buyer) or self._by_ovt(buyer)
        if found is not None or codes:
            return found
        card = self.customers.get(key or "")
        return None if card is None or card.netvisor_key is not None else card

    def _by_debtor(self, buyer: Party) -> ContextParty | None:
        """A customer of Billecta is known by its GUID, which no other series of numbers has."""
        number = buyer.native.get(BILLECTA_DEBTOR, "").strip().lower()
        if not number:
            return None
        return self._index.by_debtor.get(number)

    def debtor_of(self, invoice: Invoice) -> str | None:
        """Return the GUID under which Billecta knows the buyer of *invoice*; None when nobody says it."""
        if invoice.buyer is not None and (stated := invoice.buyer.native.get(BILLECTA_DEBTOR)):
            return stated
        card = self.customer_of(invoice)
        if card is None and invoice.buyer is not None:
            card = self._by_number(invoice.buyer)
        return self.billecta.debtors.get(card.code) if card is not None and card.code is not None else None

    def _by_number(self, buyer: Party) -> ContextParty | None:
        """The one customer of Billecta with the business id or VAT number of *buyer*, as the service itself looks.

        Departments of a company share its numbers, so several are none, and nothing else is filled from such a card.
        """
        numbers = {_bare(number) for number in (buyer.legal_registration_identifier, buyer.vat_identifier) if number}
        cards = (self.customers[code] for code in self.billecta.debtors if code in self.customers)
        found = [
            card
            for card in cards
            if any(number is not None and _bare(number) in numbers for number in (card.business_id, card.vat_id))
        ]
        return found[0] if len(found) == 1 and not _contradictions(buyer, found[0]) else None

    @property
    def _index(self) -> _Index:
        found = self._kept_index
        if found.customers is not self.customers or found.debtors is not self.billecta.debtors:
            # of the context that this one was copied from, with other customers
            found = self.__dict__["_kept_index"] = _index(self.customers, self.billecta.debtors)
        return found

    @cached_property
    def _kept_index(self) -> _Index:
        return _index(self.customers, self.billecta.debtors)

    def _by_location_number(self, buyer: Party) -> ContextParty | None:
        numbers = {i.value for i in buyer.identifiers if i.value and i.scheme == "0088"}
        if buyer.electronic_address and buyer.electronic_address_scheme == "0088":
            numbers.add(buyer.electronic_address)
        by_gln = self._index.by_gln
        return _first(by_gln.get(_digits(number)) for number in numbers)

    def _by_ovt(self, buyer: Party) -> ContextParty | None:
        """0037 + business id + suffix: the customer is known by its business id."""
        address = buyer.electronic_address
        if not address or buyer.electronic_address_scheme != "0216":
            return None
        index = self._index
        return _first((index.by_ovt.get(address), index.by_business_id.get(address[4:12])))

    def unit_code(self, name: str) -> str | None:
        """Return the unit code for a free-text unit name, as the context decides it; None when it does not."""
        return self.units.get(name.strip().lower().rstrip("."))

    def fill(self, invoice: Invoice) -> Invoice:
        """Return *invoice* with what is absent and known here.

        The seller is filled when the document names none; one that it names is given the numbers and addresses that it
        lacks when it is the seller of the context.  The buyer is filled only from its own card, and neither from a card
        that `contradictions` names.
        """
        update: dict[str, Any] = {}
        # An invoice outside the scope of VAT must not name VAT numbers (BR-O-02).
        outside = bool(invoice.lines) and all(line.vat_category == "O" for line in invoice.lines)
        seller = invoice.seller or Party()
        if self.seller is not None and seller.name is None and not _contradictions(seller, self.seller):
            update["seller"] = _fill_party(seller, self.seller, outside, of_seller=True)
            if payment := _payment(invoice, self.seller):
                update["payment_instructions"] = payment
        elif self.seller is not None and _is_same(seller, self.seller):
            known = _fill_party(seller, self.seller, outside, of_seller=True)
            filled = {name: getattr(known, name) for name in _NEEDED if getattr(known, name) != getattr(seller, name)}
            if filled:
                update["seller"] = seller.model_copy(update=filled)
        card = self.customer_of(invoice)
        if card is not None and invoice.buyer is not None:
            update["buyer"] = _fill_party(invoice.buyer, card, outside)
            _mark(invoice, card, self.inexchange, update)
        return invoice.model_copy(update=update) if update else invoice


def sent_otherwise(invoice: Invoice, context: Context) -> bool:
    """Return whether the invoice is known to go by mail or on paper, so that the buyer needs no electronic address.

    The card of the customer says so, else Billecta's own member.
    """
    card, method = context.customer_of(invoice), invoice.native.get("billecta:DeliveryMethod")
    if card is not None and card.delivery_method is not None:
        return card.delivery_method != "e-invoice"
    return method in ("Email", "Mail", "Manually", "SMS", "Kivra", "Avy")


def missing(invoice: Invoice, context: Context, *, addressed: bool = True) -> list[Finding]:
    """Return one finding per party that lacks what an electronic invoice must hold, with the lines to add.

    With *addressed* false a buyer needs no electronic address: the invoice goes by mail, and a format without
    addresses is judged.

    Numbers of the context that fail their check digit are named as well, for the parties of this invoice, and so are
    those that contradict the document; what such a card would have filled is not called missing.
    """
    found = context.contradictions(invoice)
    strangers = {(f.model_path or "").partition(".")[0] for f in found}
    for card, path in ((context.seller, "seller"), (context.customer_of(invoice), "buyer")):
        found += _wrong_numbers(card, path, context) if card is not None else []
    seller = invoice.seller or Party()
    lacking = _lacking(seller, "BT-27", "BT-40", "BT-34")
    if not (seller.legal_registration_identifier or seller.vat_identifier or seller.identifiers):
        lacking.append(("business_id", "BT-30", "a business id or VAT number"))
    if lacking and "seller" not in strangers:
        examples = _examples(invoice, seller)
        found.append(_missing("EI-CONTEXT-SELLER", "the seller", "[seller]", {}, lacking, context, "seller", examples))
    buyer = invoice.buyer or Party()
    lacking = _lacking(buyer, "BT-44", "BT-55", "BT-49" if addressed else None)
    if lacking and "buyer" not in strangers:
        who, keys = _customer(buyer, context)
        examples = _examples(invoice, buyer)
        found.append(_missing("EI-CONTEXT-CUSTOMER", who, "[[customers]]", keys, lacking, context, "buyer", examples))
    return found


def _customer(buyer: Party, context: Context) -> tuple[str, dict[str, str]]:
    """Return how a message calls the buyer, and the keys by which a card would be found."""
    codes, key = _codes(buyer), buyer.native.get(NETVISOR_KEY)
    if not codes and key is not None:
        known = context._card_of(buyer) is not None
        who = f"the customer with the key {key!r} of Netvisor"
        if not known and context.customers:
            who += " (no card of the context has it as netvisor_key)"
        return who, {"code": "…", "netvisor_key": key}
    code = codes[0] if codes else buyer.name
    if (debtor := buyer.native.get(BILLECTA_DEBTOR)) is not None and not codes:
        card = context._card_of(buyer)
        if card is not None and card.code is not None:
            return f"customer {card.code!r}", {"code": card.code}
        return f"the customer {debtor} of Billecta", {"code": "…", BILLECTA_DEBTOR: debtor}
    if not code:
        return "the buyer", {}
    who = f"customer {code!r}"
    if context.customers and context._card_of(buyer) is None:
        close = difflib.get_close_matches(code, context.customers, 1)
        who += " (no such code in the context" + (f"; did you mean {close[0]!r}?" if close else "") + ")"
    return who, {"code": code}


BILLECTA_DEBTOR: Final = "billecta:DebtorPublicId"
"""Where a buyer holds its GUID of Billecta."""

NETVISOR_KEY: Final = "netvisor:customer_key"
"""Where a buyer holds its key of Netvisor, a number that has nothing to do with the customer codes."""


def _bare(number: str) -> str:
    """Return *number* without blanks and hyphens."""
    return "".join(number.split()).replace("-", "").upper()


def _codes(buyer: Party) -> list[str]:
    """Return everything that may be the code of a customer card, as the document has it."""
    codes = [i.value for i in buyer.identifiers if i.value]
    return [*codes, buyer.electronic_address] if buyer.electronic_address else codes


def _contradictions(party: Party, card: ContextParty) -> list[tuple[str, str, str, str, str]]:
    """Return what is another number in *card* than *party* states: label, term, stated, known, field of the model.

    Names, addresses and electronic addresses differ for good reasons, and are not compared.
    """
    found = []
    key, code = party.native.get(NETVISOR_KEY), next((i.value for i in party.identifiers if not i.scheme), None)
    if key and card.netvisor_key and key != card.netvisor_key:
        found.append(("key of Netvisor", "BT-46", key, card.netvisor_key, "native.netvisor:customer_key"))
    elif key and code and card.code and key == card.netvisor_key and code != card.code:
        found.append(("customer code", "BT-46", code, card.code, "identifiers[0].value"))
    number, registration = party.legal_registration_identifier, card.registration()
    comparable = registration is not None and party.legal_registration_identifier_scheme in (None, registration[1])
    if number and registration and comparable and _differ(number, registration[0], _local_business_id, card.country):
        found.append(("business id", "BT-47", number, registration[0], "legal_registration_identifier"))
    number = party.vat_identifier
    if number and card.vat_id and _differ(number, card.vat_id, _local_vat_number, card.country):
        found.append(("VAT number", "BT-48", number, card.vat_id, "vat_identifier"))
    return found


_NEEDED: Final = (
    "vat_identifier",
    "legal_registration_identifier",
    "legal_registration_identifier_scheme",
    "electronic_address",
    "electronic_address_scheme",
    "address",
)
"""What a seller who names himself still gets of his card: what an electronic invoice must hold, and nothing else."""


def _is_same(party: Party, card: ContextParty) -> bool:
    """Return whether *party* is the company of *card*: a number of both agrees, or else the name, and none differs."""
    if _contradictions(party, card):
        return False
    registration = card.registration()
    schemes = (None,) if registration is None else (None, registration[1])
    if party.legal_registration_identifier and registration and party.legal_registration_identifier_scheme in schemes:
        return True
    if party.vat_identifier and card.vat_id:
        return True
    name = " ".join((party.name or "").split()).casefold()
    return name == " ".join((card.name or "").split()).casefold() != ""


_TERMS_OF_SELLER: Final = {"BT-46": "BT-29", "BT-47": "BT-30", "BT-48": "BT-31"}


def _contradicted(party: Party, card: ContextParty, path: str, context: Context) -> list[Finding]:
    who = "the seller" if path == "seller" else f"customer {card.code!r}"
    place = context.source or "the context"
    return [
        Finding(
            "EI-CONTEXT-CONTRADICTION",
            "error",
            "business",
            f"{who}: the document says {label} {stated}, the card in {place} says {known}; nothing of the card is used",
            "correct the number in the card or in the document, or the code by which the card was found"
            if path == "buyer"
            else "correct the number, or take the context of the company that sent the document",
            (_TERMS_OF_SELLER[term] if path == "seller" else term,),
            value=stated,
            model_path=f"{path}.{field}",
        )
        for label, term, stated, known, field in _contradictions(party, card)
    ]


def _differ(stated: str, known: str, local: Callable[[str, str], str], country: str | None) -> bool:
    """Return whether two spellings are of two numbers: blanks, hyphens and a prefix of the country do not matter."""
    return stated != known and local(country or "", stated) != local(country or "", known)


@remembered
def _local_business_id(country: str, number: str) -> str:
    from einvoice.identifiers import endpoint as endpoints
    from einvoice.identifiers.digits import bare

    with suppress(IdentifierError):
        number = endpoints.normal_business_id(country, number) if endpoints.registration_scheme(country) else number
    return bare(number).removeprefix(country)


@remembered
def _local_vat_number(country: str, number: str) -> str:
    from einvoice.identifiers import vat_number
    from einvoice.identifiers.digits import bare

    with suppress(IdentifierError):
        number = vat_number.parse(number)
    return bare(number).removeprefix(country)


def _wrong_numbers(card: ContextParty, path: str, context: Context) -> list[Finding]:
    who = f"customer {card.code!r}" if card.code else "the seller"
    return [
        Finding(
            "EI-CONTEXT-NUMBER",
            "error",
            "business",
            f"{who} in {context.source or 'the context'}: {key}: {error.message}",
            error.fix or "correct the number",
            value=str(getattr(card, key)),
            model_path=path,
        )
        for key, error in card.problems()
    ]


def _lacking(party: Party, name: str, country: str, address: str | None) -> list[tuple[str, str, str]]:
    lacking = []
    if not party.name:
        lacking.append(("name", name, "the name"))
    if party.address is None or not party.address.country_code:
        lacking.append(("country", country, "the country"))
    if address is not None and not party.electronic_address:
        lacking.append(("endpoint", address, "the electronic address"))
    return lacking


_EXAMPLES = {
    "FI": {"name": "…", "country": "FI", "endpoint": "0216:0037…", "business_id": "1234567-1"},
    "SE": {"name": "…", "country": "SE", "endpoint": "0007:55…", "business_id": "556000-0001"},
    "NO": {"name": "…", "country": "NO", "endpoint": "0192:9…", "business_id": "…"},
    "DK": {"name": "…", "country": "DK", "endpoint": "0184:DK…", "business_id": "…"},
}
"""What the keys of a party look like, by country."""


def _examples(invoice: Invoice, party: Party) -> dict[str, str]:
    """Return what a remedy shows: the country of the party, or else of the system or the money."""
    country = party.address.country_code if party.address is not None else None
    if country is None:
        swedish = invoice.currency == "SEK" or any(key.startswith("billecta:") for key in invoice.native)
        country = "SE" if swedish else "FI"
    return _EXAMPLES.get(country, {"name": "…", "country": country, "endpoint": "0088:…", "business_id": "…"})


def _missing(
    code: str,
    who: str,
    section: str,
    keys: Mapping[str, str],
    lacking: list[tuple[str, str, str]],
    context: Context,
    at: str,
    examples: Mapping[str, str],
) -> Finding:
    what = ", ".join(f"{label} ({term}, key {field!r})" for field, term, label in lacking)
    debtor = keys.get(BILLECTA_DEBTOR)
    lines = [section] + [f"{key} = {toml_text(text)}" for key, text in keys.items() if key != BILLECTA_DEBTOR]
    lines += [f'{field} = "{examples[field]}"' for field, _, _ in lacking]
    lines += ["[billecta.debtors]", f'"…" = {toml_text(debtor)}'] if debtor is not None else []
    return Finding(
        code,
        "error",
        "business",
        f"{who} lacks {what}: the document does not hold it and the context does not say it",
        f"add to {context.source or 'einvoice.toml (given with --context)'}: " + " | ".join(lines),
        tuple(term for _, term, _ in lacking),
        value=debtor or keys.get("netvisor_key") or keys.get("code"),
        model_path=at,
    )


def toml_text(text: str) -> str:
    """Return *text* as TOML writes it, for a remedy that can be copied."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def marking_kind(card: ContextParty, settings: InexchangeSettings | None) -> MarkingKind:
    """Return what the marking of *card* is: as the card says, or a pattern of *settings*; else a reference code.

    >>> marking_kind(ContextParty(marking="P0123"), InexchangeSettings(markings={"P[0-9]{4}": "BT-13"}))
    'order'
    """
    if card.marking_is is not None:
        return card.marking_is
    patterns = settings.markings.items() if settings is not None else ()
    text = (card.marking or "").strip()
    return next((kind for pattern, kind in patterns if re.fullmatch(pattern, text)), "reference")


def _mark(invoice: Invoice, card: ContextParty, settings: InexchangeSettings | None, update: dict[str, Any]) -> None:
    """Put the marking and the invoice reference of *card* where they belong and nothing is stated."""
    if card.marking is not None:
        _, field = MARKING_TERMS[marking_kind(card, settings)]
        if getattr(invoice, field) is None:
            update[field] = card.marking
    if card.invoice_reference is None:
        return
    reference = update.get("buyer_reference", invoice.buyer_reference)
    order = update.get("purchase_order_reference", invoice.purchase_order_reference)
    if reference is None and (card.marking is None or order is None):
        update["buyer_reference"] = card.invoice_reference
        return
    buyer: Party = update["buyer"]
    contact = buyer.contact or Contact()
    if contact.name is None:
        contact = contact.model_copy(update={"name": card.invoice_reference})
        update["buyer"] = buyer.model_copy(update={"contact": contact})


def _fill_party(party: Party, card: ContextParty, outside_vat: bool, *, of_seller: bool = False) -> Party:
    update: dict[str, Any] = {}

    def put(name: str, value: Any) -> None:
        if value is not None and getattr(party, name) is None:
            update[name] = value

    put("name", card.name)
    put("trading_name", card.trading_name)
    put("vat_identifier", card.vat_id.replace(" ", "").upper() if card.vat_id and not outside_vat else None)
    put("tax_registration_identifier", card.tax_registration)
    put("additional_legal_information", card.legal_information)
    if party.legal_registration_identifier is None and (registration := card.registration()):
        update["legal_registration_identifier"], scheme = registration
        if scheme:
            update["legal_registration_identifier_scheme"] = scheme
    known = party.address or Address()
    if party.electronic_address is None and (
        address := card.electronic_address(known.country_code, of_seller=of_seller)
    ):
        update["electronic_address_scheme"], update["electronic_address"] = address
    if card.chosen_gln and not party.identifiers:
        update["identifiers"] = (Identifier(value=card.chosen_gln, scheme="0088"),)
    pairs = (
        ("line_1", card.street),
        ("line_2", card.street2),
        ("city", card.city),
        ("post_code", card.postal_code),
        ("country_code", card.country),
    )
    # A street of the card beside a town of the document would be no address at all: all lines or only the country.
    whole = known.line_1 is None and known.city is None
    lines = {n: v for n, v in pairs if v is not None and getattr(known, n) is None and (whole or n == "country_code")}
    if lines:
        update["address"] = known.model_copy(update=lines)
    # The telephone of one person beside the name of another would reach the wrong one.
    stated = party.contact
    if (contact := card.contact()) is not None:
        if stated is None:
            update["contact"] = contact
        elif stated.name is not None and stated.name == contact.name and not (stated.telephone or stated.email):
            update["contact"] = contact  # the same person, of whom the document knows the name only
    return party.model_copy(update=update) if update else party


def _payment(invoice: Invoice, seller: ContextParty) -> tuple[PaymentInstructions, ...] | None:
    """Return the ways to pay with the accounts of the seller, when the document states none."""
    if any(p.credit_transfer is not None for p in invoice.payment_instructions):
        return None
    accounts = []
    if seller.iban:
        # A giro is no SEPA account, and UBL wants one code (BT-81) for all accounts (UBL-SR-47).
        giro = seller.bankgiro or seller.plusgiro
        code = "58" if invoice.currency in (None, "EUR") and not giro else "30"
        accounts.append((code, seller.iban.replace(" ", ""), seller.bic))
    if seller.bankgiro:
        accounts.append(("30", "".join(c for c in seller.bankgiro if c.isdigit()), "SE:BANKGIRO"))
    if seller.plusgiro:
        accounts.append(("30", "".join(c for c in seller.plusgiro if c.isdigit()), "SE:PLUSGIRO"))
    if not accounts or any(p.means_code not in (None, "30", "58") for p in invoice.payment_instructions):
        return None
    stated = invoice.payment_instructions[0] if invoice.payment_instructions else PaymentInstructions()
    return tuple(
        stated.model_copy(
            update={
                "means_code": code,
                "credit_transfer": CreditTransfer(
                    account_identifier=account, **({"service_provider_identifier": bank} if bank else {})
                ),
            }
        )
        for code, account, bank in accounts
    )


def _digits(text: str | None) -> str:
    return "".join(c for c in text or "" if c.isdigit())


def _rows(value: Any, folder: Path | None, source: str | None, what: str) -> Iterable[dict[str, Any]]:
    if isinstance(value, str):
        path = (folder or Path()) / value
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise ContextError(
                f"cannot read {what} from {path}: {error}", fix="check the path", source=source
            ) from error
        dialect = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
        reader = csv.DictReader(io.StringIO(text), delimiter=dialect)
        for number, row in enumerate(reader, 2):
            if None in row or any(v is None for v in row.values()):
                raise ContextError(
                    f"{path}, line {number}: the row does not have as many cells as the head line",
                    fix="quote cells that hold the separator",
                    source=source,
                )
            yield {key.strip(): cell.strip() for key, cell in row.items() if cell and cell.strip()}
    elif isinstance(value, list) and all(isinstance(row, dict) for row in value):
        yield from value
    else:
        raise ContextError(
            f"{what} is neither a list of tables nor the name of a CSV file",
            fix=f'write [[{what}]] sections, or {what} = "{what}.csv" above the first section',
            source=source,
        )


def _refuse_shared_keys(customers: Iterable[ContextParty], source: str | None) -> None:
    codes: dict[str, str | None] = {}
    for customer in customers:
        key = customer.netvisor_key
        if key is not None and key in codes:
            raise ContextError(
                f"the customers {codes[key]!r} and {customer.code!r} have the same netvisor_key {key!r}",
                fix="correct the key of one of them: Netvisor gives each customer its own",
                source=source,
            )
        if key is not None:
            codes[key] = customer.code


def _refuse_broken_patterns(patterns: Iterable[str], source: str | None) -> None:
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            raise ContextError(
                f"[inexchange.markings] {pattern!r} is no pattern: {error}",
                fix='write a regular expression of the whole marking, such as "P[0-9A-Z]{12}" = "order"',
                source=source,
            ) from error


def _vat_decisions(decisions: Mapping[str, VatDecision], source: str | None) -> dict[str, VatDecision]:
    """Return *decisions* by the code as Netvisor writes it, or by category, with categories as EN 16931 writes them."""
    categories = [category.code for category in codelists.vat_categories()]
    codes = [entry.code for entry in codelists.netvisor_vat_codes()]
    found: dict[str, VatDecision] = {}
    for name, decision in decisions.items():
        entry = codelists.netvisor_vat_code(name)
        key = entry.code if entry is not None else name.strip().upper()
        if entry is None and key not in categories:
            raise ContextError(
                f"[vat] {name!r} is neither a VAT code of Netvisor nor a VAT category",
                fix=_did_you_mean(key, [*codes, *categories]),
                source=source,
            )
        if key in found:
            raise ContextError(
                f"[vat] decides {key} twice", fix=f"keep one line for {key}, in any spelling", source=source
            )
        category = decision.category
        if category is not None:
            category = category.strip().upper()
            if category not in categories:
                raise ContextError(
                    f"[vat] {name}: {decision.category!r} is no VAT category",
                    fix=_meant_category(category, categories),
                    source=source,
                )
        found[key] = decision.model_copy(update={"category": category})
    return found


def _meant_category(text: str, categories: Iterable[str]) -> str:
    """The rules call some categories by other letters (BR-IC-08 is about K), and so do people."""
    for category in codelists.vat_categories():
        if category.rule_prefix == f"BR-{text}":
            return f"did you mean {category.code!r}?"
    if (entry := codelists.netvisor_vat_code(text)) is not None and entry.category_at_zero:
        return f"did you mean {entry.category_at_zero!r}, which {entry.code} is at a rate of 0?"
    return f"known are {', '.join(categories)}"


def _did_you_mean(key: str, known: Iterable[str]) -> str:
    known = tuple(known)
    close = difflib.get_close_matches(key, known, 1)
    return f"did you mean {close[0]!r}?" if close else f"known are {', '.join(known)}"


def _explain(error: ValidationError, source: str | None) -> ContextError:
    first = error.errors()[0]
    key = str(first["loc"][-1]) if first["loc"] else ""
    kinds = (
        ContextProduct,
        VatDecision,
        FinvoiceSettings,
        BillectaSettings,
        InexchangeSettings,
        CollectorSettings,
        CollectorStore,
    )
    models: dict[str, type[BaseModel]] = {model.__name__: model for model in kinds}
    fields = models.get(error.title, ContextParty).model_fields
    if first["type"] == "extra_forbidden":
        return ContextError(f"{key!r} is not a key here", fix=_did_you_mean(key, fields), source=source)
    return ContextError(f"{key}: {first['msg']} (it is {first.get('input')!r})", fix="mend the value", source=source)
