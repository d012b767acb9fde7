import { answered } from "./problem.js";

type PageAnswer<Item> =
  | { data: { items: Item[]; nextCursor: string | null }; error?: never; response: Response }
  | { data?: never; error: unknown; response: Response };

/**
 * Yields every item of a list, page by page.
 *
 * `read` gets the query of the page: `pages((page) => api.GET("/v1/claims", { params: { query: page } }))`.
 * Throws `ProblemError`.
 */
export async function* pages<Item>(
  read: (page: { cursor?: string }) => Promise<PageAnswer<Item>>,
): AsyncGenerator<Item, void, undefined> {
  let page: { cursor?: string } = {};
  for (;;) {
    const { items, nextCursor } = await answered(read(page));
    yield* items;
    if (nextCursor === null) return;
    page = { cursor: nextCursor };
  }
}
