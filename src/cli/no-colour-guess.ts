// Stands in the bundle for node:tty, 2 ms of every start, which chalk alone asks, for a guess of its own that is not
// used: whether there is a terminal is read from the streams (views/look.ts).
const isatty = (): boolean => false;

// biome-ignore lint/style/noDefaultExport: node:tty has one, and chalk imports that.
export default { isatty };
