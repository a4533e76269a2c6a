/** Doubles as text that gives every bit back, the sign of zero too, which JavaScript leaves out. */
export const numberText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));
