/**
 * Sets the colours that a reader chose (theme-switch) before the first of them is painted. The one script within a
 * page: its hash is in the policy of finished pages (next.config.js).
 */
export const CHOSEN_THEME =
  "try{const t=/light|dark/.exec(localStorage.getItem('meridian.theme'));if(t)document.documentElement.dataset.theme=t[0]}catch{}"
