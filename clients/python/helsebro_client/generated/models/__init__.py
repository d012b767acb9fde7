"""Contains all the data models used in inputs/outputs"""

from .about_denial import AboutDenial
from .accepted_event import AcceptedEvent
from .accepted_invitation import AcceptedInvitation
from .account import Account
from .account_number import AccountNumber
from .acute_safety import AcuteSafety
from .acute_safety_need import AcuteSafetyNeed
from .address import Address
from .agreed_fee import AgreedFee
from .agreed_fee_service import AgreedFeeService
from .alternative import Alternative
from .alternative_outcome import AlternativeOutcome
from .alternative_settlement_type_0 import AlternativeSettlementType0
from .announced_document import AnnouncedDocument
from .any_consent import AnyConsent
from .any_consent_kind import AnyConsentKind
from .any_consent_page import AnyConsentPage
from .any_consent_status import AnyConsentStatus
from .application import Application
from .application_ending import ApplicationEnding
from .application_ending_why import ApplicationEndingWhy
from .application_status import ApplicationStatus
from .application_status_status import ApplicationStatusStatus
from .applied_rate import AppliedRate
from .applied_rate_source import AppliedRateSource
from .approved_amount import ApprovedAmount
from .asked_account import AskedAccount
from .asked_account_status import AskedAccountStatus
from .asked_extension import AskedExtension
from .asked_extension_status import AskedExtensionStatus
from .asked_fact import AskedFact
from .asked_fact_asked_of import AskedFactAskedOf
from .assignee import Assignee
from .attachment import Attachment
from .attachment_reason import AttachmentReason
from .attachment_status import AttachmentStatus
from .attempt import Attempt
from .attempt_outcome import AttemptOutcome
from .balance import Balance
from .bank_account import BankAccount
from .bank_report import BankReport
from .bank_report_kind import BankReportKind
from .bank_report_page import BankReportPage
from .bank_report_row import BankReportRow
from .bank_report_row_effect import BankReportRowEffect
from .bank_report_row_page import BankReportRowPage
from .bank_report_row_page_kind import BankReportRowPageKind
from .bank_report_row_page_state import BankReportRowPageState
from .bank_report_row_said import BankReportRowSaid
from .bank_report_row_scope import BankReportRowScope
from .bank_report_row_state import BankReportRowState
from .bank_report_row_why import BankReportRowWhy
from .bank_report_state import BankReportState
from .bar import Bar
from .benefit import Benefit
from .benefit_treatments_item import BenefitTreatmentsItem
from .benefit_unit import BenefitUnit
from .benefit_window import BenefitWindow
from .benefits import Benefits
from .bill import Bill
from .bill_outcome import BillOutcome
from .billed_treatment import BilledTreatment
from .billed_treatment_type import BilledTreatmentType
from .booked_guarantee import BookedGuarantee
from .booked_guarantee_status import BookedGuaranteeStatus
from .booked_guarantee_treatment import BookedGuaranteeTreatment
from .booked_money import BookedMoney
from .booked_money_currency import BookedMoneyCurrency
from .booking import Booking
from .booking_cancelled_by import BookingCancelledBy
from .booking_cancelled_message import BookingCancelledMessage
from .booking_created_message import BookingCreatedMessage
from .booking_details import BookingDetails
from .booking_details_cancelled_by import BookingDetailsCancelledBy
from .booking_details_consent import BookingDetailsConsent
from .booking_details_reason import BookingDetailsReason
from .booking_details_service import BookingDetailsService
from .booking_details_status import BookingDetailsStatus
from .booking_event import BookingEvent
from .booking_links import BookingLinks
from .booking_moved import BookingMoved
from .booking_page import BookingPage
from .booking_reason import BookingReason
from .booking_rescheduled_message import BookingRescheduledMessage
from .booking_service import BookingService
from .booking_status import BookingStatus
from .bulk import Bulk
from .bulk_answers import BulkAnswers
from .calendar_feed import CalendarFeed
from .calendar_period import CalendarPeriod
from .calendar_period_holidays import CalendarPeriodHolidays
from .calendar_subscription import CalendarSubscription
from .calendar_subscription_fault_type_0 import CalendarSubscriptionFaultType0
from .calendar_subscription_state import CalendarSubscriptionState
from .cancellation import Cancellation
from .cancellation_reason_type_0 import CancellationReasonType0
from .canned_answer import CannedAnswer
from .canned_answer_page import CannedAnswerPage
from .canned_texts import CannedTexts
from .case_fact import CaseFact
from .case_fact_answer_kind import CaseFactAnswerKind
from .case_fact_asked_of import CaseFactAskedOf
from .case_fact_currency import CaseFactCurrency
from .case_fact_file_type import CaseFactFileType
from .case_fact_state import CaseFactState
from .case_fact_stated_by import CaseFactStatedBy
from .case_fact_unit import CaseFactUnit
from .case_links import CaseLinks
from .change import Change
from .change_outcome_type_0 import ChangeOutcomeType0
from .changed_premium import ChangedPremium
from .changed_slot import ChangedSlot
from .channels import Channels
from .checklist import Checklist
from .claim import Claim
from .claim_cause import ClaimCause
from .claim_guidance import ClaimGuidance
from .claim_guidance_missing_item import ClaimGuidanceMissingItem
from .claim_missing_item import ClaimMissingItem
from .claim_page import ClaimPage
from .claim_reported_by import ClaimReportedBy
from .claim_status import ClaimStatus
from .clarification import Clarification
from .clash import Clash
from .clash_certainty import ClashCertainty
from .clash_way import ClashWay
from .client import Client
from .client_contact import ClientContact
from .client_contact_of import ClientContactOf
from .client_contacted import ClientContacted
from .client_contacted_by import ClientContactedBy
from .client_contacted_event import ClientContactedEvent
from .client_match import ClientMatch
from .client_referred_on import ClientReferredOn
from .client_referred_on_event import ClientReferredOnEvent
from .clinic import Clinic
from .clinic_address import ClinicAddress
from .clinic_calendar import ClinicCalendar
from .clinic_calendar_fault_type_0 import ClinicCalendarFaultType0
from .clinic_calendar_state import ClinicCalendarState
from .clinic_change import ClinicChange
from .clinic_change_by import ClinicChangeBy
from .clinic_change_page import ClinicChangePage
from .clinic_change_type import ClinicChangeType
from .clinic_changed import ClinicChanged
from .clinic_changed_event import ClinicChangedEvent
from .clinic_client import ClinicClient
from .clinic_client_page import ClinicClientPage
from .clinic_client_status import ClinicClientStatus
from .clinic_client_treatment import ClinicClientTreatment
from .clinic_consent import ClinicConsent
from .clinic_consent_kind import ClinicConsentKind
from .clinic_consent_status import ClinicConsentStatus
from .clinic_contact import ClinicContact
from .clinic_details import ClinicDetails
from .clinic_ending import ClinicEnding
from .clinic_ending_why import ClinicEndingWhy
from .clinic_next_step import ClinicNextStep
from .clinic_next_step_step import ClinicNextStepStep
from .clinic_paid_by import ClinicPaidBy
from .clinic_practitioner import ClinicPractitioner
from .clinic_practitioner_approvals_item import ClinicPractitionerApprovalsItem
from .clinic_practitioner_page import ClinicPractitionerPage
from .clinic_practitioner_treatments_item import ClinicPractitionerTreatmentsItem
from .clinic_status import ClinicStatus
from .complaint import Complaint
from .complaint_board import ComplaintBoard
from .complaint_page import ComplaintPage
from .complaint_sent_by import ComplaintSentBy
from .complaint_status import ComplaintStatus
from .complaint_step import ComplaintStep
from .condition import Condition
from .condition_category import ConditionCategory
from .condition_circumstances_item import ConditionCircumstancesItem
from .confirmed_account import ConfirmedAccount
from .consent import Consent
from .consent_claim_status import ConsentClaimStatus
from .consent_decision import ConsentDecision
from .consent_evidence import ConsentEvidence
from .consent_evidence_how import ConsentEvidenceHow
from .consent_kind import ConsentKind
from .consent_missing_item import ConsentMissingItem
from .consent_status import ConsentStatus
from .consent_text import ConsentText
from .consent_text_language import ConsentTextLanguage
from .consent_version import ConsentVersion
from .consent_version_decides_for import ConsentVersionDecidesFor
from .consent_version_kind import ConsentVersionKind
from .consent_version_page import ConsentVersionPage
from .consent_withdrawn import ConsentWithdrawn
from .consent_withdrawn_message import ConsentWithdrawnMessage
from .contact import Contact
from .contact_due import ContactDue
from .contact_due_by import ContactDueBy
from .contact_due_message import ContactDueMessage
from .contract_ended_message import ContractEndedMessage
from .contract_ended_message_data import ContractEndedMessageData
from .course_ended import CourseEnded
from .course_ended_event import CourseEndedEvent
from .course_so_far import CourseSoFar
from .created_policy import CreatedPolicy
from .deadline import Deadline
from .deadline_kind import DeadlineKind
from .deadline_state import DeadlineState
from .decided_consent import DecidedConsent
from .decided_consent_decided_by import DecidedConsentDecidedBy
from .decided_consent_status import DecidedConsentStatus
from .decided_task import DecidedTask
from .decided_task_decision import DecidedTaskDecision
from .decided_task_queue import DecidedTaskQueue
from .decided_task_status import DecidedTaskStatus
from .deciding_guardian import DecidingGuardian
from .decision_evidence import DecisionEvidence
from .decision_evidence_how import DecisionEvidenceHow
from .decision_figures import DecisionFigures
from .decision_result import DecisionResult
from .decision_result_outcome import DecisionResultOutcome
from .declaration import Declaration
from .declaration_language import DeclarationLanguage
from .decline import Decline
from .declined_contract import DeclinedContract
from .declined_match import DeclinedMatch
from .declined_match_reason_type_0 import DeclinedMatchReasonType0
from .delay import Delay
from .delivery import Delivery
from .delivery_page import DeliveryPage
from .delivery_state import DeliveryState
from .delivery_type import DeliveryType
from .denial import Denial
from .determination import Determination
from .determination_outcome import DeterminationOutcome
from .determination_reconsidered_for import DeterminationReconsideredFor
from .difference import Difference
from .difference_kind import DifferenceKind
from .document import Document
from .document_added_by import DocumentAddedBy
from .document_content_type import DocumentContentType
from .document_file_type import DocumentFileType
from .document_offer import DocumentOffer
from .document_offer_content_type import DocumentOfferContentType
from .document_offer_file_type import DocumentOfferFileType
from .document_offer_referral_kind_type_0 import DocumentOfferReferralKindType0
from .document_page import DocumentPage
from .document_referral_kind import DocumentReferralKind
from .document_status import DocumentStatus
from .double import Double
from .doubtful_place import DoubtfulPlace
from .draft import Draft
from .draft_fault import DraftFault
from .draft_report import DraftReport
from .draft_sent import DraftSent
from .draft_sent_condition_type_0 import DraftSentConditionType0
from .draft_sent_event_type_0 import DraftSentEventType0
from .draft_sent_evidence_type_0 import DraftSentEvidenceType0
from .draft_sent_treatment_type_0 import DraftSentTreatmentType0
from .earlier import Earlier
from .earlier_condition_key import EarlierConditionKey
from .earlier_insurance import EarlierInsurance
from .earlier_insurance_product import EarlierInsuranceProduct
from .earlier_treatment_type import EarlierTreatmentType
from .effective_rate import EffectiveRate
from .effective_rate_source import EffectiveRateSource
from .electronic_address import ElectronicAddress
from .ending import Ending
from .ending_kind import EndingKind
from .endpoint import Endpoint
from .endpoint_disabled_because_type_0 import EndpointDisabledBecauseType0
from .endpoint_events_item import EndpointEventsItem
from .endpoint_page import EndpointPage
from .endpoint_test import EndpointTest
from .endpoint_test_message import EndpointTestMessage
from .endpoint_with_secret import EndpointWithSecret
from .endpoint_with_secret_disabled_because_type_0 import (
    EndpointWithSecretDisabledBecauseType0,
)
from .endpoint_with_secret_events_item import EndpointWithSecretEventsItem
from .enrolled_person import EnrolledPerson
from .enrolment import Enrolment
from .enrolment_relation import EnrolmentRelation
from .enrolment_scheme import EnrolmentScheme
from .event import Event
from .event_ids import EventIds
from .event_ids_by import EventIdsBy
from .event_kind import EventKind
from .evidence import Evidence
from .evidence_other_insurer_type_1 import EvidenceOtherInsurerType1
from .evidence_referral import EvidenceReferral
from .explained_problem import ExplainedProblem
from .explanation import Explanation
from .explanation_outcome_type_0 import ExplanationOutcomeType0
from .explanation_outcome_type_1 import ExplanationOutcomeType1
from .extension import Extension
from .extension_asked_by import ExtensionAskedBy
from .extension_denied import ExtensionDenied
from .extension_page import ExtensionPage
from .extension_requested import ExtensionRequested
from .extension_requested_event import ExtensionRequestedEvent
from .extension_sent_by import ExtensionSentBy
from .extension_status import ExtensionStatus
from .fact_choice import FactChoice
from .fact_form import FactForm
from .family import Family
from .family_event import FamilyEvent
from .family_event_by import FamilyEventBy
from .family_event_what import FamilyEventWhat
from .family_member import FamilyMember
from .family_member_access import FamilyMemberAccess
from .family_member_place_type_0 import FamilyMemberPlaceType0
from .fault import Fault
from .feed_event import FeedEvent
from .feed_event_page import FeedEventPage
from .feed_event_type import FeedEventType
from .figures_of_clause import FiguresOfClause
from .figures_of_group import FiguresOfGroup
from .figures_of_product import FiguresOfProduct
from .figures_total import FiguresTotal
from .find_practitioners_country import FindPractitionersCountry
from .find_practitioners_treatment import FindPractitionersTreatment
from .finding import Finding
from .finding_severity import FindingSeverity
from .first_free_slot import FirstFreeSlot
from .flip import Flip
from .flip_outcome import FlipOutcome
from .form_fact import FormFact
from .form_fact_answer_kind import FormFactAnswerKind
from .form_fact_asked_of import FormFactAskedOf
from .form_fact_file_type import FormFactFileType
from .form_fact_unit import FormFactUnit
from .former_insurance import FormerInsurance
from .former_insurance_product import FormerInsuranceProduct
from .found_claim import FoundClaim
from .found_claim_status import FoundClaimStatus
from .found_people import FoundPeople
from .found_person import FoundPerson
from .found_practitioner import FoundPractitioner
from .found_practitioner_fit import FoundPractitionerFit
from .found_practitioner_page import FoundPractitionerPage
from .found_practitioner_treatments_item import FoundPractitionerTreatmentsItem
from .given_mandate import GivenMandate
from .given_mandate_powers_item import GivenMandatePowersItem
from .grant import Grant
from .grant_settlement_type_0 import GrantSettlementType0
from .granted_extension import GrantedExtension
from .granted_sessions import GrantedSessions
from .guarantee import Guarantee
from .guarantee_balance import GuaranteeBalance
from .guarantee_event import GuaranteeEvent
from .guarantee_extended import GuaranteeExtended
from .guarantee_extended_message import GuaranteeExtendedMessage
from .guarantee_extension_denied_message import GuaranteeExtensionDeniedMessage
from .guarantee_fee_for import GuaranteeFeeFor
from .guarantee_issued import GuaranteeIssued
from .guarantee_issued_message import GuaranteeIssuedMessage
from .guarantee_match import GuaranteeMatch
from .guarantee_page import GuaranteePage
from .guarantee_revoked_message import GuaranteeRevokedMessage
from .guarantee_settlement import GuaranteeSettlement
from .guarantee_status import GuaranteeStatus
from .guarantee_treatment import GuaranteeTreatment
from .guarantee_validity import GuaranteeValidity
from .guarantee_validity_settlement import GuaranteeValiditySettlement
from .guarantee_validity_status import GuaranteeValidityStatus
from .guarantee_validity_treatment import GuaranteeValidityTreatment
from .guardian import Guardian
from .guardian_answer_body import GuardianAnswerBody
from .guardian_basis import GuardianBasis
from .guidance_source import GuidanceSource
from .hand_over import HandOver
from .hand_over_queue_type_0 import HandOverQueueType0
from .held_mandate import HeldMandate
from .held_mandate_powers_item import HeldMandatePowersItem
from .help_ import Help
from .hold import Hold
from .holder import Holder
from .illness import Illness
from .illness_category_type_0 import IllnessCategoryType0
from .inbox_entry import InboxEntry
from .inbox_entry_need_type_0 import InboxEntryNeedType0
from .inbox_entry_page import InboxEntryPage
from .inbox_entry_queue import InboxEntryQueue
from .index_year import IndexYear
from .index_year_page import IndexYearPage
from .index_year_with_history import IndexYearWithHistory
from .insurer import Insurer
from .invoice import Invoice
from .invoice_accepted_message import InvoiceAcceptedMessage
from .invoice_address import InvoiceAddress
from .invoice_doubt import InvoiceDoubt
from .invoice_doubt_kind import InvoiceDoubtKind
from .invoice_event import InvoiceEvent
from .invoice_findings import InvoiceFindings
from .invoice_in_review_message import InvoiceInReviewMessage
from .invoice_kind import InvoiceKind
from .invoice_payable import InvoicePayable
from .invoice_payable_status import InvoicePayableStatus
from .invoice_references import InvoiceReferences
from .invoice_rejected_message import InvoiceRejectedMessage
from .invoice_status import InvoiceStatus
from .invoiced_session import InvoicedSession
from .judged_by import JudgedBy
from .judged_by_source import JudgedBySource
from .kept_draft import KeptDraft
from .kept_slot import KeptSlot
from .keyed_address import KeyedAddress
from .leaving import Leaving
from .ledger_entry import LedgerEntry
from .ledger_entry_kind import LedgerEntryKind
from .ledger_entry_page import LedgerEntryPage
from .left_policy import LeftPolicy
from .letter import Letter
from .letter_page import LetterPage
from .letter_state import LetterState
from .list_claims_status import ListClaimsStatus
from .list_clinic_guarantees_status import ListClinicGuaranteesStatus
from .list_consent_texts_kind import ListConsentTextsKind
from .list_deadlines_queue import ListDeadlinesQueue
from .list_deadlines_state import ListDeadlinesState
from .list_free_slots_service import ListFreeSlotsService
from .list_inbox_queue import ListInboxQueue
from .list_insured_relation import ListInsuredRelation
from .list_invoices_status import ListInvoicesStatus
from .list_letters_state import ListLettersState
from .list_own_mandates_role import ListOwnMandatesRole
from .list_payment_files_state import ListPaymentFilesState
from .list_payments_status import ListPaymentsStatus
from .list_tasks_queue import ListTasksQueue
from .listed_draft import ListedDraft
from .listed_draft_page import ListedDraftPage
from .listed_invoice import ListedInvoice
from .listed_invoice_kind import ListedInvoiceKind
from .listed_invoice_page import ListedInvoicePage
from .listed_invoice_status import ListedInvoiceStatus
from .made_complaint import MadeComplaint
from .made_complaint_status import MadeComplaintStatus
from .made_complaint_step import MadeComplaintStep
from .made_declaration import MadeDeclaration
from .mandate import Mandate
from .mandate_act import MandateAct
from .mandate_act_kind import MandateActKind
from .mandate_act_page import MandateActPage
from .mandate_evidence import MandateEvidence
from .mandate_evidence_how import MandateEvidenceHow
from .mandate_given_by import MandateGivenBy
from .mandate_page import MandatePage
from .mandate_powers_item import MandatePowersItem
from .mandate_revocation import MandateRevocation
from .mandate_revoked_by_type_0 import MandateRevokedByType0
from .mandate_state import MandateState
from .masked_account import MaskedAccount
from .masked_account_currency import MaskedAccountCurrency
from .match import Match
from .match_decline import MatchDecline
from .match_decline_reason import MatchDeclineReason
from .match_declined_for import MatchDeclinedFor
from .match_ended import MatchEnded
from .match_ended_message import MatchEndedMessage
from .match_reason import MatchReason
from .match_status import MatchStatus
from .match_warning import MatchWarning
from .matched_client import MatchedClient
from .matched_client_language import MatchedClientLanguage
from .matched_client_phone_of import MatchedClientPhoneOf
from .me import Me
from .member_account import MemberAccount
from .message import Message
from .message_answers_type_0 import MessageAnswersType0
from .message_asks_type_0 import MessageAsksType0
from .message_by import MessageBy
from .message_kind import MessageKind
from .message_need import MessageNeed
from .message_page import MessagePage
from .message_read_by_item import MessageReadByItem
from .missed_deadline import MissedDeadline
from .money import Money
from .money_currency import MoneyCurrency
from .month_of_findings import MonthOfFindings
from .named_clinic import NamedClinic
from .named_signatory import NamedSignatory
from .new_application import NewApplication
from .new_application_clinic_system import NewApplicationClinicSystem
from .new_application_country import NewApplicationCountry
from .new_booking import NewBooking
from .new_booking_service import NewBookingService
from .new_calendar_period import NewCalendarPeriod
from .new_calendar_period_holidays import NewCalendarPeriodHolidays
from .new_calendar_subscription import NewCalendarSubscription
from .new_canned_answer import NewCannedAnswer
from .new_canned_texts import NewCannedTexts
from .new_channels import NewChannels
from .new_claim import NewClaim
from .new_claim_cause import NewClaimCause
from .new_clinic_consent import NewClinicConsent
from .new_clinic_contact import NewClinicContact
from .new_complaint import NewComplaint
from .new_complaint_step import NewComplaintStep
from .new_consent import NewConsent
from .new_details import NewDetails
from .new_endpoint import NewEndpoint
from .new_endpoint_events_item import NewEndpointEventsItem
from .new_enquiry import NewEnquiry
from .new_extension import NewExtension
from .new_grant import NewGrant
from .new_hold import NewHold
from .new_holder import NewHolder
from .new_index_year import NewIndexYear
from .new_letter_state import NewLetterState
from .new_letter_state_state import NewLetterStateState
from .new_mandate import NewMandate
from .new_mandate_powers_item import NewMandatePowersItem
from .new_member_account import NewMemberAccount
from .new_message import NewMessage
from .new_notice import NewNotice
from .new_notice_basis_type_0 import NewNoticeBasisType0
from .new_notice_by_type_0 import NewNoticeByType0
from .new_notice_kind import NewNoticeKind
from .new_office_address import NewOfficeAddress
from .new_opening_hours import NewOpeningHours
from .new_opening_hours_weekday import NewOpeningHoursWeekday
from .new_own_contact import NewOwnContact
from .new_own_contact_language_type_0 import NewOwnContactLanguageType0
from .new_payee import NewPayee
from .new_payee_kind import NewPayeeKind
from .new_payer import NewPayer
from .new_payer_country import NewPayerCountry
from .new_payer_currency import NewPayerCurrency
from .new_payer_kind import NewPayerKind
from .new_paying_account import NewPayingAccount
from .new_paying_account_kind import NewPayingAccountKind
from .new_payment_choice import NewPaymentChoice
from .new_payment_choice_paid_by import NewPaymentChoicePaidBy
from .new_payment_file import NewPaymentFile
from .new_payment_file_currency_type_0 import NewPaymentFileCurrencyType0
from .new_payment_file_way import NewPaymentFileWay
from .new_person_contact import NewPersonContact
from .new_person_contact_language_type_0 import NewPersonContactLanguageType0
from .new_personal_consent import NewPersonalConsent
from .new_personal_consent_kind import NewPersonalConsentKind
from .new_policy import NewPolicy
from .new_policy_modules_item import NewPolicyModulesItem
from .new_policy_parameters import NewPolicyParameters
from .new_policy_parameters_additional_property_type_3 import (
    NewPolicyParametersAdditionalPropertyType3,
)
from .new_policy_product import NewPolicyProduct
from .new_policyholder_contact import NewPolicyholderContact
from .new_policyholder_contact_language_type_0 import (
    NewPolicyholderContactLanguageType0,
)
from .new_postal_address import NewPostalAddress
from .new_practitioner_login import NewPractitionerLogin
from .new_preferences import NewPreferences
from .new_preferences_kinds import NewPreferencesKinds
from .new_queue_emails import NewQueueEmails
from .new_rate import NewRate
from .new_refund import NewRefund
from .new_replay import NewReplay
from .new_replay_parameters import NewReplayParameters
from .new_replay_parameters_additional_property_type_3 import (
    NewReplayParametersAdditionalPropertyType3,
)
from .new_replay_terms_type_0 import NewReplayTermsType0
from .new_reply import NewReply
from .new_reply_to_enquiry import NewReplyToEnquiry
from .new_rule_share import NewRuleShare
from .new_sampling import NewSampling
from .new_series import NewSeries
from .new_signatory import NewSignatory
from .new_staff_contact import NewStaffContact
from .new_tariff import NewTariff
from .new_waitlist_entry import NewWaitlistEntry
from .new_waitlist_entry_service_type_0 import NewWaitlistEntryServiceType0
from .new_working_time import NewWorkingTime
from .new_working_time_service import NewWorkingTimeService
from .new_working_time_weekday import NewWorkingTimeWeekday
from .next_booking import NextBooking
from .next_booking_service import NextBookingService
from .next_fee import NextFee
from .next_step import NextStep
from .next_step_file_type import NextStepFileType
from .next_step_kind import NextStepKind
from .next_step_outcome import NextStepOutcome
from .next_step_step import NextStepStep
from .notice import Notice
from .notice_basis import NoticeBasis
from .notice_by import NoticeBy
from .notice_change import NoticeChange
from .notice_change_modules_type_0_item import NoticeChangeModulesType0Item
from .notice_change_parameters_type_0 import NoticeChangeParametersType0
from .notice_change_parameters_type_0_additional_property_type_3 import (
    NoticeChangeParametersType0AdditionalPropertyType3,
)
from .notice_fee import NoticeFee
from .notice_kind import NoticeKind
from .notice_page import NoticePage
from .notice_state import NoticeState
from .notice_undone import NoticeUndone
from .notification import Notification
from .notification_channel import NotificationChannel
from .notification_letter import NotificationLetter
from .notification_page import NotificationPage
from .notification_state import NotificationState
from .odd_counts import OddCounts
from .oddity import Oddity
from .oddity_code import OddityCode
from .office_address import OfficeAddress
from .open_api_document import OpenApiDocument
from .open_api_document_components import OpenApiDocumentComponents
from .open_api_document_info import OpenApiDocumentInfo
from .open_api_document_paths import OpenApiDocumentPaths
from .open_deadline import OpenDeadline
from .open_deadline_kind import OpenDeadlineKind
from .open_deadline_page import OpenDeadlinePage
from .open_deadline_queue import OpenDeadlineQueue
from .open_deadline_state import OpenDeadlineState
from .open_fact import OpenFact
from .opening_hours import OpeningHours
from .opening_hours_weekday import OpeningHoursWeekday
from .other_insurer import OtherInsurer
from .other_insurer_decision import OtherInsurerDecision
from .other_session import OtherSession
from .other_session_way import OtherSessionWay
from .outside_grant import OutsideGrant
from .outside_grant_code import OutsideGrantCode
from .overturned import Overturned
from .overturned_reason import OverturnedReason
from .owed_time import OwedTime
from .owed_time_because import OwedTimeBecause
from .owed_time_service import OwedTimeService
from .own_contact import OwnContact
from .own_contact_email_state import OwnContactEmailState
from .own_contact_language import OwnContactLanguage
from .own_contact_phone_state import OwnContactPhoneState
from .own_data import OwnData
from .own_policy import OwnPolicy
from .own_policy_modules_item import OwnPolicyModulesItem
from .own_policy_relation import OwnPolicyRelation
from .own_policy_scheme import OwnPolicyScheme
from .paid_to import PaidTo
from .paid_to_confirmed_by import PaidToConfirmedBy
from .paper_guidance import PaperGuidance
from .paper_guidance_file_type import PaperGuidanceFileType
from .paper_route import PaperRoute
from .paper_route_file_type import PaperRouteFileType
from .past_match import PastMatch
from .past_match_declined_for import PastMatchDeclinedFor
from .past_match_reason import PastMatchReason
from .past_match_status import PastMatchStatus
from .payable import Payable
from .payable_kind import PayableKind
from .payable_page import PayablePage
from .payable_status import PayableStatus
from .payee import Payee
from .payee_kind import PayeeKind
from .payee_page import PayeePage
from .payee_status import PayeeStatus
from .payer import Payer
from .payer_contact import PayerContact
from .payer_country import PayerCountry
from .payer_currency import PayerCurrency
from .payer_fee import PayerFee
from .payer_kind import PayerKind
from .paying_account import PayingAccount
from .payment_choice import PaymentChoice
from .payment_choice_paid_by import PaymentChoicePaidBy
from .payment_doubt import PaymentDoubt
from .payment_file import PaymentFile
from .payment_file_begun import PaymentFileBegun
from .payment_file_begun_state import PaymentFileBegunState
from .payment_file_page import PaymentFilePage
from .payment_file_state import PaymentFileState
from .payment_file_way import PaymentFileWay
from .payment_line import PaymentLine
from .payment_line_kind import PaymentLineKind
from .payment_line_odd_item import PaymentLineOddItem
from .payment_line_state import PaymentLineState
from .payment_sent import PaymentSent
from .payment_sent_message import PaymentSentMessage
from .person_contact import PersonContact
from .person_contact_email_state import PersonContactEmailState
from .person_contact_language import PersonContactLanguage
from .person_contact_phone_state import PersonContactPhoneState
from .policy import Policy
from .policy_benefits import PolicyBenefits
from .policy_benefits_state import PolicyBenefitsState
from .policy_change import PolicyChange
from .policy_change_modules_item import PolicyChangeModulesItem
from .policy_change_parameters import PolicyChangeParameters
from .policy_change_parameters_additional_property_type_3 import (
    PolicyChangeParametersAdditionalPropertyType3,
)
from .policy_insured import PolicyInsured
from .policy_insured_page import PolicyInsuredPage
from .policy_insured_relation import PolicyInsuredRelation
from .policy_insured_scheme import PolicyInsuredScheme
from .policy_modules_item import PolicyModulesItem
from .policy_parameters import PolicyParameters
from .policy_parameters_additional_property_type_3 import (
    PolicyParametersAdditionalPropertyType3,
)
from .policy_term import PolicyTerm
from .policy_year import PolicyYear
from .policyholder import Policyholder
from .policyholder_contact import PolicyholderContact
from .policyholder_contact_email_state import PolicyholderContactEmailState
from .policyholder_contact_language import PolicyholderContactLanguage
from .policyholder_contact_phone_state import PolicyholderContactPhoneState
from .postal_address import PostalAddress
from .practice_address import PracticeAddress
from .practice_address_country import PracticeAddressCountry
from .practitioner import Practitioner
from .practitioner_address import PractitionerAddress
from .practitioner_address_country import PractitionerAddressCountry
from .practitioner_approvals_item import PractitionerApprovalsItem
from .practitioner_changed import PractitionerChanged
from .practitioner_changed_event import PractitionerChangedEvent
from .practitioner_fee import PractitionerFee
from .practitioner_fee_service import PractitionerFeeService
from .practitioner_fee_treatment import PractitionerFeeTreatment
from .practitioner_left import PractitionerLeft
from .practitioner_login import PractitionerLogin
from .practitioner_login_status import PractitionerLoginStatus
from .practitioner_profession import PractitionerProfession
from .practitioner_treatments_item import PractitionerTreatmentsItem
from .preference import Preference
from .preferences import Preferences
from .preflight import Preflight
from .preflight_status import PreflightStatus
from .premium import Premium
from .premium_payment import PremiumPayment
from .premium_reminder import PremiumReminder
from .price_change import PriceChange
from .pricing import Pricing
from .problem import Problem
from .proposal import Proposal
from .proposal_outcome import ProposalOutcome
from .proposed_grant import ProposedGrant
from .proposed_grant_price_for import ProposedGrantPriceFor
from .proposed_grant_settlement import ProposedGrantSettlement
from .proposed_guardian import ProposedGuardian
from .proposed_treatment import ProposedTreatment
from .proposed_treatment_outcome import ProposedTreatmentOutcome
from .proposed_treatment_type import ProposedTreatmentType
from .public_guidance import PublicGuidance
from .published_slot import PublishedSlot
from .published_slot_service import PublishedSlotService
from .queue_emails import QueueEmails
from .quiet_hours import QuietHours
from .rate import Rate
from .reachable import Reachable
from .read_clinic import ReadClinic
from .read_clinic_paid_by import ReadClinicPaidBy
from .read_clinic_status import ReadClinicStatus
from .read_fact_form_country import ReadFactFormCountry
from .read_fact_form_treatment import ReadFactFormTreatment
from .read_help_country import ReadHelpCountry
from .read_mark import ReadMark
from .read_problem_language import ReadProblemLanguage
from .read_public_guidance_country import ReadPublicGuidanceCountry
from .read_service_levels_queue import ReadServiceLevelsQueue
from .read_up_to import ReadUpTo
from .received_application import ReceivedApplication
from .received_invoice import ReceivedInvoice
from .reconciliation import Reconciliation
from .reconciliation_page import ReconciliationPage
from .recorded_consent import RecordedConsent
from .referral import Referral
from .referral_hint import ReferralHint
from .referral_hint_absent_item import ReferralHintAbsentItem
from .refund import Refund
from .refund_page import RefundPage
from .refund_payment import RefundPayment
from .refund_payment_status import RefundPaymentStatus
from .refund_status import RefundStatus
from .refund_treatment import RefundTreatment
from .refund_treatment_outcome import RefundTreatmentOutcome
from .refund_treatment_type import RefundTreatmentType
from .refused_slot import RefusedSlot
from .refused_slot_code import RefusedSlotCode
from .register import Register
from .register_differs_item import RegisterDiffersItem
from .register_doubt import RegisterDoubt
from .register_doubt_differs_item import RegisterDoubtDiffersItem
from .register_doubt_state import RegisterDoubtState
from .register_state import RegisterState
from .rejected_payee import RejectedPayee
from .replayed_decision import ReplayedDecision
from .replayed_decision_treatment import ReplayedDecisionTreatment
from .replayed_decisions import ReplayedDecisions
from .reply import Reply
from .reply_by import ReplyBy
from .report_event_json_body import ReportEventJsonBody
from .report_event_json_body_resource_type import ReportEventJsonBodyResourceType
from .report_received import ReportReceived
from .report_received_state import ReportReceivedState
from .reported_claim import ReportedClaim
from .reported_claim_missing_item import ReportedClaimMissingItem
from .reported_claim_status import ReportedClaimStatus
from .requested_delivery import RequestedDelivery
from .requested_extension import RequestedExtension
from .requested_extension_status import RequestedExtensionStatus
from .requested_refund import RequestedRefund
from .requested_refund_status import RequestedRefundStatus
from .reschedule import Reschedule
from .reschedule_reason_type_0 import RescheduleReasonType0
from .reschedule_service_type_0 import RescheduleServiceType0
from .resemblance import Resemblance
from .resend import Resend
from .resend_channel_type_0 import ResendChannelType0
from .revocation import Revocation
from .revoked_guarantee import RevokedGuarantee
from .revoked_guarantee_status import RevokedGuaranteeStatus
from .revoked_mandate import RevokedMandate
from .rotated_secret import RotatedSecret
from .rule_count import RuleCount
from .rule_share import RuleShare
from .safety import Safety
from .same_bill import SameBill
from .sampling import Sampling
from .saved_document import SavedDocument
from .saved_document_status import SavedDocumentStatus
from .second_look import SecondLook
from .second_look_outcome import SecondLookOutcome
from .secret_rotation import SecretRotation
from .sent_draft import SentDraft
from .sent_message import SentMessage
from .sent_message_answers_type_0 import SentMessageAnswersType0
from .sent_reminder import SentReminder
from .series import Series
from .service_level import ServiceLevel
from .service_level_queue import ServiceLevelQueue
from .service_level_total import ServiceLevelTotal
from .service_level_total_queue import ServiceLevelTotalQueue
from .service_levels import ServiceLevels
from .session_cancelled import SessionCancelled
from .session_cancelled_by import SessionCancelledBy
from .session_cancelled_event import SessionCancelledEvent
from .session_cancelled_reason_type_0 import SessionCancelledReasonType0
from .session_corrected import SessionCorrected
from .session_corrected_became import SessionCorrectedBecame
from .session_corrected_event import SessionCorrectedEvent
from .session_held_event import SessionHeldEvent
from .session_missed_event import SessionMissedEvent
from .session_reported import SessionReported
from .settled import Settled
from .signature import Signature
from .signed_contract import SignedContract
from .signed_contract_paid_by import SignedContractPaidBy
from .signed_contract_signature import SignedContractSignature
from .signed_contract_status import SignedContractStatus
from .signer import Signer
from .signer_differs_item import SignerDiffersItem
from .simulated_coverage import SimulatedCoverage
from .simulated_coverage_outcome import SimulatedCoverageOutcome
from .simulation import Simulation
from .simulation_cause import SimulationCause
from .slot import Slot
from .slot_offer import SlotOffer
from .slot_offer_service import SlotOfferService
from .slot_page import SlotPage
from .slot_service import SlotService
from .slots_published import SlotsPublished
from .slots_published_event import SlotsPublishedEvent
from .slots_replaced import SlotsReplaced
from .slots_replaced_event import SlotsReplacedEvent
from .slots_withdrawn import SlotsWithdrawn
from .slots_withdrawn_event import SlotsWithdrawnEvent
from .sought_person import SoughtPerson
from .staff_contact import StaffContact
from .stated_fact import StatedFact
from .stated_facts import StatedFacts
from .statement_line import StatementLine
from .statement_line_happened import StatementLineHappened
from .statement_line_kind import StatementLineKind
from .statement_line_page import StatementLinePage
from .statement_sum import StatementSum
from .statement_sum_currency import StatementSumCurrency
from .stored_practitioner import StoredPractitioner
from .street_address import StreetAddress
from .street_address_country import StreetAddressCountry
from .stripe_event import StripeEvent
from .stripe_event_state import StripeEventState
from .subject_result import SubjectResult
from .suggested_practitioner import SuggestedPractitioner
from .support_contact import SupportContact
from .system_consent import SystemConsent
from .tariff import Tariff
from .tariff_page import TariffPage
from .tariff_service import TariffService
from .tariff_source import TariffSource
from .tariff_version import TariffVersion
from .tariff_with_history import TariffWithHistory
from .tariff_with_history_service import TariffWithHistoryService
from .tariff_with_history_source import TariffWithHistorySource
from .task import Task
from .task_complaint import TaskComplaint
from .task_decision import TaskDecision
from .task_decision_decision import TaskDecisionDecision
from .task_page import TaskPage
from .task_queue import TaskQueue
from .task_reason import TaskReason
from .task_status import TaskStatus
from .task_subject import TaskSubject
from .task_subject_step import TaskSubjectStep
from .trail_row import TrailRow
from .trail_row_facts import TrailRowFacts
from .trail_step import TrailStep
from .trail_step_effect import TrailStepEffect
from .trail_step_facts import TrailStepFacts
from .treated_problem import TreatedProblem
from .treated_problem_category import TreatedProblemCategory
from .treated_problem_cause import TreatedProblemCause
from .treater import Treater
from .treater_approvals_item import TreaterApprovalsItem
from .treater_relation import TreaterRelation
from .treatment import Treatment
from .treatment_type import TreatmentType
from .treatment_window import TreatmentWindow
from .treatment_window_treatments_item import TreatmentWindowTreatmentsItem
from .triage import Triage
from .unsubscribe import Unsubscribe
from .upload_form import UploadForm
from .upload_form_fields import UploadFormFields
from .urgent_number import UrgentNumber
from .verify_guarantee_language import VerifyGuaranteeLanguage
from .wait import Wait
from .wait_treatments_item import WaitTreatmentsItem
from .waitlist_entry import WaitlistEntry
from .waitlist_entry_ended_because import WaitlistEntryEndedBecause
from .waitlist_entry_page import WaitlistEntryPage
from .waitlist_entry_service import WaitlistEntryService
from .waitlist_entry_status import WaitlistEntryStatus
from .weekly_slots import WeeklySlots
from .weekly_slots_service import WeeklySlotsService
from .weekly_slots_weekday import WeeklySlotsWeekday
from .whole_payment_file import WholePaymentFile
from .whole_payment_file_state import WholePaymentFileState
from .whole_payment_file_way import WholePaymentFileWay
from .why import Why
from .why_codes_item import WhyCodesItem
from .withdraw_my_consent_kind import WithdrawMyConsentKind
from .withdrawn_slot import WithdrawnSlot
from .withdrawn_slot_service_type_0 import WithdrawnSlotServiceType0
from .wording import Wording
from .wordings import Wordings
from .working_time import WorkingTime
from .working_time_service import WorkingTimeService
from .working_time_weekday import WorkingTimeWeekday

__all__ = (
    "AboutDenial",
    "AcceptedEvent",
    "AcceptedInvitation",
    "Account",
    "AccountNumber",
    "AcuteSafety",
    "AcuteSafetyNeed",
    "Address",
    "AgreedFee",
    "AgreedFeeService",
    "Alternative",
    "AlternativeOutcome",
    "AlternativeSettlementType0",
    "AnnouncedDocument",
    "AnyConsent",
    "AnyConsentKind",
    "AnyConsentPage",
    "AnyConsentStatus",
    "Application",
    "ApplicationEnding",
    "ApplicationEndingWhy",
    "ApplicationStatus",
    "ApplicationStatusStatus",
    "AppliedRate",
    "AppliedRateSource",
    "ApprovedAmount",
    "AskedAccount",
    "AskedAccountStatus",
    "AskedExtension",
    "AskedExtensionStatus",
    "AskedFact",
    "AskedFactAskedOf",
    "Assignee",
    "Attachment",
    "AttachmentReason",
    "AttachmentStatus",
    "Attempt",
    "AttemptOutcome",
    "Balance",
    "BankAccount",
    "BankReport",
    "BankReportKind",
    "BankReportPage",
    "BankReportRow",
    "BankReportRowEffect",
    "BankReportRowPage",
    "BankReportRowPageKind",
    "BankReportRowPageState",
    "BankReportRowSaid",
    "BankReportRowScope",
    "BankReportRowState",
    "BankReportRowWhy",
    "BankReportState",
    "Bar",
    "Benefit",
    "Benefits",
    "BenefitTreatmentsItem",
    "BenefitUnit",
    "BenefitWindow",
    "Bill",
    "BilledTreatment",
    "BilledTreatmentType",
    "BillOutcome",
    "BookedGuarantee",
    "BookedGuaranteeStatus",
    "BookedGuaranteeTreatment",
    "BookedMoney",
    "BookedMoneyCurrency",
    "Booking",
    "BookingCancelledBy",
    "BookingCancelledMessage",
    "BookingCreatedMessage",
    "BookingDetails",
    "BookingDetailsCancelledBy",
    "BookingDetailsConsent",
    "BookingDetailsReason",
    "BookingDetailsService",
    "BookingDetailsStatus",
    "BookingEvent",
    "BookingLinks",
    "BookingMoved",
    "BookingPage",
    "BookingReason",
    "BookingRescheduledMessage",
    "BookingService",
    "BookingStatus",
    "Bulk",
    "BulkAnswers",
    "CalendarFeed",
    "CalendarPeriod",
    "CalendarPeriodHolidays",
    "CalendarSubscription",
    "CalendarSubscriptionFaultType0",
    "CalendarSubscriptionState",
    "Cancellation",
    "CancellationReasonType0",
    "CannedAnswer",
    "CannedAnswerPage",
    "CannedTexts",
    "CaseFact",
    "CaseFactAnswerKind",
    "CaseFactAskedOf",
    "CaseFactCurrency",
    "CaseFactFileType",
    "CaseFactState",
    "CaseFactStatedBy",
    "CaseFactUnit",
    "CaseLinks",
    "Change",
    "ChangedPremium",
    "ChangedSlot",
    "ChangeOutcomeType0",
    "Channels",
    "Checklist",
    "Claim",
    "ClaimCause",
    "ClaimGuidance",
    "ClaimGuidanceMissingItem",
    "ClaimMissingItem",
    "ClaimPage",
    "ClaimReportedBy",
    "ClaimStatus",
    "Clarification",
    "Clash",
    "ClashCertainty",
    "ClashWay",
    "Client",
    "ClientContact",
    "ClientContacted",
    "ClientContactedBy",
    "ClientContactedEvent",
    "ClientContactOf",
    "ClientMatch",
    "ClientReferredOn",
    "ClientReferredOnEvent",
    "Clinic",
    "ClinicAddress",
    "ClinicCalendar",
    "ClinicCalendarFaultType0",
    "ClinicCalendarState",
    "ClinicChange",
    "ClinicChangeBy",
    "ClinicChanged",
    "ClinicChangedEvent",
    "ClinicChangePage",
    "ClinicChangeType",
    "ClinicClient",
    "ClinicClientPage",
    "ClinicClientStatus",
    "ClinicClientTreatment",
    "ClinicConsent",
    "ClinicConsentKind",
    "ClinicConsentStatus",
    "ClinicContact",
    "ClinicDetails",
    "ClinicEnding",
    "ClinicEndingWhy",
    "ClinicNextStep",
    "ClinicNextStepStep",
    "ClinicPaidBy",
    "ClinicPractitioner",
    "ClinicPractitionerApprovalsItem",
    "ClinicPractitionerPage",
    "ClinicPractitionerTreatmentsItem",
    "ClinicStatus",
    "Complaint",
    "ComplaintBoard",
    "ComplaintPage",
    "ComplaintSentBy",
    "ComplaintStatus",
    "ComplaintStep",
    "Condition",
    "ConditionCategory",
    "ConditionCircumstancesItem",
    "ConfirmedAccount",
    "Consent",
    "ConsentClaimStatus",
    "ConsentDecision",
    "ConsentEvidence",
    "ConsentEvidenceHow",
    "ConsentKind",
    "ConsentMissingItem",
    "ConsentStatus",
    "ConsentText",
    "ConsentTextLanguage",
    "ConsentVersion",
    "ConsentVersionDecidesFor",
    "ConsentVersionKind",
    "ConsentVersionPage",
    "ConsentWithdrawn",
    "ConsentWithdrawnMessage",
    "Contact",
    "ContactDue",
    "ContactDueBy",
    "ContactDueMessage",
    "ContractEndedMessage",
    "ContractEndedMessageData",
    "CourseEnded",
    "CourseEndedEvent",
    "CourseSoFar",
    "CreatedPolicy",
    "Deadline",
    "DeadlineKind",
    "DeadlineState",
    "DecidedConsent",
    "DecidedConsentDecidedBy",
    "DecidedConsentStatus",
    "DecidedTask",
    "DecidedTaskDecision",
    "DecidedTaskQueue",
    "DecidedTaskStatus",
    "DecidingGuardian",
    "DecisionEvidence",
    "DecisionEvidenceHow",
    "DecisionFigures",
    "DecisionResult",
    "DecisionResultOutcome",
    "Declaration",
    "DeclarationLanguage",
    "Decline",
    "DeclinedContract",
    "DeclinedMatch",
    "DeclinedMatchReasonType0",
    "Delay",
    "Delivery",
    "DeliveryPage",
    "DeliveryState",
    "DeliveryType",
    "Denial",
    "Determination",
    "DeterminationOutcome",
    "DeterminationReconsideredFor",
    "Difference",
    "DifferenceKind",
    "Document",
    "DocumentAddedBy",
    "DocumentContentType",
    "DocumentFileType",
    "DocumentOffer",
    "DocumentOfferContentType",
    "DocumentOfferFileType",
    "DocumentOfferReferralKindType0",
    "DocumentPage",
    "DocumentReferralKind",
    "DocumentStatus",
    "Double",
    "DoubtfulPlace",
    "Draft",
    "DraftFault",
    "DraftReport",
    "DraftSent",
    "DraftSentConditionType0",
    "DraftSentEventType0",
    "DraftSentEvidenceType0",
    "DraftSentTreatmentType0",
    "Earlier",
    "EarlierConditionKey",
    "EarlierInsurance",
    "EarlierInsuranceProduct",
    "EarlierTreatmentType",
    "EffectiveRate",
    "EffectiveRateSource",
    "ElectronicAddress",
    "Ending",
    "EndingKind",
    "Endpoint",
    "EndpointDisabledBecauseType0",
    "EndpointEventsItem",
    "EndpointPage",
    "EndpointTest",
    "EndpointTestMessage",
    "EndpointWithSecret",
    "EndpointWithSecretDisabledBecauseType0",
    "EndpointWithSecretEventsItem",
    "EnrolledPerson",
    "Enrolment",
    "EnrolmentRelation",
    "EnrolmentScheme",
    "Event",
    "EventIds",
    "EventIdsBy",
    "EventKind",
    "Evidence",
    "EvidenceOtherInsurerType1",
    "EvidenceReferral",
    "ExplainedProblem",
    "Explanation",
    "ExplanationOutcomeType0",
    "ExplanationOutcomeType1",
    "Extension",
    "ExtensionAskedBy",
    "ExtensionDenied",
    "ExtensionPage",
    "ExtensionRequested",
    "ExtensionRequestedEvent",
    "ExtensionSentBy",
    "ExtensionStatus",
    "FactChoice",
    "FactForm",
    "Family",
    "FamilyEvent",
    "FamilyEventBy",
    "FamilyEventWhat",
    "FamilyMember",
    "FamilyMemberAccess",
    "FamilyMemberPlaceType0",
    "Fault",
    "FeedEvent",
    "FeedEventPage",
    "FeedEventType",
    "FiguresOfClause",
    "FiguresOfGroup",
    "FiguresOfProduct",
    "FiguresTotal",
    "Finding",
    "FindingSeverity",
    "FindPractitionersCountry",
    "FindPractitionersTreatment",
    "FirstFreeSlot",
    "Flip",
    "FlipOutcome",
    "FormerInsurance",
    "FormerInsuranceProduct",
    "FormFact",
    "FormFactAnswerKind",
    "FormFactAskedOf",
    "FormFactFileType",
    "FormFactUnit",
    "FoundClaim",
    "FoundClaimStatus",
    "FoundPeople",
    "FoundPerson",
    "FoundPractitioner",
    "FoundPractitionerFit",
    "FoundPractitionerPage",
    "FoundPractitionerTreatmentsItem",
    "GivenMandate",
    "GivenMandatePowersItem",
    "Grant",
    "GrantedExtension",
    "GrantedSessions",
    "GrantSettlementType0",
    "Guarantee",
    "GuaranteeBalance",
    "GuaranteeEvent",
    "GuaranteeExtended",
    "GuaranteeExtendedMessage",
    "GuaranteeExtensionDeniedMessage",
    "GuaranteeFeeFor",
    "GuaranteeIssued",
    "GuaranteeIssuedMessage",
    "GuaranteeMatch",
    "GuaranteePage",
    "GuaranteeRevokedMessage",
    "GuaranteeSettlement",
    "GuaranteeStatus",
    "GuaranteeTreatment",
    "GuaranteeValidity",
    "GuaranteeValiditySettlement",
    "GuaranteeValidityStatus",
    "GuaranteeValidityTreatment",
    "Guardian",
    "GuardianAnswerBody",
    "GuardianBasis",
    "GuidanceSource",
    "HandOver",
    "HandOverQueueType0",
    "HeldMandate",
    "HeldMandatePowersItem",
    "Help",
    "Hold",
    "Holder",
    "Illness",
    "IllnessCategoryType0",
    "InboxEntry",
    "InboxEntryNeedType0",
    "InboxEntryPage",
    "InboxEntryQueue",
    "IndexYear",
    "IndexYearPage",
    "IndexYearWithHistory",
    "Insurer",
    "Invoice",
    "InvoiceAcceptedMessage",
    "InvoiceAddress",
    "InvoiceDoubt",
    "InvoiceDoubtKind",
    "InvoicedSession",
    "InvoiceEvent",
    "InvoiceFindings",
    "InvoiceInReviewMessage",
    "InvoiceKind",
    "InvoicePayable",
    "InvoicePayableStatus",
    "InvoiceReferences",
    "InvoiceRejectedMessage",
    "InvoiceStatus",
    "JudgedBy",
    "JudgedBySource",
    "KeptDraft",
    "KeptSlot",
    "KeyedAddress",
    "Leaving",
    "LedgerEntry",
    "LedgerEntryKind",
    "LedgerEntryPage",
    "LeftPolicy",
    "Letter",
    "LetterPage",
    "LetterState",
    "ListClaimsStatus",
    "ListClinicGuaranteesStatus",
    "ListConsentTextsKind",
    "ListDeadlinesQueue",
    "ListDeadlinesState",
    "ListedDraft",
    "ListedDraftPage",
    "ListedInvoice",
    "ListedInvoiceKind",
    "ListedInvoicePage",
    "ListedInvoiceStatus",
    "ListFreeSlotsService",
    "ListInboxQueue",
    "ListInsuredRelation",
    "ListInvoicesStatus",
    "ListLettersState",
    "ListOwnMandatesRole",
    "ListPaymentFilesState",
    "ListPaymentsStatus",
    "ListTasksQueue",
    "MadeComplaint",
    "MadeComplaintStatus",
    "MadeComplaintStep",
    "MadeDeclaration",
    "Mandate",
    "MandateAct",
    "MandateActKind",
    "MandateActPage",
    "MandateEvidence",
    "MandateEvidenceHow",
    "MandateGivenBy",
    "MandatePage",
    "MandatePowersItem",
    "MandateRevocation",
    "MandateRevokedByType0",
    "MandateState",
    "MaskedAccount",
    "MaskedAccountCurrency",
    "Match",
    "MatchDecline",
    "MatchDeclinedFor",
    "MatchDeclineReason",
    "MatchedClient",
    "MatchedClientLanguage",
    "MatchedClientPhoneOf",
    "MatchEnded",
    "MatchEndedMessage",
    "MatchReason",
    "MatchStatus",
    "MatchWarning",
    "Me",
    "MemberAccount",
    "Message",
    "MessageAnswersType0",
    "MessageAsksType0",
    "MessageBy",
    "MessageKind",
    "MessageNeed",
    "MessagePage",
    "MessageReadByItem",
    "MissedDeadline",
    "Money",
    "MoneyCurrency",
    "MonthOfFindings",
    "NamedClinic",
    "NamedSignatory",
    "NewApplication",
    "NewApplicationClinicSystem",
    "NewApplicationCountry",
    "NewBooking",
    "NewBookingService",
    "NewCalendarPeriod",
    "NewCalendarPeriodHolidays",
    "NewCalendarSubscription",
    "NewCannedAnswer",
    "NewCannedTexts",
    "NewChannels",
    "NewClaim",
    "NewClaimCause",
    "NewClinicConsent",
    "NewClinicContact",
    "NewComplaint",
    "NewComplaintStep",
    "NewConsent",
    "NewDetails",
    "NewEndpoint",
    "NewEndpointEventsItem",
    "NewEnquiry",
    "NewExtension",
    "NewGrant",
    "NewHold",
    "NewHolder",
    "NewIndexYear",
    "NewLetterState",
    "NewLetterStateState",
    "NewMandate",
    "NewMandatePowersItem",
    "NewMemberAccount",
    "NewMessage",
    "NewNotice",
    "NewNoticeBasisType0",
    "NewNoticeByType0",
    "NewNoticeKind",
    "NewOfficeAddress",
    "NewOpeningHours",
    "NewOpeningHoursWeekday",
    "NewOwnContact",
    "NewOwnContactLanguageType0",
    "NewPayee",
    "NewPayeeKind",
    "NewPayer",
    "NewPayerCountry",
    "NewPayerCurrency",
    "NewPayerKind",
    "NewPayingAccount",
    "NewPayingAccountKind",
    "NewPaymentChoice",
    "NewPaymentChoicePaidBy",
    "NewPaymentFile",
    "NewPaymentFileCurrencyType0",
    "NewPaymentFileWay",
    "NewPersonalConsent",
    "NewPersonalConsentKind",
    "NewPersonContact",
    "NewPersonContactLanguageType0",
    "NewPolicy",
    "NewPolicyholderContact",
    "NewPolicyholderContactLanguageType0",
    "NewPolicyModulesItem",
    "NewPolicyParameters",
    "NewPolicyParametersAdditionalPropertyType3",
    "NewPolicyProduct",
    "NewPostalAddress",
    "NewPractitionerLogin",
    "NewPreferences",
    "NewPreferencesKinds",
    "NewQueueEmails",
    "NewRate",
    "NewRefund",
    "NewReplay",
    "NewReplayParameters",
    "NewReplayParametersAdditionalPropertyType3",
    "NewReplayTermsType0",
    "NewReply",
    "NewReplyToEnquiry",
    "NewRuleShare",
    "NewSampling",
    "NewSeries",
    "NewSignatory",
    "NewStaffContact",
    "NewTariff",
    "NewWaitlistEntry",
    "NewWaitlistEntryServiceType0",
    "NewWorkingTime",
    "NewWorkingTimeService",
    "NewWorkingTimeWeekday",
    "NextBooking",
    "NextBookingService",
    "NextFee",
    "NextStep",
    "NextStepFileType",
    "NextStepKind",
    "NextStepOutcome",
    "NextStepStep",
    "Notice",
    "NoticeBasis",
    "NoticeBy",
    "NoticeChange",
    "NoticeChangeModulesType0Item",
    "NoticeChangeParametersType0",
    "NoticeChangeParametersType0AdditionalPropertyType3",
    "NoticeFee",
    "NoticeKind",
    "NoticePage",
    "NoticeState",
    "NoticeUndone",
    "Notification",
    "NotificationChannel",
    "NotificationLetter",
    "NotificationPage",
    "NotificationState",
    "OddCounts",
    "Oddity",
    "OddityCode",
    "OfficeAddress",
    "OpenApiDocument",
    "OpenApiDocumentComponents",
    "OpenApiDocumentInfo",
    "OpenApiDocumentPaths",
    "OpenDeadline",
    "OpenDeadlineKind",
    "OpenDeadlinePage",
    "OpenDeadlineQueue",
    "OpenDeadlineState",
    "OpenFact",
    "OpeningHours",
    "OpeningHoursWeekday",
    "OtherInsurer",
    "OtherInsurerDecision",
    "OtherSession",
    "OtherSessionWay",
    "OutsideGrant",
    "OutsideGrantCode",
    "Overturned",
    "OverturnedReason",
    "OwedTime",
    "OwedTimeBecause",
    "OwedTimeService",
    "OwnContact",
    "OwnContactEmailState",
    "OwnContactLanguage",
    "OwnContactPhoneState",
    "OwnData",
    "OwnPolicy",
    "OwnPolicyModulesItem",
    "OwnPolicyRelation",
    "OwnPolicyScheme",
    "PaidTo",
    "PaidToConfirmedBy",
    "PaperGuidance",
    "PaperGuidanceFileType",
    "PaperRoute",
    "PaperRouteFileType",
    "PastMatch",
    "PastMatchDeclinedFor",
    "PastMatchReason",
    "PastMatchStatus",
    "Payable",
    "PayableKind",
    "PayablePage",
    "PayableStatus",
    "Payee",
    "PayeeKind",
    "PayeePage",
    "PayeeStatus",
    "Payer",
    "PayerContact",
    "PayerCountry",
    "PayerCurrency",
    "PayerFee",
    "PayerKind",
    "PayingAccount",
    "PaymentChoice",
    "PaymentChoicePaidBy",
    "PaymentDoubt",
    "PaymentFile",
    "PaymentFileBegun",
    "PaymentFileBegunState",
    "PaymentFilePage",
    "PaymentFileState",
    "PaymentFileWay",
    "PaymentLine",
    "PaymentLineKind",
    "PaymentLineOddItem",
    "PaymentLineState",
    "PaymentSent",
    "PaymentSentMessage",
    "PersonContact",
    "PersonContactEmailState",
    "PersonContactLanguage",
    "PersonContactPhoneState",
    "Policy",
    "PolicyBenefits",
    "PolicyBenefitsState",
    "PolicyChange",
    "PolicyChangeModulesItem",
    "PolicyChangeParameters",
    "PolicyChangeParametersAdditionalPropertyType3",
    "Policyholder",
    "PolicyholderContact",
    "PolicyholderContactEmailState",
    "PolicyholderContactLanguage",
    "PolicyholderContactPhoneState",
    "PolicyInsured",
    "PolicyInsuredPage",
    "PolicyInsuredRelation",
    "PolicyInsuredScheme",
    "PolicyModulesItem",
    "PolicyParameters",
    "PolicyParametersAdditionalPropertyType3",
    "PolicyTerm",
    "PolicyYear",
    "PostalAddress",
    "PracticeAddress",
    "PracticeAddressCountry",
    "Practitioner",
    "PractitionerAddress",
    "PractitionerAddressCountry",
    "PractitionerApprovalsItem",
    "PractitionerChanged",
    "PractitionerChangedEvent",
    "PractitionerFee",
    "PractitionerFeeService",
    "PractitionerFeeTreatment",
    "PractitionerLeft",
    "PractitionerLogin",
    "PractitionerLoginStatus",
    "PractitionerProfession",
    "PractitionerTreatmentsItem",
    "Preference",
    "Preferences",
    "Preflight",
    "PreflightStatus",
    "Premium",
    "PremiumPayment",
    "PremiumReminder",
    "PriceChange",
    "Pricing",
    "Problem",
    "Proposal",
    "ProposalOutcome",
    "ProposedGrant",
    "ProposedGrantPriceFor",
    "ProposedGrantSettlement",
    "ProposedGuardian",
    "ProposedTreatment",
    "ProposedTreatmentOutcome",
    "ProposedTreatmentType",
    "PublicGuidance",
    "PublishedSlot",
    "PublishedSlotService",
    "QueueEmails",
    "QuietHours",
    "Rate",
    "Reachable",
    "ReadClinic",
    "ReadClinicPaidBy",
    "ReadClinicStatus",
    "ReadFactFormCountry",
    "ReadFactFormTreatment",
    "ReadHelpCountry",
    "ReadMark",
    "ReadProblemLanguage",
    "ReadPublicGuidanceCountry",
    "ReadServiceLevelsQueue",
    "ReadUpTo",
    "ReceivedApplication",
    "ReceivedInvoice",
    "Reconciliation",
    "ReconciliationPage",
    "RecordedConsent",
    "Referral",
    "ReferralHint",
    "ReferralHintAbsentItem",
    "Refund",
    "RefundPage",
    "RefundPayment",
    "RefundPaymentStatus",
    "RefundStatus",
    "RefundTreatment",
    "RefundTreatmentOutcome",
    "RefundTreatmentType",
    "RefusedSlot",
    "RefusedSlotCode",
    "Register",
    "RegisterDiffersItem",
    "RegisterDoubt",
    "RegisterDoubtDiffersItem",
    "RegisterDoubtState",
    "RegisterState",
    "RejectedPayee",
    "ReplayedDecision",
    "ReplayedDecisions",
    "ReplayedDecisionTreatment",
    "Reply",
    "ReplyBy",
    "ReportedClaim",
    "ReportedClaimMissingItem",
    "ReportedClaimStatus",
    "ReportEventJsonBody",
    "ReportEventJsonBodyResourceType",
    "ReportReceived",
    "ReportReceivedState",
    "RequestedDelivery",
    "RequestedExtension",
    "RequestedExtensionStatus",
    "RequestedRefund",
    "RequestedRefundStatus",
    "Reschedule",
    "RescheduleReasonType0",
    "RescheduleServiceType0",
    "Resemblance",
    "Resend",
    "ResendChannelType0",
    "Revocation",
    "RevokedGuarantee",
    "RevokedGuaranteeStatus",
    "RevokedMandate",
    "RotatedSecret",
    "RuleCount",
    "RuleShare",
    "Safety",
    "SameBill",
    "Sampling",
    "SavedDocument",
    "SavedDocumentStatus",
    "SecondLook",
    "SecondLookOutcome",
    "SecretRotation",
    "SentDraft",
    "SentMessage",
    "SentMessageAnswersType0",
    "SentReminder",
    "Series",
    "ServiceLevel",
    "ServiceLevelQueue",
    "ServiceLevels",
    "ServiceLevelTotal",
    "ServiceLevelTotalQueue",
    "SessionCancelled",
    "SessionCancelledBy",
    "SessionCancelledEvent",
    "SessionCancelledReasonType0",
    "SessionCorrected",
    "SessionCorrectedBecame",
    "SessionCorrectedEvent",
    "SessionHeldEvent",
    "SessionMissedEvent",
    "SessionReported",
    "Settled",
    "Signature",
    "SignedContract",
    "SignedContractPaidBy",
    "SignedContractSignature",
    "SignedContractStatus",
    "Signer",
    "SignerDiffersItem",
    "SimulatedCoverage",
    "SimulatedCoverageOutcome",
    "Simulation",
    "SimulationCause",
    "Slot",
    "SlotOffer",
    "SlotOfferService",
    "SlotPage",
    "SlotService",
    "SlotsPublished",
    "SlotsPublishedEvent",
    "SlotsReplaced",
    "SlotsReplacedEvent",
    "SlotsWithdrawn",
    "SlotsWithdrawnEvent",
    "SoughtPerson",
    "StaffContact",
    "StatedFact",
    "StatedFacts",
    "StatementLine",
    "StatementLineHappened",
    "StatementLineKind",
    "StatementLinePage",
    "StatementSum",
    "StatementSumCurrency",
    "StoredPractitioner",
    "StreetAddress",
    "StreetAddressCountry",
    "StripeEvent",
    "StripeEventState",
    "SubjectResult",
    "SuggestedPractitioner",
    "SupportContact",
    "SystemConsent",
    "Tariff",
    "TariffPage",
    "TariffService",
    "TariffSource",
    "TariffVersion",
    "TariffWithHistory",
    "TariffWithHistoryService",
    "TariffWithHistorySource",
    "Task",
    "TaskComplaint",
    "TaskDecision",
    "TaskDecisionDecision",
    "TaskPage",
    "TaskQueue",
    "TaskReason",
    "TaskStatus",
    "TaskSubject",
    "TaskSubjectStep",
    "TrailRow",
    "TrailRowFacts",
    "TrailStep",
    "TrailStepEffect",
    "TrailStepFacts",
    "TreatedProblem",
    "TreatedProblemCategory",
    "TreatedProblemCause",
    "Treater",
    "TreaterApprovalsItem",
    "TreaterRelation",
    "Treatment",
    "TreatmentType",
    "TreatmentWindow",
    "TreatmentWindowTreatmentsItem",
    "Triage",
    "Unsubscribe",
    "UploadForm",
    "UploadFormFields",
    "UrgentNumber",
    "VerifyGuaranteeLanguage",
    "Wait",
    "WaitlistEntry",
    "WaitlistEntryEndedBecause",
    "WaitlistEntryPage",
    "WaitlistEntryService",
    "WaitlistEntryStatus",
    "WaitTreatmentsItem",
    "WeeklySlots",
    "WeeklySlotsService",
    "WeeklySlotsWeekday",
    "WholePaymentFile",
    "WholePaymentFileState",
    "WholePaymentFileWay",
    "Why",
    "WhyCodesItem",
    "WithdrawMyConsentKind",
    "WithdrawnSlot",
    "WithdrawnSlotServiceType0",
    "Wording",
    "Wordings",
    "WorkingTime",
    "WorkingTimeService",
    "WorkingTimeWeekday",
)
