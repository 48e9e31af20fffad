import { Island } from '../islands/Island.ts'

const SMALL = '160px'

/** A reader who asked the browser to save data gets the smallest version of every picture not yet fetched. */
class SparingPictures extends Island {
  wake() {
    const connection: unknown = Reflect.get(navigator, 'connection')
    if (typeof connection !== 'object' || connection === null || !Reflect.get(connection, 'saveData')) return
    for (const picture of document.querySelectorAll('img')) if (picture.sizes) picture.sizes = SMALL
  }
}

customElements.define('sparing-pictures', SparingPictures)
