"""Numbers that identify: one module per scheme, all with the same verbs.

    parse(text)            the normal form, for comparison and storage; raises an `IdentifierError`
    is_valid(text)         whether `parse` accepts
    format_printed(text)   as people print it, where that differs from the normal form
    check_digit(body)      the digit that completes *body*; None when such a number is never issued
    remark(text)           why a valid number is unusual (padded, cut, odd ending), else None

| noun | modules |
|---|---|
| places and items | `gln`, `gtin` |
| organisations | `fi_business_id`, `se_organisation`, `no_organisation`, `dk_cvr`, `ee_registry` |
| persons | `se_personal`; `personal` masks such numbers in messages |
| VAT | `vat_number` (EU, Norway, United Kingdom, Switzerland) |
| accounts | `iban`, `bic`, `bankgiro`, `plusgiro` |
| payment references | `fi_reference`, `rf_reference`, `se_ocr`; `reference` tells them apart; `fi_barcode` |
| electronic addresses | `ovt`; `endpoint` derives and checks what goes to BT-34 and BT-49 |

`parse` asks three questions, in this order, each with its own exception: is the form right
(`InvalidFormat`), is the length right (`InvalidLength`), is the check digit right
(`InvalidCheckDigit`, which names the digit expected).  A part that does not exist, such as a date or
a country, is `InvalidComponent`.  Blanks of any kind are dropped and dashes of any kind count as
hyphens; other scripts' digits are refused.  `digits` holds these steps; `screen` tells of the commonest numbers that
they are right, without python-stdnum.

Nothing is imported here: python-stdnum takes some 30 ms to load, so ask for the module you need,
`from einvoice.identifiers import gln`.
"""
