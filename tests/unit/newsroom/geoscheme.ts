/** The United Nations' geoscheme (M49), and where we put the two places that it does not list by themselves. */
export const geoscheme: Record<string, { region: string; iso2: string }> = {
  'Northern Africa': { region: 'Africa', iso2: 'DZ EG EH LY MA SD TN' },
  'Eastern Africa': { region: 'Africa', iso2: 'BI DJ ER ET KE KM MG MU MW MZ RW SC SO SS TZ UG ZM ZW' },
  'Middle Africa': { region: 'Africa', iso2: 'AO CD CF CG CM GA GQ ST TD' },
  'Southern Africa': { region: 'Africa', iso2: 'BW LS NA SZ ZA' },
  'Western Africa': { region: 'Africa', iso2: 'BF BJ CI CV GH GM GN GW LR ML MR NE NG SL SN TG' },
  Caribbean: { region: 'Americas', iso2: 'AG BB BS CU DM DO GD HT JM KN LC PR TT VC' },
  'Central America': { region: 'Americas', iso2: 'BZ CR GT HN MX NI PA SV' },
  'South America': { region: 'Americas', iso2: 'AR BO BR CL CO EC FK GY PE PY SR UY VE' },
  'Northern America': { region: 'Americas', iso2: 'CA GL US' },
  'Central Asia': { region: 'Asia', iso2: 'KG KZ TJ TM UZ' },
  'Eastern Asia': { region: 'Asia', iso2: 'CN HK JP KP KR MN MO TW' },
  'South-eastern Asia': { region: 'Asia', iso2: 'BN ID KH LA MM MY PH SG TH TL VN' },
  'Southern Asia': { region: 'Asia', iso2: 'AF BD BT IN IR LK MV NP PK' },
  'Western Asia': { region: 'Asia', iso2: 'AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE' },
  'Eastern Europe': { region: 'Europe', iso2: 'BG BY CZ HU MD PL RO RU SK UA' },
  'Northern Europe': { region: 'Europe', iso2: 'DK EE FI GB IE IS LT LV NO SE' },
  'Southern Europe': { region: 'Europe', iso2: 'AD AL BA ES GR HR IT ME MK MT PT RS SI SM VA XK' },
  'Western Europe': { region: 'Europe', iso2: 'AT BE CH DE FR LI LU MC NL' },
  'Australia and New Zealand': { region: 'Oceania', iso2: 'AU NZ' },
  Melanesia: { region: 'Oceania', iso2: 'FJ NC PG SB VU' },
  Micronesia: { region: 'Oceania', iso2: 'FM GU KI MH NR PW' },
  Polynesia: { region: 'Oceania', iso2: 'CK NU PF TO TV WS' },
}

/** Places in the table above that are not members of the United Nations; the first two are observers. */
const notMembers = 'VA PS EH PR FK GL HK MO TW XK NC GU CK NU PF'.split(' ')

export const members = Object.values(geoscheme)
  .flatMap(({ iso2 }) => iso2.split(' '))
  .filter((code) => !notMembers.includes(code))
