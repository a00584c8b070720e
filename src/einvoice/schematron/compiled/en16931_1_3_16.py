"""Compiled by einvoice from 'en16931.sch'.  Do not edit: change the rules, and compile again."""
from decimal import Decimal
from einvoice.schematron.runtime import *

K0 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CustomizationID'
K1 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ID'
K2 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}IssueDate'
K3 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}InvoiceTypeCode'
K4 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CreditNoteTypeCode'
K5 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}DocumentCurrencyCode'
K6 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}AccountingSupplierParty'
K7 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}Party'
K8 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PartyLegalEntity'
K9 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}RegistrationName'
K10 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}AccountingCustomerParty'
K11 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PostalAddress'
K12 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}InvoiceLine'
K13 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}CreditNoteLine'
K14 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}TaxCurrencyCode'
K15 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}TaxTotal'
K16 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}TaxAmount'
K17 = 'currencyID'
K18 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}Country'
K19 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}IdentificationCode'
K20 = 'schemeID'
K21 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PartyName'
K22 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}Name'
K23 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PartyIdentification'
K24 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PartyTaxScheme'
K25 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}TaxScheme'
K26 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CompanyID'
K27 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}InvoiceDocumentReference'
K28 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}StartDate'
K29 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}EndDate'
K30 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PaymentMeansCode'
K31 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PayeeFinancialAccount'
K32 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ChargeIndicator'
K33 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}Amount'
K34 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}TaxCategory'
K35 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}AllowanceChargeReason'
K36 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}AllowanceChargeReasonCode'
K37 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}LineExtensionAmount'
K38 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}TaxExclusiveAmount'
K39 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}TaxInclusiveAmount'
K40 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PayableAmount'
K41 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}TaxableAmount'
K42 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}Percent'
K43 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}InvoicedQuantity'
K44 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CreditedQuantity'
K45 = 'unitCode'
K46 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}Item'
K47 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}Price'
K48 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PriceAmount'
K49 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}AllowanceCharge'
K50 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}BaseAmount'
K51 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}Value'
K52 = 'listID'
K53 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}TaxPointDate'
K54 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}InvoicePeriod'
K55 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}DescriptionCode'
K56 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}LegalMonetaryTotal'
K57 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}TaxSubtotal'
K58 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}AllowanceTotalAmount'
K59 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ChargeTotalAmount'
K60 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PayableRoundingAmount'
K61 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PrepaidAmount'
K62 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}ClassifiedTaxCategory'
K63 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}TaxRepresentativeParty'
K64 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}Delivery'
K65 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ActualDeliveryDate'
K66 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}DeliveryLocation'
K67 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}Address'
K68 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}TaxExemptionReason'
K69 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}TaxExemptionReasonCode'
K70 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}DocumentTypeCode'
K71 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PayeeParty'
K72 = 'mimeCode'
K73 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}AddressLine'
K74 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}DocumentDescription'
K75 = 'filename'
K76 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}DeliveryParty'
K77 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}ContractDocumentReference'
K78 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}ReceiptDocumentReference'
K79 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}DespatchDocumentReference'
K80 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}AdditionalDocumentReference'
K81 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PaymentTerms'
K82 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}Note'
K83 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CompanyLegalForm'
K84 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}ProjectReference'
K85 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PaymentMeans'
K86 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PaymentDueDate'
K87 = 'name'
K88 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}CardAccount'
K89 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PaymentMandate'
K90 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}OriginatorDocumentReference'
K91 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PaymentID'
K92 = 'schemeName'
K93 = 'schemeAgencyName'
K94 = 'schemeDataURI'
K95 = 'schemeURI'
K96 = 'format'
K97 = 'unitCodeListIdentifier'
K98 = 'unitCodeListAgencyIdentifier'
K99 = 'unitCodeListAgencyName'
K100 = 'listAgencyName'
K101 = 'listName'
K102 = 'languageID'
K103 = 'listURI'
K104 = 'listSchemeURI'
K105 = 'languageLocaleID'
K106 = 'uri'
K107 = 'currencyCodeListVersionID'
K108 = 'characterSetCode'
K109 = 'encodingCode'
K110 = 'schemeAgencyID'
K111 = 'listAgencyID'
K112 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}OrderLineReference'
K113 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}LineID'
K114 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}Description'
K115 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}DocumentReference'
K116 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2}UBLExtensions'
K117 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ProfileExecutionID'
K118 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CopyIndicator'
K119 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}UUID'
K120 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}IssueTime'
K121 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PricingCurrencyCode'
K122 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PaymentCurrencyCode'
K123 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PaymentAlternativeCurrencyCode'
K124 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}AccountingCostCode'
K125 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}LineCountNumeric'
K126 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}StartTime'
K127 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}EndTime'
K128 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}DurationMeasure'
K129 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}OrderReference'
K130 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CustomerReference'
K131 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}OrderTypeCode'
K132 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}BillingReference'
K133 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}DocumentType'
K134 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}XPath'
K135 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}LanguageID'
K136 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}LocaleCode'
K137 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}VersionID'
K138 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}DocumentStatusCode'
K139 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}Attachment'
K140 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}ValidityPeriod'
K141 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}IssuerParty'
K142 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}ResultOfVerification'
K143 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}SelfBilledInvoiceDocumentReference'
K144 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}CreditNoteDocumentReference'
K145 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}SelfBilledCreditNoteDocumentReference'
K146 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}DebitNoteDocumentReference'
K147 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}ReminderDocumentReference'
K148 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}BillingReferenceLine'
K149 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}StatementDocumentReference'
K150 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}ExternalReference'
K151 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}DocumentHash'
K152 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}HashAlgorithmMethod'
K153 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ExpiryDate'
K154 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ExpiryTime'
K155 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}MimeCode'
K156 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}FormatCode'
K157 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}EncodingCode'
K158 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CharacterSetCode'
K159 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}FileName'
K160 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}WorkPhaseReference'
K161 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}Signature'
K162 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CustomerAssignedAccountID'
K163 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}AdditionalAccountID'
K164 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}DataSendingCapability'
K165 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}MarkCareIndicator'
K166 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}MarkAttentionIndicator'
K167 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}WebsiteURI'
K168 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}LogoReferenceID'
K169 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}IndustryClassificationCode'
K170 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}Language'
K171 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}AddressTypeCode'
K172 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}AddressFormatCode'
K173 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}Postbox'
K174 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}Floor'
K175 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}Room'
K176 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}BlockName'
K177 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}BuildingName'
K178 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}BuildingNumber'
K179 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}InhouseMail'
K180 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}Department'
K181 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}MarkAttention'
K182 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}MarkCare'
K183 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PlotIdentification'
K184 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CitySubdivisionName'
K185 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CountrySubentityCode'
K186 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}Region'
K187 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}District'
K188 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}TimezoneOffset'
K189 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}LocationCoordinate'
K190 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PhysicalLocation'
K191 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}TaxLevelCode'
K192 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ExemptionReasonCode'
K193 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ExemptionReason'
K194 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}RegistrationAddress'
K195 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}TaxTypeCode'
K196 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CurrencyCode'
K197 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}JurisdictionRegionAddress'
K198 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}RegistrationDate'
K199 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}RegistrationExpirationDate'
K200 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CompanyLegalFormCode'
K201 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}SoleProprietorshipIndicator'
K202 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CompanyLiquidationStatusCode'
K203 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CorporateStockAmount'
K204 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}FullyPaidSharesIndicator'
K205 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}CorporateRegistrationScheme'
K206 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}HeadOfficeParty'
K207 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}ShareholderParty'
K208 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}Contact'
K209 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}Telefax'
K210 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}OtherCommunication'
K211 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}Person'
K212 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}AgentParty'
K213 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}ServiceProviderParty'
K214 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PowerOfAttorney'
K215 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}FinancialAccount'
K216 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}DespatchContact'
K217 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}AccountingContact'
K218 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}SellerContact'
K219 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}SupplierAssignedAccountID'
K220 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}DeliveryContact'
K221 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}BuyerContact'
K222 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}EndpointID'
K223 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}BuyerCustomerParty'
K224 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}SellerSupplierParty'
K225 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}Quantity'
K226 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}MinimumQuantity'
K227 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}MaximumQuantity'
K228 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ActualDeliveryTime'
K229 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}LatestDeliveryDate'
K230 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}LatestDeliveryTime'
K231 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ReleaseID'
K232 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}TrackingID'
K233 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}Conditions'
K234 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CountrySubentity'
K235 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}LocationTypeCode'
K236 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}InformationURI'
K237 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}SubsidiaryLocation'
K238 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}AlternativeDeliveryLocation'
K239 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}RequestedDeliveryPeriod'
K240 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}EstimatedDeliveryPeriod'
K241 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}CarrierParty'
K242 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}NotifyParty'
K243 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}Despatch'
K244 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}DeliveryTerms'
K245 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}MinimumDeliveryUnit'
K246 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}MaximumDeliveryUnit'
K247 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}Shipment'
K248 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PaymentChannelCode'
K249 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}InstructionID'
K250 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CardTypeCode'
K251 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ValidityStartDate'
K252 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}IssuerID'
K253 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}IssueNumberID'
K254 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CardChipCode'
K255 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ChipApplicationID'
K256 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}AliasName'
K257 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}AccountTypeCode'
K258 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}AccountFormatCode'
K259 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PaymentNote'
K260 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}FinancialInstitutionBranch'
K261 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}FinancialInstitution'
K262 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}CreditAccount'
K263 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}MandateTypeCode'
K264 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}MaximumPaymentInstructionsNumeric'
K265 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}MaximumPaidAmount'
K266 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}SignatureID'
K267 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PayerParty'
K268 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PayerFinancialAccount'
K269 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PaymentReversalPeriod'
K270 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}Clause'
K271 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}TradeFinancing'
K272 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PaymentMeansID'
K273 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PrepaidPaymentReferenceID'
K274 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ReferenceEventCode'
K275 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}SettlementDiscountPercent'
K276 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PenaltySurchargePercent'
K277 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PaymentPercent'
K278 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}SettlementDiscountAmount'
K279 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PenaltyAmount'
K280 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PaymentTermsDetailsURI'
K281 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}InstallmentDueDate'
K282 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}InvoicingPartyReference'
K283 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}SettlementPeriod'
K284 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PenaltyPeriod'
K285 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}ExchangeRate'
K286 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PrepaidPayment'
K287 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PrepaidIndicator'
K288 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}SequenceNumeric'
K289 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}AccountingCost'
K290 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PerUnitAmount'
K291 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}BaseUnitMeasure'
K292 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}TierRange'
K293 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}TierRatePercent'
K294 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}TaxExchangeRate'
K295 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PricingExchangeRate'
K296 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PaymentExchangeRate'
K297 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PaymentAlternativeExchangeRate'
K298 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}RoundingAmount'
K299 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}TaxEvidenceIndicator'
K300 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}TaxIncludedIndicator'
K301 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CalculationSequenceNumeric'
K302 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}TransactionCurrencyTaxAmount'
K303 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}WithholdingTaxTotal'
K304 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PayableAlternativeAmount'
K305 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ProfileID'
K306 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}InstructionNote'
K307 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}DeliveryAddress'
K308 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PaymentPurposeCode'
K309 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}FreeOfChargeIndicator'
K310 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}SalesOrderLineID'
K311 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}LineStatusCode'
K312 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}DespatchLineReference'
K313 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}ReceiptLineReference'
K314 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PricingReference'
K315 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}OriginatorParty'
K316 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PackQuantity'
K317 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PackSizeNumeric'
K318 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CatalogueIndicator'
K319 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}HazardousRiskIndicator'
K320 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}AdditionalInformation'
K321 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}Keyword'
K322 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}BrandName'
K323 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ModelName'
K324 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}BuyersItemIdentification'
K325 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ExtendedID'
K326 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}BarcodeSymbologyID'
K327 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PhysicalAttribute'
K328 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}MeasurementDimension'
K329 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}SellersItemIdentification'
K330 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}ManufacturersItemIdentification'
K331 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}StandardItemIdentification'
K332 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}CatalogueItemIdentification'
K333 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}AdditionalItemIdentification'
K334 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}CatalogueDocumentReference'
K335 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}ItemSpecificationDocumentReference'
K336 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}OriginCountry'
K337 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}CommodityClassification'
K338 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}NatureCode'
K339 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CargoTypeCode'
K340 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CommodityCode'
K341 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}TransactionConditions'
K342 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}HazardousItem'
K343 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}AdditionalItemProperty'
K344 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}NameCode'
K345 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}TestMethod'
K346 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ValueQuantity'
K347 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ValueQualifier'
K348 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ImportanceCode'
K349 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ListValue'
K350 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}UsabilityPeriod'
K351 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}ItemPropertyGroup'
K352 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}RangeDimension'
K353 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}ItemPropertyRange'
K354 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}ManufacturerParty'
K355 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}InformationContentProviderParty'
K356 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}OriginAddress'
K357 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}ItemInstance'
K358 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}Certificate'
K359 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}Dimension'
K360 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PriceChangeReason'
K361 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PriceTypeCode'
K362 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PriceType'
K363 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}OrderableUnitFactorRate'
K364 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}MultiplierFactorNumeric'
K365 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}SubInvoiceLine'
K366 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}ItemPriceExtension'
K367 = 'unitCodeListID'
K368 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PrimaryAccountNumberID'
K369 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}NetworkID'
K370 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}UBLVersionID'
K371 = '{urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2}CreditNote'
K372 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}CV2ID'
K373 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ValidityPeriod'
K374 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}PriceList'
K375 = '{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}SalesOrderID'
C0 = ('30', '58',)
C1 = frozenset(['30', '58'])
C2 = ('1A', 'AD', 'AE', 'AF', 'AG', 'AI', 'AL', 'AM', 'AO', 'AQ', 'AR', 'AS', 'AT', 'AU', 'AW', 'AX', 'AZ', 'BA', 'BB', 'BD', 'BE', 'BF', 'BG', 'BH', 'BI', 'BJ', 'BL', 'BM', 'BN', 'BO', 'BQ', 'BR', 'BS', 'BT', 'BV', 'BW', 'BY', 'BZ', 'CA', 'CC', 'CD', 'CF', 'CG', 'CH', 'CI', 'CK', 'CL', 'CM', 'CN', 'CO', 'CR', 'CU', 'CV', 'CW', 'CX', 'CY', 'CZ', 'DE', 'DJ', 'DK', 'DM', 'DO', 'DZ', 'EC', 'EE', 'EG', 'EH', 'ER', 'ES', 'ET', 'FI', 'FJ', 'FK', 'FM', 'FO', 'FR', 'GA', 'GB', 'GD', 'GE', 'GF', 'GG', 'GH', 'GI', 'GL', 'GM', 'GN', 'GP', 'GQ', 'GR', 'GS', 'GT', 'GU', 'GW', 'GY', 'HK', 'HM', 'HN', 'HR', 'HT', 'HU', 'ID', 'IE', 'IL', 'IM', 'IN', 'IO', 'IQ', 'IR', 'IS', 'IT', 'JE', 'JM', 'JO', 'JP', 'KE', 'KG', 'KH', 'KI', 'KM', 'KN', 'KP', 'KR', 'KW', 'KY', 'KZ', 'LA', 'LB', 'LC', 'LI', 'LK', 'LR', 'LS', 'LT', 'LU', 'LV', 'LY', 'MA', 'MC', 'MD', 'ME', 'MF', 'MG', 'MH', 'MK', 'ML', 'MM', 'MN', 'MO', 'MP', 'MQ', 'MR', 'MS', 'MT', 'MU', 'MV', 'MW', 'MX', 'MY', 'MZ', 'NA', 'NC', 'NE', 'NF', 'NG', 'NI', 'NL', 'NO', 'NP', 'NR', 'NU', 'NZ', 'OM', 'PA', 'PE', 'PF', 'PG', 'PH', 'PK', 'PL', 'PM', 'PN', 'PR', 'PS', 'PT', 'PW', 'PY', 'QA', 'RE', 'RO', 'RS', 'RU', 'RW', 'SA', 'SB', 'SC', 'SD', 'SE', 'SG', 'SH', 'SI', 'SJ', 'SK', 'SL', 'SM', 'SN', 'SO', 'SR', 'SS', 'ST', 'SV', 'SX', 'SY', 'SZ', 'TC', 'TD', 'TF', 'TG', 'TH', 'TJ', 'TK', 'TL', 'TM', 'TN', 'TO', 'TR', 'TT', 'TV', 'TW', 'TZ', 'UA', 'UG', 'UM', 'US', 'UY', 'UZ', 'VA', 'VC', 'VE', 'VG', 'VI', 'VN', 'VU', 'WF', 'WS', 'XI', 'YE', 'YT', 'ZA', 'ZM', 'ZW',)
C3 = ('true', 'false',)
C4 = frozenset(['false', 'true'])
C5 = ((), {K42: (((0, (K42,)), ), {})})
C6 = ((), {K68: (((0, (K68,)), ), {}), K69: (((0, (K69,)), ), {})})
C7 = ('102', '130', '202', '203', '204', '211', '218', '219', '295', '325', '326', '331', '380', '382', '383', '384', '385', '386', '387', '388', '389', '390', '393', '394', '395', '456', '457', '471', '472', '473', '500', '501', '527', '553', '575', '623', '633', '71', '751', '780', '80', '81', '817', '82', '84', '870', '875', '876', '877', '935',)
C8 = ('261', '262', '296', '308', '381', '396', '420', '458', '502', '503', '532', '81', '83',)
C9 = ('AED', 'AFN', 'ALL', 'AMD', 'AOA', 'ARS', 'AUD', 'AWG', 'AZN', 'BAM', 'BBD', 'BDT', 'BHD', 'BIF', 'BMD', 'BND', 'BOB', 'BOV', 'BRL', 'BSD', 'BTN', 'BWP', 'BYN', 'BZD', 'CAD', 'CDF', 'CHE', 'CHF', 'CHW', 'CLF', 'CLP', 'CNH', 'CNY', 'COP', 'COU', 'CRC', 'CUP', 'CVE', 'CZK', 'DJF', 'DKK', 'DOP', 'DZD', 'EGP', 'ERN', 'ETB', 'EUR', 'FJD', 'FKP', 'GBP', 'GEL', 'GHS', 'GIP', 'GMD', 'GNF', 'GTQ', 'GYD', 'HKD', 'HNL', 'HTG', 'HUF', 'IDR', 'ILS', 'INR', 'IQD', 'IRR', 'ISK', 'JMD', 'JOD', 'JPY', 'KES', 'KGS', 'KHR', 'KMF', 'KPW', 'KRW', 'KWD', 'KYD', 'KZT', 'LAK', 'LBP', 'LKR', 'LRD', 'LSL', 'LYD', 'MAD', 'MDL', 'MGA', 'MKD', 'MMK', 'MNT', 'MOP', 'MRU', 'MUR', 'MVR', 'MWK', 'MXN', 'MXV', 'MYR', 'MZN', 'NAD', 'NGN', 'NIO', 'NOK', 'NPR', 'NZD', 'OMR', 'PAB', 'PEN', 'PGK', 'PHP', 'PKR', 'PLN', 'PYG', 'QAR', 'RON', 'RSD', 'RUB', 'RWF', 'SAR', 'SBD', 'SCR', 'SDG', 'SEK', 'SGD', 'SHP', 'SLE', 'SOS', 'SRD', 'SSP', 'STD', 'SVC', 'SYP', 'SZL', 'THB', 'TJS', 'TMT', 'TND', 'TOP', 'TRY', 'TTD', 'TWD', 'TZS', 'UAH', 'UGX', 'USD', 'USN', 'UYI', 'UYU', 'UYW', 'UZS', 'VED', 'VES', 'VND', 'VUV', 'WST', 'XAF', 'XAG', 'XAU', 'XBA', 'XBB', 'XBC', 'XBD', 'XCD', 'XCG', 'XDR', 'XOF', 'XPD', 'XPF', 'XPT', 'XSU', 'XTS', 'XUA', 'XXX', 'YER', 'ZAR', 'ZMW', 'ZWG',)
C10 = frozenset(['AED', 'AFN', 'ALL', 'AMD', 'AOA', 'ARS', 'AUD', 'AWG', 'AZN', 'BAM', 'BBD', 'BDT', 'BHD', 'BIF', 'BMD', 'BND', 'BOB', 'BOV', 'BRL', 'BSD', 'BTN', 'BWP', 'BYN', 'BZD', 'CAD', 'CDF', 'CHE', 'CHF', 'CHW', 'CLF', 'CLP', 'CNH', 'CNY', 'COP', 'COU', 'CRC', 'CUP', 'CVE', 'CZK', 'DJF', 'DKK', 'DOP', 'DZD', 'EGP', 'ERN', 'ETB', 'EUR', 'FJD', 'FKP', 'GBP', 'GEL', 'GHS', 'GIP', 'GMD', 'GNF', 'GTQ', 'GYD', 'HKD', 'HNL', 'HTG', 'HUF', 'IDR', 'ILS', 'INR', 'IQD', 'IRR', 'ISK', 'JMD', 'JOD', 'JPY', 'KES', 'KGS', 'KHR', 'KMF', 'KPW', 'KRW', 'KWD', 'KYD', 'KZT', 'LAK', 'LBP', 'LKR', 'LRD', 'LSL', 'LYD', 'MAD', 'MDL', 'MGA', 'MKD', 'MMK', 'MNT', 'MOP', 'MRU', 'MUR', 'MVR', 'MWK', 'MXN', 'MXV', 'MYR', 'MZN', 'NAD', 'NGN', 'NIO', 'NOK', 'NPR', 'NZD', 'OMR', 'PAB', 'PEN', 'PGK', 'PHP', 'PKR', 'PLN', 'PYG', 'QAR', 'RON', 'RSD', 'RUB', 'RWF', 'SAR', 'SBD', 'SCR', 'SDG', 'SEK', 'SGD', 'SHP', 'SLE', 'SOS', 'SRD', 'SSP', 'STD', 'SVC', 'SYP', 'SZL', 'THB', 'TJS', 'TMT', 'TND', 'TOP', 'TRY', 'TTD', 'TWD', 'TZS', 'UAH', 'UGX', 'USD', 'USN', 'UYI', 'UYU', 'UYW', 'UZS', 'VED', 'VES', 'VND', 'VUV', 'WST', 'XAF', 'XAG', 'XAU', 'XBA', 'XBB', 'XBC', 'XBD', 'XCD', 'XCG', 'XDR', 'XOF', 'XPD', 'XPF', 'XPT', 'XSU', 'XTS', 'XUA', 'XXX', 'YER', 'ZAR', 'ZMW', 'ZWG'])
C11 = ('3', '35', '432',)
C12 = frozenset(['3', '35', '432'])
C13 = ('AAA', 'AAB', 'AAC', 'AAD', 'AAE', 'AAF', 'AAG', 'AAH', 'AAI', 'AAJ', 'AAK', 'AAL', 'AAM', 'AAN', 'AAO', 'AAP', 'AAQ', 'AAR', 'AAS', 'AAT', 'AAU', 'AAV', 'AAW', 'AAX', 'AAY', 'AAZ', 'ABA', 'ABB', 'ABC', 'ABD', 'ABE', 'ABF', 'ABG', 'ABH', 'ABI', 'ABJ', 'ABK', 'ABL', 'ABM', 'ABN', 'ABO', 'ABP', 'ABQ', 'ABR', 'ABS', 'ABT', 'ABU', 'ABV', 'ABW', 'ABX', 'ABY', 'ABZ', 'AC', 'ACA', 'ACB', 'ACC', 'ACD', 'ACE', 'ACF', 'ACG', 'ACH', 'ACI', 'ACJ', 'ACK', 'ACL', 'ACN', 'ACO', 'ACP', 'ACQ', 'ACR', 'ACT', 'ACU', 'ACV', 'ACW', 'ACX', 'ACY', 'ACZ', 'ADA', 'ADB', 'ADC', 'ADD', 'ADE', 'ADF', 'ADG', 'ADI', 'ADJ', 'ADK', 'ADL', 'ADM', 'ADN', 'ADO', 'ADP', 'ADQ', 'ADT', 'ADU', 'ADV', 'ADW', 'ADX', 'ADY', 'ADZ', 'AE', 'AEA', 'AEB', 'AEC', 'AED', 'AEE', 'AEF', 'AEG', 'AEH', 'AEI', 'AEJ', 'AEK', 'AEL', 'AEM', 'AEN', 'AEO', 'AEP', 'AEQ', 'AER', 'AES', 'AET', 'AEU', 'AEV', 'AEW', 'AEX', 'AEY', 'AEZ', 'AF', 'AFA', 'AFB', 'AFC', 'AFD', 'AFE', 'AFF', 'AFG', 'AFH', 'AFI', 'AFJ', 'AFK', 'AFL', 'AFM', 'AFN', 'AFO', 'AFP', 'AFQ', 'AFR', 'AFS', 'AFT', 'AFU', 'AFV', 'AFW', 'AFX', 'AFY', 'AFZ', 'AGA', 'AGB', 'AGC', 'AGD', 'AGE', 'AGF', 'AGG', 'AGH', 'AGI', 'AGJ', 'AGK', 'AGL', 'AGM', 'AGN', 'AGO', 'AGP', 'AGQ', 'AGR', 'AGS', 'AGT', 'AGU', 'AGV', 'AGW', 'AGX', 'AGY', 'AGZ', 'AHA', 'AHB', 'AHC', 'AHD', 'AHE', 'AHF', 'AHG', 'AHH', 'AHI', 'AHJ', 'AHK', 'AHL', 'AHM', 'AHN', 'AHO', 'AHP', 'AHQ', 'AHR', 'AHS', 'AHT', 'AHU', 'AHV', 'AHX', 'AHY', 'AHZ', 'AIA', 'AIB', 'AIC', 'AID', 'AIE', 'AIF', 'AIG', 'AIH', 'AII', 'AIJ', 'AIK', 'AIL', 'AIM', 'AIN', 'AIO', 'AIP', 'AIQ', 'AIR', 'AIS', 'AIT', 'AIU', 'AIV', 'AIW', 'AIX', 'AIY', 'AIZ', 'AJA', 'AJB', 'AJC', 'AJD', 'AJE', 'AJF', 'AJG', 'AJH', 'AJI', 'AJJ', 'AJK', 'AJL', 'AJM', 'AJN', 'AJO', 'AJP', 'AJQ', 'AJR', 'AJS', 'AJT', 'AJU', 'AJV', 'AJW', 'AJX', 'AJY', 'AJZ', 'AKA', 'AKB', 'AKC', 'AKD', 'AKE', 'AKF', 'AKG', 'AKH', 'AKI', 'AKJ', 'AKK', 'AKL', 'AKM', 'AKN', 'AKO', 'AKP', 'AKQ', 'AKR', 'AKS', 'AKT', 'AKU', 'AKV', 'AKW', 'AKX', 'AKY', 'AKZ', 'ALA', 'ALB', 'ALC', 'ALD', 'ALE', 'ALF', 'ALG', 'ALH', 'ALI', 'ALJ', 'ALK', 'ALL', 'ALM', 'ALN', 'ALO', 'ALP', 'ALQ', 'ALR', 'ALS', 'ALT', 'ALU', 'ALV', 'ALW', 'ALX', 'ALY', 'ALZ', 'AMA', 'AMB', 'AMC', 'AMD', 'AME', 'AMF', 'AMG', 'AMH', 'AMI', 'AMJ', 'AMK', 'AML', 'AMM', 'AMN', 'AMO', 'AMP', 'AMQ', 'AMR', 'AMS', 'AMT', 'AMU', 'AMV', 'AMW', 'AMX', 'AMY', 'AMZ', 'ANA', 'ANB', 'ANC', 'AND', 'ANE', 'ANF', 'ANG', 'ANH', 'ANI', 'ANJ', 'ANK', 'ANL', 'ANM', 'ANN', 'ANO', 'ANP', 'ANQ', 'ANR', 'ANS', 'ANT', 'ANU', 'ANV', 'ANW', 'ANX', 'ANY', 'AOA', 'AOD', 'AOE', 'AOF', 'AOG', 'AOH', 'AOI', 'AOJ', 'AOK', 'AOL', 'AOM', 'AON', 'AOO', 'AOP', 'AOQ', 'AOR', 'AOS', 'AOT', 'AOU', 'AOV', 'AOW', 'AOX', 'AOY', 'AOZ', 'AP', 'APA', 'APB', 'APC', 'APD', 'APE', 'APF', 'APG', 'APH', 'API', 'APJ', 'APK', 'APL', 'APM', 'APN', 'APO', 'APP', 'APQ', 'APR', 'APS', 'APT', 'APU', 'APV', 'APW', 'APX', 'APY', 'APZ', 'AQA', 'AQB', 'AQC', 'AQD', 'AQE', 'AQF', 'AQG', 'AQH', 'AQI', 'AQJ', 'AQK', 'AQL', 'AQM', 'AQN', 'AQO', 'AQP', 'AQQ', 'AQR', 'AQS', 'AQT', 'AQU', 'AQV', 'AQW', 'AQX', 'AQY', 'AQZ', 'ARA', 'ARB', 'ARC', 'ARD', 'ARE', 'ARF', 'ARG', 'ARH', 'ARI', 'ARJ', 'ARK', 'ARL', 'ARM', 'ARN', 'ARO', 'ARP', 'ARQ', 'ARR', 'ARS', 'ART', 'ARU', 'ARV', 'ARW', 'ARX', 'ARY', 'ARZ', 'ASA', 'ASB', 'ASC', 'ASD', 'ASE', 'ASF', 'ASG', 'ASH', 'ASI', 'ASJ', 'ASK', 'ASL', 'ASM', 'ASN', 'ASO', 'ASP', 'ASQ', 'ASR', 'ASS', 'AST', 'ASU', 'ASV', 'ASW', 'ASX', 'ASY', 'ASZ', 'ATA', 'ATB', 'ATC', 'ATD', 'ATE', 'ATF', 'ATG', 'ATH', 'ATI', 'ATJ', 'ATK', 'ATL', 'ATM', 'ATN', 'ATO', 'ATP', 'ATQ', 'ATR', 'ATS', 'ATT', 'ATU', 'ATV', 'ATW', 'ATX', 'ATY', 'ATZ', 'AU', 'AUA', 'AUB', 'AUC', 'AUD', 'AUE', 'AUF', 'AUG', 'AUH', 'AUI', 'AUJ', 'AUK', 'AUL', 'AUM', 'AUN', 'AUO', 'AUP', 'AUQ', 'AUR', 'AUS', 'AUT', 'AUU', 'AUV', 'AUW', 'AUX', 'AUY', 'AUZ', 'AV', 'AVA', 'AVB', 'AVC', 'AVD', 'AVE', 'AVF', 'AVG', 'AVH', 'AVI', 'AVJ', 'AVK', 'AVL', 'AVM', 'AVN', 'AVO', 'AVP', 'AVQ', 'AVR', 'AVS', 'AVT', 'AVU', 'AVV', 'AVW', 'AVX', 'AVY', 'AVZ', 'AWA', 'AWB', 'AWC', 'AWD', 'AWE', 'AWF', 'AWG', 'AWH', 'AWI', 'AWJ', 'AWK', 'AWL', 'AWM', 'AWN', 'AWO', 'AWP', 'AWQ', 'AWR', 'AWS', 'AWT', 'AWU', 'AWV', 'AWW', 'AWX', 'AWY', 'AWZ', 'AXA', 'AXB', 'AXC', 'AXD', 'AXE', 'AXF', 'AXG', 'AXH', 'AXI', 'AXJ', 'AXK', 'AXL', 'AXM', 'AXN', 'AXO', 'AXP', 'AXQ', 'AXR', 'AXS', 'AXU', 'BA', 'BC', 'BD', 'BE', 'BH', 'BM', 'BN', 'BO', 'BR', 'BT', 'BTP', 'BW', 'CAS', 'CAT', 'CAU', 'CAV', 'CAW', 'CAX', 'CAY', 'CAZ', 'CBA', 'CBB', 'CD', 'CEC', 'CED', 'CFE', 'CFF', 'CFO', 'CG', 'CH', 'CK', 'CKN', 'CM', 'CMR', 'CN', 'CNO', 'COF', 'CP', 'CR', 'CRN', 'CS', 'CST', 'CT', 'CU', 'CV', 'CW', 'CZ', 'DA', 'DAN', 'DB', 'DI', 'DL', 'DM', 'DQ', 'DR', 'EA', 'EB', 'ED', 'EE', 'EEP', 'EI', 'EN', 'EQ', 'ER', 'ERN', 'ET', 'EX', 'FC', 'FF', 'FI', 'FLW', 'FN', 'FO', 'FS', 'FT', 'FV', 'FX', 'GA', 'GC', 'GD', 'GDN', 'GN', 'HS', 'HWB', 'IA', 'IB', 'ICA', 'ICE', 'ICO', 'II', 'IL', 'INB', 'INN', 'INO', 'IP', 'IS', 'IT', 'IV', 'JB', 'JE', 'LA', 'LAN', 'LAR', 'LB', 'LC', 'LI', 'LO', 'LRC', 'LS', 'MA', 'MB', 'MF', 'MG', 'MH', 'MR', 'MRN', 'MS', 'MSS', 'MWB', 'NA', 'NF', 'OH', 'OI', 'ON', 'OP', 'OR', 'PB', 'PC', 'PD', 'PE', 'PF', 'PI', 'PK', 'PL', 'POR', 'PP', 'PQ', 'PR', 'PS', 'PW', 'PY', 'RA', 'RC', 'RCN', 'RE', 'REN', 'RF', 'RR', 'RT', 'SA', 'SB', 'SD', 'SE', 'SEA', 'SF', 'SH', 'SI', 'SM', 'SN', 'SP', 'SQ', 'SRN', 'SS', 'STA', 'SW', 'SZ', 'TB', 'TCR', 'TE', 'TF', 'TI', 'TIN', 'TL', 'TN', 'TP', 'UAR', 'UC', 'UCN', 'UN', 'UO', 'URI', 'VA', 'VC', 'VGR', 'VM', 'VN', 'VON', 'VOR', 'VP', 'VR', 'VS', 'VT', 'VV', 'WE', 'WM', 'WN', 'WR', 'WS', 'WY', 'XA', 'XC', 'XP', 'ZZZ',)
C14 = frozenset(['AAA', 'AAB', 'AAC', 'AAD', 'AAE', 'AAF', 'AAG', 'AAH', 'AAI', 'AAJ', 'AAK', 'AAL', 'AAM', 'AAN', 'AAO', 'AAP', 'AAQ', 'AAR', 'AAS', 'AAT', 'AAU', 'AAV', 'AAW', 'AAX', 'AAY', 'AAZ', 'ABA', 'ABB', 'ABC', 'ABD', 'ABE', 'ABF', 'ABG', 'ABH', 'ABI', 'ABJ', 'ABK', 'ABL', 'ABM', 'ABN', 'ABO', 'ABP', 'ABQ', 'ABR', 'ABS', 'ABT', 'ABU', 'ABV', 'ABW', 'ABX', 'ABY', 'ABZ', 'AC', 'ACA', 'ACB', 'ACC', 'ACD', 'ACE', 'ACF', 'ACG', 'ACH', 'ACI', 'ACJ', 'ACK', 'ACL', 'ACN', 'ACO', 'ACP', 'ACQ', 'ACR', 'ACT', 'ACU', 'ACV', 'ACW', 'ACX', 'ACY', 'ACZ', 'ADA', 'ADB', 'ADC', 'ADD', 'ADE', 'ADF', 'ADG', 'ADI', 'ADJ', 'ADK', 'ADL', 'ADM', 'ADN', 'ADO', 'ADP', 'ADQ', 'ADT', 'ADU', 'ADV', 'ADW', 'ADX', 'ADY', 'ADZ', 'AE', 'AEA', 'AEB', 'AEC', 'AED', 'AEE', 'AEF', 'AEG', 'AEH', 'AEI', 'AEJ', 'AEK', 'AEL', 'AEM', 'AEN', 'AEO', 'AEP', 'AEQ', 'AER', 'AES', 'AET', 'AEU', 'AEV', 'AEW', 'AEX', 'AEY', 'AEZ', 'AF', 'AFA', 'AFB', 'AFC', 'AFD', 'AFE', 'AFF', 'AFG', 'AFH', 'AFI', 'AFJ', 'AFK', 'AFL', 'AFM', 'AFN', 'AFO', 'AFP', 'AFQ', 'AFR', 'AFS', 'AFT', 'AFU', 'AFV', 'AFW', 'AFX', 'AFY', 'AFZ', 'AGA', 'AGB', 'AGC', 'AGD', 'AGE', 'AGF', 'AGG', 'AGH', 'AGI', 'AGJ', 'AGK', 'AGL', 'AGM', 'AGN', 'AGO', 'AGP', 'AGQ', 'AGR', 'AGS', 'AGT', 'AGU', 'AGV', 'AGW', 'AGX', 'AGY', 'AGZ', 'AHA', 'AHB', 'AHC', 'AHD', 'AHE', 'AHF', 'AHG', 'AHH', 'AHI', 'AHJ', 'AHK', 'AHL', 'AHM', 'AHN', 'AHO', 'AHP', 'AHQ', 'AHR', 'AHS', 'AHT', 'AHU', 'AHV', 'AHX', 'AHY', 'AHZ', 'AIA', 'AIB', 'AIC', 'AID', 'AIE', 'AIF', 'AIG', 'AIH', 'AII', 'AIJ', 'AIK', 'AIL', 'AIM', 'AIN', 'AIO', 'AIP', 'AIQ', 'AIR', 'AIS', 'AIT', 'AIU', 'AIV', 'AIW', 'AIX', 'AIY', 'AIZ', 'AJA', 'AJB', 'AJC', 'AJD', 'AJE', 'AJF', 'AJG', 'AJH', 'AJI', 'AJJ', 'AJK', 'AJL', 'AJM', 'AJN', 'AJO', 'AJP', 'AJQ', 'AJR', 'AJS', 'AJT', 'AJU', 'AJV', 'AJW', 'AJX', 'AJY', 'AJZ', 'AKA', 'AKB', 'AKC', 'AKD', 'AKE', 'AKF', 'AKG', 'AKH', 'AKI', 'AKJ', 'AKK', 'AKL', 'AKM', 'AKN', 'AKO', 'AKP', 'AKQ', 'AKR', 'AKS', 'AKT', 'AKU', 'AKV', 'AKW', 'AKX', 'AKY', 'AKZ', 'ALA', 'ALB', 'ALC', 'ALD', 'ALE', 'ALF', 'ALG', 'ALH', 'ALI', 'ALJ', 'ALK', 'ALL', 'ALM', 'ALN', 'ALO', 'ALP', 'ALQ', 'ALR', 'ALS', 'ALT', 'ALU', 'ALV', 'ALW', 'ALX', 'ALY', 'ALZ', 'AMA', 'AMB', 'AMC', 'AMD', 'AME', 'AMF', 'AMG', 'AMH', 'AMI', 'AMJ', 'AMK', 'AML', 'AMM', 'AMN', 'AMO', 'AMP', 'AMQ', 'AMR', 'AMS', 'AMT', 'AMU', 'AMV', 'AMW', 'AMX', 'AMY', 'AMZ', 'ANA', 'ANB', 'ANC', 'AND', 'ANE', 'ANF', 'ANG', 'ANH', 'ANI', 'ANJ', 'ANK', 'ANL', 'ANM', 'ANN', 'ANO', 'ANP', 'ANQ', 'ANR', 'ANS', 'ANT', 'ANU', 'ANV', 'ANW', 'ANX', 'ANY', 'AOA', 'AOD', 'AOE', 'AOF', 'AOG', 'AOH', 'AOI', 'AOJ', 'AOK', 'AOL', 'AOM', 'AON', 'AOO', 'AOP', 'AOQ', 'AOR', 'AOS', 'AOT', 'AOU', 'AOV', 'AOW', 'AOX', 'AOY', 'AOZ', 'AP', 'APA', 'APB', 'APC', 'APD', 'APE', 'APF', 'APG', 'APH', 'API', 'APJ', 'APK', 'APL', 'APM', 'APN', 'APO', 'APP', 'APQ', 'APR', 'APS', 'APT', 'APU', 'APV', 'APW', 'APX', 'APY', 'APZ', 'AQA', 'AQB', 'AQC', 'AQD', 'AQE', 'AQF', 'AQG', 'AQH', 'AQI', 'AQJ', 'AQK', 'AQL', 'AQM', 'AQN', 'AQO', 'AQP', 'AQQ', 'AQR', 'AQS', 'AQT', 'AQU', 'AQV', 'AQW', 'AQX', 'AQY', 'AQZ', 'ARA', 'ARB', 'ARC', 'ARD', 'ARE', 'ARF', 'ARG', 'ARH', 'ARI', 'ARJ', 'ARK', 'ARL', 'ARM', 'ARN', 'ARO', 'ARP', 'ARQ', 'ARR', 'ARS', 'ART', 'ARU', 'ARV', 'ARW', 'ARX', 'ARY', 'ARZ', 'ASA', 'ASB', 'ASC', 'ASD', 'ASE', 'ASF', 'ASG', 'ASH', 'ASI', 'ASJ', 'ASK', 'ASL', 'ASM', 'ASN', 'ASO', 'ASP', 'ASQ', 'ASR', 'ASS', 'AST', 'ASU', 'ASV', 'ASW', 'ASX', 'ASY', 'ASZ', 'ATA', 'ATB', 'ATC', 'ATD', 'ATE', 'ATF', 'ATG', 'ATH', 'ATI', 'ATJ', 'ATK', 'ATL', 'ATM', 'ATN', 'ATO', 'ATP', 'ATQ', 'ATR', 'ATS', 'ATT', 'ATU', 'ATV', 'ATW', 'ATX', 'ATY', 'ATZ', 'AU', 'AUA', 'AUB', 'AUC', 'AUD', 'AUE', 'AUF', 'AUG', 'AUH', 'AUI', 'AUJ', 'AUK', 'AUL', 'AUM', 'AUN', 'AUO', 'AUP', 'AUQ', 'AUR', 'AUS', 'AUT', 'AUU', 'AUV', 'AUW', 'AUX', 'AUY', 'AUZ', 'AV', 'AVA', 'AVB', 'AVC', 'AVD', 'AVE', 'AVF', 'AVG', 'AVH', 'AVI', 'AVJ', 'AVK', 'AVL', 'AVM', 'AVN', 'AVO', 'AVP', 'AVQ', 'AVR', 'AVS', 'AVT', 'AVU', 'AVV', 'AVW', 'AVX', 'AVY', 'AVZ', 'AWA', 'AWB', 'AWC', 'AWD', 'AWE', 'AWF', 'AWG', 'AWH', 'AWI', 'AWJ', 'AWK', 'AWL', 'AWM', 'AWN', 'AWO', 'AWP', 'AWQ', 'AWR', 'AWS', 'AWT', 'AWU', 'AWV', 'AWW', 'AWX', 'AWY', 'AWZ', 'AXA', 'AXB', 'AXC', 'AXD', 'AXE', 'AXF', 'AXG', 'AXH', 'AXI', 'AXJ', 'AXK', 'AXL', 'AXM', 'AXN', 'AXO', 'AXP', 'AXQ', 'AXR', 'AXS', 'AXU', 'BA', 'BC', 'BD', 'BE', 'BH', 'BM', 'BN', 'BO', 'BR', 'BT', 'BTP', 'BW', 'CAS', 'CAT', 'CAU', 'CAV', 'CAW', 'CAX', 'CAY', 'CAZ', 'CBA', 'CBB', 'CD', 'CEC', 'CED', 'CFE', 'CFF', 'CFO', 'CG', 'CH', 'CK', 'CKN', 'CM', 'CMR', 'CN', 'CNO', 'COF', 'CP', 'CR', 'CRN', 'CS', 'CST', 'CT', 'CU', 'CV', 'CW', 'CZ', 'DA', 'DAN', 'DB', 'DI', 'DL', 'DM', 'DQ', 'DR', 'EA', 'EB', 'ED', 'EE', 'EEP', 'EI', 'EN', 'EQ', 'ER', 'ERN', 'ET', 'EX', 'FC', 'FF', 'FI', 'FLW', 'FN', 'FO', 'FS', 'FT', 'FV', 'FX', 'GA', 'GC', 'GD', 'GDN', 'GN', 'HS', 'HWB', 'IA', 'IB', 'ICA', 'ICE', 'ICO', 'II', 'IL', 'INB', 'INN', 'INO', 'IP', 'IS', 'IT', 'IV', 'JB', 'JE', 'LA', 'LAN', 'LAR', 'LB', 'LC', 'LI', 'LO', 'LRC', 'LS', 'MA', 'MB', 'MF', 'MG', 'MH', 'MR', 'MRN', 'MS', 'MSS', 'MWB', 'NA', 'NF', 'OH', 'OI', 'ON', 'OP', 'OR', 'PB', 'PC', 'PD', 'PE', 'PF', 'PI', 'PK', 'PL', 'POR', 'PP', 'PQ', 'PR', 'PS', 'PW', 'PY', 'RA', 'RC', 'RCN', 'RE', 'REN', 'RF', 'RR', 'RT', 'SA', 'SB', 'SD', 'SE', 'SEA', 'SF', 'SH', 'SI', 'SM', 'SN', 'SP', 'SQ', 'SRN', 'SS', 'STA', 'SW', 'SZ', 'TB', 'TCR', 'TE', 'TF', 'TI', 'TIN', 'TL', 'TN', 'TP', 'UAR', 'UC', 'UCN', 'UN', 'UO', 'URI', 'VA', 'VC', 'VGR', 'VM', 'VN', 'VON', 'VOR', 'VP', 'VR', 'VS', 'VT', 'VV', 'WE', 'WM', 'WN', 'WR', 'WS', 'WY', 'XA', 'XC', 'XP', 'ZZZ'])
C15 = ('AAA', 'AAB', 'AAC', 'AAD', 'AAE', 'AAF', 'AAG', 'AAI', 'AAJ', 'AAK', 'AAL', 'AAM', 'AAN', 'AAO', 'AAP', 'AAQ', 'AAR', 'AAS', 'AAT', 'AAU', 'AAV', 'AAW', 'AAX', 'AAY', 'AAZ', 'ABA', 'ABB', 'ABC', 'ABD', 'ABE', 'ABF', 'ABG', 'ABH', 'ABI', 'ABJ', 'ABK', 'ABL', 'ABM', 'ABN', 'ABO', 'ABP', 'ABQ', 'ABR', 'ABS', 'ABT', 'ABU', 'ABV', 'ABW', 'ABX', 'ABZ', 'ACA', 'ACB', 'ACC', 'ACD', 'ACE', 'ACF', 'ACG', 'ACH', 'ACI', 'ACJ', 'ACK', 'ACL', 'ACM', 'ACN', 'ACO', 'ACP', 'ACQ', 'ACR', 'ACS', 'ACT', 'ACU', 'ACV', 'ACW', 'ACX', 'ACY', 'ACZ', 'ADA', 'ADB', 'ADC', 'ADD', 'ADE', 'ADF', 'ADG', 'ADH', 'ADI', 'ADJ', 'ADK', 'ADL', 'ADM', 'ADN', 'ADO', 'ADP', 'ADQ', 'ADR', 'ADS', 'ADT', 'ADU', 'ADV', 'ADW', 'ADX', 'ADY', 'ADZ', 'AEA', 'AEB', 'AEC', 'AED', 'AEE', 'AEF', 'AEG', 'AEH', 'AEI', 'AEJ', 'AEK', 'AEL', 'AEM', 'AEN', 'AEO', 'AEP', 'AEQ', 'AER', 'AES', 'AET', 'AEU', 'AEV', 'AEW', 'AEX', 'AEY', 'AEZ', 'AFA', 'AFB', 'AFC', 'AFD', 'AFE', 'AFF', 'AFG', 'AFH', 'AFI', 'AFJ', 'AFK', 'AFL', 'AFM', 'AFN', 'AFO', 'AFP', 'AFQ', 'AFR', 'AFS', 'AFT', 'AFU', 'AFV', 'AFW', 'AFX', 'AFY', 'AFZ', 'AGA', 'AGB', 'AGC', 'AGD', 'AGE', 'AGF', 'AGG', 'AGH', 'AGI', 'AGJ', 'AGK', 'AGL', 'AGM', 'AGN', 'AGO', 'AGP', 'AGQ', 'AGR', 'AGS', 'AGT', 'AGU', 'AGV', 'AGW', 'AGX', 'AGY', 'AGZ', 'AHA', 'AHB', 'AHC', 'AHD', 'AHE', 'AHF', 'AHG', 'AHH', 'AHI', 'AHJ', 'AHK', 'AHL', 'AHM', 'AHN', 'AHO', 'AHP', 'AHQ', 'AHR', 'AHS', 'AHT', 'AHU', 'AHV', 'AHW', 'AHX', 'AHY', 'AHZ', 'AIA', 'AIB', 'AIC', 'AID', 'AIE', 'AIF', 'AIG', 'AIH', 'AII', 'AIJ', 'AIK', 'AIL', 'AIM', 'AIN', 'AIO', 'AIP', 'AIQ', 'AIR', 'AIS', 'AIT', 'AIU', 'AIV', 'AIW', 'AIX', 'AIY', 'AIZ', 'AJA', 'AJB', 'ALC', 'ALD', 'ALE', 'ALF', 'ALG', 'ALH', 'ALI', 'ALJ', 'ALK', 'ALL', 'ALM', 'ALN', 'ALO', 'ALP', 'ALQ', 'ARR', 'ARS', 'AUT', 'AUU', 'AUV', 'AUW', 'AUX', 'AUY', 'AUZ', 'AVA', 'AVB', 'AVC', 'AVD', 'AVE', 'AVF', 'BAG', 'BAH', 'BAI', 'BAJ', 'BAK', 'BAL', 'BAM', 'BAN', 'BAO', 'BAP', 'BAQ', 'BAR', 'BAS', 'BLC', 'BLD', 'BLE', 'BLF', 'BLG', 'BLH', 'BLI', 'BLJ', 'BLK', 'BLL', 'BLM', 'BLN', 'BLO', 'BLP', 'BLQ', 'BLR', 'BLS', 'BLT', 'BLU', 'BLV', 'BLW', 'BLX', 'BLY', 'BLZ', 'BMA', 'BMB', 'BMC', 'BMD', 'BME', 'CCI', 'CEX', 'CHG', 'CIP', 'CLP', 'CLR', 'COI', 'CUR', 'CUS', 'DAR', 'DCL', 'DEL', 'DIN', 'DOC', 'DUT', 'EUR', 'FBC', 'GBL', 'GEN', 'GS7', 'HAN', 'HAZ', 'ICN', 'IIN', 'IMI', 'IND', 'INS', 'INV', 'IRP', 'ITR', 'ITS', 'LAN', 'LIN', 'LOI', 'MCO', 'MDH', 'MKS', 'ORI', 'OSI', 'PAC', 'PAI', 'PAY', 'PKG', 'PKT', 'PMD', 'PMT', 'PRD', 'PRF', 'PRI', 'PUR', 'QIN', 'QQD', 'QUT', 'RAH', 'REG', 'RET', 'REV', 'RQR', 'SAF', 'SIC', 'SIN', 'SLR', 'SPA', 'SPG', 'SPH', 'SPP', 'SPT', 'SRN', 'SSR', 'SUR', 'TCA', 'TDT', 'TRA', 'TRR', 'TXD', 'WHI', 'ZZZ',)
C16 = ('0002', '0003', '0004', '0005', '0006', '0007', '0008', '0009', '0010', '0011', '0012', '0013', '0014', '0015', '0016', '0017', '0018', '0019', '0020', '0021', '0022', '0023', '0024', '0025', '0026', '0027', '0028', '0029', '0030', '0031', '0032', '0033', '0034', '0035', '0036', '0037', '0038', '0039', '0040', '0041', '0042', '0043', '0044', '0045', '0046', '0047', '0048', '0049', '0050', '0051', '0052', '0053', '0054', '0055', '0056', '0057', '0058', '0059', '0060', '0061', '0062', '0063', '0064', '0065', '0066', '0067', '0068', '0069', '0070', '0071', '0072', '0073', '0074', '0075', '0076', '0077', '0078', '0079', '0080', '0081', '0082', '0083', '0084', '0085', '0086', '0087', '0088', '0089', '0090', '0091', '0093', '0094', '0095', '0096', '0097', '0098', '0099', '0100', '0101', '0102', '0104', '0105', '0106', '0107', '0108', '0109', '0110', '0111', '0112', '0113', '0114', '0115', '0116', '0117', '0118', '0119', '0120', '0121', '0122', '0123', '0124', '0125', '0126', '0127', '0128', '0129', '0130', '0131', '0132', '0133', '0134', '0135', '0136', '0137', '0138', '0139', '0140', '0141', '0142', '0143', '0144', '0145', '0146', '0147', '0148', '0149', '0150', '0151', '0152', '0153', '0154', '0155', '0156', '0157', '0158', '0159', '0160', '0161', '0162', '0163', '0164', '0165', '0166', '0167', '0168', '0169', '0170', '0171', '0172', '0173', '0174', '0175', '0176', '0177', '0178', '0179', '0180', '0183', '0184', '0185', '0186', '0187', '0188', '0189', '0190', '0191', '0192', '0193', '0194', '0195', '0196', '0197', '0198', '0199', '0200', '0201', '0202', '0203', '0204', '0205', '0206', '0207', '0208', '0209', '0210', '0211', '0212', '0213', '0214', '0215', '0216', '0217', '0218', '0219', '0220', '0221', '0222', '0223', '0224', '0225', '0226', '0227', '0228', '0229', '0230', '0231', '0232', '0233', '0234', '0235', '0236', '0237', '0238', '0239', '0240', '0241', '0242', '0243', '0244', '0245', '0246', '0247', '0248',)
C17 = frozenset(['0002', '0003', '0004', '0005', '0006', '0007', '0008', '0009', '0010', '0011', '0012', '0013', '0014', '0015', '0016', '0017', '0018', '0019', '0020', '0021', '0022', '0023', '0024', '0025', '0026', '0027', '0028', '0029', '0030', '0031', '0032', '0033', '0034', '0035', '0036', '0037', '0038', '0039', '0040', '0041', '0042', '0043', '0044', '0045', '0046', '0047', '0048', '0049', '0050', '0051', '0052', '0053', '0054', '0055', '0056', '0057', '0058', '0059', '0060', '0061', '0062', '0063', '0064', '0065', '0066', '0067', '0068', '0069', '0070', '0071', '0072', '0073', '0074', '0075', '0076', '0077', '0078', '0079', '0080', '0081', '0082', '0083', '0084', '0085', '0086', '0087', '0088', '0089', '0090', '0091', '0093', '0094', '0095', '0096', '0097', '0098', '0099', '0100', '0101', '0102', '0104', '0105', '0106', '0107', '0108', '0109', '0110', '0111', '0112', '0113', '0114', '0115', '0116', '0117', '0118', '0119', '0120', '0121', '0122', '0123', '0124', '0125', '0126', '0127', '0128', '0129', '0130', '0131', '0132', '0133', '0134', '0135', '0136', '0137', '0138', '0139', '0140', '0141', '0142', '0143', '0144', '0145', '0146', '0147', '0148', '0149', '0150', '0151', '0152', '0153', '0154', '0155', '0156', '0157', '0158', '0159', '0160', '0161', '0162', '0163', '0164', '0165', '0166', '0167', '0168', '0169', '0170', '0171', '0172', '0173', '0174', '0175', '0176', '0177', '0178', '0179', '0180', '0183', '0184', '0185', '0186', '0187', '0188', '0189', '0190', '0191', '0192', '0193', '0194', '0195', '0196', '0197', '0198', '0199', '0200', '0201', '0202', '0203', '0204', '0205', '0206', '0207', '0208', '0209', '0210', '0211', '0212', '0213', '0214', '0215', '0216', '0217', '0218', '0219', '0220', '0221', '0222', '0223', '0224', '0225', '0226', '0227', '0228', '0229', '0230', '0231', '0232', '0233', '0234', '0235', '0236', '0237', '0238', '0239', '0240', '0241', '0242', '0243', '0244', '0245', '0246', '0247', '0248'])
C18 = ('AA', 'AB', 'AC', 'AD', 'AE', 'AF', 'AG', 'AH', 'AI', 'AJ', 'AK', 'AL', 'AM', 'AN', 'AO', 'AP', 'AQ', 'AR', 'AS', 'AT', 'AU', 'AV', 'AW', 'AX', 'AY', 'AZ', 'BA', 'BB', 'BC', 'BD', 'BE', 'BF', 'BG', 'BH', 'BI', 'BJ', 'BK', 'BL', 'BM', 'BN', 'BO', 'BP', 'BQ', 'BR', 'BS', 'BT', 'BU', 'BV', 'BW', 'BX', 'BY', 'BZ', 'CC', 'CG', 'CL', 'CR', 'CV', 'DR', 'DW', 'EC', 'EF', 'EMD', 'EN', 'FS', 'GB', 'GMN', 'GN', 'GS', 'HS', 'IB', 'IN', 'IS', 'IT', 'IZ', 'MA', 'MF', 'MN', 'MP', 'NB', 'ON', 'PD', 'PL', 'PO', 'PPI', 'PV', 'QS', 'RC', 'RN', 'RU', 'RY', 'SA', 'SG', 'SK', 'SN', 'SRS', 'SRT', 'SRU', 'SRV', 'SRW', 'SRX', 'SRY', 'SRZ', 'SS', 'SSA', 'SSB', 'SSC', 'SSD', 'SSE', 'SSF', 'SSG', 'SSH', 'SSI', 'SSJ', 'SSK', 'SSL', 'SSM', 'SSN', 'SSO', 'SSP', 'SSQ', 'SSR', 'SSS', 'SST', 'SSU', 'SSV', 'SSW', 'SSX', 'SSY', 'SSZ', 'ST', 'STA', 'STB', 'STC', 'STD', 'STE', 'STF', 'STG', 'STH', 'STI', 'STJ', 'STK', 'STL', 'STM', 'STN', 'STO', 'STP', 'STQ', 'STR', 'STS', 'STT', 'STU', 'STV', 'STW', 'STX', 'STY', 'STZ', 'SUA', 'SUB', 'SUC', 'SUD', 'SUE', 'SUF', 'SUG', 'SUH', 'SUI', 'SUJ', 'SUK', 'SUL', 'SUM', 'TG', 'TSN', 'TSO', 'TSP', 'TSQ', 'TSR', 'TSS', 'TST', 'TSU', 'UA', 'UP', 'VN', 'VP', 'VS', 'VX', 'ZZZ',)
C19 = frozenset(['AA', 'AB', 'AC', 'AD', 'AE', 'AF', 'AG', 'AH', 'AI', 'AJ', 'AK', 'AL', 'AM', 'AN', 'AO', 'AP', 'AQ', 'AR', 'AS', 'AT', 'AU', 'AV', 'AW', 'AX', 'AY', 'AZ', 'BA', 'BB', 'BC', 'BD', 'BE', 'BF', 'BG', 'BH', 'BI', 'BJ', 'BK', 'BL', 'BM', 'BN', 'BO', 'BP', 'BQ', 'BR', 'BS', 'BT', 'BU', 'BV', 'BW', 'BX', 'BY', 'BZ', 'CC', 'CG', 'CL', 'CR', 'CV', 'DR', 'DW', 'EC', 'EF', 'EMD', 'EN', 'FS', 'GB', 'GMN', 'GN', 'GS', 'HS', 'IB', 'IN', 'IS', 'IT', 'IZ', 'MA', 'MF', 'MN', 'MP', 'NB', 'ON', 'PD', 'PL', 'PO', 'PPI', 'PV', 'QS', 'RC', 'RN', 'RU', 'RY', 'SA', 'SG', 'SK', 'SN', 'SRS', 'SRT', 'SRU', 'SRV', 'SRW', 'SRX', 'SRY', 'SRZ', 'SS', 'SSA', 'SSB', 'SSC', 'SSD', 'SSE', 'SSF', 'SSG', 'SSH', 'SSI', 'SSJ', 'SSK', 'SSL', 'SSM', 'SSN', 'SSO', 'SSP', 'SSQ', 'SSR', 'SSS', 'SST', 'SSU', 'SSV', 'SSW', 'SSX', 'SSY', 'SSZ', 'ST', 'STA', 'STB', 'STC', 'STD', 'STE', 'STF', 'STG', 'STH', 'STI', 'STJ', 'STK', 'STL', 'STM', 'STN', 'STO', 'STP', 'STQ', 'STR', 'STS', 'STT', 'STU', 'STV', 'STW', 'STX', 'STY', 'STZ', 'SUA', 'SUB', 'SUC', 'SUD', 'SUE', 'SUF', 'SUG', 'SUH', 'SUI', 'SUJ', 'SUK', 'SUL', 'SUM', 'TG', 'TSN', 'TSO', 'TSP', 'TSQ', 'TSR', 'TSS', 'TST', 'TSU', 'UA', 'UP', 'VN', 'VP', 'VS', 'VX', 'ZZZ'])
C20 = frozenset(['1A', 'AD', 'AE', 'AF', 'AG', 'AI', 'AL', 'AM', 'AO', 'AQ', 'AR', 'AS', 'AT', 'AU', 'AW', 'AX', 'AZ', 'BA', 'BB', 'BD', 'BE', 'BF', 'BG', 'BH', 'BI', 'BJ', 'BL', 'BM', 'BN', 'BO', 'BQ', 'BR', 'BS', 'BT', 'BV', 'BW', 'BY', 'BZ', 'CA', 'CC', 'CD', 'CF', 'CG', 'CH', 'CI', 'CK', 'CL', 'CM', 'CN', 'CO', 'CR', 'CU', 'CV', 'CW', 'CX', 'CY', 'CZ', 'DE', 'DJ', 'DK', 'DM', 'DO', 'DZ', 'EC', 'EE', 'EG', 'EH', 'ER', 'ES', 'ET', 'FI', 'FJ', 'FK', 'FM', 'FO', 'FR', 'GA', 'GB', 'GD', 'GE', 'GF', 'GG', 'GH', 'GI', 'GL', 'GM', 'GN', 'GP', 'GQ', 'GR', 'GS', 'GT', 'GU', 'GW', 'GY', 'HK', 'HM', 'HN', 'HR', 'HT', 'HU', 'ID', 'IE', 'IL', 'IM', 'IN', 'IO', 'IQ', 'IR', 'IS', 'IT', 'JE', 'JM', 'JO', 'JP', 'KE', 'KG', 'KH', 'KI', 'KM', 'KN', 'KP', 'KR', 'KW', 'KY', 'KZ', 'LA', 'LB', 'LC', 'LI', 'LK', 'LR', 'LS', 'LT', 'LU', 'LV', 'LY', 'MA', 'MC', 'MD', 'ME', 'MF', 'MG', 'MH', 'MK', 'ML', 'MM', 'MN', 'MO', 'MP', 'MQ', 'MR', 'MS', 'MT', 'MU', 'MV', 'MW', 'MX', 'MY', 'MZ', 'NA', 'NC', 'NE', 'NF', 'NG', 'NI', 'NL', 'NO', 'NP', 'NR', 'NU', 'NZ', 'OM', 'PA', 'PE', 'PF', 'PG', 'PH', 'PK', 'PL', 'PM', 'PN', 'PR', 'PS', 'PT', 'PW', 'PY', 'QA', 'RE', 'RO', 'RS', 'RU', 'RW', 'SA', 'SB', 'SC', 'SD', 'SE', 'SG', 'SH', 'SI', 'SJ', 'SK', 'SL', 'SM', 'SN', 'SO', 'SR', 'SS', 'ST', 'SV', 'SX', 'SY', 'SZ', 'TC', 'TD', 'TF', 'TG', 'TH', 'TJ', 'TK', 'TL', 'TM', 'TN', 'TO', 'TR', 'TT', 'TV', 'TW', 'TZ', 'UA', 'UG', 'UM', 'US', 'UY', 'UZ', 'VA', 'VC', 'VE', 'VG', 'VI', 'VN', 'VU', 'WF', 'WS', 'XI', 'YE', 'YT', 'ZA', 'ZM', 'ZW'])
C21 = ('1', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '2', '20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '3', '30', '31', '32', '33', '34', '35', '36', '37', '38', '39', '4', '40', '41', '42', '43', '44', '45', '46', '47', '48', '49', '5', '50', '51', '52', '53', '54', '55', '56', '57', '58', '59', '6', '60', '61', '62', '63', '64', '65', '66', '67', '68', '69', '7', '70', '74', '75', '76', '77', '78', '8', '9', '91', '92', '93', '94', '95', '96', '97', '98', 'ZZZ',)
C22 = frozenset(['1', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '2', '20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '3', '30', '31', '32', '33', '34', '35', '36', '37', '38', '39', '4', '40', '41', '42', '43', '44', '45', '46', '47', '48', '49', '5', '50', '51', '52', '53', '54', '55', '56', '57', '58', '59', '6', '60', '61', '62', '63', '64', '65', '66', '67', '68', '69', '7', '70', '74', '75', '76', '77', '78', '8', '9', '91', '92', '93', '94', '95', '96', '97', '98', 'ZZZ'])
C23 = ('AE', 'B', 'E', 'G', 'K', 'L', 'M', 'O', 'S', 'Z',)
C24 = frozenset(['AE', 'B', 'E', 'G', 'K', 'L', 'M', 'O', 'S', 'Z'])
C25 = ('100', '102', '103', '104', '105', '41', '42', '60', '62', '63', '64', '65', '66', '67', '68', '70', '71', '88', '95',)
C26 = frozenset(['100', '102', '103', '104', '105', '41', '42', '60', '62', '63', '64', '65', '66', '67', '68', '70', '71', '88', '95'])
C27 = ('AA', 'AAA', 'AAC', 'AAD', 'AAE', 'AAF', 'AAH', 'AAI', 'AAS', 'AAT', 'AAV', 'AAY', 'AAZ', 'ABA', 'ABB', 'ABC', 'ABD', 'ABF', 'ABK', 'ABL', 'ABN', 'ABR', 'ABS', 'ABT', 'ABU', 'ACF', 'ACG', 'ACH', 'ACI', 'ACJ', 'ACK', 'ACL', 'ACM', 'ACS', 'ADC', 'ADE', 'ADJ', 'ADK', 'ADL', 'ADM', 'ADN', 'ADO', 'ADP', 'ADQ', 'ADR', 'ADT', 'ADW', 'ADY', 'ADZ', 'AEA', 'AEB', 'AEC', 'AED', 'AEF', 'AEH', 'AEI', 'AEJ', 'AEK', 'AEL', 'AEM', 'AEN', 'AEO', 'AEP', 'AES', 'AET', 'AEU', 'AEV', 'AEW', 'AEX', 'AEY', 'AEZ', 'AJ', 'AU', 'CA', 'CAB', 'CAD', 'CAE', 'CAF', 'CAI', 'CAJ', 'CAK', 'CAL', 'CAM', 'CAN', 'CAO', 'CAP', 'CAQ', 'CAR', 'CAS', 'CAT', 'CAU', 'CAV', 'CAW', 'CAX', 'CAY', 'CAZ', 'CD', 'CG', 'CS', 'CT', 'DAB', 'DAC', 'DAD', 'DAF', 'DAG', 'DAH', 'DAI', 'DAJ', 'DAK', 'DAL', 'DAM', 'DAN', 'DAO', 'DAP', 'DAQ', 'DL', 'EG', 'EP', 'ER', 'FAA', 'FAB', 'FAC', 'FC', 'FH', 'FI', 'GAA', 'HAA', 'HD', 'HH', 'IAA', 'IAB', 'ID', 'IF', 'IR', 'IS', 'KO', 'L1', 'LA', 'LAA', 'LAB', 'LF', 'MAE', 'MI', 'ML', 'NAA', 'OA', 'PA', 'PAA', 'PC', 'PL', 'PRV', 'RAB', 'RAC', 'RAD', 'RAF', 'RE', 'RF', 'RH', 'RV', 'SA', 'SAA', 'SAD', 'SAE', 'SAI', 'SG', 'SH', 'SM', 'SU', 'TAB', 'TAC', 'TT', 'TV', 'V1', 'V2', 'WH', 'XAA', 'YY', 'ZZZ',)
C28 = frozenset(['AA', 'AAA', 'AAC', 'AAD', 'AAE', 'AAF', 'AAH', 'AAI', 'AAS', 'AAT', 'AAV', 'AAY', 'AAZ', 'ABA', 'ABB', 'ABC', 'ABD', 'ABF', 'ABK', 'ABL', 'ABN', 'ABR', 'ABS', 'ABT', 'ABU', 'ACF', 'ACG', 'ACH', 'ACI', 'ACJ', 'ACK', 'ACL', 'ACM', 'ACS', 'ADC', 'ADE', 'ADJ', 'ADK', 'ADL', 'ADM', 'ADN', 'ADO', 'ADP', 'ADQ', 'ADR', 'ADT', 'ADW', 'ADY', 'ADZ', 'AEA', 'AEB', 'AEC', 'AED', 'AEF', 'AEH', 'AEI', 'AEJ', 'AEK', 'AEL', 'AEM', 'AEN', 'AEO', 'AEP', 'AES', 'AET', 'AEU', 'AEV', 'AEW', 'AEX', 'AEY', 'AEZ', 'AJ', 'AU', 'CA', 'CAB', 'CAD', 'CAE', 'CAF', 'CAI', 'CAJ', 'CAK', 'CAL', 'CAM', 'CAN', 'CAO', 'CAP', 'CAQ', 'CAR', 'CAS', 'CAT', 'CAU', 'CAV', 'CAW', 'CAX', 'CAY', 'CAZ', 'CD', 'CG', 'CS', 'CT', 'DAB', 'DAC', 'DAD', 'DAF', 'DAG', 'DAH', 'DAI', 'DAJ', 'DAK', 'DAL', 'DAM', 'DAN', 'DAO', 'DAP', 'DAQ', 'DL', 'EG', 'EP', 'ER', 'FAA', 'FAB', 'FAC', 'FC', 'FH', 'FI', 'GAA', 'HAA', 'HD', 'HH', 'IAA', 'IAB', 'ID', 'IF', 'IR', 'IS', 'KO', 'L1', 'LA', 'LAA', 'LAB', 'LF', 'MAE', 'MI', 'ML', 'NAA', 'OA', 'PA', 'PAA', 'PC', 'PL', 'PRV', 'RAB', 'RAC', 'RAD', 'RAF', 'RE', 'RF', 'RH', 'RV', 'SA', 'SAA', 'SAD', 'SAE', 'SAI', 'SG', 'SH', 'SM', 'SU', 'TAB', 'TAC', 'TT', 'TV', 'V1', 'V2', 'WH', 'XAA', 'YY', 'ZZZ'])
C29 = ('VATEX-EU-132', 'VATEX-EU-132-1A', 'VATEX-EU-132-1B', 'VATEX-EU-132-1C', 'VATEX-EU-132-1D', 'VATEX-EU-132-1E', 'VATEX-EU-132-1F', 'VATEX-EU-132-1G', 'VATEX-EU-132-1H', 'VATEX-EU-132-1I', 'VATEX-EU-132-1J', 'VATEX-EU-132-1K', 'VATEX-EU-132-1L', 'VATEX-EU-132-1M', 'VATEX-EU-132-1N', 'VATEX-EU-132-1O', 'VATEX-EU-132-1P', 'VATEX-EU-132-1Q', 'VATEX-EU-135-1', 'VATEX-EU-143', 'VATEX-EU-143-1A', 'VATEX-EU-143-1B', 'VATEX-EU-143-1C', 'VATEX-EU-143-1D', 'VATEX-EU-143-1E', 'VATEX-EU-143-1F', 'VATEX-EU-143-1FA', 'VATEX-EU-143-1G', 'VATEX-EU-143-1H', 'VATEX-EU-143-1I', 'VATEX-EU-143-1J', 'VATEX-EU-143-1K', 'VATEX-EU-143-1L', 'VATEX-EU-144', 'VATEX-EU-146-1E', 'VATEX-EU-148', 'VATEX-EU-148-A', 'VATEX-EU-148-B', 'VATEX-EU-148-C', 'VATEX-EU-148-D', 'VATEX-EU-148-E', 'VATEX-EU-148-F', 'VATEX-EU-148-G', 'VATEX-EU-151', 'VATEX-EU-151-1A', 'VATEX-EU-151-1AA', 'VATEX-EU-151-1B', 'VATEX-EU-151-1C', 'VATEX-EU-151-1D', 'VATEX-EU-151-1E', 'VATEX-EU-153', 'VATEX-EU-159', 'VATEX-EU-309', 'VATEX-EU-79-C', 'VATEX-EU-AE', 'VATEX-EU-D', 'VATEX-EU-F', 'VATEX-EU-G', 'VATEX-EU-I', 'VATEX-EU-IC', 'VATEX-EU-J', 'VATEX-EU-O', 'VATEX-FR-298SEXDECIESA', 'VATEX-FR-AE', 'VATEX-FR-CGI261-1', 'VATEX-FR-CGI261-2', 'VATEX-FR-CGI261-3', 'VATEX-FR-CGI261-4', 'VATEX-FR-CGI261-5', 'VATEX-FR-CGI261-7', 'VATEX-FR-CGI261-8', 'VATEX-FR-CGI261A', 'VATEX-FR-CGI261B', 'VATEX-FR-CGI261C-1', 'VATEX-FR-CGI261C-2', 'VATEX-FR-CGI261C-3', 'VATEX-FR-CGI261D-1', 'VATEX-FR-CGI261D-1BIS', 'VATEX-FR-CGI261D-2', 'VATEX-FR-CGI261D-3', 'VATEX-FR-CGI261D-4', 'VATEX-FR-CGI261E-1', 'VATEX-FR-CGI261E-2', 'VATEX-FR-CGI275', 'VATEX-FR-CGI277A', 'VATEX-FR-CGI295', 'VATEX-FR-CNWVAT', 'VATEX-FR-FRANCHISE',)
C30 = frozenset(['VATEX-EU-132', 'VATEX-EU-132-1A', 'VATEX-EU-132-1B', 'VATEX-EU-132-1C', 'VATEX-EU-132-1D', 'VATEX-EU-132-1E', 'VATEX-EU-132-1F', 'VATEX-EU-132-1G', 'VATEX-EU-132-1H', 'VATEX-EU-132-1I', 'VATEX-EU-132-1J', 'VATEX-EU-132-1K', 'VATEX-EU-132-1L', 'VATEX-EU-132-1M', 'VATEX-EU-132-1N', 'VATEX-EU-132-1O', 'VATEX-EU-132-1P', 'VATEX-EU-132-1Q', 'VATEX-EU-135-1', 'VATEX-EU-143', 'VATEX-EU-143-1A', 'VATEX-EU-143-1B', 'VATEX-EU-143-1C', 'VATEX-EU-143-1D', 'VATEX-EU-143-1E', 'VATEX-EU-143-1F', 'VATEX-EU-143-1FA', 'VATEX-EU-143-1G', 'VATEX-EU-143-1H', 'VATEX-EU-143-1I', 'VATEX-EU-143-1J', 'VATEX-EU-143-1K', 'VATEX-EU-143-1L', 'VATEX-EU-144', 'VATEX-EU-146-1E', 'VATEX-EU-148', 'VATEX-EU-148-A', 'VATEX-EU-148-B', 'VATEX-EU-148-C', 'VATEX-EU-148-D', 'VATEX-EU-148-E', 'VATEX-EU-148-F', 'VATEX-EU-148-G', 'VATEX-EU-151', 'VATEX-EU-151-1A', 'VATEX-EU-151-1AA', 'VATEX-EU-151-1B', 'VATEX-EU-151-1C', 'VATEX-EU-151-1D', 'VATEX-EU-151-1E', 'VATEX-EU-153', 'VATEX-EU-159', 'VATEX-EU-309', 'VATEX-EU-79-C', 'VATEX-EU-AE', 'VATEX-EU-D', 'VATEX-EU-F', 'VATEX-EU-G', 'VATEX-EU-I', 'VATEX-EU-IC', 'VATEX-EU-J', 'VATEX-EU-O', 'VATEX-FR-298SEXDECIESA', 'VATEX-FR-AE', 'VATEX-FR-CGI261-1', 'VATEX-FR-CGI261-2', 'VATEX-FR-CGI261-3', 'VATEX-FR-CGI261-4', 'VATEX-FR-CGI261-5', 'VATEX-FR-CGI261-7', 'VATEX-FR-CGI261-8', 'VATEX-FR-CGI261A', 'VATEX-FR-CGI261B', 'VATEX-FR-CGI261C-1', 'VATEX-FR-CGI261C-2', 'VATEX-FR-CGI261C-3', 'VATEX-FR-CGI261D-1', 'VATEX-FR-CGI261D-1BIS', 'VATEX-FR-CGI261D-2', 'VATEX-FR-CGI261D-3', 'VATEX-FR-CGI261D-4', 'VATEX-FR-CGI261E-1', 'VATEX-FR-CGI261E-2', 'VATEX-FR-CGI275', 'VATEX-FR-CGI277A', 'VATEX-FR-CGI295', 'VATEX-FR-CNWVAT', 'VATEX-FR-FRANCHISE'])
C31 = ('10', '11', '13', '14', '15', '1I', '20', '21', '22', '23', '24', '25', '27', '28', '2A', '2B', '2C', '2G', '2H', '2I', '2J', '2K', '2L', '2M', '2N', '2P', '2Q', '2R', '2U', '2X', '2Y', '2Z', '33', '34', '35', '37', '38', '3B', '3C', '40', '41', '4C', '4G', '4H', '4K', '4L', '4M', '4N', '4O', '4P', '4Q', '4R', '4T', '4U', '4W', '4X', '56', '57', '58', '59', '5A', '5B', '5E', '5J', '60', '61', '74', '77', '80', '81', '85', '87', '89', '91', 'A10', 'A11', 'A12', 'A13', 'A14', 'A15', 'A16', 'A17', 'A18', 'A19', 'A2', 'A20', 'A21', 'A22', 'A23', 'A24', 'A26', 'A27', 'A28', 'A29', 'A3', 'A30', 'A31', 'A32', 'A33', 'A34', 'A35', 'A36', 'A37', 'A38', 'A39', 'A4', 'A40', 'A41', 'A42', 'A43', 'A44', 'A45', 'A47', 'A48', 'A49', 'A5', 'A53', 'A54', 'A55', 'A56', 'A59', 'A6', 'A68', 'A69', 'A7', 'A70', 'A71', 'A73', 'A74', 'A75', 'A76', 'A8', 'A84', 'A85', 'A86', 'A87', 'A88', 'A89', 'A9', 'A90', 'A91', 'A93', 'A94', 'A95', 'A96', 'A97', 'A98', 'A99', 'AA', 'AB', 'ACR', 'ACT', 'AD', 'AE', 'AH', 'AI', 'AK', 'AL', 'AMH', 'AMP', 'ANN', 'APZ', 'AQ', 'AS', 'ASM', 'ASU', 'ATM', 'AWG', 'AY', 'AZ', 'B1', 'B10', 'B11', 'B12', 'B13', 'B14', 'B15', 'B16', 'B17', 'B18', 'B19', 'B20', 'B21', 'B22', 'B23', 'B24', 'B25', 'B26', 'B27', 'B28', 'B29', 'B3', 'B30', 'B31', 'B32', 'B33', 'B34', 'B35', 'B4', 'B41', 'B42', 'B43', 'B44', 'B45', 'B46', 'B47', 'B48', 'B49', 'B50', 'B52', 'B53', 'B54', 'B55', 'B56', 'B57', 'B58', 'B59', 'B60', 'B61', 'B62', 'B63', 'B64', 'B66', 'B67', 'B68', 'B69', 'B7', 'B70', 'B71', 'B72', 'B73', 'B74', 'B75', 'B76', 'B77', 'B78', 'B79', 'B8', 'B80', 'B81', 'B82', 'B83', 'B84', 'B85', 'B86', 'B87', 'B88', 'B89', 'B90', 'B91', 'B92', 'B93', 'B94', 'B95', 'B96', 'B97', 'B98', 'B99', 'BAR', 'BB', 'BFT', 'BHP', 'BIL', 'BLD', 'BLL', 'BP', 'BPM', 'BQL', 'BTU', 'BUA', 'BUI', 'C0', 'C10', 'C11', 'C12', 'C13', 'C14', 'C15', 'C16', 'C17', 'C18', 'C19', 'C20', 'C21', 'C22', 'C23', 'C24', 'C25', 'C26', 'C27', 'C28', 'C29', 'C3', 'C30', 'C31', 'C32', 'C33', 'C34', 'C35', 'C36', 'C37', 'C38', 'C39', 'C40', 'C41', 'C42', 'C43', 'C44', 'C45', 'C46', 'C47', 'C48', 'C49', 'C50', 'C51', 'C52', 'C53', 'C54', 'C55', 'C56', 'C57', 'C58', 'C59', 'C60', 'C61', 'C62', 'C63', 'C64', 'C65', 'C66', 'C67', 'C68', 'C69', 'C7', 'C70', 'C71', 'C72', 'C73', 'C74', 'C75', 'C76', 'C78', 'C79', 'C8', 'C80', 'C81', 'C82', 'C83', 'C84', 'C85', 'C86', 'C87', 'C88', 'C89', 'C9', 'C90', 'C91', 'C92', 'C93', 'C94', 'C95', 'C96', 'C97', 'C99', 'CCT', 'CDL', 'CEL', 'CEN', 'CG', 'CGM', 'CKG', 'CLF', 'CLT', 'CMK', 'CMQ', 'CMT', 'CNP', 'CNT', 'COU', 'CTG', 'CTM', 'CTN', 'CUR', 'CWA', 'CWI', 'D03', 'D04', 'D1', 'D10', 'D11', 'D12', 'D13', 'D15', 'D16', 'D17', 'D18', 'D19', 'D2', 'D20', 'D21', 'D22', 'D23', 'D24', 'D25', 'D26', 'D27', 'D29', 'D30', 'D31', 'D32', 'D33', 'D34', 'D36', 'D41', 'D42', 'D43', 'D44', 'D45', 'D46', 'D47', 'D48', 'D49', 'D5', 'D50', 'D51', 'D52', 'D53', 'D54', 'D55', 'D56', 'D57', 'D58', 'D59', 'D6', 'D60', 'D61', 'D62', 'D63', 'D65', 'D68', 'D69', 'D73', 'D74', 'D77', 'D78', 'D80', 'D81', 'D82', 'D83', 'D85', 'D86', 'D87', 'D88', 'D89', 'D91', 'D93', 'D94', 'D95', 'DAA', 'DAD', 'DAY', 'DB', 'DBM', 'DBW', 'DD', 'DEC', 'DG', 'DJ', 'DLT', 'DMA', 'DMK', 'DMO', 'DMQ', 'DMT', 'DN', 'DPC', 'DPR', 'DPT', 'DRA', 'DRI', 'DRL', 'DT', 'DTN', 'DWT', 'DZN', 'DZP', 'E01', 'E07', 'E08', 'E09', 'E10', 'E12', 'E14', 'E15', 'E16', 'E17', 'E18', 'E19', 'E20', 'E21', 'E22', 'E23', 'E25', 'E27', 'E28', 'E30', 'E31', 'E32', 'E33', 'E34', 'E35', 'E36', 'E37', 'E38', 'E39', 'E4', 'E40', 'E41', 'E42', 'E43', 'E44', 'E45', 'E46', 'E47', 'E48', 'E49', 'E50', 'E51', 'E52', 'E53', 'E54', 'E55', 'E56', 'E57', 'E58', 'E59', 'E60', 'E61', 'E62', 'E63', 'E64', 'E65', 'E66', 'E67', 'E68', 'E69', 'E70', 'E71', 'E72', 'E73', 'E74', 'E75', 'E76', 'E77', 'E78', 'E79', 'E80', 'E81', 'E82', 'E83', 'E84', 'E85', 'E86', 'E87', 'E88', 'E89', 'E90', 'E91', 'E92', 'E93', 'E94', 'E95', 'E96', 'E97', 'E98', 'E99', 'EA', 'EB', 'EQ', 'F01', 'F02', 'F03', 'F04', 'F05', 'F06', 'F07', 'F08', 'F10', 'F11', 'F12', 'F13', 'F14', 'F15', 'F16', 'F17', 'F18', 'F19', 'F20', 'F21', 'F22', 'F23', 'F24', 'F25', 'F26', 'F27', 'F28', 'F29', 'F30', 'F31', 'F32', 'F33', 'F34', 'F35', 'F36', 'F37', 'F38', 'F39', 'F40', 'F41', 'F42', 'F43', 'F44', 'F45', 'F46', 'F47', 'F48', 'F49', 'F50', 'F51', 'F52', 'F53', 'F54', 'F55', 'F56', 'F57', 'F58', 'F59', 'F60', 'F61', 'F62', 'F63', 'F64', 'F65', 'F66', 'F67', 'F68', 'F69', 'F70', 'F71', 'F72', 'F73', 'F74', 'F75', 'F76', 'F77', 'F78', 'F79', 'F80', 'F81', 'F82', 'F83', 'F84', 'F85', 'F86', 'F87', 'F88', 'F89', 'F90', 'F91', 'F92', 'F93', 'F94', 'F95', 'F96', 'F97', 'F98', 'F99', 'FAH', 'FAR', 'FBM', 'FC', 'FF', 'FH', 'FIT', 'FL', 'FNU', 'FOT', 'FP', 'FR', 'FS', 'FTK', 'FTQ', 'G01', 'G04', 'G05', 'G06', 'G08', 'G09', 'G10', 'G11', 'G12', 'G13', 'G14', 'G15', 'G16', 'G17', 'G18', 'G19', 'G2', 'G20', 'G21', 'G23', 'G24', 'G25', 'G26', 'G27', 'G28', 'G29', 'G3', 'G30', 'G31', 'G32', 'G33', 'G34', 'G35', 'G36', 'G37', 'G38', 'G39', 'G40', 'G41', 'G42', 'G43', 'G44', 'G45', 'G46', 'G47', 'G48', 'G49', 'G50', 'G51', 'G52', 'G53', 'G54', 'G55', 'G56', 'G57', 'G58', 'G59', 'G60', 'G61', 'G62', 'G63', 'G64', 'G65', 'G66', 'G67', 'G68', 'G69', 'G70', 'G71', 'G72', 'G73', 'G74', 'G75', 'G76', 'G77', 'G78', 'G79', 'G80', 'G81', 'G82', 'G83', 'G84', 'G85', 'G86', 'G87', 'G88', 'G89', 'G90', 'G91', 'G92', 'G93', 'G94', 'G95', 'G96', 'G97', 'G98', 'G99', 'GB', 'GBQ', 'GDW', 'GE', 'GF', 'GFI', 'GGR', 'GIA', 'GIC', 'GII', 'GIP', 'GJ', 'GL', 'GLD', 'GLI', 'GLL', 'GM', 'GO', 'GP', 'GQ', 'GRM', 'GRN', 'GRO', 'GV', 'GWH', 'H03', 'H04', 'H05', 'H06', 'H07', 'H08', 'H09', 'H10', 'H11', 'H12', 'H13', 'H14', 'H15', 'H16', 'H18', 'H19', 'H20', 'H21', 'H22', 'H23', 'H24', 'H25', 'H26', 'H27', 'H28', 'H29', 'H30', 'H31', 'H32', 'H33', 'H34', 'H35', 'H36', 'H37', 'H38', 'H39', 'H40', 'H41', 'H42', 'H43', 'H44', 'H45', 'H46', 'H47', 'H48', 'H49', 'H50', 'H51', 'H52', 'H53', 'H54', 'H55', 'H56', 'H57', 'H58', 'H59', 'H60', 'H61', 'H62', 'H63', 'H64', 'H65', 'H66', 'H67', 'H68', 'H69', 'H70', 'H71', 'H72', 'H73', 'H74', 'H75', 'H76', 'H77', 'H79', 'H80', 'H81', 'H82', 'H83', 'H84', 'H85', 'H87', 'H88', 'H89', 'H90', 'H91', 'H92', 'H93', 'H94', 'H95', 'H96', 'H98', 'H99', 'HA', 'HAD', 'HBA', 'HBX', 'HC', 'HDW', 'HEA', 'HGM', 'HH', 'HIU', 'HKM', 'HLT', 'HM', 'HMO', 'HMQ', 'HMT', 'HPA', 'HTZ', 'HUR', 'HWE', 'IA', 'IE', 'INH', 'INK', 'INQ', 'ISD', 'IU', 'IUG', 'IV', 'J10', 'J12', 'J13', 'J14', 'J15', 'J16', 'J17', 'J18', 'J19', 'J2', 'J20', 'J21', 'J22', 'J23', 'J24', 'J25', 'J26', 'J27', 'J28', 'J29', 'J30', 'J31', 'J32', 'J33', 'J34', 'J35', 'J36', 'J38', 'J39', 'J40', 'J41', 'J42', 'J43', 'J44', 'J45', 'J46', 'J47', 'J48', 'J49', 'J50', 'J51', 'J52', 'J53', 'J54', 'J55', 'J56', 'J57', 'J58', 'J59', 'J60', 'J61', 'J62', 'J63', 'J64', 'J65', 'J66', 'J67', 'J68', 'J69', 'J70', 'J71', 'J72', 'J73', 'J74', 'J75', 'J76', 'J78', 'J79', 'J81', 'J82', 'J83', 'J84', 'J85', 'J87', 'J90', 'J91', 'J92', 'J93', 'J95', 'J96', 'J97', 'J98', 'J99', 'JE', 'JK', 'JM', 'JNT', 'JOU', 'JPS', 'JWL', 'K1', 'K10', 'K11', 'K12', 'K13', 'K14', 'K15', 'K16', 'K17', 'K18', 'K19', 'K2', 'K20', 'K21', 'K22', 'K23', 'K26', 'K27', 'K28', 'K3', 'K30', 'K31', 'K32', 'K33', 'K34', 'K35', 'K36', 'K37', 'K38', 'K39', 'K40', 'K41', 'K42', 'K43', 'K45', 'K46', 'K47', 'K48', 'K49', 'K50', 'K51', 'K52', 'K53', 'K54', 'K55', 'K58', 'K59', 'K6', 'K60', 'K61', 'K62', 'K63', 'K64', 'K65', 'K66', 'K67', 'K68', 'K69', 'K70', 'K71', 'K73', 'K74', 'K75', 'K76', 'K77', 'K78', 'K79', 'K80', 'K81', 'K82', 'K83', 'K84', 'K85', 'K86', 'K87', 'K88', 'K89', 'K90', 'K91', 'K92', 'K93', 'K94', 'K95', 'K96', 'K97', 'K98', 'K99', 'KA', 'KAT', 'KB', 'KBA', 'KCC', 'KDW', 'KEL', 'KGM', 'KGS', 'KHY', 'KHZ', 'KI', 'KIC', 'KIP', 'KJ', 'KJO', 'KL', 'KLK', 'KLX', 'KMA', 'KMH', 'KMK', 'KMQ', 'KMT', 'KNI', 'KNM', 'KNS', 'KNT', 'KO', 'KPA', 'KPH', 'KPO', 'KPP', 'KR', 'KSD', 'KSH', 'KT', 'KTN', 'KUR', 'KVA', 'KVR', 'KVT', 'KW', 'KWH', 'KWN', 'KWO', 'KWS', 'KWT', 'KWY', 'KX', 'L10', 'L11', 'L12', 'L13', 'L14', 'L15', 'L16', 'L17', 'L18', 'L19', 'L2', 'L20', 'L21', 'L23', 'L24', 'L25', 'L26', 'L27', 'L28', 'L29', 'L30', 'L31', 'L32', 'L33', 'L34', 'L35', 'L36', 'L37', 'L38', 'L39', 'L40', 'L41', 'L42', 'L43', 'L44', 'L45', 'L46', 'L47', 'L48', 'L49', 'L50', 'L51', 'L52', 'L53', 'L54', 'L55', 'L56', 'L57', 'L58', 'L59', 'L60', 'L63', 'L64', 'L65', 'L66', 'L67', 'L68', 'L69', 'L70', 'L71', 'L72', 'L73', 'L74', 'L75', 'L76', 'L77', 'L78', 'L79', 'L80', 'L81', 'L82', 'L83', 'L84', 'L85', 'L86', 'L87', 'L88', 'L89', 'L90', 'L91', 'L92', 'L93', 'L94', 'L95', 'L96', 'L98', 'L99', 'LA', 'LAC', 'LBR', 'LBT', 'LD', 'LEF', 'LF', 'LH', 'LK', 'LM', 'LN', 'LO', 'LP', 'LPA', 'LR', 'LS', 'LTN', 'LTR', 'LUB', 'LUM', 'LUX', 'LY', 'M1', 'M10', 'M11', 'M12', 'M13', 'M14', 'M15', 'M16', 'M17', 'M18', 'M19', 'M20', 'M21', 'M22', 'M23', 'M24', 'M25', 'M26', 'M27', 'M29', 'M30', 'M31', 'M32', 'M33', 'M34', 'M35', 'M36', 'M37', 'M38', 'M39', 'M4', 'M40', 'M41', 'M42', 'M43', 'M44', 'M45', 'M46', 'M47', 'M48', 'M49', 'M5', 'M50', 'M51', 'M52', 'M53', 'M55', 'M56', 'M57', 'M58', 'M59', 'M60', 'M61', 'M62', 'M63', 'M64', 'M65', 'M66', 'M67', 'M68', 'M69', 'M7', 'M70', 'M71', 'M72', 'M73', 'M74', 'M75', 'M76', 'M77', 'M78', 'M79', 'M80', 'M81', 'M82', 'M83', 'M84', 'M85', 'M86', 'M87', 'M88', 'M89', 'M9', 'M90', 'M91', 'M92', 'M93', 'M94', 'M95', 'M96', 'M97', 'M98', 'M99', 'MAH', 'MAL', 'MAM', 'MAR', 'MAW', 'MBE', 'MBF', 'MBR', 'MC', 'MCU', 'MD', 'MGM', 'MHZ', 'MIK', 'MIL', 'MIN', 'MIO', 'MIU', 'MKD', 'MKM', 'MKW', 'MLD', 'MLT', 'MMK', 'MMQ', 'MMT', 'MND', 'MNJ', 'MON', 'MPA', 'MQD', 'MQH', 'MQM', 'MQS', 'MQW', 'MRD', 'MRM', 'MRW', 'MSK', 'MTK', 'MTQ', 'MTR', 'MTS', 'MTZ', 'MVA', 'MWH', 'N1', 'N10', 'N11', 'N12', 'N13', 'N14', 'N15', 'N16', 'N17', 'N18', 'N19', 'N20', 'N21', 'N22', 'N23', 'N24', 'N25', 'N26', 'N27', 'N28', 'N29', 'N3', 'N30', 'N31', 'N32', 'N33', 'N34', 'N35', 'N36', 'N37', 'N38', 'N39', 'N40', 'N41', 'N42', 'N43', 'N44', 'N45', 'N46', 'N47', 'N48', 'N49', 'N50', 'N51', 'N52', 'N53', 'N54', 'N55', 'N56', 'N57', 'N58', 'N59', 'N60', 'N61', 'N62', 'N63', 'N64', 'N65', 'N66', 'N67', 'N68', 'N69', 'N70', 'N71', 'N72', 'N73', 'N74', 'N75', 'N76', 'N77', 'N78', 'N79', 'N80', 'N81', 'N82', 'N83', 'N84', 'N85', 'N86', 'N87', 'N88', 'N89', 'N90', 'N91', 'N92', 'N93', 'N94', 'N95', 'N96', 'N97', 'N98', 'N99', 'NA', 'NAR', 'NCL', 'NEW', 'NF', 'NIL', 'NIU', 'NL', 'NM3', 'NMI', 'NMP', 'NPT', 'NT', 'NTU', 'NU', 'NX', 'OA', 'ODE', 'ODG', 'ODK', 'ODM', 'OHM', 'ON', 'ONZ', 'OPM', 'OT', 'OZA', 'OZI', 'P1', 'P10', 'P11', 'P12', 'P13', 'P14', 'P15', 'P16', 'P17', 'P18', 'P19', 'P2', 'P20', 'P21', 'P22', 'P23', 'P24', 'P25', 'P26', 'P27', 'P28', 'P29', 'P30', 'P31', 'P32', 'P33', 'P34', 'P35', 'P36', 'P37', 'P38', 'P39', 'P40', 'P41', 'P42', 'P43', 'P44', 'P45', 'P46', 'P47', 'P48', 'P49', 'P5', 'P50', 'P51', 'P52', 'P53', 'P54', 'P55', 'P56', 'P57', 'P58', 'P59', 'P60', 'P61', 'P62', 'P63', 'P64', 'P65', 'P66', 'P67', 'P68', 'P69', 'P70', 'P71', 'P72', 'P73', 'P74', 'P75', 'P76', 'P77', 'P78', 'P79', 'P80', 'P81', 'P82', 'P83', 'P84', 'P85', 'P86', 'P87', 'P88', 'P89', 'P90', 'P91', 'P92', 'P93', 'P94', 'P95', 'P96', 'P97', 'P98', 'P99', 'PAL', 'PD', 'PFL', 'PGL', 'PI', 'PLA', 'PO', 'PQ', 'PR', 'PS', 'PTD', 'PTI', 'PTL', 'PTN', 'Q10', 'Q11', 'Q12', 'Q13', 'Q14', 'Q15', 'Q16', 'Q17', 'Q18', 'Q19', 'Q20', 'Q21', 'Q22', 'Q23', 'Q24', 'Q25', 'Q26', 'Q27', 'Q28', 'Q29', 'Q3', 'Q30', 'Q31', 'Q32', 'Q33', 'Q34', 'Q35', 'Q36', 'Q37', 'Q38', 'Q39', 'Q40', 'Q41', 'Q42', 'QA', 'QAN', 'QB', 'QR', 'QTD', 'QTI', 'QTL', 'QTR', 'R1', 'R9', 'RH', 'RM', 'ROM', 'RP', 'RPM', 'RPS', 'RT', 'S3', 'S4', 'SAN', 'SCO', 'SCR', 'SEC', 'SET', 'SG', 'SIE', 'SM3', 'SMI', 'SQ', 'SQR', 'SR', 'STC', 'STI', 'STK', 'STL', 'STN', 'STW', 'SW', 'SX', 'SYR', 'T0', 'T3', 'TAH', 'TAN', 'TI', 'TIC', 'TIP', 'TKM', 'TMS', 'TNE', 'TP', 'TPI', 'TPR', 'TQD', 'TRL', 'TST', 'TTS', 'U1', 'U2', 'UB', 'UC', 'VA', 'VLT', 'VP', 'W2', 'WA', 'WB', 'WCD', 'WE', 'WEB', 'WEE', 'WG', 'WHR', 'WM', 'WSD', 'WTT', 'X1', 'X1A', 'X1B', 'X1D', 'X1F', 'X1G', 'X1W', 'X2C', 'X3A', 'X3H', 'X43', 'X44', 'X4A', 'X4B', 'X4C', 'X4D', 'X4F', 'X4G', 'X4H', 'X5H', 'X5L', 'X5M', 'X6H', 'X6P', 'X7A', 'X7B', 'X8A', 'X8B', 'X8C', 'XAA', 'XAB', 'XAC', 'XAD', 'XAE', 'XAF', 'XAG', 'XAH', 'XAI', 'XAJ', 'XAL', 'XAM', 'XAP', 'XAT', 'XAV', 'XB4', 'XBA', 'XBB', 'XBC', 'XBD', 'XBE', 'XBF', 'XBG', 'XBH', 'XBI', 'XBJ', 'XBK', 'XBL', 'XBM', 'XBN', 'XBO', 'XBP', 'XBQ', 'XBR', 'XBS', 'XBT', 'XBU', 'XBV', 'XBW', 'XBX', 'XBY', 'XBZ', 'XCA', 'XCB', 'XCC', 'XCD', 'XCE', 'XCF', 'XCG', 'XCH', 'XCI', 'XCJ', 'XCK', 'XCL', 'XCM', 'XCN', 'XCO', 'XCP', 'XCQ', 'XCR', 'XCS', 'XCT', 'XCU', 'XCV', 'XCW', 'XCX', 'XCY', 'XCZ', 'XDA', 'XDB', 'XDC', 'XDG', 'XDH', 'XDI', 'XDJ', 'XDK', 'XDL', 'XDM', 'XDN', 'XDP', 'XDR', 'XDS', 'XDT', 'XDU', 'XDV', 'XDW', 'XDX', 'XDY', 'XEC', 'XED', 'XEE', 'XEF', 'XEG', 'XEH', 'XEI', 'XEN', 'XFB', 'XFC', 'XFD', 'XFE', 'XFI', 'XFL', 'XFO', 'XFP', 'XFR', 'XFT', 'XFW', 'XFX', 'XGB', 'XGI', 'XGL', 'XGR', 'XGU', 'XGY', 'XGZ', 'XHA', 'XHB', 'XHC', 'XHG', 'XHN', 'XHR', 'XIA', 'XIB', 'XIC', 'XID', 'XIE', 'XIF', 'XIG', 'XIH', 'XIK', 'XIL', 'XIN', 'XIZ', 'XJB', 'XJC', 'XJG', 'XJR', 'XJT', 'XJY', 'XKG', 'XKI', 'XLE', 'XLG', 'XLT', 'XLU', 'XLV', 'XLZ', 'XMA', 'XMB', 'XMC', 'XME', 'XMR', 'XMS', 'XMT', 'XMW', 'XMX', 'XNA', 'XNE', 'XNF', 'XNG', 'XNS', 'XNT', 'XNU', 'XNV', 'XO1', 'XO2', 'XO3', 'XO4', 'XO5', 'XO6', 'XO7', 'XO8', 'XO9', 'XOA', 'XOB', 'XOC', 'XOD', 'XOE', 'XOF', 'XOG', 'XOH', 'XOI', 'XOJ', 'XOK', 'XOL', 'XOM', 'XON', 'XOP', 'XOQ', 'XOR', 'XOS', 'XOT', 'XOU', 'XOV', 'XOW', 'XOX', 'XOY', 'XOZ', 'XP1', 'XP2', 'XP3', 'XP4', 'XPA', 'XPB', 'XPC', 'XPD', 'XPE', 'XPF', 'XPG', 'XPH', 'XPI', 'XPJ', 'XPK', 'XPL', 'XPN', 'XPO', 'XPP', 'XPR', 'XPT', 'XPU', 'XPV', 'XPX', 'XPY', 'XPZ', 'XQA', 'XQB', 'XQC', 'XQD', 'XQF', 'XQG', 'XQH', 'XQJ', 'XQK', 'XQL', 'XQM', 'XQN', 'XQP', 'XQQ', 'XQR', 'XQS', 'XRD', 'XRG', 'XRJ', 'XRK', 'XRL', 'XRO', 'XRT', 'XRZ', 'XSA', 'XSB', 'XSC', 'XSD', 'XSE', 'XSH', 'XSI', 'XSK', 'XSL', 'XSM', 'XSO', 'XSP', 'XSS', 'XST', 'XSU', 'XSV', 'XSW', 'XSX', 'XSY', 'XSZ', 'XT1', 'XTB', 'XTC', 'XTD', 'XTE', 'XTG', 'XTI', 'XTK', 'XTL', 'XTN', 'XTO', 'XTR', 'XTS', 'XTT', 'XTU', 'XTV', 'XTW', 'XTY', 'XTZ', 'XUC', 'XUN', 'XVA', 'XVG', 'XVI', 'XVK', 'XVL', 'XVN', 'XVO', 'XVP', 'XVQ', 'XVR', 'XVS', 'XVY', 'XWA', 'XWB', 'XWC', 'XWD', 'XWF', 'XWG', 'XWH', 'XWJ', 'XWK', 'XWL', 'XWM', 'XWN', 'XWP', 'XWQ', 'XWR', 'XWS', 'XWT', 'XWU', 'XWV', 'XWW', 'XWX', 'XWY', 'XWZ', 'XXA', 'XXB', 'XXC', 'XXD', 'XXF', 'XXG', 'XXH', 'XXJ', 'XXK', 'XYA', 'XYB', 'XYC', 'XYD', 'XYF', 'XYG', 'XYH', 'XYJ', 'XYK', 'XYL', 'XYM', 'XYN', 'XYP', 'XYQ', 'XYR', 'XYS', 'XYT', 'XYV', 'XYW', 'XYX', 'XYY', 'XYZ', 'XZA', 'XZB', 'XZC', 'XZD', 'XZF', 'XZG', 'XZH', 'XZJ', 'XZK', 'XZL', 'XZM', 'XZN', 'XZP', 'XZQ', 'XZR', 'XZS', 'XZT', 'XZU', 'XZV', 'XZW', 'XZX', 'XZY', 'XZZ', 'YDK', 'YDQ', 'YRD', 'Z11', 'Z9', 'ZP', 'ZZ',)
C32 = frozenset(['10', '11', '13', '14', '15', '1I', '20', '21', '22', '23', '24', '25', '27', '28', '2A', '2B', '2C', '2G', '2H', '2I', '2J', '2K', '2L', '2M', '2N', '2P', '2Q', '2R', '2U', '2X', '2Y', '2Z', '33', '34', '35', '37', '38', '3B', '3C', '40', '41', '4C', '4G', '4H', '4K', '4L', '4M', '4N', '4O', '4P', '4Q', '4R', '4T', '4U', '4W', '4X', '56', '57', '58', '59', '5A', '5B', '5E', '5J', '60', '61', '74', '77', '80', '81', '85', '87', '89', '91', 'A10', 'A11', 'A12', 'A13', 'A14', 'A15', 'A16', 'A17', 'A18', 'A19', 'A2', 'A20', 'A21', 'A22', 'A23', 'A24', 'A26', 'A27', 'A28', 'A29', 'A3', 'A30', 'A31', 'A32', 'A33', 'A34', 'A35', 'A36', 'A37', 'A38', 'A39', 'A4', 'A40', 'A41', 'A42', 'A43', 'A44', 'A45', 'A47', 'A48', 'A49', 'A5', 'A53', 'A54', 'A55', 'A56', 'A59', 'A6', 'A68', 'A69', 'A7', 'A70', 'A71', 'A73', 'A74', 'A75', 'A76', 'A8', 'A84', 'A85', 'A86', 'A87', 'A88', 'A89', 'A9', 'A90', 'A91', 'A93', 'A94', 'A95', 'A96', 'A97', 'A98', 'A99', 'AA', 'AB', 'ACR', 'ACT', 'AD', 'AE', 'AH', 'AI', 'AK', 'AL', 'AMH', 'AMP', 'ANN', 'APZ', 'AQ', 'AS', 'ASM', 'ASU', 'ATM', 'AWG', 'AY', 'AZ', 'B1', 'B10', 'B11', 'B12', 'B13', 'B14', 'B15', 'B16', 'B17', 'B18', 'B19', 'B20', 'B21', 'B22', 'B23', 'B24', 'B25', 'B26', 'B27', 'B28', 'B29', 'B3', 'B30', 'B31', 'B32', 'B33', 'B34', 'B35', 'B4', 'B41', 'B42', 'B43', 'B44', 'B45', 'B46', 'B47', 'B48', 'B49', 'B50', 'B52', 'B53', 'B54', 'B55', 'B56', 'B57', 'B58', 'B59', 'B60', 'B61', 'B62', 'B63', 'B64', 'B66', 'B67', 'B68', 'B69', 'B7', 'B70', 'B71', 'B72', 'B73', 'B74', 'B75', 'B76', 'B77', 'B78', 'B79', 'B8', 'B80', 'B81', 'B82', 'B83', 'B84', 'B85', 'B86', 'B87', 'B88', 'B89', 'B90', 'B91', 'B92', 'B93', 'B94', 'B95', 'B96', 'B97', 'B98', 'B99', 'BAR', 'BB', 'BFT', 'BHP', 'BIL', 'BLD', 'BLL', 'BP', 'BPM', 'BQL', 'BTU', 'BUA', 'BUI', 'C0', 'C10', 'C11', 'C12', 'C13', 'C14', 'C15', 'C16', 'C17', 'C18', 'C19', 'C20', 'C21', 'C22', 'C23', 'C24', 'C25', 'C26', 'C27', 'C28', 'C29', 'C3', 'C30', 'C31', 'C32', 'C33', 'C34', 'C35', 'C36', 'C37', 'C38', 'C39', 'C40', 'C41', 'C42', 'C43', 'C44', 'C45', 'C46', 'C47', 'C48', 'C49', 'C50', 'C51', 'C52', 'C53', 'C54', 'C55', 'C56', 'C57', 'C58', 'C59', 'C60', 'C61', 'C62', 'C63', 'C64', 'C65', 'C66', 'C67', 'C68', 'C69', 'C7', 'C70', 'C71', 'C72', 'C73', 'C74', 'C75', 'C76', 'C78', 'C79', 'C8', 'C80', 'C81', 'C82', 'C83', 'C84', 'C85', 'C86', 'C87', 'C88', 'C89', 'C9', 'C90', 'C91', 'C92', 'C93', 'C94', 'C95', 'C96', 'C97', 'C99', 'CCT', 'CDL', 'CEL', 'CEN', 'CG', 'CGM', 'CKG', 'CLF', 'CLT', 'CMK', 'CMQ', 'CMT', 'CNP', 'CNT', 'COU', 'CTG', 'CTM', 'CTN', 'CUR', 'CWA', 'CWI', 'D03', 'D04', 'D1', 'D10', 'D11', 'D12', 'D13', 'D15', 'D16', 'D17', 'D18', 'D19', 'D2', 'D20', 'D21', 'D22', 'D23', 'D24', 'D25', 'D26', 'D27', 'D29', 'D30', 'D31', 'D32', 'D33', 'D34', 'D36', 'D41', 'D42', 'D43', 'D44', 'D45', 'D46', 'D47', 'D48', 'D49', 'D5', 'D50', 'D51', 'D52', 'D53', 'D54', 'D55', 'D56', 'D57', 'D58', 'D59', 'D6', 'D60', 'D61', 'D62', 'D63', 'D65', 'D68', 'D69', 'D73', 'D74', 'D77', 'D78', 'D80', 'D81', 'D82', 'D83', 'D85', 'D86', 'D87', 'D88', 'D89', 'D91', 'D93', 'D94', 'D95', 'DAA', 'DAD', 'DAY', 'DB', 'DBM', 'DBW', 'DD', 'DEC', 'DG', 'DJ', 'DLT', 'DMA', 'DMK', 'DMO', 'DMQ', 'DMT', 'DN', 'DPC', 'DPR', 'DPT', 'DRA', 'DRI', 'DRL', 'DT', 'DTN', 'DWT', 'DZN', 'DZP', 'E01', 'E07', 'E08', 'E09', 'E10', 'E12', 'E14', 'E15', 'E16', 'E17', 'E18', 'E19', 'E20', 'E21', 'E22', 'E23', 'E25', 'E27', 'E28', 'E30', 'E31', 'E32', 'E33', 'E34', 'E35', 'E36', 'E37', 'E38', 'E39', 'E4', 'E40', 'E41', 'E42', 'E43', 'E44', 'E45', 'E46', 'E47', 'E48', 'E49', 'E50', 'E51', 'E52', 'E53', 'E54', 'E55', 'E56', 'E57', 'E58', 'E59', 'E60', 'E61', 'E62', 'E63', 'E64', 'E65', 'E66', 'E67', 'E68', 'E69', 'E70', 'E71', 'E72', 'E73', 'E74', 'E75', 'E76', 'E77', 'E78', 'E79', 'E80', 'E81', 'E82', 'E83', 'E84', 'E85', 'E86', 'E87', 'E88', 'E89', 'E90', 'E91', 'E92', 'E93', 'E94', 'E95', 'E96', 'E97', 'E98', 'E99', 'EA', 'EB', 'EQ', 'F01', 'F02', 'F03', 'F04', 'F05', 'F06', 'F07', 'F08', 'F10', 'F11', 'F12', 'F13', 'F14', 'F15', 'F16', 'F17', 'F18', 'F19', 'F20', 'F21', 'F22', 'F23', 'F24', 'F25', 'F26', 'F27', 'F28', 'F29', 'F30', 'F31', 'F32', 'F33', 'F34', 'F35', 'F36', 'F37', 'F38', 'F39', 'F40', 'F41', 'F42', 'F43', 'F44', 'F45', 'F46', 'F47', 'F48', 'F49', 'F50', 'F51', 'F52', 'F53', 'F54', 'F55', 'F56', 'F57', 'F58', 'F59', 'F60', 'F61', 'F62', 'F63', 'F64', 'F65', 'F66', 'F67', 'F68', 'F69', 'F70', 'F71', 'F72', 'F73', 'F74', 'F75', 'F76', 'F77', 'F78', 'F79', 'F80', 'F81', 'F82', 'F83', 'F84', 'F85', 'F86', 'F87', 'F88', 'F89', 'F90', 'F91', 'F92', 'F93', 'F94', 'F95', 'F96', 'F97', 'F98', 'F99', 'FAH', 'FAR', 'FBM', 'FC', 'FF', 'FH', 'FIT', 'FL', 'FNU', 'FOT', 'FP', 'FR', 'FS', 'FTK', 'FTQ', 'G01', 'G04', 'G05', 'G06', 'G08', 'G09', 'G10', 'G11', 'G12', 'G13', 'G14', 'G15', 'G16', 'G17', 'G18', 'G19', 'G2', 'G20', 'G21', 'G23', 'G24', 'G25', 'G26', 'G27', 'G28', 'G29', 'G3', 'G30', 'G31', 'G32', 'G33', 'G34', 'G35', 'G36', 'G37', 'G38', 'G39', 'G40', 'G41', 'G42', 'G43', 'G44', 'G45', 'G46', 'G47', 'G48', 'G49', 'G50', 'G51', 'G52', 'G53', 'G54', 'G55', 'G56', 'G57', 'G58', 'G59', 'G60', 'G61', 'G62', 'G63', 'G64', 'G65', 'G66', 'G67', 'G68', 'G69', 'G70', 'G71', 'G72', 'G73', 'G74', 'G75', 'G76', 'G77', 'G78', 'G79', 'G80', 'G81', 'G82', 'G83', 'G84', 'G85', 'G86', 'G87', 'G88', 'G89', 'G90', 'G91', 'G92', 'G93', 'G94', 'G95', 'G96', 'G97', 'G98', 'G99', 'GB', 'GBQ', 'GDW', 'GE', 'GF', 'GFI', 'GGR', 'GIA', 'GIC', 'GII', 'GIP', 'GJ', 'GL', 'GLD', 'GLI', 'GLL', 'GM', 'GO', 'GP', 'GQ', 'GRM', 'GRN', 'GRO', 'GV', 'GWH', 'H03', 'H04', 'H05', 'H06', 'H07', 'H08', 'H09', 'H10', 'H11', 'H12', 'H13', 'H14', 'H15', 'H16', 'H18', 'H19', 'H20', 'H21', 'H22', 'H23', 'H24', 'H25', 'H26', 'H27', 'H28', 'H29', 'H30', 'H31', 'H32', 'H33', 'H34', 'H35', 'H36', 'H37', 'H38', 'H39', 'H40', 'H41', 'H42', 'H43', 'H44', 'H45', 'H46', 'H47', 'H48', 'H49', 'H50', 'H51', 'H52', 'H53', 'H54', 'H55', 'H56', 'H57', 'H58', 'H59', 'H60', 'H61', 'H62', 'H63', 'H64', 'H65', 'H66', 'H67', 'H68', 'H69', 'H70', 'H71', 'H72', 'H73', 'H74', 'H75', 'H76', 'H77', 'H79', 'H80', 'H81', 'H82', 'H83', 'H84', 'H85', 'H87', 'H88', 'H89', 'H90', 'H91', 'H92', 'H93', 'H94', 'H95', 'H96', 'H98', 'H99', 'HA', 'HAD', 'HBA', 'HBX', 'HC', 'HDW', 'HEA', 'HGM', 'HH', 'HIU', 'HKM', 'HLT', 'HM', 'HMO', 'HMQ', 'HMT', 'HPA', 'HTZ', 'HUR', 'HWE', 'IA', 'IE', 'INH', 'INK', 'INQ', 'ISD', 'IU', 'IUG', 'IV', 'J10', 'J12', 'J13', 'J14', 'J15', 'J16', 'J17', 'J18', 'J19', 'J2', 'J20', 'J21', 'J22', 'J23', 'J24', 'J25', 'J26', 'J27', 'J28', 'J29', 'J30', 'J31', 'J32', 'J33', 'J34', 'J35', 'J36', 'J38', 'J39', 'J40', 'J41', 'J42', 'J43', 'J44', 'J45', 'J46', 'J47', 'J48', 'J49', 'J50', 'J51', 'J52', 'J53', 'J54', 'J55', 'J56', 'J57', 'J58', 'J59', 'J60', 'J61', 'J62', 'J63', 'J64', 'J65', 'J66', 'J67', 'J68', 'J69', 'J70', 'J71', 'J72', 'J73', 'J74', 'J75', 'J76', 'J78', 'J79', 'J81', 'J82', 'J83', 'J84', 'J85', 'J87', 'J90', 'J91', 'J92', 'J93', 'J95', 'J96', 'J97', 'J98', 'J99', 'JE', 'JK', 'JM', 'JNT', 'JOU', 'JPS', 'JWL', 'K1', 'K10', 'K11', 'K12', 'K13', 'K14', 'K15', 'K16', 'K17', 'K18', 'K19', 'K2', 'K20', 'K21', 'K22', 'K23', 'K26', 'K27', 'K28', 'K3', 'K30', 'K31', 'K32', 'K33', 'K34', 'K35', 'K36', 'K37', 'K38', 'K39', 'K40', 'K41', 'K42', 'K43', 'K45', 'K46', 'K47', 'K48', 'K49', 'K50', 'K51', 'K52', 'K53', 'K54', 'K55', 'K58', 'K59', 'K6', 'K60', 'K61', 'K62', 'K63', 'K64', 'K65', 'K66', 'K67', 'K68', 'K69', 'K70', 'K71', 'K73', 'K74', 'K75', 'K76', 'K77', 'K78', 'K79', 'K80', 'K81', 'K82', 'K83', 'K84', 'K85', 'K86', 'K87', 'K88', 'K89', 'K90', 'K91', 'K92', 'K93', 'K94', 'K95', 'K96', 'K97', 'K98', 'K99', 'KA', 'KAT', 'KB', 'KBA', 'KCC', 'KDW', 'KEL', 'KGM', 'KGS', 'KHY', 'KHZ', 'KI', 'KIC', 'KIP', 'KJ', 'KJO', 'KL', 'KLK', 'KLX', 'KMA', 'KMH', 'KMK', 'KMQ', 'KMT', 'KNI', 'KNM', 'KNS', 'KNT', 'KO', 'KPA', 'KPH', 'KPO', 'KPP', 'KR', 'KSD', 'KSH', 'KT', 'KTN', 'KUR', 'KVA', 'KVR', 'KVT', 'KW', 'KWH', 'KWN', 'KWO', 'KWS', 'KWT', 'KWY', 'KX', 'L10', 'L11', 'L12', 'L13', 'L14', 'L15', 'L16', 'L17', 'L18', 'L19', 'L2', 'L20', 'L21', 'L23', 'L24', 'L25', 'L26', 'L27', 'L28', 'L29', 'L30', 'L31', 'L32', 'L33', 'L34', 'L35', 'L36', 'L37', 'L38', 'L39', 'L40', 'L41', 'L42', 'L43', 'L44', 'L45', 'L46', 'L47', 'L48', 'L49', 'L50', 'L51', 'L52', 'L53', 'L54', 'L55', 'L56', 'L57', 'L58', 'L59', 'L60', 'L63', 'L64', 'L65', 'L66', 'L67', 'L68', 'L69', 'L70', 'L71', 'L72', 'L73', 'L74', 'L75', 'L76', 'L77', 'L78', 'L79', 'L80', 'L81', 'L82', 'L83', 'L84', 'L85', 'L86', 'L87', 'L88', 'L89', 'L90', 'L91', 'L92', 'L93', 'L94', 'L95', 'L96', 'L98', 'L99', 'LA', 'LAC', 'LBR', 'LBT', 'LD', 'LEF', 'LF', 'LH', 'LK', 'LM', 'LN', 'LO', 'LP', 'LPA', 'LR', 'LS', 'LTN', 'LTR', 'LUB', 'LUM', 'LUX', 'LY', 'M1', 'M10', 'M11', 'M12', 'M13', 'M14', 'M15', 'M16', 'M17', 'M18', 'M19', 'M20', 'M21', 'M22', 'M23', 'M24', 'M25', 'M26', 'M27', 'M29', 'M30', 'M31', 'M32', 'M33', 'M34', 'M35', 'M36', 'M37', 'M38', 'M39', 'M4', 'M40', 'M41', 'M42', 'M43', 'M44', 'M45', 'M46', 'M47', 'M48', 'M49', 'M5', 'M50', 'M51', 'M52', 'M53', 'M55', 'M56', 'M57', 'M58', 'M59', 'M60', 'M61', 'M62', 'M63', 'M64', 'M65', 'M66', 'M67', 'M68', 'M69', 'M7', 'M70', 'M71', 'M72', 'M73', 'M74', 'M75', 'M76', 'M77', 'M78', 'M79', 'M80', 'M81', 'M82', 'M83', 'M84', 'M85', 'M86', 'M87', 'M88', 'M89', 'M9', 'M90', 'M91', 'M92', 'M93', 'M94', 'M95', 'M96', 'M97', 'M98', 'M99', 'MAH', 'MAL', 'MAM', 'MAR', 'MAW', 'MBE', 'MBF', 'MBR', 'MC', 'MCU', 'MD', 'MGM', 'MHZ', 'MIK', 'MIL', 'MIN', 'MIO', 'MIU', 'MKD', 'MKM', 'MKW', 'MLD', 'MLT', 'MMK', 'MMQ', 'MMT', 'MND', 'MNJ', 'MON', 'MPA', 'MQD', 'MQH', 'MQM', 'MQS', 'MQW', 'MRD', 'MRM', 'MRW', 'MSK', 'MTK', 'MTQ', 'MTR', 'MTS', 'MTZ', 'MVA', 'MWH', 'N1', 'N10', 'N11', 'N12', 'N13', 'N14', 'N15', 'N16', 'N17', 'N18', 'N19', 'N20', 'N21', 'N22', 'N23', 'N24', 'N25', 'N26', 'N27', 'N28', 'N29', 'N3', 'N30', 'N31', 'N32', 'N33', 'N34', 'N35', 'N36', 'N37', 'N38', 'N39', 'N40', 'N41', 'N42', 'N43', 'N44', 'N45', 'N46', 'N47', 'N48', 'N49', 'N50', 'N51', 'N52', 'N53', 'N54', 'N55', 'N56', 'N57', 'N58', 'N59', 'N60', 'N61', 'N62', 'N63', 'N64', 'N65', 'N66', 'N67', 'N68', 'N69', 'N70', 'N71', 'N72', 'N73', 'N74', 'N75', 'N76', 'N77', 'N78', 'N79', 'N80', 'N81', 'N82', 'N83', 'N84', 'N85', 'N86', 'N87', 'N88', 'N89', 'N90', 'N91', 'N92', 'N93', 'N94', 'N95', 'N96', 'N97', 'N98', 'N99', 'NA', 'NAR', 'NCL', 'NEW', 'NF', 'NIL', 'NIU', 'NL', 'NM3', 'NMI', 'NMP', 'NPT', 'NT', 'NTU', 'NU', 'NX', 'OA', 'ODE', 'ODG', 'ODK', 'ODM', 'OHM', 'ON', 'ONZ', 'OPM', 'OT', 'OZA', 'OZI', 'P1', 'P10', 'P11', 'P12', 'P13', 'P14', 'P15', 'P16', 'P17', 'P18', 'P19', 'P2', 'P20', 'P21', 'P22', 'P23', 'P24', 'P25', 'P26', 'P27', 'P28', 'P29', 'P30', 'P31', 'P32', 'P33', 'P34', 'P35', 'P36', 'P37', 'P38', 'P39', 'P40', 'P41', 'P42', 'P43', 'P44', 'P45', 'P46', 'P47', 'P48', 'P49', 'P5', 'P50', 'P51', 'P52', 'P53', 'P54', 'P55', 'P56', 'P57', 'P58', 'P59', 'P60', 'P61', 'P62', 'P63', 'P64', 'P65', 'P66', 'P67', 'P68', 'P69', 'P70', 'P71', 'P72', 'P73', 'P74', 'P75', 'P76', 'P77', 'P78', 'P79', 'P80', 'P81', 'P82', 'P83', 'P84', 'P85', 'P86', 'P87', 'P88', 'P89', 'P90', 'P91', 'P92', 'P93', 'P94', 'P95', 'P96', 'P97', 'P98', 'P99', 'PAL', 'PD', 'PFL', 'PGL', 'PI', 'PLA', 'PO', 'PQ', 'PR', 'PS', 'PTD', 'PTI', 'PTL', 'PTN', 'Q10', 'Q11', 'Q12', 'Q13', 'Q14', 'Q15', 'Q16', 'Q17', 'Q18', 'Q19', 'Q20', 'Q21', 'Q22', 'Q23', 'Q24', 'Q25', 'Q26', 'Q27', 'Q28', 'Q29', 'Q3', 'Q30', 'Q31', 'Q32', 'Q33', 'Q34', 'Q35', 'Q36', 'Q37', 'Q38', 'Q39', 'Q40', 'Q41', 'Q42', 'QA', 'QAN', 'QB', 'QR', 'QTD', 'QTI', 'QTL', 'QTR', 'R1', 'R9', 'RH', 'RM', 'ROM', 'RP', 'RPM', 'RPS', 'RT', 'S3', 'S4', 'SAN', 'SCO', 'SCR', 'SEC', 'SET', 'SG', 'SIE', 'SM3', 'SMI', 'SQ', 'SQR', 'SR', 'STC', 'STI', 'STK', 'STL', 'STN', 'STW', 'SW', 'SX', 'SYR', 'T0', 'T3', 'TAH', 'TAN', 'TI', 'TIC', 'TIP', 'TKM', 'TMS', 'TNE', 'TP', 'TPI', 'TPR', 'TQD', 'TRL', 'TST', 'TTS', 'U1', 'U2', 'UB', 'UC', 'VA', 'VLT', 'VP', 'W2', 'WA', 'WB', 'WCD', 'WE', 'WEB', 'WEE', 'WG', 'WHR', 'WM', 'WSD', 'WTT', 'X1', 'X1A', 'X1B', 'X1D', 'X1F', 'X1G', 'X1W', 'X2C', 'X3A', 'X3H', 'X43', 'X44', 'X4A', 'X4B', 'X4C', 'X4D', 'X4F', 'X4G', 'X4H', 'X5H', 'X5L', 'X5M', 'X6H', 'X6P', 'X7A', 'X7B', 'X8A', 'X8B', 'X8C', 'XAA', 'XAB', 'XAC', 'XAD', 'XAE', 'XAF', 'XAG', 'XAH', 'XAI', 'XAJ', 'XAL', 'XAM', 'XAP', 'XAT', 'XAV', 'XB4', 'XBA', 'XBB', 'XBC', 'XBD', 'XBE', 'XBF', 'XBG', 'XBH', 'XBI', 'XBJ', 'XBK', 'XBL', 'XBM', 'XBN', 'XBO', 'XBP', 'XBQ', 'XBR', 'XBS', 'XBT', 'XBU', 'XBV', 'XBW', 'XBX', 'XBY', 'XBZ', 'XCA', 'XCB', 'XCC', 'XCD', 'XCE', 'XCF', 'XCG', 'XCH', 'XCI', 'XCJ', 'XCK', 'XCL', 'XCM', 'XCN', 'XCO', 'XCP', 'XCQ', 'XCR', 'XCS', 'XCT', 'XCU', 'XCV', 'XCW', 'XCX', 'XCY', 'XCZ', 'XDA', 'XDB', 'XDC', 'XDG', 'XDH', 'XDI', 'XDJ', 'XDK', 'XDL', 'XDM', 'XDN', 'XDP', 'XDR', 'XDS', 'XDT', 'XDU', 'XDV', 'XDW', 'XDX', 'XDY', 'XEC', 'XED', 'XEE', 'XEF', 'XEG', 'XEH', 'XEI', 'XEN', 'XFB', 'XFC', 'XFD', 'XFE', 'XFI', 'XFL', 'XFO', 'XFP', 'XFR', 'XFT', 'XFW', 'XFX', 'XGB', 'XGI', 'XGL', 'XGR', 'XGU', 'XGY', 'XGZ', 'XHA', 'XHB', 'XHC', 'XHG', 'XHN', 'XHR', 'XIA', 'XIB', 'XIC', 'XID', 'XIE', 'XIF', 'XIG', 'XIH', 'XIK', 'XIL', 'XIN', 'XIZ', 'XJB', 'XJC', 'XJG', 'XJR', 'XJT', 'XJY', 'XKG', 'XKI', 'XLE', 'XLG', 'XLT', 'XLU', 'XLV', 'XLZ', 'XMA', 'XMB', 'XMC', 'XME', 'XMR', 'XMS', 'XMT', 'XMW', 'XMX', 'XNA', 'XNE', 'XNF', 'XNG', 'XNS', 'XNT', 'XNU', 'XNV', 'XO1', 'XO2', 'XO3', 'XO4', 'XO5', 'XO6', 'XO7', 'XO8', 'XO9', 'XOA', 'XOB', 'XOC', 'XOD', 'XOE', 'XOF', 'XOG', 'XOH', 'XOI', 'XOJ', 'XOK', 'XOL', 'XOM', 'XON', 'XOP', 'XOQ', 'XOR', 'XOS', 'XOT', 'XOU', 'XOV', 'XOW', 'XOX', 'XOY', 'XOZ', 'XP1', 'XP2', 'XP3', 'XP4', 'XPA', 'XPB', 'XPC', 'XPD', 'XPE', 'XPF', 'XPG', 'XPH', 'XPI', 'XPJ', 'XPK', 'XPL', 'XPN', 'XPO', 'XPP', 'XPR', 'XPT', 'XPU', 'XPV', 'XPX', 'XPY', 'XPZ', 'XQA', 'XQB', 'XQC', 'XQD', 'XQF', 'XQG', 'XQH', 'XQJ', 'XQK', 'XQL', 'XQM', 'XQN', 'XQP', 'XQQ', 'XQR', 'XQS', 'XRD', 'XRG', 'XRJ', 'XRK', 'XRL', 'XRO', 'XRT', 'XRZ', 'XSA', 'XSB', 'XSC', 'XSD', 'XSE', 'XSH', 'XSI', 'XSK', 'XSL', 'XSM', 'XSO', 'XSP', 'XSS', 'XST', 'XSU', 'XSV', 'XSW', 'XSX', 'XSY', 'XSZ', 'XT1', 'XTB', 'XTC', 'XTD', 'XTE', 'XTG', 'XTI', 'XTK', 'XTL', 'XTN', 'XTO', 'XTR', 'XTS', 'XTT', 'XTU', 'XTV', 'XTW', 'XTY', 'XTZ', 'XUC', 'XUN', 'XVA', 'XVG', 'XVI', 'XVK', 'XVL', 'XVN', 'XVO', 'XVP', 'XVQ', 'XVR', 'XVS', 'XVY', 'XWA', 'XWB', 'XWC', 'XWD', 'XWF', 'XWG', 'XWH', 'XWJ', 'XWK', 'XWL', 'XWM', 'XWN', 'XWP', 'XWQ', 'XWR', 'XWS', 'XWT', 'XWU', 'XWV', 'XWW', 'XWX', 'XWY', 'XWZ', 'XXA', 'XXB', 'XXC', 'XXD', 'XXF', 'XXG', 'XXH', 'XXJ', 'XXK', 'XYA', 'XYB', 'XYC', 'XYD', 'XYF', 'XYG', 'XYH', 'XYJ', 'XYK', 'XYL', 'XYM', 'XYN', 'XYP', 'XYQ', 'XYR', 'XYS', 'XYT', 'XYV', 'XYW', 'XYX', 'XYY', 'XYZ', 'XZA', 'XZB', 'XZC', 'XZD', 'XZF', 'XZG', 'XZH', 'XZJ', 'XZK', 'XZL', 'XZM', 'XZN', 'XZP', 'XZQ', 'XZR', 'XZS', 'XZT', 'XZU', 'XZV', 'XZW', 'XZX', 'XZY', 'XZZ', 'YDK', 'YDQ', 'YRD', 'Z11', 'Z9', 'ZP', 'ZZ'])
C33 = ('application/pdf', 'application/vnd.oasis.opendocument.spreadsheet', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'image/jpeg', 'image/png', 'text/csv',)
C34 = frozenset(['application/pdf', 'application/vnd.oasis.opendocument.spreadsheet', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'image/jpeg', 'image/png', 'text/csv'])
C35 = ('0002', '0007', '0009', '0037', '0060', '0088', '0096', '0097', '0106', '0130', '0135', '0142', '0147', '0151', '0154', '0158', '0170', '0177', '0183', '0184', '0188', '0190', '0191', '0192', '0193', '0194', '0195', '0196', '0198', '0199', '0200', '0201', '0202', '0203', '0204', '0205', '0208', '0209', '0210', '0211', '0212', '0213', '0215', '0216', '0217', '0218', '0219', '0220', '0221', '0225', '0230', '0235', '0240', '0242', '0244', '0245', '0246', '0248', '9910', '9913', '9914', '9915', '9918', '9919', '9920', '9922', '9923', '9924', '9925', '9926', '9927', '9928', '9929', '9930', '9931', '9932', '9933', '9934', '9935', '9936', '9937', '9938', '9939', '9940', '9941', '9942', '9943', '9944', '9945', '9946', '9947', '9948', '9949', '9950', '9951', '9952', '9953', '9957', '9959', 'AN', 'AQ', 'AS', 'AU', 'EM',)
C36 = frozenset(['0002', '0007', '0009', '0037', '0060', '0088', '0096', '0097', '0106', '0130', '0135', '0142', '0147', '0151', '0154', '0158', '0170', '0177', '0183', '0184', '0188', '0190', '0191', '0192', '0193', '0194', '0195', '0196', '0198', '0199', '0200', '0201', '0202', '0203', '0204', '0205', '0208', '0209', '0210', '0211', '0212', '0213', '0215', '0216', '0217', '0218', '0219', '0220', '0221', '0225', '0230', '0235', '0240', '0242', '0244', '0245', '0246', '0248', '9910', '9913', '9914', '9915', '9918', '9919', '9920', '9922', '9923', '9924', '9925', '9926', '9927', '9928', '9929', '9930', '9931', '9932', '9933', '9934', '9935', '9936', '9937', '9938', '9939', '9940', '9941', '9942', '9943', '9944', '9945', '9946', '9947', '9948', '9949', '9950', '9951', '9952', '9953', '9957', '9959', 'AN', 'AQ', 'AS', 'AU', 'EM'])
C37 = ('130', '50',)
C38 = {K92: ((28, ()),), K93: ((29, ()),), K94: ((30, ()),), K95: ((31, ()),), K96: ((32, ()),), K97: ((33, ()),), K98: ((34, ()),), K99: ((35, ()),), K100: ((36, ()),), K101: ((37, ()),), K102: ((38, ()),), K103: ((39, ()),), K104: ((40, ()),), K105: ((41, ()),), K106: ((42, ()),), K107: ((43, ()),), K108: ((44, ()),), K109: ((45, ()),), K110: ((46, ()),), K111: ((47, ()),)}
C39 = ((), {K116: (((0, (K116,)), ), {}), K117: (((1, (K117,)), ), {}), K118: (((2, (K118,)), ), {}), K119: (((3, (K119,)), ), {}), K120: (((4, (K120,)), ), {}), K121: (((5, (K121,)), ), {}), K122: (((6, (K122,)), ), {}), K123: (((7, (K123,)), ), {}), K124: (((8, (K124,)), ), {}), K125: (((9, (K125,)), ), {}), K54: ((), {K126: (((10, (K54, K126,)), ), {}), K127: (((11, (K54, K127,)), ), {}), K128: (((12, (K54, K128,)), ), {}), K114: (((13, (K54, K114,)), ), {})}), K129: ((), {K118: (((14, (K129, K118,)), ), {}), K119: (((15, (K129, K119,)), ), {}), K2: (((16, (K129, K2,)), ), {}), K120: (((17, (K129, K120,)), ), {}), K130: (((18, (K129, K130,)), ), {}), K131: (((19, (K129, K131,)), ), {}), K115: (((20, (K129, K115,)), ), {})}), K132: ((), {K27: ((), {K118: (((21, (K132, K27, K118,)), ), {}), K119: (((22, (K132, K27, K119,)), ), {}), K120: (((23, (K132, K27, K120,)), ), {}), K70: (((24, (K132, K27, K70,)), ), {}), K133: (((25, (K132, K27, K133,)), ), {}), K134: (((26, (K132, K27, K134,)), ), {}), K135: (((27, (K132, K27, K135,)), ), {}), K136: (((28, (K132, K27, K136,)), ), {}), K137: (((29, (K132, K27, K137,)), ), {}), K138: (((30, (K132, K27, K138,)), ), {}), K74: (((31, (K132, K27, K74,)), ), {}), K139: (((32, (K132, K27, K139,)), ), {}), K140: (((33, (K132, K27, K140,)), ), {}), K141: (((34, (K132, K27, K141,)), ), {}), K142: (((35, (K132, K27, K142,)), ), {})}), K143: (((36, (K132, K143,)), ), {}), K144: (((37, (K132, K144,)), ), {}), K145: (((38, (K132, K145,)), ), {}), K146: (((39, (K132, K146,)), ), {}), K147: (((40, (K132, K147,)), ), {}), K80: (((41, (K132, K80,)), ), {}), K148: (((42, (K132, K148,)), ), {})}), K79: ((), {K118: (((43, (K79, K118,)), ), {}), K119: (((44, (K79, K119,)), ), {}), K2: (((45, (K79, K2,)), ), {}), K120: (((46, (K79, K120,)), ), {}), K70: (((47, (K79, K70,)), ), {}), K133: (((48, (K79, K133,)), ), {}), K134: (((49, (K79, K134,)), ), {}), K135: (((50, (K79, K135,)), ), {}), K136: (((51, (K79, K136,)), ), {}), K137: (((52, (K79, K137,)), ), {}), K138: (((53, (K79, K138,)), ), {}), K74: (((54, (K79, K74,)), ), {}), K139: (((55, (K79, K139,)), ), {}), K140: (((56, (K79, K140,)), ), {}), K141: (((57, (K79, K141,)), ), {}), K142: (((58, (K79, K142,)), ), {})}), K78: ((), {K118: (((59, (K78, K118,)), ), {}), K119: (((60, (K78, K119,)), ), {}), K2: (((61, (K78, K2,)), ), {}), K120: (((62, (K78, K120,)), ), {}), K70: (((63, (K78, K70,)), ), {}), K133: (((64, (K78, K133,)), ), {}), K134: (((65, (K78, K134,)), ), {}), K135: (((66, (K78, K135,)), ), {}), K136: (((67, (K78, K136,)), ), {}), K137: (((68, (K78, K137,)), ), {}), K138: (((69, (K78, K138,)), ), {}), K74: (((70, (K78, K74,)), ), {}), K139: (((71, (K78, K139,)), ), {}), K140: (((72, (K78, K140,)), ), {}), K141: (((73, (K78, K141,)), ), {}), K142: (((74, (K78, K142,)), ), {})}), K149: (((75, (K149,)), ), {}), K90: ((), {K118: (((76, (K90, K118,)), ), {}), K119: (((77, (K90, K119,)), ), {}), K2: (((78, (K90, K2,)), ), {}), K120: (((79, (K90, K120,)), ), {}), K70: (((80, (K90, K70,)), ), {}), K133: (((81, (K90, K133,)), ), {}), K134: (((82, (K90, K134,)), ), {}), K135: (((83, (K90, K135,)), ), {}), K136: (((84, (K90, K136,)), ), {}), K137: (((85, (K90, K137,)), ), {}), K138: (((86, (K90, K138,)), ), {}), K74: (((87, (K90, K74,)), ), {}), K139: (((88, (K90, K139,)), ), {}), K140: (((89, (K90, K140,)), ), {}), K141: (((90, (K90, K141,)), ), {}), K142: (((91, (K90, K142,)), ), {})}), K77: ((), {K118: (((92, (K77, K118,)), ), {}), K119: (((93, (K77, K119,)), ), {}), K2: (((94, (K77, K2,)), ), {}), K120: (((95, (K77, K120,)), ), {}), K70: (((96, (K77, K70,)), ), {}), K133: (((97, (K77, K133,)), ), {}), K134: (((98, (K77, K134,)), ), {}), K135: (((99, (K77, K135,)), ), {}), K136: (((100, (K77, K136,)), ), {}), K137: (((101, (K77, K137,)), ), {}), K138: (((102, (K77, K138,)), ), {}), K74: (((103, (K77, K74,)), ), {}), K139: (((104, (K77, K139,)), ), {}), K140: (((105, (K77, K140,)), ), {}), K141: (((106, (K77, K141,)), ), {}), K142: (((107, (K77, K142,)), ), {})}), K80: ((), {K118: (((108, (K80, K118,)), ), {}), K119: (((109, (K80, K119,)), ), {}), K2: (((110, (K80, K2,)), ), {}), K120: (((111, (K80, K120,)), ), {}), K133: (((112, (K80, K133,)), ), {}), K134: (((113, (K80, K134,)), ), {}), K135: (((114, (K80, K135,)), ), {}), K136: (((115, (K80, K136,)), ), {}), K137: (((116, (K80, K137,)), ), {}), K138: (((117, (K80, K138,)), ), {}), K139: ((), {K150: ((), {K151: (((118, (K80, K139, K150, K151,)), ), {}), K152: (((119, (K80, K139, K150, K152,)), ), {}), K153: (((120, (K80, K139, K150, K153,)), ), {}), K154: (((121, (K80, K139, K150, K154,)), ), {}), K155: (((122, (K80, K139, K150, K155,)), ), {}), K156: (((123, (K80, K139, K150, K156,)), ), {}), K157: (((124, (K80, K139, K150, K157,)), ), {}), K158: (((125, (K80, K139, K150, K158,)), ), {}), K159: (((126, (K80, K139, K150, K159,)), ), {}), K114: (((127, (K80, K139, K150, K114,)), ), {})})}), K140: (((128, (K80, K140,)), ), {}), K141: (((129, (K80, K141,)), ), {}), K142: (((130, (K80, K142,)), ), {}), K70: ((), {K52: (((518, (K80, K70, K52,)), ), {})})}), K84: ((), {K119: (((131, (K84, K119,)), ), {}), K2: (((132, (K84, K2,)), ), {}), K160: (((133, (K84, K160,)), ), {})}), K161: (((134, (K161,)), ), {}), K6: ((), {K162: (((135, (K6, K162,)), ), {}), K163: (((136, (K6, K163,)), ), {}), K164: (((137, (K6, K164,)), ), {}), K7: ((), {K165: (((138, (K6, K7, K165,)), ), {}), K166: (((139, (K6, K7, K166,)), ), {}), K167: (((140, (K6, K7, K167,)), ), {}), K168: (((141, (K6, K7, K168,)), ), {}), K169: (((142, (K6, K7, K169,)), ), {}), K170: (((143, (K6, K7, K170,)), ), {}), K11: ((), {K1: (((144, (K6, K7, K11, K1,)), ), {}), K171: (((145, (K6, K7, K11, K171,)), ), {}), K172: (((146, (K6, K7, K11, K172,)), ), {}), K173: (((147, (K6, K7, K11, K173,)), ), {}), K174: (((148, (K6, K7, K11, K174,)), ), {}), K175: (((149, (K6, K7, K11, K175,)), ), {}), K176: (((150, (K6, K7, K11, K176,)), ), {}), K177: (((151, (K6, K7, K11, K177,)), ), {}), K178: (((152, (K6, K7, K11, K178,)), ), {}), K179: (((153, (K6, K7, K11, K179,)), ), {}), K180: (((154, (K6, K7, K11, K180,)), ), {}), K181: (((155, (K6, K7, K11, K181,)), ), {}), K182: (((156, (K6, K7, K11, K182,)), ), {}), K183: (((157, (K6, K7, K11, K183,)), ), {}), K184: (((158, (K6, K7, K11, K184,)), ), {}), K185: (((159, (K6, K7, K11, K185,)), ), {}), K186: (((160, (K6, K7, K11, K186,)), ), {}), K187: (((161, (K6, K7, K11, K187,)), ), {}), K188: (((162, (K6, K7, K11, K188,)), ), {}), K18: ((), {K22: (((163, (K6, K7, K11, K18, K22,)), ), {})}), K189: (((164, (K6, K7, K11, K189,)), ), {})}), K190: (((165, (K6, K7, K190,)), ), {}), K24: ((), {K9: (((166, (K6, K7, K24, K9,)), ), {}), K191: (((167, (K6, K7, K24, K191,)), ), {}), K192: (((168, (K6, K7, K24, K192,)), ), {}), K193: (((169, (K6, K7, K24, K193,)), ), {}), K194: (((170, (K6, K7, K24, K194,)), ), {}), K25: ((), {K22: (((171, (K6, K7, K24, K25, K22,)), ), {}), K195: (((172, (K6, K7, K24, K25, K195,)), ), {}), K196: (((173, (K6, K7, K24, K25, K196,)), ), {}), K197: (((174, (K6, K7, K24, K25, K197,)), ), {})})}), K8: ((), {K198: (((175, (K6, K7, K8, K198,)), ), {}), K199: (((176, (K6, K7, K8, K199,)), ), {}), K200: (((177, (K6, K7, K8, K200,)), ), {}), K201: (((178, (K6, K7, K8, K201,)), ), {}), K202: (((179, (K6, K7, K8, K202,)), ), {}), K203: (((180, (K6, K7, K8, K203,)), ), {}), K204: (((181, (K6, K7, K8, K204,)), ), {}), K194: (((182, (K6, K7, K8, K194,)), ), {}), K205: (((183, (K6, K7, K8, K205,)), ), {}), K206: (((184, (K6, K7, K8, K206,)), ), {}), K207: (((185, (K6, K7, K8, K207,)), ), {})}), K208: ((), {K1: (((186, (K6, K7, K208, K1,)), ), {}), K209: (((187, (K6, K7, K208, K209,)), ), {}), K82: (((188, (K6, K7, K208, K82,)), ), {}), K210: (((189, (K6, K7, K208, K210,)), ), {})}), K211: (((190, (K6, K7, K211,)), ), {}), K212: (((191, (K6, K7, K212,)), ), {}), K213: (((192, (K6, K7, K213,)), ), {}), K214: (((193, (K6, K7, K214,)), ), {}), K215: (((194, (K6, K7, K215,)), ), {})}), K216: (((195, (K6, K216,)), ), {}), K217: (((196, (K6, K217,)), ), {}), K218: (((197, (K6, K218,)), ), {})}), K10: ((), {K162: (((198, (K10, K162,)), ), {}), K219: (((199, (K10, K219,)), ), {}), K163: (((200, (K10, K163,)), ), {}), K7: ((), {K165: (((201, (K10, K7, K165,)), ), {}), K166: (((202, (K10, K7, K166,)), ), {}), K167: (((203, (K10, K7, K167,)), ), {}), K168: (((204, (K10, K7, K168,)), ), {}), K169: (((205, (K10, K7, K169,)), ), {}), K170: (((206, (K10, K7, K170,)), ), {}), K11: ((), {K1: (((207, (K10, K7, K11, K1,)), ), {}), K171: (((208, (K10, K7, K11, K171,)), ), {}), K172: (((209, (K10, K7, K11, K172,)), ), {}), K173: (((210, (K10, K7, K11, K173,)), ), {}), K174: (((211, (K10, K7, K11, K174,)), ), {}), K175: (((212, (K10, K7, K11, K175,)), ), {}), K176: (((213, (K10, K7, K11, K176,)), ), {}), K177: (((214, (K10, K7, K11, K177,)), ), {}), K178: (((215, (K10, K7, K11, K178,)), ), {}), K179: (((216, (K10, K7, K11, K179,)), ), {}), K180: (((217, (K10, K7, K11, K180,)), ), {}), K181: (((218, (K10, K7, K11, K181,)), ), {}), K182: (((219, (K10, K7, K11, K182,)), ), {}), K183: (((220, (K10, K7, K11, K183,)), ), {}), K184: (((221, (K10, K7, K11, K184,)), ), {}), K185: (((222, (K10, K7, K11, K185,)), ), {}), K186: (((223, (K10, K7, K11, K186,)), ), {}), K187: (((224, (K10, K7, K11, K187,)), ), {}), K188: (((225, (K10, K7, K11, K188,)), ), {}), K18: ((), {K22: (((226, (K10, K7, K11, K18, K22,)), ), {})}), K189: (((227, (K10, K7, K11, K189,)), ), {})}), K190: (((228, (K10, K7, K190,)), ), {}), K24: ((), {K9: (((229, (K10, K7, K24, K9,)), ), {}), K191: (((230, (K10, K7, K24, K191,)), ), {}), K192: (((231, (K10, K7, K24, K192,)), ), {}), K193: (((232, (K10, K7, K24, K193,)), ), {}), K194: (((233, (K10, K7, K24, K194,)), ), {}), K25: ((), {K22: (((234, (K10, K7, K24, K25, K22,)), ), {}), K195: (((235, (K10, K7, K24, K25, K195,)), ), {}), K196: (((236, (K10, K7, K24, K25, K196,)), ), {}), K197: (((237, (K10, K7, K24, K25, K197,)), ), {})})}), K8: ((), {K198: (((238, (K10, K7, K8, K198,)), ), {}), K199: (((239, (K10, K7, K8, K199,)), ), {}), K200: (((240, (K10, K7, K8, K200,)), ), {}), K83: (((241, (K10, K7, K8, K83,)), ), {}), K201: (((242, (K10, K7, K8, K201,)), ), {}), K202: (((243, (K10, K7, K8, K202,)), ), {}), K203: (((244, (K10, K7, K8, K203,)), ), {}), K204: (((245, (K10, K7, K8, K204,)), ), {}), K194: (((246, (K10, K7, K8, K194,)), ), {}), K205: (((247, (K10, K7, K8, K205,)), ), {}), K206: (((248, (K10, K7, K8, K206,)), ), {}), K207: (((249, (K10, K7, K8, K207,)), ), {})}), K208: ((), {K1: (((250, (K10, K7, K208, K1,)), ), {}), K209: (((251, (K10, K7, K208, K209,)), ), {}), K82: (((252, (K10, K7, K208, K82,)), ), {}), K210: (((253, (K10, K7, K208, K210,)), ), {})}), K211: (((254, (K10, K7, K211,)), ), {}), K212: (((255, (K10, K7, K212,)), ), {}), K213: (((256, (K10, K7, K213,)), ), {}), K214: (((257, (K10, K7, K214,)), ), {}), K215: (((258, (K10, K7, K215,)), ), {})}), K220: (((259, (K10, K220,)), ), {}), K217: (((260, (K10, K217,)), ), {}), K221: (((261, (K10, K221,)), ), {})}), K71: ((), {K165: (((262, (K71, K165,)), ), {}), K166: (((263, (K71, K166,)), ), {}), K167: (((264, (K71, K167,)), ), {}), K168: (((265, (K71, K168,)), ), {}), K222: (((266, (K71, K222,)), ), {}), K169: (((267, (K71, K169,)), ), {}), K170: (((268, (K71, K170,)), ), {}), K11: (((269, (K71, K11,)), ), {}), K190: (((270, (K71, K190,)), ), {}), K24: (((271, (K71, K24,)), ), {}), K8: ((), {K9: (((272, (K71, K8, K9,)), ), {}), K198: (((273, (K71, K8, K198,)), ), {}), K199: (((274, (K71, K8, K199,)), ), {}), K200: (((275, (K71, K8, K200,)), ), {}), K83: (((276, (K71, K8, K83,)), ), {}), K201: (((277, (K71, K8, K201,)), ), {}), K202: (((278, (K71, K8, K202,)), ), {}), K203: (((279, (K71, K8, K203,)), ), {}), K204: (((280, (K71, K8, K204,)), ), {}), K194: (((281, (K71, K8, K194,)), ), {}), K205: (((282, (K71, K8, K205,)), ), {}), K206: (((283, (K71, K8, K206,)), ), {}), K207: (((284, (K71, K8, K207,)), ), {})}), K208: (((285, (K71, K208,)), ), {}), K211: (((286, (K71, K211,)), ), {}), K212: (((287, (K71, K212,)), ), {}), K213: (((288, (K71, K213,)), ), {}), K214: (((289, (K71, K214,)), ), {}), K215: (((290, (K71, K215,)), ), {})}), K223: (((291, (K223,)), ), {}), K224: (((292, (K224,)), ), {}), K63: ((), {K165: (((293, (K63, K165,)), ), {}), K166: (((294, (K63, K166,)), ), {}), K167: (((295, (K63, K167,)), ), {}), K168: (((296, (K63, K168,)), ), {}), K222: (((297, (K63, K222,)), ), {}), K169: (((298, (K63, K169,)), ), {}), K23: (((299, (K63, K23,)), ), {}), K170: (((300, (K63, K170,)), ), {}), K11: ((), {K1: (((301, (K63, K11, K1,)), ), {}), K171: (((302, (K63, K11, K171,)), ), {}), K172: (((303, (K63, K11, K172,)), ), {}), K173: (((304, (K63, K11, K173,)), ), {}), K174: (((305, (K63, K11, K174,)), ), {}), K175: (((306, (K63, K11, K175,)), ), {}), K176: (((307, (K63, K11, K176,)), ), {}), K177: (((308, (K63, K11, K177,)), ), {}), K178: (((309, (K63, K11, K178,)), ), {}), K179: (((310, (K63, K11, K179,)), ), {}), K180: (((311, (K63, K11, K180,)), ), {}), K181: (((312, (K63, K11, K181,)), ), {}), K182: (((313, (K63, K11, K182,)), ), {}), K183: (((314, (K63, K11, K183,)), ), {}), K184: (((315, (K63, K11, K184,)), ), {}), K185: (((316, (K63, K11, K185,)), ), {}), K186: (((317, (K63, K11, K186,)), ), {}), K187: (((318, (K63, K11, K187,)), ), {}), K188: (((319, (K63, K11, K188,)), ), {}), K18: ((), {K22: (((320, (K63, K11, K18, K22,)), ), {})}), K189: (((321, (K63, K11, K189,)), ), {})}), K190: (((322, (K63, K190,)), ), {}), K24: ((), {K9: (((323, (K63, K24, K9,)), ), {}), K191: (((324, (K63, K24, K191,)), ), {}), K192: (((325, (K63, K24, K192,)), ), {}), K193: (((326, (K63, K24, K193,)), ), {}), K194: (((327, (K63, K24, K194,)), ), {}), K25: ((), {K22: (((328, (K63, K24, K25, K22,)), ), {}), K195: (((329, (K63, K24, K25, K195,)), ), {}), K196: (((330, (K63, K24, K25, K196,)), ), {}), K197: (((331, (K63, K24, K25, K197,)), ), {})})}), K8: (((332, (K63, K8,)), ), {}), K208: (((333, (K63, K208,)), ), {}), K211: (((334, (K63, K211,)), ), {}), K212: (((335, (K63, K212,)), ), {}), K213: (((336, (K63, K213,)), ), {}), K214: (((337, (K63, K214,)), ), {}), K215: (((338, (K63, K215,)), ), {})}), K64: ((), {K1: (((339, (K64, K1,)), ), {}), K225: (((340, (K64, K225,)), ), {}), K226: (((341, (K64, K226,)), ), {}), K227: (((342, (K64, K227,)), ), {}), K228: (((343, (K64, K228,)), ), {}), K229: (((344, (K64, K229,)), ), {}), K230: (((345, (K64, K230,)), ), {}), K231: (((346, (K64, K231,)), ), {}), K232: (((347, (K64, K232,)), ), {}), K66: ((), {K114: (((348, (K64, K66, K114,)), ), {}), K233: (((349, (K64, K66, K233,)), ), {}), K234: (((350, (K64, K66, K234,)), ), {}), K185: (((351, (K64, K66, K185,)), ), {}), K235: (((352, (K64, K66, K235,)), ), {}), K236: (((353, (K64, K66, K236,)), ), {}), K22: (((354, (K64, K66, K22,)), ), {}), K140: (((355, (K64, K66, K140,)), ), {}), K67: ((), {K1: (((356, (K64, K66, K67, K1,)), ), {}), K171: (((357, (K64, K66, K67, K171,)), ), {}), K172: (((358, (K64, K66, K67, K172,)), ), {}), K173: (((359, (K64, K66, K67, K173,)), ), {}), K174: (((360, (K64, K66, K67, K174,)), ), {}), K175: (((361, (K64, K66, K67, K175,)), ), {}), K176: (((362, (K64, K66, K67, K176,)), ), {}), K177: (((363, (K64, K66, K67, K177,)), ), {}), K178: (((364, (K64, K66, K67, K178,)), ), {}), K179: (((365, (K64, K66, K67, K179,)), ), {}), K180: (((366, (K64, K66, K67, K180,)), ), {}), K181: (((367, (K64, K66, K67, K181,)), ), {}), K182: (((368, (K64, K66, K67, K182,)), ), {}), K183: (((369, (K64, K66, K67, K183,)), ), {}), K184: (((370, (K64, K66, K67, K184,)), ), {}), K185: (((371, (K64, K66, K67, K185,)), ), {}), K186: (((372, (K64, K66, K67, K186,)), ), {}), K187: (((373, (K64, K66, K67, K187,)), ), {}), K188: (((374, (K64, K66, K67, K188,)), ), {}), K18: ((), {K22: (((375, (K64, K66, K67, K18, K22,)), ), {})}), K189: (((376, (K64, K66, K67, K189,)), ), {})}), K237: (((377, (K64, K66, K237,)), ), {}), K189: (((378, (K64, K66, K189,)), ), {})}), K238: (((379, (K64, K238,)), ), {}), K239: (((380, (K64, K239,)), ), {}), K240: (((381, (K64, K240,)), ), {}), K241: (((382, (K64, K241,)), ), {}), K76: ((), {K165: (((383, (K64, K76, K165,)), ), {}), K166: (((384, (K64, K76, K166,)), ), {}), K167: (((385, (K64, K76, K167,)), ), {}), K168: (((386, (K64, K76, K168,)), ), {}), K222: (((387, (K64, K76, K222,)), ), {}), K169: (((388, (K64, K76, K169,)), ), {}), K23: (((389, (K64, K76, K23,)), ), {}), K170: (((390, (K64, K76, K170,)), ), {}), K11: (((391, (K64, K76, K11,)), ), {}), K190: (((392, (K64, K76, K190,)), ), {}), K24: (((393, (K64, K76, K24,)), ), {}), K8: (((394, (K64, K76, K8,)), ), {}), K208: (((395, (K64, K76, K208,)), ), {}), K211: (((396, (K64, K76, K211,)), ), {}), K212: (((397, (K64, K76, K212,)), ), {}), K213: (((398, (K64, K76, K213,)), ), {}), K214: (((399, (K64, K76, K214,)), ), {}), K215: (((400, (K64, K76, K215,)), ), {})}), K242: (((401, (K64, K242,)), ), {}), K243: (((402, (K64, K243,)), ), {}), K244: (((403, (K64, K244,)), ), {}), K245: (((404, (K64, K245,)), ), {}), K246: (((405, (K64, K246,)), ), {}), K247: (((406, (K64, K247,)), ), {}), K307: (((522, (K64, K307,)), ), {})}), K244: (((407, (K244,)), ), {}), K85: ((), {K1: (((408, (K85, K1,)), ), {}), K248: (((409, (K85, K248,)), ), {}), K249: (((410, (K85, K249,)), ), {}), K88: ((), {K250: (((411, (K85, K88, K250,)), ), {}), K251: (((412, (K85, K88, K251,)), ), {}), K153: (((413, (K85, K88, K153,)), ), {}), K252: (((414, (K85, K88, K252,)), ), {}), K253: (((415, (K85, K88, K253,)), ), {}), K254: (((416, (K85, K88, K254,)), ), {}), K255: (((417, (K85, K88, K255,)), ), {}), K372: (((671, (K85, K88, K372,)), ), {})}), K31: ((), {K256: (((418, (K85, K31, K256,)), ), {}), K257: (((419, (K85, K31, K257,)), ), {}), K258: (((420, (K85, K31, K258,)), ), {}), K196: (((421, (K85, K31, K196,)), ), {}), K259: (((422, (K85, K31, K259,)), ), {}), K260: ((), {K22: (((423, (K85, K31, K260, K22,)), ), {}), K261: ((), {K22: (((424, (K85, K31, K260, K261, K22,)), ), {}), K67: (((425, (K85, K31, K260, K261, K67,)), ), {})}), K67: (((426, (K85, K31, K260, K67,)), ), {}), K1: ((), {K20: (((514, (K85, K31, K260, K1, K20,)), ), {})})}), K18: (((427, (K85, K31, K18,)), ), {}), K1: ((), {K20: (((513, (K85, K31, K1, K20,)), ), {})})}), K262: (((428, (K85, K262,)), ), {}), K89: ((), {K263: (((429, (K85, K89, K263,)), ), {}), K264: (((430, (K85, K89, K264,)), ), {}), K265: (((431, (K85, K89, K265,)), ), {}), K266: (((432, (K85, K89, K266,)), ), {}), K267: (((433, (K85, K89, K267,)), ), {}), K268: ((), {K22: (((434, (K85, K89, K268, K22,)), ), {}), K256: (((435, (K85, K89, K268, K256,)), ), {}), K257: (((436, (K85, K89, K268, K257,)), ), {}), K258: (((437, (K85, K89, K268, K258,)), ), {}), K196: (((438, (K85, K89, K268, K196,)), ), {}), K259: (((439, (K85, K89, K268, K259,)), ), {}), K260: (((440, (K85, K89, K268, K260,)), ), {}), K18: (((441, (K85, K89, K268, K18,)), ), {})}), K140: (((442, (K85, K89, K140,)), ), {}), K269: (((443, (K85, K89, K269,)), ), {}), K270: (((444, (K85, K89, K270,)), ), {})}), K271: (((445, (K85, K271,)), ), {}), K91: ((), {K20: (((512, (K85, K91, K20,)), ), {})}), K30: ((), {K52: (((519, (K85, K30, K52,)), ), {})}), K306: (((521, (K85, K306,)), ), {})}), K81: ((), {K1: (((446, (K81, K1,)), ), {}), K272: (((447, (K81, K272,)), ), {}), K273: (((448, (K81, K273,)), ), {}), K274: (((449, (K81, K274,)), ), {}), K275: (((450, (K81, K275,)), ), {}), K276: (((451, (K81, K276,)), ), {}), K277: (((452, (K81, K277,)), ), {}), K33: (((453, (K81, K33,)), ), {}), K278: (((454, (K81, K278,)), ), {}), K279: (((455, (K81, K279,)), ), {}), K280: (((456, (K81, K280,)), ), {}), K86: (((457, (K81, K86,)), ), {}), K281: (((458, (K81, K281,)), ), {}), K282: (((459, (K81, K282,)), ), {}), K283: (((460, (K81, K283,)), ), {}), K284: (((461, (K81, K284,)), ), {}), K285: (((462, (K81, K285,)), ), {}), K140: (((463, (K81, K140,)), ), {})}), K286: (((464, (K286,)), ), {}), K49: ((), {K1: (((465, (K49, K1,)), ), {}), K287: (((466, (K49, K287,)), ), {}), K288: (((467, (K49, K288,)), ), {}), K124: (((468, (K49, K124,)), ), {}), K289: (((469, (K49, K289,)), ), {}), K290: (((470, (K49, K290,)), ), {}), K34: ((), {K22: (((471, (K49, K34, K22,)), ), {}), K291: (((472, (K49, K34, K291,)), ), {}), K290: (((473, (K49, K34, K290,)), ), {}), K69: (((474, (K49, K34, K69,)), ), {}), K68: (((475, (K49, K34, K68,)), ), {}), K292: (((476, (K49, K34, K292,)), ), {}), K293: (((477, (K49, K34, K293,)), ), {}), K25: ((), {K22: (((478, (K49, K34, K25, K22,)), ), {}), K195: (((479, (K49, K34, K25, K195,)), ), {}), K196: (((480, (K49, K34, K25, K196,)), ), {}), K197: (((481, (K49, K34, K25, K197,)), ), {})})}), K15: (((482, (K49, K15,)), ), {}), K85: (((483, (K49, K85,)), ), {})}), K294: (((484, (K294,)), ), {}), K295: (((485, (K295,)), ), {}), K296: (((486, (K296,)), ), {}), K297: (((487, (K297,)), ), {}), K15: ((), {K298: (((488, (K15, K298,)), ), {}), K299: (((489, (K15, K299,)), ), {}), K300: (((490, (K15, K300,)), ), {}), K57: ((), {K301: (((491, (K15, K57, K301,)), ), {}), K302: (((492, (K15, K57, K302,)), ), {}), K42: (((493, (K15, K57, K42,)), ), {}), K291: (((494, (K15, K57, K291,)), ), {}), K290: (((495, (K15, K57, K290,)), ), {}), K292: (((496, (K15, K57, K292,)), ), {}), K293: (((497, (K15, K57, K293,)), ), {}), K34: ((), {K22: (((498, (K15, K57, K34, K22,)), ), {}), K291: (((499, (K15, K57, K34, K291,)), ), {}), K290: (((500, (K15, K57, K34, K290,)), ), {}), K292: (((501, (K15, K57, K34, K292,)), ), {}), K293: (((502, (K15, K57, K34, K293,)), ), {}), K25: ((), {K22: (((503, (K15, K57, K34, K25, K22,)), ), {}), K195: (((504, (K15, K57, K34, K25, K195,)), ), {}), K196: (((505, (K15, K57, K34, K25, K196,)), ), {}), K197: (((506, (K15, K57, K34, K25, K197,)), ), {})})})})}), K303: (((507, (K303,)), ), {}), K56: ((), {K304: (((508, (K56, K304,)), ), {})}), K0: ((), {K20: (((509, (K0, K20,)), ), {})}), K305: ((), {K20: (((510, (K305, K20,)), ), {})}), K1: ((), {K20: (((511, (K1, K20,)), ), {})}), K3: ((), {K52: (((515, (K3, K52,)), ), {})}), K5: ((), {K52: (((516, (K5, K52,)), ), {})}), K14: ((), {K52: (((517, (K14, K52,)), ), {})}), K4: ((), {K52: (((520, (K4, K52,)), ), {})}), K12: ((), {K119: (((523, (K12, K119,)), ), {}), K53: (((524, (K12, K53,)), ), {}), K124: (((525, (K12, K124,)), ), {}), K308: (((526, (K12, K308,)), ), {}), K309: (((527, (K12, K309,)), ), {}), K54: ((), {K126: (((528, (K12, K54, K126,)), ), {}), K127: (((529, (K12, K54, K127,)), ), {}), K128: (((530, (K12, K54, K128,)), ), {}), K55: (((531, (K12, K54, K55,)), ), {}), K114: (((532, (K12, K54, K114,)), ), {})}), K112: ((), {K310: (((533, (K12, K112, K310,)), ), {}), K119: (((534, (K12, K112, K119,)), ), {}), K311: (((535, (K12, K112, K311,)), ), {}), K129: (((536, (K12, K112, K129,)), ), {})}), K312: (((537, (K12, K312,)), ), {}), K313: (((538, (K12, K313,)), ), {}), K132: (((539, (K12, K132,)), ), {}), K115: ((), {K118: (((540, (K12, K115, K118,)), ), {}), K119: (((541, (K12, K115, K119,)), ), {}), K2: (((542, (K12, K115, K2,)), ), {}), K120: (((543, (K12, K115, K120,)), ), {}), K133: (((544, (K12, K115, K133,)), ), {}), K134: (((545, (K12, K115, K134,)), ), {}), K135: (((546, (K12, K115, K135,)), ), {}), K136: (((547, (K12, K115, K136,)), ), {}), K137: (((548, (K12, K115, K137,)), ), {}), K138: (((549, (K12, K115, K138,)), ), {}), K74: (((550, (K12, K115, K74,)), ), {}), K139: (((551, (K12, K115, K139,)), ), {}), K140: (((552, (K12, K115, K140,)), ), {}), K141: (((553, (K12, K115, K141,)), ), {}), K142: (((554, (K12, K115, K142,)), ), {})}), K314: (((555, (K12, K314,)), ), {}), K315: (((556, (K12, K315,)), ), {}), K64: (((557, (K12, K64,)), ), {}), K81: (((558, (K12, K81,)), ), {}), K49: ((), {K1: (((559, (K12, K49, K1,)), ), {}), K287: (((560, (K12, K49, K287,)), ), {}), K288: (((561, (K12, K49, K288,)), ), {}), K124: (((562, (K12, K49, K124,)), ), {}), K289: (((563, (K12, K49, K289,)), ), {}), K290: (((564, (K12, K49, K290,)), ), {}), K34: (((565, (K12, K49, K34,)), ), {}), K15: (((566, (K12, K49, K15,)), ), {}), K85: (((567, (K12, K49, K85,)), ), {})}), K15: (((568, (K12, K15,)), ), {}), K303: (((569, (K12, K303,)), ), {}), K46: ((), {K316: (((570, (K12, K46, K316,)), ), {}), K317: (((571, (K12, K46, K317,)), ), {}), K318: (((572, (K12, K46, K318,)), ), {}), K319: (((573, (K12, K46, K319,)), ), {}), K320: (((574, (K12, K46, K320,)), ), {}), K321: (((575, (K12, K46, K321,)), ), {}), K322: (((576, (K12, K46, K322,)), ), {}), K323: (((577, (K12, K46, K323,)), ), {}), K324: ((), {K325: (((578, (K12, K46, K324, K325,)), ), {}), K326: (((579, (K12, K46, K324, K326,)), ), {}), K327: (((580, (K12, K46, K324, K327,)), ), {}), K328: (((581, (K12, K46, K324, K328,)), ), {}), K141: (((582, (K12, K46, K324, K141,)), ), {})}), K329: ((), {K325: (((583, (K12, K46, K329, K325,)), ), {}), K326: (((584, (K12, K46, K329, K326,)), ), {}), K327: (((585, (K12, K46, K329, K327,)), ), {}), K328: (((586, (K12, K46, K329, K328,)), ), {}), K141: (((587, (K12, K46, K329, K141,)), ), {})}), K330: (((588, (K12, K46, K330,)), ), {}), K331: ((), {K325: (((589, (K12, K46, K331, K325,)), ), {}), K326: (((590, (K12, K46, K331, K326,)), ), {}), K327: (((591, (K12, K46, K331, K327,)), ), {}), K328: (((592, (K12, K46, K331, K328,)), ), {}), K141: (((593, (K12, K46, K331, K141,)), ), {})}), K332: (((594, (K12, K46, K332,)), ), {}), K333: (((595, (K12, K46, K333,)), ), {}), K334: (((596, (K12, K46, K334,)), ), {}), K335: (((597, (K12, K46, K335,)), ), {}), K336: ((), {K22: (((598, (K12, K46, K336, K22,)), ), {})}), K337: ((), {K338: (((599, (K12, K46, K337, K338,)), ), {}), K339: (((600, (K12, K46, K337, K339,)), ), {}), K340: (((601, (K12, K46, K337, K340,)), ), {})}), K341: (((602, (K12, K46, K341,)), ), {}), K342: (((603, (K12, K46, K342,)), ), {}), K62: ((), {K22: (((604, (K12, K46, K62, K22,)), ), {}), K291: (((605, (K12, K46, K62, K291,)), ), {}), K290: (((606, (K12, K46, K62, K290,)), ), {}), K69: (((607, (K12, K46, K62, K69,)), ), {}), K68: (((608, (K12, K46, K62, K68,)), ), {}), K292: (((609, (K12, K46, K62, K292,)), ), {}), K293: (((610, (K12, K46, K62, K293,)), ), {}), K25: ((), {K22: (((611, (K12, K46, K62, K25, K22,)), ), {}), K195: (((612, (K12, K46, K62, K25, K195,)), ), {}), K196: (((613, (K12, K46, K62, K25, K196,)), ), {}), K197: (((614, (K12, K46, K62, K25, K197,)), ), {})})}), K343: ((), {K1: (((615, (K12, K46, K343, K1,)), ), {}), K344: (((616, (K12, K46, K343, K344,)), ), {}), K345: (((617, (K12, K46, K343, K345,)), ), {}), K346: (((618, (K12, K46, K343, K346,)), ), {}), K347: (((619, (K12, K46, K343, K347,)), ), {}), K348: (((620, (K12, K46, K343, K348,)), ), {}), K349: (((621, (K12, K46, K343, K349,)), ), {}), K350: (((622, (K12, K46, K343, K350,)), ), {}), K351: (((623, (K12, K46, K343, K351,)), ), {}), K352: (((624, (K12, K46, K343, K352,)), ), {}), K353: (((625, (K12, K46, K343, K353,)), ), {})}), K354: (((626, (K12, K46, K354,)), ), {}), K355: (((627, (K12, K46, K355,)), ), {}), K356: (((628, (K12, K46, K356,)), ), {}), K357: (((629, (K12, K46, K357,)), ), {}), K358: (((630, (K12, K46, K358,)), ), {}), K359: (((631, (K12, K46, K359,)), ), {})}), K47: ((), {K360: (((632, (K12, K47, K360,)), ), {}), K361: (((633, (K12, K47, K361,)), ), {}), K362: (((634, (K12, K47, K362,)), ), {}), K363: (((635, (K12, K47, K363,)), ), {}), K49: ((), {K1: (((636, (K12, K47, K49, K1,)), ), {}), K36: (((637, (K12, K47, K49, K36,)), ), {}), K35: (((638, (K12, K47, K49, K35,)), ), {}), K364: (((639, (K12, K47, K49, K364,)), ), {}), K287: (((640, (K12, K47, K49, K287,)), ), {}), K288: (((641, (K12, K47, K49, K288,)), ), {}), K124: (((642, (K12, K47, K49, K124,)), ), {}), K289: (((643, (K12, K47, K49, K289,)), ), {}), K290: (((644, (K12, K47, K49, K290,)), ), {}), K34: (((645, (K12, K47, K49, K34,)), ), {}), K15: (((646, (K12, K47, K49, K15,)), ), {}), K85: (((647, (K12, K47, K49, K85,)), ), {})}), K295: (((648, (K12, K47, K295,)), ), {}), K373: (((672, (K12, K47, K373,)), ), {}), K374: (((673, (K12, K47, K374,)), ), {})}), K244: (((649, (K12, K244,)), ), {}), K365: (((650, (K12, K365,)), ), {}), K366: (((651, (K12, K366,)), ), {})}), K13: ((), {K119: (((523, (K13, K119,)), ), {}), K53: (((524, (K13, K53,)), ), {}), K124: (((525, (K13, K124,)), ), {}), K308: (((526, (K13, K308,)), ), {}), K309: (((527, (K13, K309,)), ), {}), K54: ((), {K126: (((528, (K13, K54, K126,)), ), {}), K127: (((529, (K13, K54, K127,)), ), {}), K128: (((530, (K13, K54, K128,)), ), {}), K55: (((531, (K13, K54, K55,)), ), {}), K114: (((532, (K13, K54, K114,)), ), {})}), K112: ((), {K310: (((533, (K13, K112, K310,)), ), {}), K119: (((534, (K13, K112, K119,)), ), {}), K311: (((535, (K13, K112, K311,)), ), {}), K129: (((536, (K13, K112, K129,)), ), {})}), K312: (((537, (K13, K312,)), ), {}), K313: (((538, (K13, K313,)), ), {}), K132: (((539, (K13, K132,)), ), {}), K115: ((), {K118: (((540, (K13, K115, K118,)), ), {}), K119: (((541, (K13, K115, K119,)), ), {}), K2: (((542, (K13, K115, K2,)), ), {}), K120: (((543, (K13, K115, K120,)), ), {}), K133: (((544, (K13, K115, K133,)), ), {}), K134: (((545, (K13, K115, K134,)), ), {}), K135: (((546, (K13, K115, K135,)), ), {}), K136: (((547, (K13, K115, K136,)), ), {}), K137: (((548, (K13, K115, K137,)), ), {}), K138: (((549, (K13, K115, K138,)), ), {}), K74: (((550, (K13, K115, K74,)), ), {}), K139: (((551, (K13, K115, K139,)), ), {}), K140: (((552, (K13, K115, K140,)), ), {}), K141: (((553, (K13, K115, K141,)), ), {}), K142: (((554, (K13, K115, K142,)), ), {})}), K314: (((555, (K13, K314,)), ), {}), K315: (((556, (K13, K315,)), ), {}), K64: (((557, (K13, K64,)), ), {}), K81: (((558, (K13, K81,)), ), {}), K49: ((), {K1: (((559, (K13, K49, K1,)), ), {}), K287: (((560, (K13, K49, K287,)), ), {}), K288: (((561, (K13, K49, K288,)), ), {}), K124: (((562, (K13, K49, K124,)), ), {}), K289: (((563, (K13, K49, K289,)), ), {}), K290: (((564, (K13, K49, K290,)), ), {}), K34: (((565, (K13, K49, K34,)), ), {}), K15: (((566, (K13, K49, K15,)), ), {}), K85: (((567, (K13, K49, K85,)), ), {})}), K15: (((568, (K13, K15,)), ), {}), K303: (((569, (K13, K303,)), ), {}), K46: ((), {K316: (((570, (K13, K46, K316,)), ), {}), K317: (((571, (K13, K46, K317,)), ), {}), K318: (((572, (K13, K46, K318,)), ), {}), K319: (((573, (K13, K46, K319,)), ), {}), K320: (((574, (K13, K46, K320,)), ), {}), K321: (((575, (K13, K46, K321,)), ), {}), K322: (((576, (K13, K46, K322,)), ), {}), K323: (((577, (K13, K46, K323,)), ), {}), K324: ((), {K325: (((578, (K13, K46, K324, K325,)), ), {}), K326: (((579, (K13, K46, K324, K326,)), ), {}), K327: (((580, (K13, K46, K324, K327,)), ), {}), K328: (((581, (K13, K46, K324, K328,)), ), {}), K141: (((582, (K13, K46, K324, K141,)), ), {})}), K329: ((), {K325: (((583, (K13, K46, K329, K325,)), ), {}), K326: (((584, (K13, K46, K329, K326,)), ), {}), K327: (((585, (K13, K46, K329, K327,)), ), {}), K328: (((586, (K13, K46, K329, K328,)), ), {}), K141: (((587, (K13, K46, K329, K141,)), ), {})}), K330: (((588, (K13, K46, K330,)), ), {}), K331: ((), {K325: (((589, (K13, K46, K331, K325,)), ), {}), K326: (((590, (K13, K46, K331, K326,)), ), {}), K327: (((591, (K13, K46, K331, K327,)), ), {}), K328: (((592, (K13, K46, K331, K328,)), ), {}), K141: (((593, (K13, K46, K331, K141,)), ), {})}), K332: (((594, (K13, K46, K332,)), ), {}), K333: (((595, (K13, K46, K333,)), ), {}), K334: (((596, (K13, K46, K334,)), ), {}), K335: (((597, (K13, K46, K335,)), ), {}), K336: ((), {K22: (((598, (K13, K46, K336, K22,)), ), {})}), K337: ((), {K338: (((599, (K13, K46, K337, K338,)), ), {}), K339: (((600, (K13, K46, K337, K339,)), ), {}), K340: (((601, (K13, K46, K337, K340,)), ), {})}), K341: (((602, (K13, K46, K341,)), ), {}), K342: (((603, (K13, K46, K342,)), ), {}), K62: ((), {K22: (((604, (K13, K46, K62, K22,)), ), {}), K291: (((605, (K13, K46, K62, K291,)), ), {}), K290: (((606, (K13, K46, K62, K290,)), ), {}), K69: (((607, (K13, K46, K62, K69,)), ), {}), K68: (((608, (K13, K46, K62, K68,)), ), {}), K292: (((609, (K13, K46, K62, K292,)), ), {}), K293: (((610, (K13, K46, K62, K293,)), ), {}), K25: ((), {K22: (((611, (K13, K46, K62, K25, K22,)), ), {}), K195: (((612, (K13, K46, K62, K25, K195,)), ), {}), K196: (((613, (K13, K46, K62, K25, K196,)), ), {}), K197: (((614, (K13, K46, K62, K25, K197,)), ), {})})}), K343: ((), {K1: (((615, (K13, K46, K343, K1,)), ), {}), K344: (((616, (K13, K46, K343, K344,)), ), {}), K345: (((617, (K13, K46, K343, K345,)), ), {}), K346: (((618, (K13, K46, K343, K346,)), ), {}), K347: (((619, (K13, K46, K343, K347,)), ), {}), K348: (((620, (K13, K46, K343, K348,)), ), {}), K349: (((621, (K13, K46, K343, K349,)), ), {}), K350: (((622, (K13, K46, K343, K350,)), ), {}), K351: (((623, (K13, K46, K343, K351,)), ), {}), K352: (((624, (K13, K46, K343, K352,)), ), {}), K353: (((625, (K13, K46, K343, K353,)), ), {})}), K354: (((626, (K13, K46, K354,)), ), {}), K355: (((627, (K13, K46, K355,)), ), {}), K356: (((628, (K13, K46, K356,)), ), {}), K357: (((629, (K13, K46, K357,)), ), {}), K358: (((630, (K13, K46, K358,)), ), {}), K359: (((631, (K13, K46, K359,)), ), {})}), K47: ((), {K360: (((632, (K13, K47, K360,)), ), {}), K361: (((633, (K13, K47, K361,)), ), {}), K362: (((634, (K13, K47, K362,)), ), {}), K363: (((635, (K13, K47, K363,)), ), {}), K49: ((), {K1: (((636, (K13, K47, K49, K1,)), ), {}), K36: (((637, (K13, K47, K49, K36,)), ), {}), K35: (((638, (K13, K47, K49, K35,)), ), {}), K364: (((639, (K13, K47, K49, K364,)), ), {}), K287: (((640, (K13, K47, K49, K287,)), ), {}), K288: (((641, (K13, K47, K49, K288,)), ), {}), K124: (((642, (K13, K47, K49, K124,)), ), {}), K289: (((643, (K13, K47, K49, K289,)), ), {}), K290: (((644, (K13, K47, K49, K290,)), ), {}), K34: (((645, (K13, K47, K49, K34,)), ), {}), K15: (((646, (K13, K47, K49, K15,)), ), {}), K85: (((647, (K13, K47, K49, K85,)), ), {})}), K295: (((648, (K13, K47, K295,)), ), {}), K373: (((672, (K13, K47, K373,)), ), {}), K374: (((673, (K13, K47, K374,)), ), {})}), K244: (((649, (K13, K244,)), ), {}), K365: (((650, (K13, K365,)), ), {}), K366: (((651, (K13, K366,)), ), {})}), K375: ((), {K20: (((674, (K375, K20,)), ), {})})})
C40 = {K20: ((652, (K26, K24, )), (657, (K1, K324, )), (658, (K1, K329, )), (662, (K368, )), (663, (K369, K88, )), (664, (K1, K89, )), (665, (K1, K268, K89, )), (666, (K1, K34, )), (667, (K1, K62, )),), K52: ((653, (K19, K18, )), (654, (K36, )),), K367: ((655, ()),), K261: ((656, ()),), K36: ((659, (K49, K47, )),), K35: ((660, (K49, K47, )),), K364: ((661, (K49, K47, )),), K268: ((668, (K85, )),)}

def q0(D):
    return many(kids(packed(D.tagged_in_order(K15)), K16, K17))

def q1(D):
    return many(kids(packed(D.tagged(K15)), K16, K17))

def r0_0(D, F, T, N):
    h1 = D[q1]
    for n in N:
        if (not bool(normal_kid(n, K0))): F.append((0, n))
        if (not bool(normal_kid(n, K1))): F.append((1, n))
        if (not bool(normal_kid(n, K2))): F.append((2, n))
        if (not (bool(normal_kid(n, K3)) or bool(normal_kid(n, K4)))): F.append((3, n))
        if (not bool(normal_kid(n, K5))): F.append((4, n))
        if (not bool(normalize(text(kids(n, K6, K7, K8, K9))))): F.append((5, n))
        if (not bool(normalize(text(kids(n, K10, K7, K8, K9))))): F.append((6, n))
        if (not (kid3(n, K6, K7, K11) is not None)): F.append((7, n))
        if (not (kid3(n, K10, K7, K11) is not None)): F.append((8, n))
        if (not ((K12 in n) or (K13 in n))): F.append((9, n))
        if (not all([any_equal((q1[''],), h1) for q1 in many(n.get(K14))])): F.append((10, n))

def r0_1(D, F, T, N):
    for n in N:
        if (not bool(normalize(text(kid2(n, K18, K19))))): F.append((0, n))

def r0_2(D, F, T, N):
    for n in N:
        if (not (K20 in n)): F.append((0, n))

def r0_3(D, F, T, N):
    for n in N:
        if (not bool(normalize(text(kid2(n, K18, K19))))): F.append((0, n))

def r0_4(D, F, T, N):
    for n in N:
        if (not (K20 in n)): F.append((0, n))

def r0_5(D, F, T, N, P1):
    for n, p1 in zip(N, P1):
        l1 = kid2(n, K21, K22)
        if (not ((l1 is not None) and (not (any_equal(texts(l1), texts(kids(p1, K6, K7, K21, K22))) or any_equal(texts(kid2(n, K23, K1)), texts(kids(p1, K6, K7, K23, K1))))))): F.append((0, n))

def r0_6(D, F, T, N):
    for n in N:
        if (not bool(normalize(text(kid2(n, K21, K22))))): F.append((0, n))
        if (not (K11 in n)): F.append((1, n))
        if (not bool([z for y in ([c1 for c1 in many(n.get(K24)) if (bool(one([(normal_kid(c3, K1).upper() == 'VAT') for c3 in many(c1.get(K25))])))] if K24 in n else ()) for z in many(y.get(K26))])): F.append((2, n))

def r0_7(D, F, T, N):
    for n in N:
        if (not bool(normalize(text(kid2(n, K18, K19))))): F.append((0, n))

def r0_8(D, F, T, N):
    for n in N:
        if (not (kid2(n, K27, K1) is not None)): F.append((0, n))

def r0_9(D, F, T, N):
    for n in N:
        if (not bool(normal_kid(n, K1))): F.append((0, n))

def r0_10(D, F, T, N):
    for n in N:
        if (not (kid2(n, K18, K19) is not None)): F.append((0, n))

def r0_11(D, F, T, N):
    for n in N:
        l1 = n.get(K29)
        l2 = n.get(K28)
        if (not ((not ((l2 is not None) and (l1 is not None))) or at_least(date_or_none(text(l1)), date_or_none(text(l2))))): F.append((0, n))

def r0_12(D, F, T, N):
    for n in N:
        l1 = n.get(K29)
        l2 = n.get(K28)
        if (not ((not ((l2 is not None) and (l1 is not None))) or at_least(date_or_none(text(l1)), date_or_none(text(l2))))): F.append((0, n))

def r0_13(D, F, T, N):
    for n in N:
        if (not (K30 in n)): F.append((0, n))
        if (not ((kid2(n, K31, K1) is not None) if (normal_kid(n, K30) in C1) else True)): F.append((1, n))

def m0_14_0(D, T, N, P1):
    return [bool((text_in(p1.get(K30), C1))) for n, p1 in zip(N, P1)]

def r0_14(D, F, T, N):
    for n in N:
        if (not bool(normal_kid(n, K1))): F.append((0, n))

def r0_15(D, F, T, N):
    for n in N:
        if (not at_most(len(normalize(n[''])), 10)): F.append((0, n))

def m0_16_0(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), False))) for n in N]

def m0_16_1(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), False))) for n in N]

def r0_16(D, F, T, N):
    for n in N:
        if (not (K33 in n)): F.append((0, n))
        if (not bool([z for y in ([c1 for c1 in many(n.get(K34)) if (bool(([c2 for c2 in many(c1.get(K25)) if ((normal_kid(c2, K1).upper() == 'VAT'))] if K25 in c1 else ())))] if K34 in n else ()) for z in many(y.get(K1))])): F.append((1, n))
        if (not ((K35 in n) or (K36 in n))): F.append((2, n))

def m0_17_0(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), True))) for n in N]

def m0_17_1(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), True))) for n in N]

def r0_17(D, F, T, N):
    for n in N:
        if (not (K33 in n)): F.append((0, n))
        if (not bool([z for y in ([c1 for c1 in many(n.get(K34)) if (bool(([c2 for c2 in many(c1.get(K25)) if ((normal_kid(c2, K1).upper() == 'VAT'))] if K25 in c1 else ())))] if K34 in n else ()) for z in many(y.get(K1))])): F.append((1, n))
        if (not ((K35 in n) or (K36 in n))): F.append((2, n))

def r0_18(D, F, T, N):
    for n in N:
        if (not (K37 in n)): F.append((0, n))
        if (not (K38 in n)): F.append((1, n))
        if (not (K39 in n)): F.append((2, n))
        if (not (K40 in n)): F.append((3, n))

def r0_19(D, F, T, N):
    for n in N:
        l1 = n.get(K34)
        if (not (K41 in n)): F.append((0, n))
        if (not (K16 in n)): F.append((1, n))
        if (not bool([z for y in ([c1 for c1 in many(l1) if (bool(([c2 for c2 in many(c1.get(K25)) if ((normal_kid(c2, K1).upper() == 'VAT'))] if K25 in c1 else ())))] if K34 in n else ()) for z in many(y.get(K1))])): F.append((2, n))
        if (not (bool([z for y in ([c3 for c3 in many(l1) if (bool(([c4 for c4 in many(c3.get(K25)) if ((normal_kid(c4, K1).upper() == 'VAT'))] if K25 in c3 else ())))] if K34 in n else ()) for z in many(y.get(K42))]) or ('O' in [normal_kid(c9, K1) for c9 in ([c7 for c7 in many(l1) if (bool(([c8 for c8 in many(c7.get(K25)) if ((normal_kid(c8, K1).upper() == 'VAT'))] if K25 in c7 else ())))] if K34 in n else ())]))): F.append((3, n))

def r0_20(D, F, T, N):
    for n in N:
        l1 = kid2(n, K47, K48)
        l2 = kid3(n, K47, K49, K50)
        if (not bool(normal_kid(n, K1))): F.append((0, n))
        if (not ((K43 in n) or (K44 in n))): F.append((1, n))
        if (not ((kid2(n, K43, K45) is not None) or (kid2(n, K44, K45) is not None))): F.append((2, n))
        if (not (K37 in n)): F.append((3, n))
        if (not bool(normalize(text(kid2(n, K46, K22))))): F.append((4, n))
        if (not (l1 is not None)): F.append((5, n))
        if (not raw_at_least(l1, 0.0)): F.append((6, n))
        if (not ((not (l2 is not None)) or raw_at_least(l2, 0.0))): F.append((7, n))

def m0_21_0(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), False))) for n in N]

def m0_21_1(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), False))) for n in N]

def r0_21(D, F, T, N):
    for n in N:
        if (not (K33 in n)): F.append((0, n))
        if (not ((K35 in n) or (K36 in n))): F.append((1, n))

def m0_22_0(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), True))) for n in N]

def m0_22_1(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), True))) for n in N]

def r0_22(D, F, T, N):
    for n in N:
        if (not (K33 in n)): F.append((0, n))
        if (not ((K35 in n) or (K36 in n))): F.append((1, n))

def r0_23(D, F, T, N):
    for n in N:
        if (not ((K22 in n) and (K51 in n))): F.append((0, n))

def r0_24(D, F, T, N):
    for n in N:
        if (not (K20 in n)): F.append((0, n))

def r0_25(D, F, T, N):
    for n in N:
        if (not (K52 in n)): F.append((0, n))

def f0(D, a0):
    return divide(round_decimal(multiply(a0, 100)), 100)

def r1_0(D, F, T, N):
    for n in N:
        l1 = n.get(K15)
        l2 = n.get(K56)
        if (not (not ((K53 in n) and (kid2(n, K54, K55) is not None)))): F.append((0, n))
        if (not all([(equal(len([z for c2 in many(l1) for z in optional(decimal_or_none(text(one(([c3 for c3 in many(c2.get(K16)) if (text_is(q1, c3.get(K17)))] if K16 in c2 else ())))))]), 1) and any_equal([z for c4 in many(l2) for z in optional(decimal_kid(c4, K39))], optional(f0(D, add(one([z for c5 in many(l2) for z in optional(decimal_kid(c5, K38))]), one([z for c6 in many(l1) for z in optional(decimal_or_none(text(one(([c7 for c7 in many(c6.get(K16)) if (text_is(q1, c7.get(K17)))] if K16 in c6 else ())))))])))))) for q1 in many(n.get(K5))])): F.append((1, n))
        if (not (kid2(n, K15, K57) is not None)): F.append((2, n))

def r1_1(D, F, T, N):
    for n in N:
        if (not ((bool([z for y in [c1 for o2 in many(n.get(K7)) for c1 in many(o2.get(K24)) if (bool(([c3 for c3 in many(c1.get(K25)) if ((normal_kid(c3, K1).upper() == 'VAT'))] if K25 in c1 else ())))] for z in many(y.get(K26))]) or bool([c4 for o5 in many(kid2(n, K7, K23)) for c4 in many(o5.get(K1)) if ((not (c4.get(K20) == 'SEPA')))])) or (kid3(n, K7, K8, K26) is not None))): F.append((0, n))

def m1_2_0(D, T, N):
    return [bool((bool(([c1 for c1 in many(n.get(K25)) if ((normal_kid(c1, K1).upper() == 'VAT'))] if K25 in n else ())))) for n in N]

def q2(D):
    return (' EL ' + ' '.join(C2) + ' ')

def r1_2(D, F, T, N):
    h1 = D[q2]
    for n in N:
        if (not (substring((text(n.get(K26)) or ''), 1, 2) in h1)): F.append((0, n))

def r1_3(D, F, T, N):
    for n in N:
        if (not ((K28 in n) or (K29 in n))): F.append((0, n))

def r1_4(D, F, T, N):
    for n in N:
        if (not (((K28 in n) or (K29 in n)) or (K55 in n))): F.append((0, n))

def q3(D):
    return D.tagged_in_order(K12)

def q4(D):
    return D.tagged(K12)

def q5(D):
    return D.tagged_in_order(K13)

def q6(D):
    return D.tagged(K13)

def q7(D):
    h1 = D[q4]
    h2 = D[q6]
    return [*h1, *h2]

def q8(D):
    h1 = D[q7]
    return [z for c1 in h1 for z in optional(decimal_kid(c1, K37))]

def q9(D):
    h1 = D[q8]
    return sum(h1)

def f1(D, a0):
    return divide(round_decimal((a0 * 100)), 100)

def q10(D):
    h1 = D[q9]
    return f1(D, h1)

def f2(D, a0):
    return present(nth([*optional(raw_decimal(a0)), *(0,)], 1))

def f3(D, a0, a1):
    return (f0(D, subtract(raw_decimal(a0), raw_decimal(a1))) if (a1 is not None) else raw_decimal(a0))

def r1_5(D, F, T, N, P1):
    h1 = D[q10]
    for n, p1 in zip(N, P1):
        l1 = p1.get(K49)
        l2 = n.get(K59)
        l3 = n.get(K58)
        if (not equal(decimal_kid(n, K37), h1)): F.append((0, n))
        if (not (equal(decimal_kid(n, K58), f1(D, sum([z for c2 in ([c1 for c1 in many(l1) if (raw_boolean_is(c1.get(K32), False))] if K49 in p1 else ()) for z in optional(decimal_kid(c2, K33))]))) if (l3 is not None) else (not bool(([c3 for c3 in many(l1) if (raw_boolean_is(c3.get(K32), False))] if K49 in p1 else ()))))): F.append((1, n))
        if (not (equal(decimal_kid(n, K59), f1(D, sum([z for c5 in ([c4 for c4 in many(l1) if (raw_boolean_is(c4.get(K32), True))] if K49 in p1 else ()) for z in optional(decimal_kid(c5, K33))]))) if (l2 is not None) else (not bool(([c6 for c6 in many(l1) if (raw_boolean_is(c6.get(K32), True))] if K49 in p1 else ()))))): F.append((2, n))
        if (not equal(decimal_kid(n, K38), (f0(D, subtract(add(decimal_kid(n, K37), f2(D, l2)), f2(D, l3))) if ((l2 is not None) or (l3 is not None)) else decimal_kid(n, K37)))): F.append((3, n))
        if (not equal(f3(D, n.get(K40), n.get(K60)), f3(D, n.get(K39), n.get(K61)))): F.append((4, n))

def r1_6(D, F, T, N):
    for n in N:
        l1 = n.get(K57)
        if (not ((not (l1 is not None)) or equal(decimal_kid(n, K16), f1(D, sum([z for c1 in many(l1) for z in optional(decimal_kid(c1, K16))]))))): F.append((0, n))

def f4(D, a0):
    return [z for c3 in ([c1 for c1 in many(a0.get(K34)) if (bool(([c2 for c2 in many(c1.get(K25)) if ((normal_kid(c2, K1).upper() == 'VAT'))] if K25 in c1 else ())))] if K34 in a0 else ()) for z in optional(decimal_kid(c3, K42))]

def r1_7(D, F, T, N):
    for n in N:
        if (not ((K16 in n) and ((equal(round_decimal(decimal_kid(n, K16)), 0) and (not unequal(round_decimal(one(f4(D, n))), 0))) or (less(absolute(subtract(absolute(decimal_kid(n, K16)), f0(D, multiply(absolute(decimal_kid(n, K41)), divide(one(f4(D, n)), 100))))), 1) and unequal(round_decimal(one(f4(D, n))), 0))))): F.append((0, n))

def m1_8_0(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), False))) for n in N]

def m1_8_1(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), False))) for n in N]

def r1_8(D, F, T, N):
    for n in N:
        if (not ((K35 in n) or (K36 in n))): F.append((1, n))

def m1_9_0(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), True))) for n in N]

def m1_9_1(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), True))) for n in N]

def r1_9(D, F, T, N):
    for n in N:
        if (not ((K35 in n) or (K36 in n))): F.append((1, n))

def r1_10(D, F, T, N):
    for n in N:
        if (not bool([z for y in [c1 for o2 in many(n.get(K46)) for c1 in many(o2.get(K62)) if (bool(one([(normal_kid(c4, K1).upper() == 'VAT') for c4 in many(c1.get(K25))])))] for z in many(y.get(K1))])): F.append((0, n))

def m1_11_0(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), False))) for n in N]

def m1_11_1(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), False))) for n in N]

def r1_11(D, F, T, N):
    for n in N:
        if (not ((K35 in n) or (K36 in n))): F.append((1, n))

def m1_12_0(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), True))) for n in N]

def m1_12_1(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), True))) for n in N]

def r1_12(D, F, T, N):
    for n in N:
        if (not ((K35 in n) or (K36 in n))): F.append((1, n))

def q11(D):
    return [c1 for o2 in D.tagged(K15) for c1 in many(o2.get(K16)) if (text_is(c1.get(K5), c1.get(K17)))]

def f5(D, a0):
    return len(after((text(a0) or ''), '.'))

def q12(D):
    h1 = D[q11]
    return f5(D, one(h1))

def q13(D):
    return [c1 for o2 in D.tagged(K15) for c1 in many(o2.get(K16)) if (text_is(c1.get(K14), c1.get(K17)))]

def q14(D):
    h1 = D[q13]
    return f5(D, one(h1))

def r2_0(D, F, T, N):
    h1 = D[q12]
    h2 = D[q14]
    for n in N:
        if (not at_most(h1, 2)): F.append((0, n))
        if (not at_most(h2, 2)): F.append((1, n))

def m2_1_0(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), False))) for n in N]

def m2_1_1(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), False))) for n in N]

def f6(D, a0):
    return len(after((text(a0) or ''), '.'))

def r2_1(D, F, T, N):
    for n in N:
        if (not at_most(f6(D, opt(n.get(K33))), 2)): F.append((0, n))
        if (not at_most(f6(D, opt(n.get(K50))), 2)): F.append((1, n))

def m2_2_0(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), True))) for n in N]

def m2_2_1(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), True))) for n in N]

def r2_2(D, F, T, N):
    for n in N:
        if (not at_most(f6(D, opt(n.get(K33))), 2)): F.append((0, n))
        if (not at_most(f6(D, opt(n.get(K50))), 2)): F.append((1, n))

def r2_3(D, F, T, N):
    for n in N:
        if (not at_most(f6(D, opt(n.get(K37))), 2)): F.append((0, n))
        if (not at_most(f6(D, opt(n.get(K58))), 2)): F.append((1, n))
        if (not at_most(f6(D, opt(n.get(K59))), 2)): F.append((2, n))
        if (not at_most(f6(D, opt(n.get(K38))), 2)): F.append((3, n))
        if (not at_most(f6(D, opt(n.get(K39))), 2)): F.append((4, n))
        if (not at_most(f6(D, opt(n.get(K61))), 2)): F.append((5, n))
        if (not at_most(f6(D, opt(n.get(K60))), 2)): F.append((6, n))
        if (not at_most(f6(D, opt(n.get(K40))), 2)): F.append((7, n))

def r2_4(D, F, T, N):
    for n in N:
        if (not at_most(f6(D, opt(n.get(K41))), 2)): F.append((0, n))
        if (not at_most(f6(D, opt(n.get(K16))), 2)): F.append((1, n))

def r2_5(D, F, T, N):
    for n in N:
        if (not at_most(f6(D, opt(n.get(K37))), 2)): F.append((0, n))

def m2_6_0(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), False))) for n in N]

def m2_6_1(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), False))) for n in N]

def r2_6(D, F, T, N):
    for n in N:
        if (not at_most(f6(D, opt(n.get(K33))), 2)): F.append((0, n))
        if (not at_most(f6(D, opt(n.get(K50))), 2)): F.append((1, n))

def m2_7_0(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), True))) for n in N]

def m2_7_1(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), True))) for n in N]

def r2_7(D, F, T, N):
    for n in N:
        if (not at_most(f6(D, opt(n.get(K33))), 2)): F.append((0, n))
        if (not at_most(f6(D, opt(n.get(K50))), 2)): F.append((1, n))

def q15(D):
    return D.tagged_in_order(K49)

def q16(D):
    return D.tagged(K49)

def q17(D):
    h1 = D[q16]
    return [c1 for o2 in h1 for c1 in many(o2.get(K34)) if ((normal_kid(c1, K1) == 'S'))]

def q18(D):
    h1 = D[q17]
    return len(h1)

def q19(D):
    return D.tagged_in_order(K62)

def q20(D):
    return D.tagged(K62)

def q21(D):
    h1 = D[q20]
    return [c1 for c1 in h1 if (normal_kid(c1, K1) == 'S')]

def q22(D):
    h1 = D[q21]
    return len(h1)

def q23(D):
    h1 = D[q18]
    h2 = D[q22]
    return (h1 + h2)

def q24(D):
    h1 = D[q23]
    return (h1 > 0)

def q25(D):
    return [c1 for c1 in D.tagged_in_order(K25) if (c1.get(K1).__class__ is list)]

def q26(D):
    return [c1 for c1 in D.tagged(K25) if (c1.get(K1).__class__ is list)]

def q27(D):
    return D.tagged_in_order(K34)

def q28(D):
    return D.tagged(K34)

def q29(D):
    h1 = D[q28]
    return [c1 for c1 in h1 if (c1.get(K1).__class__ is list)]

def q30(D):
    h1 = D[q20]
    return [c1 for c1 in h1 if (c1.get(K1).__class__ is list)]

def q31(D):
    h1 = D[q16]
    return [c1 for o2 in h1 for c1 in many(o2.get(K32)) if ((not (c1[''] in C4)))]

def q32(D):
    h1 = D[q26]
    h2 = D[q29]
    h3 = D[q30]
    h4 = D[q31]
    return (((bool(h1) or bool(h2)) or bool(h3)) or bool(h4))

def q33(D):
    h1 = D[q20]
    return [c1 for c1 in h1 if upper_is(c1.get(K25), K1, 'VAT')]

def q34(D):
    h1 = D[q33]
    return [normal_kid(c1, K1) for c1 in h1]

def q35(D):
    h1 = D[q34]
    return list(dict.fromkeys(h1))

def f7(D, a0):
    h1 = D[q32]
    h2 = D[q20]
    h3 = D[q35]
    return (bool([c2 for c2 in [c1 for c1 in h2 if (normal_kid(c1, K1) == a0)] if upper_is(c2.get(K25), K1, 'VAT')]) if h1 else (a0 in h3))

def q36(D):
    return many(kids(packed(D.tagged_in_order(K6)), K7, K24, K26))

def q37(D):
    return many(kids(packed(D.tagged(K6)), K7, K24, K26))

def q38(D):
    h1 = D[q37]
    return bool(h1)

def q39(D):
    return [z for y in [c1 for o2 in D.tagged(K63) for c1 in many(o2.get(K24)) if (bool(one([(normal_kid(c4, K1).upper() == 'VAT') for c4 in many(c1.get(K25))])))] for z in many(y.get(K26))]

def q40(D):
    h1 = D[q39]
    return bool(h1)

def q41(D):
    h1 = D[q21]
    h2 = D[q38]
    h3 = D[q40]
    return ((f7(D, 'S') and (h2 or h3)) if bool(h1) else True)

def q42(D):
    h1 = D[q16]
    return [c1 for c1 in h1 if raw_boolean_is(c1.get(K32), False)]

def q43(D):
    h1 = D[q42]
    return [normal_kid(c3, K1) for c3 in [c1 for o2 in h1 for c1 in many(o2.get(K34)) if (upper_is(c1.get(K25), K1, 'VAT'))]]

def q44(D):
    h1 = D[q43]
    return list(dict.fromkeys(h1))

def f8(D, a0):
    h1 = D[q32]
    h2 = D[q42]
    h3 = D[q44]
    return (bool([c1 for o2 in h2 for c1 in many(o2.get(K34)) if ((normal_kid(c1, K1) == a0)) and (upper_is(c1.get(K25), K1, 'VAT'))]) if h1 else (a0 in h3))

def q45(D):
    h1 = D[q16]
    return [c1 for c1 in h1 if raw_boolean_is(c1.get(K32), True)]

def q46(D):
    h1 = D[q45]
    return [normal_kid(c3, K1) for c3 in [c1 for o2 in h1 for c1 in many(o2.get(K34)) if (upper_is(c1.get(K25), K1, 'VAT'))]]

def q47(D):
    h1 = D[q46]
    return list(dict.fromkeys(h1))

def f9(D, a0):
    h1 = D[q32]
    h2 = D[q45]
    h3 = D[q47]
    return (bool([c1 for o2 in h2 for c1 in many(o2.get(K34)) if ((normal_kid(c1, K1) == a0)) and (upper_is(c1.get(K25), K1, 'VAT'))]) if h1 else (a0 in h3))

def q48(D):
    h1 = D[q28]
    return [z for y in D[q27] for z in many(y.get(K1))]

def q49(D):
    h1 = D[q28]
    return [z for y in h1 for z in many(y.get(K1))]

def q50(D):
    h1 = D[q49]
    return ('B' in [z[''] for z in h1])

def q51(D):
    h1 = D[q20]
    return [z for y in D[q19] for z in many(y.get(K1))]

def q52(D):
    h1 = D[q20]
    return [z for y in h1 for z in many(y.get(K1))]

def q53(D):
    h1 = D[q52]
    return list(dict.fromkeys([z[''] for z in h1]))

def q54(D):
    return D.tagged_in_order(K19)

def q55(D):
    return D.tagged(K19)

def q56(D):
    h1 = D[q55]
    return any_of(unequal, [z[''] for z in h1], ('IT',))

def r3_0(D, F, T, N):
    h1 = D[q24]
    h2 = D[q41]
    h3 = D[q38]
    h4 = D[q40]
    h5 = D[q50]
    h6 = D[q53]
    h7 = D[q56]
    for n in N:
        l1 = kid3(n, K49, K34, K1)
        v1 = kid3(n, K15, K57, K34)
        if (not (h1 == (len([c2 for c2 in many(v1) if (normal_kid(c2, K1) == 'S')]) > 0))): F.append((1, n))
        if (not h2): F.append((2, n))
        if (not ((h3 or h4) if f8(D, 'S') else True)): F.append((3, n))
        if (not ((h3 or h4) if f9(D, 'S') else True)): F.append((4, n))
        if (not ((not (h5 or ('B' in h6))) or (not h7))): F.append((5, n))
        if (not ((not ((text_is(kid(v1, K1), 'B') or text_is(l1, 'B')) or ('B' in h6))) or (not ((text_is(kid(v1, K1), 'S') or text_is(l1, 'S')) or ('S' in h6))))): F.append((6, n))

def k57(N):
    return {normal_kid(n, K1) for n in N}

def m3_1_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'S')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def m3_1_1(D, T, N):
    return [bool(((normal_kid(n, K1) == 'S')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def r3_1(D, F, T, N):
    for n in N:
        if (not raw_more(n.get(K42), 0.0)): F.append((0, n))

def m3_2_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'Z')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def m3_2_1(D, T, N):
    return [bool(((normal_kid(n, K1) == 'Z')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def r3_2(D, F, T, N):
    for n in N:
        if (not equal(decimal_kid(n, K42), 0)): F.append((0, n))

def m3_3_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'E')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def m3_3_1(D, T, N):
    return [bool(((normal_kid(n, K1) == 'E')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def r3_3(D, F, T, N):
    for n in N:
        if (not equal(decimal_kid(n, K42), 0)): F.append((0, n))

def m3_4_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'AE')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def m3_4_1(D, T, N):
    return [bool(((normal_kid(n, K1) == 'AE')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def r3_4(D, F, T, N):
    for n in N:
        if (not equal(decimal_kid(n, K42), 0)): F.append((0, n))

def m3_5_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'K')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def m3_5_1(D, T, N):
    return [bool(((normal_kid(n, K1) == 'K')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def r3_5(D, F, T, N):
    for n in N:
        if (not equal(decimal_kid(n, K42), 0)): F.append((0, n))

def m3_6_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'G')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def m3_6_1(D, T, N):
    return [bool(((normal_kid(n, K1) == 'G')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def r3_6(D, F, T, N):
    for n in N:
        if (not equal(decimal_kid(n, K42), 0)): F.append((0, n))

def m3_7_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'O')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def m3_7_1(D, T, N):
    return [bool(((normal_kid(n, K1) == 'O')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def r3_7(D, F, T, N):
    absent(D, T, C5, N, F)

def m3_8_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'L')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def m3_8_1(D, T, N):
    return [bool(((normal_kid(n, K1) == 'L')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def r3_8(D, F, T, N):
    for n in N:
        if (not raw_at_least(n.get(K42), 0.0)): F.append((0, n))

def m3_9_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'M')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def m3_9_1(D, T, N):
    return [bool(((normal_kid(n, K1) == 'M')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def r3_9(D, F, T, N):
    for n in N:
        if (not raw_at_least(n.get(K42), 0.0)): F.append((0, n))

def m3_10_0(D, T, N, P1):
    return [bool(((normal_kid(n, K1) == 'S')) and (upper_is(n.get(K25), K1, 'VAT')) and (raw_boolean_is(p1.get(K32), False))) for n, p1 in zip(N, P1)]

def r3_10(D, F, T, N):
    for n in N:
        if (not raw_more(n.get(K42), 0.0)): F.append((0, n))

def m3_11_0(D, T, N, P1):
    return [bool(((normal_kid(n, K1) == 'Z')) and (upper_is(n.get(K25), K1, 'VAT')) and (raw_boolean_is(p1.get(K32), False))) for n, p1 in zip(N, P1)]

def r3_11(D, F, T, N):
    for n in N:
        if (not equal(decimal_kid(n, K42), 0)): F.append((0, n))

def m3_12_0(D, T, N, P1):
    return [bool(((normal_kid(n, K1) == 'E')) and (upper_is(n.get(K25), K1, 'VAT')) and (raw_boolean_is(p1.get(K32), False))) for n, p1 in zip(N, P1)]

def r3_12(D, F, T, N):
    for n in N:
        if (not equal(decimal_kid(n, K42), 0)): F.append((0, n))

def m3_13_0(D, T, N, P1):
    return [bool(((normal_kid(n, K1) == 'AE')) and (upper_is(n.get(K25), K1, 'VAT')) and (raw_boolean_is(p1.get(K32), False))) for n, p1 in zip(N, P1)]

def r3_13(D, F, T, N):
    for n in N:
        if (not equal(decimal_kid(n, K42), 0)): F.append((0, n))

def m3_14_0(D, T, N, P1):
    return [bool(((normal_kid(n, K1) == 'K')) and (upper_is(n.get(K25), K1, 'VAT')) and (raw_boolean_is(p1.get(K32), False))) for n, p1 in zip(N, P1)]

def r3_14(D, F, T, N):
    for n in N:
        if (not equal(decimal_kid(n, K42), 0)): F.append((0, n))

def m3_15_0(D, T, N, P1):
    return [bool(((normal_kid(n, K1) == 'G')) and (upper_is(n.get(K25), K1, 'VAT')) and (raw_boolean_is(p1.get(K32), False))) for n, p1 in zip(N, P1)]

def r3_15(D, F, T, N):
    for n in N:
        if (not equal(decimal_kid(n, K42), 0)): F.append((0, n))

def m3_16_0(D, T, N, P1):
    return [bool(((normal_kid(n, K1) == 'O')) and (upper_is(n.get(K25), K1, 'VAT')) and (raw_boolean_is(p1.get(K32), False))) for n, p1 in zip(N, P1)]

def r3_16(D, F, T, N):
    absent(D, T, C5, N, F)

def m3_17_0(D, T, N, P1):
    return [bool(((normal_kid(n, K1) == 'L')) and (upper_is(n.get(K25), K1, 'VAT')) and (raw_boolean_is(p1.get(K32), False))) for n, p1 in zip(N, P1)]

def r3_17(D, F, T, N):
    for n in N:
        if (not raw_at_least(n.get(K42), 0.0)): F.append((0, n))

def m3_18_0(D, T, N, P1):
    return [bool(((normal_kid(n, K1) == 'M')) and (upper_is(n.get(K25), K1, 'VAT')) and (raw_boolean_is(p1.get(K32), False))) for n, p1 in zip(N, P1)]

def r3_18(D, F, T, N):
    for n in N:
        if (not raw_at_least(n.get(K42), 0.0)): F.append((0, n))

def m3_19_0(D, T, N, P1):
    return [bool(((normal_kid(n, K1) == 'S')) and (upper_is(n.get(K25), K1, 'VAT')) and (raw_boolean_is(p1.get(K32), True))) for n, p1 in zip(N, P1)]

def r3_19(D, F, T, N):
    for n in N:
        if (not raw_more(n.get(K42), 0.0)): F.append((0, n))

def m3_20_0(D, T, N, P1):
    return [bool(((normal_kid(n, K1) == 'Z')) and (upper_is(n.get(K25), K1, 'VAT')) and (raw_boolean_is(p1.get(K32), True))) for n, p1 in zip(N, P1)]

def r3_20(D, F, T, N):
    for n in N:
        if (not equal(decimal_kid(n, K42), 0)): F.append((0, n))

def m3_21_0(D, T, N, P1):
    return [bool(((normal_kid(n, K1) == 'E')) and (upper_is(n.get(K25), K1, 'VAT')) and (raw_boolean_is(p1.get(K32), True))) for n, p1 in zip(N, P1)]

def r3_21(D, F, T, N):
    for n in N:
        if (not equal(decimal_kid(n, K42), 0)): F.append((0, n))

def m3_22_0(D, T, N, P1):
    return [bool(((normal_kid(n, K1) == 'AE')) and (upper_is(n.get(K25), K1, 'VAT')) and (raw_boolean_is(p1.get(K32), True))) for n, p1 in zip(N, P1)]

def r3_22(D, F, T, N):
    for n in N:
        if (not equal(decimal_kid(n, K42), 0)): F.append((0, n))

def m3_23_0(D, T, N, P1):
    return [bool(((normal_kid(n, K1) == 'K')) and (upper_is(n.get(K25), K1, 'VAT')) and (raw_boolean_is(p1.get(K32), True))) for n, p1 in zip(N, P1)]

def r3_23(D, F, T, N):
    for n in N:
        if (not equal(decimal_kid(n, K42), 0)): F.append((0, n))

def m3_24_0(D, T, N, P1):
    return [bool(((normal_kid(n, K1) == 'G')) and (upper_is(n.get(K25), K1, 'VAT')) and (raw_boolean_is(p1.get(K32), True))) for n, p1 in zip(N, P1)]

def r3_24(D, F, T, N):
    for n in N:
        if (not equal(decimal_kid(n, K42), 0)): F.append((0, n))

def m3_25_0(D, T, N, P1):
    return [bool(((normal_kid(n, K1) == 'O')) and (upper_is(n.get(K25), K1, 'VAT')) and (raw_boolean_is(p1.get(K32), True))) for n, p1 in zip(N, P1)]

def r3_25(D, F, T, N):
    absent(D, T, C5, N, F)

def m3_26_0(D, T, N, P1):
    return [bool(((normal_kid(n, K1) == 'L')) and (upper_is(n.get(K25), K1, 'VAT')) and (raw_boolean_is(p1.get(K32), True))) for n, p1 in zip(N, P1)]

def r3_26(D, F, T, N):
    for n in N:
        if (not raw_at_least(n.get(K42), 0.0)): F.append((0, n))

def m3_27_0(D, T, N, P1):
    return [bool(((normal_kid(n, K1) == 'M')) and (upper_is(n.get(K25), K1, 'VAT')) and (raw_boolean_is(p1.get(K32), True))) for n, p1 in zip(N, P1)]

def r3_27(D, F, T, N):
    for n in N:
        if (not raw_at_least(n.get(K42), 0.0)): F.append((0, n))

def m3_28_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'Z')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def q58(D):
    return D.root.get(K12)

def q59(D):
    return D.root.get(K49)

def q60(D):
    h1 = D[q59]
    return [c1 for c1 in many(h1) if raw_boolean_is(c1.get(K32), True)]

def q61(D):
    h1 = D[q59]
    return [c1 for c1 in many(h1) if raw_boolean_is(c1.get(K32), False)]

def f11(D, a0):
    h1 = D[q60]
    h2 = D[q61]
    return (sum([z for c4 in [c1 for c1 in h1 if (a0 in [normal_kid(c3, K1) for c3 in many(c1.get(K34))])] for z in optional(decimal_kid(c4, K33))]) - sum([z for c8 in [c5 for c5 in h2 if (a0 in [normal_kid(c7, K1) for c7 in many(c5.get(K34))])] for z in optional(decimal_kid(c8, K33))]))

def f10(D, a0, a1, a2):
    return equal(raw_decimal(a0), (sum([z for c4 in [c1 for c1 in many(a2) if (a1 in [normal_kid(c3, K1) for c3 in many(kid2(c1, K46, K62))])] for z in optional(decimal_kid(c4, K37))]) + f11(D, a1)))

def q62(D):
    return D.root.get(K13)

def r3_28(D, F, T, N, P1):
    h1 = D[q4]
    h2 = D[q58]
    h3 = D[q6]
    h4 = D[q62]
    for n, p1 in zip(N, P1):
        l1 = p1.get(K41)
        if (not ((bool(h1) and f10(D, l1, 'Z', h2)) or (bool(h3) and f10(D, l1, 'Z', h4)))): F.append((0, n))
        if (not equal(decimal_kid(p1, K16), 0)): F.append((1, n))

def m3_29_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'E')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def f13(D, a0):
    h1 = D[q60]
    h2 = D[q61]
    return (sum([z for c4 in [c1 for c1 in h1 if (a0 in [normal_kid(c3, K1) for c3 in many(c1.get(K34))])] for z in optional(decimal_kid(c4, K33))]) - sum([z for c8 in [c5 for c5 in h2 if (a0 in [normal_kid(c7, K1) for c7 in many(c5.get(K34))])] for z in optional(decimal_kid(c8, K33))]))

def f12(D, a0, a1, a2):
    return equal(raw_decimal(a0), (sum([z for c4 in [c1 for c1 in many(a2) if (a1 in [normal_kid(c3, K1) for c3 in many(kid2(c1, K46, K62))])] for z in optional(decimal_kid(c4, K37))]) + f13(D, a1)))

def r3_29(D, F, T, N, P1):
    h1 = D[q4]
    h2 = D[q58]
    h3 = D[q6]
    h4 = D[q62]
    for n, p1 in zip(N, P1):
        l1 = p1.get(K41)
        if (not ((bool(h1) and f12(D, l1, 'E', h2)) or (bool(h3) and f12(D, l1, 'E', h4)))): F.append((0, n))
        if (not equal(decimal_kid(p1, K16), 0)): F.append((1, n))

def m3_30_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'AE')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def f15(D, a0):
    h1 = D[q60]
    h2 = D[q61]
    return (sum([z for c4 in [c1 for c1 in h1 if (a0 in [normal_kid(c3, K1) for c3 in many(c1.get(K34))])] for z in optional(decimal_kid(c4, K33))]) - sum([z for c8 in [c5 for c5 in h2 if (a0 in [normal_kid(c7, K1) for c7 in many(c5.get(K34))])] for z in optional(decimal_kid(c8, K33))]))

def f14(D, a0, a1, a2):
    return equal(raw_decimal(a0), (sum([z for c4 in [c1 for c1 in many(a2) if (a1 in [normal_kid(c3, K1) for c3 in many(kid2(c1, K46, K62))])] for z in optional(decimal_kid(c4, K37))]) + f15(D, a1)))

def r3_30(D, F, T, N, P1):
    h1 = D[q4]
    h2 = D[q58]
    h3 = D[q6]
    h4 = D[q62]
    for n, p1 in zip(N, P1):
        l1 = p1.get(K41)
        if (not ((bool(h1) and f14(D, l1, 'AE', h2)) or (bool(h3) and f14(D, l1, 'AE', h4)))): F.append((0, n))
        if (not equal(decimal_kid(p1, K16), 0)): F.append((1, n))

def m3_31_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'K')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def f17(D, a0):
    h1 = D[q60]
    h2 = D[q61]
    return (sum([z for c4 in [c1 for c1 in h1 if (a0 in [normal_kid(c3, K1) for c3 in many(c1.get(K34))])] for z in optional(decimal_kid(c4, K33))]) - sum([z for c8 in [c5 for c5 in h2 if (a0 in [normal_kid(c7, K1) for c7 in many(c5.get(K34))])] for z in optional(decimal_kid(c8, K33))]))

def f16(D, a0, a1, a2):
    return equal(raw_decimal(a0), (sum([z for c4 in [c1 for c1 in many(a2) if (a1 in [normal_kid(c3, K1) for c3 in many(kid2(c1, K46, K62))])] for z in optional(decimal_kid(c4, K37))]) + f17(D, a1)))

def r3_31(D, F, T, N, P1):
    h1 = D[q4]
    h2 = D[q58]
    h3 = D[q6]
    h4 = D[q62]
    for n, p1 in zip(N, P1):
        l1 = p1.get(K41)
        if (not ((bool(h1) and f16(D, l1, 'K', h2)) or (bool(h3) and f16(D, l1, 'K', h4)))): F.append((0, n))
        if (not equal(decimal_kid(p1, K16), 0)): F.append((1, n))

def m3_32_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'G')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def f19(D, a0):
    h1 = D[q60]
    h2 = D[q61]
    return (sum([z for c4 in [c1 for c1 in h1 if (a0 in [normal_kid(c3, K1) for c3 in many(c1.get(K34))])] for z in optional(decimal_kid(c4, K33))]) - sum([z for c8 in [c5 for c5 in h2 if (a0 in [normal_kid(c7, K1) for c7 in many(c5.get(K34))])] for z in optional(decimal_kid(c8, K33))]))

def f18(D, a0, a1, a2):
    return equal(raw_decimal(a0), (sum([z for c4 in [c1 for c1 in many(a2) if (a1 in [normal_kid(c3, K1) for c3 in many(kid2(c1, K46, K62))])] for z in optional(decimal_kid(c4, K37))]) + f19(D, a1)))

def r3_32(D, F, T, N, P1):
    h1 = D[q4]
    h2 = D[q58]
    h3 = D[q6]
    h4 = D[q62]
    for n, p1 in zip(N, P1):
        l1 = p1.get(K41)
        if (not ((bool(h1) and f18(D, l1, 'G', h2)) or (bool(h3) and f18(D, l1, 'G', h4)))): F.append((0, n))
        if (not equal(decimal_kid(p1, K16), 0)): F.append((1, n))

def m3_33_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'O')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def f21(D, a0):
    h1 = D[q60]
    h2 = D[q61]
    return (sum([z for c4 in [c1 for c1 in h1 if (a0 in [normal_kid(c3, K1) for c3 in many(c1.get(K34))])] for z in optional(decimal_kid(c4, K33))]) - sum([z for c8 in [c5 for c5 in h2 if (a0 in [normal_kid(c7, K1) for c7 in many(c5.get(K34))])] for z in optional(decimal_kid(c8, K33))]))

def f20(D, a0, a1, a2):
    return equal(raw_decimal(a0), (sum([z for c4 in [c1 for c1 in many(a2) if (a1 in [normal_kid(c3, K1) for c3 in many(kid2(c1, K46, K62))])] for z in optional(decimal_kid(c4, K37))]) + f21(D, a1)))

def r3_33(D, F, T, N, P1):
    h1 = D[q4]
    h2 = D[q58]
    h3 = D[q6]
    h4 = D[q62]
    for n, p1 in zip(N, P1):
        l1 = p1.get(K41)
        if (not ((bool(h1) and f20(D, l1, 'O', h2)) or (bool(h3) and f20(D, l1, 'O', h4)))): F.append((0, n))
        if (not equal(decimal_kid(p1, K16), 0)): F.append((1, n))

def m3_34_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'S')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def f23(D, a0, a1):
    h1 = D[q60]
    h2 = D[q61]
    return (sum([z for c7 in [c4 for c4 in [c1 for c1 in h1 if (a0 in [normal_kid(c3, K1) for c3 in many(c1.get(K34))])] if any_equal([z for c6 in many(c4.get(K34)) for z in optional(decimal_kid(c6, K42))], (a1,))] for z in optional(decimal_kid(c7, K33))]) - sum([z for c14 in [c11 for c11 in [c8 for c8 in h2 if (a0 in [normal_kid(c10, K1) for c10 in many(c8.get(K34))])] if any_equal([z for c13 in many(c11.get(K34)) for z in optional(decimal_kid(c13, K42))], (a1,))] for z in optional(decimal_kid(c14, K33))]))

def f24(D, a0, a1):
    return (more(a1, exact_decimal(subtract(double_or_none(text(a0)), as_double(1)))) and less(a1, exact_decimal(add(double_or_none(text(a0)), as_double(1)))))

def f22(D, a0, a1, a2, a3, a4):
    h1 = D[q16]
    v7 = [c4 for c4 in [c1 for c1 in many(a3) if (a1 in [normal_kid(c3, K1) for c3 in many(kid2(c1, K46, K62))])] if any_equal([z for c6 in many(kid2(c4, K46, K62)) for z in optional(decimal_kid(c6, K42))], (a2,))]
    return (f24(D, a0, (sum([z for c8 in v7 for z in optional(decimal_kid(c8, K37))]) + f23(D, a1, a2))) and (bool((v7 if (len(a4) == len(many(a3))) else [c12 for c12 in [c9 for c9 in a4 if (a1 in [normal_kid(c11, K1) for c11 in many(kid2(c9, K46, K62))])] if any_equal([z for c14 in many(kid2(c12, K46, K62)) for z in optional(decimal_kid(c14, K42))], (a2,))])) or bool([c18 for c18 in [c15 for c15 in h1 if (a1 in [normal_kid(c17, K1) for c17 in many(c15.get(K34))])] if any_equal([z for c20 in many(c18.get(K34)) for z in optional(decimal_kid(c20, K42))], (a2,))])))

def r3_34(D, F, T, N, P1):
    h1 = D[q4]
    h2 = D[q16]
    h3 = D[q58]
    h4 = D[q6]
    h5 = D[q62]
    for n, p1 in zip(N, P1):
        l1 = p1.get(K41)
        if (not all([(((bool(h1) or bool(h2)) and f22(D, l1, 'S', q1, h3, h1)) or ((bool(h4) or bool(h2)) and f22(D, l1, 'S', q1, h5, h4))) for q1 in optional(decimal_kid(n, K42))])): F.append((0, n))
        if (not less(absolute(subtract(absolute(decimal_kid(p1, K16)), divide(round_decimal(multiply(multiply(absolute(decimal_kid(p1, K41)), divide(decimal_kid(n, K42), 100)), 100)), 100))), 1)): F.append((1, n))

def m3_35_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'L')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def f26(D, a0, a1):
    h1 = D[q60]
    h2 = D[q61]
    return (sum([z for c7 in [c4 for c4 in [c1 for c1 in h1 if (a0 in [normal_kid(c3, K1) for c3 in many(c1.get(K34))])] if any_equal([z for c6 in many(c4.get(K34)) for z in optional(decimal_kid(c6, K42))], (a1,))] for z in optional(decimal_kid(c7, K33))]) - sum([z for c14 in [c11 for c11 in [c8 for c8 in h2 if (a0 in [normal_kid(c10, K1) for c10 in many(c8.get(K34))])] if any_equal([z for c13 in many(c11.get(K34)) for z in optional(decimal_kid(c13, K42))], (a1,))] for z in optional(decimal_kid(c14, K33))]))

def f25(D, a0, a1, a2, a3, a4):
    return (f24(D, a0, (sum([z for c7 in [c4 for c4 in [c1 for c1 in many(a3) if (a1 in [normal_kid(c3, K1) for c3 in many(kid2(c1, K46, K62))])] if any_equal([z for c6 in many(kid2(c4, K46, K62)) for z in optional(decimal_kid(c6, K42))], (a2,))] for z in optional(decimal_kid(c7, K37))]) + f26(D, a1, a2))) and bool(a4))

def r3_35(D, F, T, N, P1):
    h1 = D[q4]
    h2 = D[q16]
    h3 = D[q58]
    h4 = D[q6]
    h5 = D[q62]
    for n, p1 in zip(N, P1):
        l1 = p1.get(K41)
        if (not all([(((bool(h1) or bool(h2)) and f25(D, l1, 'L', q1, h3, h1)) or ((bool(h4) or bool(h2)) and f25(D, l1, 'L', q1, h5, h4))) for q1 in optional(decimal_kid(n, K42))])): F.append((0, n))
        if (not less(absolute(subtract(absolute(decimal_kid(p1, K16)), divide(round_decimal(multiply(multiply(absolute(decimal_kid(p1, K41)), divide(decimal_kid(n, K42), 100)), 100)), 100))), 1)): F.append((1, n))

def m3_36_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'M')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def f28(D, a0, a1):
    h1 = D[q60]
    h2 = D[q61]
    return (sum([z for c7 in [c4 for c4 in [c1 for c1 in h1 if (a0 in [normal_kid(c3, K1) for c3 in many(c1.get(K34))])] if any_equal([z for c6 in many(c4.get(K34)) for z in optional(decimal_kid(c6, K42))], (a1,))] for z in optional(decimal_kid(c7, K33))]) - sum([z for c14 in [c11 for c11 in [c8 for c8 in h2 if (a0 in [normal_kid(c10, K1) for c10 in many(c8.get(K34))])] if any_equal([z for c13 in many(c11.get(K34)) for z in optional(decimal_kid(c13, K42))], (a1,))] for z in optional(decimal_kid(c14, K33))]))

def f27(D, a0, a1, a2, a3, a4):
    return (f24(D, a0, (sum([z for c7 in [c4 for c4 in [c1 for c1 in many(a3) if (a1 in [normal_kid(c3, K1) for c3 in many(kid2(c1, K46, K62))])] if any_equal([z for c6 in many(kid2(c4, K46, K62)) for z in optional(decimal_kid(c6, K42))], (a2,))] for z in optional(decimal_kid(c7, K37))]) + f28(D, a1, a2))) and bool(a4))

def r3_36(D, F, T, N, P1):
    h1 = D[q4]
    h2 = D[q16]
    h3 = D[q58]
    h4 = D[q6]
    h5 = D[q62]
    for n, p1 in zip(N, P1):
        l1 = p1.get(K41)
        if (not all([(((bool(h1) or bool(h2)) and f27(D, l1, 'M', q1, h3, h1)) or ((bool(h4) or bool(h2)) and f27(D, l1, 'M', q1, h5, h4))) for q1 in optional(decimal_kid(n, K42))])): F.append((0, n))
        if (not less(absolute(subtract(absolute(decimal_kid(p1, K16)), divide(round_decimal(multiply(multiply(absolute(decimal_kid(p1, K41)), divide(decimal_kid(n, K42), 100)), 100)), 100))), 1)): F.append((1, n))

def q63(D):
    h1 = D[q28]
    return [c1 for c1 in h1 if upper_is(c1.get(K25), K1, 'VAT')]

def q64(D):
    h1 = D[q63]
    return [normal_kid(c1, K1) for c1 in h1]

def q65(D):
    h1 = D[q64]
    return list(dict.fromkeys(h1))

def q66(D):
    h1 = D[q32]
    h2 = D[q65]
    h3 = D[q35]
    return ((h1 or any_of(unequal, h2, ('S',))) or any_of(unequal, h3, ('S',)))

def q67(D):
    h1 = D[q66]
    return (h1)

def f29(D, a0):
    h1 = D[q32]
    h2 = D[q63]
    h3 = D[q33]
    h4 = D[q65]
    h5 = D[q35]
    return ((bool([c1 for o2 in h2 for c1 in many(o2.get(K1)) if ((normalize(c1['']) == a0))]) or bool([c3 for o4 in h3 for c3 in many(o4.get(K1)) if ((normalize(c3['']) == a0))])) if h1 else ((a0 in h4) or (a0 in h5)))

def f30(D, a0):
    h1 = D[q32]
    h2 = D[q63]
    h3 = D[q33]
    h4 = D[q65]
    h5 = D[q35]
    return ((bool([c1 for o2 in h2 for c1 in many(o2.get(K1)) if ((normalize(c1['']) == a0))]) or bool([c3 for o4 in h3 for c3 in many(o4.get(K1)) if ((normalize(c3['']) == a0))])) if h1 else ((a0 in h4) or (a0 in h5)))

def f31(D, a0):
    h1 = D[q32]
    h2 = D[q63]
    h3 = D[q33]
    h4 = D[q65]
    h5 = D[q35]
    return ((bool([c1 for o2 in h2 for c1 in many(o2.get(K1)) if ((normalize(c1['']) == a0))]) or bool([c3 for o4 in h3 for c3 in many(o4.get(K1)) if ((normalize(c3['']) == a0))])) if h1 else ((a0 in h4) or (a0 in h5)))

def f32(D, a0):
    h1 = D[q32]
    h2 = D[q63]
    h3 = D[q33]
    h4 = D[q65]
    h5 = D[q35]
    return ((bool([c1 for o2 in h2 for c1 in many(o2.get(K1)) if ((normalize(c1['']) == a0))]) or bool([c3 for o4 in h3 for c3 in many(o4.get(K1)) if ((normalize(c3['']) == a0))])) if h1 else ((a0 in h4) or (a0 in h5)))

def f33(D, a0):
    h1 = D[q32]
    h2 = D[q63]
    h3 = D[q33]
    h4 = D[q65]
    h5 = D[q35]
    return ((bool([c1 for o2 in h2 for c1 in many(o2.get(K1)) if ((normalize(c1['']) == a0))]) or bool([c3 for o4 in h3 for c3 in many(o4.get(K1)) if ((normalize(c3['']) == a0))])) if h1 else ((a0 in h4) or (a0 in h5)))

def f34(D, a0):
    h1 = D[q32]
    h2 = D[q63]
    h3 = D[q33]
    h4 = D[q65]
    h5 = D[q35]
    return ((bool([c1 for o2 in h2 for c1 in many(o2.get(K1)) if ((normalize(c1['']) == a0))]) or bool([c3 for o4 in h3 for c3 in many(o4.get(K1)) if ((normalize(c3['']) == a0))])) if h1 else ((a0 in h4) or (a0 in h5)))

def q68(D):
    h1 = D[q16]
    return [normal_kid(c3, K1) for c3 in [c1 for o2 in h1 for c1 in many(o2.get(K34)) if (upper_is(c1.get(K25), K1, 'VAT'))]]

def q69(D):
    h1 = D[q68]
    return list(dict.fromkeys(h1))

def f35(D, a0):
    h1 = D[q32]
    h2 = D[q16]
    h3 = D[q20]
    h4 = D[q69]
    h5 = D[q35]
    return (((len([c1 for o2 in h2 for c1 in many(o2.get(K34)) if ((normal_kid(c1, K1) == a0)) and (upper_is(c1.get(K25), K1, 'VAT'))]) + len([c4 for c4 in [c3 for c3 in h3 if (normal_kid(c3, K1) == a0)] if upper_is(c4.get(K25), K1, 'VAT')])) > 0) if h1 else ((a0 in h4) or (a0 in h5)))

def f36(D, a0):
    h1 = D[q32]
    h2 = D[q16]
    h3 = D[q20]
    h4 = D[q69]
    h5 = D[q35]
    return (((len([c1 for o2 in h2 for c1 in many(o2.get(K34)) if ((normal_kid(c1, K1) == a0)) and (upper_is(c1.get(K25), K1, 'VAT'))]) + len([c4 for c4 in [c3 for c3 in h3 if (normal_kid(c3, K1) == a0)] if upper_is(c4.get(K25), K1, 'VAT')])) > 0) if h1 else ((a0 in h4) or (a0 in h5)))

def f37(D, a0):
    h1 = D[q32]
    h2 = D[q20]
    h3 = D[q35]
    return (bool([c2 for c2 in [c1 for c1 in h2 if (normal_kid(c1, K1) == a0)] if upper_is(c2.get(K25), K1, 'VAT')]) if h1 else (a0 in h3))

def f38(D, a0):
    h1 = D[q32]
    h2 = D[q20]
    h3 = D[q35]
    return (bool([c2 for c2 in [c1 for c1 in h2 if (normal_kid(c1, K1) == a0)] if upper_is(c2.get(K25), K1, 'VAT')]) if h1 else (a0 in h3))

def f39(D, a0):
    h1 = D[q32]
    h2 = D[q20]
    h3 = D[q35]
    return (bool([c2 for c2 in [c1 for c1 in h2 if (normal_kid(c1, K1) == a0)] if upper_is(c2.get(K25), K1, 'VAT')]) if h1 else (a0 in h3))

def f40(D, a0):
    h1 = D[q32]
    h2 = D[q20]
    h3 = D[q35]
    return (bool([c2 for c2 in [c1 for c1 in h2 if (normal_kid(c1, K1) == a0)] if upper_is(c2.get(K25), K1, 'VAT')]) if h1 else (a0 in h3))

def f41(D, a0):
    h1 = D[q32]
    h2 = D[q42]
    h3 = D[q44]
    return (bool([c1 for o2 in h2 for c1 in many(o2.get(K34)) if ((normal_kid(c1, K1) == a0)) and (upper_is(c1.get(K25), K1, 'VAT'))]) if h1 else (a0 in h3))

def f42(D, a0):
    h1 = D[q32]
    h2 = D[q42]
    h3 = D[q44]
    return (bool([c1 for o2 in h2 for c1 in many(o2.get(K34)) if ((normal_kid(c1, K1) == a0)) and (upper_is(c1.get(K25), K1, 'VAT'))]) if h1 else (a0 in h3))

def f43(D, a0):
    h1 = D[q32]
    h2 = D[q42]
    h3 = D[q44]
    return (bool([c1 for o2 in h2 for c1 in many(o2.get(K34)) if ((normal_kid(c1, K1) == a0)) and (upper_is(c1.get(K25), K1, 'VAT'))]) if h1 else (a0 in h3))

def f44(D, a0):
    h1 = D[q32]
    h2 = D[q42]
    h3 = D[q44]
    return (bool([c1 for o2 in h2 for c1 in many(o2.get(K34)) if ((normal_kid(c1, K1) == a0)) and (upper_is(c1.get(K25), K1, 'VAT'))]) if h1 else (a0 in h3))

def f45(D, a0):
    h1 = D[q32]
    h2 = D[q45]
    h3 = D[q47]
    return (bool([c1 for o2 in h2 for c1 in many(o2.get(K34)) if ((normal_kid(c1, K1) == a0)) and (upper_is(c1.get(K25), K1, 'VAT'))]) if h1 else (a0 in h3))

def f46(D, a0):
    h1 = D[q32]
    h2 = D[q45]
    h3 = D[q47]
    return (bool([c1 for o2 in h2 for c1 in many(o2.get(K34)) if ((normal_kid(c1, K1) == a0)) and (upper_is(c1.get(K25), K1, 'VAT'))]) if h1 else (a0 in h3))

def f47(D, a0):
    h1 = D[q32]
    h2 = D[q45]
    h3 = D[q47]
    return (bool([c1 for o2 in h2 for c1 in many(o2.get(K34)) if ((normal_kid(c1, K1) == a0)) and (upper_is(c1.get(K25), K1, 'VAT'))]) if h1 else (a0 in h3))

def f48(D, a0):
    h1 = D[q32]
    h2 = D[q45]
    h3 = D[q47]
    return (bool([c1 for o2 in h2 for c1 in many(o2.get(K34)) if ((normal_kid(c1, K1) == a0)) and (upper_is(c1.get(K25), K1, 'VAT'))]) if h1 else (a0 in h3))

def q70(D):
    h1 = D[q45]
    return [c1 for o2 in h1 for c1 in many(o2.get(K34)) if (text_is(c1.get(K1), 'L')) and (upper_is(c1.get(K25), K1, 'VAT'))]

def q71(D):
    h1 = D[q70]
    h2 = D[q38]
    h3 = D[q40]
    return ((not bool(h1)) or (f48(D, 'L') and (h2 or h3)))

def q72(D):
    h1 = D[q32]
    h2 = D[q71]
    return (h2 if (h1 or f48(D, 'L')) else True)

def f49(D, a0):
    h1 = D[q32]
    h2 = D[q20]
    h3 = D[q35]
    return (bool([c2 for c2 in [c1 for c1 in h2 if (normal_kid(c1, K1) == a0)] if upper_is(c2.get(K25), K1, 'VAT')]) if h1 else (a0 in h3))

def q73(D):
    return [z for y in [c1 for o2 in [z for y in D.tagged(K10) for z in many(y.get(K7))] for c1 in many(o2.get(K24)) if (bool(one([(normal_kid(c4, K1).upper() == 'VAT') for c4 in many(c1.get(K25))])))] for z in many(y.get(K26))]

def q74(D):
    h1 = D[q73]
    return bool(h1)

def q75(D):
    return many(kids(packed(D.tagged_in_order(K10)), K7, K8, K26))

def q76(D):
    return many(kids(packed(D.tagged(K10)), K7, K8, K26))

def q77(D):
    h1 = D[q76]
    return bool(h1)

def f50(D, a0):
    h1 = D[q32]
    h2 = D[q42]
    h3 = D[q44]
    return (bool([c1 for o2 in h2 for c1 in many(o2.get(K34)) if ((normal_kid(c1, K1) == a0)) and (upper_is(c1.get(K25), K1, 'VAT'))]) if h1 else (a0 in h3))

def f51(D, a0):
    h1 = D[q32]
    h2 = D[q45]
    h3 = D[q47]
    return (bool([c1 for o2 in h2 for c1 in many(o2.get(K34)) if ((normal_kid(c1, K1) == a0)) and (upper_is(c1.get(K25), K1, 'VAT'))]) if h1 else (a0 in h3))

def f52(D, a0):
    h1 = D[q32]
    h2 = D[q20]
    h3 = D[q35]
    return (bool([c2 for c2 in [c1 for c1 in h2 if (normal_kid(c1, K1) == a0)] if upper_is(c2.get(K25), K1, 'VAT')]) if h1 else (a0 in h3))

def q78(D):
    return [z for y in [c1 for o2 in [z for y in D.tagged(K6) for z in many(y.get(K7))] for c1 in many(o2.get(K24)) if (bool(one([(normal_kid(c4, K1).upper() == 'VAT') for c4 in many(c1.get(K25))])))] for z in many(y.get(K26))]

def q79(D):
    h1 = D[q78]
    return bool(h1)

def f53(D, a0):
    h1 = D[q32]
    h2 = D[q42]
    h3 = D[q44]
    return (bool([c1 for o2 in h2 for c1 in many(o2.get(K34)) if ((normal_kid(c1, K1) == a0)) and (upper_is(c1.get(K25), K1, 'VAT'))]) if h1 else (a0 in h3))

def f54(D, a0):
    h1 = D[q32]
    h2 = D[q45]
    h3 = D[q47]
    return (bool([c1 for o2 in h2 for c1 in many(o2.get(K34)) if ((normal_kid(c1, K1) == a0)) and (upper_is(c1.get(K25), K1, 'VAT'))]) if h1 else (a0 in h3))

def f55(D, a0):
    h1 = D[q32]
    h2 = D[q20]
    h3 = D[q35]
    return (bool([c2 for c2 in [c1 for c1 in h2 if (normal_kid(c1, K1) == a0)] if upper_is(c2.get(K25), K1, 'VAT')]) if h1 else (a0 in h3))

def f56(D, a0):
    h1 = D[q32]
    h2 = D[q42]
    h3 = D[q44]
    return (bool([c1 for o2 in h2 for c1 in many(o2.get(K34)) if ((normal_kid(c1, K1) == a0)) and (upper_is(c1.get(K25), K1, 'VAT'))]) if h1 else (a0 in h3))

def q80(D):
    h1 = D[q42]
    return [c1 for o2 in h1 for c1 in many(o2.get(K34)) if ((normal_kid(c1, K1) == 'G'))]

def f57(D, a0):
    h1 = D[q32]
    h2 = D[q45]
    h3 = D[q47]
    return (bool([c1 for o2 in h2 for c1 in many(o2.get(K34)) if ((normal_kid(c1, K1) == a0)) and (upper_is(c1.get(K25), K1, 'VAT'))]) if h1 else (a0 in h3))

def q81(D):
    h1 = D[q45]
    return [c1 for o2 in h1 for c1 in many(o2.get(K34)) if ((normal_kid(c1, K1) == 'G'))]

def f58(D, a0):
    h1 = D[q32]
    h2 = D[q20]
    h3 = D[q35]
    return (bool([c2 for c2 in [c1 for c1 in h2 if (normal_kid(c1, K1) == a0)] if upper_is(c2.get(K25), K1, 'VAT')]) if h1 else (a0 in h3))

def q82(D):
    h1 = D[q20]
    return [c1 for c1 in h1 if (normal_kid(c1, K1) != 'O')]

def q83(D):
    h1 = D[q82]
    return [c1 for c1 in h1 if upper_is(c1.get(K25), K1, 'VAT')]

def q84(D):
    h1 = D[q83]
    return len(h1)

def q85(D):
    h1 = D[q84]
    return (h1 == 0)

def q86(D):
    h1 = D[q42]
    return [c1 for o2 in h1 for c1 in many(o2.get(K34)) if ((normal_kid(c1, K1) != 'O')) and (upper_is(c1.get(K25), K1, 'VAT'))]

def q87(D):
    h1 = D[q86]
    return len(h1)

def q88(D):
    h1 = D[q87]
    return (h1 == 0)

def q89(D):
    h1 = D[q45]
    return [c1 for o2 in h1 for c1 in many(o2.get(K34)) if ((normal_kid(c1, K1) != 'O')) and (upper_is(c1.get(K25), K1, 'VAT'))]

def q90(D):
    h1 = D[q89]
    return len(h1)

def q91(D):
    h1 = D[q90]
    return (h1 == 0)

def r4_0(D, F, T, N):
    h1 = D[q38]
    h2 = D[q40]
    h3 = D[q72]
    h4 = D[q74]
    h5 = D[q77]
    h6 = D[q79]
    h7 = D[q80]
    h8 = D[q81]
    h9 = D[q85]
    h10 = D[q88]
    h11 = D[q91]
    for n in N:
        l1 = n.get(K49)
        v1 = kid3(n, K15, K57, K34)
        if (not ((len([c6 for o7 in [c5 for c5 in many(v1) if upper_is(c5.get(K25), K1, 'VAT')] for c6 in many(o7.get(K1)) if ((normalize(c6['']) == 'Z'))]) == 1) if f29(D, 'Z') else True)): F.append((1, n))
        if (not ((len([c12 for o13 in [c11 for c11 in many(v1) if upper_is(c11.get(K25), K1, 'VAT')] for c12 in many(o13.get(K1)) if ((normalize(c12['']) == 'E'))]) == 1) if f30(D, 'E') else True)): F.append((2, n))
        if (not ((len([c18 for o19 in [c17 for c17 in many(v1) if upper_is(c17.get(K25), K1, 'VAT')] for c18 in many(o19.get(K1)) if ((normalize(c18['']) == 'AE'))]) == 1) if f31(D, 'AE') else True)): F.append((3, n))
        if (not ((len([c24 for o25 in [c23 for c23 in many(v1) if upper_is(c23.get(K25), K1, 'VAT')] for c24 in many(o25.get(K1)) if ((normalize(c24['']) == 'K'))]) == 1) if f32(D, 'K') else True)): F.append((4, n))
        if (not ((len([c30 for o31 in [c29 for c29 in many(v1) if upper_is(c29.get(K25), K1, 'VAT')] for c30 in many(o31.get(K1)) if ((normalize(c30['']) == 'G'))]) == 1) if f33(D, 'G') else True)): F.append((5, n))
        if (not ((len([c36 for o37 in [c35 for c35 in many(v1) if upper_is(c35.get(K25), K1, 'VAT')] for c36 in many(o37.get(K1)) if ((normalize(c36['']) == 'O'))]) == 1) if f34(D, 'O') else True)): F.append((6, n))
        if (not ((f35(D, 'L') and (len([c38 for c38 in many(v1) if text_is(c38.get(K1), 'L')]) > 0)) or ((not f35(D, 'L')) and (len([c40 for c40 in [c39 for c39 in many(v1) if (normal_kid(c39, K1) == 'L')] if upper_is(c40.get(K25), K1, 'VAT')]) == 0)))): F.append((7, n))
        if (not ((f36(D, 'M') and (len([c42 for c42 in [c41 for c41 in many(v1) if text_is(c41.get(K1), 'M')] if upper_is(c42.get(K25), K1, 'VAT')]) > 0)) or ((not f36(D, 'M')) and (len([c44 for c44 in [c43 for c43 in many(v1) if (normal_kid(c43, K1) == 'M')] if upper_is(c44.get(K25), K1, 'VAT')]) == 0)))): F.append((8, n))
        if (not ((h1 or h2) if f37(D, 'Z') else True)): F.append((9, n))
        if (not ((h1 or h2) if f38(D, 'E') else True)): F.append((10, n))
        if (not ((h1 or h2) if f39(D, 'L') else True)): F.append((11, n))
        if (not ((h1 or h2) if f40(D, 'M') else True)): F.append((12, n))
        if (not ((h1 or h2) if f41(D, 'Z') else True)): F.append((13, n))
        if (not ((h1 or h2) if f42(D, 'E') else True)): F.append((14, n))
        if (not ((h1 or h2) if f43(D, 'L') else True)): F.append((15, n))
        if (not ((h1 or h2) if f44(D, 'M') else True)): F.append((16, n))
        if (not ((h1 or h2) if f45(D, 'Z') else True)): F.append((17, n))
        if (not ((h1 or h2) if f46(D, 'E') else True)): F.append((18, n))
        if (not ((h1 or h2) if f47(D, 'M') else True)): F.append((19, n))
        if (not h3): F.append((20, n))
        if (not (((h1 or h2) and (h4 or h5)) if f49(D, 'AE') else True)): F.append((21, n))
        if (not (((h1 or h2) and (h4 or h5)) if f50(D, 'AE') else True)): F.append((22, n))
        if (not (((h1 or h2) and (h4 or h5)) if f51(D, 'AE') else True)): F.append((23, n))
        if (not (((h6 or h2) and h4) if f52(D, 'K') else True)): F.append((24, n))
        if (not (((h6 or h2) and h4) if f53(D, 'K') else True)): F.append((25, n))
        if (not (((h6 or h2) and h4) if f54(D, 'K') else True)): F.append((26, n))
        if (not ((not f55(D, 'G')) or (f55(D, 'G') and (h6 or h2)))): F.append((27, n))
        if (not ((not f56(D, 'G')) or (bool(h7) and (h6 or h2)))): F.append((28, n))
        if (not ((not f57(D, 'G')) or (bool(h8) and (h6 or h2)))): F.append((29, n))
        if (not ((((not h6) and (not h2)) and (not h4)) if f58(D, 'O') else True)): F.append((30, n))
        if (not ((((not h6) and (not h2)) and (not h4)) if bool([c46 for o47 in ([c45 for c45 in many(l1) if (raw_boolean_is(c45.get(K32), False))] if K49 in n else ()) for c46 in many(o47.get(K34)) if ((normal_kid(c46, K1) == 'O')) and (upper_is(c46.get(K25), K1, 'VAT'))]) else True)): F.append((31, n))
        if (not ((((not h6) and (not h2)) and (not h4)) if bool([c49 for o50 in ([c48 for c48 in many(l1) if (raw_boolean_is(c48.get(K32), True))] if K49 in n else ()) for c49 in many(o50.get(K34)) if ((normal_kid(c49, K1) == 'O')) and (upper_is(c49.get(K25), K1, 'VAT'))]) else True)): F.append((32, n))
        if (not (((len((text(kid2(n, K64, K65)) or '')) > 1) or bool([z for y in many(n.get(K54)) for z in child_nodes(y)])) if bool([c52 for o53 in [c51 for c51 in many(v1) if upper_is(c51.get(K25), K1, 'VAT')] for c52 in many(o53.get(K1)) if ((normalize(c52['']) == 'K'))]) else True)): F.append((33, n))
        if (not ((len((text(kids(n, K64, K66, K67, K18, K19)) or '')) > 1) if bool([c55 for o56 in [c54 for c54 in many(v1) if upper_is(c54.get(K25), K1, 'VAT')] for c55 in many(o56.get(K1)) if ((normalize(c55['']) == 'K'))]) else True)): F.append((34, n))
        if (not ((len([c61 for c61 in [c60 for c60 in many(v1) if (normal_kid(c60, K1) != 'O')] if upper_is(c61.get(K25), K1, 'VAT')]) == 0) if bool([c58 for o59 in [c57 for c57 in many(v1) if upper_is(c57.get(K25), K1, 'VAT')] for c58 in many(o59.get(K1)) if ((normalize(c58['']) == 'O'))]) else True)): F.append((35, n))
        if (not (h9 if bool([c63 for o64 in [c62 for c62 in many(v1) if upper_is(c62.get(K25), K1, 'VAT')] for c63 in many(o64.get(K1)) if ((normalize(c63['']) == 'O'))]) else True)): F.append((36, n))
        if (not (h10 if bool([c66 for o67 in [c65 for c65 in many(v1) if upper_is(c65.get(K25), K1, 'VAT')] for c66 in many(o67.get(K1)) if ((normalize(c66['']) == 'O'))]) else True)): F.append((37, n))
        if (not (h11 if bool([c69 for o70 in [c68 for c68 in many(v1) if upper_is(c68.get(K25), K1, 'VAT')] for c69 in many(o70.get(K1)) if ((normalize(c69['']) == 'O'))]) else True)): F.append((38, n))

def m5_0_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'E')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def r5_0(D, F, T, N):
    for n in N:
        if (not ((K68 in n) or (K69 in n))): F.append((0, n))

def m5_1_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'AE')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def r5_1(D, F, T, N):
    for n in N:
        if (not ((K68 in n) or (K69 in n))): F.append((0, n))

def m5_2_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'K')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def r5_2(D, F, T, N):
    for n in N:
        if (not ((K68 in n) or (K69 in n))): F.append((0, n))

def m5_3_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'G')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def r5_3(D, F, T, N):
    for n in N:
        if (not ((K68 in n) or (K69 in n))): F.append((0, n))

def m5_4_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'O')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def r5_4(D, F, T, N):
    for n in N:
        if (not ((K68 in n) or (K69 in n))): F.append((0, n))

def m5_5_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'S')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def r5_5(D, F, T, N):
    absent(D, T, C6, N, F)

def m5_6_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'Z')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def r5_6(D, F, T, N):
    absent(D, T, C6, N, F)

def m5_7_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'L')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def r5_7(D, F, T, N):
    absent(D, T, C6, N, F)

def m5_8_0(D, T, N):
    return [bool(((normal_kid(n, K1) == 'M')) and (upper_is(n.get(K25), K1, 'VAT'))) for n in N]

def r5_8(D, F, T, N):
    absent(D, T, C6, N, F)

def r6_0(D, F, T, N):
    for n in N:
        if (not any_equal((normalize(n['']),), (C7 if (T.key == K3) else C8))): F.append((0, n))

def r6_1(D, F, T, N):
    for n in N:
        if (not (normalize(n.get(K17)) in C10)): F.append((0, n))

def r6_2(D, F, T, N):
    for n in N:
        if (not (normalize(n['']) in C10)): F.append((0, n))

def r6_3(D, F, T, N):
    for n in N:
        if (not (normalize(n['']) in C10)): F.append((0, n))

def r6_4(D, F, T, N):
    for n in N:
        if (not (normalize(n['']) in C12)): F.append((0, n))

def m6_5_0(D, T, N, P1):
    return [bool(((K20 in n)) and (text_is(p1.get(K70), '130'))) for n, p1 in zip(N, P1)]

def m6_5_1(D, T, N, P1):
    return [bool(((K20 in n)) and (text_is(p1.get(K70), '130'))) for n, p1 in zip(N, P1)]

def r6_5(D, F, T, N):
    for n in N:
        if (not (normalize(n.get(K20)) in C14)): F.append((0, n))

def f59(D, a0):
    return before(after(a0, '#'), '#')
f59 = remembered(f59)

def q92(D):
    return (' ' + ' '.join(C15) + ' ')

def r6_6(D, F, T, N):
    h1 = D[q92]
    for n in N:
        if (not (((not ('#' in n[''])) or (len(f59(D, n[''])) != 3)) or (f59(D, n['']) in h1))): F.append((0, n))

def m6_7_0(D, T, N):
    return [bool(((K20 in n))) for n in N]

def r6_7(D, F, T, N, AK6, AK71):
    for n, aK6, aK71 in zip(N, AK6, AK71):
        l1 = n.get(K20)
        if (not ((normalize(l1) in C17) or ((normalize(l1) == 'SEPA') and (bool(aK6) or bool(aK71))))): F.append((0, n))

def m6_8_0(D, T, N):
    return [bool(((K20 in n))) for n in N]

def r6_8(D, F, T, N):
    for n in N:
        if (not (normalize(n.get(K20)) in C17)): F.append((0, n))

def m6_9_0(D, T, N):
    return [bool(((K52 in n))) for n in N]

def r6_9(D, F, T, N):
    for n in N:
        if (not (normalize(n.get(K52)) in C19)): F.append((0, n))

def r6_10(D, F, T, N):
    for n in N:
        if (not (normalize(n['']) in C20)): F.append((0, n))

def r6_11(D, F, T, N):
    for n in N:
        if (not (normalize(n['']) in C20)): F.append((0, n))

def r6_12(D, F, T, N):
    for n in N:
        if (not (normalize(n['']) in C22)): F.append((0, n))

def r6_13(D, F, T, N):
    for n in N:
        if (not (normalize(n['']) in C24)): F.append((0, n))

def r6_14(D, F, T, N):
    for n in N:
        if (not (normalize(n['']) in C24)): F.append((0, n))

def m6_15_0(D, T, N, P1):
    return [bool((raw_boolean_is(p1.get(K32), False))) for n, p1 in zip(N, P1)]

def r6_15(D, F, T, N):
    for n in N:
        if (not (normalize(n['']) in C26)): F.append((0, n))

def m6_16_0(D, T, N, P1):
    return [bool((raw_boolean_is(p1.get(K32), True))) for n, p1 in zip(N, P1)]

def r6_16(D, F, T, N):
    for n in N:
        if (not (normalize(n['']) in C28)): F.append((0, n))

def m6_17_0(D, T, N):
    return [bool(((K20 in n))) for n in N]

def r6_17(D, F, T, N):
    for n in N:
        if (not (normalize(n.get(K20)) in C17)): F.append((0, n))

def r6_18(D, F, T, N):
    for n in N:
        if (not (normalize(n['']).upper() in C30)): F.append((0, n))

def m6_19_0(D, T, N):
    return [bool(((K45 in n))) for n in N]

def m6_19_1(D, T, N):
    return [bool(((K45 in n))) for n in N]

def m6_19_2(D, T, N):
    return [bool(((K45 in n))) for n in N]

def r6_19(D, F, T, N):
    for n in N:
        if (not (normalize(n.get(K45)) in C32)): F.append((0, n))

def m6_20_0(D, T, N):
    return [bool(((K72 in n))) for n in N]

def r6_20(D, F, T, N):
    for n in N:
        if (not (n.get(K72) in C34)): F.append((0, n))

def m6_21_0(D, T, N):
    return [bool(((K20 in n))) for n in N]

def r6_21(D, F, T, N):
    for n in N:
        if (not (normalize(n.get(K20)) in C36)): F.append((0, n))

def m6_22_0(D, T, N):
    return [bool(((K20 in n))) for n in N]

def r6_22(D, F, T, N):
    for n in N:
        if (not (normalize(n.get(K20)) in C17)): F.append((0, n))

def r7_0(D, F, T, N):
    for n in N:
        if (not (n.get(K73).__class__ is not list)): F.append((0, n))

def r7_1(D, F, T, N):
    for n in N:
        if (not (len(many(n.get(K24))) <= 2)): F.append((0, n))

def q93(D):
    return D.name

def q94(D):
    h1 = D[q93]
    return (h1 == 'CreditNote')

def q95(D):
    h1 = D[q94]
    return (C37 if h1 else ('130',))

def r7_2(D, F, T, N):
    h1 = D[q95]
    for n in N:
        l1 = n.get(K70)
        if (not (n.get(K74).__class__ is not list)): F.append((0, n))
        if (not (any_equal(texts(l1), h1) or (not ((l1 is not None) or (kid2(n, K1, K20) is not None))))): F.append((1, n))

def r7_3(D, F, T, N, AK47):
    for n, aK47 in zip(N, AK47):
        if (not ((len(after(n[''], '.')) <= 2) or bool([z for y in aK47 for z in many(y.get(K49))]))): F.append((0, n))

def r7_4(D, F, T, N):
    for n in N:
        if (not (K72 in n)): F.append((0, n))
        if (not (K75 in n)): F.append((1, n))

def r7_5(D, F, T, N):
    for n in N:
        if (not (kid3(n, K76, K21, K22).__class__ is not list)): F.append((0, n))

def m7_6_0(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), False))) for n in N]

def r7_6(D, F, T, N):
    for n in N:
        if (not (n.get(K35).__class__ is not list)): F.append((0, n))

def m7_7_0(D, T, N):
    return [bool((raw_boolean_is(n.get(K32), True))) for n in N]

def r7_7(D, F, T, N):
    for n in N:
        if (not (n.get(K35).__class__ is not list)): F.append((0, n))

def r7_8(D, F, T, N):
    for n in N:
        if (not ((kid2(n, K25, K1) is not None) and (K26 in n))): F.append((0, n))

def q96(D):
    return [z for y in D.tagged_in_order(K23) for z in many(y.get(K1))]

def q97(D):
    return [z for y in D.tagged(K23) for z in many(y.get(K1))]

def q98(D):
    h1 = D[q97]
    return [c1 for c1 in h1 if ((c1.get(K20) or '').upper() == 'SEPA')]

def q99(D):
    h1 = D[q98]
    return len(h1)

def q100(D):
    h1 = D[q98]
    h2 = D[q99]
    return (h2 <= 1)

def q101(D):
    return D.tagged_in_order(K91)

def q102(D):
    return D.tagged(K91)

def q103(D):
    h1 = D[q102]
    return nth(D[q101], 1)

def q104(D):
    h1 = D[q103]
    return [z for y in optional(h1) for z in below(y, K91)]

def q105(D):
    return D.tagged_in_order(K30)

def q106(D):
    return D.tagged(K30)

def q107(D):
    h1 = D[q106]
    return nth(D[q105], 1)

def q108(D):
    h1 = D[q107]
    return [z for y in optional(h1) for z in below(y, K30)]

def q109(D):
    return D.attributes(K87, K30)

def r7_9(D, F, T, N):
    anywhere(D, T, C38, N, F)
    h1 = D[q100]
    h2 = D[q102]
    h3 = D[q104]
    h4 = D[q106]
    h5 = D[q108]
    h6 = D[q109]
    for n in N:
        l1 = kid2(n, K6, K7)
        if (not (kid2(n, K77, K1).__class__ is not list)): F.append((0, n))
        if (not (kid2(n, K78, K1).__class__ is not list)): F.append((1, n))
        if (not (kid2(n, K79, K1).__class__ is not list)): F.append((2, n))
        if (not (len([z for y in ([c2 for c2 in many(n.get(K80)) if (text_is(c2.get(K70), '130'))] if K80 in n else ()) for z in many(y.get(K1))]) <= 1)): F.append((3, n))
        if (not (kid2(n, K81, K82).__class__ is not list)): F.append((4, n))
        if (not (n.get(K54).__class__ is not list)): F.append((5, n))
        if (not (kids(n, K6, K7, K8, K9).__class__ is not list)): F.append((6, n))
        if (not (kids(n, K6, K7, K21, K22).__class__ is not list)): F.append((7, n))
        if (not (kids(n, K6, K7, K8, K26).__class__ is not list)): F.append((8, n))
        if (not (kids(n, K6, K7, K8, K83).__class__ is not list)): F.append((9, n))
        if (not (kids(n, K10, K7, K8, K9).__class__ is not list)): F.append((10, n))
        if (not (kids(n, K10, K7, K23, K1).__class__ is not list)): F.append((11, n))
        if (not (kids(n, K10, K7, K8, K26).__class__ is not list)): F.append((12, n))
        if (not (n.get(K64).__class__ is not list)): F.append((13, n))
        if (not (kid2(n, K84, K1).__class__ is not list)): F.append((14, n))
        if (not (kids(n, K10, K7, K21, K22).__class__ is not list)): F.append((15, n))
        if (not (kid2(n, K85, K86).__class__ is not list)): F.append((16, n))
        if (not (kid3(n, K85, K30, K87).__class__ is not list)): F.append((17, n))
        if (not (kid2(n, K54, K55).__class__ is not list)): F.append((18, n))
        if (not (kid2(n, K85, K88).__class__ is not list)): F.append((19, n))
        if (not (kid2(n, K85, K89).__class__ is not list)): F.append((20, n))
        if (not (kid2(n, K90, K1).__class__ is not list)): F.append((21, n))
        if (not (len([z for y in [c6 for o7 in many(l1) for c6 in many(o7.get(K24)) if (('VAT' in [(text(c8.get(K1)) or '').upper() for c8 in many(c6.get(K25))]))] for z in many(y.get(K26))]) <= 1)): F.append((22, n))
        if (not (len([z for y in [c12 for o13 in many(l1) for c12 in many(o13.get(K24)) if (any_of(unequal, [(text(c14.get(K1)) or '').upper() for c14 in many(c12.get(K25))], ('VAT',)))] for z in many(y.get(K26))]) <= 1)): F.append((23, n))
        if (not (len([z for y in [c18 for o19 in many(kid2(n, K10, K7)) for c18 in many(o19.get(K24)) if (('VAT' in [(text(c20.get(K1)) or '').upper() for c20 in many(c18.get(K25))]))] for z in many(y.get(K26))]) <= 1)): F.append((24, n))
        if (not h1): F.append((25, n))
        if (not ((len(list(dict.fromkeys([z[''] for z in h2]))) <= 1) and (not bool(h3)))): F.append((26, n))
        if (not ((len(list(dict.fromkeys([z[''] for z in h4]))) <= 1) and (not bool(h5)))): F.append((27, n))
        if (not (not bool(h6))): F.append((48, n))

def r7_10(D, F, T, N):
    for n in N:
        if (not (n.get(K82).__class__ is not list)): F.append((0, n))
        if (not (kid2(n, K112, K113).__class__ is not list)): F.append((1, n))
        if (not (n.get(K54).__class__ is not list)): F.append((2, n))
        if (not (kid3(n, K47, K49, K33).__class__ is not list)): F.append((3, n))
        if (not (kid2(n, K46, K114).__class__ is not list)): F.append((4, n))
        if (not (n.get(K115).__class__ is not list)): F.append((5, n))
        if (not is_one(kid2(n, K46, K62))): F.append((6, n))

def r7_11(D, F, T, N, P1):
    for n, p1 in zip(N, P1):
        l1 = kid2(n, K21, K22)
        v1 = any_of(unequal, texts(l1), texts(kids(p1, K6, K7, K8, K9)))
        if (not ((l1.__class__ is not list) and v1)): F.append((1, n))
        if (not ((len([c4 for o5 in many(n.get(K23)) for c4 in many(o5.get(K1)) if (((c4.get(K20) or '').upper() != 'SEPA'))]) <= 1) and v1)): F.append((2, n))
        if (not ((kid2(n, K8, K26).__class__ is not list) and v1)): F.append((3, n))

def r7_12(D, F, T, N):
    for n in N:
        if (not (n.get(K91).__class__ is not list)): F.append((0, n))
        if (not (n.get(K30).__class__ is not list)): F.append((1, n))
        if (not (kid2(n, K89, K1).__class__ is not list)): F.append((2, n))

def r7_13(D, F, T, N):
    for n in N:
        if (not (n.get(K27).__class__ is not list)): F.append((0, n))
        if (not (kid2(n, K27, K1) is not None)): F.append((1, n))

def r7_14(D, F, T, N):
    for n in N:
        if (not (kid2(n, K21, K22).__class__ is not list)): F.append((0, n))
        if (not (kid2(n, K24, K26).__class__ is not list)): F.append((1, n))

def r7_15(D, F, T, N):
    for n in N:
        if (not (kid2(n, K34, K68).__class__ is not list)): F.append((0, n))

def q110(D):
    return D.tagged_in_order(K80)

def q111(D):
    return D.tagged(K80)

def q112(D):
    h1 = D[q111]
    return [c1 for c1 in h1 if ((not (K70 in c1)) or any_of(unequal, texts(c1.get(K70)), ('130',)))]

def q113(D):
    h1 = D[q112]
    return many(kids(packed(h1), K1, K20))

def q114(D):
    h1 = D[q111]
    return [c1 for c1 in h1 if text_is(c1.get(K70), '130')]

def q115(D):
    h1 = D[q114]
    return [z for y in h1 for z in many(y.get(K139))]

def q116(D):
    h1 = D[q114]
    return [z for y in h1 for z in many(y.get(K74))]

def r8_0(D, F, T, N):
    absent(D, T, C39, N, F)
    anywhere(D, T, C40, N, F)
    h1 = D[q113]
    h2 = D[q115]
    h3 = D[q116]
    for n in N:
        l1 = n.get(K370)
        if (not ((not (l1 is not None)) or text_is(l1, '2.1'))): F.append((669, n))
        if (not ((not (kid2(n, K85, K86) is not None)) or (T.key == K371))): F.append((670, n))
        if (not (not bool(h1))): F.append((675, n))
        if (not (not bool(h2))): F.append((676, n))
        if (not (not bool(h3))): F.append((677, n))

PATTERNS = [
    [
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice'),), True, None, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote'),), True, None, None, None, (), ()),), r0_0, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PostalAddress'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty')), False, None, None, None, (), ()),), r0_1, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndpointID'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty')), False, None, None, None, (), ()),), r0_2, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PostalAddress'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingCustomerParty')), False, None, None, None, (), ()),), r0_3, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndpointID'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingCustomerParty')), False, None, None, None, (), ()),), r0_4, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PayeeParty'),), False, None, None, None, (), ()),), r0_5, (1,), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxRepresentativeParty'),), False, None, None, None, (), ()),), r0_6, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PostalAddress'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxRepresentativeParty')), False, None, None, None, (), ()),), r0_7, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'BillingReference'),), False, None, None, None, (), ()),), r0_8, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AdditionalDocumentReference'),), False, None, None, None, (), ()),), r0_9, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Address'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'DeliveryLocation'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Delivery')), False, None, None, None, (), ()),), r0_10, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoicePeriod'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine')), False, None, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoicePeriod'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine')), False, None, None, None, (), ()),), r0_11, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoicePeriod'),), False, None, None, None, (), ()),), r0_12, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PaymentMeans'),), False, None, None, None, (), ()),), r0_13, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PayeeFinancialAccount'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PaymentMeans')), False, None, m0_14_0, None, (1,), ()),), r0_14, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'PrimaryAccountNumberID'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CardAccount'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PaymentMeans')), False, None, None, None, (), ()),), r0_15, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), True, None, m0_16_0, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), True, None, m0_16_1, None, (), ()),), r0_16, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), True, None, m0_17_0, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), True, None, m0_17_1, None, (), ()),), r0_17, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'LegalMonetaryTotal'),), False, None, None, None, (), ()),), r0_18, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal')), False, None, None, None, (), ()),), r0_19, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine'),), False, None, None, None, (), ()),), r0_20, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine')), False, None, m0_21_0, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine')), False, None, m0_21_1, None, (), ()),), r0_21, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine')), False, None, m0_22_0, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine')), False, None, m0_22_1, None, (), ()),), r0_22, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AdditionalItemProperty'),), False, None, None, None, (), ()),), r0_23, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'StandardItemIdentification'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Item'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine')), False, None, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'StandardItemIdentification'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Item'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine')), False, None, None, None, (), ()),), r0_24, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ItemClassificationCode'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CommodityClassification'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Item'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine')), False, None, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ItemClassificationCode'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CommodityClassification'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Item'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine')), False, None, None, None, (), ()),), r0_25, (), (), False),
    ],
    [
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice'),), True, None, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote'),), True, None, None, None, (), ()),), r1_0, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty'),), False, None, None, None, (), ()),), r1_1, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyTaxScheme'),), False, None, m1_2_0, None, (), ()),), r1_2, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoicePeriod'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine')), False, None, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoicePeriod'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine')), False, None, None, None, (), ()),), r1_3, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoicePeriod'),), False, None, None, None, (), ()),), r1_4, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'LegalMonetaryTotal'),), False, None, None, None, (), ()),), r1_5, (1,), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), True, None, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), True, None, None, None, (), ()),), r1_6, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal')), False, None, None, None, (), ()),), r1_7, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), True, None, m1_8_0, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), True, None, m1_8_1, None, (), ()),), r1_8, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), True, None, m1_9_0, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), True, None, m1_9_1, None, (), ()),), r1_9, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine'),), False, None, None, None, (), ()),), r1_10, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine')), False, None, m1_11_0, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine')), False, None, m1_11_1, None, (), ()),), r1_11, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine')), False, None, m1_12_0, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine')), False, None, m1_12_1, None, (), ()),), r1_12, (), (), False),
    ],
    [
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice'),), True, None, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote'),), True, None, None, None, (), ()),), r2_0, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), True, None, m2_1_0, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), True, None, m2_1_1, None, (), ()),), r2_1, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), True, None, m2_2_0, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), True, None, m2_2_1, None, (), ()),), r2_2, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'LegalMonetaryTotal'),), False, None, None, None, (), ()),), r2_3, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal')), False, None, None, None, (), ()),), r2_4, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine'),), False, None, None, None, (), ()),), r2_5, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine')), False, None, m2_6_0, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine')), False, None, m2_6_1, None, (), ()),), r2_6, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine')), False, None, m2_7_0, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine')), False, None, m2_7_1, None, (), ()),), r2_7, (), (), False),
    ],
    [
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice'),), True, None, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote'),), True, None, None, None, (), ()),), r3_0, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'ClassifiedTaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Item'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine')), False, None, m3_1_0, (k57, 'S'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'ClassifiedTaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Item'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine')), False, None, m3_1_1, (k57, 'S'), (), ()),), r3_1, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'ClassifiedTaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Item'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine')), False, None, m3_2_0, (k57, 'Z'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'ClassifiedTaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Item'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine')), False, None, m3_2_1, (k57, 'Z'), (), ()),), r3_2, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'ClassifiedTaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Item'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine')), False, None, m3_3_0, (k57, 'E'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'ClassifiedTaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Item'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine')), False, None, m3_3_1, (k57, 'E'), (), ()),), r3_3, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'ClassifiedTaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Item'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine')), False, None, m3_4_0, (k57, 'AE'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'ClassifiedTaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Item'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine')), False, None, m3_4_1, (k57, 'AE'), (), ()),), r3_4, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'ClassifiedTaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Item'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine')), False, None, m3_5_0, (k57, 'K'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'ClassifiedTaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Item'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine')), False, None, m3_5_1, (k57, 'K'), (), ()),), r3_5, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'ClassifiedTaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Item'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine')), False, None, m3_6_0, (k57, 'G'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'ClassifiedTaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Item'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine')), False, None, m3_6_1, (k57, 'G'), (), ()),), r3_6, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'ClassifiedTaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Item'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine')), False, None, m3_7_0, (k57, 'O'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'ClassifiedTaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Item'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine')), False, None, m3_7_1, (k57, 'O'), (), ()),), r3_7, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'ClassifiedTaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Item'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine')), False, None, m3_8_0, (k57, 'L'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'ClassifiedTaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Item'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine')), False, None, m3_8_1, (k57, 'L'), (), ()),), r3_8, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'ClassifiedTaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Item'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine')), False, None, m3_9_0, (k57, 'M'), (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'ClassifiedTaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Item'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine')), False, None, m3_9_1, (k57, 'M'), (), ()),), r3_9, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge')), False, None, m3_10_0, (k57, 'S'), (1,), ()),), r3_10, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge')), False, None, m3_11_0, (k57, 'Z'), (1,), ()),), r3_11, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge')), False, None, m3_12_0, (k57, 'E'), (1,), ()),), r3_12, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge')), False, None, m3_13_0, (k57, 'AE'), (1,), ()),), r3_13, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge')), False, None, m3_14_0, (k57, 'K'), (1,), ()),), r3_14, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge')), False, None, m3_15_0, (k57, 'G'), (1,), ()),), r3_15, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge')), False, None, m3_16_0, (k57, 'O'), (1,), ()),), r3_16, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge')), False, None, m3_17_0, (k57, 'L'), (1,), ()),), r3_17, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge')), False, None, m3_18_0, (k57, 'M'), (1,), ()),), r3_18, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge')), False, None, m3_19_0, (k57, 'S'), (1,), ()),), r3_19, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge')), False, None, m3_20_0, (k57, 'Z'), (1,), ()),), r3_20, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge')), False, None, m3_21_0, (k57, 'E'), (1,), ()),), r3_21, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge')), False, None, m3_22_0, (k57, 'AE'), (1,), ()),), r3_22, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge')), False, None, m3_23_0, (k57, 'K'), (1,), ()),), r3_23, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge')), False, None, m3_24_0, (k57, 'G'), (1,), ()),), r3_24, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge')), False, None, m3_25_0, (k57, 'O'), (1,), ()),), r3_25, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge')), False, None, m3_26_0, (k57, 'L'), (1,), ()),), r3_26, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge')), False, None, m3_27_0, (k57, 'M'), (1,), ()),), r3_27, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal'), ('/', 'element', None, None)), True, None, m3_28_0, (k57, 'Z'), (), ()),), r3_28, (1,), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal'), ('/', 'element', None, None)), True, None, m3_29_0, (k57, 'E'), (), ()),), r3_29, (1,), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal'), ('/', 'element', None, None)), True, None, m3_30_0, (k57, 'AE'), (), ()),), r3_30, (1,), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal'), ('/', 'element', None, None)), True, None, m3_31_0, (k57, 'K'), (), ()),), r3_31, (1,), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal'), ('/', 'element', None, None)), True, None, m3_32_0, (k57, 'G'), (), ()),), r3_32, (1,), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal'), ('/', 'element', None, None)), True, None, m3_33_0, (k57, 'O'), (), ()),), r3_33, (1,), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal'), ('/', 'element', None, None)), True, None, m3_34_0, (k57, 'S'), (), ()),), r3_34, (1,), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal'), ('/', 'element', None, None)), True, None, m3_35_0, (k57, 'L'), (), ()),), r3_35, (1,), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal'), ('/', 'element', None, None)), True, None, m3_36_0, (k57, 'M'), (), ()),), r3_36, (1,), (), False),
    ],
    [
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice'),), True, q67, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote'),), True, q67, None, None, (), ()),), r4_0, (), (), False),
    ],
    [
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal'), ('/', 'element', None, None)), True, None, m5_0_0, (k57, 'E'), (), ()),), r5_0, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal'), ('/', 'element', None, None)), True, None, m5_1_0, (k57, 'AE'), (), ()),), r5_1, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal'), ('/', 'element', None, None)), True, None, m5_2_0, (k57, 'K'), (), ()),), r5_2, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal'), ('/', 'element', None, None)), True, None, m5_3_0, (k57, 'G'), (), ()),), r5_3, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal'), ('/', 'element', None, None)), True, None, m5_4_0, (k57, 'O'), (), ()),), r5_4, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal'), ('/', 'element', None, None)), True, None, m5_5_0, (k57, 'S'), (), ()),), r5_5, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal'), ('/', 'element', None, None)), True, None, m5_6_0, (k57, 'Z'), (), ()),), r5_6, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal'), ('/', 'element', None, None)), True, None, m5_7_0, (k57, 'L'), (), ()),), r5_7, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxTotal'), ('/', 'element', None, None)), True, None, m5_8_0, (k57, 'M'), (), ()),), r5_8, (), (), False),
    ],
    [
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'InvoiceTypeCode'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CreditNoteTypeCode'),), False, None, None, None, (), ()),), r6_0, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'Amount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'BaseAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'PriceAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'TaxAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'TaxableAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'LineExtensionAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'TaxExclusiveAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'TaxInclusiveAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'AllowanceTotalAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ChargeTotalAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'PrepaidAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'PayableRoundingAmount'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'PayableAmount'),), False, None, None, None, (), ()),), r6_1, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'DocumentCurrencyCode'),), False, None, None, None, (), ()),), r6_2, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'TaxCurrencyCode'),), False, None, None, None, (), ()),), r6_3, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'DescriptionCode'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoicePeriod')), False, None, None, None, (), ()),), r6_4, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AdditionalDocumentReference')), False, None, m6_5_0, None, (1,), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'DocumentReference')), False, None, m6_5_1, None, (1,), ()),), r6_5, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'Note'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice')), True, None, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'Note'), ('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote')), True, None, None, None, (), ()),), r6_6, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyIdentification')), False, None, m6_7_0, None, (), ()),), r6_7, ('{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}AccountingSupplierParty', '{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}PayeeParty'), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CompanyID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyLegalEntity')), False, None, m6_8_0, None, (), ()),), r6_8, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ItemClassificationCode'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CommodityClassification')), False, None, m6_9_0, None, (), ()),), r6_9, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'IdentificationCode'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Country')), False, None, None, None, (), ()),), r6_10, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'IdentificationCode'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'OriginCountry')), False, None, None, None, (), ()),), r6_11, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'PaymentMeansCode'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PaymentMeans')), False, None, None, None, (), ()),), r6_12, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxCategory')), False, None, None, None, (), ()),), r6_13, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'ClassifiedTaxCategory')), False, None, None, None, (), ()),), r6_14, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'AllowanceChargeReasonCode'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge')), False, None, m6_15_0, None, (1,), ()),), r6_15, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'AllowanceChargeReasonCode'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge')), False, None, m6_16_0, None, (1,), ()),), r6_16, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'StandardItemIdentification')), False, None, m6_17_0, None, (), ()),), r6_17, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'TaxExemptionReasonCode'),), False, None, None, None, (), ()),), r6_18, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'InvoicedQuantity'),), False, None, m6_19_0, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'BaseQuantity'),), False, None, m6_19_1, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'CreditedQuantity'),), False, None, m6_19_2, None, (), ()),), r6_19, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EmbeddedDocumentBinaryObject'),), False, None, m6_20_0, None, (), ()),), r6_20, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'EndpointID'),), False, None, m6_21_0, None, (), ()),), r6_21, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'ID'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'DeliveryLocation')), False, None, m6_22_0, None, (), ()),), r6_22, (), (), False),
    ],
    [
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PostalAddress'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Address'),), False, None, None, None, (), ()),), r7_0, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Party'), ('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AccountingSupplierParty')), False, None, None, None, (), ()),), r7_1, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AdditionalDocumentReference'),), False, None, None, None, (), ()),), r7_2, (), (), False),
        ((((('//', 'element', None, None),), False, None, None, None, (), ((0, 'ends-with', 'Amount', True), (0, 'ends-with', 'PriceAmount', False))),), r7_3, ('{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}Price',), (), False),
        ((((('//', 'element', None, None),), False, None, None, None, (), ((0, 'ends-with', 'BinaryObject', True),)),), r7_4, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'Delivery'),), False, None, None, None, (), ()),), r7_5, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'),), False, None, m7_6_0, None, (), ()),), r7_6, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'AllowanceCharge'),), False, None, m7_7_0, None, (), ()),), r7_7, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PartyTaxScheme'),), False, None, None, None, (), ()),), r7_8, (), (), False),
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice'),), True, None, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote'),), True, None, None, None, (), ()),), r7_9, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'InvoiceLine'),), False, None, None, None, (), ()), ((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'CreditNoteLine'),), False, None, None, None, (), ()),), r7_10, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PayeeParty'),), False, None, None, None, (), ()),), r7_11, (1,), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'PaymentMeans'),), False, None, None, None, (), ()),), r7_12, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'BillingReference'),), False, None, None, None, (), ()),), r7_13, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxRepresentativeParty'),), False, None, None, None, (), ()),), r7_14, (), (), False),
        ((((('//', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'TaxSubtotal'),), False, None, None, None, (), ()),), r7_15, (), (), False),
    ],
    [
        ((((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice'),), True, None, None, None, (), ()), ((('/', 'element', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote'),), True, None, None, None, (), ()),), r8_0, (), (), False),
    ],
]
UNSUPPORTED = ()
