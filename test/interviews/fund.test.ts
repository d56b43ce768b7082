import { beforeAll, expect, it } from 'vitest';
import { assign } from '../../src/desk/match.ts';
import { eligible, office, specialist } from '../office.ts';
import { arrowDown, emptied, type Office, onTerminal, told } from './terminal.ts';

let served: Office;
beforeAll(async () => {
  const desk = await office({ settings: { circuits: [13] } });
  await specialist(desk, 'kim');
  const referral = await eligible(desk);
  await assign(desk, { only: [referral], program: null });
  await desk.store.close();
  served = { file: desk.store.file };
  told(served, 'fund', 'budget', '--amount', '300');
});

it('a request is asked for, decided with a reason above the budget, and paid up to what was approved', async () => {
  const asking = onTerminal(served, 'fund', 'request', '1');
  await asking.answers('What is the money for?', 'Rent');
  await asking.answers('What exactly', 'October rent');
  await asking.answers('How much, in dollars?', '412.555');
  await asking.sees('has parts of a cent');
  await asking.answers('How much, in dollars?', `${emptied}412.50`);
  await asking.answers('Why would it avert the removal of a child?', 'They would lose the home.');
  await asking.answers('Which other resources were tried?', 'the church');
  await asking.answers('Who asks?', '');
  await asking.answers('When was it asked for?', '');
  await asking.sees('Check the request', 'October rent', '$412.50', 'Asked by');
  await asking.answers('Is this right?', '');
  await asking.sees('E26-0001: $412.50 for rent');
  expect((await asking.ends()).exit).toBe(0);

  const deciding = onTerminal(served, 'fund', 'decide', '--as', 'PL');
  await deciding.presses('Which request?', `${arrowDown}\r`);
  await deciding.sees('They would lose the home.', '$300.00 of $300.00 is left');
  await deciding.answers('What does the Division decide?', 'Approve');
  await deciding.answers('How much?', '');
  await deciding.answers('Why is it approved although the budget does not reach?', 'the heat is off');
  await deciding.sees('$112.50 over the budget');
  expect((await deciding.ends()).exit).toBe(0);

  const paying = onTerminal(served, 'fund', 'pay', '1');
  await paying.answers('How much?', `${emptied}412.51`);
  await paying.sees('That is more than is left of it: $412.50.');
  await paying.answers('How much?', `${emptied}412.50`);
  await paying.answers('To whom was it paid?', 'Sample Rentals');
  await paying.answers('On which day was it paid?', '');
  await paying.sees('All that was approved is paid.');
  expect((await paying.ends()).exit).toBe(0);
});
