from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.find_practitioners_country import (
    FindPractitionersCountry,
)
from ...models.find_practitioners_treatment import (
    FindPractitionersTreatment,
)
from ...models.found_practitioner_page import FoundPractitionerPage
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    treatment: FindPractitionersTreatment | Unset = UNSET,
    problem: str | Unset = UNSET,
    postcode: str | Unset = UNSET,
    within_km: float | Unset = UNSET,
    crisis: bool | Unset = UNSET,
    language: str | Unset = UNSET,
    country: FindPractitionersCountry | Unset = UNSET,
    guarantee_id: str | Unset = UNSET,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    params: dict[str, Any] = {}

    json_treatment: str | Unset = UNSET
    if not isinstance(treatment, Unset):
        json_treatment = treatment

    params["treatment"] = json_treatment

    params["problem"] = problem

    params["postcode"] = postcode

    params["withinKm"] = within_km

    params["crisis"] = crisis

    params["language"] = language

    json_country: str | Unset = UNSET
    if not isinstance(country, Unset):
        json_country = country

    params["country"] = json_country

    params["guaranteeId"] = guarantee_id

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/practitioners",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> FoundPractitionerPage | Problem | None:
    if response.status_code == 200:
        response_200 = FoundPractitionerPage.from_dict(response.json())

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
) -> Response[FoundPractitionerPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    treatment: FindPractitionersTreatment | Unset = UNSET,
    problem: str | Unset = UNSET,
    postcode: str | Unset = UNSET,
    within_km: float | Unset = UNSET,
    crisis: bool | Unset = UNSET,
    language: str | Unset = UNSET,
    country: FindPractitionersCountry | Unset = UNSET,
    guarantee_id: str | Unset = UNSET,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[FoundPractitionerPage | Problem]:
    """Lists the practitioners who suit, best first

     Lists the practitioners who suit, best first.

    They are sorted by fit to the problem, by distance (0–2 km, 2–5, 5–10, 10–25, 25–50 and so on) and
    by the
    day of the first free slot. Of equals, who has fewer clients for the own capacity comes first, then
    a lot
    decides that is drawn every day. `why` explains it. First come up to 240 with the nearest postcodes
    (without a postcode, with the earliest free slots), then the next ones. Practitioners who take no
    insurance clients today are left out, and one with several addresses is shown at the nearest. A page
    holds
    at most 50; it may hold fewer and still have a next one.

    `problem` may be written in Danish, Norwegian or English: `angst` finds who lists `anxiety`.

    With `guaranteeId` the search is for its treatment, in its country, and leaves out those who
    declined its
    client, and the clinics that its client refused. A member then finds only where the guarantee can be
    used:
    after the first booking or a match that is one clinic, or one practitioner of it, until they leave.

    The position of a postcode is that of GeoNames (https://www.geonames.org, CC BY 4.0). Coordinates
    that a
    clinic gives place its own practitioner only.

    Who: auditor, caseworker, finance, member, network, platform, quality, underwriting.

    Args:
        treatment (FindPractitionersTreatment | Unset):
        problem (str | Unset):
        postcode (str | Unset):
        within_km (float | Unset):
        crisis (bool | Unset):
        language (str | Unset):
        country (FindPractitionersCountry | Unset):
        guarantee_id (str | Unset):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FoundPractitionerPage | Problem]
    """

    kwargs = _get_kwargs(
        treatment=treatment,
        problem=problem,
        postcode=postcode,
        within_km=within_km,
        crisis=crisis,
        language=language,
        country=country,
        guarantee_id=guarantee_id,
        limit=limit,
        cursor=cursor,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    treatment: FindPractitionersTreatment | Unset = UNSET,
    problem: str | Unset = UNSET,
    postcode: str | Unset = UNSET,
    within_km: float | Unset = UNSET,
    crisis: bool | Unset = UNSET,
    language: str | Unset = UNSET,
    country: FindPractitionersCountry | Unset = UNSET,
    guarantee_id: str | Unset = UNSET,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> FoundPractitionerPage | Problem | None:
    """Lists the practitioners who suit, best first

     Lists the practitioners who suit, best first.

    They are sorted by fit to the problem, by distance (0–2 km, 2–5, 5–10, 10–25, 25–50 and so on) and
    by the
    day of the first free slot. Of equals, who has fewer clients for the own capacity comes first, then
    a lot
    decides that is drawn every day. `why` explains it. First come up to 240 with the nearest postcodes
    (without a postcode, with the earliest free slots), then the next ones. Practitioners who take no
    insurance clients today are left out, and one with several addresses is shown at the nearest. A page
    holds
    at most 50; it may hold fewer and still have a next one.

    `problem` may be written in Danish, Norwegian or English: `angst` finds who lists `anxiety`.

    With `guaranteeId` the search is for its treatment, in its country, and leaves out those who
    declined its
    client, and the clinics that its client refused. A member then finds only where the guarantee can be
    used:
    after the first booking or a match that is one clinic, or one practitioner of it, until they leave.

    The position of a postcode is that of GeoNames (https://www.geonames.org, CC BY 4.0). Coordinates
    that a
    clinic gives place its own practitioner only.

    Who: auditor, caseworker, finance, member, network, platform, quality, underwriting.

    Args:
        treatment (FindPractitionersTreatment | Unset):
        problem (str | Unset):
        postcode (str | Unset):
        within_km (float | Unset):
        crisis (bool | Unset):
        language (str | Unset):
        country (FindPractitionersCountry | Unset):
        guarantee_id (str | Unset):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FoundPractitionerPage | Problem
    """

    return sync_detailed(
        client=client,
        treatment=treatment,
        problem=problem,
        postcode=postcode,
        within_km=within_km,
        crisis=crisis,
        language=language,
        country=country,
        guarantee_id=guarantee_id,
        limit=limit,
        cursor=cursor,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    treatment: FindPractitionersTreatment | Unset = UNSET,
    problem: str | Unset = UNSET,
    postcode: str | Unset = UNSET,
    within_km: float | Unset = UNSET,
    crisis: bool | Unset = UNSET,
    language: str | Unset = UNSET,
    country: FindPractitionersCountry | Unset = UNSET,
    guarantee_id: str | Unset = UNSET,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[FoundPractitionerPage | Problem]:
    """Lists the practitioners who suit, best first

     Lists the practitioners who suit, best first.

    They are sorted by fit to the problem, by distance (0–2 km, 2–5, 5–10, 10–25, 25–50 and so on) and
    by the
    day of the first free slot. Of equals, who has fewer clients for the own capacity comes first, then
    a lot
    decides that is drawn every day. `why` explains it. First come up to 240 with the nearest postcodes
    (without a postcode, with the earliest free slots), then the next ones. Practitioners who take no
    insurance clients today are left out, and one with several addresses is shown at the nearest. A page
    holds
    at most 50; it may hold fewer and still have a next one.

    `problem` may be written in Danish, Norwegian or English: `angst` finds who lists `anxiety`.

    With `guaranteeId` the search is for its treatment, in its country, and leaves out those who
    declined its
    client, and the clinics that its client refused. A member then finds only where the guarantee can be
    used:
    after the first booking or a match that is one clinic, or one practitioner of it, until they leave.

    The position of a postcode is that of GeoNames (https://www.geonames.org, CC BY 4.0). Coordinates
    that a
    clinic gives place its own practitioner only.

    Who: auditor, caseworker, finance, member, network, platform, quality, underwriting.

    Args:
        treatment (FindPractitionersTreatment | Unset):
        problem (str | Unset):
        postcode (str | Unset):
        within_km (float | Unset):
        crisis (bool | Unset):
        language (str | Unset):
        country (FindPractitionersCountry | Unset):
        guarantee_id (str | Unset):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FoundPractitionerPage | Problem]
    """

    kwargs = _get_kwargs(
        treatment=treatment,
        problem=problem,
        postcode=postcode,
        within_km=within_km,
        crisis=crisis,
        language=language,
        country=country,
        guarantee_id=guarantee_id,
        limit=limit,
        cursor=cursor,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    treatment: FindPractitionersTreatment | Unset = UNSET,
    problem: str | Unset = UNSET,
    postcode: str | Unset = UNSET,
    within_km: float | Unset = UNSET,
    crisis: bool | Unset = UNSET,
    language: str | Unset = UNSET,
    country: FindPractitionersCountry | Unset = UNSET,
    guarantee_id: str | Unset = UNSET,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> FoundPractitionerPage | Problem | None:
    """Lists the practitioners who suit, best first

     Lists the practitioners who suit, best first.

    They are sorted by fit to the problem, by distance (0–2 km, 2–5, 5–10, 10–25, 25–50 and so on) and
    by the
    day of the first free slot. Of equals, who has fewer clients for the own capacity comes first, then
    a lot
    decides that is drawn every day. `why` explains it. First come up to 240 with the nearest postcodes
    (without a postcode, with the earliest free slots), then the next ones. Practitioners who take no
    insurance clients today are left out, and one with several addresses is shown at the nearest. A page
    holds
    at most 50; it may hold fewer and still have a next one.

    `problem` may be written in Danish, Norwegian or English: `angst` finds who lists `anxiety`.

    With `guaranteeId` the search is for its treatment, in its country, and leaves out those who
    declined its
    client, and the clinics that its client refused. A member then finds only where the guarantee can be
    used:
    after the first booking or a match that is one clinic, or one practitioner of it, until they leave.

    The position of a postcode is that of GeoNames (https://www.geonames.org, CC BY 4.0). Coordinates
    that a
    clinic gives place its own practitioner only.

    Who: auditor, caseworker, finance, member, network, platform, quality, underwriting.

    Args:
        treatment (FindPractitionersTreatment | Unset):
        problem (str | Unset):
        postcode (str | Unset):
        within_km (float | Unset):
        crisis (bool | Unset):
        language (str | Unset):
        country (FindPractitionersCountry | Unset):
        guarantee_id (str | Unset):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FoundPractitionerPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            treatment=treatment,
            problem=problem,
            postcode=postcode,
            within_km=within_km,
            crisis=crisis,
            language=language,
            country=country,
            guarantee_id=guarantee_id,
            limit=limit,
            cursor=cursor,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
        )
    ).parsed
