import iis from '../../data/programs/iis.json';
import { type Office, told } from './terminal.ts';

const criteria = iis.criteria.map(({ id }) => id);

/** A family of this name is referred to the office, with all that a screening and a match need. */
export const referTo = (office: Office, name: string): void => {
  const family = ['--caregiver', name, '--child', `Tom ${name}; 5/6/2015`];
  const facts = ['--county', 'Boone', '--priority', 'high', '--situation', 'neglect', '--reason', 'Example'];
  const said = ['--agrees', 'yes', '--spoken-on', '10/1/2026', '--submitter', 'Ann Example'];
  told(office, 'referral', 'add', '--source', 'community', ...family, ...facts, ...said);
};

/** It is screened, and found eligible. */
export const screenAt = (office: Office, id: string): void =>
  void told(office, 'referral', 'screen', id, ...criteria.flatMap((one) => ['--answer', `${one}=yes`]));
