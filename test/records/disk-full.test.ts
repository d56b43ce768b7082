import { describe, expect, it } from 'vitest';
import { openSqlite } from '../../src/records/engines/sqlite.ts';
import { firstBrokenLink } from '../../src/records/journal-chain.ts';
import { listReferrals } from '../../src/records/referrals.ts';
import { office, opened, refer } from '../office.ts';
import { scriptUnder } from '../processes/start.ts';

describe.skipIf(process.platform !== 'linux')('a disk with no more room', () => {
  // In kilobytes a file. Shells count in blocks of 512 or of 1,024 bytes: either way the sweep crosses every stage.
  const rooms = [10, 20, 40, 80, 150, 250, 330, 500, 900];

  it.each(rooms)(
    '(files end at %i kB) keeps what was there, and says so instead of showing less',
    async (room) => {
      const desk = await office();
      await refer(desk);
      await desk.store.close();
      const { file } = desk.store;
      const takeIn = await scriptUnder('take-in');
      const said = (await takeIn(`ulimit -f ${room * 2}`, file, 'W', '300').ended).trim().split('\n');

      const acknowledged = said.filter((line) => line.startsWith('R26-')).map((line) => line.split(' ')[0]);
      const others = said.slice(acknowledged.length);
      expect(others[0]).toBe('refused database disk');
      expect([undefined, 'refused database disk', `list ${acknowledged.length + 1}`]).toContain(others[1]);

      const { db } = opened(file, false);
      expect((await listReferrals(db, {})).map(({ id }) => id)).toEqual(['R26-0001', ...acknowledged]);
      expect(await firstBrokenLink(db)).toBeNull();
      const raw = openSqlite(file, { create: false });
      expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
      raw.close();
    },
  );
});
