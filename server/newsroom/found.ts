import type { Random } from '../environment.ts';
import type { Newsroom } from './newsroom.ts';

/** Founds the newsroom of an empty store. Returns the newsroom's name. */
export async function foundNewsroom(
  { store, clock }: Newsroom,
  random: Random,
  name = 'Redaksi',
): Promise<string> {
  return store.write(async (records) => {
    const there = await records.newsroom.get();
    if (there !== undefined) return there.name;
    const at = clock().toISOString();
    await records.newsroom.found({ name, epoch: newEpoch(random), at });
    await records.audit.append({
      at,
      person: null,
      device: null,
      action: 'founded',
      story: null,
      detail: { name },
    });
    return name;
  });
}

/** After a restore from a backup: laptops then offer again what is missing. */
export async function renewEpoch({ store, clock }: Newsroom, random: Random): Promise<void> {
  await store.write(async (records) => {
    const epoch = newEpoch(random);
    await records.newsroom.renewEpoch(epoch);
    await records.audit.append({
      at: clock().toISOString(),
      person: null,
      device: null,
      action: 'epoch renewed',
      story: null,
      detail: { epoch },
    });
  });
}

function newEpoch(random: Random): string {
  return Buffer.from(random(16)).toString('hex');
}
