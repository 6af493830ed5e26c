import { describe, expect, it } from 'vitest';
import { dayPath, feedTime, readableTime, zonedTime } from './when.ts';

const EVENING = '2025-06-24T12:00:00.000Z';

describe('dates', () => {
  it.each([
    ['id', 'Asia/Jakarta', 'Selasa, 24 Juni 2025 19.00 WIB'],
    ['id', 'Asia/Makassar', 'Selasa, 24 Juni 2025 20.00 WITA'],
    ['id', 'Asia/Jayapura', 'Selasa, 24 Juni 2025 21.00 WIT'],
    ['en', 'Asia/Jakarta', 'Tuesday, 24 June 2025 19:00 WIB'],
  ] as const)('read as a newsroom writes them: %s in %s', (language, zone, printed) => {
    expect(readableTime(EVENING, language, zone)).toBe(printed);
  });

  it('are midnight at 00.00, and the day is the newsroom’s', () => {
    expect(readableTime('2025-06-24T17:00:00Z', 'id', 'Asia/Jakarta')).toBe(
      'Rabu, 25 Juni 2025 00.00 WIB',
    );
    expect(dayPath('2025-06-24T17:00:00Z', 'Asia/Jakarta')).toBe('2025/06/25');
  });

  it.each([
    ['Asia/Jakarta', '2025-06-24T19:00:00+07:00'],
    ['America/St_Johns', '2025-06-24T09:30:00-02:30'],
    ['UTC', '2025-06-24T12:00:00+00:00'],
  ])('carry the zone for search engines: %s', (zone, printed) => {
    expect(zonedTime(EVENING, zone)).toBe(printed);
    expect(new Date(printed).toISOString()).toBe(EVENING);
  });

  it('are RFC 822 in feeds, whatever zone the input names', () => {
    expect(feedTime(EVENING)).toBe('Tue, 24 Jun 2025 12:00:00 +0000');
    expect(feedTime('2025-01-02T03:04:05+07:00')).toBe('Wed, 01 Jan 2025 20:04:05 +0000');
  });
});
