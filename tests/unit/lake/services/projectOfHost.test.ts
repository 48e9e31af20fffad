import { projectOfHost } from '../../../../lake/http/project.ts'

const at = (publicUrl: string, host: string | undefined) =>
  projectOfHost({ projectId: 'meridian', publicUrl }, host)

describe('the project that a host name names', () => {
  it.each([
    ['http://localhost:3333', 'meridian.localhost:3333', 'meridian'],
    ['http://localhost:3333', 'other.localhost', 'other'],
    ['https://api.example.org', 'meridian.api.example.org', 'meridian'],
    ['https://api.example.org', 'other.api.example.org:443', 'other'],
    ['https://meridian.api.example.org', 'other.api.example.org', 'other'],
  ])('at %s, %s is %s', (publicUrl, host, project) => {
    expect(at(publicUrl, host)).toBe(project)
  })

  it.each([
    ['http://localhost:3333', 'localhost:3333'],
    ['http://localhost:3333', '127.0.0.1:3333'],
    ['http://localhost:3333', '[::1]:3333'],
    ['http://localhost:3333', 'content-lake:3333'],
    ['https://api.example.org', 'api.example.org'],
    ['https://api.example.org', 'a.b.api.example.org'],
    ['https://api.example.org', 'www.example.org'],
    ['https://meridian.api.example.org', 'meridian.api.example.org'],
    ['https://api.example.org', 'not a host'],
    ['https://api.example.org', undefined],
  ])('at %s, %s is none', (publicUrl, host) => {
    expect(at(publicUrl, host)).toBeUndefined()
  })
})
