import type { IncomingMessage } from 'node:http'
import type { WebSocket } from 'ws'
import { z } from 'zod'
import { bearerToken, identifyToken } from '../auth/identify.ts'
import { sessionCookie } from '../auth/sessionCookie.ts'
import type { Identity, LakeContext } from '../context.ts'

const heartbeatEvery = 10_000
const identifier = z.union([z.string(), z.number()])

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
    params: z.object({ session: z.string() }),
  }),
  z.object({
    id: identifier.optional(),
    method: z.literal('presence_announce'),
    params: z.object({ data: z.object({ sessionId: z.string(), locations: z.array(z.unknown()) }) }),
  }),
  z.object({
    id: identifier.optional(),
    method: z.literal('presence_disconnect'),
    params: z.object({ session: z.string() }),
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
  const heartbeat = setInterval(() => {
    for (const { socket } of guests) socket.send('♥')
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
    const cookie = sessionCookie.read(request.headers.cookie)
    const identity = cookie ? identifyToken(context, cookie) : undefined
    const guest: Guest = { socket, room, identity, subscription: undefined, sessions: new Set() }
    guests.add(guest)
    socket.on('message', (message) => answer(String(message), guest))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      guests.delete(guest)
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
      other.socket.send(JSON.stringify({ jsonrpc: '2.0', method: 'presence_subscription', params }))
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

function reply({ socket }: Guest, id: string | number | undefined, result: unknown): void {
  socket.send(JSON.stringify({ jsonrpc: '2.0', id, result }))
}

function replyError({ socket }: Guest, id: string | number | undefined, code: number, message: string): void {
  socket.send(JSON.stringify({ jsonrpc: '2.0', id: id ?? null, error: { code, message } }))
}
