// Stands in the bundle for chalk's own guess whether there is a terminal and what it can show, for which it asks node:tty
// and node:os, 4 ms of every start: what is to be coloured is decided by the flags and the streams (views/look.ts).
const noGuess = { stdout: false, stderr: false };

// biome-ignore lint/style/noDefaultExport: chalk's has one, and chalk imports that.
export default noGuess;
