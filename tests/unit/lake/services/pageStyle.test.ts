import { existsSync } from 'node:fs'
import { pagePolicy, pageStyle } from '../../../../lake/http/pageStyle.ts'

describe('the pages that the lake draws itself', () => {
  it('name faces that the Studio’s build brings along', () => {
    const faces = [...String(pageStyle()).matchAll(/url\((\/fonts\/[^)]+)\)/g)].map(([, path]) => path)
    expect(faces).toHaveLength(2)
    expect(faces.filter((path) => !existsSync(`public${path}`))).toEqual([])
  })

  it('run no script and post only to the lake and where the log-in leads', () => {
    expect(pagePolicy(['http://localhost:3333'])).toContain("form-action 'self' http://localhost:3333")
    expect(pagePolicy()).not.toContain('script-src')
    expect(pagePolicy()).toContain("default-src 'none'")
  })
})
