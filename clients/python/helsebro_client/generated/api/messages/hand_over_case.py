from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.hand_over import HandOver
from ...models.inbox_entry import InboxEntry
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    thread_id: str,
    *,
    body: HandOver,
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
        "url": "/v1/inbox/{thread_id}/hand-over".format(
            thread_id=quote(str(thread_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> InboxEntry | Problem | None:
    if response.status_code == 200:
        response_200 = InboxEntry.from_dict(response.json())

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
) -> Response[InboxEntry | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    thread_id: str,
    *,
    client: AuthenticatedClient,
    body: HandOver,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> Response[InboxEntry | Problem]:
    """Hands a case over to a colleague or to another queue, with a note that no member sees

     Hands a case over to a colleague or to another queue, with a note that no member sees.

    The colleague, or else the staff of the queue, get an e-mail that a case was handed over. After a
    hand-over to another queue its staff can read the messages, and the caller may be one who no longer
    can.

    Who: caseworker, finance, quality.

    Args:
        thread_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (HandOver): To whom the case goes, and what they must know.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InboxEntry | Problem]
    """

    kwargs = _get_kwargs(
        thread_id=thread_id,
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
    thread_id: str,
    *,
    client: AuthenticatedClient,
    body: HandOver,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> InboxEntry | Problem | None:
    """Hands a case over to a colleague or to another queue, with a note that no member sees

     Hands a case over to a colleague or to another queue, with a note that no member sees.

    The colleague, or else the staff of the queue, get an e-mail that a case was handed over. After a
    hand-over to another queue its staff can read the messages, and the caller may be one who no longer
    can.

    Who: caseworker, finance, quality.

    Args:
        thread_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (HandOver): To whom the case goes, and what they must know.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InboxEntry | Problem
    """

    return sync_detailed(
        thread_id=thread_id,
        client=client,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    thread_id: str,
    *,
    client: AuthenticatedClient,
    body: HandOver,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> Response[InboxEntry | Problem]:
    """Hands a case over to a colleague or to another queue, with a note that no member sees

     Hands a case over to a colleague or to another queue, with a note that no member sees.

    The colleague, or else the staff of the queue, get an e-mail that a case was handed over. After a
    hand-over to another queue its staff can read the messages, and the caller may be one who no longer
    can.

    Who: caseworker, finance, quality.

    Args:
        thread_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (HandOver): To whom the case goes, and what they must know.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InboxEntry | Problem]
    """

    kwargs = _get_kwargs(
        thread_id=thread_id,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    thread_id: str,
    *,
    client: AuthenticatedClient,
    body: HandOver,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> InboxEntry | Problem | None:
    """Hands a case over to a colleague or to another queue, with a note that no member sees

     Hands a case over to a colleague or to another queue, with a note that no member sees.

    The colleague, or else the staff of the queue, get an e-mail that a case was handed over. After a
    hand-over to another queue its staff can read the messages, and the caller may be one who no longer
    can.

    Who: caseworker, finance, quality.

    Args:
        thread_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (HandOver): To whom the case goes, and what they must know.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InboxEntry | Problem
    """

    return (
        await asyncio_detailed(
            thread_id=thread_id,
            client=client,
            body=body,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
            idempotency_key=idempotency_key,
        )
    ).parsed
