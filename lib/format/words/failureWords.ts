const en = {
  label: 'Something went wrong on our side',
  heading: 'We cannot show this page right now',
  explanation: 'The fault is ours. Please try again in a minute, or read on from here:',
  frontPage: 'The front page',
}

const fr: typeof en = {
  label: 'Incident technique',
  heading: 'Cette page ne peut pas être affichée pour le moment',
  explanation:
    'La faute est de notre côté. Réessayez dans une minute, ou poursuivez votre lecture ici\u00a0:',
  frontPage: 'La une',
}

/** What a reader is told where a page failed. Apart from `noticeWords`, since these travel with every page as a script. */
export const failureWords = { en, fr }
