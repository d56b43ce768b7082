import fc from 'fast-check';

/** One change to the bytes of a file, such as a bad line, a bad disk or a bad mind makes. */
type Change = (bytes: Buffer) => Buffer;

const at = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const placeIn = (bytes: Buffer, part: number): number => Math.floor(part * bytes.length);
const spliced = (bytes: Buffer, from: number, to: number, between: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, from), between, bytes.subarray(to)]);

const range = fc.tuple(at, fc.nat({ max: 200 }));

/** A file of a few seeds, changed up to eight times, now and then with pieces that its readers look for. */
export const mutatedFile = (
  seeds: readonly Uint8Array[],
  pieces: readonly string[],
): fc.Arbitrary<Buffer> => {
  const change: fc.Arbitrary<Change> = fc.oneof(
    fc.tuple(at, fc.nat({ max: 255 })).map(
      ([part, value]): Change =>
        (bytes) => {
          const copy = Buffer.from(bytes);
          if (copy.length > 0) copy[placeIn(copy, part)] = value;
          return copy;
        },
    ),
    range.map(
      ([part, length]): Change =>
        (bytes) => {
          const from = placeIn(bytes, part);
          return spliced(bytes, from, from + length, Buffer.alloc(0));
        },
    ),
    fc.tuple(range, at).map(
      ([[part, length], to]): Change =>
        (bytes) => {
          const from = placeIn(bytes, part);
          const place = placeIn(bytes, to);
          return spliced(bytes, place, place, bytes.subarray(from, from + length));
        },
    ),
    fc.tuple(at, fc.constantFrom(...pieces)).map(
      ([part, piece]): Change =>
        (bytes) => {
          const place = placeIn(bytes, part);
          return spliced(bytes, place, place, Buffer.from(piece, 'latin1'));
        },
    ),
    fc.tuple(at, fc.uint8Array({ maxLength: 40 })).map(
      ([part, noise]): Change =>
        (bytes) => {
          const place = placeIn(bytes, part);
          return spliced(bytes, place, place + noise.length, noise);
        },
    ),
    at.map(
      (part): Change =>
        (bytes) =>
          bytes.subarray(0, placeIn(bytes, part)),
    ),
  );
  return fc
    .tuple(fc.constantFrom(...seeds), fc.array(change, { minLength: 1, maxLength: 8 }))
    .map(([seed, changes]) => changes.reduce<Buffer>((bytes, one) => one(bytes), Buffer.from(seed)));
};
