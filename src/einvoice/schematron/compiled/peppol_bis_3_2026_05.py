"""Compiled by einvoice from 'peppol-bis-3.sch'.  Do not edit: change the rules, and compile again."""
from decimal import Decimal
from einvoice.schematron.runtime import *

K0 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}AdditionalDocumentReference'
K1 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}DocumentTypeCode'
K2 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CustomizationID'
K3 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ProfileID'
K4 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}Note'
K5 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}AccountingSupplierParty'
K6 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}Party'
K7 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PostalAddress'
K8 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}Country'
K9 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}IdentificationCode'
K10 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}AccountingCustomerParty'
K11 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}BuyerReference'
K12 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}OrderReference'
K13 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ID'
K14 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}TaxTotal'
K15 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}TaxSubtotal'
K16 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}TaxCurrencyCode'
K17 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}TaxAmount'
K18 = 'currencyID'
K19 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}DocumentCurrencyCode'
K20 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}EndpointID'
K21 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ChargeIndicator'
K22 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}BaseAmount'
K23 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}MultiplierFactorNumeric'
K24 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}Amount'
K25 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PaymentMeansCode'
K26 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PaymentMandate'
K27 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}InvoicePeriod'
K28 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}StartDate'
K29 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}EndDate'
K30 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}LineExtensionAmount'
K31 = '{urn:oasis:names:specification:ubl:schema:xsd:Invoice-2}Invoice'
K32 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}InvoicedQuantity'
K33 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CreditedQuantity'
K34 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}Price'
K35 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PriceAmount'
K36 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}BaseQuantity'
K37 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}AllowanceCharge'
K38 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}DocumentReference'
K39 = 'unitCode'
K40 = 'schemeID'
K41 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}TaxScheme'
K42 = 'mimeCode'
K43 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}TaxExemptionReasonCode'
K44 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PartyTaxScheme'
K45 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CompanyID'
K46 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}TaxRepresentativeParty'
K47 = '{urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2}CreditNote'
K48 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PartyLegalEntity'
K49 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}LegalMonetaryTotal'
K50 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PayableAmount'
K51 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PayeeFinancialAccount'
K52 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}FinancialInstitutionBranch'
K53 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PayerFinancialAccount'
K54 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PaymentID'
K55 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}Item'
K56 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}CommodityClassification'
K57 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ItemClassificationCode'
K58 = 'listID'
K59 = 'listVersionID'
K60 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}AllowanceChargeReasonCode'
K61 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}AllowanceChargeReason'
K62 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}StreetName'
K63 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CityName'
K64 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PostalZone'
K65 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}Percent'
K66 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}IssueDate'
K67 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PartyName'
K68 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}Name'
K69 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}DocumentDescription'
K70 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}Attachment'
K71 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}ExternalReference'
K72 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}URI'
K73 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}InvoiceTypeCode'
K74 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CreditNoteTypeCode'
K75 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PaymentMeans'
K76 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}DueDate'
K77 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}BillingReference'
K78 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}InvoiceDocumentReference'
K79 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}InvoiceLine'
K80 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}CreditNoteLine'
K81 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}ClassifiedTaxCategory'
K82 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}TaxCategory'
K83 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PaymentTerms'
K84 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}EmbeddedDocumentBinaryObject'
K85 = 'filename'
K86 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PayeeParty'
K87 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PartyIdentification'
K88 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}Contact'
K89 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}Telephone'
K90 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ElectronicMail'
K91 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}CardAccount'
C0 = ('urn:fdc:peppol.eu:2017:poacc:billing:01:1.0', 'urn:peppol:france:billing:regulated', 'urn:peppol:france:billing:non-regulated', 'urn:peppol:bis:billing_with_response',)
C1 = frozenset(['urn:fdc:peppol.eu:2017:poacc:billing:01:1.0', 'urn:peppol:bis:billing_with_response', 'urn:peppol:france:billing:non-regulated', 'urn:peppol:france:billing:regulated'])
C2 = Decimal('0.02')
C3 = ('true', 'false',)
C4 = frozenset(['false', 'true'])
C5 = ('49', '59',)
C6 = frozenset(['49', '59'])
C7 = regex('^[0-9]+$', '')
C8 = regex('^[0-9]{9}$', '')
C9 = regex('^(DK)?[0-9]{8}$', '')
C10 = regex('^[0-9]{10}$', '')
C11 = regex('^DK[0-9]{8}$', '')
C12 = regex('^[A-Za-z0-9]{6}$', '')
C13 = regex('^[A-Za-z]{6}..[A-Za-z].....[0-9][A-Za-z]$', '')
C14 = ('IT', 'it',)
C15 = frozenset(['IT', 'it'])
C16 = regex('^\\d+$', '')
C17 = regex('^[0-9]{11}$', '')
C18 = regex('^[0-9]{8}$', '')
C19 = regex('^[0-9]{20}$', '')
C20 = regex('^NL[0-9]{9}B[0-9]{2}$', '')
C21 = regex('^[0-9]{12}$', '')
C22 = ('application/pdf', 'application/vnd.oasis.opendocument.spreadsheet', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'image/jpeg', 'image/png', 'text/csv',)
C23 = frozenset(['application/pdf', 'application/vnd.oasis.opendocument.spreadsheet', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'image/jpeg', 'image/png', 'text/csv'])
C24 = ('100', '102', '103', '104', '105', '41', '42', '60', '62', '63', '64', '65', '66', '67', '68', '70', '71', '88', '95',)
C25 = frozenset(['100', '102', '103', '104', '105', '41', '42', '60', '62', '63', '64', '65', '66', '67', '68', '70', '71', '88', '95'])
C26 = ('AA', 'AAA', 'AAC', 'AAD', 'AAE', 'AAF', 'AAH', 'AAI', 'AAS', 'AAT', 'AAV', 'AAY', 'AAZ', 'ABA', 'ABB', 'ABC', 'ABD', 'ABF', 'ABK', 'ABL', 'ABN', 'ABR', 'ABS', 'ABT', 'ABU', 'ACF', 'ACG', 'ACH', 'ACI', 'ACJ', 'ACK', 'ACL', 'ACM', 'ACS', 'ADC', 'ADE', 'ADJ', 'ADK', 'ADL', 'ADM', 'ADN', 'ADO', 'ADP', 'ADQ', 'ADR', 'ADT', 'ADW', 'ADY', 'ADZ', 'AEA', 'AEB', 'AEC', 'AED', 'AEF', 'AEH', 'AEI', 'AEJ', 'AEK', 'AEL', 'AEM', 'AEN', 'AEO', 'AEP', 'AES', 'AET', 'AEU', 'AEV', 'AEW', 'AEX', 'AEY', 'AEZ', 'AJ', 'AU', 'CA', 'CAB', 'CAD', 'CAE', 'CAF', 'CAI', 'CAJ', 'CAK', 'CAL', 'CAM', 'CAN', 'CAO', 'CAP', 'CAQ', 'CAR', 'CAS', 'CAT', 'CAU', 'CAV', 'CAW', 'CAX', 'CAY', 'CAZ', 'CD', 'CG', 'CS', 'CT', 'DAB', 'DAC', 'DAD', 'DAF', 'DAG', 'DAH', 'DAI', 'DAJ', 'DAK', 'DAL', 'DAM', 'DAN', 'DAO', 'DAP', 'DAQ', 'DL', 'EG', 'EP', 'ER', 'FAA', 'FAB', 'FAC', 'FC', 'FH', 'FI', 'GAA', 'HAA', 'HD', 'HH', 'IAA', 'IAB', 'ID', 'IF', 'IR', 'IS', 'KO', 'L1', 'LA', 'LAA', 'LAB', 'LF', 'MAE', 'MI', 'ML', 'NAA', 'OA', 'PA', 'PAA', 'PC', 'PL', 'PRV', 'RAB', 'RAC', 'RAD', 'RAF', 'RE', 'RF', 'RH', 'RV', 'SA', 'SAA', 'SAD', 'SAE', 'SAI', 'SG', 'SH', 'SM', 'SU', 'TAB', 'TAC', 'TT', 'TV', 'V1', 'V2', 'WH', 'XAA', 'YY', 'ZZZ',)
C27 = frozenset(['AA', 'AAA', 'AAC', 'AAD', 'AAE', 'AAF', 'AAH', 'AAI', 'AAS', 'AAT', 'AAV', 'AAY', 'AAZ', 'ABA', 'ABB', 'ABC', 'ABD', 'ABF', 'ABK', 'ABL', 'ABN', 'ABR', 'ABS', 'ABT', 'ABU', 'ACF', 'ACG', 'ACH', 'ACI', 'ACJ', 'ACK', 'ACL', 'ACM', 'ACS', 'ADC', 'ADE', 'ADJ', 'ADK', 'ADL', 'ADM', 'ADN', 'ADO', 'ADP', 'ADQ', 'ADR', 'ADT', 'ADW', 'ADY', 'ADZ', 'AEA', 'AEB', 'AEC', 'AED', 'AEF', 'AEH', 'AEI', 'AEJ', 'AEK', 'AEL', 'AEM', 'AEN', 'AEO', 'AEP', 'AES', 'AET', 'AEU', 'AEV', 'AEW', 'AEX', 'AEY', 'AEZ', 'AJ', 'AU', 'CA', 'CAB', 'CAD', 'CAE', 'CAF', 'CAI', 'CAJ', 'CAK', 'CAL', 'CAM', 'CAN', 'CAO', 'CAP', 'CAQ', 'CAR', 'CAS', 'CAT', 'CAU', 'CAV', 'CAW', 'CAX', 'CAY', 'CAZ', 'CD', 'CG', 'CS', 'CT', 'DAB', 'DAC', 'DAD', 'DAF', 'DAG', 'DAH', 'DAI', 'DAJ', 'DAK', 'DAL', 'DAM', 'DAN', 'DAO', 'DAP', 'DAQ', 'DL', 'EG', 'EP', 'ER', 'FAA', 'FAB', 'FAC', 'FC', 'FH', 'FI', 'GAA', 'HAA', 'HD', 'HH', 'IAA', 'IAB', 'ID', 'IF', 'IR', 'IS', 'KO', 'L1', 'LA', 'LAA', 'LAB', 'LF', 'MAE', 'MI', 'ML', 'NAA', 'OA', 'PA', 'PAA', 'PC', 'PL', 'PRV', 'RAB', 'RAC', 'RAD', 'RAF', 'RE', 'RF', 'RH', 'RV', 'SA', 'SAA', 'SAD', 'SAE', 'SAI', 'SG', 'SH', 'SM', 'SU', 'TAB', 'TAC', 'TT', 'TV', 'V1', 'V2', 'WH', 'XAA', 'YY', 'ZZZ'])
C28 = ('3', '35', '432',)
C29 = frozenset(['3', '35', '432'])
C30 = ('AED', 'AFN', 'ALL', 'AMD', 'AOA', 'ARS', 'AUD', 'AWG', 'AZN', 'BAM', 'BBD', 'BDT', 'BHD', 'BIF', 'BMD', 'BND', 'BOB', 'BOV', 'BRL', 'BSD', 'BTN', 'BWP', 'BYN', 'BZD', 'CAD', 'CDF', 'CHE', 'CHF', 'CHW', 'CLF', 'CLP', 'CNH', 'CNY', 'COP', 'COU', 'CRC', 'CUP', 'CVE', 'CZK', 'DJF', 'DKK', 'DOP', 'DZD', 'EGP', 'ERN', 'ETB', 'EUR', 'FJD', 'FKP', 'GBP', 'GEL', 'GHS', 'GIP', 'GMD', 'GNF', 'GTQ', 'GYD', 'HKD', 'HNL', 'HTG', 'HUF', 'IDR', 'ILS', 'INR', 'IQD', 'IRR', 'ISK', 'JMD', 'JOD', 'JPY', 'KES', 'KGS', 'KHR', 'KMF', 'KPW', 'KRW', 'KWD', 'KYD', 'KZT', 'LAK', 'LBP', 'LKR', 'LRD', 'LSL', 'LYD', 'MAD', 'MDL', 'MGA', 'MKD', 'MMK', 'MNT', 'MOP', 'MRU', 'MUR', 'MVR', 'MWK', 'MXN', 'MXV', 'MYR', 'MZN', 'NAD', 'NGN', 'NIO', 'NOK', 'NPR', 'NZD', 'OMR', 'PAB', 'PEN', 'PGK', 'PHP', 'PKR', 'PLN', 'PYG', 'QAR', 'RON', 'RSD', 'RUB', 'RWF', 'SAR', 'SBD', 'SCR', 'SDG', 'SEK', 'SGD', 'SHP', 'SLE', 'SOS', 'SRD', 'SSP', 'STN', 'SVC', 'SYP', 'SZL', 'THB', 'TJS', 'TMT', 'TND', 'TOP', 'TRY', 'TTD', 'TWD', 'TZS', 'UAH', 'UGX', 'USD', 'USN', 'UYI', 'UYU', 'UYW', 'UZS', 'VED', 'VES', 'VND', 'VUV', 'WST', 'XAF', 'XAG', 'XAU', 'XBA', 'XBB', 'XBC', 'XBD', 'XCD', 'XCG', 'XDR', 'XOF', 'XPD', 'XPF', 'XPT', 'XSU', 'XTS', 'XUA', 'XXX', 'YER', 'ZAR', 'ZMW', 'ZWG',)
C31 = frozenset(['AED', 'AFN', 'ALL', 'AMD', 'AOA', 'ARS', 'AUD', 'AWG', 'AZN', 'BAM', 'BBD', 'BDT', 'BHD', 'BIF', 'BMD', 'BND', 'BOB', 'BOV', 'BRL', 'BSD', 'BTN', 'BWP', 'BYN', 'BZD', 'CAD', 'CDF', 'CHE', 'CHF', 'CHW', 'CLF', 'CLP', 'CNH', 'CNY', 'COP', 'COU', 'CRC', 'CUP', 'CVE', 'CZK', 'DJF', 'DKK', 'DOP', 'DZD', 'EGP', 'ERN', 'ETB', 'EUR', 'FJD', 'FKP', 'GBP', 'GEL', 'GHS', 'GIP', 'GMD', 'GNF', 'GTQ', 'GYD', 'HKD', 'HNL', 'HTG', 'HUF', 'IDR', 'ILS', 'INR', 'IQD', 'IRR', 'ISK', 'JMD', 'JOD', 'JPY', 'KES', 'KGS', 'KHR', 'KMF', 'KPW', 'KRW', 'KWD', 'KYD', 'KZT', 'LAK', 'LBP', 'LKR', 'LRD', 'LSL', 'LYD', 'MAD', 'MDL', 'MGA', 'MKD', 'MMK', 'MNT', 'MOP', 'MRU', 'MUR', 'MVR', 'MWK', 'MXN', 'MXV', 'MYR', 'MZN', 'NAD', 'NGN', 'NIO', 'NOK', 'NPR', 'NZD', 'OMR', 'PAB', 'PEN', 'PGK', 'PHP', 'PKR', 'PLN', 'PYG', 'QAR', 'RON', 'RSD', 'RUB', 'RWF', 'SAR', 'SBD', 'SCR', 'SDG', 'SEK', 'SGD', 'SHP', 'SLE', 'SOS', 'SRD', 'SSP', 'STN', 'SVC', 'SYP', 'SZL', 'THB', 'TJS', 'TMT', 'TND', 'TOP', 'TRY', 'TTD', 'TWD', 'TZS', 'UAH', 'UGX', 'USD', 'USN', 'UYI', 'UYU', 'UYW', 'UZS', 'VED', 'VES', 'VND', 'VUV', 'WST', 'XAF', 'XAG', 'XAU', 'XBA', 'XBB', 'XBC', 'XBD', 'XCD', 'XCG', 'XDR', 'XOF', 'XPD', 'XPF', 'XPT', 'XSU', 'XTS', 'XUA', 'XXX', 'YER', 'ZAR', 'ZMW', 'ZWG'])
C32 = ('102', '218', '219', '326', '331', '380', '382', '383', '384', '386', '388', '393', '395', '553', '575', '623', '71', '780', '80', '817', '82', '84', '870', '875', '876', '877',)
C33 = frozenset(['102', '218', '219', '326', '331', '380', '382', '383', '384', '386', '388', '393', '395', '553', '575', '623', '71', '780', '80', '817', '82', '84', '870', '875', '876', '877'])
C34 = ('326', '384',)
C35 = frozenset(['326', '384'])
C36 = ('381', '396', '532', '81', '83',)
C37 = frozenset(['381', '396', '532', '81', '83'])
C38 = ('0002', '0007', '0009', '0060', '0088', '0096', '0097', '0106', '0130', '0135', '0142', '0151', '0183', '0184', '0188', '0190', '0191', '0192', '0195', '0196', '0198', '0199', '0200', '0201', '0204', '0208', '0209', '0210', '0211', '0216', '0218', '0221', '0225', '0230', '0235', '0240', '0242', '0244', '0245', '0246', '0248', '9910', '9913', '9914', '9915', '9918', '9919', '9920', '9922', '9923', '9924', '9925', '9926', '9927', '9928', '9929', '9930', '9931', '9932', '9933', '9934', '9935', '9936', '9937', '9938', '9939', '9940', '9941', '9942', '9943', '9944', '9945', '9946', '9947', '9948', '9949', '9950', '9951', '9952', '9953', '9957', '9959',)
C39 = frozenset(['0002', '0007', '0009', '0060', '0088', '0096', '0097', '0106', '0130', '0135', '0142', '0151', '0183', '0184', '0188', '0190', '0191', '0192', '0195', '0196', '0198', '0199', '0200', '0201', '0204', '0208', '0209', '0210', '0211', '0216', '0218', '0221', '0225', '0230', '0235', '0240', '0242', '0244', '0245', '0246', '0248', '9910', '9913', '9914', '9915', '9918', '9919', '9920', '9922', '9923', '9924', '9925', '9926', '9927', '9928', '9929', '9930', '9931', '9932', '9933', '9934', '9935', '9936', '9937', '9938', '9939', '9940', '9941', '9942', '9943', '9944', '9945', '9946', '9947', '9948', '9949', '9950', '9951', '9952', '9953', '9957', '9959'])
C40 = regex('^[0-9]{9}MVA$', '')
C41 = ('31', '42',)
C42 = frozenset(['31', '42'])
C43 = ('01#', '04#', '15#',)
C44 = frozenset(['01#', '04#', '15#'])
C45 = regex('^[0-9]{7,8}$', '')
C46 = ('04#', '15#',)
C47 = frozenset(['04#', '15#'])
C48 = ('71#', '73#', '75#',)
C49 = frozenset(['71#', '73#', '75#'])
C50 = ('71#', '75#',)
C51 = frozenset(['71#', '75#'])
C52 = ('19.05.01', '19.0501', '26.08.01', '26.0801',)
C53 = frozenset(['19.05.01', '19.0501', '26.08.01', '26.0801'])
C54 = regex('^[^#]+#([^#]*#)*[^#]+$', '')
C55 = regex('^[A-Z0-9]{11,16}$', '')
C56 = ('50', '56',)
C57 = frozenset(['50', '56'])
C58 = ('GR', 'EL',)
C59 = frozenset(['EL', 'GR'])
C60 = regex('\\|', '')
C61 = regex('^[0-9]{9}', '')
C62 = regex('/', '')
C63 = regex('^([1-9]|0[1-9]|[12][0-9]|30|31)[/\\\\ -]?([1-9]|0[1-9]|1[0-2])[/\\\\ -]?(19|20)[0-9][0-9]', '')
C64 = regex('-', '')
C65 = ('1.1', '1.6', '2.1', '2.4', '5.1', '5.2',)
C66 = frozenset(['1.1', '1.6', '2.1', '2.4', '5.1', '5.2'])
C67 = regex('^[1-9]', '')
C68 = ('380', '381',)
C69 = frozenset(['380', '381'])
C70 = regex(' ', '')
C71 = ('0106', '0190',)
C72 = frozenset(['0106', '0190'])
C73 = ('30', '48', '49', '57', '58', '59',)
C74 = frozenset(['30', '48', '49', '57', '58', '59'])
C75 = ('S', 'Z', 'E', 'AE', 'K', 'G', 'L', 'M',)
C76 = frozenset(['AE', 'E', 'G', 'K', 'L', 'M', 'S', 'Z'])
C77 = ('326', '380', '381', '384', '389', '875', '876', '877',)
C78 = frozenset(['326', '380', '381', '384', '389', '875', '876', '877'])
C79 = regex('\\r?\\n', '')
C80 = regex('^#SKONTO#TAGE=[0-9]+#PROZENT=[0-9]+\\.[0-9]{2}(#BASISBETRAG=-?[0-9]+\\.[0-9]{2})?#$', '')
C81 = regex('#.+#', '')
C82 = regex('^\\s*\\n', '')
C83 = regex('^[a-zA-Z][a-zA-Z0-9+.\\-]+:', '')
C84 = regex('[0-9].*[0-9].*[0-9]', '')
C85 = regex('^[^@\\s]+@[^@.\\s]+(\\.[^@.\\s]+)+$', '')
C86 = ('30', '58',)
C87 = frozenset(['30', '58'])
C88 = regex('\\s', '')
C89 = regex('^[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{0,30}$', '')
C90 = ((), {K91: (((2, (K91,)), ), {}), K26: (((2, (K26,)), ), {})})
C91 = ('48', '54', '55',)
C92 = frozenset(['48', '54', '55'])
C93 = ((), {K51: (((1, (K51,)), ), {}), K26: (((1, (K26,)), ), {})})
C94 = ((), {K51: (((2, (K51,)), ), {}), K91: (((2, (K91,)), ), {})})

def r0_0(D, F, T, N):
    for n in N:
        if D.blank and '' in n and not normalize(n['']): F.append((0, n))

def r1_0(D, F, T, N):
    for n in N:
        if (not (len(([c2 for c2 in many(n.get(K0)) if (text_is(c2.get(K1), '50'))] if K0 in n else ())) <= 1)): F.append((0, n))

def q0(D):
    return D.root.get(K3)

def q1(D):
    h1 = D[q0]
    return normalize(text(h1))

def q2(D):
    h1 = D[q1]
    return (h1 in C1)

def q3(D):
    return kids(D.root, K5, K6, K7, K8, K9)

def q4(D):
    h1 = D[q3]
    return normalize(text(h1)).upper()

def q5(D):
    h1 = D[q4]
    return (h1 == 'DE')

def q6(D):
    return kids(D.root, K10, K6, K7, K8, K9)

def q7(D):
    h1 = D[q6]
    return normalize(text(h1)).upper()

def q8(D):
    h1 = D[q7]
    return (h1 == 'DE')

def q9(D):
    h1 = D[q5]
    h2 = D[q8]
    return (h1 and h2)

def f0(D, a0, a1):
    return [c1 for o2 in many(a1) for c1 in many(o2.get(K17)) if ((c1.get(K18) == normalize(text(a0))))]

def r2_0(D, F, T, N):
    h1 = D[q2]
    h2 = D[q9]
    for n in N:
        l1 = n.get(K14)
        l2 = n.get(K16)
        l3 = n.get(K19)
        v1 = normalize(opt(text_nodes(n.get(K2))))
        if (not (K3 in n)): F.append((1, n))
        if (not h1): F.append((2, n))
        if (not ((n.get(K4).__class__ is not list) or h2)): F.append((3, n))
        if (not ((K11 in n) or (kid2(n, K12, K13) is not None))): F.append((4, n))
        if (not (v1.startswith('urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0') and (not ('::' in v1)))): F.append((5, n))
        if (not (len(([c3 for c3 in many(l1) if ((K15 in c3))] if K14 in n else ())) == 1)): F.append((6, n))
        if (not (len(([c4 for c4 in many(l1) if ((not (K15 in c4)))] if K14 in n else ())) == (1 if (l2 is not None) else 0))): F.append((7, n))
        if (not (((not (l2 is not None)) or (any_of(at_most, [double(z) for z in [z[''] for z in f0(D, l2, l1)]], [as_double(z) for z in (0,)]) and any_of(at_most, [double(z) for z in [z[''] for z in f0(D, l3, l1)]], [as_double(z) for z in (0,)]))) or (any_of(at_least, [double(z) for z in [z[''] for z in f0(D, l2, l1)]], [as_double(z) for z in (0,)]) and any_of(at_least, [double(z) for z in [z[''] for z in f0(D, l3, l1)]], [as_double(z) for z in (0,)])))): F.append((8, n))

def r2_1(D, F, T, N, P1):
    for n, p1 in zip(N, P1):
        if (not (not (normalize(opt(text_nodes(n))) == normalize(opt(text_nodes(p1.get(K19))))))): F.append((0, n))

def r2_2(D, F, T, N):
    for n in N:
        if (not (K20 in n)): F.append((0, n))

def r2_3(D, F, T, N):
    for n in N:
        if (not (K20 in n)): F.append((0, n))

def f1(D, a0, a1):
    return present(divide(multiply(raw_decimal(a1), raw_decimal(a0)), 100))

def f2(D, a0, a1, a2):
    return (absolute((a1 - a2)) <= a0)

def r2_4(D, F, T, N):
    for n in N:
        l1 = n.get(K21)
        l2 = n.get(K23)
        l3 = n.get(K22)
        v1 = ('charge' if text_is(l1, 'true') else 'allowance')
        if (not ((l3 is not None) or (not (l2 is not None)))): F.append((1, n))
        if (not ((l2 is not None) or (not (l3 is not None)))): F.append((2, n))
        if (not (f2(D, C2, present((decimal_kid(n, K24) if (K24 in n) else 0)), f1(D, l2, l3)) if ((l2 is not None) and (l3 is not None)) else True)): F.append((3, n))
        if (not ((normalize(opt(text_nodes(l1))) in C4) if ((l2 is not None) == (l3 is not None)) else True)): F.append((4, n))

def m2_5_0(D, T, N):
    return [bool(((normal_kid(n, K25) in C6))) for n in N]

def r2_5(D, F, T, N):
    for n in N:
        if (not (kid2(n, K26, K13) is not None)): F.append((0, n))

def m2_6_3(D, T, N, P1):
    return [bool(((K15 in p1))) for n, p1 in zip(N, P1)]

def q10(D):
    return D.root.get(K19)

def r2_6(D, F, T, N):
    h1 = D[q10]
    for n in N:
        if (not text_is(h1, n.get(K18))): F.append((0, n))

def m2_7_0(D, T, N, P3):
    return [bool(((kid2(p3, K27, K28) is not None))) for n, p3 in zip(N, P3)]

def m2_7_1(D, T, N, P3):
    return [bool(((kid2(p3, K27, K28) is not None))) for n, p3 in zip(N, P3)]

def r2_7(D, F, T, N, P3):
    for n, p3 in zip(N, P3):
        v1 = kid2(p3, K27, K28)
        if (not at_least(date_or_none(opt(text_nodes(n))), date_or_none(text(v1)))): F.append((1, n))

def m2_8_0(D, T, N, P3):
    return [bool(((kid2(p3, K27, K29) is not None))) for n, p3 in zip(N, P3)]

def m2_8_1(D, T, N, P3):
    return [bool(((kid2(p3, K27, K29) is not None))) for n, p3 in zip(N, P3)]

def r2_8(D, F, T, N, P3):
    for n, p3 in zip(N, P3):
        v1 = kid2(p3, K27, K29)
        if (not at_most(date_or_none(opt(text_nodes(n))), date_or_none(text(v1)))): F.append((1, n))

def q11(D):
    return kid(D.top, K31)

def q12(D):
    h1 = D[q11]
    return (h1 is not None)

def f3(D, a0):
    return divide(round_decimal((a0 * 100)), 100)

def r2_9(D, F, T, N):
    h1 = D[q12]
    for n in N:
        l1 = kid2(n, K34, K35)
        l2 = kid2(n, K34, K36)
        l3 = n.get(K37)
        l4 = n.get(K38)
        v1 = (decimal_kid(n, K30) if (K30 in n) else 0)
        v2 = ((decimal_kid(n, K32) if (K32 in n) else 1) if h1 else (decimal_kid(n, K33) if (K33 in n) else 1))
        v3 = (raw_decimal(l1) if (l1 is not None) else 0)
        v4 = raw_decimal(l2)
        v5 = (v4 if unequal(v4, 0) else 1)
        v8 = f3(D, sum([decimal(c7['']) for c7 in [z for y in ([c6 for c6 in many(l3) if ((normal_kid(c6, K21) == 'true'))] if K37 in n else ()) for z in many(y.get(K24))]]))
        v11 = f3(D, sum([decimal(c10['']) for c10 in [z for y in ([c9 for c9 in many(l3) if ((normal_kid(c9, K21) == 'false'))] if K37 in n else ()) for z in many(y.get(K24))]]))
        v12 = subtract(add(multiply(v2, divide(v3, v5)), v8), v11)
        if (not f2(D, C2, present(v1), present(v12))): F.append((8, n))
        if (not ((not (l2 is not None)) or more(v4, 0))): F.append((9, n))
        if (not (l4.__class__ is not list)): F.append((10, n))
        if (not ((not (l4 is not None)) or text_is(kid2(n, K38, K1), '130'))): F.append((11, n))

def f4(D, a0, a1):
    return subtract(raw_decimal(a0), raw_decimal(a1))

def r2_10(D, F, T, N, P1):
    for n, p1 in zip(N, P1):
        l1 = n.get(K22)
        if (not (normal_kid(n, K21) == 'false')): F.append((0, n))
        if (not ((not (l1 is not None)) or equal(decimal_kid(p1, K35), f4(D, l1, n.get(K24))))): F.append((1, n))

def m2_11_0(D, T, N):
    return [bool(((K39 in n))) for n in N]

def r2_11(D, F, T, N, P2):
    h1 = D[q12]
    for n, p2 in zip(N, P2):
        v1 = (kid2(p2, K32, K39) if h1 else kid2(p2, K33, K39))
        if (not ((not ((K32 in p2) or (K33 in p2))) or any_equal(optional(n.get(K39)), many(v1)))): F.append((1, n))

def k13(N):
    return {n.get(K40) for n in N}

def m3_0_0(D, T, N):
    return [bool(((n.get(K40) == '0088'))) for n in N]

def m3_0_1(D, T, N):
    return [bool(((n.get(K40) == '0088'))) for n in N]

def m3_0_2(D, T, N):
    return [bool(((n.get(K40) == '0088'))) for n in N]

def f7(D, a0, a1):
    v1 = [ord(z) for z in a0]
    return sum([z for q2 in span(1, len(a1)) for z in optional(multiply(subtract(nth(v1, q2), 48), nth(a1, q2)))])

def f6(D, a0):
    v1 = len(a0)
    v3 = f7(D, a0, [(3 if (modulo((v1 - q2), 2) == 0) else 1) for q2 in span(1, v1)])
    return modulo((10 - modulo(v3, 10)), 10)
f6 = remembered(f6)

def f5(D, a0):
    v1 = len(a0)
    return ((C7.search(a0) is not None) and (as_double(f6(D, substring(a0, 1, (v1 - 1)))) == number(substring(a0, v1))))
f5 = remembered(f5)

def r3_0(D, F, T, N):
    for n in N:
        if (not f5(D, normalize(n['']))): F.append((0, n))

def m3_1_0(D, T, N):
    return [bool(((n.get(K40) == '0192'))) for n in N]

def m3_1_1(D, T, N):
    return [bool(((n.get(K40) == '0192'))) for n in N]

def m3_1_2(D, T, N):
    return [bool(((n.get(K40) == '0192'))) for n in N]

def f9(D, a0):
    return modulo((11 - modulo(f7(D, a0, [*(3,), *(2,), *(7,), *(6,), *(5,), *(4,), *(3,), *(2,)]), 11)), 11)
f9 = remembered(f9)

def f8(D, a0):
    return (((C8.search(a0) is not None) and (a0 != '000000000')) and (as_double(f9(D, a0)) == number(substring(a0, 9))))
f8 = remembered(f8)

def r3_1(D, F, T, N):
    for n in N:
        if (not f8(D, normalize(n['']))): F.append((0, n))

def m3_2_0(D, T, N):
    return [bool(((n.get(K40) == '0184'))) for n in N]

def m3_2_1(D, T, N):
    return [bool(((n.get(K40) == '0184'))) for n in N]

def m3_2_2(D, T, N):
    return [bool(((n.get(K40) == '0184'))) for n in N]

def r3_2(D, F, T, N):
    for n in N:
        if (not (C9.search(n['']) is not None)): F.append((0, n))

def m3_3_0(D, T, N):
    return [bool(((n.get(K40) == '0096'))) for n in N]

def m3_3_1(D, T, N):
    return [bool(((n.get(K40) == '0096'))) for n in N]

def m3_3_2(D, T, N):
    return [bool(((n.get(K40) == '0096'))) for n in N]

def r3_3(D, F, T, N):
    for n in N:
        if (not (C10.search(n['']) is not None)): F.append((0, n))

def m3_4_0(D, T, N):
    return [bool(((n.get(K40) == '0198'))) for n in N]

def m3_4_1(D, T, N):
    return [bool(((n.get(K40) == '0198'))) for n in N]

def m3_4_2(D, T, N):
    return [bool(((n.get(K40) == '0198'))) for n in N]

def r3_4(D, F, T, N):
    for n in N:
        if (not (C11.search(n['']) is not None)): F.append((0, n))

def m3_5_0(D, T, N):
    return [bool(((n.get(K40) == '0208'))) for n in N]

def m3_5_1(D, T, N):
    return [bool(((n.get(K40) == '0208'))) for n in N]

def m3_5_2(D, T, N):
    return [bool(((n.get(K40) == '0208'))) for n in N]

def f11(D, a0):
    return (97 - modulo(integer(a0), 97))
f11 = remembered(f11)

def f10(D, a0):
    return ((as_double(f11(D, substring(a0, 1, 8))) == number(substring(a0, 9))) if (C10.search(a0) is not None) else False)
f10 = remembered(f10)

def r3_5(D, F, T, N):
    for n in N:
        if (not f10(D, normalize(n['']))): F.append((0, n))

def m3_6_0(D, T, N):
    return [bool(((n.get(K40) == '0201'))) for n in N]

def m3_6_1(D, T, N):
    return [bool(((n.get(K40) == '0201'))) for n in N]

def m3_6_2(D, T, N):
    return [bool(((n.get(K40) == '0201'))) for n in N]

def f12(D, a0):
    return (C12.search(a0) is not None)
f12 = remembered(f12)

def r3_6(D, F, T, N):
    for n in N:
        if (not f12(D, normalize(n['']))): F.append((0, n))

def m3_7_0(D, T, N):
    return [bool(((n.get(K40) == '0210'))) for n in N]

def m3_7_1(D, T, N):
    return [bool(((n.get(K40) == '0210'))) for n in N]

def m3_7_2(D, T, N):
    return [bool(((n.get(K40) == '0210'))) for n in N]

def f13(D, a0):
    return (castable_integer(a0) if (len(a0) == 11) else (((C13.search(a0) is not None) and castable_integer(substring(a0, 7, 2))) and castable_integer(substring(a0, 10, 2))))
f13 = remembered(f13)

def r3_7(D, F, T, N):
    for n in N:
        if (not f13(D, normalize(n['']))): F.append((0, n))

def m3_8_0(D, T, N):
    return [bool(((n.get(K40) == '0211'))) for n in N]

def m3_8_1(D, T, N):
    return [bool(((n.get(K40) == '0211'))) for n in N]

def m3_8_2(D, T, N):
    return [bool(((n.get(K40) == '0211'))) for n in N]

def f15(D, a0):
    v1 = len(a0)
    v4 = sum([(q3 if (modulo((v1 - q2), 2) == 1) else (((2 * q3) - 9) if (q3 > 4) else (2 * q3))) for q2 in span(1, v1) for q3 in (integer(substring(a0, q2, 1)),)])
    return modulo((10 - modulo(v4, 10)), 10)
f15 = remembered(f15)

def f14(D, a0):
    v1 = substring(a0, 3)
    return (True if (not (substring(a0, 1, 2) in C15)) else ((as_double(f15(D, substring(v1, 1, 10))) == number(substring(v1, 11))) if ((len(v1) == 11) and castable_integer(v1)) else False))
f14 = remembered(f14)

def r3_8(D, F, T, N):
    for n in N:
        if (not f14(D, normalize(n['']))): F.append((0, n))

def m3_9_0(D, T, N):
    return [bool(((n.get(K40) == '0007'))) for n in N]

def m3_9_1(D, T, N):
    return [bool(((n.get(K40) == '0007'))) for n in N]

def m3_9_2(D, T, N):
    return [bool(((n.get(K40) == '0007'))) for n in N]

def f16(D, a0):
    return ((as_double(f15(D, substring(a0, 1, 9))) == number(substring(a0, 10, 1))) if (C16.search(a0) is not None) else False)
f16 = remembered(f16)

def r3_9(D, F, T, N):
    for n in N:
        if (not (f16(D, normalize(n[''])) if (C10.search(normalize(n[''])) is not None) else False)): F.append((0, n))

def m3_10_0(D, T, N):
    return [bool(((n.get(K40) == '0151'))) for n in N]

def m3_10_1(D, T, N):
    return [bool(((n.get(K40) == '0151'))) for n in N]

def m3_10_2(D, T, N):
    return [bool(((n.get(K40) == '0151'))) for n in N]

def f17(D, a0):
    return ((C17.search(a0) is not None) and (modulo((f7(D, a0, [*(10,), *(1,), *(3,), *(5,), *(7,), *(9,), *(11,), *(13,), *(15,), *(17,), *(19,)]) - 10), 89) == 0))
f17 = remembered(f17)

def r3_10(D, F, T, N):
    for n in N:
        if (not f17(D, normalize(n['']))): F.append((0, n))

def m3_11_0(D, T, N):
    return [bool(((n.get(K40) == '0106'))) for n in N]

def m3_11_1(D, T, N):
    return [bool(((n.get(K40) == '0106'))) for n in N]

def m3_11_2(D, T, N):
    return [bool(((n.get(K40) == '0106'))) for n in N]

def r3_11(D, F, T, N):
    for n in N:
        if (not (C18.search(normalize(n[''])) is not None)): F.append((0, n))

def m3_12_0(D, T, N):
    return [bool(((n.get(K40) == '0190'))) for n in N]

def m3_12_1(D, T, N):
    return [bool(((n.get(K40) == '0190'))) for n in N]

def m3_12_2(D, T, N):
    return [bool(((n.get(K40) == '0190'))) for n in N]

def r3_12(D, F, T, N):
    for n in N:
        if (not (C19.search(normalize(n[''])) is not None)): F.append((0, n))

def m3_13_0(D, T, N):
    return [bool(((n.get(K40) == '9944'))) for n in N]

def m3_13_1(D, T, N):
    return [bool(((n.get(K40) == '9944'))) for n in N]

def m3_13_2(D, T, N):
    return [bool(((n.get(K40) == '9944'))) for n in N]

def r3_13(D, F, T, N):
    for n in N:
        if (not (C20.search(normalize(n[''])) is not None)): F.append((0, n))

def m3_14_0(D, T, N):
    return [bool(((n.get(K40) == '9907'))) for n in N]

def r3_14(D, F, T, N):
    for n in N:
        if (not f13(D, normalize(n['']))): F.append((0, n))

def m3_15_0(D, T, N, P1):
    return [bool((normalize(n['']).startswith('NL')) and ((normalize(text(kid2(p1, K41, K13))) == 'VAT'))) for n, p1 in zip(N, P1)]

def r3_15(D, F, T, N):
    for n in N:
        if (not (C20.search(normalize(n[''])) is not None)): F.append((0, n))

def m3_16_0(D, T, N):
    return [bool(((n.get(K40) == '0217'))) for n in N]

def m3_16_1(D, T, N):
    return [bool(((n.get(K40) == '0217'))) for n in N]

def m3_16_2(D, T, N):
    return [bool(((n.get(K40) == '0217'))) for n in N]

def r3_16(D, F, T, N):
    for n in N:
        if (not (C21.search(normalize(n[''])) is not None)): F.append((0, n))

def m4_0_0(D, T, N):
    return [bool(((K42 in n))) for n in N]

def r4_0(D, F, T, N):
    for n in N:
        if (not (n.get(K42) in C23)): F.append((0, n))

def m4_1_0(D, T, N, P1):
    return [bool((text_is(p1.get(K21), 'false'))) for n, p1 in zip(N, P1)]

def r4_1(D, F, T, N):
    for n in N:
        if (not (normalize(opt(text_nodes(n))) in C25)): F.append((0, n))

def m4_2_0(D, T, N, P1):
    return [bool((text_is(p1.get(K21), 'true'))) for n, p1 in zip(N, P1)]

def r4_2(D, F, T, N):
    for n in N:
        if (not (normalize(opt(text_nodes(n))) in C27)): F.append((0, n))

def r4_3(D, F, T, N):
    for n in N:
        if (not (normalize(opt(text_nodes(n))) in C29)): F.append((0, n))

def r4_4(D, F, T, N):
    for n in N:
        if (not (n.get(K18) in C31)): F.append((0, n))

def r4_5(D, F, T, N):
    h1 = D[q2]
    h2 = D[q9]
    for n in N:
        if (not ((not h1) or (normalize(opt(text_nodes(n))) in C33))): F.append((0, n))
        if (not ((not (normalize(n['']) in C35)) or h2)): F.append((1, n))

def r4_6(D, F, T, N):
    h1 = D[q2]
    for n in N:
        if (not ((not h1) or (normalize(opt(text_nodes(n))) in C37))): F.append((0, n))

def r4_7(D, F, T, N):
    for n in N:
        if (not ((len((opt(text_nodes(n)) or '')) == 10) and castable_date(n['']))): F.append((0, n))

def m4_8_0(D, T, N):
    return [bool(((K40 in n))) for n in N]

def r4_8(D, F, T, N):
    for n in N:
        if (not (n.get(K40) in C39)): F.append((0, n))

def k14(N):
    return {(text(n.get(K43)) or '').upper() for n in N}

def m4_9_0(D, T, N):
    return [bool((((text(n.get(K43)) or '').upper() == 'VATEX-EU-G'))) for n in N]

def r4_9(D, F, T, N):
    for n in N:
        if (not (normal_kid(n, K13) == 'G')): F.append((0, n))

def m4_10_0(D, T, N):
    return [bool((((text(n.get(K43)) or '').upper() == 'VATEX-EU-O'))) for n in N]

def r4_10(D, F, T, N):
    for n in N:
        if (not (normal_kid(n, K13) == 'O')): F.append((0, n))

def m4_11_0(D, T, N):
    return [bool((((text(n.get(K43)) or '').upper() == 'VATEX-EU-IC'))) for n in N]

def r4_11(D, F, T, N):
    for n in N:
        if (not (normal_kid(n, K13) == 'K')): F.append((0, n))

def m4_12_0(D, T, N):
    return [bool((((text(n.get(K43)) or '').upper() == 'VATEX-EU-AE'))) for n in N]

def r4_12(D, F, T, N):
    for n in N:
        if (not (normal_kid(n, K13) == 'AE')): F.append((0, n))

def m4_13_0(D, T, N):
    return [bool((((text(n.get(K43)) or '').upper() == 'VATEX-EU-D'))) for n in N]

def r4_13(D, F, T, N):
    for n in N:
        if (not (normal_kid(n, K13) == 'E')): F.append((0, n))

def m4_14_0(D, T, N):
    return [bool((((text(n.get(K43)) or '').upper() == 'VATEX-EU-F'))) for n in N]

def r4_14(D, F, T, N):
    for n in N:
        if (not (normal_kid(n, K13) == 'E')): F.append((0, n))

def m4_15_0(D, T, N):
    return [bool((((text(n.get(K43)) or '').upper() == 'VATEX-EU-I'))) for n in N]

def r4_15(D, F, T, N):
    for n in N:
        if (not (normal_kid(n, K13) == 'E')): F.append((0, n))

def m4_16_0(D, T, N):
    return [bool((((text(n.get(K43)) or '').upper() == 'VATEX-EU-J'))) for n in N]

def r4_16(D, F, T, N):
    for n in N:
        if (not (normal_kid(n, K13) == 'E')): F.append((0, n))

def q15(D):
    return [substring((text(c3.get(K45)) or ''), 1, 2) for c3 in [c1 for o2 in many(kid2(D.root, K5, K6)) for c1 in many(o2.get(K44)) if (text_is(kid2(c1, K41, K13), 'VAT'))]]

def q16(D):
    return [substring((text(c3.get(K45)) or ''), 1, 2) for c3 in [c1 for o2 in many(D.root.get(K46)) for c1 in many(o2.get(K44)) if (text_is(kid2(c1, K41, K13), 'VAT'))]]

def q17(D):
    h1 = D[q15]
    h2 = D[q16]
    h3 = D[q3]
    return (normalize(one(h1)).upper() if bool(one(h1)) else (normalize(one(h2)).upper() if bool(one(h2)) else (normalize(text(h3)).upper() if (h3 is not None) else 'XX')))

def q18(D):
    h1 = D[q17]
    return ((h1 == 'NO'))

def r5_0(D, F, T, N):
    for n in N:
        l1 = n.get(K44)
        v2 = ([c1 for c1 in many(l1) if ((normalize(text(kid2(c1, K41, K13))) == 'VAT'))] if K44 in n else ())
        if (not (normalize(text(one([z for y in ([c3 for c3 in many(l1) if ((normalize(text(kid2(c3, K41, K13))) == 'TAX'))] if K44 in n else ()) for z in many(y.get(K45))]))) == 'Foretaksregisteret')): F.append((1, n))
        if (not (((C40.search((one([substring((text(c5.get(K45)) or ''), 3) for c5 in v2]) or '')) is not None) and f8(D, substring((text(one([z for y in v2 for z in many(y.get(K45))])) or ''), 3, 9))) if ('NO' in [substring((text(c4.get(K45)) or ''), 1, 2) for c4 in v2]) else True)): F.append((2, n))

def q19(D):
    return kid(D.top, K47)

def q20(D):
    h1 = D[q11]
    h2 = D[q19]
    return [*many(h1), *many(h2)]

def q21(D):
    h1 = D[q20]
    return many(kids(packed(h1), K5, K6, K7, K8, K9))

def q22(D):
    h1 = D[q21]
    return (text(one(h1)) or '')

def q23(D):
    h1 = D[q22]
    return (h1 == 'DK')

def q24(D):
    h1 = D[q23]
    return (h1)

def q25(D):
    h1 = D[q20]
    return many(kids(packed(h1), K10, K6, K7, K8, K9))

def q26(D):
    h1 = D[q25]
    return (text(one(h1)) or '')

def r6_0(D, F, T, N):
    h1 = D[q19]
    h2 = D[q26]
    for n in N:
        if (not (normalize(opt(text_nodes(kids(n, K5, K6, K48, K45)))) != '')): F.append((0, n))
        if (not ((not (kids(n, K5, K6, K48, K45) is not None)) or (normalize(opt(kids(n, K5, K6, K48, K45, K40))) == '0184'))): F.append((1, n))
        if (not (not (((h1 is not None) and (h2 == 'DK')) and (number(opt(text_nodes(kid2(n, K49, K50)))) < as_double(0))))): F.append((2, n))

def q27(D):
    h1 = D[q23]
    h2 = D[q26]
    return (h1 and (h2 == 'DK'))

def q28(D):
    h1 = D[q27]
    return (h1)

def r6_1(D, F, T, N):
    for n in N:
        if (not ((not (K13 in n)) or (normalize(opt(kid2(n, K13, K40))) != ''))): F.append((0, n))

def r6_2(D, F, T, N):
    for n in N:
        l1 = n.get(K25)
        l2 = kid2(n, K51, K13)
        l3 = n.get(K54)
        if (not ((' ' + (text(l1) or '') + ' ') in ' 1 10 31 42 48 49 50 58 59 93 97 ')): F.append((0, n))
        if (not ((not text_in(l1, C42)) or ((normalize(opt(text_nodes(l2))) != '') and (normalize(opt(text_nodes(kid3(n, K51, K52, K13)))) != '')))): F.append((1, n))
        if (not ((not text_is(l1, '49')) or ((normalize(opt(text_nodes(kid2(n, K26, K13)))) != '') and (normalize(opt(text_nodes(kid3(n, K26, K53, K13)))) != '')))): F.append((2, n))
        if (not ((not text_is(l1, '50')) or ((substring((text(l3) or ''), 1, 3) in C44) and (C45.search((text(l2) or '')) is not None)))): F.append((3, n))
        if (not ((not (text_is(l1, '50') and (substring((text(l3) or ''), 1, 3) in C47))) or (len((text(l3) or '')) == 19))): F.append((4, n))
        if (not ((not text_is(l1, '93')) or ((substring((text(l3) or ''), 1, 3) in C49) and (len((opt(text_nodes(l2)) or '')) == 8)))): F.append((5, n))
        if (not ((not (text_is(l1, '93') and (substring((text(l3) or ''), 1, 3) in C51))) or any_equal((len((text(l3) or '')),), [*(18,), *(19,)]))): F.append((6, n))

def r6_3(D, F, T, N):
    for n in N:
        if (not ((not (kid2(n, K48, K45) is not None)) or (normalize(opt(kid3(n, K48, K45, K40))) == '0184'))): F.append((0, n))

def r6_4(D, F, T, N):
    for n in N:
        if (not ((not item_is(kids(n, K55, K56, K57, K58), 'TST')) or item_in(kids(n, K55, K56, K57, K59), C53))): F.append((0, n))

def r6_5(D, F, T, N):
    for n in N:
        l1 = n.get(K61)
        if (not (((not text_is(n.get(K60), 'ZZZ')) or (((len(normalize(opt(text_nodes(l1)))) == 4) and (number(text(l1)) >= as_double(0))) and (number(text(l1)) <= as_double(9999)))) or (C54.search((text(l1) or '')) is not None))): F.append((0, n))

def q29(D):
    h1 = D[q17]
    return (h1 == 'IT')

def q30(D):
    h1 = D[q29]
    return (h1)

def m7_0_0(D, T, N):
    return [bool(((normalize(text(kid2(n, K41, K13))) != 'VAT'))) for n in N]

def r7_0(D, F, T, N):
    for n in N:
        if (not (C55.search(normal_kid(n, K45)) is not None)): F.append((0, n))

def r7_1(D, F, T, N):
    for n in N:
        if (not (kid2(n, K7, K62) is not None)): F.append((0, n))
        if (not (kid2(n, K7, K63) is not None)): F.append((1, n))
        if (not (kid2(n, K7, K64) is not None)): F.append((2, n))

def q31(D):
    return many(kids(packed(D.tagged_in_order(K5)), K6, K7, K8, K9))

def q32(D):
    return many(kids(packed(D.tagged(K5)), K6, K7, K8, K9))

def q33(D):
    h1 = D[q32]
    return ('SE' in [z[''] for z in h1])

def k34(N):
    return {text(kid3(n, K7, K8, K9)) for n in N}

def q35(D):
    h1 = D[q33]
    return (h1)

def m8_0_0(D, T, N):
    return [bool((text_is(kid3(n, K7, K8, K9), 'SE')) and (('SE' in [substring((text(c2.get(K45)) or ''), 1, 2) for c2 in ([c1 for c1 in many(n.get(K44)) if (text_is(kid2(c1, K41, K13), 'VAT'))] if K44 in n else ())]))) for n in N]

def f18(D, a0):
    return (number(a0) == number(a0))
f18 = remembered(f18)

def r8_0(D, F, T, N):
    for n in N:
        v2 = [z for y in ([c1 for c1 in many(n.get(K44)) if (text_is(kid2(c1, K41, K13), 'VAT'))] if K44 in n else ()) for z in many(y.get(K45))]
        if (not (len(normalize(text(one(v2)))) == 14)): F.append((1, n))
        if (not f18(D, substring((text(one(v2)) or ''), 3, 12))): F.append((2, n))

def m8_1_0(D, T, N, P1):
    return [bool(((K45 in n)) and (text_is(kid3(p1, K7, K8, K9), 'SE'))) for n, p1 in zip(N, P1)]

def f19(D, a0):
    return (number(a0) == number(a0))

def r8_1(D, F, T, N):
    for n in N:
        if (not f19(D, one([z for z in optional(text(n.get(K45)))]))): F.append((0, n))
        if (not (len(normal_kid(n, K45)) == 10)): F.append((1, n))
        if (not f16(D, normal_kid(n, K45))): F.append((2, n))

def m8_2_0(D, T, N, P1, P2):
    return [bool(((normalize((text(kid2(p1, K41, K13)) or '').upper()) != 'VAT')) and (text_is(kid3(p2, K7, K8, K9), 'SE')) and ((kid2(p2, K48, K45) is not None))) for n, p1, p2 in zip(N, P1, P2)]

def r8_2(D, F, T, N):
    for n in N:
        if (not (normalize(n[''].upper()) == 'GODKÄND FÖR F-SKATT')): F.append((0, n))

def k36(N):
    return {text(n.get(K13)) for n in N}

def q37(D):
    return [c1 for o2 in D.tagged(K5) for c1 in many(o2.get(K6)) if (text_is(kid3(c1, K7, K8, K9), 'SE')) and (('SE' in [substring((text(c4.get(K45)) or ''), 1, 2) for c4 in ([c3 for c3 in many(c1.get(K44)) if (text_is(kid2(c3, K41, K13), 'VAT'))] if K44 in c1 else ())]))]

def q38(D):
    h1 = D[q37]
    return bool(h1)

def q39(D):
    h1 = D[q33]
    h2 = D[q38]
    return (h1) and (h2)

def m8_3_0(D, T, N):
    return [bool((text_is(n.get(K13), 'S'))) for n in N]

def m8_3_1(D, T, N):
    return [bool((text_is(n.get(K13), 'S'))) for n in N]

def r8_3(D, F, T, N):
    for n in N:
        if (not any_equal((number(text(n.get(K65))),), [as_double(z) for z in [*(25,), *(12,), *(6,)]])): F.append((0, n))

def m8_4_0(D, T, N, P2):
    return [bool(((normal_kid(p2, K25) == '30')) and ((normalize(text(kid3(p2, K51, K52, K13))) == 'SE:PLUSGIRO'))) for n, p2 in zip(N, P2)]

def r8_4(D, F, T, N):
    for n in N:
        if (not f18(D, n[''])): F.append((0, n))
        if (not ((len(normalize(n[''])) >= 2) and (len(normalize(n[''])) <= 8))): F.append((1, n))

def m8_5_0(D, T, N, P2):
    return [bool(((normal_kid(p2, K25) == '30')) and ((normalize(text(kid3(p2, K51, K52, K13))) == 'SE:BANKGIRO'))) for n, p2 in zip(N, P2)]

def r8_5(D, F, T, N):
    for n in N:
        if (not f18(D, n[''])): F.append((0, n))
        if (not any_equal((len(normalize(n[''])),), [*(7,), *(8,)])): F.append((1, n))

def m8_6_0(D, T, N):
    return [bool((text_in(n.get(K25), C57))) for n in N]

def r8_6(D, F, T, N):
    for n in N:
        if True: F.append((0, n))

def k40(N):
    return {text(n.get(K25)) for n in N}

def q41(D):
    return many(kids(packed(D.tagged_in_order(K10)), K6, K7, K8, K9))

def q42(D):
    return many(kids(packed(D.tagged(K10)), K6, K7, K8, K9))

def q43(D):
    h1 = D[q42]
    return ('SE' in [z[''] for z in h1])

def q44(D):
    h1 = D[q33]
    h2 = D[q43]
    return (h1) and (h2)

def m8_7_0(D, T, N):
    return [bool((text_is(n.get(K25), '31'))) for n in N]

def r8_7(D, F, T, N):
    for n in N:
        if True: F.append((0, n))

def q45(D):
    h1 = D[q17]
    return (h1 in C59)

def q46(D):
    h1 = D[q45]
    return (h1)

def f20(D, a0):
    return ((C61.search(a0) is not None) and (as_double(modulo(modulo(f7(D, a0, [*(256,), *(128,), *(64,), *(32,), *(16,), *(8,), *(4,), *(2,)]), 11), 10)) == number(substring(a0, 9, 1))))
f20 = remembered(f20)

def q47(D):
    return [substring((text(c3.get(K45)) or ''), 3, 9) for c3 in [c1 for o2 in many(kid2(D.root, K5, K6)) for c1 in many(o2.get(K44)) if (text_is(kid2(c1, K41, K13), 'VAT'))]]

def q48(D):
    return [substring((text(c3.get(K45)) or ''), 3, 9) for c3 in [c1 for o2 in many(D.root.get(K46)) for c1 in many(o2.get(K44)) if (text_is(kid2(c1, K41, K13), 'VAT'))]]

def q49(D):
    return D.root.get(K66)

def q50(D):
    h1 = D[q49]
    return tokens((text(h1) or ''), C64)

def q51(D):
    h1 = D[q50]
    return nth(h1, 3)

def q52(D):
    h1 = D[q50]
    return nth(h1, 2)

def q53(D):
    h1 = D[q50]
    return nth(h1, 1)

def r9_0(D, F, T, N):
    h1 = D[q47]
    h2 = D[q48]
    h3 = D[q51]
    h4 = D[q52]
    h5 = D[q53]
    for n in N:
        v1 = tokens(n[''], C60)
        if (not (len(v1) == 6)): F.append((1, n))
        if (not (((len(normalize(nth(v1, 1))) == 9) and f20(D, present(nth(v1, 1)))) and (any_equal(optional(nth(v1, 1)), h1) or any_equal(optional(nth(v1, 1)), h2)))): F.append((2, n))
        v2 = tokens((nth(v1, 2) or ''), C62)
        if (not (((len(normalize(nth(v1, 2))) > 0) and (C63.search((nth(v1, 2) or '')) is not None)) and ((equal(nth(v2, 1), h3) and equal(nth(v2, 2), h4)) and equal(nth(v2, 3), h5)))): F.append((4, n))
        if (not (((len(normalize(nth(v1, 3))) > 0) and (double_text(number(nth(v1, 3))) != 'NaN')) and at_least(integer_or_none(nth(v1, 3)), 0))): F.append((5, n))
        if (not (nth(v1, 4) in C66)): F.append((6, n))
        if (not (len((nth(v1, 5) or '')) > 0)): F.append((7, n))
        if (not (len((nth(v1, 6) or '')) > 0)): F.append((8, n))

def f21(D, a0):
    return (a0.startswith('EL') and f20(D, substring(a0, 3)))
f21 = remembered(f21)

def r9_1(D, F, T, N):
    for n in N:
        v2 = [z for y in ([c1 for c1 in many(n.get(K44)) if ((normalize(text(kid2(c1, K41, K13))) == 'VAT'))] if K44 in n else ()) for z in many(y.get(K45))]
        if (not (len((text(kid2(n, K67, K68)) or '')) > 0)): F.append((1, n))
        if (not ((len(v2) == 1) and f21(D, present(text(one(v2)))))): F.append((2, n))

def m9_2_0(D, T, N, P1):
    return [bool(((normalize(text(kid2(p1, K41, K13))) == 'VAT'))) for n, p1 in zip(N, P1)]

def r9_2(D, F, T, N):
    for n in N:
        if (not f21(D, n[''])): F.append((0, n))

def q54(D):
    h1 = D[q45]
    h2 = D[q3]
    return (h1 and text_is(h2, 'GR'))

def q55(D):
    h1 = D[q54]
    return (h1)

def r9_3(D, F, T, N):
    for n in N:
        l1 = n.get(K0)
        if (not (len(([c2 for c2 in many(l1) if (text_is(c2.get(K69), '##M.AR.K##'))] if K0 in n else ())) == 1)): F.append((0, n))
        if (not (len(([c4 for c4 in many(l1) if (text_is(c4.get(K69), '##INVOICE|URL##'))] if K0 in n else ())) == 1)): F.append((1, n))
        if (not (len(([c6 for c6 in many(l1) if (text_is(c6.get(K69), '##INVOICE|URL##'))] if K0 in n else ())) <= 1)): F.append((2, n))

def m9_4_0(D, T, N, P1):
    return [bool((text_is(p1.get(K69), '##M.AR.K##'))) for n, p1 in zip(N, P1)]

def r9_4(D, F, T, N):
    for n in N:
        if (not (C67.search(n['']) is not None)): F.append((0, n))

def k56(N):
    return {text(n.get(K69)) for n in N}

def m9_5_0(D, T, N):
    return [bool((text_is(n.get(K69), '##INVOICE|URL##'))) for n in N]

def r9_5(D, F, T, N):
    for n in N:
        if (not (len(normalize(text(kid3(n, K70, K71, K72)))) > 0)): F.append((0, n))

def r9_6(D, F, T, N):
    for n in N:
        if (not (len((text(kid2(n, K67, K68)) or '')) > 0)): F.append((0, n))

def q57(D):
    h1 = D[q15]
    h2 = D[q3]
    return (normalize(one(h1)).upper() if bool(one(h1)) else (normalize(text(h2)).upper() if (h2 is not None) else 'XX'))

def q58(D):
    h1 = D[q57]
    return ((h1 in C59))

def r9_7(D, F, T, N):
    for n in N:
        if (not ((n.get(K40) == '9933') and f20(D, n['']))): F.append((0, n))

def q59(D):
    return [substring((text(c3.get(K45)) or ''), 1, 2) for c3 in [c1 for o2 in many(kid2(D.root, K10, K6)) for c1 in many(o2.get(K44)) if (text_is(kid2(c1, K41, K13), 'VAT'))]]

def q60(D):
    h1 = D[q59]
    h2 = D[q6]
    return (normalize(one(h1)).upper() if bool(one(h1)) else (normalize(text(h2)).upper() if (h2 is not None) else 'XX'))

def q61(D):
    h1 = D[q60]
    return (h1 in C59)

def q62(D):
    h1 = D[q45]
    h2 = D[q61]
    return (h1 and h2)

def q63(D):
    h1 = D[q62]
    return (h1)

def r10_0(D, F, T, N):
    for n in N:
        v2 = [z for y in ([c1 for c1 in many(n.get(K44)) if ((normalize(text(kid2(c1, K41, K13))) == 'VAT'))] if K44 in n else ()) for z in many(y.get(K45))]
        if (not ((len(v2) == 1) and f21(D, present(text(one(v2)))))): F.append((1, n))

def r10_1(D, F, T, N):
    for n in N:
        if (not ((n.get(K40) == '9933') and f20(D, n['']))): F.append((0, n))

def q64(D):
    h1 = D[q22]
    return (h1 == 'IS')

def q65(D):
    h1 = D[q64]
    return (h1)

def r11_0(D, F, T, N):
    for n in N:
        l1 = n.get(K75)
        l2 = n.get(K76)
        v2 = ([c1 for c1 in many(n.get(K0)) if (text_is(c1.get(K69), 'EINDAGI'))] if K0 in n else ())
        if (not ((normal_kid(n, K73) in C69) or (normal_kid(n, K74) in C69))): F.append((1, n))
        if (not item_is(kids(n, K5, K6, K48, K45, K40), '0196')): F.append((2, n))
        if (not ((kids(n, K5, K6, K7, K62) is not None) and (kids(n, K5, K6, K7, K64) is not None))): F.append((3, n))
        if (not ((not bool(([c3 for c3 in many(l1) if (text_is(c3.get(K25), '9'))] if K75 in n else ()))) or (len(normalize(text(one(many(kids(packed(([c4 for c4 in many(l1) if (text_is(c4.get(K25), '9'))] if K75 in n else ())), K51, K13)))))) == 12))): F.append((4, n))
        if (not ((not bool(([c5 for c5 in many(l1) if (text_is(c5.get(K25), '42'))] if K75 in n else ()))) or (len(normalize(text(one(many(kids(packed(([c6 for c6 in many(l1) if (text_is(c6.get(K25), '42'))] if K75 in n else ())), K51, K13)))))) == 12))): F.append((5, n))
        if (not ((not bool(v2)) or ((len((text(one([z for y in v2 for z in many(y.get(K13))])) or '')) == 10) and castable_date((text(one([z for y in v2 for z in many(y.get(K13))])) or ''))))): F.append((6, n))
        if (not ((not bool(v2)) or (l2 is not None))): F.append((7, n))
        if (not ((not bool(v2)) or any_of(at_most, texts(l2), [z[''] for z in [z for y in v2 for z in many(y.get(K13))]]))): F.append((8, n))

def q66(D):
    h1 = D[q64]
    h2 = D[q26]
    return (h1 and (h2 == 'IS'))

def q67(D):
    h1 = D[q66]
    return (h1)

def r11_1(D, F, T, N):
    for n in N:
        if (not item_is(kids(n, K6, K48, K45, K40), '0196')): F.append((0, n))
        if (not ((kid3(n, K6, K7, K62) is not None) and (kid3(n, K6, K7, K64) is not None))): F.append((1, n))

def q68(D):
    h1 = D[q4]
    return (h1 == 'NL')

def q69(D):
    h1 = D[q68]
    return (h1)

def q70(D):
    return kid3(D.root, K77, K78, K13)

def r12_0(D, F, T, N):
    h1 = D[q70]
    for n in N:
        if (not (h1 is not None)): F.append((0, n))

def r12_1(D, F, T, N):
    for n in N:
        if (not (((K62 in n) and (K63 in n)) and (K64 in n))): F.append((0, n))

def r12_2(D, F, T, N):
    for n in N:
        if (not (any([z in C72 for z in tokens((n.get(K40) or ''), C70)]) and (normalize(n['']) != ''))): F.append((0, n))

def q71(D):
    h1 = D[q7]
    return (h1 == 'NL')

def q72(D):
    h1 = D[q68]
    h2 = D[q71]
    return (h1 and h2)

def q73(D):
    h1 = D[q72]
    return (h1)

def r12_3(D, F, T, N):
    for n in N:
        if (not (((K62 in n) and (K63 in n)) and (K64 in n))): F.append((0, n))

def r12_4(D, F, T, N):
    for n in N:
        if (not (any([z in C72 for z in tokens((n.get(K40) or ''), C70)]) and (normalize(n['']) != ''))): F.append((0, n))

def q74(D):
    return kids(D.root, K46, K7, K8, K9)

def q75(D):
    h1 = D[q74]
    return normalize(text(h1))

def q76(D):
    h1 = D[q75]
    return h1.upper()

def q77(D):
    h1 = D[q76]
    return (h1 == 'NL')

def q78(D):
    h1 = D[q68]
    h2 = D[q77]
    return (h1) and (h2)

def r12_5(D, F, T, N):
    for n in N:
        if (not (((K62 in n) and (K63 in n)) and (K64 in n))): F.append((0, n))

def q79(D):
    return D.tagged_in_order(K75)

def q80(D):
    return D.tagged(K75)

def q81(D):
    h1 = D[q80]
    return bool(h1)

def r12_6(D, F, T, N):
    h1 = D[q11]
    h2 = D[q19]
    h3 = D[q81]
    for n in N:
        if (not ((((h1 is not None) and at_most(decimal_kid(n, K50), 0)) or ((h2 is not None) and at_least(decimal_kid(n, K50), 0))) or h3)): F.append((0, n))

def r12_7(D, F, T, N):
    for n in N:
        if (not (normal_kid(n, K25) in C74)): F.append((0, n))

def q82(D):
    return kid2(D.root, K12, K13)

def r12_8(D, F, T, N):
    h1 = D[q82]
    for n in N:
        if (not (h1 is not None)): F.append((0, n))

def q83(D):
    h1 = D[q9]
    return (h1)

def r13_0(D, F, T, N):
    for n in N:
        l1 = n.get(K83)
        l2 = kid2(n, K75, K26)
        if (not (K75 in n)): F.append((0, n))
        if (not bool(([c1 for c1 in many(n.get(K11)) if (bool(normalize(c1[''])))] if K11 in n else ()))): F.append((1, n))
        if (not (((K46 in n) or bool([c2 for o3 in many(kid3(n, K5, K6, K44)) for c2 in many(o3.get(K45)) if (bool(normalize(c2[''])))])) or (not (any([z[''] in C76 for z in many(kids(packed([*many(n.get(K79)), *many(n.get(K80))]), K55, K81, K13))]) or any([z[''] in C76 for z in many(kids(packed(([c4 for c4 in many(n.get(K37)) if (text_in(c4.get(K21), C4))] if K37 in n else ())), K82, K13))]))))): F.append((2, n))
        if (not ((normal_kid(n, K73) in C78) or (normal_kid(n, K74) in C78))): F.append((3, n))
        if (not all([((C80.search(normalize(q9)) is not None) and (C82.search((one([z for c12 in [c10 for o11 in many(l1) for c10 in many(o11.get(K4))[0:1]] for z in optional(last_of(tokens(c12[''], C81)))]) or '')) is not None)) for q9 in [z for c7 in [c5 for o6 in many(l1) for c5 in many(o6.get(K4))[0:1]] for z in [c8 for c8 in tokens(c7[''], C79) if normalize(c8).startswith('#')]]])): F.append((4, n))
        if (not (len(list(dict.fromkeys(many(kids(n, K0, K70, K84, K85))))) == len([z for q13 in many(n.get(K0)) for z in list(dict.fromkeys(many(kid3(q13, K70, K84, K85))))]))): F.append((5, n))
        if (not ((not ((normal_kid(n, K73) == '384') or (normal_kid(n, K74) == '384'))) or (kid2(n, K77, K78) is not None))): F.append((6, n))
        if (not ((not (l2 is not None)) or ('SEPA' in many(kids(packed([*many(kid2(n, K5, K6)), *many(n.get(K86))]), K87, K13, K40))))): F.append((7, n))
        if (not ((not (l2 is not None)) or (kids(n, K75, K26, K53, K13) is not None))): F.append((8, n))

def r13_1(D, F, T, N):
    for n in N:
        if (not (C83.search((text(n.get(K72)) or '')) is not None)): F.append((0, n))

def r13_2(D, F, T, N):
    for n in N:
        if (not (kid2(n, K6, K88) is not None)): F.append((0, n))

def r13_3(D, F, T, N):
    for n in N:
        if (not bool(([c1 for c1 in many(n.get(K63)) if (bool(normalize(c1[''])))] if K63 in n else ()))): F.append((0, n))
        if (not bool(([c2 for c2 in many(n.get(K64)) if (bool(normalize(c2[''])))] if K64 in n else ()))): F.append((1, n))

def r13_4(D, F, T, N):
    for n in N:
        if (not bool(([c1 for c1 in many(n.get(K68)) if (bool(normalize(c1[''])))] if K68 in n else ()))): F.append((0, n))
        if (not bool(([c2 for c2 in many(n.get(K89)) if (bool(normalize(c2[''])))] if K89 in n else ()))): F.append((1, n))
        if (not bool(([c3 for c3 in many(n.get(K90)) if (bool(normalize(c3[''])))] if K90 in n else ()))): F.append((2, n))
        if (not (C84.search(normal_kid(n, K89)) is not None)): F.append((3, n))
        if (not (C85.search(normal_kid(n, K90)) is not None)): F.append((4, n))

def r13_5(D, F, T, N):
    for n in N:
        if (not bool(([c1 for c1 in many(n.get(K63)) if (bool(normalize(c1[''])))] if K63 in n else ()))): F.append((0, n))
        if (not bool(([c2 for c2 in many(n.get(K64)) if (bool(normalize(c2[''])))] if K64 in n else ()))): F.append((1, n))

def r13_6(D, F, T, N):
    for n in N:
        if (not bool(([c1 for c1 in many(n.get(K63)) if (bool(normalize(c1[''])))] if K63 in n else ()))): F.append((0, n))
        if (not bool(([c2 for c2 in many(n.get(K64)) if (bool(normalize(c2[''])))] if K64 in n else ()))): F.append((1, n))

def m13_7_0(D, T, N):
    return [bool(((normal_kid(n, K25) in C87))) for n in N]

def m13_7_1(D, T, N):
    return [bool(((normal_kid(n, K25) in C87))) for n in N]

def f22(D, a0):
    return ((modulo(integer(''.join([str(((q1 - 48) if (q1 < 65) else (q1 - 55))) for q1 in [ord(z) for z in (substring(a0, 5) + substring(a0, 1, 4))]])), 97) == 1) if (C89.search(a0) is not None) else False)
f22 = remembered(f22)

def r13_7(D, F, T, N):
    absent(D, T, C90, N, F)
    for n in N:
        if (not ((not (normal_kid(n, K25) == '58')) or f22(D, replaced((text(kid2(n, K51, K13)) or ''), C88, '')))): F.append((0, n))
        if (not (K51 in n)): F.append((1, n))

def m13_8_0(D, T, N):
    return [bool(((normal_kid(n, K25) in C92))) for n in N]

def m13_8_1(D, T, N):
    return [bool(((normal_kid(n, K25) in C92))) for n in N]

def r13_8(D, F, T, N):
    absent(D, T, C93, N, F)
    for n in N:
        if (not (K91 in n)): F.append((0, n))

def k84(N):
    return {normal_kid(n, K25) for n in N}

def m13_9_0(D, T, N):
    return [bool(((normal_kid(n, K25) == '59'))) for n in N]

def m13_9_1(D, T, N):
    return [bool(((normal_kid(n, K25) == '59'))) for n in N]

def r13_9(D, F, T, N):
    absent(D, T, C94, N, F)
    for n in N:
        if (not f22(D, replaced((text(kid3(n, K26, K53, K13)) or ''), C88, ''))): F.append((0, n))
        if (not (K26 in n)): F.append((1, n))

def r13_10(D, F, T, N):
    for n in N:
        if (not bool([c1 for o2 in many(n.get(K82)) for c1 in many(o2.get(K65)) if (bool(normalize(c1[''])))])): F.append((0, n))

PATTERNS = [
    [
        ((((('//', 'element', None, None),), False, None, None, None, (), ()),), r0_0, (), (), True),
    ],
    [
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote'),), False, None, None, None, (), ()),), r1_0, (), (), False),
    ],
    [
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote'),), False, None, None, None, (), ()),), r2_0, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'TaxCurrencyCode'),), False, None, None, None, (), ()),), r2_1, (1,), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingCustomerParty')), False, None, None, None, (), ()),), r2_2, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty')), False, None, None, None, (), ()),), r2_3, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), False, None, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), False, None, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), False, None, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), False, None, None, None, (), ()),), r2_4, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PaymentMeans'),), False, None, m2_5_0, None, (), ()),), r2_5, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'Amount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'BaseAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'PriceAmount'),), False, None, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'TaxAmount'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal')), False, None, m2_6_3, None, (1,), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'TaxAmount'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal')), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'TaxableAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'LineExtensionAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'TaxExclusiveAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'TaxInclusiveAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'AllowanceTotalAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ChargeTotalAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'PrepaidAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'PayableRoundingAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'PayableAmount'),), False, None, None, None, (), ()),), r2_6, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'StartDate'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoicePeriod'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), False, None, m2_7_0, None, (3,), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'StartDate'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoicePeriod'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), False, None, m2_7_1, None, (3,), ()),), r2_7, (3,), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndDate'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoicePeriod'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), False, None, m2_8_0, None, (3,), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndDate'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoicePeriod'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), False, None, m2_8_1, None, (3,), ()),), r2_8, (3,), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine'),), False, None, None, None, (), ()),), r2_9, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Price')), False, None, None, None, (), ()),), r2_10, (1,), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'BaseQuantity'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Price')), False, None, m2_11_0, None, (), ()),), r2_11, (2,), (), False),
    ],
    [
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndpointID'),), False, None, m3_0_0, (k13, '0088'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyIdentification')), False, None, m3_0_1, (k13, '0088'), (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CompanyID'),), False, None, m3_0_2, (k13, '0088'), (), ()),), r3_0, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndpointID'),), False, None, m3_1_0, (k13, '0192'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyIdentification')), False, None, m3_1_1, (k13, '0192'), (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CompanyID'),), False, None, m3_1_2, (k13, '0192'), (), ()),), r3_1, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndpointID'),), False, None, m3_2_0, (k13, '0184'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyIdentification')), False, None, m3_2_1, (k13, '0184'), (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CompanyID'),), False, None, m3_2_2, (k13, '0184'), (), ()),), r3_2, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndpointID'),), False, None, m3_3_0, (k13, '0096'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyIdentification')), False, None, m3_3_1, (k13, '0096'), (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CompanyID'),), False, None, m3_3_2, (k13, '0096'), (), ()),), r3_3, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndpointID'),), False, None, m3_4_0, (k13, '0198'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyIdentification')), False, None, m3_4_1, (k13, '0198'), (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CompanyID'),), False, None, m3_4_2, (k13, '0198'), (), ()),), r3_4, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndpointID'),), False, None, m3_5_0, (k13, '0208'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyIdentification')), False, None, m3_5_1, (k13, '0208'), (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CompanyID'),), False, None, m3_5_2, (k13, '0208'), (), ()),), r3_5, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndpointID'),), False, None, m3_6_0, (k13, '0201'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyIdentification')), False, None, m3_6_1, (k13, '0201'), (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CompanyID'),), False, None, m3_6_2, (k13, '0201'), (), ()),), r3_6, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndpointID'),), False, None, m3_7_0, (k13, '0210'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyIdentification')), False, None, m3_7_1, (k13, '0210'), (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CompanyID'),), False, None, m3_7_2, (k13, '0210'), (), ()),), r3_7, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndpointID'),), False, None, m3_8_0, (k13, '0211'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyIdentification')), False, None, m3_8_1, (k13, '0211'), (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CompanyID'),), False, None, m3_8_2, (k13, '0211'), (), ()),), r3_8, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndpointID'),), False, None, m3_9_0, (k13, '0007'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyIdentification')), False, None, m3_9_1, (k13, '0007'), (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CompanyID'),), False, None, m3_9_2, (k13, '0007'), (), ()),), r3_9, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndpointID'),), False, None, m3_10_0, (k13, '0151'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyIdentification')), False, None, m3_10_1, (k13, '0151'), (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CompanyID'),), False, None, m3_10_2, (k13, '0151'), (), ()),), r3_10, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndpointID'),), False, None, m3_11_0, (k13, '0106'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyIdentification')), False, None, m3_11_1, (k13, '0106'), (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CompanyID'),), False, None, m3_11_2, (k13, '0106'), (), ()),), r3_11, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndpointID'),), False, None, m3_12_0, (k13, '0190'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyIdentification')), False, None, m3_12_1, (k13, '0190'), (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CompanyID'),), False, None, m3_12_2, (k13, '0190'), (), ()),), r3_12, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndpointID'),), False, None, m3_13_0, (k13, '9944'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyIdentification')), False, None, m3_13_1, (k13, '9944'), (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CompanyID'),), False, None, m3_13_2, (k13, '9944'), (), ()),), r3_13, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndpointID'),), False, None, m3_14_0, (k13, '9907'), (), ()),), r3_14, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CompanyID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyTaxScheme')), False, None, m3_15_0, None, (1,), ()),), r3_15, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndpointID'),), False, None, m3_16_0, (k13, '0217'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyIdentification')), False, None, m3_16_1, (k13, '0217'), (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CompanyID'),), False, None, m3_16_2, (k13, '0217'), (), ()),), r3_16, (), (), False),
    ],
    [
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EmbeddedDocumentBinaryObject'),), False, None, m4_0_0, None, (), ()),), r4_0, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'AllowanceChargeReasonCode'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge')), False, None, m4_1_0, None, (1,), ()),), r4_1, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'AllowanceChargeReasonCode'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge')), False, None, m4_2_0, None, (1,), ()),), r4_2, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'DescriptionCode'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoicePeriod')), False, None, None, None, (), ()),), r4_3, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'Amount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'BaseAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'PriceAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'TaxAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'TaxableAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'LineExtensionAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'TaxExclusiveAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'TaxInclusiveAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'AllowanceTotalAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ChargeTotalAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'PrepaidAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'PayableRoundingAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'PayableAmount'),), False, None, None, None, (), ()),), r4_4, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'InvoiceTypeCode'),), False, None, None, None, (), ()),), r4_5, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CreditNoteTypeCode'),), False, None, None, None, (), ()),), r4_6, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'IssueDate'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'DueDate'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'TaxPointDate'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'StartDate'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndDate'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ActualDeliveryDate'),), False, None, None, None, (), ()),), r4_7, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndpointID'),), False, None, m4_8_0, None, (), ()),), r4_8, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'),), False, None, m4_9_0, (k14, 'VATEX-EU-G'), (), ()),), r4_9, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'),), False, None, m4_10_0, (k14, 'VATEX-EU-O'), (), ()),), r4_10, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'),), False, None, m4_11_0, (k14, 'VATEX-EU-IC'), (), ()),), r4_11, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'),), False, None, m4_12_0, (k14, 'VATEX-EU-AE'), (), ()),), r4_12, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'),), False, None, m4_13_0, (k14, 'VATEX-EU-D'), (), ()),), r4_13, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'),), False, None, m4_14_0, (k14, 'VATEX-EU-F'), (), ()),), r4_14, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'),), False, None, m4_15_0, (k14, 'VATEX-EU-I'), (), ()),), r4_15, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'),), False, None, m4_16_0, (k14, 'VATEX-EU-J'), (), ()),), r4_16, (), (), False),
    ],
    [
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty')), False, q18, None, None, (), ()),), r5_0, (), (), False),
    ],
    [
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice'),), False, q24, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote'),), False, q24, None, None, (), ()),), r6_0, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyIdentification'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), False, q28, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyIdentification'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingCustomerParty'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), False, q28, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyIdentification'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), False, q28, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyIdentification'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingCustomerParty'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), False, q28, None, None, (), ()),), r6_1, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PaymentMeans'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), False, q28, None, None, (), ()),), r6_2, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingCustomerParty'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), False, q28, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingCustomerParty'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), False, q28, None, None, (), ()),), r6_3, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), False, q28, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), False, q28, None, None, (), ()),), r6_4, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'),), False, q28, None, None, (), ()),), r6_5, (), (), False),
    ],
    [
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyTaxScheme'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty')), False, q30, m7_0_0, None, (), ()),), r7_0, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty')), False, q30, None, None, (), ()),), r7_1, (), (), False),
    ],
    [
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty')), False, q35, m8_0_0, (k34, 'SE'), (), ()),), r8_0, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyLegalEntity'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty')), False, q35, m8_1_0, None, (1,), ()),), r8_1, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CompanyID'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyTaxScheme'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty')), False, q35, m8_2_0, None, (1, 2), ()),), r8_2, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'),), False, q39, m8_3_0, (k36, 'S'), (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'ClassifiedTaxCategory'),), False, q39, m8_3_1, (k36, 'S'), (), ()),), r8_3, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PayeeFinancialAccount'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PaymentMeans')), False, q35, m8_4_0, None, (2,), ()),), r8_4, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PayeeFinancialAccount'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PaymentMeans')), False, q35, m8_5_0, None, (2,), ()),), r8_5, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PaymentMeans'),), False, q35, m8_6_0, None, (), ()),), r8_6, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PaymentMeans'),), False, q44, m8_7_0, (k40, '31'), (), ()),), r8_7, (), (), False),
    ],
    [
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), True, q46, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), True, q46, None, None, (), ()),), r9_0, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty')), False, q46, None, None, (), ()),), r9_1, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CompanyID'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyTaxScheme'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty')), False, q46, m9_2_0, None, (1,), ()),), r9_2, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice'),), True, q55, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote'),), True, q55, None, None, (), ()),), r9_3, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AdditionalDocumentReference')), False, q55, m9_4_0, None, (1,), ()),), r9_4, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AdditionalDocumentReference'),), False, q46, m9_5_0, (k56, '##INVOICE|URL##'), (), ()),), r9_5, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingCustomerParty')), False, q46, None, None, (), ()),), r9_6, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndpointID'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty')), False, q58, None, None, (), ()),), r9_7, (), (), False),
    ],
    [
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingCustomerParty')), False, q63, None, None, (), ()),), r10_0, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndpointID'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingCustomerParty')), False, q63, None, None, (), ()),), r10_1, (), (), False),
    ],
    [
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice'),), False, q65, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote'),), False, q65, None, None, (), ()),), r11_0, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingCustomerParty'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), False, q67, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingCustomerParty'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), False, q67, None, None, (), ()),), r11_1, (), (), False),
    ],
    [
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CreditNoteTypeCode'),), False, q69, None, None, (), ()),), r12_0, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PostalAddress'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty')), False, q69, None, None, (), ()),), r12_1, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CompanyID'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyLegalEntity'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty')), False, q69, None, None, (), ()),), r12_2, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PostalAddress'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingCustomerParty')), False, q73, None, None, (), ()),), r12_3, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CompanyID'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyLegalEntity'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingCustomerParty')), False, q73, None, None, (), ()),), r12_4, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PostalAddress'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxRepresentativeParty')), False, q78, None, None, (), ()),), r12_5, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'LegalMonetaryTotal'),), False, q69, None, None, (), ()),), r12_6, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PaymentMeans'),), False, q73, None, None, (), ()),), r12_7, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'LineID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'OrderLineReference')), False, q69, None, None, (), ()),), r12_8, (), (), False),
    ],
    [
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice'),), True, q83, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote'),), True, q83, None, None, (), ()),), r13_0, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'ExternalReference'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Attachment'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AdditionalDocumentReference'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), True, q83, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'ExternalReference'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Attachment'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AdditionalDocumentReference'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), True, q83, None, None, (), ()),), r13_1, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), True, q83, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), True, q83, None, None, (), ()),), r13_2, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PostalAddress'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), True, q83, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PostalAddress'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), True, q83, None, None, (), ()),), r13_3, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Contact'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), True, q83, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Contact'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), True, q83, None, None, (), ()),), r13_4, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PostalAddress'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingCustomerParty'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), True, q83, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PostalAddress'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingCustomerParty'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), True, q83, None, None, (), ()),), r13_5, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Address'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'DeliveryLocation'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Delivery'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), True, q83, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Address'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'DeliveryLocation'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Delivery'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), True, q83, None, None, (), ()),), r13_6, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PaymentMeans'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), True, q83, m13_7_0, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PaymentMeans'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), True, q83, m13_7_1, None, (), ()),), r13_7, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PaymentMeans'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), True, q83, m13_8_0, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PaymentMeans'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), True, q83, m13_8_1, None, (), ()),), r13_8, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PaymentMeans'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), True, q83, m13_9_0, (k84, '59'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PaymentMeans'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), True, q83, m13_9_1, (k84, '59'), (), ()),), r13_9, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), True, q83, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), True, q83, None, None, (), ()),), r13_10, (), (), False),
    ],
]
UNSUPPORTED = ()
