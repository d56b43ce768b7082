import type { Desk } from '../../../desk/desk.ts';
import { submitterDueAt } from '../../../desk/dossier.ts';
import type { Referral } from '../../../rules/referral.ts';
import { referralJson } from '../../json/referral.ts';
import { type Answer, answer } from '../../session.ts';

/** The answer of a step that changed one referral: the referral and `more` to scripts, a sentence to people. */
export const changedAnswer = (desk: Desk, referral: Referral, sentence: string, more: object = {}): Answer =>
  answer(
    { referral, sentence },
    {
      json: (value) => ({
        referral: referralJson(value.referral, submitterDueAt(desk, value.referral)),
        ...more,
      }),
      show: (value) => value.sentence,
    },
  );
