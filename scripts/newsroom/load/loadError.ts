/** The newsroom could not be loaded; the message is for whoever runs the command. */
export class LoadError extends Error {
  override name = 'LoadError'
}
