import type { IncomingMessage } from 'node:http'
import type { WebSocket } from 'ws'
import { z } from 'zod'
import { bearerToken, identifyToken } from '../auth/identify.ts'
import { lendsSession } from '../auth/origins.ts'
import { sessionCookie } from '../auth/sessionCookie.ts'
import type { Identity, LakeContext } from '../context.ts'
import { limitsOf } from '../limits.ts'

const heartbeatEvery = 10_000
/** Sessions that one socket may speak for: a tab has one. */
const mostSessions = 20
/** Bytes that may wait for a reader before it is let go; it comes back by itself. */
const longestBacklog = 1024 * 1024
const identifier = z.union([z.string().max(100), z.number()])
const session = z.string().max(200)

const call = z.discriminatedUnion('method', [
  z.object({
    id: identifier.optional(),
    method: z.literal('authorization'),
    params: z.object({ authorization: z.string().optional() }),
  }),
  z.object({ id: identifier.optional(), method: z.literal('presence_subscribe') }),
  z.object({ id: identifier.optional(), method: z.literal('presence_unsubscribe') }),
  z.object({
    id: identifier.optional(),
    method: z.literal('presence_rollcall'),
    params: z.object({ session }),
  }),
  z.object({
    id: identifier.optional(),
    method: z.literal('presence_announce'),
    params: z.object({ data: z.object({ sessionId: session, locations: z.array(z.unknown()).max(100) }) }),
  }),
  z.object({
    id: identifier.optional(),
    method: z.literal('presence_disconnect'),
    params: z.object({ session }),
  }),
])
type Call = z.infer<typeof call>
const anyCall = z.object({ id: identifier.optional(), method: z.string() })

interface Guest {
  socket: WebSocket
  room: string
  identity: Identity | undefined
  subscription: string | undefined
  sessions: Set<string>
}

/**
 * Who is where in the Studio: a JSON-RPC 2.0 socket per tab, one room per dataset, as the hosted
 * service's "bifur" speaks it. Nothing is stored. Only people and programmes with a token take part.
 */
export function openPresence(context: LakeContext) {
  const guests = new Set<Guest>()
  const { introductionTime } = limitsOf(context)
  const heartbeat = setInterval(() => {
    for (const { socket } of guests) say(socket, '♥')
  }, heartbeatEvery)
  heartbeat.unref()
  const endRevoked = (tokenHash: string) => {
    for (const { socket, identity } of guests) {
      if (identity && identity.kind !== 'anonymous' && identity.tokenHash === tokenHash) {
        socket.close(4401, 'session ended')
      }
    }
  }
  context.bus.on('revoked', endRevoked)

  const join = (socket: WebSocket, room: string, request: IncomingMessage) => {
    const mayUseCookie = lendsSession(context, request.headers.origin, 'GET')
    const cookie = mayUseCookie ? sessionCookie.read(request.headers.cookie) : undefined
    const identity = cookie ? identifyToken(context, cookie) : undefined
    const guest: Guest = { socket, room, identity, subscription: undefined, sessions: new Set() }
    guests.add(guest)
    const introduction = setTimeout(() => {
      if (!guest.identity) socket.close(4401, 'nobody has logged in')
    }, introductionTime)
    introduction.unref()
    socket.on('message', (message) => answer(String(message), guest))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      guests.delete(guest)
      clearTimeout(introduction)
      for (const session of guest.sessions) tellOthers(guest, { type: 'disconnect', m: { session } })
    })
  }

  const answer = (message: string, guest: Guest) => {
    const asked = parseCall(message)
    if (!asked) return
    if (!('call' in asked)) return replyError(guest, asked.id, -32601, 'The lake has no such presence call.')
    if (asked.call.method !== 'authorization' && !guest.identity) {
      return replyError(guest, asked.call.id, -32001, 'Log in before taking part in presence.')
    }
    perform(asked.call, guest)
  }

  const perform = (asked: Call, guest: Guest) => {
    switch (asked.method) {
      case 'authorization': {
        const token = bearerToken(asked.params.authorization)
        guest.identity = (token && identifyToken(context, token)) || undefined
        if (!guest.identity) return replyError(guest, asked.id, -32001, 'Session not found')
        return reply(guest, asked.id, { authorized: true })
      }
      case 'presence_subscribe':
        guest.subscription = context.newId()
        return reply(guest, asked.id, guest.subscription)
      case 'presence_unsubscribe':
        guest.subscription = undefined
        return reply(guest, asked.id, true)
      case 'presence_rollcall':
        tellOthers(guest, { type: 'rollCall', session: asked.params.session })
        return reply(guest, asked.id, true)
      case 'presence_announce': {
        const { sessionId, locations } = asked.params.data
        if (guest.sessions.size >= mostSessions && !guest.sessions.has(sessionId)) {
          return replyError(guest, asked.id, -32002, `A socket speaks for ${mostSessions} sessions at most.`)
        }
        guest.sessions.add(sessionId)
        tellOthers(guest, { type: 'state', m: { sessionId, locations } })
        return reply(guest, asked.id, true)
      }
      case 'presence_disconnect':
        guest.sessions.delete(asked.params.session)
        tellOthers(guest, { type: 'disconnect', m: { session: asked.params.session } })
        return reply(guest, asked.id, true)
    }
  }

  const tellOthers = (guest: Guest, happening: object) => {
    if (!guest.identity) return
    for (const other of guests) {
      if (other === guest || other.room !== guest.room || !other.subscription) continue
      const result = { ...happening, i: guest.identity.id }
      const params = { subscription: other.subscription, result }
      say(other.socket, JSON.stringify({ jsonrpc: '2.0', method: 'presence_subscription', params }))
    }
  }

  return {
    join,
    close: () => {
      clearInterval(heartbeat)
      context.bus.off('revoked', endRevoked)
    },
  }
}

/** The call in a message, or only its id when the method is unknown; nothing when it is no call (a heartbeat). */
function parseCall(message: string): { call: Call } | { id: string | number | undefined } | undefined {
  const value = parseJson(message)
  const known = call.safeParse(value)
  if (known.success) return { call: known.data }
  const unknown = anyCall.safeParse(value)
  return unknown.success ? { id: unknown.data.id } : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A tab that reads nothing must not fill the lake's memory. */
function say(socket: WebSocket, message: string): void {
  if (socket.bufferedAmount > longestBacklog) socket.terminate()
  else socket.send(message)
}

function reply({ socket }: Guest, id: string | number | undefined, result: unknown): void {
  say(socket, JSON.stringify({ jsonrpc: '2.0', id, result }))
}

function replyError({ socket }: Guest, id: string | number | undefined, code: number, message: string): void {
  say(socket, JSON.stringify({ jsonrpc: '2.0', id: id ?? null, error: { code, message } }))
}
