const en = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  day: (day: number, month: string, year: string) => `${day} ${month} ${year}`,
  /** `hour` and `minute` have two figures. */
  clock: (hour: string, minute: string) => `${hour}:${minute} UTC`,
  moment: (day: string, clock: string) => `${day}, ${clock}`,
  now: 'now',
  minutesAgo: (minutes: number) => `${minutes} min`,
  hoursAgo: (hours: number) => `${hours} h`,
}

const fr: typeof en = {
  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  weekdays: ['Dimanche', 'Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi'],
  day: (day, month, year) => `${day === 1 ? '1er' : day} ${month} ${year}`,
  clock: (hour, minute) => `${Number(hour)}\u00a0h\u00a0${minute} (UTC)`,
  moment: (day, clock) => `${day} à ${clock}`,
  now: 'à l’instant',
  minutesAgo: (minutes) => `il y a ${minutes}\u00a0min`,
  hoursAgo: (hours) => `il y a ${hours}\u00a0h`,
}

/** Days and hours; a weekday begins its line, so it has a capital. */
export const dateWords = { en, fr }
