/** XML has no place for these, escaped or not: one of them in a headline would end every feed that it stands in. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** XML text without letters that XML forbids. */
export const withoutForbidden = (xml: string): string => xml.replace(FORBIDDEN, '')
