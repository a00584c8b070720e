"""Compiled by einvoice from 'en16931.sch'.  Do not edit: change the rules, and compile again."""
from einvoice.schematron.runtime import *
from einvoice.schematron.compiled.en16931_1_3_16 import *
K376 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CityName'
C41 = ('false', '0',)
C42 = frozenset(['0', 'false'])
C43 = ('true', '1',)
C44 = frozenset(['1', 'true'])
C45 = frozenset(['261', '262', '296', '308', '381', '396', '420', '458', '502', '503', '532', '81', '83'])
C46 = frozenset(['102', '130', '202', '203', '204', '211', '218', '219', '295', '325', '326', '331', '380', '382', '383', '384', '385', '386', '387', '388', '389', '390', '393', '394', '395', '456', '457', '471', '472', '473', '500', '501', '527', '553', '575', '623', '633', '71', '751', '780', '80', '81', '817', '82', '84', '870', '875', '876', '877', '935'])
C47 = frozenset(['AAA', 'AAB', 'AAC', 'AAD', 'AAE', 'AAF', 'AAG', 'AAI', 'AAJ', 'AAK', 'AAL', 'AAM', 'AAN', 'AAO', 'AAP', 'AAQ', 'AAR', 'AAS', 'AAT', 'AAU', 'AAV', 'AAW', 'AAX', 'AAY', 'AAZ', 'ABA', 'ABB', 'ABC', 'ABD', 'ABE', 'ABF', 'ABG', 'ABH', 'ABI', 'ABJ', 'ABK', 'ABL', 'ABM', 'ABN', 'ABO', 'ABP', 'ABQ', 'ABR', 'ABS', 'ABT', 'ABU', 'ABV', 'ABW', 'ABX', 'ABZ', 'ACA', 'ACB', 'ACC', 'ACD', 'ACE', 'ACF', 'ACG', 'ACH', 'ACI', 'ACJ', 'ACK', 'ACL', 'ACM', 'ACN', 'ACO', 'ACP', 'ACQ', 'ACR', 'ACS', 'ACT', 'ACU', 'ACV', 'ACW', 'ACX', 'ACY', 'ACZ', 'ADA', 'ADB', 'ADC', 'ADD', 'ADE', 'ADF', 'ADG', 'ADH', 'ADI', 'ADJ', 'ADK', 'ADL', 'ADM', 'ADN', 'ADO', 'ADP', 'ADQ', 'ADR', 'ADS', 'ADT', 'ADU', 'ADV', 'ADW', 'ADX', 'ADY', 'ADZ', 'AEA', 'AEB', 'AEC', 'AED', 'AEE', 'AEF', 'AEG', 'AEH', 'AEI', 'AEJ', 'AEK', 'AEL', 'AEM', 'AEN', 'AEO', 'AEP', 'AEQ', 'AER', 'AES', 'AET', 'AEU', 'AEV', 'AEW', 'AEX', 'AEY', 'AEZ', 'AFA', 'AFB', 'AFC', 'AFD', 'AFE', 'AFF', 'AFG', 'AFH', 'AFI', 'AFJ', 'AFK', 'AFL', 'AFM', 'AFN', 'AFO', 'AFP', 'AFQ', 'AFR', 'AFS', 'AFT', 'AFU', 'AFV', 'AFW', 'AFX', 'AFY', 'AFZ', 'AGA', 'AGB', 'AGC', 'AGD', 'AGE', 'AGF', 'AGG', 'AGH', 'AGI', 'AGJ', 'AGK', 'AGL', 'AGM', 'AGN', 'AGO', 'AGP', 'AGQ', 'AGR', 'AGS', 'AGT', 'AGU', 'AGV', 'AGW', 'AGX', 'AGY', 'AGZ', 'AHA', 'AHB', 'AHC', 'AHD', 'AHE', 'AHF', 'AHG', 'AHH', 'AHI', 'AHJ', 'AHK', 'AHL', 'AHM', 'AHN', 'AHO', 'AHP', 'AHQ', 'AHR', 'AHS', 'AHT', 'AHU', 'AHV', 'AHW', 'AHX', 'AHY', 'AHZ', 'AIA', 'AIB', 'AIC', 'AID', 'AIE', 'AIF', 'AIG', 'AIH', 'AII', 'AIJ', 'AIK', 'AIL', 'AIM', 'AIN', 'AIO', 'AIP', 'AIQ', 'AIR', 'AIS', 'AIT', 'AIU', 'AIV', 'AIW', 'AIX', 'AIY', 'AIZ', 'AJA', 'AJB', 'ALC', 'ALD', 'ALE', 'ALF', 'ALG', 'ALH', 'ALI', 'ALJ', 'ALK', 'ALL', 'ALM', 'ALN', 'ALO', 'ALP', 'ALQ', 'ARR', 'ARS', 'AUT', 'AUU', 'AUV', 'AUW', 'AUX', 'AUY', 'AUZ', 'AVA', 'AVB', 'AVC', 'AVD', 'AVE', 'AVF', 'BAG', 'BAH', 'BAI', 'BAJ', 'BAK', 'BAL', 'BAM', 'BAN', 'BAO', 'BAP', 'BAQ', 'BAR', 'BAS', 'BLC', 'BLD', 'BLE', 'BLF', 'BLG', 'BLH', 'BLI', 'BLJ', 'BLK', 'BLL', 'BLM', 'BLN', 'BLO', 'BLP', 'BLQ', 'BLR', 'BLS', 'BLT', 'BLU', 'BLV', 'BLW', 'BLX', 'BLY', 'BLZ', 'BMA', 'BMB', 'BMC', 'BMD', 'BME', 'CCI', 'CEX', 'CHG', 'CIP', 'CLP', 'CLR', 'COI', 'CUR', 'CUS', 'DAR', 'DCL', 'DEL', 'DIN', 'DOC', 'DUT', 'EUR', 'FBC', 'GBL', 'GEN', 'GS7', 'HAN', 'HAZ', 'ICN', 'IIN', 'IMI', 'IND', 'INS', 'INV', 'IRP', 'ITR', 'ITS', 'LAN', 'LIN', 'LOI', 'MCO', 'MDH', 'MKS', 'ORI', 'OSI', 'PAC', 'PAI', 'PAY', 'PKG', 'PKT', 'PMD', 'PMT', 'PRD', 'PRF', 'PRI', 'PUR', 'QIN', 'QQD', 'QUT', 'RAH', 'REG', 'RET', 'REV', 'RQR', 'SAF', 'SIC', 'SIN', 'SLR', 'SPA', 'SPG', 'SPH', 'SPP', 'SPT', 'SRN', 'SSR', 'SUR', 'TCA', 'TDT', 'TRA', 'TRR', 'TXD', 'WHI', 'ZZZ'])

def f60(D, a0):
    return ('missing' if (not (a0 is not None)) else ', '.join([('empty' if (normalize(q1['']) == '') else normalize((q1[''] + ' ' + (q1.get(K17) or '')))) for q1 in many(a0)]))

def w0_0_0(D, T, n):
    return 'the specification identifier (BT-24) is ' + f60(D, n.get(K0)), (s1 if (s1 := first(many(n.get(K0)))) is not None else n), None

def w0_0_1(D, T, n):
    return 'the invoice number (BT-1) is ' + f60(D, n.get(K1)), (s1 if (s1 := first(many(n.get(K1)))) is not None else n), None

def w0_0_2(D, T, n):
    return 'the issue date (BT-2) is ' + f60(D, n.get(K2)), (s1 if (s1 := first(many(n.get(K2)))) is not None else n), None

def f61(D, a0):
    return ('missing' if (not bool(a0)) else ', '.join([('empty' if (normalize(q1['']) == '') else normalize((q1[''] + ' ' + (q1.get(K17) or '')))) for q1 in D.sorted(a0)]))

def w0_0_3(D, T, n):
    return 'the type code (BT-3) is ' + f61(D, D.union(many(n.get(K3)), many(n.get(K4)))), (s1 if (s1 := first(D.sorted(D.union(many(n.get(K3)), many(n.get(K4)))))) is not None else n), None

def w0_0_4(D, T, n):
    return 'the invoice currency (BT-5) is ' + f60(D, n.get(K5)), (s1 if (s1 := first(many(n.get(K5)))) is not None else n), None

def w0_0_5(D, T, n):
    return 'the seller name (BT-27) is ' + f60(D, kids(n, K6, K7, K8, K9)), (s1 if (s1 := first(many(kids(n, K6, K7, K8, K9)))) is not None else n), None

def w0_0_6(D, T, n):
    return 'the buyer name (BT-44) is ' + f60(D, kids(n, K10, K7, K8, K9)), (s1 if (s1 := first(many(kids(n, K10, K7, K8, K9)))) is not None else n), None

def w0_0_7(D, T, n):
    return 'the seller has no postal address (BG-5)', (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def w0_0_8(D, T, n):
    return 'the buyer has no postal address (BG-8)', (s1 if (s1 := first(many(kid2(n, K10, K7)))) is not None else n), None

def w0_0_9(D, T, n):
    return 'the document has no line (BG-25)', n, None

def w0_1_0(D, T, n):
    return 'the country code (BT-40) of the seller is ' + f60(D, kid2(n, K18, K19)), (s1 if (s1 := first(many(kid2(n, K18, K19)))) is not None else n), None

def w0_2_0(D, T, n):
    return "the seller's electronic address (BT-34) '" + normalize(n['']) + "' has no schemeID", n, None

def w0_3_0(D, T, n):
    return 'the country code (BT-55) of the buyer is ' + f60(D, kid2(n, K18, K19)), (s1 if (s1 := first(many(kid2(n, K18, K19)))) is not None else n), None

def w0_4_0(D, T, n):
    return "the buyer's electronic address (BT-49) '" + normalize(n['']) + "' has no schemeID", n, None

def w0_5_0(D, T, n, p1):
    return ('the payee (BG-10) has no name (BT-59)' if (not (kid2(n, K21, K22) is not None)) else (('the payee (BT-59) is named as the seller: ' + f60(D, kid2(n, K21, K22))) if any_equal(texts(kid2(n, K21, K22)), texts(kids(p1, K6, K7, K21, K22))) else ('the payee has an identifier of the seller: ' + f60(D, kid2(n, K23, K1))))), (s1 if (s1 := first(many(kid2(n, K21, K22)))) is not None else n), None

def w0_6_0(D, T, n):
    return "the name (BT-62) of the seller's tax representative is " + f60(D, kid2(n, K21, K22)), (s1 if (s1 := first(many(kid2(n, K21, K22)))) is not None else n), None

def w0_6_1(D, T, n):
    return "the seller's tax representative " + ' '.join(texts(kid2(n, K21, K22))) + ' has no postal address (BG-12)', n, None

def f62(D, a0, a1):
    return (('; ' + a0 + ' ' + f60(D, a1)) if (a1 is not None) else '')

def w0_6_2(D, T, n):
    return "the seller's tax representative " + ' '.join(texts(kid2(n, K21, K22))) + ' has no VAT identifier (BT-63)' + f62(D, 'identifier under another tax scheme', kid2(n, K24, K26)), n, None

def w0_7_0(D, T, n):
    return "the country code (BT-69) of the seller's tax representative is " + f60(D, kid2(n, K18, K19)), (s1 if (s1 := first(many(kid2(n, K18, K19)))) is not None else n), None

def f63(D, a0, a1):
    return (('; ' + a0 + ' ' + f60(D, a1)) if (a1 is not None) else '')

def w0_8_0(D, T, n):
    return 'a reference to a preceding invoice (BG-3) has no number (BT-25)' + f63(D, 'issue date', kid2(n, K27, K2)), (s1 if (s1 := first(many(n.get(K27)))) is not None else n), None

def f64(D, a0, a1):
    return (('; ' + a0 + ' ' + f60(D, a1)) if (a1 is not None) else '')

def w0_9_0(D, T, n):
    return 'the reference (BT-122) of a supporting document is ' + f60(D, n.get(K1)) + f64(D, 'description', n.get(K74)), (s1 if (s1 := first(many(n.get(K1)))) is not None else n), None

def f65(D, a0, a1):
    return (('; ' + a0 + ' ' + f60(D, a1)) if (a1 is not None) else '')

def w0_10_0(D, T, n):
    return 'the deliver-to address (BG-15) has no country code (BT-80)' + f65(D, 'city', n.get(K376)), (s1 if (s1 := first(many(n.get(K18)))) is not None else n), None

def f67(D, a0):
    return (1 + len([c1 for c1 in [z for y in (a0,) for z in D.before(y, None)] if (D.local_name_of(c1) == D.local_name_of(a0))]))

def f66(D, a0):
    v2 = ([c1 for c1 in many(a0.get(K1)) if ((normalize(c1['']) != ''))] if K1 in a0 else ())
    return (('line ' + normalize(text(nth(v2, 1)))) if bool(v2) else ('line number ' + str(f67(D, a0)) + ' (no identifier)'))

def w0_11_0(D, T, n, p1):
    return f66(D, p1) + ': the period ends on ' + ' '.join(texts(n.get(K29))) + ' (BT-135), before it starts on ' + ' '.join(texts(n.get(K28))) + ' (BT-134)', (s1 if (s1 := first(many(n.get(K29)))) is not None else n), None

def w0_12_0(D, T, n):
    return 'the invoicing period ends on ' + ' '.join(texts(n.get(K29))) + ' (BT-74), before it starts on ' + ' '.join(texts(n.get(K28))) + ' (BT-73)', (s1 if (s1 := first(many(n.get(K29)))) is not None else n), None

def f68(D, a0, a1):
    return (('; ' + a0 + ' ' + f60(D, a1)) if (a1 is not None) else '')

def w0_13_0(D, T, n):
    return 'payment instructions (BG-16) have no payment means code (BT-81)' + f68(D, 'account', kid2(n, K31, K1)), n, None

def w0_13_1(D, T, n):
    return 'payment is by credit transfer (BT-81 is ' + normal_kid(n, K30) + '), but no account (BT-84) is given', n, None

def f69(D, a0, a1):
    return (('; ' + a0 + ' ' + f60(D, a1)) if (a1 is not None) else '')

def w0_14_0(D, T, n, p1):
    return 'the payment account identifier (BT-84) is ' + f60(D, n.get(K1)) + ', though payment is by credit transfer (BT-81 is ' + ' '.join(texts(p1.get(K30))) + ')' + f69(D, 'account name', n.get(K22)), (s1 if (s1 := first(many(n.get(K1)))) is not None else n), None

def w0_15_0(D, T, n):
    return 'the card number (BT-87) has ' + str((len(normalize(n[''])))) + ' characters, at most 10 may be shown', n, None

def f70(D, a0, a1):
    return (('; ' + a0 + ' ' + f60(D, a1)) if (a1 is not None) else '')

def f71(D, a0, a1):
    return (('; ' + a0 + ' ' + f60(D, a1)) if (a1 is not None) else '')

def w0_16_0(D, T, n):
    return 'a document level allowance (BG-20) has no amount (BT-92)' + f70(D, 'percentage', n.get(K364)) + f71(D, 'base', n.get(K50)), n, None

def f72(D, a0, a1):
    return (('the ' + a0 + ' of ' + f60(D, a1)) if bool(normalize(text(nth(many(a1), 1)))) else ('the ' + a0 + ' without an amount'))

def w0_16_1(D, T, n):
    return f72(D, 'document level allowance', n.get(K33)) + ' has no VAT category (BT-95)', (s1 if (s1 := first(many(n.get(K34)))) is not None else n), None

def w0_16_2(D, T, n):
    return f72(D, 'document level allowance', n.get(K33)) + ' has neither a reason (BT-97) nor a reason code (BT-98)', n, None

def w0_17_0(D, T, n):
    return 'a document level charge (BG-21) has no amount (BT-99)' + f70(D, 'percentage', n.get(K364)) + f71(D, 'base', n.get(K50)), n, None

def f73(D, a0, a1):
    return (('the ' + a0 + ' of ' + f60(D, a1)) if bool(normalize(text(nth(many(a1), 1)))) else ('the ' + a0 + ' without an amount'))

def w0_17_1(D, T, n):
    return f73(D, 'document level charge', n.get(K33)) + ' has no VAT category (BT-102)', (s1 if (s1 := first(many(n.get(K34)))) is not None else n), None

def w0_17_2(D, T, n):
    return f73(D, 'document level charge', n.get(K33)) + ' has neither a reason (BT-104) nor a reason code (BT-105)', n, None

def w0_18_0(D, T, n):
    return 'the sum of line net amounts (BT-106) is missing from the document totals', n, None

def w0_18_1(D, T, n):
    return 'the total without VAT (BT-109) is missing from the document totals', n, None

def w0_18_2(D, T, n):
    return 'the total with VAT (BT-112) is missing from the document totals', n, None

def w0_18_3(D, T, n):
    return 'the amount due for payment (BT-115) is missing from the document totals', n, None

def f74(D, a0, a1):
    return (('; ' + a0 + ' ' + f60(D, a1)) if (a1 is not None) else '')

def f75(D, a0, a1):
    return (('; ' + a0 + ' ' + f60(D, a1)) if (a1 is not None) else '')

def w0_19_0(D, T, n):
    return 'a VAT breakdown (BG-23) has no taxable amount (BT-116)' + f74(D, 'category', kid2(n, K34, K1)) + f75(D, 'tax', n.get(K16)), n, None

def f76(D, a0, a1):
    return (('; ' + a0 + ' ' + f60(D, a1)) if (a1 is not None) else '')

def w0_19_1(D, T, n):
    return 'a VAT breakdown (BG-23) has no tax amount (BT-117)' + f74(D, 'category', kid2(n, K34, K1)) + f76(D, 'taxable amount', n.get(K41)), n, None

def f77(D, a0, a1):
    return (('; ' + a0 + ' ' + f60(D, a1)) if (a1 is not None) else '')

def w0_19_2(D, T, n):
    return 'a VAT breakdown (BG-23) has no VAT category (BT-118)' + f76(D, 'taxable amount', n.get(K41)) + f77(D, 'category under another tax scheme than VAT', kid2(n, K34, K1)), (s1 if (s1 := first(many(n.get(K34)))) is not None else n), None

def w0_19_3(D, T, n):
    return 'a VAT breakdown (BG-23) has no VAT rate (BT-119)' + f74(D, 'category', kid2(n, K34, K1)) + f76(D, 'taxable amount', n.get(K41)), (s1 if (s1 := first(many(n.get(K34)))) is not None else n), None

def w0_20_0(D, T, n):
    return 'line number ' + str((f67(D, n))) + ': the identifier (BT-126) is ' + f60(D, n.get(K1)), (s1 if (s1 := first(many(n.get(K1)))) is not None else n), None

def f78(D, a0, a1):
    return (('; ' + a0 + ' ' + f60(D, a1)) if (a1 is not None) else '')

def w0_20_1(D, T, n):
    return f66(D, n) + ' has no quantity (BT-129)' + f78(D, 'item', kid2(n, K46, K22)), n, None

def f79(D, a0, a1):
    return (('; ' + a0 + ' ' + f61(D, a1)) if bool(a1) else '')

def w0_20_2(D, T, n):
    return f66(D, n) + ' has no unit (BT-130)' + f79(D, 'quantity', D.union(many(n.get(K43)), many(n.get(K44)))), (s1 if (s1 := first(D.sorted(D.union(many(n.get(K43)), many(n.get(K44)))))) is not None else n), None

def f80(D, a0, a1):
    return (('; ' + a0 + ' ' + f60(D, a1)) if (a1 is not None) else '')

def w0_20_3(D, T, n):
    return f66(D, n) + ' has no net amount (BT-131)' + f79(D, 'quantity', D.union(many(n.get(K43)), many(n.get(K44)))) + f80(D, 'price', kid2(n, K47, K48)), n, None

def w0_20_4(D, T, n):
    return f66(D, n) + ': the item name (BT-153) is ' + f60(D, kid2(n, K46, K22)), (s1 if (s1 := first(many(kid2(n, K46, K22)))) is not None else n), None

def f81(D, a0, a1):
    return (('; ' + a0 + ' ' + f60(D, a1)) if (a1 is not None) else '')

def w0_20_5(D, T, n):
    return f66(D, n) + ' has no net price (BT-146)' + f81(D, 'line net amount', n.get(K37)), n, None

def w0_20_6(D, T, n):
    return f66(D, n) + ': the net price (BT-146) is ' + f60(D, kid2(n, K47, K48)) + ', expected 0 or more', (s1 if (s1 := first(many(kid2(n, K47, K48)))) is not None else n), None

def w0_20_7(D, T, n):
    return f66(D, n) + ': the gross price (BT-148) is ' + f60(D, kid3(n, K47, K49, K50)) + ', expected 0 or more', (s1 if (s1 := first(many(kid3(n, K47, K49, K50)))) is not None else n), None

def w0_21_0(D, T, n, p1):
    return f66(D, p1) + ': an allowance (BG-27) has no amount (BT-136)' + f70(D, 'percentage', n.get(K364)) + f71(D, 'base', n.get(K50)), n, None

def f82(D, a0, a1):
    return (('the ' + a0 + ' of ' + f60(D, a1)) if bool(normalize(text(nth(many(a1), 1)))) else ('the ' + a0 + ' without an amount'))

def w0_21_1(D, T, n, p1):
    return f66(D, p1) + ': ' + f82(D, 'allowance', n.get(K33)) + ' has neither a reason (BT-139) nor a reason code (BT-140)', n, None

def w0_22_0(D, T, n, p1):
    return f66(D, p1) + ': a charge (BG-28) has no amount (BT-141)' + f70(D, 'percentage', n.get(K364)) + f71(D, 'base', n.get(K50)), n, None

def f83(D, a0, a1):
    return (('the ' + a0 + ' of ' + f60(D, a1)) if bool(normalize(text(nth(many(a1), 1)))) else ('the ' + a0 + ' without an amount'))

def w0_22_1(D, T, n, p1):
    return f66(D, p1) + ': ' + f83(D, 'charge', n.get(K33)) + ' has neither a reason (BT-144) nor a reason code (BT-145)', n, None

def w0_23_0(D, T, n):
    return 'an item attribute (BG-32) is incomplete: name (BT-160) ' + f60(D, n.get(K22)) + ', value (BT-161) ' + f60(D, n.get(K51)), n, None

def w0_24_0(D, T, n, p3):
    return f66(D, p3) + ": the standard item identifier (BT-157) '" + normalize(n['']) + "' has no schemeID", n, None

def w0_25_0(D, T, n, p3):
    return f66(D, p3) + ": the item classification (BT-158) '" + normalize(n['']) + "' has no listID", n, None

def w1_0_0(D, T, n):
    return 'the VAT point is given twice: as date (BT-7) ' + ' '.join(texts(n.get(K53))) + ' and as code (BT-8) ' + ' '.join(texts(kid2(n, K54, K55))), (s1 if (s1 := first(many(n.get(K53)))) is not None else n), None

def f85(D, a0):
    return all([castable_decimal(q1['']) for q1 in a0])

def f86(D, a0):
    v1 = decimal_text_or_nothing(a0)
    return ('nothing' if (v1 == '') else ((v1 + '.00') if (not ('.' in v1)) else ((v1 + '0') if (len(after(v1, '.')) == 1) else v1)))

def f84(D, a0, a1, a2):
    return ('an amount that cannot be calculated' if ((len(many(a0)) != 1) or (not f85(D, [*many(a0), *a1, *many(a2)]))) else (f86(D, raw_decimal(a0)) if (not bool([*a1, *many(a2)])) else f86(D, f0(D, subtract(add(raw_decimal(a0), sum([decimal(q1['']) for q1 in a1])), sum([decimal(q2['']) for q2 in many(a2)]))))))

def f87(D, a0):
    return ('missing' if (not bool(a0)) else ', '.join([('empty' if (normalize(q1['']) == '') else normalize((q1[''] + ' ' + (q1.get(K17) or '')))) for q1 in a0]))

def w1_0_1(D, T, n):
    return (('there are ' + str(len([z for o5 in many(n.get(K15)) for z in ([c6 for c6 in many(o5.get(K16)) if (text_is(n.get(K5), c6.get(K17)))] if K16 in o5 else ())])) + ' VAT totals (BT-110) in the invoice currency (BT-5) ' + f60(D, n.get(K5)) + ', expected one; VAT totals given: ' + f60(D, kid2(n, K15, K16))) if (len([z for o3 in many(n.get(K15)) for z in ([c4 for c4 in many(o3.get(K16)) if (text_is(n.get(K5), c4.get(K17)))] if K16 in o3 else ())]) != 1) else ('the total with VAT (BT-112) is ' + f60(D, kid2(n, K56, K39)) + ', expected ' + f84(D, kid2(n, K56, K38), [z for o7 in many(n.get(K15)) for z in ([c8 for c8 in many(o7.get(K16)) if (text_is(n.get(K5), c8.get(K17)))] if K16 in o7 else ())], None) + ': total without VAT (BT-109) ' + f60(D, kid2(n, K56, K38)) + ' plus VAT (BT-110) ' + f87(D, [z for o9 in many(n.get(K15)) for z in ([c10 for c10 in many(o9.get(K16)) if (text_is(n.get(K5), c10.get(K17)))] if K16 in o9 else ())]))), (s11 if (s11 := first(many(kid2(n, K56, K39)))) is not None else n), None

def f88(D, a0, a1):
    return (('; ' + a0 + ' ' + f60(D, a1)) if (a1 is not None) else '')

def w1_0_2(D, T, n):
    return 'the document has no VAT breakdown (BG-23)' + f88(D, 'VAT totals', kid2(n, K15, K16)), n, None

def w1_1_0(D, T, n):
    return 'the seller ' + ' '.join(texts(kid3(n, K7, K8, K9))) + ' has neither an identifier (BT-29), a legal registration identifier (BT-30) nor a VAT identifier (BT-31)', (s1 if (s1 := first(many(n.get(K7)))) is not None else n), None

def w1_2_0(D, T, n):
    return "the VAT identifier '" + ' '.join(texts(n.get(K26))) + "' starts with '" + substring((text(packed(list(many(n.get(K26))[0:1]))) or ''), 1, 2) + "', which is no country code", (s2 if (s2 := first(many(n.get(K26)))) is not None else n), None

def w1_3_0(D, T, n, p1):
    return f66(D, p1) + ': the period (BG-26) has neither a start date (BT-134) nor an end date (BT-135)', n, None

def w1_4_0(D, T, n):
    return 'the invoicing period (BG-14) has neither a start date (BT-73), an end date (BT-74) nor a VAT point code (BT-8)', n, None

def q117(D):
    h1 = D[q4]
    h2 = D[q6]
    return D.union(h1, h2)

def q118(D):
    h1 = D[q117]
    return [z for y in h1 for z in many(y.get(K37))]

def f90(D, a0):
    return all([castable_decimal(q1['']) for q1 in a0])

def f91(D, a0):
    v1 = decimal_text(a0)
    return ('nothing' if (v1 == '') else ((v1 + '.00') if (not ('.' in v1)) else ((v1 + '0') if (len(after(v1, '.')) == 1) else v1)))

def f89(D, a0):
    return (f91(D, f1(D, sum([decimal(q1['']) for q1 in D.sorted(a0)]))) if f90(D, a0) else 'an amount that cannot be calculated')

def q119(D):
    h1 = D[q118]
    return f89(D, h1)

def w1_5_0(D, T, n):
    h1 = D[q119]
    return 'the sum of line net amounts (BT-106) is ' + f60(D, n.get(K37)) + ', the lines (BT-131) add up to ' + h1, (s1 if (s1 := first(many(n.get(K37)))) is not None else n), None

def f93(D, a0):
    return all([castable_decimal(q1['']) for q1 in a0])

def f92(D, a0):
    return (f91(D, f1(D, sum([decimal(q1['']) for q1 in a0]))) if f93(D, a0) else 'an amount that cannot be calculated')

def w1_5_1(D, T, n, p1):
    return 'the sum of allowances (BT-107) is ' + f60(D, n.get(K58)) + ', the document level allowances (BT-92) add up to ' + f92(D, [z for y in ([c1 for c1 in many(p1.get(K49)) if ((normalize(text(packed(list(many(c1.get(K32))[0:1])))) in C42))] if K49 in p1 else ()) for z in many(y.get(K33))]), (s3 if (s3 := first(many(n.get(K58)))) is not None else n), None

def w1_5_2(D, T, n, p1):
    return 'the sum of charges (BT-108) is ' + f60(D, n.get(K59)) + ', the document level charges (BT-99) add up to ' + f92(D, [z for y in ([c1 for c1 in many(p1.get(K49)) if ((normalize(text(packed(list(many(c1.get(K32))[0:1])))) in C44))] if K49 in p1 else ()) for z in many(y.get(K33))]), (s3 if (s3 := first(many(n.get(K59)))) is not None else n), None

def f94(D, a0, a1, a2):
    return ('an amount that cannot be calculated' if ((len(many(a0)) != 1) or (not f85(D, [*many(a0), *many(a1), *many(a2)]))) else (f86(D, raw_decimal(a0)) if (not bool([*many(a1), *many(a2)])) else f86(D, f0(D, subtract(add(raw_decimal(a0), sum([decimal(q1['']) for q1 in many(a1)])), sum([decimal(q2['']) for q2 in many(a2)]))))))

def w1_5_3(D, T, n):
    return 'the total without VAT (BT-109) is ' + f60(D, n.get(K38)) + ', expected ' + f94(D, n.get(K37), n.get(K59), n.get(K58)) + ': line net amounts (BT-106) ' + f60(D, n.get(K37)) + ' '.join(optional(((' plus charges (BT-108) ' + f60(D, n.get(K59))) if (K59 in n) else None))) + ' '.join(optional(((' less allowances (BT-107) ' + f60(D, n.get(K58))) if (K58 in n) else None))), (s1 if (s1 := first(many(n.get(K38)))) is not None else n), None

def w1_5_4(D, T, n):
    return 'the amount due for payment (BT-115) is ' + f60(D, n.get(K40)) + ', expected ' + f94(D, n.get(K39), n.get(K60), n.get(K61)) + ': total with VAT (BT-112) ' + f60(D, n.get(K39)) + ' '.join(optional(((' less paid (BT-113) ' + f60(D, n.get(K61))) if (K61 in n) else None))) + ' '.join(optional(((' plus rounding (BT-114) ' + f60(D, n.get(K60))) if (K60 in n) else None))), (s1 if (s1 := first(many(n.get(K40)))) is not None else n), None

def f96(D, a0):
    return all([castable_decimal(q1['']) for q1 in many(a0)])

def f95(D, a0):
    return (f91(D, f1(D, sum([decimal(q1['']) for q1 in many(a0)]))) if f96(D, a0) else 'an amount that cannot be calculated')

def w1_6_0(D, T, n):
    return 'the VAT total (BT-110) is ' + f60(D, n.get(K16)) + ', the VAT breakdown (BT-117) adds up to ' + f95(D, kid2(n, K57, K16)), (s1 if (s1 := first(many(n.get(K16)))) is not None else n), None

def f97(D, a0, a1):
    return ('0.00' if (not (a1 is not None)) else (f86(D, f0(D, divide(multiply(raw_decimal(a0), raw_decimal(a1)), 100))) if ((is_one(a0) and is_one(a1)) and f85(D, [*many(a0), *many(a1)])) else 'an amount that cannot be calculated'))

def w1_7_0(D, T, n):
    return 'the VAT of a breakdown (BT-117) is ' + f60(D, n.get(K16)) + ', expected ' + f97(D, n.get(K41), kid2(n, K34, K42)) + ': taxable amount (BT-116) ' + f60(D, n.get(K41)) + ', rate (BT-119) ' + ((f60(D, kid2(n, K34, K42)) + ' %') if (kid2(n, K34, K42) is not None) else 'missing'), (s1 if (s1 := first(many(n.get(K16)))) is not None else n), None

def w1_8_0(D, T, n):
    return 'the reason code (BT-98) ' + f60(D, n.get(K36)) + ' of a document level allowance does not mean ' + f60(D, n.get(K35)) + ' (BT-97)', n, None

def w1_8_1(D, T, n):
    return f72(D, 'document level allowance', n.get(K33)) + ' is not explained: no reason (BT-97), no reason code (BT-98)', n, None

def w1_9_0(D, T, n):
    return 'the reason code (BT-105) ' + f60(D, n.get(K36)) + ' of a document level charge does not mean ' + f60(D, n.get(K35)) + ' (BT-104)', n, None

def w1_9_1(D, T, n):
    return f73(D, 'document level charge', n.get(K33)) + ' is not explained: no reason (BT-104), no reason code (BT-105)', n, None

def f98(D, a0, a1):
    return (('; ' + a0 + ' ' + f60(D, a1)) if (a1 is not None) else '')

def w1_10_0(D, T, n):
    return f66(D, n) + ' has no VAT category (BT-151)' + f98(D, 'net amount', n.get(K37)), (s1 if (s1 := first(many(n.get(K46)))) is not None else n), None

def w1_11_0(D, T, n, p1):
    return f66(D, p1) + ': the reason code (BT-140) ' + f60(D, n.get(K36)) + ' of an allowance does not mean ' + f60(D, n.get(K35)) + ' (BT-139)', n, None

def w1_11_1(D, T, n, p1):
    return f66(D, p1) + ': ' + f82(D, 'allowance', n.get(K33)) + ' is not explained: no reason (BT-139), no reason code (BT-140)', n, None

def w1_12_0(D, T, n, p1):
    return f66(D, p1) + ': the reason code (BT-145) ' + f60(D, n.get(K36)) + ' of a charge does not mean ' + f60(D, n.get(K35)) + ' (BT-144)', n, None

def w1_12_1(D, T, n, p1):
    return f66(D, p1) + ': ' + f83(D, 'charge', n.get(K33)) + ' is not explained: no reason (BT-144), no reason code (BT-145)', n, None

def f99(D, a0):
    return (' and no white space' if any([True for q1 in a0 if (normalize(q1['']) != q1[''])]) else '')

def q120(D):
    h1 = D[q11]
    return f99(D, h1)

def w2_0_0(D, T, n):
    h1 = D[q11]
    h2 = D[q120]
    return "the VAT total (BT-110) is '" + ' '.join([z[''] for z in D.sorted(h1)]) + "', expected at most two decimals" + h2, (s1 if (s1 := first(D.sorted(h1))) is not None else n), None

def q121(D):
    h1 = D[q13]
    return f99(D, h1)

def w2_0_1(D, T, n):
    h1 = D[q13]
    h2 = D[q121]
    return "the VAT total in accounting currency (BT-111) is '" + ' '.join([z[''] for z in D.sorted(h1)]) + "', expected at most two decimals" + h2, (s1 if (s1 := first(D.sorted(h1))) is not None else n), None

def f100(D, a0):
    return (' and no white space' if any([True for q1 in many(a0) if (normalize(q1['']) != q1[''])]) else '')

def w2_1_0(D, T, n):
    return "the amount of a document level allowance (BT-92) is '" + ' '.join(texts(n.get(K33))) + "', expected at most two decimals" + f100(D, n.get(K33)), (s1 if (s1 := first(many(n.get(K33)))) is not None else n), None

def w2_1_1(D, T, n):
    return "the base amount of a document level allowance (BT-93) is '" + ' '.join(texts(n.get(K50))) + "', expected at most two decimals" + f100(D, n.get(K50)), (s1 if (s1 := first(many(n.get(K50)))) is not None else n), None

def w2_2_0(D, T, n):
    return "the amount of a document level charge (BT-99) is '" + ' '.join(texts(n.get(K33))) + "', expected at most two decimals" + f100(D, n.get(K33)), (s1 if (s1 := first(many(n.get(K33)))) is not None else n), None

def w2_2_1(D, T, n):
    return "the base amount of a document level charge (BT-100) is '" + ' '.join(texts(n.get(K50))) + "', expected at most two decimals" + f100(D, n.get(K50)), (s1 if (s1 := first(many(n.get(K50)))) is not None else n), None

def w2_3_0(D, T, n):
    return "the sum of line net amounts (BT-106) is '" + ' '.join(texts(n.get(K37))) + "', expected at most two decimals" + f100(D, n.get(K37)), (s1 if (s1 := first(many(n.get(K37)))) is not None else n), None

def w2_3_1(D, T, n):
    return "the sum of allowances (BT-107) is '" + ' '.join(texts(n.get(K58))) + "', expected at most two decimals" + f100(D, n.get(K58)), (s1 if (s1 := first(many(n.get(K58)))) is not None else n), None

def w2_3_2(D, T, n):
    return "the sum of charges (BT-108) is '" + ' '.join(texts(n.get(K59))) + "', expected at most two decimals" + f100(D, n.get(K59)), (s1 if (s1 := first(many(n.get(K59)))) is not None else n), None

def w2_3_3(D, T, n):
    return "the total without VAT (BT-109) is '" + ' '.join(texts(n.get(K38))) + "', expected at most two decimals" + f100(D, n.get(K38)), (s1 if (s1 := first(many(n.get(K38)))) is not None else n), None

def w2_3_4(D, T, n):
    return "the total with VAT (BT-112) is '" + ' '.join(texts(n.get(K39))) + "', expected at most two decimals" + f100(D, n.get(K39)), (s1 if (s1 := first(many(n.get(K39)))) is not None else n), None

def w2_3_5(D, T, n):
    return "the paid amount (BT-113) is '" + ' '.join(texts(n.get(K61))) + "', expected at most two decimals" + f100(D, n.get(K61)), (s1 if (s1 := first(many(n.get(K61)))) is not None else n), None

def w2_3_6(D, T, n):
    return "the rounding amount (BT-114) is '" + ' '.join(texts(n.get(K60))) + "', expected at most two decimals" + f100(D, n.get(K60)), (s1 if (s1 := first(many(n.get(K60)))) is not None else n), None

def w2_3_7(D, T, n):
    return "the amount due for payment (BT-115) is '" + ' '.join(texts(n.get(K40))) + "', expected at most two decimals" + f100(D, n.get(K40)), (s1 if (s1 := first(many(n.get(K40)))) is not None else n), None

def w2_4_0(D, T, n):
    return "the taxable amount of a VAT breakdown (BT-116) is '" + ' '.join(texts(n.get(K41))) + "', expected at most two decimals" + f100(D, n.get(K41)) + f74(D, 'category', kid2(n, K34, K1)), (s1 if (s1 := first(many(n.get(K41)))) is not None else n), None

def w2_4_1(D, T, n):
    return "the tax amount of a VAT breakdown (BT-117) is '" + ' '.join(texts(n.get(K16))) + "', expected at most two decimals" + f100(D, n.get(K16)) + f74(D, 'category', kid2(n, K34, K1)), (s1 if (s1 := first(many(n.get(K16)))) is not None else n), None

def w2_5_0(D, T, n):
    return f66(D, n) + ": the net amount (BT-131) is '" + ' '.join(texts(n.get(K37))) + "', expected at most two decimals" + f100(D, n.get(K37)), (s1 if (s1 := first(many(n.get(K37)))) is not None else n), None

def w2_6_0(D, T, n, p1):
    return f66(D, p1) + ": the amount of an allowance (BT-136) is '" + ' '.join(texts(n.get(K33))) + "', expected at most two decimals" + f100(D, n.get(K33)), (s1 if (s1 := first(many(n.get(K33)))) is not None else n), None

def w2_6_1(D, T, n, p1):
    return f66(D, p1) + ": the base amount of an allowance (BT-137) is '" + ' '.join(texts(n.get(K50))) + "', expected at most two decimals" + f100(D, n.get(K50)), (s1 if (s1 := first(many(n.get(K50)))) is not None else n), None

def w2_7_0(D, T, n, p1):
    return f66(D, p1) + ": the amount of a charge (BT-141) is '" + ' '.join(texts(n.get(K33))) + "', expected at most two decimals" + f100(D, n.get(K33)), (s1 if (s1 := first(many(n.get(K33)))) is not None else n), None

def w2_7_1(D, T, n, p1):
    return f66(D, p1) + ": the base amount of a charge (BT-142) is '" + ' '.join(texts(n.get(K50))) + "', expected at most two decimals" + f100(D, n.get(K50)), (s1 if (s1 := first(many(n.get(K50)))) is not None else n), None

def w3_0_1(D, T, n):
    v1 = kid3(n, K15, K57, K34)
    return ('the VAT breakdown (BG-23) has a group for category S (standard rated), but no line, allowance or charge is in it' if bool([c2 for c2 in many(v1) if ('S' in [normalize(c4['']) for c4 in many(c2.get(K1))])]) else 'lines, allowances or charges are in category S (standard rated), but the VAT breakdown (BG-23) has no group for it'), (s5 if (s5 := first(many(n.get(K15)))) is not None else n), None

def q122(D):
    h1 = D[q20]
    return [c1 for c1 in h1 if ('S' in [normalize(c3['']) for c3 in many(c1.get(K1))])]

def q123(D):
    h1 = D[q122]
    return [c1 for c1 in h1 if ('VAT' in [normalize(c3['']).upper() for c3 in many(kid2(c1, K25, K1))])]

def q124(D):
    h1 = D[q123]
    return ('the document has no VAT identifier of the seller (BT-31), no tax registration of the seller (BT-32) and no VAT identifier of a tax representative (BT-63)' if bool(h1) else 'none of them has the tax scheme VAT')

def w3_0_2(D, T, n):
    h1 = D[q124]
    return 'lines are in category S (standard rated), but ' + h1, (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def w3_0_3(D, T, n):
    return 'allowances are in category S (standard rated), but the document has no VAT identifier of the seller (BT-31), no tax registration of the seller (BT-32) and no VAT identifier of a tax representative (BT-63)', (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def w3_0_4(D, T, n):
    return 'charges are in category S (standard rated), but the document has no VAT identifier of the seller (BT-31), no tax registration of the seller (BT-32) and no VAT identifier of a tax representative (BT-63)', (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def f101(D, a0):
    return ('missing' if False else ', '.join([('empty' if (normalize(q1['']) == '') else normalize((q1[''] + ' ' + (q1.get(K17) or '')))) for q1 in (a0,)]))

def q125(D):
    return [f101(D, c2) for c2 in [c1 for c1 in D.tagged(K19) if (c1[''] != 'IT')]]

def q126(D):
    h1 = D[q125]
    return list(dict.fromkeys(h1))

def w3_0_6(D, T, n):
    h1 = D[q20]
    v1 = kid3(n, K15, K57, K34)
    return 'categories B (split payment) and S (standard rated) stand on one document: B ' + str((len([c2 for o3 in D.union(D.union(many(v1), many(kid2(n, K49, K34))), h1) for c2 in many(o3.get(K1)) if ((c2[''] == 'B'))]))) + ' times, S ' + str((len([c4 for o5 in D.union(D.union(many(v1), many(kid2(n, K49, K34))), h1) for c4 in many(o5.get(K1)) if ((c4[''] == 'S'))]))) + ' times', (s6 if (s6 := first(many(n.get(K15)))) is not None else n), None

def w3_1_0(D, T, n, p2):
    return 'the VAT rate (BT-152) of ' + f66(D, p2) + ' in category S (standard rated) is ' + f60(D, n.get(K42)) + ', expected above 0', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_2_0(D, T, n, p2):
    return 'the VAT rate (BT-152) of ' + f66(D, p2) + ' in category Z (zero rated) is ' + f60(D, n.get(K42)) + ', expected 0', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_3_0(D, T, n, p2):
    return 'the VAT rate (BT-152) of ' + f66(D, p2) + ' in category E (exempt) is ' + f60(D, n.get(K42)) + ', expected 0', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_4_0(D, T, n, p2):
    return 'the VAT rate (BT-152) of ' + f66(D, p2) + ' in category AE (reverse charge) is ' + f60(D, n.get(K42)) + ', expected 0', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_5_0(D, T, n, p2):
    return 'the VAT rate (BT-152) of ' + f66(D, p2) + ' in category K (intra-Community supply) is ' + f60(D, n.get(K42)) + ', expected 0', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_6_0(D, T, n, p2):
    return 'the VAT rate (BT-152) of ' + f66(D, p2) + ' in category G (export outside the EU) is ' + f60(D, n.get(K42)) + ', expected 0', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_7_0(D, T, n, p2):
    return 'the VAT rate (BT-152) of ' + f66(D, p2) + ' in category O (not subject to VAT) is ' + f60(D, n.get(K42)) + ', expected no cbc:Percent', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_8_0(D, T, n, p2):
    return 'the VAT rate (BT-152) of ' + f66(D, p2) + ' in category L (IGIC of the Canary Islands) is ' + f60(D, n.get(K42)) + ', expected 0 or more', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_9_0(D, T, n, p2):
    return 'the VAT rate (BT-152) of ' + f66(D, p2) + ' in category M (IPSI of Ceuta and Melilla) is ' + f60(D, n.get(K42)) + ', expected 0 or more', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_10_0(D, T, n, p1):
    return 'the VAT rate (BT-96) of ' + f82(D, 'allowance', p1.get(K33)) + ' in category S (standard rated) is ' + f60(D, n.get(K42)) + ', expected above 0', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_11_0(D, T, n, p1):
    return 'the VAT rate (BT-96) of ' + f82(D, 'allowance', p1.get(K33)) + ' in category Z (zero rated) is ' + f60(D, n.get(K42)) + ', expected 0', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_12_0(D, T, n, p1):
    return 'the VAT rate (BT-96) of ' + f82(D, 'allowance', p1.get(K33)) + ' in category E (exempt) is ' + f60(D, n.get(K42)) + ', expected 0', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_13_0(D, T, n, p1):
    return 'the VAT rate (BT-96) of ' + f82(D, 'allowance', p1.get(K33)) + ' in category AE (reverse charge) is ' + f60(D, n.get(K42)) + ', expected 0', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_14_0(D, T, n, p1):
    return 'the VAT rate (BT-96) of ' + f82(D, 'allowance', p1.get(K33)) + ' in category K (intra-Community supply) is ' + f60(D, n.get(K42)) + ', expected 0', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_15_0(D, T, n, p1):
    return 'the VAT rate (BT-96) of ' + f82(D, 'allowance', p1.get(K33)) + ' in category G (export outside the EU) is ' + f60(D, n.get(K42)) + ', expected 0', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_16_0(D, T, n, p1):
    return 'the VAT rate (BT-96) of ' + f82(D, 'allowance', p1.get(K33)) + ' in category O (not subject to VAT) is ' + f60(D, n.get(K42)) + ', expected no cbc:Percent', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_17_0(D, T, n, p1):
    return 'the VAT rate (BT-96) of ' + f82(D, 'allowance', p1.get(K33)) + ' in category L (IGIC of the Canary Islands) is ' + f60(D, n.get(K42)) + ', expected 0 or more', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_18_0(D, T, n, p1):
    return 'the VAT rate (BT-96) of ' + f82(D, 'allowance', p1.get(K33)) + ' in category M (IPSI of Ceuta and Melilla) is ' + f60(D, n.get(K42)) + ', expected 0 or more', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_19_0(D, T, n, p1):
    return 'the VAT rate (BT-103) of ' + f83(D, 'charge', p1.get(K33)) + ' in category S (standard rated) is ' + f60(D, n.get(K42)) + ', expected above 0', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_20_0(D, T, n, p1):
    return 'the VAT rate (BT-103) of ' + f83(D, 'charge', p1.get(K33)) + ' in category Z (zero rated) is ' + f60(D, n.get(K42)) + ', expected 0', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_21_0(D, T, n, p1):
    return 'the VAT rate (BT-103) of ' + f83(D, 'charge', p1.get(K33)) + ' in category E (exempt) is ' + f60(D, n.get(K42)) + ', expected 0', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_22_0(D, T, n, p1):
    return 'the VAT rate (BT-103) of ' + f83(D, 'charge', p1.get(K33)) + ' in category AE (reverse charge) is ' + f60(D, n.get(K42)) + ', expected 0', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_23_0(D, T, n, p1):
    return 'the VAT rate (BT-103) of ' + f83(D, 'charge', p1.get(K33)) + ' in category K (intra-Community supply) is ' + f60(D, n.get(K42)) + ', expected 0', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_24_0(D, T, n, p1):
    return 'the VAT rate (BT-103) of ' + f83(D, 'charge', p1.get(K33)) + ' in category G (export outside the EU) is ' + f60(D, n.get(K42)) + ', expected 0', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_25_0(D, T, n, p1):
    return 'the VAT rate (BT-103) of ' + f83(D, 'charge', p1.get(K33)) + ' in category O (not subject to VAT) is ' + f60(D, n.get(K42)) + ', expected no cbc:Percent', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_26_0(D, T, n, p1):
    return 'the VAT rate (BT-103) of ' + f83(D, 'charge', p1.get(K33)) + ' in category L (IGIC of the Canary Islands) is ' + f60(D, n.get(K42)) + ', expected 0 or more', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def w3_27_0(D, T, n, p1):
    return 'the VAT rate (BT-103) of ' + f83(D, 'charge', p1.get(K33)) + ' in category M (IPSI of Ceuta and Melilla) is ' + f60(D, n.get(K42)) + ', expected 0 or more', (s1 if (s1 := first(many(n.get(K42)))) is not None else n), None

def f103(D, a0):
    return [decimal(c2['']) for c2 in [c1 for c1 in many(a0) if castable_decimal(c1[''])]]

def f104(D, a0):
    return [decimal(c2['']) for c2 in [c1 for c1 in a0 if castable_decimal(c1[''])]]

def f105(D, a0):
    return [decimal(c2['']) for c2 in [c1 for c1 in a0 if castable_decimal(c1[''])]]

def f102(D, a0, a1):
    h1 = D[q58]
    h2 = D[q62]
    h3 = D[q59]
    h4 = D[q4]
    h5 = D[q6]
    v8 = [c1 for c1 in D.union(many(h1), many(h2)) if bool([c5 for o6 in many(c1.get(K46)) for c5 in many(o6.get(K62)) if ((a0 in [normalize(c7['']) for c7 in many(c5.get(K1))])) and (((not bool(a1)) or False))])]
    v14 = [c9 for c9 in many(h3) if bool(([c12 for c12 in many(c9.get(K34)) if ((a0 in [normalize(c13['']) for c13 in many(c12.get(K1))])) and (((not bool(a1)) or False))] if K34 in c9 else ()))]
    v18 = sum(f104(D, [z for y in [c15 for c15 in v14 if any([z in C44 for z in [normalize(c17['']) for c17 in many(c15.get(K32))]])] for z in many(y.get(K33))]))
    v22 = sum(f104(D, [z for y in [c19 for c19 in v14 if any([z in C42 for z in [normalize(c21['']) for c21 in many(c19.get(K32))]])] for z in many(y.get(K33))]))
    return ('the document has no lines' if ((not bool(h4)) and (not bool(h5))) else ('no line, charge or allowance has it' if ((not bool(v8)) and (not bool(v14))) else ('lines ' + f91(D, sum(f105(D, [z for y in v8 for z in many(y.get(K37))]))) + ' plus charges ' + f91(D, v18) + ' less allowances ' + f91(D, v22) + ' give ' + f91(D, ((sum(f105(D, [z for y in v8 for z in many(y.get(K37))])) + v18) - v22)))))

def w3_28_0(D, T, n, p1):
    return 'the taxable amount (BT-116) of category Z (zero rated) is ' + f60(D, p1.get(K41)) + ', but ' + f102(D, 'Z', ()), (s1 if (s1 := first(many(p1.get(K41)))) is not None else n), None

def w3_28_1(D, T, n, p1):
    return 'the tax amount (BT-117) of category Z (zero rated) is ' + f60(D, p1.get(K16)) + ', expected 0.00', (s1 if (s1 := first(many(p1.get(K16)))) is not None else n), None

def f106(D, a0, a1):
    h1 = D[q58]
    h2 = D[q62]
    h3 = D[q59]
    h4 = D[q4]
    h5 = D[q6]
    v8 = [c1 for c1 in D.union(many(h1), many(h2)) if bool([c5 for o6 in many(c1.get(K46)) for c5 in many(o6.get(K62)) if ((a0 in [normalize(c7['']) for c7 in many(c5.get(K1))])) and (((not bool(a1)) or False))])]
    v14 = [c9 for c9 in many(h3) if bool(([c12 for c12 in many(c9.get(K34)) if ((a0 in [normalize(c13['']) for c13 in many(c12.get(K1))])) and (((not bool(a1)) or False))] if K34 in c9 else ()))]
    v18 = sum(f104(D, [z for y in [c15 for c15 in v14 if any([z in C44 for z in [normalize(c17['']) for c17 in many(c15.get(K32))]])] for z in many(y.get(K33))]))
    v22 = sum(f104(D, [z for y in [c19 for c19 in v14 if any([z in C42 for z in [normalize(c21['']) for c21 in many(c19.get(K32))]])] for z in many(y.get(K33))]))
    return ('the document has no lines' if ((not bool(h4)) and (not bool(h5))) else ('no line, charge or allowance has it' if ((not bool(v8)) and (not bool(v14))) else ('lines ' + f91(D, sum(f105(D, [z for y in v8 for z in many(y.get(K37))]))) + ' plus charges ' + f91(D, v18) + ' less allowances ' + f91(D, v22) + ' give ' + f91(D, ((sum(f105(D, [z for y in v8 for z in many(y.get(K37))])) + v18) - v22)))))

def w3_29_0(D, T, n, p1):
    return 'the taxable amount (BT-116) of category E (exempt) is ' + f60(D, p1.get(K41)) + ', but ' + f106(D, 'E', ()), (s1 if (s1 := first(many(p1.get(K41)))) is not None else n), None

def w3_29_1(D, T, n, p1):
    return 'the tax amount (BT-117) of category E (exempt) is ' + f60(D, p1.get(K16)) + ', expected 0.00', (s1 if (s1 := first(many(p1.get(K16)))) is not None else n), None

def f107(D, a0, a1):
    h1 = D[q58]
    h2 = D[q62]
    h3 = D[q59]
    h4 = D[q4]
    h5 = D[q6]
    v8 = [c1 for c1 in D.union(many(h1), many(h2)) if bool([c5 for o6 in many(c1.get(K46)) for c5 in many(o6.get(K62)) if ((a0 in [normalize(c7['']) for c7 in many(c5.get(K1))])) and (((not bool(a1)) or False))])]
    v14 = [c9 for c9 in many(h3) if bool(([c12 for c12 in many(c9.get(K34)) if ((a0 in [normalize(c13['']) for c13 in many(c12.get(K1))])) and (((not bool(a1)) or False))] if K34 in c9 else ()))]
    v18 = sum(f104(D, [z for y in [c15 for c15 in v14 if any([z in C44 for z in [normalize(c17['']) for c17 in many(c15.get(K32))]])] for z in many(y.get(K33))]))
    v22 = sum(f104(D, [z for y in [c19 for c19 in v14 if any([z in C42 for z in [normalize(c21['']) for c21 in many(c19.get(K32))]])] for z in many(y.get(K33))]))
    return ('the document has no lines' if ((not bool(h4)) and (not bool(h5))) else ('no line, charge or allowance has it' if ((not bool(v8)) and (not bool(v14))) else ('lines ' + f91(D, sum(f105(D, [z for y in v8 for z in many(y.get(K37))]))) + ' plus charges ' + f91(D, v18) + ' less allowances ' + f91(D, v22) + ' give ' + f91(D, ((sum(f105(D, [z for y in v8 for z in many(y.get(K37))])) + v18) - v22)))))

def w3_30_0(D, T, n, p1):
    return 'the taxable amount (BT-116) of category AE (reverse charge) is ' + f60(D, p1.get(K41)) + ', but ' + f107(D, 'AE', ()), (s1 if (s1 := first(many(p1.get(K41)))) is not None else n), None

def w3_30_1(D, T, n, p1):
    return 'the tax amount (BT-117) of category AE (reverse charge) is ' + f60(D, p1.get(K16)) + ', expected 0.00', (s1 if (s1 := first(many(p1.get(K16)))) is not None else n), None

def f108(D, a0, a1):
    h1 = D[q58]
    h2 = D[q62]
    h3 = D[q59]
    h4 = D[q4]
    h5 = D[q6]
    v8 = [c1 for c1 in D.union(many(h1), many(h2)) if bool([c5 for o6 in many(c1.get(K46)) for c5 in many(o6.get(K62)) if ((a0 in [normalize(c7['']) for c7 in many(c5.get(K1))])) and (((not bool(a1)) or False))])]
    v14 = [c9 for c9 in many(h3) if bool(([c12 for c12 in many(c9.get(K34)) if ((a0 in [normalize(c13['']) for c13 in many(c12.get(K1))])) and (((not bool(a1)) or False))] if K34 in c9 else ()))]
    v18 = sum(f104(D, [z for y in [c15 for c15 in v14 if any([z in C44 for z in [normalize(c17['']) for c17 in many(c15.get(K32))]])] for z in many(y.get(K33))]))
    v22 = sum(f104(D, [z for y in [c19 for c19 in v14 if any([z in C42 for z in [normalize(c21['']) for c21 in many(c19.get(K32))]])] for z in many(y.get(K33))]))
    return ('the document has no lines' if ((not bool(h4)) and (not bool(h5))) else ('no line, charge or allowance has it' if ((not bool(v8)) and (not bool(v14))) else ('lines ' + f91(D, sum(f105(D, [z for y in v8 for z in many(y.get(K37))]))) + ' plus charges ' + f91(D, v18) + ' less allowances ' + f91(D, v22) + ' give ' + f91(D, ((sum(f105(D, [z for y in v8 for z in many(y.get(K37))])) + v18) - v22)))))

def w3_31_0(D, T, n, p1):
    return 'the taxable amount (BT-116) of category K (intra-Community supply) is ' + f60(D, p1.get(K41)) + ', but ' + f108(D, 'K', ()), (s1 if (s1 := first(many(p1.get(K41)))) is not None else n), None

def w3_31_1(D, T, n, p1):
    return 'the tax amount (BT-117) of category K (intra-Community supply) is ' + f60(D, p1.get(K16)) + ', expected 0.00', (s1 if (s1 := first(many(p1.get(K16)))) is not None else n), None

def f109(D, a0, a1):
    h1 = D[q58]
    h2 = D[q62]
    h3 = D[q59]
    h4 = D[q4]
    h5 = D[q6]
    v8 = [c1 for c1 in D.union(many(h1), many(h2)) if bool([c5 for o6 in many(c1.get(K46)) for c5 in many(o6.get(K62)) if ((a0 in [normalize(c7['']) for c7 in many(c5.get(K1))])) and (((not bool(a1)) or False))])]
    v14 = [c9 for c9 in many(h3) if bool(([c12 for c12 in many(c9.get(K34)) if ((a0 in [normalize(c13['']) for c13 in many(c12.get(K1))])) and (((not bool(a1)) or False))] if K34 in c9 else ()))]
    v18 = sum(f104(D, [z for y in [c15 for c15 in v14 if any([z in C44 for z in [normalize(c17['']) for c17 in many(c15.get(K32))]])] for z in many(y.get(K33))]))
    v22 = sum(f104(D, [z for y in [c19 for c19 in v14 if any([z in C42 for z in [normalize(c21['']) for c21 in many(c19.get(K32))]])] for z in many(y.get(K33))]))
    return ('the document has no lines' if ((not bool(h4)) and (not bool(h5))) else ('no line, charge or allowance has it' if ((not bool(v8)) and (not bool(v14))) else ('lines ' + f91(D, sum(f105(D, [z for y in v8 for z in many(y.get(K37))]))) + ' plus charges ' + f91(D, v18) + ' less allowances ' + f91(D, v22) + ' give ' + f91(D, ((sum(f105(D, [z for y in v8 for z in many(y.get(K37))])) + v18) - v22)))))

def w3_32_0(D, T, n, p1):
    return 'the taxable amount (BT-116) of category G (export outside the EU) is ' + f60(D, p1.get(K41)) + ', but ' + f109(D, 'G', ()), (s1 if (s1 := first(many(p1.get(K41)))) is not None else n), None

def w3_32_1(D, T, n, p1):
    return 'the tax amount (BT-117) of category G (export outside the EU) is ' + f60(D, p1.get(K16)) + ', expected 0.00', (s1 if (s1 := first(many(p1.get(K16)))) is not None else n), None

def f110(D, a0, a1):
    h1 = D[q58]
    h2 = D[q62]
    h3 = D[q59]
    h4 = D[q4]
    h5 = D[q6]
    v8 = [c1 for c1 in D.union(many(h1), many(h2)) if bool([c5 for o6 in many(c1.get(K46)) for c5 in many(o6.get(K62)) if ((a0 in [normalize(c7['']) for c7 in many(c5.get(K1))])) and (((not bool(a1)) or False))])]
    v14 = [c9 for c9 in many(h3) if bool(([c12 for c12 in many(c9.get(K34)) if ((a0 in [normalize(c13['']) for c13 in many(c12.get(K1))])) and (((not bool(a1)) or False))] if K34 in c9 else ()))]
    v18 = sum(f104(D, [z for y in [c15 for c15 in v14 if any([z in C44 for z in [normalize(c17['']) for c17 in many(c15.get(K32))]])] for z in many(y.get(K33))]))
    v22 = sum(f104(D, [z for y in [c19 for c19 in v14 if any([z in C42 for z in [normalize(c21['']) for c21 in many(c19.get(K32))]])] for z in many(y.get(K33))]))
    return ('the document has no lines' if ((not bool(h4)) and (not bool(h5))) else ('no line, charge or allowance has it' if ((not bool(v8)) and (not bool(v14))) else ('lines ' + f91(D, sum(f105(D, [z for y in v8 for z in many(y.get(K37))]))) + ' plus charges ' + f91(D, v18) + ' less allowances ' + f91(D, v22) + ' give ' + f91(D, ((sum(f105(D, [z for y in v8 for z in many(y.get(K37))])) + v18) - v22)))))

def w3_33_0(D, T, n, p1):
    return 'the taxable amount (BT-116) of category O (not subject to VAT) is ' + f60(D, p1.get(K41)) + ', but ' + f110(D, 'O', ()), (s1 if (s1 := first(many(p1.get(K41)))) is not None else n), None

def w3_33_1(D, T, n, p1):
    return 'the tax amount (BT-117) of category O (not subject to VAT) is ' + f60(D, p1.get(K16)) + ', expected 0.00', (s1 if (s1 := first(many(p1.get(K16)))) is not None else n), None

def f111(D, a0, a1):
    h1 = D[q58]
    h2 = D[q62]
    h3 = D[q59]
    h4 = D[q4]
    h5 = D[q6]
    v8 = [c1 for c1 in D.union(many(h1), many(h2)) if bool([c5 for o6 in many(c1.get(K46)) for c5 in many(o6.get(K62)) if ((a0 in [normalize(c7['']) for c7 in many(c5.get(K1))])) and (((not bool(a1)) or any_equal(f103(D, c5.get(K42)), a1)))])]
    v14 = [c9 for c9 in many(h3) if bool(([c12 for c12 in many(c9.get(K34)) if ((a0 in [normalize(c13['']) for c13 in many(c12.get(K1))])) and (((not bool(a1)) or any_equal(f103(D, c12.get(K42)), a1)))] if K34 in c9 else ()))]
    v18 = sum(f104(D, [z for y in [c15 for c15 in v14 if any([z in C44 for z in [normalize(c17['']) for c17 in many(c15.get(K32))]])] for z in many(y.get(K33))]))
    v22 = sum(f104(D, [z for y in [c19 for c19 in v14 if any([z in C42 for z in [normalize(c21['']) for c21 in many(c19.get(K32))]])] for z in many(y.get(K33))]))
    return ('the document has no lines' if ((not bool(h4)) and (not bool(h5))) else ('no line, charge or allowance has it' if ((not bool(v8)) and (not bool(v14))) else ('lines ' + f91(D, sum(f105(D, [z for y in v8 for z in many(y.get(K37))]))) + ' plus charges ' + f91(D, v18) + ' less allowances ' + f91(D, v22) + ' give ' + f91(D, ((sum(f105(D, [z for y in v8 for z in many(y.get(K37))])) + v18) - v22)))))

def w3_34_0(D, T, n, p1):
    return 'the taxable amount (BT-116) of category S (standard rated) at ' + f60(D, n.get(K42)) + ' % is ' + f60(D, p1.get(K41)) + ', but ' + f111(D, 'S', f103(D, n.get(K42))) + '; the difference must stay below 1.00', (s1 if (s1 := first(many(p1.get(K41)))) is not None else n), None

def f112(D, a0, a1):
    v1 = [*f103(D, a0), *f103(D, a1)]
    return present((unusual() if ((is_one(a0) and is_one(a1)) and (len(v1) == 2)) else ('an amount from taxable amount (' + f60(D, a0) + ') and rate (' + f60(D, a1) + ')')))

def w3_34_1(D, T, n, p1):
    return 'the tax amount (BT-117) of category S (standard rated) is ' + f60(D, p1.get(K16)) + ', expected ' + f112(D, p1.get(K41), n.get(K42)) + '; the difference must stay below 1.00', (s1 if (s1 := first(many(p1.get(K16)))) is not None else n), None

def f113(D, a0, a1):
    h1 = D[q58]
    h2 = D[q62]
    h3 = D[q59]
    h4 = D[q4]
    h5 = D[q6]
    v8 = [c1 for c1 in D.union(many(h1), many(h2)) if bool([c5 for o6 in many(c1.get(K46)) for c5 in many(o6.get(K62)) if ((a0 in [normalize(c7['']) for c7 in many(c5.get(K1))])) and (((not bool(a1)) or any_equal(f103(D, c5.get(K42)), a1)))])]
    v14 = [c9 for c9 in many(h3) if bool(([c12 for c12 in many(c9.get(K34)) if ((a0 in [normalize(c13['']) for c13 in many(c12.get(K1))])) and (((not bool(a1)) or any_equal(f103(D, c12.get(K42)), a1)))] if K34 in c9 else ()))]
    v18 = sum(f104(D, [z for y in [c15 for c15 in v14 if any([z in C44 for z in [normalize(c17['']) for c17 in many(c15.get(K32))]])] for z in many(y.get(K33))]))
    v22 = sum(f104(D, [z for y in [c19 for c19 in v14 if any([z in C42 for z in [normalize(c21['']) for c21 in many(c19.get(K32))]])] for z in many(y.get(K33))]))
    return ('the document has no lines' if ((not bool(h4)) and (not bool(h5))) else ('no line, charge or allowance has it' if ((not bool(v8)) and (not bool(v14))) else ('lines ' + f91(D, sum(f105(D, [z for y in v8 for z in many(y.get(K37))]))) + ' plus charges ' + f91(D, v18) + ' less allowances ' + f91(D, v22) + ' give ' + f91(D, ((sum(f105(D, [z for y in v8 for z in many(y.get(K37))])) + v18) - v22)))))

def w3_35_0(D, T, n, p1):
    return 'the taxable amount (BT-116) of category L (IGIC of the Canary Islands) at ' + f60(D, n.get(K42)) + ' % is ' + f60(D, p1.get(K41)) + ', but ' + f113(D, 'L', f103(D, n.get(K42))) + '; the difference must stay below 1.00', (s1 if (s1 := first(many(p1.get(K41)))) is not None else n), None

def w3_35_1(D, T, n, p1):
    return 'the tax amount (BT-117) of category L (IGIC of the Canary Islands) is ' + f60(D, p1.get(K16)) + ', expected ' + f112(D, p1.get(K41), n.get(K42)) + '; the difference must stay below 1.00', (s1 if (s1 := first(many(p1.get(K16)))) is not None else n), None

def f114(D, a0, a1):
    h1 = D[q58]
    h2 = D[q62]
    h3 = D[q59]
    h4 = D[q4]
    h5 = D[q6]
    v8 = [c1 for c1 in D.union(many(h1), many(h2)) if bool([c5 for o6 in many(c1.get(K46)) for c5 in many(o6.get(K62)) if ((a0 in [normalize(c7['']) for c7 in many(c5.get(K1))])) and (((not bool(a1)) or any_equal(f103(D, c5.get(K42)), a1)))])]
    v14 = [c9 for c9 in many(h3) if bool(([c12 for c12 in many(c9.get(K34)) if ((a0 in [normalize(c13['']) for c13 in many(c12.get(K1))])) and (((not bool(a1)) or any_equal(f103(D, c12.get(K42)), a1)))] if K34 in c9 else ()))]
    v18 = sum(f104(D, [z for y in [c15 for c15 in v14 if any([z in C44 for z in [normalize(c17['']) for c17 in many(c15.get(K32))]])] for z in many(y.get(K33))]))
    v22 = sum(f104(D, [z for y in [c19 for c19 in v14 if any([z in C42 for z in [normalize(c21['']) for c21 in many(c19.get(K32))]])] for z in many(y.get(K33))]))
    return ('the document has no lines' if ((not bool(h4)) and (not bool(h5))) else ('no line, charge or allowance has it' if ((not bool(v8)) and (not bool(v14))) else ('lines ' + f91(D, sum(f105(D, [z for y in v8 for z in many(y.get(K37))]))) + ' plus charges ' + f91(D, v18) + ' less allowances ' + f91(D, v22) + ' give ' + f91(D, ((sum(f105(D, [z for y in v8 for z in many(y.get(K37))])) + v18) - v22)))))

def w3_36_0(D, T, n, p1):
    return 'the taxable amount (BT-116) of category M (IPSI of Ceuta and Melilla) at ' + f60(D, n.get(K42)) + ' % is ' + f60(D, p1.get(K41)) + ', but ' + f114(D, 'M', f103(D, n.get(K42))) + '; the difference must stay below 1.00', (s1 if (s1 := first(many(p1.get(K41)))) is not None else n), None

def w3_36_1(D, T, n, p1):
    return 'the tax amount (BT-117) of category M (IPSI of Ceuta and Melilla) is ' + f60(D, p1.get(K16)) + ', expected ' + f112(D, p1.get(K41), n.get(K42)) + '; the difference must stay below 1.00', (s1 if (s1 := first(many(p1.get(K16)))) is not None else n), None

def w4_0_1(D, T, n):
    v1 = kid3(n, K15, K57, K34)
    return 'category Z (zero rated) is used; groups for it in the VAT breakdown (BG-23) with tax scheme VAT: ' + str((len([c5 for o6 in [c2 for c2 in many(v1) if ('VAT' in [normalize(c4['']).upper() for c4 in many(kid2(c2, K25, K1))])] for c5 in many(o6.get(K1)) if ((normalize(c5['']) == 'Z'))]))) + ', expected exactly 1', (s7 if (s7 := first(many(n.get(K15)))) is not None else n), None

def w4_0_2(D, T, n):
    v1 = kid3(n, K15, K57, K34)
    return 'category E (exempt) is used; groups for it in the VAT breakdown (BG-23) with tax scheme VAT: ' + str((len([c5 for o6 in [c2 for c2 in many(v1) if ('VAT' in [normalize(c4['']).upper() for c4 in many(kid2(c2, K25, K1))])] for c5 in many(o6.get(K1)) if ((normalize(c5['']) == 'E'))]))) + ', expected exactly 1', (s7 if (s7 := first(many(n.get(K15)))) is not None else n), None

def w4_0_3(D, T, n):
    v1 = kid3(n, K15, K57, K34)
    return 'category AE (reverse charge) is used; groups for it in the VAT breakdown (BG-23) with tax scheme VAT: ' + str((len([c5 for o6 in [c2 for c2 in many(v1) if ('VAT' in [normalize(c4['']).upper() for c4 in many(kid2(c2, K25, K1))])] for c5 in many(o6.get(K1)) if ((normalize(c5['']) == 'AE'))]))) + ', expected exactly 1', (s7 if (s7 := first(many(n.get(K15)))) is not None else n), None

def w4_0_4(D, T, n):
    v1 = kid3(n, K15, K57, K34)
    return 'category K (intra-Community supply) is used; groups for it in the VAT breakdown (BG-23) with tax scheme VAT: ' + str((len([c5 for o6 in [c2 for c2 in many(v1) if ('VAT' in [normalize(c4['']).upper() for c4 in many(kid2(c2, K25, K1))])] for c5 in many(o6.get(K1)) if ((normalize(c5['']) == 'K'))]))) + ', expected exactly 1', (s7 if (s7 := first(many(n.get(K15)))) is not None else n), None

def w4_0_5(D, T, n):
    v1 = kid3(n, K15, K57, K34)
    return 'category G (export outside the EU) is used; groups for it in the VAT breakdown (BG-23) with tax scheme VAT: ' + str((len([c5 for o6 in [c2 for c2 in many(v1) if ('VAT' in [normalize(c4['']).upper() for c4 in many(kid2(c2, K25, K1))])] for c5 in many(o6.get(K1)) if ((normalize(c5['']) == 'G'))]))) + ', expected exactly 1', (s7 if (s7 := first(many(n.get(K15)))) is not None else n), None

def w4_0_6(D, T, n):
    v1 = kid3(n, K15, K57, K34)
    return 'category O (not subject to VAT) is used; groups for it in the VAT breakdown (BG-23) with tax scheme VAT: ' + str((len([c5 for o6 in [c2 for c2 in many(v1) if ('VAT' in [normalize(c4['']).upper() for c4 in many(kid2(c2, K25, K1))])] for c5 in many(o6.get(K1)) if ((normalize(c5['']) == 'O'))]))) + ', expected exactly 1', (s7 if (s7 := first(many(n.get(K15)))) is not None else n), None

def q127(D):
    h1 = D[q16]
    return [z for y in D[q15] for z in many(y.get(K34))]

def q128(D):
    h1 = D[q16]
    return [z for y in h1 for z in many(y.get(K34))]

def q129(D):
    h1 = D[q128]
    h2 = D[q20]
    return D.union(h1, h2)

def q130(D):
    h1 = D[q129]
    return [c1 for c1 in h1 if ('L' in [normalize(c3['']) for c3 in many(c1.get(K1))])]

def w4_0_7(D, T, n):
    h1 = D[q130]
    v1 = kid3(n, K15, K57, K34)
    return ('the VAT breakdown (BG-23) has a group for category L (IGIC of the Canary Islands), but no line, allowance or charge is in it' if (not bool(h1)) else ('lines, allowances or charges are in category L (IGIC of the Canary Islands), but the VAT breakdown (BG-23) has no group for it' if (not bool([c2 for c2 in many(v1) if ('L' in [normalize(c4['']) for c4 in many(c2.get(K1))])])) else 'category L (IGIC of the Canary Islands) is on the lines and in the VAT breakdown (BG-23), but not in both with the tax scheme VAT and the code without blanks around it')), (s5 if (s5 := first(many(n.get(K15)))) is not None else n), None

def q131(D):
    h1 = D[q129]
    return [c1 for c1 in h1 if ('M' in [normalize(c3['']) for c3 in many(c1.get(K1))])]

def w4_0_8(D, T, n):
    h1 = D[q131]
    v1 = kid3(n, K15, K57, K34)
    return ('the VAT breakdown (BG-23) has a group for category M (IPSI of Ceuta and Melilla), but no line, allowance or charge is in it' if (not bool(h1)) else ('lines, allowances or charges are in category M (IPSI of Ceuta and Melilla), but the VAT breakdown (BG-23) has no group for it' if (not bool([c2 for c2 in many(v1) if ('M' in [normalize(c4['']) for c4 in many(c2.get(K1))])])) else 'category M (IPSI of Ceuta and Melilla) is on the lines and in the VAT breakdown (BG-23), but not in both with the tax scheme VAT and the code without blanks around it')), (s5 if (s5 := first(many(n.get(K15)))) is not None else n), None

def w4_0_9(D, T, n):
    return 'lines are in category Z (zero rated), but the document has no VAT identifier of the seller (BT-31), no tax registration of the seller (BT-32) and no VAT identifier of a tax representative (BT-63)', (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def w4_0_10(D, T, n):
    return 'lines are in category E (exempt), but the document has no VAT identifier of the seller (BT-31), no tax registration of the seller (BT-32) and no VAT identifier of a tax representative (BT-63)', (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def w4_0_11(D, T, n):
    return 'lines are in category L (IGIC of the Canary Islands), but the document has no VAT identifier of the seller (BT-31), no tax registration of the seller (BT-32) and no VAT identifier of a tax representative (BT-63)', (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def w4_0_12(D, T, n):
    return 'lines are in category M (IPSI of Ceuta and Melilla), but the document has no VAT identifier of the seller (BT-31), no tax registration of the seller (BT-32) and no VAT identifier of a tax representative (BT-63)', (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def w4_0_13(D, T, n):
    return 'allowances are in category Z (zero rated), but the document has no VAT identifier of the seller (BT-31), no tax registration of the seller (BT-32) and no VAT identifier of a tax representative (BT-63)', (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def w4_0_14(D, T, n):
    return 'allowances are in category E (exempt), but the document has no VAT identifier of the seller (BT-31), no tax registration of the seller (BT-32) and no VAT identifier of a tax representative (BT-63)', (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def w4_0_15(D, T, n):
    return 'allowances are in category L (IGIC of the Canary Islands), but the document has no VAT identifier of the seller (BT-31), no tax registration of the seller (BT-32) and no VAT identifier of a tax representative (BT-63)', (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def w4_0_16(D, T, n):
    return 'allowances are in category M (IPSI of Ceuta and Melilla), but the document has no VAT identifier of the seller (BT-31), no tax registration of the seller (BT-32) and no VAT identifier of a tax representative (BT-63)', (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def w4_0_17(D, T, n):
    return 'charges are in category Z (zero rated), but the document has no VAT identifier of the seller (BT-31), no tax registration of the seller (BT-32) and no VAT identifier of a tax representative (BT-63)', (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def w4_0_18(D, T, n):
    return 'charges are in category E (exempt), but the document has no VAT identifier of the seller (BT-31), no tax registration of the seller (BT-32) and no VAT identifier of a tax representative (BT-63)', (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def w4_0_19(D, T, n):
    return 'charges are in category M (IPSI of Ceuta and Melilla), but the document has no VAT identifier of the seller (BT-31), no tax registration of the seller (BT-32) and no VAT identifier of a tax representative (BT-63)', (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def w4_0_20(D, T, n):
    return 'charges are in category L (IGIC of the Canary Islands), but the document has no VAT identifier of the seller (BT-31), no tax registration of the seller (BT-32) and no VAT identifier of a tax representative (BT-63)', (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def q132(D):
    return [z for y in D.tagged_in_order(K63) for z in many(y.get(K24))]

def q133(D):
    return [z for y in D.tagged(K63) for z in many(y.get(K24))]

def f115(D, a0):
    return [z for y in [c1 for c1 in a0 if ('VAT' in [normalize(c3['']).upper() for c3 in many(kid2(c1, K25, K1))])] for z in many(y.get(K26))]

def q134(D):
    h1 = D[q133]
    return f115(D, h1)

def q135(D):
    h1 = D[q37]
    h2 = D[q134]
    return D.union(h1, h2)

def q136(D):
    h1 = D[q135]
    return f61(D, h1)

def q137(D):
    return many(kids(packed(D.tagged_in_order(K10)), K7, K24))

def q138(D):
    return many(kids(packed(D.tagged(K10)), K7, K24))

def q139(D):
    h1 = D[q138]
    return f115(D, h1)

def q140(D):
    h1 = D[q139]
    h2 = D[q76]
    return D.union(h1, h2)

def q141(D):
    h1 = D[q140]
    return f61(D, h1)

def w4_0_21(D, T, n):
    h1 = D[q136]
    h2 = D[q141]
    return 'lines are in category AE (reverse charge), which asks for identifiers of both sides; seller or tax representative (BT-31, BT-32, BT-63): ' + h1 + '; buyer, VAT identifier or legal registration (BT-48, BT-47): ' + h2, (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def w4_0_22(D, T, n):
    h1 = D[q136]
    h2 = D[q141]
    return 'allowances are in category AE (reverse charge), which asks for identifiers of both sides; seller or tax representative (BT-31, BT-32, BT-63): ' + h1 + '; buyer, VAT identifier or legal registration (BT-48, BT-47): ' + h2, (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def w4_0_23(D, T, n):
    h1 = D[q136]
    h2 = D[q141]
    return 'charges are in category AE (reverse charge), which asks for identifiers of both sides; seller or tax representative (BT-31, BT-32, BT-63): ' + h1 + '; buyer, VAT identifier or legal registration (BT-48, BT-47): ' + h2, (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def q142(D):
    return many(kids(packed(D.tagged_in_order(K6)), K7, K24))

def q143(D):
    return many(kids(packed(D.tagged(K6)), K7, K24))

def q144(D):
    h1 = D[q143]
    h2 = D[q133]
    return D.union(h1, h2)

def q145(D):
    h1 = D[q144]
    return f115(D, h1)

def q146(D):
    h1 = D[q145]
    return f61(D, h1)

def q147(D):
    h1 = D[q139]
    return f61(D, h1)

def w4_0_24(D, T, n):
    h1 = D[q146]
    h2 = D[q147]
    return 'lines are in category K (intra-Community supply), which asks for VAT identifiers of both sides; seller or tax representative (BT-31, BT-63): ' + h1 + '; buyer (BT-48): ' + h2, (s1 if (s1 := first(many(kid2(n, K10, K7)))) is not None else n), None

def w4_0_25(D, T, n):
    h1 = D[q146]
    h2 = D[q147]
    return 'allowances are in category K (intra-Community supply), which asks for VAT identifiers of both sides; seller or tax representative (BT-31, BT-63): ' + h1 + '; buyer (BT-48): ' + h2, (s1 if (s1 := first(many(kid2(n, K10, K7)))) is not None else n), None

def w4_0_26(D, T, n):
    h1 = D[q146]
    h2 = D[q147]
    return 'charges are in category K (intra-Community supply), which asks for VAT identifiers of both sides; seller or tax representative (BT-31, BT-63): ' + h1 + '; buyer (BT-48): ' + h2, (s1 if (s1 := first(many(kid2(n, K10, K7)))) is not None else n), None

def w4_0_27(D, T, n):
    return 'lines are in category G (export outside the EU), but neither the seller (BT-31) nor a tax representative (BT-63) has a VAT identifier; a tax registration without tax scheme VAT (BT-32) is not enough', (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def w4_0_28(D, T, n):
    return 'allowances are in category G (export outside the EU), but neither the seller (BT-31) nor a tax representative (BT-63) has a VAT identifier; a tax registration without tax scheme VAT (BT-32) is not enough', (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def w4_0_29(D, T, n):
    return 'charges are in category G (export outside the EU), but neither the seller (BT-31) nor a tax representative (BT-63) has a VAT identifier; a tax registration without tax scheme VAT (BT-32) is not enough', (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def q148(D):
    h1 = D[q143]
    return f115(D, h1)

def q149(D):
    h1 = D[q148]
    return [('of the seller (BT-31) ' + f101(D, q1)) for q1 in D.sorted(h1)]

def q150(D):
    h1 = D[q134]
    return [('of the tax representative (BT-63) ' + f101(D, q1)) for q1 in D.sorted(h1)]

def q151(D):
    h1 = D[q139]
    return [('of the buyer (BT-48) ' + f101(D, q1)) for q1 in D.sorted(h1)]

def q152(D):
    h1 = D[q149]
    h2 = D[q150]
    h3 = D[q151]
    return [*h1, *h2, *h3]

def q153(D):
    h1 = D[q152]
    return '; '.join(h1)

def w4_0_30(D, T, n):
    h1 = D[q153]
    return 'lines are in category O (not subject to VAT), so VAT identifiers are out of place: ' + h1, (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def w4_0_31(D, T, n):
    h1 = D[q153]
    return 'allowances are in category O (not subject to VAT), so VAT identifiers are out of place: ' + h1, (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def w4_0_32(D, T, n):
    h1 = D[q153]
    return 'charges are in category O (not subject to VAT), so VAT identifiers are out of place: ' + h1, (s1 if (s1 := first(many(kid2(n, K6, K7)))) is not None else n), None

def w4_0_33(D, T, n):
    return 'the VAT breakdown (BG-23) has category K (intra-Community supply), but the delivery date (BT-72) is ' + f60(D, kid2(n, K64, K65)) + ' and there is no invoicing period (BG-14)', (s1 if (s1 := first(many(n.get(K64)))) is not None else n), None

def w4_0_34(D, T, n):
    return 'the VAT breakdown (BG-23) has category K (intra-Community supply), but the country of delivery (BT-80) is ' + f60(D, kids(n, K64, K66, K67, K18, K19)), (s1 if (s1 := first(many(n.get(K64)))) is not None else n), None

def w4_0_35(D, T, n):
    v1 = kid3(n, K15, K57, K34)
    return 'the VAT breakdown (BG-23) has category O (not subject to VAT) together with ' + ', '.join(list(dict.fromkeys([z for c2 in many(kid(v1, K1)) for z in [c3 for c3 in (normalize(c2['']),) if (c3 != 'O')]]))) + '; O must stand alone', (s4 if (s4 := first(many(n.get(K15)))) is not None else n), None

def q154(D):
    h1 = D[q20]
    return [z for q1 in D[q19] for z in [c2 for c2 in (f60(D, q1.get(K1)),) if (c2 != 'O')]]

def q155(D):
    h1 = D[q154]
    return list(dict.fromkeys(h1))

def q156(D):
    h1 = D[q155]
    return ', '.join(h1)

def w4_0_36(D, T, n):
    h1 = D[q156]
    return 'the VAT breakdown (BG-23) has category O (not subject to VAT), but lines are in category ' + h1, (s4 if (s4 := first(D.sorted([c1 for c1 in D.union(many(n.get(K12)), many(n.get(K13))) if any_of(unequal, [normalize(c3['']) for c3 in many(kid3(c1, K46, K62, K1))], ('O',))]))) is not None else n), None

def q157(D):
    h1 = D[q16]
    return [c1 for c1 in h1 if any([z in C42 for z in [normalize(c3['']) for c3 in many(c1.get(K32))]])]

def q158(D):
    h1 = D[q157]
    return [z for y in h1 for z in many(y.get(K34))]

def q159(D):
    h1 = D[q158]
    return [z for q1 in D.sorted(h1) for z in [c2 for c2 in (f60(D, q1.get(K1)),) if (c2 != 'O')]]

def q160(D):
    h1 = D[q159]
    return list(dict.fromkeys(h1))

def q161(D):
    h1 = D[q160]
    return ', '.join(h1)

def w4_0_37(D, T, n):
    h1 = D[q161]
    return 'the VAT breakdown (BG-23) has category O (not subject to VAT), but allowances are in category ' + h1, (s4 if (s4 := first(([c1 for c1 in many(n.get(K49)) if (any([z in C42 for z in [normalize(c2['']) for c2 in many(c1.get(K32))]])) and (any_of(unequal, [normalize(c3['']) for c3 in many(kid2(c1, K34, K1))], ('O',)))] if K49 in n else ()))) is not None else n), None

def q162(D):
    h1 = D[q16]
    return [c1 for c1 in h1 if any([z in C44 for z in [normalize(c3['']) for c3 in many(c1.get(K32))]])]

def q163(D):
    h1 = D[q162]
    return [z for y in h1 for z in many(y.get(K34))]

def q164(D):
    h1 = D[q163]
    return [z for q1 in D.sorted(h1) for z in [c2 for c2 in (f60(D, q1.get(K1)),) if (c2 != 'O')]]

def q165(D):
    h1 = D[q164]
    return list(dict.fromkeys(h1))

def q166(D):
    h1 = D[q165]
    return ', '.join(h1)

def w4_0_38(D, T, n):
    h1 = D[q166]
    return 'the VAT breakdown (BG-23) has category O (not subject to VAT), but charges are in category ' + h1, (s4 if (s4 := first(([c1 for c1 in many(n.get(K49)) if (any([z in C44 for z in [normalize(c2['']) for c2 in many(c1.get(K32))]])) and (any_of(unequal, [normalize(c3['']) for c3 in many(kid2(c1, K34, K1))], ('O',)))] if K49 in n else ()))) is not None else n), None

def w5_0_0(D, T, n, p1):
    return 'the exemption reason (BT-120, BT-121) of category E (exempt) with taxable amount ' + f60(D, p1.get(K41)) + ' is ' + f61(D, D.union(many(n.get(K68)), many(n.get(K69)))) + ', expected a text, or a code such as VATEX-EU-132-1I', (s1 if (s1 := first(D.sorted(D.union(many(n.get(K68)), many(n.get(K69)))))) is not None else n), None

def w5_1_0(D, T, n, p1):
    return 'the exemption reason (BT-120, BT-121) of category AE (reverse charge) with taxable amount ' + f60(D, p1.get(K41)) + ' is ' + f61(D, D.union(many(n.get(K68)), many(n.get(K69)))) + ', expected a text such as "Reverse charge", or VATEX-EU-AE', (s1 if (s1 := first(D.sorted(D.union(many(n.get(K68)), many(n.get(K69)))))) is not None else n), None

def w5_2_0(D, T, n, p1):
    return 'the exemption reason (BT-120, BT-121) of category K (intra-Community supply) with taxable amount ' + f60(D, p1.get(K41)) + ' is ' + f61(D, D.union(many(n.get(K68)), many(n.get(K69)))) + ', expected a text such as "Intra-Community supply", or VATEX-EU-IC', (s1 if (s1 := first(D.sorted(D.union(many(n.get(K68)), many(n.get(K69)))))) is not None else n), None

def w5_3_0(D, T, n, p1):
    return 'the exemption reason (BT-120, BT-121) of category G (export outside the EU) with taxable amount ' + f60(D, p1.get(K41)) + ' is ' + f61(D, D.union(many(n.get(K68)), many(n.get(K69)))) + ', expected a text such as "Export outside the EU", or VATEX-EU-G', (s1 if (s1 := first(D.sorted(D.union(many(n.get(K68)), many(n.get(K69)))))) is not None else n), None

def w5_4_0(D, T, n, p1):
    return 'the exemption reason (BT-120, BT-121) of category O (not subject to VAT) with taxable amount ' + f60(D, p1.get(K41)) + ' is ' + f61(D, D.union(many(n.get(K68)), many(n.get(K69)))) + ', expected a text such as "Not subject to VAT", or VATEX-EU-O', (s1 if (s1 := first(D.sorted(D.union(many(n.get(K68)), many(n.get(K69)))))) is not None else n), None

def w5_5_0(D, T, n, p1):
    return 'the exemption reason (BT-120, BT-121) of category S (standard rated) with taxable amount ' + f60(D, p1.get(K41)) + ' is ' + f61(D, D.union(many(n.get(K68)), many(n.get(K69)))) + ', expected none: VAT is charged in this category', (s1 if (s1 := first(D.sorted(D.union(many(n.get(K68)), many(n.get(K69)))))) is not None else n), None

def w5_6_0(D, T, n, p1):
    return 'the exemption reason (BT-120, BT-121) of category Z (zero rated) with taxable amount ' + f60(D, p1.get(K41)) + ' is ' + f61(D, D.union(many(n.get(K68)), many(n.get(K69)))) + ', expected none: the rate 0 is a rate, not an exemption', (s1 if (s1 := first(D.sorted(D.union(many(n.get(K68)), many(n.get(K69)))))) is not None else n), None

def w5_7_0(D, T, n, p1):
    return 'the exemption reason (BT-120, BT-121) of category L (IGIC of the Canary Islands) with taxable amount ' + f60(D, p1.get(K41)) + ' is ' + f61(D, D.union(many(n.get(K68)), many(n.get(K69)))) + ', expected none: IGIC is charged in this category', (s1 if (s1 := first(D.sorted(D.union(many(n.get(K68)), many(n.get(K69)))))) is not None else n), None

def w5_8_0(D, T, n, p1):
    return 'the exemption reason (BT-120, BT-121) of category M (IPSI of Ceuta and Melilla) with taxable amount ' + f60(D, p1.get(K41)) + ' is ' + f61(D, D.union(many(n.get(K68)), many(n.get(K69)))) + ', expected none: IPSI is charged in this category', (s1 if (s1 := first(D.sorted(D.union(many(n.get(K68)), many(n.get(K69)))))) is not None else n), None

def w6_0_0(D, T, n):
    return "the document type code (BT-3) is '" + n[''] + "', which the list for " + ('invoices' if (T.key == K3) else 'credit notes') + ' does not have' + ('; it is a code for credit notes' if ((T.key == K3) and (normalize(n['']) in C45)) else ('; it is a code for invoices' if ((T.key == K4) and (normalize(n['']) in C46)) else '')), n, None

def f116(D, a0):
    return ''.join([(('line ' + normalize(text(packed(list(many(q1.get(K1))[0:1])))) + ': ') if (K1 in q1) else 'line without identifier: ') for q1 in D.sorted(D.union([z for y in (a0,) for z in D.ancestors(y, K12)], [z for y in (a0,) for z in D.ancestors(y, K13)]))])

def f117(D, a0, a1):
    v1 = translate(normalize(a0), ' ', '').upper()
    v2 = substring(('000' + v1), len(v1))
    return ''.join([z for q3 in list(dict.fromkeys([*(v1,), *(v2,)])) for z in optional((("; the list has '" + q3 + "'") if (q3 in C10) else None))])

def w6_1_0(D, T, n):
    return f116(D, n) + D.local_name_of(n) + ' ' + n[''] + ' ' + (("has the currency '" + (n.get(K17) or '') + "', which ISO 4217 does not have") if (K17 in n) else 'has no currencyID') + f117(D, (n.get(K17) or ''), C9), (s2 if (s2 := first([s1 for s1 in (n,) if K17 in s1])) is not None else n), 'currencyID' if s2 is not None else None

def w6_2_0(D, T, n):
    return "the invoice currency code (BT-5) is '" + n[''] + "', which ISO 4217 does not have" + f117(D, n[''], C9), n, None

def w6_3_0(D, T, n):
    return "the VAT accounting currency code (BT-6) is '" + n[''] + "', which ISO 4217 does not have" + f117(D, n[''], C9), n, None

def w6_4_0(D, T, n):
    return "the value added tax point date code (BT-8) is '" + n[''] + "', expected 3 (issue date), 35 (delivery date) or 432 (payment)", n, None

def f118(D, a0, a1):
    v1 = translate(normalize(a0), ' ', '').upper()
    v2 = substring(('000' + v1), len(v1))
    return ''.join([z for q3 in list(dict.fromkeys([*(v1,), *(v2,)])) for z in optional((("; the list has '" + q3 + "'") if (q3 in C14) else None))])

def w6_5_0(D, T, n):
    return f116(D, n) + "the invoiced object identifier '" + n[''] + "' has the scheme '" + ' '.join(optional(n.get(K20))) + "', which UNTDID 1153 does not have" + f118(D, present(n.get(K20)), C13), (s2 if (s2 := first([s1 for s1 in (n,) if K20 in s1])) is not None else n), 'schemeID' if s2 is not None else None

def f119(D, a0, a1):
    v1 = translate(normalize(a0), ' ', '').upper()
    v2 = substring(('000' + v1), len(v1))
    return ''.join([z for q3 in list(dict.fromkeys([*(v1,), *(v2,)])) for z in optional((("; the list has '" + q3 + "'") if (q3 in C47) else None))])

def w6_6_0(D, T, n):
    return "the note '" + n[''] + "' has the subject code '" + f59(D, n['']) + "' (BT-21), which UNTDID 4451 does not have" + f119(D, f59(D, n['']), C15), n, None

def f120(D, a0):
    return ('of the seller' if bool([z for y in (a0,) for z in D.ancestors(y, K6)]) else ('of the buyer' if bool([z for y in (a0,) for z in D.ancestors(y, K10)]) else ('of the payee' if bool([z for y in (a0,) for z in D.ancestors(y, K71)]) else ('of the tax representative' if bool([z for y in (a0,) for z in D.ancestors(y, K63)]) else ('of the delivery' if bool([z for y in (a0,) for z in D.ancestors(y, K64)]) else ('in ' + ''.join([D.local_name_of(z) for z in optional(one([z for y in (a0,) for z in D.parents(y, None)]))])))))))

def f121(D, a0, a1):
    v1 = translate(normalize(a0), ' ', '').upper()
    v2 = substring(('000' + v1), len(v1))
    return ''.join([z for q3 in list(dict.fromkeys([*(v1,), *(v2,)])) for z in optional((("; the list has '" + q3 + "'") if (q3 in C17) else None))])

def w6_7_0(D, T, n):
    return "the identifier '" + n[''] + "' " + f120(D, n) + " has the scheme '" + ' '.join(optional(n.get(K20))) + "', " + ('which belongs to a creditor identifier (BT-90) of the seller or the payee only' if (normalize(n.get(K20)) == 'SEPA') else 'which the ISO/IEC 6523 list does not have') + f121(D, present(n.get(K20)), C16), (s2 if (s2 := first([s1 for s1 in (n,) if K20 in s1])) is not None else n), 'schemeID' if s2 is not None else None

def w6_8_0(D, T, n):
    return "the legal registration identifier '" + n[''] + "' " + f120(D, n) + " has the scheme '" + ' '.join(optional(n.get(K20))) + "', which the ISO/IEC 6523 list does not have" + f121(D, present(n.get(K20)), C16), (s2 if (s2 := first([s1 for s1 in (n,) if K20 in s1])) is not None else n), 'schemeID' if s2 is not None else None

def f122(D, a0, a1):
    v1 = translate(normalize(a0), ' ', '').upper()
    v2 = substring(('000' + v1), len(v1))
    return ''.join([z for q3 in list(dict.fromkeys([*(v1,), *(v2,)])) for z in optional((("; the list has '" + q3 + "'") if (q3 in C19) else None))])

def w6_9_0(D, T, n):
    return f116(D, n) + "the item class '" + n[''] + "' (BT-158) comes from the list '" + ' '.join(optional(n.get(K52))) + "', which UNTDID 7143 does not have" + f122(D, present(n.get(K52)), C18), (s2 if (s2 := first([s1 for s1 in (n,) if K52 in s1])) is not None else n), 'listID' if s2 is not None else None

def f123(D, a0, a1):
    v1 = translate(normalize(a0), ' ', '').upper()
    v2 = substring(('000' + v1), len(v1))
    return ''.join([z for q3 in list(dict.fromkeys([*(v1,), *(v2,)])) for z in optional((("; the list has '" + q3 + "'") if (q3 in C20) else None))])

def w6_10_0(D, T, n, p1):
    return 'the country code in the address ' + f120(D, p1) + " is '" + n[''] + "', which is not in ISO 3166-1" + f123(D, n[''], C2), n, None

def w6_11_0(D, T, n):
    return f116(D, n) + "the country of origin (BT-159) is '" + n[''] + "', which is not in ISO 3166-1" + f123(D, n[''], C2), n, None

def f124(D, a0, a1):
    v1 = translate(normalize(a0), ' ', '').upper()
    v2 = substring(('000' + v1), len(v1))
    return ''.join([z for q3 in list(dict.fromkeys([*(v1,), *(v2,)])) for z in optional((("; the list has '" + q3 + "'") if (q3 in C22) else None))])

def w6_12_0(D, T, n):
    return "the payment means type code (BT-81) is '" + n[''] + "', which UNTDID 4461 does not have" + f124(D, n[''], C21), n, None

def f125(D, a0, a1):
    v1 = translate(normalize(a0), ' ', '').upper()
    v2 = substring(('000' + v1), len(v1))
    return ''.join([z for q3 in list(dict.fromkeys([*(v1,), *(v2,)])) for z in optional((("; the list has '" + q3 + "'") if (q3 in C24) else None))])

def w6_13_0(D, T, n, p2):
    return 'the VAT category code of the ' + ('VAT breakdown' if bool([z for y in (n,) for z in D.ancestors(y, K57)]) else ('allowance or charge' if bool([z for y in (n,) for z in D.ancestors(y, K49)]) else D.local_name_of(p2))) + " is '" + n[''] + "', expected one of S, Z, E, AE, K, G, O, L, M, B" + f125(D, n[''], C23), n, None

def w6_14_0(D, T, n):
    return f116(D, n) + "the VAT category code (BT-151) is '" + n[''] + "', expected one of S, Z, E, AE, K, G, O, L, M, B" + f125(D, n[''], C23), n, None

def w6_15_0(D, T, n):
    return f116(D, n) + "the reason code of the allowance is '" + n[''] + "', which UNTDID 5189 does not have" + ('; it is a reason for charges (UNTDID 7161)' if (normalize(n['']) in C28) else ''), n, None

def f126(D, a0, a1):
    v1 = translate(normalize(a0), ' ', '').upper()
    v2 = substring(('000' + v1), len(v1))
    return ''.join([z for q3 in list(dict.fromkeys([*(v1,), *(v2,)])) for z in optional((("; the list has '" + q3 + "'") if (q3 in C28) else None))])

def w6_16_0(D, T, n):
    return f116(D, n) + "the reason code of the charge is '" + n[''] + "', which UNTDID 7161 does not have" + f126(D, n[''], C27) + ('; it is a reason for allowances (UNTDID 5189)' if (normalize(n['']) in C26) else ''), n, None

def w6_17_0(D, T, n):
    return f116(D, n) + "the item standard identifier '" + n[''] + "' has the scheme '" + ' '.join(optional(n.get(K20))) + "', which the ISO/IEC 6523 list does not have" + f121(D, present(n.get(K20)), C16), (s2 if (s2 := first([s1 for s1 in (n,) if K20 in s1])) is not None else n), 'schemeID' if s2 is not None else None

def w6_18_0(D, T, n):
    return "the VAT exemption reason code (BT-121) is '" + n[''] + "', which the VATEX list does not have", n, None

def f127(D, a0, a1):
    v1 = translate(normalize(a0), ' ', '').upper()
    v2 = substring(('000' + v1), len(v1))
    return ''.join([z for q3 in list(dict.fromkeys([*(v1,), *(v2,)])) for z in optional((("; the list has '" + q3 + "'") if (q3 in C32) else None))])

def w6_19_0(D, T, n):
    return f116(D, n) + D.local_name_of(n) + ' ' + n[''] + " has the unit '" + ' '.join(optional(n.get(K45))) + "', which UN/ECE Recommendations 20 and 21 do not have" + f127(D, present(n.get(K45)), C31), (s2 if (s2 := first([s1 for s1 in (n,) if K45 in s1])) is not None else n), 'unitCode' if s2 is not None else None

def w6_20_0(D, T, n):
    return 'the attachment' + ((" '" + (n.get(K75) or '') + "'") if (K75 in n) else '') + " has the media type '" + ' '.join(optional(n.get(K72))) + "', expected one of " + ', '.join(C33), (s2 if (s2 := first([s1 for s1 in (n,) if K72 in s1])) is not None else n), 'mimeCode' if s2 is not None else None

def f128(D, a0, a1):
    v1 = translate(normalize(a0), ' ', '').upper()
    v2 = substring(('000' + v1), len(v1))
    return ''.join([z for q3 in list(dict.fromkeys([*(v1,), *(v2,)])) for z in optional((("; the list has '" + q3 + "'") if (q3 in C36) else None))])

def w6_21_0(D, T, n):
    return "the electronic address '" + n[''] + "' " + f120(D, n) + " has the scheme '" + ' '.join(optional(n.get(K20))) + "', which the electronic address scheme list does not have" + f128(D, present(n.get(K20)), C35), (s2 if (s2 := first([s1 for s1 in (n,) if K20 in s1])) is not None else n), 'schemeID' if s2 is not None else None

def w6_22_0(D, T, n):
    return "the deliver to location identifier '" + n[''] + "' (BT-71) has the scheme '" + ' '.join(optional(n.get(K20))) + "', which the ISO/IEC 6523 list does not have" + f121(D, present(n.get(K20)), C16), (s2 if (s2 := first([s1 for s1 in (n,) if K20 in s1])) is not None else n), 'schemeID' if s2 is not None else None

def f129(D, a0):
    return ('of the seller' if bool([z for y in (a0,) for z in D.ancestors(y, K6)]) else ('of the buyer' if bool([z for y in (a0,) for z in D.ancestors(y, K10)]) else ('of the payee' if bool([z for y in (a0,) for z in D.ancestors(y, K71)]) else ('of the tax representative' if bool([z for y in (a0,) for z in D.ancestors(y, K63)]) else ('of the delivery' if bool([z for y in (a0,) for z in D.ancestors(y, K64)]) else ('in ' + ''.join([D.local_name_of(z) for z in optional(one([z for y in (a0,) for z in D.parents(y, None)]))])))))))

def f130(D, a0):
    return (', '.join([("'" + normalize(q1['']) + "'") for q1 in list(many(a0))[0:4]]) + (', …' if (len(many(a0)) > 4) else ''))

def w7_0_0(D, T, n):
    return 'the address ' + f129(D, n) + ' has ' + str((len(many(n.get(K73))))) + ' third address lines: ' + f130(D, n.get(K73)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(n.get(K73)), 2)))) is not None else n), None

def w7_1_0(D, T, n):
    return 'the seller has ' + str((len(many(n.get(K24))))) + ' tax registrations: ' + f130(D, kid2(n, K24, K26)) + '; expected two at most, the VAT identifier (BT-31) and another one (BT-32)', (s2 if (s2 := first(many(packed(list(many(n.get(K24))[2:3]))))) is not None else n), None

def w7_2_0(D, T, n):
    return str((len(many(n.get(K74))))) + " descriptions of a supporting document (BT-123) '" + ' '.join(texts(packed(list(many(n.get(K1))[0:1])))) + "': " + f130(D, n.get(K74)) + '; expected one at most', (s2 if (s2 := first(optional(nth(many(n.get(K74)), 2)))) is not None else n), None

def f131(D, a0):
    return (', '.join([("'" + normalize(q1) + "'") for q1 in list(many(a0))[0:4]]) + (', …' if (len(many(a0)) > 4) else ''))

def f132(D, a0):
    return ''.join([(('line ' + normalize(text(packed(list(many(q2.get(K1))[0:1])))) + ': ') if (K1 in q2) else 'line without identifier: ') for q2 in D.sorted([c1 for c1 in D.union((a0,), [z for y in (a0,) for z in D.ancestors(y, None)]) if ((D.key_of(c1) == K12) or (D.key_of(c1) == K13))])])

def w7_3_0(D, T, n):
    return f132(D, n) + D.local_name_of(n) + " is '" + n[''] + "', with " + str((len(after(n[''], '.')))) + ' characters behind the decimal point; expected two at most', n, None

def f133(D, a0):
    return (', '.join([("'" + normalize(q1) + "'") for q1 in list(optional(a0))[0:4]]) + (', …' if (len(optional(a0)) > 4) else ''))

def w7_4_0(D, T, n):
    return 'the attachment' + ((' ' + f133(D, n.get(K75))) if (K75 in n) else '') + ' has no mimeCode', n, None

def w7_4_1(D, T, n):
    return "the attachment of the type '" + ' '.join(optional(n.get(K72))) + "' has no filename", n, None

def w7_5_0(D, T, n):
    return str((len(many(kid3(n, K76, K21, K22))))) + ' names of the deliver to party (BT-70): ' + f130(D, kid3(n, K76, K21, K22)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kid3(n, K76, K21, K22)), 2)))) is not None else n), None

def w7_6_0(D, T, n):
    return f132(D, n) + str((len(many(n.get(K35))))) + ' reasons of one allowance (BT-97, BT-139): ' + f130(D, n.get(K35)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(n.get(K35)), 2)))) is not None else n), None

def w7_7_0(D, T, n):
    return f132(D, n) + str((len(many(n.get(K35))))) + ' reasons of one charge (BT-104, BT-144): ' + f130(D, n.get(K35)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(n.get(K35)), 2)))) is not None else n), None

def w7_8_0(D, T, n):
    return 'the tax registration ' + f129(D, n) + ' has ' + (('the number ' + f130(D, n.get(K26)) + ' and no kind of tax (TaxScheme/ID)') if (K26 in n) else (('the kind of tax ' + f130(D, kid2(n, K25, K1)) + ' and no number (CompanyID)') if (kid2(n, K25, K1) is not None) else 'neither a number (CompanyID) nor a kind of tax (TaxScheme/ID)')), n, None

def w7_9_0(D, T, n):
    return str((len(many(kid2(n, K77, K1))))) + ' contract references (BT-12): ' + f130(D, kid2(n, K77, K1)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kid2(n, K77, K1)), 2)))) is not None else n), None

def w7_9_1(D, T, n):
    return str((len(many(kid2(n, K78, K1))))) + ' receiving advice references (BT-15): ' + f130(D, kid2(n, K78, K1)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kid2(n, K78, K1)), 2)))) is not None else n), None

def w7_9_2(D, T, n):
    return str((len(many(kid2(n, K79, K1))))) + ' despatch advice references (BT-16): ' + f130(D, kid2(n, K79, K1)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kid2(n, K79, K1)), 2)))) is not None else n), None

def f134(D, a0):
    return (', '.join([("'" + normalize(q1['']) + "'") for q1 in list(a0)[0:4]]) + (', …' if (len(a0) > 4) else ''))

def w7_9_3(D, T, n):
    return str((len([z for y in ([c1 for c1 in many(n.get(K80)) if (text_is(c1.get(K70), '130'))] if K80 in n else ()) for z in many(y.get(K1))]))) + ' invoiced object identifiers (BT-18): ' + f134(D, [z for y in ([c2 for c2 in many(n.get(K80)) if (text_is(c2.get(K70), '130'))] if K80 in n else ()) for z in many(y.get(K1))]) + '; expected one at most', (s4 if (s4 := first(optional(nth([z for y in ([c3 for c3 in many(n.get(K80)) if (text_is(c3.get(K70), '130'))] if K80 in n else ()) for z in many(y.get(K1))], 2)))) is not None else n), None

def w7_9_4(D, T, n):
    return str((len(many(kid2(n, K81, K82))))) + ' payment terms texts (BT-20): ' + f130(D, kid2(n, K81, K82)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kid2(n, K81, K82)), 2)))) is not None else n), None

def w7_9_5(D, T, n):
    return str((len(many(n.get(K54))))) + ' invoicing periods (BG-14): ' + f130(D, n.get(K54)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(n.get(K54)), 2)))) is not None else n), None

def w7_9_6(D, T, n):
    return str((len(many(kids(n, K6, K7, K8, K9))))) + ' seller names (BT-27): ' + f130(D, kids(n, K6, K7, K8, K9)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kids(n, K6, K7, K8, K9)), 2)))) is not None else n), None

def w7_9_7(D, T, n):
    return str((len(many(kids(n, K6, K7, K21, K22))))) + ' seller trading names (BT-28): ' + f130(D, kids(n, K6, K7, K21, K22)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kids(n, K6, K7, K21, K22)), 2)))) is not None else n), None

def w7_9_8(D, T, n):
    return str((len(many(kids(n, K6, K7, K8, K26))))) + ' seller legal registration identifiers (BT-30): ' + f130(D, kids(n, K6, K7, K8, K26)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kids(n, K6, K7, K8, K26)), 2)))) is not None else n), None

def w7_9_9(D, T, n):
    return str((len(many(kids(n, K6, K7, K8, K83))))) + ' texts of additional legal information of the seller (BT-33): ' + f130(D, kids(n, K6, K7, K8, K83)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kids(n, K6, K7, K8, K83)), 2)))) is not None else n), None

def w7_9_10(D, T, n):
    return str((len(many(kids(n, K10, K7, K8, K9))))) + ' buyer names (BT-44): ' + f130(D, kids(n, K10, K7, K8, K9)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kids(n, K10, K7, K8, K9)), 2)))) is not None else n), None

def w7_9_11(D, T, n):
    return str((len(many(kids(n, K10, K7, K23, K1))))) + ' buyer identifiers (BT-46): ' + f130(D, kids(n, K10, K7, K23, K1)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kids(n, K10, K7, K23, K1)), 2)))) is not None else n), None

def w7_9_12(D, T, n):
    return str((len(many(kids(n, K10, K7, K8, K26))))) + ' buyer legal registration identifiers (BT-47): ' + f130(D, kids(n, K10, K7, K8, K26)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kids(n, K10, K7, K8, K26)), 2)))) is not None else n), None

def w7_9_13(D, T, n):
    return str((len(many(n.get(K64))))) + ' deliveries (BG-13): ' + f130(D, n.get(K64)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(n.get(K64)), 2)))) is not None else n), None

def w7_9_14(D, T, n):
    return str((len(many(kid2(n, K84, K1))))) + ' project references (BT-11): ' + f130(D, kid2(n, K84, K1)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kid2(n, K84, K1)), 2)))) is not None else n), None

def w7_9_15(D, T, n):
    return str((len(many(kids(n, K10, K7, K21, K22))))) + ' buyer trading names (BT-45): ' + f130(D, kids(n, K10, K7, K21, K22)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kids(n, K10, K7, K21, K22)), 2)))) is not None else n), None

def w7_9_16(D, T, n):
    return str((len(many(kid2(n, K85, K86))))) + ' payment due dates (BT-9): ' + f130(D, kid2(n, K85, K86)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kid2(n, K85, K86)), 2)))) is not None else n), None

def w7_9_18(D, T, n):
    return str((len(many(kid2(n, K54, K55))))) + ' value added tax point date codes (BT-8): ' + f130(D, kid2(n, K54, K55)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kid2(n, K54, K55)), 2)))) is not None else n), None

def w7_9_19(D, T, n):
    return str((len(many(kid2(n, K85, K88))))) + ' payment cards (BG-18): ' + f130(D, kid2(n, K85, K88)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kid2(n, K85, K88)), 2)))) is not None else n), None

def w7_9_20(D, T, n):
    return str((len(many(kid2(n, K85, K89))))) + ' direct debit mandates (BG-19): ' + f130(D, kid2(n, K85, K89)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kid2(n, K85, K89)), 2)))) is not None else n), None

def w7_9_21(D, T, n):
    return str((len(many(kid2(n, K90, K1))))) + ' tender or lot references (BT-17): ' + f130(D, kid2(n, K90, K1)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kid2(n, K90, K1)), 2)))) is not None else n), None

def w7_9_22(D, T, n):
    return str((len([z for y in [c1 for o2 in many(kid2(n, K6, K7)) for c1 in many(o2.get(K24)) if (('VAT' in [c3[''].upper() for c3 in many(kid2(c1, K25, K1))]))] for z in many(y.get(K26))]))) + ' seller VAT identifiers (BT-31): ' + f134(D, [z for y in [c4 for o5 in many(kid2(n, K6, K7)) for c4 in many(o5.get(K24)) if (('VAT' in [c6[''].upper() for c6 in many(kid2(c4, K25, K1))]))] for z in many(y.get(K26))]) + '; expected one at most', (s10 if (s10 := first(optional(nth([z for y in [c7 for o8 in many(kid2(n, K6, K7)) for c7 in many(o8.get(K24)) if (('VAT' in [c9[''].upper() for c9 in many(kid2(c7, K25, K1))]))] for z in many(y.get(K26))], 2)))) is not None else n), None

def w7_9_23(D, T, n):
    return str((len([z for y in [c1 for o2 in many(kid2(n, K6, K7)) for c1 in many(o2.get(K24)) if (bool(([c3 for c3 in many(c1.get(K25)) if ((not ('VAT' in [c5[''].upper() for c5 in many(c3.get(K1))])))] if K25 in c1 else ())))] for z in many(y.get(K26))]))) + ' tax registrations of the seller other than VAT (BT-32): ' + f134(D, [z for y in [c6 for o7 in many(kid2(n, K6, K7)) for c6 in many(o7.get(K24)) if (bool(([c8 for c8 in many(c6.get(K25)) if ((not ('VAT' in [c10[''].upper() for c10 in many(c8.get(K1))])))] if K25 in c6 else ())))] for z in many(y.get(K26))]) + '; expected one at most', (s16 if (s16 := first(optional(nth([z for y in [c11 for o12 in many(kid2(n, K6, K7)) for c11 in many(o12.get(K24)) if (bool(([c13 for c13 in many(c11.get(K25)) if ((not ('VAT' in [c15[''].upper() for c15 in many(c13.get(K1))])))] if K25 in c11 else ())))] for z in many(y.get(K26))], 2)))) is not None else n), None

def w7_9_24(D, T, n):
    return str((len([z for y in [c1 for o2 in many(kid2(n, K10, K7)) for c1 in many(o2.get(K24)) if (('VAT' in [c3[''].upper() for c3 in many(kid2(c1, K25, K1))]))] for z in many(y.get(K26))]))) + ' buyer VAT identifiers (BT-48): ' + f134(D, [z for y in [c4 for o5 in many(kid2(n, K10, K7)) for c4 in many(o5.get(K24)) if (('VAT' in [c6[''].upper() for c6 in many(kid2(c4, K25, K1))]))] for z in many(y.get(K26))]) + '; expected one at most', (s10 if (s10 := first(optional(nth([z for y in [c7 for o8 in many(kid2(n, K10, K7)) for c7 in many(o8.get(K24)) if (('VAT' in [c9[''].upper() for c9 in many(kid2(c7, K25, K1))]))] for z in many(y.get(K26))], 2)))) is not None else n), None

def f135(D, a0):
    return (', '.join([("'" + normalize(q1['']) + "'") for q1 in list(D.sorted(a0))[0:4]]) + (', …' if (len(a0) > 4) else ''))

def q167(D):
    h1 = D[q98]
    return f135(D, h1)

def q168(D):
    h1 = D[q98]
    return nth(D.sorted(h1), 2)

def w7_9_25(D, T, n):
    h1 = D[q99]
    h2 = D[q167]
    h3 = D[q168]
    return str((h1)) + ' bank assigned creditor identifiers (BT-90): ' + h2 + '; expected one at most', (s1 if (s1 := first(optional(h3))) is not None else n), None

def q169(D):
    return D.attributes(K92)

def q170(D):
    return D.attributes(K93)

def q171(D):
    return D.attributes(K94)

def q172(D):
    return D.attributes(K95)

def q173(D):
    return D.attributes(K96)

def q174(D):
    return D.attributes(K97)

def q175(D):
    return D.attributes(K98)

def q176(D):
    return D.attributes(K99)

def q177(D):
    return D.attributes(K100)

def q178(D):
    return D.attributes(K101)

def q179(D):
    return D.attributes(K102)

def q180(D):
    return D.attributes(K103)

def q181(D):
    return D.attributes(K104)

def q182(D):
    return D.attributes(K105)

def q183(D):
    return D.attributes(K106)

def q184(D):
    return D.attributes(K107)

def q185(D):
    return D.attributes(K108)

def q186(D):
    return D.attributes(K109)

def q187(D):
    return D.attributes(K110)

def q188(D):
    return D.attributes(K111)

def w7_10_0(D, T, n):
    return f132(D, n) + str((len(many(n.get(K82))))) + ' line notes (BT-127): ' + f130(D, n.get(K82)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(n.get(K82)), 2)))) is not None else n), None

def w7_10_1(D, T, n):
    return f132(D, n) + str((len(many(kid2(n, K112, K113))))) + ' purchase order line references (BT-132): ' + f130(D, kid2(n, K112, K113)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kid2(n, K112, K113)), 2)))) is not None else n), None

def w7_10_2(D, T, n):
    return f132(D, n) + str((len(many(n.get(K54))))) + ' line periods (BG-26): ' + f130(D, n.get(K54)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(n.get(K54)), 2)))) is not None else n), None

def w7_10_3(D, T, n):
    return f132(D, n) + str((len(many(kid3(n, K47, K49, K33))))) + ' item price discounts (BT-147): ' + f130(D, kid3(n, K47, K49, K33)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kid3(n, K47, K49, K33)), 2)))) is not None else n), None

def w7_10_4(D, T, n):
    return f132(D, n) + str((len(many(kid2(n, K46, K114))))) + ' item descriptions (BT-154): ' + f130(D, kid2(n, K46, K114)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kid2(n, K46, K114)), 2)))) is not None else n), None

def w7_10_5(D, T, n):
    return f132(D, n) + str((len(many(n.get(K115))))) + ' object identifiers of the line (BT-128): ' + f130(D, n.get(K115)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(n.get(K115)), 2)))) is not None else n), None

def w7_10_6(D, T, n):
    return f132(D, n) + (str((len(many(kid2(n, K46, K62))))) if (kid2(n, K46, K62) is not None) else 'no') + ' VAT categories (BG-30)' + ((': ' + f130(D, kid3(n, K46, K62, K1))) if (kid2(n, K46, K62) is not None) else '') + '; expected exactly one', (s1 if (s1 := first(optional(nth(many(kid2(n, K46, K62)), 2)))) is not None else n), None

def f137(D, a0):
    return (', '.join([("'" + normalize(q1['']) + "'") for q1 in list(optional(a0))[0:4]]) + (', …' if (len(optional(a0)) > 4) else ''))

def f136(D, a0):
    v1 = kid2(a0, K21, K22)
    v2 = many(kids(packed([z for y in (a0,) for z in D.parents(y, None)]), K6, K7, K8, K9))
    return ('the payee has no name (BT-59)' if (not (v1 is not None)) else ('the seller has no name (BT-27) that the payee name could differ from' if (not bool(v2)) else ('the payee name (BT-59) is ' + f137(D, nth(many(v1), 1)) + ', as the seller name (BT-27) is')))

def w7_11_1(D, T, n):
    return ((str(len(many(kid2(n, K21, K22)))) + ' payee names (BT-59): ' + f130(D, kid2(n, K21, K22)) + '; expected one') if (kid2(n, K21, K22).__class__ is list) else f136(D, n)), (s1 if (s1 := first(optional(last_of(many(kid2(n, K21, K22)))))) is not None else n), None

def w7_11_2(D, T, n):
    return ((str(len([c5 for o6 in many(n.get(K23)) for c5 in many(o6.get(K1)) if (((c5.get(K20) or '').upper() != 'SEPA'))])) + ' payee identifiers (BT-60): ' + f134(D, [c7 for o8 in many(n.get(K23)) for c7 in many(o8.get(K1)) if (((c7.get(K20) or '').upper() != 'SEPA'))]) + '; expected one at most') if (len([c3 for o4 in many(n.get(K23)) for c3 in many(o4.get(K1)) if (((c3.get(K20) or '').upper() != 'SEPA'))]) > 1) else ('an identifier of the payee (BT-60) counts only beside a name of its own: ' + f136(D, n))), (s11 if (s11 := first(optional(nth([c9 for o10 in many(n.get(K23)) for c9 in many(o10.get(K1)) if (((c9.get(K20) or '').upper() != 'SEPA'))], 2)))) is not None else n), None

def w7_11_3(D, T, n):
    return ((str(len(many(kid2(n, K8, K26)))) + ' payee legal registration identifiers (BT-61): ' + f130(D, kid2(n, K8, K26)) + '; expected one at most') if (kid2(n, K8, K26).__class__ is list) else ('a legal registration of the payee (BT-61) counts only beside a name of its own: ' + f136(D, n))), (s1 if (s1 := first(optional(nth(many(kid2(n, K8, K26)), 2)))) is not None else n), None

def w7_12_0(D, T, n):
    return str((len(many(n.get(K91))))) + ' texts of remittance information (BT-83) in one PaymentMeans: ' + f130(D, n.get(K91)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(n.get(K91)), 2)))) is not None else n), None

def w7_12_1(D, T, n):
    return str((len(many(n.get(K30))))) + ' payment means type codes (BT-81) in one PaymentMeans: ' + f130(D, n.get(K30)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(n.get(K30)), 2)))) is not None else n), None

def w7_12_2(D, T, n):
    return str((len(many(kid2(n, K89, K1))))) + ' mandate reference identifiers (BT-89) in one PaymentMeans: ' + f130(D, kid2(n, K89, K1)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kid2(n, K89, K1)), 2)))) is not None else n), None

def w7_13_0(D, T, n):
    return str((len(many(n.get(K27))))) + ' preceding invoices (BG-3) in one BillingReference: ' + f130(D, n.get(K27)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(n.get(K27)), 2)))) is not None else n), None

def w7_13_1(D, T, n):
    return 'the reference to a preceding invoice (BG-3) has no number (BT-25): ' + ('InvoiceDocumentReference has no ID' if (K27 in n) else (('it holds ' + ', '.join([D.local_name_of(q1) for q1 in D.sorted(child_nodes(n))]) + ' and no InvoiceDocumentReference') if bool(child_nodes(n)) else 'BillingReference is empty')), (s2 if (s2 := first(many(n.get(K27)))) is not None else n), None

def w7_14_0(D, T, n):
    return str((len(many(kid2(n, K21, K22))))) + ' names of the tax representative (BT-62): ' + f130(D, kid2(n, K21, K22)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kid2(n, K21, K22)), 2)))) is not None else n), None

def w7_14_1(D, T, n):
    return str((len(many(kid2(n, K24, K26))))) + ' VAT identifiers of the tax representative (BT-63): ' + f130(D, kid2(n, K24, K26)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kid2(n, K24, K26)), 2)))) is not None else n), None

def w7_15_0(D, T, n):
    return "the VAT breakdown of category '" + ' '.join(texts(nth(many(kid2(n, K34, K1)), 1))) + "' has " + str((len(many(kid2(n, K34, K68))))) + ' VAT exemption reason texts (BT-120): ' + f130(D, kid2(n, K34, K68)) + '; expected one at most', (s1 if (s1 := first(optional(nth(many(kid2(n, K34, K68)), 2)))) is not None else n), None

def f139(D, a0):
    v3 = normalize(' '.join([q2[''] for q2 in D.sorted([c1 for c1 in D.union((a0,), [z for y in (a0,) for z in descendants(y)]) if (not bool(child_nodes(c1)))])]))
    v4 = D.union([z for y in (a0,) for z in D.ancestors(y, K12)], [z for y in (a0,) for z in D.ancestors(y, K13)])
    return (D.local_name_of(a0) + " '" + ((substring(v3, 1, 59) + '…') if (len(v3) > 60) else v3) + "'" + ((' (line ' + (normalize(text(one([c5 for o6 in optional(nth(D.sorted(v4), 1)) for c5 in many(o6.get(K1))[0:1]]))) if (kid(nth(D.sorted(v4), 1), K1) is not None) else 'without identifier') + ')') if bool(v4) else ''))

def f138(D, a0):
    return (', '.join([f139(D, q1) for q1 in list(many(a0))[0:4]]) + ((' and ' + str((len(many(a0)) - 4)) + ' more') if (len(many(a0)) > 4) else ''))

def w8_0_0(D, T, n):
    return f138(D, n.get(K116)) + ': EN 16931 has no place for the extensions of the document', (s1 if (s1 := first(many(n.get(K116)))) is not None else n), None

def w8_0_1(D, T, n):
    return f138(D, n.get(K117)) + ': EN 16931 has no place for the identifier of the process instance of the document', (s1 if (s1 := first(many(n.get(K117)))) is not None else n), None

def w8_0_2(D, T, n):
    return f138(D, n.get(K118)) + ': EN 16931 has no place for the copy indicator of the document', (s1 if (s1 := first(many(n.get(K118)))) is not None else n), None

def w8_0_3(D, T, n):
    return f138(D, n.get(K119)) + ': EN 16931 has no place for the UUID of the document', (s1 if (s1 := first(many(n.get(K119)))) is not None else n), None

def w8_0_4(D, T, n):
    return f138(D, n.get(K120)) + ': EN 16931 has no place for the issue time of the document', (s1 if (s1 := first(many(n.get(K120)))) is not None else n), None

def w8_0_5(D, T, n):
    return f138(D, n.get(K121)) + ': EN 16931 has no place for the pricing currency of the document', (s1 if (s1 := first(many(n.get(K121)))) is not None else n), None

def w8_0_6(D, T, n):
    return f138(D, n.get(K122)) + ': EN 16931 has no place for the payment currency of the document', (s1 if (s1 := first(many(n.get(K122)))) is not None else n), None

def w8_0_7(D, T, n):
    return f138(D, n.get(K123)) + ': EN 16931 has no place for the alternative payment currency of the document', (s1 if (s1 := first(many(n.get(K123)))) is not None else n), None

def w8_0_8(D, T, n):
    return f138(D, n.get(K124)) + ': EN 16931 has no place for the accounting code of the document', (s1 if (s1 := first(many(n.get(K124)))) is not None else n), None

def w8_0_9(D, T, n):
    return f138(D, n.get(K125)) + ': EN 16931 has no place for the line count of the document', (s1 if (s1 := first(many(n.get(K125)))) is not None else n), None

def w8_0_10(D, T, n):
    return f138(D, kid2(n, K54, K126)) + ': EN 16931 has no place for the start time of the invoicing period', (s1 if (s1 := first(many(kid2(n, K54, K126)))) is not None else n), None

def w8_0_11(D, T, n):
    return f138(D, kid2(n, K54, K127)) + ': EN 16931 has no place for the end time of the invoicing period', (s1 if (s1 := first(many(kid2(n, K54, K127)))) is not None else n), None

def w8_0_12(D, T, n):
    return f138(D, kid2(n, K54, K128)) + ': EN 16931 has no place for the duration of the invoicing period', (s1 if (s1 := first(many(kid2(n, K54, K128)))) is not None else n), None

def w8_0_13(D, T, n):
    return f138(D, kid2(n, K54, K114)) + ': EN 16931 has no place for the description of the invoicing period', (s1 if (s1 := first(many(kid2(n, K54, K114)))) is not None else n), None

def w8_0_14(D, T, n):
    return f138(D, kid2(n, K129, K118)) + ': EN 16931 has no place for the copy indicator of the purchase order', (s1 if (s1 := first(many(kid2(n, K129, K118)))) is not None else n), None

def w8_0_15(D, T, n):
    return f138(D, kid2(n, K129, K119)) + ': EN 16931 has no place for the UUID of the purchase order', (s1 if (s1 := first(many(kid2(n, K129, K119)))) is not None else n), None

def w8_0_16(D, T, n):
    return f138(D, kid2(n, K129, K2)) + ': EN 16931 has no place for the issue date of the purchase order', (s1 if (s1 := first(many(kid2(n, K129, K2)))) is not None else n), None

def w8_0_17(D, T, n):
    return f138(D, kid2(n, K129, K120)) + ': EN 16931 has no place for the issue time of the purchase order', (s1 if (s1 := first(many(kid2(n, K129, K120)))) is not None else n), None

def w8_0_18(D, T, n):
    return f138(D, kid2(n, K129, K130)) + ': EN 16931 has no place for the customer reference of the purchase order', (s1 if (s1 := first(many(kid2(n, K129, K130)))) is not None else n), None

def w8_0_19(D, T, n):
    return f138(D, kid2(n, K129, K131)) + ': EN 16931 has no place for the order type code of the purchase order', (s1 if (s1 := first(many(kid2(n, K129, K131)))) is not None else n), None

def w8_0_20(D, T, n):
    return f138(D, kid2(n, K129, K115)) + ': EN 16931 has no place for the further document of the purchase order', (s1 if (s1 := first(many(kid2(n, K129, K115)))) is not None else n), None

def w8_0_21(D, T, n):
    return f138(D, kid3(n, K132, K27, K118)) + ': EN 16931 has no place for the copy indicator of the preceding invoice', (s1 if (s1 := first(many(kid3(n, K132, K27, K118)))) is not None else n), None

def w8_0_22(D, T, n):
    return f138(D, kid3(n, K132, K27, K119)) + ': EN 16931 has no place for the UUID of the preceding invoice', (s1 if (s1 := first(many(kid3(n, K132, K27, K119)))) is not None else n), None

def w8_0_23(D, T, n):
    return f138(D, kid3(n, K132, K27, K120)) + ': EN 16931 has no place for the issue time of the preceding invoice', (s1 if (s1 := first(many(kid3(n, K132, K27, K120)))) is not None else n), None

def w8_0_24(D, T, n):
    return f138(D, kid3(n, K132, K27, K70)) + ': EN 16931 has no place for the document type code of the preceding invoice', (s1 if (s1 := first(many(kid3(n, K132, K27, K70)))) is not None else n), None

def w8_0_25(D, T, n):
    return f138(D, kid3(n, K132, K27, K133)) + ': EN 16931 has no place for the document type text of the preceding invoice', (s1 if (s1 := first(many(kid3(n, K132, K27, K133)))) is not None else n), None

def w8_0_26(D, T, n):
    return f138(D, kid3(n, K132, K27, K134)) + ': EN 16931 has no place for the internal path of the preceding invoice', (s1 if (s1 := first(many(kid3(n, K132, K27, K134)))) is not None else n), None

def w8_0_27(D, T, n):
    return f138(D, kid3(n, K132, K27, K135)) + ': EN 16931 has no place for the language of the preceding invoice', (s1 if (s1 := first(many(kid3(n, K132, K27, K135)))) is not None else n), None

def w8_0_28(D, T, n):
    return f138(D, kid3(n, K132, K27, K136)) + ': EN 16931 has no place for the regional language variant of the preceding invoice', (s1 if (s1 := first(many(kid3(n, K132, K27, K136)))) is not None else n), None

def w8_0_29(D, T, n):
    return f138(D, kid3(n, K132, K27, K137)) + ': EN 16931 has no place for the version of the preceding invoice', (s1 if (s1 := first(many(kid3(n, K132, K27, K137)))) is not None else n), None

def w8_0_30(D, T, n):
    return f138(D, kid3(n, K132, K27, K138)) + ': EN 16931 has no place for the status code of the preceding invoice', (s1 if (s1 := first(many(kid3(n, K132, K27, K138)))) is not None else n), None

def w8_0_31(D, T, n):
    return f138(D, kid3(n, K132, K27, K74)) + ': EN 16931 has no place for the description of the preceding invoice', (s1 if (s1 := first(many(kid3(n, K132, K27, K74)))) is not None else n), None

def w8_0_32(D, T, n):
    return f138(D, kid3(n, K132, K27, K139)) + ': EN 16931 has no place for the attachment of the preceding invoice', (s1 if (s1 := first(many(kid3(n, K132, K27, K139)))) is not None else n), None

def w8_0_33(D, T, n):
    return f138(D, kid3(n, K132, K27, K140)) + ': EN 16931 has no place for the period of validity of the preceding invoice', (s1 if (s1 := first(many(kid3(n, K132, K27, K140)))) is not None else n), None

def w8_0_34(D, T, n):
    return f138(D, kid3(n, K132, K27, K141)) + ': EN 16931 has no place for the issuer of the preceding invoice', (s1 if (s1 := first(many(kid3(n, K132, K27, K141)))) is not None else n), None

def w8_0_35(D, T, n):
    return f138(D, kid3(n, K132, K27, K142)) + ': EN 16931 has no place for the signature check result of the preceding invoice', (s1 if (s1 := first(many(kid3(n, K132, K27, K142)))) is not None else n), None

def w8_0_36(D, T, n):
    return f138(D, kid2(n, K132, K143)) + ': EN 16931 has no place for the self-billed invoice in the reference to a preceding invoice', (s1 if (s1 := first(many(kid2(n, K132, K143)))) is not None else n), None

def w8_0_37(D, T, n):
    return f138(D, kid2(n, K132, K144)) + ': EN 16931 has no place for the credit note in the reference to a preceding invoice', (s1 if (s1 := first(many(kid2(n, K132, K144)))) is not None else n), None

def w8_0_38(D, T, n):
    return f138(D, kid2(n, K132, K145)) + ': EN 16931 has no place for the self-billed credit note in the reference to a preceding invoice', (s1 if (s1 := first(many(kid2(n, K132, K145)))) is not None else n), None

def w8_0_39(D, T, n):
    return f138(D, kid2(n, K132, K146)) + ': EN 16931 has no place for the debit note in the reference to a preceding invoice', (s1 if (s1 := first(many(kid2(n, K132, K146)))) is not None else n), None

def w8_0_40(D, T, n):
    return f138(D, kid2(n, K132, K147)) + ': EN 16931 has no place for the payment reminder in the reference to a preceding invoice', (s1 if (s1 := first(many(kid2(n, K132, K147)))) is not None else n), None

def w8_0_41(D, T, n):
    return f138(D, kid2(n, K132, K80)) + ': EN 16931 has no place for the further document in the reference to a preceding invoice', (s1 if (s1 := first(many(kid2(n, K132, K80)))) is not None else n), None

def w8_0_42(D, T, n):
    return f138(D, kid2(n, K132, K148)) + ': EN 16931 has no place for the line in the reference to a preceding invoice', (s1 if (s1 := first(many(kid2(n, K132, K148)))) is not None else n), None

def w8_0_43(D, T, n):
    return f138(D, kid2(n, K79, K118)) + ': EN 16931 has no place for the copy indicator of the despatch advice', (s1 if (s1 := first(many(kid2(n, K79, K118)))) is not None else n), None

def w8_0_44(D, T, n):
    return f138(D, kid2(n, K79, K119)) + ': EN 16931 has no place for the UUID of the despatch advice', (s1 if (s1 := first(many(kid2(n, K79, K119)))) is not None else n), None

def w8_0_45(D, T, n):
    return f138(D, kid2(n, K79, K2)) + ': EN 16931 has no place for the issue date of the despatch advice', (s1 if (s1 := first(many(kid2(n, K79, K2)))) is not None else n), None

def w8_0_46(D, T, n):
    return f138(D, kid2(n, K79, K120)) + ': EN 16931 has no place for the issue time of the despatch advice', (s1 if (s1 := first(many(kid2(n, K79, K120)))) is not None else n), None

def w8_0_47(D, T, n):
    return f138(D, kid2(n, K79, K70)) + ': EN 16931 has no place for the document type code of the despatch advice', (s1 if (s1 := first(many(kid2(n, K79, K70)))) is not None else n), None

def w8_0_48(D, T, n):
    return f138(D, kid2(n, K79, K133)) + ': EN 16931 has no place for the document type text of the despatch advice', (s1 if (s1 := first(many(kid2(n, K79, K133)))) is not None else n), None

def w8_0_49(D, T, n):
    return f138(D, kid2(n, K79, K134)) + ': EN 16931 has no place for the internal path of the despatch advice', (s1 if (s1 := first(many(kid2(n, K79, K134)))) is not None else n), None

def w8_0_50(D, T, n):
    return f138(D, kid2(n, K79, K135)) + ': EN 16931 has no place for the language of the despatch advice', (s1 if (s1 := first(many(kid2(n, K79, K135)))) is not None else n), None

def w8_0_51(D, T, n):
    return f138(D, kid2(n, K79, K136)) + ': EN 16931 has no place for the regional language variant of the despatch advice', (s1 if (s1 := first(many(kid2(n, K79, K136)))) is not None else n), None

def w8_0_52(D, T, n):
    return f138(D, kid2(n, K79, K137)) + ': EN 16931 has no place for the version of the despatch advice', (s1 if (s1 := first(many(kid2(n, K79, K137)))) is not None else n), None

def w8_0_53(D, T, n):
    return f138(D, kid2(n, K79, K138)) + ': EN 16931 has no place for the status code of the despatch advice', (s1 if (s1 := first(many(kid2(n, K79, K138)))) is not None else n), None

def w8_0_54(D, T, n):
    return f138(D, kid2(n, K79, K74)) + ': EN 16931 has no place for the description of the despatch advice', (s1 if (s1 := first(many(kid2(n, K79, K74)))) is not None else n), None

def w8_0_55(D, T, n):
    return f138(D, kid2(n, K79, K139)) + ': EN 16931 has no place for the attachment of the despatch advice', (s1 if (s1 := first(many(kid2(n, K79, K139)))) is not None else n), None

def w8_0_56(D, T, n):
    return f138(D, kid2(n, K79, K140)) + ': EN 16931 has no place for the period of validity of the despatch advice', (s1 if (s1 := first(many(kid2(n, K79, K140)))) is not None else n), None

def w8_0_57(D, T, n):
    return f138(D, kid2(n, K79, K141)) + ': EN 16931 has no place for the issuer of the despatch advice', (s1 if (s1 := first(many(kid2(n, K79, K141)))) is not None else n), None

def w8_0_58(D, T, n):
    return f138(D, kid2(n, K79, K142)) + ': EN 16931 has no place for the signature check result of the despatch advice', (s1 if (s1 := first(many(kid2(n, K79, K142)))) is not None else n), None

def w8_0_59(D, T, n):
    return f138(D, kid2(n, K78, K118)) + ': EN 16931 has no place for the copy indicator of the receiving advice', (s1 if (s1 := first(many(kid2(n, K78, K118)))) is not None else n), None

def w8_0_60(D, T, n):
    return f138(D, kid2(n, K78, K119)) + ': EN 16931 has no place for the UUID of the receiving advice', (s1 if (s1 := first(many(kid2(n, K78, K119)))) is not None else n), None

def w8_0_61(D, T, n):
    return f138(D, kid2(n, K78, K2)) + ': EN 16931 has no place for the issue date of the receiving advice', (s1 if (s1 := first(many(kid2(n, K78, K2)))) is not None else n), None

def w8_0_62(D, T, n):
    return f138(D, kid2(n, K78, K120)) + ': EN 16931 has no place for the issue time of the receiving advice', (s1 if (s1 := first(many(kid2(n, K78, K120)))) is not None else n), None

def w8_0_63(D, T, n):
    return f138(D, kid2(n, K78, K70)) + ': EN 16931 has no place for the document type code of the receiving advice', (s1 if (s1 := first(many(kid2(n, K78, K70)))) is not None else n), None

def w8_0_64(D, T, n):
    return f138(D, kid2(n, K78, K133)) + ': EN 16931 has no place for the document type text of the receiving advice', (s1 if (s1 := first(many(kid2(n, K78, K133)))) is not None else n), None

def w8_0_65(D, T, n):
    return f138(D, kid2(n, K78, K134)) + ': EN 16931 has no place for the internal path of the receiving advice', (s1 if (s1 := first(many(kid2(n, K78, K134)))) is not None else n), None

def w8_0_66(D, T, n):
    return f138(D, kid2(n, K78, K135)) + ': EN 16931 has no place for the language of the receiving advice', (s1 if (s1 := first(many(kid2(n, K78, K135)))) is not None else n), None

def w8_0_67(D, T, n):
    return f138(D, kid2(n, K78, K136)) + ': EN 16931 has no place for the regional language variant of the receiving advice', (s1 if (s1 := first(many(kid2(n, K78, K136)))) is not None else n), None

def w8_0_68(D, T, n):
    return f138(D, kid2(n, K78, K137)) + ': EN 16931 has no place for the version of the receiving advice', (s1 if (s1 := first(many(kid2(n, K78, K137)))) is not None else n), None

def w8_0_69(D, T, n):
    return f138(D, kid2(n, K78, K138)) + ': EN 16931 has no place for the status code of the receiving advice', (s1 if (s1 := first(many(kid2(n, K78, K138)))) is not None else n), None

def w8_0_70(D, T, n):
    return f138(D, kid2(n, K78, K74)) + ': EN 16931 has no place for the description of the receiving advice', (s1 if (s1 := first(many(kid2(n, K78, K74)))) is not None else n), None

def w8_0_71(D, T, n):
    return f138(D, kid2(n, K78, K139)) + ': EN 16931 has no place for the attachment of the receiving advice', (s1 if (s1 := first(many(kid2(n, K78, K139)))) is not None else n), None

def w8_0_72(D, T, n):
    return f138(D, kid2(n, K78, K140)) + ': EN 16931 has no place for the period of validity of the receiving advice', (s1 if (s1 := first(many(kid2(n, K78, K140)))) is not None else n), None

def w8_0_73(D, T, n):
    return f138(D, kid2(n, K78, K141)) + ': EN 16931 has no place for the issuer of the receiving advice', (s1 if (s1 := first(many(kid2(n, K78, K141)))) is not None else n), None

def w8_0_74(D, T, n):
    return f138(D, kid2(n, K78, K142)) + ': EN 16931 has no place for the signature check result of the receiving advice', (s1 if (s1 := first(many(kid2(n, K78, K142)))) is not None else n), None

def w8_0_75(D, T, n):
    return f138(D, n.get(K149)) + ': EN 16931 has no place for the statement of account of the document', (s1 if (s1 := first(many(n.get(K149)))) is not None else n), None

def w8_0_76(D, T, n):
    return f138(D, kid2(n, K90, K118)) + ': EN 16931 has no place for the copy indicator of the tender or lot', (s1 if (s1 := first(many(kid2(n, K90, K118)))) is not None else n), None

def w8_0_77(D, T, n):
    return f138(D, kid2(n, K90, K119)) + ': EN 16931 has no place for the UUID of the tender or lot', (s1 if (s1 := first(many(kid2(n, K90, K119)))) is not None else n), None

def w8_0_78(D, T, n):
    return f138(D, kid2(n, K90, K2)) + ': EN 16931 has no place for the issue date of the tender or lot', (s1 if (s1 := first(many(kid2(n, K90, K2)))) is not None else n), None

def w8_0_79(D, T, n):
    return f138(D, kid2(n, K90, K120)) + ': EN 16931 has no place for the issue time of the tender or lot', (s1 if (s1 := first(many(kid2(n, K90, K120)))) is not None else n), None

def w8_0_80(D, T, n):
    return f138(D, kid2(n, K90, K70)) + ': EN 16931 has no place for the document type code of the tender or lot', (s1 if (s1 := first(many(kid2(n, K90, K70)))) is not None else n), None

def w8_0_81(D, T, n):
    return f138(D, kid2(n, K90, K133)) + ': EN 16931 has no place for the document type text of the tender or lot', (s1 if (s1 := first(many(kid2(n, K90, K133)))) is not None else n), None

def w8_0_82(D, T, n):
    return f138(D, kid2(n, K90, K134)) + ': EN 16931 has no place for the internal path of the tender or lot', (s1 if (s1 := first(many(kid2(n, K90, K134)))) is not None else n), None

def w8_0_83(D, T, n):
    return f138(D, kid2(n, K90, K135)) + ': EN 16931 has no place for the language of the tender or lot', (s1 if (s1 := first(many(kid2(n, K90, K135)))) is not None else n), None

def w8_0_84(D, T, n):
    return f138(D, kid2(n, K90, K136)) + ': EN 16931 has no place for the regional language variant of the tender or lot', (s1 if (s1 := first(many(kid2(n, K90, K136)))) is not None else n), None

def w8_0_85(D, T, n):
    return f138(D, kid2(n, K90, K137)) + ': EN 16931 has no place for the version of the tender or lot', (s1 if (s1 := first(many(kid2(n, K90, K137)))) is not None else n), None

def w8_0_86(D, T, n):
    return f138(D, kid2(n, K90, K138)) + ': EN 16931 has no place for the status code of the tender or lot', (s1 if (s1 := first(many(kid2(n, K90, K138)))) is not None else n), None

def w8_0_87(D, T, n):
    return f138(D, kid2(n, K90, K74)) + ': EN 16931 has no place for the description of the tender or lot', (s1 if (s1 := first(many(kid2(n, K90, K74)))) is not None else n), None

def w8_0_88(D, T, n):
    return f138(D, kid2(n, K90, K139)) + ': EN 16931 has no place for the attachment of the tender or lot', (s1 if (s1 := first(many(kid2(n, K90, K139)))) is not None else n), None

def w8_0_89(D, T, n):
    return f138(D, kid2(n, K90, K140)) + ': EN 16931 has no place for the period of validity of the tender or lot', (s1 if (s1 := first(many(kid2(n, K90, K140)))) is not None else n), None

def w8_0_90(D, T, n):
    return f138(D, kid2(n, K90, K141)) + ': EN 16931 has no place for the issuer of the tender or lot', (s1 if (s1 := first(many(kid2(n, K90, K141)))) is not None else n), None

def w8_0_91(D, T, n):
    return f138(D, kid2(n, K90, K142)) + ': EN 16931 has no place for the signature check result of the tender or lot', (s1 if (s1 := first(many(kid2(n, K90, K142)))) is not None else n), None

def w8_0_92(D, T, n):
    return f138(D, kid2(n, K77, K118)) + ': EN 16931 has no place for the copy indicator of the contract', (s1 if (s1 := first(many(kid2(n, K77, K118)))) is not None else n), None

def w8_0_93(D, T, n):
    return f138(D, kid2(n, K77, K119)) + ': EN 16931 has no place for the UUID of the contract', (s1 if (s1 := first(many(kid2(n, K77, K119)))) is not None else n), None

def w8_0_94(D, T, n):
    return f138(D, kid2(n, K77, K2)) + ': EN 16931 has no place for the issue date of the contract', (s1 if (s1 := first(many(kid2(n, K77, K2)))) is not None else n), None

def w8_0_95(D, T, n):
    return f138(D, kid2(n, K77, K120)) + ': EN 16931 has no place for the issue time of the contract', (s1 if (s1 := first(many(kid2(n, K77, K120)))) is not None else n), None

def w8_0_96(D, T, n):
    return f138(D, kid2(n, K77, K70)) + ': EN 16931 has no place for the document type code of the contract', (s1 if (s1 := first(many(kid2(n, K77, K70)))) is not None else n), None

def w8_0_97(D, T, n):
    return f138(D, kid2(n, K77, K133)) + ': EN 16931 has no place for the document type text of the contract', (s1 if (s1 := first(many(kid2(n, K77, K133)))) is not None else n), None

def w8_0_98(D, T, n):
    return f138(D, kid2(n, K77, K134)) + ': EN 16931 has no place for the internal path of the contract', (s1 if (s1 := first(many(kid2(n, K77, K134)))) is not None else n), None

def w8_0_99(D, T, n):
    return f138(D, kid2(n, K77, K135)) + ': EN 16931 has no place for the language of the contract', (s1 if (s1 := first(many(kid2(n, K77, K135)))) is not None else n), None

def w8_0_100(D, T, n):
    return f138(D, kid2(n, K77, K136)) + ': EN 16931 has no place for the regional language variant of the contract', (s1 if (s1 := first(many(kid2(n, K77, K136)))) is not None else n), None

def w8_0_101(D, T, n):
    return f138(D, kid2(n, K77, K137)) + ': EN 16931 has no place for the version of the contract', (s1 if (s1 := first(many(kid2(n, K77, K137)))) is not None else n), None

def w8_0_102(D, T, n):
    return f138(D, kid2(n, K77, K138)) + ': EN 16931 has no place for the status code of the contract', (s1 if (s1 := first(many(kid2(n, K77, K138)))) is not None else n), None

def w8_0_103(D, T, n):
    return f138(D, kid2(n, K77, K74)) + ': EN 16931 has no place for the description of the contract', (s1 if (s1 := first(many(kid2(n, K77, K74)))) is not None else n), None

def w8_0_104(D, T, n):
    return f138(D, kid2(n, K77, K139)) + ': EN 16931 has no place for the attachment of the contract', (s1 if (s1 := first(many(kid2(n, K77, K139)))) is not None else n), None

def w8_0_105(D, T, n):
    return f138(D, kid2(n, K77, K140)) + ': EN 16931 has no place for the period of validity of the contract', (s1 if (s1 := first(many(kid2(n, K77, K140)))) is not None else n), None

def w8_0_106(D, T, n):
    return f138(D, kid2(n, K77, K141)) + ': EN 16931 has no place for the issuer of the contract', (s1 if (s1 := first(many(kid2(n, K77, K141)))) is not None else n), None

def w8_0_107(D, T, n):
    return f138(D, kid2(n, K77, K142)) + ': EN 16931 has no place for the signature check result of the contract', (s1 if (s1 := first(many(kid2(n, K77, K142)))) is not None else n), None

def w8_0_108(D, T, n):
    return f138(D, kid2(n, K80, K118)) + ': EN 16931 has no place for the copy indicator of the supporting document', (s1 if (s1 := first(many(kid2(n, K80, K118)))) is not None else n), None

def w8_0_109(D, T, n):
    return f138(D, kid2(n, K80, K119)) + ': EN 16931 has no place for the UUID of the supporting document', (s1 if (s1 := first(many(kid2(n, K80, K119)))) is not None else n), None

def w8_0_110(D, T, n):
    return f138(D, kid2(n, K80, K2)) + ': EN 16931 has no place for the issue date of the supporting document', (s1 if (s1 := first(many(kid2(n, K80, K2)))) is not None else n), None

def w8_0_111(D, T, n):
    return f138(D, kid2(n, K80, K120)) + ': EN 16931 has no place for the issue time of the supporting document', (s1 if (s1 := first(many(kid2(n, K80, K120)))) is not None else n), None

def w8_0_112(D, T, n):
    return f138(D, kid2(n, K80, K133)) + ': EN 16931 has no place for the document type text of the supporting document', (s1 if (s1 := first(many(kid2(n, K80, K133)))) is not None else n), None

def w8_0_113(D, T, n):
    return f138(D, kid2(n, K80, K134)) + ': EN 16931 has no place for the internal path of the supporting document', (s1 if (s1 := first(many(kid2(n, K80, K134)))) is not None else n), None

def w8_0_114(D, T, n):
    return f138(D, kid2(n, K80, K135)) + ': EN 16931 has no place for the language of the supporting document', (s1 if (s1 := first(many(kid2(n, K80, K135)))) is not None else n), None

def w8_0_115(D, T, n):
    return f138(D, kid2(n, K80, K136)) + ': EN 16931 has no place for the regional language variant of the supporting document', (s1 if (s1 := first(many(kid2(n, K80, K136)))) is not None else n), None

def w8_0_116(D, T, n):
    return f138(D, kid2(n, K80, K137)) + ': EN 16931 has no place for the version of the supporting document', (s1 if (s1 := first(many(kid2(n, K80, K137)))) is not None else n), None

def w8_0_117(D, T, n):
    return f138(D, kid2(n, K80, K138)) + ': EN 16931 has no place for the status code of the supporting document', (s1 if (s1 := first(many(kid2(n, K80, K138)))) is not None else n), None

def w8_0_118(D, T, n):
    return f138(D, kids(n, K80, K139, K150, K151)) + ': EN 16931 has no place for the file hash of the external document', (s1 if (s1 := first(many(kids(n, K80, K139, K150, K151)))) is not None else n), None

def w8_0_119(D, T, n):
    return f138(D, kids(n, K80, K139, K150, K152)) + ': EN 16931 has no place for the hash method of the external document', (s1 if (s1 := first(many(kids(n, K80, K139, K150, K152)))) is not None else n), None

def w8_0_120(D, T, n):
    return f138(D, kids(n, K80, K139, K150, K153)) + ': EN 16931 has no place for the expiry date of the external document', (s1 if (s1 := first(many(kids(n, K80, K139, K150, K153)))) is not None else n), None

def w8_0_121(D, T, n):
    return f138(D, kids(n, K80, K139, K150, K154)) + ': EN 16931 has no place for the expiry time of the external document', (s1 if (s1 := first(many(kids(n, K80, K139, K150, K154)))) is not None else n), None

def w8_0_122(D, T, n):
    return f138(D, kids(n, K80, K139, K150, K155)) + ': EN 16931 has no place for the media type of the external document', (s1 if (s1 := first(many(kids(n, K80, K139, K150, K155)))) is not None else n), None

def w8_0_123(D, T, n):
    return f138(D, kids(n, K80, K139, K150, K156)) + ': EN 16931 has no place for the format code of the external document', (s1 if (s1 := first(many(kids(n, K80, K139, K150, K156)))) is not None else n), None

def w8_0_124(D, T, n):
    return f138(D, kids(n, K80, K139, K150, K157)) + ': EN 16931 has no place for the encoding of the external document', (s1 if (s1 := first(many(kids(n, K80, K139, K150, K157)))) is not None else n), None

def w8_0_125(D, T, n):
    return f138(D, kids(n, K80, K139, K150, K158)) + ': EN 16931 has no place for the character set of the external document', (s1 if (s1 := first(many(kids(n, K80, K139, K150, K158)))) is not None else n), None

def w8_0_126(D, T, n):
    return f138(D, kids(n, K80, K139, K150, K159)) + ': EN 16931 has no place for the file name of the external document', (s1 if (s1 := first(many(kids(n, K80, K139, K150, K159)))) is not None else n), None

def w8_0_127(D, T, n):
    return f138(D, kids(n, K80, K139, K150, K114)) + ': EN 16931 has no place for the description of the external document', (s1 if (s1 := first(many(kids(n, K80, K139, K150, K114)))) is not None else n), None

def w8_0_128(D, T, n):
    return f138(D, kid2(n, K80, K140)) + ': EN 16931 has no place for the period of validity of the supporting document', (s1 if (s1 := first(many(kid2(n, K80, K140)))) is not None else n), None

def w8_0_129(D, T, n):
    return f138(D, kid2(n, K80, K141)) + ': EN 16931 has no place for the issuer of the supporting document', (s1 if (s1 := first(many(kid2(n, K80, K141)))) is not None else n), None

def w8_0_130(D, T, n):
    return f138(D, kid2(n, K80, K142)) + ': EN 16931 has no place for the signature check result of the supporting document', (s1 if (s1 := first(many(kid2(n, K80, K142)))) is not None else n), None

def w8_0_131(D, T, n):
    return f138(D, kid2(n, K84, K119)) + ': EN 16931 has no place for the UUID of the project', (s1 if (s1 := first(many(kid2(n, K84, K119)))) is not None else n), None

def w8_0_132(D, T, n):
    return f138(D, kid2(n, K84, K2)) + ': EN 16931 has no place for the date of the project', (s1 if (s1 := first(many(kid2(n, K84, K2)))) is not None else n), None

def w8_0_133(D, T, n):
    return f138(D, kid2(n, K84, K160)) + ': EN 16931 has no place for the work phase of the project', (s1 if (s1 := first(many(kid2(n, K84, K160)))) is not None else n), None

def w8_0_134(D, T, n):
    return f138(D, n.get(K161)) + ': EN 16931 has no place for the signature of the document', (s1 if (s1 := first(many(n.get(K161)))) is not None else n), None

def w8_0_135(D, T, n):
    return f138(D, kid2(n, K6, K162)) + ': EN 16931 has no place for the customer-given account number of the seller', (s1 if (s1 := first(many(kid2(n, K6, K162)))) is not None else n), None

def w8_0_136(D, T, n):
    return f138(D, kid2(n, K6, K163)) + ': EN 16931 has no place for the further account number of the seller', (s1 if (s1 := first(many(kid2(n, K6, K163)))) is not None else n), None

def w8_0_137(D, T, n):
    return f138(D, kid2(n, K6, K164)) + ': EN 16931 has no place for the data sending capability of the seller', (s1 if (s1 := first(many(kid2(n, K6, K164)))) is not None else n), None

def w8_0_138(D, T, n):
    return f138(D, kid3(n, K6, K7, K165)) + ': EN 16931 has no place for the care-of indicator of the seller', (s1 if (s1 := first(many(kid3(n, K6, K7, K165)))) is not None else n), None

def w8_0_139(D, T, n):
    return f138(D, kid3(n, K6, K7, K166)) + ': EN 16931 has no place for the attention indicator of the seller', (s1 if (s1 := first(many(kid3(n, K6, K7, K166)))) is not None else n), None

def w8_0_140(D, T, n):
    return f138(D, kid3(n, K6, K7, K167)) + ': EN 16931 has no place for the website of the seller', (s1 if (s1 := first(many(kid3(n, K6, K7, K167)))) is not None else n), None

def w8_0_141(D, T, n):
    return f138(D, kid3(n, K6, K7, K168)) + ': EN 16931 has no place for the logo of the seller', (s1 if (s1 := first(many(kid3(n, K6, K7, K168)))) is not None else n), None

def w8_0_142(D, T, n):
    return f138(D, kid3(n, K6, K7, K169)) + ': EN 16931 has no place for the industry code of the seller', (s1 if (s1 := first(many(kid3(n, K6, K7, K169)))) is not None else n), None

def w8_0_143(D, T, n):
    return f138(D, kid3(n, K6, K7, K170)) + ': EN 16931 has no place for the language of the seller', (s1 if (s1 := first(many(kid3(n, K6, K7, K170)))) is not None else n), None

def w8_0_144(D, T, n):
    return f138(D, kids(n, K6, K7, K11, K1)) + ': EN 16931 has no place for the identifier in the address of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K11, K1)))) is not None else n), None

def w8_0_145(D, T, n):
    return f138(D, kids(n, K6, K7, K11, K171)) + ': EN 16931 has no place for the type code in the address of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K11, K171)))) is not None else n), None

def w8_0_146(D, T, n):
    return f138(D, kids(n, K6, K7, K11, K172)) + ': EN 16931 has no place for the format code in the address of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K11, K172)))) is not None else n), None

def w8_0_147(D, T, n):
    return f138(D, kids(n, K6, K7, K11, K173)) + ': EN 16931 has no place for the post office box in the address of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K11, K173)))) is not None else n), None

def w8_0_148(D, T, n):
    return f138(D, kids(n, K6, K7, K11, K174)) + ': EN 16931 has no place for the floor in the address of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K11, K174)))) is not None else n), None

def w8_0_149(D, T, n):
    return f138(D, kids(n, K6, K7, K11, K175)) + ': EN 16931 has no place for the room in the address of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K11, K175)))) is not None else n), None

def w8_0_150(D, T, n):
    return f138(D, kids(n, K6, K7, K11, K176)) + ': EN 16931 has no place for the block in the address of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K11, K176)))) is not None else n), None

def w8_0_151(D, T, n):
    return f138(D, kids(n, K6, K7, K11, K177)) + ': EN 16931 has no place for the building name in the address of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K11, K177)))) is not None else n), None

def w8_0_152(D, T, n):
    return f138(D, kids(n, K6, K7, K11, K178)) + ': EN 16931 has no place for the house number in the address of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K11, K178)))) is not None else n), None

def w8_0_153(D, T, n):
    return f138(D, kids(n, K6, K7, K11, K179)) + ': EN 16931 has no place for the internal mail address in the address of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K11, K179)))) is not None else n), None

def w8_0_154(D, T, n):
    return f138(D, kids(n, K6, K7, K11, K180)) + ': EN 16931 has no place for the department in the address of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K11, K180)))) is not None else n), None

def w8_0_155(D, T, n):
    return f138(D, kids(n, K6, K7, K11, K181)) + ': EN 16931 has no place for the attention line in the address of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K11, K181)))) is not None else n), None

def w8_0_156(D, T, n):
    return f138(D, kids(n, K6, K7, K11, K182)) + ': EN 16931 has no place for the care-of name in the address of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K11, K182)))) is not None else n), None

def w8_0_157(D, T, n):
    return f138(D, kids(n, K6, K7, K11, K183)) + ': EN 16931 has no place for the plot number in the address of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K11, K183)))) is not None else n), None

def w8_0_158(D, T, n):
    return f138(D, kids(n, K6, K7, K11, K184)) + ': EN 16931 has no place for the part of the city in the address of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K11, K184)))) is not None else n), None

def w8_0_159(D, T, n):
    return f138(D, kids(n, K6, K7, K11, K185)) + ': EN 16931 has no place for the code of the country subdivision in the address of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K11, K185)))) is not None else n), None

def w8_0_160(D, T, n):
    return f138(D, kids(n, K6, K7, K11, K186)) + ': EN 16931 has no place for the region in the address of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K11, K186)))) is not None else n), None

def w8_0_161(D, T, n):
    return f138(D, kids(n, K6, K7, K11, K187)) + ': EN 16931 has no place for the district in the address of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K11, K187)))) is not None else n), None

def w8_0_162(D, T, n):
    return f138(D, kids(n, K6, K7, K11, K188)) + ': EN 16931 has no place for the time zone in the address of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K11, K188)))) is not None else n), None

def w8_0_163(D, T, n):
    return f138(D, kids(n, K6, K7, K11, K18, K22)) + ': EN 16931 has no place for the country name in the address of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K11, K18, K22)))) is not None else n), None

def w8_0_164(D, T, n):
    return f138(D, kids(n, K6, K7, K11, K189)) + ': EN 16931 has no place for the coordinates in the address of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K11, K189)))) is not None else n), None

def w8_0_165(D, T, n):
    return f138(D, kid3(n, K6, K7, K190)) + ': EN 16931 has no place for the physical location of the seller', (s1 if (s1 := first(many(kid3(n, K6, K7, K190)))) is not None else n), None

def w8_0_166(D, T, n):
    return f138(D, kids(n, K6, K7, K24, K9)) + ': EN 16931 has no place for the name at the tax registration of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K24, K9)))) is not None else n), None

def w8_0_167(D, T, n):
    return f138(D, kids(n, K6, K7, K24, K191)) + ': EN 16931 has no place for the level of tax at the tax registration of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K24, K191)))) is not None else n), None

def w8_0_168(D, T, n):
    return f138(D, kids(n, K6, K7, K24, K192)) + ': EN 16931 has no place for the exemption reason code at the tax registration of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K24, K192)))) is not None else n), None

def w8_0_169(D, T, n):
    return f138(D, kids(n, K6, K7, K24, K193)) + ': EN 16931 has no place for the exemption reason at the tax registration of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K24, K193)))) is not None else n), None

def w8_0_170(D, T, n):
    return f138(D, kids(n, K6, K7, K24, K194)) + ': EN 16931 has no place for the registered address at the tax registration of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K24, K194)))) is not None else n), None

def w8_0_171(D, T, n):
    return f138(D, kids(n, K6, K7, K24, K25, K22)) + ': EN 16931 has no place for the name of the tax that the seller is registered for', (s1 if (s1 := first(many(kids(n, K6, K7, K24, K25, K22)))) is not None else n), None

def w8_0_172(D, T, n):
    return f138(D, kids(n, K6, K7, K24, K25, K195)) + ': EN 16931 has no place for the tax type code of the tax that the seller is registered for', (s1 if (s1 := first(many(kids(n, K6, K7, K24, K25, K195)))) is not None else n), None

def w8_0_173(D, T, n):
    return f138(D, kids(n, K6, K7, K24, K25, K196)) + ': EN 16931 has no place for the currency of the tax that the seller is registered for', (s1 if (s1 := first(many(kids(n, K6, K7, K24, K25, K196)))) is not None else n), None

def w8_0_174(D, T, n):
    return f138(D, kids(n, K6, K7, K24, K25, K197)) + ': EN 16931 has no place for the region of the tax that the seller is registered for', (s1 if (s1 := first(many(kids(n, K6, K7, K24, K25, K197)))) is not None else n), None

def w8_0_175(D, T, n):
    return f138(D, kids(n, K6, K7, K8, K198)) + ': EN 16931 has no place for the date of registration of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K8, K198)))) is not None else n), None

def w8_0_176(D, T, n):
    return f138(D, kids(n, K6, K7, K8, K199)) + ': EN 16931 has no place for the end of registration of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K8, K199)))) is not None else n), None

def w8_0_177(D, T, n):
    return f138(D, kids(n, K6, K7, K8, K200)) + ': EN 16931 has no place for the legal form code of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K8, K200)))) is not None else n), None

def w8_0_178(D, T, n):
    return f138(D, kids(n, K6, K7, K8, K201)) + ': EN 16931 has no place for the sole trader indicator of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K8, K201)))) is not None else n), None

def w8_0_179(D, T, n):
    return f138(D, kids(n, K6, K7, K8, K202)) + ': EN 16931 has no place for the liquidation status of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K8, K202)))) is not None else n), None

def w8_0_180(D, T, n):
    return f138(D, kids(n, K6, K7, K8, K203)) + ': EN 16931 has no place for the share capital of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K8, K203)))) is not None else n), None

def w8_0_181(D, T, n):
    return f138(D, kids(n, K6, K7, K8, K204)) + ': EN 16931 has no place for the indicator of paid-in shares of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K8, K204)))) is not None else n), None

def w8_0_182(D, T, n):
    return f138(D, kids(n, K6, K7, K8, K194)) + ': EN 16931 has no place for the registered address of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K8, K194)))) is not None else n), None

def w8_0_183(D, T, n):
    return f138(D, kids(n, K6, K7, K8, K205)) + ': EN 16931 has no place for the register of companies of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K8, K205)))) is not None else n), None

def w8_0_184(D, T, n):
    return f138(D, kids(n, K6, K7, K8, K206)) + ': EN 16931 has no place for the head office of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K8, K206)))) is not None else n), None

def w8_0_185(D, T, n):
    return f138(D, kids(n, K6, K7, K8, K207)) + ': EN 16931 has no place for the shareholder of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K8, K207)))) is not None else n), None

def w8_0_186(D, T, n):
    return f138(D, kids(n, K6, K7, K208, K1)) + ': EN 16931 has no place for the identifier of the contact of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K208, K1)))) is not None else n), None

def w8_0_187(D, T, n):
    return f138(D, kids(n, K6, K7, K208, K209)) + ': EN 16931 has no place for the fax number of the contact of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K208, K209)))) is not None else n), None

def w8_0_188(D, T, n):
    return f138(D, kids(n, K6, K7, K208, K82)) + ': EN 16931 has no place for the note of the contact of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K208, K82)))) is not None else n), None

def w8_0_189(D, T, n):
    return f138(D, kids(n, K6, K7, K208, K210)) + ': EN 16931 has no place for the further telephone number or address of the contact of the seller', (s1 if (s1 := first(many(kids(n, K6, K7, K208, K210)))) is not None else n), None

def w8_0_190(D, T, n):
    return f138(D, kid3(n, K6, K7, K211)) + ': EN 16931 has no place for the person of the seller', (s1 if (s1 := first(many(kid3(n, K6, K7, K211)))) is not None else n), None

def w8_0_191(D, T, n):
    return f138(D, kid3(n, K6, K7, K212)) + ': EN 16931 has no place for the agent of the seller', (s1 if (s1 := first(many(kid3(n, K6, K7, K212)))) is not None else n), None

def w8_0_192(D, T, n):
    return f138(D, kid3(n, K6, K7, K213)) + ': EN 16931 has no place for the service provider of the seller', (s1 if (s1 := first(many(kid3(n, K6, K7, K213)))) is not None else n), None

def w8_0_193(D, T, n):
    return f138(D, kid3(n, K6, K7, K214)) + ': EN 16931 has no place for the power of attorney of the seller', (s1 if (s1 := first(many(kid3(n, K6, K7, K214)))) is not None else n), None

def w8_0_194(D, T, n):
    return f138(D, kid3(n, K6, K7, K215)) + ': EN 16931 has no place for the account of the seller', (s1 if (s1 := first(many(kid3(n, K6, K7, K215)))) is not None else n), None

def w8_0_195(D, T, n):
    return f138(D, kid2(n, K6, K216)) + ': EN 16931 has no place for the despatch contact of the seller', (s1 if (s1 := first(many(kid2(n, K6, K216)))) is not None else n), None

def w8_0_196(D, T, n):
    return f138(D, kid2(n, K6, K217)) + ': EN 16931 has no place for the accounting contact of the seller', (s1 if (s1 := first(many(kid2(n, K6, K217)))) is not None else n), None

def w8_0_197(D, T, n):
    return f138(D, kid2(n, K6, K218)) + ': EN 16931 has no place for the sales contact of the seller', (s1 if (s1 := first(many(kid2(n, K6, K218)))) is not None else n), None

def w8_0_198(D, T, n):
    return f138(D, kid2(n, K10, K162)) + ': EN 16931 has no place for the customer-given account number of the buyer', (s1 if (s1 := first(many(kid2(n, K10, K162)))) is not None else n), None

def w8_0_199(D, T, n):
    return f138(D, kid2(n, K10, K219)) + ': EN 16931 has no place for the supplier-given account number of the buyer', (s1 if (s1 := first(many(kid2(n, K10, K219)))) is not None else n), None

def w8_0_200(D, T, n):
    return f138(D, kid2(n, K10, K163)) + ': EN 16931 has no place for the further account number of the buyer', (s1 if (s1 := first(many(kid2(n, K10, K163)))) is not None else n), None

def w8_0_201(D, T, n):
    return f138(D, kid3(n, K10, K7, K165)) + ': EN 16931 has no place for the care-of indicator of the buyer', (s1 if (s1 := first(many(kid3(n, K10, K7, K165)))) is not None else n), None

def w8_0_202(D, T, n):
    return f138(D, kid3(n, K10, K7, K166)) + ': EN 16931 has no place for the attention indicator of the buyer', (s1 if (s1 := first(many(kid3(n, K10, K7, K166)))) is not None else n), None

def w8_0_203(D, T, n):
    return f138(D, kid3(n, K10, K7, K167)) + ': EN 16931 has no place for the website of the buyer', (s1 if (s1 := first(many(kid3(n, K10, K7, K167)))) is not None else n), None

def w8_0_204(D, T, n):
    return f138(D, kid3(n, K10, K7, K168)) + ': EN 16931 has no place for the logo of the buyer', (s1 if (s1 := first(many(kid3(n, K10, K7, K168)))) is not None else n), None

def w8_0_205(D, T, n):
    return f138(D, kid3(n, K10, K7, K169)) + ': EN 16931 has no place for the industry code of the buyer', (s1 if (s1 := first(many(kid3(n, K10, K7, K169)))) is not None else n), None

def w8_0_206(D, T, n):
    return f138(D, kid3(n, K10, K7, K170)) + ': EN 16931 has no place for the language of the buyer', (s1 if (s1 := first(many(kid3(n, K10, K7, K170)))) is not None else n), None

def w8_0_207(D, T, n):
    return f138(D, kids(n, K10, K7, K11, K1)) + ': EN 16931 has no place for the identifier in the address of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K11, K1)))) is not None else n), None

def w8_0_208(D, T, n):
    return f138(D, kids(n, K10, K7, K11, K171)) + ': EN 16931 has no place for the type code in the address of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K11, K171)))) is not None else n), None

def w8_0_209(D, T, n):
    return f138(D, kids(n, K10, K7, K11, K172)) + ': EN 16931 has no place for the format code in the address of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K11, K172)))) is not None else n), None

def w8_0_210(D, T, n):
    return f138(D, kids(n, K10, K7, K11, K173)) + ': EN 16931 has no place for the post office box in the address of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K11, K173)))) is not None else n), None

def w8_0_211(D, T, n):
    return f138(D, kids(n, K10, K7, K11, K174)) + ': EN 16931 has no place for the floor in the address of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K11, K174)))) is not None else n), None

def w8_0_212(D, T, n):
    return f138(D, kids(n, K10, K7, K11, K175)) + ': EN 16931 has no place for the room in the address of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K11, K175)))) is not None else n), None

def w8_0_213(D, T, n):
    return f138(D, kids(n, K10, K7, K11, K176)) + ': EN 16931 has no place for the block in the address of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K11, K176)))) is not None else n), None

def w8_0_214(D, T, n):
    return f138(D, kids(n, K10, K7, K11, K177)) + ': EN 16931 has no place for the building name in the address of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K11, K177)))) is not None else n), None

def w8_0_215(D, T, n):
    return f138(D, kids(n, K10, K7, K11, K178)) + ': EN 16931 has no place for the house number in the address of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K11, K178)))) is not None else n), None

def w8_0_216(D, T, n):
    return f138(D, kids(n, K10, K7, K11, K179)) + ': EN 16931 has no place for the internal mail address in the address of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K11, K179)))) is not None else n), None

def w8_0_217(D, T, n):
    return f138(D, kids(n, K10, K7, K11, K180)) + ': EN 16931 has no place for the department in the address of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K11, K180)))) is not None else n), None

def w8_0_218(D, T, n):
    return f138(D, kids(n, K10, K7, K11, K181)) + ': EN 16931 has no place for the attention line in the address of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K11, K181)))) is not None else n), None

def w8_0_219(D, T, n):
    return f138(D, kids(n, K10, K7, K11, K182)) + ': EN 16931 has no place for the care-of name in the address of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K11, K182)))) is not None else n), None

def w8_0_220(D, T, n):
    return f138(D, kids(n, K10, K7, K11, K183)) + ': EN 16931 has no place for the plot number in the address of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K11, K183)))) is not None else n), None

def w8_0_221(D, T, n):
    return f138(D, kids(n, K10, K7, K11, K184)) + ': EN 16931 has no place for the part of the city in the address of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K11, K184)))) is not None else n), None

def w8_0_222(D, T, n):
    return f138(D, kids(n, K10, K7, K11, K185)) + ': EN 16931 has no place for the code of the country subdivision in the address of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K11, K185)))) is not None else n), None

def w8_0_223(D, T, n):
    return f138(D, kids(n, K10, K7, K11, K186)) + ': EN 16931 has no place for the region in the address of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K11, K186)))) is not None else n), None

def w8_0_224(D, T, n):
    return f138(D, kids(n, K10, K7, K11, K187)) + ': EN 16931 has no place for the district in the address of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K11, K187)))) is not None else n), None

def w8_0_225(D, T, n):
    return f138(D, kids(n, K10, K7, K11, K188)) + ': EN 16931 has no place for the time zone in the address of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K11, K188)))) is not None else n), None

def w8_0_226(D, T, n):
    return f138(D, kids(n, K10, K7, K11, K18, K22)) + ': EN 16931 has no place for the country name in the address of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K11, K18, K22)))) is not None else n), None

def w8_0_227(D, T, n):
    return f138(D, kids(n, K10, K7, K11, K189)) + ': EN 16931 has no place for the coordinates in the address of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K11, K189)))) is not None else n), None

def w8_0_228(D, T, n):
    return f138(D, kid3(n, K10, K7, K190)) + ': EN 16931 has no place for the physical location of the buyer', (s1 if (s1 := first(many(kid3(n, K10, K7, K190)))) is not None else n), None

def w8_0_229(D, T, n):
    return f138(D, kids(n, K10, K7, K24, K9)) + ': EN 16931 has no place for the name at the tax registration of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K24, K9)))) is not None else n), None

def w8_0_230(D, T, n):
    return f138(D, kids(n, K10, K7, K24, K191)) + ': EN 16931 has no place for the level of tax at the tax registration of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K24, K191)))) is not None else n), None

def w8_0_231(D, T, n):
    return f138(D, kids(n, K10, K7, K24, K192)) + ': EN 16931 has no place for the exemption reason code at the tax registration of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K24, K192)))) is not None else n), None

def w8_0_232(D, T, n):
    return f138(D, kids(n, K10, K7, K24, K193)) + ': EN 16931 has no place for the exemption reason at the tax registration of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K24, K193)))) is not None else n), None

def w8_0_233(D, T, n):
    return f138(D, kids(n, K10, K7, K24, K194)) + ': EN 16931 has no place for the registered address at the tax registration of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K24, K194)))) is not None else n), None

def w8_0_234(D, T, n):
    return f138(D, kids(n, K10, K7, K24, K25, K22)) + ': EN 16931 has no place for the name of the tax that the buyer is registered for', (s1 if (s1 := first(many(kids(n, K10, K7, K24, K25, K22)))) is not None else n), None

def w8_0_235(D, T, n):
    return f138(D, kids(n, K10, K7, K24, K25, K195)) + ': EN 16931 has no place for the tax type code of the tax that the buyer is registered for', (s1 if (s1 := first(many(kids(n, K10, K7, K24, K25, K195)))) is not None else n), None

def w8_0_236(D, T, n):
    return f138(D, kids(n, K10, K7, K24, K25, K196)) + ': EN 16931 has no place for the currency of the tax that the buyer is registered for', (s1 if (s1 := first(many(kids(n, K10, K7, K24, K25, K196)))) is not None else n), None

def w8_0_237(D, T, n):
    return f138(D, kids(n, K10, K7, K24, K25, K197)) + ': EN 16931 has no place for the region of the tax that the buyer is registered for', (s1 if (s1 := first(many(kids(n, K10, K7, K24, K25, K197)))) is not None else n), None

def w8_0_238(D, T, n):
    return f138(D, kids(n, K10, K7, K8, K198)) + ': EN 16931 has no place for the date of registration of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K8, K198)))) is not None else n), None

def w8_0_239(D, T, n):
    return f138(D, kids(n, K10, K7, K8, K199)) + ': EN 16931 has no place for the end of registration of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K8, K199)))) is not None else n), None

def w8_0_240(D, T, n):
    return f138(D, kids(n, K10, K7, K8, K200)) + ': EN 16931 has no place for the legal form code of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K8, K200)))) is not None else n), None

def w8_0_241(D, T, n):
    return f138(D, kids(n, K10, K7, K8, K83)) + ': EN 16931 has no place for the legal form of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K8, K83)))) is not None else n), None

def w8_0_242(D, T, n):
    return f138(D, kids(n, K10, K7, K8, K201)) + ': EN 16931 has no place for the sole trader indicator of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K8, K201)))) is not None else n), None

def w8_0_243(D, T, n):
    return f138(D, kids(n, K10, K7, K8, K202)) + ': EN 16931 has no place for the liquidation status of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K8, K202)))) is not None else n), None

def w8_0_244(D, T, n):
    return f138(D, kids(n, K10, K7, K8, K203)) + ': EN 16931 has no place for the share capital of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K8, K203)))) is not None else n), None

def w8_0_245(D, T, n):
    return f138(D, kids(n, K10, K7, K8, K204)) + ': EN 16931 has no place for the indicator of paid-in shares of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K8, K204)))) is not None else n), None

def w8_0_246(D, T, n):
    return f138(D, kids(n, K10, K7, K8, K194)) + ': EN 16931 has no place for the registered address of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K8, K194)))) is not None else n), None

def w8_0_247(D, T, n):
    return f138(D, kids(n, K10, K7, K8, K205)) + ': EN 16931 has no place for the register of companies of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K8, K205)))) is not None else n), None

def w8_0_248(D, T, n):
    return f138(D, kids(n, K10, K7, K8, K206)) + ': EN 16931 has no place for the head office of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K8, K206)))) is not None else n), None

def w8_0_249(D, T, n):
    return f138(D, kids(n, K10, K7, K8, K207)) + ': EN 16931 has no place for the shareholder of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K8, K207)))) is not None else n), None

def w8_0_250(D, T, n):
    return f138(D, kids(n, K10, K7, K208, K1)) + ': EN 16931 has no place for the identifier of the contact of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K208, K1)))) is not None else n), None

def w8_0_251(D, T, n):
    return f138(D, kids(n, K10, K7, K208, K209)) + ': EN 16931 has no place for the fax number of the contact of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K208, K209)))) is not None else n), None

def w8_0_252(D, T, n):
    return f138(D, kids(n, K10, K7, K208, K82)) + ': EN 16931 has no place for the note of the contact of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K208, K82)))) is not None else n), None

def w8_0_253(D, T, n):
    return f138(D, kids(n, K10, K7, K208, K210)) + ': EN 16931 has no place for the further telephone number or address of the contact of the buyer', (s1 if (s1 := first(many(kids(n, K10, K7, K208, K210)))) is not None else n), None

def w8_0_254(D, T, n):
    return f138(D, kid3(n, K10, K7, K211)) + ': EN 16931 has no place for the person of the buyer', (s1 if (s1 := first(many(kid3(n, K10, K7, K211)))) is not None else n), None

def w8_0_255(D, T, n):
    return f138(D, kid3(n, K10, K7, K212)) + ': EN 16931 has no place for the agent of the buyer', (s1 if (s1 := first(many(kid3(n, K10, K7, K212)))) is not None else n), None

def w8_0_256(D, T, n):
    return f138(D, kid3(n, K10, K7, K213)) + ': EN 16931 has no place for the service provider of the buyer', (s1 if (s1 := first(many(kid3(n, K10, K7, K213)))) is not None else n), None

def w8_0_257(D, T, n):
    return f138(D, kid3(n, K10, K7, K214)) + ': EN 16931 has no place for the power of attorney of the buyer', (s1 if (s1 := first(many(kid3(n, K10, K7, K214)))) is not None else n), None

def w8_0_258(D, T, n):
    return f138(D, kid3(n, K10, K7, K215)) + ': EN 16931 has no place for the account of the buyer', (s1 if (s1 := first(many(kid3(n, K10, K7, K215)))) is not None else n), None

def w8_0_259(D, T, n):
    return f138(D, kid2(n, K10, K220)) + ': EN 16931 has no place for the delivery contact of the buyer', (s1 if (s1 := first(many(kid2(n, K10, K220)))) is not None else n), None

def w8_0_260(D, T, n):
    return f138(D, kid2(n, K10, K217)) + ': EN 16931 has no place for the accounting contact of the buyer', (s1 if (s1 := first(many(kid2(n, K10, K217)))) is not None else n), None

def w8_0_261(D, T, n):
    return f138(D, kid2(n, K10, K221)) + ': EN 16931 has no place for the purchasing contact of the buyer', (s1 if (s1 := first(many(kid2(n, K10, K221)))) is not None else n), None

def w8_0_262(D, T, n):
    return f138(D, kid2(n, K71, K165)) + ': EN 16931 has no place for the care-of indicator of the payee', (s1 if (s1 := first(many(kid2(n, K71, K165)))) is not None else n), None

def w8_0_263(D, T, n):
    return f138(D, kid2(n, K71, K166)) + ': EN 16931 has no place for the attention indicator of the payee', (s1 if (s1 := first(many(kid2(n, K71, K166)))) is not None else n), None

def w8_0_264(D, T, n):
    return f138(D, kid2(n, K71, K167)) + ': EN 16931 has no place for the website of the payee', (s1 if (s1 := first(many(kid2(n, K71, K167)))) is not None else n), None

def w8_0_265(D, T, n):
    return f138(D, kid2(n, K71, K168)) + ': EN 16931 has no place for the logo of the payee', (s1 if (s1 := first(many(kid2(n, K71, K168)))) is not None else n), None

def w8_0_266(D, T, n):
    return f138(D, kid2(n, K71, K222)) + ': EN 16931 has no place for the electronic address of the payee', (s1 if (s1 := first(many(kid2(n, K71, K222)))) is not None else n), None

def w8_0_267(D, T, n):
    return f138(D, kid2(n, K71, K169)) + ': EN 16931 has no place for the industry code of the payee', (s1 if (s1 := first(many(kid2(n, K71, K169)))) is not None else n), None

def w8_0_268(D, T, n):
    return f138(D, kid2(n, K71, K170)) + ': EN 16931 has no place for the language of the payee', (s1 if (s1 := first(many(kid2(n, K71, K170)))) is not None else n), None

def w8_0_269(D, T, n):
    return f138(D, kid2(n, K71, K11)) + ': EN 16931 has no place for the postal address of the payee', (s1 if (s1 := first(many(kid2(n, K71, K11)))) is not None else n), None

def w8_0_270(D, T, n):
    return f138(D, kid2(n, K71, K190)) + ': EN 16931 has no place for the physical location of the payee', (s1 if (s1 := first(many(kid2(n, K71, K190)))) is not None else n), None

def w8_0_271(D, T, n):
    return f138(D, kid2(n, K71, K24)) + ': EN 16931 has no place for the tax registration of the payee', (s1 if (s1 := first(many(kid2(n, K71, K24)))) is not None else n), None

def w8_0_272(D, T, n):
    return f138(D, kid3(n, K71, K8, K9)) + ': EN 16931 has no place for the registered name of the payee', (s1 if (s1 := first(many(kid3(n, K71, K8, K9)))) is not None else n), None

def w8_0_273(D, T, n):
    return f138(D, kid3(n, K71, K8, K198)) + ': EN 16931 has no place for the date of registration of the payee', (s1 if (s1 := first(many(kid3(n, K71, K8, K198)))) is not None else n), None

def w8_0_274(D, T, n):
    return f138(D, kid3(n, K71, K8, K199)) + ': EN 16931 has no place for the end of registration of the payee', (s1 if (s1 := first(many(kid3(n, K71, K8, K199)))) is not None else n), None

def w8_0_275(D, T, n):
    return f138(D, kid3(n, K71, K8, K200)) + ': EN 16931 has no place for the legal form code of the payee', (s1 if (s1 := first(many(kid3(n, K71, K8, K200)))) is not None else n), None

def w8_0_276(D, T, n):
    return f138(D, kid3(n, K71, K8, K83)) + ': EN 16931 has no place for the legal form of the payee', (s1 if (s1 := first(many(kid3(n, K71, K8, K83)))) is not None else n), None

def w8_0_277(D, T, n):
    return f138(D, kid3(n, K71, K8, K201)) + ': EN 16931 has no place for the sole trader indicator of the payee', (s1 if (s1 := first(many(kid3(n, K71, K8, K201)))) is not None else n), None

def w8_0_278(D, T, n):
    return f138(D, kid3(n, K71, K8, K202)) + ': EN 16931 has no place for the liquidation status of the payee', (s1 if (s1 := first(many(kid3(n, K71, K8, K202)))) is not None else n), None

def w8_0_279(D, T, n):
    return f138(D, kid3(n, K71, K8, K203)) + ': EN 16931 has no place for the share capital of the payee', (s1 if (s1 := first(many(kid3(n, K71, K8, K203)))) is not None else n), None

def w8_0_280(D, T, n):
    return f138(D, kid3(n, K71, K8, K204)) + ': EN 16931 has no place for the indicator of paid-in shares of the payee', (s1 if (s1 := first(many(kid3(n, K71, K8, K204)))) is not None else n), None

def w8_0_281(D, T, n):
    return f138(D, kid3(n, K71, K8, K194)) + ': EN 16931 has no place for the registered address of the payee', (s1 if (s1 := first(many(kid3(n, K71, K8, K194)))) is not None else n), None

def w8_0_282(D, T, n):
    return f138(D, kid3(n, K71, K8, K205)) + ': EN 16931 has no place for the register of companies of the payee', (s1 if (s1 := first(many(kid3(n, K71, K8, K205)))) is not None else n), None

def w8_0_283(D, T, n):
    return f138(D, kid3(n, K71, K8, K206)) + ': EN 16931 has no place for the head office of the payee', (s1 if (s1 := first(many(kid3(n, K71, K8, K206)))) is not None else n), None

def w8_0_284(D, T, n):
    return f138(D, kid3(n, K71, K8, K207)) + ': EN 16931 has no place for the shareholder of the payee', (s1 if (s1 := first(many(kid3(n, K71, K8, K207)))) is not None else n), None

def w8_0_285(D, T, n):
    return f138(D, kid2(n, K71, K208)) + ': EN 16931 has no place for the contact of the payee', (s1 if (s1 := first(many(kid2(n, K71, K208)))) is not None else n), None

def w8_0_286(D, T, n):
    return f138(D, kid2(n, K71, K211)) + ': EN 16931 has no place for the person of the payee', (s1 if (s1 := first(many(kid2(n, K71, K211)))) is not None else n), None

def w8_0_287(D, T, n):
    return f138(D, kid2(n, K71, K212)) + ': EN 16931 has no place for the agent of the payee', (s1 if (s1 := first(many(kid2(n, K71, K212)))) is not None else n), None

def w8_0_288(D, T, n):
    return f138(D, kid2(n, K71, K213)) + ': EN 16931 has no place for the service provider of the payee', (s1 if (s1 := first(many(kid2(n, K71, K213)))) is not None else n), None

def w8_0_289(D, T, n):
    return f138(D, kid2(n, K71, K214)) + ': EN 16931 has no place for the power of attorney of the payee', (s1 if (s1 := first(many(kid2(n, K71, K214)))) is not None else n), None

def w8_0_290(D, T, n):
    return f138(D, kid2(n, K71, K215)) + ': EN 16931 has no place for the account of the payee', (s1 if (s1 := first(many(kid2(n, K71, K215)))) is not None else n), None

def w8_0_291(D, T, n):
    return f138(D, n.get(K223)) + ': EN 16931 has no place for the second buyer party of the document', (s1 if (s1 := first(many(n.get(K223)))) is not None else n), None

def w8_0_292(D, T, n):
    return f138(D, n.get(K224)) + ': EN 16931 has no place for the second seller party of the document', (s1 if (s1 := first(many(n.get(K224)))) is not None else n), None

def w8_0_293(D, T, n):
    return f138(D, kid2(n, K63, K165)) + ': EN 16931 has no place for the care-of indicator of the tax representative', (s1 if (s1 := first(many(kid2(n, K63, K165)))) is not None else n), None

def w8_0_294(D, T, n):
    return f138(D, kid2(n, K63, K166)) + ': EN 16931 has no place for the attention indicator of the tax representative', (s1 if (s1 := first(many(kid2(n, K63, K166)))) is not None else n), None

def w8_0_295(D, T, n):
    return f138(D, kid2(n, K63, K167)) + ': EN 16931 has no place for the website of the tax representative', (s1 if (s1 := first(many(kid2(n, K63, K167)))) is not None else n), None

def w8_0_296(D, T, n):
    return f138(D, kid2(n, K63, K168)) + ': EN 16931 has no place for the logo of the tax representative', (s1 if (s1 := first(many(kid2(n, K63, K168)))) is not None else n), None

def w8_0_297(D, T, n):
    return f138(D, kid2(n, K63, K222)) + ': EN 16931 has no place for the electronic address of the tax representative', (s1 if (s1 := first(many(kid2(n, K63, K222)))) is not None else n), None

def w8_0_298(D, T, n):
    return f138(D, kid2(n, K63, K169)) + ': EN 16931 has no place for the industry code of the tax representative', (s1 if (s1 := first(many(kid2(n, K63, K169)))) is not None else n), None

def w8_0_299(D, T, n):
    return f138(D, kid2(n, K63, K23)) + ': EN 16931 has no place for the identifier of the tax representative', (s1 if (s1 := first(many(kid2(n, K63, K23)))) is not None else n), None

def w8_0_300(D, T, n):
    return f138(D, kid2(n, K63, K170)) + ': EN 16931 has no place for the language of the tax representative', (s1 if (s1 := first(many(kid2(n, K63, K170)))) is not None else n), None

def w8_0_301(D, T, n):
    return f138(D, kid3(n, K63, K11, K1)) + ': EN 16931 has no place for the identifier in the address of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K11, K1)))) is not None else n), None

def w8_0_302(D, T, n):
    return f138(D, kid3(n, K63, K11, K171)) + ': EN 16931 has no place for the type code in the address of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K11, K171)))) is not None else n), None

def w8_0_303(D, T, n):
    return f138(D, kid3(n, K63, K11, K172)) + ': EN 16931 has no place for the format code in the address of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K11, K172)))) is not None else n), None

def w8_0_304(D, T, n):
    return f138(D, kid3(n, K63, K11, K173)) + ': EN 16931 has no place for the post office box in the address of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K11, K173)))) is not None else n), None

def w8_0_305(D, T, n):
    return f138(D, kid3(n, K63, K11, K174)) + ': EN 16931 has no place for the floor in the address of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K11, K174)))) is not None else n), None

def w8_0_306(D, T, n):
    return f138(D, kid3(n, K63, K11, K175)) + ': EN 16931 has no place for the room in the address of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K11, K175)))) is not None else n), None

def w8_0_307(D, T, n):
    return f138(D, kid3(n, K63, K11, K176)) + ': EN 16931 has no place for the block in the address of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K11, K176)))) is not None else n), None

def w8_0_308(D, T, n):
    return f138(D, kid3(n, K63, K11, K177)) + ': EN 16931 has no place for the building name in the address of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K11, K177)))) is not None else n), None

def w8_0_309(D, T, n):
    return f138(D, kid3(n, K63, K11, K178)) + ': EN 16931 has no place for the house number in the address of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K11, K178)))) is not None else n), None

def w8_0_310(D, T, n):
    return f138(D, kid3(n, K63, K11, K179)) + ': EN 16931 has no place for the internal mail address in the address of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K11, K179)))) is not None else n), None

def w8_0_311(D, T, n):
    return f138(D, kid3(n, K63, K11, K180)) + ': EN 16931 has no place for the department in the address of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K11, K180)))) is not None else n), None

def w8_0_312(D, T, n):
    return f138(D, kid3(n, K63, K11, K181)) + ': EN 16931 has no place for the attention line in the address of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K11, K181)))) is not None else n), None

def w8_0_313(D, T, n):
    return f138(D, kid3(n, K63, K11, K182)) + ': EN 16931 has no place for the care-of name in the address of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K11, K182)))) is not None else n), None

def w8_0_314(D, T, n):
    return f138(D, kid3(n, K63, K11, K183)) + ': EN 16931 has no place for the plot number in the address of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K11, K183)))) is not None else n), None

def w8_0_315(D, T, n):
    return f138(D, kid3(n, K63, K11, K184)) + ': EN 16931 has no place for the part of the city in the address of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K11, K184)))) is not None else n), None

def w8_0_316(D, T, n):
    return f138(D, kid3(n, K63, K11, K185)) + ': EN 16931 has no place for the code of the country subdivision in the address of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K11, K185)))) is not None else n), None

def w8_0_317(D, T, n):
    return f138(D, kid3(n, K63, K11, K186)) + ': EN 16931 has no place for the region in the address of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K11, K186)))) is not None else n), None

def w8_0_318(D, T, n):
    return f138(D, kid3(n, K63, K11, K187)) + ': EN 16931 has no place for the district in the address of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K11, K187)))) is not None else n), None

def w8_0_319(D, T, n):
    return f138(D, kid3(n, K63, K11, K188)) + ': EN 16931 has no place for the time zone in the address of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K11, K188)))) is not None else n), None

def w8_0_320(D, T, n):
    return f138(D, kids(n, K63, K11, K18, K22)) + ': EN 16931 has no place for the country name in the address of the tax representative', (s1 if (s1 := first(many(kids(n, K63, K11, K18, K22)))) is not None else n), None

def w8_0_321(D, T, n):
    return f138(D, kid3(n, K63, K11, K189)) + ': EN 16931 has no place for the coordinates in the address of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K11, K189)))) is not None else n), None

def w8_0_322(D, T, n):
    return f138(D, kid2(n, K63, K190)) + ': EN 16931 has no place for the physical location of the tax representative', (s1 if (s1 := first(many(kid2(n, K63, K190)))) is not None else n), None

def w8_0_323(D, T, n):
    return f138(D, kid3(n, K63, K24, K9)) + ': EN 16931 has no place for the name at the tax registration of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K24, K9)))) is not None else n), None

def w8_0_324(D, T, n):
    return f138(D, kid3(n, K63, K24, K191)) + ': EN 16931 has no place for the level of tax at the tax registration of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K24, K191)))) is not None else n), None

def w8_0_325(D, T, n):
    return f138(D, kid3(n, K63, K24, K192)) + ': EN 16931 has no place for the exemption reason code at the tax registration of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K24, K192)))) is not None else n), None

def w8_0_326(D, T, n):
    return f138(D, kid3(n, K63, K24, K193)) + ': EN 16931 has no place for the exemption reason at the tax registration of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K24, K193)))) is not None else n), None

def w8_0_327(D, T, n):
    return f138(D, kid3(n, K63, K24, K194)) + ': EN 16931 has no place for the registered address at the tax registration of the tax representative', (s1 if (s1 := first(many(kid3(n, K63, K24, K194)))) is not None else n), None

def w8_0_328(D, T, n):
    return f138(D, kids(n, K63, K24, K25, K22)) + ': EN 16931 has no place for the name of the tax that the tax representative is registered for', (s1 if (s1 := first(many(kids(n, K63, K24, K25, K22)))) is not None else n), None

def w8_0_329(D, T, n):
    return f138(D, kids(n, K63, K24, K25, K195)) + ': EN 16931 has no place for the tax type code of the tax that the tax representative is registered for', (s1 if (s1 := first(many(kids(n, K63, K24, K25, K195)))) is not None else n), None

def w8_0_330(D, T, n):
    return f138(D, kids(n, K63, K24, K25, K196)) + ': EN 16931 has no place for the currency of the tax that the tax representative is registered for', (s1 if (s1 := first(many(kids(n, K63, K24, K25, K196)))) is not None else n), None

def w8_0_331(D, T, n):
    return f138(D, kids(n, K63, K24, K25, K197)) + ': EN 16931 has no place for the region of the tax that the tax representative is registered for', (s1 if (s1 := first(many(kids(n, K63, K24, K25, K197)))) is not None else n), None

def w8_0_332(D, T, n):
    return f138(D, kid2(n, K63, K8)) + ': EN 16931 has no place for the legal registration of the tax representative', (s1 if (s1 := first(many(kid2(n, K63, K8)))) is not None else n), None

def w8_0_333(D, T, n):
    return f138(D, kid2(n, K63, K208)) + ': EN 16931 has no place for the contact of the tax representative', (s1 if (s1 := first(many(kid2(n, K63, K208)))) is not None else n), None

def w8_0_334(D, T, n):
    return f138(D, kid2(n, K63, K211)) + ': EN 16931 has no place for the person of the tax representative', (s1 if (s1 := first(many(kid2(n, K63, K211)))) is not None else n), None

def w8_0_335(D, T, n):
    return f138(D, kid2(n, K63, K212)) + ': EN 16931 has no place for the agent of the tax representative', (s1 if (s1 := first(many(kid2(n, K63, K212)))) is not None else n), None

def w8_0_336(D, T, n):
    return f138(D, kid2(n, K63, K213)) + ': EN 16931 has no place for the service provider of the tax representative', (s1 if (s1 := first(many(kid2(n, K63, K213)))) is not None else n), None

def w8_0_337(D, T, n):
    return f138(D, kid2(n, K63, K214)) + ': EN 16931 has no place for the power of attorney of the tax representative', (s1 if (s1 := first(many(kid2(n, K63, K214)))) is not None else n), None

def w8_0_338(D, T, n):
    return f138(D, kid2(n, K63, K215)) + ': EN 16931 has no place for the account of the tax representative', (s1 if (s1 := first(many(kid2(n, K63, K215)))) is not None else n), None

def w8_0_339(D, T, n):
    return f138(D, kid2(n, K64, K1)) + ': EN 16931 has no place for the identifier of the delivery', (s1 if (s1 := first(many(kid2(n, K64, K1)))) is not None else n), None

def w8_0_340(D, T, n):
    return f138(D, kid2(n, K64, K225)) + ': EN 16931 has no place for the quantity of the delivery', (s1 if (s1 := first(many(kid2(n, K64, K225)))) is not None else n), None

def w8_0_341(D, T, n):
    return f138(D, kid2(n, K64, K226)) + ': EN 16931 has no place for the minimum quantity of the delivery', (s1 if (s1 := first(many(kid2(n, K64, K226)))) is not None else n), None

def w8_0_342(D, T, n):
    return f138(D, kid2(n, K64, K227)) + ': EN 16931 has no place for the maximum quantity of the delivery', (s1 if (s1 := first(many(kid2(n, K64, K227)))) is not None else n), None

def w8_0_343(D, T, n):
    return f138(D, kid2(n, K64, K228)) + ': EN 16931 has no place for the time of day of the delivery', (s1 if (s1 := first(many(kid2(n, K64, K228)))) is not None else n), None

def w8_0_344(D, T, n):
    return f138(D, kid2(n, K64, K229)) + ': EN 16931 has no place for the latest delivery date of the delivery', (s1 if (s1 := first(many(kid2(n, K64, K229)))) is not None else n), None

def w8_0_345(D, T, n):
    return f138(D, kid2(n, K64, K230)) + ': EN 16931 has no place for the latest delivery time of the delivery', (s1 if (s1 := first(many(kid2(n, K64, K230)))) is not None else n), None

def w8_0_346(D, T, n):
    return f138(D, kid2(n, K64, K231)) + ': EN 16931 has no place for the release number of the delivery', (s1 if (s1 := first(many(kid2(n, K64, K231)))) is not None else n), None

def w8_0_347(D, T, n):
    return f138(D, kid2(n, K64, K232)) + ': EN 16931 has no place for the tracking number of the delivery', (s1 if (s1 := first(many(kid2(n, K64, K232)))) is not None else n), None

def w8_0_348(D, T, n):
    return f138(D, kid3(n, K64, K66, K114)) + ': EN 16931 has no place for the description of the place of delivery', (s1 if (s1 := first(many(kid3(n, K64, K66, K114)))) is not None else n), None

def w8_0_349(D, T, n):
    return f138(D, kid3(n, K64, K66, K233)) + ': EN 16931 has no place for the conditions of the place of delivery', (s1 if (s1 := first(many(kid3(n, K64, K66, K233)))) is not None else n), None

def w8_0_350(D, T, n):
    return f138(D, kid3(n, K64, K66, K234)) + ': EN 16931 has no place for the country subdivision of the place of delivery', (s1 if (s1 := first(many(kid3(n, K64, K66, K234)))) is not None else n), None

def w8_0_351(D, T, n):
    return f138(D, kid3(n, K64, K66, K185)) + ': EN 16931 has no place for the code of the country subdivision of the place of delivery', (s1 if (s1 := first(many(kid3(n, K64, K66, K185)))) is not None else n), None

def w8_0_352(D, T, n):
    return f138(D, kid3(n, K64, K66, K235)) + ': EN 16931 has no place for the type code of the place of delivery', (s1 if (s1 := first(many(kid3(n, K64, K66, K235)))) is not None else n), None

def w8_0_353(D, T, n):
    return f138(D, kid3(n, K64, K66, K236)) + ': EN 16931 has no place for the web address of the place of delivery', (s1 if (s1 := first(many(kid3(n, K64, K66, K236)))) is not None else n), None

def w8_0_354(D, T, n):
    return f138(D, kid3(n, K64, K66, K22)) + ': EN 16931 has no place for the name of the place of delivery', (s1 if (s1 := first(many(kid3(n, K64, K66, K22)))) is not None else n), None

def w8_0_355(D, T, n):
    return f138(D, kid3(n, K64, K66, K140)) + ': EN 16931 has no place for the period of validity of the place of delivery', (s1 if (s1 := first(many(kid3(n, K64, K66, K140)))) is not None else n), None

def w8_0_356(D, T, n):
    return f138(D, kids(n, K64, K66, K67, K1)) + ': EN 16931 has no place for the identifier in the deliver to address', (s1 if (s1 := first(many(kids(n, K64, K66, K67, K1)))) is not None else n), None

def w8_0_357(D, T, n):
    return f138(D, kids(n, K64, K66, K67, K171)) + ': EN 16931 has no place for the type code in the deliver to address', (s1 if (s1 := first(many(kids(n, K64, K66, K67, K171)))) is not None else n), None

def w8_0_358(D, T, n):
    return f138(D, kids(n, K64, K66, K67, K172)) + ': EN 16931 has no place for the format code in the deliver to address', (s1 if (s1 := first(many(kids(n, K64, K66, K67, K172)))) is not None else n), None

def w8_0_359(D, T, n):
    return f138(D, kids(n, K64, K66, K67, K173)) + ': EN 16931 has no place for the post office box in the deliver to address', (s1 if (s1 := first(many(kids(n, K64, K66, K67, K173)))) is not None else n), None

def w8_0_360(D, T, n):
    return f138(D, kids(n, K64, K66, K67, K174)) + ': EN 16931 has no place for the floor in the deliver to address', (s1 if (s1 := first(many(kids(n, K64, K66, K67, K174)))) is not None else n), None

def w8_0_361(D, T, n):
    return f138(D, kids(n, K64, K66, K67, K175)) + ': EN 16931 has no place for the room in the deliver to address', (s1 if (s1 := first(many(kids(n, K64, K66, K67, K175)))) is not None else n), None

def w8_0_362(D, T, n):
    return f138(D, kids(n, K64, K66, K67, K176)) + ': EN 16931 has no place for the block in the deliver to address', (s1 if (s1 := first(many(kids(n, K64, K66, K67, K176)))) is not None else n), None

def w8_0_363(D, T, n):
    return f138(D, kids(n, K64, K66, K67, K177)) + ': EN 16931 has no place for the building name in the deliver to address', (s1 if (s1 := first(many(kids(n, K64, K66, K67, K177)))) is not None else n), None

def w8_0_364(D, T, n):
    return f138(D, kids(n, K64, K66, K67, K178)) + ': EN 16931 has no place for the house number in the deliver to address', (s1 if (s1 := first(many(kids(n, K64, K66, K67, K178)))) is not None else n), None

def w8_0_365(D, T, n):
    return f138(D, kids(n, K64, K66, K67, K179)) + ': EN 16931 has no place for the internal mail address in the deliver to address', (s1 if (s1 := first(many(kids(n, K64, K66, K67, K179)))) is not None else n), None

def w8_0_366(D, T, n):
    return f138(D, kids(n, K64, K66, K67, K180)) + ': EN 16931 has no place for the department in the deliver to address', (s1 if (s1 := first(many(kids(n, K64, K66, K67, K180)))) is not None else n), None

def w8_0_367(D, T, n):
    return f138(D, kids(n, K64, K66, K67, K181)) + ': EN 16931 has no place for the attention line in the deliver to address', (s1 if (s1 := first(many(kids(n, K64, K66, K67, K181)))) is not None else n), None

def w8_0_368(D, T, n):
    return f138(D, kids(n, K64, K66, K67, K182)) + ': EN 16931 has no place for the care-of name in the deliver to address', (s1 if (s1 := first(many(kids(n, K64, K66, K67, K182)))) is not None else n), None

def w8_0_369(D, T, n):
    return f138(D, kids(n, K64, K66, K67, K183)) + ': EN 16931 has no place for the plot number in the deliver to address', (s1 if (s1 := first(many(kids(n, K64, K66, K67, K183)))) is not None else n), None

def w8_0_370(D, T, n):
    return f138(D, kids(n, K64, K66, K67, K184)) + ': EN 16931 has no place for the part of the city in the deliver to address', (s1 if (s1 := first(many(kids(n, K64, K66, K67, K184)))) is not None else n), None

def w8_0_371(D, T, n):
    return f138(D, kids(n, K64, K66, K67, K185)) + ': EN 16931 has no place for the code of the country subdivision in the deliver to address', (s1 if (s1 := first(many(kids(n, K64, K66, K67, K185)))) is not None else n), None

def w8_0_372(D, T, n):
    return f138(D, kids(n, K64, K66, K67, K186)) + ': EN 16931 has no place for the region in the deliver to address', (s1 if (s1 := first(many(kids(n, K64, K66, K67, K186)))) is not None else n), None

def w8_0_373(D, T, n):
    return f138(D, kids(n, K64, K66, K67, K187)) + ': EN 16931 has no place for the district in the deliver to address', (s1 if (s1 := first(many(kids(n, K64, K66, K67, K187)))) is not None else n), None

def w8_0_374(D, T, n):
    return f138(D, kids(n, K64, K66, K67, K188)) + ': EN 16931 has no place for the time zone in the deliver to address', (s1 if (s1 := first(many(kids(n, K64, K66, K67, K188)))) is not None else n), None

def w8_0_375(D, T, n):
    return f138(D, kids(n, K64, K66, K67, K18, K22)) + ': EN 16931 has no place for the country name in the deliver to address', (s1 if (s1 := first(many(kids(n, K64, K66, K67, K18, K22)))) is not None else n), None

def w8_0_376(D, T, n):
    return f138(D, kids(n, K64, K66, K67, K189)) + ': EN 16931 has no place for the coordinates in the deliver to address', (s1 if (s1 := first(many(kids(n, K64, K66, K67, K189)))) is not None else n), None

def w8_0_377(D, T, n):
    return f138(D, kid3(n, K64, K66, K237)) + ': EN 16931 has no place for the part of the place of the place of delivery', (s1 if (s1 := first(many(kid3(n, K64, K66, K237)))) is not None else n), None

def w8_0_378(D, T, n):
    return f138(D, kid3(n, K64, K66, K189)) + ': EN 16931 has no place for the coordinates of the place of delivery', (s1 if (s1 := first(many(kid3(n, K64, K66, K189)))) is not None else n), None

def w8_0_379(D, T, n):
    return f138(D, kid2(n, K64, K238)) + ': EN 16931 has no place for the alternative place of delivery of the delivery', (s1 if (s1 := first(many(kid2(n, K64, K238)))) is not None else n), None

def w8_0_380(D, T, n):
    return f138(D, kid2(n, K64, K239)) + ': EN 16931 has no place for the requested period of the delivery', (s1 if (s1 := first(many(kid2(n, K64, K239)))) is not None else n), None

def w8_0_381(D, T, n):
    return f138(D, kid2(n, K64, K240)) + ': EN 16931 has no place for the estimated period of the delivery', (s1 if (s1 := first(many(kid2(n, K64, K240)))) is not None else n), None

def w8_0_382(D, T, n):
    return f138(D, kid2(n, K64, K241)) + ': EN 16931 has no place for the carrier of the delivery', (s1 if (s1 := first(many(kid2(n, K64, K241)))) is not None else n), None

def w8_0_383(D, T, n):
    return f138(D, kid3(n, K64, K76, K165)) + ': EN 16931 has no place for the care-of indicator of the deliver to party', (s1 if (s1 := first(many(kid3(n, K64, K76, K165)))) is not None else n), None

def w8_0_384(D, T, n):
    return f138(D, kid3(n, K64, K76, K166)) + ': EN 16931 has no place for the attention indicator of the deliver to party', (s1 if (s1 := first(many(kid3(n, K64, K76, K166)))) is not None else n), None

def w8_0_385(D, T, n):
    return f138(D, kid3(n, K64, K76, K167)) + ': EN 16931 has no place for the website of the deliver to party', (s1 if (s1 := first(many(kid3(n, K64, K76, K167)))) is not None else n), None

def w8_0_386(D, T, n):
    return f138(D, kid3(n, K64, K76, K168)) + ': EN 16931 has no place for the logo of the deliver to party', (s1 if (s1 := first(many(kid3(n, K64, K76, K168)))) is not None else n), None

def w8_0_387(D, T, n):
    return f138(D, kid3(n, K64, K76, K222)) + ': EN 16931 has no place for the electronic address of the deliver to party', (s1 if (s1 := first(many(kid3(n, K64, K76, K222)))) is not None else n), None

def w8_0_388(D, T, n):
    return f138(D, kid3(n, K64, K76, K169)) + ': EN 16931 has no place for the industry code of the deliver to party', (s1 if (s1 := first(many(kid3(n, K64, K76, K169)))) is not None else n), None

def w8_0_389(D, T, n):
    return f138(D, kid3(n, K64, K76, K23)) + ': EN 16931 has no place for the identifier of the deliver to party', (s1 if (s1 := first(many(kid3(n, K64, K76, K23)))) is not None else n), None

def w8_0_390(D, T, n):
    return f138(D, kid3(n, K64, K76, K170)) + ': EN 16931 has no place for the language of the deliver to party', (s1 if (s1 := first(many(kid3(n, K64, K76, K170)))) is not None else n), None

def w8_0_391(D, T, n):
    return f138(D, kid3(n, K64, K76, K11)) + ': EN 16931 has no place for the postal address of the deliver to party', (s1 if (s1 := first(many(kid3(n, K64, K76, K11)))) is not None else n), None

def w8_0_392(D, T, n):
    return f138(D, kid3(n, K64, K76, K190)) + ': EN 16931 has no place for the physical location of the deliver to party', (s1 if (s1 := first(many(kid3(n, K64, K76, K190)))) is not None else n), None

def w8_0_393(D, T, n):
    return f138(D, kid3(n, K64, K76, K24)) + ': EN 16931 has no place for the tax registration of the deliver to party', (s1 if (s1 := first(many(kid3(n, K64, K76, K24)))) is not None else n), None

def w8_0_394(D, T, n):
    return f138(D, kid3(n, K64, K76, K8)) + ': EN 16931 has no place for the legal registration of the deliver to party', (s1 if (s1 := first(many(kid3(n, K64, K76, K8)))) is not None else n), None

def w8_0_395(D, T, n):
    return f138(D, kid3(n, K64, K76, K208)) + ': EN 16931 has no place for the contact of the deliver to party', (s1 if (s1 := first(many(kid3(n, K64, K76, K208)))) is not None else n), None

def w8_0_396(D, T, n):
    return f138(D, kid3(n, K64, K76, K211)) + ': EN 16931 has no place for the person of the deliver to party', (s1 if (s1 := first(many(kid3(n, K64, K76, K211)))) is not None else n), None

def w8_0_397(D, T, n):
    return f138(D, kid3(n, K64, K76, K212)) + ': EN 16931 has no place for the agent of the deliver to party', (s1 if (s1 := first(many(kid3(n, K64, K76, K212)))) is not None else n), None

def w8_0_398(D, T, n):
    return f138(D, kid3(n, K64, K76, K213)) + ': EN 16931 has no place for the service provider of the deliver to party', (s1 if (s1 := first(many(kid3(n, K64, K76, K213)))) is not None else n), None

def w8_0_399(D, T, n):
    return f138(D, kid3(n, K64, K76, K214)) + ': EN 16931 has no place for the power of attorney of the deliver to party', (s1 if (s1 := first(many(kid3(n, K64, K76, K214)))) is not None else n), None

def w8_0_400(D, T, n):
    return f138(D, kid3(n, K64, K76, K215)) + ': EN 16931 has no place for the account of the deliver to party', (s1 if (s1 := first(many(kid3(n, K64, K76, K215)))) is not None else n), None

def w8_0_401(D, T, n):
    return f138(D, kid2(n, K64, K242)) + ': EN 16931 has no place for the party to notify of the delivery', (s1 if (s1 := first(many(kid2(n, K64, K242)))) is not None else n), None

def w8_0_402(D, T, n):
    return f138(D, kid2(n, K64, K243)) + ': EN 16931 has no place for the despatch of the delivery', (s1 if (s1 := first(many(kid2(n, K64, K243)))) is not None else n), None

def w8_0_403(D, T, n):
    return f138(D, kid2(n, K64, K244)) + ': EN 16931 has no place for the delivery terms of the delivery', (s1 if (s1 := first(many(kid2(n, K64, K244)))) is not None else n), None

def w8_0_404(D, T, n):
    return f138(D, kid2(n, K64, K245)) + ': EN 16931 has no place for the minimum delivery unit of the delivery', (s1 if (s1 := first(many(kid2(n, K64, K245)))) is not None else n), None

def w8_0_405(D, T, n):
    return f138(D, kid2(n, K64, K246)) + ': EN 16931 has no place for the maximum delivery unit of the delivery', (s1 if (s1 := first(many(kid2(n, K64, K246)))) is not None else n), None

def w8_0_406(D, T, n):
    return f138(D, kid2(n, K64, K247)) + ': EN 16931 has no place for the shipment of the delivery', (s1 if (s1 := first(many(kid2(n, K64, K247)))) is not None else n), None

def w8_0_407(D, T, n):
    return f138(D, n.get(K244)) + ': EN 16931 has no place for the delivery terms of the document', (s1 if (s1 := first(many(n.get(K244)))) is not None else n), None

def w8_0_408(D, T, n):
    return f138(D, kid2(n, K85, K1)) + ': EN 16931 has no place for the identifier of the payment means', (s1 if (s1 := first(many(kid2(n, K85, K1)))) is not None else n), None

def w8_0_409(D, T, n):
    return f138(D, kid2(n, K85, K248)) + ': EN 16931 has no place for the payment channel of the payment means', (s1 if (s1 := first(many(kid2(n, K85, K248)))) is not None else n), None

def w8_0_410(D, T, n):
    return f138(D, kid2(n, K85, K249)) + ': EN 16931 has no place for the instruction identifier of the payment means', (s1 if (s1 := first(many(kid2(n, K85, K249)))) is not None else n), None

def w8_0_411(D, T, n):
    return f138(D, kid3(n, K85, K88, K250)) + ': EN 16931 has no place for the card type of the payment card', (s1 if (s1 := first(many(kid3(n, K85, K88, K250)))) is not None else n), None

def w8_0_412(D, T, n):
    return f138(D, kid3(n, K85, K88, K251)) + ': EN 16931 has no place for the start of validity of the payment card', (s1 if (s1 := first(many(kid3(n, K85, K88, K251)))) is not None else n), None

def w8_0_413(D, T, n):
    return f138(D, kid3(n, K85, K88, K153)) + ': EN 16931 has no place for the expiry date of the payment card', (s1 if (s1 := first(many(kid3(n, K85, K88, K153)))) is not None else n), None

def w8_0_414(D, T, n):
    return f138(D, kid3(n, K85, K88, K252)) + ': EN 16931 has no place for the issuer of the payment card', (s1 if (s1 := first(many(kid3(n, K85, K88, K252)))) is not None else n), None

def w8_0_415(D, T, n):
    return f138(D, kid3(n, K85, K88, K253)) + ': EN 16931 has no place for the issue number of the payment card', (s1 if (s1 := first(many(kid3(n, K85, K88, K253)))) is not None else n), None

def w8_0_416(D, T, n):
    return f138(D, kid3(n, K85, K88, K254)) + ': EN 16931 has no place for the chip or stripe code of the payment card', (s1 if (s1 := first(many(kid3(n, K85, K88, K254)))) is not None else n), None

def w8_0_417(D, T, n):
    return f138(D, kid3(n, K85, K88, K255)) + ': EN 16931 has no place for the chip application of the payment card', (s1 if (s1 := first(many(kid3(n, K85, K88, K255)))) is not None else n), None

def w8_0_418(D, T, n):
    return f138(D, kid3(n, K85, K31, K256)) + ': EN 16931 has no place for the alias of the account to pay to', (s1 if (s1 := first(many(kid3(n, K85, K31, K256)))) is not None else n), None

def w8_0_419(D, T, n):
    return f138(D, kid3(n, K85, K31, K257)) + ': EN 16931 has no place for the account type of the account to pay to', (s1 if (s1 := first(many(kid3(n, K85, K31, K257)))) is not None else n), None

def w8_0_420(D, T, n):
    return f138(D, kid3(n, K85, K31, K258)) + ': EN 16931 has no place for the format code of the account to pay to', (s1 if (s1 := first(many(kid3(n, K85, K31, K258)))) is not None else n), None

def w8_0_421(D, T, n):
    return f138(D, kid3(n, K85, K31, K196)) + ': EN 16931 has no place for the currency of the account to pay to', (s1 if (s1 := first(many(kid3(n, K85, K31, K196)))) is not None else n), None

def w8_0_422(D, T, n):
    return f138(D, kid3(n, K85, K31, K259)) + ': EN 16931 has no place for the note of the account to pay to', (s1 if (s1 := first(many(kid3(n, K85, K31, K259)))) is not None else n), None

def w8_0_423(D, T, n):
    return f138(D, kids(n, K85, K31, K260, K22)) + ': EN 16931 has no place for the name of the bank to pay to', (s1 if (s1 := first(many(kids(n, K85, K31, K260, K22)))) is not None else n), None

def w8_0_424(D, T, n):
    return f138(D, kids(n, K85, K31, K260, K261, K22)) + ': EN 16931 has no place for the name of the bank (FinancialInstitution) to pay to', (s1 if (s1 := first(many(kids(n, K85, K31, K260, K261, K22)))) is not None else n), None

def w8_0_425(D, T, n):
    return f138(D, kids(n, K85, K31, K260, K261, K67)) + ': EN 16931 has no place for the address of the bank (FinancialInstitution) to pay to', (s1 if (s1 := first(many(kids(n, K85, K31, K260, K261, K67)))) is not None else n), None

def w8_0_426(D, T, n):
    return f138(D, kids(n, K85, K31, K260, K67)) + ': EN 16931 has no place for the address of the bank to pay to', (s1 if (s1 := first(many(kids(n, K85, K31, K260, K67)))) is not None else n), None

def w8_0_427(D, T, n):
    return f138(D, kid3(n, K85, K31, K18)) + ': EN 16931 has no place for the country of the account to pay to', (s1 if (s1 := first(many(kid3(n, K85, K31, K18)))) is not None else n), None

def w8_0_428(D, T, n):
    return f138(D, kid2(n, K85, K262)) + ': EN 16931 has no place for the credit account of the payment means', (s1 if (s1 := first(many(kid2(n, K85, K262)))) is not None else n), None

def w8_0_429(D, T, n):
    return f138(D, kid3(n, K85, K89, K263)) + ': EN 16931 has no place for the type code of the direct debit mandate', (s1 if (s1 := first(many(kid3(n, K85, K89, K263)))) is not None else n), None

def w8_0_430(D, T, n):
    return f138(D, kid3(n, K85, K89, K264)) + ': EN 16931 has no place for the greatest number of collections of the direct debit mandate', (s1 if (s1 := first(many(kid3(n, K85, K89, K264)))) is not None else n), None

def w8_0_431(D, T, n):
    return f138(D, kid3(n, K85, K89, K265)) + ': EN 16931 has no place for the greatest amount of the direct debit mandate', (s1 if (s1 := first(many(kid3(n, K85, K89, K265)))) is not None else n), None

def w8_0_432(D, T, n):
    return f138(D, kid3(n, K85, K89, K266)) + ': EN 16931 has no place for the signature of the direct debit mandate', (s1 if (s1 := first(many(kid3(n, K85, K89, K266)))) is not None else n), None

def w8_0_433(D, T, n):
    return f138(D, kid3(n, K85, K89, K267)) + ': EN 16931 has no place for the payer of the direct debit mandate', (s1 if (s1 := first(many(kid3(n, K85, K89, K267)))) is not None else n), None

def w8_0_434(D, T, n):
    return f138(D, kids(n, K85, K89, K268, K22)) + ': EN 16931 has no place for the name of the account to be debited', (s1 if (s1 := first(many(kids(n, K85, K89, K268, K22)))) is not None else n), None

def w8_0_435(D, T, n):
    return f138(D, kids(n, K85, K89, K268, K256)) + ': EN 16931 has no place for the alias of the account to be debited', (s1 if (s1 := first(many(kids(n, K85, K89, K268, K256)))) is not None else n), None

def w8_0_436(D, T, n):
    return f138(D, kids(n, K85, K89, K268, K257)) + ': EN 16931 has no place for the account type of the account to be debited', (s1 if (s1 := first(many(kids(n, K85, K89, K268, K257)))) is not None else n), None

def w8_0_437(D, T, n):
    return f138(D, kids(n, K85, K89, K268, K258)) + ': EN 16931 has no place for the format code of the account to be debited', (s1 if (s1 := first(many(kids(n, K85, K89, K268, K258)))) is not None else n), None

def w8_0_438(D, T, n):
    return f138(D, kids(n, K85, K89, K268, K196)) + ': EN 16931 has no place for the currency of the account to be debited', (s1 if (s1 := first(many(kids(n, K85, K89, K268, K196)))) is not None else n), None

def w8_0_439(D, T, n):
    return f138(D, kids(n, K85, K89, K268, K259)) + ': EN 16931 has no place for the note of the account to be debited', (s1 if (s1 := first(many(kids(n, K85, K89, K268, K259)))) is not None else n), None

def w8_0_440(D, T, n):
    return f138(D, kids(n, K85, K89, K268, K260)) + ': EN 16931 has no place for the bank of the account to be debited', (s1 if (s1 := first(many(kids(n, K85, K89, K268, K260)))) is not None else n), None

def w8_0_441(D, T, n):
    return f138(D, kids(n, K85, K89, K268, K18)) + ': EN 16931 has no place for the country of the account to be debited', (s1 if (s1 := first(many(kids(n, K85, K89, K268, K18)))) is not None else n), None

def w8_0_442(D, T, n):
    return f138(D, kid3(n, K85, K89, K140)) + ': EN 16931 has no place for the period of validity of the direct debit mandate', (s1 if (s1 := first(many(kid3(n, K85, K89, K140)))) is not None else n), None

def w8_0_443(D, T, n):
    return f138(D, kid3(n, K85, K89, K269)) + ': EN 16931 has no place for the period for reversal of the direct debit mandate', (s1 if (s1 := first(many(kid3(n, K85, K89, K269)))) is not None else n), None

def w8_0_444(D, T, n):
    return f138(D, kid3(n, K85, K89, K270)) + ': EN 16931 has no place for the clause of the direct debit mandate', (s1 if (s1 := first(many(kid3(n, K85, K89, K270)))) is not None else n), None

def w8_0_445(D, T, n):
    return f138(D, kid2(n, K85, K271)) + ': EN 16931 has no place for the trade financing of the payment means', (s1 if (s1 := first(many(kid2(n, K85, K271)))) is not None else n), None

def w8_0_446(D, T, n):
    return f138(D, kid2(n, K81, K1)) + ': EN 16931 has no place for the identifier in the payment terms', (s1 if (s1 := first(many(kid2(n, K81, K1)))) is not None else n), None

def w8_0_447(D, T, n):
    return f138(D, kid2(n, K81, K272)) + ': EN 16931 has no place for the way of payment in the payment terms', (s1 if (s1 := first(many(kid2(n, K81, K272)))) is not None else n), None

def w8_0_448(D, T, n):
    return f138(D, kid2(n, K81, K273)) + ': EN 16931 has no place for the prepayment reference in the payment terms', (s1 if (s1 := first(many(kid2(n, K81, K273)))) is not None else n), None

def w8_0_449(D, T, n):
    return f138(D, kid2(n, K81, K274)) + ': EN 16931 has no place for the event that starts the term in the payment terms', (s1 if (s1 := first(many(kid2(n, K81, K274)))) is not None else n), None

def w8_0_450(D, T, n):
    return f138(D, kid2(n, K81, K275)) + ': EN 16931 has no place for the discount for early payment in percent in the payment terms', (s1 if (s1 := first(many(kid2(n, K81, K275)))) is not None else n), None

def w8_0_451(D, T, n):
    return f138(D, kid2(n, K81, K276)) + ': EN 16931 has no place for the interest on late payment in the payment terms', (s1 if (s1 := first(many(kid2(n, K81, K276)))) is not None else n), None

def w8_0_452(D, T, n):
    return f138(D, kid2(n, K81, K277)) + ': EN 16931 has no place for the share of the amount in the payment terms', (s1 if (s1 := first(many(kid2(n, K81, K277)))) is not None else n), None

def w8_0_453(D, T, n):
    return f138(D, kid2(n, K81, K33)) + ': EN 16931 has no place for the amount in the payment terms', (s1 if (s1 := first(many(kid2(n, K81, K33)))) is not None else n), None

def w8_0_454(D, T, n):
    return f138(D, kid2(n, K81, K278)) + ': EN 16931 has no place for the discount for early payment in the payment terms', (s1 if (s1 := first(many(kid2(n, K81, K278)))) is not None else n), None

def w8_0_455(D, T, n):
    return f138(D, kid2(n, K81, K279)) + ': EN 16931 has no place for the charge on late payment in the payment terms', (s1 if (s1 := first(many(kid2(n, K81, K279)))) is not None else n), None

def w8_0_456(D, T, n):
    return f138(D, kid2(n, K81, K280)) + ': EN 16931 has no place for the web address of the terms in the payment terms', (s1 if (s1 := first(many(kid2(n, K81, K280)))) is not None else n), None

def w8_0_457(D, T, n):
    return f138(D, kid2(n, K81, K86)) + ': EN 16931 has no place for the due date in the payment terms', (s1 if (s1 := first(many(kid2(n, K81, K86)))) is not None else n), None

def w8_0_458(D, T, n):
    return f138(D, kid2(n, K81, K281)) + ': EN 16931 has no place for the due date of an instalment in the payment terms', (s1 if (s1 := first(many(kid2(n, K81, K281)))) is not None else n), None

def w8_0_459(D, T, n):
    return f138(D, kid2(n, K81, K282)) + ": EN 16931 has no place for the invoicing party's reference in the payment terms", (s1 if (s1 := first(many(kid2(n, K81, K282)))) is not None else n), None

def w8_0_460(D, T, n):
    return f138(D, kid2(n, K81, K283)) + ': EN 16931 has no place for the discount period in the payment terms', (s1 if (s1 := first(many(kid2(n, K81, K283)))) is not None else n), None

def w8_0_461(D, T, n):
    return f138(D, kid2(n, K81, K284)) + ': EN 16931 has no place for the period of interest on late payment in the payment terms', (s1 if (s1 := first(many(kid2(n, K81, K284)))) is not None else n), None

def w8_0_462(D, T, n):
    return f138(D, kid2(n, K81, K285)) + ': EN 16931 has no place for the exchange rate in the payment terms', (s1 if (s1 := first(many(kid2(n, K81, K285)))) is not None else n), None

def w8_0_463(D, T, n):
    return f138(D, kid2(n, K81, K140)) + ': EN 16931 has no place for the period of validity in the payment terms', (s1 if (s1 := first(many(kid2(n, K81, K140)))) is not None else n), None

def w8_0_464(D, T, n):
    return f138(D, n.get(K286)) + ': EN 16931 has no place for the prepayment of the document', (s1 if (s1 := first(many(n.get(K286)))) is not None else n), None

def w8_0_465(D, T, n):
    return f138(D, kid2(n, K49, K1)) + ': EN 16931 has no place for the identifier of a document level allowance or charge', (s1 if (s1 := first(many(kid2(n, K49, K1)))) is not None else n), None

def w8_0_466(D, T, n):
    return f138(D, kid2(n, K49, K287)) + ': EN 16931 has no place for the indicator of prepayment of a document level allowance or charge', (s1 if (s1 := first(many(kid2(n, K49, K287)))) is not None else n), None

def w8_0_467(D, T, n):
    return f138(D, kid2(n, K49, K288)) + ': EN 16931 has no place for the sequence number of a document level allowance or charge', (s1 if (s1 := first(many(kid2(n, K49, K288)))) is not None else n), None

def w8_0_468(D, T, n):
    return f138(D, kid2(n, K49, K124)) + ': EN 16931 has no place for the accounting code of a document level allowance or charge', (s1 if (s1 := first(many(kid2(n, K49, K124)))) is not None else n), None

def w8_0_469(D, T, n):
    return f138(D, kid2(n, K49, K289)) + ': EN 16931 has no place for the accounting text of a document level allowance or charge', (s1 if (s1 := first(many(kid2(n, K49, K289)))) is not None else n), None

def w8_0_470(D, T, n):
    return f138(D, kid2(n, K49, K290)) + ': EN 16931 has no place for the amount per unit of a document level allowance or charge', (s1 if (s1 := first(many(kid2(n, K49, K290)))) is not None else n), None

def w8_0_471(D, T, n):
    return f138(D, kid3(n, K49, K34, K22)) + ': EN 16931 has no place for the name in the VAT category of a document level allowance or charge', (s1 if (s1 := first(many(kid3(n, K49, K34, K22)))) is not None else n), None

def w8_0_472(D, T, n):
    return f138(D, kid3(n, K49, K34, K291)) + ': EN 16931 has no place for the unit of a tax by quantity in the VAT category of a document level allowance or charge', (s1 if (s1 := first(many(kid3(n, K49, K34, K291)))) is not None else n), None

def w8_0_473(D, T, n):
    return f138(D, kid3(n, K49, K34, K290)) + ': EN 16931 has no place for the tax per unit in the VAT category of a document level allowance or charge', (s1 if (s1 := first(many(kid3(n, K49, K34, K290)))) is not None else n), None

def w8_0_474(D, T, n):
    return f138(D, kid3(n, K49, K34, K69)) + ': EN 16931 has no place for the exemption reason code in the VAT category of a document level allowance or charge', (s1 if (s1 := first(many(kid3(n, K49, K34, K69)))) is not None else n), None

def w8_0_475(D, T, n):
    return f138(D, kid3(n, K49, K34, K68)) + ': EN 16931 has no place for the exemption reason in the VAT category of a document level allowance or charge', (s1 if (s1 := first(many(kid3(n, K49, K34, K68)))) is not None else n), None

def w8_0_476(D, T, n):
    return f138(D, kid3(n, K49, K34, K292)) + ': EN 16931 has no place for the tier in the VAT category of a document level allowance or charge', (s1 if (s1 := first(many(kid3(n, K49, K34, K292)))) is not None else n), None

def w8_0_477(D, T, n):
    return f138(D, kid3(n, K49, K34, K293)) + ': EN 16931 has no place for the rate of a tier in the VAT category of a document level allowance or charge', (s1 if (s1 := first(many(kid3(n, K49, K34, K293)))) is not None else n), None

def w8_0_478(D, T, n):
    return f138(D, kids(n, K49, K34, K25, K22)) + ': EN 16931 has no place for the name of the tax of a document level allowance or charge', (s1 if (s1 := first(many(kids(n, K49, K34, K25, K22)))) is not None else n), None

def w8_0_479(D, T, n):
    return f138(D, kids(n, K49, K34, K25, K195)) + ': EN 16931 has no place for the tax type code of the tax of a document level allowance or charge', (s1 if (s1 := first(many(kids(n, K49, K34, K25, K195)))) is not None else n), None

def w8_0_480(D, T, n):
    return f138(D, kids(n, K49, K34, K25, K196)) + ': EN 16931 has no place for the currency of the tax of a document level allowance or charge', (s1 if (s1 := first(many(kids(n, K49, K34, K25, K196)))) is not None else n), None

def w8_0_481(D, T, n):
    return f138(D, kids(n, K49, K34, K25, K197)) + ': EN 16931 has no place for the region of the tax of a document level allowance or charge', (s1 if (s1 := first(many(kids(n, K49, K34, K25, K197)))) is not None else n), None

def w8_0_482(D, T, n):
    return f138(D, kid2(n, K49, K15)) + ': EN 16931 has no place for the VAT amount of a document level allowance or charge', (s1 if (s1 := first(many(kid2(n, K49, K15)))) is not None else n), None

def w8_0_483(D, T, n):
    return f138(D, kid2(n, K49, K85)) + ': EN 16931 has no place for the way of payment of a document level allowance or charge', (s1 if (s1 := first(many(kid2(n, K49, K85)))) is not None else n), None

def w8_0_484(D, T, n):
    return f138(D, n.get(K294)) + ': EN 16931 has no place for the exchange rate for VAT of the document', (s1 if (s1 := first(many(n.get(K294)))) is not None else n), None

def w8_0_485(D, T, n):
    return f138(D, n.get(K295)) + ': EN 16931 has no place for the exchange rate for prices of the document', (s1 if (s1 := first(many(n.get(K295)))) is not None else n), None

def w8_0_486(D, T, n):
    return f138(D, n.get(K296)) + ': EN 16931 has no place for the exchange rate for the payment of the document', (s1 if (s1 := first(many(n.get(K296)))) is not None else n), None

def w8_0_487(D, T, n):
    return f138(D, n.get(K297)) + ': EN 16931 has no place for the exchange rate for an alternative payment of the document', (s1 if (s1 := first(many(n.get(K297)))) is not None else n), None

def w8_0_488(D, T, n):
    return f138(D, kid2(n, K15, K298)) + ': EN 16931 has no place for the rounding at the VAT total', (s1 if (s1 := first(many(kid2(n, K15, K298)))) is not None else n), None

def w8_0_489(D, T, n):
    return f138(D, kid2(n, K15, K299)) + ': EN 16931 has no place for the indicator of tax evidence at the VAT total', (s1 if (s1 := first(many(kid2(n, K15, K299)))) is not None else n), None

def w8_0_490(D, T, n):
    return f138(D, kid2(n, K15, K300)) + ': EN 16931 has no place for the indicator of tax included at the VAT total', (s1 if (s1 := first(many(kid2(n, K15, K300)))) is not None else n), None

def w8_0_491(D, T, n):
    return f138(D, kid3(n, K15, K57, K301)) + ': EN 16931 has no place for the order of calculation at a VAT breakdown', (s1 if (s1 := first(many(kid3(n, K15, K57, K301)))) is not None else n), None

def w8_0_492(D, T, n):
    return f138(D, kid3(n, K15, K57, K302)) + ': EN 16931 has no place for the tax amount in another currency at a VAT breakdown', (s1 if (s1 := first(many(kid3(n, K15, K57, K302)))) is not None else n), None

def w8_0_493(D, T, n):
    return f138(D, kid3(n, K15, K57, K42)) + ': EN 16931 has no place for the rate at a VAT breakdown', (s1 if (s1 := first(many(kid3(n, K15, K57, K42)))) is not None else n), None

def w8_0_494(D, T, n):
    return f138(D, kid3(n, K15, K57, K291)) + ': EN 16931 has no place for the unit of a tax by quantity at a VAT breakdown', (s1 if (s1 := first(many(kid3(n, K15, K57, K291)))) is not None else n), None

def w8_0_495(D, T, n):
    return f138(D, kid3(n, K15, K57, K290)) + ': EN 16931 has no place for the tax per unit at a VAT breakdown', (s1 if (s1 := first(many(kid3(n, K15, K57, K290)))) is not None else n), None

def w8_0_496(D, T, n):
    return f138(D, kid3(n, K15, K57, K292)) + ': EN 16931 has no place for the tier at a VAT breakdown', (s1 if (s1 := first(many(kid3(n, K15, K57, K292)))) is not None else n), None

def w8_0_497(D, T, n):
    return f138(D, kid3(n, K15, K57, K293)) + ': EN 16931 has no place for the rate of a tier at a VAT breakdown', (s1 if (s1 := first(many(kid3(n, K15, K57, K293)))) is not None else n), None

def w8_0_498(D, T, n):
    return f138(D, kids(n, K15, K57, K34, K22)) + ': EN 16931 has no place for the name in the category of a VAT breakdown', (s1 if (s1 := first(many(kids(n, K15, K57, K34, K22)))) is not None else n), None

def w8_0_499(D, T, n):
    return f138(D, kids(n, K15, K57, K34, K291)) + ': EN 16931 has no place for the unit of a tax by quantity in the category of a VAT breakdown', (s1 if (s1 := first(many(kids(n, K15, K57, K34, K291)))) is not None else n), None

def w8_0_500(D, T, n):
    return f138(D, kids(n, K15, K57, K34, K290)) + ': EN 16931 has no place for the tax per unit in the category of a VAT breakdown', (s1 if (s1 := first(many(kids(n, K15, K57, K34, K290)))) is not None else n), None

def w8_0_501(D, T, n):
    return f138(D, kids(n, K15, K57, K34, K292)) + ': EN 16931 has no place for the tier in the category of a VAT breakdown', (s1 if (s1 := first(many(kids(n, K15, K57, K34, K292)))) is not None else n), None

def w8_0_502(D, T, n):
    return f138(D, kids(n, K15, K57, K34, K293)) + ': EN 16931 has no place for the rate of a tier in the category of a VAT breakdown', (s1 if (s1 := first(many(kids(n, K15, K57, K34, K293)))) is not None else n), None

def w8_0_503(D, T, n):
    return f138(D, kids(n, K15, K57, K34, K25, K22)) + ': EN 16931 has no place for the name of the tax of a VAT breakdown', (s1 if (s1 := first(many(kids(n, K15, K57, K34, K25, K22)))) is not None else n), None

def w8_0_504(D, T, n):
    return f138(D, kids(n, K15, K57, K34, K25, K195)) + ': EN 16931 has no place for the tax type code of the tax of a VAT breakdown', (s1 if (s1 := first(many(kids(n, K15, K57, K34, K25, K195)))) is not None else n), None

def w8_0_505(D, T, n):
    return f138(D, kids(n, K15, K57, K34, K25, K196)) + ': EN 16931 has no place for the currency of the tax of a VAT breakdown', (s1 if (s1 := first(many(kids(n, K15, K57, K34, K25, K196)))) is not None else n), None

def w8_0_506(D, T, n):
    return f138(D, kids(n, K15, K57, K34, K25, K197)) + ': EN 16931 has no place for the region of the tax of a VAT breakdown', (s1 if (s1 := first(many(kids(n, K15, K57, K34, K25, K197)))) is not None else n), None

def w8_0_507(D, T, n):
    return f138(D, n.get(K303)) + ': EN 16931 has no place for the withheld tax of the document', (s1 if (s1 := first(many(n.get(K303)))) is not None else n), None

def w8_0_508(D, T, n):
    return f138(D, kid2(n, K56, K304)) + ': EN 16931 has no place for the amount due in another currency in the document totals', (s1 if (s1 := first(many(kid2(n, K56, K304)))) is not None else n), None

def w8_0_521(D, T, n):
    return f138(D, kid2(n, K85, K306)) + ': EN 16931 has no place for the note of the payment means', (s1 if (s1 := first(many(kid2(n, K85, K306)))) is not None else n), None

def w8_0_522(D, T, n):
    return f138(D, kid2(n, K64, K307)) + ': EN 16931 has no place for the separate address of the delivery', (s1 if (s1 := first(many(kid2(n, K64, K307)))) is not None else n), None

def f142(D, a0):
    return (', '.join([f139(D, q1) for q1 in list(D.sorted(a0))[0:4]]) + ((' and ' + str((len(a0) - 4)) + ' more') if (len(a0) > 4) else ''))

def w8_0_523(D, T, n):
    return f142(D, D.union(many(kid2(n, K12, K119)), many(kid2(n, K13, K119)))) + ': EN 16931 has no place for the UUID on a line', (s1 if (s1 := first(D.sorted(D.union(many(kid2(n, K12, K119)), many(kid2(n, K13, K119)))))) is not None else n), None

def w8_0_524(D, T, n):
    return f142(D, D.union(many(kid2(n, K12, K53)), many(kid2(n, K13, K53)))) + ': EN 16931 has no place for the tax point date on a line', (s1 if (s1 := first(D.sorted(D.union(many(kid2(n, K12, K53)), many(kid2(n, K13, K53)))))) is not None else n), None

def w8_0_525(D, T, n):
    return f142(D, D.union(many(kid2(n, K12, K124)), many(kid2(n, K13, K124)))) + ': EN 16931 has no place for the accounting code on a line', (s1 if (s1 := first(D.sorted(D.union(many(kid2(n, K12, K124)), many(kid2(n, K13, K124)))))) is not None else n), None

def w8_0_526(D, T, n):
    return f142(D, D.union(many(kid2(n, K12, K308)), many(kid2(n, K13, K308)))) + ': EN 16931 has no place for the purpose of the payment on a line', (s1 if (s1 := first(D.sorted(D.union(many(kid2(n, K12, K308)), many(kid2(n, K13, K308)))))) is not None else n), None

def w8_0_527(D, T, n):
    return f142(D, D.union(many(kid2(n, K12, K309)), many(kid2(n, K13, K309)))) + ': EN 16931 has no place for the indicator of free goods on a line', (s1 if (s1 := first(D.sorted(D.union(many(kid2(n, K12, K309)), many(kid2(n, K13, K309)))))) is not None else n), None

def w8_0_528(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K54, K126)), many(kid3(n, K13, K54, K126)))) + ': EN 16931 has no place for the start time of a line period', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K54, K126)), many(kid3(n, K13, K54, K126)))))) is not None else n), None

def w8_0_529(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K54, K127)), many(kid3(n, K13, K54, K127)))) + ': EN 16931 has no place for the end time of a line period', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K54, K127)), many(kid3(n, K13, K54, K127)))))) is not None else n), None

def w8_0_530(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K54, K128)), many(kid3(n, K13, K54, K128)))) + ': EN 16931 has no place for the duration of a line period', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K54, K128)), many(kid3(n, K13, K54, K128)))))) is not None else n), None

def w8_0_531(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K54, K55)), many(kid3(n, K13, K54, K55)))) + ': EN 16931 has no place for the tax point date code of a line period', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K54, K55)), many(kid3(n, K13, K54, K55)))))) is not None else n), None

def w8_0_532(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K54, K114)), many(kid3(n, K13, K54, K114)))) + ': EN 16931 has no place for the description of a line period', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K54, K114)), many(kid3(n, K13, K54, K114)))))) is not None else n), None

def w8_0_533(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K112, K310)), many(kid3(n, K13, K112, K310)))) + ': EN 16931 has no place for the sales order line at the order line of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K112, K310)), many(kid3(n, K13, K112, K310)))))) is not None else n), None

def w8_0_534(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K112, K119)), many(kid3(n, K13, K112, K119)))) + ': EN 16931 has no place for the UUID at the order line of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K112, K119)), many(kid3(n, K13, K112, K119)))))) is not None else n), None

def w8_0_535(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K112, K311)), many(kid3(n, K13, K112, K311)))) + ': EN 16931 has no place for the status code at the order line of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K112, K311)), many(kid3(n, K13, K112, K311)))))) is not None else n), None

def w8_0_536(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K112, K129)), many(kid3(n, K13, K112, K129)))) + ': EN 16931 has no place for the purchase order at the order line of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K112, K129)), many(kid3(n, K13, K112, K129)))))) is not None else n), None

def w8_0_537(D, T, n):
    return f142(D, D.union(many(kid2(n, K12, K312)), many(kid2(n, K13, K312)))) + ': EN 16931 has no place for the despatch advice line on a line', (s1 if (s1 := first(D.sorted(D.union(many(kid2(n, K12, K312)), many(kid2(n, K13, K312)))))) is not None else n), None

def w8_0_538(D, T, n):
    return f142(D, D.union(many(kid2(n, K12, K313)), many(kid2(n, K13, K313)))) + ': EN 16931 has no place for the receiving advice line on a line', (s1 if (s1 := first(D.sorted(D.union(many(kid2(n, K12, K313)), many(kid2(n, K13, K313)))))) is not None else n), None

def w8_0_539(D, T, n):
    return f142(D, D.union(many(kid2(n, K12, K132)), many(kid2(n, K13, K132)))) + ': EN 16931 has no place for the preceding invoice on a line', (s1 if (s1 := first(D.sorted(D.union(many(kid2(n, K12, K132)), many(kid2(n, K13, K132)))))) is not None else n), None

def w8_0_540(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K115, K118)), many(kid3(n, K13, K115, K118)))) + ': EN 16931 has no place for the copy indicator at the invoiced object of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K115, K118)), many(kid3(n, K13, K115, K118)))))) is not None else n), None

def w8_0_541(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K115, K119)), many(kid3(n, K13, K115, K119)))) + ': EN 16931 has no place for the UUID at the invoiced object of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K115, K119)), many(kid3(n, K13, K115, K119)))))) is not None else n), None

def w8_0_542(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K115, K2)), many(kid3(n, K13, K115, K2)))) + ': EN 16931 has no place for the issue date at the invoiced object of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K115, K2)), many(kid3(n, K13, K115, K2)))))) is not None else n), None

def w8_0_543(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K115, K120)), many(kid3(n, K13, K115, K120)))) + ': EN 16931 has no place for the issue time at the invoiced object of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K115, K120)), many(kid3(n, K13, K115, K120)))))) is not None else n), None

def w8_0_544(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K115, K133)), many(kid3(n, K13, K115, K133)))) + ': EN 16931 has no place for the document type text at the invoiced object of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K115, K133)), many(kid3(n, K13, K115, K133)))))) is not None else n), None

def w8_0_545(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K115, K134)), many(kid3(n, K13, K115, K134)))) + ': EN 16931 has no place for the internal path at the invoiced object of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K115, K134)), many(kid3(n, K13, K115, K134)))))) is not None else n), None

def w8_0_546(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K115, K135)), many(kid3(n, K13, K115, K135)))) + ': EN 16931 has no place for the language at the invoiced object of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K115, K135)), many(kid3(n, K13, K115, K135)))))) is not None else n), None

def w8_0_547(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K115, K136)), many(kid3(n, K13, K115, K136)))) + ': EN 16931 has no place for the regional language variant at the invoiced object of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K115, K136)), many(kid3(n, K13, K115, K136)))))) is not None else n), None

def w8_0_548(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K115, K137)), many(kid3(n, K13, K115, K137)))) + ': EN 16931 has no place for the version at the invoiced object of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K115, K137)), many(kid3(n, K13, K115, K137)))))) is not None else n), None

def w8_0_549(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K115, K138)), many(kid3(n, K13, K115, K138)))) + ': EN 16931 has no place for the status code at the invoiced object of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K115, K138)), many(kid3(n, K13, K115, K138)))))) is not None else n), None

def w8_0_550(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K115, K74)), many(kid3(n, K13, K115, K74)))) + ': EN 16931 has no place for the description at the invoiced object of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K115, K74)), many(kid3(n, K13, K115, K74)))))) is not None else n), None

def w8_0_551(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K115, K139)), many(kid3(n, K13, K115, K139)))) + ': EN 16931 has no place for the attachment at the invoiced object of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K115, K139)), many(kid3(n, K13, K115, K139)))))) is not None else n), None

def w8_0_552(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K115, K140)), many(kid3(n, K13, K115, K140)))) + ': EN 16931 has no place for the period of validity at the invoiced object of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K115, K140)), many(kid3(n, K13, K115, K140)))))) is not None else n), None

def w8_0_553(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K115, K141)), many(kid3(n, K13, K115, K141)))) + ': EN 16931 has no place for the issuer at the invoiced object of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K115, K141)), many(kid3(n, K13, K115, K141)))))) is not None else n), None

def w8_0_554(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K115, K142)), many(kid3(n, K13, K115, K142)))) + ': EN 16931 has no place for the signature check result at the invoiced object of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K115, K142)), many(kid3(n, K13, K115, K142)))))) is not None else n), None

def w8_0_555(D, T, n):
    return f142(D, D.union(many(kid2(n, K12, K314)), many(kid2(n, K13, K314)))) + ': EN 16931 has no place for the price reference on a line', (s1 if (s1 := first(D.sorted(D.union(many(kid2(n, K12, K314)), many(kid2(n, K13, K314)))))) is not None else n), None

def w8_0_556(D, T, n):
    return f142(D, D.union(many(kid2(n, K12, K315)), many(kid2(n, K13, K315)))) + ': EN 16931 has no place for the originator on a line', (s1 if (s1 := first(D.sorted(D.union(many(kid2(n, K12, K315)), many(kid2(n, K13, K315)))))) is not None else n), None

def w8_0_557(D, T, n):
    return f142(D, D.union(many(kid2(n, K12, K64)), many(kid2(n, K13, K64)))) + ': EN 16931 has no place for the delivery on a line', (s1 if (s1 := first(D.sorted(D.union(many(kid2(n, K12, K64)), many(kid2(n, K13, K64)))))) is not None else n), None

def w8_0_558(D, T, n):
    return f142(D, D.union(many(kid2(n, K12, K81)), many(kid2(n, K13, K81)))) + ': EN 16931 has no place for the payment terms on a line', (s1 if (s1 := first(D.sorted(D.union(many(kid2(n, K12, K81)), many(kid2(n, K13, K81)))))) is not None else n), None

def w8_0_559(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K49, K1)), many(kid3(n, K13, K49, K1)))) + ': EN 16931 has no place for the identifier of a line allowance or charge', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K49, K1)), many(kid3(n, K13, K49, K1)))))) is not None else n), None

def w8_0_560(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K49, K287)), many(kid3(n, K13, K49, K287)))) + ': EN 16931 has no place for the indicator of prepayment of a line allowance or charge', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K49, K287)), many(kid3(n, K13, K49, K287)))))) is not None else n), None

def w8_0_561(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K49, K288)), many(kid3(n, K13, K49, K288)))) + ': EN 16931 has no place for the sequence number of a line allowance or charge', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K49, K288)), many(kid3(n, K13, K49, K288)))))) is not None else n), None

def w8_0_562(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K49, K124)), many(kid3(n, K13, K49, K124)))) + ': EN 16931 has no place for the accounting code of a line allowance or charge', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K49, K124)), many(kid3(n, K13, K49, K124)))))) is not None else n), None

def w8_0_563(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K49, K289)), many(kid3(n, K13, K49, K289)))) + ': EN 16931 has no place for the accounting text of a line allowance or charge', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K49, K289)), many(kid3(n, K13, K49, K289)))))) is not None else n), None

def w8_0_564(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K49, K290)), many(kid3(n, K13, K49, K290)))) + ': EN 16931 has no place for the amount per unit of a line allowance or charge', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K49, K290)), many(kid3(n, K13, K49, K290)))))) is not None else n), None

def w8_0_565(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K49, K34)), many(kid3(n, K13, K49, K34)))) + ': EN 16931 has no place for the VAT category of a line allowance or charge', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K49, K34)), many(kid3(n, K13, K49, K34)))))) is not None else n), None

def w8_0_566(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K49, K15)), many(kid3(n, K13, K49, K15)))) + ': EN 16931 has no place for the VAT amount of a line allowance or charge', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K49, K15)), many(kid3(n, K13, K49, K15)))))) is not None else n), None

def w8_0_567(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K49, K85)), many(kid3(n, K13, K49, K85)))) + ': EN 16931 has no place for the way of payment of a line allowance or charge', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K49, K85)), many(kid3(n, K13, K49, K85)))))) is not None else n), None

def w8_0_568(D, T, n):
    return f142(D, D.union(many(kid2(n, K12, K15)), many(kid2(n, K13, K15)))) + ': EN 16931 has no place for the VAT amount on a line', (s1 if (s1 := first(D.sorted(D.union(many(kid2(n, K12, K15)), many(kid2(n, K13, K15)))))) is not None else n), None

def w8_0_569(D, T, n):
    return f142(D, D.union(many(kid2(n, K12, K303)), many(kid2(n, K13, K303)))) + ': EN 16931 has no place for the withheld tax on a line', (s1 if (s1 := first(D.sorted(D.union(many(kid2(n, K12, K303)), many(kid2(n, K13, K303)))))) is not None else n), None

def w8_0_570(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K46, K316)), many(kid3(n, K13, K46, K316)))) + ': EN 16931 has no place for the number of packs of the item of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K46, K316)), many(kid3(n, K13, K46, K316)))))) is not None else n), None

def w8_0_571(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K46, K317)), many(kid3(n, K13, K46, K317)))) + ': EN 16931 has no place for the size of a pack of the item of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K46, K317)), many(kid3(n, K13, K46, K317)))))) is not None else n), None

def w8_0_572(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K46, K318)), many(kid3(n, K13, K46, K318)))) + ': EN 16931 has no place for the indicator of a catalogue item of the item of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K46, K318)), many(kid3(n, K13, K46, K318)))))) is not None else n), None

def w8_0_573(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K46, K319)), many(kid3(n, K13, K46, K319)))) + ': EN 16931 has no place for the indicator of hazardous goods of the item of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K46, K319)), many(kid3(n, K13, K46, K319)))))) is not None else n), None

def w8_0_574(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K46, K320)), many(kid3(n, K13, K46, K320)))) + ': EN 16931 has no place for the additional information of the item of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K46, K320)), many(kid3(n, K13, K46, K320)))))) is not None else n), None

def w8_0_575(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K46, K321)), many(kid3(n, K13, K46, K321)))) + ': EN 16931 has no place for the keyword of the item of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K46, K321)), many(kid3(n, K13, K46, K321)))))) is not None else n), None

def w8_0_576(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K46, K322)), many(kid3(n, K13, K46, K322)))) + ': EN 16931 has no place for the brand of the item of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K46, K322)), many(kid3(n, K13, K46, K322)))))) is not None else n), None

def w8_0_577(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K46, K323)), many(kid3(n, K13, K46, K323)))) + ': EN 16931 has no place for the model of the item of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K46, K323)), many(kid3(n, K13, K46, K323)))))) is not None else n), None

def w8_0_578(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K324, K325)), many(kids(n, K13, K46, K324, K325)))) + ": EN 16931 has no place for the extended number at the buyer's article number of a line", (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K324, K325)), many(kids(n, K13, K46, K324, K325)))))) is not None else n), None

def w8_0_579(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K324, K326)), many(kids(n, K13, K46, K324, K326)))) + ": EN 16931 has no place for the type of bar code at the buyer's article number of a line", (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K324, K326)), many(kids(n, K13, K46, K324, K326)))))) is not None else n), None

def w8_0_580(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K324, K327)), many(kids(n, K13, K46, K324, K327)))) + ": EN 16931 has no place for the physical property at the buyer's article number of a line", (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K324, K327)), many(kids(n, K13, K46, K324, K327)))))) is not None else n), None

def w8_0_581(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K324, K328)), many(kids(n, K13, K46, K324, K328)))) + ": EN 16931 has no place for the dimension at the buyer's article number of a line", (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K324, K328)), many(kids(n, K13, K46, K324, K328)))))) is not None else n), None

def w8_0_582(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K324, K141)), many(kids(n, K13, K46, K324, K141)))) + ": EN 16931 has no place for the issuer at the buyer's article number of a line", (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K324, K141)), many(kids(n, K13, K46, K324, K141)))))) is not None else n), None

def w8_0_583(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K329, K325)), many(kids(n, K13, K46, K329, K325)))) + ": EN 16931 has no place for the extended number at the seller's article number of a line", (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K329, K325)), many(kids(n, K13, K46, K329, K325)))))) is not None else n), None

def w8_0_584(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K329, K326)), many(kids(n, K13, K46, K329, K326)))) + ": EN 16931 has no place for the type of bar code at the seller's article number of a line", (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K329, K326)), many(kids(n, K13, K46, K329, K326)))))) is not None else n), None

def w8_0_585(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K329, K327)), many(kids(n, K13, K46, K329, K327)))) + ": EN 16931 has no place for the physical property at the seller's article number of a line", (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K329, K327)), many(kids(n, K13, K46, K329, K327)))))) is not None else n), None

def w8_0_586(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K329, K328)), many(kids(n, K13, K46, K329, K328)))) + ": EN 16931 has no place for the dimension at the seller's article number of a line", (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K329, K328)), many(kids(n, K13, K46, K329, K328)))))) is not None else n), None

def w8_0_587(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K329, K141)), many(kids(n, K13, K46, K329, K141)))) + ": EN 16931 has no place for the issuer at the seller's article number of a line", (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K329, K141)), many(kids(n, K13, K46, K329, K141)))))) is not None else n), None

def w8_0_588(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K46, K330)), many(kid3(n, K13, K46, K330)))) + ": EN 16931 has no place for the manufacturer's article number of the item of a line", (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K46, K330)), many(kid3(n, K13, K46, K330)))))) is not None else n), None

def w8_0_589(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K331, K325)), many(kids(n, K13, K46, K331, K325)))) + ': EN 16931 has no place for the extended number at the standard article number of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K331, K325)), many(kids(n, K13, K46, K331, K325)))))) is not None else n), None

def w8_0_590(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K331, K326)), many(kids(n, K13, K46, K331, K326)))) + ': EN 16931 has no place for the type of bar code at the standard article number of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K331, K326)), many(kids(n, K13, K46, K331, K326)))))) is not None else n), None

def w8_0_591(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K331, K327)), many(kids(n, K13, K46, K331, K327)))) + ': EN 16931 has no place for the physical property at the standard article number of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K331, K327)), many(kids(n, K13, K46, K331, K327)))))) is not None else n), None

def w8_0_592(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K331, K328)), many(kids(n, K13, K46, K331, K328)))) + ': EN 16931 has no place for the dimension at the standard article number of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K331, K328)), many(kids(n, K13, K46, K331, K328)))))) is not None else n), None

def w8_0_593(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K331, K141)), many(kids(n, K13, K46, K331, K141)))) + ': EN 16931 has no place for the issuer at the standard article number of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K331, K141)), many(kids(n, K13, K46, K331, K141)))))) is not None else n), None

def w8_0_594(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K46, K332)), many(kid3(n, K13, K46, K332)))) + ': EN 16931 has no place for the catalogue number of the item of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K46, K332)), many(kid3(n, K13, K46, K332)))))) is not None else n), None

def w8_0_595(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K46, K333)), many(kid3(n, K13, K46, K333)))) + ': EN 16931 has no place for the further article number of the item of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K46, K333)), many(kid3(n, K13, K46, K333)))))) is not None else n), None

def w8_0_596(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K46, K334)), many(kid3(n, K13, K46, K334)))) + ': EN 16931 has no place for the catalogue of the item of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K46, K334)), many(kid3(n, K13, K46, K334)))))) is not None else n), None

def w8_0_597(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K46, K335)), many(kid3(n, K13, K46, K335)))) + ': EN 16931 has no place for the specification of the item of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K46, K335)), many(kid3(n, K13, K46, K335)))))) is not None else n), None

def w8_0_598(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K336, K22)), many(kids(n, K13, K46, K336, K22)))) + ': EN 16931 has no place for the country name of the origin of an item', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K336, K22)), many(kids(n, K13, K46, K336, K22)))))) is not None else n), None

def w8_0_599(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K337, K338)), many(kids(n, K13, K46, K337, K338)))) + ': EN 16931 has no place for the nature code at the classification of an item', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K337, K338)), many(kids(n, K13, K46, K337, K338)))))) is not None else n), None

def w8_0_600(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K337, K339)), many(kids(n, K13, K46, K337, K339)))) + ': EN 16931 has no place for the cargo type at the classification of an item', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K337, K339)), many(kids(n, K13, K46, K337, K339)))))) is not None else n), None

def w8_0_601(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K337, K340)), many(kids(n, K13, K46, K337, K340)))) + ': EN 16931 has no place for the commodity code at the classification of an item', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K337, K340)), many(kids(n, K13, K46, K337, K340)))))) is not None else n), None

def w8_0_602(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K46, K341)), many(kid3(n, K13, K46, K341)))) + ': EN 16931 has no place for the trade conditions of the item of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K46, K341)), many(kid3(n, K13, K46, K341)))))) is not None else n), None

def w8_0_603(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K46, K342)), many(kid3(n, K13, K46, K342)))) + ': EN 16931 has no place for the dangerous goods of the item of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K46, K342)), many(kid3(n, K13, K46, K342)))))) is not None else n), None

def w8_0_604(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K62, K22)), many(kids(n, K13, K46, K62, K22)))) + ': EN 16931 has no place for the name in the VAT category of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K62, K22)), many(kids(n, K13, K46, K62, K22)))))) is not None else n), None

def w8_0_605(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K62, K291)), many(kids(n, K13, K46, K62, K291)))) + ': EN 16931 has no place for the unit of a tax by quantity in the VAT category of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K62, K291)), many(kids(n, K13, K46, K62, K291)))))) is not None else n), None

def w8_0_606(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K62, K290)), many(kids(n, K13, K46, K62, K290)))) + ': EN 16931 has no place for the tax per unit in the VAT category of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K62, K290)), many(kids(n, K13, K46, K62, K290)))))) is not None else n), None

def w8_0_607(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K62, K69)), many(kids(n, K13, K46, K62, K69)))) + ': EN 16931 has no place for the exemption reason code in the VAT category of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K62, K69)), many(kids(n, K13, K46, K62, K69)))))) is not None else n), None

def w8_0_608(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K62, K68)), many(kids(n, K13, K46, K62, K68)))) + ': EN 16931 has no place for the exemption reason in the VAT category of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K62, K68)), many(kids(n, K13, K46, K62, K68)))))) is not None else n), None

def w8_0_609(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K62, K292)), many(kids(n, K13, K46, K62, K292)))) + ': EN 16931 has no place for the tier in the VAT category of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K62, K292)), many(kids(n, K13, K46, K62, K292)))))) is not None else n), None

def w8_0_610(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K62, K293)), many(kids(n, K13, K46, K62, K293)))) + ': EN 16931 has no place for the rate of a tier in the VAT category of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K62, K293)), many(kids(n, K13, K46, K62, K293)))))) is not None else n), None

def w8_0_611(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K62, K25, K22)), many(kids(n, K13, K46, K62, K25, K22)))) + ': EN 16931 has no place for the name of the tax of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K62, K25, K22)), many(kids(n, K13, K46, K62, K25, K22)))))) is not None else n), None

def w8_0_612(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K62, K25, K195)), many(kids(n, K13, K46, K62, K25, K195)))) + ': EN 16931 has no place for the tax type code of the tax of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K62, K25, K195)), many(kids(n, K13, K46, K62, K25, K195)))))) is not None else n), None

def w8_0_613(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K62, K25, K196)), many(kids(n, K13, K46, K62, K25, K196)))) + ': EN 16931 has no place for the currency of the tax of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K62, K25, K196)), many(kids(n, K13, K46, K62, K25, K196)))))) is not None else n), None

def w8_0_614(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K62, K25, K197)), many(kids(n, K13, K46, K62, K25, K197)))) + ': EN 16931 has no place for the region of the tax of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K62, K25, K197)), many(kids(n, K13, K46, K62, K25, K197)))))) is not None else n), None

def w8_0_615(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K343, K1)), many(kids(n, K13, K46, K343, K1)))) + ': EN 16931 has no place for the identifier at an item attribute', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K343, K1)), many(kids(n, K13, K46, K343, K1)))))) is not None else n), None

def w8_0_616(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K343, K344)), many(kids(n, K13, K46, K343, K344)))) + ': EN 16931 has no place for the code of the name at an item attribute', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K343, K344)), many(kids(n, K13, K46, K343, K344)))))) is not None else n), None

def w8_0_617(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K343, K345)), many(kids(n, K13, K46, K343, K345)))) + ': EN 16931 has no place for the test method at an item attribute', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K343, K345)), many(kids(n, K13, K46, K343, K345)))))) is not None else n), None

def w8_0_618(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K343, K346)), many(kids(n, K13, K46, K343, K346)))) + ': EN 16931 has no place for the quantity at an item attribute', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K343, K346)), many(kids(n, K13, K46, K343, K346)))))) is not None else n), None

def w8_0_619(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K343, K347)), many(kids(n, K13, K46, K343, K347)))) + ': EN 16931 has no place for the qualifier of the value at an item attribute', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K343, K347)), many(kids(n, K13, K46, K343, K347)))))) is not None else n), None

def w8_0_620(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K343, K348)), many(kids(n, K13, K46, K343, K348)))) + ': EN 16931 has no place for the importance at an item attribute', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K343, K348)), many(kids(n, K13, K46, K343, K348)))))) is not None else n), None

def w8_0_621(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K343, K349)), many(kids(n, K13, K46, K343, K349)))) + ': EN 16931 has no place for the list of values at an item attribute', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K343, K349)), many(kids(n, K13, K46, K343, K349)))))) is not None else n), None

def w8_0_622(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K343, K350)), many(kids(n, K13, K46, K343, K350)))) + ': EN 16931 has no place for the period of use at an item attribute', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K343, K350)), many(kids(n, K13, K46, K343, K350)))))) is not None else n), None

def w8_0_623(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K343, K351)), many(kids(n, K13, K46, K343, K351)))) + ': EN 16931 has no place for the group at an item attribute', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K343, K351)), many(kids(n, K13, K46, K343, K351)))))) is not None else n), None

def w8_0_624(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K343, K352)), many(kids(n, K13, K46, K343, K352)))) + ': EN 16931 has no place for the range of a dimension at an item attribute', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K343, K352)), many(kids(n, K13, K46, K343, K352)))))) is not None else n), None

def w8_0_625(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K46, K343, K353)), many(kids(n, K13, K46, K343, K353)))) + ': EN 16931 has no place for the range of the value at an item attribute', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K46, K343, K353)), many(kids(n, K13, K46, K343, K353)))))) is not None else n), None

def w8_0_626(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K46, K354)), many(kid3(n, K13, K46, K354)))) + ': EN 16931 has no place for the manufacturer of the item of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K46, K354)), many(kid3(n, K13, K46, K354)))))) is not None else n), None

def w8_0_627(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K46, K355)), many(kid3(n, K13, K46, K355)))) + ': EN 16931 has no place for the provider of the item data of the item of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K46, K355)), many(kid3(n, K13, K46, K355)))))) is not None else n), None

def w8_0_628(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K46, K356)), many(kid3(n, K13, K46, K356)))) + ': EN 16931 has no place for the address of origin of the item of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K46, K356)), many(kid3(n, K13, K46, K356)))))) is not None else n), None

def w8_0_629(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K46, K357)), many(kid3(n, K13, K46, K357)))) + ': EN 16931 has no place for the serial or lot number of the item of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K46, K357)), many(kid3(n, K13, K46, K357)))))) is not None else n), None

def w8_0_630(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K46, K358)), many(kid3(n, K13, K46, K358)))) + ': EN 16931 has no place for the certificate of the item of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K46, K358)), many(kid3(n, K13, K46, K358)))))) is not None else n), None

def w8_0_631(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K46, K359)), many(kid3(n, K13, K46, K359)))) + ': EN 16931 has no place for the dimension of the item of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K46, K359)), many(kid3(n, K13, K46, K359)))))) is not None else n), None

def w8_0_632(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K47, K360)), many(kid3(n, K13, K47, K360)))) + ': EN 16931 has no place for the reason of a price change of the price of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K47, K360)), many(kid3(n, K13, K47, K360)))))) is not None else n), None

def w8_0_633(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K47, K361)), many(kid3(n, K13, K47, K361)))) + ': EN 16931 has no place for the type code of the price of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K47, K361)), many(kid3(n, K13, K47, K361)))))) is not None else n), None

def w8_0_634(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K47, K362)), many(kid3(n, K13, K47, K362)))) + ': EN 16931 has no place for the type text of the price of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K47, K362)), many(kid3(n, K13, K47, K362)))))) is not None else n), None

def w8_0_635(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K47, K363)), many(kid3(n, K13, K47, K363)))) + ': EN 16931 has no place for the factor between order unit and price unit of the price of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K47, K363)), many(kid3(n, K13, K47, K363)))))) is not None else n), None

def w8_0_636(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K47, K49, K1)), many(kids(n, K13, K47, K49, K1)))) + ': EN 16931 has no place for the identifier of the discount on the price of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K47, K49, K1)), many(kids(n, K13, K47, K49, K1)))))) is not None else n), None

def w8_0_637(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K47, K49, K36)), many(kids(n, K13, K47, K49, K36)))) + ': EN 16931 has no place for the reason code of the discount on the price of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K47, K49, K36)), many(kids(n, K13, K47, K49, K36)))))) is not None else n), None

def w8_0_638(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K47, K49, K35)), many(kids(n, K13, K47, K49, K35)))) + ': EN 16931 has no place for the reason of the discount on the price of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K47, K49, K35)), many(kids(n, K13, K47, K49, K35)))))) is not None else n), None

def w8_0_639(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K47, K49, K364)), many(kids(n, K13, K47, K49, K364)))) + ': EN 16931 has no place for the percentage of the discount on the price of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K47, K49, K364)), many(kids(n, K13, K47, K49, K364)))))) is not None else n), None

def w8_0_640(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K47, K49, K287)), many(kids(n, K13, K47, K49, K287)))) + ': EN 16931 has no place for the indicator of prepayment of the discount on the price of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K47, K49, K287)), many(kids(n, K13, K47, K49, K287)))))) is not None else n), None

def w8_0_641(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K47, K49, K288)), many(kids(n, K13, K47, K49, K288)))) + ': EN 16931 has no place for the sequence number of the discount on the price of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K47, K49, K288)), many(kids(n, K13, K47, K49, K288)))))) is not None else n), None

def w8_0_642(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K47, K49, K124)), many(kids(n, K13, K47, K49, K124)))) + ': EN 16931 has no place for the accounting code of the discount on the price of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K47, K49, K124)), many(kids(n, K13, K47, K49, K124)))))) is not None else n), None

def w8_0_643(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K47, K49, K289)), many(kids(n, K13, K47, K49, K289)))) + ': EN 16931 has no place for the accounting text of the discount on the price of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K47, K49, K289)), many(kids(n, K13, K47, K49, K289)))))) is not None else n), None

def w8_0_644(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K47, K49, K290)), many(kids(n, K13, K47, K49, K290)))) + ': EN 16931 has no place for the amount per unit of the discount on the price of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K47, K49, K290)), many(kids(n, K13, K47, K49, K290)))))) is not None else n), None

def w8_0_645(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K47, K49, K34)), many(kids(n, K13, K47, K49, K34)))) + ': EN 16931 has no place for the VAT category of the discount on the price of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K47, K49, K34)), many(kids(n, K13, K47, K49, K34)))))) is not None else n), None

def w8_0_646(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K47, K49, K15)), many(kids(n, K13, K47, K49, K15)))) + ': EN 16931 has no place for the VAT amount of the discount on the price of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K47, K49, K15)), many(kids(n, K13, K47, K49, K15)))))) is not None else n), None

def w8_0_647(D, T, n):
    return f142(D, D.union(many(kids(n, K12, K47, K49, K85)), many(kids(n, K13, K47, K49, K85)))) + ': EN 16931 has no place for the way of payment of the discount on the price of a line', (s1 if (s1 := first(D.sorted(D.union(many(kids(n, K12, K47, K49, K85)), many(kids(n, K13, K47, K49, K85)))))) is not None else n), None

def w8_0_648(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K47, K295)), many(kid3(n, K13, K47, K295)))) + ': EN 16931 has no place for the exchange rate of the price of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K47, K295)), many(kid3(n, K13, K47, K295)))))) is not None else n), None

def w8_0_649(D, T, n):
    return f142(D, D.union(many(kid2(n, K12, K244)), many(kid2(n, K13, K244)))) + ': EN 16931 has no place for the delivery terms on a line', (s1 if (s1 := first(D.sorted(D.union(many(kid2(n, K12, K244)), many(kid2(n, K13, K244)))))) is not None else n), None

def w8_0_650(D, T, n):
    return f142(D, D.union(many(kid2(n, K12, K365)), many(kid2(n, K13, K365)))) + ': EN 16931 has no place for the sub-line on a line', (s1 if (s1 := first(D.sorted(D.union(many(kid2(n, K12, K365)), many(kid2(n, K13, K365)))))) is not None else n), None

def w8_0_651(D, T, n):
    return f142(D, D.union(many(kid2(n, K12, K366)), many(kid2(n, K13, K366)))) + ': EN 16931 has no place for the amount beside the net amount on a line', (s1 if (s1 := first(D.sorted(D.union(many(kid2(n, K12, K366)), many(kid2(n, K13, K366)))))) is not None else n), None

def q189(D):
    return many(kids(packed(D.tagged_in_order(K24)), K26, K20))

def q190(D):
    return many(kids(packed(D.tagged(K24)), K26, K20))

def q191(D):
    return many(kids(packed(D.tagged_in_order(K18)), K19, K52))

def q192(D):
    return many(kids(packed(D.tagged(K18)), K19, K52))

def q193(D):
    return many(kids(packed(D.tagged_in_order(K36)), K52))

def q194(D):
    return many(kids(packed(D.tagged(K36)), K52))

def q195(D):
    return D.attributes(K367)

def q196(D):
    return D.tagged_in_order(K261)

def q197(D):
    return D.tagged(K261)

def w8_0_656(D, T, n):
    h1 = D[q197]
    return f142(D, h1) + ': EN 16931 has no place for the bank inside a bank branch', (s1 if (s1 := first(D[q196])) is not None else n), None

def q198(D):
    return many(kids(packed(D.tagged_in_order(K324)), K1, K20))

def q199(D):
    return many(kids(packed(D.tagged(K324)), K1, K20))

def q200(D):
    return many(kids(packed(D.tagged_in_order(K329)), K1, K20))

def q201(D):
    return many(kids(packed(D.tagged(K329)), K1, K20))

def q202(D):
    return many(kids(packed(D.tagged_in_order(K47)), K49, K36))

def q203(D):
    return many(kids(packed(D.tagged(K47)), K49, K36))

def w8_0_659(D, T, n):
    h1 = D[q203]
    return f142(D, h1) + ': EN 16931 has no place for the reason code of the discount on a price', (s1 if (s1 := first(D[q202])) is not None else n), None

def q204(D):
    return many(kids(packed(D.tagged_in_order(K47)), K49, K35))

def q205(D):
    return many(kids(packed(D.tagged(K47)), K49, K35))

def w8_0_660(D, T, n):
    h1 = D[q205]
    return f142(D, h1) + ': EN 16931 has no place for the reason of the discount on a price', (s1 if (s1 := first(D[q204])) is not None else n), None

def q206(D):
    return many(kids(packed(D.tagged_in_order(K47)), K49, K364))

def q207(D):
    return many(kids(packed(D.tagged(K47)), K49, K364))

def w8_0_661(D, T, n):
    h1 = D[q207]
    return f142(D, h1) + ': EN 16931 has no place for the percentage of the discount on a price', (s1 if (s1 := first(D[q206])) is not None else n), None

def q208(D):
    return many(kids(packed(D.tagged_in_order(K368)), K20))

def q209(D):
    return many(kids(packed(D.tagged(K368)), K20))

def q210(D):
    return many(kids(packed(D.tagged_in_order(K88)), K369, K20))

def q211(D):
    return many(kids(packed(D.tagged(K88)), K369, K20))

def q212(D):
    return many(kids(packed(D.tagged_in_order(K89)), K1, K20))

def q213(D):
    return many(kids(packed(D.tagged(K89)), K1, K20))

def q214(D):
    return many(kids(packed(D.tagged_in_order(K89)), K268, K1, K20))

def q215(D):
    return many(kids(packed(D.tagged(K89)), K268, K1, K20))

def q216(D):
    return many(kids(packed(D.tagged_in_order(K34)), K1, K20))

def q217(D):
    return many(kids(packed(D.tagged(K34)), K1, K20))

def q218(D):
    return many(kids(packed(D.tagged_in_order(K62)), K1, K20))

def q219(D):
    return many(kids(packed(D.tagged(K62)), K1, K20))

def q220(D):
    return [z for y in D.tagged_in_order(K85) for z in many(y.get(K268))]

def q221(D):
    return [z for y in D.tagged(K85) for z in many(y.get(K268))]

def w8_0_668(D, T, n):
    h1 = D[q221]
    return f142(D, h1) + ': EN 16931 has no place for the account of the payer of the payment means', (s1 if (s1 := first(D[q220])) is not None else n), None

def w8_0_669(D, T, n):
    return f138(D, n.get(K370)) + ': expected 2.1, or no UBL version at all', (s1 if (s1 := first(many(n.get(K370)))) is not None else n), None

def w8_0_670(D, T, n):
    return f138(D, kid2(n, K85, K86)) + ' at the payment means: an Invoice states the due date in cbc:DueDate (BT-9)', (s1 if (s1 := first(many(kid2(n, K85, K86)))) is not None else n), None

def w8_0_671(D, T, n):
    return 'CV2ID in CardAccount: EN 16931 has no place for the security code of the payment card', (s3 if (s3 := first([c1 for o2 in many(n.get(K85)) for c1 in many(o2.get(K88)) if ((K372 in c1))])) is not None else n), None

def w8_0_672(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K47, K373)), many(kid3(n, K13, K47, K373)))) + ': EN 16931 has no place for the period of validity of the price of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K47, K373)), many(kid3(n, K13, K47, K373)))))) is not None else n), None

def w8_0_673(D, T, n):
    return f142(D, D.union(many(kid3(n, K12, K47, K374)), many(kid3(n, K13, K47, K374)))) + ': EN 16931 has no place for the price list of the price of a line', (s1 if (s1 := first(D.sorted(D.union(many(kid3(n, K12, K47, K374)), many(kid3(n, K13, K47, K374)))))) is not None else n), None

def q222(D):
    h1 = D[q114]
    return [c1 for c1 in h1 if (K139 in c1)]

def q223(D):
    h1 = D[q222]
    return [z for y in h1 for z in many(y.get(K1))]

def q224(D):
    h1 = D[q223]
    return f142(D, h1)

def w8_0_676(D, T, n):
    h1 = D[q224]
    h2 = D[q115]
    return 'an attachment hangs at the invoiced object (BT-18), document type code 130, ' + h1 + ': it belongs to a supporting document (BG-24)', (s1 if (s1 := first(D.sorted(h2))) is not None else n), None

def q225(D):
    h1 = D[q116]
    return f142(D, h1)

def q226(D):
    h1 = D[q114]
    return [c1 for c1 in h1 if (K74 in c1)]

def q227(D):
    h1 = D[q226]
    return [z for y in h1 for z in many(y.get(K1))]

def q228(D):
    h1 = D[q227]
    return f142(D, h1)

def w8_0_677(D, T, n):
    h1 = D[q225]
    h2 = D[q228]
    h3 = D[q116]
    return h1 + ' at the invoiced object (BT-18), document type code 130, ' + h2 + ': only a supporting document (BG-24) has a description', (s1 if (s1 := first(D.sorted(h3))) is not None else n), None

WRITERS = {
    (0, 0, 0): (w0_0_0, ()),
    (0, 0, 1): (w0_0_1, ()),
    (0, 0, 2): (w0_0_2, ()),
    (0, 0, 3): (w0_0_3, ()),
    (0, 0, 4): (w0_0_4, ()),
    (0, 0, 5): (w0_0_5, ()),
    (0, 0, 6): (w0_0_6, ()),
    (0, 0, 7): (w0_0_7, ()),
    (0, 0, 8): (w0_0_8, ()),
    (0, 0, 9): (w0_0_9, ()),
    (0, 1, 0): (w0_1_0, ()),
    (0, 2, 0): (w0_2_0, ()),
    (0, 3, 0): (w0_3_0, ()),
    (0, 4, 0): (w0_4_0, ()),
    (0, 5, 0): (w0_5_0, (1,)),
    (0, 6, 0): (w0_6_0, ()),
    (0, 6, 1): (w0_6_1, ()),
    (0, 6, 2): (w0_6_2, ()),
    (0, 7, 0): (w0_7_0, ()),
    (0, 8, 0): (w0_8_0, ()),
    (0, 9, 0): (w0_9_0, ()),
    (0, 10, 0): (w0_10_0, ()),
    (0, 11, 0): (w0_11_0, (1,)),
    (0, 12, 0): (w0_12_0, ()),
    (0, 13, 0): (w0_13_0, ()),
    (0, 13, 1): (w0_13_1, ()),
    (0, 14, 0): (w0_14_0, (1,)),
    (0, 15, 0): (w0_15_0, ()),
    (0, 16, 0): (w0_16_0, ()),
    (0, 16, 1): (w0_16_1, ()),
    (0, 16, 2): (w0_16_2, ()),
    (0, 17, 0): (w0_17_0, ()),
    (0, 17, 1): (w0_17_1, ()),
    (0, 17, 2): (w0_17_2, ()),
    (0, 18, 0): (w0_18_0, ()),
    (0, 18, 1): (w0_18_1, ()),
    (0, 18, 2): (w0_18_2, ()),
    (0, 18, 3): (w0_18_3, ()),
    (0, 19, 0): (w0_19_0, ()),
    (0, 19, 1): (w0_19_1, ()),
    (0, 19, 2): (w0_19_2, ()),
    (0, 19, 3): (w0_19_3, ()),
    (0, 20, 0): (w0_20_0, ()),
    (0, 20, 1): (w0_20_1, ()),
    (0, 20, 2): (w0_20_2, ()),
    (0, 20, 3): (w0_20_3, ()),
    (0, 20, 4): (w0_20_4, ()),
    (0, 20, 5): (w0_20_5, ()),
    (0, 20, 6): (w0_20_6, ()),
    (0, 20, 7): (w0_20_7, ()),
    (0, 21, 0): (w0_21_0, (1,)),
    (0, 21, 1): (w0_21_1, (1,)),
    (0, 22, 0): (w0_22_0, (1,)),
    (0, 22, 1): (w0_22_1, (1,)),
    (0, 23, 0): (w0_23_0, ()),
    (0, 24, 0): (w0_24_0, (3,)),
    (0, 25, 0): (w0_25_0, (3,)),
    (1, 0, 0): (w1_0_0, ()),
    (1, 0, 1): (w1_0_1, ()),
    (1, 0, 2): (w1_0_2, ()),
    (1, 1, 0): (w1_1_0, ()),
    (1, 2, 0): (w1_2_0, ()),
    (1, 3, 0): (w1_3_0, (1,)),
    (1, 4, 0): (w1_4_0, ()),
    (1, 5, 0): (w1_5_0, ()),
    (1, 5, 1): (w1_5_1, (1,)),
    (1, 5, 2): (w1_5_2, (1,)),
    (1, 5, 3): (w1_5_3, ()),
    (1, 5, 4): (w1_5_4, ()),
    (1, 6, 0): (w1_6_0, ()),
    (1, 7, 0): (w1_7_0, ()),
    (1, 8, 0): (w1_8_0, ()),
    (1, 8, 1): (w1_8_1, ()),
    (1, 9, 0): (w1_9_0, ()),
    (1, 9, 1): (w1_9_1, ()),
    (1, 10, 0): (w1_10_0, ()),
    (1, 11, 0): (w1_11_0, (1,)),
    (1, 11, 1): (w1_11_1, (1,)),
    (1, 12, 0): (w1_12_0, (1,)),
    (1, 12, 1): (w1_12_1, (1,)),
    (2, 0, 0): (w2_0_0, ()),
    (2, 0, 1): (w2_0_1, ()),
    (2, 1, 0): (w2_1_0, ()),
    (2, 1, 1): (w2_1_1, ()),
    (2, 2, 0): (w2_2_0, ()),
    (2, 2, 1): (w2_2_1, ()),
    (2, 3, 0): (w2_3_0, ()),
    (2, 3, 1): (w2_3_1, ()),
    (2, 3, 2): (w2_3_2, ()),
    (2, 3, 3): (w2_3_3, ()),
    (2, 3, 4): (w2_3_4, ()),
    (2, 3, 5): (w2_3_5, ()),
    (2, 3, 6): (w2_3_6, ()),
    (2, 3, 7): (w2_3_7, ()),
    (2, 4, 0): (w2_4_0, ()),
    (2, 4, 1): (w2_4_1, ()),
    (2, 5, 0): (w2_5_0, ()),
    (2, 6, 0): (w2_6_0, (1,)),
    (2, 6, 1): (w2_6_1, (1,)),
    (2, 7, 0): (w2_7_0, (1,)),
    (2, 7, 1): (w2_7_1, (1,)),
    (3, 0, 1): (w3_0_1, ()),
    (3, 0, 2): (w3_0_2, ()),
    (3, 0, 3): (w3_0_3, ()),
    (3, 0, 4): (w3_0_4, ()),
    (3, 0, 6): (w3_0_6, ()),
    (3, 1, 0): (w3_1_0, (2,)),
    (3, 2, 0): (w3_2_0, (2,)),
    (3, 3, 0): (w3_3_0, (2,)),
    (3, 4, 0): (w3_4_0, (2,)),
    (3, 5, 0): (w3_5_0, (2,)),
    (3, 6, 0): (w3_6_0, (2,)),
    (3, 7, 0): (w3_7_0, (2,)),
    (3, 8, 0): (w3_8_0, (2,)),
    (3, 9, 0): (w3_9_0, (2,)),
    (3, 10, 0): (w3_10_0, (1,)),
    (3, 11, 0): (w3_11_0, (1,)),
    (3, 12, 0): (w3_12_0, (1,)),
    (3, 13, 0): (w3_13_0, (1,)),
    (3, 14, 0): (w3_14_0, (1,)),
    (3, 15, 0): (w3_15_0, (1,)),
    (3, 16, 0): (w3_16_0, (1,)),
    (3, 17, 0): (w3_17_0, (1,)),
    (3, 18, 0): (w3_18_0, (1,)),
    (3, 19, 0): (w3_19_0, (1,)),
    (3, 20, 0): (w3_20_0, (1,)),
    (3, 21, 0): (w3_21_0, (1,)),
    (3, 22, 0): (w3_22_0, (1,)),
    (3, 23, 0): (w3_23_0, (1,)),
    (3, 24, 0): (w3_24_0, (1,)),
    (3, 25, 0): (w3_25_0, (1,)),
    (3, 26, 0): (w3_26_0, (1,)),
    (3, 27, 0): (w3_27_0, (1,)),
    (3, 28, 0): (w3_28_0, (1,)),
    (3, 28, 1): (w3_28_1, (1,)),
    (3, 29, 0): (w3_29_0, (1,)),
    (3, 29, 1): (w3_29_1, (1,)),
    (3, 30, 0): (w3_30_0, (1,)),
    (3, 30, 1): (w3_30_1, (1,)),
    (3, 31, 0): (w3_31_0, (1,)),
    (3, 31, 1): (w3_31_1, (1,)),
    (3, 32, 0): (w3_32_0, (1,)),
    (3, 32, 1): (w3_32_1, (1,)),
    (3, 33, 0): (w3_33_0, (1,)),
    (3, 33, 1): (w3_33_1, (1,)),
    (3, 34, 0): (w3_34_0, (1,)),
    (3, 34, 1): (w3_34_1, (1,)),
    (3, 35, 0): (w3_35_0, (1,)),
    (3, 35, 1): (w3_35_1, (1,)),
    (3, 36, 0): (w3_36_0, (1,)),
    (3, 36, 1): (w3_36_1, (1,)),
    (4, 0, 1): (w4_0_1, ()),
    (4, 0, 2): (w4_0_2, ()),
    (4, 0, 3): (w4_0_3, ()),
    (4, 0, 4): (w4_0_4, ()),
    (4, 0, 5): (w4_0_5, ()),
    (4, 0, 6): (w4_0_6, ()),
    (4, 0, 7): (w4_0_7, ()),
    (4, 0, 8): (w4_0_8, ()),
    (4, 0, 9): (w4_0_9, ()),
    (4, 0, 10): (w4_0_10, ()),
    (4, 0, 11): (w4_0_11, ()),
    (4, 0, 12): (w4_0_12, ()),
    (4, 0, 13): (w4_0_13, ()),
    (4, 0, 14): (w4_0_14, ()),
    (4, 0, 15): (w4_0_15, ()),
    (4, 0, 16): (w4_0_16, ()),
    (4, 0, 17): (w4_0_17, ()),
    (4, 0, 18): (w4_0_18, ()),
    (4, 0, 19): (w4_0_19, ()),
    (4, 0, 20): (w4_0_20, ()),
    (4, 0, 21): (w4_0_21, ()),
    (4, 0, 22): (w4_0_22, ()),
    (4, 0, 23): (w4_0_23, ()),
    (4, 0, 24): (w4_0_24, ()),
    (4, 0, 25): (w4_0_25, ()),
    (4, 0, 26): (w4_0_26, ()),
    (4, 0, 27): (w4_0_27, ()),
    (4, 0, 28): (w4_0_28, ()),
    (4, 0, 29): (w4_0_29, ()),
    (4, 0, 30): (w4_0_30, ()),
    (4, 0, 31): (w4_0_31, ()),
    (4, 0, 32): (w4_0_32, ()),
    (4, 0, 33): (w4_0_33, ()),
    (4, 0, 34): (w4_0_34, ()),
    (4, 0, 35): (w4_0_35, ()),
    (4, 0, 36): (w4_0_36, ()),
    (4, 0, 37): (w4_0_37, ()),
    (4, 0, 38): (w4_0_38, ()),
    (5, 0, 0): (w5_0_0, (1,)),
    (5, 1, 0): (w5_1_0, (1,)),
    (5, 2, 0): (w5_2_0, (1,)),
    (5, 3, 0): (w5_3_0, (1,)),
    (5, 4, 0): (w5_4_0, (1,)),
    (5, 5, 0): (w5_5_0, (1,)),
    (5, 6, 0): (w5_6_0, (1,)),
    (5, 7, 0): (w5_7_0, (1,)),
    (5, 8, 0): (w5_8_0, (1,)),
    (6, 0, 0): (w6_0_0, ()),
    (6, 1, 0): (w6_1_0, ()),
    (6, 2, 0): (w6_2_0, ()),
    (6, 3, 0): (w6_3_0, ()),
    (6, 4, 0): (w6_4_0, ()),
    (6, 5, 0): (w6_5_0, ()),
    (6, 6, 0): (w6_6_0, ()),
    (6, 7, 0): (w6_7_0, ()),
    (6, 8, 0): (w6_8_0, ()),
    (6, 9, 0): (w6_9_0, ()),
    (6, 10, 0): (w6_10_0, (1,)),
    (6, 11, 0): (w6_11_0, ()),
    (6, 12, 0): (w6_12_0, ()),
    (6, 13, 0): (w6_13_0, (2,)),
    (6, 14, 0): (w6_14_0, ()),
    (6, 15, 0): (w6_15_0, ()),
    (6, 16, 0): (w6_16_0, ()),
    (6, 17, 0): (w6_17_0, ()),
    (6, 18, 0): (w6_18_0, ()),
    (6, 19, 0): (w6_19_0, ()),
    (6, 20, 0): (w6_20_0, ()),
    (6, 21, 0): (w6_21_0, ()),
    (6, 22, 0): (w6_22_0, ()),
    (7, 0, 0): (w7_0_0, ()),
    (7, 1, 0): (w7_1_0, ()),
    (7, 2, 0): (w7_2_0, ()),
    (7, 3, 0): (w7_3_0, ()),
    (7, 4, 0): (w7_4_0, ()),
    (7, 4, 1): (w7_4_1, ()),
    (7, 5, 0): (w7_5_0, ()),
    (7, 6, 0): (w7_6_0, ()),
    (7, 7, 0): (w7_7_0, ()),
    (7, 8, 0): (w7_8_0, ()),
    (7, 9, 0): (w7_9_0, ()),
    (7, 9, 1): (w7_9_1, ()),
    (7, 9, 2): (w7_9_2, ()),
    (7, 9, 3): (w7_9_3, ()),
    (7, 9, 4): (w7_9_4, ()),
    (7, 9, 5): (w7_9_5, ()),
    (7, 9, 6): (w7_9_6, ()),
    (7, 9, 7): (w7_9_7, ()),
    (7, 9, 8): (w7_9_8, ()),
    (7, 9, 9): (w7_9_9, ()),
    (7, 9, 10): (w7_9_10, ()),
    (7, 9, 11): (w7_9_11, ()),
    (7, 9, 12): (w7_9_12, ()),
    (7, 9, 13): (w7_9_13, ()),
    (7, 9, 14): (w7_9_14, ()),
    (7, 9, 15): (w7_9_15, ()),
    (7, 9, 16): (w7_9_16, ()),
    (7, 9, 18): (w7_9_18, ()),
    (7, 9, 19): (w7_9_19, ()),
    (7, 9, 20): (w7_9_20, ()),
    (7, 9, 21): (w7_9_21, ()),
    (7, 9, 22): (w7_9_22, ()),
    (7, 9, 23): (w7_9_23, ()),
    (7, 9, 24): (w7_9_24, ()),
    (7, 9, 25): (w7_9_25, ()),
    (7, 10, 0): (w7_10_0, ()),
    (7, 10, 1): (w7_10_1, ()),
    (7, 10, 2): (w7_10_2, ()),
    (7, 10, 3): (w7_10_3, ()),
    (7, 10, 4): (w7_10_4, ()),
    (7, 10, 5): (w7_10_5, ()),
    (7, 10, 6): (w7_10_6, ()),
    (7, 11, 1): (w7_11_1, ()),
    (7, 11, 2): (w7_11_2, ()),
    (7, 11, 3): (w7_11_3, ()),
    (7, 12, 0): (w7_12_0, ()),
    (7, 12, 1): (w7_12_1, ()),
    (7, 12, 2): (w7_12_2, ()),
    (7, 13, 0): (w7_13_0, ()),
    (7, 13, 1): (w7_13_1, ()),
    (7, 14, 0): (w7_14_0, ()),
    (7, 14, 1): (w7_14_1, ()),
    (7, 15, 0): (w7_15_0, ()),
    (8, 0, 0): (w8_0_0, ()),
    (8, 0, 1): (w8_0_1, ()),
    (8, 0, 2): (w8_0_2, ()),
    (8, 0, 3): (w8_0_3, ()),
    (8, 0, 4): (w8_0_4, ()),
    (8, 0, 5): (w8_0_5, ()),
    (8, 0, 6): (w8_0_6, ()),
    (8, 0, 7): (w8_0_7, ()),
    (8, 0, 8): (w8_0_8, ()),
    (8, 0, 9): (w8_0_9, ()),
    (8, 0, 10): (w8_0_10, ()),
    (8, 0, 11): (w8_0_11, ()),
    (8, 0, 12): (w8_0_12, ()),
    (8, 0, 13): (w8_0_13, ()),
    (8, 0, 14): (w8_0_14, ()),
    (8, 0, 15): (w8_0_15, ()),
    (8, 0, 16): (w8_0_16, ()),
    (8, 0, 17): (w8_0_17, ()),
    (8, 0, 18): (w8_0_18, ()),
    (8, 0, 19): (w8_0_19, ()),
    (8, 0, 20): (w8_0_20, ()),
    (8, 0, 21): (w8_0_21, ()),
    (8, 0, 22): (w8_0_22, ()),
    (8, 0, 23): (w8_0_23, ()),
    (8, 0, 24): (w8_0_24, ()),
    (8, 0, 25): (w8_0_25, ()),
    (8, 0, 26): (w8_0_26, ()),
    (8, 0, 27): (w8_0_27, ()),
    (8, 0, 28): (w8_0_28, ()),
    (8, 0, 29): (w8_0_29, ()),
    (8, 0, 30): (w8_0_30, ()),
    (8, 0, 31): (w8_0_31, ()),
    (8, 0, 32): (w8_0_32, ()),
    (8, 0, 33): (w8_0_33, ()),
    (8, 0, 34): (w8_0_34, ()),
    (8, 0, 35): (w8_0_35, ()),
    (8, 0, 36): (w8_0_36, ()),
    (8, 0, 37): (w8_0_37, ()),
    (8, 0, 38): (w8_0_38, ()),
    (8, 0, 39): (w8_0_39, ()),
    (8, 0, 40): (w8_0_40, ()),
    (8, 0, 41): (w8_0_41, ()),
    (8, 0, 42): (w8_0_42, ()),
    (8, 0, 43): (w8_0_43, ()),
    (8, 0, 44): (w8_0_44, ()),
    (8, 0, 45): (w8_0_45, ()),
    (8, 0, 46): (w8_0_46, ()),
    (8, 0, 47): (w8_0_47, ()),
    (8, 0, 48): (w8_0_48, ()),
    (8, 0, 49): (w8_0_49, ()),
    (8, 0, 50): (w8_0_50, ()),
    (8, 0, 51): (w8_0_51, ()),
    (8, 0, 52): (w8_0_52, ()),
    (8, 0, 53): (w8_0_53, ()),
    (8, 0, 54): (w8_0_54, ()),
    (8, 0, 55): (w8_0_55, ()),
    (8, 0, 56): (w8_0_56, ()),
    (8, 0, 57): (w8_0_57, ()),
    (8, 0, 58): (w8_0_58, ()),
    (8, 0, 59): (w8_0_59, ()),
    (8, 0, 60): (w8_0_60, ()),
    (8, 0, 61): (w8_0_61, ()),
    (8, 0, 62): (w8_0_62, ()),
    (8, 0, 63): (w8_0_63, ()),
    (8, 0, 64): (w8_0_64, ()),
    (8, 0, 65): (w8_0_65, ()),
    (8, 0, 66): (w8_0_66, ()),
    (8, 0, 67): (w8_0_67, ()),
    (8, 0, 68): (w8_0_68, ()),
    (8, 0, 69): (w8_0_69, ()),
    (8, 0, 70): (w8_0_70, ()),
    (8, 0, 71): (w8_0_71, ()),
    (8, 0, 72): (w8_0_72, ()),
    (8, 0, 73): (w8_0_73, ()),
    (8, 0, 74): (w8_0_74, ()),
    (8, 0, 75): (w8_0_75, ()),
    (8, 0, 76): (w8_0_76, ()),
    (8, 0, 77): (w8_0_77, ()),
    (8, 0, 78): (w8_0_78, ()),
    (8, 0, 79): (w8_0_79, ()),
    (8, 0, 80): (w8_0_80, ()),
    (8, 0, 81): (w8_0_81, ()),
    (8, 0, 82): (w8_0_82, ()),
    (8, 0, 83): (w8_0_83, ()),
    (8, 0, 84): (w8_0_84, ()),
    (8, 0, 85): (w8_0_85, ()),
    (8, 0, 86): (w8_0_86, ()),
    (8, 0, 87): (w8_0_87, ()),
    (8, 0, 88): (w8_0_88, ()),
    (8, 0, 89): (w8_0_89, ()),
    (8, 0, 90): (w8_0_90, ()),
    (8, 0, 91): (w8_0_91, ()),
    (8, 0, 92): (w8_0_92, ()),
    (8, 0, 93): (w8_0_93, ()),
    (8, 0, 94): (w8_0_94, ()),
    (8, 0, 95): (w8_0_95, ()),
    (8, 0, 96): (w8_0_96, ()),
    (8, 0, 97): (w8_0_97, ()),
    (8, 0, 98): (w8_0_98, ()),
    (8, 0, 99): (w8_0_99, ()),
    (8, 0, 100): (w8_0_100, ()),
    (8, 0, 101): (w8_0_101, ()),
    (8, 0, 102): (w8_0_102, ()),
    (8, 0, 103): (w8_0_103, ()),
    (8, 0, 104): (w8_0_104, ()),
    (8, 0, 105): (w8_0_105, ()),
    (8, 0, 106): (w8_0_106, ()),
    (8, 0, 107): (w8_0_107, ()),
    (8, 0, 108): (w8_0_108, ()),
    (8, 0, 109): (w8_0_109, ()),
    (8, 0, 110): (w8_0_110, ()),
    (8, 0, 111): (w8_0_111, ()),
    (8, 0, 112): (w8_0_112, ()),
    (8, 0, 113): (w8_0_113, ()),
    (8, 0, 114): (w8_0_114, ()),
    (8, 0, 115): (w8_0_115, ()),
    (8, 0, 116): (w8_0_116, ()),
    (8, 0, 117): (w8_0_117, ()),
    (8, 0, 118): (w8_0_118, ()),
    (8, 0, 119): (w8_0_119, ()),
    (8, 0, 120): (w8_0_120, ()),
    (8, 0, 121): (w8_0_121, ()),
    (8, 0, 122): (w8_0_122, ()),
    (8, 0, 123): (w8_0_123, ()),
    (8, 0, 124): (w8_0_124, ()),
    (8, 0, 125): (w8_0_125, ()),
    (8, 0, 126): (w8_0_126, ()),
    (8, 0, 127): (w8_0_127, ()),
    (8, 0, 128): (w8_0_128, ()),
    (8, 0, 129): (w8_0_129, ()),
    (8, 0, 130): (w8_0_130, ()),
    (8, 0, 131): (w8_0_131, ()),
    (8, 0, 132): (w8_0_132, ()),
    (8, 0, 133): (w8_0_133, ()),
    (8, 0, 134): (w8_0_134, ()),
    (8, 0, 135): (w8_0_135, ()),
    (8, 0, 136): (w8_0_136, ()),
    (8, 0, 137): (w8_0_137, ()),
    (8, 0, 138): (w8_0_138, ()),
    (8, 0, 139): (w8_0_139, ()),
    (8, 0, 140): (w8_0_140, ()),
    (8, 0, 141): (w8_0_141, ()),
    (8, 0, 142): (w8_0_142, ()),
    (8, 0, 143): (w8_0_143, ()),
    (8, 0, 144): (w8_0_144, ()),
    (8, 0, 145): (w8_0_145, ()),
    (8, 0, 146): (w8_0_146, ()),
    (8, 0, 147): (w8_0_147, ()),
    (8, 0, 148): (w8_0_148, ()),
    (8, 0, 149): (w8_0_149, ()),
    (8, 0, 150): (w8_0_150, ()),
    (8, 0, 151): (w8_0_151, ()),
    (8, 0, 152): (w8_0_152, ()),
    (8, 0, 153): (w8_0_153, ()),
    (8, 0, 154): (w8_0_154, ()),
    (8, 0, 155): (w8_0_155, ()),
    (8, 0, 156): (w8_0_156, ()),
    (8, 0, 157): (w8_0_157, ()),
    (8, 0, 158): (w8_0_158, ()),
    (8, 0, 159): (w8_0_159, ()),
    (8, 0, 160): (w8_0_160, ()),
    (8, 0, 161): (w8_0_161, ()),
    (8, 0, 162): (w8_0_162, ()),
    (8, 0, 163): (w8_0_163, ()),
    (8, 0, 164): (w8_0_164, ()),
    (8, 0, 165): (w8_0_165, ()),
    (8, 0, 166): (w8_0_166, ()),
    (8, 0, 167): (w8_0_167, ()),
    (8, 0, 168): (w8_0_168, ()),
    (8, 0, 169): (w8_0_169, ()),
    (8, 0, 170): (w8_0_170, ()),
    (8, 0, 171): (w8_0_171, ()),
    (8, 0, 172): (w8_0_172, ()),
    (8, 0, 173): (w8_0_173, ()),
    (8, 0, 174): (w8_0_174, ()),
    (8, 0, 175): (w8_0_175, ()),
    (8, 0, 176): (w8_0_176, ()),
    (8, 0, 177): (w8_0_177, ()),
    (8, 0, 178): (w8_0_178, ()),
    (8, 0, 179): (w8_0_179, ()),
    (8, 0, 180): (w8_0_180, ()),
    (8, 0, 181): (w8_0_181, ()),
    (8, 0, 182): (w8_0_182, ()),
    (8, 0, 183): (w8_0_183, ()),
    (8, 0, 184): (w8_0_184, ()),
    (8, 0, 185): (w8_0_185, ()),
    (8, 0, 186): (w8_0_186, ()),
    (8, 0, 187): (w8_0_187, ()),
    (8, 0, 188): (w8_0_188, ()),
    (8, 0, 189): (w8_0_189, ()),
    (8, 0, 190): (w8_0_190, ()),
    (8, 0, 191): (w8_0_191, ()),
    (8, 0, 192): (w8_0_192, ()),
    (8, 0, 193): (w8_0_193, ()),
    (8, 0, 194): (w8_0_194, ()),
    (8, 0, 195): (w8_0_195, ()),
    (8, 0, 196): (w8_0_196, ()),
    (8, 0, 197): (w8_0_197, ()),
    (8, 0, 198): (w8_0_198, ()),
    (8, 0, 199): (w8_0_199, ()),
    (8, 0, 200): (w8_0_200, ()),
    (8, 0, 201): (w8_0_201, ()),
    (8, 0, 202): (w8_0_202, ()),
    (8, 0, 203): (w8_0_203, ()),
    (8, 0, 204): (w8_0_204, ()),
    (8, 0, 205): (w8_0_205, ()),
    (8, 0, 206): (w8_0_206, ()),
    (8, 0, 207): (w8_0_207, ()),
    (8, 0, 208): (w8_0_208, ()),
    (8, 0, 209): (w8_0_209, ()),
    (8, 0, 210): (w8_0_210, ()),
    (8, 0, 211): (w8_0_211, ()),
    (8, 0, 212): (w8_0_212, ()),
    (8, 0, 213): (w8_0_213, ()),
    (8, 0, 214): (w8_0_214, ()),
    (8, 0, 215): (w8_0_215, ()),
    (8, 0, 216): (w8_0_216, ()),
    (8, 0, 217): (w8_0_217, ()),
    (8, 0, 218): (w8_0_218, ()),
    (8, 0, 219): (w8_0_219, ()),
    (8, 0, 220): (w8_0_220, ()),
    (8, 0, 221): (w8_0_221, ()),
    (8, 0, 222): (w8_0_222, ()),
    (8, 0, 223): (w8_0_223, ()),
    (8, 0, 224): (w8_0_224, ()),
    (8, 0, 225): (w8_0_225, ()),
    (8, 0, 226): (w8_0_226, ()),
    (8, 0, 227): (w8_0_227, ()),
    (8, 0, 228): (w8_0_228, ()),
    (8, 0, 229): (w8_0_229, ()),
    (8, 0, 230): (w8_0_230, ()),
    (8, 0, 231): (w8_0_231, ()),
    (8, 0, 232): (w8_0_232, ()),
    (8, 0, 233): (w8_0_233, ()),
    (8, 0, 234): (w8_0_234, ()),
    (8, 0, 235): (w8_0_235, ()),
    (8, 0, 236): (w8_0_236, ()),
    (8, 0, 237): (w8_0_237, ()),
    (8, 0, 238): (w8_0_238, ()),
    (8, 0, 239): (w8_0_239, ()),
    (8, 0, 240): (w8_0_240, ()),
    (8, 0, 241): (w8_0_241, ()),
    (8, 0, 242): (w8_0_242, ()),
    (8, 0, 243): (w8_0_243, ()),
    (8, 0, 244): (w8_0_244, ()),
    (8, 0, 245): (w8_0_245, ()),
    (8, 0, 246): (w8_0_246, ()),
    (8, 0, 247): (w8_0_247, ()),
    (8, 0, 248): (w8_0_248, ()),
    (8, 0, 249): (w8_0_249, ()),
    (8, 0, 250): (w8_0_250, ()),
    (8, 0, 251): (w8_0_251, ()),
    (8, 0, 252): (w8_0_252, ()),
    (8, 0, 253): (w8_0_253, ()),
    (8, 0, 254): (w8_0_254, ()),
    (8, 0, 255): (w8_0_255, ()),
    (8, 0, 256): (w8_0_256, ()),
    (8, 0, 257): (w8_0_257, ()),
    (8, 0, 258): (w8_0_258, ()),
    (8, 0, 259): (w8_0_259, ()),
    (8, 0, 260): (w8_0_260, ()),
    (8, 0, 261): (w8_0_261, ()),
    (8, 0, 262): (w8_0_262, ()),
    (8, 0, 263): (w8_0_263, ()),
    (8, 0, 264): (w8_0_264, ()),
    (8, 0, 265): (w8_0_265, ()),
    (8, 0, 266): (w8_0_266, ()),
    (8, 0, 267): (w8_0_267, ()),
    (8, 0, 268): (w8_0_268, ()),
    (8, 0, 269): (w8_0_269, ()),
    (8, 0, 270): (w8_0_270, ()),
    (8, 0, 271): (w8_0_271, ()),
    (8, 0, 272): (w8_0_272, ()),
    (8, 0, 273): (w8_0_273, ()),
    (8, 0, 274): (w8_0_274, ()),
    (8, 0, 275): (w8_0_275, ()),
    (8, 0, 276): (w8_0_276, ()),
    (8, 0, 277): (w8_0_277, ()),
    (8, 0, 278): (w8_0_278, ()),
    (8, 0, 279): (w8_0_279, ()),
    (8, 0, 280): (w8_0_280, ()),
    (8, 0, 281): (w8_0_281, ()),
    (8, 0, 282): (w8_0_282, ()),
    (8, 0, 283): (w8_0_283, ()),
    (8, 0, 284): (w8_0_284, ()),
    (8, 0, 285): (w8_0_285, ()),
    (8, 0, 286): (w8_0_286, ()),
    (8, 0, 287): (w8_0_287, ()),
    (8, 0, 288): (w8_0_288, ()),
    (8, 0, 289): (w8_0_289, ()),
    (8, 0, 290): (w8_0_290, ()),
    (8, 0, 291): (w8_0_291, ()),
    (8, 0, 292): (w8_0_292, ()),
    (8, 0, 293): (w8_0_293, ()),
    (8, 0, 294): (w8_0_294, ()),
    (8, 0, 295): (w8_0_295, ()),
    (8, 0, 296): (w8_0_296, ()),
    (8, 0, 297): (w8_0_297, ()),
    (8, 0, 298): (w8_0_298, ()),
    (8, 0, 299): (w8_0_299, ()),
    (8, 0, 300): (w8_0_300, ()),
    (8, 0, 301): (w8_0_301, ()),
    (8, 0, 302): (w8_0_302, ()),
    (8, 0, 303): (w8_0_303, ()),
    (8, 0, 304): (w8_0_304, ()),
    (8, 0, 305): (w8_0_305, ()),
    (8, 0, 306): (w8_0_306, ()),
    (8, 0, 307): (w8_0_307, ()),
    (8, 0, 308): (w8_0_308, ()),
    (8, 0, 309): (w8_0_309, ()),
    (8, 0, 310): (w8_0_310, ()),
    (8, 0, 311): (w8_0_311, ()),
    (8, 0, 312): (w8_0_312, ()),
    (8, 0, 313): (w8_0_313, ()),
    (8, 0, 314): (w8_0_314, ()),
    (8, 0, 315): (w8_0_315, ()),
    (8, 0, 316): (w8_0_316, ()),
    (8, 0, 317): (w8_0_317, ()),
    (8, 0, 318): (w8_0_318, ()),
    (8, 0, 319): (w8_0_319, ()),
    (8, 0, 320): (w8_0_320, ()),
    (8, 0, 321): (w8_0_321, ()),
    (8, 0, 322): (w8_0_322, ()),
    (8, 0, 323): (w8_0_323, ()),
    (8, 0, 324): (w8_0_324, ()),
    (8, 0, 325): (w8_0_325, ()),
    (8, 0, 326): (w8_0_326, ()),
    (8, 0, 327): (w8_0_327, ()),
    (8, 0, 328): (w8_0_328, ()),
    (8, 0, 329): (w8_0_329, ()),
    (8, 0, 330): (w8_0_330, ()),
    (8, 0, 331): (w8_0_331, ()),
    (8, 0, 332): (w8_0_332, ()),
    (8, 0, 333): (w8_0_333, ()),
    (8, 0, 334): (w8_0_334, ()),
    (8, 0, 335): (w8_0_335, ()),
    (8, 0, 336): (w8_0_336, ()),
    (8, 0, 337): (w8_0_337, ()),
    (8, 0, 338): (w8_0_338, ()),
    (8, 0, 339): (w8_0_339, ()),
    (8, 0, 340): (w8_0_340, ()),
    (8, 0, 341): (w8_0_341, ()),
    (8, 0, 342): (w8_0_342, ()),
    (8, 0, 343): (w8_0_343, ()),
    (8, 0, 344): (w8_0_344, ()),
    (8, 0, 345): (w8_0_345, ()),
    (8, 0, 346): (w8_0_346, ()),
    (8, 0, 347): (w8_0_347, ()),
    (8, 0, 348): (w8_0_348, ()),
    (8, 0, 349): (w8_0_349, ()),
    (8, 0, 350): (w8_0_350, ()),
    (8, 0, 351): (w8_0_351, ()),
    (8, 0, 352): (w8_0_352, ()),
    (8, 0, 353): (w8_0_353, ()),
    (8, 0, 354): (w8_0_354, ()),
    (8, 0, 355): (w8_0_355, ()),
    (8, 0, 356): (w8_0_356, ()),
    (8, 0, 357): (w8_0_357, ()),
    (8, 0, 358): (w8_0_358, ()),
    (8, 0, 359): (w8_0_359, ()),
    (8, 0, 360): (w8_0_360, ()),
    (8, 0, 361): (w8_0_361, ()),
    (8, 0, 362): (w8_0_362, ()),
    (8, 0, 363): (w8_0_363, ()),
    (8, 0, 364): (w8_0_364, ()),
    (8, 0, 365): (w8_0_365, ()),
    (8, 0, 366): (w8_0_366, ()),
    (8, 0, 367): (w8_0_367, ()),
    (8, 0, 368): (w8_0_368, ()),
    (8, 0, 369): (w8_0_369, ()),
    (8, 0, 370): (w8_0_370, ()),
    (8, 0, 371): (w8_0_371, ()),
    (8, 0, 372): (w8_0_372, ()),
    (8, 0, 373): (w8_0_373, ()),
    (8, 0, 374): (w8_0_374, ()),
    (8, 0, 375): (w8_0_375, ()),
    (8, 0, 376): (w8_0_376, ()),
    (8, 0, 377): (w8_0_377, ()),
    (8, 0, 378): (w8_0_378, ()),
    (8, 0, 379): (w8_0_379, ()),
    (8, 0, 380): (w8_0_380, ()),
    (8, 0, 381): (w8_0_381, ()),
    (8, 0, 382): (w8_0_382, ()),
    (8, 0, 383): (w8_0_383, ()),
    (8, 0, 384): (w8_0_384, ()),
    (8, 0, 385): (w8_0_385, ()),
    (8, 0, 386): (w8_0_386, ()),
    (8, 0, 387): (w8_0_387, ()),
    (8, 0, 388): (w8_0_388, ()),
    (8, 0, 389): (w8_0_389, ()),
    (8, 0, 390): (w8_0_390, ()),
    (8, 0, 391): (w8_0_391, ()),
    (8, 0, 392): (w8_0_392, ()),
    (8, 0, 393): (w8_0_393, ()),
    (8, 0, 394): (w8_0_394, ()),
    (8, 0, 395): (w8_0_395, ()),
    (8, 0, 396): (w8_0_396, ()),
    (8, 0, 397): (w8_0_397, ()),
    (8, 0, 398): (w8_0_398, ()),
    (8, 0, 399): (w8_0_399, ()),
    (8, 0, 400): (w8_0_400, ()),
    (8, 0, 401): (w8_0_401, ()),
    (8, 0, 402): (w8_0_402, ()),
    (8, 0, 403): (w8_0_403, ()),
    (8, 0, 404): (w8_0_404, ()),
    (8, 0, 405): (w8_0_405, ()),
    (8, 0, 406): (w8_0_406, ()),
    (8, 0, 407): (w8_0_407, ()),
    (8, 0, 408): (w8_0_408, ()),
    (8, 0, 409): (w8_0_409, ()),
    (8, 0, 410): (w8_0_410, ()),
    (8, 0, 411): (w8_0_411, ()),
    (8, 0, 412): (w8_0_412, ()),
    (8, 0, 413): (w8_0_413, ()),
    (8, 0, 414): (w8_0_414, ()),
    (8, 0, 415): (w8_0_415, ()),
    (8, 0, 416): (w8_0_416, ()),
    (8, 0, 417): (w8_0_417, ()),
    (8, 0, 418): (w8_0_418, ()),
    (8, 0, 419): (w8_0_419, ()),
    (8, 0, 420): (w8_0_420, ()),
    (8, 0, 421): (w8_0_421, ()),
    (8, 0, 422): (w8_0_422, ()),
    (8, 0, 423): (w8_0_423, ()),
    (8, 0, 424): (w8_0_424, ()),
    (8, 0, 425): (w8_0_425, ()),
    (8, 0, 426): (w8_0_426, ()),
    (8, 0, 427): (w8_0_427, ()),
    (8, 0, 428): (w8_0_428, ()),
    (8, 0, 429): (w8_0_429, ()),
    (8, 0, 430): (w8_0_430, ()),
    (8, 0, 431): (w8_0_431, ()),
    (8, 0, 432): (w8_0_432, ()),
    (8, 0, 433): (w8_0_433, ()),
    (8, 0, 434): (w8_0_434, ()),
    (8, 0, 435): (w8_0_435, ()),
    (8, 0, 436): (w8_0_436, ()),
    (8, 0, 437): (w8_0_437, ()),
    (8, 0, 438): (w8_0_438, ()),
    (8, 0, 439): (w8_0_439, ()),
    (8, 0, 440): (w8_0_440, ()),
    (8, 0, 441): (w8_0_441, ()),
    (8, 0, 442): (w8_0_442, ()),
    (8, 0, 443): (w8_0_443, ()),
    (8, 0, 444): (w8_0_444, ()),
    (8, 0, 445): (w8_0_445, ()),
    (8, 0, 446): (w8_0_446, ()),
    (8, 0, 447): (w8_0_447, ()),
    (8, 0, 448): (w8_0_448, ()),
    (8, 0, 449): (w8_0_449, ()),
    (8, 0, 450): (w8_0_450, ()),
    (8, 0, 451): (w8_0_451, ()),
    (8, 0, 452): (w8_0_452, ()),
    (8, 0, 453): (w8_0_453, ()),
    (8, 0, 454): (w8_0_454, ()),
    (8, 0, 455): (w8_0_455, ()),
    (8, 0, 456): (w8_0_456, ()),
    (8, 0, 457): (w8_0_457, ()),
    (8, 0, 458): (w8_0_458, ()),
    (8, 0, 459): (w8_0_459, ()),
    (8, 0, 460): (w8_0_460, ()),
    (8, 0, 461): (w8_0_461, ()),
    (8, 0, 462): (w8_0_462, ()),
    (8, 0, 463): (w8_0_463, ()),
    (8, 0, 464): (w8_0_464, ()),
    (8, 0, 465): (w8_0_465, ()),
    (8, 0, 466): (w8_0_466, ()),
    (8, 0, 467): (w8_0_467, ()),
    (8, 0, 468): (w8_0_468, ()),
    (8, 0, 469): (w8_0_469, ()),
    (8, 0, 470): (w8_0_470, ()),
    (8, 0, 471): (w8_0_471, ()),
    (8, 0, 472): (w8_0_472, ()),
    (8, 0, 473): (w8_0_473, ()),
    (8, 0, 474): (w8_0_474, ()),
    (8, 0, 475): (w8_0_475, ()),
    (8, 0, 476): (w8_0_476, ()),
    (8, 0, 477): (w8_0_477, ()),
    (8, 0, 478): (w8_0_478, ()),
    (8, 0, 479): (w8_0_479, ()),
    (8, 0, 480): (w8_0_480, ()),
    (8, 0, 481): (w8_0_481, ()),
    (8, 0, 482): (w8_0_482, ()),
    (8, 0, 483): (w8_0_483, ()),
    (8, 0, 484): (w8_0_484, ()),
    (8, 0, 485): (w8_0_485, ()),
    (8, 0, 486): (w8_0_486, ()),
    (8, 0, 487): (w8_0_487, ()),
    (8, 0, 488): (w8_0_488, ()),
    (8, 0, 489): (w8_0_489, ()),
    (8, 0, 490): (w8_0_490, ()),
    (8, 0, 491): (w8_0_491, ()),
    (8, 0, 492): (w8_0_492, ()),
    (8, 0, 493): (w8_0_493, ()),
    (8, 0, 494): (w8_0_494, ()),
    (8, 0, 495): (w8_0_495, ()),
    (8, 0, 496): (w8_0_496, ()),
    (8, 0, 497): (w8_0_497, ()),
    (8, 0, 498): (w8_0_498, ()),
    (8, 0, 499): (w8_0_499, ()),
    (8, 0, 500): (w8_0_500, ()),
    (8, 0, 501): (w8_0_501, ()),
    (8, 0, 502): (w8_0_502, ()),
    (8, 0, 503): (w8_0_503, ()),
    (8, 0, 504): (w8_0_504, ()),
    (8, 0, 505): (w8_0_505, ()),
    (8, 0, 506): (w8_0_506, ()),
    (8, 0, 507): (w8_0_507, ()),
    (8, 0, 508): (w8_0_508, ()),
    (8, 0, 521): (w8_0_521, ()),
    (8, 0, 522): (w8_0_522, ()),
    (8, 0, 523): (w8_0_523, ()),
    (8, 0, 524): (w8_0_524, ()),
    (8, 0, 525): (w8_0_525, ()),
    (8, 0, 526): (w8_0_526, ()),
    (8, 0, 527): (w8_0_527, ()),
    (8, 0, 528): (w8_0_528, ()),
    (8, 0, 529): (w8_0_529, ()),
    (8, 0, 530): (w8_0_530, ()),
    (8, 0, 531): (w8_0_531, ()),
    (8, 0, 532): (w8_0_532, ()),
    (8, 0, 533): (w8_0_533, ()),
    (8, 0, 534): (w8_0_534, ()),
    (8, 0, 535): (w8_0_535, ()),
    (8, 0, 536): (w8_0_536, ()),
    (8, 0, 537): (w8_0_537, ()),
    (8, 0, 538): (w8_0_538, ()),
    (8, 0, 539): (w8_0_539, ()),
    (8, 0, 540): (w8_0_540, ()),
    (8, 0, 541): (w8_0_541, ()),
    (8, 0, 542): (w8_0_542, ()),
    (8, 0, 543): (w8_0_543, ()),
    (8, 0, 544): (w8_0_544, ()),
    (8, 0, 545): (w8_0_545, ()),
    (8, 0, 546): (w8_0_546, ()),
    (8, 0, 547): (w8_0_547, ()),
    (8, 0, 548): (w8_0_548, ()),
    (8, 0, 549): (w8_0_549, ()),
    (8, 0, 550): (w8_0_550, ()),
    (8, 0, 551): (w8_0_551, ()),
    (8, 0, 552): (w8_0_552, ()),
    (8, 0, 553): (w8_0_553, ()),
    (8, 0, 554): (w8_0_554, ()),
    (8, 0, 555): (w8_0_555, ()),
    (8, 0, 556): (w8_0_556, ()),
    (8, 0, 557): (w8_0_557, ()),
    (8, 0, 558): (w8_0_558, ()),
    (8, 0, 559): (w8_0_559, ()),
    (8, 0, 560): (w8_0_560, ()),
    (8, 0, 561): (w8_0_561, ()),
    (8, 0, 562): (w8_0_562, ()),
    (8, 0, 563): (w8_0_563, ()),
    (8, 0, 564): (w8_0_564, ()),
    (8, 0, 565): (w8_0_565, ()),
    (8, 0, 566): (w8_0_566, ()),
    (8, 0, 567): (w8_0_567, ()),
    (8, 0, 568): (w8_0_568, ()),
    (8, 0, 569): (w8_0_569, ()),
    (8, 0, 570): (w8_0_570, ()),
    (8, 0, 571): (w8_0_571, ()),
    (8, 0, 572): (w8_0_572, ()),
    (8, 0, 573): (w8_0_573, ()),
    (8, 0, 574): (w8_0_574, ()),
    (8, 0, 575): (w8_0_575, ()),
    (8, 0, 576): (w8_0_576, ()),
    (8, 0, 577): (w8_0_577, ()),
    (8, 0, 578): (w8_0_578, ()),
    (8, 0, 579): (w8_0_579, ()),
    (8, 0, 580): (w8_0_580, ()),
    (8, 0, 581): (w8_0_581, ()),
    (8, 0, 582): (w8_0_582, ()),
    (8, 0, 583): (w8_0_583, ()),
    (8, 0, 584): (w8_0_584, ()),
    (8, 0, 585): (w8_0_585, ()),
    (8, 0, 586): (w8_0_586, ()),
    (8, 0, 587): (w8_0_587, ()),
    (8, 0, 588): (w8_0_588, ()),
    (8, 0, 589): (w8_0_589, ()),
    (8, 0, 590): (w8_0_590, ()),
    (8, 0, 591): (w8_0_591, ()),
    (8, 0, 592): (w8_0_592, ()),
    (8, 0, 593): (w8_0_593, ()),
    (8, 0, 594): (w8_0_594, ()),
    (8, 0, 595): (w8_0_595, ()),
    (8, 0, 596): (w8_0_596, ()),
    (8, 0, 597): (w8_0_597, ()),
    (8, 0, 598): (w8_0_598, ()),
    (8, 0, 599): (w8_0_599, ()),
    (8, 0, 600): (w8_0_600, ()),
    (8, 0, 601): (w8_0_601, ()),
    (8, 0, 602): (w8_0_602, ()),
    (8, 0, 603): (w8_0_603, ()),
    (8, 0, 604): (w8_0_604, ()),
    (8, 0, 605): (w8_0_605, ()),
    (8, 0, 606): (w8_0_606, ()),
    (8, 0, 607): (w8_0_607, ()),
    (8, 0, 608): (w8_0_608, ()),
    (8, 0, 609): (w8_0_609, ()),
    (8, 0, 610): (w8_0_610, ()),
    (8, 0, 611): (w8_0_611, ()),
    (8, 0, 612): (w8_0_612, ()),
    (8, 0, 613): (w8_0_613, ()),
    (8, 0, 614): (w8_0_614, ()),
    (8, 0, 615): (w8_0_615, ()),
    (8, 0, 616): (w8_0_616, ()),
    (8, 0, 617): (w8_0_617, ()),
    (8, 0, 618): (w8_0_618, ()),
    (8, 0, 619): (w8_0_619, ()),
    (8, 0, 620): (w8_0_620, ()),
    (8, 0, 621): (w8_0_621, ()),
    (8, 0, 622): (w8_0_622, ()),
    (8, 0, 623): (w8_0_623, ()),
    (8, 0, 624): (w8_0_624, ()),
    (8, 0, 625): (w8_0_625, ()),
    (8, 0, 626): (w8_0_626, ()),
    (8, 0, 627): (w8_0_627, ()),
    (8, 0, 628): (w8_0_628, ()),
    (8, 0, 629): (w8_0_629, ()),
    (8, 0, 630): (w8_0_630, ()),
    (8, 0, 631): (w8_0_631, ()),
    (8, 0, 632): (w8_0_632, ()),
    (8, 0, 633): (w8_0_633, ()),
    (8, 0, 634): (w8_0_634, ()),
    (8, 0, 635): (w8_0_635, ()),
    (8, 0, 636): (w8_0_636, ()),
    (8, 0, 637): (w8_0_637, ()),
    (8, 0, 638): (w8_0_638, ()),
    (8, 0, 639): (w8_0_639, ()),
    (8, 0, 640): (w8_0_640, ()),
    (8, 0, 641): (w8_0_641, ()),
    (8, 0, 642): (w8_0_642, ()),
    (8, 0, 643): (w8_0_643, ()),
    (8, 0, 644): (w8_0_644, ()),
    (8, 0, 645): (w8_0_645, ()),
    (8, 0, 646): (w8_0_646, ()),
    (8, 0, 647): (w8_0_647, ()),
    (8, 0, 648): (w8_0_648, ()),
    (8, 0, 649): (w8_0_649, ()),
    (8, 0, 650): (w8_0_650, ()),
    (8, 0, 651): (w8_0_651, ()),
    (8, 0, 656): (w8_0_656, ()),
    (8, 0, 659): (w8_0_659, ()),
    (8, 0, 660): (w8_0_660, ()),
    (8, 0, 661): (w8_0_661, ()),
    (8, 0, 668): (w8_0_668, ()),
    (8, 0, 669): (w8_0_669, ()),
    (8, 0, 670): (w8_0_670, ()),
    (8, 0, 671): (w8_0_671, ()),
    (8, 0, 672): (w8_0_672, ()),
    (8, 0, 673): (w8_0_673, ()),
    (8, 0, 676): (w8_0_676, ()),
    (8, 0, 677): (w8_0_677, ()),
}
