from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.practitioner import Practitioner
from ...models.problem import Problem
from ...models.stored_practitioner import StoredPractitioner
from ...types import UNSET, Response, Unset


def _get_kwargs(
    clinic_id: str,
    key: str,
    *,
    body: Practitioner,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/v1/clinics/{clinic_id}/practitioners/{key}".format(
            clinic_id=quote(str(clinic_id), safe=""),
            key=quote(str(key), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | StoredPractitioner | None:
    if response.status_code == 200:
        response_200 = StoredPractitioner.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = StoredPractitioner.from_dict(response.json())

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
) -> Response[Problem | StoredPractitioner]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    clinic_id: str,
    key: str,
    *,
    client: AuthenticatedClient,
    body: Practitioner,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[Problem | StoredPractitioner]:
    """Stores a practitioner under the clinic's own key

     Stores a practitioner under the clinic's own key.

    The clinic's system or its signatory may do it, and practitioners for themselves. The answer is 201
    for a
    new key; a known key gets the new details, and what the body leaves out is removed, but for a pause:
    it
    stays until a body names another one, or null. A key whose
    practitioner has left names a new practitioner: another `practitionerId`, without the clients, the
    slots
    and the login of the one who left. An address stays as it is while coming slots are there.

    Who: clinic-system, clinic-user, member.

    Args:
        clinic_id (str):
        key (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (Practitioner): A practitioner, as the clinic's own system describes them.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | StoredPractitioner]
    """

    kwargs = _get_kwargs(
        clinic_id=clinic_id,
        key=key,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    clinic_id: str,
    key: str,
    *,
    client: AuthenticatedClient,
    body: Practitioner,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Problem | StoredPractitioner | None:
    """Stores a practitioner under the clinic's own key

     Stores a practitioner under the clinic's own key.

    The clinic's system or its signatory may do it, and practitioners for themselves. The answer is 201
    for a
    new key; a known key gets the new details, and what the body leaves out is removed, but for a pause:
    it
    stays until a body names another one, or null. A key whose
    practitioner has left names a new practitioner: another `practitionerId`, without the clients, the
    slots
    and the login of the one who left. An address stays as it is while coming slots are there.

    Who: clinic-system, clinic-user, member.

    Args:
        clinic_id (str):
        key (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (Practitioner): A practitioner, as the clinic's own system describes them.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | StoredPractitioner
    """

    return sync_detailed(
        clinic_id=clinic_id,
        key=key,
        client=client,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    ).parsed


async def asyncio_detailed(
    clinic_id: str,
    key: str,
    *,
    client: AuthenticatedClient,
    body: Practitioner,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[Problem | StoredPractitioner]:
    """Stores a practitioner under the clinic's own key

     Stores a practitioner under the clinic's own key.

    The clinic's system or its signatory may do it, and practitioners for themselves. The answer is 201
    for a
    new key; a known key gets the new details, and what the body leaves out is removed, but for a pause:
    it
    stays until a body names another one, or null. A key whose
    practitioner has left names a new practitioner: another `practitionerId`, without the clients, the
    slots
    and the login of the one who left. An address stays as it is while coming slots are there.

    Who: clinic-system, clinic-user, member.

    Args:
        clinic_id (str):
        key (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (Practitioner): A practitioner, as the clinic's own system describes them.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | StoredPractitioner]
    """

    kwargs = _get_kwargs(
        clinic_id=clinic_id,
        key=key,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    clinic_id: str,
    key: str,
    *,
    client: AuthenticatedClient,
    body: Practitioner,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Problem | StoredPractitioner | None:
    """Stores a practitioner under the clinic's own key

     Stores a practitioner under the clinic's own key.

    The clinic's system or its signatory may do it, and practitioners for themselves. The answer is 201
    for a
    new key; a known key gets the new details, and what the body leaves out is removed, but for a pause:
    it
    stays until a body names another one, or null. A key whose
    practitioner has left names a new practitioner: another `practitionerId`, without the clients, the
    slots
    and the login of the one who left. An address stays as it is while coming slots are there.

    Who: clinic-system, clinic-user, member.

    Args:
        clinic_id (str):
        key (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (Practitioner): A practitioner, as the clinic's own system describes them.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | StoredPractitioner
    """

    return (
        await asyncio_detailed(
            clinic_id=clinic_id,
            key=key,
            client=client,
            body=body,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
        )
    ).parsed
