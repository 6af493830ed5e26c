/** What the server takes from the world as arguments, so that a simulation can decide them. */

/** The only clock that decides anything. */
export type Clock = () => Date;
/** Unpredictable bytes. SECURITY: tokens, keys and ids come from here. */
export type Random = (bytes: number) => Uint8Array;
/** A new UUIDv7 of the wanted kind. */
export type NewId = <Id extends string>() => Id;

/** Ids made from the given clock and randomness: RFC 9562, version 7. */
export function idsFrom(clock: Clock, random: Random): NewId {
  return <Id extends string>() => {
    const bytes = new Uint8Array(16);
    new DataView(bytes.buffer).setBigUint64(0, BigInt(clock().getTime()) << 16n);
    bytes.set(random(10), 6);
    bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
    bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
    const hex = Buffer.from(bytes).toString('hex');
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      hex.slice(12, 16),
      hex.slice(16, 20),
      hex.slice(20),
    ].join('-') as Id;
  };
}
