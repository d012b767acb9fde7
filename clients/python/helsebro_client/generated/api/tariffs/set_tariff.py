from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.new_tariff import NewTariff
from ...models.problem import Problem
from ...models.tariff import Tariff
from ...types import UNSET, Response, Unset


def _get_kwargs(
    profession: str,
    service: str,
    *,
    body: NewTariff,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/v1/tariffs/{profession}/{service}".format(
            profession=quote(str(profession), safe=""),
            service=quote(str(service), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | Tariff | None:
    if response.status_code == 200:
        response_200 = Tariff.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = Tariff.from_dict(response.json())

        return response_201

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

    if response.status_code == 412:
        response_412 = Problem.from_dict(response.json())

        return response_412

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 428:
        response_428 = Problem.from_dict(response.json())

        return response_428

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
) -> Response[Problem | Tariff]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    profession: str,
    service: str,
    *,
    client: AuthenticatedClient,
    body: NewTariff,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> Response[Problem | Tariff]:
    """Sets what a session costs, from which day

     Sets what a session costs, from which day.

    The rates replace those that were set before and begin after today; those that have begun stay, and
    another rate from before today, or in place of one from today, is refused. Earlier versions stay
    readable.
    On a day without a rate the tariff of the country counts, and so it does on every day before the
    first
    tariff was set: `effective` shows which one. A decision keeps the rate that it used.
    A tariff that was set before needs `If-Match`; a new one is answered with 201.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: underwriting.

    Args:
        profession (str):
        service (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        if_match (str | Unset):
        body (NewTariff): The rates of a profession and service. They replace those that begin
            today or later.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Tariff]
    """

    kwargs = _get_kwargs(
        profession=profession,
        service=service,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        if_match=if_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    profession: str,
    service: str,
    *,
    client: AuthenticatedClient,
    body: NewTariff,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> Problem | Tariff | None:
    """Sets what a session costs, from which day

     Sets what a session costs, from which day.

    The rates replace those that were set before and begin after today; those that have begun stay, and
    another rate from before today, or in place of one from today, is refused. Earlier versions stay
    readable.
    On a day without a rate the tariff of the country counts, and so it does on every day before the
    first
    tariff was set: `effective` shows which one. A decision keeps the rate that it used.
    A tariff that was set before needs `If-Match`; a new one is answered with 201.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: underwriting.

    Args:
        profession (str):
        service (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        if_match (str | Unset):
        body (NewTariff): The rates of a profession and service. They replace those that begin
            today or later.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Tariff
    """

    return sync_detailed(
        profession=profession,
        service=service,
        client=client,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    profession: str,
    service: str,
    *,
    client: AuthenticatedClient,
    body: NewTariff,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> Response[Problem | Tariff]:
    """Sets what a session costs, from which day

     Sets what a session costs, from which day.

    The rates replace those that were set before and begin after today; those that have begun stay, and
    another rate from before today, or in place of one from today, is refused. Earlier versions stay
    readable.
    On a day without a rate the tariff of the country counts, and so it does on every day before the
    first
    tariff was set: `effective` shows which one. A decision keeps the rate that it used.
    A tariff that was set before needs `If-Match`; a new one is answered with 201.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: underwriting.

    Args:
        profession (str):
        service (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        if_match (str | Unset):
        body (NewTariff): The rates of a profession and service. They replace those that begin
            today or later.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Tariff]
    """

    kwargs = _get_kwargs(
        profession=profession,
        service=service,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        if_match=if_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    profession: str,
    service: str,
    *,
    client: AuthenticatedClient,
    body: NewTariff,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> Problem | Tariff | None:
    """Sets what a session costs, from which day

     Sets what a session costs, from which day.

    The rates replace those that were set before and begin after today; those that have begun stay, and
    another rate from before today, or in place of one from today, is refused. Earlier versions stay
    readable.
    On a day without a rate the tariff of the country counts, and so it does on every day before the
    first
    tariff was set: `effective` shows which one. A decision keeps the rate that it used.
    A tariff that was set before needs `If-Match`; a new one is answered with 201.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: underwriting.

    Args:
        profession (str):
        service (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        if_match (str | Unset):
        body (NewTariff): The rates of a profession and service. They replace those that begin
            today or later.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Tariff
    """

    return (
        await asyncio_detailed(
            profession=profession,
            service=service,
            client=client,
            body=body,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
            if_match=if_match,
        )
    ).parsed
