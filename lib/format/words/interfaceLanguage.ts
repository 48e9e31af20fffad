/** The languages that the interface is complete in. Articles may be written in any language. */
export const interfaceLanguages = ['en', 'fr'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]

/** The interface's language for a text's (BCP 47), else `otherwise`: "fr-CA" is read with French words around it. */
export const interfaceLanguageOf = (
  language: string | undefined,
  otherwise: InterfaceLanguage = 'en',
): InterfaceLanguage => {
  const primary = language?.toLowerCase().split('-')[0]
  return interfaceLanguages.find((known) => known === primary) ?? otherwise
}
