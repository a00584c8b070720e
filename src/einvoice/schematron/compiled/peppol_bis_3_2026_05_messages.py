"""Compiled by einvoice from 'peppol-bis-3.sch'.  Do not edit: change the rules, and compile again."""
from einvoice.schematron.runtime import *
from einvoice.schematron.compiled.peppol_bis_3_2026_05 import *
K92 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}RegistrationName'
C95 = regex('\\s+', '')
C96 = regex('^..[0-9]{11}$', '')
C97 = regex('^NO[0-9]{9}MVA$', '')

def w0_0_0(D, T, n):
    return 'the element ' + D.name_of(n) + ' is empty', n, None

def f24(D, a0):
    v1 = normalize(a0)
    return ('empty' if (v1 == '') else ((substring(v1, 1, 100) + ' and so on') if (len(v1) > 120) else (a0 if (v1 == a0) else ('"' + replaced(a0, C95, ' ') + '"'))))
f24 = remembered(f24)

def f23(D, a0):
    return present(('missing' if (not bool(a0)) else unusual()))

def w2_0_1(D, T, n):
    return 'the business process (BT-23, cbc:ProfileID) is missing', n, None

def f25(D, a0):
    return present(('missing' if (not (a0 is not None)) else unusual()))

def w2_0_2(D, T, n):
    return 'the business process (BT-23) is ' + f25(D, n.get(K3)) + ', expected urn:fdc:peppol.eu:2017:poacc:billing:01:1.0 or another approved one', (s1 if (s1 := first(many(n.get(K3)))) is not None else n), None

def w2_0_3(D, T, n):
    return 'the document has ' + str((len(many(n.get(K4))))) + ' notes (BT-22), at most one is allowed unless seller and buyer are both German', (s2 if (s2 := first(many(packed(list(many(n.get(K4))[1:2]))))) is not None else n), None

def w2_0_4(D, T, n):
    return 'neither a buyer reference (BT-10) nor a purchase order reference (BT-13) is stated', n, None

def w2_0_5(D, T, n):
    v1 = normalize(opt(text_nodes(n.get(K2))))
    return 'the specification identifier (BT-24) is ' + f25(D, n.get(K2)) + ', expected urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0' + (' without ::' if ('::' in v1) else ''), (s2 if (s2 := first(many(n.get(K2)))) is not None else n), None

def w2_0_6(D, T, n):
    return 'the number of tax totals with a VAT breakdown (BG-23) is ' + str((len(([c1 for c1 in many(n.get(K14)) if ((K15 in c1))] if K14 in n else ())))) + ', expected 1', (s2 if (s2 := first(many(n.get(K14)))) is not None else n), None

def w2_0_8(D, T, n):
    return 'VAT in the accounting currency (BT-111) is ' + f23(D, [z for o1 in many(n.get(K14)) for z in ([c2 for c2 in many(o1.get(K17)) if (any_equal(optional(c2.get(K18)), [normalize(c3['']) for c3 in many(n.get(K16))]))] if K17 in o1 else ())]) + ', VAT in the invoice currency (BT-110) is ' + f23(D, [z for o4 in many(n.get(K14)) for z in ([c5 for c5 in many(o4.get(K17)) if (any_equal(optional(c5.get(K18)), [normalize(c6['']) for c6 in many(n.get(K19))]))] if K17 in o4 else ())]) + '; both are needed, with the same sign', (s8 if (s8 := first([z for y in ([c7 for c7 in many(n.get(K14)) if ((not (K15 in c7)))] if K14 in n else ()) for z in many(y.get(K17))])) is not None else n), None

def f26(D, a0):
    return present(('missing' if False else unusual()))

def w2_1_0(D, T, n):
    return 'the accounting currency (BT-6) is ' + f26(D, n) + ', the same as the invoice currency (BT-5)', n, None

def w2_2_0(D, T, n):
    return "the buyer's electronic address (BT-49) is missing", n, None

def w2_3_0(D, T, n):
    return "the seller's electronic address (BT-34) is missing", n, None

def w2_4_1(D, T, n):
    v1 = ('charge' if text_is(n.get(K21), 'true') else 'allowance')
    return 'the ' + v1 + ' has a percentage (' + f25(D, n.get(K23)) + ') but no base amount', n, None

def w2_4_2(D, T, n):
    v1 = ('charge' if text_is(n.get(K21), 'true') else 'allowance')
    return 'the ' + v1 + ' has a base amount (' + f25(D, n.get(K22)) + ') but no percentage', n, None

def f27(D, a0):
    v1 = decimal_text(a0)
    return ((v1 + '.00') if (not ('.' in v1)) else ((v1 + '0') if (len(after(v1, '.')) == 1) else v1))

def w2_4_3(D, T, n):
    v1 = ('charge' if text_is(n.get(K21), 'true') else 'allowance')
    return 'the ' + v1 + ' is ' + f25(D, n.get(K24)) + ', expected ' + f27(D, f1(D, n.get(K23), n.get(K22))) + ' (' + f25(D, n.get(K23)) + ' % of ' + f25(D, n.get(K22)) + ')', (s2 if (s2 := first(many(n.get(K24)))) is not None else n), None

def w2_4_4(D, T, n):
    return 'the charge indicator is ' + f25(D, n.get(K21)) + ', expected true or false', (s1 if (s1 := first(many(n.get(K21)))) is not None else n), None

def w2_5_0(D, T, n):
    return 'payment by direct debit (code ' + f25(D, n.get(K25)) + ') names no mandate (BT-89)', n, None

def f28(D, a0):
    return present(('missing' if (not (a0 is not None)) else unusual()))

def w2_6_0(D, T, n):
    h1 = D[q10]
    return 'the amount ' + f24(D, n['']) + ' of ' + D.name_of(n) + ' has ' + (('the currency ' + f28(D, n.get(K18))) if (K18 in n) else 'no currency (currencyID)') + ', the invoice currency (BT-5) is ' + f25(D, h1), n, None

def f29(D, a0):
    v2 = ([c1 for c1 in many(a0.get(K13)) if ((normalize(c1['']) != ''))] if K13 in a0 else ())
    return (('line ' + normalize(text(nth(v2, 1)))) if bool(v2) else ('line number ' + str((1 + len([c3 for c3 in [z for y in (a0,) for z in D.before(y, None)] if (D.name_of(c3) == D.name_of(a0))]))) + ' (no identifier)'))

def w2_7_1(D, T, n, p2, p3):
    v1 = kid2(p3, K27, K28)
    return 'the period of ' + f29(D, p2) + ' starts ' + f26(D, n) + ' (BT-134), before the invoicing period starts ' + f25(D, v1) + ' (BT-73)', n, None

def w2_8_1(D, T, n, p2, p3):
    v1 = kid2(p3, K27, K29)
    return 'the period of ' + f29(D, p2) + ' ends ' + f26(D, n) + ' (BT-135), after the invoicing period ends ' + f25(D, v1) + ' (BT-74)', n, None

def w2_9_8(D, T, n):
    h1 = D[q12]
    v1 = ((decimal_kid(n, K32) if (K32 in n) else 1) if h1 else (decimal_kid(n, K33) if (K33 in n) else 1))
    v2 = (raw_decimal(kid2(n, K34, K35)) if (kid2(n, K34, K35) is not None) else 0)
    v3 = raw_decimal(kid2(n, K34, K36))
    v4 = (v3 if unequal(v3, 0) else 1)
    v7 = f3(D, sum([decimal(c6['']) for c6 in [z for y in ([c5 for c5 in many(n.get(K37)) if ((normal_kid(c5, K21) == 'true'))] if K37 in n else ()) for z in many(y.get(K24))]]))
    v10 = f3(D, sum([decimal(c9['']) for c9 in [z for y in ([c8 for c8 in many(n.get(K37)) if ((normal_kid(c8, K21) == 'false'))] if K37 in n else ()) for z in many(y.get(K24))]]))
    v11 = subtract(add(multiply(v1, divide(v2, v4)), v7), v10)
    return f29(D, n) + ': net amount (BT-131) is ' + f25(D, n.get(K30)) + ', expected ' + f27(D, f3(D, present(v11))) + ' (' + ' '.join([decimal_text(z) for z in optional(v1)]) + ' at ' + ' '.join([decimal_text(z) for z in optional(v2)]) + ' '.join(optional(('' if equal(v4, 1) else unusual()))) + ' '.join(optional(('' if (v7 == 0) else unusual()))) + ' '.join(optional(('' if (v10 == 0) else unusual()))) + ')', (s12 if (s12 := first(many(n.get(K30)))) is not None else n), None

def w2_9_9(D, T, n):
    return f29(D, n) + ': price base quantity (BT-149) is ' + f25(D, kid2(n, K34, K36)) + ', expected more than zero', (s1 if (s1 := first(many(kid2(n, K34, K36)))) is not None else n), None

def w2_9_10(D, T, n):
    return f29(D, n) + ' names ' + str((len(many(n.get(K38))))) + ' invoiced objects (BT-128: ' + f25(D, kid2(n, K38, K13)) + '), at most one is allowed', (s2 if (s2 := first(many(packed(list(many(n.get(K38))[1:2]))))) is not None else n), None

def w2_9_11(D, T, n):
    return f29(D, n) + ': document type code of the document reference is ' + f25(D, kid2(n, K38, K1)) + ', expected 130 (invoiced object, BT-128)', (s1 if (s1 := first(many(n.get(K38)))) is not None else n), None

def w2_10_0(D, T, n):
    return 'the charge indicator at the price is ' + f25(D, n.get(K21)) + ', expected false: only a discount (BT-147) is allowed there', (s1 if (s1 := first(many(n.get(K21)))) is not None else n), None

def w2_10_1(D, T, n, p1):
    return 'net price (BT-146) is ' + f25(D, p1.get(K35)) + ', gross price (BT-148) is ' + f25(D, n.get(K22)) + ', discount (BT-147) is ' + f25(D, n.get(K24)) + ': expected ' + ' '.join(optional((unusual() if ((K35 in p1) and (K24 in n)) else 'all three'))), (s1 if (s1 := first(many(p1.get(K35)))) is not None else n), None

def f30(D, a0):
    return present(('missing' if (not (a0 is not None)) else unusual()))

def w2_11_1(D, T, n, p2):
    h1 = D[q12]
    v1 = (kid2(p2, K32, K39) if h1 else kid2(p2, K33, K39))
    return 'the price is per ' + f28(D, n.get(K39)) + ' (BT-150), the quantity ' + (('is in ' + f30(D, v1)) if (v1 is not None) else 'states no unit') + ' (BT-130)', n, None

def f32(D, a0, a1):
    return ('is never issued: no check digit completes it' if (a1 == 10) else ('has check digit ' + a0 + ', expected ' + str(a1)))

def f31(D, a0):
    v1 = len(a0)
    return (f32(D, substring(a0, v1), f6(D, substring(a0, 1, (v1 - 1)))) if (C7.search(a0) is not None) else 'has something else than digits, expected 13 digits')
f31 = remembered(f31)

def w3_0_0(D, T, n):
    return 'the GLN ' + f26(D, n) + ' (scheme 0088) ' + f31(D, normalize(n[''])), n, None

def f33(D, a0):
    return ('is all zeros' if (a0 == '000000000') else (f32(D, substring(a0, 9), f9(D, a0)) if (C8.search(a0) is not None) else 'is not nine digits'))
f33 = remembered(f33)

def w3_1_0(D, T, n):
    return 'the Norwegian organisation number ' + f26(D, n) + ' (scheme 0192) ' + f33(D, normalize(n[''])), n, None

def w3_2_0(D, T, n):
    return 'the Danish CVR number ' + f26(D, n) + ' (scheme 0184) ' + 'is not eight digits, with or without DK', n, None

def w3_3_0(D, T, n):
    return 'the Danish production unit number (P number) ' + f26(D, n) + ' (scheme 0096) ' + 'is not ten digits', n, None

def w3_4_0(D, T, n):
    return 'the Danish SE number ' + f26(D, n) + ' (scheme 0198) ' + 'is not DK and eight digits', n, None

def f34(D, a0):
    return (('ends in ' + substring(a0, 9) + ', expected ' + str(f11(D, substring(a0, 1, 8)))) if (C10.search(a0) is not None) else 'is not ten digits')
f34 = remembered(f34)

def w3_5_0(D, T, n):
    return 'the Belgian enterprise number ' + f26(D, n) + ' (scheme 0208) ' + f34(D, normalize(n[''])), n, None

def w3_6_0(D, T, n):
    return 'the Italian office code (codice univoco ufficio, IPA) ' + f26(D, n) + ' (scheme 0201) ' + 'is not six letters or digits', n, None

def w3_7_0(D, T, n):
    return 'the Italian tax code (codice fiscale) ' + f26(D, n) + ' (scheme 0210) ' + 'is neither 16 characters like RSSMRA85T10A562S nor eleven digits', n, None

def f35(D, a0):
    return (f32(D, substring(a0, 13), f15(D, substring(a0, 3, 10))) if (C96.search(a0) is not None) else 'is not IT and eleven digits')
f35 = remembered(f35)

def w3_8_0(D, T, n):
    return 'the Italian VAT number (partita IVA) ' + f26(D, n) + ' (scheme 0211) ' + f35(D, normalize(n[''])), n, None

def f36(D, a0):
    return (f32(D, substring(a0, 10), f15(D, substring(a0, 1, 9))) if (C10.search(a0) is not None) else 'is not ten digits')
f36 = remembered(f36)

def w3_9_0(D, T, n):
    return 'the Swedish organisation number ' + f26(D, n) + ' (scheme 0007) ' + f36(D, normalize(n[''])), n, None

def w3_10_0(D, T, n):
    return 'the Australian Business Number (ABN) ' + f26(D, n) + ' (scheme 0151) ' + ('does not pass the check modulo 89: a digit is wrong' if (C17.search(normalize(n[''])) is not None) else 'is not eleven digits'), n, None

def w3_11_0(D, T, n):
    return 'the Dutch chamber of commerce number (KVK) ' + f26(D, n) + ' (scheme 0106) ' + 'is not eight digits', n, None

def w3_12_0(D, T, n):
    return 'the Dutch public body number (OIN) ' + f26(D, n) + ' (scheme 0190) ' + 'is not 20 digits', n, None

def w3_13_0(D, T, n):
    return 'the Dutch VAT number ' + f26(D, n) + ' (scheme 9944) ' + 'is not NL, nine digits, B and two digits', n, None

def w3_14_0(D, T, n):
    return 'the Italian tax code (codice fiscale) ' + f26(D, n) + ' (scheme 9907) is neither 16 characters like RSSMRA85T10A562S nor eleven digits', n, None

def w3_15_0(D, T, n):
    return 'the Dutch VAT number ' + f26(D, n) + ' is not NL, nine digits, B and two digits', n, None

def w3_16_0(D, T, n):
    return 'the number of a Dutch branch ' + f26(D, n) + ' (scheme 0217) is not twelve digits', n, None

def w4_0_0(D, T, n):
    return 'the media type of the attached document is ' + f28(D, n.get(K42)) + ', expected one of ' + ', '.join(C22), n, None

def w4_1_0(D, T, n):
    return 'the reason code of the allowance is ' + f26(D, n) + ', expected a code of UNTDID 5189 such as 95 (discount)', n, None

def w4_2_0(D, T, n):
    return 'the reason code of the charge is ' + f26(D, n) + ', expected a code of UNTDID 7161 such as FC (freight service)', n, None

def w4_3_0(D, T, n):
    return 'the code of the VAT point date (BT-8) is ' + f26(D, n) + ', expected 3 (issue date), 35 (delivery) or 432 (payment)', n, None

def w4_4_0(D, T, n):
    return 'the amount ' + f24(D, n['']) + ' of ' + D.name_of(n) + ' has ' + (('the currency ' + f28(D, n.get(K18))) if (K18 in n) else 'no currency (currencyID)') + ', expected a code of ISO 4217 such as EUR', n, None

def w4_5_0(D, T, n):
    return 'the invoice type code (BT-3) is ' + f26(D, n) + ', expected 380 as a rule, or one of ' + ', '.join(C32), n, None

def w4_5_1(D, T, n):
    h1 = D[q3]
    h2 = D[q6]
    return 'the invoice type code (BT-3) is ' + f26(D, n) + ', which needs a seller and a buyer in Germany; their countries are ' + f25(D, h1) + ' and ' + f25(D, h2), n, None

def w4_6_0(D, T, n):
    return 'the credit note type code (BT-3) is ' + f26(D, n) + ', expected 381 as a rule, or one of ' + ', '.join(C36), n, None

def w4_7_0(D, T, n):
    return 'the date in ' + D.name_of(n) + ' is ' + f26(D, n) + ', expected a date that exists, like 2026-04-17', n, None

def w4_8_0(D, T, n):
    return 'the scheme of the electronic address ' + f26(D, n) + ' is ' + f28(D, n.get(K40)) + ', expected one of the Peppol list such as 0088 (GLN)', n, None

def w4_9_0(D, T, n):
    return 'the VAT category is ' + f25(D, n.get(K13)) + ', expected G with the exemption reason code VATEX-EU-G (export outside the EU)', (s1 if (s1 := first(many(n.get(K13)))) is not None else n), None

def w4_10_0(D, T, n):
    return 'the VAT category is ' + f25(D, n.get(K13)) + ', expected O with the exemption reason code VATEX-EU-O (not subject to VAT)', (s1 if (s1 := first(many(n.get(K13)))) is not None else n), None

def w4_11_0(D, T, n):
    return 'the VAT category is ' + f25(D, n.get(K13)) + ', expected K with the exemption reason code VATEX-EU-IC (intra-Community supply)', (s1 if (s1 := first(many(n.get(K13)))) is not None else n), None

def w4_12_0(D, T, n):
    return 'the VAT category is ' + f25(D, n.get(K13)) + ', expected AE with the exemption reason code VATEX-EU-AE (reverse charge)', (s1 if (s1 := first(many(n.get(K13)))) is not None else n), None

def w4_13_0(D, T, n):
    return 'the VAT category is ' + f25(D, n.get(K13)) + ', expected E with the exemption reason code VATEX-EU-D (margin scheme for travel agents)', (s1 if (s1 := first(many(n.get(K13)))) is not None else n), None

def w4_14_0(D, T, n):
    return 'the VAT category is ' + f25(D, n.get(K13)) + ', expected E with the exemption reason code VATEX-EU-F (margin scheme for second-hand goods)', (s1 if (s1 := first(many(n.get(K13)))) is not None else n), None

def w4_15_0(D, T, n):
    return 'the VAT category is ' + f25(D, n.get(K13)) + ', expected E with the exemption reason code VATEX-EU-I (margin scheme for works of art)', (s1 if (s1 := first(many(n.get(K13)))) is not None else n), None

def w4_16_0(D, T, n):
    return 'the VAT category is ' + f25(D, n.get(K13)) + ", expected E with the exemption reason code VATEX-EU-J (margin scheme for collectors' items and antiques)", (s1 if (s1 := first(many(n.get(K13)))) is not None else n), None

def w5_0_1(D, T, n):
    return 'the tax registration (BT-32, tax scheme TAX) of the Norwegian seller is ' + f23(D, [z for y in ([c1 for c1 in many(n.get(K44)) if (('TAX' in [normalize(c2['']) for c2 in many(kid2(c1, K41, K13))]))] if K44 in n else ()) for z in many(y.get(K45))]) + ', expected Foretaksregisteret', (s3 if (s3 := first(many(n.get(K44)))) is not None else n), None

def w5_0_2(D, T, n):
    return 'the VAT number of the Norwegian seller (BT-31) is ' + f23(D, [z for y in ([c1 for c1 in many(n.get(K44)) if (('VAT' in [normalize(c2['']) for c2 in many(kid2(c1, K41, K13))]))] if K44 in n else ()) for z in many(y.get(K45))]) + ', expected NO, nine digits and MVA' + ' '.join([('; ' + substring(q7[''], 3, 9) + ' ' + f33(D, substring(q7[''], 3, 9))) for q7 in [c5 for o6 in ([c3 for c3 in many(n.get(K44)) if (('VAT' in [normalize(c4['']) for c4 in many(kid2(c3, K41, K13))]))] if K44 in n else ()) for c5 in many(o6.get(K45)) if ((C97.search(c5['']) is not None))]]), (s10 if (s10 := first([c8 for o9 in many(n.get(K44)) for c8 in many(o9.get(K45)) if (normalize(c8['']).startswith('NO'))])) is not None else n), None

def w6_0_0(D, T, n):
    return 'the seller ' + ' '.join(texts(kids(n, K5, K6, K48, K92))) + ' is in Denmark and states no CVR-nummer (BT-30)', (s1 if (s1 := first(many(kid2(n, K5, K6)))) is not None else n), None

def w6_0_1(D, T, n):
    return "the scheme of the seller's registration identifier " + ' '.join(texts(kids(n, K5, K6, K48, K45))) + ' (BT-30) is ' + f30(D, kids(n, K5, K6, K48, K45, K40)) + ', expected 0184 (CVR-nummer)', (s1 if (s1 := first(many(kids(n, K5, K6, K48, K45)))) is not None else n), None

def w6_0_2(D, T, n):
    return 'the credit note has the amount due ' + ' '.join(texts(kid2(n, K49, K50))) + ' (BT-115), expected zero or more', (s1 if (s1 := first(many(kid2(n, K49, K50)))) is not None else n), None

def w6_1_0(D, T, n):
    return 'the party identifier ' + ' '.join(texts(n.get(K13))) + ' has no scheme (schemeID)', (s1 if (s1 := first(many(n.get(K13)))) is not None else n), None

def w6_2_0(D, T, n):
    return 'the payment means code is ' + f25(D, n.get(K25)) + ', in Denmark one of 1, 10, 31, 42, 48, 49, 50, 58, 59, 93, 97 is expected, without blanks', (s1 if (s1 := first(many(n.get(K25)))) is not None else n), None

def w6_2_1(D, T, n):
    return 'payment means ' + ' '.join(texts(n.get(K25))) + ' needs kontonummer (BT-84) and registreringsnummer (BT-86): found ' + f25(D, kid2(n, K51, K13)) + ' and ' + f25(D, kid3(n, K51, K52, K13)), (s1 if (s1 := first(many(n.get(K51)))) is not None else n), None

def w6_2_2(D, T, n):
    return 'payment means 49 needs the mandate (BT-89) and the debited account (BT-91): found ' + f25(D, kid2(n, K26, K13)) + ' and ' + f25(D, kid3(n, K26, K53, K13)), (s1 if (s1 := first(many(n.get(K26)))) is not None else n), None

def w6_2_3(D, T, n):
    return 'payment means 50 needs a reference (BT-83) that begins with 01#, 04# or 15# and a girokontonummer (BT-84) of 7 or 8 digits: found ' + f25(D, n.get(K54)) + ' and ' + f25(D, kid2(n, K51, K13)), n, None

def w6_2_4(D, T, n):
    return 'the payment reference ' + ' '.join(texts(n.get(K54))) + ' (BT-83) has ' + str((len((text(n.get(K54)) or '')))) + ' characters, expected 19: kortart, # and 16 digits', (s1 if (s1 := first(many(n.get(K54)))) is not None else n), None

def w6_2_5(D, T, n):
    return 'payment means 93 needs a reference (BT-83) that begins with 71#, 73# or 75# and a kreditornummer (BT-84) of 8 characters: found ' + f25(D, n.get(K54)) + ' and ' + f25(D, kid2(n, K51, K13)), n, None

def w6_2_6(D, T, n):
    return 'the payment reference ' + ' '.join(texts(n.get(K54))) + ' (BT-83) has ' + str((len((text(n.get(K54)) or '')))) + ' characters, expected 18 or 19: kortart, # and 15 or 16 digits', (s1 if (s1 := first(many(n.get(K54)))) is not None else n), None

def w6_3_0(D, T, n):
    return "the scheme of the buyer's registration identifier " + ' '.join(texts(kid2(n, K48, K45))) + ' (BT-47) is ' + f30(D, kid3(n, K48, K45, K40)) + ', expected 0184 (CVR-nummer)', (s1 if (s1 := first(many(kid2(n, K48, K45)))) is not None else n), None

def f37(D, a0):
    return present(('missing' if (not bool(a0)) else unusual()))

def w6_4_0(D, T, n):
    return f29(D, n) + ' is classified by UNSPSC (listID TST); the version (listVersionID) is ' + f37(D, many(kids(packed([c1 for o2 in many(kid2(n, K55, K56)) for c1 in many(o2.get(K57)) if ((c1.get(K58) == 'TST'))]), K59))) + ', expected 19.05.01 or 26.08.01', (s3 if (s3 := first(many(kid3(n, K55, K56, K57)))) is not None else n), None

def w6_5_0(D, T, n):
    return 'the reason code is ZZZ and the reason is ' + f25(D, n.get(K61)) + ', expected the four digits of the afgift or text with a # inside', (s1 if (s1 := first(many(n.get(K61)))) is not None else n), None

def w7_0_0(D, T, n):
    return 'the tax registration identifier (BT-32) is ' + f25(D, n.get(K45)) + ' with ' + str((len(normal_kid(n, K45)))) + ' characters, expected a codice fiscale of 11 to 16 capital letters or digits', (s1 if (s1 := first(many(n.get(K45)))) is not None else n), None

def w7_1_0(D, T, n):
    return 'the address of the Italian seller has no street (cbc:StreetName, BT-35)', (s1 if (s1 := first(many(n.get(K7)))) is not None else n), None

def w7_1_1(D, T, n):
    return 'the address of the Italian seller has no city (cbc:CityName, BT-37)', (s1 if (s1 := first(many(n.get(K7)))) is not None else n), None

def w7_1_2(D, T, n):
    return 'the address of the Italian seller has no post code (CAP; cbc:PostalZone, BT-38)', (s1 if (s1 := first(many(n.get(K7)))) is not None else n), None

def w8_0_1(D, T, n):
    v2 = [z for y in ([c1 for c1 in many(n.get(K44)) if (text_is(kid2(c1, K41, K13), 'VAT'))] if K44 in n else ()) for z in many(y.get(K45))]
    return 'the momsregistreringsnummer (BT-31) ' + ' '.join([z[''] for z in v2]) + ' has ' + str((len(normalize(text(one(v2)))))) + ' characters, expected 14: SE and 12 digits', (s3 if (s3 := first(v2)) is not None else n), None

def w8_0_2(D, T, n):
    v2 = [z for y in ([c1 for c1 in many(n.get(K44)) if (text_is(kid2(c1, K41, K13), 'VAT'))] if K44 in n else ()) for z in many(y.get(K45))]
    return 'the momsregistreringsnummer (BT-31) ' + ' '.join([z[''] for z in v2]) + ' has something else than digits after SE, expected 12 digits', (s3 if (s3 := first(v2)) is not None else n), None

def w8_1_0(D, T, n):
    return 'the organisationsnummer (BT-30) is ' + f25(D, n.get(K45)) + ', expected digits only', (s1 if (s1 := first(many(n.get(K45)))) is not None else n), None

def w8_1_1(D, T, n):
    return 'the organisationsnummer (BT-30) is ' + f25(D, n.get(K45)) + ' with ' + str((len(normal_kid(n, K45)))) + ' characters, expected 10', (s1 if (s1 := first(many(n.get(K45)))) is not None else n), None

def w8_1_2(D, T, n):
    return 'the organisationsnummer ' + ' '.join(texts(n.get(K45))) + ' (BT-30) ' + f36(D, normal_kid(n, K45)), (s1 if (s1 := first(many(n.get(K45)))) is not None else n), None

def w8_2_0(D, T, n):
    return 'the tax registration identifier (BT-32) is ' + n[''] + ', expected Godkänd för F-skatt', n, None

def w8_3_0(D, T, n):
    return 'the rate of VAT category S is ' + f25(D, n.get(K65)) + ', in Sweden 25, 12 or 6 is expected', (s1 if (s1 := first(many(n.get(K65)))) is not None else n), None

def w8_4_0(D, T, n):
    return 'the plusgironummer (BT-84) is ' + f26(D, n) + ', expected digits only', n, None

def w8_4_1(D, T, n):
    return 'the plusgironummer (BT-84) is ' + f26(D, n) + ' with ' + str((len(normalize(n[''])))) + ' characters, expected 2 to 8', n, None

def w8_5_0(D, T, n):
    return 'the bankgironummer (BT-84) is ' + f26(D, n) + ', expected digits only', n, None

def w8_5_1(D, T, n):
    return 'the bankgironummer (BT-84) is ' + f26(D, n) + ' with ' + str((len(normalize(n[''])))) + ' characters, expected 7 or 8', n, None

def w8_6_0(D, T, n):
    return 'the payment means code is ' + ' '.join(texts(n.get(K25))) + ', for bankgiro and plusgiro 30 is expected, with SE:BANKGIRO or SE:PLUSGIRO in BT-86', (s1 if (s1 := first(many(n.get(K25)))) is not None else n), None

def w8_7_0(D, T, n):
    return 'the payment means code is 31, between Swedish parties 30 is expected for a credit transfer', (s1 if (s1 := first(many(n.get(K25)))) is not None else n), None

def w9_0_1(D, T, n):
    v1 = tokens(n[''], C60)
    return 'the number of segments divided by | in the document number ' + n[''] + ' (BT-1) is ' + str((len(v1))) + ', expected 6: ΑΦΜ, date, branch, document type, series, serial number', n, None

def q85(D):
    return [z for y in [c1 for o2 in many(kid2(D.root, K5, K6)) for c1 in many(o2.get(K44)) if (text_is(kid2(c1, K41, K13), 'VAT'))] for z in many(y.get(K45))]

def q86(D):
    h1 = D[q85]
    return f23(D, h1)

def q87(D):
    return [z for y in [c1 for o2 in many(D.root.get(K46)) for c1 in many(o2.get(K44)) if (text_is(kid2(c1, K41, K13), 'VAT'))] for z in many(y.get(K45))]

def q88(D):
    h1 = D[q87]
    return f23(D, h1)

def w9_0_2(D, T, n):
    h1 = D[q86]
    h2 = D[q88]
    v1 = tokens(n[''], C60)
    return 'the first segment of the document number (BT-1) is "' + ' '.join(optional(nth(v1, 1))) + '", expected a valid ΑΦΜ, the nine digits in the VAT number of the seller (' + h1 + ') or of the tax representative (' + h2 + ')', n, None

def q89(D):
    h1 = D[q49]
    return f25(D, h1)

def w9_0_4(D, T, n):
    h1 = D[q89]
    v1 = tokens(n[''], C60)
    return 'the second segment of the document number (BT-1) is "' + ' '.join(optional(nth(v1, 2))) + '", expected the issue date ' + h1 + ' (BT-2) as DD/MM/YYYY', n, None

def w9_0_5(D, T, n):
    v1 = tokens(n[''], C60)
    return 'the third segment of the document number (BT-1) is "' + ' '.join(optional(nth(v1, 3))) + '", expected the number of the branch, 0 for the seat', n, None

def w9_0_6(D, T, n):
    v1 = tokens(n[''], C60)
    return 'the fourth segment of the document number (BT-1) is "' + ' '.join(optional(nth(v1, 4))) + '", expected one of 1.1, 1.6, 2.1, 2.4, 5.1, 5.2', n, None

def w9_0_7(D, T, n):
    return 'the fifth segment of the document number ' + n[''] + ' (BT-1), the series (σειρά), is empty', n, None

def w9_0_8(D, T, n):
    return 'the sixth segment of the document number ' + n[''] + ' (BT-1), the serial number (ΑΑ), is empty', n, None

def w9_1_1(D, T, n):
    return 'the name of the Greek seller in cac:PartyName/cbc:Name (BT-28) is ' + f25(D, kid2(n, K67, K68)), (s1 if (s1 := first(many(kid2(n, K67, K68)))) is not None else n), None

def w9_1_2(D, T, n):
    v2 = [z for y in ([c1 for c1 in many(n.get(K44)) if ((normalize(text(kid2(c1, K41, K13))) == 'VAT'))] if K44 in n else ()) for z in many(y.get(K45))]
    return 'the VAT number of the Greek seller (BT-31) is ' + f23(D, v2) + ', expected one number, EL and a valid ΑΦΜ of nine digits', (s3 if (s3 := first(v2)) is not None else n), None

def w9_2_0(D, T, n):
    return 'the VAT number of the Greek seller (BT-31) is "' + n[''] + '", expected EL and a valid ΑΦΜ of nine digits', n, None

def w9_3_0(D, T, n):
    return 'the document has ' + str((len(([c1 for c1 in many(n.get(K0)) if (text_is(c1.get(K69), '##M.AR.K##'))] if K0 in n else ())))) + ' references described as ##M.AR.K## (ΜΑΡΚ), expected 1', n, None

def w9_3_1(D, T, n):
    return 'the document has ' + str((len(([c1 for c1 in many(n.get(K0)) if (text_is(c1.get(K69), '##INVOICE|URL##'))] if K0 in n else ())))) + ' references described as ##INVOICE|URL##, expected 1', n, None

def w9_4_0(D, T, n):
    return 'the ΜΑΡΚ (BT-122) is "' + n[''] + '", expected a positive whole number', n, None

def w9_5_0(D, T, n):
    return 'the link (cbc:URI, BT-124) of the reference ##INVOICE|URL## is ' + f25(D, kid3(n, K70, K71, K72)), (s1 if (s1 := first(many(kid3(n, K70, K71, K72)))) is not None else n), None

def w9_6_0(D, T, n):
    return "the buyer's name in cac:PartyName/cbc:Name (BT-45) is " + f25(D, kid2(n, K67, K68)), (s1 if (s1 := first(many(kid2(n, K67, K68)))) is not None else n), None

def w9_7_0(D, T, n):
    return 'the electronic address of the Greek seller (BT-34) is "' + n[''] + '" and its scheme ' + f28(D, n.get(K40)) + ', expected a valid ΑΦΜ of nine digits and the scheme 9933', n, None

def w10_0_1(D, T, n):
    v2 = [z for y in ([c1 for c1 in many(n.get(K44)) if ((normalize(text(kid2(c1, K41, K13))) == 'VAT'))] if K44 in n else ()) for z in many(y.get(K45))]
    return "the buyer's VAT number (BT-48) is " + f23(D, v2) + ', expected one number, EL and a valid ΑΦΜ of nine digits', (s3 if (s3 := first(v2)) is not None else n), None

def w10_1_0(D, T, n):
    return 'the buyer\'s electronic address (BT-49) is "' + n[''] + '" and its scheme ' + f28(D, n.get(K40)) + ', expected a valid ΑΦΜ of nine digits and the scheme 9933', n, None

def f38(D, a0):
    return present(('missing' if (not bool(a0)) else unusual()))

def w11_0_1(D, T, n):
    return 'the invoice type code is ' + f38(D, D.union(many(n.get(K73)), many(n.get(K74)))) + ', in Iceland 380 (sölureikningur) or 381 (kreditreikningur) is expected', (s1 if (s1 := first(D.sorted(D.union(many(n.get(K73)), many(n.get(K74)))))) is not None else n), None

def w11_0_2(D, T, n):
    return 'the seller in Iceland states no kennitala: the registration identifier (BT-30) is ' + f25(D, kids(n, K5, K6, K48, K45)) + ', its scheme ' + f30(D, kids(n, K5, K6, K48, K45, K40)) + '; expected the kennitala with the scheme 0196', (s1 if (s1 := first(many(kids(n, K5, K6, K48, K45)))) is not None else n), None

def w11_0_3(D, T, n):
    return "the seller's address lacks " + ' and '.join([*optional((None if (kids(n, K5, K6, K7, K62) is not None) else 'street (götuheiti, BT-35)')), *optional((None if (kids(n, K5, K6, K7, K64) is not None) else 'post code (póstnúmer, BT-38)'))]), (s1 if (s1 := first(many(kid3(n, K5, K6, K7)))) is not None else n), None

def w11_0_4(D, T, n):
    return 'payment means 9 (krafa) needs an account identifier (BT-84) of 12 digits: found ' + f23(D, many(kids(packed(([c1 for c1 in many(n.get(K75)) if (text_is(c1.get(K25), '9'))] if K75 in n else ())), K51, K13))), (s3 if (s3 := first(([c2 for c2 in many(n.get(K75)) if (text_is(c2.get(K25), '9'))] if K75 in n else ()))) is not None else n), None

def w11_0_5(D, T, n):
    return 'payment means 42 (millifærsla) needs an account (BT-84) of 12 digits: found ' + f23(D, many(kids(packed(([c1 for c1 in many(n.get(K75)) if (text_is(c1.get(K25), '42'))] if K75 in n else ())), K51, K13))), (s3 if (s3 := first(([c2 for c2 in many(n.get(K75)) if (text_is(c2.get(K25), '42'))] if K75 in n else ()))) is not None else n), None

def w11_0_6(D, T, n):
    v2 = ([c1 for c1 in many(n.get(K0)) if (text_is(c1.get(K69), 'EINDAGI'))] if K0 in n else ())
    return 'the eindagi is ' + f23(D, [z for y in v2 for z in many(y.get(K13))]) + ', expected a date in the form YYYY-MM-DD', (s3 if (s3 := first([z for y in v2 for z in many(y.get(K13))])) is not None else n), None

def w11_0_7(D, T, n):
    v2 = ([c1 for c1 in many(n.get(K0)) if (text_is(c1.get(K69), 'EINDAGI'))] if K0 in n else ())
    return 'the eindagi is ' + f23(D, [z for y in v2 for z in many(y.get(K13))]) + ' and there is no due date (gjalddagi, BT-9)', (s3 if (s3 := first(v2)) is not None else n), None

def w11_0_8(D, T, n):
    v2 = ([c1 for c1 in many(n.get(K0)) if (text_is(c1.get(K69), 'EINDAGI'))] if K0 in n else ())
    return 'the eindagi is ' + f23(D, [z for y in v2 for z in many(y.get(K13))]) + ' and the due date (gjalddagi, BT-9) is ' + f25(D, n.get(K76)) + ', expected an eindagi on the due date or later', (s3 if (s3 := first([z for y in v2 for z in many(y.get(K13))])) is not None else n), None

def w11_1_0(D, T, n):
    return 'the buyer in Iceland has no kennitala: the registration identifier (BT-47) is ' + f25(D, kid3(n, K6, K48, K45)) + ', its scheme ' + f30(D, kids(n, K6, K48, K45, K40)) + '; expected the kennitala with the scheme 0196', (s1 if (s1 := first(many(kid3(n, K6, K48, K45)))) is not None else n), None

def w11_1_1(D, T, n):
    return "the buyer's address lacks " + ' and '.join([*optional((None if (kid3(n, K6, K7, K62) is not None) else 'street (götuheiti, BT-50)')), *optional((None if (kid3(n, K6, K7, K64) is not None) else 'post code (póstnúmer, BT-53)'))]), (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def q90(D):
    return D.root.get(K13)

def q91(D):
    return D.root

def w12_0_0(D, T, n):
    h1 = D[q90]
    h2 = D[q91]
    return 'credit note ' + ' '.join(texts(h1)) + ' names no invoice that it corrects (BT-25)', h2, None

def w12_1_0(D, T, n):
    return "the seller's address lacks " + ', '.join([*optional((None if (K62 in n) else 'street')), *optional((None if (K64 in n) else 'post code')), *optional((None if (K63 in n) else 'city'))]), n, None

def w12_2_0(D, T, n):
    return 'the legal registration identifier of the seller (BT-30) is ' + f26(D, n) + ', its scheme ' + f28(D, n.get(K40)) + '; expected a KVK-nummer (0106) or an OIN (0190)', n, None

def w12_3_0(D, T, n):
    return "the buyer's address lacks " + ', '.join([*optional((None if (K62 in n) else 'street')), *optional((None if (K64 in n) else 'post code')), *optional((None if (K63 in n) else 'city'))]), n, None

def w12_4_0(D, T, n):
    return 'the legal registration identifier of the buyer (BT-47) is ' + f26(D, n) + ', its scheme ' + f28(D, n.get(K40)) + '; expected a KVK-nummer (0106) or an OIN (0190)', n, None

def w12_5_0(D, T, n):
    return "the tax representative's address lacks " + ', '.join([*optional((None if (K62 in n) else 'street')), *optional((None if (K64 in n) else 'post code')), *optional((None if (K63 in n) else 'city'))]), n, None

def w12_6_0(D, T, n):
    return 'the amount due (BT-115) is ' + f25(D, n.get(K50)) + ' and there is no cac:PaymentMeans (BG-16)', (s1 if (s1 := first(many(n.get(K50)))) is not None else n), None

def w12_7_0(D, T, n):
    return 'the payment means code is ' + f25(D, n.get(K25)) + ', between Dutch parties one of 30, 48, 49, 57, 58, 59 is expected', (s1 if (s1 := first(many(n.get(K25)))) is not None else n), None

def w12_8_0(D, T, n):
    return 'a line refers to order line ' + n[''] + ' (BT-132) and the document names no order (BT-13)', n, None

def w13_0_0(D, T, n):
    return 'the document has no payment instructions (cac:PaymentMeans, BG-16)', n, None

def w13_0_1(D, T, n):
    return 'the buyer reference (Leitweg-ID, BT-10) is ' + f25(D, n.get(K11)), (s1 if (s1 := first(many(n.get(K11)))) is not None else n), None

def w13_0_3(D, T, n):
    return 'the invoice type code is ' + f38(D, D.union(many(n.get(K73)), many(n.get(K74)))) + ', between German parties one of 326, 380, 381, 384, 389, 875, 876, 877 is expected', (s1 if (s1 := first(D.sorted(D.union(many(n.get(K73)), many(n.get(K74)))))) is not None else n), None

def w13_0_4(D, T, n):
    return 'the Skonto in the payment terms (BT-20) ' + ' '.join(optional(nth([*[('is ' + normalize(q6) + ', expected #SKONTO#TAGE=n#PROZENT=n.nn# or #SKONTO#TAGE=n#PROZENT=n.nn#BASISBETRAG=n.nn#') for q6 in [z for c3 in [c1 for o2 in many(n.get(K83)) for c1 in many(o2.get(K4))[0:1]] for z in [c5 for c5 in [c4 for c4 in tokens(c3[''], C79) if normalize(c4).startswith('#')] if (not (C80.search(normalize(c5)) is not None))]]], *('is not followed by a line break',)], 1))), (s9 if (s9 := first([c7 for o8 in many(n.get(K83)) for c7 in many(o8.get(K4))[0:1]])) is not None else n), None

def w13_0_6(D, T, n):
    return 'the type is 384, corrected invoice, and no preceding invoice is named (BG-3)', (s1 if (s1 := first(D.sorted(D.union(many(n.get(K73)), many(n.get(K74)))))) is not None else n), None

def w13_0_7(D, T, n):
    return 'the document has a direct debit (cac:PaymentMandate, BG-19) and no creditor identifier (Gläubiger-ID with schemeID SEPA, BT-90)', (s1 if (s1 := first(many(kid2(n, K75, K26)))) is not None else n), None

def w13_0_8(D, T, n):
    return 'the document has a direct debit (cac:PaymentMandate, BG-19) and no debited account (BT-91)', (s1 if (s1 := first(many(kid2(n, K75, K26)))) is not None else n), None

def w13_1_0(D, T, n):
    return 'the location of the external document (BT-124) is ' + f25(D, n.get(K72)) + ', expected an absolute URL, for example beginning with https://', (s1 if (s1 := first(many(n.get(K72)))) is not None else n), None

def w13_2_0(D, T, n):
    return 'the seller has no contact (cac:Contact, BG-6)', (s1 if (s1 := first(many(n.get(K6)))) is not None else n), None

def w13_3_0(D, T, n):
    return "the seller's city (BT-37) is " + f25(D, n.get(K63)), (s1 if (s1 := first(many(n.get(K63)))) is not None else n), None

def w13_3_1(D, T, n):
    return "the seller's post code (Postleitzahl, BT-38) is " + f25(D, n.get(K64)), (s1 if (s1 := first(many(n.get(K64)))) is not None else n), None

def w13_4_0(D, T, n):
    return "the name of the seller's contact (BT-41) is " + f25(D, n.get(K68)), (s1 if (s1 := first(many(n.get(K68)))) is not None else n), None

def w13_4_1(D, T, n):
    return "the telephone number of the seller's contact (BT-42) is " + f25(D, n.get(K89)), (s1 if (s1 := first(many(n.get(K89)))) is not None else n), None

def w13_4_2(D, T, n):
    return "the e-mail address of the seller's contact (BT-43) is " + f25(D, n.get(K90)), (s1 if (s1 := first(many(n.get(K90)))) is not None else n), None

def w13_4_3(D, T, n):
    return "the telephone number of the seller's contact (BT-42) is " + f25(D, n.get(K89)) + ', expected at least three digits', (s1 if (s1 := first(many(n.get(K89)))) is not None else n), None

def w13_4_4(D, T, n):
    return "the e-mail address of the seller's contact (BT-43) is " + f25(D, n.get(K90)) + ', expected the form name@domain.de', (s1 if (s1 := first(many(n.get(K90)))) is not None else n), None

def w13_5_0(D, T, n):
    return "the buyer's city (BT-52) is " + f25(D, n.get(K63)), (s1 if (s1 := first(many(n.get(K63)))) is not None else n), None

def w13_5_1(D, T, n):
    return "the buyer's post code (Postleitzahl, BT-53) is " + f25(D, n.get(K64)), (s1 if (s1 := first(many(n.get(K64)))) is not None else n), None

def w13_6_0(D, T, n):
    return 'the city of the delivery address (BT-77) is ' + f25(D, n.get(K63)), (s1 if (s1 := first(many(n.get(K63)))) is not None else n), None

def w13_6_1(D, T, n):
    return 'the post code (Postleitzahl) of the delivery address (BT-78) is ' + f25(D, n.get(K64)), (s1 if (s1 := first(many(n.get(K64)))) is not None else n), None

def w13_7_0(D, T, n):
    return 'the account (BT-84) is ' + f25(D, kid2(n, K51, K13)) + ', for payment means 58 (SEPA) a valid IBAN is expected', (s1 if (s1 := first(many(kid2(n, K51, K13)))) is not None else n), None

def w13_7_1(D, T, n):
    return 'payment means ' + ' '.join(texts(n.get(K25))) + ' is a transfer and names no account (cac:PayeeFinancialAccount, BG-17)', n, None

def w13_7_2(D, T, n):
    return 'payment means ' + ' '.join(texts(n.get(K25))) + ' is a transfer and has data of cards or direct debits: ' + ', '.join(list(dict.fromkeys([('cac:' + D.local_name_of(q1)) for q1 in D.sorted(D.union(many(n.get(K91)), many(n.get(K26))))]))), (s2 if (s2 := first(D.sorted(D.union(many(n.get(K91)), many(n.get(K26)))))) is not None else n), None

def w13_8_0(D, T, n):
    return 'payment means ' + ' '.join(texts(n.get(K25))) + ' is a card and has no card data (cac:CardAccount, BG-18)', n, None

def w13_8_1(D, T, n):
    return 'payment means ' + ' '.join(texts(n.get(K25))) + ' is a card and has data of transfers or direct debits: ' + ', '.join(list(dict.fromkeys([('cac:' + D.local_name_of(q1)) for q1 in D.sorted(D.union(many(n.get(K51)), many(n.get(K26))))]))), (s2 if (s2 := first(D.sorted(D.union(many(n.get(K51)), many(n.get(K26)))))) is not None else n), None

def w13_9_0(D, T, n):
    return 'the debited account (BT-91) is ' + f25(D, kid3(n, K26, K53, K13)) + ', for payment means 59 (SEPA) a valid IBAN is expected', (s1 if (s1 := first(many(kid3(n, K26, K53, K13)))) is not None else n), None

def w13_9_1(D, T, n):
    return 'payment means 59 is a direct debit and has no mandate (cac:PaymentMandate, BG-19)', n, None

def w13_9_2(D, T, n):
    return 'payment means 59 is a direct debit and has data of transfers or cards: ' + ', '.join(list(dict.fromkeys([('cac:' + D.local_name_of(q1)) for q1 in D.sorted(D.union(many(n.get(K51)), many(n.get(K91))))]))), (s2 if (s2 := first(D.sorted(D.union(many(n.get(K51)), many(n.get(K91)))))) is not None else n), None

def w13_10_0(D, T, n):
    return 'the rate (BT-119) of category ' + f25(D, kid2(n, K82, K13)) + ' in the VAT breakdown is ' + f25(D, kid2(n, K82, K65)), (s1 if (s1 := first(many(n.get(K82)))) is not None else n), None

WRITERS = {
    (0, 0, 0): (w0_0_0, ()),
    (2, 0, 1): (w2_0_1, ()),
    (2, 0, 2): (w2_0_2, ()),
    (2, 0, 3): (w2_0_3, ()),
    (2, 0, 4): (w2_0_4, ()),
    (2, 0, 5): (w2_0_5, ()),
    (2, 0, 6): (w2_0_6, ()),
    (2, 0, 8): (w2_0_8, ()),
    (2, 1, 0): (w2_1_0, ()),
    (2, 2, 0): (w2_2_0, ()),
    (2, 3, 0): (w2_3_0, ()),
    (2, 4, 1): (w2_4_1, ()),
    (2, 4, 2): (w2_4_2, ()),
    (2, 4, 3): (w2_4_3, ()),
    (2, 4, 4): (w2_4_4, ()),
    (2, 5, 0): (w2_5_0, ()),
    (2, 6, 0): (w2_6_0, ()),
    (2, 7, 1): (w2_7_1, (2, 3)),
    (2, 8, 1): (w2_8_1, (2, 3)),
    (2, 9, 8): (w2_9_8, ()),
    (2, 9, 9): (w2_9_9, ()),
    (2, 9, 10): (w2_9_10, ()),
    (2, 9, 11): (w2_9_11, ()),
    (2, 10, 0): (w2_10_0, ()),
    (2, 10, 1): (w2_10_1, (1,)),
    (2, 11, 1): (w2_11_1, (2,)),
    (3, 0, 0): (w3_0_0, ()),
    (3, 1, 0): (w3_1_0, ()),
    (3, 2, 0): (w3_2_0, ()),
    (3, 3, 0): (w3_3_0, ()),
    (3, 4, 0): (w3_4_0, ()),
    (3, 5, 0): (w3_5_0, ()),
    (3, 6, 0): (w3_6_0, ()),
    (3, 7, 0): (w3_7_0, ()),
    (3, 8, 0): (w3_8_0, ()),
    (3, 9, 0): (w3_9_0, ()),
    (3, 10, 0): (w3_10_0, ()),
    (3, 11, 0): (w3_11_0, ()),
    (3, 12, 0): (w3_12_0, ()),
    (3, 13, 0): (w3_13_0, ()),
    (3, 14, 0): (w3_14_0, ()),
    (3, 15, 0): (w3_15_0, ()),
    (3, 16, 0): (w3_16_0, ()),
    (4, 0, 0): (w4_0_0, ()),
    (4, 1, 0): (w4_1_0, ()),
    (4, 2, 0): (w4_2_0, ()),
    (4, 3, 0): (w4_3_0, ()),
    (4, 4, 0): (w4_4_0, ()),
    (4, 5, 0): (w4_5_0, ()),
    (4, 5, 1): (w4_5_1, ()),
    (4, 6, 0): (w4_6_0, ()),
    (4, 7, 0): (w4_7_0, ()),
    (4, 8, 0): (w4_8_0, ()),
    (4, 9, 0): (w4_9_0, ()),
    (4, 10, 0): (w4_10_0, ()),
    (4, 11, 0): (w4_11_0, ()),
    (4, 12, 0): (w4_12_0, ()),
    (4, 13, 0): (w4_13_0, ()),
    (4, 14, 0): (w4_14_0, ()),
    (4, 15, 0): (w4_15_0, ()),
    (4, 16, 0): (w4_16_0, ()),
    (5, 0, 1): (w5_0_1, ()),
    (5, 0, 2): (w5_0_2, ()),
    (6, 0, 0): (w6_0_0, ()),
    (6, 0, 1): (w6_0_1, ()),
    (6, 0, 2): (w6_0_2, ()),
    (6, 1, 0): (w6_1_0, ()),
    (6, 2, 0): (w6_2_0, ()),
    (6, 2, 1): (w6_2_1, ()),
    (6, 2, 2): (w6_2_2, ()),
    (6, 2, 3): (w6_2_3, ()),
    (6, 2, 4): (w6_2_4, ()),
    (6, 2, 5): (w6_2_5, ()),
    (6, 2, 6): (w6_2_6, ()),
    (6, 3, 0): (w6_3_0, ()),
    (6, 4, 0): (w6_4_0, ()),
    (6, 5, 0): (w6_5_0, ()),
    (7, 0, 0): (w7_0_0, ()),
    (7, 1, 0): (w7_1_0, ()),
    (7, 1, 1): (w7_1_1, ()),
    (7, 1, 2): (w7_1_2, ()),
    (8, 0, 1): (w8_0_1, ()),
    (8, 0, 2): (w8_0_2, ()),
    (8, 1, 0): (w8_1_0, ()),
    (8, 1, 1): (w8_1_1, ()),
    (8, 1, 2): (w8_1_2, ()),
    (8, 2, 0): (w8_2_0, ()),
    (8, 3, 0): (w8_3_0, ()),
    (8, 4, 0): (w8_4_0, ()),
    (8, 4, 1): (w8_4_1, ()),
    (8, 5, 0): (w8_5_0, ()),
    (8, 5, 1): (w8_5_1, ()),
    (8, 6, 0): (w8_6_0, ()),
    (8, 7, 0): (w8_7_0, ()),
    (9, 0, 1): (w9_0_1, ()),
    (9, 0, 2): (w9_0_2, ()),
    (9, 0, 4): (w9_0_4, ()),
    (9, 0, 5): (w9_0_5, ()),
    (9, 0, 6): (w9_0_6, ()),
    (9, 0, 7): (w9_0_7, ()),
    (9, 0, 8): (w9_0_8, ()),
    (9, 1, 1): (w9_1_1, ()),
    (9, 1, 2): (w9_1_2, ()),
    (9, 2, 0): (w9_2_0, ()),
    (9, 3, 0): (w9_3_0, ()),
    (9, 3, 1): (w9_3_1, ()),
    (9, 4, 0): (w9_4_0, ()),
    (9, 5, 0): (w9_5_0, ()),
    (9, 6, 0): (w9_6_0, ()),
    (9, 7, 0): (w9_7_0, ()),
    (10, 0, 1): (w10_0_1, ()),
    (10, 1, 0): (w10_1_0, ()),
    (11, 0, 1): (w11_0_1, ()),
    (11, 0, 2): (w11_0_2, ()),
    (11, 0, 3): (w11_0_3, ()),
    (11, 0, 4): (w11_0_4, ()),
    (11, 0, 5): (w11_0_5, ()),
    (11, 0, 6): (w11_0_6, ()),
    (11, 0, 7): (w11_0_7, ()),
    (11, 0, 8): (w11_0_8, ()),
    (11, 1, 0): (w11_1_0, ()),
    (11, 1, 1): (w11_1_1, ()),
    (12, 0, 0): (w12_0_0, ()),
    (12, 1, 0): (w12_1_0, ()),
    (12, 2, 0): (w12_2_0, ()),
    (12, 3, 0): (w12_3_0, ()),
    (12, 4, 0): (w12_4_0, ()),
    (12, 5, 0): (w12_5_0, ()),
    (12, 6, 0): (w12_6_0, ()),
    (12, 7, 0): (w12_7_0, ()),
    (12, 8, 0): (w12_8_0, ()),
    (13, 0, 0): (w13_0_0, ()),
    (13, 0, 1): (w13_0_1, ()),
    (13, 0, 3): (w13_0_3, ()),
    (13, 0, 4): (w13_0_4, ()),
    (13, 0, 6): (w13_0_6, ()),
    (13, 0, 7): (w13_0_7, ()),
    (13, 0, 8): (w13_0_8, ()),
    (13, 1, 0): (w13_1_0, ()),
    (13, 2, 0): (w13_2_0, ()),
    (13, 3, 0): (w13_3_0, ()),
    (13, 3, 1): (w13_3_1, ()),
    (13, 4, 0): (w13_4_0, ()),
    (13, 4, 1): (w13_4_1, ()),
    (13, 4, 2): (w13_4_2, ()),
    (13, 4, 3): (w13_4_3, ()),
    (13, 4, 4): (w13_4_4, ()),
    (13, 5, 0): (w13_5_0, ()),
    (13, 5, 1): (w13_5_1, ()),
    (13, 6, 0): (w13_6_0, ()),
    (13, 6, 1): (w13_6_1, ()),
    (13, 7, 0): (w13_7_0, ()),
    (13, 7, 1): (w13_7_1, ()),
    (13, 7, 2): (w13_7_2, ()),
    (13, 8, 0): (w13_8_0, ()),
    (13, 8, 1): (w13_8_1, ()),
    (13, 9, 0): (w13_9_0, ()),
    (13, 9, 1): (w13_9_1, ()),
    (13, 9, 2): (w13_9_2, ()),
    (13, 10, 0): (w13_10_0, ()),
}
