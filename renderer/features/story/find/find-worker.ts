/** Searches away from the window's own thread: a slow pattern never holds a key up. */
import { search, type Query, type SearchAnswer } from '#shared/domain/find/search.ts';

export interface SearchQuestion {
  readonly id: number;
  readonly query: Query;
  readonly texts: readonly string[];
  readonly language: string;
}

export interface SearchReply {
  readonly id: number;
  readonly answer: SearchAnswer;
}

addEventListener('message', ({ data }: MessageEvent<SearchQuestion>) => {
  const { id, query, texts, language } = data;
  postMessage({ id, answer: search(query, texts, language) } satisfies SearchReply);
});

postMessage('ready');
