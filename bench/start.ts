import type { Bench, Row } from './measure.ts';
import { makeDataFolder, removeDataFolder, startHouse } from './running-house.ts';

/** From the command to the first answer: with a new data folder (database made, demo filled) and with the same one again. */
export const bench: Bench = {
  name: 'start',
  async run({ smoke }) {
    const cold: number[] = [];
    const second: number[] = [];
    for (let round = 0; round < (smoke ? 1 : 3); round++) {
      const folder = await makeDataFolder();
      try {
        for (const times of [cold, second]) {
          const house = await startHouse(folder);
          times.push(house.startedInMs / 1000);
          await house.stop();
        }
      } finally {
        await removeDataFolder(folder);
      }
    }
    const row = (what: string, times: number[], aim: string): Row => ({
      what,
      value: Math.max(...times),
      unit: 's',
      aim,
      note: `worst of ${times.length}`,
    });
    return [row('cold start, with demo fill', cold, '≤ 8 s'), row('second start', second, '≤ 2.5 s')];
  },
};
