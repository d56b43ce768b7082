const never = (): never => {
  throw new Error('a file that is read neither reaches out nor runs');
};

const ways = [
  'fetch',
  'WebSocket',
  'EventSource',
  'XMLHttpRequest',
  'BroadcastChannel',
  'WebAssembly',
  'eval',
];

/** The makers of functions from text, which every function leads to. */
const makers: readonly object[] = [() => {}, async () => {}, function* () {}, async function* () {}].map(
  Object.getPrototypeOf,
);

/**
 * Takes from this thread the ways to the network and the ways to run text as code. A reader needs neither; should one
 * be tricked into them by a file, it ends there.
 */
export function shutOut(): void {
  const shut = { value: never, writable: false, configurable: false };
  for (const way of [...ways, 'Function']) {
    // Node 22 makes some of them when they are first looked at, which to define one does: its client of the network would
    // then go on loading behind the reader, and end it with a fault where it finds no WebAssembly.
    Reflect.deleteProperty(globalThis, way);
    Object.defineProperty(globalThis, way, shut);
  }
  for (const maker of makers) Object.defineProperty(maker, 'constructor', shut);
}
