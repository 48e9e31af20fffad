const en = {
  label: 'Something failed on our side',
  heading: 'This page cannot be shown just now',
  explanation: 'We are told of such failures at once. Please try again in a minute, or read on here:',
  frontPage: 'The front page',
}

const fr: typeof en = {
  label: 'Incident technique',
  heading: 'Cette page ne peut pas être affichée pour le moment',
  explanation:
    'Nous sommes avertis aussitôt de ces incidents. Réessayez dans une minute, ou poursuivez votre lecture ici\u00a0:',
  frontPage: 'La une',
}

/** What a reader is told where a page failed. Apart from `noticeWords`, since these travel with every page as a script. */
export const failureWords = { en, fr }
