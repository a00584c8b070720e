"""Numbers with valid check digits, drawn from ranges that no register has issued.

Each function takes a `random.Random` and returns the number as its own country writes it.

>>> import random
>>> reference("20260417")
'202604178'
>>> finnish_business_id(random.Random(1))[:2]
'91'
"""

import random
from itertools import cycle


def weighted(digits: str, weights: tuple[int, ...]) -> int:
    """Return the sum of *digits* times *weights*, from the left."""
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))


def luhn_digit(body: str) -> str:
    """Return the digit that completes *body* by Luhn's rule (Swedish numbers, OCR references, Finnish accounts)."""
    total = 0
    for place, digit in enumerate(reversed(body)):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled // 10 + doubled % 10
    return str(-total % 10)


def gs1_digit(body: str) -> str:
    """Return the digit that completes a GLN or GTIN *body*."""
    return str(-sum(int(digit) * weight for digit, weight in zip(reversed(body), cycle((3, 1)))) % 10)


def reference(base: str) -> str:
    """Return the Finnish creditor reference on *base*: weights 7-3-1 from the right."""
    return base + str(-sum(int(digit) * weight for digit, weight in zip(reversed(base), cycle((7, 3, 1)))) % 10)


def rf_reference(body: str) -> str:
    """Return the RF creditor reference (ISO 11649) on *body*."""
    number = "".join(str(int(letter, 36)) for letter in f"{body}RF00")
    return f"RF{98 - int(number) % 97:02d}{body}"


def ocr(base: str) -> str:
    """Return the Swedish OCR reference on *base*, with length digit and Luhn digit."""
    body = base + str((len(base) + 2) % 10)
    return body + luhn_digit(body)


def digits(rng: random.Random, count: int) -> str:
    """Return *count* random digits."""
    return f"{rng.randrange(10**count):0{count}d}"


def finnish_business_id(rng: random.Random) -> str:
    """Return a business id (`NNNNNNN-N`) that starts with 91."""
    while True:
        body = "91" + digits(rng, 5)
        remainder = weighted(body, (7, 9, 10, 5, 8, 4, 2)) % 11
        if remainder != 1:
            return f"{body}-{-remainder % 11}"


def swedish_organisation_number(rng: random.Random) -> str:
    """Return an organisation number of a company (ten digits) that starts with 55999."""
    body = "55999" + digits(rng, 4)
    return body + luhn_digit(body)


def norwegian_organisation_number(rng: random.Random) -> str:
    """Return an organisation number (nine digits) that starts with 319."""
    while True:
        body = "319" + digits(rng, 5)
        check = -weighted(body, (3, 2, 7, 6, 5, 4, 3, 2)) % 11
        if check < 10:
            return f"{body}{check}"


def danish_cvr(rng: random.Random) -> str:
    """Return a CVR number (eight digits) that starts with 99."""
    while True:
        body = "99" + digits(rng, 5)
        check = -weighted(body, (2, 7, 6, 5, 4, 3, 2)) % 11
        if check < 10:
            return f"{body}{check}"


def estonian_registry_code(rng: random.Random) -> str:
    """Return a registry code (eight digits) that starts with 19."""
    body = "19" + digits(rng, 5)
    check = weighted(body, (1, 2, 3, 4, 5, 6, 7)) % 11
    if check == 10:
        check = weighted(body, (3, 4, 5, 6, 7, 8, 9)) % 11 % 10
    return f"{body}{check}"


def estonian_vat_number(rng: random.Random) -> str:
    """Return a VAT number (`EE` and nine digits) that starts with EE19."""
    body = "19" + digits(rng, 6)
    return f"EE{body}{-weighted(body, (3, 7, 1, 3, 7, 1, 3, 7)) % 10}"


def german_vat_number(rng: random.Random) -> str:
    """Return a VAT number (`DE` and nine digits, ISO 7064 mod 11,10) that starts with DE999."""
    body = "999" + digits(rng, 5)
    check = 10
    for digit in body:
        check = ((check + int(digit)) % 10 or 10) * 2 % 11
    return f"DE{body}{(11 - check) % 10}"


def gln(rng: random.Random, prefix: str) -> str:
    """Return a GLN (13 digits) under *prefix*, the country's GS1 prefix."""
    body = prefix + "9999" + digits(rng, 8 - len(prefix))
    return body + gs1_digit(body)


def iban(country: str, account: str) -> str:
    """Return the IBAN of *account* (the national account number with its own check digit)."""
    number = "".join(str(int(letter, 36)) for letter in f"{account}{country}00")
    return f"{country}{98 - int(number) % 97:02d}{account}"


def finnish_iban(rng: random.Random) -> str:
    """Return an IBAN of a bank group (9) that Finland does not use."""
    body = "9" + digits(rng, 12)
    return iban("FI", body + luhn_digit(body))


def swedish_iban(rng: random.Random) -> str:
    """Return an IBAN under the clearing code 999, which no bank has."""
    return iban("SE", "999" + digits(rng, 17))


def norwegian_iban(rng: random.Random) -> str:
    """Return an IBAN of register number 9999, with a valid account check digit."""
    while True:
        body = "9999" + digits(rng, 6)
        check = -weighted(body, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11
        if check < 10:
            return iban("NO", f"{body}{check}")


def bankgiro(rng: random.Random) -> str:
    """Return a Bankgiro number (eight digits, no hyphen) that starts with 999."""
    body = "999" + digits(rng, 4)
    return body + luhn_digit(body)
