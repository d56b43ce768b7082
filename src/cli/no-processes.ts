// Stands in the bundle for node:child_process, which commander asks for at every start, 10 ms long, for commands that
// are programs of their own, and a prompt that is not used for its editor. This program starts no other.
const none = (): never => {
  throw new Error('iis starts no other program');
};

export { none as spawn, none as spawnSync };
