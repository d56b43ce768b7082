import { matchingBench } from './matching.ts';

console.log(matchingBench([10_000, 100_000]));
