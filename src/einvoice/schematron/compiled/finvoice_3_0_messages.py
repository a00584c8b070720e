"""Compiled by einvoice from 'finvoice.sch'.  Do not edit: change the rules, and compile again."""
from einvoice.schematron.runtime import *
from einvoice.schematron.compiled.finvoice_3_0 import *
K249 = ' DeliveryOrganisationName'
C131 = regex('^FI|^0037', '')
C132 = regex('[ -]', '')
C133 = regex('^[0-9]{8}', '')
C134 = regex('^RF[0-9]{2}[0-9A-Z]{1,21}$', '')
C135 = regex('^0037[0-9]{8}', '')

def f132(D, a0):
    return present(('missing' if (not (a0 is not None)) else unusual()))

def w0_0_0(D, T, n):
    return 'the version is ' + f132(D, n.get(K1)) + ', expected one of ' + ', '.join(C0), (s2 if (s2 := first([s1 for s1 in (n,) if K1 in s1])) is not None else n), 'Version' if s2 is not None else None

def f133(D, a0, a1):
    return (a1 if (not (a0 is not None)) else None)

def f134(D, a0, a1):
    return (a1 if (not (a0 is not None)) else None)

def f135(D, a0, a1):
    return (a1 if (not (a0 is not None)) else None)

def f136(D, a0, a1):
    return (a1 if (not (a0 is not None)) else None)

def f137(D, a0, a1):
    return (a1 if (not (a0 is not None)) else None)

def w1_0_0(D, T, n):
    return 'the document has no ' + ', no '.join([*optional(f133(D, n.get(K2), 'SellerPartyDetails')), *optional(f134(D, n.get(K3), 'BuyerPartyDetails')), *optional(f135(D, n.get(K4), 'InvoiceDetails')), *optional(f136(D, n.get(K5), 'InvoiceRow')), *optional(f137(D, n.get(K6), 'EpiDetails'))]), n, None

def w1_1_1(D, T, n):
    v1 = [*optional(f0(D, kid2(n, K7, K8), 'FromIdentifier')), *optional(f2(D, kid2(n, K7, K9), 'FromIntermediator')), *optional(f3(D, kid2(n, K10, K11), 'ToIdentifier')), *optional(f4(D, kid2(n, K10, K12), 'ToIntermediator')), *optional(f5(D, kid2(n, K13, K14), 'MessageIdentifier')), *optional(f6(D, kid2(n, K13, K15), 'MessageTimeStamp'))]
    return 'the transmission details have no ' + ', no '.join(v1), n, None

def f138(D, a0):
    return ('missing' if (not (a0 is not None)) else ', '.join([' '.join([*(f112(D, q1['']),), *[normalize(c2) for c2 in optional(q1.get(K131))]]) for q1 in many(a0)]))

def w1_1_2(D, T, n):
    return 'the time of the message is ' + f138(D, kid2(n, K13, K15)) + ', expected a form like 2026-09-01T12:00:00+03:00', (s1 if (s1 := first(many(kid2(n, K13, K15)))) is not None else n), None

def f139(D, a0):
    return [z for q2 in [c1 for c1 in many(a0) if f1(D, a0)] for z in optional((None if ((len(q2['']) >= 2) and (len(q2['']) <= 35)) else (('has an empty ' + D.local_name_of(q2) + ' beside others') if (normalize(q2['']) == '') else (D.local_name_of(q2) + ' ' + f112(D, q2['']) + ' has ' + str(len(q2[''])) + ' characters, expected 2 to 35'))))]

def w1_2_1(D, T, n):
    v1 = [*optional(f10(D, n.get(K16), 'SellerStreetName')), *optional(f11(D, n.get(K17), 'SellerTownName')), *optional(f12(D, n.get(K18), 'SellerPostCodeIdentifier'))]
    return 'the address of the seller ' + '; '.join([*optional((None if (not bool(v1)) else ('has no ' + ', no '.join(v1)))), *f139(D, n.get(K16)), *f139(D, n.get(K17)), *f139(D, n.get(K18))]), n, None

def w1_3_1(D, T, n):
    v1 = [*optional(f14(D, n.get(K19), 'SellerOfficialStreetName')), *optional(f15(D, n.get(K20), 'SellerOfficialTownName')), *optional(f16(D, n.get(K21), 'SellerOfficialPostCodeIdentifier'))]
    return 'the address of the seller in the register ' + '; '.join([*optional((None if (not bool(v1)) else ('has no ' + ', no '.join(v1)))), *f139(D, n.get(K19)), *f139(D, n.get(K20)), *f139(D, n.get(K21))]), n, None

def w1_4_1(D, T, n):
    v1 = [*optional(f17(D, n.get(K22), 'BuyerStreetName')), *optional(f18(D, n.get(K23), 'BuyerTownName')), *optional(f19(D, n.get(K24), 'BuyerPostCodeIdentifier'))]
    return 'the address of the buyer ' + '; '.join([*optional((None if (not bool(v1)) else ('has no ' + ', no '.join(v1)))), *f139(D, n.get(K22)), *f139(D, n.get(K23)), *f139(D, n.get(K24))]), n, None

def w1_5_1(D, T, n):
    v1 = [*optional(f20(D, n.get(K25), 'InvoiceRecipientStreetName')), *optional(f21(D, n.get(K26), 'InvoiceRecipientTownName')), *optional(f22(D, n.get(K27), 'InvoiceRecipientPostCodeIdentifier'))]
    return 'the address of the recipient of the invoice ' + '; '.join([*optional((None if (not bool(v1)) else ('has no ' + ', no '.join(v1)))), *f139(D, n.get(K25)), *f139(D, n.get(K26)), *f139(D, n.get(K27))]), n, None

def w1_6_1(D, T, n):
    v1 = [*optional(f23(D, n.get(K28), 'DeliveryStreetName')), *optional(f24(D, n.get(K29), 'DeliveryTownName')), *optional(f25(D, n.get(K30), 'DeliveryPostCodeIdentifier'))]
    return 'the address of the delivery ' + '; '.join([*optional((None if (not bool(v1)) else ('has no ' + ', no '.join(v1)))), *f139(D, n.get(K28)), *f139(D, n.get(K29)), *f139(D, n.get(K30))]), n, None

def w1_7_1(D, T, n):
    v1 = [*optional(f26(D, n.get(K31), 'ShipmentStreetName')), *optional(f27(D, n.get(K32), 'ShipmentTownName')), *optional(f28(D, n.get(K33), 'ShipmentPostCodeIdentifier'))]
    return 'the address of the shipment party ' + '; '.join([*optional((None if (not bool(v1)) else ('has no ' + ', no '.join(v1)))), *f139(D, n.get(K31)), *f139(D, n.get(K32)), *f139(D, n.get(K33))]), n, None

def w1_8_1(D, T, n):
    v1 = [*optional(f29(D, n.get(K34), 'AnyPartyStreetName')), *optional(f30(D, n.get(K35), 'AnyPartyTownName')), *optional(f31(D, n.get(K36), 'AnyPartyPostCodeIdentifier'))]
    return 'the address of a further party ' + '; '.join([*optional((None if (not bool(v1)) else ('has no ' + ', no '.join(v1)))), *f139(D, n.get(K34)), *f139(D, n.get(K35)), *f139(D, n.get(K36))]), n, None

def w1_9_1(D, T, n):
    v1 = [*optional(f32(D, n.get(K37), 'FactoringPartyStreetName')), *optional(f33(D, n.get(K38), 'FactoringPartyTownName')), *optional(f34(D, n.get(K39), 'FactoringPartyPostCodeIdentifier'))]
    return 'the address of the finance company ' + '; '.join([*optional((None if (not bool(v1)) else ('has no ' + ', no '.join(v1)))), *f139(D, n.get(K37)), *f139(D, n.get(K38)), *f139(D, n.get(K39))]), n, None

def w1_10_1(D, T, n):
    v1 = [*optional(f35(D, n.get(K40), 'RowAnyPartyStreetName')), *optional(f36(D, n.get(K41), 'RowAnyPartyTownName')), *optional(f37(D, n.get(K42), 'RowAnyPartyPostCodeIdentifier'))]
    return 'the address of a further party of a row ' + '; '.join([*optional((None if (not bool(v1)) else ('has no ' + ', no '.join(v1)))), *f139(D, n.get(K40)), *f139(D, n.get(K41)), *f139(D, n.get(K42))]), n, None

def w1_11_1(D, T, n):
    v1 = [*optional(f38(D, n.get(K43), 'SubRowAnyPartyStreetName')), *optional(f39(D, n.get(K44), 'SubRowAnyPartyTownName')), *optional(f40(D, n.get(K45), 'SubRowAnyPartyPostCodeIdentifier'))]
    return 'the address of a further party of a sub-row ' + '; '.join([*optional((None if (not bool(v1)) else ('has no ' + ', no '.join(v1)))), *f139(D, n.get(K43)), *f139(D, n.get(K44)), *f139(D, n.get(K45))]), n, None

def w1_12_0(D, T, n):
    return 'the delivery party ' + f138(D, packed(list(many(n.get(K249))[0:1]))) + ' has no postal address', n, None

def w1_13_0(D, T, n):
    return 'the delivery period has StartDate ' + f138(D, n.get(K47)) + ' and EndDate ' + f138(D, n.get(K48)) + ', expected both', n, None

def w1_14_0(D, T, n):
    return 'the account ' + f138(D, n.get(K193)) + ' has no BIC (SellerBic)', n, None

def w1_15_0(D, T, n):
    return 'the VAT point has the date ' + f138(D, n.get(K50)) + ' and the code ' + f138(D, n.get(K51)) + ', expected one of the two', n, None

def f140(D, a0):
    return (('row ' + normalize(text(packed(list(many(a0.get(K103))[0:1]))))) if f1(D, a0.get(K103)) else (('row ' + f112(D, normalize(text(packed(list(many(a0.get(K57))[0:1])))))) if f1(D, a0.get(K57)) else 'a row'))

def f141(D, a0):
    return ('missing' if False else ', '.join([' '.join([*(f112(D, q1['']),), *[normalize(c2) for c2 in optional(q1.get(K131))]]) for q1 in (a0,)]))

def w1_17_0(D, T, n):
    return 'the attachment message is named ' + f141(D, n) + ' (' + str((len(n['']))) + ' characters), expected the message identifier and ::attachments, 15 to 61 characters', n, None

def w2_1_0(D, T, n):
    return D.local_name_of(n) + ' is ' + f112(D, n['']) + ', expected a number like 1234,56', n, None

def w2_1_1(D, T, n):
    return D.local_name_of(n) + ' ' + (' ' + f112(D, n[''])) + ' has the currency ' + f132(D, n.get(K131)) + ', expected three letters', n, None

def w2_1_2(D, T, n):
    return D.local_name_of(n) + ' ' + (' ' + f112(D, n[''])) + ' has the currency ' + f132(D, n.get(K131)) + ', which is no code of ISO 4217', n, None

def w2_2_0(D, T, n):
    return 'the amount to pay (EpiInstructedAmount) is ' + f112(D, n['']) + ', expected a number with two decimals like 365,10', n, None

def w2_2_1(D, T, n):
    return D.local_name_of(n) + ' ' + (' ' + f112(D, n[''])) + ' has the currency ' + f132(D, n.get(K131)) + ', expected three letters', n, None

def w2_2_2(D, T, n):
    return D.local_name_of(n) + ' ' + (' ' + f112(D, n[''])) + ' has the currency ' + f132(D, n.get(K131)) + ', which is no code of ISO 4217', n, None

def w2_3_0(D, T, n):
    return D.local_name_of(n) + ' is ' + f112(D, n['']) + ', expected a percentage like 25,5', n, None

def w2_4_0(D, T, n):
    return 'the exchange rate is ' + f112(D, n['']) + ', expected a number like 11,234568', n, None

def w2_5_0(D, T, n):
    return D.local_name_of(n) + ' is ' + f112(D, n['']) + ' with the Format ' + f132(D, n.get(K132)) + ', expected eight digits like 20260901 with the Format CCYYMMDD', n, None

def w2_5_1(D, T, n):
    return D.local_name_of(n) + ' is ' + f112(D, n['']) + ', which is no day of the calendar', n, None

def w2_6_0(D, T, n):
    return D.local_name_of(n) + ' is ' + f112(D, n['']) + ', expected a code of two letters', n, None

def w2_6_1(D, T, n):
    return D.local_name_of(n) + ' is ' + f112(D, n['']) + ', which is no code of ISO 3166-1' + (('; the list has ' + normalize(n['']).upper()) if (normalize(n['']).upper() in C17) else ''), n, None

def w2_7_0(D, T, n):
    return D.local_name_of(n) + ' is ' + f112(D, n['']) + ', expected a code of two letters', n, None

def w2_7_1(D, T, n):
    return D.local_name_of(n) + ' is ' + f112(D, n['']) + ', which is no code of ISO 639-1', n, None

def w2_8_0(D, T, n):
    h1 = D[q1]
    return 'the type code is ' + f112(D, n['']) + ', which version ' + ('without number' if (h1 == '') else h1) + ' does not know; expected a code like INV01', n, None

def w2_9_0(D, T, n):
    return 'the origin (OriginCode) is ' + f112(D, n['']) + ', expected Original, Copy or Cancel', n, None

def w2_10_1(D, T, n):
    return 'the payment reference is ' + f112(D, n['']) + ' with the scheme ' + f132(D, n.get(K133)) + ', expected 2 to 20 digits (SPY) or an RF reference (ISO)', n, None

def w2_11_0(D, T, n):
    return D.local_name_of(n) + ' is ' + f112(D, n['']) + ' with the scheme ' + f132(D, n.get(K133)) + ', expected an account with the scheme IBAN or BBAN', n, None

def w2_12_0(D, T, n):
    return D.local_name_of(n) + ' is ' + f112(D, n['']) + ' with the scheme ' + f132(D, n.get(K133)) + ', expected 8 to 11 characters with the scheme BIC', n, None

def w3_1_0(D, T, n):
    return D.local_name_of(n) + ' is ' + f112(D, n['']) + ', expected a number like 2,50', n, None

def w4_1_0(D, T, n):
    return 'the code of the type of document (' + D.local_name_of(n) + ') is ' + f112(D, n['']) + ', expected 1 to 3 capitals or digits', n, None

def w4_1_1(D, T, n):
    return 'the code of the type of document (' + D.local_name_of(n) + ') is ' + f112(D, n['']) + ', which is not in the list UNTDID 1001', n, None

def w4_2_0(D, T, n):
    return 'the code of the VAT point (' + D.local_name_of(n) + ') is ' + f112(D, n['']) + ', expected 1 to 3 capitals or digits', n, None

def w4_2_1(D, T, n):
    return 'the code of the VAT point (' + D.local_name_of(n) + ') is ' + f112(D, n['']) + ', which is not in the list UNTDID 2005 as EN 16931 uses it (3, 35, 432)', n, None

def w4_3_0(D, T, n):
    return 'the code of the VAT category (' + D.local_name_of(n) + ') is ' + f112(D, n['']) + ', expected 1 to 3 capitals or digits', n, None

def w4_3_1(D, T, n):
    return 'the code of the VAT category (' + D.local_name_of(n) + ') is ' + f112(D, n['']) + ', which is not in the list of VAT categories (UNTDID 5305, with AB, ZEG and ZES of Finvoice)', n, None

def w4_4_0(D, T, n):
    return 'the code of the reason of the discount (' + D.local_name_of(n) + ') is ' + f112(D, n['']) + ', expected 1 to 3 capitals or digits', n, None

def w4_4_1(D, T, n):
    return 'the code of the reason of the discount (' + D.local_name_of(n) + ') is ' + f112(D, n['']) + ', which is not in the list UNTDID 5189', n, None

def w4_5_0(D, T, n):
    return 'the code of the reason of the charge (' + D.local_name_of(n) + ') is ' + f112(D, n['']) + ', expected 1 to 3 capitals or digits', n, None

def w4_5_1(D, T, n):
    return 'the code of the reason of the charge (' + D.local_name_of(n) + ') is ' + f112(D, n['']) + ', which is not in the list UNTDID 7161', n, None

def w4_6_0(D, T, n):
    return 'the code of the payment means (' + D.local_name_of(n) + ') is ' + f112(D, n['']) + ', expected 1 to 3 capitals or digits', n, None

def w4_6_1(D, T, n):
    return 'the code of the payment means (' + D.local_name_of(n) + ') is ' + f112(D, n['']) + ', which is not in the list UNTDID 4461', n, None

def w4_7_0(D, T, n):
    return 'the scheme of ' + D.local_name_of(n) + ' is ' + f132(D, n.get(K134)) + ', expected 1 to 3 capitals or digits', (s2 if (s2 := first([s1 for s1 in (n,) if K134 in s1])) is not None else n), 'SchemeID' if s2 is not None else None

def w4_7_1(D, T, n):
    return 'the scheme of ' + D.local_name_of(n) + ' is ' + f132(D, n.get(K134)) + ', which is not in the list UNTDID 7143', (s2 if (s2 := first([s1 for s1 in (n,) if K134 in s1])) is not None else n), 'SchemeID' if s2 is not None else None

def w4_8_0(D, T, n):
    return 'the scheme of ' + D.local_name_of(n) + ' is ' + f132(D, n.get(K134)) + ', expected 1 to 3 capitals or digits', (s2 if (s2 := first([s1 for s1 in (n,) if K134 in s1])) is not None else n), 'SchemeID' if s2 is not None else None

def w4_8_1(D, T, n):
    return 'the scheme of ' + D.local_name_of(n) + ' is ' + f132(D, n.get(K134)) + ', which is not in the list UNTDID 1153', (s2 if (s2 := first([s1 for s1 in (n,) if K134 in s1])) is not None else n), 'SchemeID' if s2 is not None else None

def w4_9_0(D, T, n):
    return 'the scheme of ' + D.local_name_of(n) + ' is ' + f132(D, n.get(K134)) + ', expected four digits', (s2 if (s2 := first([s1 for s1 in (n,) if K134 in s1])) is not None else n), 'SchemeID' if s2 is not None else None

def w4_9_1(D, T, n):
    return 'the scheme of ' + D.local_name_of(n) + ' is ' + f132(D, n.get(K134)) + ', which is not in the list ISO 6523', (s2 if (s2 := first([s1 for s1 in (n,) if K134 in s1])) is not None else n), 'SchemeID' if s2 is not None else None

def w4_10_0(D, T, n):
    return 'the unit of ' + D.local_name_of(n) + ' is ' + f132(D, n.get(K135)) + ', expected 2 or 3 capitals or digits', (s2 if (s2 := first([s1 for s1 in (n,) if K135 in s1])) is not None else n), 'QuantityUnitCodeUN' if s2 is not None else None

def w4_10_1(D, T, n):
    return 'the unit of ' + D.local_name_of(n) + ' is ' + f132(D, n.get(K135)) + ', which is not in the list UN/ECE Recommendation 20', (s2 if (s2 := first([s1 for s1 in (n,) if K135 in s1])) is not None else n), 'QuantityUnitCodeUN' if s2 is not None else None

def w5_0_2(D, T, n):
    h1 = D[q5]
    return 'the type code is ' + f138(D, packed(list(many(n.get(K137))[0:1]))) + ' (' + ('request for quotation' if (h1 == 'REQ01') else ('quotation' if (h1 == 'QUO01') else ('order' if (h1 == 'ORD01') else ('order confirmation' if (h1 == 'ORC01') else ('delivery note' if (h1 == 'DEV01') else ('price list' if (h1 == 'PRI01') else ('information' if h1.startswith('INF') else ('delivery error notification' if h1.startswith('DEN') else 'another message')))))))) + '), which is no invoice', (s2 if (s2 := first(many(n.get(K137)))) is not None else n), None

def w5_0_3(D, T, n):
    h1 = D[q5]
    h2 = D[q6]
    v2 = normalize(text(packed(list(many(n.get(K136))[0:1]))))
    v3 = ('a credit note' if (v2 in C52) else ('a self-billed invoice' if (v2 in C54) else ('a pro forma invoice' if (v2 == '325') else 'an invoice')))
    return 'the UN code ' + f112(D, v2) + ' is of ' + v3 + ', the type code ' + h1 + ' of ' + h2, (s4 if (s4 := first(many(n.get(K136)))) is not None else n), None

def w5_0_4(D, T, n):
    h1 = D[q5]
    return 'the document cancels (OriginCode Cancel) and has the type ' + h1 + ', expected INV02', (s1 if (s1 := first(many(n.get(K138)))) is not None else n), None

def w5_0_5(D, T, n):
    return 'the document is a copy and has no OriginText', (s1 if (s1 := first(many(n.get(K138)))) is not None else n), None

def q156(D):
    h1 = D[q8]
    return any([True for q1 in h1 if f1(D, q1.get(K68))])

def q157(D):
    h1 = D[q156]
    return ('on some of its rows' if h1 else '')

def w5_0_6(D, T, n):
    h1 = D[q157]
    return 'the credit note names no original invoice ' + h1, (s1 if (s1 := first(many(n.get(K137)))) is not None else n), None

def w5_0_7(D, T, n):
    return 'the type code is SDD01, and the document has no DirectDebitInfo', (s1 if (s1 := first(many(n.get(K137)))) is not None else n), None

def w5_0_8(D, T, n):
    h1 = D[q5]
    return 'the type code is ' + h1 + ': this is a test invoice, which is not to be booked or forwarded', (s1 if (s1 := first(many(n.get(K137)))) is not None else n), None

def w5_1_0(D, T, n):
    return 'the interest note has no row with RowOverDuePaymentDetails', n, None

def w6_0_0(D, T, n):
    return 'the grand total of the credit note is ' + f138(D, packed(list(many(n.get(K144))[0:1]))) + ', expected a negative amount', (s2 if (s2 := first(many(n.get(K144)))) is not None else n), None

def f142(D, a0):
    return ('missing' if (not bool(a0)) else ', '.join([' '.join([*(f112(D, q1['']),), *[normalize(c2) for c2 in optional(q1.get(K131))]]) for q1 in a0]))

def q158(D):
    h1 = D[q10]
    return f142(D, h1)

def w6_1_1(D, T, n):
    h1 = D[q158]
    return 'the amount to pay of the credit note is ' + f138(D, packed(list(many(n.get(K145))[0:1]))) + ' and its grand total ' + h1 + ', expected both negative', (s2 if (s2 := first(many(n.get(K145)))) is not None else n), None

def f143(D, a0):
    return (None if False else f42(D, (text(nth((a0,), 1)) or '')))

def f145(D, a0):
    return ('missing' if (not (a0 is not None)) else ', '.join([' '.join([*(f112(D, q1['']),), *[normalize(c2) for c2 in optional(q1.get(K131))]]) for q1 in optional(a0)]))

def f144(D, a0, a1):
    return ((a0 + ' ' + f145(D, nth(a1, 1))) if f122(D, a1) else None)

def f146(D, a0, a1):
    return ((a0 + ' ' + f145(D, nth(a1, 1))) if f122(D, a1) else None)

def f147(D, a0, a1):
    return ((a0 + ' ' + f145(D, nth(a1, 1))) if f122(D, a1) else None)

def w6_2_3(D, T, n):
    return f140(D, n) + ' has the ' + ' and '.join([*optional(f144(D, 'UnitPriceAmount', ([c1 for c1 in many(n.get(K126)) if (less(f143(D, c1), 0))] if K126 in n else ()))), *optional(f146(D, 'UnitPriceNetAmount', ([c2 for c2 in many(n.get(K129)) if (less(f143(D, c2), 0))] if K129 in n else ()))), *optional(f147(D, 'UnitPriceVatIncludedAmount', ([c3 for c3 in many(n.get(K130)) if (less(f143(D, c3), 0))] if K130 in n else ())))]) + ', expected a price that is not negative and a negative quantity', (s7 if (s7 := first(optional(nth([*([c4 for c4 in many(n.get(K126)) if (less(f143(D, c4), 0))] if K126 in n else ()), *([c5 for c5 in many(n.get(K129)) if (less(f143(D, c5), 0))] if K129 in n else ()), *([c6 for c6 in many(n.get(K130)) if (less(f143(D, c6), 0))] if K130 in n else ())], 1)))) is not None else n), None

def f148(D, a0, a1):
    return ((a0 + ' ' + f145(D, nth(many(a1), 1))) if f1(D, a1) else None)

def f149(D, a0, a1):
    return ((a0 + ' ' + f145(D, nth(many(a1), 1))) if f1(D, a1) else None)

def f150(D, a0, a1):
    return ((a0 + ' ' + f145(D, nth(many(a1), 1))) if f1(D, a1) else None)

def w6_2_4(D, T, n):
    return f140(D, n) + ' has ' + ', '.join([*optional(f148(D, 'RowVatExcludedAmount', n.get(K123))), *optional(f149(D, 'RowVatAmount', n.get(K121))), *optional(f150(D, 'RowAmount', n.get(K76)))]) + ', expected one sign', n, None

def f152(D, a0, a1, a2, a3):
    return (f43(D, a0) if f1(D, a0) else (0 if (not f1(D, a1)) else (divide(multiply(f43(D, a2), f43(D, a1)), 100) if f1(D, a2) else divide(multiply(a3, f43(D, a1)), 100))))

def f151(D, a0, a1):
    v2 = [*optional(f152(D, a0.get(K87), a0.get(K89), a0.get(K88), a1)), *[z for q1 in many(a0.get(K107)) for z in optional(f152(D, q1.get(K87), q1.get(K89), q1.get(K88), a1))]]
    return (sum(v2) if (len(v2) == (1 + len(many(a0.get(K107))))) else None)

def f153(D, a0, a1):
    v2 = [z for q1 in many(a0.get(K81)) for z in optional(f152(D, q1.get(K148), q1.get(K149), q1.get(K150), a1))]
    return (sum(v2) if (len(v2) == len(many(a0.get(K81)))) else None)

def f155(D, a0):
    return f110(D, f108(D, a0))

def f154(D, a0, a1):
    return (f145(D, nth(many(a0), 1)) + ', expected ' + f155(D, a1) + ' (difference ' + f110(D, subtract(f43(D, a0), f108(D, a1))) + ')')

def f156(D, a0):
    return ('nothing' if (not (a0 is not None)) else translate(decimal_text_or_nothing(a0), '.', ','))

def f157(D, a0, a1):
    return ('' if ((not (a1 is not None)) or equal(a1, 0)) else (' ' + a0 + ' ' + f155(D, a1)))

def f158(D, a0, a1):
    return ('' if ((not (a1 is not None)) or equal(a1, 0)) else (' ' + a0 + ' ' + f155(D, a1)))

def f160(D, a0, a1, a2):
    return (multiply(a0, a1) if equal(a2, 1) else divide(multiply(a0, a1), a2))

def f159(D, a0):
    v1 = f43(D, a0.get(K123))
    v3 = [c2 for c2 in f59(D, [*many(a0.get(K61)), *many(a0.get(K66)), *many(a0.get(K59))]) if at_most(absolute(subtract(v1, f160(D, c2, f51(D, a0), f52(D, a0)))), C66)]
    return ('' if (not bool(v3)) else ('; with the other quantity of the row, ' + f156(D, nth(v3, 1)) + ', it would come out'))

def w7_0_0(D, T, n):
    return f140(D, n) + ': the net amount is ' + ' '.join([(f154(D, n.get(K123), add(subtract(q1, f151(D, n, q1)), f153(D, n, q1))) + ': quantity ' + f156(D, f46(D, n)) + ' times price ' + f110(D, f51(D, n)) + ('' if equal(f52(D, n), 1) else (' per ' + f156(D, f52(D, n)))) + f157(D, 'less discounts', f151(D, n, q1)) + f158(D, 'plus charges', f153(D, n, q1)) + f159(D, n)) for q1 in optional(f53(D, f46(D, n), f51(D, n), f52(D, n)))]), (s2 if (s2 := first(many(n.get(K123)))) is not None else n), None

def w7_0_1(D, T, n):
    return f140(D, n) + ': the net price is ' + f154(D, n.get(K129), subtract(f43(D, n.get(K126)), f65(D, n.get(K128)))) + ': price ' + f138(D, packed(list(many(n.get(K126))[0:1]))) + ((' less discount ' + f138(D, packed(list(many(n.get(K128))[0:1])))) if f1(D, n.get(K128)) else ', no discount on the price'), (s3 if (s3 := first(many(n.get(K129)))) is not None else n), None

def w7_0_2(D, T, n):
    return f140(D, n) + ': the amount with VAT is ' + f154(D, n.get(K76), add(f43(D, n.get(K123)), f43(D, n.get(K121)))) + ': net ' + f138(D, packed(list(many(n.get(K123))[0:1]))) + ' plus VAT ' + f138(D, packed(list(many(n.get(K121))[0:1]))), (s3 if (s3 := first(many(n.get(K76)))) is not None else n), None

def w7_0_3(D, T, n):
    return f140(D, n) + ': the VAT is ' + f154(D, n.get(K121), divide(multiply(f43(D, n.get(K123)), f43(D, n.get(K124))), 100)) + ': ' + f138(D, packed(list(many(n.get(K124))[0:1]))) + ' % of ' + f138(D, packed(list(many(n.get(K123))[0:1]))), (s3 if (s3 := first(many(n.get(K121)))) is not None else n), None

def f161(D, a0, a1, a2):
    return divide(multiply((f43(D, a1) if f1(D, a1) else nth(a2, 1)), f43(D, a0)), 100)

def w7_0_4(D, T, n):
    return f140(D, n) + ': the discount is ' + f154(D, n.get(K87), f161(D, n.get(K89), n.get(K88), f69(D, n))) + ': ' + f138(D, packed(list(many(n.get(K89))[0:1]))) + ' % of ' + f155(D, nth([*optional(f43(D, n.get(K88))), *f69(D, n)], 1)), (s2 if (s2 := first(many(n.get(K87)))) is not None else n), None

def w7_1_0(D, T, n):
    h1 = D[q23]
    return 'the discount of the document is ' + f154(D, n.get(K148), f161(D, n.get(K149), n.get(K150), optional(h1))) + ': ' + f138(D, packed(list(many(n.get(K149))[0:1]))) + ' % of ' + f155(D, nth([*optional(f43(D, n.get(K150))), *optional(h1)], 1)), (s2 if (s2 := first(many(n.get(K148)))) is not None else n), None

def w7_2_6(D, T, n):
    h1 = D[q21]
    h2 = D[q8]
    return 'the total of the rows is ' + f154(D, n.get(K151), h1) + ', what the rows add up to (number of rows: ' + str((len(h2))) + ')', (s1 if (s1 := first(many(n.get(K151)))) is not None else n), None

def w7_2_7(D, T, n):
    h1 = D[q25]
    h2 = D[q24]
    return 'the total of discounts is ' + f154(D, n.get(K152), h1) + ', what the discounts of the document add up to (number of discounts: ' + str((len(h2))) + ')', (s1 if (s1 := first(many(n.get(K152)))) is not None else n), None

def w7_2_8(D, T, n):
    h1 = D[q27]
    h2 = D[q26]
    return 'the total of charges is ' + f154(D, n.get(K153), h1) + ', what the charges of the document add up to (number of charges: ' + str((len(h2))) + ')', (s1 if (s1 := first(many(n.get(K153)))) is not None else n), None

def w7_2_9(D, T, n):
    h1 = D[q21]
    v1 = (f43(D, n.get(K151)) if f1(D, n.get(K151)) else h1)
    v2 = (f43(D, n.get(K152)) if f1(D, n.get(K152)) else 0)
    v3 = (f43(D, n.get(K153)) if f1(D, n.get(K153)) else 0)
    return 'the total without VAT is ' + f154(D, n.get(K154), add(subtract(v1, v2), v3)) + ': rows ' + f155(D, v1) + f157(D, 'less discounts', v2) + f158(D, 'plus charges', v3), (s4 if (s4 := first(many(n.get(K154)))) is not None else n), None

def q159(D):
    h1 = D[q34]
    return f142(D, h1)

def q160(D):
    h1 = D[q159]
    return (': ' + h1)

def q161(D):
    h1 = D[q32]
    h2 = D[q160]
    return (h2 if (len(h1) <= 10) else '')

def w7_2_10(D, T, n):
    h1 = D[q35]
    h2 = D[q161]
    return 'the total of VAT is ' + f154(D, n.get(K155), h1) + ', what the breakdown adds up to' + h2, (s1 if (s1 := first(many(n.get(K155)))) is not None else n), None

def w7_2_11(D, T, n):
    v1 = f43(D, n.get(K154))
    v2 = f43(D, n.get(K155))
    return 'the grand total is ' + f154(D, n.get(K144), add(v1, v2)) + ': without VAT ' + f138(D, packed(list(many(n.get(K154))[0:1]))) + ' plus VAT ' + f138(D, packed(list(many(n.get(K155))[0:1]))), (s5 if (s5 := first(many(n.get(K144)))) is not None else n), None

def w7_2_12(D, T, n):
    h1 = D[q21]
    v1 = (f43(D, n.get(K151)) if f1(D, n.get(K151)) else h1)
    v2 = (f43(D, n.get(K152)) if f1(D, n.get(K152)) else 0)
    v3 = (f43(D, n.get(K153)) if f1(D, n.get(K153)) else 0)
    return 'the total without VAT is ' + f154(D, n.get(K154), add(subtract(v1, v2), v3)) + ': rows ' + f155(D, v1) + f157(D, 'less discounts', v2) + f158(D, 'plus charges', v3), (s4 if (s4 := first(many(n.get(K154)))) is not None else n), None

def w7_2_13(D, T, n):
    h1 = D[q35]
    h2 = D[q161]
    return 'the total of VAT is ' + f154(D, n.get(K155), h1) + ', what the breakdown adds up to' + h2, (s1 if (s1 := first(many(n.get(K155)))) is not None else n), None

def w7_2_14(D, T, n):
    v1 = f43(D, n.get(K154))
    v2 = f43(D, n.get(K155))
    return 'the grand total is ' + f154(D, n.get(K144), add(v1, v2)) + ': without VAT ' + f138(D, packed(list(many(n.get(K154))[0:1]))) + ' plus VAT ' + f138(D, packed(list(many(n.get(K155))[0:1]))), (s5 if (s5 := first(many(n.get(K144)))) is not None else n), None

def f162(D, a0, a1):
    return (f145(D, nth(a0, 1)) + ', expected ' + f155(D, a1) + ' (difference ' + f110(D, subtract(f41(D, a0), f108(D, a1))) + ')')

def f163(D, a0, a1):
    return ('' if ((not (a1 is not None)) or equal(a1, 0)) else (' ' + a0 + ' ' + f155(D, a1)))

def f164(D, a0, a1):
    return ('' if ((not (a1 is not None)) or equal(a1, 0)) else (' ' + a0 + ' ' + f155(D, a1)))

def w7_2_15(D, T, n):
    h1 = D[q41]
    v1 = f43(D, n.get(K144))
    return 'the amount to pay in the payment order is ' + f162(D, h1, add(subtract(v1, f65(D, n.get(K165))), f65(D, n.get(K167)))) + ': grand total ' + f138(D, packed(list(many(n.get(K144))[0:1]))) + f163(D, 'less paid', f43(D, n.get(K165))) + f164(D, 'plus round-off', f43(D, n.get(K167))), (s3 if (s3 := first(h1)) is not None else n), None

def w7_2_16(D, T, n):
    return 'the round-off is ' + f138(D, packed(list(many(n.get(K167))[0:1]))) + ', expected less than 1,00', (s2 if (s2 := first(many(n.get(K167)))) is not None else n), None

def w7_3_0(D, T, n):
    h1 = D[q41]
    return 'the invoice is marked PAID and the amount to pay is ' + f142(D, h1) + ', expected 0,00', (s1 if (s1 := first(h1)) is not None else n), None

def w7_3_1(D, T, n):
    return 'the payment method is given as ' + f138(D, packed(list(many(n.get(K169))[0:1]))) + ' with the status ' + f138(D, packed(list(many(n.get(K164))[0:1]))) + ', expected PAID or PARTLYPAID', (s3 if (s3 := first(many(n.get(K169)))) is not None else n), None

def w7_4_1(D, T, n):
    return 'the lists of partial payments differ in length: ' + str((len(many(n.get(K170))))) + ' amounts with VAT, ' + str((len(many(n.get(K171))))) + ' without, ' + str((len(many(n.get(K172))))) + ' due dates, ' + str((len(many(n.get(K173))))) + ' references, expected as many of each', n, None

def f165(D, a0):
    return (translate(a0, '.', ',') + ' %')
f165 = remembered(f165)

def f167(D, a0):
    return (None if False else (negate(divide(round_decimal((negate(a0) * 100)), 100)) if (a0 < 0) else divide(round_decimal((a0 * 100)), 100)))

def f166(D, a0):
    return f110(D, f167(D, a0))

def f168(D, a0, a1):
    return ('' if (False or (a1 == 0)) else (' ' + a0 + ' ' + f166(D, a1)))

def w7_5_8(D, T, n):
    h1 = D[q47]
    h2 = D[q32]
    h3 = D[q8]
    v1 = (f79(D, n.get(K174), n.get(K175)) if h1 else '')
    v3 = (many(None) if (v1 == '') else [c2 for c2 in h2 if (f79(D, c2.get(K174), c2.get(K175)) == v1)])
    v4 = f82(D, [z for y in v3 for z in many(y.get(K161))], len(v3))
    v6 = (many(None) if (v1 == '') else [c5 for c5 in h3 if (f79(D, c5.get(K122), c5.get(K124)) == v1)])
    v7 = sum(f49(D, [z for y in v6 for z in many(y.get(K123))]))
    return 'the base of VAT ' + f165(D, v1) + ' is ' + f142(D, [z for y in v3 for z in many(y.get(K161))]) + ', expected ' + f166(D, (v7 + f85(D, v1))) + ' (difference ' + f110(D, subtract(v4, f167(D, (v7 + f85(D, v1))))) + '): rows of the class ' + f166(D, v7) + f168(D, 'and charges less discounts', f85(D, v1)), (s8 if (s8 := first(many(n.get(K161)))) is not None else n), None

def w7_5_9(D, T, n):
    h1 = D[q47]
    h2 = D[q32]
    h3 = D[q8]
    v1 = (f79(D, n.get(K174), n.get(K175)) if h1 else '')
    v3 = (many(None) if (v1 == '') else [c2 for c2 in h2 if (f79(D, c2.get(K174), c2.get(K175)) == v1)])
    v4 = f82(D, [z for y in v3 for z in many(y.get(K161))], len(v3))
    v5 = f82(D, [z for y in v3 for z in many(y.get(K162))], len(v3))
    v7 = (many(None) if (v1 == '') else [c6 for c6 in h3 if (f79(D, c6.get(K122), c6.get(K124)) == v1)])
    v8 = f83(D, v7)
    v9 = divide(multiply(v4, f84(D, n.get(K174), n.get(K175))), 100)
    return 'the VAT of ' + f165(D, v1) + ' is ' + f142(D, [z for y in v3 for z in many(y.get(K162))]) + ', expected ' + f155(D, nth([*optional(v9), *optional(v8)], 1)) + ' (difference ' + f110(D, subtract(v5, f108(D, nth([*optional(v9), *optional(v8)], 1)))) + '): base ' + f142(D, [z for y in v3 for z in many(y.get(K161))]) + ((', VAT of its rows ' + f155(D, v8)) if (v8 is not None) else ''), (s10 if (s10 := first(many(n.get(K162)))) is not None else n), None

def w7_6_0(D, T, n):
    return 'there is no row that counts: every InvoiceRow (' + str((len(many(n.get(K5))))) + ') holds SubInvoiceRow (' + str((len(many(kid2(n, K5, K52))))) + ') and nothing else', (s2 if (s2 := first(many(packed(list(many(n.get(K5))[0:1]))))) is not None else n), None

def w8_0_0(D, T, n):
    h1 = D[q14]
    return 'the amount is in ' + normalize(n.get(K131)) + ', expected ' + h1 + ', the currency of the grand total', n, None

def w9_0_4(D, T, n, p1):
    h1 = D[q85]
    h2 = D[q89]
    h3 = D[q91]
    v1 = h1
    return 'VAT code ' + ', '.join(v1) + ' is used: the VAT number of ' + ' and '.join([*optional((None if h2 else 'the seller')), *optional((None if h3 else 'the buyer'))]) + ' is missing', (s2 if (s2 := first(many((p1.get(K2) if h3 else p1.get(K3))))) is not None else n), None

def w9_0_5(D, T, n, p1):
    h1 = D[q80]
    v1 = h1
    return 'the VAT code ' + ', '.join(v1) + ' cannot be expressed in EN 16931', (s6 if (s6 := first(optional(nth([*[c2 for o3 in many(n.get(K160)) for c2 in many(o3.get(K174)) if (any_equal((normalize(c2['']).upper(),), v1))], *[c4 for o5 in many(p1.get(K5)) for c4 in many(o5.get(K122)) if (any_equal((normalize(c4['']).upper(),), v1))]], 1)))) is not None else n), None

def w9_0_6(D, T, n):
    h1 = D[q14]
    return 'the VAT of a sale in Finland is shown in ' + h1 + ' only: ' + f145(D, nth([*many(n.get(K155)), *many(kid2(n, K160, K162))], 1)) + ', expected in EUR as well', (s1 if (s1 := first(optional(nth([*many(n.get(K155)), *(n,)], 1)))) is not None else n), None

def w9_1_3(D, T, n):
    v1 = f88(D, n.get(K174))
    return 'VAT code ' + v1 + ' with a base of ' + f138(D, packed(list(many(n.get(K161))[0:1]))) + ' has neither a text nor a reason code', n, None

def f170(D, a0):
    return present(nth([*optional(f143(D, a0)), *(0,)], 1))

def w9_1_4(D, T, n):
    v1 = f88(D, n.get(K174))
    return 'VAT code ' + v1 + ' has a rate of ' + f138(D, packed(list(many(n.get(K175))[0:1]))) + ' and VAT of ' + f138(D, packed(list(many(n.get(K162))[0:1]))) + ', expected 0 and 0,00', (s6 if (s6 := first(optional(nth([*([c4 for c4 in many(n.get(K162)) if ((f170(D, c4) != 0))] if K162 in n else ()), *([c5 for c5 in many(n.get(K175)) if ((f170(D, c5) != 0))] if K175 in n else ())], 1)))) is not None else n), None

def w9_1_5(D, T, n):
    return 'VAT code S in the breakdown has the rate ' + f138(D, packed(list(many(n.get(K175))[0:1]))) + ', expected one above 0', (s2 if (s2 := first(many(n.get(K175)))) is not None else n), None

def w9_2_0(D, T, n):
    return f140(D, n) + ': VAT code ' + f88(D, n.get(K122)) + ' has a rate of ' + f138(D, packed(list(many(n.get(K124))[0:1]))) + ' and VAT of ' + f138(D, packed(list(many(n.get(K121))[0:1]))) + ', expected 0 and 0,00', (s5 if (s5 := first(optional(nth([*([c3 for c3 in many(n.get(K121)) if ((f170(D, c3) != 0))] if K121 in n else ()), *([c4 for c4 in many(n.get(K124)) if ((f170(D, c4) != 0))] if K124 in n else ())], 1)))) is not None else n), None

def w9_2_1(D, T, n):
    return f140(D, n) + ': VAT code S has the rate ' + f138(D, packed(list(many(n.get(K124))[0:1]))) + ', expected one above 0', (s2 if (s2 := first(many(n.get(K124)))) is not None else n), None

def w9_3_0(D, T, n):
    return 'VAT code ' + f88(D, n.get(K176)) + ' of ' + f138(D, packed(list(many(n.get(K148))[0:1]))) + ' has a rate of ' + f138(D, packed(list(many(n.get(K175))[0:1]))) + ', expected 0', (s3 if (s3 := first(many(n.get(K175)))) is not None else n), None

def w9_3_1(D, T, n):
    return 'VAT code S of ' + f138(D, packed(list(many(n.get(K148))[0:1]))) + ' has the rate ' + f138(D, packed(list(many(n.get(K175))[0:1]))) + ', expected one above 0', (s3 if (s3 := first(many(n.get(K175)))) is not None else n), None

def f172(D, a0):
    v1 = replaced(replaced(a0.upper(), C131, ''), C132, '')
    return (('FI' + substring(v1, 1, 8)) if ((C133.search(v1) is not None) and f91(D, substring(v1, 1, 8))) else '')
f172 = remembered(f172)

def f173(D, a0):
    return ('is not seven digits, a hyphen and a check digit' if (not (C90.search(a0) is not None)) else ('is never issued: no check digit completes it' if (f93(D, substring(a0, 1, 7)) == 10) else ('has check digit ' + substring(a0, 9) + ', expected ' + str(f93(D, substring(a0, 1, 7))))))
f173 = remembered(f173)

def f171(D, a0):
    return (('is no Finnish VAT number, expected ' + f172(D, a0)) if (f172(D, a0) != '') else (f173(D, (substring(a0, 3, 7) + '-' + substring(a0, 10))) if (C89.search(a0) is not None) else 'is no Finnish VAT number, expected FI and eight digits'))
f171 = remembered(f171)

def w9_4_1(D, T, n):
    v1 = normalize(n[''])
    return 'the VAT number ' + f112(D, v1) + ' in ' + D.local_name_of(n) + ' ' + f171(D, v1), n, None

def w10_0_0(D, T, n):
    return 'the beneficiary of the payment to account ' + f138(D, packed(list(many(n.get(K196))[0:1]))) + ' has no name', n, None

def f175(D, a0):
    v1 = str((98 - f97(D, (substring(a0, 1, 2) + '00' + substring(a0, 5)))))
    return (('0' + v1) if (len(v1) == 1) else v1)
f175 = remembered(f175)

def f174(D, a0):
    v1 = translate(a0, ' ', '').upper()
    return (('is not written as one word in capitals, expected ' + v1) if f96(D, v1) else (('is no Finnish IBAN: ' + str(len(v1)) + ' characters, expected FI and 16 digits') if (v1.startswith('FI') and (not (C93.search(v1) is not None))) else ('is no IBAN, expected a country code, two check digits and the account' if (not (C92.search(v1) is not None)) else ('has check digits ' + substring(v1, 3, 2) + ', expected ' + f175(D, v1)))))
f174 = remembered(f174)

def w10_1_4(D, T, n):
    v1 = normalize(n[''])
    return 'the account ' + f112(D, v1) + ' ' + f174(D, v1), n, None

def w10_1_5(D, T, n):
    v1 = normalize(n[''])
    return 'the account ' + f112(D, v1) + ' has no BIC beside it', n, None

def f176(D, a0):
    v1 = replaced(a0, C96, '')
    return ((('has ' + str(len(a0)) + ' digits, expected at most 20') if (len(a0) > 20) else (('has ' + str(len(v1)) + ' digits without leading zeros, expected at least 4') if (len(v1) < 4) else ('has check digit ' + substring(v1, len(v1)) + ', expected ' + str(f100(D, substring(v1, 1, (len(v1) - 1))))))) if (C95.search(a0) is not None) else (('has ' + str(len(a0)) + ' characters, expected at most 25') if (len(a0) > 25) else ('is no RF reference, expected RF, two check digits and letters or digits' if (not (C134.search(a0) is not None)) else ('has check digits ' + substring(a0, 3, 2) + ', expected ' + f175(D, a0)))))
f176 = remembered(f176)

def w10_2_2(D, T, n):
    v1 = f95(D, n)
    return 'the reference ' + f112(D, v1) + ' ' + f176(D, v1), n, None

def w10_2_3(D, T, n):
    v1 = f95(D, n)
    v2 = normalize(n.get(K133)).upper()
    return 'the reference ' + f112(D, v1) + ' has the scheme ' + v2 + ', expected ' + ('ISO' if v1.startswith('RF') else 'SPY'), (s4 if (s4 := first([s3 for s3 in (n,) if K133 in s3])) is not None else n), 'IdentificationSchemeName' if s4 is not None else None

def w10_3_0(D, T, n):
    return 'the reference of a partial payment, ' + f112(D, f95(D, n)) + ', ' + f176(D, f95(D, n)), n, None

def w10_4_0(D, T, n):
    h1 = D[q105]
    return 'the due date of the payment order is ' + f112(D, n['']) + ', expected ' + f142(D, h1) + ' as in the payment terms', n, None

def w10_4_1(D, T, n):
    h1 = D[q112]
    return 'the due date of the payment order is ' + f112(D, n['']) + ', expected not before the date of the invoice, ' + ' '.join([str(z) for z in optional(h1)]), n, None

def w10_5_0(D, T, n):
    h1 = D[q112]
    return 'the due date of the payment terms is ' + f112(D, n['']) + ', expected not before the date of the invoice, ' + ' '.join([str(z) for z in optional(h1)]), n, None

def w10_6_0(D, T, n):
    h1 = D[q5]
    return 'the payment order of a ' + ('direct payment copy' if (h1 == 'INV09') else 'consumer invoice') + ' lacks ' + ' and '.join([*optional((None if f1(D, n.get(K206)) else 'the reference')), *optional((None if f1(D, n.get(K207)) else 'the instruction id'))]), n, None

def q162(D):
    h1 = D[q140]
    h2 = D[q139]
    h3 = D[q133]
    return (('SLEV for a payment in euro from ' + h2 + ' to an account in ' + h3) if h1 else ('SHA or SLEV for a payment in euro to an account in ' + h3))

def w10_7_1(D, T, n):
    h1 = D[q162]
    v1 = normalize(n.get(K208)).upper()
    return 'the charge option is ' + v1 + ', expected ' + h1, (s3 if (s3 := first([s2 for s2 in (n,) if K208 in s2])) is not None else n), 'ChargeOption' if s3 is not None else None

def w10_8_1(D, T, n):
    v1 = translate(normalize(n['']), ' ', '')
    return 'the bar code ' + '; '.join(f107(D, v1)), n, None

def w10_9_0(D, T, n):
    h1 = D[q14]
    return 'the amount to pay is ' + f141(D, n) + ', expected in ' + h1 + ', the currency of the grand total', n, None

def f177(D, a0):
    v1 = (a0 if (C4.search(a0) is not None) else f116(D, a0.upper()))
    v2 = ('' if (v1 == '') else (substring(v1, 1, 7) + '-' + substring(v1, 8)))
    return (('is not written as a business id, expected ' + v2) if (((v2 != '') and (v2 != a0)) and f92(D, v2)) else ((f173(D, a0) + '; as ' + v2 + ' it ' + f173(D, v2)) if ((v2 != '') and (v2 != a0)) else f173(D, a0)))
f177 = remembered(f177)

def w11_0_1(D, T, n):
    v1 = normalize(n[''])
    return 'the business id ' + f112(D, v1) + ' of the seller ' + f177(D, v1), n, None

def w11_1_1(D, T, n):
    v1 = normalize(n[''])
    return 'the business id ' + f112(D, v1) + ' of the buyer ' + f177(D, v1), n, None

def w11_2_1(D, T, n):
    v1 = normalize(n[''])
    return 'the business id ' + f112(D, v1) + ' of the invoice recipient ' + f177(D, v1), n, None

def w11_3_1(D, T, n):
    v1 = normalize(n[''])
    return 'the business id ' + f112(D, v1) + ' of the delivery party ' + f177(D, v1), n, None

def w11_4_1(D, T, n):
    v1 = normalize(n[''])
    return 'the business id ' + f112(D, v1) + ' of the further party ' + f177(D, v1), n, None

def w11_5_1(D, T, n):
    v1 = normalize(n[''])
    return 'the business id ' + f112(D, v1) + ' of the further party of a row ' + f177(D, v1), n, None

def w11_6_1(D, T, n):
    v1 = normalize(n[''])
    return 'the business id ' + f112(D, v1) + ' of the invoice sender ' + f177(D, v1), n, None

def w11_7_1(D, T, n):
    v1 = normalize(n[''])
    return 'the business id ' + f112(D, v1) + ' of the finance company ' + f177(D, v1), n, None

def f178(D, a0):
    return (('holds the business id ' + substring(a0, 5, 7) + '-' + substring(a0, 12, 1) + ', which ' + f173(D, (substring(a0, 5, 7) + '-' + substring(a0, 12, 1)))) if (C114.search(a0) is not None) else (('has ' + str(len(a0)) + ' characters or signs between them, expected 12 to 17 letters and digits') if (C135.search(a0) is not None) else 'is no OVT code, expected 0037, the eight digits of the business id and at most five more characters'))
f178 = remembered(f178)

def w11_8_1(D, T, n):
    v1 = normalize(n[''])
    return 'the unit number ' + f112(D, v1) + ' of the seller ' + f178(D, v1), n, None

def w11_9_1(D, T, n):
    v1 = normalize(n[''])
    return 'the unit number ' + f112(D, v1) + ' of the buyer ' + f178(D, v1), n, None

def w11_10_1(D, T, n):
    v1 = normalize(n[''])
    return 'the unit number ' + f112(D, v1) + ' of the invoice recipient ' + f178(D, v1), n, None

def w11_11_1(D, T, n):
    v1 = normalize(n[''])
    return 'the unit number ' + f112(D, v1) + ' of the delivery party ' + f178(D, v1), n, None

def w11_12_1(D, T, n):
    v1 = normalize(n[''])
    return 'the unit number ' + f112(D, v1) + ' of the further party ' + f178(D, v1), n, None

def w11_13_1(D, T, n):
    v1 = normalize(n[''])
    return 'the unit number ' + f112(D, v1) + ' of the further party of a row ' + f178(D, v1), n, None

def w11_14_1(D, T, n, p1):
    return 'the numbers of the seller name different companies: ' + ', '.join([z for q1 in [*many(n.get(K217)), *many(n.get(K182)), *many(p1.get(K218))] for z in optional((None if (f116(D, normalize(q1['']).upper()) == '') else f112(D, q1[''])))]), n, None

def w11_15_1(D, T, n, p1):
    return 'the numbers of the buyer name different companies: ' + ', '.join([z for q1 in [*many(n.get(K203)), *many(n.get(K187)), *many(p1.get(K202))] for z in optional((None if (f116(D, normalize(q1['']).upper()) == '') else f112(D, q1[''])))]), n, None

def w11_16_1(D, T, n, p1):
    return 'the numbers of the invoice recipient name different companies: ' + ', '.join([z for q1 in [*many(n.get(K219)), *many(n.get(K220)), *many(p1.get(K221))] for z in optional((None if (f116(D, normalize(q1['']).upper()) == '') else f112(D, q1[''])))]), n, None

def w11_17_1(D, T, n, p1):
    return 'the numbers of the delivery party name different companies: ' + ', '.join([z for q1 in [*many(n.get(K222)), *many(n.get(K223)), *many(p1.get(K224))] for z in optional((None if (f116(D, normalize(q1['']).upper()) == '') else f112(D, q1[''])))]), n, None

def w11_18_1(D, T, n):
    return 'the numbers of the further party name different companies: ' + ', '.join([z for q1 in [*many(n.get(K225)), *many(n.get(K186)), *many(n.get(K226))] for z in optional((None if (f116(D, normalize(q1['']).upper()) == '') else f112(D, q1[''])))]), n, None

def w11_19_1(D, T, n):
    return 'the numbers of the further party of a row name different companies: ' + ', '.join([z for q1 in [*many(n.get(K227)), *many(n.get(K228)), *many(n.get(K229))] for z in optional((None if (f116(D, normalize(q1['']).upper()) == '') else f112(D, q1[''])))]), n, None

def w11_20_1(D, T, n):
    return 'the numbers of the invoice sender name different companies: ' + ', '.join([z for q1 in [*many(n.get(K230)), *many(n.get(K231)), *many(n.get(K232))] for z in optional((None if (f116(D, normalize(q1['']).upper()) == '') else f112(D, q1[''])))]), n, None

def w11_21_2(D, T, n):
    v1 = normalize(n.get(K134))
    v2 = normalize(n[''])
    return 'the address ' + f112(D, v2) + ' with the scheme ' + v1 + ' ' + (f177(D, v2) if (v1 == '0212') else (f171(D, v2) if (v1 == '0213') else f178(D, v2))), n, None

def w12_0_0(D, T, n):
    return 'the seller has the post office box ' + f138(D, packed(list(many(n.get(K233))[0:1]))) + ' and no street line, expected the box in SellerStreetName as well', (s2 if (s2 := first(many(n.get(K233)))) is not None else n), None

def w12_1_0(D, T, n):
    return 'the buyer has the post office box ' + f138(D, packed(list(many(n.get(K234))[0:1]))) + ' and no street line, expected the box in BuyerStreetName as well', (s2 if (s2 := first(many(n.get(K234)))) is not None else n), None

def w12_2_0(D, T, n):
    return 'the invoice recipient has the post office box ' + f138(D, packed(list(many(n.get(K235))[0:1]))) + ' and no street line, expected the box in InvoiceRecipientStreetName as well', (s2 if (s2 := first(many(n.get(K235)))) is not None else n), None

def w12_3_0(D, T, n):
    return 'the delivery party has the post office box ' + f138(D, packed(list(many(n.get(K236))[0:1]))) + ' and no street line, expected the box in DeliveryStreetName as well', (s2 if (s2 := first(many(n.get(K236)))) is not None else n), None

def w12_4_0(D, T, n):
    return 'the further party has the post office box ' + f138(D, packed(list(many(n.get(K237))[0:1]))) + ' and no street line, expected the box in AnyPartyStreetName as well', (s2 if (s2 := first(many(n.get(K237)))) is not None else n), None

def w12_5_0(D, T, n):
    return 'the finance company has the post office box ' + f138(D, packed(list(many(n.get(K238))[0:1]))) + ' and no street line, expected the box in FactoringPartyStreetName as well', (s2 if (s2 := first(many(n.get(K238)))) is not None else n), None

def w13_0_0(D, T, n):
    return 'there are ' + str((len(many(n.get(K239))))) + ' captions (InvoiceUrlNameText) and ' + str((len(many(n.get(K240))))) + ' links (InvoiceUrlText), expected as many of each', (s2 if (s2 := first(many(packed(list(many(n.get(K239))[0:1]))))) is not None else n), None

def w13_1_0(D, T, n):
    return 'the link in ' + D.local_name_of(n) + ' shows a login, a password or a personal identity code', n, None

def f179(D, a0):
    return (1 + len([c1 for c1 in [z for y in (a0,) for z in D.before(y, None)] if (D.local_name_of(c1) == D.local_name_of(a0))]))

def w14_0_0(D, T, n):
    return 'the specification line ' + str((f179(D, n))) + ' has ' + str((len(n['']))) + ' characters' + (' and a line break in it' if (C124.search(n['']) is not None) else '') + ', expected at most 80 on one line', n, None

def w15_0_1(D, T, n):
    h1 = D[q151]
    h2 = D[q155]
    v1 = [*optional(f120(D, kid3(n, K2, K188, K189), 'the country of the seller (CountryCode)')), *optional(f121(D, kid3(n, K3, K190, K189), 'the country of the buyer (CountryCode)')), *optional((None if ((f1(D, kid2(n, K2, K217)) or h1) or f1(D, kid2(n, K2, K243))) else 'a business id or VAT number of the seller')), *optional((None if (h1 or (not any([z in C126 for z in h2]))) else 'the VAT number of the seller (SellerOrganisationTaxCode)')), *optional((None if ((not ('K' in h2)) or f1(D, kid2(n, K3, K187))) else 'the VAT number of the buyer (BuyerOrganisationTaxCode)')), *optional((None if (((not ('AE' in h2)) or f1(D, kid2(n, K3, K187))) or f1(D, kid2(n, K3, K203))) else 'a VAT number or business id of the buyer')), *optional(f123(D, kid2(n, K4, K136), 'InvoiceTypeCodeUN')), *optional(f124(D, kid2(n, K4, K160), 'a VAT breakdown (VatSpecificationDetails)'))]
    return 'the document claims EN 16931 and lacks ' + ', '.join(v1), n, None

def w15_0_2(D, T, n):
    return 'the buyer ' + f142(D, [c1 for o2 in many(n.get(K3)) for c1 in many(o2.get(K244))[0:1]]) + ' looks like a public body, and the document has neither an order number nor a contract number, an accounting reference or a buyer reference', (s3 if (s3 := first(many(n.get(K3)))) is not None else n), None

def w15_1_1(D, T, n):
    v1 = [*optional(f126(D, n.get(K103), 'RowPositionIdentifier')), *optional(f127(D, n.get(K57), 'ArticleName')), *optional(f128(D, n.get(K64), 'InvoicedQuantity')), *optional(('QuantityUnitCodeUN of InvoicedQuantity' if (f1(D, n.get(K64)) and (not f68(D, kid2(n, K64, K135)))) else None)), *optional(f129(D, n.get(K129), 'UnitPriceNetAmount')), *optional(f130(D, n.get(K123), 'RowVatExcludedAmount')), *optional(f131(D, n.get(K122), 'RowVatCode'))]
    return f140(D, n) + ' of a document that claims EN 16931 lacks ' + ', '.join(v1), n, None

def w15_2_0(D, T, n):
    return 'the VAT class ' + str((f179(D, n))) + ' with the rate ' + f138(D, packed(list(many(n.get(K175))[0:1]))) + ' has no VatCode, and the document claims EN 16931', n, None

def w16_0_0(D, T, n):
    return 'judged elsewhere', n, None

def w16_0_1(D, T, n):
    return 'judged elsewhere', n, None

def w16_0_2(D, T, n):
    return 'judged elsewhere', n, None

def w16_0_3(D, T, n):
    return 'judged elsewhere', n, None

def w16_0_4(D, T, n):
    return 'judged elsewhere', n, None

def w16_0_5(D, T, n):
    return 'judged elsewhere', n, None

def w16_0_6(D, T, n):
    return 'judged elsewhere', n, None

def w16_0_7(D, T, n):
    return 'judged elsewhere', n, None

def w16_0_8(D, T, n):
    return 'judged elsewhere', n, None

def w16_0_9(D, T, n):
    return 'judged elsewhere', n, None

def w16_0_10(D, T, n):
    return 'judged elsewhere', n, None

def w16_0_11(D, T, n):
    return 'judged elsewhere', n, None

WRITERS = {
    (0, 0, 0): (w0_0_0, ()),
    (1, 0, 0): (w1_0_0, ()),
    (1, 1, 1): (w1_1_1, ()),
    (1, 1, 2): (w1_1_2, ()),
    (1, 2, 1): (w1_2_1, ()),
    (1, 3, 1): (w1_3_1, ()),
    (1, 4, 1): (w1_4_1, ()),
    (1, 5, 1): (w1_5_1, ()),
    (1, 6, 1): (w1_6_1, ()),
    (1, 7, 1): (w1_7_1, ()),
    (1, 8, 1): (w1_8_1, ()),
    (1, 9, 1): (w1_9_1, ()),
    (1, 10, 1): (w1_10_1, ()),
    (1, 11, 1): (w1_11_1, ()),
    (1, 12, 0): (w1_12_0, ()),
    (1, 13, 0): (w1_13_0, ()),
    (1, 14, 0): (w1_14_0, ()),
    (1, 15, 0): (w1_15_0, ()),
    (1, 17, 0): (w1_17_0, ()),
    (2, 1, 0): (w2_1_0, ()),
    (2, 1, 1): (w2_1_1, ()),
    (2, 1, 2): (w2_1_2, ()),
    (2, 2, 0): (w2_2_0, ()),
    (2, 2, 1): (w2_2_1, ()),
    (2, 2, 2): (w2_2_2, ()),
    (2, 3, 0): (w2_3_0, ()),
    (2, 4, 0): (w2_4_0, ()),
    (2, 5, 0): (w2_5_0, ()),
    (2, 5, 1): (w2_5_1, ()),
    (2, 6, 0): (w2_6_0, ()),
    (2, 6, 1): (w2_6_1, ()),
    (2, 7, 0): (w2_7_0, ()),
    (2, 7, 1): (w2_7_1, ()),
    (2, 8, 0): (w2_8_0, ()),
    (2, 9, 0): (w2_9_0, ()),
    (2, 10, 1): (w2_10_1, ()),
    (2, 11, 0): (w2_11_0, ()),
    (2, 12, 0): (w2_12_0, ()),
    (3, 1, 0): (w3_1_0, ()),
    (4, 1, 0): (w4_1_0, ()),
    (4, 1, 1): (w4_1_1, ()),
    (4, 2, 0): (w4_2_0, ()),
    (4, 2, 1): (w4_2_1, ()),
    (4, 3, 0): (w4_3_0, ()),
    (4, 3, 1): (w4_3_1, ()),
    (4, 4, 0): (w4_4_0, ()),
    (4, 4, 1): (w4_4_1, ()),
    (4, 5, 0): (w4_5_0, ()),
    (4, 5, 1): (w4_5_1, ()),
    (4, 6, 0): (w4_6_0, ()),
    (4, 6, 1): (w4_6_1, ()),
    (4, 7, 0): (w4_7_0, ()),
    (4, 7, 1): (w4_7_1, ()),
    (4, 8, 0): (w4_8_0, ()),
    (4, 8, 1): (w4_8_1, ()),
    (4, 9, 0): (w4_9_0, ()),
    (4, 9, 1): (w4_9_1, ()),
    (4, 10, 0): (w4_10_0, ()),
    (4, 10, 1): (w4_10_1, ()),
    (5, 0, 2): (w5_0_2, ()),
    (5, 0, 3): (w5_0_3, ()),
    (5, 0, 4): (w5_0_4, ()),
    (5, 0, 5): (w5_0_5, ()),
    (5, 0, 6): (w5_0_6, ()),
    (5, 0, 7): (w5_0_7, ()),
    (5, 0, 8): (w5_0_8, ()),
    (5, 1, 0): (w5_1_0, ()),
    (6, 0, 0): (w6_0_0, ()),
    (6, 1, 1): (w6_1_1, ()),
    (6, 2, 3): (w6_2_3, ()),
    (6, 2, 4): (w6_2_4, ()),
    (7, 0, 0): (w7_0_0, ()),
    (7, 0, 1): (w7_0_1, ()),
    (7, 0, 2): (w7_0_2, ()),
    (7, 0, 3): (w7_0_3, ()),
    (7, 0, 4): (w7_0_4, ()),
    (7, 1, 0): (w7_1_0, ()),
    (7, 2, 6): (w7_2_6, ()),
    (7, 2, 7): (w7_2_7, ()),
    (7, 2, 8): (w7_2_8, ()),
    (7, 2, 9): (w7_2_9, ()),
    (7, 2, 10): (w7_2_10, ()),
    (7, 2, 11): (w7_2_11, ()),
    (7, 2, 12): (w7_2_12, ()),
    (7, 2, 13): (w7_2_13, ()),
    (7, 2, 14): (w7_2_14, ()),
    (7, 2, 15): (w7_2_15, ()),
    (7, 2, 16): (w7_2_16, ()),
    (7, 3, 0): (w7_3_0, ()),
    (7, 3, 1): (w7_3_1, ()),
    (7, 4, 1): (w7_4_1, ()),
    (7, 5, 8): (w7_5_8, ()),
    (7, 5, 9): (w7_5_9, ()),
    (7, 6, 0): (w7_6_0, ()),
    (8, 0, 0): (w8_0_0, ()),
    (9, 0, 4): (w9_0_4, (1,)),
    (9, 0, 5): (w9_0_5, (1,)),
    (9, 0, 6): (w9_0_6, ()),
    (9, 1, 3): (w9_1_3, ()),
    (9, 1, 4): (w9_1_4, ()),
    (9, 1, 5): (w9_1_5, ()),
    (9, 2, 0): (w9_2_0, ()),
    (9, 2, 1): (w9_2_1, ()),
    (9, 3, 0): (w9_3_0, ()),
    (9, 3, 1): (w9_3_1, ()),
    (9, 4, 1): (w9_4_1, ()),
    (10, 0, 0): (w10_0_0, ()),
    (10, 1, 4): (w10_1_4, ()),
    (10, 1, 5): (w10_1_5, ()),
    (10, 2, 2): (w10_2_2, ()),
    (10, 2, 3): (w10_2_3, ()),
    (10, 3, 0): (w10_3_0, ()),
    (10, 4, 0): (w10_4_0, ()),
    (10, 4, 1): (w10_4_1, ()),
    (10, 5, 0): (w10_5_0, ()),
    (10, 6, 0): (w10_6_0, ()),
    (10, 7, 1): (w10_7_1, ()),
    (10, 8, 1): (w10_8_1, ()),
    (10, 9, 0): (w10_9_0, ()),
    (11, 0, 1): (w11_0_1, ()),
    (11, 1, 1): (w11_1_1, ()),
    (11, 2, 1): (w11_2_1, ()),
    (11, 3, 1): (w11_3_1, ()),
    (11, 4, 1): (w11_4_1, ()),
    (11, 5, 1): (w11_5_1, ()),
    (11, 6, 1): (w11_6_1, ()),
    (11, 7, 1): (w11_7_1, ()),
    (11, 8, 1): (w11_8_1, ()),
    (11, 9, 1): (w11_9_1, ()),
    (11, 10, 1): (w11_10_1, ()),
    (11, 11, 1): (w11_11_1, ()),
    (11, 12, 1): (w11_12_1, ()),
    (11, 13, 1): (w11_13_1, ()),
    (11, 14, 1): (w11_14_1, (1,)),
    (11, 15, 1): (w11_15_1, (1,)),
    (11, 16, 1): (w11_16_1, (1,)),
    (11, 17, 1): (w11_17_1, (1,)),
    (11, 18, 1): (w11_18_1, ()),
    (11, 19, 1): (w11_19_1, ()),
    (11, 20, 1): (w11_20_1, ()),
    (11, 21, 2): (w11_21_2, ()),
    (12, 0, 0): (w12_0_0, ()),
    (12, 1, 0): (w12_1_0, ()),
    (12, 2, 0): (w12_2_0, ()),
    (12, 3, 0): (w12_3_0, ()),
    (12, 4, 0): (w12_4_0, ()),
    (12, 5, 0): (w12_5_0, ()),
    (13, 0, 0): (w13_0_0, ()),
    (13, 1, 0): (w13_1_0, ()),
    (14, 0, 0): (w14_0_0, ()),
    (15, 0, 1): (w15_0_1, ()),
    (15, 0, 2): (w15_0_2, ()),
    (15, 1, 1): (w15_1_1, ()),
    (15, 2, 0): (w15_2_0, ()),
    (16, 0, 0): (w16_0_0, ()),
    (16, 0, 1): (w16_0_1, ()),
    (16, 0, 2): (w16_0_2, ()),
    (16, 0, 3): (w16_0_3, ()),
    (16, 0, 4): (w16_0_4, ()),
    (16, 0, 5): (w16_0_5, ()),
    (16, 0, 6): (w16_0_6, ()),
    (16, 0, 7): (w16_0_7, ()),
    (16, 0, 8): (w16_0_8, ()),
    (16, 0, 9): (w16_0_9, ()),
    (16, 0, 10): (w16_0_10, ()),
    (16, 0, 11): (w16_0_11, ()),
}
