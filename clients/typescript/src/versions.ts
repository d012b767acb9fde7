import type { Middleware } from "openapi-fetch";

/**
 * As `If-Match`: the version that this client read last, of the thing that the call changes.
 *
 * The call is sent without `If-Match` when none was read, and the API answers 428.
 */
export const LAST_READ = "last-read";

/** Returns the `If-Match` of a version that was read in a list. */
export function etag(version: number): string {
  return `"${version}"`;
}

/** Returns what remembers the `ETag` of every answer, and sends it where `LAST_READ` stands. */
export function rememberVersions(): Middleware {
  const versions = new Map<string, string>();
  return {
    onRequest({ request }) {
      if (request.headers.get("If-Match") !== LAST_READ) return;
      const version = nearest(versions, new URL(request.url).pathname);
      if (version === undefined) request.headers.delete("If-Match");
      else request.headers.set("If-Match", version);
    },
    onResponse({ request, response }) {
      const version = response.headers.get("ETag");
      const path = new URL(request.url).pathname;
      if (response.ok && version !== null) versions.set(owner(versions, request.method, path), version);
    },
  };
}

/** The thing of a path: an act below it, such as `…/revoke`, answers with the thing's own version. */
function owner(versions: Map<string, string>, method: string, path: string): string {
  if (method !== "POST") return path;
  return parents(path).find((one) => versions.has(one)) ?? path;
}

function nearest(versions: Map<string, string>, path: string): string | undefined {
  return parents(path)
    .map((one) => versions.get(one))
    .find((version) => version !== undefined);
}

/** A path and those above it, the longest first. */
function parents(path: string): string[] {
  const parts = path.split("/");
  return parts.map((_, above) => parts.slice(0, parts.length - above).join("/"));
}
