import createClient, { type Client, type Middleware } from "openapi-fetch";
import type { Paths } from "./paths.js";
import { rememberOperation } from "./problem.js";
import { RETRIES, type Retries, repeating } from "./retries.js";
import { rememberVersions } from "./versions.js";

/** The API: `GET`, `POST`, `PUT` and `DELETE` with the paths of its document. */
export type Helsebro = Client<Paths>;

export interface Options {
  /** The address of the API, without `/v1`. */
  apiUrl: string;
  /** Returns the ID token of the user; asked before each call. Without it only public routes answer. */
  token?: () => string | Promise<string>;
  /** The language of every text that users read. */
  language?: "da" | "nb" | "en";
  retries?: Partial<Retries>;
  fetch?: (request: Request) => Promise<Response>;
}

/** Returns a client of one user. It remembers what it read, so make another one for another user. */
export function createHelsebro({ apiUrl, token, language, retries, fetch }: Options): Helsebro {
  const client = createClient<Paths>({
    baseUrl: apiUrl,
    fetch: repeating(fetch ?? ((request) => globalThis.fetch(request)), { ...RETRIES, ...retries }),
    ...(language === undefined ? {} : { headers: { "Accept-Language": language } }),
  });
  client.use(rememberOperation, rememberVersions(), sendKey);
  if (token) client.use(sendToken(token));
  return client;
}

function sendToken(token: () => string | Promise<string>): Middleware {
  return {
    async onRequest({ request }) {
      request.headers.set("Authorization", `Bearer ${await token()}`);
    },
  };
}

/** A key for each act that has none of its own. */
const sendKey: Middleware = {
  onRequest({ request }) {
    if (request.method === "POST" && !request.headers.has("Idempotency-Key")) {
      request.headers.set("Idempotency-Key", crypto.randomUUID());
    }
  },
};
