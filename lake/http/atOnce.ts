/** Counts what each caller has under way. */
export function countAtOnce() {
  const underWay = new Map<string, number>()
  return {
    /** Takes a place of `most` and answers how to give it back (once is enough); `undefined` when all are taken. */
    enter: (caller: string, most: number): (() => void) | undefined => {
      const count = underWay.get(caller) ?? 0
      if (count >= most) return undefined
      underWay.set(caller, count + 1)
      let isInside = true
      return () => {
        if (!isInside) return
        isInside = false
        const left = (underWay.get(caller) ?? 1) - 1
        if (left > 0) underWay.set(caller, left)
        else underWay.delete(caller)
      }
    },
  }
}

/** The same response, which says when its body has been read to the end or given up. */
export function whenOver(response: Response, over: () => void): Response {
  if (!response.body) {
    over()
    return response
  }
  const reader = response.body.getReader()
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const piece = await reader.read()
          if (!piece.done) return controller.enqueue(piece.value)
          over()
          controller.close()
        } catch (error) {
          over()
          controller.error(error)
        }
      },
      cancel: (reason) => {
        over()
        return reader.cancel(reason)
      },
    },
    // Nothing is kept here, so that whoever fills the body feels how fast it is read.
    { highWaterMark: 0 },
  )
  const { status, statusText, headers } = response
  return new Response(body, { status, statusText, headers })
}
