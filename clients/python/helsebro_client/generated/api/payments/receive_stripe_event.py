from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.stripe_event import StripeEvent
from ...types import UNSET, Response, Unset


def _get_kwargs(
    payer: str,
    *,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/stripe-events/{payer}".format(
            payer=quote(str(payer), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | StripeEvent | None:
    if response.status_code == 200:
        response_200 = StripeEvent.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

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
) -> Response[Problem | StripeEvent]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    payer: str,
    *,
    client: AuthenticatedClient | Client,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[Problem | StripeEvent]:
    """Receives an event that Stripe signed for the payer's endpoint, in `Stripe-Signature`

     Receives an event that Stripe signed for the payer's endpoint, in `Stripe-Signature`.

    An event about one of our transfers is a report with one row, which counts once however often it
    comes: a
    transfer that was created is paid, one that was reversed came back. The therapist's own payouts, and
    all
    else at the account, are `ignored`.

    Who: anyone.

    Args:
        payer (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | StripeEvent]
    """

    kwargs = _get_kwargs(
        payer=payer,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    payer: str,
    *,
    client: AuthenticatedClient | Client,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Problem | StripeEvent | None:
    """Receives an event that Stripe signed for the payer's endpoint, in `Stripe-Signature`

     Receives an event that Stripe signed for the payer's endpoint, in `Stripe-Signature`.

    An event about one of our transfers is a report with one row, which counts once however often it
    comes: a
    transfer that was created is paid, one that was reversed came back. The therapist's own payouts, and
    all
    else at the account, are `ignored`.

    Who: anyone.

    Args:
        payer (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | StripeEvent
    """

    return sync_detailed(
        payer=payer,
        client=client,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    ).parsed


async def asyncio_detailed(
    payer: str,
    *,
    client: AuthenticatedClient | Client,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[Problem | StripeEvent]:
    """Receives an event that Stripe signed for the payer's endpoint, in `Stripe-Signature`

     Receives an event that Stripe signed for the payer's endpoint, in `Stripe-Signature`.

    An event about one of our transfers is a report with one row, which counts once however often it
    comes: a
    transfer that was created is paid, one that was reversed came back. The therapist's own payouts, and
    all
    else at the account, are `ignored`.

    Who: anyone.

    Args:
        payer (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | StripeEvent]
    """

    kwargs = _get_kwargs(
        payer=payer,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    payer: str,
    *,
    client: AuthenticatedClient | Client,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Problem | StripeEvent | None:
    """Receives an event that Stripe signed for the payer's endpoint, in `Stripe-Signature`

     Receives an event that Stripe signed for the payer's endpoint, in `Stripe-Signature`.

    An event about one of our transfers is a report with one row, which counts once however often it
    comes: a
    transfer that was created is paid, one that was reversed came back. The therapist's own payouts, and
    all
    else at the account, are `ignored`.

    Who: anyone.

    Args:
        payer (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | StripeEvent
    """

    return (
        await asyncio_detailed(
            payer=payer,
            client=client,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
        )
    ).parsed
