/** Event streams that may be open at once, over all datasets: each keeps a little memory and looks at every change. */
export const mostStreams = 2_000
