/** How a person works on a laptop: kept field by field, by person, over restarts, and never sent. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WindowSession } from '#shared/contract/workspace.ts';
import { newId, type StoryId } from '#shared/domain/ids.ts';
import { openTestNewsroom, type TestNewsroom } from '#server/testing/newsroom-kit.ts';
import { openLaptop, type TestLaptop } from '../fakes/laptops.ts';

let newsroom: TestNewsroom;
let laptop: TestLaptop;

beforeEach(async () => {
  newsroom = await openTestNewsroom();
  laptop = openLaptop();
  await laptop.signIn('laili', newsroom.server.url);
});

afterEach(async () => {
  await laptop.close();
  await newsroom.end();
});

const story = newId<StoryId>();
const session: WindowSession = {
  tabs: [{ story, title: 'Banjir', place: { at: 'headline', offset: 3, scroll: 120 } }],
  left: story,
  right: null,
  side: 'left',
  desk: false,
};

it('what a person chose is there after a restart, and told to every window', async () => {
  expect(await laptop.call('workspace.get', {})).toEqual({});
  await laptop.call('workspace.set', { shortcuts: { 'story.save': 'Ctrl+J' } });
  expect(laptop.news.filter(({ event }) => event === 'workspace.changed')).toHaveLength(1);
  laptop = await laptop.restart();
  expect(await laptop.call('workspace.get', {})).toEqual({ shortcuts: { 'story.save': 'Ctrl+J' } });
});

it('a write of one field leaves every other as it is', async () => {
  await laptop.call('workspace.set', { shortcuts: { 'story.save': null } });
  await laptop.call('workspace.set', {});
  expect(await laptop.call('workspace.get', {})).toEqual({ shortcuts: { 'story.save': null } });
});

it('the tabs of each window are its own', async () => {
  await laptop.call('window.set', { window: 'main', session });
  await laptop.call('window.set', { window: 'window-2', session: { ...session, desk: true } });
  laptop = await laptop.restart();
  expect(await laptop.call('window.get', { window: 'main' })).toEqual(session);
  expect(await laptop.call('window.get', { window: 'window-2' })).toMatchObject({ desk: true });
  await laptop.call('window.set', { window: 'window-2', session: null });
  expect(await laptop.call('window.get', { window: 'window-2' })).toBeNull();
  expect(await laptop.call('workspace.get', {})).toEqual({});
});

it('nothing of it is another person’s, and none of it is sent', async () => {
  await laptop.call('workspace.set', { shortcuts: { 'story.save': 'Ctrl+J' } });
  await laptop.call('window.set', { window: 'main', session });
  const before = laptop.link.log.length;
  await laptop.sync();
  expect(laptop.link.log.slice(before).filter((line) => line.startsWith('POST'))).toEqual([]);
  await laptop.call('session.signOut', {});
  await laptop.signIn('zainal', newsroom.server.url);
  expect(await laptop.call('workspace.get', {})).toEqual({});
  expect(await laptop.call('window.get', { window: 'main' })).toBeNull();
});
