"""The keys of payables, payees and payment runs in the ``money`` table."""

from __future__ import annotations

from helsebro.ids import AccountId, BankReportId, ClinicId, PayableId, PayeeId, PaymentFileId, PersonId
from helsebro_aws.dynamodb.keys import Key

PAYEES = "PAYEE#"
LINES = "LINE#"
ROWS = "ROW#"
ACCOUNTS = "ACCOUNT#"


def payable_key(payer: str, payable_id: PayableId) -> Key:
    """Returns the key of a payable."""
    return f"{payer}#{payable_id}", "PAYABLE"


def payables_with_status(payer: str, status: str) -> str:
    """Returns the listing of a payer's payables of one status, sorted by due date."""
    return f"{payer}#payables#{status}"


def payee_register_key(clinic_id: ClinicId) -> Key:
    """Returns the key of a clinic's open payees, which are one item."""
    return clinic_id, "PAYEES"


def payee_key(clinic_id: ClinicId, payee_id: PayeeId) -> Key:
    """Returns the key of one payee of a clinic, open or past; their ids sort by time."""
    return clinic_id, f"{PAYEES}{payee_id}"


def ordered_key(clinic_id: ClinicId) -> Key:
    """Returns the key of the item that counts a clinic's payables in payment files."""
    return clinic_id, "ORDERED"


def run_key(payer: str, file_id: PaymentFileId) -> Key:
    """Returns the key of a payment run; its lines are in the same partition."""
    return f"{payer}#{file_id}", "RUN"


def line_key(payer: str, file_id: PaymentFileId, payable_id: PayableId) -> Key:
    """Returns the key of a payable's line in a payment run."""
    return run_key(payer, file_id)[0], f"{LINES}{payable_id}"


def run_work_key(payer: str, file_id: PaymentFileId) -> Key:
    """Returns the key of the item that says that a payment run waits for its consumer."""
    return run_key(payer, file_id)[0], "WORK"


def runs_in_state(payer: str, state: str) -> str:
    """Returns the listing of a payer's payment runs in a state, sorted by when they were begun."""
    return f"{payer}#runs#{state}"


def paying_account_key(payer: str) -> Key:
    """Returns the key of the account that a payer pays from."""
    return f"{payer}#pays-from", "ACCOUNT"


def proposed_account_key(payer: str) -> Key:
    """Returns the key of the account that a payer is to pay from once a second person confirms it."""
    return paying_account_key(payer)[0], "PROPOSED"


def member_account_key(payer: str, person_id: PersonId, account_id: AccountId) -> Key:
    """Returns the key of an account that a member confirmed, present or past; their ids sort by time."""
    return f"{payer}#{person_id}#accounts", f"{ACCOUNTS}{account_id}"


def current_account_key(payer: str, person_id: PersonId) -> Key:
    """Returns the key of the item that names the account that a member is paid to now."""
    return f"{payer}#{person_id}#accounts", "CURRENT"


def usual_key(payer: str, of: str) -> Key:
    """Returns the key of what a payer has paid so far to a clinic (its id), or for a kind of payable."""
    return f"{payer}#paid", f"USUAL#{of}"


def report_key(payer: str, report_id: BankReportId) -> Key:
    """Returns the key of a bank's report; its rows are in the same partition."""
    return f"{payer}#{report_id}", "REPORT"


def report_row_key(payer: str, report_id: BankReportId, number: int) -> Key:
    """Returns the key of a row of a report; they sort by their number."""
    return report_key(payer, report_id)[0], f"{ROWS}{number:05d}"


def report_work_key(payer: str, report_id: BankReportId) -> Key:
    """Returns the key of the item that says that a report waits for its consumer."""
    return report_key(payer, report_id)[0], "WORK"


def bank_reports(payer: str) -> str:
    """Returns the listing of a payer's bank reports, sorted by when they came."""
    return f"{payer}#bank-reports"
