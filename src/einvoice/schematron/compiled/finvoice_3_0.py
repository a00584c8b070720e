"""Compiled by einvoice from 'finvoice.sch'.  Do not edit: change the rules, and compile again."""
from decimal import Decimal
from einvoice.schematron.runtime import *

K0 = ' Finvoice'
K1 = 'Version'
K2 = ' SellerPartyDetails'
K3 = ' BuyerPartyDetails'
K4 = ' InvoiceDetails'
K5 = ' InvoiceRow'
K6 = ' EpiDetails'
K7 = ' MessageSenderDetails'
K8 = ' FromIdentifier'
K9 = ' FromIntermediator'
K10 = ' MessageReceiverDetails'
K11 = ' ToIdentifier'
K12 = ' ToIntermediator'
K13 = ' MessageDetails'
K14 = ' MessageIdentifier'
K15 = ' MessageTimeStamp'
K16 = ' SellerStreetName'
K17 = ' SellerTownName'
K18 = ' SellerPostCodeIdentifier'
K19 = ' SellerOfficialStreetName'
K20 = ' SellerOfficialTownName'
K21 = ' SellerOfficialPostCodeIdentifier'
K22 = ' BuyerStreetName'
K23 = ' BuyerTownName'
K24 = ' BuyerPostCodeIdentifier'
K25 = ' InvoiceRecipientStreetName'
K26 = ' InvoiceRecipientTownName'
K27 = ' InvoiceRecipientPostCodeIdentifier'
K28 = ' DeliveryStreetName'
K29 = ' DeliveryTownName'
K30 = ' DeliveryPostCodeIdentifier'
K31 = ' ShipmentStreetName'
K32 = ' ShipmentTownName'
K33 = ' ShipmentPostCodeIdentifier'
K34 = ' AnyPartyStreetName'
K35 = ' AnyPartyTownName'
K36 = ' AnyPartyPostCodeIdentifier'
K37 = ' FactoringPartyStreetName'
K38 = ' FactoringPartyTownName'
K39 = ' FactoringPartyPostCodeIdentifier'
K40 = ' RowAnyPartyStreetName'
K41 = ' RowAnyPartyTownName'
K42 = ' RowAnyPartyPostCodeIdentifier'
K43 = ' SubRowAnyPartyStreetName'
K44 = ' SubRowAnyPartyTownName'
K45 = ' SubRowAnyPartyPostCodeIdentifier'
K46 = ' DeliveryPostalAddressDetails'
K47 = ' StartDate'
K48 = ' EndDate'
K49 = ' SellerBic'
K50 = ' VatPointDate'
K51 = ' VatPointDateCode'
K52 = ' SubInvoiceRow'
K53 = ' ArticleDescription'
K54 = ' ArticleGroupIdentifier'
K55 = ' ArticleIdentifier'
K56 = ' ArticleInfoUrlText'
K57 = ' ArticleName'
K58 = ' BuyerArticleIdentifier'
K59 = ' ConfirmedQuantity'
K60 = ' CreditRequestedQuantity'
K61 = ' DeliveredQuantity'
K62 = ' EanCode'
K63 = ' InvoicedObjectID'
K64 = ' InvoicedQuantity'
K65 = ' OfferedQuantity'
K66 = ' OrderedQuantity'
K67 = ' OriginalInvoiceDate'
K68 = ' OriginalInvoiceNumber'
K69 = ' OriginalInvoiceReference'
K70 = ' PostDeliveredQuantity'
K71 = ' ReturnedQuantity'
K72 = ' RowAccountDimensionText'
K73 = ' RowActionCode'
K74 = ' RowAgreementIdentifier'
K75 = ' RowAgreementIdentifierUrlText'
K76 = ' RowAmount'
K77 = ' RowAnyPartyDetails'
K78 = ' RowAveragePriceAmount'
K79 = ' RowBuyerReferenceIdentifier'
K80 = ' RowCalculatedQuantity'
K81 = ' RowChargeDetails'
K82 = ' RowDefinitionDetails'
K83 = ' RowDeliveryDate'
K84 = ' RowDeliveryDetails'
K85 = ' RowDeliveryIdentifier'
K86 = ' RowDeliveryIdentifierUrlText'
K87 = ' RowDiscountAmount'
K88 = ' RowDiscountBaseAmount'
K89 = ' RowDiscountPercent'
K90 = ' RowDiscountTypeCode'
K91 = ' RowDiscountTypeText'
K92 = ' RowFreeText'
K93 = ' RowIdentifier'
K94 = ' RowIdentifierDate'
K95 = ' RowIdentifierUrlText'
K96 = ' RowLatestMeterReadingDate'
K97 = ' RowNormalProposedAccountIdentifier'
K98 = ' RowOrderConfirmationDate'
K99 = ' RowOrderConfirmationIdentifier'
K100 = ' RowOrderPositionIdentifier'
K101 = ' RowOrdererName'
K102 = ' RowOverDuePaymentDetails'
K103 = ' RowPositionIdentifier'
K104 = ' RowPreviousMeterReadingDate'
K105 = ' RowPriceListIdentifier'
K106 = ' RowPriceListIdentifierUrlText'
K107 = ' RowProgressiveDiscountDetails'
K108 = ' RowProjectReferenceIdentifier'
K109 = ' RowProposedAccountText'
K110 = ' RowQuotationIdentifier'
K111 = ' RowQuotationIdentifierUrlText'
K112 = ' RowRegistrationNumberIdentifier'
K113 = ' RowRequestOfQuotationIdentifier'
K114 = ' RowRequestOfQuotationIdentifierUrlText'
K115 = ' RowSalesPersonName'
K116 = ' RowSellerAccountText'
K117 = ' RowShortProposedAccountIdentifier'
K118 = ' RowSubIdentifier'
K119 = ' RowTransactionDetails'
K120 = ' RowUsedQuantity'
K121 = ' RowVatAmount'
K122 = ' RowVatCode'
K123 = ' RowVatExcludedAmount'
K124 = ' RowVatRatePercent'
K125 = ' SerialNumberIdentifier'
K126 = ' UnitPriceAmount'
K127 = ' UnitPriceBaseQuantity'
K128 = ' UnitPriceDiscountAmount'
K129 = ' UnitPriceNetAmount'
K130 = ' UnitPriceVatIncludedAmount'
K131 = 'AmountCurrencyIdentifier'
K132 = 'Format'
K133 = 'IdentificationSchemeName'
K134 = 'SchemeID'
K135 = 'QuantityUnitCodeUN'
K136 = ' InvoiceTypeCodeUN'
K137 = ' InvoiceTypeCode'
K138 = ' OriginCode'
K139 = ' OriginText'
K140 = ' InvoiceNumber'
K141 = ' RowOriginalInvoiceIdentifier'
K142 = ' DirectDebitInfo'
K143 = ' SubRowOverDuePaymentDetails'
K144 = ' InvoiceTotalVatIncludedAmount'
K145 = ' EpiInstructedAmount'
K146 = 'QuantityUnitCode'
K147 = 'UnitPriceUnitCode'
K148 = ' Amount'
K149 = ' Percent'
K150 = ' BaseAmount'
K151 = ' RowsTotalVatExcludedAmount'
K152 = ' DiscountsTotalVatExcludedAmount'
K153 = ' ChargesTotalVatExcludedAmount'
K154 = ' InvoiceTotalVatExcludedAmount'
K155 = ' InvoiceTotalVatAmount'
K156 = ' DiscountDetails'
K157 = ' ChargeDetails'
K158 = ' MessageTransmissionDetails'
K159 = ' SpecificationIdentifier'
K160 = ' VatSpecificationDetails'
K161 = ' VatBaseAmount'
K162 = ' VatRateAmount'
K163 = ' PaymentStatusDetails'
K164 = ' PaymentStatusCode'
K165 = ' InvoicePaidAmount'
K166 = ' PartialPaymentDetails'
K167 = ' InvoiceTotalRoundoffAmount'
K168 = ' EpiPaymentInstructionDetails'
K169 = ' PaymentMethodText'
K170 = ' PartialPaymentVatIncludedAmount'
K171 = ' PartialPaymentVatExcludedAmount'
K172 = ' PartialPaymentDueDate'
K173 = ' PartialPaymentReferenceIdentifier'
K174 = ' VatCode'
K175 = ' VatRatePercent'
K176 = ' VatCategoryCode'
K177 = ' SubRowVatExcludedAmount'
K178 = ' SubRowAmount'
K179 = ' VatFreeText'
K180 = ' VatExemptionReasonCode'
K181 = ' InvoiceVatFreeText'
K182 = ' SellerOrganisationTaxCode'
K183 = ' AnyPartyDetails'
K184 = ' AnyPartyText'
K185 = 'AnyPartyCode'
K186 = ' AnyPartyOrganisationTaxCode'
K187 = ' BuyerOrganisationTaxCode'
K188 = ' SellerPostalAddressDetails'
K189 = ' CountryCode'
K190 = ' BuyerPostalAddressDetails'
K191 = ' InvoiceTotalVatAccountingAmount'
K192 = ' EpiNameAddressDetails'
K193 = ' SellerAccountID'
K194 = ' EpiPartyDetails'
K195 = ' EpiBeneficiaryPartyDetails'
K196 = ' EpiAccountID'
K197 = ' EpiBfiPartyDetails'
K198 = ' EpiBfiIdentifier'
K199 = ' PaymentTermsDetails'
K200 = ' InvoiceDueDate'
K201 = ' InvoiceDate'
K202 = ' BuyerOrganisationUnitNumber'
K203 = ' BuyerPartyIdentifier'
K204 = ' BuyerCode'
K205 = 'IdentifierType'
K206 = ' EpiRemittanceInfoIdentifier'
K207 = ' EpiPaymentInstructionId'
K208 = 'ChargeOption'
K209 = ' EpiDateOptionDate'
K210 = ' InvoiceRecipientPostalAddressDetails'
K211 = ' AnyPartyPostalAddressDetails'
K212 = ' RowAnyPartyPostalAddressDetails'
K213 = ' InvoiceSenderPostalAddressDetails'
K214 = ' FactoringPartyPostalAddressDetails'
K215 = ' InvoiceRecipientPartyDetails'
K216 = ' DeliveryPartyDetails'
K217 = ' SellerPartyIdentifier'
K218 = ' SellerOrganisationUnitNumber'
K219 = ' InvoiceRecipientPartyIdentifier'
K220 = ' InvoiceRecipientOrganisationTaxCode'
K221 = ' InvoiceRecipientOrganisationUnitNumber'
K222 = ' DeliveryPartyIdentifier'
K223 = ' DeliveryOrganisationTaxCode'
K224 = ' DeliveryOrganisationUnitNumber'
K225 = ' AnyPartyIdentifier'
K226 = ' AnyPartyOrganisationUnitNumber'
K227 = ' RowAnyPartyIdentifier'
K228 = ' RowAnyPartyOrganisationTaxCode'
K229 = ' RowAnyPartyOrganisationUnitNumber'
K230 = ' InvoiceSenderPartyIdentifier'
K231 = ' InvoiceSenderOrganisationTaxCode'
K232 = ' InvoiceSenderOrganisationUnitNumber'
K233 = ' SellerPostOfficeBoxIdentifier'
K234 = ' BuyerPostOfficeBoxIdentifier'
K235 = ' InvoiceRecipientPostOfficeBoxIdentifier'
K236 = ' DeliveryPostofficeBoxIdentifier'
K237 = ' AnyPartyPostOfficeBoxIdentifier'
K238 = ' FactoringPartyPostOfficeBoxIdentifier'
K239 = ' InvoiceUrlNameText'
K240 = ' InvoiceUrlText'
K241 = ' SellerInformationDetails'
K242 = ' SellerTaxRegistrationText'
K243 = ' SellerCode'
K244 = ' BuyerOrganisationName'
K245 = ' OrderIdentifier'
K246 = ' AgreementIdentifier'
K247 = ' AccountDimensionText'
K248 = ' BuyerReferenceIdentifier'
C0 = ('1.0', '1.1', '1.2', '1.3', '2.0', '2.01', '3.0',)
C1 = frozenset(['1.0', '1.1', '1.2', '1.3', '2.0', '2.01', '3.0'])
C2 = regex('^[12]([.]|$)', '')
C3 = regex('^[0-9]{4}-[0-9]{2}-[0-9]{2}T(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]+)?|24:00:00([.]0+)?)(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?$', '')
C4 = regex('^[0-9]{8}$', '')
C5 = ('04', '06', '09', '11',)
C6 = frozenset(['04', '06', '09', '11'])
C7 = ('01', '03', '05', '07', '08', '10', '12',)
C8 = frozenset(['01', '03', '05', '07', '08', '10', '12'])
C9 = regex('^.{2,48}::attachments$', '')
C10 = regex('^-?[0-9]{1,15}(,[0-9]{2,5})?$', '')
C11 = ('AED', 'AFN', 'ALL', 'AMD', 'AOA', 'ARS', 'AUD', 'AWG', 'AZN', 'BAM', 'BBD', 'BDT', 'BHD', 'BIF', 'BMD', 'BND', 'BOB', 'BOV', 'BRL', 'BSD', 'BTN', 'BWP', 'BYN', 'BZD', 'CAD', 'CDF', 'CHE', 'CHF', 'CHW', 'CLF', 'CLP', 'CNH', 'CNY', 'COP', 'COU', 'CRC', 'CUP', 'CVE', 'CZK', 'DJF', 'DKK', 'DOP', 'DZD', 'EGP', 'ERN', 'ETB', 'EUR', 'FJD', 'FKP', 'GBP', 'GEL', 'GHS', 'GIP', 'GMD', 'GNF', 'GTQ', 'GYD', 'HKD', 'HNL', 'HTG', 'HUF', 'IDR', 'ILS', 'INR', 'IQD', 'IRR', 'ISK', 'JMD', 'JOD', 'JPY', 'KES', 'KGS', 'KHR', 'KMF', 'KPW', 'KRW', 'KWD', 'KYD', 'KZT', 'LAK', 'LBP', 'LKR', 'LRD', 'LSL', 'LYD', 'MAD', 'MDL', 'MGA', 'MKD', 'MMK', 'MNT', 'MOP', 'MRU', 'MUR', 'MVR', 'MWK', 'MXN', 'MXV', 'MYR', 'MZN', 'NAD', 'NGN', 'NIO', 'NOK', 'NPR', 'NZD', 'OMR', 'PAB', 'PEN', 'PGK', 'PHP', 'PKR', 'PLN', 'PYG', 'QAR', 'RON', 'RSD', 'RUB', 'RWF', 'SAR', 'SBD', 'SCR', 'SDG', 'SEK', 'SGD', 'SHP', 'SLE', 'SOS', 'SRD', 'SSP', 'STD', 'STN', 'SVC', 'SYP', 'SZL', 'THB', 'TJS', 'TMT', 'TND', 'TOP', 'TRY', 'TTD', 'TWD', 'TZS', 'UAH', 'UGX', 'USD', 'USN', 'UYI', 'UYU', 'UYW', 'UZS', 'VED', 'VES', 'VND', 'VUV', 'WST', 'XAF', 'XAG', 'XAU', 'XBA', 'XBB', 'XBC', 'XBD', 'XCD', 'XCG', 'XDR', 'XOF', 'XPD', 'XPF', 'XPT', 'XSU', 'XTS', 'XUA', 'XXX', 'YER', 'ZAR', 'ZMW', 'ZWG',)
C12 = frozenset(['AED', 'AFN', 'ALL', 'AMD', 'AOA', 'ARS', 'AUD', 'AWG', 'AZN', 'BAM', 'BBD', 'BDT', 'BHD', 'BIF', 'BMD', 'BND', 'BOB', 'BOV', 'BRL', 'BSD', 'BTN', 'BWP', 'BYN', 'BZD', 'CAD', 'CDF', 'CHE', 'CHF', 'CHW', 'CLF', 'CLP', 'CNH', 'CNY', 'COP', 'COU', 'CRC', 'CUP', 'CVE', 'CZK', 'DJF', 'DKK', 'DOP', 'DZD', 'EGP', 'ERN', 'ETB', 'EUR', 'FJD', 'FKP', 'GBP', 'GEL', 'GHS', 'GIP', 'GMD', 'GNF', 'GTQ', 'GYD', 'HKD', 'HNL', 'HTG', 'HUF', 'IDR', 'ILS', 'INR', 'IQD', 'IRR', 'ISK', 'JMD', 'JOD', 'JPY', 'KES', 'KGS', 'KHR', 'KMF', 'KPW', 'KRW', 'KWD', 'KYD', 'KZT', 'LAK', 'LBP', 'LKR', 'LRD', 'LSL', 'LYD', 'MAD', 'MDL', 'MGA', 'MKD', 'MMK', 'MNT', 'MOP', 'MRU', 'MUR', 'MVR', 'MWK', 'MXN', 'MXV', 'MYR', 'MZN', 'NAD', 'NGN', 'NIO', 'NOK', 'NPR', 'NZD', 'OMR', 'PAB', 'PEN', 'PGK', 'PHP', 'PKR', 'PLN', 'PYG', 'QAR', 'RON', 'RSD', 'RUB', 'RWF', 'SAR', 'SBD', 'SCR', 'SDG', 'SEK', 'SGD', 'SHP', 'SLE', 'SOS', 'SRD', 'SSP', 'STD', 'STN', 'SVC', 'SYP', 'SZL', 'THB', 'TJS', 'TMT', 'TND', 'TOP', 'TRY', 'TTD', 'TWD', 'TZS', 'UAH', 'UGX', 'USD', 'USN', 'UYI', 'UYU', 'UYW', 'UZS', 'VED', 'VES', 'VND', 'VUV', 'WST', 'XAF', 'XAG', 'XAU', 'XBA', 'XBB', 'XBC', 'XBD', 'XCD', 'XCG', 'XDR', 'XOF', 'XPD', 'XPF', 'XPT', 'XSU', 'XTS', 'XUA', 'XXX', 'YER', 'ZAR', 'ZMW', 'ZWG'])
C13 = regex('^-?[0-9]{1,15},[0-9]{2}$', '')
C14 = regex('^[1-9]?[0-9]{1,2}(,[0-9]{1,3})?$', '')
C15 = regex('^[0-9]{1,15}(,[0-9]{1,6})?$', '')
C16 = ('1A', 'AD', 'AE', 'AF', 'AG', 'AI', 'AL', 'AM', 'AO', 'AQ', 'AR', 'AS', 'AT', 'AU', 'AW', 'AX', 'AZ', 'BA', 'BB', 'BD', 'BE', 'BF', 'BG', 'BH', 'BI', 'BJ', 'BL', 'BM', 'BN', 'BO', 'BQ', 'BR', 'BS', 'BT', 'BV', 'BW', 'BY', 'BZ', 'CA', 'CC', 'CD', 'CF', 'CG', 'CH', 'CI', 'CK', 'CL', 'CM', 'CN', 'CO', 'CR', 'CU', 'CV', 'CW', 'CX', 'CY', 'CZ', 'DE', 'DJ', 'DK', 'DM', 'DO', 'DZ', 'EC', 'EE', 'EG', 'EH', 'ER', 'ES', 'ET', 'FI', 'FJ', 'FK', 'FM', 'FO', 'FR', 'GA', 'GB', 'GD', 'GE', 'GF', 'GG', 'GH', 'GI', 'GL', 'GM', 'GN', 'GP', 'GQ', 'GR', 'GS', 'GT', 'GU', 'GW', 'GY', 'HK', 'HM', 'HN', 'HR', 'HT', 'HU', 'ID', 'IE', 'IL', 'IM', 'IN', 'IO', 'IQ', 'IR', 'IS', 'IT', 'JE', 'JM', 'JO', 'JP', 'KE', 'KG', 'KH', 'KI', 'KM', 'KN', 'KP', 'KR', 'KW', 'KY', 'KZ', 'LA', 'LB', 'LC', 'LI', 'LK', 'LR', 'LS', 'LT', 'LU', 'LV', 'LY', 'MA', 'MC', 'MD', 'ME', 'MF', 'MG', 'MH', 'MK', 'ML', 'MM', 'MN', 'MO', 'MP', 'MQ', 'MR', 'MS', 'MT', 'MU', 'MV', 'MW', 'MX', 'MY', 'MZ', 'NA', 'NC', 'NE', 'NF', 'NG', 'NI', 'NL', 'NO', 'NP', 'NR', 'NU', 'NZ', 'OM', 'PA', 'PE', 'PF', 'PG', 'PH', 'PK', 'PL', 'PM', 'PN', 'PR', 'PS', 'PT', 'PW', 'PY', 'QA', 'RE', 'RO', 'RS', 'RU', 'RW', 'SA', 'SB', 'SC', 'SD', 'SE', 'SG', 'SH', 'SI', 'SJ', 'SK', 'SL', 'SM', 'SN', 'SO', 'SR', 'SS', 'ST', 'SV', 'SX', 'SY', 'SZ', 'TC', 'TD', 'TF', 'TG', 'TH', 'TJ', 'TK', 'TL', 'TM', 'TN', 'TO', 'TR', 'TT', 'TV', 'TW', 'TZ', 'UA', 'UG', 'UM', 'US', 'UY', 'UZ', 'VA', 'VC', 'VE', 'VG', 'VI', 'VN', 'VU', 'WF', 'WS', 'XI', 'YE', 'YT', 'ZA', 'ZM', 'ZW',)
C17 = frozenset(['1A', 'AD', 'AE', 'AF', 'AG', 'AI', 'AL', 'AM', 'AO', 'AQ', 'AR', 'AS', 'AT', 'AU', 'AW', 'AX', 'AZ', 'BA', 'BB', 'BD', 'BE', 'BF', 'BG', 'BH', 'BI', 'BJ', 'BL', 'BM', 'BN', 'BO', 'BQ', 'BR', 'BS', 'BT', 'BV', 'BW', 'BY', 'BZ', 'CA', 'CC', 'CD', 'CF', 'CG', 'CH', 'CI', 'CK', 'CL', 'CM', 'CN', 'CO', 'CR', 'CU', 'CV', 'CW', 'CX', 'CY', 'CZ', 'DE', 'DJ', 'DK', 'DM', 'DO', 'DZ', 'EC', 'EE', 'EG', 'EH', 'ER', 'ES', 'ET', 'FI', 'FJ', 'FK', 'FM', 'FO', 'FR', 'GA', 'GB', 'GD', 'GE', 'GF', 'GG', 'GH', 'GI', 'GL', 'GM', 'GN', 'GP', 'GQ', 'GR', 'GS', 'GT', 'GU', 'GW', 'GY', 'HK', 'HM', 'HN', 'HR', 'HT', 'HU', 'ID', 'IE', 'IL', 'IM', 'IN', 'IO', 'IQ', 'IR', 'IS', 'IT', 'JE', 'JM', 'JO', 'JP', 'KE', 'KG', 'KH', 'KI', 'KM', 'KN', 'KP', 'KR', 'KW', 'KY', 'KZ', 'LA', 'LB', 'LC', 'LI', 'LK', 'LR', 'LS', 'LT', 'LU', 'LV', 'LY', 'MA', 'MC', 'MD', 'ME', 'MF', 'MG', 'MH', 'MK', 'ML', 'MM', 'MN', 'MO', 'MP', 'MQ', 'MR', 'MS', 'MT', 'MU', 'MV', 'MW', 'MX', 'MY', 'MZ', 'NA', 'NC', 'NE', 'NF', 'NG', 'NI', 'NL', 'NO', 'NP', 'NR', 'NU', 'NZ', 'OM', 'PA', 'PE', 'PF', 'PG', 'PH', 'PK', 'PL', 'PM', 'PN', 'PR', 'PS', 'PT', 'PW', 'PY', 'QA', 'RE', 'RO', 'RS', 'RU', 'RW', 'SA', 'SB', 'SC', 'SD', 'SE', 'SG', 'SH', 'SI', 'SJ', 'SK', 'SL', 'SM', 'SN', 'SO', 'SR', 'SS', 'ST', 'SV', 'SX', 'SY', 'SZ', 'TC', 'TD', 'TF', 'TG', 'TH', 'TJ', 'TK', 'TL', 'TM', 'TN', 'TO', 'TR', 'TT', 'TV', 'TW', 'TZ', 'UA', 'UG', 'UM', 'US', 'UY', 'UZ', 'VA', 'VC', 'VE', 'VG', 'VI', 'VN', 'VU', 'WF', 'WS', 'XI', 'YE', 'YT', 'ZA', 'ZM', 'ZW'])
C18 = ('aa', 'ab', 'ae', 'af', 'ak', 'am', 'an', 'ar', 'as', 'av', 'ay', 'az', 'ba', 'be', 'bg', 'bh', 'bi', 'bm', 'bn', 'bo', 'br', 'bs', 'ca', 'ce', 'ch', 'co', 'cr', 'cs', 'cu', 'cv', 'cy', 'da', 'de', 'dv', 'dz', 'ee', 'el', 'en', 'eo', 'es', 'et', 'eu', 'fa', 'ff', 'fi', 'fj', 'fo', 'fr', 'fy', 'ga', 'gd', 'gl', 'gn', 'gu', 'gv', 'ha', 'he', 'hi', 'ho', 'hr', 'ht', 'hu', 'hy', 'hz', 'ia', 'id', 'ie', 'ig', 'ii', 'ik', 'io', 'is', 'it', 'iu', 'ja', 'jv', 'ka', 'kg', 'ki', 'kj', 'kk', 'kl', 'km', 'kn', 'ko', 'kr', 'ks', 'ku', 'kv', 'kw', 'ky', 'la', 'lb', 'lg', 'li', 'ln', 'lo', 'lt', 'lu', 'lv', 'mg', 'mh', 'mi', 'mk', 'ml', 'mn', 'mr', 'ms', 'mt', 'my', 'na', 'nb', 'nd', 'ne', 'ng', 'nl', 'nn', 'no', 'nr', 'nv', 'ny', 'oc', 'oj', 'om', 'or', 'os', 'pa', 'pi', 'pl', 'ps', 'pt', 'qu', 'rm', 'rn', 'ro', 'ru', 'rw', 'sa', 'sc', 'sd', 'se', 'sg', 'si', 'sk', 'sl', 'sm', 'sn', 'so', 'sq', 'sr', 'ss', 'st', 'su', 'sv', 'sw', 'ta', 'te', 'tg', 'th', 'ti', 'tk', 'tl', 'tn', 'to', 'tr', 'ts', 'tt', 'tw', 'ty', 'ug', 'uk', 'ur', 'uz', 've', 'vi', 'vo', 'wa', 'wo', 'xh', 'yi', 'yo', 'za', 'zh', 'zu',)
C19 = frozenset(['aa', 'ab', 'ae', 'af', 'ak', 'am', 'an', 'ar', 'as', 'av', 'ay', 'az', 'ba', 'be', 'bg', 'bh', 'bi', 'bm', 'bn', 'bo', 'br', 'bs', 'ca', 'ce', 'ch', 'co', 'cr', 'cs', 'cu', 'cv', 'cy', 'da', 'de', 'dv', 'dz', 'ee', 'el', 'en', 'eo', 'es', 'et', 'eu', 'fa', 'ff', 'fi', 'fj', 'fo', 'fr', 'fy', 'ga', 'gd', 'gl', 'gn', 'gu', 'gv', 'ha', 'he', 'hi', 'ho', 'hr', 'ht', 'hu', 'hy', 'hz', 'ia', 'id', 'ie', 'ig', 'ii', 'ik', 'io', 'is', 'it', 'iu', 'ja', 'jv', 'ka', 'kg', 'ki', 'kj', 'kk', 'kl', 'km', 'kn', 'ko', 'kr', 'ks', 'ku', 'kv', 'kw', 'ky', 'la', 'lb', 'lg', 'li', 'ln', 'lo', 'lt', 'lu', 'lv', 'mg', 'mh', 'mi', 'mk', 'ml', 'mn', 'mr', 'ms', 'mt', 'my', 'na', 'nb', 'nd', 'ne', 'ng', 'nl', 'nn', 'no', 'nr', 'nv', 'ny', 'oc', 'oj', 'om', 'or', 'os', 'pa', 'pi', 'pl', 'ps', 'pt', 'qu', 'rm', 'rn', 'ro', 'ru', 'rw', 'sa', 'sc', 'sd', 'se', 'sg', 'si', 'sk', 'sl', 'sm', 'sn', 'so', 'sq', 'sr', 'ss', 'st', 'su', 'sv', 'sw', 'ta', 'te', 'tg', 'th', 'ti', 'tk', 'tl', 'tn', 'to', 'tr', 'ts', 'tt', 'tw', 'ty', 'ug', 'uk', 'ur', 'uz', 've', 'vi', 'vo', 'wa', 'wo', 'xh', 'yi', 'yo', 'za', 'zh', 'zu'])
C20 = regex('^(REQ|QUO|ORD|ORC|INV|DEV|TES|INF|PRI|DEN|SEI|REC|RES|SDD)[0-9]{2}$', '')
C21 = regex('^(REC|RES|SDD)', '')
C22 = ('Original', 'Copy', 'Cancel',)
C23 = frozenset(['Cancel', 'Copy', 'Original'])
C24 = regex('^([0-9]{2,20}|RF[0-9]{2}[0-9A-Za-z]{1,21})$', '')
C25 = ('SPY', 'ISO',)
C26 = frozenset(['ISO', 'SPY'])
C27 = ('IBAN', 'BBAN',)
C28 = frozenset(['BBAN', 'IBAN'])
C29 = regex('^[+-]?[0-9]{1,15}(,[0-9]{1,15})?$', '')
C30 = regex('^[A-Z0-9]{1,3}$', '')
C31 = ('102', '130', '202', '203', '204', '211', '218', '219', '261', '262', '295', '296', '308', '325', '326', '331', '380', '381', '382', '383', '384', '385', '386', '387', '388', '389', '390', '393', '394', '395', '396', '420', '456', '457', '458', '471', '472', '473', '500', '501', '502', '503', '527', '532', '553', '575', '623', '633', '71', '751', '780', '80', '81', '817', '82', '83', '84', '870', '875', '876', '877', '935',)
C32 = ('3', '35', '432',)
C33 = frozenset(['3', '35', '432'])
C34 = ('AE', 'B', 'E', 'G', 'K', 'L', 'M', 'O', 'S', 'Z',)
C35 = ('100', '102', '103', '104', '105', '41', '42', '60', '62', '63', '64', '65', '66', '67', '68', '70', '71', '88', '95',)
C36 = frozenset(['100', '102', '103', '104', '105', '41', '42', '60', '62', '63', '64', '65', '66', '67', '68', '70', '71', '88', '95'])
C37 = ('AA', 'AAA', 'AAC', 'AAD', 'AAE', 'AAF', 'AAH', 'AAI', 'AAS', 'AAT', 'AAV', 'AAY', 'AAZ', 'ABA', 'ABB', 'ABC', 'ABD', 'ABF', 'ABK', 'ABL', 'ABN', 'ABR', 'ABS', 'ABT', 'ABU', 'ACF', 'ACG', 'ACH', 'ACI', 'ACJ', 'ACK', 'ACL', 'ACM', 'ACS', 'ADC', 'ADE', 'ADJ', 'ADK', 'ADL', 'ADM', 'ADN', 'ADO', 'ADP', 'ADQ', 'ADR', 'ADT', 'ADW', 'ADY', 'ADZ', 'AEA', 'AEB', 'AEC', 'AED', 'AEF', 'AEH', 'AEI', 'AEJ', 'AEK', 'AEL', 'AEM', 'AEN', 'AEO', 'AEP', 'AES', 'AET', 'AEU', 'AEV', 'AEW', 'AEX', 'AEY', 'AEZ', 'AJ', 'AU', 'CA', 'CAB', 'CAD', 'CAE', 'CAF', 'CAI', 'CAJ', 'CAK', 'CAL', 'CAM', 'CAN', 'CAO', 'CAP', 'CAQ', 'CAR', 'CAS', 'CAT', 'CAU', 'CAV', 'CAW', 'CAX', 'CAY', 'CAZ', 'CD', 'CG', 'CS', 'CT', 'DAB', 'DAC', 'DAD', 'DAF', 'DAG', 'DAH', 'DAI', 'DAJ', 'DAK', 'DAL', 'DAM', 'DAN', 'DAO', 'DAP', 'DAQ', 'DL', 'EG', 'EP', 'ER', 'FAA', 'FAB', 'FAC', 'FC', 'FH', 'FI', 'GAA', 'HAA', 'HD', 'HH', 'IAA', 'IAB', 'ID', 'IF', 'IR', 'IS', 'KO', 'L1', 'LA', 'LAA', 'LAB', 'LF', 'MAE', 'MI', 'ML', 'NAA', 'OA', 'PA', 'PAA', 'PC', 'PL', 'PRV', 'RAB', 'RAC', 'RAD', 'RAF', 'RE', 'RF', 'RH', 'RV', 'SA', 'SAA', 'SAD', 'SAE', 'SAI', 'SG', 'SH', 'SM', 'SU', 'TAB', 'TAC', 'TT', 'TV', 'V1', 'V2', 'WH', 'XAA', 'YY', 'ZZZ',)
C38 = frozenset(['AA', 'AAA', 'AAC', 'AAD', 'AAE', 'AAF', 'AAH', 'AAI', 'AAS', 'AAT', 'AAV', 'AAY', 'AAZ', 'ABA', 'ABB', 'ABC', 'ABD', 'ABF', 'ABK', 'ABL', 'ABN', 'ABR', 'ABS', 'ABT', 'ABU', 'ACF', 'ACG', 'ACH', 'ACI', 'ACJ', 'ACK', 'ACL', 'ACM', 'ACS', 'ADC', 'ADE', 'ADJ', 'ADK', 'ADL', 'ADM', 'ADN', 'ADO', 'ADP', 'ADQ', 'ADR', 'ADT', 'ADW', 'ADY', 'ADZ', 'AEA', 'AEB', 'AEC', 'AED', 'AEF', 'AEH', 'AEI', 'AEJ', 'AEK', 'AEL', 'AEM', 'AEN', 'AEO', 'AEP', 'AES', 'AET', 'AEU', 'AEV', 'AEW', 'AEX', 'AEY', 'AEZ', 'AJ', 'AU', 'CA', 'CAB', 'CAD', 'CAE', 'CAF', 'CAI', 'CAJ', 'CAK', 'CAL', 'CAM', 'CAN', 'CAO', 'CAP', 'CAQ', 'CAR', 'CAS', 'CAT', 'CAU', 'CAV', 'CAW', 'CAX', 'CAY', 'CAZ', 'CD', 'CG', 'CS', 'CT', 'DAB', 'DAC', 'DAD', 'DAF', 'DAG', 'DAH', 'DAI', 'DAJ', 'DAK', 'DAL', 'DAM', 'DAN', 'DAO', 'DAP', 'DAQ', 'DL', 'EG', 'EP', 'ER', 'FAA', 'FAB', 'FAC', 'FC', 'FH', 'FI', 'GAA', 'HAA', 'HD', 'HH', 'IAA', 'IAB', 'ID', 'IF', 'IR', 'IS', 'KO', 'L1', 'LA', 'LAA', 'LAB', 'LF', 'MAE', 'MI', 'ML', 'NAA', 'OA', 'PA', 'PAA', 'PC', 'PL', 'PRV', 'RAB', 'RAC', 'RAD', 'RAF', 'RE', 'RF', 'RH', 'RV', 'SA', 'SAA', 'SAD', 'SAE', 'SAI', 'SG', 'SH', 'SM', 'SU', 'TAB', 'TAC', 'TT', 'TV', 'V1', 'V2', 'WH', 'XAA', 'YY', 'ZZZ'])
C39 = ('1', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '2', '20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '3', '30', '31', '32', '33', '34', '35', '36', '37', '38', '39', '4', '40', '41', '42', '43', '44', '45', '46', '47', '48', '49', '5', '50', '51', '52', '53', '54', '55', '56', '57', '58', '59', '6', '60', '61', '62', '63', '64', '65', '66', '67', '68', '69', '7', '70', '74', '75', '76', '77', '78', '8', '9', '91', '92', '93', '94', '95', '96', '97', '98', 'ZZZ',)
C40 = frozenset(['1', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '2', '20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '3', '30', '31', '32', '33', '34', '35', '36', '37', '38', '39', '4', '40', '41', '42', '43', '44', '45', '46', '47', '48', '49', '5', '50', '51', '52', '53', '54', '55', '56', '57', '58', '59', '6', '60', '61', '62', '63', '64', '65', '66', '67', '68', '69', '7', '70', '74', '75', '76', '77', '78', '8', '9', '91', '92', '93', '94', '95', '96', '97', '98', 'ZZZ'])
C41 = ('AA', 'AB', 'AC', 'AD', 'AE', 'AF', 'AG', 'AH', 'AI', 'AJ', 'AK', 'AL', 'AM', 'AN', 'AO', 'AP', 'AQ', 'AR', 'AS', 'AT', 'AU', 'AV', 'AW', 'AX', 'AY', 'AZ', 'BA', 'BB', 'BC', 'BD', 'BE', 'BF', 'BG', 'BH', 'BI', 'BJ', 'BK', 'BL', 'BM', 'BN', 'BO', 'BP', 'BQ', 'BR', 'BS', 'BT', 'BU', 'BV', 'BW', 'BX', 'BY', 'BZ', 'CC', 'CG', 'CL', 'CR', 'CV', 'DR', 'DW', 'EC', 'EF', 'EMD', 'EN', 'FS', 'GB', 'GMN', 'GN', 'GS', 'HS', 'IB', 'IN', 'IS', 'IT', 'IZ', 'MA', 'MF', 'MN', 'MP', 'NB', 'ON', 'PD', 'PL', 'PO', 'PPI', 'PV', 'QS', 'RC', 'RN', 'RU', 'RY', 'SA', 'SG', 'SK', 'SN', 'SRS', 'SRT', 'SRU', 'SRV', 'SRW', 'SRX', 'SRY', 'SRZ', 'SS', 'SSA', 'SSB', 'SSC', 'SSD', 'SSE', 'SSF', 'SSG', 'SSH', 'SSI', 'SSJ', 'SSK', 'SSL', 'SSM', 'SSN', 'SSO', 'SSP', 'SSQ', 'SSR', 'SSS', 'SST', 'SSU', 'SSV', 'SSW', 'SSX', 'SSY', 'SSZ', 'ST', 'STA', 'STB', 'STC', 'STD', 'STE', 'STF', 'STG', 'STH', 'STI', 'STJ', 'STK', 'STL', 'STM', 'STN', 'STO', 'STP', 'STQ', 'STR', 'STS', 'STT', 'STU', 'STV', 'STW', 'STX', 'STY', 'STZ', 'SUA', 'SUB', 'SUC', 'SUD', 'SUE', 'SUF', 'SUG', 'SUH', 'SUI', 'SUJ', 'SUK', 'SUL', 'SUM', 'TG', 'TSN', 'TSO', 'TSP', 'TSQ', 'TSR', 'TSS', 'TST', 'TSU', 'UA', 'UP', 'VN', 'VP', 'VS', 'VX', 'ZZZ',)
C42 = frozenset(['AA', 'AB', 'AC', 'AD', 'AE', 'AF', 'AG', 'AH', 'AI', 'AJ', 'AK', 'AL', 'AM', 'AN', 'AO', 'AP', 'AQ', 'AR', 'AS', 'AT', 'AU', 'AV', 'AW', 'AX', 'AY', 'AZ', 'BA', 'BB', 'BC', 'BD', 'BE', 'BF', 'BG', 'BH', 'BI', 'BJ', 'BK', 'BL', 'BM', 'BN', 'BO', 'BP', 'BQ', 'BR', 'BS', 'BT', 'BU', 'BV', 'BW', 'BX', 'BY', 'BZ', 'CC', 'CG', 'CL', 'CR', 'CV', 'DR', 'DW', 'EC', 'EF', 'EMD', 'EN', 'FS', 'GB', 'GMN', 'GN', 'GS', 'HS', 'IB', 'IN', 'IS', 'IT', 'IZ', 'MA', 'MF', 'MN', 'MP', 'NB', 'ON', 'PD', 'PL', 'PO', 'PPI', 'PV', 'QS', 'RC', 'RN', 'RU', 'RY', 'SA', 'SG', 'SK', 'SN', 'SRS', 'SRT', 'SRU', 'SRV', 'SRW', 'SRX', 'SRY', 'SRZ', 'SS', 'SSA', 'SSB', 'SSC', 'SSD', 'SSE', 'SSF', 'SSG', 'SSH', 'SSI', 'SSJ', 'SSK', 'SSL', 'SSM', 'SSN', 'SSO', 'SSP', 'SSQ', 'SSR', 'SSS', 'SST', 'SSU', 'SSV', 'SSW', 'SSX', 'SSY', 'SSZ', 'ST', 'STA', 'STB', 'STC', 'STD', 'STE', 'STF', 'STG', 'STH', 'STI', 'STJ', 'STK', 'STL', 'STM', 'STN', 'STO', 'STP', 'STQ', 'STR', 'STS', 'STT', 'STU', 'STV', 'STW', 'STX', 'STY', 'STZ', 'SUA', 'SUB', 'SUC', 'SUD', 'SUE', 'SUF', 'SUG', 'SUH', 'SUI', 'SUJ', 'SUK', 'SUL', 'SUM', 'TG', 'TSN', 'TSO', 'TSP', 'TSQ', 'TSR', 'TSS', 'TST', 'TSU', 'UA', 'UP', 'VN', 'VP', 'VS', 'VX', 'ZZZ'])
C43 = ('AAA', 'AAB', 'AAC', 'AAD', 'AAE', 'AAF', 'AAG', 'AAH', 'AAI', 'AAJ', 'AAK', 'AAL', 'AAM', 'AAN', 'AAO', 'AAP', 'AAQ', 'AAR', 'AAS', 'AAT', 'AAU', 'AAV', 'AAW', 'AAX', 'AAY', 'AAZ', 'ABA', 'ABB', 'ABC', 'ABD', 'ABE', 'ABF', 'ABG', 'ABH', 'ABI', 'ABJ', 'ABK', 'ABL', 'ABM', 'ABN', 'ABO', 'ABP', 'ABQ', 'ABR', 'ABS', 'ABT', 'ABU', 'ABV', 'ABW', 'ABX', 'ABY', 'ABZ', 'AC', 'ACA', 'ACB', 'ACC', 'ACD', 'ACE', 'ACF', 'ACG', 'ACH', 'ACI', 'ACJ', 'ACK', 'ACL', 'ACN', 'ACO', 'ACP', 'ACQ', 'ACR', 'ACT', 'ACU', 'ACV', 'ACW', 'ACX', 'ACY', 'ACZ', 'ADA', 'ADB', 'ADC', 'ADD', 'ADE', 'ADF', 'ADG', 'ADI', 'ADJ', 'ADK', 'ADL', 'ADM', 'ADN', 'ADO', 'ADP', 'ADQ', 'ADT', 'ADU', 'ADV', 'ADW', 'ADX', 'ADY', 'ADZ', 'AE', 'AEA', 'AEB', 'AEC', 'AED', 'AEE', 'AEF', 'AEG', 'AEH', 'AEI', 'AEJ', 'AEK', 'AEL', 'AEM', 'AEN', 'AEO', 'AEP', 'AEQ', 'AER', 'AES', 'AET', 'AEU', 'AEV', 'AEW', 'AEX', 'AEY', 'AEZ', 'AF', 'AFA', 'AFB', 'AFC', 'AFD', 'AFE', 'AFF', 'AFG', 'AFH', 'AFI', 'AFJ', 'AFK', 'AFL', 'AFM', 'AFN', 'AFO', 'AFP', 'AFQ', 'AFR', 'AFS', 'AFT', 'AFU', 'AFV', 'AFW', 'AFX', 'AFY', 'AFZ', 'AGA', 'AGB', 'AGC', 'AGD', 'AGE', 'AGF', 'AGG', 'AGH', 'AGI', 'AGJ', 'AGK', 'AGL', 'AGM', 'AGN', 'AGO', 'AGP', 'AGQ', 'AGR', 'AGS', 'AGT', 'AGU', 'AGV', 'AGW', 'AGX', 'AGY', 'AGZ', 'AHA', 'AHB', 'AHC', 'AHD', 'AHE', 'AHF', 'AHG', 'AHH', 'AHI', 'AHJ', 'AHK', 'AHL', 'AHM', 'AHN', 'AHO', 'AHP', 'AHQ', 'AHR', 'AHS', 'AHT', 'AHU', 'AHV', 'AHX', 'AHY', 'AHZ', 'AIA', 'AIB', 'AIC', 'AID', 'AIE', 'AIF', 'AIG', 'AIH', 'AII', 'AIJ', 'AIK', 'AIL', 'AIM', 'AIN', 'AIO', 'AIP', 'AIQ', 'AIR', 'AIS', 'AIT', 'AIU', 'AIV', 'AIW', 'AIX', 'AIY', 'AIZ', 'AJA', 'AJB', 'AJC', 'AJD', 'AJE', 'AJF', 'AJG', 'AJH', 'AJI', 'AJJ', 'AJK', 'AJL', 'AJM', 'AJN', 'AJO', 'AJP', 'AJQ', 'AJR', 'AJS', 'AJT', 'AJU', 'AJV', 'AJW', 'AJX', 'AJY', 'AJZ', 'AKA', 'AKB', 'AKC', 'AKD', 'AKE', 'AKF', 'AKG', 'AKH', 'AKI', 'AKJ', 'AKK', 'AKL', 'AKM', 'AKN', 'AKO', 'AKP', 'AKQ', 'AKR', 'AKS', 'AKT', 'AKU', 'AKV', 'AKW', 'AKX', 'AKY', 'AKZ', 'ALA', 'ALB', 'ALC', 'ALD', 'ALE', 'ALF', 'ALG', 'ALH', 'ALI', 'ALJ', 'ALK', 'ALL', 'ALM', 'ALN', 'ALO', 'ALP', 'ALQ', 'ALR', 'ALS', 'ALT', 'ALU', 'ALV', 'ALW', 'ALX', 'ALY', 'ALZ', 'AMA', 'AMB', 'AMC', 'AMD', 'AME', 'AMF', 'AMG', 'AMH', 'AMI', 'AMJ', 'AMK', 'AML', 'AMM', 'AMN', 'AMO', 'AMP', 'AMQ', 'AMR', 'AMS', 'AMT', 'AMU', 'AMV', 'AMW', 'AMX', 'AMY', 'AMZ', 'ANA', 'ANB', 'ANC', 'AND', 'ANE', 'ANF', 'ANG', 'ANH', 'ANI', 'ANJ', 'ANK', 'ANL', 'ANM', 'ANN', 'ANO', 'ANP', 'ANQ', 'ANR', 'ANS', 'ANT', 'ANU', 'ANV', 'ANW', 'ANX', 'ANY', 'AOA', 'AOD', 'AOE', 'AOF', 'AOG', 'AOH', 'AOI', 'AOJ', 'AOK', 'AOL', 'AOM', 'AON', 'AOO', 'AOP', 'AOQ', 'AOR', 'AOS', 'AOT', 'AOU', 'AOV', 'AOW', 'AOX', 'AOY', 'AOZ', 'AP', 'APA', 'APB', 'APC', 'APD', 'APE', 'APF', 'APG', 'APH', 'API', 'APJ', 'APK', 'APL', 'APM', 'APN', 'APO', 'APP', 'APQ', 'APR', 'APS', 'APT', 'APU', 'APV', 'APW', 'APX', 'APY', 'APZ', 'AQA', 'AQB', 'AQC', 'AQD', 'AQE', 'AQF', 'AQG', 'AQH', 'AQI', 'AQJ', 'AQK', 'AQL', 'AQM', 'AQN', 'AQO', 'AQP', 'AQQ', 'AQR', 'AQS', 'AQT', 'AQU', 'AQV', 'AQW', 'AQX', 'AQY', 'AQZ', 'ARA', 'ARB', 'ARC', 'ARD', 'ARE', 'ARF', 'ARG', 'ARH', 'ARI', 'ARJ', 'ARK', 'ARL', 'ARM', 'ARN', 'ARO', 'ARP', 'ARQ', 'ARR', 'ARS', 'ART', 'ARU', 'ARV', 'ARW', 'ARX', 'ARY', 'ARZ', 'ASA', 'ASB', 'ASC', 'ASD', 'ASE', 'ASF', 'ASG', 'ASH', 'ASI', 'ASJ', 'ASK', 'ASL', 'ASM', 'ASN', 'ASO', 'ASP', 'ASQ', 'ASR', 'ASS', 'AST', 'ASU', 'ASV', 'ASW', 'ASX', 'ASY', 'ASZ', 'ATA', 'ATB', 'ATC', 'ATD', 'ATE', 'ATF', 'ATG', 'ATH', 'ATI', 'ATJ', 'ATK', 'ATL', 'ATM', 'ATN', 'ATO', 'ATP', 'ATQ', 'ATR', 'ATS', 'ATT', 'ATU', 'ATV', 'ATW', 'ATX', 'ATY', 'ATZ', 'AU', 'AUA', 'AUB', 'AUC', 'AUD', 'AUE', 'AUF', 'AUG', 'AUH', 'AUI', 'AUJ', 'AUK', 'AUL', 'AUM', 'AUN', 'AUO', 'AUP', 'AUQ', 'AUR', 'AUS', 'AUT', 'AUU', 'AUV', 'AUW', 'AUX', 'AUY', 'AUZ', 'AV', 'AVA', 'AVB', 'AVC', 'AVD', 'AVE', 'AVF', 'AVG', 'AVH', 'AVI', 'AVJ', 'AVK', 'AVL', 'AVM', 'AVN', 'AVO', 'AVP', 'AVQ', 'AVR', 'AVS', 'AVT', 'AVU', 'AVV', 'AVW', 'AVX', 'AVY', 'AVZ', 'AWA', 'AWB', 'AWC', 'AWD', 'AWE', 'AWF', 'AWG', 'AWH', 'AWI', 'AWJ', 'AWK', 'AWL', 'AWM', 'AWN', 'AWO', 'AWP', 'AWQ', 'AWR', 'AWS', 'AWT', 'AWU', 'AWV', 'AWW', 'AWX', 'AWY', 'AWZ', 'AXA', 'AXB', 'AXC', 'AXD', 'AXE', 'AXF', 'AXG', 'AXH', 'AXI', 'AXJ', 'AXK', 'AXL', 'AXM', 'AXN', 'AXO', 'AXP', 'AXQ', 'AXR', 'AXS', 'AXU', 'BA', 'BC', 'BD', 'BE', 'BH', 'BM', 'BN', 'BO', 'BR', 'BT', 'BTP', 'BW', 'CAS', 'CAT', 'CAU', 'CAV', 'CAW', 'CAX', 'CAY', 'CAZ', 'CBA', 'CBB', 'CD', 'CEC', 'CED', 'CFE', 'CFF', 'CFO', 'CG', 'CH', 'CK', 'CKN', 'CM', 'CMR', 'CN', 'CNO', 'COF', 'CP', 'CR', 'CRN', 'CS', 'CST', 'CT', 'CU', 'CV', 'CW', 'CZ', 'DA', 'DAN', 'DB', 'DI', 'DL', 'DM', 'DQ', 'DR', 'EA', 'EB', 'ED', 'EE', 'EEP', 'EI', 'EN', 'EQ', 'ER', 'ERN', 'ET', 'EX', 'FC', 'FF', 'FI', 'FLW', 'FN', 'FO', 'FS', 'FT', 'FV', 'FX', 'GA', 'GC', 'GD', 'GDN', 'GN', 'HS', 'HWB', 'IA', 'IB', 'ICA', 'ICE', 'ICO', 'II', 'IL', 'INB', 'INN', 'INO', 'IP', 'IS', 'IT', 'IV', 'JB', 'JE', 'LA', 'LAN', 'LAR', 'LB', 'LC', 'LI', 'LO', 'LRC', 'LS', 'MA', 'MB', 'MF', 'MG', 'MH', 'MR', 'MRN', 'MS', 'MSS', 'MWB', 'NA', 'NF', 'OH', 'OI', 'ON', 'OP', 'OR', 'PB', 'PC', 'PD', 'PE', 'PF', 'PI', 'PK', 'PL', 'POR', 'PP', 'PQ', 'PR', 'PS', 'PW', 'PY', 'RA', 'RC', 'RCN', 'RE', 'REN', 'RF', 'RR', 'RT', 'SA', 'SB', 'SD', 'SE', 'SEA', 'SF', 'SH', 'SI', 'SM', 'SN', 'SP', 'SQ', 'SRN', 'SS', 'STA', 'SW', 'SZ', 'TB', 'TCR', 'TE', 'TF', 'TI', 'TIN', 'TL', 'TN', 'TP', 'UAR', 'UC', 'UCN', 'UN', 'UO', 'URI', 'VA', 'VC', 'VGR', 'VM', 'VN', 'VON', 'VOR', 'VP', 'VR', 'VS', 'VT', 'VV', 'WE', 'WM', 'WN', 'WR', 'WS', 'WY', 'XA', 'XC', 'XP', 'ZZZ',)
C44 = frozenset(['AAA', 'AAB', 'AAC', 'AAD', 'AAE', 'AAF', 'AAG', 'AAH', 'AAI', 'AAJ', 'AAK', 'AAL', 'AAM', 'AAN', 'AAO', 'AAP', 'AAQ', 'AAR', 'AAS', 'AAT', 'AAU', 'AAV', 'AAW', 'AAX', 'AAY', 'AAZ', 'ABA', 'ABB', 'ABC', 'ABD', 'ABE', 'ABF', 'ABG', 'ABH', 'ABI', 'ABJ', 'ABK', 'ABL', 'ABM', 'ABN', 'ABO', 'ABP', 'ABQ', 'ABR', 'ABS', 'ABT', 'ABU', 'ABV', 'ABW', 'ABX', 'ABY', 'ABZ', 'AC', 'ACA', 'ACB', 'ACC', 'ACD', 'ACE', 'ACF', 'ACG', 'ACH', 'ACI', 'ACJ', 'ACK', 'ACL', 'ACN', 'ACO', 'ACP', 'ACQ', 'ACR', 'ACT', 'ACU', 'ACV', 'ACW', 'ACX', 'ACY', 'ACZ', 'ADA', 'ADB', 'ADC', 'ADD', 'ADE', 'ADF', 'ADG', 'ADI', 'ADJ', 'ADK', 'ADL', 'ADM', 'ADN', 'ADO', 'ADP', 'ADQ', 'ADT', 'ADU', 'ADV', 'ADW', 'ADX', 'ADY', 'ADZ', 'AE', 'AEA', 'AEB', 'AEC', 'AED', 'AEE', 'AEF', 'AEG', 'AEH', 'AEI', 'AEJ', 'AEK', 'AEL', 'AEM', 'AEN', 'AEO', 'AEP', 'AEQ', 'AER', 'AES', 'AET', 'AEU', 'AEV', 'AEW', 'AEX', 'AEY', 'AEZ', 'AF', 'AFA', 'AFB', 'AFC', 'AFD', 'AFE', 'AFF', 'AFG', 'AFH', 'AFI', 'AFJ', 'AFK', 'AFL', 'AFM', 'AFN', 'AFO', 'AFP', 'AFQ', 'AFR', 'AFS', 'AFT', 'AFU', 'AFV', 'AFW', 'AFX', 'AFY', 'AFZ', 'AGA', 'AGB', 'AGC', 'AGD', 'AGE', 'AGF', 'AGG', 'AGH', 'AGI', 'AGJ', 'AGK', 'AGL', 'AGM', 'AGN', 'AGO', 'AGP', 'AGQ', 'AGR', 'AGS', 'AGT', 'AGU', 'AGV', 'AGW', 'AGX', 'AGY', 'AGZ', 'AHA', 'AHB', 'AHC', 'AHD', 'AHE', 'AHF', 'AHG', 'AHH', 'AHI', 'AHJ', 'AHK', 'AHL', 'AHM', 'AHN', 'AHO', 'AHP', 'AHQ', 'AHR', 'AHS', 'AHT', 'AHU', 'AHV', 'AHX', 'AHY', 'AHZ', 'AIA', 'AIB', 'AIC', 'AID', 'AIE', 'AIF', 'AIG', 'AIH', 'AII', 'AIJ', 'AIK', 'AIL', 'AIM', 'AIN', 'AIO', 'AIP', 'AIQ', 'AIR', 'AIS', 'AIT', 'AIU', 'AIV', 'AIW', 'AIX', 'AIY', 'AIZ', 'AJA', 'AJB', 'AJC', 'AJD', 'AJE', 'AJF', 'AJG', 'AJH', 'AJI', 'AJJ', 'AJK', 'AJL', 'AJM', 'AJN', 'AJO', 'AJP', 'AJQ', 'AJR', 'AJS', 'AJT', 'AJU', 'AJV', 'AJW', 'AJX', 'AJY', 'AJZ', 'AKA', 'AKB', 'AKC', 'AKD', 'AKE', 'AKF', 'AKG', 'AKH', 'AKI', 'AKJ', 'AKK', 'AKL', 'AKM', 'AKN', 'AKO', 'AKP', 'AKQ', 'AKR', 'AKS', 'AKT', 'AKU', 'AKV', 'AKW', 'AKX', 'AKY', 'AKZ', 'ALA', 'ALB', 'ALC', 'ALD', 'ALE', 'ALF', 'ALG', 'ALH', 'ALI', 'ALJ', 'ALK', 'ALL', 'ALM', 'ALN', 'ALO', 'ALP', 'ALQ', 'ALR', 'ALS', 'ALT', 'ALU', 'ALV', 'ALW', 'ALX', 'ALY', 'ALZ', 'AMA', 'AMB', 'AMC', 'AMD', 'AME', 'AMF', 'AMG', 'AMH', 'AMI', 'AMJ', 'AMK', 'AML', 'AMM', 'AMN', 'AMO', 'AMP', 'AMQ', 'AMR', 'AMS', 'AMT', 'AMU', 'AMV', 'AMW', 'AMX', 'AMY', 'AMZ', 'ANA', 'ANB', 'ANC', 'AND', 'ANE', 'ANF', 'ANG', 'ANH', 'ANI', 'ANJ', 'ANK', 'ANL', 'ANM', 'ANN', 'ANO', 'ANP', 'ANQ', 'ANR', 'ANS', 'ANT', 'ANU', 'ANV', 'ANW', 'ANX', 'ANY', 'AOA', 'AOD', 'AOE', 'AOF', 'AOG', 'AOH', 'AOI', 'AOJ', 'AOK', 'AOL', 'AOM', 'AON', 'AOO', 'AOP', 'AOQ', 'AOR', 'AOS', 'AOT', 'AOU', 'AOV', 'AOW', 'AOX', 'AOY', 'AOZ', 'AP', 'APA', 'APB', 'APC', 'APD', 'APE', 'APF', 'APG', 'APH', 'API', 'APJ', 'APK', 'APL', 'APM', 'APN', 'APO', 'APP', 'APQ', 'APR', 'APS', 'APT', 'APU', 'APV', 'APW', 'APX', 'APY', 'APZ', 'AQA', 'AQB', 'AQC', 'AQD', 'AQE', 'AQF', 'AQG', 'AQH', 'AQI', 'AQJ', 'AQK', 'AQL', 'AQM', 'AQN', 'AQO', 'AQP', 'AQQ', 'AQR', 'AQS', 'AQT', 'AQU', 'AQV', 'AQW', 'AQX', 'AQY', 'AQZ', 'ARA', 'ARB', 'ARC', 'ARD', 'ARE', 'ARF', 'ARG', 'ARH', 'ARI', 'ARJ', 'ARK', 'ARL', 'ARM', 'ARN', 'ARO', 'ARP', 'ARQ', 'ARR', 'ARS', 'ART', 'ARU', 'ARV', 'ARW', 'ARX', 'ARY', 'ARZ', 'ASA', 'ASB', 'ASC', 'ASD', 'ASE', 'ASF', 'ASG', 'ASH', 'ASI', 'ASJ', 'ASK', 'ASL', 'ASM', 'ASN', 'ASO', 'ASP', 'ASQ', 'ASR', 'ASS', 'AST', 'ASU', 'ASV', 'ASW', 'ASX', 'ASY', 'ASZ', 'ATA', 'ATB', 'ATC', 'ATD', 'ATE', 'ATF', 'ATG', 'ATH', 'ATI', 'ATJ', 'ATK', 'ATL', 'ATM', 'ATN', 'ATO', 'ATP', 'ATQ', 'ATR', 'ATS', 'ATT', 'ATU', 'ATV', 'ATW', 'ATX', 'ATY', 'ATZ', 'AU', 'AUA', 'AUB', 'AUC', 'AUD', 'AUE', 'AUF', 'AUG', 'AUH', 'AUI', 'AUJ', 'AUK', 'AUL', 'AUM', 'AUN', 'AUO', 'AUP', 'AUQ', 'AUR', 'AUS', 'AUT', 'AUU', 'AUV', 'AUW', 'AUX', 'AUY', 'AUZ', 'AV', 'AVA', 'AVB', 'AVC', 'AVD', 'AVE', 'AVF', 'AVG', 'AVH', 'AVI', 'AVJ', 'AVK', 'AVL', 'AVM', 'AVN', 'AVO', 'AVP', 'AVQ', 'AVR', 'AVS', 'AVT', 'AVU', 'AVV', 'AVW', 'AVX', 'AVY', 'AVZ', 'AWA', 'AWB', 'AWC', 'AWD', 'AWE', 'AWF', 'AWG', 'AWH', 'AWI', 'AWJ', 'AWK', 'AWL', 'AWM', 'AWN', 'AWO', 'AWP', 'AWQ', 'AWR', 'AWS', 'AWT', 'AWU', 'AWV', 'AWW', 'AWX', 'AWY', 'AWZ', 'AXA', 'AXB', 'AXC', 'AXD', 'AXE', 'AXF', 'AXG', 'AXH', 'AXI', 'AXJ', 'AXK', 'AXL', 'AXM', 'AXN', 'AXO', 'AXP', 'AXQ', 'AXR', 'AXS', 'AXU', 'BA', 'BC', 'BD', 'BE', 'BH', 'BM', 'BN', 'BO', 'BR', 'BT', 'BTP', 'BW', 'CAS', 'CAT', 'CAU', 'CAV', 'CAW', 'CAX', 'CAY', 'CAZ', 'CBA', 'CBB', 'CD', 'CEC', 'CED', 'CFE', 'CFF', 'CFO', 'CG', 'CH', 'CK', 'CKN', 'CM', 'CMR', 'CN', 'CNO', 'COF', 'CP', 'CR', 'CRN', 'CS', 'CST', 'CT', 'CU', 'CV', 'CW', 'CZ', 'DA', 'DAN', 'DB', 'DI', 'DL', 'DM', 'DQ', 'DR', 'EA', 'EB', 'ED', 'EE', 'EEP', 'EI', 'EN', 'EQ', 'ER', 'ERN', 'ET', 'EX', 'FC', 'FF', 'FI', 'FLW', 'FN', 'FO', 'FS', 'FT', 'FV', 'FX', 'GA', 'GC', 'GD', 'GDN', 'GN', 'HS', 'HWB', 'IA', 'IB', 'ICA', 'ICE', 'ICO', 'II', 'IL', 'INB', 'INN', 'INO', 'IP', 'IS', 'IT', 'IV', 'JB', 'JE', 'LA', 'LAN', 'LAR', 'LB', 'LC', 'LI', 'LO', 'LRC', 'LS', 'MA', 'MB', 'MF', 'MG', 'MH', 'MR', 'MRN', 'MS', 'MSS', 'MWB', 'NA', 'NF', 'OH', 'OI', 'ON', 'OP', 'OR', 'PB', 'PC', 'PD', 'PE', 'PF', 'PI', 'PK', 'PL', 'POR', 'PP', 'PQ', 'PR', 'PS', 'PW', 'PY', 'RA', 'RC', 'RCN', 'RE', 'REN', 'RF', 'RR', 'RT', 'SA', 'SB', 'SD', 'SE', 'SEA', 'SF', 'SH', 'SI', 'SM', 'SN', 'SP', 'SQ', 'SRN', 'SS', 'STA', 'SW', 'SZ', 'TB', 'TCR', 'TE', 'TF', 'TI', 'TIN', 'TL', 'TN', 'TP', 'UAR', 'UC', 'UCN', 'UN', 'UO', 'URI', 'VA', 'VC', 'VGR', 'VM', 'VN', 'VON', 'VOR', 'VP', 'VR', 'VS', 'VT', 'VV', 'WE', 'WM', 'WN', 'WR', 'WS', 'WY', 'XA', 'XC', 'XP', 'ZZZ'])
C45 = regex('^[0-9]{4}$', '')
C46 = ('0002', '0003', '0004', '0005', '0006', '0007', '0008', '0009', '0010', '0011', '0012', '0013', '0014', '0015', '0016', '0017', '0018', '0019', '0020', '0021', '0022', '0023', '0024', '0025', '0026', '0027', '0028', '0029', '0030', '0031', '0032', '0033', '0034', '0035', '0036', '0037', '0038', '0039', '0040', '0041', '0042', '0043', '0044', '0045', '0046', '0047', '0048', '0049', '0050', '0051', '0052', '0053', '0054', '0055', '0056', '0057', '0058', '0059', '0060', '0061', '0062', '0063', '0064', '0065', '0066', '0067', '0068', '0069', '0070', '0071', '0072', '0073', '0074', '0075', '0076', '0077', '0078', '0079', '0080', '0081', '0082', '0083', '0084', '0085', '0086', '0087', '0088', '0089', '0090', '0091', '0093', '0094', '0095', '0096', '0097', '0098', '0099', '0100', '0101', '0102', '0104', '0105', '0106', '0107', '0108', '0109', '0110', '0111', '0112', '0113', '0114', '0115', '0116', '0117', '0118', '0119', '0120', '0121', '0122', '0123', '0124', '0125', '0126', '0127', '0128', '0129', '0130', '0131', '0132', '0133', '0134', '0135', '0136', '0137', '0138', '0139', '0140', '0141', '0142', '0143', '0144', '0145', '0146', '0147', '0148', '0149', '0150', '0151', '0152', '0153', '0154', '0155', '0156', '0157', '0158', '0159', '0160', '0161', '0162', '0163', '0164', '0165', '0166', '0167', '0168', '0169', '0170', '0171', '0172', '0173', '0174', '0175', '0176', '0177', '0178', '0179', '0180', '0183', '0184', '0185', '0186', '0187', '0188', '0189', '0190', '0191', '0192', '0193', '0194', '0195', '0196', '0197', '0198', '0199', '0200', '0201', '0202', '0203', '0204', '0205', '0206', '0207', '0208', '0209', '0210', '0211', '0212', '0213', '0214', '0215', '0216', '0217', '0218', '0219', '0220', '0221', '0222', '0223', '0224', '0225', '0226', '0227', '0228', '0229', '0230', '0231', '0232', '0233', '0234', '0235', '0236', '0237', '0238', '0239', '0240', '0241', '0242', '0243', '0244', '0245', '0246', '0247', '0248',)
C47 = frozenset(['0002', '0003', '0004', '0005', '0006', '0007', '0008', '0009', '0010', '0011', '0012', '0013', '0014', '0015', '0016', '0017', '0018', '0019', '0020', '0021', '0022', '0023', '0024', '0025', '0026', '0027', '0028', '0029', '0030', '0031', '0032', '0033', '0034', '0035', '0036', '0037', '0038', '0039', '0040', '0041', '0042', '0043', '0044', '0045', '0046', '0047', '0048', '0049', '0050', '0051', '0052', '0053', '0054', '0055', '0056', '0057', '0058', '0059', '0060', '0061', '0062', '0063', '0064', '0065', '0066', '0067', '0068', '0069', '0070', '0071', '0072', '0073', '0074', '0075', '0076', '0077', '0078', '0079', '0080', '0081', '0082', '0083', '0084', '0085', '0086', '0087', '0088', '0089', '0090', '0091', '0093', '0094', '0095', '0096', '0097', '0098', '0099', '0100', '0101', '0102', '0104', '0105', '0106', '0107', '0108', '0109', '0110', '0111', '0112', '0113', '0114', '0115', '0116', '0117', '0118', '0119', '0120', '0121', '0122', '0123', '0124', '0125', '0126', '0127', '0128', '0129', '0130', '0131', '0132', '0133', '0134', '0135', '0136', '0137', '0138', '0139', '0140', '0141', '0142', '0143', '0144', '0145', '0146', '0147', '0148', '0149', '0150', '0151', '0152', '0153', '0154', '0155', '0156', '0157', '0158', '0159', '0160', '0161', '0162', '0163', '0164', '0165', '0166', '0167', '0168', '0169', '0170', '0171', '0172', '0173', '0174', '0175', '0176', '0177', '0178', '0179', '0180', '0183', '0184', '0185', '0186', '0187', '0188', '0189', '0190', '0191', '0192', '0193', '0194', '0195', '0196', '0197', '0198', '0199', '0200', '0201', '0202', '0203', '0204', '0205', '0206', '0207', '0208', '0209', '0210', '0211', '0212', '0213', '0214', '0215', '0216', '0217', '0218', '0219', '0220', '0221', '0222', '0223', '0224', '0225', '0226', '0227', '0228', '0229', '0230', '0231', '0232', '0233', '0234', '0235', '0236', '0237', '0238', '0239', '0240', '0241', '0242', '0243', '0244', '0245', '0246', '0247', '0248'])
C48 = regex('^[A-Z0-9]{2,3}$', '')
C49 = ('10', '11', '13', '14', '15', '1I', '20', '21', '22', '23', '24', '25', '27', '28', '2A', '2B', '2C', '2G', '2H', '2I', '2J', '2K', '2L', '2M', '2N', '2P', '2Q', '2R', '2U', '2X', '2Y', '2Z', '33', '34', '35', '37', '38', '3B', '3C', '40', '41', '4C', '4G', '4H', '4K', '4L', '4M', '4N', '4O', '4P', '4Q', '4R', '4T', '4U', '4W', '4X', '56', '57', '58', '59', '5A', '5B', '5E', '5J', '60', '61', '74', '77', '80', '81', '85', '87', '89', '91', 'A10', 'A11', 'A12', 'A13', 'A14', 'A15', 'A16', 'A17', 'A18', 'A19', 'A2', 'A20', 'A21', 'A22', 'A23', 'A24', 'A26', 'A27', 'A28', 'A29', 'A3', 'A30', 'A31', 'A32', 'A33', 'A34', 'A35', 'A36', 'A37', 'A38', 'A39', 'A4', 'A40', 'A41', 'A42', 'A43', 'A44', 'A45', 'A47', 'A48', 'A49', 'A5', 'A53', 'A54', 'A55', 'A56', 'A59', 'A6', 'A68', 'A69', 'A7', 'A70', 'A71', 'A73', 'A74', 'A75', 'A76', 'A8', 'A84', 'A85', 'A86', 'A87', 'A88', 'A89', 'A9', 'A90', 'A91', 'A93', 'A94', 'A95', 'A96', 'A97', 'A98', 'A99', 'AA', 'AB', 'ACR', 'ACT', 'AD', 'AE', 'AH', 'AI', 'AK', 'AL', 'AMH', 'AMP', 'ANN', 'APZ', 'AQ', 'AS', 'ASM', 'ASU', 'ATM', 'AWG', 'AY', 'AZ', 'B1', 'B10', 'B11', 'B12', 'B13', 'B14', 'B15', 'B16', 'B17', 'B18', 'B19', 'B20', 'B21', 'B22', 'B23', 'B24', 'B25', 'B26', 'B27', 'B28', 'B29', 'B3', 'B30', 'B31', 'B32', 'B33', 'B34', 'B35', 'B4', 'B41', 'B42', 'B43', 'B44', 'B45', 'B46', 'B47', 'B48', 'B49', 'B50', 'B52', 'B53', 'B54', 'B55', 'B56', 'B57', 'B58', 'B59', 'B60', 'B61', 'B62', 'B63', 'B64', 'B66', 'B67', 'B68', 'B69', 'B7', 'B70', 'B71', 'B72', 'B73', 'B74', 'B75', 'B76', 'B77', 'B78', 'B79', 'B8', 'B80', 'B81', 'B82', 'B83', 'B84', 'B85', 'B86', 'B87', 'B88', 'B89', 'B90', 'B91', 'B92', 'B93', 'B94', 'B95', 'B96', 'B97', 'B98', 'B99', 'BAR', 'BB', 'BFT', 'BHP', 'BIL', 'BLD', 'BLL', 'BP', 'BPM', 'BQL', 'BTU', 'BUA', 'BUI', 'C0', 'C10', 'C11', 'C12', 'C13', 'C14', 'C15', 'C16', 'C17', 'C18', 'C19', 'C20', 'C21', 'C22', 'C23', 'C24', 'C25', 'C26', 'C27', 'C28', 'C29', 'C3', 'C30', 'C31', 'C32', 'C33', 'C34', 'C35', 'C36', 'C37', 'C38', 'C39', 'C40', 'C41', 'C42', 'C43', 'C44', 'C45', 'C46', 'C47', 'C48', 'C49', 'C50', 'C51', 'C52', 'C53', 'C54', 'C55', 'C56', 'C57', 'C58', 'C59', 'C60', 'C61', 'C62', 'C63', 'C64', 'C65', 'C66', 'C67', 'C68', 'C69', 'C7', 'C70', 'C71', 'C72', 'C73', 'C74', 'C75', 'C76', 'C78', 'C79', 'C8', 'C80', 'C81', 'C82', 'C83', 'C84', 'C85', 'C86', 'C87', 'C88', 'C89', 'C9', 'C90', 'C91', 'C92', 'C93', 'C94', 'C95', 'C96', 'C97', 'C99', 'CCT', 'CDL', 'CEL', 'CEN', 'CG', 'CGM', 'CKG', 'CLF', 'CLT', 'CMK', 'CMQ', 'CMT', 'CNP', 'CNT', 'COU', 'CTG', 'CTM', 'CTN', 'CUR', 'CWA', 'CWI', 'D03', 'D04', 'D1', 'D10', 'D11', 'D12', 'D13', 'D15', 'D16', 'D17', 'D18', 'D19', 'D2', 'D20', 'D21', 'D22', 'D23', 'D24', 'D25', 'D26', 'D27', 'D29', 'D30', 'D31', 'D32', 'D33', 'D34', 'D36', 'D41', 'D42', 'D43', 'D44', 'D45', 'D46', 'D47', 'D48', 'D49', 'D5', 'D50', 'D51', 'D52', 'D53', 'D54', 'D55', 'D56', 'D57', 'D58', 'D59', 'D6', 'D60', 'D61', 'D62', 'D63', 'D65', 'D68', 'D69', 'D73', 'D74', 'D77', 'D78', 'D80', 'D81', 'D82', 'D83', 'D85', 'D86', 'D87', 'D88', 'D89', 'D91', 'D93', 'D94', 'D95', 'DAA', 'DAD', 'DAY', 'DB', 'DBM', 'DBW', 'DD', 'DEC', 'DG', 'DJ', 'DLT', 'DMA', 'DMK', 'DMO', 'DMQ', 'DMT', 'DN', 'DPC', 'DPR', 'DPT', 'DRA', 'DRI', 'DRL', 'DT', 'DTN', 'DWT', 'DZN', 'DZP', 'E01', 'E07', 'E08', 'E09', 'E10', 'E12', 'E14', 'E15', 'E16', 'E17', 'E18', 'E19', 'E20', 'E21', 'E22', 'E23', 'E25', 'E27', 'E28', 'E30', 'E31', 'E32', 'E33', 'E34', 'E35', 'E36', 'E37', 'E38', 'E39', 'E4', 'E40', 'E41', 'E42', 'E43', 'E44', 'E45', 'E46', 'E47', 'E48', 'E49', 'E50', 'E51', 'E52', 'E53', 'E54', 'E55', 'E56', 'E57', 'E58', 'E59', 'E60', 'E61', 'E62', 'E63', 'E64', 'E65', 'E66', 'E67', 'E68', 'E69', 'E70', 'E71', 'E72', 'E73', 'E74', 'E75', 'E76', 'E77', 'E78', 'E79', 'E80', 'E81', 'E82', 'E83', 'E84', 'E85', 'E86', 'E87', 'E88', 'E89', 'E90', 'E91', 'E92', 'E93', 'E94', 'E95', 'E96', 'E97', 'E98', 'E99', 'EA', 'EB', 'EQ', 'F01', 'F02', 'F03', 'F04', 'F05', 'F06', 'F07', 'F08', 'F10', 'F11', 'F12', 'F13', 'F14', 'F15', 'F16', 'F17', 'F18', 'F19', 'F20', 'F21', 'F22', 'F23', 'F24', 'F25', 'F26', 'F27', 'F28', 'F29', 'F30', 'F31', 'F32', 'F33', 'F34', 'F35', 'F36', 'F37', 'F38', 'F39', 'F40', 'F41', 'F42', 'F43', 'F44', 'F45', 'F46', 'F47', 'F48', 'F49', 'F50', 'F51', 'F52', 'F53', 'F54', 'F55', 'F56', 'F57', 'F58', 'F59', 'F60', 'F61', 'F62', 'F63', 'F64', 'F65', 'F66', 'F67', 'F68', 'F69', 'F70', 'F71', 'F72', 'F73', 'F74', 'F75', 'F76', 'F77', 'F78', 'F79', 'F80', 'F81', 'F82', 'F83', 'F84', 'F85', 'F86', 'F87', 'F88', 'F89', 'F90', 'F91', 'F92', 'F93', 'F94', 'F95', 'F96', 'F97', 'F98', 'F99', 'FAH', 'FAR', 'FBM', 'FC', 'FF', 'FH', 'FIT', 'FL', 'FNU', 'FOT', 'FP', 'FR', 'FS', 'FTK', 'FTQ', 'G01', 'G04', 'G05', 'G06', 'G08', 'G09', 'G10', 'G11', 'G12', 'G13', 'G14', 'G15', 'G16', 'G17', 'G18', 'G19', 'G2', 'G20', 'G21', 'G23', 'G24', 'G25', 'G26', 'G27', 'G28', 'G29', 'G3', 'G30', 'G31', 'G32', 'G33', 'G34', 'G35', 'G36', 'G37', 'G38', 'G39', 'G40', 'G41', 'G42', 'G43', 'G44', 'G45', 'G46', 'G47', 'G48', 'G49', 'G50', 'G51', 'G52', 'G53', 'G54', 'G55', 'G56', 'G57', 'G58', 'G59', 'G60', 'G61', 'G62', 'G63', 'G64', 'G65', 'G66', 'G67', 'G68', 'G69', 'G70', 'G71', 'G72', 'G73', 'G74', 'G75', 'G76', 'G77', 'G78', 'G79', 'G80', 'G81', 'G82', 'G83', 'G84', 'G85', 'G86', 'G87', 'G88', 'G89', 'G90', 'G91', 'G92', 'G93', 'G94', 'G95', 'G96', 'G97', 'G98', 'G99', 'GB', 'GBQ', 'GDW', 'GE', 'GF', 'GFI', 'GGR', 'GIA', 'GIC', 'GII', 'GIP', 'GJ', 'GL', 'GLD', 'GLI', 'GLL', 'GM', 'GO', 'GP', 'GQ', 'GRM', 'GRN', 'GRO', 'GV', 'GWH', 'H03', 'H04', 'H05', 'H06', 'H07', 'H08', 'H09', 'H10', 'H11', 'H12', 'H13', 'H14', 'H15', 'H16', 'H18', 'H19', 'H20', 'H21', 'H22', 'H23', 'H24', 'H25', 'H26', 'H27', 'H28', 'H29', 'H30', 'H31', 'H32', 'H33', 'H34', 'H35', 'H36', 'H37', 'H38', 'H39', 'H40', 'H41', 'H42', 'H43', 'H44', 'H45', 'H46', 'H47', 'H48', 'H49', 'H50', 'H51', 'H52', 'H53', 'H54', 'H55', 'H56', 'H57', 'H58', 'H59', 'H60', 'H61', 'H62', 'H63', 'H64', 'H65', 'H66', 'H67', 'H68', 'H69', 'H70', 'H71', 'H72', 'H73', 'H74', 'H75', 'H76', 'H77', 'H79', 'H80', 'H81', 'H82', 'H83', 'H84', 'H85', 'H87', 'H88', 'H89', 'H90', 'H91', 'H92', 'H93', 'H94', 'H95', 'H96', 'H98', 'H99', 'HA', 'HAD', 'HBA', 'HBX', 'HC', 'HDW', 'HEA', 'HGM', 'HH', 'HIU', 'HKM', 'HLT', 'HM', 'HMO', 'HMQ', 'HMT', 'HPA', 'HTZ', 'HUR', 'HWE', 'IA', 'IE', 'INH', 'INK', 'INQ', 'ISD', 'IU', 'IUG', 'IV', 'J10', 'J12', 'J13', 'J14', 'J15', 'J16', 'J17', 'J18', 'J19', 'J2', 'J20', 'J21', 'J22', 'J23', 'J24', 'J25', 'J26', 'J27', 'J28', 'J29', 'J30', 'J31', 'J32', 'J33', 'J34', 'J35', 'J36', 'J38', 'J39', 'J40', 'J41', 'J42', 'J43', 'J44', 'J45', 'J46', 'J47', 'J48', 'J49', 'J50', 'J51', 'J52', 'J53', 'J54', 'J55', 'J56', 'J57', 'J58', 'J59', 'J60', 'J61', 'J62', 'J63', 'J64', 'J65', 'J66', 'J67', 'J68', 'J69', 'J70', 'J71', 'J72', 'J73', 'J74', 'J75', 'J76', 'J78', 'J79', 'J81', 'J82', 'J83', 'J84', 'J85', 'J87', 'J90', 'J91', 'J92', 'J93', 'J95', 'J96', 'J97', 'J98', 'J99', 'JE', 'JK', 'JM', 'JNT', 'JOU', 'JPS', 'JWL', 'K1', 'K10', 'K11', 'K12', 'K13', 'K14', 'K15', 'K16', 'K17', 'K18', 'K19', 'K2', 'K20', 'K21', 'K22', 'K23', 'K26', 'K27', 'K28', 'K3', 'K30', 'K31', 'K32', 'K33', 'K34', 'K35', 'K36', 'K37', 'K38', 'K39', 'K40', 'K41', 'K42', 'K43', 'K45', 'K46', 'K47', 'K48', 'K49', 'K50', 'K51', 'K52', 'K53', 'K54', 'K55', 'K58', 'K59', 'K6', 'K60', 'K61', 'K62', 'K63', 'K64', 'K65', 'K66', 'K67', 'K68', 'K69', 'K70', 'K71', 'K73', 'K74', 'K75', 'K76', 'K77', 'K78', 'K79', 'K80', 'K81', 'K82', 'K83', 'K84', 'K85', 'K86', 'K87', 'K88', 'K89', 'K90', 'K91', 'K92', 'K93', 'K94', 'K95', 'K96', 'K97', 'K98', 'K99', 'KA', 'KAT', 'KB', 'KBA', 'KCC', 'KDW', 'KEL', 'KGM', 'KGS', 'KHY', 'KHZ', 'KI', 'KIC', 'KIP', 'KJ', 'KJO', 'KL', 'KLK', 'KLX', 'KMA', 'KMH', 'KMK', 'KMQ', 'KMT', 'KNI', 'KNM', 'KNS', 'KNT', 'KO', 'KPA', 'KPH', 'KPO', 'KPP', 'KR', 'KSD', 'KSH', 'KT', 'KTN', 'KUR', 'KVA', 'KVR', 'KVT', 'KW', 'KWH', 'KWN', 'KWO', 'KWS', 'KWT', 'KWY', 'KX', 'L10', 'L11', 'L12', 'L13', 'L14', 'L15', 'L16', 'L17', 'L18', 'L19', 'L2', 'L20', 'L21', 'L23', 'L24', 'L25', 'L26', 'L27', 'L28', 'L29', 'L30', 'L31', 'L32', 'L33', 'L34', 'L35', 'L36', 'L37', 'L38', 'L39', 'L40', 'L41', 'L42', 'L43', 'L44', 'L45', 'L46', 'L47', 'L48', 'L49', 'L50', 'L51', 'L52', 'L53', 'L54', 'L55', 'L56', 'L57', 'L58', 'L59', 'L60', 'L63', 'L64', 'L65', 'L66', 'L67', 'L68', 'L69', 'L70', 'L71', 'L72', 'L73', 'L74', 'L75', 'L76', 'L77', 'L78', 'L79', 'L80', 'L81', 'L82', 'L83', 'L84', 'L85', 'L86', 'L87', 'L88', 'L89', 'L90', 'L91', 'L92', 'L93', 'L94', 'L95', 'L96', 'L98', 'L99', 'LA', 'LAC', 'LBR', 'LBT', 'LD', 'LEF', 'LF', 'LH', 'LK', 'LM', 'LN', 'LO', 'LP', 'LPA', 'LR', 'LS', 'LTN', 'LTR', 'LUB', 'LUM', 'LUX', 'LY', 'M1', 'M10', 'M11', 'M12', 'M13', 'M14', 'M15', 'M16', 'M17', 'M18', 'M19', 'M20', 'M21', 'M22', 'M23', 'M24', 'M25', 'M26', 'M27', 'M29', 'M30', 'M31', 'M32', 'M33', 'M34', 'M35', 'M36', 'M37', 'M38', 'M39', 'M4', 'M40', 'M41', 'M42', 'M43', 'M44', 'M45', 'M46', 'M47', 'M48', 'M49', 'M5', 'M50', 'M51', 'M52', 'M53', 'M55', 'M56', 'M57', 'M58', 'M59', 'M60', 'M61', 'M62', 'M63', 'M64', 'M65', 'M66', 'M67', 'M68', 'M69', 'M7', 'M70', 'M71', 'M72', 'M73', 'M74', 'M75', 'M76', 'M77', 'M78', 'M79', 'M80', 'M81', 'M82', 'M83', 'M84', 'M85', 'M86', 'M87', 'M88', 'M89', 'M9', 'M90', 'M91', 'M92', 'M93', 'M94', 'M95', 'M96', 'M97', 'M98', 'M99', 'MAH', 'MAL', 'MAM', 'MAR', 'MAW', 'MBE', 'MBF', 'MBR', 'MC', 'MCU', 'MD', 'MGM', 'MHZ', 'MIK', 'MIL', 'MIN', 'MIO', 'MIU', 'MKD', 'MKM', 'MKW', 'MLD', 'MLT', 'MMK', 'MMQ', 'MMT', 'MND', 'MNJ', 'MON', 'MPA', 'MQD', 'MQH', 'MQM', 'MQS', 'MQW', 'MRD', 'MRM', 'MRW', 'MSK', 'MTK', 'MTQ', 'MTR', 'MTS', 'MTZ', 'MVA', 'MWH', 'N1', 'N10', 'N11', 'N12', 'N13', 'N14', 'N15', 'N16', 'N17', 'N18', 'N19', 'N20', 'N21', 'N22', 'N23', 'N24', 'N25', 'N26', 'N27', 'N28', 'N29', 'N3', 'N30', 'N31', 'N32', 'N33', 'N34', 'N35', 'N36', 'N37', 'N38', 'N39', 'N40', 'N41', 'N42', 'N43', 'N44', 'N45', 'N46', 'N47', 'N48', 'N49', 'N50', 'N51', 'N52', 'N53', 'N54', 'N55', 'N56', 'N57', 'N58', 'N59', 'N60', 'N61', 'N62', 'N63', 'N64', 'N65', 'N66', 'N67', 'N68', 'N69', 'N70', 'N71', 'N72', 'N73', 'N74', 'N75', 'N76', 'N77', 'N78', 'N79', 'N80', 'N81', 'N82', 'N83', 'N84', 'N85', 'N86', 'N87', 'N88', 'N89', 'N90', 'N91', 'N92', 'N93', 'N94', 'N95', 'N96', 'N97', 'N98', 'N99', 'NA', 'NAR', 'NCL', 'NEW', 'NF', 'NIL', 'NIU', 'NL', 'NM3', 'NMI', 'NMP', 'NPT', 'NT', 'NTU', 'NU', 'NX', 'OA', 'ODE', 'ODG', 'ODK', 'ODM', 'OHM', 'ON', 'ONZ', 'OPM', 'OT', 'OZA', 'OZI', 'P1', 'P10', 'P11', 'P12', 'P13', 'P14', 'P15', 'P16', 'P17', 'P18', 'P19', 'P2', 'P20', 'P21', 'P22', 'P23', 'P24', 'P25', 'P26', 'P27', 'P28', 'P29', 'P30', 'P31', 'P32', 'P33', 'P34', 'P35', 'P36', 'P37', 'P38', 'P39', 'P40', 'P41', 'P42', 'P43', 'P44', 'P45', 'P46', 'P47', 'P48', 'P49', 'P5', 'P50', 'P51', 'P52', 'P53', 'P54', 'P55', 'P56', 'P57', 'P58', 'P59', 'P60', 'P61', 'P62', 'P63', 'P64', 'P65', 'P66', 'P67', 'P68', 'P69', 'P70', 'P71', 'P72', 'P73', 'P74', 'P75', 'P76', 'P77', 'P78', 'P79', 'P80', 'P81', 'P82', 'P83', 'P84', 'P85', 'P86', 'P87', 'P88', 'P89', 'P90', 'P91', 'P92', 'P93', 'P94', 'P95', 'P96', 'P97', 'P98', 'P99', 'PAL', 'PD', 'PFL', 'PGL', 'PI', 'PLA', 'PO', 'PQ', 'PR', 'PS', 'PTD', 'PTI', 'PTL', 'PTN', 'Q10', 'Q11', 'Q12', 'Q13', 'Q14', 'Q15', 'Q16', 'Q17', 'Q18', 'Q19', 'Q20', 'Q21', 'Q22', 'Q23', 'Q24', 'Q25', 'Q26', 'Q27', 'Q28', 'Q29', 'Q3', 'Q30', 'Q31', 'Q32', 'Q33', 'Q34', 'Q35', 'Q36', 'Q37', 'Q38', 'Q39', 'Q40', 'Q41', 'Q42', 'QA', 'QAN', 'QB', 'QR', 'QTD', 'QTI', 'QTL', 'QTR', 'R1', 'R9', 'RH', 'RM', 'ROM', 'RP', 'RPM', 'RPS', 'RT', 'S3', 'S4', 'SAN', 'SCO', 'SCR', 'SEC', 'SET', 'SG', 'SIE', 'SM3', 'SMI', 'SQ', 'SQR', 'SR', 'STC', 'STI', 'STK', 'STL', 'STN', 'STW', 'SW', 'SX', 'SYR', 'T0', 'T3', 'TAH', 'TAN', 'TI', 'TIC', 'TIP', 'TKM', 'TMS', 'TNE', 'TP', 'TPI', 'TPR', 'TQD', 'TRL', 'TST', 'TTS', 'U1', 'U2', 'UB', 'UC', 'VA', 'VLT', 'VP', 'W2', 'WA', 'WB', 'WCD', 'WE', 'WEB', 'WEE', 'WG', 'WHR', 'WM', 'WSD', 'WTT', 'X1', 'X1A', 'X1B', 'X1D', 'X1F', 'X1G', 'X1W', 'X2C', 'X3A', 'X3H', 'X43', 'X44', 'X4A', 'X4B', 'X4C', 'X4D', 'X4F', 'X4G', 'X4H', 'X5H', 'X5L', 'X5M', 'X6H', 'X6P', 'X7A', 'X7B', 'X8A', 'X8B', 'X8C', 'XAA', 'XAB', 'XAC', 'XAD', 'XAE', 'XAF', 'XAG', 'XAH', 'XAI', 'XAJ', 'XAL', 'XAM', 'XAP', 'XAT', 'XAV', 'XB4', 'XBA', 'XBB', 'XBC', 'XBD', 'XBE', 'XBF', 'XBG', 'XBH', 'XBI', 'XBJ', 'XBK', 'XBL', 'XBM', 'XBN', 'XBO', 'XBP', 'XBQ', 'XBR', 'XBS', 'XBT', 'XBU', 'XBV', 'XBW', 'XBX', 'XBY', 'XBZ', 'XCA', 'XCB', 'XCC', 'XCD', 'XCE', 'XCF', 'XCG', 'XCH', 'XCI', 'XCJ', 'XCK', 'XCL', 'XCM', 'XCN', 'XCO', 'XCP', 'XCQ', 'XCR', 'XCS', 'XCT', 'XCU', 'XCV', 'XCW', 'XCX', 'XCY', 'XCZ', 'XDA', 'XDB', 'XDC', 'XDG', 'XDH', 'XDI', 'XDJ', 'XDK', 'XDL', 'XDM', 'XDN', 'XDP', 'XDR', 'XDS', 'XDT', 'XDU', 'XDV', 'XDW', 'XDX', 'XDY', 'XEC', 'XED', 'XEE', 'XEF', 'XEG', 'XEH', 'XEI', 'XEN', 'XFB', 'XFC', 'XFD', 'XFE', 'XFI', 'XFL', 'XFO', 'XFP', 'XFR', 'XFT', 'XFW', 'XFX', 'XGB', 'XGI', 'XGL', 'XGR', 'XGU', 'XGY', 'XGZ', 'XHA', 'XHB', 'XHC', 'XHG', 'XHN', 'XHR', 'XIA', 'XIB', 'XIC', 'XID', 'XIE', 'XIF', 'XIG', 'XIH', 'XIK', 'XIL', 'XIN', 'XIZ', 'XJB', 'XJC', 'XJG', 'XJR', 'XJT', 'XJY', 'XKG', 'XKI', 'XLE', 'XLG', 'XLT', 'XLU', 'XLV', 'XLZ', 'XMA', 'XMB', 'XMC', 'XME', 'XMR', 'XMS', 'XMT', 'XMW', 'XMX', 'XNA', 'XNE', 'XNF', 'XNG', 'XNS', 'XNT', 'XNU', 'XNV', 'XO1', 'XO2', 'XO3', 'XO4', 'XO5', 'XO6', 'XO7', 'XO8', 'XO9', 'XOA', 'XOB', 'XOC', 'XOD', 'XOE', 'XOF', 'XOG', 'XOH', 'XOI', 'XOJ', 'XOK', 'XOL', 'XOM', 'XON', 'XOP', 'XOQ', 'XOR', 'XOS', 'XOT', 'XOU', 'XOV', 'XOW', 'XOX', 'XOY', 'XOZ', 'XP1', 'XP2', 'XP3', 'XP4', 'XPA', 'XPB', 'XPC', 'XPD', 'XPE', 'XPF', 'XPG', 'XPH', 'XPI', 'XPJ', 'XPK', 'XPL', 'XPN', 'XPO', 'XPP', 'XPR', 'XPT', 'XPU', 'XPV', 'XPX', 'XPY', 'XPZ', 'XQA', 'XQB', 'XQC', 'XQD', 'XQF', 'XQG', 'XQH', 'XQJ', 'XQK', 'XQL', 'XQM', 'XQN', 'XQP', 'XQQ', 'XQR', 'XQS', 'XRD', 'XRG', 'XRJ', 'XRK', 'XRL', 'XRO', 'XRT', 'XRZ', 'XSA', 'XSB', 'XSC', 'XSD', 'XSE', 'XSH', 'XSI', 'XSK', 'XSL', 'XSM', 'XSO', 'XSP', 'XSS', 'XST', 'XSU', 'XSV', 'XSW', 'XSX', 'XSY', 'XSZ', 'XT1', 'XTB', 'XTC', 'XTD', 'XTE', 'XTG', 'XTI', 'XTK', 'XTL', 'XTN', 'XTO', 'XTR', 'XTS', 'XTT', 'XTU', 'XTV', 'XTW', 'XTY', 'XTZ', 'XUC', 'XUN', 'XVA', 'XVG', 'XVI', 'XVK', 'XVL', 'XVN', 'XVO', 'XVP', 'XVQ', 'XVR', 'XVS', 'XVY', 'XWA', 'XWB', 'XWC', 'XWD', 'XWF', 'XWG', 'XWH', 'XWJ', 'XWK', 'XWL', 'XWM', 'XWN', 'XWP', 'XWQ', 'XWR', 'XWS', 'XWT', 'XWU', 'XWV', 'XWW', 'XWX', 'XWY', 'XWZ', 'XXA', 'XXB', 'XXC', 'XXD', 'XXF', 'XXG', 'XXH', 'XXJ', 'XXK', 'XYA', 'XYB', 'XYC', 'XYD', 'XYF', 'XYG', 'XYH', 'XYJ', 'XYK', 'XYL', 'XYM', 'XYN', 'XYP', 'XYQ', 'XYR', 'XYS', 'XYT', 'XYV', 'XYW', 'XYX', 'XYY', 'XYZ', 'XZA', 'XZB', 'XZC', 'XZD', 'XZF', 'XZG', 'XZH', 'XZJ', 'XZK', 'XZL', 'XZM', 'XZN', 'XZP', 'XZQ', 'XZR', 'XZS', 'XZT', 'XZU', 'XZV', 'XZW', 'XZX', 'XZY', 'XZZ', 'YDK', 'YDQ', 'YRD', 'Z11', 'Z9', 'ZP', 'ZZ',)
C50 = frozenset(['10', '11', '13', '14', '15', '1I', '20', '21', '22', '23', '24', '25', '27', '28', '2A', '2B', '2C', '2G', '2H', '2I', '2J', '2K', '2L', '2M', '2N', '2P', '2Q', '2R', '2U', '2X', '2Y', '2Z', '33', '34', '35', '37', '38', '3B', '3C', '40', '41', '4C', '4G', '4H', '4K', '4L', '4M', '4N', '4O', '4P', '4Q', '4R', '4T', '4U', '4W', '4X', '56', '57', '58', '59', '5A', '5B', '5E', '5J', '60', '61', '74', '77', '80', '81', '85', '87', '89', '91', 'A10', 'A11', 'A12', 'A13', 'A14', 'A15', 'A16', 'A17', 'A18', 'A19', 'A2', 'A20', 'A21', 'A22', 'A23', 'A24', 'A26', 'A27', 'A28', 'A29', 'A3', 'A30', 'A31', 'A32', 'A33', 'A34', 'A35', 'A36', 'A37', 'A38', 'A39', 'A4', 'A40', 'A41', 'A42', 'A43', 'A44', 'A45', 'A47', 'A48', 'A49', 'A5', 'A53', 'A54', 'A55', 'A56', 'A59', 'A6', 'A68', 'A69', 'A7', 'A70', 'A71', 'A73', 'A74', 'A75', 'A76', 'A8', 'A84', 'A85', 'A86', 'A87', 'A88', 'A89', 'A9', 'A90', 'A91', 'A93', 'A94', 'A95', 'A96', 'A97', 'A98', 'A99', 'AA', 'AB', 'ACR', 'ACT', 'AD', 'AE', 'AH', 'AI', 'AK', 'AL', 'AMH', 'AMP', 'ANN', 'APZ', 'AQ', 'AS', 'ASM', 'ASU', 'ATM', 'AWG', 'AY', 'AZ', 'B1', 'B10', 'B11', 'B12', 'B13', 'B14', 'B15', 'B16', 'B17', 'B18', 'B19', 'B20', 'B21', 'B22', 'B23', 'B24', 'B25', 'B26', 'B27', 'B28', 'B29', 'B3', 'B30', 'B31', 'B32', 'B33', 'B34', 'B35', 'B4', 'B41', 'B42', 'B43', 'B44', 'B45', 'B46', 'B47', 'B48', 'B49', 'B50', 'B52', 'B53', 'B54', 'B55', 'B56', 'B57', 'B58', 'B59', 'B60', 'B61', 'B62', 'B63', 'B64', 'B66', 'B67', 'B68', 'B69', 'B7', 'B70', 'B71', 'B72', 'B73', 'B74', 'B75', 'B76', 'B77', 'B78', 'B79', 'B8', 'B80', 'B81', 'B82', 'B83', 'B84', 'B85', 'B86', 'B87', 'B88', 'B89', 'B90', 'B91', 'B92', 'B93', 'B94', 'B95', 'B96', 'B97', 'B98', 'B99', 'BAR', 'BB', 'BFT', 'BHP', 'BIL', 'BLD', 'BLL', 'BP', 'BPM', 'BQL', 'BTU', 'BUA', 'BUI', 'C0', 'C10', 'C11', 'C12', 'C13', 'C14', 'C15', 'C16', 'C17', 'C18', 'C19', 'C20', 'C21', 'C22', 'C23', 'C24', 'C25', 'C26', 'C27', 'C28', 'C29', 'C3', 'C30', 'C31', 'C32', 'C33', 'C34', 'C35', 'C36', 'C37', 'C38', 'C39', 'C40', 'C41', 'C42', 'C43', 'C44', 'C45', 'C46', 'C47', 'C48', 'C49', 'C50', 'C51', 'C52', 'C53', 'C54', 'C55', 'C56', 'C57', 'C58', 'C59', 'C60', 'C61', 'C62', 'C63', 'C64', 'C65', 'C66', 'C67', 'C68', 'C69', 'C7', 'C70', 'C71', 'C72', 'C73', 'C74', 'C75', 'C76', 'C78', 'C79', 'C8', 'C80', 'C81', 'C82', 'C83', 'C84', 'C85', 'C86', 'C87', 'C88', 'C89', 'C9', 'C90', 'C91', 'C92', 'C93', 'C94', 'C95', 'C96', 'C97', 'C99', 'CCT', 'CDL', 'CEL', 'CEN', 'CG', 'CGM', 'CKG', 'CLF', 'CLT', 'CMK', 'CMQ', 'CMT', 'CNP', 'CNT', 'COU', 'CTG', 'CTM', 'CTN', 'CUR', 'CWA', 'CWI', 'D03', 'D04', 'D1', 'D10', 'D11', 'D12', 'D13', 'D15', 'D16', 'D17', 'D18', 'D19', 'D2', 'D20', 'D21', 'D22', 'D23', 'D24', 'D25', 'D26', 'D27', 'D29', 'D30', 'D31', 'D32', 'D33', 'D34', 'D36', 'D41', 'D42', 'D43', 'D44', 'D45', 'D46', 'D47', 'D48', 'D49', 'D5', 'D50', 'D51', 'D52', 'D53', 'D54', 'D55', 'D56', 'D57', 'D58', 'D59', 'D6', 'D60', 'D61', 'D62', 'D63', 'D65', 'D68', 'D69', 'D73', 'D74', 'D77', 'D78', 'D80', 'D81', 'D82', 'D83', 'D85', 'D86', 'D87', 'D88', 'D89', 'D91', 'D93', 'D94', 'D95', 'DAA', 'DAD', 'DAY', 'DB', 'DBM', 'DBW', 'DD', 'DEC', 'DG', 'DJ', 'DLT', 'DMA', 'DMK', 'DMO', 'DMQ', 'DMT', 'DN', 'DPC', 'DPR', 'DPT', 'DRA', 'DRI', 'DRL', 'DT', 'DTN', 'DWT', 'DZN', 'DZP', 'E01', 'E07', 'E08', 'E09', 'E10', 'E12', 'E14', 'E15', 'E16', 'E17', 'E18', 'E19', 'E20', 'E21', 'E22', 'E23', 'E25', 'E27', 'E28', 'E30', 'E31', 'E32', 'E33', 'E34', 'E35', 'E36', 'E37', 'E38', 'E39', 'E4', 'E40', 'E41', 'E42', 'E43', 'E44', 'E45', 'E46', 'E47', 'E48', 'E49', 'E50', 'E51', 'E52', 'E53', 'E54', 'E55', 'E56', 'E57', 'E58', 'E59', 'E60', 'E61', 'E62', 'E63', 'E64', 'E65', 'E66', 'E67', 'E68', 'E69', 'E70', 'E71', 'E72', 'E73', 'E74', 'E75', 'E76', 'E77', 'E78', 'E79', 'E80', 'E81', 'E82', 'E83', 'E84', 'E85', 'E86', 'E87', 'E88', 'E89', 'E90', 'E91', 'E92', 'E93', 'E94', 'E95', 'E96', 'E97', 'E98', 'E99', 'EA', 'EB', 'EQ', 'F01', 'F02', 'F03', 'F04', 'F05', 'F06', 'F07', 'F08', 'F10', 'F11', 'F12', 'F13', 'F14', 'F15', 'F16', 'F17', 'F18', 'F19', 'F20', 'F21', 'F22', 'F23', 'F24', 'F25', 'F26', 'F27', 'F28', 'F29', 'F30', 'F31', 'F32', 'F33', 'F34', 'F35', 'F36', 'F37', 'F38', 'F39', 'F40', 'F41', 'F42', 'F43', 'F44', 'F45', 'F46', 'F47', 'F48', 'F49', 'F50', 'F51', 'F52', 'F53', 'F54', 'F55', 'F56', 'F57', 'F58', 'F59', 'F60', 'F61', 'F62', 'F63', 'F64', 'F65', 'F66', 'F67', 'F68', 'F69', 'F70', 'F71', 'F72', 'F73', 'F74', 'F75', 'F76', 'F77', 'F78', 'F79', 'F80', 'F81', 'F82', 'F83', 'F84', 'F85', 'F86', 'F87', 'F88', 'F89', 'F90', 'F91', 'F92', 'F93', 'F94', 'F95', 'F96', 'F97', 'F98', 'F99', 'FAH', 'FAR', 'FBM', 'FC', 'FF', 'FH', 'FIT', 'FL', 'FNU', 'FOT', 'FP', 'FR', 'FS', 'FTK', 'FTQ', 'G01', 'G04', 'G05', 'G06', 'G08', 'G09', 'G10', 'G11', 'G12', 'G13', 'G14', 'G15', 'G16', 'G17', 'G18', 'G19', 'G2', 'G20', 'G21', 'G23', 'G24', 'G25', 'G26', 'G27', 'G28', 'G29', 'G3', 'G30', 'G31', 'G32', 'G33', 'G34', 'G35', 'G36', 'G37', 'G38', 'G39', 'G40', 'G41', 'G42', 'G43', 'G44', 'G45', 'G46', 'G47', 'G48', 'G49', 'G50', 'G51', 'G52', 'G53', 'G54', 'G55', 'G56', 'G57', 'G58', 'G59', 'G60', 'G61', 'G62', 'G63', 'G64', 'G65', 'G66', 'G67', 'G68', 'G69', 'G70', 'G71', 'G72', 'G73', 'G74', 'G75', 'G76', 'G77', 'G78', 'G79', 'G80', 'G81', 'G82', 'G83', 'G84', 'G85', 'G86', 'G87', 'G88', 'G89', 'G90', 'G91', 'G92', 'G93', 'G94', 'G95', 'G96', 'G97', 'G98', 'G99', 'GB', 'GBQ', 'GDW', 'GE', 'GF', 'GFI', 'GGR', 'GIA', 'GIC', 'GII', 'GIP', 'GJ', 'GL', 'GLD', 'GLI', 'GLL', 'GM', 'GO', 'GP', 'GQ', 'GRM', 'GRN', 'GRO', 'GV', 'GWH', 'H03', 'H04', 'H05', 'H06', 'H07', 'H08', 'H09', 'H10', 'H11', 'H12', 'H13', 'H14', 'H15', 'H16', 'H18', 'H19', 'H20', 'H21', 'H22', 'H23', 'H24', 'H25', 'H26', 'H27', 'H28', 'H29', 'H30', 'H31', 'H32', 'H33', 'H34', 'H35', 'H36', 'H37', 'H38', 'H39', 'H40', 'H41', 'H42', 'H43', 'H44', 'H45', 'H46', 'H47', 'H48', 'H49', 'H50', 'H51', 'H52', 'H53', 'H54', 'H55', 'H56', 'H57', 'H58', 'H59', 'H60', 'H61', 'H62', 'H63', 'H64', 'H65', 'H66', 'H67', 'H68', 'H69', 'H70', 'H71', 'H72', 'H73', 'H74', 'H75', 'H76', 'H77', 'H79', 'H80', 'H81', 'H82', 'H83', 'H84', 'H85', 'H87', 'H88', 'H89', 'H90', 'H91', 'H92', 'H93', 'H94', 'H95', 'H96', 'H98', 'H99', 'HA', 'HAD', 'HBA', 'HBX', 'HC', 'HDW', 'HEA', 'HGM', 'HH', 'HIU', 'HKM', 'HLT', 'HM', 'HMO', 'HMQ', 'HMT', 'HPA', 'HTZ', 'HUR', 'HWE', 'IA', 'IE', 'INH', 'INK', 'INQ', 'ISD', 'IU', 'IUG', 'IV', 'J10', 'J12', 'J13', 'J14', 'J15', 'J16', 'J17', 'J18', 'J19', 'J2', 'J20', 'J21', 'J22', 'J23', 'J24', 'J25', 'J26', 'J27', 'J28', 'J29', 'J30', 'J31', 'J32', 'J33', 'J34', 'J35', 'J36', 'J38', 'J39', 'J40', 'J41', 'J42', 'J43', 'J44', 'J45', 'J46', 'J47', 'J48', 'J49', 'J50', 'J51', 'J52', 'J53', 'J54', 'J55', 'J56', 'J57', 'J58', 'J59', 'J60', 'J61', 'J62', 'J63', 'J64', 'J65', 'J66', 'J67', 'J68', 'J69', 'J70', 'J71', 'J72', 'J73', 'J74', 'J75', 'J76', 'J78', 'J79', 'J81', 'J82', 'J83', 'J84', 'J85', 'J87', 'J90', 'J91', 'J92', 'J93', 'J95', 'J96', 'J97', 'J98', 'J99', 'JE', 'JK', 'JM', 'JNT', 'JOU', 'JPS', 'JWL', 'K1', 'K10', 'K11', 'K12', 'K13', 'K14', 'K15', 'K16', 'K17', 'K18', 'K19', 'K2', 'K20', 'K21', 'K22', 'K23', 'K26', 'K27', 'K28', 'K3', 'K30', 'K31', 'K32', 'K33', 'K34', 'K35', 'K36', 'K37', 'K38', 'K39', 'K40', 'K41', 'K42', 'K43', 'K45', 'K46', 'K47', 'K48', 'K49', 'K50', 'K51', 'K52', 'K53', 'K54', 'K55', 'K58', 'K59', 'K6', 'K60', 'K61', 'K62', 'K63', 'K64', 'K65', 'K66', 'K67', 'K68', 'K69', 'K70', 'K71', 'K73', 'K74', 'K75', 'K76', 'K77', 'K78', 'K79', 'K80', 'K81', 'K82', 'K83', 'K84', 'K85', 'K86', 'K87', 'K88', 'K89', 'K90', 'K91', 'K92', 'K93', 'K94', 'K95', 'K96', 'K97', 'K98', 'K99', 'KA', 'KAT', 'KB', 'KBA', 'KCC', 'KDW', 'KEL', 'KGM', 'KGS', 'KHY', 'KHZ', 'KI', 'KIC', 'KIP', 'KJ', 'KJO', 'KL', 'KLK', 'KLX', 'KMA', 'KMH', 'KMK', 'KMQ', 'KMT', 'KNI', 'KNM', 'KNS', 'KNT', 'KO', 'KPA', 'KPH', 'KPO', 'KPP', 'KR', 'KSD', 'KSH', 'KT', 'KTN', 'KUR', 'KVA', 'KVR', 'KVT', 'KW', 'KWH', 'KWN', 'KWO', 'KWS', 'KWT', 'KWY', 'KX', 'L10', 'L11', 'L12', 'L13', 'L14', 'L15', 'L16', 'L17', 'L18', 'L19', 'L2', 'L20', 'L21', 'L23', 'L24', 'L25', 'L26', 'L27', 'L28', 'L29', 'L30', 'L31', 'L32', 'L33', 'L34', 'L35', 'L36', 'L37', 'L38', 'L39', 'L40', 'L41', 'L42', 'L43', 'L44', 'L45', 'L46', 'L47', 'L48', 'L49', 'L50', 'L51', 'L52', 'L53', 'L54', 'L55', 'L56', 'L57', 'L58', 'L59', 'L60', 'L63', 'L64', 'L65', 'L66', 'L67', 'L68', 'L69', 'L70', 'L71', 'L72', 'L73', 'L74', 'L75', 'L76', 'L77', 'L78', 'L79', 'L80', 'L81', 'L82', 'L83', 'L84', 'L85', 'L86', 'L87', 'L88', 'L89', 'L90', 'L91', 'L92', 'L93', 'L94', 'L95', 'L96', 'L98', 'L99', 'LA', 'LAC', 'LBR', 'LBT', 'LD', 'LEF', 'LF', 'LH', 'LK', 'LM', 'LN', 'LO', 'LP', 'LPA', 'LR', 'LS', 'LTN', 'LTR', 'LUB', 'LUM', 'LUX', 'LY', 'M1', 'M10', 'M11', 'M12', 'M13', 'M14', 'M15', 'M16', 'M17', 'M18', 'M19', 'M20', 'M21', 'M22', 'M23', 'M24', 'M25', 'M26', 'M27', 'M29', 'M30', 'M31', 'M32', 'M33', 'M34', 'M35', 'M36', 'M37', 'M38', 'M39', 'M4', 'M40', 'M41', 'M42', 'M43', 'M44', 'M45', 'M46', 'M47', 'M48', 'M49', 'M5', 'M50', 'M51', 'M52', 'M53', 'M55', 'M56', 'M57', 'M58', 'M59', 'M60', 'M61', 'M62', 'M63', 'M64', 'M65', 'M66', 'M67', 'M68', 'M69', 'M7', 'M70', 'M71', 'M72', 'M73', 'M74', 'M75', 'M76', 'M77', 'M78', 'M79', 'M80', 'M81', 'M82', 'M83', 'M84', 'M85', 'M86', 'M87', 'M88', 'M89', 'M9', 'M90', 'M91', 'M92', 'M93', 'M94', 'M95', 'M96', 'M97', 'M98', 'M99', 'MAH', 'MAL', 'MAM', 'MAR', 'MAW', 'MBE', 'MBF', 'MBR', 'MC', 'MCU', 'MD', 'MGM', 'MHZ', 'MIK', 'MIL', 'MIN', 'MIO', 'MIU', 'MKD', 'MKM', 'MKW', 'MLD', 'MLT', 'MMK', 'MMQ', 'MMT', 'MND', 'MNJ', 'MON', 'MPA', 'MQD', 'MQH', 'MQM', 'MQS', 'MQW', 'MRD', 'MRM', 'MRW', 'MSK', 'MTK', 'MTQ', 'MTR', 'MTS', 'MTZ', 'MVA', 'MWH', 'N1', 'N10', 'N11', 'N12', 'N13', 'N14', 'N15', 'N16', 'N17', 'N18', 'N19', 'N20', 'N21', 'N22', 'N23', 'N24', 'N25', 'N26', 'N27', 'N28', 'N29', 'N3', 'N30', 'N31', 'N32', 'N33', 'N34', 'N35', 'N36', 'N37', 'N38', 'N39', 'N40', 'N41', 'N42', 'N43', 'N44', 'N45', 'N46', 'N47', 'N48', 'N49', 'N50', 'N51', 'N52', 'N53', 'N54', 'N55', 'N56', 'N57', 'N58', 'N59', 'N60', 'N61', 'N62', 'N63', 'N64', 'N65', 'N66', 'N67', 'N68', 'N69', 'N70', 'N71', 'N72', 'N73', 'N74', 'N75', 'N76', 'N77', 'N78', 'N79', 'N80', 'N81', 'N82', 'N83', 'N84', 'N85', 'N86', 'N87', 'N88', 'N89', 'N90', 'N91', 'N92', 'N93', 'N94', 'N95', 'N96', 'N97', 'N98', 'N99', 'NA', 'NAR', 'NCL', 'NEW', 'NF', 'NIL', 'NIU', 'NL', 'NM3', 'NMI', 'NMP', 'NPT', 'NT', 'NTU', 'NU', 'NX', 'OA', 'ODE', 'ODG', 'ODK', 'ODM', 'OHM', 'ON', 'ONZ', 'OPM', 'OT', 'OZA', 'OZI', 'P1', 'P10', 'P11', 'P12', 'P13', 'P14', 'P15', 'P16', 'P17', 'P18', 'P19', 'P2', 'P20', 'P21', 'P22', 'P23', 'P24', 'P25', 'P26', 'P27', 'P28', 'P29', 'P30', 'P31', 'P32', 'P33', 'P34', 'P35', 'P36', 'P37', 'P38', 'P39', 'P40', 'P41', 'P42', 'P43', 'P44', 'P45', 'P46', 'P47', 'P48', 'P49', 'P5', 'P50', 'P51', 'P52', 'P53', 'P54', 'P55', 'P56', 'P57', 'P58', 'P59', 'P60', 'P61', 'P62', 'P63', 'P64', 'P65', 'P66', 'P67', 'P68', 'P69', 'P70', 'P71', 'P72', 'P73', 'P74', 'P75', 'P76', 'P77', 'P78', 'P79', 'P80', 'P81', 'P82', 'P83', 'P84', 'P85', 'P86', 'P87', 'P88', 'P89', 'P90', 'P91', 'P92', 'P93', 'P94', 'P95', 'P96', 'P97', 'P98', 'P99', 'PAL', 'PD', 'PFL', 'PGL', 'PI', 'PLA', 'PO', 'PQ', 'PR', 'PS', 'PTD', 'PTI', 'PTL', 'PTN', 'Q10', 'Q11', 'Q12', 'Q13', 'Q14', 'Q15', 'Q16', 'Q17', 'Q18', 'Q19', 'Q20', 'Q21', 'Q22', 'Q23', 'Q24', 'Q25', 'Q26', 'Q27', 'Q28', 'Q29', 'Q3', 'Q30', 'Q31', 'Q32', 'Q33', 'Q34', 'Q35', 'Q36', 'Q37', 'Q38', 'Q39', 'Q40', 'Q41', 'Q42', 'QA', 'QAN', 'QB', 'QR', 'QTD', 'QTI', 'QTL', 'QTR', 'R1', 'R9', 'RH', 'RM', 'ROM', 'RP', 'RPM', 'RPS', 'RT', 'S3', 'S4', 'SAN', 'SCO', 'SCR', 'SEC', 'SET', 'SG', 'SIE', 'SM3', 'SMI', 'SQ', 'SQR', 'SR', 'STC', 'STI', 'STK', 'STL', 'STN', 'STW', 'SW', 'SX', 'SYR', 'T0', 'T3', 'TAH', 'TAN', 'TI', 'TIC', 'TIP', 'TKM', 'TMS', 'TNE', 'TP', 'TPI', 'TPR', 'TQD', 'TRL', 'TST', 'TTS', 'U1', 'U2', 'UB', 'UC', 'VA', 'VLT', 'VP', 'W2', 'WA', 'WB', 'WCD', 'WE', 'WEB', 'WEE', 'WG', 'WHR', 'WM', 'WSD', 'WTT', 'X1', 'X1A', 'X1B', 'X1D', 'X1F', 'X1G', 'X1W', 'X2C', 'X3A', 'X3H', 'X43', 'X44', 'X4A', 'X4B', 'X4C', 'X4D', 'X4F', 'X4G', 'X4H', 'X5H', 'X5L', 'X5M', 'X6H', 'X6P', 'X7A', 'X7B', 'X8A', 'X8B', 'X8C', 'XAA', 'XAB', 'XAC', 'XAD', 'XAE', 'XAF', 'XAG', 'XAH', 'XAI', 'XAJ', 'XAL', 'XAM', 'XAP', 'XAT', 'XAV', 'XB4', 'XBA', 'XBB', 'XBC', 'XBD', 'XBE', 'XBF', 'XBG', 'XBH', 'XBI', 'XBJ', 'XBK', 'XBL', 'XBM', 'XBN', 'XBO', 'XBP', 'XBQ', 'XBR', 'XBS', 'XBT', 'XBU', 'XBV', 'XBW', 'XBX', 'XBY', 'XBZ', 'XCA', 'XCB', 'XCC', 'XCD', 'XCE', 'XCF', 'XCG', 'XCH', 'XCI', 'XCJ', 'XCK', 'XCL', 'XCM', 'XCN', 'XCO', 'XCP', 'XCQ', 'XCR', 'XCS', 'XCT', 'XCU', 'XCV', 'XCW', 'XCX', 'XCY', 'XCZ', 'XDA', 'XDB', 'XDC', 'XDG', 'XDH', 'XDI', 'XDJ', 'XDK', 'XDL', 'XDM', 'XDN', 'XDP', 'XDR', 'XDS', 'XDT', 'XDU', 'XDV', 'XDW', 'XDX', 'XDY', 'XEC', 'XED', 'XEE', 'XEF', 'XEG', 'XEH', 'XEI', 'XEN', 'XFB', 'XFC', 'XFD', 'XFE', 'XFI', 'XFL', 'XFO', 'XFP', 'XFR', 'XFT', 'XFW', 'XFX', 'XGB', 'XGI', 'XGL', 'XGR', 'XGU', 'XGY', 'XGZ', 'XHA', 'XHB', 'XHC', 'XHG', 'XHN', 'XHR', 'XIA', 'XIB', 'XIC', 'XID', 'XIE', 'XIF', 'XIG', 'XIH', 'XIK', 'XIL', 'XIN', 'XIZ', 'XJB', 'XJC', 'XJG', 'XJR', 'XJT', 'XJY', 'XKG', 'XKI', 'XLE', 'XLG', 'XLT', 'XLU', 'XLV', 'XLZ', 'XMA', 'XMB', 'XMC', 'XME', 'XMR', 'XMS', 'XMT', 'XMW', 'XMX', 'XNA', 'XNE', 'XNF', 'XNG', 'XNS', 'XNT', 'XNU', 'XNV', 'XO1', 'XO2', 'XO3', 'XO4', 'XO5', 'XO6', 'XO7', 'XO8', 'XO9', 'XOA', 'XOB', 'XOC', 'XOD', 'XOE', 'XOF', 'XOG', 'XOH', 'XOI', 'XOJ', 'XOK', 'XOL', 'XOM', 'XON', 'XOP', 'XOQ', 'XOR', 'XOS', 'XOT', 'XOU', 'XOV', 'XOW', 'XOX', 'XOY', 'XOZ', 'XP1', 'XP2', 'XP3', 'XP4', 'XPA', 'XPB', 'XPC', 'XPD', 'XPE', 'XPF', 'XPG', 'XPH', 'XPI', 'XPJ', 'XPK', 'XPL', 'XPN', 'XPO', 'XPP', 'XPR', 'XPT', 'XPU', 'XPV', 'XPX', 'XPY', 'XPZ', 'XQA', 'XQB', 'XQC', 'XQD', 'XQF', 'XQG', 'XQH', 'XQJ', 'XQK', 'XQL', 'XQM', 'XQN', 'XQP', 'XQQ', 'XQR', 'XQS', 'XRD', 'XRG', 'XRJ', 'XRK', 'XRL', 'XRO', 'XRT', 'XRZ', 'XSA', 'XSB', 'XSC', 'XSD', 'XSE', 'XSH', 'XSI', 'XSK', 'XSL', 'XSM', 'XSO', 'XSP', 'XSS', 'XST', 'XSU', 'XSV', 'XSW', 'XSX', 'XSY', 'XSZ', 'XT1', 'XTB', 'XTC', 'XTD', 'XTE', 'XTG', 'XTI', 'XTK', 'XTL', 'XTN', 'XTO', 'XTR', 'XTS', 'XTT', 'XTU', 'XTV', 'XTW', 'XTY', 'XTZ', 'XUC', 'XUN', 'XVA', 'XVG', 'XVI', 'XVK', 'XVL', 'XVN', 'XVO', 'XVP', 'XVQ', 'XVR', 'XVS', 'XVY', 'XWA', 'XWB', 'XWC', 'XWD', 'XWF', 'XWG', 'XWH', 'XWJ', 'XWK', 'XWL', 'XWM', 'XWN', 'XWP', 'XWQ', 'XWR', 'XWS', 'XWT', 'XWU', 'XWV', 'XWW', 'XWX', 'XWY', 'XWZ', 'XXA', 'XXB', 'XXC', 'XXD', 'XXF', 'XXG', 'XXH', 'XXJ', 'XXK', 'XYA', 'XYB', 'XYC', 'XYD', 'XYF', 'XYG', 'XYH', 'XYJ', 'XYK', 'XYL', 'XYM', 'XYN', 'XYP', 'XYQ', 'XYR', 'XYS', 'XYT', 'XYV', 'XYW', 'XYX', 'XYY', 'XYZ', 'XZA', 'XZB', 'XZC', 'XZD', 'XZF', 'XZG', 'XZH', 'XZJ', 'XZK', 'XZL', 'XZM', 'XZN', 'XZP', 'XZQ', 'XZR', 'XZS', 'XZT', 'XZU', 'XZV', 'XZW', 'XZX', 'XZY', 'XZZ', 'YDK', 'YDQ', 'YRD', 'Z11', 'Z9', 'ZP', 'ZZ'])
C51 = ('81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '502', '503', '532',)
C52 = frozenset(['261', '262', '296', '308', '381', '396', '420', '458', '502', '503', '532', '81', '83'])
C53 = ('389', '471', '473', '500', '501', '527',)
C54 = frozenset(['389', '471', '473', '500', '501', '527'])
C55 = regex('^[A-Z]{3}[0-9]{2}$', '')
C56 = regex('^(INV|SEI|SDD|REC|RES|TES)', '')
C57 = ('INV02', 'REC02', 'RES02',)
C58 = frozenset(['INV02', 'REC02', 'RES02'])
C59 = ('INV01', 'INV03', 'INV04', 'INV05', 'INV08', 'INV09', 'SDD01',)
C60 = frozenset(['INV01', 'INV03', 'INV04', 'INV05', 'INV08', 'INV09', 'SDD01'])
C61 = ('', 'INV02',)
C62 = frozenset(['', 'INV02'])
C63 = ('', 'INV03',)
C64 = frozenset(['', 'INV03'])
C65 = regex('^[+-]?[0-9]{1,15}([.,][0-9]{1,15})?$', '')
C66 = Decimal('0.01')
C67 = regex('(c|snt|ct) ?/', '')
C68 = ('INV03', 'INV05', 'INV08', 'INV09',)
C69 = frozenset(['INV03', 'INV05', 'INV08', 'INV09'])
C70 = ('PAID', 'PARTLYPAID',)
C71 = frozenset(['PAID', 'PARTLYPAID'])
C72 = ('', 'S',)
C73 = frozenset(['', 'S'])
C74 = ('AB', 'ZEG', 'ZES',)
C75 = frozenset(['AB', 'ZEG', 'ZES'])
C76 = ('AE', 'K',)
C77 = frozenset(['AE', 'K'])
C78 = regex('yhteisömyynti|yhteisön sisäi|intra.?community|gemenskapsintern|gemenskapsförsäljning|unionsintern|vatex-eu-ic', '')
C79 = ('', 'EUR',)
C80 = frozenset(['', 'EUR'])
C81 = regex('^[A-Za-z]{2}[0-9]', '')
C82 = Decimal('25.5')
C83 = Decimal('13.5')
C84 = ('', 'S', 'Z', 'L', 'M',)
C85 = frozenset(['', 'L', 'M', 'S', 'Z'])
C86 = ('AE', 'E', 'G', 'K', 'O', 'Z',)
C87 = frozenset(['AE', 'E', 'G', 'K', 'O', 'Z'])
C88 = regex('^([Ff][Ii]|[0-9]{6,7}-[0-9]$|0037[0-9]{8})', '')
C89 = regex('^FI[0-9]{8}$', '')
C90 = regex('^[0-9]{7}-[0-9]$', '')
C91 = regex('^[A-Z]{2}[0-9]{2}', '')
C92 = regex('^[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}$', '')
C93 = regex('^FI[0-9]{16}$', '')
C94 = regex('^[0-9A-Z]{5,40}$', '')
C95 = regex('^[0-9]+$', '')
C96 = regex('^0+', '')
C97 = regex('^[0-9]{4,20}$', '')
C98 = regex('^RF[0-9]{2}[0-9A-Za-z]{1,21}$', '')
C99 = regex('^([0-9]+|RF.*)$', '')
C100 = regex('^[0-9]{6}[-+A-Y][0-9]{3}[0-9A-Y]$', '')
C101 = ('', 'SLEV',)
C102 = frozenset(['', 'SLEV'])
C103 = ('AD', 'AL', 'AT', 'BE', 'BG', 'CH', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB', 'GI', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU', 'LV', 'MC', 'MD', 'ME', 'MK', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'RS', 'SE', 'SI', 'SK', 'SM', 'VA',)
C104 = frozenset(['AD', 'AL', 'AT', 'BE', 'BG', 'CH', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB', 'GI', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU', 'LV', 'MC', 'MD', 'ME', 'MK', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'RS', 'SE', 'SI', 'SK', 'SM', 'VA'])
C105 = regex('^1[.][0-2]$', '')
C106 = regex('^[0-9]{14}$', '')
C107 = regex('^[0-9]{54}$', '')
C108 = ('2', '4', '5',)
C109 = frozenset(['2', '4', '5'])
C110 = regex('\\s+', '')
C111 = ('FI', 'AX',)
C112 = frozenset(['AX', 'FI'])
C113 = regex('^(FI)?[0-9]{6,7}-[0-9]$', '')
C114 = regex('^0037[0-9]{8}[A-Za-z0-9]{0,5}$', '')
C115 = regex('^[0-9]{6}-[0-9]$', '')
C116 = regex('^FI[0-9]{7}-[0-9]$', '')
C117 = regex('^0037[0-9]{8}[0-9A-Za-z]{0,5}$', '')
C118 = ('0216', '0037',)
C119 = frozenset(['0037', '0216'])
C120 = regex('^[a-z]+://[^/?#]*:[^/?#]*@', '')
C121 = regex('[?&;#](password|passwd|pwd|pass|salasana|pin|token|access_token|apikey|api_key|secret|hetu|ssn)=.', '')
C122 = regex('[0-9]{6}[-+A-FU-Y][0-9]{3}[0-9A-Y]', '')
C123 = regex('^(0[1-9]|[12][0-9]|3[01])(0[1-9]|1[0-2])[0-9]{2}[-+A-FU-Y][0-9]{3}[0-9A-Y]$', '')
C124 = regex('\\S\\s*[\n\r]\\s*\\S', '')
C125 = ('S', 'Z', 'E', 'AE', 'K', 'G',)
C126 = frozenset(['AE', 'E', 'G', 'K', 'S', 'Z'])
C127 = regex(' ', '')
C128 = regex('(kaupunki|kuntayhtymä|hyvinvointialue|ministeriö|virasto|aluehallintovirasto|poliisilaitos|valtiokonttori|kommun|samkommun|välfärdsområde|ministeriet|ämbetsverk)$', '')
C129 = regex('^(kaupungin|kunnan|hyvinvointialueen|ministeriön|valtion|valtiokonttori|puolustusvoimat|verohallinto|väylävirasto|kela|kansaneläkelaitos)$', '')
C130 = regex('^kunta$', '')

def q0(D):
    return kid(packed(list(many(D.top.get(K0))[0:1])), K1)

def q1(D):
    h1 = D[q0]
    return normalize(opt(h1))

def r0_0(D, F, T, N):
    h1 = D[q1]
    for n in N:
        if (not (h1 in C1)): F.append((0, n))

def r1_0(D, F, T, N):
    for n in N:
        if (not (((((K2 in n) and (K3 in n)) and (K4 in n)) and (K5 in n)) and (K6 in n))): F.append((0, n))

def f1(D, a0):
    return any([True for q1 in many(a0) if (normalize(q1['']) != '')])

def f0(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f2(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f3(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f4(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f5(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f6(D, a0, a1):
    return (None if f1(D, a0) else a1)

def q2(D):
    h1 = D[q1]
    return (C2.search(h1) is not None)

def f9(D, a0):
    return (((modulo(a0, 4) == 0) and (modulo(a0, 100) != 0)) or (modulo(a0, 400) == 0))

def f8(D, a0):
    return (False if ((not (C4.search(a0) is not None)) or a0.startswith('0000')) else ((((substring(a0, 7, 2) >= '01') and (substring(a0, 7, 2) <= '28')) or ((substring(a0, 7, 2) == '29') and f9(D, integer(substring(a0, 1, 4))))) if (substring(a0, 5, 2) == '02') else (((substring(a0, 7, 2) >= '01') and (substring(a0, 7, 2) <= '30')) if (substring(a0, 5, 2) in C6) else (((substring(a0, 5, 2) in C8) and (substring(a0, 7, 2) >= '01')) and (substring(a0, 7, 2) <= '31')))))
f8 = remembered(f8)

def f7(D, a0):
    return ((C3.search(a0) is not None) and f8(D, translate(substring(a0, 1, 10), '-', '')))
f7 = remembered(f7)

def r1_1(D, F, T, N):
    h1 = D[q2]
    for n in N:
        l1 = kid2(n, K13, K15)
        v1 = [*optional(f0(D, kid2(n, K7, K8), 'FromIdentifier')), *optional(f2(D, kid2(n, K7, K9), 'FromIntermediator')), *optional(f3(D, kid2(n, K10, K11), 'ToIdentifier')), *optional(f4(D, kid2(n, K10, K12), 'ToIntermediator')), *optional(f5(D, kid2(n, K13, K14), 'MessageIdentifier')), *optional(f6(D, l1, 'MessageTimeStamp'))]
        if (not (not bool(v1))): F.append((1, n))
        if (not (h1 or all([((normalize(q2['']) == '') or f7(D, normalize(q2['']))) for q2 in many(l1)]))): F.append((2, n))

def f10(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f11(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f12(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f13(D, a0):
    return all([((len(q1['']) >= 2) and (len(q1['']) <= 35)) for q1 in many(a0)])

def r1_2(D, F, T, N):
    for n in N:
        l1 = n.get(K16)
        l2 = n.get(K17)
        l3 = n.get(K18)
        v1 = [*optional(f10(D, l1, 'SellerStreetName')), *optional(f11(D, l2, 'SellerTownName')), *optional(f12(D, l3, 'SellerPostCodeIdentifier'))]
        if (not ((((not bool(v1)) and f13(D, l1)) and f13(D, l2)) and f13(D, l3))): F.append((1, n))

def f14(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f15(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f16(D, a0, a1):
    return (None if f1(D, a0) else a1)

def r1_3(D, F, T, N):
    for n in N:
        l1 = n.get(K19)
        l2 = n.get(K20)
        l3 = n.get(K21)
        v1 = [*optional(f14(D, l1, 'SellerOfficialStreetName')), *optional(f15(D, l2, 'SellerOfficialTownName')), *optional(f16(D, l3, 'SellerOfficialPostCodeIdentifier'))]
        if (not ((((not bool(v1)) and f13(D, l1)) and f13(D, l2)) and f13(D, l3))): F.append((1, n))

def f17(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f18(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f19(D, a0, a1):
    return (None if f1(D, a0) else a1)

def r1_4(D, F, T, N):
    for n in N:
        l1 = n.get(K22)
        l2 = n.get(K23)
        l3 = n.get(K24)
        v1 = [*optional(f17(D, l1, 'BuyerStreetName')), *optional(f18(D, l2, 'BuyerTownName')), *optional(f19(D, l3, 'BuyerPostCodeIdentifier'))]
        if (not ((((not bool(v1)) and f13(D, l1)) and f13(D, l2)) and f13(D, l3))): F.append((1, n))

def f20(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f21(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f22(D, a0, a1):
    return (None if f1(D, a0) else a1)

def r1_5(D, F, T, N):
    for n in N:
        l1 = n.get(K25)
        l2 = n.get(K26)
        l3 = n.get(K27)
        v1 = [*optional(f20(D, l1, 'InvoiceRecipientStreetName')), *optional(f21(D, l2, 'InvoiceRecipientTownName')), *optional(f22(D, l3, 'InvoiceRecipientPostCodeIdentifier'))]
        if (not ((((not bool(v1)) and f13(D, l1)) and f13(D, l2)) and f13(D, l3))): F.append((1, n))

def f23(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f24(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f25(D, a0, a1):
    return (None if f1(D, a0) else a1)

def r1_6(D, F, T, N):
    for n in N:
        l1 = n.get(K28)
        l2 = n.get(K29)
        l3 = n.get(K30)
        v1 = [*optional(f23(D, l1, 'DeliveryStreetName')), *optional(f24(D, l2, 'DeliveryTownName')), *optional(f25(D, l3, 'DeliveryPostCodeIdentifier'))]
        if (not ((((not bool(v1)) and f13(D, l1)) and f13(D, l2)) and f13(D, l3))): F.append((1, n))

def f26(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f27(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f28(D, a0, a1):
    return (None if f1(D, a0) else a1)

def r1_7(D, F, T, N):
    for n in N:
        l1 = n.get(K31)
        l2 = n.get(K32)
        l3 = n.get(K33)
        v1 = [*optional(f26(D, l1, 'ShipmentStreetName')), *optional(f27(D, l2, 'ShipmentTownName')), *optional(f28(D, l3, 'ShipmentPostCodeIdentifier'))]
        if (not ((((not bool(v1)) and f13(D, l1)) and f13(D, l2)) and f13(D, l3))): F.append((1, n))

def f29(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f30(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f31(D, a0, a1):
    return (None if f1(D, a0) else a1)

def r1_8(D, F, T, N):
    for n in N:
        l1 = n.get(K34)
        l2 = n.get(K35)
        l3 = n.get(K36)
        v1 = [*optional(f29(D, l1, 'AnyPartyStreetName')), *optional(f30(D, l2, 'AnyPartyTownName')), *optional(f31(D, l3, 'AnyPartyPostCodeIdentifier'))]
        if (not ((((not bool(v1)) and f13(D, l1)) and f13(D, l2)) and f13(D, l3))): F.append((1, n))

def f32(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f33(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f34(D, a0, a1):
    return (None if f1(D, a0) else a1)

def r1_9(D, F, T, N):
    for n in N:
        l1 = n.get(K37)
        l2 = n.get(K38)
        l3 = n.get(K39)
        v1 = [*optional(f32(D, l1, 'FactoringPartyStreetName')), *optional(f33(D, l2, 'FactoringPartyTownName')), *optional(f34(D, l3, 'FactoringPartyPostCodeIdentifier'))]
        if (not ((((not bool(v1)) and f13(D, l1)) and f13(D, l2)) and f13(D, l3))): F.append((1, n))

def f35(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f36(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f37(D, a0, a1):
    return (None if f1(D, a0) else a1)

def r1_10(D, F, T, N):
    for n in N:
        l1 = n.get(K40)
        l2 = n.get(K41)
        l3 = n.get(K42)
        v1 = [*optional(f35(D, l1, 'RowAnyPartyStreetName')), *optional(f36(D, l2, 'RowAnyPartyTownName')), *optional(f37(D, l3, 'RowAnyPartyPostCodeIdentifier'))]
        if (not ((((not bool(v1)) and f13(D, l1)) and f13(D, l2)) and f13(D, l3))): F.append((1, n))

def f38(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f39(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f40(D, a0, a1):
    return (None if f1(D, a0) else a1)

def r1_11(D, F, T, N):
    for n in N:
        l1 = n.get(K43)
        l2 = n.get(K44)
        l3 = n.get(K45)
        v1 = [*optional(f38(D, l1, 'SubRowAnyPartyStreetName')), *optional(f39(D, l2, 'SubRowAnyPartyTownName')), *optional(f40(D, l3, 'SubRowAnyPartyPostCodeIdentifier'))]
        if (not ((((not bool(v1)) and f13(D, l1)) and f13(D, l2)) and f13(D, l3))): F.append((1, n))

def r1_12(D, F, T, N):
    for n in N:
        if (not (K46 in n)): F.append((0, n))

def r1_13(D, F, T, N):
    for n in N:
        if (not (f1(D, n.get(K47)) and f1(D, n.get(K48)))): F.append((0, n))

def r1_14(D, F, T, N):
    for n in N:
        if (not f1(D, n.get(K49))): F.append((0, n))

def r1_15(D, F, T, N):
    for n in N:
        if (not ((len(many(n.get(K50))) + len(many(n.get(K51)))) == 1)): F.append((0, n))

def m1_16_0(D, T, N):
    return [bool(((K52 in n))) for n in N]

def r1_16(D, F, T, N):
    h1 = D[q2]
    for n in N:
        v1 = ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((K53 in n) or (K54 in n)) or (K55 in n)) or (K56 in n)) or (K57 in n)) or (K58 in n)) or (K59 in n)) or (K60 in n)) or (K61 in n)) or (K62 in n)) or (K48 in n)) or (K63 in n)) or (K64 in n)) or (K65 in n)) or (K66 in n)) or (K67 in n)) or (K68 in n)) or (K69 in n)) or (K70 in n)) or (K71 in n)) or (K72 in n)) or (K73 in n)) or (K74 in n)) or (K75 in n)) or (K76 in n)) or (K77 in n)) or (K78 in n)) or (K79 in n)) or (K80 in n)) or (K81 in n)) or (K82 in n)) or (K83 in n)) or (K84 in n)) or (K85 in n)) or (K86 in n)) or (K87 in n)) or (K88 in n)) or (K89 in n)) or (K90 in n)) or (K91 in n)) or (K92 in n)) or (K93 in n)) or (K94 in n)) or (K95 in n)) or (K96 in n)) or (K97 in n)) or (K98 in n)) or (K99 in n)) or (K100 in n)) or (K101 in n)) or (K102 in n)) or (K103 in n)) or (K104 in n)) or (K105 in n)) or (K106 in n)) or (K107 in n)) or (K108 in n)) or (K109 in n)) or (K110 in n)) or (K111 in n)) or (K112 in n)) or (K113 in n)) or (K114 in n)) or (K115 in n)) or (K116 in n)) or (K117 in n)) or (K118 in n)) or (K119 in n)) or (K120 in n)) or (K121 in n)) or (K122 in n)) or (K123 in n)) or (K124 in n)) or (K125 in n)) or (K47 in n)) or (K126 in n)) or (K127 in n)) or (K128 in n)) or (K129 in n)) or (K130 in n))
        if (not ((not (not h1)) or (not v1))): F.append((1, n))
        if (not ((not h1) or (not v1))): F.append((2, n))

def r1_17(D, F, T, N):
    h1 = D[q2]
    for n in N:
        if (not (h1 or (((C9.search(n['']) is not None) and (len(n['']) >= 15)) and (len(n['']) <= 61)))): F.append((0, n))

def r2_1(D, F, T, N):
    for n in N:
        l1 = n.get(K131)
        if (not (C10.search(normalize(n[''])) is not None)): F.append((0, n))
        if (not (len(normalize(l1)) == 3)): F.append((1, n))
        if (not ((len(normalize(l1)) != 3) or (normalize(l1) in C12))): F.append((2, n))

def r2_2(D, F, T, N):
    for n in N:
        l1 = n.get(K131)
        if (not (C13.search(normalize(n[''])) is not None)): F.append((0, n))
        if (not (len(normalize(l1)) == 3)): F.append((1, n))
        if (not ((len(normalize(l1)) != 3) or (normalize(l1) in C12))): F.append((2, n))

def r2_3(D, F, T, N):
    for n in N:
        if (not (C14.search(n['']) is not None)): F.append((0, n))

def r2_4(D, F, T, N):
    for n in N:
        if (not (C15.search(n['']) is not None)): F.append((0, n))

def r2_5(D, F, T, N):
    for n in N:
        if (not ((C4.search(normalize(n[''])) is not None) and (normalize(n.get(K132)) == 'CCYYMMDD'))): F.append((0, n))
        if (not ((not (C4.search(normalize(n[''])) is not None)) or f8(D, normalize(n[''])))): F.append((1, n))

def r2_6(D, F, T, N):
    for n in N:
        if (not (len(normalize(n[''])) == 2)): F.append((0, n))
        if (not ((len(normalize(n[''])) != 2) or (normalize(n['']) in C17))): F.append((1, n))

def r2_7(D, F, T, N):
    for n in N:
        if (not (len(normalize(n[''])) == 2)): F.append((0, n))
        if (not ((len(normalize(n[''])) != 2) or (normalize(n['']).lower() in C19))): F.append((1, n))

def r2_8(D, F, T, N):
    h1 = D[q2]
    for n in N:
        if (not ((C20.search(normalize(n[''])) is not None) and (not (h1 and (C21.search(normalize(n[''])) is not None))))): F.append((0, n))

def r2_9(D, F, T, N):
    for n in N:
        if (not (normalize(n['']) in C23)): F.append((0, n))

def r2_10(D, F, T, N):
    h1 = D[q1]
    for n in N:
        l1 = n.get(K133)
        v1 = (translate(normalize(n['']), ' ', '') if h1.startswith('1') else normalize(n['']))
        if (not ((C24.search(v1) is not None) and ((not (l1 is not None)) or (normalize(l1) in C26)))): F.append((1, n))

def r2_11(D, F, T, N):
    for n in N:
        if (not ((normalize(n['']) != '') and (normalize(n.get(K133)) in C28))): F.append((0, n))

def r2_12(D, F, T, N):
    for n in N:
        if (not (any_equal((len(normalize(n[''])),), span(8, 11)) and (normalize(n.get(K133)) == 'BIC'))): F.append((0, n))

def r3_1(D, F, T, N):
    for n in N:
        if (not ((normalize(n['']) == '') or (C29.search(normalize(n[''])) is not None))): F.append((0, n))

def r4_1(D, F, T, N):
    h1 = D[q2]
    for n in N:
        if (not (h1 or (C30.search(normalize(n[''])) is not None))): F.append((0, n))
        if (not (((h1 or (normalize(n['']) == '')) or (not (C30.search(normalize(n[''])) is not None))) or any_equal((normalize(n['']),), [*C31, *('9',), *('220',), *('231',), *('310',), *('311',), *('351',)]))): F.append((1, n))

def r4_2(D, F, T, N):
    h1 = D[q2]
    for n in N:
        if (not (h1 or (C30.search(normalize(n[''])) is not None))): F.append((0, n))
        if (not (((h1 or (normalize(n['']) == '')) or (not (C30.search(normalize(n[''])) is not None))) or (normalize(n['']) in C33))): F.append((1, n))

def r4_3(D, F, T, N):
    h1 = D[q2]
    for n in N:
        if (not (h1 or (C30.search(normalize(n[''])) is not None))): F.append((0, n))
        if (not (((False or (normalize(n['']) == '')) or (not (C30.search(normalize(n[''])) is not None))) or any_equal((normalize(n['']),), [*C34, *('AB',), *('ZEG',), *('ZES',)]))): F.append((1, n))

def r4_4(D, F, T, N):
    h1 = D[q2]
    for n in N:
        if (not (h1 or (C30.search(normalize(n[''])) is not None))): F.append((0, n))
        if (not (((h1 or (normalize(n['']) == '')) or (not (C30.search(normalize(n[''])) is not None))) or (normalize(n['']) in C36))): F.append((1, n))

def r4_5(D, F, T, N):
    h1 = D[q2]
    for n in N:
        if (not (h1 or (C30.search(normalize(n[''])) is not None))): F.append((0, n))
        if (not (((h1 or (normalize(n['']) == '')) or (not (C30.search(normalize(n[''])) is not None))) or (normalize(n['']) in C38))): F.append((1, n))

def r4_6(D, F, T, N):
    h1 = D[q2]
    for n in N:
        if (not (h1 or (C30.search(normalize(n[''])) is not None))): F.append((0, n))
        if (not (((h1 or (normalize(n['']) == '')) or (not (C30.search(normalize(n[''])) is not None))) or (normalize(n['']) in C40))): F.append((1, n))

def m4_7_0(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_7_1(D, T, N):
    return [bool(((K134 in n))) for n in N]

def r4_7(D, F, T, N):
    h1 = D[q2]
    for n in N:
        l1 = n.get(K134)
        if (not (h1 or (C30.search(normalize(l1)) is not None))): F.append((0, n))
        if (not ((h1 or (not (C30.search(normalize(l1)) is not None))) or (normalize(l1) in C42))): F.append((1, n))

def m4_8_0(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_8_1(D, T, N):
    return [bool(((K134 in n))) for n in N]

def r4_8(D, F, T, N):
    h1 = D[q2]
    for n in N:
        l1 = n.get(K134)
        if (not (h1 or (C30.search(normalize(l1)) is not None))): F.append((0, n))
        if (not ((h1 or (not (C30.search(normalize(l1)) is not None))) or (normalize(l1) in C44))): F.append((1, n))

def m4_9_0(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_9_1(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_9_2(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_9_3(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_9_4(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_9_5(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_9_6(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_9_7(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_9_8(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_9_9(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_9_10(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_9_11(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_9_12(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_9_13(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_9_14(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_9_15(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_9_16(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_9_17(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_9_18(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_9_19(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_9_20(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_9_21(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_9_22(D, T, N):
    return [bool(((K134 in n))) for n in N]

def m4_9_23(D, T, N):
    return [bool(((K134 in n))) for n in N]

def r4_9(D, F, T, N):
    h1 = D[q2]
    for n in N:
        l1 = n.get(K134)
        if (not (h1 or (C45.search(normalize(l1)) is not None))): F.append((0, n))
        if (not ((h1 or (not (C45.search(normalize(l1)) is not None))) or (normalize(l1) in C47))): F.append((1, n))

def m4_10_0(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_1(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_2(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_3(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_4(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_5(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_6(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_7(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_8(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_9(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_10(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_11(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_12(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_13(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_14(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_15(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_16(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_17(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_18(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_19(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_20(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_21(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_22(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_23(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_24(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_25(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_26(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_27(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_28(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_29(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_30(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_31(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_32(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_33(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_34(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_35(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_36(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_37(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_38(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_39(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_40(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_41(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_42(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_43(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_44(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_45(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_46(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_47(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_48(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_49(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_50(D, T, N):
    return [bool(((K135 in n))) for n in N]

def m4_10_51(D, T, N):
    return [bool(((K135 in n))) for n in N]

def r4_10(D, F, T, N):
    h1 = D[q2]
    for n in N:
        l1 = n.get(K135)
        if (not (h1 or (C48.search(normalize(l1)) is not None))): F.append((0, n))
        if (not ((h1 or (not (C48.search(normalize(l1)) is not None))) or (normalize(l1) in C50))): F.append((1, n))

def q3(D):
    return [c3 for o4 in [c1 for o2 in many(kid(D.top, K0)) for c1 in many(o2.get(K4))[0:1]] for c3 in many(o4.get(K137))[0:1]]

def q4(D):
    h1 = D[q3]
    return normalize(text(one(h1)))

def q5(D):
    h1 = D[q4]
    return h1.upper()

def q6(D):
    h1 = D[q5]
    return ('a credit note' if (h1 in C58) else ('a self-billed invoice' if (h1 == 'INV07') else ('a pro forma invoice' if (h1 == 'INV06') else ('an invoice' if (h1 in C60) else ''))))

def q7(D):
    h1 = D[q5]
    return (h1 == 'INV02')

def q8(D):
    return [c1 for o2 in many(kid(D.top, K0)) for c1 in many(o2.get(K5)) if (((((f1(D, c1.get(K123)) or f1(D, c1.get(K76))) or f1(D, c1.get(K126))) or f1(D, c1.get(K129))) or f1(D, c1.get(K130))))]

def q9(D):
    h1 = D[q8]
    return all([((f1(D, q1.get(K68)) or f1(D, kid2(q1, K69, K140))) or f1(D, kid2(q1, K102, K141))) for q1 in h1])

def r5_0(D, F, T, N, P1):
    h1 = D[q5]
    h2 = D[q6]
    h3 = D[q7]
    h4 = D[q8]
    h5 = D[q9]
    for n, p1 in zip(N, P1):
        l1 = n.get(K138)
        v2 = normalize(text(packed(list(many(n.get(K136))[0:1]))))
        v3 = ('a credit note' if (v2 in C52) else ('a self-billed invoice' if (v2 in C54) else ('a pro forma invoice' if (v2 == '325') else 'an invoice')))
        if (not (((h1 == '') or (not (C55.search(h1) is not None))) or (C56.search(h1) is not None))): F.append((2, n))
        if (not (((v2 == '') or (h2 == '')) or (v3 == h2))): F.append((3, n))
        if (not ((normalize(text(packed(list(many(l1)[0:1])))) != 'Cancel') or (h1 in C62))): F.append((4, n))
        if (not ((normalize(text(packed(list(many(l1)[0:1])))) != 'Copy') or f1(D, n.get(K139)))): F.append((5, n))
        if (not ((((not h3) or f1(D, n.get(K68))) or f1(D, kid2(n, K69, K140))) or (bool(h4) and h5))): F.append((6, n))
        if (not ((h1 != 'SDD01') or (K142 in p1))): F.append((7, n))
        if (not (not h1.startswith('TES'))): F.append((8, n))

def r5_1(D, F, T, N):
    h1 = D[q5]
    for n in N:
        l1 = kid2(n, K5, K102)
        if (not ((((not (h1 == 'INV03')) or (not (K5 in n))) or (l1 is not None)) or (kid3(n, K5, K52, K143) is not None))): F.append((0, n))
        if (not ((h1 in C64) or (not (l1 is not None)))): F.append((1, n))

def q10(D):
    return [c3 for o4 in [c1 for o2 in many(kid(D.top, K0)) for c1 in many(o2.get(K4))[0:1]] for c3 in many(o4.get(K144))[0:1]]

def f42(D, a0):
    v1 = normalize(a0)
    return (decimal(translate(v1, ',', '.')) if (C65.search(v1) is not None) else None)
f42 = remembered(f42)

def f41(D, a0):
    return (None if (not bool(a0)) else f42(D, (text(nth(a0, 1)) or '')))

def q11(D):
    h1 = D[q10]
    return f41(D, h1)

def r6_0(D, F, T, N):
    h1 = D[q7]
    h2 = D[q11]
    for n in N:
        if (not (((not h1) or (not (h2 is not None))) or at_most(h2, 0))): F.append((0, n))

def f43(D, a0):
    return (None if (not (a0 is not None)) else f42(D, (text(nth(many(a0), 1)) or '')))

def r6_1(D, F, T, N):
    h1 = D[q7]
    h2 = D[q11]
    for n in N:
        v1 = f43(D, n.get(K145))
        if (not ((((not h1) or (not (v1 is not None))) or equal(v1, 0)) or (less(v1, 0) and (not more(h2, 0))))): F.append((1, n))

def f44(D, a0):
    return (any([True for q1 in a0 if (q1 < 0)]) and any([True for q2 in a0 if (q2 > 0)]))

def r6_2(D, F, T, N):
    for n in N:
        v1 = f43(D, n.get(K123))
        v2 = f43(D, n.get(K121))
        v3 = f43(D, n.get(K76))
        if (not (((not less(f43(D, n.get(K126)), 0)) and (not less(f43(D, n.get(K129)), 0))) and (not less(f43(D, n.get(K130)), 0)))): F.append((3, n))
        if (not (not f44(D, [*optional(v1), *optional(v2), *optional(v3)]))): F.append((4, n))

def f48(D, a0, a1):
    v1 = normalize(a0.get(K146)).lower()
    v2 = normalize(a0.get(K135)).upper()
    return (((v1 != '') and any([True for q3 in [*many(a1.get(K126)), *many(a1.get(K129))] if ((normalize(q3.get(K147)).lower() == v1) or (after(normalize(q3.get(K147)).lower(), '/') == v1))])) or ((v2 != '') and any([True for q4 in [*many(a1.get(K126)), *many(a1.get(K129))] if (normalize(q4.get(K135)).upper() == v2)])))

def f49(D, a0):
    return [z for q1 in a0 for z in optional(f42(D, q1['']))]

def f50(D, a0):
    return [z for q1 in many(a0) for z in optional(f42(D, q1['']))]

def f47(D, a0, a1):
    return (f43(D, a0) if (len(many(a0)) < 2) else nth([*f49(D, [c1 for c1 in many(a0) if f48(D, c1, a1)]), *f50(D, a0)], 1))

def f46(D, a0):
    return (f47(D, a0.get(K64), a0) if f1(D, a0.get(K64)) else (f47(D, a0.get(K61), a0) if f1(D, a0.get(K61)) else f43(D, a0.get(K66))))

def f51(D, a0):
    return (f43(D, a0.get(K129)) if f1(D, a0.get(K129)) else (subtract(f43(D, a0.get(K126)), f43(D, a0.get(K128))) if f1(D, a0.get(K128)) else f43(D, a0.get(K126))))

def f52(D, a0):
    return (1 if (not f1(D, a0.get(K127))) else (None if equal(f43(D, a0.get(K127)), 0) else f43(D, a0.get(K127))))

def f53(D, a0, a1, a2):
    return (multiply(a0, a1) if equal(a2, 1) else divide(multiply(a0, a1), a2))

def f55(D, a0, a1, a2, a3):
    return (f43(D, a0) if f1(D, a0) else (0 if (not f1(D, a1)) else (divide(multiply(f43(D, a2), f43(D, a1)), 100) if f1(D, a2) else divide(multiply(a3, f43(D, a1)), 100))))

def f54(D, a0, a1):
    v2 = [*optional(f55(D, a0.get(K87), a0.get(K89), a0.get(K88), a1)), *[z for q1 in many(a0.get(K107)) for z in optional(f55(D, q1.get(K87), q1.get(K89), q1.get(K88), a1))]]
    return (sum(v2) if (len(v2) == (1 + len(many(a0.get(K107))))) else None)

def f56(D, a0, a1):
    v2 = [z for q1 in many(a0.get(K81)) for z in optional(f55(D, q1.get(K148), q1.get(K149), q1.get(K150), a1))]
    return (sum(v2) if (len(v2) == len(many(a0.get(K81)))) else None)

def f57(D, a0, a1, a2, a3):
    return ((((not (a2 is not None)) or (not (a3 is not None))) or at_most(absolute(subtract(a0, add(subtract(a1, a2), a3))), C66)) or ((a1 < 0) and (at_most(absolute(subtract(a0, add(add(a1, a2), a3))), C66) or at_most(absolute(subtract(a0, subtract(add(a1, a2), a3))), C66))))

def f59(D, a0):
    return [z for q1 in a0 for z in optional(f42(D, q1['']))]

def f60(D, a0):
    return any([True for q1 in a0 if (normalize(q1['']) != '')])

def f61(D, a0, a1):
    return (a0 if (not bool(a1)) else f61(D, present(divide(multiply(a0, subtract(100, nth(a1, 1))), 100)), list(a1)[1:]))

def f58(D, a0, a1):
    v1 = f59(D, [*many(a0.get(K89)), *many(kid2(a0, K107, K89))])
    return (None if ((((len(v1) < 2) or (len(v1) > 20)) or (not (a1 is not None))) or f60(D, [*many(a0.get(K87)), *many(kid2(a0, K107, K87))])) else subtract(a1, f61(D, present(a1), v1)))

def f45(D, a0):
    v1 = f43(D, a0.get(K123))
    v2 = f53(D, f46(D, a0), f51(D, a0), f52(D, a0))
    return (True if ((not (v1 is not None)) or (not (v2 is not None))) else (at_most(absolute(subtract(v1, v2)), C66) if ((((not (K87 in a0)) and (not (K89 in a0))) and (not (K107 in a0))) and (not (K81 in a0))) else (f57(D, present(v1), present(v2), f54(D, a0, v2), f56(D, a0, v2)) or ((f58(D, a0, v2) is not None) and f57(D, present(v1), present(v2), f58(D, a0, v2), f56(D, a0, v2))))))

def f62(D, a0):
    return any([True for q1 in [*many(a0.get(K126)), *many(a0.get(K129))] if (C67.search((q1.get(K147) or '').lower()) is not None)])

def q12(D):
    return many(kids(packed([c3 for o4 in [c1 for o2 in many(kid(D.top, K0)) for c1 in many(o2.get(K4))[0:1]] for c3 in many(o4.get(K144))[0:1]]), K131))

def q13(D):
    h1 = D[q12]
    return normalize(one(h1))

def q14(D):
    h1 = D[q13]
    return h1.upper()

def f63(D, a0):
    h1 = D[q14]
    return ((h1 == '') or all([any_equal((normalize(q1.get(K131)).upper(),), [*('',), *(h1,)]) for q1 in a0]))

def f64(D, a0):
    return all([((normalize(q1['']) == '') or (f42(D, q1['']) is not None)) for q1 in many(a0)])

def f65(D, a0):
    return present(nth([*optional(f43(D, a0)), *(0,)], 1))

def f66(D, a0, a1, a2):
    return (((not (a0 is not None)) or (not (a1 is not None))) or at_most(absolute(subtract(a0, a1)), a2))

def f68(D, a0):
    return any([True for q1 in many(a0) if (normalize(q1) != '')])

def f67(D, a0):
    v2 = packed(list(many(a0.get(K126))[0:1]))
    v4 = packed(list(many(a0.get(K129))[0:1]))
    return (((f68(D, kid(v2, K147)) and f68(D, kid(v4, K147))) and (normalize(opt(kid(v2, K147))).lower() != normalize(opt(kid(v4, K147))).lower())) or ((f68(D, kid(v2, K135)) and f68(D, kid(v4, K135))) and (normalize(opt(kid(v2, K135))).upper() != normalize(opt(kid(v4, K135))).upper())))

def f69(D, a0):
    return (many(None) if f62(D, a0) else [*optional(f53(D, f46(D, a0), f51(D, a0), f52(D, a0))), *optional(f53(D, f46(D, a0), f43(D, a0.get(K126)), f52(D, a0)))])

def f70(D, a0, a1, a2, a3):
    v1 = f43(D, a0)
    v2 = f43(D, a1)
    v3 = (optional(f43(D, a2)) if f1(D, a2) else a3)
    return ((((not (v1 is not None)) or (not (v2 is not None))) or (not bool(v3))) or any([True for q4 in v3 if at_most(absolute(subtract(absolute(v1), absolute(divide(multiply(q4, v2), 100)))), C66)]))

def f72(D, a0, a1):
    v1 = f69(D, a0)
    v5 = (f65(D, a0.get(K87)) + sum([f65(D, q4.get(K87)) for q2 in span(1, (a1 - 1)) for q4 in optional(nth(many(a0.get(K107)), q2))]))
    return [*v1, *[z for q6 in v1 for z in [*((q6 - v5),), *((q6 + v5),)]]]

def f71(D, a0):
    v1 = a0.get(K107)
    return [z for q2 in span(1, len(many(v1))) for q4 in optional(nth(many(v1), q2)) for z in optional((None if (((not f1(D, q4.get(K89))) or (not f1(D, q4.get(K87)))) or f70(D, q4.get(K87), q4.get(K89), q4.get(K88), f72(D, a0, q2))) else q2))]

def r7_0(D, F, T, N):
    for n in N:
        l1 = n.get(K123)
        l2 = n.get(K126)
        l3 = n.get(K129)
        l4 = n.get(K128)
        l5 = n.get(K87)
        l6 = n.get(K88)
        l7 = kid2(n, K107, K87)
        l8 = kid2(n, K107, K88)
        l9 = n.get(K76)
        l10 = n.get(K121)
        l11 = n.get(K89)
        if (not ((f45(D, n) or f62(D, n)) or (not f63(D, [*many(l1), *many(l2), *many(l3), *many(l4), *many(l5), *many(l6), *many(l7), *many(l8), *many(kid2(n, K81, K148)), *many(kid2(n, K81, K150))])))): F.append((0, n))
        if (not ((((((not f1(D, l3)) or (not f1(D, l2))) or (not f64(D, l4))) or f66(D, f43(D, l3), subtract(f43(D, l2), f65(D, l4)), C66)) or (not f63(D, [*many(l2), *many(l3), *many(l4)]))) or f67(D, n))): F.append((1, n))
        if (not (((not f1(D, l9)) or f66(D, f43(D, l9), add(f43(D, l1), f43(D, l10)), C66)) or (not f63(D, [*many(l9), *many(l1), *many(l10)])))): F.append((2, n))
        if (not (((not f1(D, l10)) or f66(D, f43(D, l10), divide(multiply(f43(D, l1), f43(D, n.get(K124))), 100), C66)) or (not f63(D, [*many(l10), *many(l1)])))): F.append((3, n))
        if (not ((((not f1(D, l11)) or (not f1(D, l5))) or f70(D, l5, l11, l6, f69(D, n))) or (not f63(D, [*many(l5), *many(l6), *many(l2), *many(l3)])))): F.append((4, n))
        if (not (((not (K107 in n)) or (not bool(f71(D, n)))) or (not f63(D, [*many(l5), *many(l7), *many(l8), *many(l2), *many(l3)])))): F.append((5, n))

def q15(D):
    return [z for y in [c1 for o2 in many(kid(D.top, K0)) for c1 in many(o2.get(K4))[0:1]] for z in many(y.get(K151))]

def q16(D):
    h1 = D[q15]
    return f41(D, h1)

def q17(D):
    h1 = D[q8]
    return all([(f43(D, q1.get(K123)) is not None) for q1 in h1])

def q18(D):
    h1 = D[q8]
    return [z for y in h1 for z in many(y.get(K123))]

def f73(D, a0):
    h1 = D[q14]
    return ((h1 == '') or all([any_equal((normalize(q1.get(K131)).upper(),), [*('',), *(h1,)]) for q1 in a0]))

def q19(D):
    h1 = D[q18]
    return f73(D, h1)

def f75(D, a0):
    return all([((normalize(q1['']) == '') or (f42(D, q1['']) is not None)) for q1 in a0])

def f74(D, a0):
    return (sum(f49(D, a0)) if f75(D, a0) else None)

def q20(D):
    h1 = D[q18]
    return f74(D, h1)

def q21(D):
    h1 = D[q8]
    h2 = D[q17]
    h3 = D[q19]
    h4 = D[q20]
    return (h4 if ((bool(h1) and h2) and h3) else None)

def q22(D):
    h1 = D[q16]
    h2 = D[q21]
    return [*optional(h1), *optional(h2)]

def q23(D):
    h1 = D[q22]
    return nth(h1, 1)

def r7_1(D, F, T, N, P1):
    h1 = D[q23]
    for n, p1 in zip(N, P1):
        l1 = n.get(K149)
        l2 = n.get(K148)
        l3 = n.get(K150)
        if (not ((((not f1(D, l1)) or (not f1(D, l2))) or f70(D, l2, l1, l3, optional(h1))) or (not f63(D, [*many(l2), *many(l3), *many(p1.get(K151))])))): F.append((0, n))

def f76(D, a0):
    h1 = D[q14]
    return ((h1 == '') or all([any_equal((normalize(q1.get(K131)).upper(),), [*('',), *(h1,)]) for q1 in many(a0)]))

def q24(D):
    return [z for y in [c1 for o2 in many(kid(D.top, K0)) for c1 in many(o2.get(K4))[0:1]] for z in many(y.get(K156))]

def f77(D, a0):
    return (f74(D, [z for y in a0 for z in many(y.get(K148))]) if (all([(f43(D, q1.get(K148)) is not None) for q1 in a0]) and f73(D, [z for y in a0 for z in many(y.get(K148))])) else None)

def q25(D):
    h1 = D[q24]
    return f77(D, h1)

def q26(D):
    return [z for y in [c1 for o2 in many(kid(D.top, K0)) for c1 in many(o2.get(K4))[0:1]] for z in many(y.get(K157))]

def q27(D):
    h1 = D[q26]
    return f77(D, h1)

def q28(D):
    return [c5 for o6 in [c3 for o4 in [c1 for o2 in many(kid(D.top, K0)) for c1 in many(o2.get(K158))[0:1]] for c3 in many(o4.get(K13))[0:1]] for c5 in many(o6.get(K159))[0:1]]

def q29(D):
    h1 = D[q28]
    return normalize(text(one(h1)))

def q30(D):
    h1 = D[q29]
    return h1.upper()

def q31(D):
    h1 = D[q30]
    return (h1 == 'EN16931')

def q32(D):
    return [c3 for o4 in [c1 for o2 in many(kid(D.top, K0)) for c1 in many(o2.get(K4))[0:1]] for c3 in many(o4.get(K160)) if (f63(D, [*many(c3.get(K161)), *many(c3.get(K162))]))]

def q33(D):
    h1 = D[q32]
    return any([True for q1 in h1 if (not (f43(D, q1.get(K162)) is not None))])

def q34(D):
    h1 = D[q32]
    return [z for y in h1 for z in many(y.get(K162))]

def q35(D):
    h1 = D[q34]
    return f74(D, h1)

def q36(D):
    return [c3 for o4 in [c1 for o2 in many(kid(D.top, K0)) for c1 in many(o2.get(K163))[0:1]] for c3 in many(o4.get(K164))[0:1]]

def q37(D):
    h1 = D[q36]
    return normalize(text(one(h1)))

def q38(D):
    h1 = D[q37]
    return h1.upper()

def q39(D):
    return kids(D.top, K0, K166)

def q40(D):
    h1 = D[q39]
    return (h1 is not None)

def f78(D, a0):
    return all([((normalize(q1['']) == '') or (f42(D, q1['']) is not None)) for q1 in a0])

def q41(D):
    return [c5 for o6 in [c3 for o4 in [c1 for o2 in many(kid(D.top, K0)) for c1 in many(o2.get(K6))[0:1]] for c3 in many(o4.get(K168))[0:1]] for c5 in many(o6.get(K145))[0:1]]

def r7_2(D, F, T, N):
    h1 = D[q21]
    h2 = D[q25]
    h3 = D[q27]
    h4 = D[q31]
    h5 = D[q32]
    h6 = D[q33]
    h7 = D[q35]
    h8 = D[q38]
    h9 = D[q5]
    h10 = D[q40]
    h11 = D[q41]
    h12 = D[q7]
    for n in N:
        l1 = n.get(K151)
        l2 = n.get(K152)
        l3 = n.get(K153)
        l4 = n.get(K154)
        l5 = n.get(K155)
        l6 = n.get(K165)
        l7 = n.get(K167)
        v1 = (f43(D, l1) if f1(D, l1) else h1)
        v2 = (f43(D, l2) if f1(D, l2) else 0)
        v3 = (f43(D, l3) if f1(D, l3) else 0)
        v4 = f43(D, l4)
        v5 = f43(D, l5)
        v6 = f43(D, n.get(K144))
        if (not (((not f1(D, l1)) or (not f76(D, l1))) or f66(D, f43(D, l1), h1, C66))): F.append((6, n))
        if (not (((not f1(D, l2)) or (not f76(D, l2))) or f66(D, f43(D, l2), h2, C66))): F.append((7, n))
        if (not (((not f1(D, l3)) or (not f76(D, l3))) or f66(D, f43(D, l3), h3, C66))): F.append((8, n))
        if (not (((((not h4) or (not (v4 is not None))) or f66(D, v4, add(subtract(v1, v2), v3), C66)) or f66(D, v4, add(subtract(v1, (v2 if f1(D, l2) else h2)), (v3 if f1(D, l3) else h3)), C66)) or (not f63(D, [*many(l4), *many(l1), *many(l2), *many(l3)])))): F.append((9, n))
        if (not ((((((not h4) or (not (v5 is not None))) or (not bool(h5))) or (not f76(D, l5))) or h6) or f66(D, v5, h7, C66))): F.append((10, n))
        if (not ((((not h4) or (not (v6 is not None))) or f66(D, v6, add(v4, v5), C66)) or (not f63(D, [*many(l4), *many(l5)])))): F.append((11, n))
        if (not (((((not (not h4)) or (not (v4 is not None))) or f66(D, v4, add(subtract(v1, v2), v3), C66)) or f66(D, v4, add(subtract(v1, (v2 if f1(D, l2) else h2)), (v3 if f1(D, l3) else h3)), C66)) or (not f63(D, [*many(l4), *many(l1), *many(l2), *many(l3)])))): F.append((12, n))
        if (not ((((((not (not h4)) or (not (v5 is not None))) or (not bool(h5))) or (not f76(D, l5))) or h6) or f66(D, v5, h7, C66))): F.append((13, n))
        if (not ((((not (not h4)) or (not (v6 is not None))) or f66(D, v6, add(v4, v5), C66)) or (not f63(D, [*many(l4), *many(l5)])))): F.append((14, n))
        if (not (((((((((h8 == 'PAID') or ((h8 == 'PARTLYPAID') and (not (l6 is not None)))) or (h9 in C69)) or h10) or (not (v6 is not None))) or (not f78(D, [*many(l6), *many(l7)]))) or f66(D, f41(D, h11), add(subtract(v6, f65(D, l6)), f65(D, l7)), C66)) or (h12 and f66(D, negate(f41(D, h11)), add(subtract(v6, f65(D, l6)), f65(D, l7)), C66))) or (not f63(D, [*many(l6), *many(l7), *h11])))): F.append((15, n))
        if (not (absolute(f65(D, l7)) < 1)): F.append((16, n))

def r7_3(D, F, T, N):
    h1 = D[q41]
    for n in N:
        l1 = n.get(K164)
        if (not (((normalize(text(packed(list(many(l1)[0:1])))).upper() != 'PAID') or (not (f41(D, h1) is not None))) or equal(f41(D, h1), 0))): F.append((0, n))
        if (not ((not f1(D, n.get(K169))) or (normalize(text(packed(list(many(l1)[0:1])))).upper() in C71))): F.append((1, n))

def r7_4(D, F, T, N):
    for n in N:
        v2 = [c1 for c1 in [*(len(many(n.get(K170))),), *(len(many(n.get(K171))),), *(len(many(n.get(K172))),), *(len(many(n.get(K173))),)] if (c1 > 0)]
        if (not (len(list(dict.fromkeys(v2))) < 2)): F.append((1, n))

def q42(D):
    h1 = D[q32]
    return all([(normalize(text(packed(list(many(q1.get(K174))[0:1])))) != '') for q1 in h1])

def q43(D):
    h1 = D[q8]
    return all([(normalize(text(packed(list(many(q1.get(K122))[0:1])))) != '') for q1 in h1])

def q44(D):
    h1 = D[q42]
    h2 = D[q43]
    return (h1 and h2)

def f80(D, a0, a1):
    return ('' if ((a0 == '') or ((not (f42(D, a1) is not None)) and ((a1 != '') or (a0.upper() == 'S')))) else (a0.upper() + ' ' + (nth([c1 for c1 in [*(decimal_text_or_nothing(f42(D, a1)),), *('0',)] if (c1 != '')], 1) or '')))
f80 = remembered(f80)

def f81(D, a0, a1):
    return (decimal_text_or_nothing(f42(D, a1)) if (f42(D, a1) is not None) else ('0' if ((a1 == '') and (not (a0.upper() in C73))) else ''))
f81 = remembered(f81)

def f79(D, a0, a1):
    h1 = D[q44]
    return (f80(D, normalize(text(nth(many(a0), 1))), normalize(text(nth(many(a1), 1)))) if h1 else f81(D, normalize(text(nth(many(a0), 1))), normalize(text(nth(many(a1), 1)))))

def q45(D):
    h1 = D[q32]
    return [f79(D, q1.get(K174), q1.get(K175)) for q1 in h1]

def q46(D):
    h1 = D[q45]
    return list(dict.fromkeys(h1))

def q47(D):
    h1 = D[q46]
    return (len(h1) <= 50)

def f82(D, a0, a1):
    v1 = f49(D, a0)
    return (sum(v1) if (len(v1) == a1) else None)

def q48(D):
    h1 = D[q8]
    return [f79(D, q1.get(K122), q1.get(K124)) for q1 in h1]

def q49(D):
    h1 = D[q48]
    return list(dict.fromkeys(h1))

def f83(D, a0):
    h1 = D[q49]
    return (f74(D, [z for y in a0 for z in many(y.get(K121))]) if (((bool(a0) and (not ('' in h1))) and all([(f43(D, q1.get(K121)) is not None) for q1 in a0])) and f73(D, [z for y in a0 for z in many(y.get(K121))])) else None)

def f84(D, a0, a1):
    return (f43(D, a1) if f1(D, a1) else (None if (normalize(text(nth(many(a0), 1))).upper() in C73) else 0))

def q50(D):
    h1 = D[q24]
    return [c1 for c1 in h1 if (f79(D, c1.get(K176), c1.get(K175)) != '')]

def q51(D):
    h1 = D[q26]
    return [c1 for c1 in h1 if (f79(D, c1.get(K176), c1.get(K175)) != '')]

def q52(D):
    return [z for y in [c1 for o2 in many(kid(D.top, K0)) for c1 in many(o2.get(K4))[0:1]] for z in many(y.get(K152))]

def q53(D):
    return [z for y in [c1 for o2 in many(kid(D.top, K0)) for c1 in many(o2.get(K4))[0:1]] for z in many(y.get(K153))]

def q54(D):
    h1 = D[q52]
    h2 = D[q53]
    return [*h1, *h2]

def q55(D):
    h1 = D[q54]
    return f60(D, h1)

def q56(D):
    h1 = D[q21]
    h2 = D[q49]
    h3 = D[q46]
    h4 = D[q50]
    h5 = D[q51]
    h6 = D[q55]
    h7 = D[q24]
    h8 = D[q26]
    return ((((((h1 is not None) and (not ('' in h2))) and (not ('' in h3))) and (f77(D, h4) is not None)) and (f77(D, h5) is not None)) and ((not h6) or (len([*h4, *h5]) == len([*h7, *h8]))))

def f85(D, a0):
    h1 = D[q51]
    h2 = D[q50]
    return (sum(f49(D, [z for y in [c1 for c1 in h1 if (f79(D, c1.get(K176), c1.get(K175)) == a0)] for z in many(y.get(K148))])) - sum(f49(D, [z for y in [c2 for c2 in h2 if (f79(D, c2.get(K176), c2.get(K175)) == a0)] for z in many(y.get(K148))])))

def f86(D, a0, a1, a2, a3):
    v1 = (C66 * (1 if (a3 < 1) else a3))
    return ((((not (a0 is not None)) or ((not (a1 is not None)) and (not (a2 is not None)))) or ((a1 is not None) and at_most(absolute(subtract(a0, a1)), v1))) or ((a2 is not None) and at_most(absolute(subtract(a0, a2)), v1)))

def r7_5(D, F, T, N):
    h1 = D[q47]
    h2 = D[q32]
    h3 = D[q8]
    h4 = D[q56]
    h5 = D[q55]
    h6 = D[q49]
    for n in N:
        l1 = n.get(K174)
        l2 = n.get(K175)
        l3 = n.get(K161)
        l4 = n.get(K162)
        v1 = (f79(D, l1, l2) if h1 else '')
        v3 = (many(None) if (v1 == '') else [c2 for c2 in h2 if (f79(D, c2.get(K174), c2.get(K175)) == v1)])
        v4 = f82(D, [z for y in v3 for z in many(y.get(K161))], len(v3))
        v5 = f82(D, [z for y in v3 for z in many(y.get(K162))], len(v3))
        v7 = (many(None) if (v1 == '') else [c6 for c6 in h3 if (f79(D, c6.get(K122), c6.get(K124)) == v1)])
        v8 = sum(f49(D, [z for y in v7 for z in many(y.get(K123))]))
        v9 = f83(D, v7)
        v10 = divide(multiply(v4, f84(D, l1, l2)), 100)
        if (not ((((((v1 == '') or (not (v4 is not None))) or (not h4)) or (not f63(D, [*many(l3), *many(l4)]))) or at_most(absolute(subtract(v4, (v8 + f85(D, v1)))), C66)) or ((not h5) and at_most(absolute(subtract(v4, v8)), C66)))): F.append((8, n))
        if (not (((v1 == '') or (not f63(D, [*many(l3), *many(l4)]))) or f86(D, v5, v9, v10, (len(h3) if ('' in h6) else len(v7))))): F.append((9, n))

def q57(D):
    h1 = D[q8]
    return all([(f43(D, q1.get(K76)) is not None) for q1 in h1])

def q58(D):
    h1 = D[q57]
    h2 = D[q11]
    return (h2 if h1 else None)

def q59(D):
    h1 = D[q18]
    return f49(D, h1)

def q60(D):
    h1 = D[q59]
    return sum(h1)

def q61(D):
    h1 = D[q60]
    return h1

def q62(D):
    h1 = D[q8]
    return [z for y in h1 for z in many(y.get(K76))]

def q63(D):
    h1 = D[q62]
    return f49(D, h1)

def q64(D):
    h1 = D[q63]
    return sum(h1)

def q65(D):
    h1 = D[q64]
    return h1

def f87(D, a0):
    h1 = D[q17]
    h2 = D[q58]
    h3 = D[q61]
    h4 = D[q65]
    v2 = packed(list(many(a0.get(K4))[0:1]))
    v3 = (nth([*optional(f43(D, kid(v2, K151))), *optional(f43(D, kid(v2, K154)))], 1) if h1 else None)
    v4 = h2
    v5 = h3
    v6 = h4
    v7 = sum(f50(D, kid3(a0, K5, K52, K177)))
    v8 = sum(f50(D, kid3(a0, K5, K52, K178)))
    return (((((v3 is not None) or (v4 is not None)) and (not ((v3 is not None) and at_most(absolute(subtract(v3, v5)), C66)))) and (not ((v4 is not None) and at_most(absolute(subtract(v4, v6)), C66)))) and ((((v3 is not None) and (v7 != 0)) and at_most(absolute(subtract(subtract(v3, v5), v7)), C66)) or (((v4 is not None) and (v8 != 0)) and at_most(absolute(subtract(subtract(v4, v6), v8)), C66))))

def r7_6(D, F, T, N):
    for n in N:
        l1 = n.get(K5)
        if (not ((not (l1 is not None)) or any([True for q1 in many(l1) if ((not (K52 in q1)) or (len(child_nodes(q1)) > len(many(q1.get(K52)))))]))): F.append((0, n))
        if (not ((not (kid2(n, K5, K52) is not None)) or (not f87(D, n)))): F.append((1, n))

def r8_0(D, F, T, N):
    h1 = D[q14]
    for n in N:
        if (not ((h1 == '') or any_equal((normalize(n.get(K131)).upper(),), [*('',), *(h1,)]))): F.append((0, n))

def q66(D):
    h1 = D[q8]
    return [c1 for c1 in h1 if (((f65(D, c1.get(K123)) != 0) or (f65(D, c1.get(K76)) != 0)) or (f65(D, c1.get(K121)) != 0))]

def q67(D):
    h1 = D[q66]
    return [f79(D, q1.get(K122), q1.get(K124)) for q1 in h1]

def q68(D):
    h1 = D[q67]
    return list(dict.fromkeys(h1))

def q69(D):
    h1 = D[q24]
    h2 = D[q26]
    return [*h1, *h2]

def q70(D):
    h1 = D[q69]
    return [f79(D, q1.get(K176), q1.get(K175)) for q1 in h1]

def q71(D):
    h1 = D[q70]
    return list(dict.fromkeys(h1))

def q72(D):
    h1 = D[q68]
    h2 = D[q71]
    h3 = D[q46]
    return [c1 for c1 in [*h1, *h2] if ((c1 != '') and (not any_equal((c1,), h3)))]

def q73(D):
    return kids(D.top, K0, K4, K160, K174)

def q74(D):
    return kids(D.top, K0, K4, K156, K176)

def q75(D):
    return kids(D.top, K0, K4, K157, K176)

def q76(D):
    return kids(D.top, K0, K5, K122)

def q77(D):
    h1 = D[q73]
    h2 = D[q74]
    h3 = D[q75]
    h4 = D[q76]
    return [*many(h1), *many(h2), *many(h3), *many(h4)]

def q78(D):
    h1 = D[q77]
    return [normalize(q1['']).upper() for q1 in h1]

def q79(D):
    h1 = D[q78]
    return list(dict.fromkeys(h1))

def q80(D):
    h1 = D[q79]
    return [c1 for c1 in h1 if (c1 in C75)]

def q81(D):
    h1 = D[q79]
    return [c1 for c1 in h1 if (c1 in C77)]

def q82(D):
    return kids(D.top, K0, K4, K160)

def f88(D, a0):
    return normalize(text(nth(many(a0), 1))).upper()

def q83(D):
    return kids(D.top, K0, K4, K181)

def q84(D):
    h1 = D[q82]
    h2 = D[q83]
    return any([True for q1 in many(h1) if ((f88(D, q1.get(K174)) == 'E') and any([True for q2 in [*many(q1.get(K179)), *many(q1.get(K180)), *many(h2)] if (C78.search(q2[''].lower()) is not None)]))])

def q85(D):
    h1 = D[q81]
    h2 = D[q84]
    return [*h1, *optional(('E' if h2 else None))]

def q86(D):
    return kids(D.top, K0, K2, K182)

def q87(D):
    return [z for y in [c1 for o2 in many(kid(D.top, K0)) for c1 in many(o2.get(K183)) if (item_is(kid2(c1, K184, K185), 'SellerTaxRepr'))] for z in many(y.get(K186))]

def q88(D):
    h1 = D[q86]
    h2 = D[q87]
    return [*many(h1), *h2]

def q89(D):
    h1 = D[q88]
    return f60(D, h1)

def q90(D):
    return kids(D.top, K0, K3, K187)

def q91(D):
    h1 = D[q90]
    return f1(D, h1)

def q92(D):
    return kids(D.top, K0, K2, K188, K189)

def f89(D, a0, a1):
    return (normalize(text(nth(many(a0), 1))).upper() if f1(D, a0) else (substring(normalize(text(nth(many(a1), 1))), 1, 2).upper() if (C81.search(normalize(text(nth(many(a1), 1)))) is not None) else ''))

def q93(D):
    h1 = D[q92]
    h2 = D[q86]
    return f89(D, h1, h2)

def q94(D):
    return kids(D.top, K0, K3, K190, K189)

def q95(D):
    h1 = D[q94]
    h2 = D[q90]
    return f89(D, h1, h2)

def q96(D):
    return kids(D.top, K0, K4, K160, K175)

def q97(D):
    h1 = D[q96]
    return f50(D, h1)

def q98(D):
    h1 = D[q97]
    return any_equal(h1, [*(C82,), *(24,), *(23,), *(22,), *(14,), *(C83,), *(13,), *(10,), *(9,), *(8,)])

def r9_0(D, F, T, N):
    h1 = D[q72]
    h2 = D[q80]
    h3 = D[q85]
    h4 = D[q32]
    h5 = D[q46]
    h6 = D[q89]
    h7 = D[q91]
    h8 = D[q14]
    h9 = D[q93]
    h10 = D[q95]
    h11 = D[q98]
    for n in N:
        l1 = n.get(K155)
        l2 = kid2(n, K160, K162)
        v1 = h1
        v2 = h2
        v3 = h3
        if (not (((not bool(h4)) or ('' in h5)) or (not bool(v1)))): F.append((3, n))
        if (not ((not bool(v3)) or (h6 and h7))): F.append((4, n))
        if (not (not bool(v2))): F.append((5, n))
        if (not (((((h8 in C80) or (h9 != 'FI')) or (not ((h10 == 'FI') or h11))) or ((f65(D, l1) + sum(f50(D, l2))) == 0)) or any([True for q4 in [*many(l1), *many(n.get(K191)), *many(l2)] if (normalize(q4.get(K131)).upper() == 'EUR')]))): F.append((6, n))

def q99(D):
    return [c1 for o2 in many(kid(D.top, K0)) for c1 in many(o2.get(K5)) if (f1(D, c1.get(K92)))]

def q100(D):
    h1 = D[q99]
    return [normalize(text(packed(list(many(q1.get(K122))[0:1])))).upper() for q1 in h1]

def q101(D):
    h1 = D[q100]
    return list(dict.fromkeys(h1))

def r9_1(D, F, T, N, P1):
    h1 = D[q8]
    h2 = D[q49]
    h3 = D[q71]
    h4 = D[q101]
    for n, p1 in zip(N, P1):
        l1 = n.get(K174)
        l2 = n.get(K175)
        l3 = n.get(K161)
        l4 = n.get(K162)
        v1 = f88(D, l1)
        v2 = f79(D, l1, l2)
        if (not (((((((v2 == '') or (not bool(h1))) or ('' in h2)) or (not f63(D, [*many(l3), *many(l4)]))) or (v2 in h2)) or (v2 in h3)) or ((f65(D, l3) == 0) and (f65(D, l4) == 0)))): F.append((2, n))
        if (not (((v1 in C85) or f60(D, [*many(n.get(K179)), *many(n.get(K180)), *many(p1.get(K181))])) or (v1 in h4))): F.append((3, n))
        if (not ((not (v1 in C87)) or ((f65(D, l4) == 0) and (f65(D, l2) == 0)))): F.append((4, n))
        if (not (((v1 != 'S') or (not f64(D, l2))) or (f65(D, l2) > 0))): F.append((5, n))

def r9_2(D, F, T, N):
    for n in N:
        l1 = n.get(K122)
        l2 = n.get(K124)
        if (not ((not (f88(D, l1) in C87)) or ((f65(D, n.get(K121)) == 0) and (f65(D, l2) == 0)))): F.append((0, n))
        if (not ((((f88(D, l1) != 'S') or (not f64(D, l2))) or (f65(D, l2) > 0)) or (not f60(D, [*many(l2), *many(n.get(K123)), *many(n.get(K76))])))): F.append((1, n))

def r9_3(D, F, T, N):
    for n in N:
        l1 = n.get(K176)
        l2 = n.get(K175)
        if (not ((not (f88(D, l1) in C87)) or (f65(D, l2) == 0))): F.append((0, n))
        if (not (((f88(D, l1) != 'S') or (not f64(D, l2))) or (f65(D, l2) > 0))): F.append((1, n))

def f94(D, a0, a1):
    v1 = [ord(z) for z in a0]
    return sum([z for q2 in span(1, len(a1)) for z in optional(multiply(subtract(nth(v1, q2), 48), nth(a1, q2)))])

def f93(D, a0):
    return modulo((11 - modulo(f94(D, a0, [*(7,), *(9,), *(10,), *(5,), *(8,), *(4,), *(2,)]), 11)), 11)
f93 = remembered(f93)

def f92(D, a0):
    return ((str(f93(D, substring(a0, 1, 7))) == substring(a0, 9)) if (C90.search(a0) is not None) else False)
f92 = remembered(f92)

def f91(D, a0):
    return f92(D, (substring(a0, 1, 7) + '-' + substring(a0, 8)))
f91 = remembered(f91)

def f90(D, a0):
    return ((C89.search(a0) is not None) and f91(D, substring(a0, 3)))
f90 = remembered(f90)

def r9_4(D, F, T, N):
    for n in N:
        v1 = normalize(n[''])
        if (not ((not (C88.search(v1) is not None)) or f90(D, v1))): F.append((1, n))

def r10_0(D, F, T, N):
    for n in N:
        if (not f1(D, n.get(K192))): F.append((0, n))

def q102(D):
    return kids(D.top, K0, K6, K194, K195, K196)

def f95(D, a0):
    return translate(normalize(text(nth((a0,), 1))), ' ', '').upper()

def f97(D, a0):
    v1 = (substring(a0, 5) + substring(a0, 1, 4))
    return (modulo(integer(''.join([str(((q2 - 55) if (q2 > 64) else (q2 - 48))) for q2 in [ord(z) for z in v1]])), 97) if (C94.search(a0) is not None) else -1)
f97 = remembered(f97)

def f96(D, a0):
    return ((((C92.search(a0) is not None) and (not a0.startswith('RF'))) and ((not a0.startswith('FI')) or (C93.search(a0) is not None))) and (f97(D, a0) == 1))
f96 = remembered(f96)

def q103(D):
    return kids(D.top, K0, K6, K194, K197, K198)

def q104(D):
    h1 = D[q103]
    return f1(D, h1)

def r10_1(D, F, T, N, P1, P2):
    h1 = D[q102]
    h2 = D[q104]
    for n, p1, p2 in zip(N, P1, P2):
        v1 = normalize(n[''])
        v2 = normalize(n.get(K133)).upper()
        v4 = ((K193 in p1) and any([True for q3 in many(h1) if ((f95(D, q3) == f95(D, n)) and (normalize(q3.get(K133)).upper() == v2))]))
        v5 = ((v1 != '') and ((v2 == 'IBAN') or ((v2 == '') and (C91.search(v1) is not None))))
        if (not (((not v5) or v4) or f96(D, v1))): F.append((4, n))
        if (not (((not v5) or f60(D, [*many(kid2(p2, K197, K198)), *many(p1.get(K49))])) or (v4 and (not h2)))): F.append((5, n))

def f100(D, a0):
    v1 = len(a0)
    return modulo((10 - modulo(f94(D, a0, [z for q2 in span(1, v1) for z in optional(nth([*(7,), *(3,), *(1,)], (1 + modulo((v1 - q2), 3))))]), 10)), 10)
f100 = remembered(f100)

def f99(D, a0):
    v1 = replaced(a0, C96, '')
    return ((str(f100(D, substring(v1, 1, (len(v1) - 1)))) == substring(v1, len(v1))) if (C97.search(v1) is not None) else False)
f99 = remembered(f99)

def f101(D, a0):
    return ((C98.search(a0) is not None) and (f97(D, a0.upper()) == 1))
f101 = remembered(f101)

def f98(D, a0):
    return (((len(a0) > 20) or (not f99(D, a0))) if (C95.search(a0) is not None) else ((not f101(D, a0)) if a0.startswith('RF') else False))
f98 = remembered(f98)

def r10_2(D, F, T, N):
    for n in N:
        v1 = f95(D, n)
        v2 = normalize(n.get(K133)).upper()
        if (not (not f98(D, v1))): F.append((2, n))
        if (not (((not (v2 in C26)) or (not (C99.search(v1) is not None))) or (v2 == ('ISO' if v1.startswith('RF') else 'SPY')))): F.append((3, n))

def r10_3(D, F, T, N):
    for n in N:
        if (not (not f98(D, f95(D, n)))): F.append((0, n))

def f102(D, a0):
    return any([True for q1 in (a0,) if (normalize(q1['']) != '')])

def q105(D):
    return [c3 for o4 in [z for y in [c1 for o2 in many(kid(D.top, K0)) for c1 in many(o2.get(K4))[0:1]] for z in many(y.get(K199))] for c3 in many(o4.get(K200)) if (f102(D, c3))]

def f103(D, a0):
    v1 = ('' if False else normalize(text(nth((a0,), 1))))
    return (integer(v1) if f8(D, v1) else None)

def f104(D, a0):
    v1 = ('' if (not bool(a0)) else normalize(text(nth(a0, 1))))
    return (integer(v1) if f8(D, v1) else None)

def q106(D):
    return [c3 for o4 in [c1 for o2 in many(kid(D.top, K0)) for c1 in many(o2.get(K4))[0:1]] for c3 in many(o4.get(K138))[0:1]]

def q107(D):
    h1 = D[q106]
    return normalize(text(one(h1)))

def q108(D):
    h1 = D[q107]
    return h1.upper()

def q109(D):
    h1 = D[q108]
    return (h1 == 'CANCEL')

def q110(D):
    h1 = D[q109]
    h2 = D[q38]
    return ((not h1) and (h2 != 'PAID'))

def q111(D):
    return [c3 for o4 in [c1 for o2 in many(kid(D.top, K0)) for c1 in many(o2.get(K4))[0:1]] for c3 in many(o4.get(K201))[0:1]]

def q112(D):
    h1 = D[q111]
    return f104(D, h1)

def r10_4(D, F, T, N):
    h1 = D[q105]
    h2 = D[q110]
    h3 = D[q112]
    for n in N:
        if (not ((((len(h1) != 1) or (not (f103(D, n) is not None))) or (not (f104(D, h1) is not None))) or equal(f103(D, n), f104(D, h1)))): F.append((0, n))
        if (not ((((not h2) or (not (f103(D, n) is not None))) or (not (h3 is not None))) or at_least(f103(D, n), h3))): F.append((1, n))

def r10_5(D, F, T, N):
    h1 = D[q110]
    h2 = D[q112]
    for n in N:
        if (not ((((not h1) or (not (f103(D, n) is not None))) or (not (h2 is not None))) or at_least(f103(D, n), h2))): F.append((0, n))

def q113(D):
    return kids(D.top, K0, K202)

def q114(D):
    h1 = D[q90]
    h2 = D[q113]
    return [*many(h1), *many(h2)]

def q115(D):
    h1 = D[q114]
    return f60(D, h1)

def q116(D):
    return [c3 for o4 in [c1 for o2 in many(kid(D.top, K0)) for c1 in many(o2.get(K3))[0:1]] for c3 in many(o4.get(K203))[0:1]]

def q117(D):
    h1 = D[q116]
    return normalize(text(one(h1)))

def f105(D, a0):
    return (C100.search(a0) is not None)
f105 = remembered(f105)

def q118(D):
    h1 = D[q117]
    return f105(D, h1)

def q119(D):
    return kids(D.top, K0, K3, K204)

def q120(D):
    h1 = D[q119]
    return any([True for q1 in many(h1) if (normalize(q1.get(K205)).upper() == 'HETU')])

def q121(D):
    return kids(D.top, K0, K3, K203)

def q122(D):
    h1 = D[q121]
    return f1(D, h1)

def q123(D):
    return [c5 for o6 in [c3 for o4 in [c1 for o2 in many(kid(D.top, K0)) for c1 in many(o2.get(K158))[0:1]] for c3 in many(o4.get(K10))[0:1]] for c5 in many(o6.get(K11))[0:1]]

def f106(D, a0):
    return translate(normalize(text(nth(a0, 1))), ' ', '').upper()

def q124(D):
    h1 = D[q123]
    return f106(D, h1)

def q125(D):
    h1 = D[q124]
    return f96(D, h1)

def q126(D):
    h1 = D[q115]
    h2 = D[q118]
    h3 = D[q120]
    h4 = D[q122]
    h5 = D[q125]
    return ((not h1) and ((h2 or h3) or ((not h4) and h5)))

def r10_6(D, F, T, N):
    h1 = D[q126]
    h2 = D[q5]
    for n in N:
        if (not ((not (h1 or (h2 == 'INV09'))) or (f1(D, n.get(K206)) and f1(D, n.get(K207))))): F.append((0, n))

def q127(D):
    return [c7 for o8 in [c5 for o6 in [c3 for o4 in [c1 for o2 in many(kid(D.top, K0)) for c1 in many(o2.get(K6))[0:1]] for c3 in many(o4.get(K194))[0:1]] for c5 in many(o6.get(K195))[0:1]] for c7 in many(o8.get(K196))[0:1]]

def q128(D):
    h1 = D[q127]
    return many(kids(packed(h1), K133))

def q129(D):
    h1 = D[q128]
    return normalize(one(h1))

def q130(D):
    h1 = D[q129]
    return h1.upper()

def q131(D):
    h1 = D[q130]
    return (h1 == 'BBAN')

def q132(D):
    h1 = D[q127]
    return f106(D, h1)

def q133(D):
    h1 = D[q131]
    h2 = D[q132]
    return ('FI' if h1 else (substring(h2, 1, 2) if (C91.search(h2) is not None) else ''))

def q134(D):
    h1 = D[q41]
    return many(kids(packed(h1), K131))

def q135(D):
    h1 = D[q134]
    return normalize(one(h1))

def q136(D):
    h1 = D[q135]
    return h1.upper()

def q137(D):
    h1 = D[q136]
    return (h1 == 'EUR')

def q138(D):
    h1 = D[q133]
    return [c1 for c1 in C103 if (c1 != h1)]

def q139(D):
    h1 = D[q95]
    return ('FI' if (h1 == 'AX') else h1)

def q140(D):
    h1 = D[q138]
    h2 = D[q139]
    return (h2 in h1)

def r10_7(D, F, T, N):
    h1 = D[q133]
    h2 = D[q137]
    h3 = D[q140]
    h4 = D[q1]
    for n in N:
        v1 = normalize(n.get(K208)).upper()
        if (not ((((v1 in C102) or (not (h1 in C104))) or (not h2)) or ((v1 == 'SHA') and ((not h3) or (C105.search(h4) is not None))))): F.append((1, n))

def f108(D, a0):
    return (None if (not (a0 is not None)) else (negate(divide(round_decimal(multiply(negate(a0), 100)), 100)) if less(a0, 0) else divide(round_decimal(multiply(a0, 100)), 100)))

def f109(D, a0):
    v1 = decimal_text(a0)
    return ('nothing' if (v1 == '') else ((v1 + ',00') if (not ('.' in v1)) else ((translate(v1, '.', ',') + '0') if (len(after(v1, '.')) == 1) else translate(v1, '.', ','))))

def f110(D, a0):
    v1 = decimal_text_or_nothing(a0)
    return ('nothing' if (v1 == '') else ((v1 + ',00') if (not ('.' in v1)) else ((translate(v1, '.', ',') + '0') if (len(after(v1, '.')) == 1) else translate(v1, '.', ','))))

def q141(D):
    return [c3 for o4 in [c1 for o2 in many(kid(D.top, K0)) for c1 in many(o2.get(K6))[0:1]] for c3 in many(o4.get(K168))[0:1]]

def q142(D):
    h1 = D[q141]
    return [c1 for o2 in h1 for c1 in many(o2.get(K206))[0:1]]

def q143(D):
    h1 = D[q142]
    return f106(D, h1)

def f111(D, a0):
    return replaced((substring(a0, 5) if a0.startswith('RF') else a0), C96, '')
f111 = remembered(f111)

def f112(D, a0):
    v1 = normalize(a0)
    return ('empty' if (v1 == '') else ((substring(v1, 1, 100) + ' and so on') if (len(v1) > 120) else (a0 if (v1 == a0) else ('"' + replaced(a0, C110, ' ') + '"'))))
f112 = remembered(f112)

def q144(D):
    h1 = D[q141]
    return [c1 for o2 in h1 for c1 in many(o2.get(K209))[0:1]]

def q145(D):
    h1 = D[q144]
    return f104(D, h1)

def f107(D, a0):
    h1 = D[q132]
    h2 = D[q41]
    h3 = D[q143]
    h4 = D[q145]
    v1 = substring(a0, 1, 1)
    v2 = (substring(a0, 2, 14) if (v1 == '2') else substring(a0, 2, 16))
    v3 = ((substring(h1, 5) if (v1 == '2') else substring(h1, 3)) if (C93.search(h1) is not None) else (h1 if ((v1 == '2') and (C106.search(h1) is not None)) else ''))
    v4 = (substring(a0, 16, 8) if (v1 == '2') else substring(a0, 18, 8))
    v5 = (substring(a0, 24, 20) if (v1 == '2') else (substring(a0, 28, 21) if (v1 == '5') else substring(a0, 29, 20)))
    v6 = (substring(a0, 44, 6) if (v1 == '2') else substring(a0, 49, 6))
    return ((('has ' + str(len(a0)) + ' characters, expected 54 digits'),) if (not (C107.search(a0) is not None)) else (many(None) if (not (v1 in C109)) else [*optional((None if ((v3 == '') or (v3 == v2)) else ('has account ' + v2 + ', expected ' + v3))), *optional((None if ((not (f41(D, h2) is not None)) or (v4 == '00000000')) else (None if equal(divide(decimal(v4), 100), f108(D, f41(D, h2))) else ('has amount ' + f109(D, divide(decimal(v4), 100)) + ', expected ' + ('zeros for ' if (at_most(f41(D, h2), 0) or at_least(f41(D, h2), 1000000)) else '') + f110(D, f41(D, h2)))))), *optional((None if ((h3 == '') or any_equal((f111(D, v5),), [*('',), *(f111(D, h3),)])) else ('has reference ' + f111(D, v5) + ', expected ' + f112(D, h3)))), *optional((None if ((((v1 != '5') or (not h3.startswith('RF'))) or (f111(D, v5) == '')) or (substring(a0, 26, 2) == substring(h3, 3, 2))) else ('has RF check digits ' + substring(a0, 26, 2) + ', expected ' + substring(h3, 3, 2)))), *optional((None if ((not (h4 is not None)) or any_equal((v6,), [*('000000',), *(substring(decimal_text_or_nothing(h4), 3),)])) else ('has due date ' + v6 + ', expected ' + substring(decimal_text_or_nothing(h4), 3))))]))

def r10_8(D, F, T, N):
    for n in N:
        v1 = translate(normalize(n['']), ' ', '')
        if (not ((v1 == '') or (not bool(f107(D, v1))))): F.append((1, n))

def r10_9(D, F, T, N):
    h1 = D[q14]
    for n in N:
        if (not (any_equal((normalize(n.get(K131)).upper(),), [*('',), *(h1,)]) or (h1 == ''))): F.append((0, n))

def f114(D, a0):
    return (f1(D, a0) and (not (normalize(text(nth(many(a0), 1))).upper() in C112)))

def f113(D, a0, a1):
    v1 = normalize(a0['']).upper()
    v2 = normalize(a0.get(K134))
    return (((v1 != '') and (not f105(D, v1))) and ((v2 == '0212') or (((v2 == '') and (not f114(D, a1))) and (((C113.search(v1) is not None) or (C89.search(v1) is not None)) or ((C4.search(v1) is not None) and (normalize(text(nth(many(a1), 1))).upper() == 'FI'))))))

def r11_0(D, F, T, N, P1):
    for n, p1 in zip(N, P1):
        v1 = normalize(n[''])
        if (not ((not f113(D, n, kid2(p1, K188, K189))) or f92(D, v1))): F.append((1, n))

def r11_1(D, F, T, N, P1):
    for n, p1 in zip(N, P1):
        v1 = normalize(n[''])
        if (not ((not f113(D, n, kid2(p1, K190, K189))) or f92(D, v1))): F.append((1, n))

def r11_2(D, F, T, N, P1):
    for n, p1 in zip(N, P1):
        v1 = normalize(n[''])
        if (not ((not f113(D, n, kid2(p1, K210, K189))) or f92(D, v1))): F.append((1, n))

def r11_3(D, F, T, N, P1):
    for n, p1 in zip(N, P1):
        v1 = normalize(n[''])
        if (not ((not f113(D, n, kid2(p1, K46, K189))) or f92(D, v1))): F.append((1, n))

def r11_4(D, F, T, N, P1):
    for n, p1 in zip(N, P1):
        v1 = normalize(n[''])
        if (not ((not f113(D, n, kid2(p1, K211, K189))) or f92(D, v1))): F.append((1, n))

def r11_5(D, F, T, N, P1):
    for n, p1 in zip(N, P1):
        v1 = normalize(n[''])
        if (not ((not f113(D, n, kid2(p1, K212, K189))) or f92(D, v1))): F.append((1, n))

def r11_6(D, F, T, N, P1):
    for n, p1 in zip(N, P1):
        v1 = normalize(n[''])
        if (not ((not f113(D, n, kid2(p1, K213, K189))) or f92(D, v1))): F.append((1, n))

def r11_7(D, F, T, N, P1):
    for n, p1 in zip(N, P1):
        v1 = normalize(n[''])
        if (not ((not f113(D, n, kid2(p1, K214, K189))) or f92(D, v1))): F.append((1, n))

def f115(D, a0):
    return ((C114.search(a0) is not None) and f91(D, substring(a0, 5, 8)))
f115 = remembered(f115)

def r11_8(D, F, T, N, P1):
    for n, p1 in zip(N, P1):
        v1 = normalize(n[''])
        if (not (((v1 == '') or f114(D, kid3(p1, K2, K188, K189))) or f115(D, v1))): F.append((1, n))

def r11_9(D, F, T, N, P1):
    for n, p1 in zip(N, P1):
        v1 = normalize(n[''])
        if (not (((v1 == '') or f114(D, kid3(p1, K3, K190, K189))) or f115(D, v1))): F.append((1, n))

def r11_10(D, F, T, N, P1):
    for n, p1 in zip(N, P1):
        v1 = normalize(n[''])
        if (not (((v1 == '') or f114(D, kid3(p1, K215, K210, K189))) or f115(D, v1))): F.append((1, n))

def r11_11(D, F, T, N, P1):
    for n, p1 in zip(N, P1):
        v1 = normalize(n[''])
        if (not (((v1 == '') or f114(D, kid3(p1, K216, K46, K189))) or f115(D, v1))): F.append((1, n))

def r11_12(D, F, T, N, P1):
    for n, p1 in zip(N, P1):
        v1 = normalize(n[''])
        if (not (((v1 == '') or f114(D, kid2(p1, K211, K189))) or f115(D, v1))): F.append((1, n))

def r11_13(D, F, T, N, P1):
    for n, p1 in zip(N, P1):
        v1 = normalize(n[''])
        if (not (((v1 == '') or f114(D, kid2(p1, K212, K189))) or f115(D, v1))): F.append((1, n))

def f116(D, a0):
    return (('0' + translate(a0, '-', '')) if (C115.search(a0) is not None) else (translate(a0, '-', '') if (C90.search(a0) is not None) else (substring(a0, 3) if (C89.search(a0) is not None) else (translate(substring(a0, 3), '-', '') if (C116.search(a0) is not None) else (substring(a0, 5, 8) if (C117.search(a0) is not None) else '')))))
f116 = remembered(f116)

def r11_14(D, F, T, N, P1):
    for n, p1 in zip(N, P1):
        v5 = list(dict.fromkeys([c4 for c4 in [*(f116(D, normalize(text(packed(list(many(n.get(K217))[0:1])))).upper()),), *(f116(D, normalize(text(packed(list(many(n.get(K182))[0:1])))).upper()),), *(f116(D, normalize(text(packed(list(many(p1.get(K218))[0:1]))))),)] if (c4 != '')]))
        if (not (len(v5) < 2)): F.append((1, n))

def r11_15(D, F, T, N, P1):
    for n, p1 in zip(N, P1):
        v5 = list(dict.fromkeys([c4 for c4 in [*(f116(D, normalize(text(packed(list(many(n.get(K203))[0:1])))).upper()),), *(f116(D, normalize(text(packed(list(many(n.get(K187))[0:1])))).upper()),), *(f116(D, normalize(text(packed(list(many(p1.get(K202))[0:1]))))),)] if (c4 != '')]))
        if (not (len(v5) < 2)): F.append((1, n))

def r11_16(D, F, T, N, P1):
    for n, p1 in zip(N, P1):
        v5 = list(dict.fromkeys([c4 for c4 in [*(f116(D, normalize(text(packed(list(many(n.get(K219))[0:1])))).upper()),), *(f116(D, normalize(text(packed(list(many(n.get(K220))[0:1])))).upper()),), *(f116(D, normalize(text(packed(list(many(p1.get(K221))[0:1]))))),)] if (c4 != '')]))
        if (not (len(v5) < 2)): F.append((1, n))

def r11_17(D, F, T, N, P1):
    for n, p1 in zip(N, P1):
        v5 = list(dict.fromkeys([c4 for c4 in [*(f116(D, normalize(text(packed(list(many(n.get(K222))[0:1])))).upper()),), *(f116(D, normalize(text(packed(list(many(n.get(K223))[0:1])))).upper()),), *(f116(D, normalize(text(packed(list(many(p1.get(K224))[0:1]))))),)] if (c4 != '')]))
        if (not (len(v5) < 2)): F.append((1, n))

def r11_18(D, F, T, N):
    for n in N:
        v5 = list(dict.fromkeys([c4 for c4 in [*(f116(D, normalize(text(packed(list(many(n.get(K225))[0:1])))).upper()),), *(f116(D, normalize(text(packed(list(many(n.get(K186))[0:1])))).upper()),), *(f116(D, normalize(text(packed(list(many(n.get(K226))[0:1]))))),)] if (c4 != '')]))
        if (not (len(v5) < 2)): F.append((1, n))

def r11_19(D, F, T, N):
    for n in N:
        v5 = list(dict.fromkeys([c4 for c4 in [*(f116(D, normalize(text(packed(list(many(n.get(K227))[0:1])))).upper()),), *(f116(D, normalize(text(packed(list(many(n.get(K228))[0:1])))).upper()),), *(f116(D, normalize(text(packed(list(many(n.get(K229))[0:1]))))),)] if (c4 != '')]))
        if (not (len(v5) < 2)): F.append((1, n))

def r11_20(D, F, T, N):
    for n in N:
        v5 = list(dict.fromkeys([c4 for c4 in [*(f116(D, normalize(text(packed(list(many(n.get(K230))[0:1])))).upper()),), *(f116(D, normalize(text(packed(list(many(n.get(K231))[0:1])))).upper()),), *(f116(D, normalize(text(packed(list(many(n.get(K232))[0:1]))))),)] if (c4 != '')]))
        if (not (len(v5) < 2)): F.append((1, n))

def r11_21(D, F, T, N):
    for n in N:
        v1 = normalize(n.get(K134))
        v2 = normalize(n[''])
        if (not (f115(D, v2) if (v1 in C119) else ((f92(D, v2) or ((C4.search(v2) is not None) and f91(D, v2))) if (v1 == '0212') else (f90(D, v2) if (v1 == '0213') else True)))): F.append((2, n))

def r12_0(D, F, T, N):
    for n in N:
        if (not ((not f1(D, n.get(K233))) or f1(D, n.get(K16)))): F.append((0, n))

def r12_1(D, F, T, N):
    for n in N:
        if (not ((not f1(D, n.get(K234))) or f1(D, n.get(K22)))): F.append((0, n))

def r12_2(D, F, T, N):
    for n in N:
        if (not ((not f1(D, n.get(K235))) or f1(D, n.get(K25)))): F.append((0, n))

def r12_3(D, F, T, N):
    for n in N:
        if (not ((not f1(D, n.get(K236))) or f1(D, n.get(K28)))): F.append((0, n))

def r12_4(D, F, T, N):
    for n in N:
        if (not ((not f1(D, n.get(K237))) or f1(D, n.get(K34)))): F.append((0, n))

def r12_5(D, F, T, N):
    for n in N:
        if (not ((not f1(D, n.get(K238))) or f1(D, n.get(K37)))): F.append((0, n))

def r13_0(D, F, T, N):
    for n in N:
        if (not (len(many(n.get(K239))) == len(many(n.get(K240))))): F.append((0, n))

def f119(D, a0):
    return ((substring('0123456789ABCDEFHJKLMNPRSTUVWXY', (1 + modulo(integer((substring(a0, 1, 6) + substring(a0, 8, 3))), 31)), 1) == substring(a0, 11)) if (C123.search(a0) is not None) else False)
f119 = remembered(f119)

def f118(D, a0):
    return (any([True for q1 in span(1, (len(a0) - 10)) if f119(D, substring(a0, q1, 11))]) if (C122.search(a0) is not None) else False)
f118 = remembered(f118)

def f117(D, a0):
    v1 = a0.lower()
    return (((C120.search(v1) is not None) or (C121.search(v1) is not None)) or f118(D, a0.upper()))
f117 = remembered(f117)

def r13_1(D, F, T, N):
    for n in N:
        if (not (not f117(D, n['']))): F.append((0, n))

def r14_0(D, F, T, N):
    for n in N:
        if (not ((len(n['']) <= 80) and (not (C124.search(n['']) is not None)))): F.append((0, n))

def q146(D):
    h1 = D[q31]
    return (h1)

def f120(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f121(D, a0, a1):
    return (None if f1(D, a0) else a1)

def q147(D):
    h1 = D[q86]
    return f1(D, h1)

def q148(D):
    return kids(D.top, K0, K241, K242)

def q149(D):
    h1 = D[q148]
    return f1(D, h1)

def f122(D, a0):
    return any([True for q1 in a0 if (normalize(q1['']) != '')])

def q150(D):
    h1 = D[q87]
    return f122(D, h1)

def q151(D):
    h1 = D[q147]
    h2 = D[q149]
    h3 = D[q150]
    return ((h1 or h2) or h3)

def q152(D):
    return [normalize(c1['']) for c1 in many(kids(D.top, K0, K5, K122))]

def q153(D):
    return [normalize(c1['']) for c1 in many(kids(D.top, K0, K4, K160, K174))]

def q154(D):
    h1 = D[q152]
    h2 = D[q153]
    return [*h1, *h2]

def q155(D):
    h1 = D[q154]
    return list(dict.fromkeys(h1))

def f123(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f124(D, a0, a1):
    return (a1 if (not (a0 is not None)) else None)

def f125(D, a0):
    v1 = tokens(normalize(translate(a0, ',./()', '     ')).lower(), C127)
    return any([True for q2 in v1 if (((C128.search(q2) is not None) or (C129.search(q2) is not None)) or (C130.search(q2) is not None))])
f125 = remembered(f125)

def r15_0(D, F, T, N):
    h1 = D[q151]
    h2 = D[q155]
    for n in N:
        l1 = kid2(n, K3, K187)
        v1 = [*optional(f120(D, kid3(n, K2, K188, K189), 'the country of the seller (CountryCode)')), *optional(f121(D, kid3(n, K3, K190, K189), 'the country of the buyer (CountryCode)')), *optional((None if ((f1(D, kid2(n, K2, K217)) or h1) or f1(D, kid2(n, K2, K243))) else 'a business id or VAT number of the seller')), *optional((None if (h1 or (not any([z in C126 for z in h2]))) else 'the VAT number of the seller (SellerOrganisationTaxCode)')), *optional((None if ((not ('K' in h2)) or f1(D, l1)) else 'the VAT number of the buyer (BuyerOrganisationTaxCode)')), *optional((None if (((not ('AE' in h2)) or f1(D, l1)) or f1(D, kid2(n, K3, K203))) else 'a VAT number or business id of the buyer')), *optional(f123(D, kid2(n, K4, K136), 'InvoiceTypeCodeUN')), *optional(f124(D, kid2(n, K4, K160), 'a VAT breakdown (VatSpecificationDetails)'))]
        if (not (not bool(v1))): F.append((1, n))
        if (not (((((not any([True for q2 in many(kid2(n, K3, K244)) if f125(D, q2[''])])) or f1(D, kid2(n, K4, K245))) or f1(D, kid2(n, K4, K246))) or f1(D, kid2(n, K4, K247))) or f1(D, kid2(n, K4, K248)))): F.append((2, n))

def m15_1_0(D, T, N):
    return [bool(((not (K52 in n))) and (((((((f1(D, n.get(K64)) or f1(D, n.get(K61))) or f1(D, n.get(K126))) or f1(D, n.get(K129))) or f1(D, n.get(K123))) or f1(D, n.get(K76))) or f1(D, n.get(K122))))) for n in N]

def f126(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f127(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f128(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f129(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f130(D, a0, a1):
    return (None if f1(D, a0) else a1)

def f131(D, a0, a1):
    return (None if f1(D, a0) else a1)

def r15_1(D, F, T, N):
    for n in N:
        l1 = n.get(K64)
        v1 = [*optional(f126(D, n.get(K103), 'RowPositionIdentifier')), *optional(f127(D, n.get(K57), 'ArticleName')), *optional(f128(D, l1, 'InvoicedQuantity')), *optional(('QuantityUnitCodeUN of InvoicedQuantity' if (f1(D, l1) and (not f68(D, kid2(n, K64, K135)))) else None)), *optional(f129(D, n.get(K129), 'UnitPriceNetAmount')), *optional(f130(D, n.get(K123), 'RowVatExcludedAmount')), *optional(f131(D, n.get(K122), 'RowVatCode'))]
        if (not (not bool(v1))): F.append((1, n))

def r15_2(D, F, T, N):
    for n in N:
        if (not f1(D, n.get(K174))): F.append((0, n))

PATTERNS = [
    [
        ((((('/', 'element', '', 'Finvoice'),), True, None, None, None, (), ()),), r0_0, (), (), False),
    ],
    [
        ((((('/', 'element', '', 'Finvoice'),), True, None, None, None, (), ()),), r1_0, (), (), False),
        ((((('//', 'element', '', 'MessageTransmissionDetails'),), False, None, None, None, (), ()),), r1_1, (), (), False),
        ((((('//', 'element', '', 'SellerPostalAddressDetails'),), False, None, None, None, (), ()),), r1_2, (), (), False),
        ((((('//', 'element', '', 'SellerOfficialPostalAddressDetails'),), False, None, None, None, (), ()),), r1_3, (), (), False),
        ((((('//', 'element', '', 'BuyerPostalAddressDetails'),), False, None, None, None, (), ()),), r1_4, (), (), False),
        ((((('//', 'element', '', 'InvoiceRecipientPostalAddressDetails'),), False, None, None, None, (), ()),), r1_5, (), (), False),
        ((((('//', 'element', '', 'DeliveryPostalAddressDetails'),), False, None, None, None, (), ()),), r1_6, (), (), False),
        ((((('//', 'element', '', 'ShipmentPostalAddressDetails'),), False, None, None, None, (), ()),), r1_7, (), (), False),
        ((((('//', 'element', '', 'AnyPartyPostalAddressDetails'),), False, None, None, None, (), ()),), r1_8, (), (), False),
        ((((('//', 'element', '', 'FactoringPartyPostalAddressDetails'),), False, None, None, None, (), ()),), r1_9, (), (), False),
        ((((('//', 'element', '', 'RowAnyPartyPostalAddressDetails'),), False, None, None, None, (), ()),), r1_10, (), (), False),
        ((((('//', 'element', '', 'SubRowAnyPartyPostalAddressDetails'),), False, None, None, None, (), ()),), r1_11, (), (), False),
        ((((('//', 'element', '', 'DeliveryPartyDetails'),), False, None, None, None, (), ()),), r1_12, (), (), False),
        ((((('//', 'element', '', 'DeliveryPeriodDetails'),), False, None, None, None, (), ()),), r1_13, (), (), False),
        ((((('//', 'element', '', 'SellerAccountDetails'),), False, None, None, None, (), ()),), r1_14, (), (), False),
        ((((('//', 'element', '', 'VatPoint'),), False, None, None, None, (), ()),), r1_15, (), (), False),
        ((((('//', 'element', '', 'InvoiceRow'),), False, None, m1_16_0, None, (), ()),), r1_16, (), (), False),
        ((((('//', 'element', '', 'AttachmentMessageIdentifier'),), False, None, None, None, (), ()),), r1_17, (), (), False),
    ],
    [
        ((((('//', 'element', None, None), ('//', 'element', '', 'ExternalSpecificationDetails')), False, None, None, None, (), ()),), None, (), (), True),
        ((((('//', 'element', '', 'Amount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'BaseAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'CashDiscountAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'CashDiscountBaseAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'CashDiscountExcludingVatAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'CashDiscountVatAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'ChargesTotalVatExcludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'CreditLimitAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'DiscountsTotalVatExcludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'InvoicePaidAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'InvoiceTotalRoundoffAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'InvoiceTotalVatAccountingAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'InvoiceTotalVatAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'InvoiceTotalVatExcludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'InvoiceTotalVatIncludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'MonthlyAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'OperationLimitAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'OtherCurrencyAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'OtherCurrencyAmountVatExcludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'OtherCurrencyAmountVatIncludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'PaidAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'PaidVatExcludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'PartialPaymentVatExcludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'PartialPaymentVatIncludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'PaymentOverDueFixedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'ProsessingCostsAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'ReducedInvoiceVatIncludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowAveragePriceAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowCollectionChargeAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowDiscountAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowDiscountBaseAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowInterestChargeAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowInterestChargeVatAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowOriginalInvoiceTotalAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowPaidVatExcludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowPaidVatIncludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowUnPaidVatExcludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowUnPaidVatIncludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowVatAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowVatExcludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowsTotalVatExcludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowAveragePriceAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowCollectionChargeAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowDiscountAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowDiscountBaseAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowInterestChargeAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowInterestChargeVatAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowOriginalInvoiceTotalAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowPaidVatExcludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowPaidVatIncludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowUnPaidVatExcludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowUnPaidVatIncludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowVatAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowVatExcludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubUnitPriceAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubUnitPriceDiscountAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubUnitPriceNetAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubUnitPriceVatIncludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'UnPaidAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'UnPaidVatExcludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'UnitPriceAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'UnitPriceDiscountAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'UnitPriceNetAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'UnitPriceVatIncludedAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'VatBaseAmount'),), False, None, None, None, (), ()), ((('//', 'element', '', 'VatRateAmount'),), False, None, None, None, (), ()),), r2_1, (), (), False),
        ((((('//', 'element', '', 'EpiInstructedAmount'),), False, None, None, None, (), ()),), r2_2, (), (), False),
        ((((('//', 'element', '', 'CashDiscountPercent'),), False, None, None, None, (), ()), ((('//', 'element', '', 'CashDiscountVatPercent'),), False, None, None, None, (), ()), ((('//', 'element', '', 'CreditInterestPercent'),), False, None, None, None, (), ()), ((('//', 'element', '', 'InterestPercent'),), False, None, None, None, (), ()), ((('//', 'element', '', 'PaymentOverDueFinePercent'),), False, None, None, None, (), ()), ((('//', 'element', '', 'Percent'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowDiscountPercent'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowInterestRate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowVatRatePercent'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowDiscountPercent'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowInterestRate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowVatRatePercent'),), False, None, None, None, (), ()), ((('//', 'element', '', 'VatRatePercent'),), False, None, None, None, (), ()),), r2_3, (), (), False),
        ((((('//', 'element', '', 'ExchangeRate'),), False, None, None, None, (), ()),), r2_4, (), (), False),
        ((((('//', 'element', '', 'AgreementDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'CashDiscountDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'ControlDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'DeliveryDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'EndDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'EpiDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'EpiDateOptionDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'ExchangeDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'InvoiceDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'InvoiceDueDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'InvoicingPeriodEndDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'InvoicingPeriodStartDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'NotificationDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'OrderConfirmationDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'OrderDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'OriginalInvoiceDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'PartialPaymentDueDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowCollectionDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowDeliveryDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowIdentifierDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowInterestEndDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowInterestStartDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowLatestMeterReadingDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowOrderConfirmationDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowOriginalDueDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowOriginalInvoiceDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowPaidDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowPreviousMeterReadingDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowTransportInformationDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SellerVatRegistrationDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'StartDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubEndDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubOriginalInvoiceDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowCollectionDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowDeliveryDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowIdentifierDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowInterestEndDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowInterestStartDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowLatestMeterReadingDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowOrderConfirmationDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowOriginalDueDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowOriginalInvoiceDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowPaidDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowPreviousMeterReadingDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubStartDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'TransportInformationDate'),), False, None, None, None, (), ()), ((('//', 'element', '', 'VatPointDate'),), False, None, None, None, (), ()),), r2_5, (), (), False),
        ((((('//', 'element', '', 'CNOriginCountryCode'),), False, None, None, None, (), ()), ((('//', 'element', '', 'CountryCode'),), False, None, None, None, (), ()), ((('//', 'element', '', 'DelivererCountryCode'),), False, None, None, None, (), ()), ((('//', 'element', '', 'DestinationCountryCode'),), False, None, None, None, (), ()), ((('//', 'element', '', 'ManufacturerCountryCode'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowDelivererCountryCode'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowDestinationCountryCode'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowManufacturerCountryCode'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowDelivererCountryCode'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowManufacturerCountryCode'),), False, None, None, None, (), ()),), r2_6, (), (), False),
        ((((('//', 'element', '', 'InvoiceRecipientLanguageCode'),), False, None, None, None, (), ()),), r2_7, (), (), False),
        ((((('//', 'element', '', 'InvoiceTypeCode'),), False, None, None, None, (), ()),), r2_8, (), (), False),
        ((((('//', 'element', '', 'OriginCode'),), False, None, None, None, (), ()),), r2_9, (), (), False),
        ((((('//', 'element', '', 'EpiRemittanceInfoIdentifier'),), False, None, None, None, (), ()),), r2_10, (), (), False),
        ((((('//', 'element', '', 'EpiAccountID'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SellerAccountID'),), False, None, None, None, (), ()), ((('//', 'element', '', 'DebitedAccountID'),), False, None, None, None, (), ()),), r2_11, (), (), False),
        ((((('//', 'element', '', 'SellerBic'),), False, None, None, None, (), ()), ((('//', 'element', '', 'EpiBfiIdentifier'),), False, None, None, None, (), ()),), r2_12, (), (), False),
    ],
    [
        ((((('//', 'element', None, None), ('//', 'element', '', 'ExternalSpecificationDetails')), False, None, None, None, (), ()),), None, (), (), True),
        ((((('//', 'element', '', 'ConfirmedQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'CreditRequestedQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'DeliveredQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'InvoicedQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'OfferedQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'OrderedQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'PostDeliveredQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'ReturnedQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowCalculatedQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowCollectionQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowTransportCarriageQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowUsedQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubConfirmedQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubCreditRequestedQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubDeliveredQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubInvoicedQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubOfferedQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubOrderedQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubPostDeliveredQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubReturnedQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowCalculatedQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowCollectionQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowTransportCarriageQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowUsedQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubUnitPriceBaseQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'TransportCarriageQuantity'),), False, None, None, None, (), ()), ((('//', 'element', '', 'UnitPriceBaseQuantity'),), False, None, None, None, (), ()),), r3_1, (), (), False),
    ],
    [
        ((((('//', 'element', None, None), ('//', 'element', '', 'ExternalSpecificationDetails')), False, None, None, None, (), ()),), None, (), (), True),
        ((((('//', 'element', '', 'InvoiceTypeCodeUN'),), False, None, None, None, (), ()),), r4_1, (), (), False),
        ((((('//', 'element', '', 'VatPointDateCode'),), False, None, None, None, (), ()),), r4_2, (), (), False),
        ((((('//', 'element', '', 'VatCode'),), False, None, None, None, (), ()), ((('//', 'element', '', 'RowVatCode'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowVatCode'),), False, None, None, None, (), ()), ((('//', 'element', '', 'VatCategoryCode'),), False, None, None, None, (), ()),), r4_3, (), (), False),
        ((((('/', 'element', '', 'ReasonCode'), ('//', 'element', '', 'DiscountDetails')), False, None, None, None, (), ()), ((('//', 'element', '', 'RowDiscountTypeCode'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SubRowDiscountTypeCode'),), False, None, None, None, (), ()),), r4_4, (), (), False),
        ((((('/', 'element', '', 'ReasonCode'), ('//', 'element', '', 'ChargeDetails')), False, None, None, None, (), ()), ((('/', 'element', '', 'ReasonCode'), ('//', 'element', '', 'RowChargeDetails')), False, None, None, None, (), ()), ((('/', 'element', '', 'ReasonCode'), ('//', 'element', '', 'SubRowChargeDetails')), False, None, None, None, (), ()),), r4_5, (), (), False),
        ((((('//', 'element', '', 'EpiPaymentMeansCode'),), False, None, None, None, (), ()),), r4_6, (), (), False),
        ((((('//', 'element', '', 'ArticleGroupIdentifier'),), False, None, m4_7_0, None, (), ()), ((('//', 'element', '', 'SubArticleGroupIdentifier'),), False, None, m4_7_1, None, (), ()),), r4_7, (), (), False),
        ((((('//', 'element', '', 'InvoicedObjectID'),), False, None, m4_8_0, None, (), ()), ((('//', 'element', '', 'SubInvoicedObjectID'),), False, None, m4_8_1, None, (), ()),), r4_8, (), (), False),
        ((((('//', 'element', '', 'SellerPartyIdentifier'),), False, None, m4_9_0, None, (), ()), ((('//', 'element', '', 'BuyerPartyIdentifier'),), False, None, m4_9_1, None, (), ()), ((('//', 'element', '', 'DeliveryPartyIdentifier'),), False, None, m4_9_2, None, (), ()), ((('//', 'element', '', 'ShipmentPartyIdentifier'),), False, None, m4_9_3, None, (), ()), ((('//', 'element', '', 'InvoiceSenderPartyIdentifier'),), False, None, m4_9_4, None, (), ()), ((('//', 'element', '', 'InvoiceRecipientPartyIdentifier'),), False, None, m4_9_5, None, (), ()), ((('//', 'element', '', 'AnyPartyIdentifier'),), False, None, m4_9_6, None, (), ()), ((('//', 'element', '', 'RowAnyPartyIdentifier'),), False, None, m4_9_7, None, (), ()), ((('//', 'element', '', 'SubRowAnyPartyIdentifier'),), False, None, m4_9_8, None, (), ()), ((('//', 'element', '', 'FactoringPartyIdentifier'),), False, None, m4_9_9, None, (), ()), ((('//', 'element', '', 'SellerCode'),), False, None, m4_9_10, None, (), ()), ((('//', 'element', '', 'BuyerCode'),), False, None, m4_9_11, None, (), ()), ((('//', 'element', '', 'DeliveryCode'),), False, None, m4_9_12, None, (), ()), ((('//', 'element', '', 'ShipmentCode'),), False, None, m4_9_13, None, (), ()), ((('//', 'element', '', 'InvoiceSenderCode'),), False, None, m4_9_14, None, (), ()), ((('//', 'element', '', 'InvoiceRecipientCode'),), False, None, m4_9_15, None, (), ()), ((('//', 'element', '', 'AnyPartyCode'),), False, None, m4_9_16, None, (), ()), ((('//', 'element', '', 'RowAnyPartyCode'),), False, None, m4_9_17, None, (), ()), ((('//', 'element', '', 'SubRowAnyPartyCode'),), False, None, m4_9_18, None, (), ()), ((('//', 'element', '', 'BuyersSellerIdentifier'),), False, None, m4_9_19, None, (), ()), ((('//', 'element', '', 'SellersBuyerIdentifier'),), False, None, m4_9_20, None, (), ()), ((('//', 'element', '', 'EanCode'),), False, None, m4_9_21, None, (), ()), ((('//', 'element', '', 'SubEanCode'),), False, None, m4_9_22, None, (), ()), ((('//', 'element', '', 'FinalDestinationName'),), False, None, m4_9_23, None, (), ()),), r4_9, (), (), False),
        ((((('//', 'element', '', 'ConfirmedQuantity'),), False, None, m4_10_0, None, (), ()), ((('//', 'element', '', 'CreditRequestedQuantity'),), False, None, m4_10_1, None, (), ()), ((('//', 'element', '', 'DefinitionValue'),), False, None, m4_10_2, None, (), ()), ((('//', 'element', '', 'DeliveredQuantity'),), False, None, m4_10_3, None, (), ()), ((('//', 'element', '', 'InvoicedQuantity'),), False, None, m4_10_4, None, (), ()), ((('//', 'element', '', 'OfferedQuantity'),), False, None, m4_10_5, None, (), ()), ((('//', 'element', '', 'OrderedQuantity'),), False, None, m4_10_6, None, (), ()), ((('//', 'element', '', 'PackageHeight'),), False, None, m4_10_7, None, (), ()), ((('//', 'element', '', 'PackageLength'),), False, None, m4_10_8, None, (), ()), ((('//', 'element', '', 'PackageNetWeight'),), False, None, m4_10_9, None, (), ()), ((('//', 'element', '', 'PackageVolume'),), False, None, m4_10_10, None, (), ()), ((('//', 'element', '', 'PackageWeight'),), False, None, m4_10_11, None, (), ()), ((('//', 'element', '', 'PackageWidth'),), False, None, m4_10_12, None, (), ()), ((('//', 'element', '', 'PostDeliveredQuantity'),), False, None, m4_10_13, None, (), ()), ((('//', 'element', '', 'ReturnedQuantity'),), False, None, m4_10_14, None, (), ()), ((('//', 'element', '', 'RowCalculatedQuantity'),), False, None, m4_10_15, None, (), ()), ((('//', 'element', '', 'RowCollectionQuantity'),), False, None, m4_10_16, None, (), ()), ((('//', 'element', '', 'RowDefinitionValue'),), False, None, m4_10_17, None, (), ()), ((('//', 'element', '', 'RowPackageHeight'),), False, None, m4_10_18, None, (), ()), ((('//', 'element', '', 'RowPackageLength'),), False, None, m4_10_19, None, (), ()), ((('//', 'element', '', 'RowPackageNetWeight'),), False, None, m4_10_20, None, (), ()), ((('//', 'element', '', 'RowPackageVolume'),), False, None, m4_10_21, None, (), ()), ((('//', 'element', '', 'RowPackageWeight'),), False, None, m4_10_22, None, (), ()), ((('//', 'element', '', 'RowPackageWidth'),), False, None, m4_10_23, None, (), ()), ((('//', 'element', '', 'RowTransportCarriageQuantity'),), False, None, m4_10_24, None, (), ()), ((('//', 'element', '', 'RowUsedQuantity'),), False, None, m4_10_25, None, (), ()), ((('//', 'element', '', 'SubConfirmedQuantity'),), False, None, m4_10_26, None, (), ()), ((('//', 'element', '', 'SubCreditRequestedQuantity'),), False, None, m4_10_27, None, (), ()), ((('//', 'element', '', 'SubDeliveredQuantity'),), False, None, m4_10_28, None, (), ()), ((('//', 'element', '', 'SubInvoicedQuantity'),), False, None, m4_10_29, None, (), ()), ((('//', 'element', '', 'SubOfferedQuantity'),), False, None, m4_10_30, None, (), ()), ((('//', 'element', '', 'SubOrderedQuantity'),), False, None, m4_10_31, None, (), ()), ((('//', 'element', '', 'SubPostDeliveredQuantity'),), False, None, m4_10_32, None, (), ()), ((('//', 'element', '', 'SubReturnedQuantity'),), False, None, m4_10_33, None, (), ()), ((('//', 'element', '', 'SubRowCalculatedQuantity'),), False, None, m4_10_34, None, (), ()), ((('//', 'element', '', 'SubRowCollectionQuantity'),), False, None, m4_10_35, None, (), ()), ((('//', 'element', '', 'SubRowDefinitionValue'),), False, None, m4_10_36, None, (), ()), ((('//', 'element', '', 'SubRowPackageHeight'),), False, None, m4_10_37, None, (), ()), ((('//', 'element', '', 'SubRowPackageLength'),), False, None, m4_10_38, None, (), ()), ((('//', 'element', '', 'SubRowPackageNetWeight'),), False, None, m4_10_39, None, (), ()), ((('//', 'element', '', 'SubRowPackageVolume'),), False, None, m4_10_40, None, (), ()), ((('//', 'element', '', 'SubRowPackageWeight'),), False, None, m4_10_41, None, (), ()), ((('//', 'element', '', 'SubRowPackageWidth'),), False, None, m4_10_42, None, (), ()), ((('//', 'element', '', 'SubRowTransportCarriageQuantity'),), False, None, m4_10_43, None, (), ()), ((('//', 'element', '', 'SubRowUsedQuantity'),), False, None, m4_10_44, None, (), ()), ((('//', 'element', '', 'SubUnitPriceBaseQuantity'),), False, None, m4_10_45, None, (), ()), ((('//', 'element', '', 'TransportCarriageQuantity'),), False, None, m4_10_46, None, (), ()), ((('//', 'element', '', 'UnitPriceAmount'),), False, None, m4_10_47, None, (), ()), ((('//', 'element', '', 'UnitPriceBaseQuantity'),), False, None, m4_10_48, None, (), ()), ((('//', 'element', '', 'UnitPriceDiscountAmount'),), False, None, m4_10_49, None, (), ()), ((('//', 'element', '', 'UnitPriceNetAmount'),), False, None, m4_10_50, None, (), ()), ((('//', 'element', '', 'UnitPriceVatIncludedAmount'),), False, None, m4_10_51, None, (), ()),), r4_10, (), (), False),
    ],
    [
        ((((('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r5_0, (1,), (), False),
        ((((('/', 'element', '', 'Finvoice'),), True, None, None, None, (), ()),), r5_1, (), (), False),
    ],
    [
        ((((('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r6_0, (), (), False),
        ((((('/', 'element', '', 'EpiPaymentInstructionDetails'), ('/', 'element', '', 'EpiDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r6_1, (), (), False),
        ((((('//', 'element', '', 'InvoiceRow'),), False, None, None, None, (), ()),), r6_2, (), (), False),
    ],
    [
        ((((('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r7_0, (), (), False),
        ((((('/', 'element', '', 'DiscountDetails'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r7_1, (1,), (), False),
        ((((('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r7_2, (), (), False),
        ((((('/', 'element', '', 'PaymentStatusDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r7_3, (), (), False),
        ((((('/', 'element', '', 'PartialPaymentDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r7_4, (), (), False),
        ((((('/', 'element', '', 'VatSpecificationDetails'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r7_5, (), (), False),
        ((((('/', 'element', '', 'Finvoice'),), True, None, None, None, (), ()),), r7_6, (), (), False),
    ],
    [
        ((((('/', 'element', '', 'RowsTotalVatExcludedAmount'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'DiscountsTotalVatExcludedAmount'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'ChargesTotalVatExcludedAmount'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'InvoiceTotalVatExcludedAmount'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'InvoiceTotalVatAmount'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'InvoiceTotalRoundoffAmount'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'InvoicePaidAmount'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'CreditLimitAmount'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'OperationLimitAmount'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'MonthlyAmount'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'CashDiscountBaseAmount'), ('/', 'element', '', 'PaymentTermsDetails'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'CashDiscountAmount'), ('/', 'element', '', 'PaymentTermsDetails'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'CashDiscountExcludingVatAmount'), ('/', 'element', '', 'PaymentTermsDetails'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'CashDiscountVatAmount'), ('/', 'element', '', 'CashDiscountVatDetails'), ('/', 'element', '', 'PaymentTermsDetails'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'ReducedInvoiceVatIncludedAmount'), ('/', 'element', '', 'PaymentTermsDetails'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'PaymentOverDueFixedAmount'), ('/', 'element', '', 'PaymentOverDueFineDetails'), ('/', 'element', '', 'PaymentTermsDetails'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'Amount'), ('/', 'element', '', 'DiscountDetails'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'BaseAmount'), ('/', 'element', '', 'DiscountDetails'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'Amount'), ('/', 'element', '', 'ChargeDetails'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'BaseAmount'), ('/', 'element', '', 'ChargeDetails'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'PaidAmount'), ('/', 'element', '', 'PartialPaymentDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'PaidVatExcludedAmount'), ('/', 'element', '', 'PartialPaymentDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'UnPaidAmount'), ('/', 'element', '', 'PartialPaymentDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'UnPaidVatExcludedAmount'), ('/', 'element', '', 'PartialPaymentDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'ProsessingCostsAmount'), ('/', 'element', '', 'PartialPaymentDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'PartialPaymentVatIncludedAmount'), ('/', 'element', '', 'PartialPaymentDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'PartialPaymentVatExcludedAmount'), ('/', 'element', '', 'PartialPaymentDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'UnitPriceAmount'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'UnitPriceDiscountAmount'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'UnitPriceNetAmount'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'UnitPriceVatIncludedAmount'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'RowOriginalInvoiceTotalAmount'), ('/', 'element', '', 'RowOverDuePaymentDetails'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'RowPaidVatExcludedAmount'), ('/', 'element', '', 'RowOverDuePaymentDetails'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'RowPaidVatIncludedAmount'), ('/', 'element', '', 'RowOverDuePaymentDetails'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'RowUnPaidVatExcludedAmount'), ('/', 'element', '', 'RowOverDuePaymentDetails'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'RowUnPaidVatIncludedAmount'), ('/', 'element', '', 'RowOverDuePaymentDetails'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'RowCollectionChargeAmount'), ('/', 'element', '', 'RowOverDuePaymentDetails'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'RowInterestChargeAmount'), ('/', 'element', '', 'RowOverDuePaymentDetails'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'RowInterestChargeVatAmount'), ('/', 'element', '', 'RowOverDuePaymentDetails'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'RowAveragePriceAmount'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'RowDiscountAmount'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'RowDiscountBaseAmount'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'RowDiscountAmount'), ('/', 'element', '', 'RowProgressiveDiscountDetails'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'RowDiscountBaseAmount'), ('/', 'element', '', 'RowProgressiveDiscountDetails'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'Amount'), ('/', 'element', '', 'RowChargeDetails'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'BaseAmount'), ('/', 'element', '', 'RowChargeDetails'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'RowVatAmount'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'RowVatExcludedAmount'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'RowAmount'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r8_0, (), (), False),
    ],
    [
        ((((('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r9_0, (), (), False),
        ((((('/', 'element', '', 'VatSpecificationDetails'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r9_1, (1,), (), False),
        ((((('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r9_2, (), (), False),
        ((((('/', 'element', '', 'DiscountDetails'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'ChargeDetails'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r9_3, (), (), False),
        ((((('/', 'element', '', 'SellerOrganisationTaxCode'), ('/', 'element', '', 'SellerPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'BuyerOrganisationTaxCode'), ('/', 'element', '', 'BuyerPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'InvoiceSenderOrganisationTaxCode'), ('/', 'element', '', 'InvoiceSenderPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'InvoiceRecipientOrganisationTaxCode'), ('/', 'element', '', 'InvoiceRecipientPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'DeliveryOrganisationTaxCode'), ('/', 'element', '', 'DeliveryPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'AnyPartyOrganisationTaxCode'), ('/', 'element', '', 'AnyPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'RowAnyPartyOrganisationTaxCode'), ('/', 'element', '', 'RowAnyPartyDetails'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r9_4, (), (), False),
    ],
    [
        ((((('/', 'element', '', 'EpiBeneficiaryPartyDetails'), ('/', 'element', '', 'EpiPartyDetails'), ('/', 'element', '', 'EpiDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r10_0, (), (), False),
        ((((('/', 'element', '', 'EpiAccountID'), ('/', 'element', '', 'EpiBeneficiaryPartyDetails'), ('/', 'element', '', 'EpiPartyDetails'), ('/', 'element', '', 'EpiDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'SellerAccountID'), ('/', 'element', '', 'SellerAccountDetails'), ('/', 'element', '', 'SellerInformationDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r10_1, (1, 2), (), False),
        ((((('/', 'element', '', 'EpiRemittanceInfoIdentifier'), ('/', 'element', '', 'EpiPaymentInstructionDetails'), ('/', 'element', '', 'EpiDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r10_2, (), (), False),
        ((((('/', 'element', '', 'PartialPaymentReferenceIdentifier'), ('/', 'element', '', 'PartialPaymentDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r10_3, (), (), False),
        ((((('/', 'element', '', 'EpiDateOptionDate'), ('/', 'element', '', 'EpiPaymentInstructionDetails'), ('/', 'element', '', 'EpiDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r10_4, (), (), False),
        ((((('/', 'element', '', 'InvoiceDueDate'), ('/', 'element', '', 'PaymentTermsDetails'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r10_5, (), (), False),
        ((((('/', 'element', '', 'EpiPaymentInstructionDetails'), ('/', 'element', '', 'EpiDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r10_6, (), (), False),
        ((((('/', 'element', '', 'EpiCharge'), ('/', 'element', '', 'EpiPaymentInstructionDetails'), ('/', 'element', '', 'EpiDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r10_7, (), (), False),
        ((((('/', 'element', '', 'VirtualBankBarcode'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r10_8, (), (), False),
        ((((('/', 'element', '', 'EpiInstructedAmount'), ('/', 'element', '', 'EpiPaymentInstructionDetails'), ('/', 'element', '', 'EpiDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r10_9, (), (), False),
    ],
    [
        ((((('/', 'element', '', 'SellerPartyIdentifier'), ('/', 'element', '', 'SellerPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r11_0, (1,), (), False),
        ((((('/', 'element', '', 'BuyerPartyIdentifier'), ('/', 'element', '', 'BuyerPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r11_1, (1,), (), False),
        ((((('/', 'element', '', 'InvoiceRecipientPartyIdentifier'), ('/', 'element', '', 'InvoiceRecipientPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r11_2, (1,), (), False),
        ((((('/', 'element', '', 'DeliveryPartyIdentifier'), ('/', 'element', '', 'DeliveryPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r11_3, (1,), (), False),
        ((((('/', 'element', '', 'AnyPartyIdentifier'), ('/', 'element', '', 'AnyPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r11_4, (1,), (), False),
        ((((('/', 'element', '', 'RowAnyPartyIdentifier'), ('/', 'element', '', 'RowAnyPartyDetails'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r11_5, (1,), (), False),
        ((((('/', 'element', '', 'InvoiceSenderPartyIdentifier'), ('/', 'element', '', 'InvoiceSenderPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r11_6, (1,), (), False),
        ((((('/', 'element', '', 'FactoringPartyIdentifier'), ('/', 'element', '', 'FactoringAgreementDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r11_7, (1,), (), False),
        ((((('/', 'element', '', 'SellerOrganisationUnitNumber'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r11_8, (1,), (), False),
        ((((('/', 'element', '', 'BuyerOrganisationUnitNumber'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r11_9, (1,), (), False),
        ((((('/', 'element', '', 'InvoiceRecipientOrganisationUnitNumber'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r11_10, (1,), (), False),
        ((((('/', 'element', '', 'DeliveryOrganisationUnitNumber'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r11_11, (1,), (), False),
        ((((('/', 'element', '', 'AnyPartyOrganisationUnitNumber'), ('/', 'element', '', 'AnyPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r11_12, (1,), (), False),
        ((((('/', 'element', '', 'RowAnyPartyOrganisationUnitNumber'), ('/', 'element', '', 'RowAnyPartyDetails'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r11_13, (1,), (), False),
        ((((('/', 'element', '', 'SellerPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r11_14, (1,), (), False),
        ((((('/', 'element', '', 'BuyerPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r11_15, (1,), (), False),
        ((((('/', 'element', '', 'InvoiceRecipientPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r11_16, (1,), (), False),
        ((((('/', 'element', '', 'DeliveryPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r11_17, (1,), (), False),
        ((((('/', 'element', '', 'AnyPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r11_18, (), (), False),
        ((((('/', 'element', '', 'RowAnyPartyDetails'), ('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r11_19, (), (), False),
        ((((('/', 'element', '', 'InvoiceSenderPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r11_20, (), (), False),
        ((((('/', 'element', '', 'FromIdentifier'), ('/', 'element', '', 'MessageSenderDetails'), ('/', 'element', '', 'MessageTransmissionDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()), ((('/', 'element', '', 'ToIdentifier'), ('/', 'element', '', 'MessageReceiverDetails'), ('/', 'element', '', 'MessageTransmissionDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r11_21, (), (), False),
    ],
    [
        ((((('/', 'element', '', 'SellerPostalAddressDetails'), ('/', 'element', '', 'SellerPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r12_0, (), (), False),
        ((((('/', 'element', '', 'BuyerPostalAddressDetails'), ('/', 'element', '', 'BuyerPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r12_1, (), (), False),
        ((((('/', 'element', '', 'InvoiceRecipientPostalAddressDetails'), ('/', 'element', '', 'InvoiceRecipientPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r12_2, (), (), False),
        ((((('/', 'element', '', 'DeliveryPostalAddressDetails'), ('/', 'element', '', 'DeliveryPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r12_3, (), (), False),
        ((((('/', 'element', '', 'AnyPartyPostalAddressDetails'), ('/', 'element', '', 'AnyPartyDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r12_4, (), (), False),
        ((((('/', 'element', '', 'FactoringPartyPostalAddressDetails'), ('/', 'element', '', 'FactoringAgreementDetails'), ('/', 'element', '', 'Finvoice')), True, None, None, None, (), ()),), r12_5, (), (), False),
    ],
    [
        ((((('/', 'element', '', 'Finvoice'),), True, None, None, None, (), ()),), r13_0, (), (), False),
        ((((('//', 'element', '', 'InvoiceUrlText'),), False, None, None, None, (), ()), ((('//', 'element', '', 'StorageUrlText'),), False, None, None, None, (), ()), ((('//', 'element', '', 'EpiUrl'),), False, None, None, None, (), ()), ((('//', 'element', '', 'OrderIdentifierUrlText'),), False, None, None, None, (), ()), ((('//', 'element', '', 'AgreementIdentifierUrlText'),), False, None, None, None, (), ()), ((('//', 'element', '', 'SellerReferenceIdentifierUrlText'),), False, None, None, None, (), ()), ((('//', 'element', '', 'ArticleInfoUrlText'),), False, None, None, None, (), ()),), r13_1, (), (), False),
    ],
    [
        ((((('//', 'element', '', 'SpecificationFreeText'),), False, None, None, None, (), ()),), r14_0, (), (), False),
    ],
    [
        ((((('/', 'element', '', 'Finvoice'),), True, q146, None, None, (), ()),), r15_0, (), (), False),
        ((((('/', 'element', '', 'InvoiceRow'), ('/', 'element', '', 'Finvoice')), True, q146, m15_1_0, None, (), ()),), r15_1, (), (), False),
        ((((('/', 'element', '', 'VatSpecificationDetails'), ('/', 'element', '', 'InvoiceDetails'), ('/', 'element', '', 'Finvoice')), True, q146, None, None, (), ()),), r15_2, (), (), False),
    ],
    [
        ((((('/', 'element', '', 'Finvoice'),), True, None, None, None, (), ()),), None, (), (), False),
    ],
]
UNSUPPORTED = ()
