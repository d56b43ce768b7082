import { Session } from 'node:inspector/promises';
import { planMatch } from '../../src/rules/matching.ts';
import { madeDay } from './matching.ts';

const size = Number(process.argv[2]);
const { families, specialists } = madeDay(size, size / 2);
for (let i = 0; i < 3; i++) planMatch(families, specialists);
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: 200 });
await session.post('Profiler.start');
const b = performance.now();
for (let i = 0; i < (size > 50000 ? 2 : 30); i++) planMatch(families, specialists);
console.log((performance.now() - b) / (size > 50000 ? 2 : 30));
const { profile } = await session.post('Profiler.stop');
const self = new Map<string, number>();
const total = profile.timeDeltas!.reduce((a, b) => a + b, 0);
const byId = new Map(profile.nodes.map((n) => [n.id, n]));
profile.samples!.forEach((id, i) => {
  const n = byId.get(id)!;
  const k = `${n.callFrame.functionName}:${n.callFrame.lineNumber + 1} ${n.callFrame.url.split('/').pop()}`;
  self.set(k, (self.get(k) ?? 0) + profile.timeDeltas![i]!);
});
const lines = new Map<string, number>(); for (const n of profile.nodes) for (const p of n.positionTicks ?? []) { const k = `${n.callFrame.url.split("/").pop()}:${p.line}`; lines.set(k, (lines.get(k) ?? 0) + p.ticks); } const all = [...lines.values()].reduce((a, b) => a + b, 0); for (const [k, v] of [...lines].sort((a, b) => b[1] - a[1]).slice(0, 30)) console.log((100 * v / all).toFixed(1), k);
