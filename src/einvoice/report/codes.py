"""What our own codes mean: notes and refusals of reading (``EI-…``), losses (``LOSS-…``), schema faults (``XSD-…``).

The business rules explain themselves (`einvoice.rules`); this table holds every other code of ours.  A test finds
the codes in the source and fails for one that nobody explains.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Explanation:
    """A code: its title, what is seen, why it matters, how to mend it, and an example."""

    code: str
    title: str
    what: str
    why: str
    fix: str
    example: str

    def text(self) -> str:
        """Return the explanation for a person to read."""
        return "\n".join(
            (
                f"{self.code}: {self.title}",
                f"  what:    {self.what}",
                f"  why:     {self.why}",
                f"  fix:     {self.fix}",
                f"  example: {self.example}",
            )
        )


_TABLE: Final = (
    # ------------------------------------------------------------------------------- the loss account, reading
    Explanation(
        "LOSS-UNMAPPED",
        "the source says something that the canonical invoice cannot hold",
        "An element, an attribute or a text between elements has no row in the table of its format.",
        "Nothing is dropped in silence: whoever depends on the value learns that no target will hold it.",
        "Usually nothing; when the receiver needs the value, state it where the format has a place, or in a note.",
        "<cac:Signature> in a UBL invoice: EN 16931 has no term for it.",
    ),
    Explanation(
        "LOSS-REPEATED",
        "a second one where only one is allowed",
        "An element stands twice although the format allows it once; the first is read, the others are named.",
        "Which of two values is meant nobody can know; taking the first is the only stable choice.",
        "State it once.",
        "Two <cbc:BuyerReference> in one invoice: the first becomes BT-10, the second is lost.",
    ),
    Explanation(
        "LOSS-FIXED",
        "not the text that the format fixes",
        "An element or attribute that may hold one text, or one of a few, holds another; it is read as the fixed one.",
        "Senders vary in spelling; writing the document again gives the text of the specification.",
        "Write the text that the message names.",
        "<cac:TaxScheme> with the ID 'vat' is read, and written again as 'VAT'.",
    ),
    Explanation(
        "LOSS-MIRROR",
        "a repeated value differs from the one that it repeats",
        "The format states a value in two places and the document disagrees with itself; the leading place is read.",
        "A receiver who reads the other place pays or books something else.",
        "State the same value in both places.",
        "An amount to pay of 100.00 in the totals and of 110.00 in the payment order.",
    ),
    Explanation(
        "LOSS-ENVELOPE",
        "a value of the envelope is not carried",
        "Sender, receiver and process of a transmission envelope around the invoice are named and left behind.",
        "They belong to one transmission; the next one gets an envelope of its own.",
        "Nothing.  The addresses of the parties stand in the invoice itself (BT-34, BT-49).",
        "<Sender> in the header of a Peppol SBDH.",
    ),
    # ------------------------------------------------------------------------------- the loss account, writing
    Explanation(
        "LOSS-NO-PLACE",
        "the target has no place for a value",
        "The canonical invoice holds a value that the target format cannot say.",
        "The receiver will not see it; with --losses raise the conversion stops instead (exit 5).",
        "Put it into a note or an attachment when the receiver needs it, or leave it out of the source.",
        "The VAT of a single line, to Peppol BIS: EN 16931 states VAT per category only.",
    ),
    Explanation(
        "LOSS-INTERNAL",
        "withheld: it never leaves the seller",
        "Private comments, purchase prices, commissions, postings and dimensions are not written for other companies.",
        "They are the seller's own business.  The format model keeps them.",
        "Nothing.  A value that the buyer is to see belongs into a field for the buyer.",
        "The purchase price of a Netvisor product line.",
    ),
    Explanation(
        "LOSS-WITHHELD",
        "an attachment that the customer does not want",
        "The card of the customer in the context says send_attachments = false: files stay at home, links go.",
        "Some receivers refuse invoices with attachments, or pay their operator for each.",
        "Nothing, or set send_attachments = true.",
        "The PDF of an invoice to a municipality that takes structured data only.",
    ),
    Explanation(
        "LOSS-NATIVE",
        "processing data of one system means nothing to another",
        "Keys of a database, print channels and the like are carried only within the format that they come from.",
        "Another system would misread them or refuse the document.",
        "Nothing.",
        "The Netvisor key of a customer, when the invoice becomes a Peppol document.",
    ),
    Explanation(
        "LOSS-TRUNCATED",
        "cut to the length that the target takes",
        "A text is longer than the format allows; its beginning is written, the message shows what was cut off.",
        "The receiving system would refuse the whole document.",
        "Shorten the text at the source, or move it into a note.",
        "An item name of 250 characters in a format that takes 200.",
    ),
    Explanation(
        "LOSS-CHARACTER",
        "characters that XML cannot hold were left out",
        "The text holds control characters, which no XML document may contain.",
        "A document with them is not well-formed: no receiver could read any of it.",
        "Remove the control characters at the source; they usually come from copying out of another program.",
        "A form feed (U+000C) in a note.",
    ),
    Explanation(
        "LOSS-UNWRITABLE",
        "the value has no code or spelling in the target",
        "The target spells this kind of value with codes of its own, and has none for this one.",
        "A guessed code would say something that the seller did not say.",
        "Choose a value that the target knows, or decide it in the context file ([vat], [units]).",
        "A VAT category for which Netvisor has no code.",
    ),
    Explanation(
        "LOSS-AS-TEXT",
        "carried as text where the source has data",
        "The target has no field for the value but a text that people read; the value stands there now.",
        "People still see it; a program can no longer calculate with it.",
        "Usually nothing; check the wording when the receiver reads it by program.",
        "14 days net with 2 % cash discount become a sentence in the payment terms (BT-20).",
    ),
    Explanation(
        "LOSS-JOINED",
        "several values became one",
        "The target allows one where the source has several; they are joined in their order.",
        "All words are there; where one ends and the next begins is not.",
        "State one when the receiver must tell them apart.",
        "A note before and a note after the lines become one note in Peppol BIS.",
    ),
    Explanation(
        "LOSS-CHANGED",
        "written, and not as it was",
        "The target can say the value only in another form: rounded, with another code, in another place.",
        "Whoever reads the target sees something else than the source said; the message shows both.",
        "State the value in the form that the message names, or accept the change.",
        "A unit price with more decimals than Netvisor takes.",
    ),
    Explanation(
        "LOSS-DERIVED",
        "not written, since the target derives it",
        "The target has no field for the value and calculates it from the rest, with the same result.",
        "Nothing is lost; the entry keeps the account complete.",
        "Nothing.",
        "The VAT total of an invoice, to Netvisor, which calculates it from the lines.",
    ),
    Explanation(
        "LOSS-TRANSLATED",
        "words became a code",
        "The source names something in words for which EN 16931 has a code; the code is carried.",
        "The meaning stays, the wording goes.",
        "Nothing, when the code is the right one.",
        "The country Suomi is read as FI.",
    ),
    # ------------------------------------------------------------------------------- reading
    Explanation(
        "EI-READ-VALUE",
        "a value cannot be read",
        "An amount, a date or a number is not spelled as its format spells it, so the invoice is not read (exit 4).",
        "A guess at an amount or a date costs more than a refusal.",
        "Correct the value at the place that is named.",
        "2026-02-30 as a due date; 1 000,00 where a point is the decimal sign.",
    ),
    Explanation(
        "EI-CURRENCY-MIX",
        "an amount is in another currency than the invoice",
        "An amount names a currency other than that of the invoice (BT-5), so the invoice is not read (exit 4).",
        "Sums over two currencies are meaningless.",
        "State every amount in the currency of the invoice; only the VAT total may be repeated in another (BT-6).",
        'currencyID="SEK" on a line of an invoice in EUR.',
    ),
    Explanation(
        "EI-UBL-TYPE",
        "the type code does not fit the document",
        "A UBL Invoice names the type of a credit note, or a CreditNote that of an invoice.",
        "The type decides whether the amounts are owed or given back.",
        "Send a CreditNote with 381, or an Invoice with 380 (384 for a corrective one).",
        "<Invoice> with InvoiceTypeCode 381: read as a credit note and written as a CreditNote.",
    ),
    Explanation(
        "EI-SBDH",
        "the invoice stood in a Peppol envelope",
        "The envelope (Standard Business Document Header) was opened and the invoice in it was taken.",
        "A verdict is on the invoice; the envelope itself is neither judged nor carried.",
        "Nothing.",
        "<StandardBusinessDocument> around a UBL Invoice, as an access point stores it.",
    ),
    # ------------------------------------------------------------------------------- context
    Explanation(
        "EI-CONTEXT-SELLER",
        "the seller lacks what the target needs",
        "The document does not hold the seller's name, country, number or address, and the context does not say them.",
        "ERP documents leave the seller out, since it is the company itself; no one else can deliver such an invoice.",
        "Add the lines that the message shows to einvoice.toml and pass it with --context.",
        'A Netvisor invoice without --context: add [seller] with name, business_id, country = "FI".',
    ),
    Explanation(
        "EI-CONTEXT-CUSTOMER",
        "the customer lacks what the target needs",
        "The document names its customer by a code, and the context has no such code, or its card lacks a field.",
        "An electronic invoice needs name, country and electronic address of the buyer.",
        "Add the lines that the message shows to einvoice.toml, or the customer to customers.csv.",
        '[[customers]] with code = "4367", name, country and business_id.',
    ),
    Explanation(
        "EI-CONTEXT-NUMBER",
        "a number in the context is wrong",
        "A business id, VAT number, address or account of a party in the context file fails its own check.",
        "A wrong number sends the invoice, or the money, to somebody else.",
        "Correct the number; the message names the key and what was expected.",
        'business_id = "1234567-8" for a company whose check digit is 1.',
    ),
    Explanation(
        "EI-CONTEXT-UNIT",
        "the unit has no code",
        "The source names a unit in words that no list knows.",
        "An electronic invoice states units as codes of UN/ECE Recommendation 20 (BT-130).",
        "Add the unit to einvoice.toml under [units].",
        '[units] "laatikko" = "XBX"',
    ),
    # ------------------------------------------------------------------------------- Netvisor
    Explanation(
        "EI-ENCODING",
        "the encoding had to be assumed",
        "The document declares no encoding and is not UTF-8; it was read as ISO-8859-15, as Netvisor has it.",
        "With a wrong encoding letters beyond ASCII come out wrong, in names and addresses first.",
        "Write UTF-8, or declare the encoding.",
        "A Netvisor document with ä as the single byte E4 and no XML declaration.",
    ),
    Explanation(
        "EI-NETVISOR-ROOT",
        "the root element is missing",
        "The document begins with the invoice itself; Netvisor takes invoices inside <root> only.",
        "Netvisor would refuse the import.",
        "Write <root> around <salesinvoice>.",
        "A file that begins with <salesinvoice>.",
    ),
    Explanation(
        "EI-NETVISOR-LIST",
        "an entry of a list is not a whole invoice",
        "A list response holds number, dates, customer and sums of each invoice, and neither lines nor VAT.",
        "No electronic invoice can be made of it.",
        "Fetch the whole invoice with getsalesinvoice.nv.",
        "The answer to salesinvoicelist.nv.",
    ),
    Explanation(
        "EI-NETVISOR-VAT-CODE",
        "a VAT code that says nothing about a sale",
        "The code on a line is missing, unknown, or belongs to purchases.",
        "The VAT category decides who owes the VAT; it is never guessed where a code stands.",
        "Write the code of the sale, or decide its meaning in the context file under [vat].",
        '[vat] KOOS = "S"',
    ),
    Explanation(
        "EI-NETVISOR-COUNTRY",
        "a country that nobody knows",
        "The text is neither a country code nor a name of a country in English, Finnish or Swedish.",
        "The country decides on VAT and on the electronic address.",
        "Write the ISO 3166-1 code.",
        "Sverge in place of SE.",
    ),
    Explanation(
        "EI-NETVISOR-PRICES",
        "the price is known to Netvisor only",
        "The document leaves price or discount to the product or customer card in Netvisor.",
        "What the buyer is to pay does not stand in the document.",
        "Import it into Netvisor, fetch the finished invoice with getsalesinvoice.nv and convert that.",
        'type="netvisor" on a unit price.',
    ),
    Explanation(
        "EI-NETVISOR-SUM-PAIR",
        "one half of a pair of sums",
        "A line states its sum without its VAT sum, or the reverse; Netvisor takes the two as a pair only.",
        "Netvisor ignores the one that stands alone and calculates from the price.",
        "Give both, or neither.",
        "<salesinvoiceproductlinesum> without <salesinvoiceproductlinevatsum>.",
    ),
    Explanation(
        "EI-NETVISOR-NUMBER",
        "an invoice number that Netvisor does not take",
        "Netvisor takes invoice numbers of digits only, at most 18 of them.",
        "The import would fail.",
        "Number the invoice with digits, or leave the number out: Netvisor then assigns the next one.",
        "The number 2026/117.",
    ),
    Explanation(
        "EI-NETVISOR-CUSTOMER",
        "customer data in halves",
        "The document states an address of the customer and no name; Netvisor takes both or neither.",
        "Netvisor prints what stands in the document and fetches nothing from the customer card.",
        "State the name, or leave the address out.",
        "An invoicing address without invoicingcustomername.",
    ),
    # ------------------------------------------------------------------------------- writing Peppol BIS
    Explanation(
        "EI-BUYER-REFERENCE",
        "neither buyer reference nor order number",
        "Peppol BIS demands one of the two (BT-10, BT-13); without both the customer code is written, if there is one.",
        "The buyer routes the invoice by it; the receiving access point refuses an invoice without.",
        "State a reference in the source, or the marking of the customer in the context file.",
        '[[customers]] with code = "4367" and marking = "KP-204".',
    ),
    Explanation(
        "EI-ATTACHMENT-TYPE",
        "an attachment of a type that the target refuses",
        "Peppol BIS takes attachments of a few media types only.",
        "The receiving access point refuses the whole invoice.",
        "Send it as PDF, or leave it out.",
        "A Word document as attachment.",
    ),
    Explanation(
        "EI-UNIT-ASSUMED",
        "a unit had to be assumed",
        "The line has no unit, or one without a code, and Peppol BIS demands a code (BT-130).",
        "The buyer's system compares quantities by unit.",
        "State the unit in the source, or its code in the context file under [units].",
        '[units] "kpl" = "C62"',
    ),
    # ------------------------------------------------------------------------------- schema
    Explanation(
        "XSD-ELEMENT",
        "an element is missing, unknown, repeated or misplaced",
        "The children of an element are not those that the schema allows, in its order.",
        "A receiver that checks the schema refuses the document, whatever it says.",
        "Add, move or remove the element as the message says.",
        "<cbc:IssueDate> before <cbc:ID> in a UBL invoice.",
    ),
    Explanation(
        "XSD-ATTRIBUTE",
        "an attribute is missing or unknown",
        "An element lacks an attribute that the schema demands, or has one that it does not know.",
        "A receiver that checks the schema refuses the document, whatever it says.",
        "Add or remove the attribute.",
        "<cbc:LineExtensionAmount> without currencyID.",
    ),
    Explanation(
        "XSD-VALUE",
        "a value of the wrong type",
        "The text of an element or attribute is no date, number or code as the schema wants it, or too long.",
        "A receiver that checks the schema refuses the document, whatever it says.",
        "Write the value in the form that the message names.",
        "01.02.2026 in place of 2026-02-01.",
    ),
    Explanation(
        "XSD-OTHER",
        "another fault of the schema",
        "The schema finds a fault of a rarer kind; the message names it.",
        "A receiver that checks the schema refuses the document, whatever it says.",
        "Mend it as the message says.",
        "Text between the elements of <cac:Party>.",
    ),
    # ------------------------------------------------------------------------------- what could not be read at all
    Explanation(
        "EI-NOT-WELL-FORMED",
        "broken XML or JSON",
        "The parser stopped at the place that is named: the document is cut off, empty, or was put together by hand.",
        "What follows the break cannot be known, so nothing is read (exit 3).",
        "Fetch or write the document again.",
        "An & in a company name that was not written as &amp;.",
    ),
    Explanation(
        "EI-FORBIDDEN-XML",
        "a document type or an entity",
        "The document declares a DOCTYPE or uses an entity.",
        "Invoices never need them, and attackers do: to read files, to reach the network, to exhaust memory.",
        "Remove the DOCTYPE, and write the characters themselves in place of entities.",
        "<!DOCTYPE Invoice> before the root element.",
    ),
    Explanation(
        "EI-NOT-DETECTED",
        "none of the known formats",
        "The root element, or the top of the JSON, belongs to no format that einvoice knows.",
        "Without its format nothing in a document has a meaning.",
        "Check that it is an invoice; when it is, name its format with --from.",
        "An order, or an invoice in a format of another country.",
    ),
    Explanation(
        "EI-TOO-LARGE",
        "larger than the limits",
        "The document, or a member of a zip, has more bytes, depth or members than any invoice.",
        "Limits keep one hostile document from stopping a whole run.",
        "Split the file, or move large attachments out of the invoice.",
        "A zip of 40 kB whose only member has 4 GB.",
    ),
    Explanation(
        "EI-UNREADABLE",
        "the file cannot be read",
        "The file is missing, or the system refuses to open it.",
        "A run over several files goes on without it, and says so at its end.",
        "Check the path and the rights.",
        "A misspelt path; a pattern that matches nothing.",
    ),
    Explanation(
        "EI-NO-INVOICE",
        "a known envelope without an invoice",
        "The document is an answer of a system that holds no invoice.",
        "Nothing was found, which is not the same as an invoice without content.",
        "Check the query that fetched it.",
        "A Netvisor list response without rows.",
    ),
    Explanation(
        "EI-REMOTE-FAILURE",
        "the document is an error answer",
        "The sending system answered with a failure in place of an invoice.",
        "Somebody stored the answer without looking at it.",
        "Mend what the answer says and fetch the invoice again.",
        "<status>FAILED</status> in a Netvisor response.",
    ),
    Explanation(
        "EI-INPUT-ERROR",
        "the input cannot be used",
        "A zip or a member of one is broken or encrypted, or this version has no reader for the format.",
        "Nothing of it was read or judged (exit 3).",
        "Pack or fetch the zip again, unpack an encrypted one first; have the invoice sent in a format that is read.",
        "A download that was cut off; a Finvoice document in a version that reads Netvisor and UBL.",
    ),
    Explanation(
        "EI-READ-ERROR",
        "a document cannot be read as what it is",
        "The format is known, and something that is not a single value keeps the document from being read (exit 4).",
        "What is missing would have to be guessed.",
        "Correct the document as the message says.",
        "An invoice row that belongs to nothing.",
    ),
    Explanation(
        "EI-CONTEXT-ERROR",
        "the context does not say what this document needs",
        "The document names something that only the context can resolve, and the context has no entry for it (exit 6).",
        "A guess would change what the invoice says.",
        "Add the entry that the message names to einvoice.toml.",
        "A VAT code of the ERP that is a matter of judgement.",
    ),
    Explanation(
        "EI-LOSS-ERROR",
        "losses are forbidden, and there are some",
        "With --losses raise, something of the invoice has no place in the target, so nothing was written (exit 5).",
        "The caller asked for all or nothing.",
        "Leave the values out of the source, or allow losses with --losses warn.",
        "See LOSS-NO-PLACE.",
    ),
    Explanation(
        "EI-INTERNAL-ERROR",
        "a fault of einvoice itself",
        "The program broke a promise of its own on this document (exit 70).",
        "The document may be perfectly right.",
        "Please report it, with what EINVOICE_DEBUG=1 prints and, if you may, the document.",
        "Any message that speaks of a fault of einvoice itself.",
    ),
)

EXPLANATIONS: Final = {entry.code: entry for entry in _TABLE}
"""All explanations by code."""
