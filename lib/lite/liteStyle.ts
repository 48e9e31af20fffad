/** The whole look of the lite pages: the system's typefaces, one column, either colour scheme. */
export const LITE_STYLE = [
  ':root{color-scheme:light dark}',
  'body{max-width:42rem;margin:0 auto;padding:1rem;font:1.0625rem/1.55 Georgia,serif}',
  'header,footer{font-family:system-ui,sans-serif}',
  'nav a{display:inline-block;padding:.25rem .5rem .25rem 0}',
  'h1{line-height:1.15}h2{margin-top:2rem;line-height:1.25}',
  'li{margin:.4rem 0;overflow-wrap:anywhere}:target{outline:2px solid}',
  'table{display:block;overflow-x:auto;border-collapse:collapse}td,th{padding:.25rem .6rem;border:1px solid;text-align:start}',
  'blockquote{margin:1rem 0;padding-inline-start:1rem;border-inline-start:3px solid}',
].join('')
