"""What an ERP document does not hold: seller, customers, products, units and VAT decisions.

Netvisor and Billecta name their customer by a code and do not hold the seller at all.  A `Context` is loaded from
``einvoice.toml`` (customers and products may stand in CSV files beside it) and fills what is absent.  It never
overrides what a document states.

    [seller]                      name, business_id, vat_id, street, street2, city, postal_code, country, endpoint,
                                  iban, bic, bankgiro, plusgiro, contact_name, phone, email, trading_name,
                                  tax_registration (BT-32), legal_information (BT-33)
    [[customers]]                 code and the same keys, gln, marking, delivery_method, send_attachments
    [[products]]                  code, name, unit, gtin
    [vat]                         a Netvisor code and what it means: MUUL = "E", or
                                  MUUL = { category = "E", reason = "Exempt, 27 § AVL", code = "VATEX-EU-135-1" };
                                  a category and the reason for it: E = { reason = "…" }
    [units]                       "kpl" = "C62"
    [billecta], [netvisor]        settings of those formats

The file is checked for keys and types when it is loaded.  A number with a wrong check digit is an error finding of the
invoices that use it, so that one bad customer card does not stop the others.
"""

from __future__ import annotations

import csv
import difflib
import io
import json
import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from einvoice.errors import ContextError, IdentifierError
from einvoice.findings import Finding
from einvoice.model import Address, Contact, CreditTransfer, Identifier, Invoice, Party, PaymentInstructions


class ContextParty(BaseModel):
    """The seller or a customer, as the context file states it."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)

    code: str | None = None
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

    def electronic_address(self) -> tuple[str, str] | None:
        """Return scheme and value of the address for electronic delivery, stated or derived; None without one.

        A stated address with a wrong check digit is used as it stands (`problems` names it); a number with a wrong one
        yields no address: a message for the wrong department is worse than none.
        """
        from einvoice.identifiers import endpoint as endpoints  # python-stdnum takes 50 ms to load

        if self.endpoint is None and self.country is None:
            return None
        try:
            found = endpoints.derive_endpoint(
                country=self.country or "",
                gln=self.gln,
                ovt=self.ovt,
                business_id=self.business_id,
                vat_number=self.vat_id,
                endpoint=self.endpoint,
            )
        except IdentifierError:
            scheme, _, value = (self.endpoint or "").partition(":")
            return (scheme, value) if len(scheme) == 4 and value else None
        return (found.scheme, found.value) if found is not None else None

    def problems(self) -> list[tuple[str, IdentifierError]]:
        """Return the keys whose numbers fail their own scheme, each with the error."""
        from einvoice.identifiers import endpoint as endpoints
        from einvoice.identifiers import gln, iban, vat_number

        found: list[tuple[str, IdentifierError]] = []

        def check(key: str, parse: Callable[[], object]) -> None:
            try:
                parse()
            except IdentifierError as error:
                found.append((key, error))

        country, business_id, gln_text, account, vat = self.country, self.business_id, self.gln, self.iban, self.vat_id
        if business_id is not None and country is not None and endpoints.registration_scheme(country):
            check("business_id", lambda: endpoints.normal_business_id(country, business_id))
        if vat is not None:
            check("vat_id", lambda: vat_number.parse(vat))
        if gln_text is not None:
            check("gln", lambda: gln.parse(gln_text))
        if account is not None:
            check("iban", lambda: iban.parse(account))
        if self.endpoint is not None:
            stated = self.endpoint
            check("endpoint", lambda: endpoints.parse_endpoint(stated))
        return found

    def registration(self) -> tuple[str, str | None] | None:
        """Return the registration number in the form that BIS wants, with its scheme."""
        from einvoice.identifiers import endpoint as endpoints

        if self.business_id is None:
            return None
        if self.country is None:
            return self.business_id, None
        try:
            number = endpoints.normal_business_id(self.country, self.business_id)
        except IdentifierError:
            return self.business_id, None
        return number, endpoints.registration_scheme(self.country)


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


class Context(BaseModel):
    """Everything that a conversion may need from outside.  Empty by default; immutable."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    seller: ContextParty | None = None
    customers: Mapping[str, ContextParty] = {}
    products: Mapping[str, ContextProduct] = {}
    vat: Mapping[str, VatDecision] = {}
    units: Mapping[str, str] = {}
    billecta: Mapping[str, Any] = {}
    netvisor: Mapping[str, Any] = {}
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
        known = ("seller", "customers", "products", "vat", "units", "billecta", "netvisor", "rules", "inexchange")
        for key in data:
            if key not in known:
                raise ContextError(
                    f"[{key}] is not a section of the context", fix=_did_you_mean(key, known), source=source
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
            vat = {
                key: VatDecision(**(value if isinstance(value, dict) else {"category": value}))
                for key, value in data.get("vat", {}).items()
            }
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
        units = {str(name).strip().lower().rstrip("."): str(code) for name, code in data.get("units", {}).items()}
        return cls(
            seller=seller,
            customers=by_code,
            products={p.code: p for p in products},
            vat=vat,
            units=units,
            billecta=data.get("billecta", {}),
            netvisor=data.get("netvisor", {}),
            source=source,
        )

    def customer_of(self, invoice: Invoice) -> ContextParty | None:
        """Return the customer card for the buyer; None when there is no buyer or no such card.

        A card is found by its code among the identifiers, system keys and the address of the buyer, by its GLN, or by
        the business id in an OVT code.  A name decides only for a buyer who has nothing else, and only where the name
        itself is the code of the card: names alone are not unique.
        """
        buyer = invoice.buyer
        if buyer is None or not self.customers:
            return None
        keys = _keys(buyer)
        found = next((self.customers[key] for key in keys or [buyer.name or ""] if key in self.customers), None)
        return found or self._by_location_number(buyer) or self._by_ovt(buyer)

    def _by_location_number(self, buyer: Party) -> ContextParty | None:
        numbers = {i.value for i in buyer.identifiers if i.value and i.scheme == "0088"}
        if buyer.electronic_address and buyer.electronic_address_scheme == "0088":
            numbers.add(buyer.electronic_address)
        numbers = {_digits(number) for number in numbers}
        return next((card for card in self.customers.values() if card.gln and _digits(card.gln) in numbers), None)

    def _by_ovt(self, buyer: Party) -> ContextParty | None:
        """0037 + business id + suffix: the customer is known by its business id."""
        address = buyer.electronic_address
        if not address or buyer.electronic_address_scheme != "0216":
            return None
        number = address[4:12]
        return next(
            (
                card
                for card in self.customers.values()
                if card.ovt == address or (card.business_id and _digits(card.business_id).zfill(8) == number)
            ),
            None,
        )

    def unit_code(self, name: str) -> str | None:
        """Return the unit code for a free-text unit name, as the context decides it; None when it does not."""
        return self.units.get(name.strip().lower().rstrip("."))

    def fill(self, invoice: Invoice) -> Invoice:
        """Return *invoice* with what is absent and known here.

        The seller is filled only when the document names none, the buyer only from the card of its own code.
        """
        update: dict[str, Any] = {}
        # An invoice outside the scope of VAT must not name VAT numbers (BR-O-02).
        outside = bool(invoice.lines) and all(line.vat_category == "O" for line in invoice.lines)
        if self.seller is not None and (invoice.seller is None or invoice.seller.name is None):
            update["seller"] = _fill_party(invoice.seller or Party(), self.seller, outside)
            if payment := _payment(invoice, self.seller):
                update["payment_instructions"] = payment
        card = self.customer_of(invoice)
        if card is not None and invoice.buyer is not None:
            update["buyer"] = _fill_party(invoice.buyer, card, outside)
            if card.marking is not None and invoice.buyer_reference is None:
                update["buyer_reference"] = card.marking
        return invoice.model_copy(update=update) if update else invoice


def missing(invoice: Invoice, context: Context) -> list[Finding]:
    """Return one finding per party that lacks what an electronic invoice must hold, with the lines to add.

    Numbers of the context that fail their check digit are named as well, for the parties of this invoice.
    """
    found = []
    for card, path in ((context.seller, "seller"), (context.customer_of(invoice), "buyer")):
        found += _wrong_numbers(card, path, context) if card is not None else []
    seller = invoice.seller or Party()
    lacking = _lacking(seller, "BT-27", "BT-40", "BT-34")
    if not (seller.legal_registration_identifier or seller.vat_identifier or seller.identifiers):
        lacking.append(("business_id", "BT-30", "a business id or VAT number"))
    if lacking:
        found.append(_missing("EI-CONTEXT-SELLER", "the seller", "[seller]", None, lacking, context, "seller"))
    buyer = invoice.buyer or Party()
    lacking = _lacking(buyer, "BT-44", "BT-55", "BT-49")
    if lacking:
        keys = _keys(buyer)
        code = keys[0] if keys else buyer.name
        known = code in context.customers if code else False
        who = f"customer {code!r}" if code else "the buyer"
        if code and not known and context.customers:
            close = difflib.get_close_matches(code, context.customers, 1)
            who += " (no such code in the context" + (f"; did you mean {close[0]!r}?" if close else "") + ")"
        found.append(_missing("EI-CONTEXT-CUSTOMER", who, "[[customers]]", code, lacking, context, "buyer"))
    return found


def _keys(buyer: Party) -> list[str]:
    """Return everything that may be the code of a customer card, as the document has it; notes of ours are none."""
    keys = [i.value for i in buyer.identifiers if i.value]
    keys += [text for name, text in buyer.native.items() if not name.partition(":")[2].startswith("_")]
    return [*keys, buyer.electronic_address] if buyer.electronic_address else keys


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


def _lacking(party: Party, name: str, country: str, address: str) -> list[tuple[str, str, str]]:
    lacking = []
    if not party.name:
        lacking.append(("name", name, "the name"))
    if party.address is None or not party.address.country_code:
        lacking.append(("country", country, "the country"))
    if not party.electronic_address:
        lacking.append(("endpoint", address, "the electronic address"))
    return lacking


_EXAMPLES = {"name": "…", "country": "FI", "endpoint": "0216:0037…", "business_id": "1234567-1"}


def _missing(
    code: str, who: str, section: str, key: str | None, lacking: list[tuple[str, str, str]], context: Context, at: str
) -> Finding:
    what = ", ".join(f"{label} ({term}, key {field!r})" for field, term, label in lacking)
    lines = [section] + ([f"code = {toml_text(key)}"] if key else [])
    lines += [f'{field} = "{_EXAMPLES[field]}"' for field, _, _ in lacking]
    return Finding(
        code,
        "error",
        "business",
        f"{who} lacks {what}: the document does not hold it and the context does not say it",
        f"add to {context.source or 'einvoice.toml (given with --context)'}: " + " | ".join(lines),
        tuple(term for _, term, _ in lacking),
        value=key,
        model_path=at,
    )


def toml_text(text: str) -> str:
    """Return *text* as TOML writes it, for a remedy that can be copied."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _fill_party(party: Party, card: ContextParty, outside_vat: bool) -> Party:
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
    if party.electronic_address is None and (address := card.electronic_address()):
        update["electronic_address_scheme"], update["electronic_address"] = address
    if card.gln and not party.identifiers:
        update["identifiers"] = (Identifier(value=card.gln, scheme="0088"),)
    known = party.address or Address()
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
    person = party.contact or Contact()
    details = {
        name: value
        for name, value in (("name", card.contact_name), ("telephone", card.phone), ("email", card.email))
        if value is not None and getattr(person, name) is None
    }
    if details:
        update["contact"] = person.model_copy(update=details)
    return party.model_copy(update=update) if update else party


def _payment(invoice: Invoice, seller: ContextParty) -> tuple[PaymentInstructions, ...] | None:
    """Return the ways to pay with the accounts of the seller, when the document states none."""
    if any(p.credit_transfer is not None for p in invoice.payment_instructions):
        return None
    accounts = []
    if seller.iban:
        code = "58" if invoice.currency in (None, "EUR") else "30"
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


def _did_you_mean(key: str, known: Iterable[str]) -> str:
    known = tuple(known)
    close = difflib.get_close_matches(key, known, 1)
    return f"did you mean {close[0]!r}?" if close else f"known are {', '.join(known)}"


def _explain(error: ValidationError, source: str | None) -> ContextError:
    first = error.errors()[0]
    key = str(first["loc"][-1]) if first["loc"] else ""
    fields = ContextProduct.model_fields if error.title == "ContextProduct" else (
        VatDecision.model_fields if error.title == "VatDecision" else ContextParty.model_fields
    )  # fmt: skip
    if first["type"] == "extra_forbidden":
        return ContextError(f"{key!r} is not a key here", fix=_did_you_mean(key, fields), source=source)
    return ContextError(f"{key}: {first['msg']} (it is {first.get('input')!r})", fix="mend the value", source=source)
