import { secondsOf } from "./problem.js";

/** How often a call is tried, and how it waits in between. */
export interface Retries {
  /** The most times that a call is sent; 4 unless it is set. 1 never repeats. */
  tries: number;
  /** The most seconds that it waits for one repetition; 60 unless it is set. */
  longestWait: number;
  wait: (seconds: number, signal: AbortSignal) => Promise<void>;
}

export const RETRIES: Retries = { tries: 4, longestWait: 60, wait: pause };

type Fetch = (request: Request) => Promise<Response>;

/**
 * Returns a `fetch` that repeats a call after 429 and 503, and after a lost connection.
 *
 * It is the same request, with the same `Idempotency-Key`, so that the act is done once. A change that has no
 * key is not repeated after a lost connection, because it may have been done.
 */
export function repeating(fetch: Fetch, { tries, longestWait, wait }: Retries): Fetch {
  return async (request) => {
    for (let trial = 1; ; trial++) {
      const last = trial >= tries;
      let seconds = 2 ** (trial - 1);
      try {
        const response = await fetch(request.clone());
        if (last || (response.status !== 429 && response.status !== 503)) return response;
        seconds = secondsOf(response.headers.get("Retry-After")) ?? seconds;
        if (seconds > longestWait) return response;
        await response.body?.cancel();
      } catch (fault) {
        if (last || request.signal.aborted || !mayRepeat(request)) throw fault;
      }
      await wait(seconds, request.signal);
    }
  };
}

function mayRepeat(request: Request): boolean {
  return request.method === "GET" || request.headers.has("Idempotency-Key");
}

/** Waits. Rejects as soon as the signal is aborted. */
export function pause(seconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, seconds * 1000);
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop, { once: true });
  });
}
