/** One WebSocket, as little of it as the event streams need. */
export interface StreamSocket {
  send(text: string): void
}

export interface StreamSocketEvents {
  onOpen(): void
  onMessage(text: string): void
  /** Once, whether the socket was lost or never opened. */
  onClose(): void
}

export type OpenStreamSocket = (url: string, events: StreamSocketEvents) => StreamSocket

export const openBrowserSocket: OpenStreamSocket = (url, events) => {
  const socket = new WebSocket(url)
  socket.onopen = () => events.onOpen()
  socket.onmessage = ({ data }) => events.onMessage(String(data))
  socket.onclose = () => events.onClose()
  return {
    // What is said while the socket closes is lost, as its streams are: their readers ask again on the next one.
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text)
    },
  }
}
