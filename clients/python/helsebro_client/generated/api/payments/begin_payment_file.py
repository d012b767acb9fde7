from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.new_payment_file import NewPaymentFile
from ...models.payment_file_begun import PaymentFileBegun
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: NewPaymentFile,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/payment-files",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PaymentFileBegun | Problem | None:
    if response.status_code == 202:
        response_202 = PaymentFileBegun.from_dict(response.json())

        return response_202

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())

        return response_500

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[PaymentFileBegun | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: NewPaymentFile,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> Response[PaymentFileBegun | Problem]:
    """Drafts a payment file of what the payer owes, and answers at once

     Drafts a payment file of what the payer owes, and answers at once.

    It takes at most 500 payables, those that are due first; a payable is in one file only. What is left
    is
    drafted as the next. Another person of finance releases it. The payables that no bank file can carry
    stay
    approved, each with a task in the queue `payments`. What is paid by Stripe is in a file of its own,
    which
    no bank gets: once it is released, each payment is made at Stripe.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: finance.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (NewPaymentFile): Which approved payables the file pays. Without a field, all of the
            payer's that wait.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaymentFileBegun | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: NewPaymentFile,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> PaymentFileBegun | Problem | None:
    """Drafts a payment file of what the payer owes, and answers at once

     Drafts a payment file of what the payer owes, and answers at once.

    It takes at most 500 payables, those that are due first; a payable is in one file only. What is left
    is
    drafted as the next. Another person of finance releases it. The payables that no bank file can carry
    stay
    approved, each with a task in the queue `payments`. What is paid by Stripe is in a file of its own,
    which
    no bank gets: once it is released, each payment is made at Stripe.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: finance.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (NewPaymentFile): Which approved payables the file pays. Without a field, all of the
            payer's that wait.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaymentFileBegun | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewPaymentFile,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> Response[PaymentFileBegun | Problem]:
    """Drafts a payment file of what the payer owes, and answers at once

     Drafts a payment file of what the payer owes, and answers at once.

    It takes at most 500 payables, those that are due first; a payable is in one file only. What is left
    is
    drafted as the next. Another person of finance releases it. The payables that no bank file can carry
    stay
    approved, each with a task in the queue `payments`. What is paid by Stripe is in a file of its own,
    which
    no bank gets: once it is released, each payment is made at Stripe.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: finance.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (NewPaymentFile): Which approved payables the file pays. Without a field, all of the
            payer's that wait.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaymentFileBegun | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: NewPaymentFile,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> PaymentFileBegun | Problem | None:
    """Drafts a payment file of what the payer owes, and answers at once

     Drafts a payment file of what the payer owes, and answers at once.

    It takes at most 500 payables, those that are due first; a payable is in one file only. What is left
    is
    drafted as the next. Another person of finance releases it. The payables that no bank file can carry
    stay
    approved, each with a task in the queue `payments`. What is paid by Stripe is in a file of its own,
    which
    no bank gets: once it is released, each payment is made at Stripe.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: finance.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (NewPaymentFile): Which approved payables the file pays. Without a field, all of the
            payer's that wait.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaymentFileBegun | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
            idempotency_key=idempotency_key,
        )
    ).parsed
