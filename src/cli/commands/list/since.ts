import type { Desk } from '../../../desk/desk.ts';
import { finsSince } from '../../../desk/fins-since.ts';
import { dayOf } from '../../flags.ts';
import { finsSinceJson } from '../../json/fins.ts';
import { type Answer, answer } from '../../session.ts';
import { finsSinceView } from '../../views/fins-since.ts';
import { wordingOf } from '../../views/wording.ts';

/** Who came onto the list and left it since the day that was typed. */
export const listSince = async (desk: Desk, since: string): Promise<Answer> =>
  answer(await finsSince(desk, await dayOf(desk, '--since', since)), {
    json: finsSinceJson,
    show: (value, look) => finsSinceView(value, look, wordingOf(desk)),
  });
