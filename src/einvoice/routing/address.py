"""From the numbers of a party to its electronic address, by the order of the tables.

The first number in the order decides.  When it is wrong there is no address: the next one may be that of another
department.  Every number is checked, also those that do not decide, since they go into the invoice.

The seller's address is the one under which it is registered, and never derived from a GLN, which may be that of a
place.
"""

from __future__ import annotations

from datetime import date

from einvoice.errors import IdentifierError
from einvoice.identifiers import endpoint, gln, iban, ovt, se_organisation, vat_number
from einvoice.identifiers.digits import compact
from einvoice.routing import tables
from einvoice.routing.decision import Address
from einvoice.routing.notes import Notes, lines_for
from einvoice.routing.numbers import Numbers

TERMS = {
    # key: term of the seller, term of the buyer
    "endpoint": ("BT-34", "BT-49"),
    "ovt": ("BT-34", "BT-49"),
    "gln": ("BT-29", "BT-49"),
    "business_id": ("BT-30", "BT-47"),
    "vat_id": ("BT-31", "BT-48"),
}
ARGUMENTS = {"vat_number": "vat_id"}
"""What `endpoint.derive_endpoint` calls a key of the context."""

OLD_FINNISH = ("0037", "0212", "0213")


def find_address(numbers: Numbers, notes: Notes, on: date | None = None) -> Address | None:
    """Return the address that the *numbers* of a party give, None when none of them may be used.

    *on* is the day whose rules count, None takes the newest.  Why, and what is wrong, goes into *notes*.
    """
    check_numbers(numbers, notes, on)
    if numbers.idle_gln is not None:
        notes.say(numbers.side, "card", f"GLN {numbers.idle_gln} on the card is not the default, so it is not used")
    if numbers.side == "seller" and "gln" in numbers.given:
        notes.say("seller", "seller", f"GLN {numbers.text('gln')} is not taken as address: it may be that of a place")
    if _is_sole_trader(numbers, notes):
        return None
    stated = numbers.text("endpoint")
    if stated is not None and (kept := _valid_then(stated, on)) is not None:
        return _chosen(kept, "endpoint", numbers, notes)
    try:
        found = endpoint.derive_endpoint(
            country=numbers.country,
            gln=numbers.text("gln") if numbers.side == "buyer" else None,
            ovt=numbers.text("ovt"),
            business_id=numbers.text("business_id"),
            vat_number=numbers.text("vat_id"),
            endpoint=stated,
        )
    except IdentifierError as error:
        key = ARGUMENTS.get(error.path or "", error.path or "")
        notes.say(
            numbers.side, f"{key} decides", "no address: the number that decides is wrong, and nothing takes its place"
        )
        return None
    if found is None:
        return None
    key = _key_of(found, numbers)
    why = tables.refusal(found.scheme, on) if found.derivation == "explicit" else None
    if why is not None:
        _refuse(numbers, notes, f"{numbers.who}: address {found}: scheme {found.scheme} is {why}", key, None)
        return None
    return _chosen(found, key, numbers, notes)


def _chosen(found: endpoint.Endpoint, key: str, numbers: Numbers, notes: Notes) -> Address:
    row = tables.DERIVATIONS[found.derivation]
    seller = numbers.side == "seller"
    terms = {"identifier": "BT-29" if seller else "BT-46", "registration": "BT-30" if seller else "BT-47"}
    beside = f"; {row.beside.format(**terms)}" if row.beside else ""
    notes.say(numbers.side, found.derivation, f"{found}: {row.says}, {numbers.where(key)}{beside}")
    others = [other for other in ("business_id", "vat_id") if other in numbers.given]
    if found.derivation == "D1" and others:
        notes.say(numbers.side, "rank 2", f"the GLN wins over {' and '.join(others)}: it names the department")
    path = numbers.given[key].path
    if found.derivation == "D13":
        _, new_term = TERMS["endpoint"]
        notes.find(
            "W-ROUTE-205",
            f"{numbers.who}: address {numbers.text('endpoint')} is rewritten as {found}",
            path,
            fix=f'write {found} in its place (endpoint = "{found}" on the card)',
            value=numbers.text("endpoint"),
            terms=(TERMS["endpoint"][0] if numbers.side == "seller" else new_term,),
        )
    if found.derivation == "D3":
        notes.find(
            "W-ROUTE-203",
            f"{numbers.who}: the organisation number is missing; {found.value} was taken from the VAT number",
            path,
            fix=f"compare it with the register, and add: {lines_for(numbers, business_id=found.value)}",
            terms=(TERMS["business_id"][0 if numbers.side == "seller" else 1],),
        )
    level = numbers.given[key].level
    return Address(found.scheme, found.value, found.derivation, key, level, confirmed=not found.is_guess)


def _key_of(found: endpoint.Endpoint, numbers: Numbers) -> str:
    """Return the key of the number that gave the address."""
    match found.derivation:
        case "explicit" | "D13" | "D12":
            return "endpoint"
        case "D4":
            stated = numbers.text("endpoint")
            return "endpoint" if stated is not None and ovt.is_valid(stated) else "ovt"
        case "D1":
            return "gln"
        case "D2" | "D5" | "D9" | "registration":
            return "business_id"
        case "D7" | "D8":
            return "business_id" if "business_id" in numbers.given else "vat_id"
    return "vat_id"


def _valid_then(stated: str, on: date | None) -> endpoint.Endpoint | None:
    """Return an address whose scheme has been removed since *on*, None for every other."""
    scheme, _, value = stated.partition(":")
    if on is None or scheme in OLD_FINNISH or endpoint.removed(scheme) is None or tables.refusal(scheme, on):
        return None
    return endpoint.Endpoint(scheme, "".join(value.split()), "explicit")


def _is_sole_trader(numbers: Numbers, notes: Notes) -> bool:
    """Say whether nothing but the personal number of a Swedish sole trader would be the address."""
    if any(key in numbers.given for key in ("endpoint", "ovt")) or ("gln" in numbers.given and numbers.side == "buyer"):
        return False
    key = "business_id" if "business_id" in numbers.given else "vat_id"
    text = numbers.text(key) or ""
    if key == "business_id":
        if (numbers.country or "").upper() != "SE":
            return False
        number = text
    else:
        bare = compact(text).upper()
        if not (bare.startswith("SE") and vat_number.is_valid(text)):
            return False
        number = vat_number.parse(text)[2:12]
    if not (se_organisation.is_valid(number) and se_organisation.is_personal(number)):
        return False
    shown = se_organisation.mask(number)
    notes.find(
        "W-ROUTE-204",
        f"{numbers.who}: {shown} is the personal number of a sole trader, and no address unasked",
        numbers.given[key].path,
        fix="ask for a GLN; or, if the number may be shown, write it as endpoint on the card, with 0007: in front",
        terms=(TERMS["endpoint"][0 if numbers.side == "seller" else 1],),
    )
    notes.say(numbers.side, "personal number", f"no address: {shown} is a personal number, and needs an explicit yes")
    return True


# ------------------------------------------------------------------------------------------ what is wrong


def check_numbers(numbers: Numbers, notes: Notes, on: date | None = None) -> None:
    """Put a finding into *notes* for each number that fails its scheme."""
    country = numbers.country or ""
    if (text := numbers.text("endpoint")) is not None:
        _check_endpoint(numbers, notes, text, on)
    if (text := numbers.text("ovt")) is not None:
        _check(numbers, notes, "ovt", "E-ROUTE-102", lambda: ovt.parse(text))
    if (text := numbers.text("gln")) is not None:
        _check(numbers, notes, "gln", "E-ROUTE-103", lambda: gln.parse(text))
    if (text := numbers.text("business_id")) is not None and endpoint.registration_scheme(country) is not None:
        _check(numbers, notes, "business_id", "E-ROUTE-102", lambda: endpoint.normal_business_id(country, text))
    if (text := numbers.text("vat_id")) is not None and _has_vat_rules(country, text):
        _check(numbers, notes, "vat_id", "E-ROUTE-104", lambda: vat_number.parse(text))
        if vat_number.is_valid(text) and text.upper().startswith("SE") and (remark := vat_number.remark(text)):
            side = 0 if numbers.side == "seller" else 1
            notes.find(
                "W-ROUTE-206", f"{numbers.who}: {remark}", numbers.given["vat_id"].path, terms=(TERMS["vat_id"][side],)
            )


def _check(numbers: Numbers, notes: Notes, key: str, code: str, parse: object) -> None:
    assert callable(parse)
    try:
        parse()
    except IdentifierError as error:
        _fault(numbers, notes, key, code, error)


def _fault(numbers: Numbers, notes: Notes, key: str, code: str, error: IdentifierError) -> None:
    given = numbers.given[key]
    side = 0 if numbers.side == "seller" else 1
    notes.find(
        code,
        f"{numbers.who}: {error.message}",
        given.path,
        fix=error.fix if code == "E-ROUTE-105" or (error.fix or "").startswith("Write ") else None,
        value=given.text if code == "E-ROUTE-103" else None,
        terms=(TERMS[key][side],),
    )
    notes.lack(
        numbers.side,
        key,
        TERMS[key][side],
        code,
        lines_for(numbers, **{key: "…"}) if given.level == "card" else "correct it in the document",
    )


def _check_endpoint(numbers: Numbers, notes: Notes, text: str, on: date | None) -> None:
    if (numbers.country or "").upper() in ("FI", "AX") and iban.is_valid(text):
        return
    if _valid_then(text, on) is not None:
        return
    try:
        endpoint.parse_endpoint(text)
    except IdentifierError as error:
        scheme = text.partition(":")[0].strip() if ":" in text else ""
        if scheme == "0088":
            code = "E-ROUTE-103"
        elif not scheme or endpoint.removed(scheme) or not tables.rules_in_force(on).takes(scheme):
            code = "E-ROUTE-102" if scheme in OLD_FINNISH else "E-ROUTE-105"
        elif scheme in endpoint.VAT_SCHEMES.values():
            code = "E-ROUTE-104"
        else:
            code = "E-ROUTE-102"
        if code == "E-ROUTE-105":
            _refuse(numbers, notes, f"{numbers.who}: {error.message}", "endpoint", error.fix)
        else:
            _fault(numbers, notes, "endpoint", code, error)


def _refuse(numbers: Numbers, notes: Notes, message: str, key: str, fix: str | None) -> None:
    given = numbers.given[key]
    term = TERMS["endpoint"][0 if numbers.side == "seller" else 1]
    notes.find("E-ROUTE-105", message, given.path, fix=fix, terms=(term,))
    add = lines_for(numbers, endpoint="…") if given.level == "card" else "correct it in the document"
    notes.lack(numbers.side, "endpoint", term, "E-ROUTE-105", add)


def _has_vat_rules(country: str, text: str) -> bool:
    """Say whether a VAT number can be checked: its letters or its country are known."""
    home = {"GR": "EL", "AX": "FI"}.get(country.upper(), country.upper())
    letters = compact(text)[:2].upper()
    return not home or letters in vat_number.PREFIXES or home in vat_number.PREFIXES
