"""The views of Billecta as pydantic classes: to build an entry in Python, or to read an answer.

Made by ``python schemas/billecta/generate.py``; never edit it by hand.  The classes, members and enum values have the
names of Billecta's JSON, so that one spelling serves code, JSON, schema and messages.  They are written out instead of
being made at run time because an editor and mypy then know each member.  What a class refuses, the JSON Schema of its
view refuses, and the reverse (a test compares them).

A member that was never set is left out of the JSON; None is written as ``null``, where the service takes it.  Numbers
are `Decimal` or `int`: a float is refused, so read with `View.parse`, not with ``model_validate_json``.

>>> from decimal import Decimal
>>> amount = AmountView(CurrencyCode="SEK", Value=95000)
>>> record = InvoiceActionRecordView(ArticleDescription="Consulting", Quantity=Decimal("1.5"), UnitPrice=amount, VAT=25)
>>> record.dump().decode()
'{"ArticleDescription":"Consulting","Quantity":1.5,"UnitPrice":{"CurrencyCode":"SEK","Value":95000},"VAT":25}'
>>> InvoiceActionRecordView.parse(record.dump()) == record
True
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from einvoice.formats.billecta.members import (
    NAME,
    STATED,
    Base64,
    Boolean,
    DateTime,
    Guid,
    Integer,
    Long,
    Numeric,
    Text,
    View,
)

# What is known of each enum; a newer name or number is taken as well.
ActionTypeView = Annotated[
    Literal[
        "DebtCollectionAction",
        "InstallmentPlanAction",
        "InvoiceAction",
        "CreditInvoiceAction",
        "ContractInvoiceAction",
        "SelfInvoiceAction",
        "VerificationInvoiceAction",
        "DebentureAction",
        "InterestInvoiceAction",
        "SupplierInvoiceAction",
        "ReconciliationInvoiceAction",
        "OrderAction",
        "OrderInvoiceAction",
        "PaymentAdviceAction",
        "Unknown",
    ]
    | str
    | int,
    NAME,
]
AutogiroStageTypeView = Annotated[Literal["Pending", "Approved", "Failed", "Removed", "Migration"] | str | int, NAME]
CreditorPaymentMethodPriorityTypeView = Annotated[Literal["Primary", "Alternative", "Unknown"] | str | int, NAME]
CreditorPaymentMethodTypeView = Annotated[
    Literal["BankGiro", "PlusGiro", "BankAccount", "IBAN", "Unknown"] | str | int,
    NAME,
]
DebtCollectionActionLevelTypeView = Annotated[
    Literal["LatePaymentFee", "Reminders", "DebtCollection", "Bailiff", "Unknown"] | str | int,
    NAME,
]
DebtorTypeView = Annotated[Literal["Private", "Company", "Undefined"] | str | int, NAME]
DeliveryMethodTypeView = Annotated[
    Literal["Email", "Mail", "Manually", "SMS", "EInvoice", "Kivra", "Avy", "Unknown"] | str | int,
    NAME,
]
DeliveryStatusTypeView = Annotated[Literal["Unknown", "Received", "Opened", "Viewed"] | str | int, NAME]
DiscountTypeView = Annotated[Literal["Amount", "Percentage", "Unknown"] | str | int, NAME]
EInvoiceBankTypeView = Annotated[
    Literal[
        "OEB",
        "SEB",
        "SHB",
        "SKB",
        "FSPA",
        "NB",
        "LFB",
        "FINN",
        "ICA",
        "SYD",
        "DNB",
        "SBF",
        "AAB",
        "DBF",
        "SEBF",
        "SHBF",
        "NBF",
        "FRX",
        "MARG",
        "Unknown",
    ]
    | str
    | int,
    NAME,
]
EventTypeView = Annotated[
    Literal[
        "Created",
        "Attested",
        "InvoiceSent",
        "Paid",
        "Credited",
        "InvoiceDue",
        "WillBeSentToDebtCollection",
        "SentToDebtCollection",
        "Cancelled",
        "CommentedByDebtor",
        "CommentedByCreditor",
        "ReadByUser",
        "Paused",
        "Resumed",
        "Disputed",
        "UnDisputed",
        "SmsSent",
        "SmsWillBeSent",
        "DebtCollectionSent",
        "ManagedForBailiffRegistration",
        "WillBeManagedForBailiffRegistration",
        "WillSendDebtCollectionInvoice",
        "WillSendReminderInvoice",
        "OriginalInvoiceDue",
        "ReminderDue",
        "DebtCollectionDue",
        "WillSendPartialInvoice",
        "InstallmentPlanPartialInvoiceSent",
        "Completed",
        "PartialInvoiceDue",
        "ManagedForReturnToDebtCollection",
        "Updated",
        "PaymentWillBeMade",
        "MadeManual",
        "PaymentCancelled",
        "PaymentSent",
        "AwatingPaymentAcknowledgment",
        "ReminderInvoiceSent",
        "WillSendInvoice",
        "Moved",
        "EmailEvent",
        "UnAttested",
        "InvoiceSold",
        "InvoiceSaleRequestDenied",
        "AwaitingInvoiceSaleRequestResponse",
        "InvoiceSaleRequestCancelled",
        "InvoiceSaleRequested",
        "AutogiroPaymentPostponed",
        "AutogiroCancelledWithdrawal",
        "AutogiroApprovalAdded",
        "AutogiroApprovalChanged",
        "AutogiroApprovalRemoved",
        "AutogiroWithdrawal",
        "WillSendLatePaymentInvoice",
        "OverPayment",
        "FuturePayment",
        "EInvoiceRegistered",
        "EInvoiceUnregistered",
        "EInvoiceWasRejected",
        "WrittenOff",
        "LongTermSurveilance",
        "AppendixAdded",
        "AppendixCleared",
        "SmsEvent",
        "InstallmentPlanRequested",
        "SentToBailiff",
        "SentToBailiffExecution",
        "CreditCardAdded",
        "CreditCardRemoved",
        "CreditCardWithdrawal",
        "CreditCardCancelledWithdrawal",
        "VerdictNumberObtained",
        "ManagedForBailiffEnforcementRegistration",
        "PaymentRefunded",
        "MessageSendToSocialWelfare",
        "ForeignSentToLocalRepresentative",
        "ChangedOwner",
        "CreditorCommentByAdmin",
        "ForeignMakeReadyForLocalRepresentative",
        "SupplementSentToKFM",
        "EInvoiceEvent",
        "DebtorContractSigned",
        "DebtorContractSent",
        "DebtorContractArchived",
        "DebtorContractFinanced",
        "FinancierRequested",
        "BalanceFromInvoice",
        "EvictionMessageSentToDebtor",
        "PaymentInitiated",
        "PaymentAcknowledged",
        "ExcludedFromSync",
        "PublicCommentByAdmin",
        "Archived",
        "Unknown",
    ]
    | str
    | int,
    NAME,
]
InterestTypeView = Annotated[Literal["Fixed", "AboveEffectiveReference", "NoInterest", "Unknown"] | str | int, NAME]
IntermediatorTypeView = Annotated[
    Literal[
        "ITELLA",
        "TIETOSE",
        "LOGICA",
        "PROCEEDO",
        "HUSERA",
        "BASWARE",
        "EDB",
        "STRALFORS1",
        "LIAISON_FI",
        "EXPERT",
        "ESSESESS",
        "HANDSESS",
        "DABASESS",
        "SWEDSESS",
        "NDEASESS",
        "INEXCHANGE",
        "SCANCLOUD",
        "PAGERO",
        "CREDIFLOW",
        "PEPPOL",
        "COMPELLO",
        "LOGIQ",
        "APIX",
        "AKSESSPUNKT",
        "FININVOICE",
        "Unknown",
    ]
    | str
    | int,
    NAME,
]
InvoiceActionStageTypeView = Annotated[
    Literal[
        "None",
        "Created",
        "ReminderInvoiceSent",
        "Manual",
        "Completed",
        "Cancelled",
        "InvoiceSent",
        "Attested",
        "SentToDebtCollection",
        "SalesRequested",
        "SaleRequestAccepted",
        "SalesRequestedCancelled",
        "SalesRequestedDenied",
        "Unknown",
    ]
    | str
    | int,
    NAME,
]
LanguageTypeView = Annotated[Literal["SV", "EN", "FI"] | str | int, NAME]
ReceivingAccountTypeView = Annotated[
    Literal["BankGiro", "PlusGiro", "BankAccount", "IBAN", "Unknown"] | str | int,
    NAME,
]
RecordTypeView = Annotated[Literal["Standard", "Message", "Package", "Unknown"] | str | int, NAME]
ReferenceTypeView = Annotated[Literal["None", "OCR", "Message"] | str | int, NAME]
RotRutTypeView = Annotated[
    Literal[
        "Construction",
        "Electricity",
        "GlassMetalWork",
        "GroundDrainageWork",
        "Masonry",
        "PaintingWallpapering",
        "Hvac",
        "BabySitting",
        "Moving",
        "ITServices",
        "TextileClothing",
        "PersonalCare",
        "SnowPlowing",
        "Cleaning",
        "Gardening",
        "WhiteGoods",
        "Furnituring",
        "HouseSupervision",
        "Unknown",
    ]
    | str
    | int,
    NAME,
]


class DimensionCodeView(View):
    """A dimension of the seller's bookkeeping, with its code."""

    Dimension: Annotated[Integer | None, STATED] = None
    Code: Text | None = None


class InvoiceFileView(View):
    """A rendering of the invoice that the client made."""

    OCR: Text | None = None
    Stream: Base64 | None = None
    Url: Text | None = None


class CreditCardWithdrawalView(View):
    """Whether the amount is withdrawn from a card."""

    CreditCardWithdrawalEnabled: Annotated[Boolean | None, STATED] = None


class AutogiroWithdrawalView(View):
    """Whether the amount is withdrawn by direct debit."""

    AutogiroWithdrawalEnabled: Annotated[Boolean | None, STATED] = None


class FileView(View):
    """A file."""

    FilePublicId: Annotated[Guid | None, STATED] = None
    ContentType: Text | None = None
    Data: Base64 | None = None
    FileName: Text | None = None


class PaymentOverrideView(View):
    """Another payee, account or reference."""

    BankGiro: Text | None = None
    PlusGiro: Text | None = None
    ClearingNo: Text | None = None
    AccountNo: Text | None = None
    Iban: Text | None = None
    Bic: Text | None = None
    BankName: Text | None = None
    PaymentReceiver: Text | None = None
    Reference: Text | None = None
    ReferenceType: Annotated[ReferenceTypeView | None, STATED] = None
    ReceivingAccountType: Annotated[ReceivingAccountTypeView | None, STATED] = None


class ReverseVATDetailsView(View):
    """Reverse charge, of the whole invoice."""

    ReverseVATActivated: Annotated[Boolean | None, STATED] = None
    ReceiverVATNumber: Text | None = None


class ReminderInvoiceDetailsView(View):
    """When a reminder goes out."""

    SendReminderInvoice: Annotated[Boolean | None, STATED] = None
    DaysDelayAfterDueDate: Annotated[Integer | None, STATED] = None


class DebtCollectionDetailsView(View):
    """What happens to the claim when it is not paid."""

    SendToDebtCollection: Annotated[Boolean | None, STATED] = None
    StartDebtCollectionActionLevel: Annotated[DebtCollectionActionLevelTypeView | None, STATED] = None
    EndDebtCollectionActionLevel: Annotated[DebtCollectionActionLevelTypeView | None, STATED] = None
    NumberOfReminders: Annotated[Integer | None, STATED] = None
    DaysDelayAfterDueDate: Annotated[Integer | None, STATED] = None
    PaymentTermsInDays: Annotated[Integer | None, STATED] = None
    Eviction: Annotated[Boolean | None, STATED] = None
    InformSocialWelfare: Annotated[Boolean | None, STATED] = None


class DeliveryAddressOverrideView(View):
    """Who gets the document, where that is not the customer."""

    Name: Text | None = None
    Attention: Text | None = None
    CareOf: Text | None = None
    Address: Text | None = None
    Address2: Text | None = None
    ZipCode: Text | None = None
    City: Text | None = None
    Email: Text | None = None
    Phone: Text | None = None
    OrgNo: Text | None = None
    GLN: Text | None = None
    Intermediator: IntermediatorTypeView | None = None


class AmountView(View):
    """An amount: Value counts minor units of the currency, ValueForView is for display."""

    CurrencyCode: Text | None = None
    Value: Annotated[Long | None, STATED] = None
    ValueForView: Annotated[Numeric | None, STATED] = None


class DebtorCreditCardView(View):
    """A card of the customer."""

    CreditCardPublicId: Annotated[Guid | None, STATED] = None
    Created: Annotated[DateTime | None, STATED] = None
    Expires: Annotated[DateTime | None, STATED] = None
    MaskedCardNumber: Text | None = None
    Brand: Text | None = None


class DebtorAutogiroView(View):
    """The direct-debit contract of the customer."""

    Active: Annotated[Boolean | None, STATED] = None
    AccountNo: Text | None = None
    ClearingNo: Text | None = None
    Stage: Annotated[AutogiroStageTypeView | None, STATED] = None
    PayerNumber: Text | None = None
    PaymentServiceSupplier: Text | None = None
    AutogiroFirstWithdrawalDate: DateTime | None = None


class DebtorDefaultActionConfigView(View):
    """Settings of the customer for new invoices."""

    ActivateDefaultActionConfigOverride: Annotated[Boolean | None, STATED] = None
    StartDebtCollectionActionLevel: Annotated[DebtCollectionActionLevelTypeView | None, STATED] = None
    EndDebtCollectionActionLevel: Annotated[DebtCollectionActionLevelTypeView | None, STATED] = None
    DeliveryMethod: Annotated[DeliveryMethodTypeView | None, STATED] = None
    CommunicationLanguage: Annotated[LanguageTypeView | None, STATED] = None
    PaymentTermsInDays: Annotated[Integer | None, STATED] = None
    DebtCollectionPaymentTermsInDays: Annotated[Integer | None, STATED] = None
    InterestTermsInDays: Annotated[Integer | None, STATED] = None
    InterestPercentage: Annotated[Numeric | None, STATED] = None
    InvoicePaymentTermsInDays: Annotated[Integer | None, STATED] = None
    InterestType: Annotated[InterestTypeView | None, STATED] = None
    InterestStartInDaysAfterDueDate: Annotated[Integer | None, STATED] = None
    ReasonForHigherInterest: Text | None = None
    OurReference: Text | None = None
    NumberOfReminders: Annotated[Integer | None, STATED] = None
    CurrencyCode: Text | None = None
    SendInvoiceToDebtCollectionAfterDays: Annotated[Integer | None, STATED] = None
    SendInvoiceToDebtCollection: Annotated[Boolean | None, STATED] = None
    IncludePdfInEmail: Boolean | None = None
    SendReminderInvoice: Annotated[Boolean | None, STATED] = None
    SendReminderInvoiceDaysAfterDueDate: Annotated[Integer | None, STATED] = None
    InvoiceFee: Annotated[Numeric | None, STATED] = None
    ReminderInvoiceFee: Annotated[Numeric | None, STATED] = None
    SendByMailIfEmailNotViewedInDays: Annotated[Integer | None, STATED] = None
    SendByMailIfEmailNotViewedInDaysEnabled: Annotated[Boolean | None, STATED] = None
    ReminderInvoicePaymentTermsInDays: Annotated[Integer | None, STATED] = None
    InvoiceComment: Text | None = None


class DebtorSelfInvoiceInfoView(View):
    """Settings of self-billing."""

    is_published: ClassVar[bool] = False


class CreditingInvoiceView(View):
    """Which invoice this one credits."""

    SourcePublicId: Text | None = None
    SourceInvoiceId: Text | None = None


class InvoiceActionEventView(View):
    """Something that happened to the invoice, or will."""

    Title: Text | None = None
    Content: Text | None = None
    EventDate: Annotated[DateTime | None, STATED] = None
    EventBy: Text | None = None
    Reference: Text | None = None
    EventType: Annotated[EventTypeView | None, STATED] = None
    IsPublic: Annotated[Boolean | None, STATED] = None
    HasOccured: Annotated[Boolean | None, STATED] = None
    EventPublicId: Annotated[Guid | None, STATED] = None


class InvoiceActionStateView(View):
    """Where the invoice stands."""

    Stage: Annotated[InvoiceActionStageTypeView | None, STATED] = None
    InvoiceSentDate: DateTime | None = None
    NextEventDate: DateTime | None = None
    ClosedDate: DateTime | None = None
    NextEvent: Text | None = None
    IsPaused: Annotated[Boolean | None, STATED] = None
    IsLocked: Annotated[Boolean | None, STATED] = None
    AttestedDate: DateTime | None = None
    DisputedDate: DateTime | None = None
    SmsSentDate: DateTime | None = None
    SentToDebtCollectionDate: DateTime | None = None
    SalesRequestedDate: DateTime | None = None
    CreditCardPaymentPublicId: Guid | None = None
    SwishPaymentPublicId: Text | None = None
    UseDebtorBalance: Annotated[Boolean | None, STATED] = None


class CreditorPaymentMethodView(View):
    """An account of the seller, with its priority."""

    Priority: Annotated[CreditorPaymentMethodPriorityTypeView | None, STATED] = None
    PaymentMethod: Annotated[CreditorPaymentMethodTypeView | None, STATED] = None
    BankgiroNo: Text | None = None
    PlusgiroNo: Text | None = None
    ClearingNo: Text | None = None
    AccountNo: Text | None = None
    IBAN: Text | None = None
    BIC: Text | None = None
    Verified: Annotated[Boolean | None, STATED] = None


class CreditorOutgoingBankgiroView(View):
    """A bankgiro number that payments leave from."""

    BankgiroNo: Text | None = None
    IsActive: Annotated[Boolean | None, STATED] = None
    BankgiroApproved: Annotated[Boolean | None, STATED] = None
    Description: Text | None = None
    BookkeepingPaymentMeanCode: Text | None = None


class CreditorForeignAccountView(View):
    """An account for another currency."""

    CurrencyCode: Text | None = None
    BankName: Text | None = None
    Iban: Text | None = None
    Bic: Text | None = None


class CreditorInvoiceAddressView(View):
    """Where the seller gets the bills of the service itself."""

    Address: Text | None = None
    Address2: Text | None = None
    ZipCode: Text | None = None
    City: Text | None = None
    CountryCode: Text | None = None
    Email: Text | None = None
    DeliveryMethod: Annotated[DeliveryMethodTypeView | None, STATED] = None


class CreditorSignatoryContactView(View):
    """Who signs for the seller."""

    is_published: ClassVar[bool] = False


class CreditorClaimsContactView(View):
    """The contact of the seller for claims."""

    is_published: ClassVar[bool] = False


class CreditorContactView(View):
    """The contact of the seller."""

    FirstName: Text | None = None
    LastName: Text | None = None
    Email: Text | None = None
    Phone: Text | None = None


class RotRutCustomerView(View):
    """A person who asks for the deduction."""

    Name: Text | None = None
    SSN: Text | None = None
    AskedAmount: AmountView | None = None


class InvoiceActionAttachmentView(View):
    """A file that goes with the invoice, with its place."""

    File: FileView | None = None
    IsCoverSheet: Annotated[Boolean | None, STATED] = None
    SortNumber: Annotated[Integer | None, STATED] = None


class InvoiceActionRecordView(View):
    """A row of an invoice."""

    ProductPublicId: Guid | None = None
    SequenceNo: Annotated[Integer | None, STATED] = None
    Units: Text | None = None
    ArticleDescription: Text | None = None
    ArticleNumber: Text | None = None
    Quantity: Numeric | None = None
    UnitPrice: AmountView | None = None
    DiscountAmount: AmountView | None = None
    DiscountPercentage: Annotated[Numeric | None, STATED] = None
    DiscountType: Annotated[DiscountTypeView | None, STATED] = None
    VAT: Annotated[Numeric | None, STATED] = None
    CostCenter: Text | None = None
    PeriodStart: DateTime | None = None
    PeriodEnd: DateTime | None = None
    Project: Text | None = None
    RotRutActivated: Annotated[Boolean | None, STATED] = None
    RotRutAmount: AmountView | None = None
    RotRutMaterialCostAmount: AmountView | None = None
    RotRutHours: Annotated[Integer | None, STATED] = None
    RotRutType: Annotated[RotRutTypeView | None, STATED] = None
    RecordType: Annotated[RecordTypeView | None, STATED] = None
    VatIsIncluded: Annotated[Boolean | None, STATED] = None
    Hidden: Annotated[Boolean | None, STATED] = None
    ExternalReference: Text | None = None
    Dimensions: list[DimensionCodeView] | None = None
    TotalIncVAT: AmountView | None = None
    TotalExclVATNoDiscount: AmountView | None = None
    TotalExclVAT: AmountView | None = None


class InvoiceActionInvoiceView(View):
    """The invoice as it was sent."""

    InvoiceDate: Annotated[DateTime | None, STATED] = None
    DueDate: Annotated[DateTime | None, STATED] = None
    InvoiceNumber: Text | None = None
    InvoiceDecription: Text | None = None
    PaymentTermsInDays: Annotated[Integer | None, STATED] = None
    OurReference: Text | None = None
    YourReference: Text | None = None
    Name: Text | None = None
    Address: Text | None = None
    Address2: Text | None = None
    ZipCode: Text | None = None
    City: Text | None = None
    CountryCode: Text | None = None
    Email: Text | None = None
    InvoicedAmount: AmountView | None = None
    InvoiceFile: FileView | None = None
    OCR: Text | None = None


class DebtorView(View):
    """A customer."""

    DebtorPublicId: Annotated[Guid | None, STATED] = None
    CreditorPublicId: Annotated[Guid | None, STATED] = None
    DebtorExternalId: Text | None = None
    OrgNo: Text | None = None
    Name: Text | None = None
    Attention: Text | None = None
    CareOf: Text | None = None
    Address: Text | None = None
    Address2: Text | None = None
    ZipCode: Text | None = None
    City: Text | None = None
    CountryCode: Text | None = None
    CitizenshipCountryCode: Text | None = None
    Phone: Text | None = None
    Email: Text | None = None
    ContactName: Text | None = None
    ContactEmail: Text | None = None
    VatNumber: Text | None = None
    DebtorNo: Text | None = None
    GLN: Text | None = None
    IsActive: Boolean | None = None
    ProtectedIdentity: Annotated[Boolean | None, STATED] = None
    UseProtectedMailDelivery: Annotated[Boolean | None, STATED] = None
    DebtorType: DebtorTypeView | None = None
    Intermediator: IntermediatorTypeView | None = None
    EInvoiceBank: EInvoiceBankTypeView | None = None
    Notes: Text | None = None
    DebtorSelfInvoiceInfo: DebtorSelfInvoiceInfoView | None = None
    DefaultActionConfig: DebtorDefaultActionConfigView | None = None
    Autogiro: DebtorAutogiroView | None = None
    CreditCards: list[DebtorCreditCardView] | None = None
    Created: Annotated[DateTime | None, STATED] = None


class InvoiceActionSubView(View):
    """An invoice in a list of the service, without its rows."""

    is_received: ClassVar[bool] = True

    older: ClassVar[frozenset[str]] = frozenset({"HasAwaitingPayment"})

    ActionPublicId: Text | None = None
    CreditorPublicId: Annotated[Guid | None, STATED] = None
    DebtorPublicId: Annotated[Guid | None, STATED] = None
    CreditorOrgNo: Text | None = None
    CreditorName: Text | None = None
    DebtorOrgNo: Text | None = None
    DebtorName: Text | None = None
    CurrentAmount: AmountView | None = None
    InvoicedAmount: AmountView | None = None
    Stage: Annotated[InvoiceActionStageTypeView | None, STATED] = None
    ActionType: Annotated[ActionTypeView | None, STATED] = None
    DeliveryMethod: Annotated[DeliveryMethodTypeView | None, STATED] = None
    DeliveryStatus: Annotated[DeliveryStatusTypeView | None, STATED] = None
    ClosedDate: DateTime | None = None
    Created: Annotated[DateTime | None, STATED] = None
    InvoiceSentDate: DateTime | None = None
    ReminderInvoiceSentDate: DateTime | None = None
    AttestedDate: DateTime | None = None
    NextEventDate: DateTime | None = None
    DueDate: Annotated[DateTime | None, STATED] = None
    InvoiceDate: Annotated[DateTime | None, STATED] = None
    InvoiceNumber: Text | None = None
    IsCommented: Annotated[Boolean | None, STATED] = None
    IsLocked: Annotated[Boolean | None, STATED] = None
    IsPaused: Annotated[Boolean | None, STATED] = None
    OCR: Text | None = None
    ContractInvoiceActionPublicId: Text | None = None
    File: FileView | None = None
    NextEvent: Text | None = None
    AwaitingPaymentTransferAmount: AmountView | None = None
    TotalVATAmount: AmountView | None = None
    IsDisputed: Annotated[Boolean | None, STATED] = None
    DebtCollectionActionPublicId: Text | None = None
    ReminderInvoiceActionPublicId: Text | None = None
    AutogiroWithdrawalEnabled: Annotated[Boolean | None, STATED] = None
    YourReference: Text | None = None


class CreditorBankInfoView(View):
    """The accounts of the seller."""

    older: ClassVar[frozenset[str]] = frozenset(
        {
            "AutogiroCustomerNumber",
            "AutogiroEnabled",
            "BankgiroNoVerified",
            "SwishNumber",
            "SwishPaymentEnabled",
        }
    )

    UsesClientFund: Annotated[Boolean | None, STATED] = None
    PaymentMethod: Annotated[CreditorPaymentMethodTypeView | None, STATED] = None
    BankgiroNo: Text | None = None
    PlusgiroNo: Text | None = None
    AccountNo: Text | None = None
    ClearingNo: Text | None = None
    EInvoiceFUI: Text | None = None
    EInvoiceCUI: Text | None = None
    ForeignAccounts: list[CreditorForeignAccountView] | None = None
    CreditorOutgoingBankgiroes: list[CreditorOutgoingBankgiroView] | None = None
    PaymentMethods: list[CreditorPaymentMethodView] | None = None


class RotRutDetailsView(View):
    """Tax deduction for household work: dwelling and persons."""

    ResidenceAssociationOrgNo: Text | None = None
    PropertyDesignation: Text | None = None
    Persons: list[Text] | None = None
    Customers: list[RotRutCustomerView] | None = None


class CreditorView(View):
    """A sender account: the seller."""

    older: ClassVar[frozenset[str]] = frozenset({"PaymentReconciliationType"})

    CreditorPublicId: Annotated[Guid | None, STATED] = None
    OrgNo: Text | None = None
    Name: Text | None = None
    CreditorBankInfo: CreditorBankInfoView | None = None
    Attention: Text | None = None
    CareOf: Text | None = None
    Address: Text | None = None
    Address2: Text | None = None
    ZipCode: Text | None = None
    City: Text | None = None
    CountryCode: Text | None = None
    Phone: Text | None = None
    VatNumber: Text | None = None
    Residence: Text | None = None
    ApprovedCompanyTax: Boolean | None = None
    GiveAllUsersFullRightsOnCreditor: Boolean | None = None
    GLN: Text | None = None
    CreditorContact: CreditorContactView | None = None
    CreditorClaimsContact: CreditorClaimsContactView | None = None
    CreditorSignatoryContact: CreditorSignatoryContactView | None = None
    CreditorInvoiceAddress: CreditorInvoiceAddressView | None = None
    IsEnabled: Annotated[Boolean | None, STATED] = None
    NextInvoiceNumber: Text | None = None
    LogoURL: Text | None = None
    UseCentRounding: Annotated[Boolean | None, STATED] = None
    UsesClientFundForInvoicing: Annotated[Boolean | None, STATED] = None


class InvoiceActionEntryView(View):
    """What creates an invoice, or changes a draft."""

    older: ClassVar[frozenset[str]] = frozenset({"SplitInvoice"})

    ActionType: Annotated[ActionTypeView | None, STATED] = None
    CreditorPublicId: Guid
    DebtorPublicId: Guid
    InvoiceDate: DateTime
    DueDate: DateTime
    DeliveryDate: DateTime | None = None
    Records: list[InvoiceActionRecordView] | None = None
    InterestPercentage: Annotated[Numeric | None, STATED] = None
    ReasonForHigherInterest: Text | None = None
    InterestStartInDaysAfterDueDate: Annotated[Integer | None, STATED] = None
    InterestType: InterestTypeView | None = None
    OurReference: Text | None = None
    YourReference: Text | None = None
    DeliveryMethod: Annotated[DeliveryMethodTypeView | None, STATED] = None
    CommunicationLanguage: Annotated[LanguageTypeView | None, STATED] = None
    Message: Text | None = None
    InvoiceNumber: Text | None = None
    InvoiceFee: AmountView | None = None
    FreightFee: AmountView | None = None
    VatIsIncluded: Annotated[Boolean | None, STATED] = None
    SendByMailIfEmailNotViewedInDays: Integer | None = None
    DeliveryAddressOverride: DeliveryAddressOverrideView | None = None
    DebtCollectionDetails: DebtCollectionDetailsView | None = None
    ReminderInvoiceDetails: ReminderInvoiceDetailsView | None = None
    ReverseVATDetails: ReverseVATDetailsView | None = None
    RotRutDetails: RotRutDetailsView | None = None
    PaymentOverride: PaymentOverrideView | None = None
    Appendixes: list[FileView] | None = None
    Attachments: list[InvoiceActionAttachmentView] | None = None
    Autogiro: AutogiroWithdrawalView | None = None
    CreditCard: CreditCardWithdrawalView | None = None
    InvoicePDF: InvoiceFileView | None = None
    CreditingInvoicePublicId: Text | None = None
    ExternalReference: Text | None = None
    IsLocked: Annotated[Boolean | None, STATED] = None
    UseDebtorBalance: Annotated[Boolean | None, STATED] = None
    InvoiceSendDateOverride: DateTime | None = None


class InvoiceActionView(View):
    """An invoice as the service gives it back."""

    is_received: ClassVar[bool] = True

    ActionPublicId: Text | None = None
    CreditorPublicId: Annotated[Guid | None, STATED] = None
    CommunicationLanguage: Annotated[LanguageTypeView | None, STATED] = None
    Created: Annotated[DateTime | None, STATED] = None
    DeliveryMethod: Annotated[DeliveryMethodTypeView | None, STATED] = None
    Debtor: DebtorView | None = None
    State: InvoiceActionStateView | None = None
    Invoices: list[InvoiceActionInvoiceView] | None = None
    Records: list[InvoiceActionRecordView] | None = None
    Events: list[InvoiceActionEventView] | None = None
    InvoiceDate: Annotated[DateTime | None, STATED] = None
    DueDate: Annotated[DateTime | None, STATED] = None
    DeliveryDate: DateTime | None = None
    PaymentTermsInDays: Annotated[Integer | None, STATED] = None
    InterestTermsInDays: Annotated[Integer | None, STATED] = None
    InterestPercentage: Annotated[Numeric | None, STATED] = None
    InterestType: Annotated[InterestTypeView | None, STATED] = None
    OurReference: Text | None = None
    YourReference: Text | None = None
    InterestStartInDaysAfterDueDate: Annotated[Integer | None, STATED] = None
    InvoicedAmount: AmountView | None = None
    InterestAmount: AmountView | None = None
    RotRutDeductionAmount: AmountView | None = None
    CurrentAmount: AmountView | None = None
    CreditedAmount: AmountView | None = None
    PaidAmount: AmountView | None = None
    WriteOffAmount: AmountView | None = None
    AwaitingPaymentTransferAmount: AmountView | None = None
    TotalVATAmount: AmountView | None = None
    CentRoundingAmount: AmountView | None = None
    DebtCollectionActionPublicId: Text | None = None
    ReminderInvoiceActionPublicId: Text | None = None
    DeliveryAddressOverride: DeliveryAddressOverrideView | None = None
    CreditingInvoice: CreditingInvoiceView | None = None
    Autogiro: AutogiroWithdrawalView | None = None
    CreditCard: CreditCardWithdrawalView | None = None
    Message: Text | None = None
    InvoiceNumber: Text | None = None
    CanPause: Annotated[Boolean | None, STATED] = None
    CanResume: Annotated[Boolean | None, STATED] = None
    CanCreateCreditInvoice: Annotated[Boolean | None, STATED] = None
    CanCreateInterestInvoice: Annotated[Boolean | None, STATED] = None
    CanRegisterPayment: Annotated[Boolean | None, STATED] = None
    CanMakeManual: Annotated[Boolean | None, STATED] = None
    CanSendManualInvoice: Annotated[Boolean | None, STATED] = None
    CanResendManualInvoice: Annotated[Boolean | None, STATED] = None
    CanSendManualReminderInvoice: Annotated[Boolean | None, STATED] = None
    CanPostpone: Annotated[Boolean | None, STATED] = None
    CanSendToDebtCollection: Annotated[Boolean | None, STATED] = None
    CanDispute: Annotated[Boolean | None, STATED] = None
    CanUnDispute: Annotated[Boolean | None, STATED] = None
    CanSell: Annotated[Boolean | None, STATED] = None
    CanCancelSalesRequest: Annotated[Boolean | None, STATED] = None
    CanCreateAutogiroWithdrawal: Annotated[Boolean | None, STATED] = None
    PaymentOverride: PaymentOverrideView | None = None
    DebtCollectionDetails: DebtCollectionDetailsView | None = None
    ReminderInvoiceDetails: ReminderInvoiceDetailsView | None = None
    ReverseVATDetails: ReverseVATDetailsView | None = None
    RotRutDetails: RotRutDetailsView | None = None
    ReasonForHigherInterest: Text | None = None
    Appendixes: list[FileView] | None = None
    Attachments: list[InvoiceActionAttachmentView] | None = None
    ActionType: Annotated[ActionTypeView | None, STATED] = None
    InvoiceFee: AmountView | None = None
    FreightFee: AmountView | None = None
    VatIsIncluded: Annotated[Boolean | None, STATED] = None
    SendByMailIfEmailNotViewedInDays: Integer | None = None
    ExternalReference: Text | None = None
    ContractInvoiceActionPublicId: Text | None = None


__all__ = [
    "ActionTypeView",
    "AmountView",
    "AutogiroStageTypeView",
    "AutogiroWithdrawalView",
    "CreditCardWithdrawalView",
    "CreditingInvoiceView",
    "CreditorBankInfoView",
    "CreditorClaimsContactView",
    "CreditorContactView",
    "CreditorForeignAccountView",
    "CreditorInvoiceAddressView",
    "CreditorOutgoingBankgiroView",
    "CreditorPaymentMethodPriorityTypeView",
    "CreditorPaymentMethodTypeView",
    "CreditorPaymentMethodView",
    "CreditorSignatoryContactView",
    "CreditorView",
    "DebtCollectionActionLevelTypeView",
    "DebtCollectionDetailsView",
    "DebtorAutogiroView",
    "DebtorCreditCardView",
    "DebtorDefaultActionConfigView",
    "DebtorSelfInvoiceInfoView",
    "DebtorTypeView",
    "DebtorView",
    "DeliveryAddressOverrideView",
    "DeliveryMethodTypeView",
    "DeliveryStatusTypeView",
    "DimensionCodeView",
    "DiscountTypeView",
    "EInvoiceBankTypeView",
    "EventTypeView",
    "FileView",
    "InterestTypeView",
    "IntermediatorTypeView",
    "InvoiceActionAttachmentView",
    "InvoiceActionEntryView",
    "InvoiceActionEventView",
    "InvoiceActionInvoiceView",
    "InvoiceActionRecordView",
    "InvoiceActionStageTypeView",
    "InvoiceActionStateView",
    "InvoiceActionSubView",
    "InvoiceActionView",
    "InvoiceFileView",
    "LanguageTypeView",
    "PaymentOverrideView",
    "ReceivingAccountTypeView",
    "RecordTypeView",
    "ReferenceTypeView",
    "ReminderInvoiceDetailsView",
    "ReverseVATDetailsView",
    "RotRutCustomerView",
    "RotRutDetailsView",
    "RotRutTypeView",
]
