import { cleanup, render } from '@testing-library/react'
import type { ReactElement } from 'react'

/** Prints components as the only page there is; their islands wake up in it as they do in a browser. */
export const printPage = (page: ReactElement): void => {
  cleanup()
  render(page)
}
