/** The network between laptops and server: every request hangs in it until the simulation says what becomes of it. */
import type { Http, HttpRequest, HttpResponse } from '#core/sync/http.ts';

/** What becomes of a request. */
export const FATES = [
  'arrives',
  'request-lost',
  'answer-lost',
  'twice',
  'answer-late',
  'again-later',
] as const;
export type Fate = (typeof FATES)[number];

/** A request under way, or one whose answer is (`answer`). */
export interface Flight {
  readonly n: number;
  readonly laptop: string;
  readonly request: HttpRequest;
  readonly answer: HttpResponse | null;
  readonly resolve: (response: HttpResponse) => void;
  readonly reject: (error: Error) => void;
}

export interface Network {
  /** The network as one laptop sees it. */
  readonly of: (laptop: string, isReachable: () => boolean) => Http;
  readonly flights: () => readonly Flight[];
  readonly decide: (flight: Flight, fate: Fate) => Promise<void>;
  /** Breaks every connection of a laptop, or of all. */
  readonly cut: (laptop?: string) => void;
}

/** @param serve asks the server; rejects when it is down */
export function createNetwork(
  serve: (laptop: string, request: HttpRequest) => Promise<HttpResponse>,
): Network {
  let count = 0;
  let flights: Flight[] = [];
  const put = (flight: Omit<Flight, 'n'>): void => {
    count += 1;
    flights.push({ ...flight, n: count });
  };
  const broken = () => new Error('the connection broke');

  async function decide(flight: Flight, fate: Fate): Promise<void> {
    flights = flights.filter(({ n }) => n !== flight.n);
    const { laptop, request, answer, resolve, reject } = flight;
    if (answer !== null) {
      if (fate === 'request-lost' || fate === 'answer-lost') reject(broken());
      else resolve(answer);
      return;
    }
    if (fate === 'request-lost') return reject(broken());
    try {
      const first = await serve(laptop, request);
      switch (fate) {
        case 'arrives':
          return resolve(first);
        case 'answer-lost':
          return reject(broken());
        case 'twice':
          return resolve(await serve(laptop, request));
        case 'answer-late':
          return put({ ...flight, answer: first });
        case 'again-later':
          // A proxy sends it once more when nobody waits for it any longer.
          put({ ...flight, resolve: () => undefined, reject: () => undefined });
          return resolve(first);
        default:
          return fate satisfies never;
      }
    } catch {
      reject(broken());
    }
  }

  return {
    of: (laptop, isReachable) => (request) =>
      new Promise((resolve, reject) => {
        if (isReachable()) put({ laptop, request, answer: null, resolve, reject });
        else reject(broken());
      }),
    flights: () => flights,
    decide,
    cut: (laptop) => {
      const lost = flights.filter((flight) => laptop === undefined || flight.laptop === laptop);
      flights = flights.filter((flight) => !lost.includes(flight));
      for (const { reject } of lost) reject(broken());
    },
  };
}
