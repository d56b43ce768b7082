import { takeMail } from '../../src/desk/take-mail.ts';
import { openStore } from '../../src/records/store.ts';
import { deskAt } from './desk-at.ts';
import { sampleForm } from './sample-form.ts';

/**
 * take-mail FILE COUNT [LAST]: takes in so many forms at once, says before each how many there are already, and `kept`
 * at the end. At the last it stands still.
 */
async function main([file = '', count = '0', last]: string[]): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const desk = deskAt(openStore(file, { create: false }));
  const mail = Array.from({ length: Number(count) }, (_, i) => ({
    ...sampleForm(`Family-${i}`),
    text: `form ${i}`,
    file: i,
  }));
  await takeMail(desk, mail, async (done) => {
    say(`${done}`);
    await new Promise((go) => setTimeout(go, `${done}` === last ? 600_000 : 1));
  });
  say('kept');
  await desk.store.close();
}

void main(process.argv.slice(2));
