import { sql } from 'kysely';
import type { ServerEvent } from '#shared/contract/http.ts';
import { allRows, firstRow, run, type Db } from './rows.ts';
import type { EventsRepository } from './store.ts';

/** A page of events stays below this many characters, so that one pull never needs a big answer. */
const PAGE_CHARACTERS = 4_000_000;

interface EventRow {
  readonly seq: number;
  readonly kind: ServerEvent['kind'];
  readonly body: string;
}

export function eventsIn(db: Db): EventsRepository {
  return {
    append: async (event) => {
      // The counter and the event are one transaction: no number is ever skipped, none is seen before a smaller one.
      const counter = await firstRow(
        db,
        sql<{ seq: number }>`update newsroom set seq = seq + 1 returning seq`,
      );
      if (counter === undefined) throw new Error('the newsroom is not founded');
      const { kind, ...body } = event;
      await run(
        db,
        sql`insert into event (seq, kind, body) values (${counter.seq}, ${kind}, ${JSON.stringify(body)})`,
      );
      return counter.seq;
    },
    head: async () =>
      (await firstRow(db, sql<{ seq: number }>`select seq from newsroom`))?.seq ?? 0,
    after: async (seq, limit) => {
      const rows = await allRows(
        db,
        sql<EventRow>`
          select seq, kind, body from (
            select seq, kind, body, sum(length(body)) over (order by seq) as so_far, length(body) as own
            from (select * from event where seq > ${seq} order by seq limit ${limit})
          ) where so_far - own < ${PAGE_CHARACTERS} order by seq`,
      );
      return rows.map(eventOf);
    },
  };
}

function eventOf({ seq, kind, body }: EventRow): ServerEvent {
  return { seq, kind, ...(JSON.parse(body) as object) } as ServerEvent;
}
