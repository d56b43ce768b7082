import type { Command } from 'commander';
import { type ReferralStatus, statusInWords } from '../../../rules/referral.ts';
import { listed } from '../../command.ts';

export interface ReferralListFlags {
  status?: string[];
  county?: string;
  circuit?: string;
  program?: string;
  all?: boolean;
}

export const statuses = Object.keys(statusInWords) as ReferralStatus[];

/** Of `iis referral list` and `iis list referrals`. */
export const addListFlags = (command: Command): Command =>
  command
    .option('--status <status>', `only these: ${statuses.join(', ')}`, listed)
    .option('--county <county>', 'only this county')
    .option('--circuit <number>', 'only this circuit')
    .option('--program <program>', 'only this program')
    .option('--all', 'ended ones too');
