import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ServerEvent, StoryRecord } from '#shared/contract/http.ts';
import { ROLES } from '#shared/domain/roles.ts';
import { signIn, type Press } from './press.ts';
import { startDemo, type Demo } from './start-demo.ts';
import { SAMPLE_STORIES, sampleText } from './stories.ts';

let root: string;
let demo: Demo | undefined;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'redaksi-demo-'));
});
afterEach(async () => {
  await demo?.close();
  demo = undefined;
  rmSync(root, { recursive: true, force: true });
});

async function open(dataDir = path.join(root, 'server')): Promise<Demo> {
  demo = await startDemo({ dataDir, fresh: false, port: 0 });
  return demo;
}

async function close(): Promise<void> {
  await demo?.close();
  demo = undefined;
}

async function allEvents(press: Press): Promise<readonly ServerEvent[]> {
  const { events } = await press.ask('events', { after: 0, limit: 500 });
  return events;
}

function newestRecords(events: readonly ServerEvent[]): readonly StoryRecord[] {
  const stories = new Map<string, StoryRecord>();
  for (const event of events) if (event.kind === 'story') stories.set(event.story.id, event.story);
  return [...stories.values()];
}

test('everybody can sign in with the printed password, and every role is held by somebody', async () => {
  const { url, people } = await open();
  for (const { username, password, name, roles } of people) {
    const { person } = await signIn(url, username, password);
    expect(person.fullName).toBe(name);
    expect(new Set(person.grants.map((grant) => grant.role))).toEqual(new Set(roles));
  }
  expect(new Set(people.flatMap(({ roles }) => roles))).toEqual(new Set(ROLES));
}, 60_000);

test('the stories stand in different states, what is out was read back equal, and a second start adds nothing', async () => {
  const first = await open();
  const zainal = first.people.find(({ username }) => username === 'zainal')!;
  const events = await allEvents(await signIn(first.url, 'zainal', zainal.password));
  const records = newestRecords(events);
  expect(records.map(({ state }) => state).toSorted()).toEqual([
    'approved',
    'draft',
    'published',
    'published',
    'published',
    'published',
    'returned',
    'submitted',
    'updated',
    'withdrawn',
  ]);
  expect(
    new Set(events.flatMap((event) => (event.kind === 'site' ? [event.site.id] : []))).size,
  ).toBe(2);
  expect(
    new Set(events.flatMap((event) => (event.kind === 'desk' ? [event.desk.id] : []))).size,
  ).toBe(3);
  const live = records
    .flatMap(({ publications }) => publications)
    .filter(({ state }) => state === 'seen-live');
  expect(new Set(live.map(({ site }) => site)).size).toBe(2);
  for (const publication of live) {
    expect(publication.proof?.equal).toBe(true);
    expect(publication.proof?.content).toBe(publication.content);
    expect((await fetch(publication.url!)).status).toBe(200);
  }
  const withdrawn = records.find(({ state }) => state === 'withdrawn')!;
  expect((await fetch(withdrawn.publications.at(-1)!.url!)).status).toBe(410);
  // Told in the order of time, over the last week.
  const times = records.map(({ createdAt }) => Date.parse(createdAt));
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(Date.now() - Math.min(...times)).toBeLessThan(7 * 86_400_000);
  expect(Math.max(...times)).toBeLessThan(Date.now());
  await close();

  const second = await open();
  const again = await allEvents(await signIn(second.url, 'zainal', zainal.password));
  expect(again.length).toBe(events.length);
}, 60_000);

test('the clock goes on by itself once the sample is told', async () => {
  const { url, people } = await open();
  const { at } = (await (await fetch(`${url}/v1/hello`)).json()) as { at: string };
  expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(60_000);
  expect(people[0]).toMatchObject({ username: 'laili', roles: ['reporter'] });
}, 60_000);

test('a sample that was cut off while it was told begins anew', async () => {
  const dataDir = path.join(root, 'server');
  mkdirSync(dataDir);
  writeFileSync(path.join(dataDir, 'sample-newsroom'), 'seeding\n');
  writeFileSync(path.join(dataDir, 'newsroom.sqlite'), 'half');
  const { url } = await open();
  expect((await fetch(`${url}/tribun-jateng/`)).status).toBe(200);
}, 60_000);

test.each([false, true])(
  'a folder that holds something else is never touched (fresh: %s)',
  async (fresh) => {
    writeFileSync(path.join(root, 'newsroom.sqlite'), 'a real newsroom');
    await expect(startDemo({ dataDir: root, fresh, port: 0 })).rejects.toThrow(
      'no sample newsroom',
    );
    expect(readdirSync(root)).toEqual(['newsroom.sqlite']);
  },
);

test('the dates in the texts have the right weekday, and no mark is left', () => {
  for (const { file } of SAMPLE_STORIES) {
    const text = sampleText(file, new Date('2026-11-24T05:00:00Z'));
    expect(text).not.toMatch(/[{}]/);
    for (const [, weekday, day, month, year] of text.matchAll(
      /(\p{L}+) \((\d+)\/(\d+)\/(\d{4})\)/gu,
    )) {
      const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), 5));
      expect(new Intl.DateTimeFormat('id-ID', { weekday: 'long' }).format(date)).toBe(weekday);
    }
  }
  expect(sampleText('sekolah', new Date('2026-11-24T05:00:00Z'))).toContain('Senin (23/11/2026)');
});
