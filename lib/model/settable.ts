/**
 * Letters of the latin alphabets with their signs. The drawing of cards sets letters one after the other: Arabic, whose
 * letters join, or Hebrew, which runs the other way, would come out wrong rather than missing.
 */
const SETTABLE = /^[\p{Script=Latin}\p{N}\p{P}\p{Sc}\p{Zs}+=<>|~^°×−]*$/u

export const isSettable = (text: string): boolean => SETTABLE.test(text)

/** The text if cards can set it. */
export const settable = (text: string | undefined): string | undefined =>
  text !== undefined && isSettable(text) ? text : undefined
