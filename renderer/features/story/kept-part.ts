/** A part of something that changes with every key: the very same object as before, as long as the part is the same. */

export type Same<Part> = (a: Part, b: Part) => boolean;

/** Reads a part of what `read` gives. What `same` holds for the same stays the object that was given first. */
export function keptPart<Whole, Part>(
  read: () => Whole,
  select: (whole: Whole) => Part,
  same: Same<Part> = Object.is,
): () => Part {
  let last: { readonly whole: Whole; readonly part: Part } | null = null;
  return () => {
    const whole = read();
    if (last !== null && last.whole === whole) return last.part;
    const part = select(whole);
    last = { whole, part: last !== null && same(last.part, part) ? last.part : part };
    return last.part;
  };
}

/** The same fields with the very same values. */
export function sameFields<Part extends object>(a: Part, b: Part): boolean {
  const fields = Object.keys(a) as (keyof Part)[];
  return (
    fields.length === Object.keys(b).length &&
    fields.every((field) => Object.hasOwn(b, field) && Object.is(a[field], b[field]))
  );
}
