// Loaded into every service: when the process that started it is gone, it ends as if it had been asked to.
// What a service starts itself has this too, and a channel of its own that is none of our business.
if (process.channel && process.ppid === Number(process.env.MERIDIAN_STARTED_BY)) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
