/** Is the server up, and who is it? */
import { PROTOCOL } from '#shared/contract/http.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import type { ApiHandlers } from './adapter.ts';

export function serviceRoutes(
  { store, clock, signer }: Newsroom,
  version: string,
): Pick<ApiHandlers, 'health' | 'hello'> {
  const newsroom = async () => {
    const row = await store.read((records) => records.newsroom.get());
    if (row === undefined) throw new Error('the newsroom is not founded');
    return row;
  };
  return {
    health: async () => ({ ok: true, version, head: (await newsroom()).seq }),
    hello: async () => {
      const { name, epoch, seq } = await newsroom();
      return {
        product: 'redaksi',
        epoch,
        protocol: { min: PROTOCOL, max: PROTOCOL },
        newsroom: name,
        at: clock().toISOString(),
        head: seq,
        keys: { ...signer.publicKeys },
      };
    },
  };
}
