"""Pays a released run whose way is Stripe: a transfer for each payable to the clinic's account (F1-07).

Trigger: its queue, fed by the bus with ``payment-file.released``, with ``ReportBatchItemFailures``. A second
delivery goes on where the first stopped; nothing is paid twice. A run for a bank is none of its.
"""

from __future__ import annotations

import json
import time
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.ids import PaymentFileId
from helsebro_aws.invoices.paying.bank_tasks import BankTasks
from helsebro_aws.invoices.payouts.held_sessions import HeldSessions
from helsebro_aws.invoices.payouts.session_payments import SessionPayments
from helsebro_aws.invoices.payouts.stripe_server import StripeServer, server_of
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.payments.reports.booked_answers import BookedAnswers
from helsebro_aws.payments.stripe.send_transfers import TransferSending
from helsebro_aws.payments.stripe.stripe_accounts import StripeAccounts
from helsebro_aws.platform.log import done

TIMEOUT = 300
accounts = StripeAccounts(TIMEOUT)


def account_of(payer: str) -> StripeServer:
    """Returns the payer's account at Stripe. Raises ``StripeNotConnected``."""
    return server_of(accounts.of(payer))


sending = TransferSending(
    account_of,
    BookedAnswers({"session": SessionPayments().follow}, BankTasks()),
    wait=time.sleep,
    sessions=HeldSessions(),
)
processor = MessageBatch()


def send(record: SQSRecord) -> None:
    """Pays the run of one message's event."""
    event = json.loads(record.body)
    run = sending.run(event["payer"], PaymentFileId(event["data"]["fileId"]))
    done("payment-file.followed", fileId=run.file_id, way=run.way, state=run.state, payables=run.count)


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, send, processor, context)
