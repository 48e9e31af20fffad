import { evaluate, parse } from 'groq-js'
import { mayWrite } from '../../../../lake/auth/access.ts'
import { documentGrants } from '../../../../lake/auth/grants.ts'
import type { Role } from '../../../../lake/context.ts'

const roles: Role[] = ['administrator', 'editor', 'developer', 'contributor', 'viewer']
const ids = ['article-1', 'drafts.article-1', 'versions.r1.article-1', '_.releases.r1']

/** The Studio's own way of reading grants: the filter in GROQ, on the document. */
async function studioThinksItMayWrite(role: Role, id: string): Promise<boolean> {
  for (const { filter, permissions } of documentGrants[role]) {
    if (!permissions.includes('update')) continue
    const dataset = [{ _id: id, _type: 'article' }]
    const matched = await (await evaluate(parse(`*[${filter}]`), { dataset })).get()
    if (matched.length > 0) return true
  }
  return false
}

describe('what the Studio believes an editor may do', () => {
  it.each(roles.flatMap((role) => ids.map((id) => [role, id] as const)))(
    'is what the lake lets a %s do to %s',
    async (role, id) => {
      const identity = { kind: 'token' as const, id: 't', name: 't', role, tokenHash: 'h' }
      expect(await studioThinksItMayWrite(role, id)).toBe(mayWrite(identity, id))
    },
  )
})
