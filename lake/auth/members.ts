import type { LakeContext, Role } from '../context.ts'
import { HttpError } from '../http/errors.ts'
import { deleteSessionsOf } from '../store/sessions.ts'
import { findTokenById, listTokens, setTokenRole, type Token } from '../store/tokens.ts'
import { deleteUser, findUser, listUsers, setUserRole, type User } from '../store/users.ts'
import { revokeToken } from './createToken.ts'

/** A person or a programme of the project. */
export interface Member {
  id: string
  name: string
  email: string
  role: Role
  createdAt: string
  isRobot: boolean
}

/** People first, then programmes, each in the order in which they came. */
export function listMembers({ database }: Pick<LakeContext, 'database'>): Member[] {
  return [...listUsers(database).map(toPerson), ...listTokens(database).map(toProgramme)]
}

export function findMember({ database }: Pick<LakeContext, 'database'>, id: string): Member | undefined {
  const user = findUser(database, id)
  if (user) return toPerson(user)
  const token = findTokenById(database, id)
  return token && toProgramme(token)
}

/** Gives a member another role, from the next request on. @throws HttpError 404, 409 for the last administrator */
export function changeRole(context: LakeContext, id: string, role: Role): Member {
  const member = requireMember(context, id)
  if (role !== 'administrator') requireAnotherAdministrator(context, member)
  if (member.isRobot) setTokenRole(context.database, id, role)
  else setUserRole(context.database, id, role)
  return { ...member, role }
}

/** Shuts a member out with all sessions and streams; what was written stays. @throws HttpError 404, 409 for the last administrator */
export function removeMember(context: LakeContext, id: string): void {
  const member = requireMember(context, id)
  requireAnotherAdministrator(context, member)
  if (member.isRobot) {
    revokeToken(context, id)
    return
  }
  for (const tokenHash of deleteSessionsOf(context.database, id)) context.bus.emit('revoked', tokenHash)
  deleteUser(context.database, id)
}

function requireMember(context: LakeContext, id: string): Member {
  const member = findMember(context, id)
  if (member) return member
  throw new HttpError(404, 'Not Found', `This project has no member "${id}".`)
}

function requireAnotherAdministrator(context: LakeContext, { id, role, isRobot }: Member): void {
  const others = listUsers(context.database).filter((user) => user.role === 'administrator' && user.id !== id)
  if (role !== 'administrator' || isRobot || others.length > 0) return
  throw new HttpError(
    409,
    'Conflict',
    'This is the last administrator with an account. Make somebody else one first.',
  )
}

function toPerson({ id, name, email, role, createdAt }: User): Member {
  return { id, name, email, role, createdAt, isRobot: false }
}

function toProgramme({ id, name, role, createdAt }: Token): Member {
  return { id, name, email: '', role, createdAt, isRobot: true }
}
